package data

func fundCatalogue(c *Catalogue) {
	balance := func(key, heading string, of func(Balance) Money) Field[Record] {
		field := moneyField(key, heading, func(reg *Register, f *Fund) Money { return of(reg.Balance(f)) })
		empty := field.Text
		field.Text = func(reg *Register, r Record) string {
			if f := as[*Fund](r); f.Status == Won {
				return of(reg.Balance(f)).String() // nought is worth saying of money that there is
			}
			return empty(reg, r)
		}
		return field
	}
	c.Fields = []Field[Record]{
		wordsField("programme", "Programme", func(f *Fund) string { return f.Programme }),
		wordsField("funder_reference", "Funder’s reference", func(f *Fund) string { return string(f.FunderReference) }),
		namesField("funder", "Funder", func(reg *Register, f *Fund) string { return reg.NameOf(f.Funder) }),
		c.statusField(),
		moneyField("bid_amount", "Bid", func(_ *Register, f *Fund) Money { return f.BidAmount }),
		moneyField("allocation", "Allocation", func(_ *Register, f *Fund) Money { return f.Allocation }),
		balance("committed", "Committed", func(b Balance) Money { return b.Committed }),
		balance("paid", "Paid", func(b Balance) Money { return b.Paid }),
		balance("left", "Left", func(b Balance) Money { return b.Left }),
		dayField("bid_date", "Date of the bid", func(f *Fund) Date { return f.BidDate }),
		dayField("spend_by", "Spend by", func(f *Fund) Date { return f.SpendBy }),
		dayField("return_due", "Return due", func(f *Fund) Date { return f.ReturnDue }),
	}
	c.Shown = []string{"programme", "funder", "status", "bid_amount", "allocation", "committed", "paid", "left", "spend_by"}
	c.Order = Sort{Field: "programme"}
}

func programmeCatalogue(c *Catalogue) {
	c.Fields = []Field[Record]{
		wordsField("title", "Title", func(p *Programme) string { return p.Title }),
		yearField("financial_year", "Year", func(p *Programme) []FinancialYear {
			if p.FinancialYear == 0 {
				return nil
			}
			return []FinancialYear{p.FinancialYear}
		}),
		moneyField("budget", "Budget", func(_ *Register, p *Programme) Money { return p.Budget }),
		moneyField("awarded", "Awarded", (*Register).AwardedBy),
		moneyField("largest_award", "Largest award", func(_ *Register, p *Programme) Money { return p.LargestAward }),
		dayField("opens", "Opens", func(p *Programme) Date { return p.Opens }),
		dayField("closes", "Closes", func(p *Programme) Date { return p.Closes }),
	}
	c.Shown = []string{"title", "financial_year", "budget", "awarded", "opens", "closes"}
	c.Order = Sort{Field: "title"}
}

// AwardedBy is what a programme has given so far: the sum of the awards of its grants that were given.
func (reg *Register) AwardedBy(p *Programme) Money {
	var sum Money
	for _, ref := range reg.index().from[p.ID] {
		if g, ok := ref.rec.(*Grant); ok && ref.field == "programme" && g.Status.Given() {
			sum = sum.Add(g.Total())
		}
	}
	return sum
}

// grantCatalogue is of grants with all of their awards.
func grantCatalogue(c *Catalogue) {
	whole := func(r Record) GrantLine {
		g := as[*Grant](r)
		return GrantLine{Grant: g, Amount: g.Total()}
	}
	for _, f := range grantFields {
		of := Field[Record]{Key: f.Key, Heading: f.Heading, Figures: f.Figures, Text: func(reg *Register, r Record) string { return f.Text(reg, whole(r)) }}
		if f.Rank != nil {
			of.Rank = func(reg *Register, r Record) float64 { return f.Rank(reg, whole(r)) }
		}
		of.Value = grantValues[f.Key]
		c.Fields = append(c.Fields, of)
	}
	c.Shown = []string{"reference", "title", "recipient", "year", "amount", "funds", "status"}
	c.Order = Sort{Field: "title"}
}

// grantValues are the fields of grants that other programs do not read as words.
var grantValues = map[string]func(*Register, Record) any{
	"amount":        func(_ *Register, r Record) any { return as[*Grant](r).Total() },
	"year":          func(_ *Register, r Record) any { return as[*Grant](r).Years() },
	"themes":        func(_ *Register, r Record) any { return append([]string{}, as[*Grant](r).Themes...) },
	"status":        func(_ *Register, r Record) any { return as[*Grant](r).Status },
	"instrument":    func(_ *Register, r Record) any { return as[*Grant](r).Instrument },
	"award_date":    func(_ *Register, r Record) any { return as[*Grant](r).AwardDate.ISO() },
	"planned_start": func(_ *Register, r Record) any { return as[*Grant](r).PlannedStart.ISO() },
	"planned_end":   func(_ *Register, r Record) any { return as[*Grant](r).PlannedEnd.ISO() },
	"funds": func(reg *Register, r Record) any {
		names := []string{}
		for _, id := range as[*Grant](r).Funds(nil) {
			names = append(names, reg.nameOf(KindFund, id))
		}
		return names
	},
}

func specificationCatalogue(c *Catalogue) {
	c.Fields = []Field[Record]{
		wordsField("title", "Title", func(s *Specification) string { return s.Title }),
		wordsField("version", "Version", func(s *Specification) string { return s.Version }),
		wordsField("schedule_label", "Heading of the schedule", func(s *Specification) string { return s.ScheduleLabel }),
		dayField("effective", "In force from", func(s *Specification) Date { return s.Effective }),
		c.statusField(),
		namesField("supersedes", "Supersedes", func(reg *Register, s *Specification) string {
			if old, ok := Get[*Specification](reg, s.Supersedes); ok {
				return trimSpace(old.Title + " " + old.Version)
			}
			return ""
		}),
	}
	c.Shown = []string{"title", "version", "effective", "status"}
	c.Order = Sort{Field: "title"}
}

func decisionCatalogue(c *Catalogue) {
	c.Fields = []Field[Record]{
		wordsField("reference", "Reference", func(d *Decision) string { return string(d.Reference) }),
		wordsField("title", "Title", func(d *Decision) string { return d.Title }),
		wordsField("decision_maker", "Decision maker", func(d *Decision) string { return d.DecisionMaker }),
		dayField("decided_on", "Decided", func(d *Decision) Date { return d.DecidedOn }),
		dayField("published_on", "Published", func(d *Decision) Date { return d.PublishedOn }),
		c.statusField(),
		termField("marking", "Marking", markings, func(d *Decision) Marking { return d.Marking }),
		moneyField("total", "Grants", func(reg *Register, d *Decision) Money { return AwardedTotal(d.AwardRows(reg)) }),
	}
	c.Shown = []string{"reference", "title", "decided_on", "status", "marking", "total"}
	c.Order = Sort{Field: "decided_on", Descending: true}
}

package data

import (
	"errors"
	"fmt"
	"slices"
)

// VariationKind is what a variation of a grant agreement does.
type VariationKind string

// What a variation can do.
const (
	Extend    VariationKind = "extend"
	Uplift    VariationKind = "uplift"
	Reduce    VariationKind = "reduce"
	Reprofile VariationKind = "reprofile" // moves money between years
	Scope     VariationKind = "scope"
	Novate    VariationKind = "novate" // another body takes the grant over
	Terminate VariationKind = "terminate"
)

var variationKinds = terms[VariationKind]{
	{Extend, "Extension"},
	{Uplift, "Uplift"},
	{Reduce, "Reduction"},
	{Reprofile, "Reprofiling"},
	{Scope, "Change of scope"},
	{Novate, "Novation"},
	{Terminate, "Termination"},
}

// VariationKinds are all that a variation can do.
func VariationKinds() []VariationKind { return variationKinds.values() }

// Label is how people read the kind.
func (k VariationKind) Label() string { return variationKinds.label(k) }

// UnmarshalText reads a kind as the portable form writes it.
func (k *VariationKind) UnmarshalText(text []byte) error {
	return variationKinds.unmarshal(k, text, "kind of variation")
}

// VariedTerm is a term of a grant that a variation changes.
type VariedTerm string

// The terms that a variation can change.
const (
	VariedAmount        VariedTerm = "amount" // of a financial year's award
	VariedStart         VariedTerm = "planned_start"
	VariedEnd           VariedTerm = "planned_end"
	VariedActualEnd     VariedTerm = "actual_end"
	VariedRecipient     VariedTerm = "recipient"
	VariedDeliveredBy   VariedTerm = "delivered_by"
	VariedSpecification VariedTerm = "specification"
	VariedPurpose       VariedTerm = "purpose"
	VariedServices      VariedTerm = "services"
	VariedConditions    VariedTerm = "conditions"
	VariedArea          VariedTerm = "area"
	VariedBeneficiaries VariedTerm = "beneficiaries"
)

var variedTerms = terms[VariedTerm]{
	{VariedAmount, "Amount"},
	{VariedStart, "Start"},
	{VariedEnd, "End"},
	{VariedActualEnd, "Actual end"},
	{VariedRecipient, "Recipient"},
	{VariedDeliveredBy, "Delivered by"},
	{VariedSpecification, "Specification"},
	{VariedPurpose, "Purpose"},
	{VariedServices, "Services"},
	{VariedConditions, "Conditions"},
	{VariedArea, "Area"},
	{VariedBeneficiaries, "Beneficiaries"},
}

// VariedTerms are all terms that a variation can change.
func VariedTerms() []VariedTerm { return variedTerms.values() }

// Label is how people read the term.
func (t VariedTerm) Label() string { return variedTerms.label(t) }

// UnmarshalText reads a term as the portable form writes it.
func (t *VariedTerm) UnmarshalText(text []byte) error {
	return variedTerms.unmarshal(t, text, "term that a variation changes")
}

// Variation is a change of what was agreed, under a number of its own. Until it is applied it is an intention; applying it changes
// the grant and keeps what was before.
type Variation struct {
	ID        RowID             `json:"id,omitempty"`
	Number    int               `json:"number"`
	Kind      VariationKind     `json:"kind"`
	Effective Date              `json:"effective,omitzero"`
	Summary   string            `json:"summary,omitempty"`
	Decision  ID                `json:"decision,omitempty"`
	Changes   []VariationChange `json:"changes,omitempty"`
	Applied   Date              `json:"applied,omitzero"` // the day on which the grant was changed by it
}

// VariationChange is one term before and after. Which of the pairs holds it goes by the term: an amount, a date, a record, or words.
// What was is filled in when the variation is applied.
type VariationChange struct {
	ID            RowID         `json:"id,omitempty"`
	Term          VariedTerm    `json:"term"`
	FinancialYear FinancialYear `json:"financial_year,omitzero"` // whose award, where the term is the amount
	Fund          ID            `json:"fund,omitempty"`          // that bears the difference of an amount
	WasAmount     Money         `json:"was_amount,omitzero"`
	Amount        Money         `json:"amount,omitzero"`
	WasDate       Date          `json:"was_date,omitzero"`
	Date          Date          `json:"date,omitzero"`
	WasRecord     ID            `json:"was_record,omitempty"`
	Record        ID            `json:"record,omitempty"`
	WasText       string        `json:"was_text,omitempty"`
	Text          string        `json:"text,omitempty"` // Markdown
	// None tells an empty value that is meant, such as no conditions or £0, from one that nobody has put down yet.
	None bool `json:"none,omitempty"`
}

func (v *Variation) problems(ps *Problems, i int) {
	if v.Number < 0 {
		ps.add(row("variations", i, "number"), "A variation’s number cannot be less than nought.")
	}
	if v.Kind == "" {
		ps.add(row("variations", i, "kind"), "What does variation %d do to the grant?", v.Number)
	}
	for k, c := range v.Changes {
		field := row("variations", i, at("changes", k))
		switch {
		case c.Term == "":
			ps.add(field+".term", "What of the grant does variation %d change?", v.Number)
		case c.Term == VariedAmount && !c.FinancialYear.Valid():
			ps.add(field+".financial_year", "Which financial year’s amount does variation %d change?", v.Number)
		}
		ps.amount(field+".amount", c.Amount, "The amount of an award")
	}
}

func (v *Variation) references(path string, visit func(string, Kind, *ID)) {
	visit(path+"decision", KindDecision, &v.Decision)
	for k := range v.Changes {
		c, field := &v.Changes[k], path+at("changes", k)
		kind := KindOrganisation
		if c.Term == VariedSpecification {
			kind = KindSpecification
		}
		visit(field+".fund", KindFund, &c.Fund)
		visit(field+".was_record", kind, &c.WasRecord)
		visit(field+".record", kind, &c.Record)
	}
}

// ErrApplied is a variation that was applied before.
var ErrApplied = errors.New("the variation has been applied already")

// ApplyVariation changes the grant as one of its variations says, and keeps in the variation what was before. A termination also ends
// the grant, on the day that it is applied if it names none. The grant stays as it is if the error is not nil.
func (g *Grant) ApplyVariation(id RowID, on Date, by string) error {
	i := slices.IndexFunc(g.Variations, func(v Variation) bool { return v.ID == id })
	if i < 0 {
		return &Fault{Sentence: "The grant has no such variation; somebody may have taken it out."}
	}
	varied := Clone(g)
	v := &varied.Variations[i]
	if !v.Applied.IsZero() {
		return &Fault{Sentence: fmt.Sprintf("Variation %d was applied on %s. To change the grant again, make another variation.", v.Number, v.Applied.Long()), Cause: ErrApplied}
	}
	if err := varied.variable(v, on); err != nil {
		return err
	}
	for k := range v.Changes {
		if err := varied.change(&v.Changes[k]); err != nil {
			return err
		}
	}
	if v.Kind == Terminate {
		if err := varied.terminate(v.Effective, on, by); err != nil {
			return err
		}
	}
	v.Applied = on
	*g = *varied
	return nil
}

// variable finds what keeps a variation from being applied, whatever the grant's figures are: it varies nothing, or does not say what a
// term becomes.
func (g *Grant) variable(v *Variation, on Date) error {
	novates := func(c VariationChange) bool { return c.Term == VariedRecipient }
	switch {
	case on.IsZero():
		return &Fault{Sentence: fmt.Sprintf("On which day was variation %d applied?", v.Number)}
	case !g.Status.Given():
		return &Fault{Sentence: fmt.Sprintf("The grant is %s: only what was given can be varied. Change it by hand.", lowerInitial(g.Status.Label()))}
	case len(v.Changes) == 0 && v.Kind != Terminate && v.Kind != Scope:
		return &Fault{Sentence: fmt.Sprintf("Variation %d does not say what it changes: put down what is to be different.", v.Number)}
	case v.Kind == Novate && !slices.ContainsFunc(v.Changes, novates):
		return &Fault{Sentence: fmt.Sprintf("Variation %d does not say who takes the grant over: put down the recipient.", v.Number)}
	}
	if err := v.Unsaid(); err != nil {
		return err
	}
	for i, c := range v.Changes {
		if slices.ContainsFunc(v.Changes[:i], c.sameAs) {
			return &Fault{Sentence: fmt.Sprintf("Variation %d changes “%s” twice: take one of the two out.", v.Number, c.label())}
		}
		if g.Unborne(c) {
			return &Fault{Sentence: fmt.Sprintf("Variation %d gives money for %s, a year that the grant has no award for yet, so no fund pays for it: name the fund that bears it.", v.Number, c.FinancialYear)}
		}
	}
	return nil
}

func (g *Grant) terminate(effective, on Date, by string) error {
	if effective.IsZero() {
		effective = on
	}
	if g.ActualEnd.IsZero() {
		g.ActualEnd = effective
	}
	return Advance(g, string(Terminated), on, by)
}

// change puts one term's new value into the grant, and its old one into the change.
func (g *Grant) change(c *VariationChange) error {
	switch c.Term {
	case VariedAmount:
		return g.changeAmount(c)
	case VariedStart:
		swap(&g.PlannedStart, &c.WasDate, c.Date)
	case VariedEnd:
		swap(&g.PlannedEnd, &c.WasDate, c.Date)
	case VariedActualEnd:
		swap(&g.ActualEnd, &c.WasDate, c.Date)
	case VariedRecipient:
		swap(&g.Recipient, &c.WasRecord, c.Record)
	case VariedDeliveredBy:
		swap(&g.DeliveredBy, &c.WasRecord, c.Record)
	case VariedSpecification:
		swap(&g.Specification, &c.WasRecord, c.Record)
	case VariedPurpose:
		swap(&g.Purpose, &c.WasText, c.Text)
	case VariedServices:
		swap(&g.Services, &c.WasText, c.Text)
	case VariedConditions:
		swap(&g.Conditions, &c.WasText, c.Text)
	case VariedArea:
		swap(&g.Area, &c.WasText, c.Text)
	case VariedBeneficiaries:
		swap(&g.Beneficiaries, &c.WasText, c.Text)
	}
	return nil
}

func swap[T any](field, was *T, is T) { *was, *field = *field, is }

// changeAmount sets what a financial year is worth. The difference is borne by the fund that the change names or, where the year has
// one fund only, by that. A year of several parts is changed in its last part.
func (g *Grant) changeAmount(c *VariationChange) error {
	c.WasAmount = g.TotalIn([]FinancialYear{c.FinancialYear})
	last := -1
	for i, a := range g.Awards {
		if a.FinancialYear == c.FinancialYear {
			last = i
		}
	}
	if last < 0 {
		award := Award{ID: NewRowID(), FinancialYear: c.FinancialYear, Amount: c.Amount}
		if c.Fund != "" {
			award.Funds = []FundShare{{ID: NewRowID(), Fund: c.Fund, Amount: c.Amount}}
		}
		g.Awards = append(g.Awards, award)
		slices.SortStableFunc(g.Awards, func(a, b Award) int { return int(a.FinancialYear - b.FinancialYear) })
		return nil
	}
	award := &g.Awards[last]
	difference := c.Amount.Pence - c.WasAmount.Pence
	if award.Amount.Pence+difference < 0 {
		return &Fault{Sentence: fmt.Sprintf("The year %s has several parts, and its last is less than the reduction. Change the awards by hand, part by part.", c.FinancialYear)}
	}
	award.Amount = Money{Pence: award.Amount.Pence + difference, Qualifier: c.Amount.Qualifier}
	return award.bear(c.Fund, difference, c.Amount.Qualifier)
}

// bear adds a difference to the share of a fund.
func (a *Award) bear(fund ID, difference int64, q Qualifier) error {
	if fund == "" {
		if len(a.Funds) == 0 {
			return nil
		}
		if len(a.Funds) > 1 {
			return &Fault{Sentence: fmt.Sprintf("Several funds pay the award for %s. Say which of them bears the difference.", a.FinancialYear)}
		}
		fund = a.Funds[0].Fund
	}
	i := slices.IndexFunc(a.Funds, func(s FundShare) bool { return s.Fund == fund })
	if i < 0 {
		a.Funds = append(a.Funds, FundShare{ID: NewRowID(), Fund: fund})
		i = len(a.Funds) - 1
	}
	share := &a.Funds[i].Amount
	if share.Pence+difference < 0 {
		return &Fault{Sentence: fmt.Sprintf("The fund pays %s of the award for %s, less than the reduction. Choose the fund that bears it.", share, a.FinancialYear)}
	}
	*share = Money{Pence: share.Pence + difference, Qualifier: q}
	return nil
}

// StatedDifference is what the rows add up to less what the paper states; nothing where no total is stated.
func (g *Grant) StatedDifference() Money {
	if g.StatedTotal.IsZero() {
		return Money{}
	}
	return Money{Pence: g.Total().Pence - g.StatedTotal.Pence}
}

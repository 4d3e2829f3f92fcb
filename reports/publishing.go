package reports

import (
	"cmp"
	"slices"

	"almoner/data"
	"almoner/reports/document"
)

var crimeGrantsPaper = Paper{
	Name: "crime-grants", Title: "Crime and disorder reduction grants", Public: true,
	Make: func(s Setting, _ data.Record) document.Document { return CrimeGrants(s) },
}

var spendPaper = Paper{
	Name: "spend-over-500", Title: "Spending over £500", Public: true,
	Make: func(s Setting, _ data.Record) document.Document { return SpendOver500(s) },
}

// yearly begins a paper that tells of a financial year.
func yearly(s Setting, kind string) (wording, document.Document, document.Part) {
	office := s.Register.Details()
	year := office.Year(s.year())
	w := wording{office: office, values: map[string]string{"office": office.Name, "area": office.PoliceArea, "year": year, "today": s.Today.Long()}}
	title := w.plain(kind + "_title")
	doc := newPaper(office, title, w.plain(kind+"_subject"), title)
	doc.Dated = s.Today.Time()
	doc.Marking = "" // it is for everybody
	part := document.Part{Orientation: document.Landscape}
	part.Add(document.Heading{Level: 1, Text: document.Text(title)})
	part.Add(w.blocks(kind + "_opening")...)
	return w, doc, part
}

// CrimeGrants is what an elected local policing body has to publish of each crime and disorder reduction grant that it makes: the
// recipient, the purpose, the conditions, and why it thought that the grant would help to reduce crime and disorder (the Elected Local
// Policing Bodies (Specified Information) Order 2011, Schedule, paragraph 3(f)).
func CrimeGrants(s Setting) document.Document {
	w, doc, part := yearly(s, "crime")
	year := s.year()
	var given []*data.Grant
	for _, g := range data.All[*data.Grant](s.Register) {
		if g.Status.Given() && slices.Contains(g.Years(), year) && g.ReductionGrant() {
			given = append(given, g)
		}
	}
	slices.SortStableFunc(given, func(a, b *data.Grant) int {
		return cmp.Or(cmp.Compare(s.Register.NameOf(a.Recipient), s.Register.NameOf(b.Recipient)), cmp.Compare(a.Title, b.Title))
	})
	t := w.table(doc.Title, "grant_recipient", "grant_title", "grant_amount>", "crime_purpose", "crime_conditions", "crime_reasons")
	var total data.Money
	for _, g := range given {
		amount := g.TotalIn([]data.FinancialYear{year})
		total = total.Add(amount)
		addRow(&t, document.TextCell(s.Register.NameOf(g.Recipient)), document.TextCell(g.Title), moneyCell(amount),
			markdownCell(g.Purpose), markdownCell(orWords(g.Conditions, w.plain("crime_no_conditions"))), markdownCell(g.Reasons))
	}
	if len(given) == 0 {
		part.Add(w.blocks("crime_none")...)
	} else {
		addTotal(&t, w.plain("grant_total"), map[int]data.Money{2: total})
		part.Add(t)
	}
	doc.Parts = []document.Part{part}
	return doc
}

func orWords(text, otherwise string) string {
	if text == "" {
		return otherwise
	}
	return text
}

// markdownCell is a text in a cell, paragraph by paragraph; each entry of a list is one.
func markdownCell(text string) document.Cell {
	var c document.Cell
	for _, line := range document.BlockLines(document.Markdown(text, 1)) {
		c.Paragraphs = append(c.Paragraphs, document.Text(line))
	}
	return c
}

// threshold is the sum above which an item of spending has to be published, in pence: £500 (the same Order, paragraph 3(g)).
const threshold = 500_00

// SpendOver500 is each payment of more than £500 that went out in the year, by month: when, to whom, for what. Those of crime and disorder
// reduction grants are not among them, as paragraph 3(g) leaves to 3(f) what is published there.
func SpendOver500(s Setting) document.Document {
	w, doc, part := yearly(s, "spend")
	type item struct {
		grant   *data.Grant
		payment data.Payment
	}
	var items []item
	year := s.year()
	for _, g := range data.All[*data.Grant](s.Register) {
		if g.ReductionGrant() {
			continue
		}
		for _, p := range g.Payments {
			if p.Amount.Pence > threshold && !p.PaidOn.IsZero() && data.FinancialYearOf(p.PaidOn) == year {
				items = append(items, item{g, p})
			}
		}
	}
	slices.SortStableFunc(items, func(a, b item) int {
		return cmp.Or(a.payment.PaidOn.Compare(b.payment.PaidOn), cmp.Compare(s.Register.NameOf(a.grant.Recipient), s.Register.NameOf(b.grant.Recipient)),
			cmp.Compare(a.payment.ID, b.payment.ID))
	})
	t := w.table(doc.Title, "grant_paid_on", "grant_recipient", "spend_for", "grant_payment_reference", "grant_amount>")
	t.Groups = nil
	var total data.Money
	for _, it := range items {
		month := data.Date{Year: it.payment.PaidOn.Year, Month: it.payment.PaidOn.Month, Day: 1, Precision: data.ToTheMonth}.Long()
		if n := len(t.Groups); n == 0 || document.Plain(t.Groups[n-1].Heading) != month {
			t.Groups = append(t.Groups, document.Group{Heading: document.Text(month)})
		}
		addRow(&t, dayCell(it.payment.PaidOn), document.TextCell(s.Register.NameOf(it.grant.Recipient)), document.TextCell(it.grant.Title),
			document.TextCell(string(it.payment.Reference)), moneyCell(it.payment.Amount))
		total = total.Add(it.payment.Amount)
	}
	if len(items) == 0 {
		part.Add(w.blocks("spend_none")...)
	} else {
		t.Groups = append(t.Groups, document.Group{})
		addTotal(&t, w.plain("grant_total"), map[int]data.Money{4: total})
		part.Add(t)
	}
	doc.Parts = []document.Part{part}
	return doc
}

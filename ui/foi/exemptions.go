package foi

import (
	"strings"

	"almoner/data"
	"almoner/ui/record"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// exemptions are the reasons for keeping something back, each with what the law asks of it.
type exemptions struct {
	page *page
	rows []*exemption
	list *record.Rows[data.Exemption]
	leaf fyne.CanvasObject
	said string // of all rows, as they were last laid out
}

// exemption is one of them on the page.
type exemption struct {
	page  *page
	of    *data.Exemption
	test  data.PublicInterest
	class *widget.Label
	says  *widget.Label
	weigh fyne.CanvasObject
}

func newExemptions(p *page) (*exemptions, fyne.CanvasObject) {
	e := &exemptions{page: p}
	p.Form.ReadOnly = p.Record.Sent()
	defer func() { p.Form.ReadOnly = false }()
	p.Form.OnChange(e.gather)
	e.list = record.NewRows(p.Form, p.Touch, record.RowsOf[data.Exemption]{
		Key: "exemptions", List: &p.Record.Exemptions, Add: "Add an exemption",
		Fresh: func([]data.Exemption) data.Exemption { return data.Exemption{ID: data.NewRowID()} },
		Row:   e.row,
	})
	e.leaf = record.Sheet(
		widgets.Note("Only where something is kept back: under which section of the law, and why. The reply prints both."),
		e.list.Content,
	)
	return e, e.leaf
}

func (e *exemptions) row(at string, of *data.Exemption) fyne.CanvasObject {
	f := e.page.Form
	x := &exemption{page: e.page, of: of, test: data.PublicInterestOf(of.PublicInterest), class: widgets.Note(""), says: widgets.Note("")}
	if at == "exemptions[0]." { // all of them are made anew
		e.rows = nil
	}
	e.rows = append(e.rows, x)
	section := f.Text(at+"section", "As the reply cites it", "43(2)", &of.Section)
	pick := widgets.NewPicker("Choose a section…", x.laws)
	chosen := data.ID("")
	if law, known := of.Law(e.page.Record.Regime); known {
		chosen = x.idOf(law)
	}
	picked := f.Pick(at+"law", "Section of the law", "", pick, &chosen)
	write := pick.OnChosen
	pick.OnChosen = func(id data.ID) {
		x.choose(id)
		write(id)
		e.list.Build()
		e.said = ""
		e.page.Touch()
	}
	parts := widgets.Section("The public interest test",
		f.Lines(at+"public_interest.for", "What speaks for disclosing it", "", 3, &x.test.For),
		f.Lines(at+"public_interest.against", "What speaks for keeping it back", "", 3, &x.test.Against),
		f.Lines(at+"public_interest.balance", "Where the balance lies, and why", "", 3, &x.test.Balance),
	)
	x.weigh = parts
	x.refresh()
	return widgets.Stack(
		widgets.Columns(picked, section), x.class, x.says,
		f.Lines(at+"reason", "Why it applies here", "the reply prints this", 4, &of.Reason),
		f.Tick(at+"neither_confirm_nor_deny", "Neither confirm nor deny", "The reply does not say whether the office holds it", &of.NeitherConfirmNorDeny),
		parts, widget.NewSeparator(),
	)
}

// laws are the sections to choose from, in the order of the law.
func (x *exemption) laws() []widgets.Option {
	var options []widgets.Option
	for _, law := range data.LawsUnder(x.page.Record.Regime) {
		options = append(options, widgets.Option{ID: data.ID(law.Section), Label: law.Section + " – " + law.Title})
	}
	return options
}

// idOf is the option of a section.
func (x *exemption) idOf(law data.ExemptionLaw) data.ID {
	if x.page.Record.Regime == data.RegimeMixed && x.of.Under(data.RegimeMixed) == data.RegimeEIR {
		return data.ID("regulation " + law.Section)
	}
	return data.ID(law.Section)
}

// choose cites a section that was picked. Of the section that was cited already its subsection stays.
func (x *exemption) choose(id data.ID) {
	law, known := x.of.Law(x.page.Record.Regime)
	if !known || x.idOf(law) != id {
		x.of.Section = string(id)
	}
}

// gather keeps the parts of each test as the one text that they print as.
func (e *exemptions) gather() {
	list := e.page.Record.Exemptions
	for i := range min(len(list), len(e.rows)) {
		x := e.rows[i]
		if x.of == &list[i] && x.test != data.PublicInterestOf(x.of.PublicInterest) {
			x.of.PublicInterest = x.test.String()
		}
	}
}

func (x *exemption) refresh() {
	regime := x.page.Record.Regime
	law, _ := x.of.Law(regime)
	setText(x.class, strings.TrimSpace(law.Title+". "+law.Class.Label()+"."))
	setText(x.says, x.of.Guidance(regime))
	show(x.class, law.Section != "")
	show(x.says, x.says.Text != "")
	show(x.weigh, x.of.NeedsPublicInterest(regime) || x.of.PublicInterest != "")
}

func show(o fyne.CanvasObject, yes bool) {
	switch {
	case yes == o.Visible():
	case yes:
		o.Show()
	default:
		o.Hide()
	}
}

// refresh says what the law asks of each section that is cited now. Words that wrap know their height only once they have their width, so
// that the leaf is laid out anew when others are shown.
func (e *exemptions) refresh() {
	said := ""
	for _, x := range e.rows {
		x.refresh()
		said += x.says.Text
	}
	if said != e.said {
		e.said = said
		e.list.Content.Refresh()
		e.leaf.Refresh()
	}
}

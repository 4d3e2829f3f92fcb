package foi

import (
	"fmt"

	"almoner/data"
	"almoner/ui/lang"
	"almoner/ui/record"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// exemptions are the reasons in law for which something is kept back: each with its class, what the law asks of it, and the public interest
// test where it is a qualified one.
type exemptions struct {
	page    *page
	rows    *record.Rows[data.Exemption]
	tests   map[data.RowID]*data.PublicInterest // as they stand in the fields
	shape   string                              // what the rows were made for
	content fyne.CanvasObject
}

func newExemptions(a *answering) *exemptions {
	p := a.page
	x := &exemptions{page: p, tests: map[data.RowID]*data.PublicInterest{}}
	p.Form.OnChange(x.gather)
	p.Form.ReadOnly = p.Record.Sent()
	defer func() { p.Form.ReadOnly = false }()
	x.rows = record.NewRows(p.Form, p.Touch, record.RowsOf[data.Exemption]{
		Key: "exemptions", List: &p.Record.Exemptions, Add: lang.L("Add an exemption"),
		Fresh: func([]data.Exemption) data.Exemption { return data.Exemption{ID: data.NewRowID()} },
		Row:   x.row,
	})
	x.shape = x.shapeNow()
	x.content = record.Sheet(
		widgets.Note(lang.L("Only what is kept back needs an exemption. If everything is given, there is nothing to do here.")),
		x.rows.Content,
	)
	return x
}

// shapeNow tells the classes of the exemptions apart, after which their fields go.
func (x *exemptions) shapeNow() string {
	shape := string(x.page.Record.Regime)
	for _, e := range x.page.Record.Exemptions {
		law, _ := e.Law(x.page.Record.Regime)
		shape += fmt.Sprintf("|%s %v", law.Section, e.NeedsPublicInterest(x.page.Record.Regime))
	}
	return shape
}

// refresh makes the rows anew where an exemption has become one of another section.
func (x *exemptions) refresh() {
	if x.page.Record.Sent() || x.shapeNow() == x.shape {
		return
	}
	x.shape = x.shapeNow()
	focused := x.page.Form.KeyOf(x.page.Desk.Window().Canvas().Focused())
	x.rows.Build()
	if control, focus := x.page.Form.Find(focused); focused != "" && focus != nil {
		x.page.Desk.Window().Canvas().Focus(focus)
		if e, ok := control.(*widgets.Entry); ok {
			e.CursorColumn = len([]rune(e.Text))
			e.Refresh()
		}
	}
}

func (x *exemptions) row(at string, e *data.Exemption) fyne.CanvasObject {
	f, regime := x.page.Form, x.page.Record.Regime
	law, known := e.Law(regime)
	section := f.Text(at+"section", lang.L("Section, with its subsection"), "40(2)", &e.Section)
	fields := []fyne.CanvasObject{}
	if laws := data.LawsUnder(regime); len(laws) > 0 && !x.page.Record.Sent() {
		fields = append(fields, widgets.Columns(x.law(at, e, laws), section))
	} else {
		fields = append(fields, section)
	}
	if known {
		class := widget.NewLabel(lang.L(law.Class.Label()) + ".")
		class.Wrapping = fyne.TextWrapWord
		fields = append(fields, class)
	}
	if guidance := e.Guidance(regime); guidance != "" {
		fields = append(fields, widgets.Note(guidance))
	}
	fields = append(fields,
		f.Tick(at+"neither_confirm_nor_deny", lang.L("Do we say that we hold it?"), lang.L("We neither confirm nor deny it"), &e.NeitherConfirmNorDeny),
		f.Lines(at+"reason", lang.L("Why it applies"), lang.L("printed in the letter"), 4, &e.Reason),
	)
	if e.NeedsPublicInterest(regime) || e.PublicInterest != "" {
		fields = append(fields, x.test(at, e))
	}
	return widgets.Stack(append(fields, widget.NewSeparator())...)
}

// law is a picker of the sections or regulations, which writes the number of one into the section.
func (x *exemptions) law(at string, e *data.Exemption, laws []data.ExemptionLaw) fyne.CanvasObject {
	pick := widgets.NewPicker(lang.L("Choose what the law offers"), func() []widgets.Option {
		options := make([]widgets.Option, len(laws))
		for i, law := range laws {
			options[i] = widgets.Option{ID: data.ID(law.Section), Label: law.Section + " – " + law.Title}
		}
		return options
	})
	chosen := data.ID("")
	if law, known := e.Law(x.page.Record.Regime); known {
		chosen = data.ID(law.Section)
		if x.page.Record.Regime == data.RegimeMixed && e.Under(data.RegimeMixed) == data.RegimeEIR {
			chosen = data.ID(lang.F("regulation %s", law.Section))
		}
	}
	field := x.page.Form.Pick(at+"law", lang.L("Exemption"), "", pick, &chosen)
	id := e.ID
	pick.OnChosen = func(section data.ID) { x.choose(id, string(section)) }
	return field
}

func (x *exemptions) choose(id data.RowID, section string) {
	for i := range x.page.Record.Exemptions {
		if e := &x.page.Record.Exemptions[i]; e.ID == id {
			e.Section = section
		}
	}
	x.shape = x.shapeNow()
	x.rows.Build()
	x.page.Touch()
}

// test is the public interest test in its parts.
func (x *exemptions) test(at string, e *data.Exemption) fyne.CanvasObject {
	f := x.page.Form
	test := data.PublicInterestOf(e.PublicInterest)
	x.tests[e.ID] = &test
	return widgets.Section(lang.L("The public interest test"),
		widgets.Columns(
			f.Lines(at+"public_interest.for", lang.L("For disclosing it"), "", 4, &test.For),
			f.Lines(at+"public_interest.against", lang.L("For keeping it back"), "", 4, &test.Against),
		),
		f.Lines(at+"public_interest.balance", lang.L("Where the balance lies"), "", 3, &test.Balance),
	)
}

// gather puts the parts of the tests together, before anybody looks at the record.
func (x *exemptions) gather() {
	for i := range x.page.Record.Exemptions {
		e := &x.page.Record.Exemptions[i]
		if test := x.tests[e.ID]; test != nil && test.String() != data.PublicInterestOf(e.PublicInterest).String() {
			e.PublicInterest = test.String()
		}
	}
}

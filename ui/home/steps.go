package home

import (
	"almoner/data"
	"almoner/ui/desk"
	"almoner/ui/funds"
	"almoner/ui/grants"
	"almoner/ui/lang"
	"almoner/ui/partners"
	"almoner/ui/record"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// stepsDone are which of the first steps an office has taken.
type stepsDone struct{ office, fund, partner, grant bool }

// stepsOf reads them from the register. An office that has an address on its papers has said who it is.
func stepsOf(reg *data.Register) stepsDone {
	return stepsDone{
		office: reg.Details().Address != "", fund: reg.Count(data.KindFund) > 0,
		partner: reg.Count(data.KindOrganisation) > 0, grant: reg.Count(data.KindGrant) > 0,
	}
}

func (s stepsDone) all() bool { return s == stepsDone{true, true, true, true} }

// What a person has said about the first steps of an office: nothing has them shown until all are taken.
//
//lang:no the names of settings
const (
	stepsKept   = "first steps"
	stepsLater  = "not now"
	stepsWanted = "wanted"
)

// wantsSteps reports whether the first steps are to be shown.
func (p *Page) wantsSteps() bool {
	for _, said := range p.desk.Kept(stepsKept) {
		return said == stepsWanted
	}
	return !p.shown.steps.all()
}

// ShowSteps shows the first steps again.
func (p *Page) ShowSteps() { p.keepSteps(stepsWanted) }

// putOff takes the first steps away until somebody asks for them.
func (p *Page) putOff() {
	p.keepSteps(stepsLater)
	p.desk.Say(lang.L("The first steps are in the menu Help whenever you want them."), nil)
}

func (p *Page) keepSteps(said string) {
	p.desk.Keep(stepsKept, []string{said})
	if p.shown != nil {
		p.show(p.shown)
		p.focus()
	}
}

// steps are what an office does first, each ticked once it is done.
func (p *Page) steps(done stepsDone) fyne.CanvasObject {
	d := p.desk
	office := d.Office().Register().Details().ID
	later := widgets.NewButton("home.steps.later", lang.L("Not now"), nil, p.putOff)
	later.Importance = widget.LowImportance
	rows := widgets.Stack(container.NewBorder(nil, nil, nil, later, heading(lang.L("First steps"))))
	if done.all() {
		later.SetText(lang.L("Close"))
		rows.Add(widgets.Note(lang.L("All of them are done.")))
	}
	for _, s := range []step{
		{
			"office", done.office, lang.L("1. Say who you are: the office’s name and address, and how its papers are to look."), lang.L("Fill in the office’s details"),
			func() { record.OpenOrSay(d, data.KindOffice, office) },
		},
		{
			"fund", done.fund, lang.L("2. Put down the money that comes in, with the day by which it has to be spent."), lang.L("Add a fund"),
			func() { begin(funds.NewRegister(d)) },
		},
		{"partner", done.partner, lang.L("3. Put down who you give money to."), lang.L("Add an organisation"), func() { begin(partners.NewRegister(d)) }},
		{"grant", done.grant, lang.L("4. Put down a grant: to whom, for what, out of which fund."), lang.L("Add a grant"), func() { begin(grants.NewRegister(d)) }},
	} {
		rows.Add(s.row())
	}
	return rows
}

// step is one of the first steps, and what it begins.
type step struct {
	name         string
	done         bool
	words, label string
	do           func()
}

// row is the step with its button, or with a tick and in quiet words once it is done.
func (s step) row() fyne.CanvasObject {
	said := widget.NewLabel(s.words)
	said.Wrapping = fyne.TextWrapWord
	if s.done {
		said.Importance = widget.LowImportance
		tick := widget.NewIcon(theme.NewSuccessThemedResource(theme.ConfirmIcon()))
		return container.NewBorder(nil, nil, container.New(layout.NewCustomPaddedLayout(0, 0, theme.Padding(), 0), container.NewCenter(tick)),
			widgets.Note(lang.L("Done")), said)
	}
	return widgets.Stack(said, container.NewHBox(widgets.NewMainButton("home.step."+s.name, s.label, theme.NavigateNextIcon(), s.do)))
}

// begin begins a new record of a list.
func begin(list desk.Page) {
	if m, ok := list.(desk.Maker); ok {
		m.New()
	}
}

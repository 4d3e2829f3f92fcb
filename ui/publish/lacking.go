package publish

import (
	"strings"

	"almoner/data"
	"almoner/ui/desk"
	"almoner/ui/lang"
	"almoner/ui/record"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// lacking is the page of the records that something is missing of.
type lacking struct {
	desk desk.Desk
	lack data.Lack
	list *record.Beside[data.Record]
}

func newLacking(d desk.Desk, l data.Lack) *lacking {
	p := &lacking{desk: d, lack: l}
	said := widget.NewLabel(l.Sentence)
	said.TextStyle.Bold = true
	p.list = record.NewBeside("lacking.list", p.columns(), said, func(r data.Record) {
		record.OpenOrSay(d, r.RecordKind(), r.Stamped().ID)
	})
	p.refresh()
	return p
}

func (p *lacking) columns() []record.BesideColumn[data.Record] {
	column := record.NewBesideColumn[data.Record]
	day := column("day", lang.L("Day"), 0, 110, func(r data.Record) string { return dayOf(r).String() })
	day.Rank = func(r data.Record) float64 { return dayOf(r).Rank() }
	return []record.BesideColumn[data.Record]{
		column("title", lang.L("What"), 6, 220, func(r data.Record) string { return strings.Join(strings.Fields(r.Label()), " ") }),
		column("who", lang.L("Whom it concerns"), 4, 150, p.whom),
		day,
	}
}

// whom is the recipient of a grant, or who takes a decision.
func (p *lacking) whom(r data.Record) string {
	switch r := r.(type) {
	case *data.Grant:
		return p.desk.Office().Register().NameOf(r.Recipient)
	case *data.Decision:
		return r.DecisionMaker
	default:
		return ""
	}
}

// dayOf is the day on which a record came to be something to publish.
func dayOf(r data.Record) data.Date {
	switch r := r.(type) {
	case *data.Grant:
		return r.AwardDate
	case *data.Decision:
		return r.SignedOn
	case *data.FOIRequest:
		return r.RespondedOn()
	default:
		return data.Date{}
	}
}

// refresh lists the records as the register has them now.
func (p *lacking) refresh() {
	reg := p.desk.Office().Register()
	var rows []data.Record
	for _, r := range p.lack.Records {
		if now, ok := reg.Find(r.RecordKind(), r.Stamped().ID); ok {
			rows = append(rows, now)
		}
	}
	p.list.Show(rows, lang.L("As it stood when this list was opened."))
}

// Title is what is missing.
func (p *lacking) Title() string { return strings.TrimSuffix(p.lack.Sentence, ".") }

// Section is the section.
func (p *lacking) Section() desk.Section { return desk.Publish }

// Content is the page.
func (p *lacking) Content() fyne.CanvasObject { return p.list.Content }

// Arrived shows the records as they are now.
func (p *lacking) Arrived() { p.refresh() }

// Changed shows them after a save.
func (p *lacking) Changed(data.Record) { p.refresh() }

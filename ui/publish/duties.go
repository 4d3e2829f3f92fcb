package publish

import (
	"almoner/data"
	"almoner/reports"
	"almoner/ui/desk"
	"almoner/ui/lang"
	"almoner/ui/paper"
	"almoner/ui/record"
	look "almoner/ui/theme"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// law is what a duty asks for, in the words of the law as far as a sentence goes, and how often.
type law struct {
	asks  string
	often string
	knows string // what the register cannot know about it
	paper string // in the catalogue of papers; empty where each record has its own
}

// The Order is the Elected Local Policing Bodies (Specified Information) Order 2011; its Schedule names what is to be published.
//
//lang:words
var laws = map[data.Duty]law{
	data.DutyDecisions: {
		asks:  "A record of each decision of significant public interest that arises from the commissioner’s functions (2011 Order, Schedule, paragraph 5(d)).",
		often: "As soon as practicable.",
	},
	data.DutyGrants: {
		asks:  "Of each crime and disorder reduction grant its recipient, its purpose, any conditions, and why it was thought to secure a reduction of crime and disorder (2011 Order, Schedule, paragraph 3(f)).",
		often: "Each month, as soon as practicable after it has ended.",
		paper: "crime-grants",
	},
	data.DutySpending: {
		asks:  "Of each item of spending over £500 other than those grants its recipient, its purpose, and why it was thought to be good value for money (2011 Order, Schedule, paragraph 3(g)).",
		often: "Each month, as soon as practicable after it has ended.",
		knows: "The register knows the payments of its own grants and contracts. Other spending, the chief constable’s, and the reasons for good value come from the finance system.",
		paper: "spend-over-500",
	},
	data.DutyContracts: {
		asks:  "A copy of each contract worth more than £10,000 (2011 Order, Schedule, paragraph 4(b)).",
		often: "Each contract.",
		knows: "The register knows the contracts for its own services, and not those of the rest of the office or of the chief constable.",
	},
	data.DutyLog: {
		asks:  "Not asked for by the Order: an authority publishes what its publication scheme promises (Freedom of Information Act 2000, section 19).",
		often: "As the scheme says.",
		paper: "foi-log",
	},
}

// duties is what the law wants published, how each stands, and what can be done about it.
type duties struct {
	desk    desk.Desk
	year    data.FinancialYear
	years   *widgets.Choice
	cards   *fyne.Container
	content fyne.CanvasObject
}

// widest is how wide a duty's sentences grow before they get hard to read, in Fyne's units.
const widest = 980

func newDuties(d desk.Desk) *duties {
	v := &duties{desk: d, year: data.FinancialYearOf(d.Today()), cards: widgets.Stack()}
	details := d.Office().Register().Details()
	v.years = widgets.NewChoice("publish.year", []string{details.Year(v.year), details.Year(v.year - 1), details.Year(v.year - 2)}, nil)
	v.years.SetSelected(details.Year(v.year))
	v.years.OnChanged = v.pickYear
	top := container.NewHBox(widget.NewLabel(lang.L("Lists of a year are made for")), v.years)
	v.content = container.NewBorder(top, nil, nil, nil, container.NewVScroll(container.New(layout.NewCustomPaddedLayout(4, 4, 4, 16), widgets.Narrow(widest, v.cards))))
	v.refresh()
	return v
}

func (v *duties) pickYear(label string) {
	if y, err := data.ParseFinancialYear(label); err == nil {
		v.year = y
		v.refresh()
	}
}

// refresh shows how each duty stands now.
func (v *duties) refresh() {
	reg := v.desk.Office().Register()
	v.cards.RemoveAll()
	for i, s := range reg.DutiesOn(v.desk.Today()) {
		if i > 0 {
			v.cards.Add(widget.NewSeparator())
		}
		v.cards.Add(v.card(s))
	}
	v.cards.Refresh()
}

// card is one duty.
func (v *duties) card(s data.DutyState) fyne.CanvasObject {
	what := laws[s.Duty]
	title := widget.NewLabel(lang.L(s.Duty.Label()))
	title.TextStyle.Bold = true
	name := "publish." + string(s.Duty)
	buttons := container.NewHBox()
	if p, ok := reports.PaperNamed(what.paper); ok {
		buttons.Add(paper.NewWhole(v.desk, name+".make", p, func() data.FinancialYear { return v.year }))
	}
	if ask := v.asker(s); ask != nil {
		buttons.Add(widgets.NewButton(name+".mark", lang.L("Record as published…"), theme.ConfirmIcon(), ask.show))
	}
	card := widgets.Stack(widgets.Headed(title, buttons))
	for _, lack := range s.Lacks {
		card.Add(v.lack(name, lack))
		if due := dueFor(s.Duty, lack); due != "" {
			card.Add(widget.NewLabel(due))
		}
	}
	if len(s.Lacks) == 0 {
		card.Add(widget.NewLabel(v.nothing(s.Duty)))
	}
	card.Add(v.stands(s, what))
	card.Add(small(lang.L(what.asks)))
	if what.knows != "" {
		card.Add(small(lang.L(what.knows)))
	}
	return card
}

func small(words string) *widget.Label {
	l := widgets.Note(words)
	l.SizeName = look.SizeSmall
	return l
}

// dueFor is which month is due, or since which day something is.
func dueFor(duty data.Duty, l data.Lack) string {
	since, first, last := duty.DueSince(l.First).Long(), monthOf(l.First), monthOf(l.Last)
	switch {
	case l.First.IsZero():
		return ""
	case !duty.Monthly():
		return lang.F("Due since %s.", since)
	case first == last:
		return lang.F("Due for %s, since %s.", first, since)
	default:
		return lang.F("Due for %s to %s, since %s.", first, last, since)
	}
}

func monthOf(day data.Date) string {
	return data.Date{Year: day.Year, Month: day.Month, Day: 1, Precision: data.ToTheMonth}.Long()
}

// nothing says that nothing is due, and what will be next.
func (v *duties) nothing(duty data.Duty) string {
	if !duty.Monthly() {
		return lang.L("Nothing that the register knows of is missing.")
	}
	today := v.desk.Today()
	return lang.F("Nothing that the register knows of is missing. Next due for %s, from %s.", monthOf(today), duty.DueSince(today).Long())
}

// stands is how often the duty falls due, and when it was last met.
func (v *duties) stands(s data.DutyState, what law) fyne.CanvasObject {
	often := widget.NewLabel(lang.L(what.often))
	if s.Last == nil {
		return widgets.Headed(often, widget.NewLabel(lang.L("No publication is put down yet.")))
	}
	said := lang.F("Last published on %s", s.Last.PublishedOn.Long())
	if s.Last.PublishedOn.IsZero() {
		said = lang.L("Published on a day that is not put down")
	}
	last := widgets.NewButton("publish."+string(s.Duty)+".last", said, nil, func() { v.desk.Open(NewPage(v.desk, s.Last)) })
	last.Importance = widget.LowImportance
	return widgets.Headed(often, last)
}

// lack is one thing that is missing; it opens what is behind it.
func (v *duties) lack(name string, l data.Lack) fyne.CanvasObject {
	words := widget.NewLabel(l.Sentence)
	words.TextStyle.Bold = true
	words.Wrapping = fyne.TextWrapWord
	show := widgets.NewButton(name+".lack", lang.L("Show"), theme.NavigateNextIcon(), func() { v.openLack(l) })
	show.Speak(lang.F("Show: %s", l.Sentence))
	sign := widget.NewIcon(theme.NewWarningThemedResource(theme.WarningIcon()))
	return container.NewBorder(nil, nil, container.New(layout.NewCustomPaddedLayout(0, 0, theme.Padding(), 0), container.NewCenter(sign)), container.NewCenter(show), words)
}

// openLack opens the record that something is missing of, or the list of them where there are several.
func (v *duties) openLack(l data.Lack) {
	if len(l.Records) == 1 {
		record.OpenOrSay(v.desk, l.Records[0].RecordKind(), l.Records[0].Stamped().ID)
		return
	}
	v.desk.Open(newLacking(v.desk, l))
}

// Title is the name of the section.
func (v *duties) Title() string { return desk.Publish.Label() }

// Section is the section.
func (v *duties) Section() desk.Section { return desk.Publish }

// Content is the leaf.
func (v *duties) Content() fyne.CanvasObject { return v.content }

// Arrived shows how the duties stand now: a month may have ended.
func (v *duties) Arrived() { v.refresh() }

// Changed shows how the duties stand after a save.
func (v *duties) Changed(rec data.Record) {
	switch rec.RecordKind() {
	case data.KindPublication, data.KindDecision, data.KindGrant, data.KindFOIRequest, data.KindOrganisation:
		v.refresh()
	default:
	}
}

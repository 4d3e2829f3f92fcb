package boardpapers

import (
	"strings"

	"almoner/data"
	"almoner/ui/desk"
	"almoner/ui/lang"
	"almoner/ui/paper"
	"almoner/ui/record"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

type newsPage = record.Page[*data.NewsRelease]

// NewNewsReleasePage is the page of one news release.
func NewNewsReleasePage(d desk.Desk, n *data.NewsRelease) desk.Page {
	return record.New(d, record.Kind[*data.NewsRelease]{
		Section: desk.Papers,
		Name:    "newsrelease",
		Heading: func(n *data.NewsRelease) string {
			if n.Headline == "" {
				return lang.L("New news release")
			}
			return n.Headline
		},
		Tabs: func(p *newsPage) []record.Tab {
			return []record.Tab{
				{Title: lang.L("Release"), Content: release(p)},
				{Title: lang.L("Quotations"), Content: quotations(p)},
				p.History(),
			}
		},
	}, n)
}

func release(p *newsPage) fyne.CanvasObject {
	f, n, d := p.Form, p.Record, p.Desk
	return record.Sheet(
		record.NewSteps(p, record.StepsOf[*data.NewsRelease]{
			First: string(data.PaperDraft), Verb: verb, Before: func(stage string) string { return beforeRelease(p, stage) },
		}),
		f.Text("headline", lang.L("Headline"), "", &n.Headline),
		widgets.Columns(
			f.Date("date", lang.L("Date"), "", d.Today(), &n.Date),
			f.Text("embargo", lang.L("Not for publication before"), lang.L("6am on 4 June"), &n.Embargo),
		),
		f.Lines("body", lang.L("The news"), lang.L("** ** sets bold"), 14, &n.Body),
		f.Pick("contact", lang.L("Whom to ask"), lang.L("printed at the end"), record.PickPerson(d, lang.L("Choose a person")), &n.Contact),
		record.NewChosen(f, p.Touch, record.ChosenOf{
			Key: "about", Label: lang.L("What it is about"), Hint: lang.L("organisations are described at the end"), List: &n.About,
			Picker: record.PickAny(d, lang.L("Add a grant, a decision, an organisation…"), data.KindOrganisation, data.KindGrant, data.KindDecision, data.KindFund,
				data.KindProgramme, data.KindTrainingEvent, data.KindSpecification, data.KindBoardPaper),
		}),
	)
}

// beforeRelease is what there is to see to before anybody outside the office reads the release.
func beforeRelease(p *newsPage, stage string) string {
	if data.PaperStatus(stage) != data.PaperPublished && data.PaperStatus(stage) != data.PaperCleared {
		return ""
	}
	sentences := paper.ToSeeTo(p.Desk.Office().Register(), p.Desk.Today(), "news-release", data.Clone(p.Record))
	if len(sentences) == 0 {
		return ""
	}
	return lang.F("Look at this first:\n• %s", strings.Join(sentences, "\n• "))
}

func quotations(p *newsPage) fyne.CanvasObject {
	f := p.Form
	return record.Sheet(record.NewRows(f, p.Touch, record.RowsOf[data.Quotation]{
		Key: "quotations", List: &p.Record.Quotations, Add: lang.L("Add a quotation"), Moves: true,
		Fresh: func([]data.Quotation) data.Quotation { return data.Quotation{ID: data.NewRowID()} },
		Row: func(at string, q *data.Quotation) fyne.CanvasObject {
			return widgets.Stack(
				f.Pick(at+"contact", lang.L("Who said it"), "", record.PickPerson(p.Desk, lang.L("Choose a person")), &q.Contact),
				f.Lines(at+"words", lang.L("The words"), lang.L("without quotation marks"), 3, &q.Words),
				widget.NewSeparator(),
			)
		},
	}).Content)
}

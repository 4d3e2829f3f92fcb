package boardpapers

import (
	"strings"

	"almoner/data"
	"almoner/ui/desk"
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
				return "New news release"
			}
			return n.Headline
		},
		Tabs: func(p *newsPage) []record.Tab {
			return []record.Tab{
				{Title: "Release", Content: release(p)},
				{Title: "Quotations", Content: quotations(p)},
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
		f.Text("headline", "Headline", "", &n.Headline),
		widgets.Columns(
			f.Date("date", "Date", "", d.Today(), &n.Date),
			f.Text("embargo", "Not for publication before", "6am on 4 June", &n.Embargo),
		),
		f.Lines("body", "The news", "** ** sets bold", 14, &n.Body),
		f.Pick("contact", "Whom to ask", "printed at the end", record.PickPerson(d, "Choose a person"), &n.Contact),
		record.NewChosen(f, p.Touch, record.ChosenOf{
			Key: "about", Label: "What it is about", Hint: "organisations are described at the end", List: &n.About,
			Picker: record.PickAny(d, "Add a grant, a decision, an organisation…", data.KindOrganisation, data.KindGrant, data.KindDecision, data.KindFund,
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
	return "Look at this first:\n• " + strings.Join(sentences, "\n• ")
}

func quotations(p *newsPage) fyne.CanvasObject {
	f := p.Form
	return record.Sheet(record.NewRows(f, p.Touch, record.RowsOf[data.Quotation]{
		Key: "quotations", List: &p.Record.Quotations, Add: "Add a quotation", Moves: true,
		Fresh: func([]data.Quotation) data.Quotation { return data.Quotation{ID: data.NewRowID()} },
		Row: func(at string, q *data.Quotation) fyne.CanvasObject {
			return widgets.Stack(
				f.Pick(at+"contact", "Who said it", "", record.PickPerson(p.Desk, "Choose a person"), &q.Contact),
				f.Lines(at+"words", "The words", "without quotation marks", 3, &q.Words),
				widget.NewSeparator(),
			)
		},
	}).Content)
}

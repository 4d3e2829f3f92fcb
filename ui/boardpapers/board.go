package boardpapers

import (
	"slices"
	"strings"

	"almoner/data"
	"almoner/reports"
	"almoner/ui/desk"
	"almoner/ui/lang"
	"almoner/ui/record"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

type boardPage = record.Page[*data.BoardPaper]

// NewBoardPaperPage is the page of one board paper.
func NewBoardPaperPage(d desk.Desk, p *data.BoardPaper) desk.Page {
	var warning *widget.Label
	return record.New(d, record.Kind[*data.BoardPaper]{
		Section: desk.Papers,
		Name:    "boardpaper",
		Heading: boardHeading,
		Tabs: func(p *boardPage) []record.Tab {
			details := boardDetails(p)
			var words fyne.CanvasObject
			words, warning = boardWording(p)
			return []record.Tab{
				{Title: lang.L("Paper"), Content: details},
				{Title: lang.L("Sections"), Content: words},
				{Title: lang.L("Sources and files"), Content: boardSources(p)},
				p.History(),
			}
		},
		Refreshed: func(p *boardPage) { say(warning, partTwoSays(p.Record)) },
	}, p)
}

func boardHeading(p *data.BoardPaper) string {
	switch {
	case p.Title == "":
		return lang.L("New board paper")
	case p.Reference == "":
		return p.Title
	default:
		return string(p.Reference) + " – " + p.Title
	}
}

func boardDetails(p *boardPage) fyne.CanvasObject {
	f, b, d := p.Form, p.Record, p.Desk
	return record.Sheet(
		record.NewSteps(p, record.StepsOf[*data.BoardPaper]{First: string(data.PaperDraft), Verb: verb}),
		f.Text("title", lang.L("Title"), "", &b.Title),
		widgets.Columns(
			record.Numbered(p, f.Reference("reference", lang.L("Reference"), "", &b.Reference)),
			f.Date("date", lang.L("Date"), "", d.Today(), &b.Date),
		),
		widgets.Columns(
			f.Text("to", lang.L("To"), lang.L("the board"), &b.To),
			f.Text("from", lang.L("From"), "", &b.From),
		),
		widgets.Columns(
			f.Text("meeting", lang.L("Meeting"), "", &b.Meeting),
			f.Text("marking", lang.L("Protective marking"), "OFFICIAL", &b.Marking),
		),
		record.NewChosen(f, p.Touch, record.ChosenOf{
			Key: "contact_officers", Label: lang.L("Contact officers"), List: &b.ContactOfficers, Picker: record.PickPerson(d, lang.L("Add an officer to ask")),
		}),
	)
}

// verb is what the button of a step says.
func verb(stage string) string {
	switch data.PaperStatus(stage) {
	case data.PaperDraft:
		return lang.L("Back to draft")
	case data.PaperCleared:
		return lang.L("Clear")
	case data.PaperPublished:
		return lang.L("Publish")
	case data.PaperWithdrawn:
		return lang.L("Withdraw")
	default:
		return stage
	}
}

func boardWording(p *boardPage) (fyne.CanvasObject, *widget.Label) {
	f, b := p.Form, p.Record
	warning := widgets.Note("")
	warning.Hide()
	return record.Sheet(
		warning,
		widgets.Section(lang.L("Sections"), record.NewSections(f, p.Touch, record.SectionsOf{
			List: &b.Sections, Usual: reports.BoardHeadings(p.Desk.Office().Register().Details()),
		})),
		widgets.Section(lang.L("Recommendations"),
			widgets.Note(lang.L("They stand second in the paper, and again as its end.")),
			record.NewTexts(f, p.Touch, "recommendations", lang.L("It is recommended"), lang.L("Add a recommendation"), 2, &b.Recommendations)),
	), warning
}

// partTwoSays is which sections somebody has marked as not for the public. A board's paper has no second part: all of it is printed.
func partTwoSays(b *data.BoardPaper) string {
	var headings []string
	for _, s := range b.Sections {
		if s.Part == 2 {
			headings = append(headings, "“"+s.Heading+"”")
		}
	}
	if len(headings) == 0 {
		return ""
	}
	return lang.F("Not for the public: %s. The paper prints all of its sections, so mind whom it is given to.", strings.Join(slices.Compact(headings), ", "))
}

func boardSources(p *boardPage) fyne.CanvasObject {
	return record.Sheet(
		widgets.Section(lang.L("Source documents"),
			record.NewTexts(p.Form, p.Touch, "source_documents", lang.L("Document"), lang.L("Add a source document"), 1, &p.Record.SourceDocuments)),
		widgets.Section(lang.L("Files that the paper names"), record.NewEnclosures(p, &p.Record.Attachments)),
	)
}

// say shows a sentence, or nothing.
func say(l *widget.Label, words string) {
	if l.Text == words {
		return
	}
	l.SetText(words)
	if words == "" {
		l.Hide()
	} else {
		l.Show()
	}
}

package office

import (
	"cmp"
	"fmt"

	"almoner/data"
	"almoner/ui/desk"
	"almoner/ui/lang"
	"almoner/ui/record"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
)

// questions is the question bank: what one requester asked about every grant, kept for the next.
type questions struct {
	desk     desk.Desk
	list     *record.Beside[*data.Question]
	answered map[data.ID]int // how many grants answer each
}

func newQuestions(d desk.Desk) *questions {
	q := &questions{desk: d}
	add := widgets.NewButton("office.question.new", lang.L("New question"), theme.ContentAddIcon(), func() {
		d.Open(NewQuestionPage(d, &data.Question{Stamp: data.Stamp{ID: data.NewID()}}))
	})
	q.list = record.NewBeside("office.questions", q.columns(), container.NewHBox(layout.NewSpacer(), add), func(question *data.Question) {
		d.Open(NewQuestionPage(d, question))
	})
	q.refresh()
	return q
}

func (q *questions) columns() []record.BesideColumn[*data.Question] {
	column := record.NewBesideColumn[*data.Question]
	answers := column("answers", lang.L("Grants that answer it"), 1, 150, func(question *data.Question) string { return fmt.Sprint(q.answered[question.ID]) })
	answers.Figures, answers.Rank = true, func(question *data.Question) float64 { return float64(q.answered[question.ID]) }
	return []record.BesideColumn[*data.Question]{
		column("wording", lang.L("Question"), 8, 240, func(question *data.Question) string { return question.Wording }),
		column("key", lang.L("Short name"), 2, 120, func(question *data.Question) string { return question.Key }),
		answers,
	}
}

func (q *questions) refresh() {
	reg := q.desk.Office().Register()
	q.answered = map[data.ID]int{}
	for _, g := range data.All[*data.Grant](reg) {
		for _, a := range g.Answers {
			q.answered[a.Question]++
		}
	}
	all := data.All[*data.Question](reg)
	foot := lang.L("Asked once by one requester, answered for every grant, ready for the next. The columns of a reply’s tables can be questions of this list.")
	if len(all) == 0 {
		foot = lang.F("There is no question yet. %s", foot)
	}
	q.list.Show(all, foot)
}

// NewQuestionPage is the page of one question.
func NewQuestionPage(d desk.Desk, q *data.Question) desk.Page {
	return record.New(d, record.Kind[*data.Question]{
		Section: desk.Office,
		Name:    "question",
		Heading: func(q *data.Question) string { return cmp.Or(q.Wording, lang.L("New question")) },
		Tabs: func(p *record.Page[*data.Question]) []record.Tab {
			return []record.Tab{{Title: lang.L("Question"), Content: questionForm(p)}, p.History()}
		},
	}, q)
}

func questionForm(p *record.Page[*data.Question]) fyne.CanvasObject {
	f, q := p.Form, p.Record
	return record.Sheet(
		f.Lines("wording", lang.L("Question"), lang.L("as it was asked"), 3, &q.Wording),
		f.Text("key", lang.L("Short name"), lang.L("a few words that the office knows it by"), &q.Key),
	)
}

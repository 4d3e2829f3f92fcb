package grants

import (
	"almoner/data"
	"almoner/ui/record"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
)

// outcomes edits what a grant is measured by.
func outcomes(p *record.Page[*data.Grant]) fyne.CanvasObject {
	f := p.Form
	return widgets.Section("Outcomes", record.NewRows(f, p.Touch, record.RowsOf[data.Outcome]{
		Key: "outcomes", List: &p.Record.Outcomes, Add: "Add an outcome",
		Fresh: func([]data.Outcome) data.Outcome { return data.Outcome{ID: data.NewRowID()} },
		Row: func(at string, o *data.Outcome) fyne.CanvasObject {
			return widgets.Columns(
				f.Text(at+"measure", "Measure", "", &o.Measure),
				f.Text(at+"achieved", "What came of it", "", &o.Achieved),
			)
		},
	}).Content)
}

// answers edits the grant's answers to the questions of the question bank.
func answers(p *record.Page[*data.Grant]) fyne.CanvasObject {
	f := p.Form
	return widgets.Section("Answers to questions that were asked of every grant", record.NewRows(f, p.Touch, record.RowsOf[data.Answer]{
		Key: "answers", List: &p.Record.Answers, Add: "Answer a question",
		Fresh: func([]data.Answer) data.Answer { return data.Answer{ID: data.NewRowID(), AsAt: p.Desk.Today()} },
		Row: func(at string, a *data.Answer) fyne.CanvasObject {
			return widgets.Columns(
				f.Pick(at+"question", "Question", "", record.Pick[*data.Question](p.Desk, "Choose a question"), &a.Question),
				widgets.Choose(f, at+"answer", "Answer", data.ShortAnswers(), &a.Answer),
				f.Text(at+"explanation", "Explanation", "", &a.Explanation),
			)
		},
	}).Content)
}

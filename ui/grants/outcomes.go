package grants

import (
	"almoner/data"
	"almoner/ui/lang"
	"almoner/ui/record"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// outcomes edits what a grant is measured by.
func outcomes(p *record.Page[*data.Grant]) fyne.CanvasObject {
	f := p.Form
	return widgets.Section(lang.L("Outcomes"), record.NewRows(f, p.Touch, record.RowsOf[data.Outcome]{
		Key: "outcomes", List: &p.Record.Outcomes, Add: lang.L("Add an outcome"),
		Fresh: func([]data.Outcome) data.Outcome { return data.Outcome{ID: data.NewRowID()} },
		Head:  outcomeTable().Heads(),
		Row: func(at string, o *data.Outcome) fyne.CanvasObject {
			return f.Unlabelled(func() fyne.CanvasObject {
				return outcomeTable().Row(
					f.Text(at+"theme", lang.L("Theme"), "", &o.Theme),
					f.Lines(at+"measure", lang.L("Measure"), "", 2, &o.Measure),
					f.Lines(at+"achieved", lang.L("What came of it"), "", 2, &o.Achieved),
				)
			})
		},
	}).Content)
}

// answers edits the grant's answers to the questions of the question bank.
func answers(p *record.Page[*data.Grant]) fyne.CanvasObject {
	f := p.Form
	return widgets.Section(lang.L("Answers to questions that were asked of every grant"), record.NewRows(f, p.Touch, record.RowsOf[data.Answer]{
		Key: "answers", List: &p.Record.Answers, Add: lang.L("Answer a question"),
		Fresh: func([]data.Answer) data.Answer { return data.Answer{ID: data.NewRowID(), AsAt: p.Desk.Today()} },
		Row: func(at string, a *data.Answer) fyne.CanvasObject {
			return widgets.Stack(
				f.Pick(at+"question", lang.L("Question"), "", record.Pick[*data.Question](p.Desk, lang.L("Choose a question")), &a.Question),
				widgets.Columns(
					widgets.ChooseOr(f, at+"answer", lang.L("Answer"), lang.L("None"), data.ShortAnswers(), &a.Answer),
					f.Text(at+"explanation", lang.L("Explanation"), "", &a.Explanation),
					f.Date(at+"as_at", lang.L("As at"), "", p.Desk.Today(), &a.AsAt),
				),
				widget.NewSeparator(),
			)
		},
	}).Content)
}

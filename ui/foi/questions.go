package foi

import (
	"fmt"

	"almoner/data"
	"almoner/reports"
	"almoner/ui/lang"
	"almoner/ui/record"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// questions are what was asked, each with the office's answer, which an appendix can give in one click.
type questions struct {
	page    *page
	rows    *record.Rows[data.FOIQuestion]
	content fyne.CanvasObject
	offered int // how many appendices there were to answer by
}

func newQuestions(a *answering) *questions {
	p := a.page
	q := &questions{page: p, offered: len(p.Record.Appendices)}
	p.Form.ReadOnly = p.Record.Sent()
	defer func() { p.Form.ReadOnly = false }()
	q.rows = record.NewRows(p.Form, p.Touch, record.RowsOf[data.FOIQuestion]{
		Key: "questions", List: &p.Record.Questions, Add: lang.L("Add a question"), Moves: true, Fresh: freshQuestion, Row: q.row,
	})
	q.content = record.Sheet(q.rows.Content)
	return q
}

func freshQuestion(before []data.FOIQuestion) data.FOIQuestion {
	return data.FOIQuestion{ID: data.NewRowID(), Label: fmt.Sprintf("Q%d.", len(before)+1)}
}

func (q *questions) row(at string, asked *data.FOIQuestion) fyne.CanvasObject {
	f := q.page.Form
	fields := []fyne.CanvasObject{
		widgets.Beside(
			f.Lines(at+"text", lang.L("As it was asked"), lang.L("a dash begins a bullet"), 5, &asked.Text),
			f.Text(at+"label", lang.L("Name"), "", &asked.Label), 112,
		),
		f.Lines(at+"answer", lang.L("Our answer"), lang.L("“Appendix 1” becomes a link"), 3, &asked.Answer),
	}
	if !q.page.Record.Sent() {
		fields = append(fields, widgets.InRows(append(q.answers(at, asked), q.notHeldButton(at, asked))...))
	}
	return widgets.Stack(append(fields, widget.NewSeparator())...)
}

// answers are the buttons that answer a question by the appendices: by all of them, or by the one that is chosen.
func (q *questions) answers(at string, asked *data.FOIQuestion) []fyne.CanvasObject {
	var numbers []int
	for _, a := range q.page.Record.Appendices {
		numbers = append(numbers, a.Number)
	}
	if len(numbers) == 0 {
		return nil
	}
	label := lang.F("Answered by Appendix %d", numbers[0])
	if len(numbers) > 1 {
		label = lang.L("Answered by all appendices")
	}
	all := widgets.NewButton(q.page.Form.ID(at+"answered"), label, theme.ConfirmIcon(), func() { q.answer(asked.ID, numbers...) })
	row := []fyne.CanvasObject{all}
	if len(numbers) > 1 {
		items := make([]*fyne.MenuItem, len(numbers))
		for i, n := range numbers {
			items[i] = fyne.NewMenuItem(lang.F("Answered by Appendix %d", n), func() { q.answer(asked.ID, n) })
		}
		var one *widgets.Button
		one = widgets.NewButton(q.page.Form.ID(at+"answered.one"), lang.L("By one of them"), theme.MenuDropDownIcon(), func() { widgets.Menu(one, items...) })
		one.Importance = widget.LowImportance
		row = append(row, one)
	}
	return row
}

// answer writes that the appendices answer a question; what the answer said already stays before it.
func (q *questions) answer(id data.RowID, appendices ...int) {
	for i := range q.page.Record.Questions {
		asked := &q.page.Record.Questions[i]
		if asked.ID != id {
			continue
		}
		if asked.Answer != "" {
			asked.Answer += "\n\n"
		}
		asked.Answer += data.AnsweredBy(appendices...)
	}
	q.rows.Build()
	q.page.Touch()
}

// notHeldButton answers a question with words that say that the office does not hold what it asks for.
func (q *questions) notHeldButton(at string, asked *data.FOIQuestion) fyne.CanvasObject {
	return widgets.NewButton(q.page.Form.ID(at+"not_held"), lang.L("We do not hold this"), theme.ContentClearIcon(), func() { q.notHeld(at, asked.ID) })
}

// notHeld also says of the whole request what is held of it, and leads to the words: an officer may know better who holds it.
func (q *questions) notHeld(at string, id data.RowID) {
	p := q.page
	p.Record.AnswerNotHeld(id, reports.FOINotHeld(p.Desk.Office().Register(), p.Record.Blind()))
	for _, asked := range p.Record.Questions {
		if asked.ID == id {
			write(p, at+"answer", asked.Answer)
		}
	}
	held, _ := p.Form.Find("held")
	if c, ok := held.(*widgets.Choice); ok {
		c.SetSelected(lang.L(p.Record.Held.Label()))
	}
	leadBehind(p, at+"answer", "")
}

// refresh offers the appendices that there are now.
func (q *questions) refresh() {
	if n := len(q.page.Record.Appendices); n != q.offered {
		q.offered = n
		q.rows.Build()
	}
}

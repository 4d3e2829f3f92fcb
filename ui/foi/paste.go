package foi

import (
	"fmt"
	"strings"

	"almoner/data"
	"almoner/ui/record"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// paste is the request as it lies on the clipboard, and what it was read as, to be mended before it is taken over.
type paste struct {
	page      *page
	letter    string
	asked     data.Asked
	form      *widgets.Form
	proposed  *fyne.Container
	questions *record.Rows[data.FOIQuestion]
}

// pasteButton begins with what is on the clipboard.
func pasteButton(p *page) fyne.CanvasObject {
	b := widgets.NewButton(p.Form.ID("paste"), "Paste the request…", theme.ContentPasteIcon(), func() { askPasted(p) })
	return container.NewHBox(b)
}

func askPasted(p *page) {
	a := &paste{page: p, letter: fyne.CurrentApp().Clipboard().Content(), form: widgets.NewForm("request.paste"), proposed: widgets.Stack()}
	again := widgets.NewButton("request.paste.again", "Read it again", theme.ViewRefreshIcon(), a.read)
	fields := widgets.Stack(
		a.form.Lines("letter", "The request as it came in", "paste it here, if it is not on the clipboard", 4, &a.letter),
		container.NewHBox(again),
		a.proposed,
	)
	a.read()
	widgets.ShowForm(p.Desk.Window(), "Paste the request", a.form, fields, a.take)
}

// read proposes what the letter asks, in the place of what was proposed before.
func (a *paste) read() {
	a.asked = data.ReadAsked(a.letter, a.page.Desk.Today())
	if a.asked.Received.IsZero() {
		a.asked.Received = a.page.Record.Received
	}
	f, who := a.form, &a.asked.Applicant
	f.Drop("asked.")
	f.Drop("questions[")
	a.questions = record.NewRows(f, func() {}, record.RowsOf[data.FOIQuestion]{
		Key: "questions", List: &a.asked.Questions, Add: "Add a question", Moves: true,
		Fresh: func(before []data.FOIQuestion) data.FOIQuestion {
			return data.FOIQuestion{ID: data.NewRowID(), Label: fmt.Sprintf("Q%d.", len(before)+1)}
		},
		Row: a.row,
	})
	a.proposed.Objects = []fyne.CanvasObject{
		widgets.Columns(
			f.Text("asked.subject", "What it is about", "", &a.asked.Subject),
			f.Date("asked.received", "Received", "", a.page.Desk.Today(), &a.asked.Received),
		),
		widgets.Section("The questions", a.questions.Content),
		widgets.Section("Who asked – kept apart, never printed, never exported",
			widgets.Columns(f.Text("asked.name", "Name", "", &who.Name), f.Text("asked.email", "E-mail", "", &who.Email)),
			f.Lines("asked.address", "Address", "", 2, &who.Address),
		),
		widgets.Note(leftOut(a.asked.LeftOut)),
	}
	a.proposed.Refresh()
}

// leftOut says which words of the letter go nowhere.
func leftOut(words []string) string {
	if len(words) == 0 {
		return "Every word of the request is taken over."
	}
	return fmt.Sprintf("Left out: %s", strings.Join(words, " · "))
}

const labelWidth = 110

func (a *paste) row(at string, q *data.FOIQuestion) fyne.CanvasObject {
	fields := []fyne.CanvasObject{widgets.Beside(
		a.form.Lines(at+"text", "As it was asked", "", 3, &q.Text),
		a.form.Text(at+"label", "Number", "", &q.Label), labelWidth,
	)}
	if q != &a.asked.Questions[0] {
		join := widgets.NewButton(a.form.ID(at+"join"), "Join to the question before", nil, func() { a.join(q.ID) })
		fields = append(fields, container.NewHBox(join))
	}
	return widgets.Stack(fields...)
}

// join makes one question of two that were one.
func (a *paste) join(id data.RowID) {
	list := a.asked.Questions
	for i := 1; i < len(list); i++ {
		if list[i].ID == id {
			list[i-1].Text += "\n\n" + list[i].Text
			a.asked.Questions = append(list[:i], list[i+1:]...)
			break
		}
	}
	a.questions.Build()
}

func (a *paste) take() {
	if wrong := a.form.Wrong(); wrong != "" {
		a.page.Desk.Say("Nothing was taken over. "+wrong, nil)
		return
	}
	rec := data.Clone(a.page.Record)
	rec.TakeAsked(a.asked)
	a.page.ShowAs(rec)
}

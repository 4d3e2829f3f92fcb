package foi

import (
	"strings"

	"almoner/data"
	"almoner/ui/lang"
	"almoner/ui/record"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
)

// pasting is the dialog in which a pasted letter becomes a request: the letter, and under it how it was read, to be mended before it is taken
// over.
type pasting struct {
	page   *page
	form   *widgets.Form
	letter string
	read   string // the letter that the proposal was made of
	asked  data.Asked
	box    *fyne.Container // the proposal
}

// pasteRequest reads what the clipboard holds.
func pasteRequest(p *page) {
	s := &pasting{page: p, form: widgets.NewForm("request.paste"), box: widgets.Stack()}
	s.letter = fyne.CurrentApp().Clipboard().Content()
	letter := s.form.Lines("letter", lang.L("The letter or e-mail"), lang.L("paste the whole of it here; it is read again with each change"), 5, &s.letter)
	s.propose()
	s.form.Changed = s.changed
	widgets.ShowForm(p.Desk.Window(), lang.L("Paste the request"), s.form, widgets.Stack(letter, s.box), s.take)
}

// changed reads the letter again where it is another.
func (s *pasting) changed() {
	if s.letter != s.read {
		s.propose()
	}
}

func (s *pasting) propose() {
	s.read = s.letter
	s.asked = data.ReadAsked(s.letter, s.page.Desk.Today())
	s.form.Drop("asked.")
	s.box.RemoveAll()
	f, a := s.form, &s.asked
	rows := record.NewRows(f, func() {}, record.RowsOf[data.FOIQuestion]{
		Key: "asked.questions", List: &a.Questions, Add: lang.L("Add a question"), Moves: true,
		Fresh: freshQuestion,
		Row: func(at string, q *data.FOIQuestion) fyne.CanvasObject {
			return widgets.Beside(f.Lines(at+"text", lang.L("As it was asked"), "", 5, &q.Text), f.Text(at+"label", lang.L("Name"), "", &q.Label), 112)
		},
	})
	for _, o := range []fyne.CanvasObject{
		widgets.Beside(f.Text("asked.subject", lang.L("What it is about"), "", &a.Subject), f.Date("asked.received", lang.L("Received"), "", s.page.Desk.Today(), &a.Received), 190),
		rows.Content,
		widgets.Section(lang.L("Who asked – kept apart, never printed"),
			widgets.Columns(f.Text("asked.name", lang.L("Name"), "", &a.Applicant.Name), f.Text("asked.email", lang.L("E-mail"), "", &a.Applicant.Email)),
			f.Lines("asked.address", lang.L("Address"), "", 2, &a.Applicant.Address)),
	} {
		s.box.Add(o)
	}
	if len(a.LeftOut) > 0 {
		s.box.Add(widgets.Section(lang.L("Not taken over"), widgets.Note(strings.Join(a.LeftOut, "\n"))))
	}
	s.box.Refresh()
}

func (s *pasting) take() {
	s.page.Record.TakeAsked(s.asked)
	s.page.Anew()
}

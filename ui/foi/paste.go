package foi

import (
	"strings"
	"unicode/utf8"

	"almoner/data"
	"almoner/ui/lang"
	"almoner/ui/record"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// pasting is the dialog in which a pasted letter becomes a request: the letter, and under it how it was read, to be mended before it is taken
// over.
type pasting struct {
	page   *page
	form   *widgets.Form
	letter string
	read   string // the letter that the proposal was made of
	asked  data.Asked
	long   int             // letters of what was pasted and is too long to be read
	box    *fyne.Container // the proposal
}

// longestLetter is how many letters are read: seven pages. What is longer holds much else, such as the letters before it.
const longestLetter = 20_000

// pasteRequest reads what the clipboard holds.
func pasteRequest(p *page) {
	s := &pasting{page: p, form: widgets.NewForm("request.paste"), box: widgets.Stack()}
	s.letter = fyne.CurrentApp().Clipboard().Content()
	if letters := utf8.RuneCountInString(s.letter); letters > longestLetter {
		s.letter, s.long = "", letters
	}
	letter := s.form.Lines("letter", lang.L("The letter or e-mail"), lang.L("paste the whole of it here; it is read again with each change"), 5, &s.letter)
	if field, ok := s.form.First().(*widgets.Entry); ok {
		field.Most, field.OnTooMany = longestLetter, s.tooLong
	}
	s.propose()
	s.form.Changed = s.changed
	widgets.ShowForm(p.Desk.Window(), lang.L("Paste the request"), s.form, widgets.Stack(letter, s.box), s.take)
}

// changed reads the letter again where it is another.
func (s *pasting) changed() {
	if s.letter != s.read {
		s.long = 0
		s.propose()
	}
}

// tooLong says so of what was pasted, and leaves the letter as it is.
func (s *pasting) tooLong(letters int) {
	s.long = letters
	s.propose()
}

// notes say what became of a letter that is longer than others.
func (s *pasting) notes() {
	if s.long > 0 {
		s.note(lang.F("What you copied has %s characters and was not put in: letters are read up to %s. Copy only what the applicant wrote and paste that. The whole can be kept with the request, under “%s”.",
			lang.Number(s.long), lang.Number(longestLetter), lang.L("Files")))
	}
	if s.asked.Joined > 0 {
		s.note(lang.F("There are more than %d questions: the last one below holds %s of them.", data.MostQuestions, lang.Number(s.asked.Joined)))
	}
}

func (s *pasting) note(words string) {
	note := widgets.Note(words)
	note.Importance = widget.WarningImportance
	s.box.Add(note)
}

func (s *pasting) propose() {
	s.read = s.letter
	s.asked = data.ReadAsked(s.letter, s.page.Desk.Today())
	s.form.Drop("asked.")
	s.box.RemoveAll()
	s.notes()
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

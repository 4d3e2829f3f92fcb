package widgets

import (
	"testing"

	"almoner/ui/uitest"

	"fyne.io/fyne/v2"
)

func TestEnterGivesTheFirstAnswerAndEscapeTheLast(t *testing.T) {
	for _, c := range []struct {
		keys []fyne.KeyName
		want string
	}{
		{[]fyne.KeyName{fyne.KeyReturn}, "save"},
		{[]fyne.KeyName{fyne.KeyEnter}, "save"},
		{[]fyne.KeyName{fyne.KeyEscape}, "stay"},
		{[]fyne.KeyName{fyne.KeyRight, fyne.KeyReturn}, "drop"},
		{[]fyne.KeyName{fyne.KeyRight, fyne.KeyRight, fyne.KeyLeft, fyne.KeyReturn}, "drop"},
		{[]fyne.KeyName{fyne.KeyRight, fyne.KeyEscape}, "stay"},
	} {
		s := uitest.NewScreen(t, NewEntry("before"))
		s.Focus("before")
		given := ""
		give := func(what string) func() { return func() { given += what } }
		Ask(s.Window, "Save?", "There are changes.",
			Answer{Label: "Save", Does: give("save")},
			Answer{Label: "Drop", Harm: true, Does: give("drop")},
			Answer{Label: "Stay", Does: give("stay")},
		)
		s.Must("Save?", "There are changes.")
		s.Press(c.keys...)
		if given != c.want || s.Asked() || s.Focused() != "before" {
			t.Errorf("%v gives %q, want %q; still asks %v, the keyboard is with %q", c.keys, given, c.want, s.Asked(), s.Focused())
		}
	}
}

func TestATellingIsReadAndGone(t *testing.T) {
	s := uitest.NewScreen(t, NewEntry("before"))
	Tell(s.Window, "That did not work", "The disk is full.")
	s.Must("The disk is full.")
	s.Answer("Close")
	if s.Asked() {
		t.Error("it stands there still")
	}
}

func TestAFormInFrontTakesCtrlEnter(t *testing.T) {
	s := uitest.NewScreen(t, NewEntry("before"))
	s.Focus("before")
	var got []string
	ask := func() { AskText(s.Window, "Heading", "old", func(text string) { got = append(got, text) }) }
	ask()
	if s.Focused() != "ask.text" || s.Value("ask.text") != "old" {
		t.Errorf("the keyboard is with %q, which shows %q", s.Focused(), s.Value("ask.text"))
	}
	if entry, ok := s.Find("ask.text").(*Entry); !ok || entry.CursorColumn != 3 {
		t.Error("one does not go on where the text ends")
	}
	s.Type("ask.text", "new")
	s.CtrlEnter()
	if len(got) != 1 || got[0] != "new" || s.Asked() || s.Focused() != "before" {
		t.Errorf("got %q, still open %v, the keyboard is with %q", got, s.Asked(), s.Focused())
	}
	s.Canvas().Unfocus()
	s.CtrlEnter() // the shortcut went with the form
	if len(got) != 1 {
		t.Errorf("got %q", got)
	}
	ask()
	s.Type("ask.text", "never")
	s.Answer("Cancel")
	ask()
	s.Type("ask.text", "done")
	s.Answer("Done")
	if len(got) != 2 || got[1] != "done" {
		t.Errorf("got %q", got)
	}
}

func TestCtrlEnterIsDoneFromALongTextAndFromAButton(t *testing.T) {
	s := uitest.NewScreen(t, NewEntry("before"))
	for _, leave := range []func(){func() {}, func() { s.Canvas().FocusNext(); s.Canvas().FocusNext() }} {
		f := NewForm("f")
		text, done := "", 0
		ShowForm(s.Window, "Notes", f, f.Lines("text", "Text", "", 4, &text), func() { done++ })
		s.Keys("one\ntwo")
		leave()
		s.CtrlEnter()
		if done != 1 || text != "one\ntwo" || s.Asked() {
			t.Errorf("done %d times with %q, still open %v", done, text, s.Asked())
		}
	}
}

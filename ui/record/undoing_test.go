package record_test

import (
	"strings"
	"testing"

	"almoner/data"
	"almoner/ui/desk"
	"almoner/ui/uitest"
	"almoner/ui/widgets"
)

func undoer(t *testing.T, d *uitest.Desk) desk.Undoer {
	t.Helper()
	u, ok := d.Page().(desk.Undoer)
	if !ok {
		t.Fatal("the page takes nothing back")
	}
	return u
}

func TestAWordIsTakenBackAtOnceAndDoneAgain(t *testing.T) {
	d, _ := open(t)
	before := d.Value("grant.purpose")
	d.Focus("grant.purpose")
	d.Keys("safe homes")
	u := undoer(t, d)
	u.Undo()
	if got := d.Value("grant.purpose"); got != "safe"+before {
		t.Fatalf("after one step back it says %q", got)
	}
	u.Undo()
	if got := d.Value("grant.purpose"); got != before || dirty(t, d) {
		t.Fatalf("after two steps back it says %q, not as it was saved", got)
	}
	u.Undo()
	if got := d.LastSaid(); !strings.HasPrefix(got, "There is nothing to take back") {
		t.Errorf("it says %q", got)
	}
	u.Redo()
	u.Redo()
	if got := d.Value("grant.purpose"); got != "safe homes"+before {
		t.Fatalf("done again it says %q", got)
	}
	u.Redo()
	if got := d.LastSaid(); !strings.HasPrefix(got, "There is nothing to do again") {
		t.Errorf("it says %q", got)
	}
}

func TestTakingBackLeadsToWhatChangesAndPutsTheCaretThere(t *testing.T) {
	d, _ := open(t)
	d.Type("grant.title", "Refuge places")
	d.Tap("grant.awards.add")
	d.Type("grant.awards[0].amount", "£500")
	u := undoer(t, d)
	for range 5 { // it was typed letter by letter or at once
		if !d.Has("grant.awards[0].amount") || d.Value("grant.awards[0].amount") == "" {
			break
		}
		u.Undo()
	}
	if d.Focused() != "grant.awards[0].amount" {
		t.Fatalf("the keyboard is in %q", d.Focused())
	}
	u.Undo()
	if d.Has("grant.awards[0].amount") {
		t.Fatal("the row is still there")
	}
	u.Redo()
	u.Redo()
	if got := d.Value("grant.awards[0].amount"); got != "£500" {
		t.Fatalf("the amount is %q", got)
	}
	entry, ok := d.Find("grant.awards[0].amount").(*widgets.Entry)
	if !ok || entry.CursorTextOffset() != 4 {
		t.Fatalf("the caret is at %d, not behind what came back", entry.CursorTextOffset())
	}
}

func TestWhatCannotBeReadIsTakenBack(t *testing.T) {
	d, _ := open(t)
	d.Tap("grant.awards.add")
	d.Type("grant.awards[0].amount", "a lot")
	undoer(t, d).Undo()
	if got := d.Value("grant.awards[0].amount"); got != "" {
		t.Fatalf("it still says %q", got)
	}
	d.MustNot("is not an amount")
}

func TestWhatOthersSavedIsNotTakenBack(t *testing.T) {
	d, g := open(t)
	d.Type("grant.purpose", "Safe homes")
	theirs := data.Clone(stored(t, d.Office(), g))
	theirs.Title = "Women’s Refuge"
	saved, err := d.Colleague().Save(t.Context(), theirs)
	if err != nil {
		t.Fatal(err)
	}
	d.Page().Changed(saved.Record)
	undoer(t, d).Undo()
	d.Must("changed this at")
	if got := d.Value("grant.title"); got != "Women’s Refuge" {
		t.Fatalf("undo took back what a colleague saved: %q", got)
	}
}

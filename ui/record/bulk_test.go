package record_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"almoner/data"
	"almoner/ui/actions"
	"almoner/ui/partners"
	"almoner/ui/uitest"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
)

func action(text string, status data.ActionStatus) *data.Action {
	return &data.Action{Stamp: data.Stamp{ID: data.NewID()}, Text: text, Status: status, Due: uitest.Today}
}

// statuses are the statuses of the actions that the file holds, by their words.
func statuses(d *uitest.Desk) map[string]data.ActionStatus {
	of := map[string]data.ActionStatus{}
	for _, a := range uitest.Kept[*data.Action](d) {
		of[a.Text] = a.Status
	}
	return of
}

func TestAStepIsTakenWithAllThatAreChosenAndUndoneAsOne(t *testing.T) {
	d := uitest.NewDesk(t, action("One", data.ActionOpen), action("Three", data.ActionOpen), action("Two", data.ActionOpen))
	d.Open(actions.NewRegister(d))
	d.Tap("actions.list.select[0]")
	d.Must("1 selected")
	d.Tap("actions.list.select[2]")
	d.Must("2 selected")
	d.MustNot("3 of 3 actions")
	d.Tap("actions.chosen.done")
	d.Answer("Done") // the day is today
	if got := statuses(d); got["One"] != data.ActionDone || got["Two"] != data.ActionDone || got["Three"] != data.ActionOpen {
		t.Fatalf("the file holds %v; explained %q", got, d.Explained)
	}
	if a := uitest.KeptAs[*data.Action](d, "One"); len(a.Steps) != 1 || a.Steps[0].On != uitest.Today {
		t.Errorf("the step is %+v", a.Steps)
	}
	d.Must("1 of 3 actions")
	d.MustNot("selected")
	if d.LastSaid() != "2 actions done." || d.Offered == nil || d.Offered.Label != "Undo" {
		t.Fatalf("said %q", d.LastSaid())
	}
	d.Offered.Do()
	if got := statuses(d); got["One"] != data.ActionOpen || got["Two"] != data.ActionOpen {
		t.Errorf("undone, the file holds %v; explained %q", got, d.Explained)
	}
	if d.LastSaid() != "Undone: 2 actions are as before." {
		t.Errorf("said %q", d.LastSaid())
	}
	d.Must("3 of 3 actions")
}

func TestWhatAStepCannotBeTakenWithIsSaidBeforeAndStaysAsItIs(t *testing.T) {
	d := uitest.NewDesk(t, action("One", data.ActionOpen), action("Over", data.ActionDropped), action("Same", data.ActionDone))
	d.Open(actions.NewRegister(d))
	d.Choose("actions.which", "All")
	d.Tap("actions.list.select.all")
	d.Must("3 selected")
	d.Tap("actions.chosen.done")
	d.Answer("Done")
	d.Must("1 action will be done as of 10 June 2025.", "1 other is so already.", "1 other stays as before:",
		"• The action “Over” is dropped and cannot become done: it can become open.")
	d.Answer("Done")
	want := map[string]data.ActionStatus{"One": data.ActionDone, "Over": data.ActionDropped, "Same": data.ActionDone}
	for text, status := range statuses(d) {
		if status != want[text] {
			t.Errorf("%q is %s", text, status)
		}
	}
	d.Tap("actions.chosen.done") // those that are left
	d.Answer("Done")
	d.Must("Nothing was changed", "“Over”")
	d.Answer("Close")
}

func TestMoreThanAHandfulIsAskedAbout(t *testing.T) {
	var recs []data.Record
	for _, text := range []string{"A", "B", "C", "D", "E", "F"} {
		recs = append(recs, action(text, data.ActionOpen))
	}
	d := uitest.NewDesk(t, recs...)
	d.Open(actions.NewRegister(d))
	d.Focus("actions.search")
	d.Press(fyne.KeyDown)
	d.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutSelectAll{})
	d.Tap("actions.chosen.done")
	d.Answer("Done")
	d.Must("6 actions will be done as of 10 June 2025.")
	d.Answer("Stop")
	if got := statuses(d); got["A"] != data.ActionOpen {
		t.Errorf("the file holds %v", got)
	}
	d.Must("6 selected")
	d.Press(fyne.KeyEscape)
	d.MustNot("selected")
}

func TestAStepAsksForWhatItNeeds(t *testing.T) {
	d := uitest.NewDesk(t, &data.Staff{Stamp: data.Stamp{ID: data.NewID()}, Name: "Ann Gray"}, action("One", data.ActionOpen), action("Two", data.ActionOpen))
	d.Open(actions.NewRegister(d))
	d.Tap("actions.list.select.all")
	d.Tap("actions.chosen.owner")
	d.Pick("actions.step.owner", "gray")
	d.Answer("Done")
	if d.LastSaid() != "The owner of 2 actions is Ann Gray." {
		t.Errorf("said %q, explained %q", d.LastSaid(), d.Explained)
	}
	d.Tap("actions.chosen.done")
	d.Type("actions.step.on", "")
	d.Answer("Done")
	d.Must("On which day was it done?")
	d.Answer("Cancel")
	d.Tap("actions.chosen.more")
	d.Take("Set the day…")
	d.Type("actions.step.due", "1 July 2025")
	d.Answer("Done")
	for _, a := range uitest.Kept[*data.Action](d) {
		if a.Owner == "" || a.Due.ISO() != "2025-07-01" {
			t.Errorf("kept as %+v", a)
		}
	}
}

func TestThoseThatAreChosenAreDeletedButForThoseThatAreNamed(t *testing.T) {
	org := func(name string) *data.Organisation {
		return &data.Organisation{Stamp: data.Stamp{ID: data.NewID()}, Name: name}
	}
	harbour, council := org("Harbour"), org("Council")
	nobody := org("Nobody")
	letter, err := data.NewAttachment("Letter.txt", "text/plain", []byte("Dear office"))
	if err != nil {
		t.Fatal(err)
	}
	letter.Of = nobody.ID
	d := uitest.NewDesk(t, harbour, council, nobody, letter, &data.Contact{Stamp: data.Stamp{ID: data.NewID()}, Name: "Ann", Organisation: harbour.ID})
	d.Open(partners.NewRegister(d))
	letGo := widgets.Hold(fyne.KeyModifierControl)
	d.TapLine("partners.list", "Harbour")
	d.TapLine("partners.list", "Nobody")
	letGo()
	d.Tap("partners.chosen.more")
	d.Take("Delete…")
	d.Must("Delete 1 organisation?", "1 file goes with it.", "It can be undone as soon as it is done.", "1 other stays as before:", "• The organisation “Harbour” is named by the contact “Ann”.")
	d.Answer("Delete them")
	names := func() []string {
		var names []string
		for _, o := range uitest.Kept[*data.Organisation](d) {
			names = append(names, o.Name)
		}
		slices.Sort(names)
		return names
	}
	files := func() int { return len(uitest.Kept[*data.Attachment](d)) }
	if got := names(); !slices.Equal(got, []string{"Council", "Harbour"}) || files() != 0 || d.LastSaid() != "1 organisation deleted." {
		t.Errorf("the file holds %q and %d files, said %q; explained %q", got, files(), d.LastSaid(), d.Explained)
	}
	d.Offered.Do()
	if got := names(); !slices.Equal(got, []string{"Council", "Harbour", "Nobody"}) || files() != 1 || d.LastSaid() != "Undone: 1 organisation is as before." {
		t.Errorf("undone, the file holds %q and %d files, said %q; explained %q", got, files(), d.LastSaid(), d.Explained)
	}
}

func TestSeveralAreDeletedAndBroughtBackAsOneOrNotAtAll(t *testing.T) {
	harbour := &data.Organisation{Stamp: data.Stamp{ID: data.NewID()}, Name: "Harbour"}
	d := uitest.NewDesk(t, harbour, &data.Organisation{Stamp: data.Stamp{ID: data.NewID()}, Name: "Nobody"})
	d.Open(partners.NewRegister(d))
	begin := func() {
		d.Tap("partners.list.select.all")
		d.Tap("partners.chosen.more")
		d.Take("Delete…")
	}
	operations := func() map[string]bool { // of the last two changes
		changes, err := d.Office().Changes(t.Context(), 2)
		if err != nil {
			t.Fatal(err)
		}
		of := map[string]bool{}
		for _, c := range changes {
			name, _, _ := strings.Cut(c.Operation, "/")
			of[name] = true
		}
		return of
	}
	begin()
	d.Must("Delete 2 organisations?")
	d.Answer("Delete them")
	if n := len(uitest.Kept[*data.Organisation](d)); n != 0 || len(operations()) != 1 || d.LastSaid() != "2 organisations deleted." {
		t.Errorf("%d are left, after %d operations; said %q, explained %q", n, len(operations()), d.LastSaid(), d.Explained)
	}
	d.Offered.Do()
	if n := len(uitest.Kept[*data.Organisation](d)); n != 2 || len(operations()) != 1 {
		t.Errorf("%d are back, after %d operations; explained %q", n, len(operations()), d.Explained)
	}
	begin()
	if _, err := d.Colleague().Save(t.Context(), &data.Contact{Stamp: data.Stamp{ID: data.NewID()}, Name: "Ann", Organisation: harbour.ID}); err != nil {
		t.Fatal(err)
	}
	d.Answer("Delete them")
	if n := len(uitest.Kept[*data.Organisation](d)); n != 2 || len(d.Explained) != 1 || !strings.Contains(d.Explained[0], "“Harbour” is named by the contact “Ann”") {
		t.Errorf("%d are left; explained %q", n, d.Explained)
	}
	d.Tap("partners.chosen.more") // now it is known before
	d.Take("Delete…")
	d.Must("Delete 1 organisation?", "1 other stays as before:")
	d.Answer("Keep them")
}

func TestWhatSomebodyChangedSinceStaysWhenAStepIsUndone(t *testing.T) {
	d := uitest.NewDesk(t, action("One", data.ActionOpen), action("Two", data.ActionOpen))
	d.Open(actions.NewRegister(d))
	d.Tap("actions.list.select.all")
	d.Tap("actions.chosen.more")
	d.Take("Set the day…")
	d.Type("actions.step.due", "1 July 2025")
	d.Answer("Done")
	undo := d.Offered
	theirs := data.Clone(uitest.KeptAs[*data.Action](d, "One"))
	theirs.Due = uitest.Today.AddDays(9)
	if _, err := d.Colleague().Save(t.Context(), theirs); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Office().Refresh(t.Context()); err != nil {
		t.Fatal(err)
	}
	undo.Do()
	one, two := uitest.KeptAs[*data.Action](d, "One"), uitest.KeptAs[*data.Action](d, "Two")
	if one.Due != theirs.Due || two.Due != uitest.Today || len(d.Explained) != 1 || !strings.Contains(d.Explained[0], "“One”") {
		t.Errorf("undone, they are due %s and %s; explained %q", one.Due, two.Due, d.Explained)
	}
}

func TestThoseThatAreChosenAreExported(t *testing.T) {
	d := &printing{uitest.NewDesk(t, action("First", data.ActionOpen), action("Second", data.ActionOpen)), t.TempDir()}
	d.Open(actions.NewRegister(d))
	d.Tap("actions.list.select[1]")
	d.Tap("actions.chosen.export")
	d.Take("Web page")
	content, err := os.ReadFile(filepath.Join(d.folder, d.files()))
	if err != nil {
		t.Fatal(err)
	}
	for words, times := range map[string]int{">First<": 0, ">Second<": 1, "1 selected": 1, "Status: Open": 1} {
		if strings.Count(string(content), words) != times {
			t.Errorf("%q is not there %d times: %s", words, times, content)
		}
	}
}

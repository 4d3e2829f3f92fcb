package record_test

import (
	"testing"

	"almoner/data"
	"almoner/ui/uitest"
)

func TestWhatSomebodyDeletedWhileItWasChangedCanBeSavedAsANewOne(t *testing.T) {
	d, g := open(t)
	bryn := d.Colleague()
	d.Type("grant.title", "Mine")
	if err := bryn.Delete(t.Context(), stored(t, bryn, g)); err != nil {
		t.Fatal(err)
	}
	d.Save()
	d.Must("Deleted meanwhile", "your version is still here")
	d.Answer("Decide later")
	d.Save()
	d.Answer("Save it as a new one")
	if kept := uitest.KeptAs[*data.Grant](d, "Mine"); kept.ID != g.ID || dirty(t, d) {
		t.Errorf("kept as %s, dirty %v; explained %q", kept.ID, dirty(t, d), d.Explained)
	}
	d.MustNot("Deleted: the office does not hold this any more")
	d.Type("grant.title", "Mine again")
	d.Save()
	if kept := stored(t, d.Colleague(), g); kept.Title != "Mine again" {
		t.Errorf("a save after it leaves %q in the file; explained %q", kept.Title, d.Explained)
	}
}

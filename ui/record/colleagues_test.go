package record_test

import (
	"strings"
	"testing"

	"almoner/data"
	"almoner/ui/uitest"
)

func TestWhoComesSecondIsAsked(t *testing.T) {
	for _, c := range []struct {
		answer, shown, title, file string
		dirty                      bool
	}{
		{"Cancel", "Mine", "Mine •", "Theirs", true},
		{"Done", "Mine", "Mine", "Mine", false},
		{"Drop my version", "Theirs", "Theirs", "Theirs", false},
	} {
		t.Run(c.answer, func(t *testing.T) {
			d, g := open(t)
			bryn := d.Colleague()
			theirs := data.Clone(stored(t, bryn, g))
			theirs.Title, theirs.Area = "Theirs", "Fenland"
			if _, err := bryn.Save(t.Context(), theirs); err != nil {
				t.Fatal(err)
			}
			d.Type("grant.title", "Mine")
			d.Save()
			if !d.Asked() {
				t.Fatal("nothing asks")
			}
			d.Must("Which shall stand?", "Bryn changed “Name of grant” too", "Mine: Mine")
			d.Answer(c.answer)
			if got := d.Value("grant.title"); got != c.shown || d.Page().Title() != c.title || dirty(t, d) != c.dirty {
				t.Errorf("shown %q, called %q, dirty %v", got, d.Page().Title(), dirty(t, d))
			}
			if kept := stored(t, d.Colleague(), g); kept.Title != c.file || kept.Area != "Fenland" {
				t.Errorf("the file holds %q in %q", kept.Title, kept.Area)
			}
			if c.dirty {
				return
			}
			d.Type("grant.title", "After theirs")
			d.Save()
			if kept := stored(t, d.Colleague(), g); kept.Title != "After theirs" {
				t.Errorf("a save after theirs leaves %q in the file; explained %q", kept.Title, d.Explained)
			}
		})
	}
}

func TestWhatOthersChangedElsewhereIsKeptAndSaid(t *testing.T) {
	d, g := open(t)
	bryn := d.Colleague()
	theirs := data.Clone(stored(t, bryn, g))
	theirs.Purpose = "To advise"
	if _, err := bryn.Save(t.Context(), theirs); err != nil {
		t.Fatal(err)
	}
	d.Type("grant.title", "Mine")
	d.Save()
	if d.Asked() || d.LastSaid() != "Saved “Mine”. Bryn’s change of “Purpose” was kept." {
		t.Errorf("asked %v, said %q", d.Asked(), d.LastSaid())
	}
	if d.Value("grant.title") != "Mine" || d.Value("grant.purpose") != "To advise" || dirty(t, d) {
		t.Errorf("shown %q and %q, dirty %v", d.Value("grant.title"), d.Value("grant.purpose"), dirty(t, d))
	}
	d.Type("grant.title", "Mine again")
	d.Save()
	if kept := stored(t, d.Colleague(), g); kept.Title != "Mine again" || kept.Purpose != "To advise" {
		t.Errorf("the file holds %q and %q", kept.Title, kept.Purpose)
	}
}

func TestWhatOthersSaveIsShownUnlessItWouldCostSomething(t *testing.T) {
	d, g := open(t)
	bryn := d.Colleague()
	change := func(title string) {
		theirs := data.Clone(stored(t, bryn, g))
		theirs.Title = title
		saved, err := bryn.Save(t.Context(), theirs)
		if err != nil {
			t.Fatal(err)
		}
		d.Saved(saved.Record)
	}
	change("Theirs")
	if got := d.Value("grant.title"); got != "Theirs" || d.Depth() != 1 {
		t.Errorf("the page shows %q, with %d pages open", got, d.Depth())
	}
	d.Type("grant.title", "Mine")
	change("Theirs again")
	if got := d.Value("grant.title"); got != "Mine" {
		t.Errorf("what was typed became %q", got)
	}
}

func TestWhatAColleagueSavesComesIntoTheFormWithoutTouchingWhatIsTyped(t *testing.T) {
	d, g := open(t)
	bryn := d.Colleague()
	d.Focus("grant.title")
	d.Type("grant.title", "Mine")
	theirs := data.Clone(stored(t, bryn, g))
	theirs.Purpose = "To advise"
	saved, err := bryn.Save(t.Context(), theirs)
	if err != nil {
		t.Fatal(err)
	}
	d.Saved(saved.Record)
	if d.Value("grant.title") != "Mine" || d.Value("grant.purpose") != "To advise" || !dirty(t, d) {
		t.Errorf("shown %q and %q, dirty %v", d.Value("grant.title"), d.Value("grant.purpose"), dirty(t, d))
	}
	if d.Focused() != "grant.title" || !strings.Contains(d.LastSaid(), "Bryn has changed this meanwhile: “Purpose”") {
		t.Errorf("the keyboard is with %q; said %q", d.Focused(), d.LastSaid())
	}
	d.Keys(" and more")
	if got := d.Value("grant.title"); got != "Mine and more" {
		t.Errorf("typing on gives %q", got)
	}
	d.Save()
	if kept := stored(t, d.Colleague(), g); kept.Title != "Mine and more" || kept.Purpose != "To advise" {
		t.Errorf("the file holds %q and %q", kept.Title, kept.Purpose)
	}
}

func TestWhatIsHalfTypedIsNotTakenAway(t *testing.T) {
	d, g := open(t)
	bryn := d.Colleague()
	d.Tap("grant.awards.add")
	d.Type("grant.awards[0].amount", "12,x")
	theirs := data.Clone(stored(t, bryn, g))
	theirs.Purpose = "To advise"
	saved, err := bryn.Save(t.Context(), theirs)
	if err != nil {
		t.Fatal(err)
	}
	d.Saved(saved.Record)
	if got := d.Value("grant.awards[0].amount"); got != "12,x" {
		t.Errorf("what is half typed became %q", got)
	}
}

func TestEachFieldThatBothChangedIsChosen(t *testing.T) {
	d, g := open(t)
	bryn := d.Colleague()
	theirs := data.Clone(stored(t, bryn, g))
	theirs.Title, theirs.Purpose = "Theirs", "By them"
	if _, err := bryn.Save(t.Context(), theirs); err != nil {
		t.Fatal(err)
	}
	d.Type("grant.title", "Mine")
	d.Type("grant.purpose", "By me")
	d.Save()
	d.Choose("choose.clash0", "Bryn’s: Theirs")
	d.Answer("Done")
	if kept := stored(t, d.Colleague(), g); kept.Title != "Theirs" || kept.Purpose != "By me" {
		t.Errorf("the file holds %q and %q; explained %q", kept.Title, kept.Purpose, d.Explained)
	}
}

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

package sqlite

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"strings"
	"testing"

	"almoner/data"
)

// take is a Match that puts a dash in the place of a name, wherever it stands.
func take(name string) Match {
	return func(_ data.Kind, _ data.ID, _ string, value json.RawMessage) (json.RawMessage, bool) {
		return bytes.ReplaceAll(value, []byte(name), []byte("–")), bytes.Contains(value, []byte(name))
	}
}

func blot(t *testing.T, o *Office, match Match, places int) {
	t.Helper()
	if n, err := o.Blot(t.Context(), match); err != nil || n != places {
		t.Fatalf("taken out of %d places, want %d: %v", n, places, err)
	}
}

// traces is in which of the files of an office some words are found.
func traces(t *testing.T, o *Office, words string) []string {
	t.Helper()
	var found []string
	for _, file := range []string{o.Path(), o.Path() + "-journal"} {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if bytes.Contains(b, []byte(words)) {
			found = append(found, file)
		}
	}
	return found
}

// officeOf is an office in whose history two persons stand: one as a contact that was deleted, and in a long text and a row of a grant.
func officeOf(t *testing.T) (*Office, *data.Grant) {
	t.Helper()
	o := newOffice(t)
	c := save(t, o, made(t, func(c *data.Contact) { c.Name, c.Email = "Ariadne Quill", "quill@example.org" }))
	c = data.Clone(c)
	c.Role, c.Name = "Chair", "Ariadne Quill-Marsh"
	c = save(t, o, c)
	g := newGrant(t, "Helpline")
	g.Purpose, g.Outcomes = "Ariadne Quill asked Berta Vane.", []data.Outcome{{ID: "o1", Measure: "Told Ariadne Quill"}}
	g = save(t, o, g)
	g, _ = saveAs(t, o, g, func(g *data.Grant) { g.Purpose = "They asked Berta Vane."; g.Outcomes[0].Achieved = "Yes" })
	g, _ = saveAs(t, o, g, func(g *data.Grant) { g.Outcomes = nil })
	if err := o.Delete(t.Context(), c); err != nil {
		t.Fatal(err)
	}
	return o, g
}

func TestAPersonIsTakenOutOfTheChangeListForGood(t *testing.T) {
	o, g := officeOf(t)
	if len(traces(t, o, "Ariadne Quill")) == 0 {
		t.Fatal("the test would find nothing")
	}
	// The contact: made under the name, renamed, deleted, and each time called by it. The grant: in its purpose and an outcome, made
	// with both, the purpose changed, the outcome taken out.
	blot(t, o, take("Ariadne Quill"), 3+3+2+1+1)
	if found := traces(t, o, "Ariadne Quill"); len(found) > 0 {
		t.Errorf("the name can still be read in %q", found)
	}
	report := wantSound(t, o.Path())
	if report.Changes != 8 {
		t.Errorf("%d changes, want the 7 that there were and one", report.Changes)
	}
	blot(t, o, take("quill@example.org"), 2)
	blot(t, o, take("Berta Vane"), 2) // a second person in words that the first was taken out of
	held, _ := o.Register().Find(data.KindGrant, g.ID)
	if _, err := o.Save(t.Context(), changed(held.(*data.Grant), func(g *data.Grant) { g.Purpose = "" })); err != nil {
		t.Fatal(err)
	}
	blot(t, o, take("Berta Vane"), 1)
	blot(t, o, take("Berta Vane"), 0)
	if found := traces(t, o, "Berta Vane"); len(found) > 0 {
		t.Errorf("the second name can still be read in %q", found)
	}
	wantSound(t, o.Path())
	again := openAgain(t, o)
	sameOffice(t, o.Register(), again.Register())
	if news, err := o.Refresh(t.Context()); err != nil || len(news) != 0 {
		t.Errorf("its own erasures are news to the office: %v, %v", news, err)
	}
	save(t, again, newGrant(t, "The list goes on"))
	wantSound(t, o.Path())
}

func TestWhatIsLeftOfAnErasureCanBeRead(t *testing.T) {
	o, g := officeOf(t)
	bob := openAgain(t, o)
	blot(t, o, take("Ariadne Quill"), 10)
	history, err := o.History(t.Context(), data.KindGrant, g.ID)
	if err != nil || len(history) != 3 {
		t.Fatal(history, err)
	}
	said := strings.Join(o.Register().Sentences(history[1]), "\n")
	if !strings.Contains(said, "Purpose from – asked Berta Vane. to They asked") || !history[1].Fields[0].Erased() {
		t.Errorf("it reads: %s", said)
	}
	news, err := bob.Refresh(t.Context())
	if err != nil || len(news) != 1 || news[0].Action != data.Erased || news[0].Who != tester.Name {
		t.Fatalf("a colleague hears %+v, %v", news, err)
	}
	if said := o.Register().Sentences(news[0]); said[0] != "Took a person out of 10 places of the change list." {
		t.Errorf("it reads: %s", said)
	}
	refused(t, o, news[0].Sequence, "for good")
	back := undo(t, o, 7).Record.(*data.Contact) // deleting the contact
	if back.Name != "–-Marsh" || back.Role != "Chair" {
		t.Errorf("put back: %+v", back)
	}
	old, err := o.AsOf(t.Context(), data.KindGrant, g.ID, history[2].When)
	if err != nil || old.(*data.Grant).Purpose != "– asked Berta Vane." || old.(*data.Grant).Outcomes[0].Measure != "Told –" {
		t.Errorf("as it was: %+v, %v", old, err)
	}
	wantSound(t, o.Path())
}

// TestAnErasureHidesNothingElse forges erasures with plain SQL.
func TestAnErasureHidesNothingElse(t *testing.T) {
	for statement, says := range map[string]string{
		"UPDATE change_fields SET after = '\"Sixpence\"' WHERE sequence = 4 AND path = 'purpose'":                                           "Change 4 is marked",
		"UPDATE change_fields SET salt = 'x' WHERE sequence = 4 AND path = 'purpose'":                                                       "Change 4 is marked",
		"UPDATE change_fields SET digest = '" + strings.Repeat("0", 64) + "' WHERE sequence = 4 AND path = 'purpose'":                       "Change 4 (",
		"UPDATE change_fields SET digest = '' WHERE sequence = 4 AND path = 'purpose'":                                                      "Change 4 (",
		"UPDATE change_fields SET after = '\"Sixpence\"', digest = '" + strings.Repeat("0", 64) + "' WHERE sequence = 4 AND path = 'title'": "Change 4 (",
		"UPDATE changes SET label = 'Somebody' WHERE sequence = 2":                                                                          "Change 2 is marked",
		"UPDATE changes SET label_digest = '' WHERE sequence = 2":                                                                           "Change 2 (",
		"UPDATE change_fields SET after = '\"" + strings.Repeat("0", 64) + "\"' WHERE sequence = 8":                                         "Change 8 (",
		"DELETE FROM change_fields WHERE sequence = 8; DELETE FROM changes WHERE sequence = 8; UPDATE meta SET sequence = 7":                "Change 4 is marked",
		"UPDATE change_fields SET before = 'null', after = 'null' WHERE sequence = 8 AND position = 0":                                      "Change 8 (",
	} {
		o, _ := officeOf(t)
		blot(t, o, take("Ariadne Quill"), 10)
		wantSound(t, o.Path())
		db := raw(t, o.Path())
		db.SetMaxOpenConns(1)
		if _, err := db.Exec("PRAGMA foreign_keys = 1; " + statement); err != nil {
			t.Fatalf("%s: %v", statement, err)
		}
		report, err := Check(t.Context(), o.Path())
		if err != nil || !strings.Contains(strings.Join(report.Sentences(), " "), says) {
			t.Errorf("%s: the check says %q, %v", statement, report.Sentences(), err)
		}
	}
}

// TestAForgerWhoCopiesADigestIsFound alters a field and marks it as erased, with the digest that it had: nothing vouches for that.
func TestAForgerWhoCopiesADigestIsFound(t *testing.T) {
	o, g := officeOf(t)
	history, err := o.History(t.Context(), data.KindGrant, g.ID)
	if err != nil {
		t.Fatal(err)
	}
	f := history[1].Fields[0]
	if _, err := raw(t, o.Path()).Exec("PRAGMA foreign_keys = 1; UPDATE change_fields SET digest = ?, after = '\"Sixpence\"' WHERE sequence = ? AND position = 0", f.Words(), history[1].Sequence); err != nil {
		t.Fatal(err)
	}
	report, err := Check(t.Context(), o.Path())
	if err != nil || !strings.Contains(strings.Join(report.Sentences(), " "), "no entry of the list says so") {
		t.Errorf("the check says %q, %v", report.Sentences(), err)
	}
}

func TestABlotThatWouldSpoilTheListIsRefused(t *testing.T) {
	o, _ := officeOf(t)
	for _, instead := range []string{"17", `"half`, ""} {
		_, err := o.Blot(t.Context(), func(data.Kind, data.ID, string, json.RawMessage) (json.RawMessage, bool) {
			return json.RawMessage(instead), true
		})
		if err == nil {
			t.Errorf("%q was put into the list", instead)
		}
	}
	if report := wantSound(t, o.Path()); report.Changes != 7 {
		t.Errorf("%d changes", report.Changes)
	}
	save(t, o, newGrant(t, "Goes on"))
	wantSound(t, o.Path())
}

// TestAnOldCopyDoesNotBringAPersonBack saves a record that a colleague still has open from before a person was taken out.
func TestAnOldCopyDoesNotBringAPersonBack(t *testing.T) {
	o := newOffice(t)
	first := save(t, o, made(t, func(c *data.Contact) { c.Name = "Ariadne Quill" }))
	bob := openAgain(t, o)
	c := data.Clone(first)
	c.Name = "–"
	save(t, o, c)
	blot(t, o, take("Ariadne Quill"), 3)
	if _, err := bob.Refresh(t.Context()); err != nil {
		t.Fatal(err)
	}
	old := data.Clone(first)
	old.Role = "Chair"
	_, err := bob.Save(t.Context(), old)
	var conflict *data.Conflict
	if !errors.As(err, &conflict) || conflict.Base != nil || conflict.Merged != nil {
		t.Errorf("got %v, want a conflict that nothing was merged for", err)
	}
	if held, _ := data.Get[*data.Contact](bob.Register(), first.ID); held.Name != "–" {
		t.Errorf("%q is back", held.Name)
	}
}

func TestUndoingLeavesAloneWhatAPersonWasTakenOutOf(t *testing.T) {
	o := newOffice(t)
	g := newGrant(t, "Helpline")
	g.Purpose = "Ariadne Quill asked."
	g = save(t, o, g)
	_, sequence := saveAs(t, o, g, func(g *data.Grant) { g.Title, g.Purpose = "Advice", "Somebody asked." })
	blot(t, o, take("Ariadne Quill"), 2)
	if got := undo(t, o, sequence).Record.(*data.Grant); got.Title != "Helpline" || got.Purpose != "Somebody asked." {
		t.Errorf("undone: %q, %q", got.Title, got.Purpose)
	}
}

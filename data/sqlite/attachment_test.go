package sqlite

import (
	"bytes"
	"strings"
	"testing"

	"almoner/data"
)

func newFile(t *testing.T, name, content string) *data.Attachment {
	t.Helper()
	a, err := data.NewAttachment(name, "text/plain", []byte(content))
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func wantContent(t *testing.T, o *Office, id data.ID, want string) {
	t.Helper()
	if got, err := o.Content(t.Context(), id); err != nil || string(got) != want {
		t.Errorf("the file holds %q, %v", got, err)
	}
}

func TestAFileIsThereOnceHoweverOftenItIsNamed(t *testing.T) {
	o := newOffice(t)
	a, b := newFile(t, "bid.txt", "We bid."), newFile(t, "the same.txt", "We bid.")
	if err := o.SaveAll(t.Context(), []data.Record{a, b}, nil); err != nil {
		t.Fatal(err)
	}
	if held, _ := data.Get[*data.Attachment](o.Register(), a.ID); held.Content != nil || !bytes.Equal(a.Content, []byte("We bid.")) {
		t.Error("the register holds the bytes, or the caller’s are gone")
	}
	var n int
	if err := raw(t, o.Path()).QueryRow("SELECT count(*) FROM contents").Scan(&n); err != nil || n != 1 {
		t.Errorf("%d, %v", n, err)
	}
	held, _ := data.Get[*data.Attachment](o.Register(), a.ID)
	if err := o.Delete(t.Context(), held); err != nil {
		t.Fatal(err)
	}
	wantContent(t, o, b.ID, "We bid.")
	if _, err := o.Content(t.Context(), a.ID); err == nil || !strings.Contains(data.Explain(err), "does not hold that file") {
		t.Errorf("of a file that is gone: %v", err)
	}
	undo(t, o, o.known.sequence)
	wantContent(t, o, a.ID, "We bid.")
	wantSound(t, o.Path())
}

func TestAFileIsNotReplacedUnderItsName(t *testing.T) {
	o := newOffice(t)
	a := save(t, o, newFile(t, "bid.txt", "We bid."))
	other := data.Clone(a)
	fresh := newFile(t, "", "We bid more.")
	other.Content, other.SHA256, other.Size = fresh.Content, fresh.SHA256, fresh.Size
	if _, err := o.Save(t.Context(), other); err == nil || !strings.Contains(data.Explain(err), "add the new file and take this one out") {
		t.Errorf("%v", err)
	}
	same := data.Clone(a)
	same.Title, same.Content = "The bid", []byte("We bid.")
	save(t, o, same)
	wantContent(t, o, a.ID, "We bid.")
	nothing := newFile(t, "bid.txt", "Never added")
	nothing.Content = nil
	if _, err := o.Save(t.Context(), nothing); err == nil {
		t.Error("a file was added without its bytes")
	}
	wantSound(t, o.Path())
}

func TestADamagedFileIsNeverGivenOutAndAddingItAgainMendsIt(t *testing.T) {
	o := newOffice(t)
	a := save(t, o, newFile(t, "bid.txt", "We bid."))
	if _, err := raw(t, o.Path()).Exec("UPDATE contents SET content = x'00'"); err != nil {
		t.Fatal(err)
	}
	report, err := Check(t.Context(), o.Path())
	if said := strings.Join(report.Sentences(), " "); err != nil || !strings.Contains(said, "“bid.txt” inside the office is not as it was added") {
		t.Errorf("%s, %v", said, err)
	}
	if _, err := o.Content(t.Context(), a.ID); err == nil || !strings.Contains(data.Explain(err), "is not as it was added") {
		t.Errorf("it was given out: %v", err)
	}
	save(t, o, newFile(t, "bid again.txt", "We bid."))
	wantContent(t, o, a.ID, "We bid.")
	wantSound(t, o.Path())
	if _, err := raw(t, o.Path()).Exec("DROP TRIGGER contents_delete_by_hand; PRAGMA foreign_keys = 0; DELETE FROM contents"); err != nil {
		t.Fatal(err)
	}
	report, err = Check(t.Context(), o.Path())
	if said := strings.Join(report.Sentences(), " "); err != nil || !strings.Contains(said, "“bid.txt” is not inside the office any more") {
		t.Errorf("%s, %v", said, err)
	}
}

func TestATriggerOrASizeAlteredByHandIsFound(t *testing.T) {
	o := newOffice(t)
	save(t, o, newFile(t, "bid.txt", "We bid."))
	for says, statement := range map[string]string{
		"“bid.txt” inside the office is not as it was added": "UPDATE attachments SET size = 9",
		"The triggers that guard the tables":                 "DROP TRIGGER grants_keep_id; CREATE TRIGGER grants_keep_id BEFORE UPDATE OF id ON grants BEGIN SELECT 1; END",
	} {
		if _, err := raw(t, o.Path()).Exec(statement); err != nil {
			t.Fatal(err)
		}
		report, err := Check(t.Context(), o.Path())
		if said := strings.Join(report.Sentences(), " "); err != nil || !strings.Contains(said, says) {
			t.Errorf("%s: %s, %v", statement, said, err)
		}
	}
}

package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"almoner/data"
	"almoner/data/sqlite"
)

func TestPersonShowsWhatIsHeldAndRemovesIt(t *testing.T) {
	office := sampleOffice(t)
	page := filepath.Join(t.TempDir(), "held.md")
	must(t, "person", office, "Brannock, Ottilie", "-o", page)
	text, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"# What the office holds on Brannock, Ottilie", "## Contact", "- Email: ottilie@stillwater.example", "Lawful basis: Public task"} {
		if !strings.Contains(string(text), want) {
			t.Errorf("it does not say %q:\n%s", want, text)
		}
	}
	if info, err := os.Stat(page); err != nil || info.Mode().Perm()&0o077 != 0 {
		t.Errorf("others may read it: %v, %v", info.Mode(), err)
	}
	var held data.Dossier
	if err := json.Unmarshal([]byte(must(t, "person", office, "Ottilie Brannock", "--json")), &held); err != nil || len(held.Held) != 1 {
		t.Errorf("as JSON: %+v, %v", held, err)
	}
	for _, args := range [][]string{{"--remove"}, {"--yes"}} {
		if code, _, said := ctl(t, 0, append([]string{"person", office, "Ottilie Brannock"}, args...)...); code != exitUsage || !strings.Contains(said, "Nothing was changed") {
			t.Errorf("%s ended with %d: %s", args, code, said)
		}
	}
	before := must(t, "list", office, "grants")
	var removed data.Removed
	if err := json.Unmarshal([]byte(must(t, "person", office, "Ottilie Brannock", "--remove", "--yes", "--json")), &removed); err != nil || removed.Places == 0 || len(removed.Went) == 0 {
		t.Errorf("removed: %+v, %v", removed, err)
	}
	if after := must(t, "list", office, "grants"); after != before {
		t.Error("the grants are not what they were")
	}
	must(t, "check", office)
	for _, args := range [][]string{{}, {"--remove", "--yes"}} {
		if code, out, _ := ctl(t, 0, append([]string{"person", office, "Ottilie Brannock"}, args...)...); code != exitNotFound || strings.Contains(out, "stillwater") {
			t.Errorf("afterwards it ended with %d: %s", code, out)
		}
	}
}

func TestPrintWarnsOfTheApplicant(t *testing.T) {
	office := sampleOffice(t)
	if err := (terminal{}).with(t.Context(), office, func(o *sqlite.Office) error {
		_, err := o.Save(t.Context(), &data.FOIRequest{
			Reference: "FOI/99", Received: data.NewDate(2025, 3, 4), Applicant: &data.Applicant{Name: "Ariadne Quill"},
			Questions: []data.FOIQuestion{{Text: "What?", Answer: "Nothing, Ms Quill."}}, Stamp: data.Stamp{ID: data.NewID()},
		})
		return err
	}); err != nil {
		t.Fatal(err)
	}
	reply := filepath.Join(t.TempDir(), "r.pdf")
	code, _, said := ctl(t, 0, "print", office, "foi", "FOI/99", "-o", reply)
	if code != exitDone || !strings.Contains(said, "The answer to question 1 holds the applicant’s surname: “Nothing, Ms Quill.”. Take it out before this goes out.") {
		t.Errorf("it ended with %d: %s", code, said)
	}
	if _, _, said := ctl(t, 0, "print", office, "foi", "FOI/99", "--as", "html", "-o", reply); !strings.Contains(said, "the applicant’s surname") {
		t.Errorf("of a web page it says %s", said)
	}
	if _, _, said := ctl(t, 0, "print", office, "foi", "FOI/25-001", "-o", reply); strings.Contains(said, "applicant") {
		t.Errorf("it warns without cause: %s", said)
	}
}

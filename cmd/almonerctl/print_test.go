package main

import (
	"encoding/csv"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"almoner/reports"
	"almoner/reports/forms"
	"almoner/reports/samplepapers"
)

// TestEveryPaperPrintsInEveryForm prints one of each paper of the sample office as each form, as somebody at a terminal does.
func TestEveryPaperPrintsInEveryForm(t *testing.T) {
	office := sampleOffice(t)
	dir := t.TempDir()
	var done []string
	err := samplepapers.Each(1, func(made samplepapers.Paper) error {
		p, rec := made.Kind, made.Record
		done = append(done, p.Name)
		for _, form := range forms.All() {
			args := []string{"print", office, p.Name}
			switch {
			case p.Name == reports.RegisterPaper:
				args = append(args, "grants", "--year", "2024", "--theme", "stalking")
			case rec == nil:
				args = append(args, "--year", "2024")
			case rec != nil:
				args = append(args, string(rec.Stamped().ID))
			}
			file := filepath.Join(dir, p.Name+"."+form.Name)
			code, _, said := ctl(t, 0, append(args, "--as", form.Name, "-o", file)...)
			if code == exitFailed && strings.Contains(said, "has no table") { // a letter is no spreadsheet
				continue
			}
			if content, err := os.ReadFile(file); code != exitDone || err != nil || len(content) < 20 {
				t.Errorf("%s as %s ended with %d: %v: %s", p.Name, form.Name, code, err, said)
			}
		}
		return nil
	}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(done) != len(reports.Papers()) {
		t.Errorf("the sample office prints %q only", done)
	}
}

func TestAListIsPrintedAsItWasChosen(t *testing.T) {
	office := sampleOffice(t)
	file := filepath.Join(t.TempDir(), "grants.pdf")
	must(t, "print", office, "register", "grants", "--year", "2024", "--theme", "stalking", "-o", file)
	needs(t, "pdftotext")
	text := strings.Join(strings.Fields(pdfText(t, file)), " ")
	for _, want := range []string{"Grants", "Financial year: 2024-25", "Theme: stalking", "6 of 162 grants · "} {
		if !strings.Contains(text, want) {
			t.Errorf("the list does not say %q: %.600s", want, text)
		}
	}
}

func TestPrintSaysWhatIsMissingOnItsLine(t *testing.T) {
	office := sampleOffice(t)
	for name, c := range map[string]struct {
		args []string
		code int
		says string
	}{
		"no list":             {[]string{"register"}, exitUsage, "Which list?"},
		"no such list":        {[]string{"register", "sweets"}, exitUsage, "There are no records called"},
		"no reference":        {[]string{"foi"}, exitUsage, "Give its reference"},
		"no such form":        {[]string{"foi", "FOI/25-001", "--as", "wax"}, exitUsage, "There is no form called"},
		"a year of requests":  {[]string{"register", "requests", "--year", "2024"}, exitUsage, "choose among grants"},
		"no such status":      {[]string{"register", "funds", "--status", "grey"}, exitUsage, "There is no status"},
		"a paper of nothing":  {[]string{"crime-grants", "FOI/25-001"}, exitUsage, "tells of the whole office"},
		"no fee":              {[]string{"foi-fees", "FOI/25-001", "-o", "-"}, exitFailed, "No fee is put down"},
		"an ambiguous record": {[]string{"foi", "FOI"}, exitNotFound, "are called"},
	} {
		if code, _, said := ctl(t, 0, append([]string{"print", office}, c.args...)...); code != c.code || !strings.Contains(said, c.says) {
			t.Errorf("%s: ended with %d, said: %s", name, code, said)
		}
	}
}

func TestAPaperOfAYearIsThatOfTheYearAskedFor(t *testing.T) {
	office := sampleOffice(t)
	for year, title := range map[string]string{"2022": "Spending over £500, 2022-23", "2023-24": "Spending over £500, 2023-24"} {
		if page := must(t, "print", office, "spend-over-500", "--year", year, "--as", "html", "-o", "-"); !strings.Contains(page, title) {
			t.Errorf("asked for %s the paper is not “%s”", year, title)
		}
	}
}

func TestAPrintedListHasEachRowThatIsListed(t *testing.T) {
	office := sampleOffice(t)
	for _, choice := range [][]string{{"grants", "--year", "2024", "--theme", "stalking"}, {"funds", "--find", "home", "--status", "won"}} {
		listed := strings.Split(strings.TrimSpace(must(t, append([]string{"list", office}, choice...)...)), "\n")
		printed, err := csv.NewReader(strings.NewReader(must(t, append(append([]string{"print", office, "register"}, choice...), "--as", "csv", "-o", "-")...))).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		if len(listed) < 4 || len(printed) != len(listed) {
			t.Fatalf("%s: %d rows are printed, %d are listed", choice[0], len(printed), len(listed))
		}
		for i := range listed[1:] {
			if got, want := printed[i+1][0], listed[i+1]; !strings.HasPrefix(want, got+"\t") {
				t.Errorf("%s: row %d is of %s, and in the list %s", choice[0], i+1, got, want)
			}
		}
	}
	page := must(t, "print", office, "register", "funds", "--find", "home", "--status", "won", "--as", "html", "-o", "-")
	for _, want := range []string{"Status: Won; With the words “home”", "4 of 17 funds · £1,179,000 won"} {
		if !strings.Contains(page, want) {
			t.Errorf("the list of funds does not say %q", want)
		}
	}
}

func TestPrintedFilesAreCalledAfterTheirRecords(t *testing.T) {
	office := sampleOffice(t)
	t.Chdir(t.TempDir())
	for _, c := range []struct{ paper, reference, file string }{
		{"foi", "FOI/25-001", "FOI-25-001.pdf"},
		{"foi-acknowledgement", "FOI/25-001", "FOI-25-001-foi-acknowledgement.pdf"},
		{"grant", "25/26 – 0014", "25-26-0014.pdf"},
	} {
		code, _, said := ctl(t, 0, "print", office, c.paper, c.reference)
		if code != exitDone || !strings.Contains(said, " to "+c.file+", ") || !strings.Contains(said, " page") {
			t.Errorf("it ended with %d: %s", code, said)
		}
		if _, err := os.Stat(c.file); err != nil {
			t.Error(err)
		}
	}
	for label, want := range map[string]string{"": "paper.pdf", "…": "paper.pdf", strings.Repeat("ŵ", 300): strings.Repeat("ŵ", 80) + ".pdf", strings.Repeat("a", 79) + " b": strings.Repeat("a", 79) + ".pdf"} {
		if got := fileNameOf(label, "pdf"); got != want {
			t.Errorf("%q is %q, want %q", label, got, want)
		}
	}
}

func TestADossierPrintsTheChangesOfItsGrant(t *testing.T) {
	if page := must(t, "print", sampleOffice(t), "grant-dossier", "25/26 – 0014", "--as", "html", "-o", "-"); !strings.Contains(page, "Made the grant.") {
		t.Error("the dossier does not say who made the grant")
	}
}

func pdfText(t *testing.T, file string) string {
	t.Helper()
	text, err := exec.CommandContext(t.Context(), "pdftotext", "-layout", file, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

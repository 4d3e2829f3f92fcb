package main

import (
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
		"an ambiguous record": {[]string{"foi", "FOI"}, exitNotFound, "are called"},
	} {
		if code, _, said := ctl(t, 0, append([]string{"print", office}, c.args...)...); code != c.code || !strings.Contains(said, c.says) {
			t.Errorf("%s: ended with %d, said: %s", name, code, said)
		}
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

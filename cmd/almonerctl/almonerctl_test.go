package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"almoner/data"
	"almoner/data/sample"
	"almoner/reports/document"
	"almoner/reports/layout"
	"almoner/reports/witness"
)

// ctl runs a command line and returns what it ended with and said.
func ctl(t *testing.T, width int, args ...string) (code int, out, said string) {
	t.Helper()
	var o, e bytes.Buffer
	code = run(t.Context(), args, terminal{out: &o, err: &e, width: width})
	return code, o.String(), e.String()
}

// must runs a command line that has to succeed, and returns what it wrote.
func must(t *testing.T, args ...string) string {
	t.Helper()
	code, out, said := ctl(t, 0, args...)
	if code != exitDone {
		t.Fatalf("almonerctl %s ended with %d: %s", strings.Join(args, " "), code, said)
	}
	return out
}

// shared is a file of the folder of real papers beside the repository.
func shared(t *testing.T, name string) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			break
		}
		if dir == filepath.Dir(dir) {
			t.Fatal("there is no go.mod above this test")
		}
		dir = filepath.Dir(dir)
	}
	path := filepath.Join(dir, "..", "shared", "cases", name)
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		t.Skipf("%s is not there", path)
	}
	return path
}

func needs(t *testing.T, program string) {
	t.Helper()
	witness.Program(t, program)
}

// realCase is an office with the paper of a real request in it.
func realCase(t *testing.T) string {
	t.Helper()
	doc := shared(t, "000-foi-reply.json")
	office := filepath.Join(t.TempDir(), "o.almoner")
	must(t, "new", office)
	must(t, "load", office, doc)
	return office
}

func sampleOffice(t *testing.T) string {
	t.Helper()
	office := filepath.Join(t.TempDir(), "sample.almoner")
	must(t, "new", office, "--sample")
	return office
}

var quotedLine = regexp.MustCompile(`(?m)^\s*"(.*)"\s*$`)

func TestRealReplyIsPrintedWordForWord(t *testing.T) {
	office := realCase(t)
	needs(t, "pdfinfo")
	words, err := os.ReadFile(shared(t, "000-foi-reply.words.txt"))
	if err != nil {
		t.Fatal(err)
	}
	reply := filepath.Join(t.TempDir(), "r.pdf")
	must(t, "print", office, "foi", "FOI/OPCC/20-003", "-o", reply)
	structure, err := exec.CommandContext(t.Context(), "pdfinfo", "-struct-text", reply).Output()
	if err != nil {
		t.Fatal(err)
	}
	var text strings.Builder
	for _, m := range quotedLine.FindAllSubmatch(structure, -1) {
		text.Write(m[1])
		text.WriteByte(' ')
	}
	all := strings.Join(strings.Fields(text.String()), " ")
	for line := range strings.Lines(string(words)) {
		if line = strings.Join(strings.Fields(line), " "); !strings.Contains(all, line) {
			t.Errorf("the reply does not say “%s”", line)
		}
	}
}

func TestPrintingTwiceGivesTheSameSoundFile(t *testing.T) {
	office := sampleOffice(t)
	reply := filepath.Join(t.TempDir(), "r.pdf")
	must(t, "print", office, "foi", "foi 25001", "-o", reply)
	first, err := os.ReadFile(reply)
	if err != nil {
		t.Fatal(err)
	}
	if second := must(t, "print", office, "foi", "FOI/25-001", "-o", "-"); second != string(first) {
		t.Error("two prints of one reply differ")
	}
	needs(t, "qpdf")
	if said, err := exec.CommandContext(t.Context(), "qpdf", "--check", reply).CombinedOutput(); err != nil {
		t.Errorf("qpdf: %v\n%s", err, said)
	}
}

func TestPrintNamesTheFileAfterTheReference(t *testing.T) {
	office := sampleOffice(t)
	t.Chdir(t.TempDir())
	_, _, said := ctl(t, 0, "print", office, "foi", "FOI/25-003")
	if _, err := os.Stat("FOI-25-003.pdf"); err != nil || !strings.Contains(said, "FOI-25-003.pdf") {
		t.Errorf("%v; it said: %s", err, said)
	}
}

type grantAnswer struct {
	Grants []struct {
		Title  string
		Amount data.Money
	}
	Count, Of, Recipients int
	Amount                data.Money
}

func listGrants(t *testing.T, args ...string) grantAnswer {
	t.Helper()
	var a grantAnswer
	if err := json.Unmarshal([]byte(must(t, args...)), &a); err != nil {
		t.Fatal(err)
	}
	return a
}

func TestListAddsUpToThePenny(t *testing.T) {
	office := realCase(t)
	all := listGrants(t, "list", office, "grants", "--theme", "Stalking", "--json")
	if all.Count != 4 || all.Of != 4 || all.Amount.Pence != 25_551_00 || all.Recipients != 2 {
		t.Errorf("all: %+v", all)
	}
	year := listGrants(t, "list", office, "grants", "--year", "2018/19", "--json")
	if year.Count != 2 || year.Amount.Pence != 18_114_00 {
		t.Errorf("2018-19: %+v", year)
	}
	_, out, _ := ctl(t, 90, "list", office, "grants", "--year", "2017", "--year", "2018")
	if !strings.HasSuffix(out, "\n4 of 4 grants · £25,551 · 2 recipients\n") {
		t.Errorf("on a terminal:\n%s", out)
	}
}

func TestListFiltersAndSorts(t *testing.T) {
	office := sampleOffice(t)
	a := listGrants(t, "list", office, "grants", "--recipient", "stillwater", "--status", "closed", "--sort", "amount", "--descending", "--json")
	if a.Count < 5 || a.Count >= a.Of {
		t.Fatalf("%d of %d grants", a.Count, a.Of)
	}
	for i := 1; i < len(a.Grants); i++ {
		if a.Grants[i].Amount.Pence > a.Grants[i-1].Amount.Pence {
			t.Errorf("%s comes after a smaller grant", a.Grants[i].Title)
		}
	}
	if found := must(t, "list", office, "organisations", "--find", "ty noddfa"); !strings.Contains(found, "Tŷ Noddfa") || strings.Count(found, "\n") != 2 {
		t.Errorf("found:\n%s", found)
	}
}

func TestEveryKindIsListedBothWays(t *testing.T) {
	office := sampleOffice(t)
	for kind, holds := range map[string]string{
		"grants": "Boxing at eight", "requests": "FOI/25-001", "organisations": "Kinfolk", "contacts": "Ottilie Brannock",
		"funds": "Victims’ services core grant", "questions": "never_partners", "specifications": "stalking advocacy service",
		"staff": "Callum Varga", "programmes": "Community share", "decisions": "DN/25-26/003", "training": "A day on stalking", "returns": "Victim care hub",
		"frameworks": "services for victims count", "papers": "Victims’ services in 2026-27", "releases": "A day on stalking", "actions": "Print the card",
		"publications": "Disclosure log", "files": "FOI 25-002 reply.txt",
	} {
		var v map[string]any
		text := must(t, "list", office, kind, "--json")
		if err := json.Unmarshal([]byte(text), &v); err != nil {
			t.Fatalf("%s: %v", kind, err)
		}
		rows, _ := v[kind].([]any)
		if len(rows) == 0 || float64(len(rows)) != v["count"] {
			t.Errorf("%s: %d rows, count %v", kind, len(rows), v["count"])
		}
		plain := must(t, "list", office, kind)
		if !strings.Contains(text, holds) || !strings.Contains(plain, holds) {
			t.Errorf("%s: %q is not listed", kind, holds)
		}
		if strings.Count(plain, "\n") != len(rows)+1 {
			t.Errorf("%s: %d lines for %d rows", kind, strings.Count(plain, "\n"), len(rows))
		}
		if strings.Contains(text+plain, "Wendell") || strings.Contains(text+plain, "Public task") {
			t.Errorf("%s tells what is personal", kind)
		}
	}
}

func TestTableFitsTheTerminal(t *testing.T) {
	office := sampleOffice(t)
	for _, width := range []int{70, 100, 500} {
		_, out, _ := ctl(t, width, "list", office, "grants")
		for line := range strings.Lines(out) {
			if n := len([]rune(strings.TrimRight(line, "\n"))); n > width {
				t.Errorf("%d characters on a line of %d: %s", n, width, line)
			}
		}
		if cutOff := strings.Contains(out, "…"); cutOff != (width < 500) {
			t.Errorf("at %d columns, cut: %t", width, cutOff)
		}
	}
	if out := must(t, "list", office, "grants"); strings.Contains(out, "…") {
		t.Error("words are cut where there is no terminal")
	}
}

func TestWhatGoesWrongIsSaidInOneSentenceWithANumber(t *testing.T) {
	dir := t.TempDir()
	office := sampleOffice(t)
	file := func(name, content string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	garbage, empty, paper := file("g.almoner", "nothing in particular"), file("e.almoner", ""), file("p.almoner", "%PDF-1.7\n")
	for name, c := range map[string]struct {
		args []string
		code int
		says string
	}{
		"garbage":          {[]string{"list", garbage, "grants"}, exitFailed, "not an Almoner office"},
		"empty":            {[]string{"list", empty, "grants"}, exitFailed, "is empty"},
		"a PDF":            {[]string{"print", paper, "foi", "x"}, exitFailed, "is a PDF"},
		"a folder":         {[]string{"dump", dir}, exitFailed, "is a folder"},
		"missing":          {[]string{"check", filepath.Join(dir, "no.almoner")}, exitFailed, "There is no file"},
		"there already":    {[]string{"new", garbage}, exitFailed, "There is already a file"},
		"no such request":  {[]string{"print", office, "foi", "FOI/99-001"}, exitNotFound, "No FOI request is called"},
		"no such theme":    {[]string{"list", office, "grants", "--theme", "stalkign"}, exitNotFound, "No grant has the theme"},
		"no such body":     {[]string{"list", office, "grants", "--recipient", "nobody"}, exitNotFound, "No organisation is called"},
		"no such year":     {[]string{"list", office, "grants", "--year", "2017-19"}, exitUsage, "is not a financial year"},
		"no such kind":     {[]string{"list", office, "sweets"}, exitUsage, "There are no records called"},
		"no such paper":    {[]string{"print", office, "poem", "x"}, exitUsage, "There is no paper called"},
		"no such status":   {[]string{"list", office, "grants", "--status", "open"}, exitUsage, "There is no status"},
		"no such column":   {[]string{"list", office, "funds", "--sort", "colour"}, exitUsage, "cannot be sorted by"},
		"year of a fund":   {[]string{"list", office, "funds", "--year", "2024"}, exitUsage, "choose among grants"},
		"no verb":          {nil, exitUsage, "expected one of"},
		"document missing": {[]string{"load", office, filepath.Join(dir, "no.json")}, exitFailed, "There is no file"},
		"document folder":  {[]string{"load", office, dir}, exitFailed, "is a folder"},
		"not a document":   {[]string{"load", office, paper}, exitFailed, "not JSON"},
		"output a folder":  {[]string{"dump", office, "-o", dir}, exitFailed, "is a folder"},
		"output nowhere":   {[]string{"dump", office, "-o", filepath.Join(dir, "no", "x.json")}, exitFailed, "could not be written"},
	} {
		code, out, said := ctl(t, 0, c.args...)
		if code != c.code || !strings.Contains(said, c.says) {
			t.Errorf("%s: ended with %d, said: %s", name, code, said)
		}
		if out != "" || strings.Count(said, "\n") != 1 || strings.Contains(said, "goroutine") {
			t.Errorf("%s: not one sentence: %s%s", name, out, said)
		}
	}
	for path, content := range map[string]string{garbage: "nothing in particular", empty: "", paper: "%PDF-1.7\n"} {
		if now, err := os.ReadFile(path); err != nil || string(now) != content {
			t.Errorf("%s was touched", path)
		}
	}
}

func TestDumpLeavesOutWhatIsPersonalAndSaysSo(t *testing.T) {
	office := sampleOffice(t)
	path := filepath.Join(t.TempDir(), "d.json")
	if err := os.WriteFile(path, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	_, _, said := ctl(t, 0, "dump", office, "-o", path)
	text, err := os.ReadFile(path)
	if err != nil || strings.Contains(string(text), "Wendell") || !strings.Contains(said, "14 requests") || !strings.Contains(said, "20 contacts") {
		t.Errorf("%v; it said: %s", err, said)
	}
	if whole := must(t, "dump", office, "--personal"); !strings.Contains(whole, "Wendell") {
		t.Error("--personal leaves out who asked")
	}
	if rest, err := os.ReadDir(filepath.Dir(path)); err != nil || len(rest) != 1 {
		t.Errorf("%d files lie where one was written (%v)", len(rest), err)
	}
}

func TestDumpLoadDumpGivesTheSameBytes(t *testing.T) {
	first := must(t, "dump", sampleOffice(t), "--personal")
	dir := t.TempDir()
	doc, office := filepath.Join(dir, "d.json"), filepath.Join(dir, "copy.almoner")
	if err := os.WriteFile(doc, []byte(first), 0o600); err != nil {
		t.Fatal(err)
	}
	must(t, "new", office)
	must(t, "load", office, doc)
	if must(t, "dump", office, "--personal") != first {
		t.Error("an office that was dumped and loaded dumps otherwise")
	}
}

func TestLoadKeepsTheDetailsOfAnOfficeAtWork(t *testing.T) {
	doc := shared(t, "000-foi-reply.json")
	office := filepath.Join(t.TempDir(), "sample.almoner")
	must(t, "new", office, "--sample", "--name", "Our own office")
	code, _, said := ctl(t, 0, "load", office, doc)
	if code != exitDone || !strings.Contains(said, "kept as they are") {
		t.Errorf("%d: %s", code, said)
	}
	if out := must(t, "dump", office); !strings.Contains(out, `"name": "Our own office"`) {
		t.Error("the office lost its name")
	}
}

func TestCheckTellsASoundOfficeFromATamperedOne(t *testing.T) {
	office := sampleOffice(t)
	var found checked
	if err := json.Unmarshal([]byte(must(t, "check", office, "--json")), &found); err != nil || !found.Sound || found.Records < 200 || found.Problems == nil {
		t.Fatalf("%v, %+v", err, found)
	}
	file, err := os.ReadFile(office)
	if err != nil {
		t.Fatal(err)
	}
	changed := bytes.ReplaceAll(file, []byte("Boxing at eight"), []byte("Boxing at seven"))
	if bytes.Equal(file, changed) {
		t.Fatal("there is nothing to tamper with")
	}
	if err := os.WriteFile(office, changed, 0o600); err != nil {
		t.Fatal(err)
	}
	if code, out, _ := ctl(t, 0, "check", office); code != exitUnsound || !strings.Contains(out, "not as it was made") {
		t.Errorf("ended with %d: %s", code, out)
	}
}

func TestAsSaysWhoSaves(t *testing.T) {
	if got := (terminal{user: "Nightly import"}).saver(); got.Name != "Nightly import" {
		t.Errorf("saved by %q", got.Name)
	}
	if got := (terminal{}).saver(); got.Name == "" || got.Machine == "" {
		t.Errorf("saved by %+v", got)
	}
}

// Every word of the sample has to print: a first reply with boxes in it would be the last.
func TestEveryWordOfTheSamplePrints(t *testing.T) {
	_, records := sample.Office()
	part := document.Part{}
	for _, rec := range records {
		b, err := json.Marshal(rec)
		if err != nil {
			t.Fatal(err)
		}
		part.Add(document.Paragraph{Text: document.Text(string(b))})
	}
	for _, m := range layout.Lay(document.Document{Parts: []document.Part{part}}).Missing {
		t.Errorf("“%c” (U+%04X) has no shape in the font, near “%s”", m.Char, m.Char, m.Near)
	}
}

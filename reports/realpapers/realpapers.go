// Package realpapers is the real papers that tests hold ours against: as records, and with the words that have to come out in every form.
//
// They are other offices' papers, so they lie outside of the project, in the folder shared beside it, and tests skip without it.
package realpapers

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"almoner/data"
	"almoner/data/portable"
	"almoner/reports"
	"almoner/reports/document"
)

// Case is one paper.
type Case struct {
	Name     string // "000-foi-reply"
	Setting  reports.Setting
	Paper    reports.Paper
	Record   data.Record
	Document document.Document
	Words    []string // the lines that have to stand in it, with single spaces
}

// papers are what each case is printed as.
var papers = []struct {
	name, paper string
	kind        data.Kind
}{
	{"000-foi-reply", "foi", data.KindFOIRequest},
	{"001-decision", "decision", data.KindDecision},
	{"002-news-release", "news-release", data.KindNewsRelease},
	{"003-board-paper", "board-paper", data.KindBoardPaper},
	{"004-board-paper", "board-paper", data.KindBoardPaper},
}

// folder is where the cases lie: beside the project, wherever the test runs.
func folder() string {
	_, file, _, _ := runtime.Caller(0)
	return filepath.Join(filepath.Dir(file), "..", "..", "..", "shared", "cases")
}

// All are the five cases. It skips the test where they are not there.
func All(t testing.TB) []Case {
	t.Helper()
	var all []Case
	for _, p := range papers {
		reg := load(t, filepath.Join(folder(), p.name+".json"))
		words, err := os.ReadFile(filepath.Join(folder(), p.name+".words.txt"))
		if err != nil {
			t.Fatal(err)
		}
		paper, ok := reports.PaperNamed(p.paper)
		if !ok || len(reg.Records(p.kind)) != 1 {
			t.Fatalf("%s does not hold one %s", p.name, p.kind.Label())
		}
		c := Case{Name: p.name, Paper: paper, Record: reg.Records(p.kind)[0], Setting: reports.Setting{Register: reg, Today: data.NewDate(2024, 1, 15)}}
		c.Document = paper.Make(c.Setting, c.Record)
		for line := range strings.Lines(string(words)) {
			if line = strings.Join(strings.Fields(line), " "); line != "" {
				c.Words = append(c.Words, line)
			}
		}
		all = append(all, c)
	}
	return all
}

func load(t testing.TB, name string) *data.Register {
	t.Helper()
	file, err := os.Open(name)
	if err != nil {
		t.Skipf("the real papers are not beside the project, so none is held against ours: %v", err)
	}
	defer func() { _ = file.Close() }() // it was only read
	doc, err := portable.Read(file)
	if err != nil {
		t.Fatal(err)
	}
	reg := data.NewRegister(&data.OfficeDetails{Stamp: data.Stamp{ID: data.OfficeID}, Name: "Office"})
	records, err := doc.Records(reg)
	if err != nil {
		t.Fatal(err)
	}
	reg.Put(records...)
	if doc.Office != nil {
		doc.Office.ID = data.OfficeID
		reg.Put(doc.Office)
	}
	return reg
}

// Missing are the lines that do not stand in a text, white space apart.
func (c Case) Missing(text string) []string {
	text = strings.Join(strings.Fields(text), " ")
	var missing []string
	for _, line := range c.Words {
		if !strings.Contains(text, line) {
			missing = append(missing, line)
		}
	}
	return missing
}

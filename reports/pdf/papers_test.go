package pdf_test

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"

	"almoner/reports/document"
	"almoner/reports/layout"
	"almoner/reports/realpapers"
	"almoner/reports/samplepapers"
)

var quotedText = regexp.MustCompile(`(?m)^\s*"(.*)"\s*$`)

// heard is what a screen reader reads out of a file, in its order.
func heard(t *testing.T, file []byte) string {
	t.Helper()
	var b strings.Builder
	for _, m := range quotedText.FindAllStringSubmatch(ask(t, file, "pdfinfo", "-struct-text", "FILE"), -1) {
		b.WriteString(m[1] + " ")
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// inOrder tells the first line that does not stand in a text after those before it; white space apart, because a line may be broken
// anywhere.
func inOrder(lines []string, text string) string {
	rest := strings.ReplaceAll(text, " ", "")
	for _, line := range lines {
		_, after, found := strings.Cut(rest, strings.ReplaceAll(line, " ", ""))
		if !found {
			return line
		}
		rest = after
	}
	return ""
}

func TestRealPapersAreReadOutWordForWordInOrder(t *testing.T) {
	for _, c := range realpapers.All(t) {
		text := heard(t, write(t, c.Document))
		for _, line := range c.Missing(text) {
			t.Errorf("%s does not say “%s”", c.Name, line)
		}
		if line := inOrder(document.Lines(c.Document), text); line != "" {
			t.Errorf("%s does not say “%s” where it belongs", c.Name, line)
		}
	}
}

// samplePapers are the papers of the sample office: of each kind those of the first records.
func samplePapers(t *testing.T, most int, visit func(name string, doc document.Document)) {
	t.Helper()
	if err := samplepapers.Each(most, func(p samplepapers.Paper) error {
		visit(p.Name, p.Document)
		return nil
	}, nil); err != nil {
		t.Fatal(err)
	}
}

func TestEveryPaperOfTheSampleIsSoundAndPrintsEveryLetter(t *testing.T) {
	samplePapers(t, 3, func(name string, doc document.Document) {
		paper := layout.Lay(doc)
		if len(paper.Missing) > 0 || len(paper.Remarks) > 0 {
			t.Errorf("%s: %+v %q", name, paper.Missing, paper.Remarks)
		}
		if err := api.Validate(bytes.NewReader(write(t, doc)), model.NewDefaultConfiguration()); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	})
}

// TestEveryPaperKeepsToPDFUA holds the papers to the conditions of the Matterhorn Protocol 1.1 that a program can check and that our files
// could break.
func TestEveryPaperKeepsToPDFUA(t *testing.T) {
	samplePapers(t, 2, func(name string, doc document.Document) { matterhorn(t, name, layout.Lay(doc)) })
	for _, c := range realpapers.All(t) {
		matterhorn(t, c.Name, layout.Lay(c.Document))
	}
}

func matterhorn(t *testing.T, name string, p *layout.Paper) {
	t.Helper()
	if p.Title == "" || p.Language == "" {
		t.Errorf("%s has no title or no language (06-003, 11-006)", name)
	}
	for i := range p.Pages {
		for k := range p.Pages[i].Words {
			w := &p.Pages[i].Words[k]
			if e := w.Element; e != nil && (e.Role == layout.Root || e.Role == layout.Table || e.Role == layout.TableRow || e.Role == layout.List || e.Role == layout.ListItem) {
				t.Errorf("%s: %q stands in an element that holds no words (01-005)", name, w.Text)
			}
		}
	}
	level := uint8(0)
	var walk func(e *layout.Element)
	walk = func(e *layout.Element) {
		switch e.Role {
		case layout.Heading:
			if level == 0 && e.Level != 1 || e.Level > level+1 {
				t.Errorf("%s: the heading %q is of level %d after one of level %d (14-002, 14-003)", name, e.Title, e.Level, level)
			}
			level = e.Level
		case layout.Figure:
			if e.Alt == "" {
				t.Errorf("%s has a figure without words for what it shows (13-004)", name)
			}
		case layout.Table:
			shapely(t, name, e)
		case layout.TableRow:
			parent(t, name, e, "09-004", layout.Table)
		case layout.HeadingCell, layout.DataCell:
			parent(t, name, e, "09-004", layout.TableRow)
		case layout.ListItem:
			parent(t, name, e, "09-005", layout.List)
		case layout.Label:
			parent(t, name, e, "09-005", layout.ListItem, layout.Note)
		case layout.ListBody:
			parent(t, name, e, "09-005", layout.ListItem)
		case layout.Link:
			if e.Target == "" || strings.TrimSpace(e.Title) == "" {
				t.Errorf("%s has a link that leads nowhere or says nothing (28-005, 28-011)", name)
			}
		}
		for _, k := range e.Kids {
			walk(k)
		}
	}
	walk(p.Root)
}

func parent(t *testing.T, name string, e *layout.Element, condition string, roles ...layout.Role) {
	t.Helper()
	if e.Parent == nil || !slices.Contains(roles, e.Parent.Role) {
		t.Errorf("%s: an element stands where the standard does not let it (%s)", name, condition)
	}
}

// shapely holds a table to its shape: every row covers as many columns as the first (15-003).
func shapely(t *testing.T, name string, e *layout.Element) {
	t.Helper()
	columns := 0
	for _, r := range e.Kids {
		if r.Role != layout.TableRow {
			continue
		}
		wide, headings := 0, 0
		for _, c := range r.Kids {
			wide += max(c.Span, 1)
			if c.Role == layout.HeadingCell {
				headings++
			}
		}
		if columns == 0 {
			columns = wide
			if headings != len(r.Kids) {
				t.Errorf("%s has a table whose first row is no row of headings (15-001)", name)
			}
		}
		if wide != columns {
			t.Errorf("%s has a table with a row of %d columns where it has %d (15-003)", name, wide, columns)
		}
	}
}

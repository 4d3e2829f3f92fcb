package pdf_test

import (
	"bytes"
	"fmt"
	"regexp"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	d "almoner/reports/document"
	"almoner/reports/realpapers"
)

// TestEveryFileKeepsToPDFUA reads the finished files and holds them to those conditions of the Matterhorn Protocol 1.1 that are about the
// file itself; TestEveryPaperKeepsToPDFUA has those about what it says. That they keep to PDF/A-2a as well is for veraPDF to see.
func TestEveryFileKeepsToPDFUA(t *testing.T) {
	samplePapers(t, 2, func(name string, doc d.Document) { readFile(t, name, doc).keepsToUA() })
	for _, c := range realpapers.All(t) {
		readFile(t, c.Name, c.Document).keepsToUA()
	}
}

// fileReader goes through a file as a reader of PDF does.
type fileReader struct {
	*model.Context

	t    *testing.T
	name string
}

func readFile(t *testing.T, name string, doc d.Document) fileReader {
	t.Helper()
	ctx, err := api.ReadContext(bytes.NewReader(write(t, doc)), model.NewDefaultConfiguration())
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	if err := api.ValidateContext(ctx); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return fileReader{ctx, t, name}
}

func (f fileReader) fails(condition, format string, args ...any) {
	f.t.Helper()
	f.t.Errorf("%s: %s (%s)", f.name, fmt.Sprintf(format, args...), condition)
}

// dict is the dictionary that an entry of another is or leads to; nil where there is none.
func (f fileReader) dict(of types.Dict, key string) types.Dict {
	f.t.Helper()
	found, err := f.DereferenceDict(of[key])
	if err != nil {
		f.t.Fatalf("%s: %v", f.name, err)
	}
	return found
}

func (f fileReader) list(of types.Dict, key string) types.Array {
	f.t.Helper()
	found, err := f.DereferenceArray(of[key])
	if err != nil {
		f.t.Fatalf("%s: %v", f.name, err)
	}
	return found
}

func (f fileReader) stream(of types.Dict, key string) []byte {
	f.t.Helper()
	s, _, err := f.DereferenceStreamDict(of[key])
	if err != nil || s == nil {
		return nil
	}
	if err := s.Decode(); err != nil {
		f.t.Fatalf("%s: %v", f.name, err)
	}
	return s.Content
}

func (f fileReader) keepsToUA() {
	root, err := f.Catalog()
	if err != nil {
		f.t.Fatal(err)
	}
	if marked := f.dict(root, "MarkInfo").BooleanEntry("Marked"); marked == nil || !*marked {
		f.fails("01-002", "the file does not say that it is tagged")
	}
	if shown := f.dict(root, "ViewerPreferences").BooleanEntry("DisplayDocTitle"); shown == nil || !*shown {
		f.fails("07-001", "the window of a reader does not bear the title")
	}
	if language := root.StringEntry("Lang"); language == nil && root["Lang"] == nil {
		f.fails("11-006", "the file has no language")
	}
	about := f.stream(root, "Metadata")
	if !bytes.Contains(about, []byte("<pdfuaid:part>1</pdfuaid:part>")) || !bytes.Contains(about, []byte("<dc:title>")) {
		f.fails("06-002, 06-003", "the metadata has no title or does not name the standard")
	}
	if intents := f.list(root, "OutputIntents"); len(intents) != 1 || !bytes.Contains(about, []byte("<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>")) {
		f.fails("PDF/A-2, 6.2.3 and 6.6.4", "the file does not say what its colours mean, or which standard it keeps to")
	}
	parents := f.parents(f.dict(root, "StructTreeRoot"))
	for n := 1; n <= f.PageCount; n++ {
		page, _, _, err := f.PageDict(n, false)
		if err != nil {
			f.t.Fatal(err)
		}
		f.page(n, page, parents)
	}
	f.fonts()
}

// parents is the way back from a page or a link to what it means.
func (f fileReader) parents(root types.Dict) map[int]types.Object {
	nums := f.list(f.dict(root, "ParentTree"), "Nums")
	found := map[int]types.Object{}
	for i := 0; i+1 < len(nums); i += 2 {
		if key, ok := nums[i].(types.Integer); ok {
			found[key.Value()] = nums[i+1]
		}
	}
	return found
}

func (f fileReader) page(n int, page types.Dict, parents map[int]types.Object) {
	marks, opened := marksOf(f.stream(page, "Contents"))
	if opened != "" {
		f.fails("01-003, 01-004", "page %d: %s", n, opened)
	}
	key := page.IntEntry("StructParents")
	if key == nil || parents[*key] == nil {
		f.fails("01-006", "page %d has no way back to what its words mean", n)
	} else if owners, err := f.DereferenceArray(parents[*key]); err != nil || len(owners) != marks {
		f.fails("01-006", "page %d has %d marks, and %d elements own them", n, marks, len(owners))
	}
	annotations := f.list(page, "Annots")
	if len(annotations) > 0 && (page.NameEntry("Tabs") == nil || *page.NameEntry("Tabs") != "S") {
		f.fails("28-008", "page %d is not gone through in the order of its structure", n)
	}
	for _, o := range annotations {
		a, err := f.DereferenceDict(o)
		if err != nil {
			f.t.Fatal(err)
		}
		key := a.IntEntry("StructParent")
		if key == nil || parents[*key] == nil {
			f.fails("28-010", "a link of page %d belongs to nothing", n)
			continue
		}
		owner, err := f.DereferenceDict(parents[*key])
		if err != nil || owner.NameEntry("S") == nil || *owner.NameEntry("S") != "Link" {
			f.fails("28-011", "a link of page %d belongs to what is no link", n)
		}
		if a["Contents"] == nil {
			f.fails("28-012", "a link of page %d says nothing", n)
		}
	}
}

// painted are the lines of a page that show something: words, pictures, strokes.
var painted = regexp.MustCompile(`(Tj|Do Q|l S)$`)

// marksOf counts the marks of words that mean something, and tells what is drawn outside of any mark.
func marksOf(content []byte) (marks int, outside string) {
	inside := false
	for line := range bytes.Lines(content) {
		line = bytes.TrimSpace(line)
		switch {
		case bytes.HasSuffix(line, []byte("BDC")), bytes.HasSuffix(line, []byte("BMC")):
			if inside {
				return marks, "a mark stands within another"
			}
			inside = true
			if bytes.Contains(line, []byte("/MCID")) {
				marks++
			}
		case bytes.Equal(line, []byte("EMC")):
			inside = false
		case !inside && painted.Match(line):
			return marks, fmt.Sprintf("%.60q is drawn without a mark", line)
		}
	}
	if inside {
		return marks, "a mark is left open"
	}
	return marks, ""
}

// fonts holds every font to being in the file, with the letters that it stands for.
func (f fileReader) fonts() {
	n := 0
	for _, entry := range f.Table {
		font, ok := entry.Object.(types.Dict)
		if !ok || font.Type() == nil || *font.Type() != "Font" {
			continue
		}
		switch subtype := font.Subtype(); {
		case subtype == nil:
		case *subtype == "Type0":
			n++
			if len(f.stream(font, "ToUnicode")) == 0 {
				f.fails("10-001", "a font does not say which letters it has")
			}
		case *subtype == "CIDFontType2":
			if len(f.stream(f.dict(font, "FontDescriptor"), "FontFile2")) == 0 {
				f.fails("31-009", "a font is not in the file")
			}
			if font["CIDToGIDMap"] == nil {
				f.fails("31-006", "a font does not say where its letters are")
			}
		}
	}
	if n == 0 {
		f.fails("31-009", "there is no font")
	}
}

package pdf_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"

	d "almoner/reports/document"
	"almoner/reports/layout"
	"almoner/reports/pdf"
	"almoner/reports/witness"
)

func init() { model.ConfigPath = "disable" } // pdfcpu would write a folder into the home of whoever tests

func write(t testing.TB, doc d.Document) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := pdf.Write(&b, doc); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// ask runs a program over a file, and skips the test where the program is missing.
func ask(t *testing.T, file []byte, program string, args ...string) string {
	t.Helper()
	path := witness.Program(t, program)
	name := filepath.Join(t.TempDir(), "paper.pdf")
	if err := os.WriteFile(name, file, 0o600); err != nil {
		t.Fatal(err)
	}
	for i, a := range args {
		if a == "FILE" {
			args[i] = name
		}
	}
	out, err := exec.Command(path, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", program, err, out)
	}
	return string(out)
}

func TestTheFileIsSound(t *testing.T) {
	file := write(t, reply())
	if err := api.Validate(bytes.NewReader(file), model.NewDefaultConfiguration()); err != nil {
		t.Errorf("pdfcpu: %v", err)
	}
	said := ask(t, file, "qpdf", "--check", "FILE")
	if !strings.Contains(said, "No syntax or stream encoding errors") || strings.Contains(said, "WARNING") {
		t.Errorf("qpdf: %s", said)
	}
}

func TestPagesAreUprightAndSideways(t *testing.T) {
	said := ask(t, write(t, reply()), "pdfinfo", "-l", "9", "FILE")
	for _, want := range []string{
		"Title:           Request FOI/24-017: grants for safer streets", "Author:          Office of the Commissioner for Westshire",
		"Subject:         Grants – safer streets", "Tagged:          yes", "Page    1 size:  595.28 x 841.89", "Page    2 size:  841.89 x 595.28", "Page    4 size:  595.28 x 841.89",
	} {
		if !strings.Contains(said, want) {
			t.Errorf("pdfinfo does not say %q:\n%s", want, said)
		}
	}
}

// TestWhatAScreenReaderFollows compares the structure with what the document means.
func TestWhatAScreenReaderFollows(t *testing.T) {
	said := ask(t, write(t, reply()), "pdfinfo", "-struct-text", "FILE")
	if strings.Contains(said, "rror") {
		t.Errorf("poppler complains:\n%.2000s", said)
	}
	folded := regexp.MustCompile(`\s+`).ReplaceAllString(said, " ")
	for _, want := range []string{
		`H1 (block) "Your request under the Freedom of Information Act 2000"`,
		`“Quoted words”, ‘single ones’, a dash — and another – stand as they were written; so do Tŷ Gwyn, Dŵr, Ŵyn and Ŷd, and £22,528.57."`,
		`LI (block) Lbl (block) "• " LBody (block) "what it was for;"`,
		`LBody (block) "whether it is open to:" L (block): /ListNumbering /LowerAlpha LI (block) Lbl (block) "a) " LBody (block) "people under 18"`,
		`"The grants are listed in " Link (inline) "Appendix 1" Object`,
		`Link (inline) "https://www.westshire.example/what-we-spend/grants-and-contracts/2023-24/published-list.html?year=2023" Object`,
		`on the 16th working day at the latest."`,
		`Table (block) TR TH: /Scope /Column "Name of grant" TH: /Scope /Column "Amount"`,
		`TR TH: /Scope /Column /ColSpan 6 "2022-23" TR TH: /Scope /Row "Lamps for the towpath" TD "£5,500" TD "Northbridge Borough Council" TD "See the terms at " Link (inline) "Appendix 2" Object`,
		`Reference (inline) Link (inline) "*" Object`,
		`TD P (block) "1,204 walks home" P (block) "31 calls to the police"`,
		`Note <note1> (inline) Lbl (block) "* " "The terms are those that were agreed at the start; they were varied once, in October 2023,`,
		`L (block): /ListNumbering /Decimal LI (block) Lbl (block) "1. " LBody (block) "Put up forty lamps."`,
		`H4 (block) "When" Table`,
	} {
		if !strings.Contains(folded, want) {
			t.Errorf("the structure lacks\n%s", want)
		}
	}
	if n := strings.Count(folded, `"Name of grant"`); n != 1 {
		t.Errorf("the column headings are read out %d times", n)
	}
	for _, not := range []string{"Page 1 of 4", "(continued)"} {
		if strings.Contains(folded, not) {
			t.Errorf("%q is read out", not)
		}
	}
	order := regexp.MustCompile(`H1 \(block\) "([^"]*)"`).FindAllStringSubmatch(folded, -1)
	if len(order) != 3 || order[1][1] != "Appendix 1" || order[2][1] != "Appendix 2" {
		t.Errorf("the headings come in the order %q", order)
	}
}

func TestLettersComeOutOfTheFile(t *testing.T) {
	doc := d.Document{Title: "Letters", Parts: []d.Part{{Blocks: []d.Block{
		para(d.Text("£ – — ’ “ ” • ŵ ŷ Ŵ Ŷ (\\) € ½"), d.Bold(" £ŵ"), []d.Inline{{Text: " –ŷ", Italic: true}, {Text: " ”Ŷ", Bold: true, Italic: true}}),
	}}}}
	if got := ask(t, write(t, doc), "pdftotext", "FILE", "-"); !strings.Contains(got, "£ – — ’ “ ” • ŵ ŷ Ŵ Ŷ (\\) € ½ £ŵ –ŷ ”Ŷ") {
		t.Errorf("the words come out as %q", got)
	}
}

// A viewer may read no more than a hundred letters of a table at once (Adobe technical note 5014).
func TestAnyNumberOfLettersComesOutOfTheFile(t *testing.T) {
	var letters strings.Builder
	for r := 'À'; r <= 'ſ'; r++ {
		letters.WriteRune(r)
	}
	file := write(t, d.Document{Title: "Letters", Parts: []d.Part{{Blocks: []d.Block{para(d.Text(letters.String()))}}}})
	if got := strings.Join(strings.Fields(ask(t, file, "pdftotext", "FILE", "-")), ""); !strings.Contains(got, letters.String()) {
		t.Errorf("the letters come out as %q", got)
	}
	sections := regexp.MustCompile(`(?m)^(\d+) beginbfchar`).FindAllStringSubmatch(ask(t, file, "qpdf", "--qdf", "--object-streams=disable", "FILE", "-"), -1)
	if len(sections) < 2 {
		t.Errorf("the table of letters has %d sections", len(sections))
	}
	for _, s := range sections {
		if n, err := strconv.Atoi(s[1]); err != nil || n > 100 {
			t.Errorf("a section of the table has %s letters", s[1])
		}
	}
}

func TestFontsAreEmbeddedOnceAndInPart(t *testing.T) {
	said := ask(t, write(t, reply()), "pdffonts", "FILE")
	for _, name := range []string{"LiberationSans ", "LiberationSans-Bold ", "LiberationSans-Italic ", "LiberationSans-BoldItalic "} {
		if strings.Count(said, name) != 1 {
			t.Errorf("%s is not there once:\n%s", name, said)
		}
	}
	if lines := strings.Split(strings.TrimSpace(said), "\n")[2:]; len(lines) != 4 || strings.Count(said, "yes yes yes") != 4 {
		t.Errorf("not all fonts are embedded, in part, with their letters' names:\n%s", said)
	}
}

// TestWhatTheCatalogueSays looks into the file with qpdf, which spells every object out.
func TestWhatTheCatalogueSays(t *testing.T) {
	said := ask(t, write(t, reply()), "qpdf", "--qdf", "--object-streams=disable", "FILE", "-")
	for _, want := range []string{
		"/Lang (en-GB)", "/Marked true", "/DisplayDocTitle true", "/PageMode /UseOutlines", "<pdfuaid:part>1</pdfuaid:part>",
		`<rdf:li xml:lang="x-default">Request FOI/24-017: grants for safer streets</rdf:li>`, "<xmp:CreateDate>2024-05-09</xmp:CreateDate>",
		"<rdf:li>en-GB</rdf:li>", "/URI (mailto:foi@westshire.example)", "/URI (https://www.westshire.example/measures)",
		"/Contents (Appendix 2)", "/ID (note1)", "/ID (note2)", "/IDTree", "/Tabs /S",
	} {
		if !strings.Contains(said, want) {
			t.Errorf("the file does not say %s", want)
		}
	}
	if !regexp.MustCompile(`/Names \[\s*\(note1\)\s+\d+ 0 R\s+\(note2\)\s+\d+ 0 R\s*\]`).MatchString(said) {
		t.Error("the names of the notes are not in order")
	}
	for _, pair := range [][2]string{{`(?m)(BDC|BMC)$`, `(?m)^EMC$`}, {`(?m)^BT$`, `(?m)^ET$`}} {
		opened, closed := len(regexp.MustCompile(pair[0]).FindAllString(said, -1)), len(regexp.MustCompile(pair[1]).FindAllString(said, -1))
		if opened == 0 || opened != closed {
			t.Errorf("%s is there %d times, and %s %d times", pair[0], opened, pair[1], closed)
		}
	}
	for _, m := range regexp.MustCompile(`(?m)^/(\w+) BMC$`).FindAllStringSubmatch(said, -1) {
		if m[1] != "Artifact" {
			t.Errorf("what is not read out is marked as %s", m[1])
		}
	}
	outline := regexp.MustCompile(`/Title \(([^)]*)\)`).FindAllStringSubmatch(said, -1)
	if len(outline) < 8 {
		t.Errorf("the outline has %d entries: %q", len(outline), outline)
	}
}

func TestLinksLeadToTheirPages(t *testing.T) {
	said := ask(t, write(t, reply()), "qpdf", "--qdf", "--object-streams=disable", "FILE", "-")
	pages := regexp.MustCompile(`(?s)\n(\d+) 0 obj\n<<[^\n]*\n(?:  [^\n]*\n|    [^\n]*\n)*  /Type /Page\n`).FindAllStringSubmatch(said, -1)
	kids := regexp.MustCompile(`(?s)/Kids \[\s*((?:\d+ 0 R\s*)+)\]`).FindStringSubmatch(said)
	if len(pages) != 4 || kids == nil {
		t.Fatalf("%d pages found", len(pages))
	}
	order := regexp.MustCompile(`(\d+) 0 R`).FindAllStringSubmatch(kids[1], -1)
	leads := map[string]int{}
	for _, annot := range regexp.MustCompile(`(?s)/Contents \(([^)]*)\)\s*/Dest \[\s*(\d+) 0 R`).FindAllStringSubmatch(said, -1) {
		for i, k := range order {
			if k[1] == annot[2] {
				leads[annot[1]] = i + 1
			}
		}
	}
	for words, page := range map[string]int{"Appendix 1": 2, "Appendix 2": 4, "*": 3, "**": 3} {
		if leads[words] != page {
			t.Errorf("%q leads to page %d, want %d", words, leads[words], page)
		}
	}
	top := regexp.MustCompile(`(?s)/Contents \(Appendix 2\)\s*/Dest \[\s*\d+ 0 R\s*/XYZ\s*0\s*([\d.]+)`).FindStringSubmatch(said)
	if high, err := strconv.ParseFloat(top[1], 64); err != nil || high < 750 || high > 800 { // of 842: the heading is the first thing on its page
		t.Errorf("the link leads to %s above the foot of its page", top[1])
	}
}

func TestALinkLeadsToWhereSomethingBegins(t *testing.T) {
	clause := d.Clause{Number: "1.1", Anchor: "clause", Blocks: []d.Block{para(d.Text(strings.Repeat("many words of a clause that goes over pages ", 200)))}}
	said := ask(t, write(t, d.Document{Parts: []d.Part{{Blocks: []d.Block{clause, para(d.Link("Back", "#clause"))}}}}), "qpdf", "--qdf", "--object-streams=disable", "FILE", "-")
	kids := regexp.MustCompile(`(?s)/Kids \[\s*(\d+) 0 R\s*(\d+) 0 R`).FindStringSubmatch(said)
	to := regexp.MustCompile(`(?s)/Contents \(Back\)\s*/Dest \[\s*(\d+) 0 R`).FindStringSubmatch(said)
	if kids == nil || to == nil || to[1] != kids[1] {
		t.Errorf("the link leads to %q, and the pages are %q", to, kids)
	}
}

func TestTheNamesOfManyNotesAreInTheirOrder(t *testing.T) {
	var part d.Part
	for i := range 12 {
		part.Add(d.Note{Mark: fmt.Sprint(i), Text: d.Text("A note.")})
	}
	said := ask(t, write(t, d.Document{Parts: []d.Part{part}}), "qpdf", "--qdf", "--object-streams=disable", "FILE", "-")
	var names []string
	for _, m := range regexp.MustCompile(`\((note\d+)\)\s+\d+ 0 R`).FindAllStringSubmatch(said, -1) {
		names = append(names, m[1])
	}
	if len(names) != 12 || !slices.IsSorted(names) {
		t.Errorf("the names are %q", names)
	}
}

// TestTheWayBackFromPageToMeaning checks the parent tree: a reader that finds words or a link on a page looks up there what they are.
func TestTheWayBackFromPageToMeaning(t *testing.T) {
	said := ask(t, write(t, reply()), "qpdf", "--qdf", "--object-streams=disable", "FILE", "-")
	objects := map[string]string{}
	for _, o := range regexp.MustCompile(`(?s)\n(\d+) 0 obj\n(.*?)\nendobj`).FindAllStringSubmatch(said, -1) {
		objects[o[1]] = o[2]
	}
	find := func(in, pattern string) string {
		m := regexp.MustCompile(pattern).FindStringSubmatch(in)
		if m == nil {
			t.Fatalf("no %s in %.300s", pattern, in)
		}
		return m[1]
	}
	tree := objects[find(said, `/ParentTree (\d+) 0 R`)]
	parent := map[string]string{}
	for _, m := range regexp.MustCompile(`\s(\d+)\s+(\d+) 0 R`).FindAllStringSubmatch(tree, -1) {
		parent[m[1]] = m[2]
	}
	links, pages, shown := 0, 0, map[string]bool{}
	for _, o := range objects {
		if _, annots, found := strings.Cut(o, "/Annots ["); found {
			annots, _, _ = strings.Cut(annots, "]")
			for _, m := range regexp.MustCompile(`(\d+) 0 R`).FindAllStringSubmatch(annots, -1) {
				shown[m[1]] = true
			}
		}
	}
	if next := find(said, `/ParentTreeNextKey (\d+)`); next != strconv.Itoa(len(parent)) {
		t.Errorf("the next key of %d is said to be %s", len(parent), next)
	}
	for n, o := range objects {
		switch {
		case strings.Contains(o, "/S /LI\n"):
			if list := objects[find(o, `/P (\d+) 0 R`)]; !strings.Contains(list, "/S /L\n") || !strings.Contains(list, " "+n+" 0 R") {
				t.Errorf("item %s is said to be of %s", n, list)
			}
		case strings.Contains(o, "/Subtype /Link") && !shown[n]:
			t.Errorf("no page has the link %s", n)
		case strings.Contains(o, "/Subtype /Link"):
			links++
			if e := objects[parent[find(o, `/StructParent (\d+)`)]]; !strings.Contains(e, "/Obj "+n+" 0 R") || !strings.Contains(e, "/S /Link") {
				t.Errorf("link %s belongs to %s", n, e)
			}
		case strings.Contains(o, "/Type /Page\n"):
			pages++
			owners := regexp.MustCompile(`(\d+) 0 R`).FindAllStringSubmatch(objects[parent[find(o, `/StructParents (\d+)`)]], -1)
			for _, e := range owners {
				if !strings.Contains(objects[e[1]], "/Pg "+n+" 0 R") {
					t.Errorf("page %s is said to hold words of %s", n, objects[e[1]])
				}
			}
			if len(owners) < 10 {
				t.Errorf("page %s has %d marks", n, len(owners))
			}
		}
	}
	if links < 10 || pages != 4 {
		t.Errorf("%d links on %d pages", links, pages)
	}
}

func TestEqualPapersGiveEqualFiles(t *testing.T) {
	want := write(t, reply())
	files := make([][]byte, 8)
	var all sync.WaitGroup
	for i := range files {
		all.Go(func() {
			var b bytes.Buffer
			if err := pdf.Write(&b, reply()); err != nil {
				t.Error(err)
			}
			files[i] = b.Bytes()
		})
	}
	all.Wait()
	for i, f := range files {
		if !bytes.Equal(f, want) {
			t.Errorf("copy %d differs", i)
		}
	}
	for want := write(t, drawn(t)); len(files) > 0; files = files[1:] {
		if !bytes.Equal(write(t, drawn(t)), want) {
			t.Fatal("a file with pictures is another each time")
		}
	}
	other := reply()
	other.Parts[0].Blocks[0] = para(d.Text("Another office"))
	if bytes.Equal(write(t, other), want) {
		t.Error("a different paper gives the same file")
	}
}

func TestOddPapersAreSound(t *testing.T) {
	wide := d.Table{Groups: []d.Group{{Rows: []d.Row{{}}}}}
	for i := range 40 {
		wide.Columns = append(wide.Columns, d.Column{Heading: d.Text(fmt.Sprintf("Column %d", i))})
		wide.Groups[0].Rows[0].Cells = append(wide.Groups[0].Rows[0].Cells, words("£1,234"))
	}
	long := table(1)
	long.Groups[0].Rows[0].Cells[3] = words(strings.Repeat("five thousand letters in a cell ", 160))
	for name, doc := range map[string]d.Document{
		"nothing":                 {},
		"an empty part":           {Parts: []d.Part{{}}},
		"no words at all":         {Parts: []d.Part{{Blocks: []d.Block{para(), d.Table{}, d.Heading{}}}}},
		"a table without rows":    {Parts: []d.Part{{Blocks: []d.Block{d.Table{Columns: wide.Columns[:2]}}}}},
		"forty columns":           {Parts: []d.Part{{Orientation: d.Landscape, Blocks: []d.Block{wide}}}},
		"a cell longer than page": {Parts: []d.Part{{Blocks: []d.Block{long}}}},
		"letters no font has":     {Title: "😀 (שלום)\\", Author: "A & <B>", Language: "cy", Footer: "😀", Parts: []d.Part{{Blocks: []d.Block{para(d.Text("😀 שלום \x00\xff 漢字"))}}}},
	} {
		t.Run(name, func(t *testing.T) {
			file := write(t, doc)
			if said := ask(t, file, "qpdf", "--check", "FILE"); strings.Contains(said, "WARNING") {
				t.Errorf("qpdf: %s", said)
			}
			if said := ask(t, file, "pdfinfo", "-struct-text", "FILE"); strings.Contains(said, "rror") {
				t.Errorf("pdfinfo: %s", said)
			}
		})
	}
}

func TestALongCellIsReadAsOne(t *testing.T) {
	text := strings.TrimSpace(strings.Repeat("many words in one cell that goes over pages ", 150))
	doc := d.Document{Parts: []d.Part{{Blocks: []d.Block{d.Table{
		Columns: []d.Column{{Heading: d.Text("A")}, {Heading: d.Text("B")}},
		Groups:  []d.Group{{Rows: []d.Row{{Cells: []d.Cell{words(text), words(text + " end")}}}}},
	}}}}}
	said := ask(t, write(t, doc), "pdfinfo", "-struct-text", "FILE")
	quoted := regexp.MustCompile(`"([^"]*)"`).FindAllStringSubmatch(said, -1)
	all := ""
	for _, q := range quoted {
		all += q[1]
	}
	if all != "AB"+text+text+" end" {
		t.Errorf("the cells are read as %.200q…", all)
	}
}

// A tag that covers other words than it should would be a lie to those who cannot see the page, so nothing is written then.
func TestWordsThatWereNotLaidOutStopTheFile(t *testing.T) {
	paper := layout.Lay(reply())
	painted, err := pdf.Paint(paper)
	if err != nil {
		t.Fatal(err)
	}
	for name, spoil := range map[string]func(*layout.Paper){
		"another word":    func(p *layout.Paper) { p.Pages[0].Words[3].Text = "10 May 2024" },
		"a longer word":   func(p *layout.Paper) { p.Pages[0].Words[3].Text += "." },
		"a shorter word":  func(p *layout.Paper) { p.Pages[0].Words[3].Text = "9 May 202" },
		"another face":    func(p *layout.Paper) { p.Pages[0].Words[3].Face = layout.Bold },
		"a word too few":  func(p *layout.Paper) { p.Pages[1].Words = p.Pages[1].Words[1:] },
		"a word too many": func(p *layout.Paper) { p.Pages[1].Words = append(p.Pages[1].Words, p.Pages[1].Words[0]) },
		"a box too few":   func(p *layout.Paper) { p.Pages[1].Boxes = p.Pages[1].Boxes[1:] },
		"a box too many":  func(p *layout.Paper) { p.Pages[1].Boxes = append(p.Pages[1].Boxes, layout.Box{}) },
		"a page too few":  func(p *layout.Paper) { p.Pages = p.Pages[1:] },
		"no last page":    func(p *layout.Paper) { p.Pages = p.Pages[:len(p.Pages)-1] },
	} {
		t.Run(name, func(t *testing.T) {
			other := layout.Lay(reply())
			spoil(other)
			var out bytes.Buffer
			if err := pdf.Tag(&out, painted, other); err == nil {
				t.Error("the file was written")
			}
			if out.Len() > 0 {
				t.Errorf("%d bytes were written", out.Len())
			}
		})
	}
	var out bytes.Buffer
	if err := pdf.Tag(&out, painted, paper); err != nil {
		t.Errorf("the paper as it was laid out: %v", err)
	}
}

func TestALinkToNowhereStopsTheFile(t *testing.T) {
	paper := layout.Lay(reply())
	for i := range paper.Pages[0].Words {
		if e := paper.Pages[0].Words[i].Element; e != nil && e.Target == "#appendix-1" {
			e.Target = "#appendix-9"
		}
	}
	if err := pdf.Render(&bytes.Buffer{}, paper); err == nil || !strings.Contains(err.Error(), "appendix-9") {
		t.Errorf("error %v", err)
	}
}

func TestADamagedDrawingIsAnError(t *testing.T) {
	paper := layout.Lay(reply())
	painted, err := pdf.Paint(paper)
	if err != nil {
		t.Fatal(err)
	}
	for cut := 0; cut < len(painted); cut += len(painted)/97 + 1 {
		if err := pdf.Tag(&bytes.Buffer{}, painted[:cut], paper); err == nil {
			t.Errorf("a drawing cut after %d bytes was accepted", cut)
		}
	}
}

type full struct{ left int }

func (f *full) Write(b []byte) (int, error) {
	if f.left -= len(b); f.left < 0 {
		return 0, os.ErrClosed
	}
	return len(b), nil
}

func TestAFullDiskIsAnError(t *testing.T) {
	size := len(write(t, reply()))
	for left := 0; left < size; left += size / 7 {
		if err := pdf.Write(&full{left}, reply()); err == nil {
			t.Errorf("no error with room for %d of %d bytes", left, size)
		}
	}
}

func TestFiguresQuotationsAndLabelsAreReadOut(t *testing.T) {
	file := write(t, drawn(t))
	said := regexp.MustCompile(`\s+`).ReplaceAllString(ask(t, file, "pdfinfo", "-struct-text", "FILE"), " ")
	for _, want := range []string{
		`Document Figure: /Placement /Block /BBox [70.87 721.86 174.87 773.86] "" P (block) "Office (of Elmshire)" H1 (block) "Report" H2 (block) "Tŷ Gwyn (\ two)" H3 (block) Link (inline) "C:\x (two)" Object`,
		`L (block) LI (block) Lbl (block) "To " LBody (block) "the board" BlockQuote P (block) "It helps." P (block) "A mother"`,
		`L (block): /ListNumbering /LowerRoman LI (block) Lbl (block) "i. " LBody (block) "first"`,
		`"" Caption "Where" Figure: /Placement`, `"" "May 2 " Table (block) Caption "Grants" TR TH`,
	} {
		if !strings.Contains(said, want) {
			t.Errorf("it does not read %s:\n%s", want, said)
		}
	}
	plain := ask(t, file, "qpdf", "--qdf", "--object-streams=disable", "FILE", "-")
	for _, want := range []string{`/Alt (Logo \(old\))`, "/Alt (A map)", "/Alt (Rising)", `/Title (Report)`, `/Title (C:\\x \(two\))`, "/Contents (paragraph 1.1)", "/Contents (the linked heading)", "/Lang (en-GB)"} {
		if !strings.Contains(plain, want) {
			t.Errorf("the file does not say %s", want)
		}
	}
}

func TestPicturesOfBothKindsAreInTheFile(t *testing.T) {
	file := write(t, drawn(t))
	if err := api.Validate(bytes.NewReader(file), model.NewDefaultConfiguration()); err != nil {
		t.Errorf("pdfcpu: %v", err)
	}
	said := ask(t, file, "pdfimages", "-list", "FILE")
	for _, kind := range []string{" jpeg ", " image "} {
		if !strings.Contains(said, kind) {
			t.Errorf("there is no %s:\n%s", kind, said)
		}
	}
	paper := layout.Lay(drawn(t))
	painted, err := pdf.Paint(paper)
	if err != nil {
		t.Fatal(err)
	}
	page := &paper.Pages[0]
	for name, pictures := range map[string][]layout.Picture{"too few": page.Pictures[1:], "too many": append(page.Pictures[:2:2], page.Pictures[0])} {
		other := layout.Lay(drawn(t))
		other.Pages[0].Pictures = pictures
		if err := pdf.Tag(&bytes.Buffer{}, painted, other); err == nil {
			t.Errorf("a picture %s: the file was written", name)
		}
	}
}

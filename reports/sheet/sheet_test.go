package sheet_test

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"

	"almoner/data"
	"almoner/reports/document"
	"almoner/reports/document/anydocument"
	"almoner/reports/sheet"
	"almoner/reports/witness"
)

// grants is a paper with two tables: one of sums, days and numbers under years, one that somebody has filled with formulas.
func grants() document.Document {
	day := time.Date(2023, 10, 4, 0, 0, 0, 0, time.UTC)
	t := document.Table{Name: "Grants: 2023/24", Columns: []document.Column{
		{Heading: document.Text("Grant")}, {Heading: document.Text("Amount"), Align: document.Right}, {Heading: document.Text("Awarded")}, {Heading: document.Text("Posts"), Align: document.Right},
	}}
	t.Groups = []document.Group{
		{Heading: document.Text("2022-23"), Rows: []document.Row{{Cells: []document.Cell{document.TextCell("Outreach"), document.MoneyCell("£5,500", 550000), document.DayCell("4 October 2023", day), document.NumberCell("0.6", 0.6)}}}},
		{Heading: document.Text("2023-24"), Rows: []document.Row{
			{Cells: []document.Cell{document.TextCell("Training\nfor all"), document.MoneyCell("up to £22,528.57", 2252857), {}, {}}},
			{Cells: []document.Cell{document.TextCell("Total"), document.MoneyCell("£28,028.57", 2802857), {}, {}}, Total: true},
		}},
	}
	bad := document.Table{Columns: []document.Column{{Heading: document.Text("=1+1")}}, Groups: []document.Group{{}}}
	for _, s := range []string{"=HYPERLINK(\"http://x\")", "+1+1", "-1+1", "@SUM(A1)", "-5", "\tx", "plain"} {
		bad.Groups[0].Rows = append(bad.Groups[0].Rows, document.Row{Cells: []document.Cell{{Paragraphs: [][]document.Inline{document.Text(s)}}}})
	}
	wide, tall := document.Part{Orientation: document.Landscape}, document.Part{}
	wide.Add(document.Heading{Level: 1, Text: document.Text("Appendix 1")}, t, document.Note{Mark: "*", Text: document.Text("Until March")})
	tall.Add(document.Heading{Level: 1, Text: document.Text("Grants: 2023/24")}, bad)
	return document.Document{Title: "Reply & more", Author: "OPCC", Subject: "Grants", Language: "en-GB", Marking: "OFFICIAL", Dated: day, Parts: []document.Part{wide, tall}}
}

type writer func(io.Writer, document.Document) error

func write(t interface {
	Helper()
	Fatal(...any)
}, w writer, doc document.Document,
) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := w(&b, doc); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestAWorkbookHoldsRealSumsAndDays(t *testing.T) {
	f, err := excelize.OpenReader(bytes.NewReader(write(t, sheet.XLSX, grants())))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := f.GetSheetList(), []string{"Grants – 2023-24", "Grants – 2023-24 2", "About"}; !slices.Equal(got, want) {
		t.Fatalf("the sheets are %q, want %q", got, want)
	}
	name := f.GetSheetList()[0]
	shown, err := f.GetRows(name)
	if err != nil {
		t.Fatal(err)
	}
	raw, err := f.GetRows(name, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	want := [][]string{
		{"Group", "Grant", "Amount", "Awarded", "Posts"},
		{"2022-23", "Outreach", "£5,500.00", "4 October 2023", "0.6"},
		{"2023-24", "Training\nfor all", "up to £22,528.57", "", ""},
		{"2023-24", "Total", "£28,028.57", "", ""},
	}
	for i := range want {
		for c := range want[i] {
			got := ""
			if c < len(shown[i]) {
				got = shown[i][c]
			}
			if got != want[i][c] {
				t.Errorf("row %d, column %d shows %q, want %q", i+1, c+1, got, want[i][c])
			}
		}
	}
	if raw[1][2] != "5500" || raw[2][2] != "22528.57" || raw[1][3] != "45203" {
		t.Errorf("the values are %q", raw)
	}
	if names := f.GetDefinedName(); len(names) < 2 || names[0].RefersTo != "'Grants – 2023-24'!$1:$1" && names[1].RefersTo != "'Grants – 2023-24'!$1:$1" {
		t.Errorf("the headings do not stand again on each page: %+v", names)
	}
	if layout, err := f.GetPageLayout(name); err != nil || *layout.Orientation != "landscape" {
		t.Errorf("the paper is turned %v, %v", layout.Orientation, err)
	}
	if props, err := f.GetDocProps(); err != nil || props.Title != "Reply & more" || props.Created != "2023-10-04T00:00:00Z" {
		t.Errorf("it says of itself %+v, %v", props, err)
	}
}

func TestNothingInASpreadsheetIsAFormula(t *testing.T) {
	f, err := excelize.OpenReader(bytes.NewReader(write(t, sheet.XLSX, grants())))
	if err != nil {
		t.Fatal(err)
	}
	name := f.GetSheetList()[1]
	for r := 1; r <= 8; r++ {
		at := fmt.Sprintf("A%d", r)
		if formula, err := f.GetCellFormula(name, at); err != nil || formula != "" {
			t.Errorf("%s is the formula %q, %v", at, formula, err)
		}
		if kind, err := f.GetCellType(name, at); err != nil || kind != excelize.CellTypeSharedString {
			t.Errorf("%s is of type %v, %v", at, kind, err)
		}
	}
	var b bytes.Buffer
	for _, file := range archive(t, write(t, sheet.ODS, grants())) {
		b.WriteString(file)
	}
	if strings.Contains(b.String(), "table:formula") {
		t.Error("the OpenDocument spreadsheet holds a formula")
	}
	values := string(write(t, sheet.CSV, grants()))
	for _, line := range []string{"'=1+1", `"'=HYPERLINK(""http://x"")"`, "'+1+1", "'-1+1", "'@SUM(A1)", "\r\n-5\r\n", "plain"} {
		if !strings.Contains(values, line) {
			t.Errorf("the values do not hold %q:\n%s", line, values)
		}
	}
}

func TestValuesAreReadBackAsTheyWere(t *testing.T) {
	values := write(t, sheet.CSV, grants())
	if !bytes.HasPrefix(values, []byte("\xef\xbb\xbf")) {
		t.Error("Excel will not take it for UTF-8")
	}
	r := csv.NewReader(bytes.NewReader(values[3:]))
	r.FieldsPerRecord = -1
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	want := [][]string{
		{"Grants – 2023-24"},
		{"Group", "Grant", "Amount", "Awarded", "Posts"},
		{"2022-23", "Outreach", "5500.00", "2023-10-04", "0.6"},
		{"2023-24", "Training\nfor all", "up to £22,528.57", "", ""},
		{"2023-24", "Total", "28028.57", "", ""},
	}
	if diff := cmp.Diff(want, rows[:len(want)]); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestAPaperWithoutTablesSaysSo(t *testing.T) {
	part := document.Part{}
	part.Add(document.Paragraph{Text: document.Text("A letter")})
	for _, w := range []writer{sheet.XLSX, sheet.ODS, sheet.CSV} {
		err := w(io.Discard, document.Document{Parts: []document.Part{part}})
		if !errors.Is(err, sheet.ErrNoTable) || !strings.Contains(data.Explain(err), "has no table") {
			t.Errorf("it says %v", err)
		}
	}
}

func TestEqualPapersGiveEqualSpreadsheets(t *testing.T) {
	for _, w := range []writer{sheet.XLSX, sheet.ODS, sheet.CSV} {
		if !bytes.Equal(write(t, w, grants()), write(t, w, grants())) {
			t.Error("two files of one paper differ")
		}
	}
}

// archive is the files of an archive, by name.
func archive(t interface {
	Helper()
	Fatal(...any)
}, packed []byte,
) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(packed), int64(len(packed)))
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		files[f.Name] = string(content)
	}
	return files
}

func TestAnyTablesBecomeSpreadsheets(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		doc := anydocument.Document.Draw(t, "document")
		tables := slices.DeleteFunc(document.Tables(doc), func(h document.HeadedTable) bool { return len(h.Columns) == 0 })
		if len(tables) == 0 {
			return
		}
		f, err := excelize.OpenReader(bytes.NewReader(write(t, sheet.XLSX, doc)))
		if err != nil {
			t.Fatal(err)
		}
		if got := len(f.GetSheetList()); got != len(tables)+1 {
			t.Fatalf("%d sheets for %d tables", got, len(tables))
		}
		for name, file := range archive(t, write(t, sheet.ODS, doc)) {
			d := xml.NewDecoder(strings.NewReader(file))
			for name != "mimetype" {
				if _, err := d.Token(); errors.Is(err, io.EOF) {
					break
				} else if err != nil {
					t.Fatalf("%s: %v", name, err)
				}
			}
		}
		write(t, sheet.CSV, doc)
	})
}

// TestAnotherProgramReadsTheSame lets LibreOffice read both spreadsheets, and holds what it finds against the values.
func TestAnotherProgramReadsTheSame(t *testing.T) {
	doc := grants()
	day := time.Date(2018, 4, 1, 0, 0, 0, 0, time.UTC)
	doc.Parts = append(doc.Parts, column(
		document.MoneyCell("-£50", -5000), document.MoneyCell("up to -£70", -7000), document.MoneyCell("£5* a week", 500), document.NumberCell("1,234", 1234),
		document.NumberCell("1.50", 1.5), document.NumberCell("-3 posts", -3), document.DayCell("1 April 2018*", day), document.DayCell("from 2018-04-01", day),
	).Parts...)
	for ending, w := range map[string]writer{"xlsx": sheet.XLSX, "ods": sheet.ODS} {
		read := witness.Convert(t, write(t, w, doc), "grants."+ending, "html", "html")
		for _, want := range []string{
			`sdval="5500"`, "£5,500.00", `sdval="22528.57"`, "up to £22,528.57", `sdval="45203"`, "4 October 2023", `sdval="0.6"`, "=HYPERLINK(", ">-£50.00<", ">up to -£70.00<",
			">£5.00* a week<", ">1,234<", ">1.50<", ">-3 posts<", ">1 April 2018*<", ">from 1 April 2018<", `sdval="-50"`, `sdval="-3"`, `sdval="43191"`,
		} {
			if !strings.Contains(strings.ReplaceAll(string(read), "&pound;", "£"), want) {
				t.Errorf("of the %s it reads nothing like %q", ending, want)
			}
		}
	}
}

// TestPrintedSheetsBearTheMarking lets LibreOffice print both spreadsheets.
func TestPrintedSheetsBearTheMarking(t *testing.T) {
	reader := witness.Program(t, "pdftotext")
	for ending, w := range map[string]writer{"xlsx": sheet.XLSX, "ods": sheet.ODS} {
		cmd := exec.CommandContext(t.Context(), reader, "-layout", "-", "-")
		cmd.Stdin = bytes.NewReader(witness.Convert(t, write(t, w, grants()), "grants."+ending, "pdf", "pdf"))
		read, err := cmd.Output()
		if err != nil {
			t.Fatal(err)
		}
		pages := strings.Split(strings.TrimRight(string(read), "\f"), "\f")
		for i, page := range pages {
			for _, want := range []string{"OFFICIAL", "Reply & more", fmt.Sprintf("Page %d of %d", i+1, len(pages))} {
				if !strings.Contains(page, want) {
					t.Errorf("page %d of the printed %s does not say %q:\n%s", i+1, ending, want, page)
				}
			}
		}
	}
}

func BenchmarkWorkbook(b *testing.B) {
	t := document.Table{Columns: make([]document.Column, 6), Groups: []document.Group{{}}}
	for i := range 10000 {
		t.Groups[0].Rows = append(t.Groups[0].Rows, document.Row{Cells: append(document.Cells("a", "some words in a cell", "more of them", "and more"), document.MoneyCell("£5", int64(i)), document.TextCell("x"))})
	}
	doc := document.Document{Parts: []document.Part{{Blocks: []document.Block{t}}}}
	for b.Loop() {
		if err := sheet.XLSX(io.Discard, doc); err != nil {
			b.Fatal(err)
		}
	}
}

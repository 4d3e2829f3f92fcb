package sheet

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"

	"almoner/reports/document"
)

// XLSX writes the tables of a paper as an Excel workbook. It fails with ErrNoTable where there is none. Equal documents give byte-equal
// files.
func XLSX(w io.Writer, doc document.Document) error {
	b, err := newBook(doc)
	if err != nil {
		return err
	}
	x := &workbook{book: b, file: excelize.NewFile(), styles: map[styleKey]int{}}
	defer func() { _ = x.file.Close() }() // it has no files of its own at this size
	if err := x.write(); err != nil {
		return fmt.Errorf("make the workbook: %w", err)
	}
	var packed bytes.Buffer
	if err := x.file.Write(&packed); err != nil {
		return fmt.Errorf("make the workbook: %w", err)
	}
	return repack(w, packed.Bytes())
}

// workbook is an Excel file under way.
type workbook struct {
	*book

	file   *excelize.File
	styles map[styleKey]int
}

// styleKey is what cells look like.
type styleKey struct {
	format       string
	bold, figure bool
	head         bool
	kind         document.ValueKind
}

func (x *workbook) write() error {
	lang := x.doc.Language
	if lang == "" {
		lang = "en-GB"
	}
	dated := x.doc.Dated
	if dated.IsZero() {
		dated = time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC) // Excel asks for one; no clock is looked at
	}
	day := dated.Format("2006-01-02T15:04:05Z")
	if err := x.file.SetDocProps(&excelize.DocProperties{
		Title: clean(x.doc.Title), Subject: clean(x.doc.Subject), Creator: clean(x.doc.Author), LastModifiedBy: clean(x.doc.Author), Language: lang, Created: day, Modified: day,
	}); err != nil {
		return err
	}
	for i := range x.sheets {
		if err := x.sheet(i); err != nil {
			return fmt.Errorf("sheet %s: %w", x.sheets[i].name, err)
		}
	}
	return x.aboutSheet()
}

// style is the number of a style, which is made when it is first needed.
func (x *workbook) style(k styleKey) (int, error) {
	if n, ok := x.styles[k]; ok {
		return n, nil
	}
	s := &excelize.Style{
		Alignment: &excelize.Alignment{Vertical: "top", WrapText: true}, Font: &excelize.Font{Family: "Arial", Size: 10, Bold: k.bold || k.head, Color: "1B2529"},
	}
	switch {
	case k.figure:
		s.Alignment.Horizontal, s.Alignment.Indent = "right", 1 // or figures would touch the words of the next column
	case k.kind == document.Day: // under its heading
		s.Alignment.Horizontal = "left"
	}
	if k.kind != document.Words {
		s.Alignment.WrapText = false
	}
	if k.format != "" {
		s.CustomNumFmt = &k.format
	}
	if k.head {
		s.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"E4E8EE"}}
		s.Border = []excelize.Border{{Type: "bottom", Color: "5A626E", Style: 2}}
	}
	n, err := x.file.NewStyle(s)
	x.styles[k] = n
	return n, err
}

// format is how a value is shown, with the words that stand about it. Sums have their pence, so that a column of them stands level, and
// their minus where British English has it, before the pound sign and behind the words.
func (c cell) format() string {
	before, after := quoted(c.before), quoted(c.after)
	signed := func(figure string) string { return before + figure + after + ";" + before + "-" + figure + after }
	switch c.kind {
	case document.Money:
		return signed("£#,##0.00")
	case document.Day:
		return before + "d mmmm yyyy" + after
	case document.Number:
		figure := "0"
		if c.commas {
			figure = "#,##0"
		}
		if c.places > 0 {
			figure += "." + strings.Repeat("0", min(c.places, 20))
		}
		return signed(figure)
	default:
		return "@" // text that stays text when somebody edits it, whatever it begins with
	}
}

// quoted is words in a number format. An asterisk, the usual mark of a footnote, stands outside of the quotation marks: some programs take it
// there for “fill the cell”.
func quoted(s string) string {
	return strings.ReplaceAll(`"`+strings.ReplaceAll(s, "*", `"\*"`)+`"`, `""`, "")
}

func (x *workbook) sheet(i int) error {
	g, f := &x.sheets[i], x.file
	if i == 0 {
		if err := f.SetSheetName("Sheet1", g.name); err != nil {
			return err
		}
	} else if _, err := f.NewSheet(g.name); err != nil {
		return err
	}
	for c, h := range g.heads {
		if err := x.put(g.name, c, 0, h, styleKey{head: true, figure: g.figures[c]}); err != nil {
			return err
		}
	}
	last := 0 // the last row that is not one of sums
	for r := range g.rows {
		if !g.rows[r].total {
			last = r + 1
		}
		for c := range g.rows[r].cells {
			if err := x.cell(g.name, c, r+1, g.rows[r].cells[c], styleKey{bold: g.rows[r].total, figure: g.figures[c]}); err != nil {
				return err
			}
		}
	}
	for c, width := range g.widths() {
		name, err := excelize.ColumnNumberToName(c + 1)
		if err != nil {
			return err
		}
		if err := f.SetColWidth(g.name, name, name, width); err != nil {
			return err
		}
	}
	return x.page(g, last)
}

// page sets what the sheet looks like on screen and on paper: headings that stay and stand again on each page, as wide as the paper.
func (x *workbook) page(g *grid, last int) error {
	f := x.file
	end, err := excelize.CoordinatesToCellName(len(g.heads), max(last, 1)+1)
	if err != nil {
		return err
	}
	if err := f.AutoFilter(g.name, "A1:"+end, nil); err != nil {
		return err
	}
	if err := f.SetPanes(g.name, &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	if err := f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: "'" + g.name + "'!$1:$1", Scope: g.name}); err != nil {
		return err
	}
	return x.paper(g.name, g.landscape)
}

func (x *workbook) paper(name string, landscape bool) error {
	orientation, size, wide, high, fit := "portrait", 9, 1, 0, true // 9 is A4; as high as it needs
	if landscape {
		orientation = "landscape"
	}
	if err := x.file.SetPageLayout(name, &excelize.PageLayoutOptions{Orientation: &orientation, Size: &size, FitToWidth: &wide, FitToHeight: &high}); err != nil {
		return err
	}
	if err := x.file.SetSheetProps(name, &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
		return err
	}
	ampersands := strings.NewReplacer("&", "&&")
	return x.file.SetHeaderFooter(name, &excelize.HeaderFooterOptions{
		OddHeader: headFoot("&C&B", ampersands.Replace(clean(x.doc.Marking))), OddFooter: headFoot("&L", ampersands.Replace(clean(x.doc.Title))) + "&RPage &P of &N",
	})
}

// headFoot is words at the head or the foot of a page, of which Excel takes 255 characters in all.
func headFoot(place, words string) string {
	if words == "" {
		return ""
	}
	return place + cut(words, 180)
}

// put writes words: never a formula, whatever they begin with.
func (x *workbook) put(sheet string, column, row int, words string, k styleKey) error {
	at, err := excelize.CoordinatesToCellName(column+1, row+1)
	if err != nil {
		return err
	}
	if err := x.file.SetCellStr(sheet, at, words); err != nil {
		return err
	}
	n, err := x.style(k)
	if err != nil {
		return err
	}
	return x.file.SetCellStyle(sheet, at, at, n)
}

func (x *workbook) cell(sheet string, column, row int, c cell, k styleKey) error {
	k.format, k.kind = c.format(), c.kind
	at, err := excelize.CoordinatesToCellName(column+1, row+1)
	if err != nil {
		return err
	}
	switch c.kind {
	case document.Money, document.Number:
		err = x.file.SetCellFloat(sheet, at, c.number, -1, 64)
	case document.Day:
		err = x.file.SetCellValue(sheet, at, serial(c.day))
	default:
		return x.put(sheet, column, row, c.words, k)
	}
	if err != nil {
		return err
	}
	n, err := x.style(k)
	if err != nil {
		return err
	}
	return x.file.SetCellStyle(sheet, at, at, n)
}

// serial is a day as Excel counts them: 1 January 1900 is 1, and there was a 29 February 1900.
func serial(day time.Time) int {
	return int(time.Date(day.Year(), day.Month(), day.Day(), 0, 0, 0, 0, time.UTC).Sub(time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)).Hours() / 24)
}

func (x *workbook) aboutSheet() error {
	if _, err := x.file.NewSheet(aboutName); err != nil {
		return err
	}
	for r, line := range x.about() {
		if err := x.put(aboutName, 0, r, line[0], styleKey{bold: true}); err != nil {
			return err
		}
		if err := x.put(aboutName, 1, r, line[1], styleKey{}); err != nil {
			return err
		}
	}
	if err := x.file.SetColWidth(aboutName, "A", "A", 14); err != nil {
		return err
	}
	if err := x.file.SetColWidth(aboutName, "B", "B", 90); err != nil {
		return err
	}
	return x.paper(aboutName, false)
}

// repack writes the files of an archive in the order of their names and without times, so that equal papers are equal files.
func repack(w io.Writer, packed []byte) error {
	archive, err := zip.NewReader(bytes.NewReader(packed), int64(len(packed)))
	if err != nil {
		return fmt.Errorf("pack the workbook: %w", err)
	}
	files := slices.SortedFunc(slices.Values(archive.File), func(a, b *zip.File) int { return strings.Compare(a.Name, b.Name) })
	out := zip.NewWriter(w)
	for _, f := range files {
		if err := copyFile(out, f); err != nil {
			return fmt.Errorf("pack the workbook: %w", err)
		}
	}
	if err := out.Close(); err != nil {
		return fmt.Errorf("write the workbook: %w", err)
	}
	return nil
}

func copyFile(out *zip.Writer, f *zip.File) error {
	in, err := f.Open()
	if err != nil {
		return err
	}
	to, err := out.CreateHeader(&zip.FileHeader{Name: f.Name, Method: zip.Deflate})
	if err != nil {
		return err
	}
	if _, err := io.Copy(to, in); err != nil { //nolint:gosec // it is our own archive
		return err
	}
	return in.Close()
}

package sheet_test

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"math"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"

	"almoner/data"
	"almoner/reports/document"
	"almoner/reports/realpapers"
	"almoner/reports/sheet"
)

// column is a paper with a table of one column.
func column(cells ...document.Cell) document.Document {
	t := document.Table{Name: "Cells", Columns: []document.Column{{Heading: document.Text("Cell")}}, Groups: []document.Group{{}}}
	for _, c := range cells {
		t.Groups[0].Rows = append(t.Groups[0].Rows, document.Row{Cells: []document.Cell{c}})
	}
	return document.Document{Parts: []document.Part{{Blocks: []document.Block{t}}}}
}

// excel is what the cells of a paper of one column are in Excel, and what they show.
func excel(t interface {
	Helper()
	Fatal(...any)
}, doc document.Document,
) (raw, shown []string) {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(write(t, sheet.XLSX, doc)))
	if err != nil {
		t.Fatal(err)
	}
	name := f.GetSheetList()[0]
	rows, err := f.GetRows(name)
	if err != nil {
		t.Fatal(err)
	}
	for r := 2; r <= len(rows); r++ {
		at := fmt.Sprintf("A%d", r)
		value, err := f.GetCellValue(name, at, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		words, err := f.GetCellValue(name, at)
		if err != nil {
			t.Fatal(err)
		}
		raw, shown = append(raw, value), append(shown, words)
	}
	return raw, shown
}

func TestASheetShowsNoOtherFigureThanThePaper(t *testing.T) {
	day := time.Date(2018, 4, 1, 0, 0, 0, 0, time.UTC)
	note := document.DayCell("1 April 2018", day)
	note.Paragraphs[0] = append(note.Paragraphs[0], document.Inline{Text: "*", Superscript: true, Note: "n"})
	for _, c := range []struct {
		cell            document.Cell
		raw, shown, csv string
	}{
		{document.MoneyCell("£5,500", 550000), "5500", "£5,500.00", "5500.00"},
		{document.MoneyCell("up to £22,528.57", 2252857), "22528.57", "up to £22,528.57", "up to £22,528.57"},
		{document.MoneyCell("£1.5m", 150000000), "1500000", "£1,500,000.00", "1500000.00"},
		{document.MoneyCell("between £500 and £1,000", 100000), "", "", ""},
		{document.MoneyCell("£600 (once £500)", 50000), "", "", ""},
		{document.MoneyCell("-£50", -5000), "-50", "-£50.00", "-50.00"},
		{document.MoneyCell("−£50", -5000), "-50", "-£50.00", "-50.00"},
		{document.MoneyCell("up to -£50", -5000), "-50", "up to -£50.00", "up to -£50"},
		{document.MoneyCell("£500*", 50000), "500", "£500.00*", "£500*"},
		{document.MoneyCell("£500", 60000), "", "", ""},
		{document.MoneyCell("nil", 0), "", "", ""},
		{document.MoneyCell(`£500 "in kind"`, 50000), "", "", ""},
		{document.MoneyCell("£500, "+strings.Repeat("as was told ", 9), 50000), "", "", ""},
		{document.NumberCell("1,234", 1234), "1234", "1,234", "1234"},
		{document.NumberCell("1.50", 1.5), "1.5", "1.50", "1.50"},
		{document.NumberCell("0.6 FTE", 0.6), "0.6", "0.6 FTE", "0.6 FTE"},
		{document.NumberCell("-3", -3), "-3", "-3", "-3"},
		{document.NumberCell("60%", 0.6), "", "", ""},
		{document.NumberCell("not known", 0), "", "", ""},
		{document.DayCell("1 April 2018", day), "43191", "1 April 2018", "2018-04-01"},
		{document.DayCell("2018-04-01", day), "43191", "1 April 2018", "2018-04-01"},
		{note, "43191", "1 April 2018*", "1 April 2018*"},
		{document.DayCell("April and May 2018", day), "", "", ""},
		{document.DayCell("21 April 2018", day), "", "", ""},
		{document.DayCell("2 January 1900", time.Date(1900, 1, 2, 0, 0, 0, 0, time.UTC)), "", "", ""},
	} {
		words := document.Plain(c.cell.Paragraphs[0])
		if c.raw == "" { // what a number format cannot show stays as it is
			c.raw, c.shown, c.csv = words, words, words
		}
		raw, shown := excel(t, column(c.cell))
		values := string(write(t, sheet.CSV, column(c.cell)))
		rows, err := csv.NewReader(strings.NewReader(values)).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		got := []string{raw[0], shown[0], rows[1][0]}
		if diff := cmp.Diff([]string{c.raw, c.shown, c.csv}, got); diff != "" {
			t.Errorf("of %q a sheet has (-want +got)\n%s", words, diff)
		}
	}
}

// Whatever a sum is and whatever stands about it, the sheet either adds it up or has its words, and never shows another sum.
func TestAnySumIsItselfOrItsWords(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		sum := data.Money{Pence: rapid.OneOf(rapid.Int64Range(1, 1e9), rapid.Int64Range(-1e9, -1)).Draw(t, "pence")}
		about := rapid.SampledFrom([]string{"", "up to ", "£7 of ", "1 of ", " a year", "*", "\n", `"`, strings.Repeat("long ", 50), "-", "£", ",5", "k", "m", ".5"})
		words := about.Draw(t, "before") + sum.Figure() + about.Draw(t, "after")
		raw, shown := excel(t, column(document.MoneyCell(words, sum.Pence)))
		plain := strings.TrimSpace(strings.Join(strings.Fields(words), " "))
		if strings.Join(strings.Fields(shown[0]), " ") == plain && raw[0] == shown[0] {
			return
		}
		if v, err := strconv.ParseFloat(raw[0], 64); err != nil || math.Round(v*100) != float64(sum.Pence) {
			t.Errorf("%q of %d pence is %q in the sheet", words, sum.Pence, raw[0])
		}
		if want := strings.Replace(plain, sum.Figure(), level(sum), 1); shown[0] != want {
			t.Errorf("%q is shown as %q", words, shown[0])
		}
	})
}

// level is a sum with its pence, also where there are none.
func level(sum data.Money) string {
	if sum.Pence%100 == 0 {
		return sum.Figure() + ".00"
	}
	return sum.Figure()
}

func TestAWorkbookHasNoMoreFormatsThanExcelTakes(t *testing.T) {
	var cells []document.Cell
	for i := range 400 {
		cells = append(cells, document.MoneyCell(fmt.Sprintf("£%d to project %s", i+1, letters(i)), int64(i+1)*100))
	}
	raw, shown := excel(t, column(append(cells, document.MoneyCell("£9", 900))...))
	sums := 0
	for i := range cells {
		if raw[i] == strconv.Itoa(i+1) {
			sums++
		}
		if want := " to project " + letters(i); !strings.HasSuffix(shown[i], want) {
			t.Errorf("row %d shows %q", i+2, shown[i])
		}
	}
	if sums < 100 || sums > 200 {
		t.Errorf("%d sums have formats of their own", sums)
	}
	if raw[400] != "9" {
		t.Errorf("the plain sum after them is %q", raw[400])
	}
}

// letters are a number in letters.
func letters(n int) string { return string(rune('A'+n/26)) + string(rune('a'+n%26)) }

func TestANoteSaysOnWhichSheetItsMarkStands(t *testing.T) {
	table := func(name, anchor string) document.Table {
		return document.Table{Name: name, Columns: []document.Column{{Heading: document.Text("A")}}, Groups: []document.Group{{Rows: []document.Row{
			{Cells: []document.Cell{{Paragraphs: [][]document.Inline{{{Text: "x"}, {Text: "*", Superscript: true, Note: anchor}}}}}},
		}}}}
	}
	part := document.Part{}
	part.Add(table("First", "a"), document.Note{Mark: "*", Text: document.Text("Until March"), Anchor: "a"}, table("History", "b"), document.Note{Mark: "*", Text: document.Text("=Since May"), Anchor: "b"}, document.Note{Mark: "†", Text: document.Text("Of the letter")})
	doc := document.Document{Title: "T", Parts: []document.Part{part}}
	f, err := excelize.OpenReader(bytes.NewReader(write(t, sheet.XLSX, doc)))
	if err != nil {
		t.Fatal(err)
	}
	about, err := f.GetRows("About")
	if err != nil {
		t.Fatal(err)
	}
	want := [][]string{{"Note", "First: * Until March"}, {"Note", "History 2: * =Since May"}, {"Note", "† Of the letter"}} // Excel keeps the name History for itself
	if diff := cmp.Diff(want, about[len(about)-3:]); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if values := string(write(t, sheet.CSV, doc)); !strings.HasSuffix(values, "\r\n\r\nNotes\r\nFirst,*,Until March\r\nHistory 2,*,'=Since May\r\n,†,Of the letter\r\n") {
		t.Errorf("the values end\n%s", values)
	}
}

// The real reply was asked for figures: every sum of its tables can be added up, and the sheet says the words of the paper.
func TestTheRealReplyCanBeAddedUp(t *testing.T) {
	for _, c := range realpapers.All(t) {
		if c.Name != "000-foi-reply" {
			continue
		}
		f, err := excelize.OpenReader(bytes.NewReader(write(t, sheet.XLSX, c.Document)))
		if err != nil {
			t.Fatal(err)
		}
		sums, want := 0, 0
		for _, words := range c.Words {
			if _, err := data.ParseMoney(words); err == nil && strings.Contains(words, "£") {
				want++
			}
		}
		for _, name := range f.GetSheetList() {
			rows, err := f.GetRows(name)
			if err != nil {
				t.Fatal(err)
			}
			for r, row := range rows {
				for i, shown := range row {
					if m, err := data.ParseMoney(strings.TrimRight(shown, "*†")); err != nil || !strings.Contains(shown, "£") || m.IsZero() {
						continue
					}
					at, err := excelize.CoordinatesToCellName(i+1, r+1)
					if err != nil {
						t.Fatal(err)
					}
					raw, err := f.GetCellValue(name, at, excelize.Options{RawCellValue: true})
					if err != nil {
						t.Fatal(err)
					}
					if _, err := strconv.ParseFloat(raw, 64); err != nil {
						t.Errorf("%s of %s shows %q, which is only words", at, name, shown)
					}
					sums++
				}
			}
		}
		if sums < want || want == 0 {
			t.Errorf("the sheets have %d sums, the reply %d", sums, want)
		}
	}
}

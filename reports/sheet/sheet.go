// Package sheet writes the tables of a paper as spreadsheets: a sheet a table, with real numbers and days in it.
//
// A sheet begins with its headings in the first row and has nothing but its rows below them, so that it can be sorted, filtered and read by
// other programs and by screen readers. A heading that rows stand under in the paper, such as a year, is a column of its own before them:
// between the rows it would be lost at the first sorting. What the tables are, and their footnotes, stand on a last sheet.
//
// Nothing in a cell is a formula. Words that begin as one does are words here: typed as such in the spreadsheets, and behind an apostrophe in
// comma-separated values, which know no types.
package sheet

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"almoner/data"
	"almoner/reports/document"
)

// ErrNoTable is the answer to a paper that has no table.
var ErrNoTable = &data.Fault{Sentence: "This paper has no table, so there is nothing for a spreadsheet. Take it as PDF, as a web page or for Word."}

// book is the tables of a paper made ready for a spreadsheet.
type book struct {
	doc    document.Document
	sheets []grid
	notes  []note
}

// note is a footnote with the sheets on which its mark stands; on none where it is of the words of the paper.
type note struct {
	mark, text string
	sheets     []string
}

// grid is one sheet.
type grid struct {
	name      string
	landscape bool
	heads     []string
	figures   []bool
	rows      []row
	marks     map[string]bool // anchors of the footnotes that are marked on it
}

type row struct {
	cells []cell
	total bool
}

func newBook(doc document.Document) (*book, error) {
	b := &book{doc: doc}
	taken := map[string]bool{strings.ToLower(aboutName): true, "history": true} // which Excel keeps for itself
	for _, part := range doc.Parts {
		for _, t := range document.Tables(document.Document{Parts: []document.Part{part}}) {
			if len(t.Columns) > 0 {
				b.sheets = append(b.sheets, newGrid(t, part.Orientation == document.Landscape, taken))
			}
		}
	}
	if len(b.sheets) == 0 {
		return nil, ErrNoTable
	}
	b.notes = b.notesOf()
	b.spare()
	return b, nil
}

// groupHeading is the heading of the column that says what rows stand under in the paper.
const groupHeading = "Group"

func newGrid(t document.HeadedTable, landscape bool, taken map[string]bool) grid {
	g := grid{name: sheetName(t, taken), landscape: landscape, marks: marksIn(t.Table)}
	grouped := false
	for _, group := range t.Groups {
		grouped = grouped || plain(group.Heading) != ""
	}
	if grouped {
		g.heads, g.figures = append(g.heads, groupHeading), append(g.figures, false)
	}
	for _, c := range t.Columns {
		g.heads, g.figures = append(g.heads, plain(c.Heading)), append(g.figures, c.Align == document.Right)
	}
	for _, group := range t.Groups {
		for _, r := range group.Rows {
			out := row{total: r.Total}
			if grouped {
				out.cells = append(out.cells, cell{words: plain(group.Heading)})
			}
			for i := range t.Columns {
				var c document.Cell
				if i < len(r.Cells) {
					c = r.Cells[i]
				}
				out.cells = append(out.cells, newCell(c))
			}
			g.rows = append(g.rows, out)
		}
	}
	return g
}

// plain is words on one line, without what no spreadsheet may hold.
func plain(runs []document.Inline) string {
	return clean(strings.Join(strings.Fields(document.Plain(runs)), " "))
}

// clean drops the characters that XML 1.0 does not allow, and cuts what a cell cannot hold: 32,767 characters.
func clean(s string) string {
	s = strings.Map(func(r rune) rune {
		if r == utf8.RuneError || r < ' ' && r != '\n' && r != '\t' || r >= 0xFFFE && r <= 0xFFFF {
			return -1
		}
		return r
	}, s)
	const most = 32767
	if utf8.RuneCountInString(s) > most {
		s = string([]rune(s)[:most-1]) + "…"
	}
	return s
}

// notForNames are the characters that the name of a sheet may not hold.
var notForNames = strings.NewReplacer("[", "(", "]", ")", ":", " –", "*", "", "?", "", "/", "-", `\`, "-", "'", "’")

// longestName is how long the name of a sheet may be, in characters.
const longestName = 31

// sheetName is a name for a sheet that no other has: that of the table, its caption, or the heading above it.
func sheetName(t document.HeadedTable, taken map[string]bool) string {
	name := "Table"
	for _, try := range []string{t.Name, document.Plain(t.Caption), t.Under} {
		if try = strings.TrimSpace(clean(strings.Join(strings.Fields(notForNames.Replace(try)), " "))); try != "" {
			name = try
			break
		}
	}
	short := cut(name, longestName)
	for n := 2; taken[strings.ToLower(short)]; n++ {
		number := " " + strconv.Itoa(n)
		short = cut(name, longestName-len(number)) + number
	}
	taken[strings.ToLower(short)] = true
	return short
}

// cut is the first characters of a name. Spreadsheets count in UTF-16.
func cut(s string, most int) string {
	n := 0
	for i, r := range s {
		n++
		if r > 0xFFFF {
			n++
		}
		if n > most {
			return strings.TrimSpace(s[:i])
		}
	}
	return s
}

// notesOf are the footnotes of a paper. Appendices begin their marks anew, so the same mark may say one thing on one sheet and another on the
// next.
func (b *book) notesOf() []note {
	var notes []note
	for _, part := range b.doc.Parts {
		document.Walk(part.Blocks, func(block document.Block) {
			n, ok := block.(document.Note)
			if !ok {
				return
			}
			found := note{mark: clean(strings.TrimSpace(n.Mark)), text: plain(n.Text)}
			for _, g := range b.sheets {
				if n.Anchor != "" && g.marks[n.Anchor] {
					found.sheets = append(found.sheets, g.name)
				}
			}
			notes = append(notes, found)
		})
	}
	return notes
}

// marksIn are the anchors of the footnotes that are marked in a table.
func marksIn(t document.Table) map[string]bool {
	marks := map[string]bool{}
	document.EachInline([]document.Block{t}, func(run document.Inline) []document.Inline {
		if run.Note != "" {
			marks[run.Note] = true
		}
		return nil
	})
	return marks
}

// aboutName is the name of the last sheet.
const aboutName = "About"

// about is the last sheet: what the tables are, and their footnotes.
func (b *book) about() [][2]string {
	lines := [][2]string{{"Title", clean(b.doc.Title)}, {"From", clean(b.doc.Author)}}
	if b.doc.Subject != "" {
		lines = append(lines, [2]string{"About", clean(b.doc.Subject)})
	}
	if !b.doc.Dated.IsZero() {
		lines = append(lines, [2]string{"Date", b.doc.Dated.Format("2 January 2006")})
	}
	if b.doc.Marking != "" {
		lines = append(lines, [2]string{"Marking", clean(b.doc.Marking)})
	}
	for i, g := range b.sheets {
		lines = append(lines, [2]string{fmt.Sprintf("Sheet %d", i+1), fmt.Sprintf("%s: %s", g.name, counted(len(g.rows)))})
	}
	for _, n := range b.notes {
		where := ""
		if len(n.sheets) > 0 {
			where = strings.Join(n.sheets, ", ") + ": "
		}
		lines = append(lines, [2]string{"Note", where + strings.TrimSpace(n.mark+" "+n.text)})
	}
	return lines
}

func counted(rows int) string {
	if rows == 1 {
		return "1 row"
	}
	return strconv.Itoa(rows) + " rows"
}

// widths are how wide the columns are, in characters: as what they hold, within limits.
func (g *grid) widths() []float64 {
	widths := make([]float64, len(g.heads))
	for i, h := range g.heads {
		widths[i] = float64(utf8.RuneCountInString(h)) + 3
	}
	for _, r := range g.rows {
		for i, c := range r.cells {
			widths[i] = max(widths[i], float64(c.width())+3)
		}
	}
	for i := range widths {
		widths[i] = min(max(widths[i], 8), 48)
	}
	return widths
}

package sheet

import (
	"encoding/csv"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"almoner/reports/document"
)

// byteOrderMark tells Excel that a file is UTF-8.
const byteOrderMark = "\xef\xbb\xbf"

// CSV writes the tables of a paper as comma-separated values (RFC 4180, UTF-8 with a byte order mark). Several tables stand one after the
// other, each under its name and parted from the one before by an empty line. Sums are pounds with a point, days are as ISO 8601 has them; a
// sum, number or day of which the words say more, such as “up to £500”, is its words. Footnotes stand last, each with its table and its mark:
// without them the marks would say nothing. It fails with ErrNoTable where there is no table.
func CSV(w io.Writer, doc document.Document) error {
	b, err := newBook(doc)
	if err != nil {
		return err
	}
	if _, err := io.WriteString(w, byteOrderMark); err != nil {
		return fmt.Errorf("write the values: %w", err)
	}
	out := csv.NewWriter(w)
	out.UseCRLF = true
	for i, g := range b.sheets {
		if len(b.sheets) > 1 {
			if i > 0 {
				_ = out.Write([]string{""}) // Error tells
			}
			_ = out.Write([]string{defused(g.name)})
		}
		heads := make([]string, len(g.heads))
		for c, h := range g.heads {
			heads[c] = defused(h)
		}
		_ = out.Write(heads)
		for _, r := range g.rows {
			values := make([]string, len(r.cells))
			for c, cell := range r.cells {
				values[c] = cell.value()
			}
			_ = out.Write(values)
		}
	}
	if len(b.notes) > 0 {
		_ = out.Write([]string{""})
		_ = out.Write([]string{"Notes"})
	}
	for _, n := range b.notes {
		_ = out.Write([]string{defused(strings.Join(n.sheets, ", ")), defused(n.mark), defused(n.text)})
	}
	out.Flush()
	if err := out.Error(); err != nil {
		return fmt.Errorf("write the values: %w", err)
	}
	return nil
}

// value is a cell as other programs read it.
func (c cell) value() string {
	switch {
	case !c.bare():
		return defused(c.words)
	case c.kind == document.Money:
		return strconv.FormatFloat(c.number, 'f', 2, 64)
	case c.kind == document.Number:
		return strconv.FormatFloat(c.number, 'f', c.places, 64)
	case c.kind == document.Day:
		return c.day.Format("2006-01-02")
	default:
		return defused(c.words)
	}
}

var plainNumber = regexp.MustCompile(`^[-+]?\d[\d,]*(\.\d+)?$`)

// defused puts an apostrophe before words that a spreadsheet would take for a formula, also with the wide signs that East Asian keyboards
// type. A plain number is none.
func defused(s string) string {
	first, _ := utf8.DecodeRuneInString(s)
	if s == "" || !strings.ContainsRune("=+-@\t\r\n＝＋－＠", first) || plainNumber.MatchString(s) {
		return s
	}
	return "'" + s
}

package main

import (
	"bufio"
	"fmt"
	"strings"
	"unicode/utf8"
)

// table is a list as it is written: cells as words, and under them a line of totals.
type table struct {
	columns []column
	rows    [][]string
	total   string
}

type column struct {
	key, heading string
	figures      bool // stands on the right, and is never cut
}

const (
	gap       = 2 // spaces between two columns
	narrowest = 6 // characters that a column is cut to at most
)

// write writes the table as a person reads it on a terminal, or as other programs do elsewhere.
func (t *table) write(term terminal) error {
	w := bufio.NewWriter(term.out)
	if term.width > 0 {
		t.aligned(w, term.width)
	} else {
		t.tabbed(w)
	}
	if err := w.Flush(); err != nil {
		return fmt.Errorf("write the list: %w", err)
	}
	return nil
}

func (t *table) tabbed(w *bufio.Writer) {
	keys := make([]string, len(t.columns))
	for i, c := range t.columns {
		keys[i] = c.key
	}
	writeLine(w, strings.Join(keys, "\t"))
	for _, row := range t.rows {
		cells := make([]string, len(row))
		for i, c := range row {
			cells[i] = oneLine(c)
		}
		writeLine(w, strings.Join(cells, "\t"))
	}
}

func (t *table) aligned(w *bufio.Writer, width int) {
	if len(t.rows) > 0 {
		headings := make([]string, len(t.columns))
		for i, c := range t.columns {
			headings[i] = c.heading
		}
		widths := t.widths(width)
		writeLine(w, t.line(headings, widths))
		for _, row := range t.rows {
			writeLine(w, t.line(row, widths))
		}
		writeLine(w, "")
	}
	for _, line := range folded(t.total, width) {
		writeLine(w, line)
	}
}

// folded is the totals on as many lines as they need, broken between one and the next.
func folded(totals string, width int) []string {
	const between = " · "
	lines := []string{}
	for _, part := range strings.Split(totals, between) {
		if last := len(lines) - 1; last >= 0 && utf8.RuneCountInString(lines[last]+between+part) <= width {
			lines[last] += between + part
			continue
		}
		lines = append(lines, part)
	}
	return lines
}

// writeLine leaves errors to Flush, which returns the first.
func writeLine(w *bufio.Writer, line string) { _, _ = w.WriteString(line + "\n") }

// widths are those of the columns, the widest made narrower until all fit.
func (t *table) widths(width int) []int {
	widths := make([]int, len(t.columns))
	total := gap * (len(t.columns) - 1)
	for i, c := range t.columns {
		widths[i] = utf8.RuneCountInString(c.heading)
		for _, row := range t.rows {
			widths[i] = max(widths[i], utf8.RuneCountInString(oneLine(row[i])))
		}
		total += widths[i]
	}
	for total > width {
		widest := -1
		for i, c := range t.columns {
			if !c.figures && widths[i] > narrowest && (widest < 0 || widths[i] > widths[widest]) {
				widest = i
			}
		}
		if widest < 0 {
			break
		}
		widths[widest]--
		total--
	}
	return widths
}

func (t *table) line(cells []string, widths []int) string {
	parts := make([]string, len(cells))
	for i, c := range cells {
		c = cut(oneLine(c), widths[i])
		space := strings.Repeat(" ", widths[i]-utf8.RuneCountInString(c))
		if t.columns[i].figures {
			parts[i] = space + c
		} else {
			parts[i] = c + space
		}
	}
	return strings.TrimRight(strings.Join(parts, strings.Repeat(" ", gap)), " ")
}

// cut shortens words to a width, with … where something is missing.
func cut(s string, width int) string {
	letters := []rune(s)
	if len(letters) <= width {
		return s
	}
	return strings.TrimRight(string(letters[:width-1]), " ") + "…"
}

// oneLine folds white space, and drops what a terminal would take for a command.
func oneLine(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	return strings.Map(func(c rune) rune {
		if c < ' ' || c >= 0x7f && c < 0xa0 {
			return -1
		}
		return c
	}, s)
}

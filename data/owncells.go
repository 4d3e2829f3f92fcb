package data

import (
	"fmt"
	"regexp"
	"strings"
)

// OwnCell is a cell of a table in which somebody chose other words than the register's.
type OwnCell struct {
	// Group, Row and Column are where it stands in the table as Fill gives it.
	Group, Row, Column int
	Heading            string // of the group
	Grant              ID
	Text               string // that the reply says
	Register           string // what the register says; empty where it says nothing
}

// OwnCells are the cells of a table that differ from the register, in the order of the table; none once the reply is sent. Columns that the
// register knows nothing of are not among them, and neither are rows that were written by hand.
func (t *Table) OwnCells(reg *Register, r Answering) []OwnCell {
	if r.Sent() || len(t.Groups) == 0 {
		return nil
	}
	plain := t.unwritten(reg, r)
	var own []OwnCell
	for g, group := range t.fill(reg, r) {
		from := groupHeaded(plain, group.Heading)
		if from == nil {
			continue // all of its rows were written by hand
		}
		rows := from.byGrant()
		for n, written := range group.Rows {
			if written.Grant == "" {
				continue
			}
			said := rows[written.Grant]
			for c, col := range t.Columns {
				if (col.Field != "" || col.Question != "") && written.Cells[c].Text != said.Cells[c].Text {
					own = append(own, OwnCell{g, n, c, group.Heading, written.Grant, written.Cells[c].Text, said.Cells[c].Text})
				}
			}
		}
	}
	return own
}

// RegisterCell is what the register says in a cell, with nothing written by hand.
func (t *Table) RegisterCell(reg *Register, r Answering, heading string, grant ID, column int) Cell {
	if g := groupHeaded(t.unwritten(reg, r), heading); g != nil && grant != "" {
		if cells := g.row(grant).Cells; column < len(cells) {
			return cells[column]
		}
	}
	return Cell{}
}

// Reword puts words and marks into a cell. Words that are the register's own stay the register's: they follow when it changes.
func (t *Table) Reword(reg *Register, r Answering, heading string, grant ID, column int, text string, marks []string) {
	cell := Cell{Marks: marks}
	if text = strings.TrimSpace(text); text != t.RegisterCell(reg, r, heading, grant, column).Text {
		cell.Text = text
		if named := AppendixWords(text); len(named) > 0 {
			cell.Appendix = named[0].Number
		}
	}
	t.Write(heading, grant, column, cell)
}

// Alike are the cells of a column in which the register says the same as in one of them, that one among them, by heading and grant.
func (t *Table) Alike(reg *Register, r Answering, heading string, grant ID, column int) []OwnCell {
	said := t.RegisterCell(reg, r, heading, grant, column).Text
	var alike []OwnCell
	for g, group := range t.unwritten(reg, r) {
		for n, row := range group.Rows {
			if row.Cells[column].Text == said {
				alike = append(alike, OwnCell{Group: g, Row: n, Column: column, Heading: group.Heading, Grant: row.Grant, Register: said})
			}
		}
	}
	return alike
}

// Arrange gives the table other columns. Was is, for each of them, which of the present ones it is, or less than 0 of a new one: the words
// that were written in it by hand go along. Those of a column that goes are gone.
func (t *Table) Arrange(columns []Column, was []int) {
	t.Columns = columns
	for g := range t.Groups {
		for n := range t.Groups[g].Rows {
			t.Groups[g].Rows[n].arrange(was)
		}
	}
}

func (r *Row) arrange(was []int) {
	cells := make([]Cell, len(was))
	for i, from := range was {
		if from >= 0 && from < len(r.Cells) {
			cells[i] = r.Cells[from]
		}
	}
	for len(cells) > 0 && cells[len(cells)-1].Empty() {
		cells = cells[:len(cells)-1]
	}
	r.Cells = cells
}

// example is what a text names only to show what it means by something else.
var example = regexp.MustCompile(`(?i)\b(?:e\.?g\.?|for example|for instance),?\s[^.;:?!\n]*`)

// ProposedQuery is which grants a text seems to ask for: of the financial years and the themes that it names, and really given. Themes that it
// names only as an example count where it names no other.
func (reg *Register) ProposedQuery(text string, today Date) Query {
	q := Query{Status: AwardedStatuses(), Years: reg.yearsAskedFor(text, today), Themes: reg.themesIn(example.ReplaceAllString(text, " "))}
	if q.Themes == nil {
		q.Themes = reg.themesIn(text)
	}
	return q
}

// themesIn are the themes of grants that a text names.
func (reg *Register) themesIn(text string) []string {
	said := " " + strings.Join(foldedWords(text), " ") + " "
	var named []string
	for _, theme := range reg.Themes() {
		if words := strings.Join(foldedWords(theme), " "); words != "" && strings.Contains(said, " "+words+" ") {
			named = append(named, theme)
		}
	}
	return named
}

// TitleOf is what a table of grants that a query finds can be called: “Grants awarded in 2017-18 and 2018-19: stalking”.
func (q *Query) TitleOf(office *OfficeDetails) string {
	years := office.yearsOf(q.Years, aPeriod)
	switch {
	case len(years) > 0 && len(q.Themes) > 0:
		return fmt.Sprintf("Grants awarded in %s: %s", andList(years), andList(q.Themes))
	case len(years) > 0:
		return fmt.Sprintf("Grants awarded in %s", andList(years))
	case len(q.Themes) > 0:
		return fmt.Sprintf("Grants awarded: %s", andList(q.Themes))
	default:
		return "Grants awarded"
	}
}

// GrantsIn are the grants of a filled table, each once, in the order of its rows.
func GrantsIn(groups []Group) []ID {
	var grants []ID
	seen := map[ID]bool{"": true}
	for _, g := range groups {
		for _, r := range g.Rows {
			if !seen[r.Grant] {
				seen[r.Grant] = true
				grants = append(grants, r.Grant)
			}
		}
	}
	return grants
}

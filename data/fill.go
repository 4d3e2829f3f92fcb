package data

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
)

// Fill is the table as it stands now: its grants read from the register, and in the place of a cell whatever somebody wrote there by
// hand. The request, or its reply, is the one that the table belongs to: its appendices are what cells point to.
func (t *Table) Fill(reg *Register, r Answering) []Group {
	if r.Sent() {
		return t.Groups
	}
	return t.fill(reg, r)
}

// fill is Fill of a reply that is not sent.
func (t *Table) fill(reg *Register, r Answering) []Group {
	view := reg.Grants().Find(t.Query, Sort{Field: "title"})
	var groups []Group
	switch t.GroupBy {
	case Ungrouped:
		return []Group{t.fillGroup(reg, r, "", t.Query.Years, view, nil)}
	case GroupByRecipient:
		groups = t.gathered(reg, r, view, func(g *Grant) []string { return []string{cmp.Or(reg.NameOf(g.Recipient), "Without a recipient")} })
	case GroupByTheme:
		groups = t.gathered(reg, r, view, t.Query.themesOf)
	default:
		groups = t.byYear(reg, r, view)
	}
	return append(groups, t.byHandAlone(groups)...)
}

// byYear is the rows by financial year, the earliest first.
func (t *Table) byYear(reg *Register, r Answering, view *GrantView) []Group {
	years := slices.Clone(t.Query.Years)
	if len(years) == 0 {
		for i := range view.Len() {
			years = append(years, view.At(i).Grant.Years()...)
		}
	}
	slices.Sort(years)
	groups := make([]Group, 0, len(years))
	for _, y := range slices.Compact(years) {
		groups = append(groups, t.fillGroup(reg, r, reg.Details().Year(y), []FinancialYear{y}, view, nil))
	}
	return groups
}

// gathered is the rows under the headings that each grant belongs to, in the order of the alphabet.
func (t *Table) gathered(reg *Register, r Answering, view *GrantView, headingsOf func(*Grant) []string) []Group {
	under := map[string]map[ID]bool{}
	for i := range view.Len() {
		g := view.At(i).Grant
		for _, heading := range headingsOf(g) {
			if under[heading] == nil {
				under[heading] = map[ID]bool{}
			}
			under[heading][g.ID] = true
		}
	}
	headings := slices.SortedFunc(maps.Keys(under), func(a, b string) int { return cmp.Or(cmp.Compare(Fold(a), Fold(b)), cmp.Compare(a, b)) })
	groups := make([]Group, 0, len(headings))
	for _, heading := range headings {
		groups = append(groups, t.fillGroup(reg, r, heading, t.Query.Years, view, under[heading]))
	}
	return groups
}

// themesOf are the themes that a grant stands under: its own or, where some are asked for, those of them, with a capital.
func (q *Query) themesOf(g *Grant) []string {
	var themes []string
	for _, theme := range g.Themes {
		heading := UpperInitial(trimSpace(theme))
		asked := len(q.Themes) == 0 || slices.ContainsFunc(q.Themes, func(t string) bool { return Fold(t) == Fold(theme) })
		if asked && !slices.Contains(themes, heading) {
			themes = append(themes, heading)
		}
	}
	if len(themes) == 0 {
		return []string{"Without a theme"}
	}
	return themes
}

// byHandAlone are the groups of rows that somebody wrote for a year, or under another heading, of which the register has nothing. They are part of the table.
func (t *Table) byHandAlone(filled []Group) []Group {
	var alone []Group
	for _, g := range t.Groups {
		if slices.ContainsFunc(filled, func(f Group) bool { return sameHeading(f.Heading, g.Heading) }) {
			continue
		}
		g.Rows = slices.DeleteFunc(slices.Clone(g.Rows), func(r Row) bool {
			return r.Grant != "" || !slices.ContainsFunc(r.Cells, func(c Cell) bool { return !c.Empty() })
		})
		if len(g.Rows) > 0 {
			alone = append(alone, g)
		}
	}
	return alone
}

// sameHeading reports whether two groups are of one year: the office may have come to print years in another style since somebody wrote
// into the table.
func sameHeading(a, b string) bool {
	if a == b {
		return true
	}
	year, err := ParseFinancialYear(a)
	other, wrong := ParseFinancialYear(b)
	return err == nil && wrong == nil && year == other
}

// fillGroup is the rows of one group: the grants of its years in the order of the view, of those only that are given where some are; then
// the rows that were added by hand.
func (t *Table) fillGroup(reg *Register, r Answering, heading string, years []FinancialYear, view *GrantView, only map[ID]bool) Group {
	kept := t.group(heading)
	group := Group{ID: kept.ID, Heading: heading}
	q := Query{Years: years}
	for i := range view.Len() {
		g := view.At(i).Grant
		if !q.Matches(g) || only != nil && !only[g.ID] {
			continue
		}
		line := GrantLine{Grant: g, Years: years, Amount: g.TotalIn(years)}
		byHand := kept.row(g.ID)
		filled := Row{ID: byHand.ID, Grant: g.ID, Cells: make([]Cell, len(t.Columns))}
		for c, col := range t.Columns {
			filled.Cells[c] = col.cell(reg, r, line, t.Query)
			if c < len(byHand.Cells) && !byHand.Cells[c].Empty() {
				filled.Cells[c] = byHand.Cells[c].over(filled.Cells[c])
			}
		}
		group.Rows = append(group.Rows, filled)
	}
	for _, added := range kept.Rows {
		if added.Grant == "" {
			group.Rows = append(group.Rows, added)
		}
	}
	return group
}

// over is the cell that a person wrote, above the one that the register gives. Marks without words are put on the register's words.
func (c Cell) over(register Cell) Cell {
	if c.Text != "" {
		return c
	}
	register.Marks = c.Marks
	if c.Appendix != 0 {
		register.Appendix = c.Appendix
	}
	return register
}

func (t *Table) group(heading string) Group {
	for _, g := range t.Groups {
		if sameHeading(g.Heading, heading) {
			return g
		}
	}
	return Group{Heading: heading}
}

func (g Group) row(grant ID) Row {
	for _, r := range g.Rows {
		if r.Grant == grant {
			return r
		}
	}
	return Row{}
}

// byGrant finds the rows of a group, where many are looked for.
func (g Group) byGrant() map[ID]Row {
	rows := make(map[ID]Row, len(g.Rows))
	for _, r := range g.Rows {
		rows[r.Grant] = r
	}
	return rows
}

// cell is what the register says in a column for a line.
func (col Column) cell(reg *Register, r Answering, line GrantLine, q Query) Cell {
	if col.Question != "" {
		for _, a := range line.Grant.Answers {
			if a.Question == col.Question {
				return Cell{Text: a.String()}
			}
		}
		return Cell{}
	}
	if col.Field == "services" {
		if n := r.appendixOf(line.Grant.Specification); n != 0 {
			return Cell{Text: fmt.Sprintf("See the service specification at Appendix %d", n), Appendix: n}
		}
	}
	if col.Field == "outcomes" && len(q.Themes) == 1 {
		return Cell{Text: outcomesText(line.Grant.Outcomes, q.Themes[0])}
	}
	if f, ok := GrantField(col.Field); ok {
		return Cell{Text: f.Text(reg, line)}
	}
	return Cell{}
}

func (r *FOIRequest) appendixOf(specification ID) int { return appendixOf(r.Appendices, specification) }

// Write puts words into a cell in the place of the register's; empty words give the cell back to the register.
func (t *Table) Write(heading string, grant ID, column int, cell Cell) {
	g := slices.IndexFunc(t.Groups, func(g Group) bool { return sameHeading(g.Heading, heading) })
	if g < 0 {
		t.Groups = append(t.Groups, Group{ID: NewRowID(), Heading: heading})
		g = len(t.Groups) - 1
	}
	rows := &t.Groups[g].Rows
	i := slices.IndexFunc(*rows, func(r Row) bool { return r.Grant == grant })
	if i < 0 {
		*rows = append(*rows, Row{ID: NewRowID(), Grant: grant})
		i = len(*rows) - 1
	}
	r := &(*rows)[i]
	for len(r.Cells) <= column {
		r.Cells = append(r.Cells, Cell{})
	}
	r.Cells[column] = cell
}

// Freeze keeps every table of the request as it stands now, so that the reply stays as it is sent whatever the register says later.
func (r *FOIRequest) Freeze(reg *Register) {
	if !r.Sent() {
		r.freezeTables(reg)
	}
}

func (r *FOIRequest) freezeTables(reg *Register) {
	for a := range r.Appendices {
		for t := range r.Appendices[a].Tables {
			r.Appendices[a].Tables[t].freeze(reg, r)
		}
	}
	NameRows(r)
}

// filling is the rows of a table, and what of them the register says by itself.
type filling struct{ groups, register []Group }

// byHand is what somebody wrote into the table, and nothing else of it.
func (t *Table) byHand() filling { return filling{groups: t.Groups} }

// filled gives tables of the request as they stand or, once it is sent, as they went out.
func (r *FOIRequest) filled(reg *Register) func(*Table) filling {
	if r.Sent() {
		return (*Table).sent
	}
	return func(t *Table) filling { return filling{t.fill(reg, r), t.unwritten(reg, r)} }
}

// unwritten is the table as the register alone fills it.
func (t *Table) unwritten(reg *Register, r Answering) []Group {
	blank := *t
	blank.Groups = nil
	return blank.fill(reg, r)
}

// sent is the table of a reply that went out: in its cells stands what the register said where somebody had chosen other words.
func (t *Table) sent() filling {
	f := filling{groups: t.Groups}
	for _, g := range t.Groups {
		said := Group{Heading: g.Heading}
		for _, r := range g.Rows {
			if r.Grant == "" {
				continue // it was written by hand
			}
			cells := make([]Cell, len(r.Cells))
			for c, cell := range r.Cells {
				cells[c].Text = cmp.Or(cell.Register, cell.Text)
			}
			said.Rows = append(said.Rows, Row{Grant: r.Grant, Cells: cells})
		}
		if len(said.Rows) > 0 {
			f.register = append(f.register, said)
		}
	}
	return f
}

// registers reports whether the register says what stands in a cell.
func (f filling) registers(heading string, r Row, column int) bool {
	g := groupHeaded(f.register, heading)
	if g == nil || r.Grant == "" {
		return false
	}
	said := g.row(r.Grant).Cells
	return column < len(said) && said[column].Text == r.Cells[column].Text
}

// registerSilent is what a cell notes that the register said where it said nothing and a person wrote something.
const registerSilent = "(nothing)"

// freeze keeps the groups of a table as they are filled now, with what the register says where a person chose other words.
func (t *Table) freeze(reg *Register, r *FOIRequest) {
	plain := t.unwritten(reg, r)
	t.Groups = t.fill(reg, r)
	for g := range t.Groups {
		from := groupHeaded(plain, t.Groups[g].Heading)
		for i := range t.Groups[g].Rows {
			row := &t.Groups[g].Rows[i]
			if from == nil {
				continue // all of its rows were written by hand
			}
			for c, said := range from.row(row.Grant).Cells {
				if row.Cells[c].Text != said.Text {
					row.Cells[c].Register = cmp.Or(said.Text, registerSilent)
				}
			}
		}
	}
}

// AmountTotal is the sum of the grants that a table shows, each award once, for the line under it.
func (t *Table) AmountTotal(reg *Register) Money {
	return reg.Grants().Find(t.Query, Sort{}).Total()
}

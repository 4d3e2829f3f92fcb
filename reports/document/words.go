package document

import "strings"

// Lines are all words of a document in the order in which they are read, one entry for each thing that stands on lines of its own: a
// heading, a paragraph, a cell. It is what every form of a paper has to say, and what is looked through before it goes out. The words of
// charts are not in it, because whoever listens hears the Alt of the figure in their stead, which is.
func Lines(doc Document) []string {
	var l lines
	for _, part := range doc.Parts {
		l.blocks(part.Blocks)
	}
	return l
}

// BlockLines are the words of some blocks, as Lines has those of a document.
func BlockLines(blocks []Block) []string {
	var l lines
	l.blocks(blocks)
	return l
}

type lines []string

func (l *lines) put(text string) {
	if text = strings.Join(strings.Fields(text), " "); text != "" {
		*l = append(*l, text)
	}
}

func (l *lines) runs(runs []Inline) { l.put(Plain(runs)) }

func (l *lines) blocks(blocks []Block) {
	for _, b := range blocks {
		l.block(b)
	}
}

func (l *lines) block(b Block) {
	switch b := b.(type) {
	case Letterhead:
		if len(b.Logo.Content) > 0 {
			l.put(b.Logo.Alt)
		}
		l.put(b.Name)
		for _, line := range b.Lines {
			l.put(line)
		}
	case Heading:
		l.put(b.Number + " " + Plain(b.Text))
	case Paragraph:
		l.runs(b.Text)
	case Clause:
		l.put(b.Number)
		l.blocks(b.Blocks)
	case Fields:
		for _, row := range b.Rows {
			l.put(row.Label)
			l.blocks(row.Blocks)
		}
	case Blank:
		l.put(b.Label)
	case Quotation:
		l.blocks(b.Blocks)
		l.runs(b.By)
	case Figure:
		l.put(b.Shows())
		l.runs(b.Caption)
	case List:
		for _, item := range b.Items {
			l.blocks(item.Blocks)
		}
	case Together:
		l.blocks(b.Blocks)
	case Note:
		l.put(b.Mark)
		l.runs(b.Text)
	case Table:
		l.table(b)
	}
}

// table is the words of a table; one without columns is none, and cells beyond its columns are not shown.
func (l *lines) table(t Table) {
	if len(t.Columns) == 0 {
		return
	}
	l.runs(t.Caption)
	for _, c := range t.Columns {
		l.runs(c.Heading)
	}
	for _, g := range t.Groups {
		l.runs(g.Heading)
		for _, row := range g.Rows {
			for _, cell := range row.Cells[:min(len(row.Cells), len(t.Columns))] {
				for _, p := range cell.Paragraphs {
					l.runs(p)
				}
			}
		}
	}
}

// Tables are the tables of a document, each with the nearest heading above it, in order.
func Tables(doc Document) []HeadedTable {
	var found []HeadedTable
	for _, part := range doc.Parts {
		heading := ""
		Walk(part.Blocks, func(b Block) {
			switch b := b.(type) {
			case Heading:
				heading = strings.Join(strings.Fields(Plain(b.Text)), " ")
			case Table:
				found = append(found, HeadedTable{b, heading})
			}
		})
	}
	return found
}

// HeadedTable is a table with the words of the heading that it stands under.
type HeadedTable struct {
	Table

	Under string
}

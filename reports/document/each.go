package document

// EachInline returns the blocks with every run of words replaced by what change makes of it. The blocks given stay as they are.
func EachInline(blocks []Block, change func(Inline) []Inline) []Block {
	if blocks == nil {
		return nil
	}
	changed := make([]Block, len(blocks))
	for i, b := range blocks {
		changed[i] = eachInBlock(b, change)
	}
	return changed
}

func eachInBlock(b Block, change func(Inline) []Inline) Block {
	switch b := b.(type) {
	case Heading:
		b.Text = eachRun(b.Text, change)
		return b
	case Paragraph:
		b.Text = eachRun(b.Text, change)
		return b
	case Note:
		b.Text = eachRun(b.Text, change)
		return b
	case Clause:
		b.Blocks = EachInline(b.Blocks, change)
		return b
	case Fields:
		rows := make([]Field, len(b.Rows))
		for i, row := range b.Rows {
			row.Blocks = EachInline(row.Blocks, change)
			rows[i] = row
		}
		return Fields{Rows: rows}
	case Quotation:
		return Quotation{Blocks: EachInline(b.Blocks, change), By: eachRun(b.By, change)}
	case Figure:
		b.Caption = eachRun(b.Caption, change)
		return b
	case List:
		items := make([]Item, len(b.Items))
		for i, item := range b.Items {
			items[i] = Item{Blocks: EachInline(item.Blocks, change)}
		}
		b.Items = items
		return b
	case Together:
		return Together{Blocks: EachInline(b.Blocks, change)}
	case Table:
		return eachInTable(b, change)
	default:
		return b
	}
}

func eachInTable(t Table, change func(Inline) []Inline) Table {
	t.Caption = eachRun(t.Caption, change)
	columns, groups := make([]Column, len(t.Columns)), make([]Group, len(t.Groups))
	for i, c := range t.Columns {
		c.Heading = eachRun(c.Heading, change)
		columns[i] = c
	}
	for g, group := range t.Groups {
		rows := make([]Row, len(group.Rows))
		for r, row := range group.Rows {
			cells := make([]Cell, len(row.Cells))
			for c, cell := range row.Cells {
				cells[c].Value = cell.Value
				for _, p := range cell.Paragraphs {
					cells[c].Paragraphs = append(cells[c].Paragraphs, eachRun(p, change))
				}
			}
			row.Cells = cells
			rows[r] = row
		}
		groups[g] = Group{Heading: eachRun(group.Heading, change), Rows: rows}
	}
	t.Columns, t.Groups = columns, groups
	return t
}

func eachRun(runs []Inline, change func(Inline) []Inline) []Inline {
	var changed []Inline
	for _, r := range runs {
		changed = append(changed, change(r)...)
	}
	return changed
}

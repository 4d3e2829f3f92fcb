package document

// Walk visits blocks and all that they hold, each before what is in it, in the order of reading.
func Walk(blocks []Block, visit func(Block)) {
	for _, b := range blocks {
		visit(b)
		switch b := b.(type) {
		case Clause:
			Walk(b.Blocks, visit)
		case Together:
			Walk(b.Blocks, visit)
		case Quotation:
			Walk(b.Blocks, visit)
		case List:
			for _, item := range b.Items {
				Walk(item.Blocks, visit)
			}
		case Fields:
			for _, row := range b.Rows {
				Walk(row.Blocks, visit)
			}
		}
	}
}

// Anchors are the names that links within a document can lead to, each once: those of headings, clauses and notes that say something.
func Anchors(doc Document) []string {
	var all []string
	seen := map[string]bool{"": true}
	for _, part := range doc.Parts {
		Walk(part.Blocks, func(b Block) {
			if anchor := anchorOf(b); !seen[anchor] {
				seen[anchor] = true
				all = append(all, anchor)
			}
		})
	}
	return all
}

func anchorOf(b Block) string {
	switch b := b.(type) {
	case Heading:
		if !b.Empty() {
			return b.Anchor
		}
	case Clause:
		if !b.Empty() {
			return b.Anchor
		}
	case Note:
		if !b.Empty() {
			return b.Anchor
		}
	}
	return ""
}

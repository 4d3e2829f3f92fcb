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

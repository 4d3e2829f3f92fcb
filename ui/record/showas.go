package record

// ShowAs shows the page with its record as rec has it, which is not saved: what a dialog has changed in many fields at once.
func (p *Page[R]) ShowAs(rec R) { p.show(rec) }

package record

// Anew makes the form anew from the record as it is on the page, after something else than a field has changed much of it: a pasted letter
// that was taken over, an appendix that went and let the words that named it follow. It is a step that can be taken back.
func (p *Page[R]) Anew() {
	p.steps.take(p.Record, true)
	p.lay(p.Record)
}

// Turn turns to the leaf of that title.
func (p *Page[R]) Turn(title string) {
	for i, tab := range p.tabs.Items {
		if tab.Text == title {
			p.tabs.SelectIndex(i)
		}
	}
}

package paper

import "almoner/ui/lang"

// MakeNamed chooses a paper by its name in reports, makes its PDF and opens it. A name that this kind of record has no paper of does nothing.
func (p *Pane) MakeNamed(name string) {
	for _, paper := range p.papers {
		if paper.Name == name {
			p.choice.SetSelected(lang.L(paper.Title))
			p.Print()
		}
	}
}

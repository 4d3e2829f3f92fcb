package layout_test

import (
	"fmt"
	"testing"

	"almoner/reports/layout"
	"almoner/reports/realpapers"
	"almoner/reports/samplepapers"

	d "almoner/reports/document"
)

// TestEveryPaperIsLaidOutAsATypistWould looks at the pages of all papers of the sample office, and of the real ones.
func TestEveryPaperIsLaidOutAsATypistWould(t *testing.T) {
	if err := samplepapers.Each(0, func(p samplepapers.Paper) error {
		looksWell(t, p.Name, p.Document)
		return nil
	}, nil); err != nil {
		t.Fatal(err)
	}
	for _, c := range realpapers.All(t) {
		looksWell(t, c.Name, c.Document)
	}
}

// leastFull is how much of a page has to be used where the part goes on, as a share of its height: what is kept together leaves a gap, but
// no page looks like the last.
const leastFull = 0.6

func looksWell(t *testing.T, name string, doc d.Document) {
	t.Helper()
	for i, part := range doc.Parts {
		alone := doc
		alone.Parts = []d.Part{part}
		pages := layout.Lay(alone).Pages
		for n := range pages {
			where := fmt.Sprintf("%s, page %d of part %d", name, n+1, i+1)
			last := n == len(pages)-1
			bottom, lowest := inside(t, where, &pages[n])
			if !last && !part.Framed && bottom < leastFull*pages[n].Height {
				t.Errorf("%s is used to %.0f%%, and the paper goes on", where, 100*bottom/pages[n].Height)
			}
			if lowest != nil && lowest.Role == layout.Heading {
				t.Errorf("%s ends with the heading “%s”", where, lowest.Title)
			}
		}
	}
}

// inside fails for words that leave the paper, and tells how far down the page goes and what stands lowest on it, the foot apart.
func inside(t *testing.T, where string, p *layout.Page) (bottom float64, lowest *layout.Element) {
	t.Helper()
	for i := range p.Words {
		w := &p.Words[i]
		if w.X < 0 || w.X+w.Width > p.Width+0.01 || w.Y-w.Size < 0 || w.Y > p.Height {
			t.Errorf("%s: “%s” leaves the paper", where, w.Text)
		}
		if w.Element != nil && w.Y > bottom {
			bottom, lowest = w.Y, w.Element
		}
	}
	for _, b := range p.Boxes {
		if b.Element != nil && b.Y+b.Height > bottom {
			bottom, lowest = b.Y+b.Height, b.Element
		}
	}
	for _, pic := range p.Pictures {
		if pic.Element != nil && pic.Y+pic.Height > bottom {
			bottom, lowest = pic.Y+pic.Height, pic.Element
		}
	}
	return bottom, lowest
}

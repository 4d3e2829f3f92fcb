package pdf

import (
	"fmt"
	"strings"

	"almoner/reports/layout"
)

// links are the places on the pages where a click leads somewhere.
type links struct {
	all    []spotLink
	byPage [][]int       // indices of all
	byOwn  map[int][]int // likewise, by the index of the element
	first  int           // object number
	anchor map[string]*layout.Element
}

// spotLink is a link on one line; a link that is wrapped has several.
type spotLink struct {
	page                   int
	left, bottom, right, y float64
	size                   float64
	element                *layout.Element
}

func (b *builder) findLinks() {
	l := &b.links
	l.byPage, l.byOwn, l.anchor = make([][]int, len(b.pages)), map[int][]int{}, map[string]*layout.Element{}
	for i := range b.paper.Pages {
		p := &b.paper.Pages[i]
		for k := range p.Words {
			w := &p.Words[k]
			if w.Element == nil || w.Element.Role != layout.Link || w.Width <= 0 {
				continue
			}
			if n := len(l.all) - 1; n >= 0 && l.all[n].element == w.Element && l.all[n].page == i && l.all[n].y == w.Y {
				l.all[n].right = w.X + w.Width
				continue
			}
			l.byPage[i] = append(l.byPage[i], len(l.all))
			l.byOwn[w.Element.Index] = append(l.byOwn[w.Element.Index], len(l.all))
			l.all = append(l.all, spotLink{page: i, left: w.X, right: w.X + w.Width, y: w.Y, bottom: p.Height - w.Y, size: w.Size, element: w.Element})
		}
	}
	l.first = b.file.reserve(len(l.all))
	b.findAnchors(b.paper.Root)
}

func (b *builder) findAnchors(e *layout.Element) {
	if e.Anchor != "" && b.links.anchor[e.Anchor] == nil {
		b.links.anchor[e.Anchor] = e
	}
	if e.Role == layout.Table { // a table holds no headings and no notes, but a great many cells
		return
	}
	for _, k := range e.Kids {
		b.findAnchors(k)
	}
}

func (b *builder) writeLinks() {
	for i, l := range b.links.all {
		var to string
		if name, internal := strings.CutPrefix(l.element.Target, "#"); internal {
			e := b.links.anchor[name]
			if e == nil || !b.places[e.Index].set {
				b.file.fail(fmt.Errorf("a link leads to %q, which no page holds", name))
				return
			}
			to = "/Dest " + b.destination(b.places[e.Index])
		} else {
			to = "/A <</S /URI /URI " + literal(webAddress(l.element.Target)) + ">>"
		}
		b.putf(b.links.first+i, "<</Type /Annot /Subtype /Link /Rect [%s %s %s %s] /Border [0 0 0] /F 4 /P %d 0 R /StructParent %d /Contents %s %s>>",
			points(l.left), points(l.bottom-l.size*0.25), points(l.right), points(l.bottom+l.size*0.85),
			b.firstPage+l.page, len(b.pages)+i, textString(strings.TrimSpace(l.element.Title)), to)
	}
}

// webAddress writes an address in the ASCII that PDF asks for.
func webAddress(s string) string {
	var out strings.Builder
	for i := range len(s) {
		if c := s[i]; c > ' ' && c < 0x7F {
			out.WriteByte(c)
		} else {
			fmt.Fprintf(&out, "%%%02X", c)
		}
	}
	return out.String()
}

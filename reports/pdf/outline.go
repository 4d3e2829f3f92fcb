package pdf

import (
	"fmt"
	"strings"

	"almoner/reports/layout"
)

// entry of the outline: a heading with those below it.
type outlineEntry struct {
	heading *layout.Element
	level   uint8
	kids    []*outlineEntry
	object  int
}

// writeOutlines writes the bookmarks that a viewer shows beside the pages: one for each heading, nested as the headings are.
func (b *builder) writeOutlines() {
	root := &outlineEntry{}
	open := []*outlineEntry{root}
	b.headings(b.paper.Root, func(h *layout.Element) {
		for len(open) > 1 && open[len(open)-1].level >= h.Level {
			open = open[:len(open)-1]
		}
		e := &outlineEntry{heading: h, level: h.Level, object: b.file.reserve(1)}
		above := open[len(open)-1]
		above.kids = append(above.kids, e)
		open = append(open, e)
	})
	if len(root.kids) == 0 {
		return
	}
	root.object = b.file.reserve(1)
	b.outlines = root.object
	b.putf(root.object, "<</Type /Outlines%s>>", below(root))
	b.writeEntries(root)
}

func (b *builder) headings(e *layout.Element, visit func(*layout.Element)) {
	if e.Role == layout.Heading && b.places[e.Index].set {
		visit(e)
	}
	if e.Role == layout.Table {
		return
	}
	for _, k := range e.Kids {
		b.headings(k, visit)
	}
}

func (b *builder) writeEntries(above *outlineEntry) {
	for i, e := range above.kids {
		beside := ""
		if i > 0 {
			beside += fmt.Sprintf(" /Prev %d 0 R", above.kids[i-1].object)
		}
		if i+1 < len(above.kids) {
			beside += fmt.Sprintf(" /Next %d 0 R", above.kids[i+1].object)
		}
		b.putf(e.object, "<</Title %s /Parent %d 0 R%s%s /Dest %s /SE %d 0 R>>", textString(strings.TrimSpace(e.heading.Title)),
			above.object, beside, below(e), b.destination(b.places[e.heading.Index]), b.element(e.heading))
		b.writeEntries(e)
	}
}

// below writes the ends of the list below an entry; all entries are shown open.
func below(e *outlineEntry) string {
	if len(e.kids) == 0 {
		return ""
	}
	return fmt.Sprintf(" /First %d 0 R /Last %d 0 R /Count %d", e.kids[0].object, e.kids[len(e.kids)-1].object, e.shown())
}

func (e *outlineEntry) shown() int {
	n := len(e.kids)
	for _, k := range e.kids {
		n += k.shown()
	}
	return n
}

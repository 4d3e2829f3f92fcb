package pdf

import (
	"fmt"
	"sort"
	"strconv"

	"almoner/reports/document"
	"almoner/reports/layout"
)

// tagNames are the standard structure types of the roles; a heading has its level besides.
var tagNames = [...]string{
	layout.Root: "Document", layout.Heading: "H", layout.Paragraph: "P", layout.List: "L", layout.ListItem: "LI",
	layout.Label: "Lbl", layout.ListBody: "LBody", layout.Table: "Table", layout.Caption: "Caption", layout.TableRow: "TR",
	layout.HeadingCell: "TH", layout.DataCell: "TD", layout.Link: "Link", layout.Reference: "Reference", layout.Note: "Note",
	layout.Figure: "Figure", layout.Quotation: "BlockQuote",
}

func appendTag(b []byte, e *layout.Element) []byte {
	b = append(b, '/')
	b = append(b, tagNames[e.Role]...)
	if e.Role == layout.Heading {
		b = append(b, '0'+e.Level)
	}
	return b
}

// numberings are the marks of lists in the words of ISO 32000-1, table 347.
var numberings = [...]string{
	document.Bullets: "Disc", document.Decimal: "Decimal", document.LowerAlpha: "LowerAlpha", document.LowerRoman: "LowerRoman",
}

// content says which marks belong to which element. All marks of the paper are numbered through; those of an element are chained.
type content struct {
	page, id []int32 // by mark
	next     []int32 // the next mark of the same element, or -1
	head     []int32 // by element: its first mark, or -1
	begin    []int32 // by element: the first mark of it or of what is below it
}

const never = int32(1<<31 - 1)

func (b *builder) contents() content {
	total := 0
	for i := range b.pages {
		total += len(b.pages[i].marks)
	}
	c := content{
		page: make([]int32, 0, total), id: make([]int32, 0, total), next: make([]int32, 0, total),
		head: make([]int32, b.paper.Count), begin: make([]int32, b.paper.Count),
	}
	tail := make([]int32, b.paper.Count)
	for i := range c.head {
		c.head[i], c.begin[i] = -1, never
	}
	for i := range b.pages {
		for id, e := range b.pages[i].marks {
			n := int32(len(c.page))
			c.page, c.id, c.next = append(c.page, int32(i)), append(c.id, int32(id)), append(c.next, -1)
			if c.head[e.Index] < 0 {
				c.head[e.Index], c.begin[e.Index] = n, n
			} else {
				c.next[tail[e.Index]] = n
			}
			tail[e.Index] = n
		}
	}
	c.settle(b.paper.Root)
	return c
}

// settle finds where each element begins, from below.
func (c *content) settle(e *layout.Element) int32 {
	first := c.begin[e.Index]
	for _, k := range e.Kids {
		first = min(first, c.settle(k))
	}
	c.begin[e.Index] = first
	return first
}

func (b *builder) writeStructure() {
	c := b.contents()
	w := &treeWriter{builder: b, content: &c}
	w.columnScope, w.rowScope = b.file.reserve(1), b.file.reserve(1)
	b.putf(w.columnScope, "<</O /Table /Scope /Column>>")
	b.putf(w.rowScope, "<</O /Table /Scope /Row>>")
	w.element(b.paper.Root, b.structRoot)
	parents := b.writeParents()
	ids := ""
	if len(w.ids) > 0 {
		// A name tree is sorted, and "note10" comes before "note2".
		sort.Slice(w.ids, func(i, j int) bool { return w.ids[i].name < w.ids[j].name })
		ids = " /IDTree <</Names ["
		for _, id := range w.ids {
			ids += fmt.Sprintf("(%s) %d 0 R ", id.name, id.object)
		}
		ids += "]>>"
	}
	b.putf(b.structRoot, "<</Type /StructTreeRoot /K %d 0 R /ParentTree %d 0 R /ParentTreeNextKey %d%s>>",
		b.element(b.paper.Root), parents, len(b.pages)+len(b.links.all), ids)
}

// writeParents writes the way back from the marks of each page, and from each link, to their elements.
func (b *builder) writeParents() int {
	tree, first := b.file.reserve(1), b.file.reserve(len(b.pages))
	nums := []byte("<</Nums [")
	for i := range b.pages {
		list := append(b.buf[:0], '[')
		for _, e := range b.pages[i].marks {
			list = append(strconv.AppendInt(list, int64(b.element(e)), 10), " 0 R "...)
		}
		b.buf = append(list, ']')
		b.file.object(first+i, b.buf)
		nums = fmt.Appendf(nums, "%d %d 0 R ", i, first+i)
	}
	for i, l := range b.links.all {
		nums = fmt.Appendf(nums, "%d %d 0 R ", len(b.pages)+i, b.element(l.element))
	}
	b.file.object(tree, append(nums, "]>>"...))
	return tree
}

// treeWriter writes the structure tree.
type treeWriter struct {
	*builder
	*content

	columnScope, rowScope int // attributes that a hundred thousand cells share
	ids                   []noteID
	out                   []byte
}

type noteID struct {
	name   string
	object int
}

// element writes an element and all below it.
func (w *treeWriter) element(e *layout.Element, parent int) {
	n := w.builder.element(e)
	o := append(w.out[:0], "<</S "...)
	o = appendTag(o, e)
	o = append(o, "/P "...)
	o = append(strconv.AppendInt(o, int64(parent), 10), " 0 R"...)
	o = w.attributes(o, e)
	page := int32(-1)
	if first := w.head[e.Index]; first >= 0 {
		page = w.page[first]
		o = append(o, "/Pg "...)
		o = append(strconv.AppendInt(o, int64(w.firstPage+int(page)), 10), " 0 R"...)
	}
	o = append(o, "/K["...)
	o = w.kids(o, e, page)
	w.out = append(o, "]>>"...)
	w.file.object(n, w.out)
	for _, k := range e.Kids {
		w.element(k, n)
	}
}

// kids writes what an element holds in reading order: its own marks, and the elements below it where they begin.
func (w *treeWriter) kids(o []byte, e *layout.Element, page int32) []byte {
	mark := w.head[e.Index]
	for _, k := range e.Kids {
		for ; mark >= 0 && mark < w.begin[k.Index] && w.begin[k.Index] != never; mark = w.next[mark] {
			o = w.mark(o, mark, page)
		}
		o = append(strconv.AppendInt(o, int64(w.builder.element(k)), 10), " 0 R "...)
	}
	for ; mark >= 0; mark = w.next[mark] {
		o = w.mark(o, mark, page)
	}
	for _, i := range w.links.byOwn[e.Index] {
		o = fmt.Appendf(o, "<</Type/OBJR/Obj %d 0 R/Pg %d 0 R>>", w.links.first+i, w.firstPage+w.links.all[i].page)
	}
	return o
}

func (w *treeWriter) mark(o []byte, mark, page int32) []byte {
	if w.page[mark] == page {
		return append(strconv.AppendInt(o, int64(w.id[mark]), 10), ' ')
	}
	return fmt.Appendf(o, "<</Type/MCR/Pg %d 0 R/MCID %d>>", w.firstPage+int(w.page[mark]), w.id[mark])
}

// figure writes what a figure shows, in words, and the place that it takes on its first page (ISO 32000-1, 14.8.5.4.3).
func (w *treeWriter) figure(o []byte, e *layout.Element) []byte {
	o = append(append(o, "/Alt "...), textString(e.Alt)...)
	for i := range w.paper.Pages {
		p := &w.paper.Pages[i]
		if r, found := p.Extent(e); found {
			return fmt.Appendf(o, "/A<</O/Layout/Placement/Block/BBox[%s %s %s %s]>>", points(r.Left), points(p.Height-r.Bottom), points(r.Right), points(p.Height-r.Top))
		}
	}
	return o
}

func (w *treeWriter) attributes(o []byte, e *layout.Element) []byte {
	switch e.Role {
	case layout.HeadingCell:
		switch {
		case e.Span > 1:
			return fmt.Appendf(o, "/A<</O/Table/Scope/Column/ColSpan %d>>", e.Span)
		case e.Scope == layout.RowScope:
			return fmt.Appendf(o, "/A %d 0 R", w.rowScope)
		default:
			return fmt.Appendf(o, "/A %d 0 R", w.columnScope)
		}
	case layout.Figure:
		return w.figure(o, e)
	case layout.List:
		if e.Plain {
			return o
		}
		return fmt.Appendf(o, "/A<</O/List/ListNumbering/%s>>", numberings[e.Marks])
	case layout.Note:
		id := noteID{"note" + strconv.Itoa(len(w.ids)+1), w.builder.element(e)}
		w.ids = append(w.ids, id)
		return fmt.Appendf(o, "/ID(%s)", id.name)
	}
	return o
}

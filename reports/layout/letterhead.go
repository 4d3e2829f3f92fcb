package layout

import (
	"strings"

	"almoner/reports/document"
)

// Sizes of a letterhead and of what stands around every page, in points.
const (
	officeSize   = 14.0
	addressSize  = 9.0
	addressLead  = addressSize * 1.32
	addressWidth = 0.36 // of the width
	logoHeight   = 52.0
	logoGap      = 12.0
	headGap      = 18.0
	markingSize  = 10.0
	markingTop   = 12 * mm // to the baseline
	markingFoot  = 7 * mm  // from the lower edge
	frameSide    = 8 * mm  // beyond the edges of the text
	frameEdge    = 4 * mm  // likewise, above
	frameInner   = 3.5
	frameScale   = 1.55 // of the sizes of what stands within
)

var addressGrey = Colour{60, 66, 74}

// letterhead sets the name of the office, with its logo before it and its address on the right, over a rule.
func (f *flow) letterhead(h document.Letterhead) {
	f.flushLabel()
	kids := len(f.parent.Kids)
	s := strip{hold: bound}
	left := f.left
	if pic, w, ht, ok := f.set.picture(h.Logo); ok {
		scale := min(logoHeight/ht, f.width*0.3/w)
		el := f.set.add(f.parent, Figure)
		el.Alt = altOf(h.Logo)
		s.picts = append(s.picts, Picture{X: left, Y: 0, Width: w * scale, Height: ht * scale, Content: pic, Element: el})
		left += w*scale + logoGap
		s.height = ht * scale
	}
	right := f.left + f.width*(1-addressWidth)
	if len(h.Lines) == 0 {
		right = f.left + f.width
	}
	name := f.set.add(f.parent, Paragraph)
	s.height = max(s.height, f.column(&s, name, h.Name, left, 0, right-left-fieldGap, officeSize, Bold, Colour{}))
	y := 2.0
	for _, line := range h.Lines {
		el := f.set.add(f.parent, Paragraph)
		y = f.column(&s, el, line, right, y, f.left+f.width-right, addressSize, Regular, addressGrey)
	}
	s.height = max(s.height, y) + 7
	if s.height > f.body/3 { // so much is no head, but a text
		f.parent.Kids = f.parent.Kids[:kids]
		f.paragraph(document.Paragraph{Text: document.Bold(h.Name), Tight: true})
		for _, line := range h.Lines {
			f.paragraph(document.Paragraph{Text: document.Text(line), Tight: true})
		}
		return
	}
	s.boxes = append(s.boxes, bar(f.left, s.height-strongLine, f.width, strongLine, RuleDark))
	f.strips = append(f.strips, s)
	f.space(headGap, loose)
}

// column adds the lines of some words to a strip, and returns where the next may begin.
func (f *flow) column(s *strip, el *Element, text string, x, y, width, size float64, face Face, colour Colour) float64 {
	spans := f.set.inline(document.Text(text), size, face&Bold != 0, el)
	if len(spans) == 0 {
		f.set.take(el.Parent)
		return y
	}
	lead := size * 1.25
	if size == addressSize {
		lead = addressLead
	}
	for _, l := range f.set.breakLines(spans, width) {
		for i := range l.words {
			w := &l.words[i]
			w.X, w.Y, w.Colour = w.X+x, w.Y+y+lead*ascent, colour
		}
		s.words = append(s.words, l.words...)
		y += lead
	}
	return y
}

// readMarking puts the protective marking at the head of what is read out: a listener has to know it before the words that it protects.
func (t *typesetter) readMarking(marking string) {
	if strings.TrimSpace(marking) != "" {
		t.marking = t.add(t.paper.Root, Paragraph)
	}
}

// markings writes the protective marking at the head and the foot of every page. It is read out once, on the first.
func (t *typesetter) markings(marking string) {
	face := t.faces[Bold]
	text := t.printable(strings.TrimSpace(marking), face)
	if text == "" {
		return
	}
	width := face.width(text, markingSize)
	for i := range t.paper.Pages {
		p := &t.paper.Pages[i]
		words := Words{X: (p.Width - width) / 2, Width: width, Text: text, Face: Bold, Size: markingSize}
		words.Y = markingTop
		if i == 0 {
			words.Element = t.marking
		}
		p.Words = append([]Words{words}, p.Words...)
		words.Y, words.Element = p.Height-markingFoot, nil
		p.Words = append(p.Words, words)
	}
}

// frame puts what stands on the pages of a framed part in the middle between head and foot, with a double line around.
func frame(pages []Page, s sheet) {
	for i := range pages {
		p := &pages[i]
		p.framed = true
		low := s.top
		for k := range p.Words {
			low = max(low, p.Words[k].Y)
		}
		for k := range p.Boxes {
			low = max(low, p.Boxes[k].Y+p.Boxes[k].Height)
		}
		for k := range p.Pictures {
			low = max(low, p.Pictures[k].Y+p.Pictures[k].Height)
		}
		down := max((s.bottom-low)/2, 0)
		for k := range p.Words {
			p.Words[k].Y += down
		}
		for k := range p.Boxes {
			p.Boxes[k].Y += down
		}
		for k := range p.Pictures {
			p.Pictures[k].Y += down
		}
		for _, line := range []struct{ in, width float64 }{{0, 1.6}, {frameInner, hairline}} {
			p.Boxes = append(p.Boxes, rectangle(s.left-frameSide+line.in, s.top-frameEdge+line.in, s.right+frameSide-line.in, s.foot-line.in, line.width)...)
		}
	}
}

// rectangle is the four sides of a frame.
func rectangle(left, top, right, bottom, line float64) []Box {
	return []Box{
		bar(left, top, right-left, line, RuleDark), bar(left, bottom-line, right-left, line, RuleDark),
		bar(left, top, line, bottom-top, RuleDark), bar(right-line, top, line, bottom-top, RuleDark),
	}
}

// altOf is what a picture shows, in words; PDF/UA asks for some of every picture (ISO 14289-1, 7.3).
func altOf(p document.Picture) string {
	if alt := strings.Join(strings.Fields(p.Alt), " "); alt != "" {
		return alt
	}
	return "Picture"
}

func (t *typesetter) badPicture(alt string, err error) {
	t.remark("The picture “%s” cannot be printed: %v. Use a PNG or a JPEG file.", alt, err)
}

package layout

import "slices"

// paginator deals strips out to pages.
type paginator struct {
	sheet  sheet
	pages  []Page
	page   *Page
	y      float64 // where the next strip goes
	filled bool    // something other than repeated headings stands on the page
}

// paginate deals the strips of one part out to pages of one size; there is always one page.
func paginate(strips []strip, s sheet) []Page {
	bindTitles(strips)
	p := &paginator{sheet: s}
	p.turn(nil)
	var keptTo, boundTo int // strips before these could not be kept together
	for i := 0; i < len(strips); {
		if strips[i].space && !p.filled {
			i++
			continue
		}
		h := kept
		switch {
		case i < boundTo:
			h = bound + 1
		case i < keptTo:
			h = bound
		}
		end := i + chain(strips[i:], h)
		switch need := height(strips[i:end]); {
		case strips[i].space && end == i+1:
			p.y += need // a space at the foot of a page runs out over its edge, and the next strip turns the page
		case p.y+need <= s.bottom+slack:
			p.place(strips[i:end])
		case need <= p.fresh(&strips[i])+slack && p.filled:
			p.turn(strips[i].row)
			continue // a space at the top of the page goes
		case h == kept && end > i+1:
			keptTo = end
			continue
		case h == bound && end > i+1:
			if p.filled && s.bottom-p.y < (s.bottom-s.top)/4 { // a heading that cannot have all its text below it has some
				p.turn(strips[i].row)
			}
			boundTo = end
			continue
		default:
			p.split(strips[i])
		}
		i = end
	}
	return p.pages
}

// bindTitles keeps two lines below a heading where the first thing below it is a single line, such as a short item of a list. A single line
// that is all there is below it stands alone: the next heading begins something else.
func bindTitles(strips []strip) {
	below := 2 // lines since the last heading
	for i := range strips {
		s := &strips[i]
		switch {
		case s.title:
			below = 0
		case !s.space && s.row == nil:
			below++
		case !s.space:
			below = 2
		}
		if below == 1 && i+1 < len(strips) && !titleNext(strips[i+1:]) {
			s.hold = bound
		}
	}
}

// titleNext reports whether the next thing is a heading.
func titleNext(strips []strip) bool {
	i := slices.IndexFunc(strips, func(s strip) bool { return !s.space })
	return i >= 0 && strips[i].title
}

// chain counts the strips that must stand on the page of the first.
func chain(strips []strip, h hold) int {
	n := 0
	for n < len(strips)-1 && strips[n].hold >= h {
		n++
	}
	return n + 1
}

func height(strips []strip) float64 {
	sum := 0.0
	for i := range strips {
		sum += strips[i].height
	}
	return sum
}

// fresh is the room on a new page that begins with a strip.
func (p *paginator) fresh(s *strip) float64 {
	room := p.sheet.bottom - p.sheet.top
	for _, above := range repeated(s.row) {
		room -= above.height
	}
	return room
}

// repeated lists the headings that stand again above a row where it begins a page.
func repeated(r *rowOf) []*strip {
	if r == nil || r.kind == headingRow {
		return nil
	}
	var all []*strip
	if r.table.heading != nil {
		all = append(all, r.table.heading)
	}
	if r.group != nil {
		all = append(all, r.group)
	}
	return all
}

// turn begins a page, with the headings of the table that goes on there.
func (p *paginator) turn(r *rowOf) {
	p.pages = append(p.pages, Page{Width: p.sheet.width, Height: p.sheet.height})
	p.page = &p.pages[len(p.pages)-1]
	p.y, p.filled = p.sheet.top, false
	for _, above := range repeated(r) {
		p.put(above)
	}
	p.filled = false
}

func (p *paginator) place(strips []strip) {
	for i := range strips {
		p.put(&strips[i])
	}
}

// put stands a strip on the page.
func (p *paginator) put(s *strip) {
	left := p.sheet.left
	if s.row != nil {
		p.page.Boxes = s.row.decorate(p.page.Boxes, left, p.y, s.height)
	}
	for _, b := range s.boxes {
		b.X += left
		b.Y += p.y
		p.page.Boxes = append(p.page.Boxes, b)
	}
	for _, w := range s.words {
		w.X += left
		w.Y += p.y
		p.page.Words = append(p.page.Words, w)
	}
	for _, pic := range s.picts {
		pic.X += left
		pic.Y += p.y
		p.page.Pictures = append(p.page.Pictures, pic)
	}
	p.y += s.height
	p.filled = true
}

// split deals out a strip that is taller than a page. Only rows of tables can be: their lines go over as many pages as they need.
func (p *paginator) split(s strip) {
	if s.row == nil {
		if p.filled {
			p.turn(nil)
		}
		p.put(&s)
		return
	}
	const worthwhile = 4 // lines: fewer at the foot of a page would look like a mistake
	if p.filled && p.sheet.bottom-p.y < worthwhile*s.row.table.lead+2*cellPadY {
		p.turn(s.row)
	}
	for p.y+s.height > p.sheet.bottom+slack {
		top, rest, ok := s.cut(p.sheet.bottom - p.y)
		if !ok { // cannot happen on an empty page: repeated headings leave it half its height at least
			break
		}
		p.put(&top)
		p.turn(s.row)
		s = rest
	}
	p.put(&s)
}

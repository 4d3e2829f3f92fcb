package layout

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"almoner/reports/document"
)

// Measure tells how much room words take in the faces of the papers. It is not safe for use by more than one goroutine.
type Measure struct{ faces [Faces]*metrics }

// NewMeasure makes a measure.
func NewMeasure() *Measure {
	m := &Measure{}
	for i := range m.faces {
		m.faces[i] = newMetrics(Face(i))
	}
	return m
}

// Width is how wide some words are, in points, at a size in points.
func (m *Measure) Width(words string, face Face, size float64) float64 {
	return m.faces[face].width(words, size)
}

// Columns shares out a width in points between the columns of a table as the printed paper has them, and chooses the size of its words:
// smaller where the columns are many. fit is false where long words have to be broken even so.
func (m *Measure) Columns(t document.Table, width float64) (widths []float64, size float64, fit bool) {
	asked := m.demands(t)
	size = TableSize
	var least []float64
	for {
		least = least[:0]
		sum := 0.0
		for _, d := range asked {
			w := d.least*size + 2*cellPadX + 0.5
			least = append(least, w)
			sum += w
		}
		if sum <= width {
			whole(width, least, asked, size, t.Columns)
			return share(width, least, asked, size, t.Columns), size, true
		}
		if size <= tableMin {
			return squeeze(width, least), size, false // the longest words do not fit beside each other: the widest columns give way first
		}
		size -= 0.5
	}
}

// demand is how much room a column asks for.
type demand struct {
	least float64 // its longest word
	most  float64 // its longest paragraph on one line
	long  bool    // it holds more than a date, a sum or a reference
}

// shortest is how many characters a cell may have that is better not broken: "30 September 2024".
const shortest = 18

// strange is how wide a character is taken to be that the faces lack, in thousandths of the size: a mark stands in its stead, or another
// program shows it in a face of its own.
const strange = 1000

// demands measures what the cells of a table hold, at a size of one point.
func (m *Measure) demands(t document.Table) []demand {
	all := make([]demand, len(t.Columns))
	for i, c := range t.Columns {
		m.demand(&all[i], c.Heading, true)
	}
	for _, g := range t.Groups {
		for _, r := range g.Rows {
			for i, c := range r.Cells[:min(len(r.Cells), len(all))] {
				for _, p := range c.Paragraphs {
					m.demand(&all[i], p, r.Total)
				}
			}
		}
	}
	return all
}

func (m *Measure) demand(d *demand, runs []document.Inline, bold bool) {
	total, word, chars := 0, 0, 0
	for _, run := range runs {
		face := m.faces[faceOf(run.Bold || bold, run.Italic)]
		address := strings.Contains(run.Text, "://")
		for i, r := range run.Text {
			w := face.advance(r)
			if w == absent {
				w = strange
				if r < ' ' || invisible(r) {
					w = 0
				}
			}
			total += w
			chars++
			switch {
			case r == ' ' || r == '\n':
				d.least = max(d.least, float64(word)/1000)
				word = 0
			case address && (r == '/' || r == '-' || r == '_'),
				(r == '-' || r == '/') && letters(run.Text[:i], run.Text[i+utf8.RuneLen(r):]):
				d.least = max(d.least, float64(word+w)/1000)
				word = 0
			default:
				word += w
			}
		}
	}
	d.least = max(d.least, float64(word)/1000)
	d.most = max(d.most, float64(total)/1000)
	d.long = d.long || chars > shortest
}

// whole asks for columns of short cells that none of them is broken, as far as that leaves the others enough room.
func whole(width float64, least []float64, asked []demand, size float64, columns []document.Column) {
	wider, sum, long := slices.Clone(least), 0.0, 0.0
	for i, d := range asked {
		if !d.long && columns[i].Weight <= 0 {
			wider[i] = max(least[i], d.most*size+2*cellPadX+0.5)
		} else {
			long += max(dampened(d.most*size, width/3)-least[i], 0)
		}
		sum += wider[i]
	}
	if width-sum >= long/2 {
		copy(least, wider)
	}
}

// dampened is what a column wants: what it holds, up to a limit, and beyond that less and less. A cell of 5,000 letters shall have
// more room than its neighbours, but not all of it.
func dampened(want, limit float64) float64 {
	if want <= limit {
		return want
	}
	return limit * (1 + math.Log2(want/limit)/2)
}

// mostStretch is how much wider than what it holds a small table is made, so as to fill the paper.
const mostStretch = 1.5

// share gives each column its least width and divides the rest by weight, or by what the columns hold.
func share(width float64, least []float64, asked []demand, size float64, columns []document.Column) []float64 {
	widths := make([]float64, len(least))
	weights, wanted := 0.0, 0.0
	for i, c := range columns {
		widths[i] = least[i]
		weights += max(c.Weight, 0)
		if c.Weight <= 0 {
			widths[i] = max(dampened(asked[i].most*size+2*cellPadX+0.5, width/2), least[i])
		}
		wanted += widths[i]
	}
	if weights > 0 {
		return weigh(width, widths, least, columns, weights)
	}
	if wanted <= width { // room to spare: everyone gets some of it, but the eye must not have to travel far
		stretch := min(width/wanted, mostStretch)
		for i := range widths {
			widths[i] *= stretch
		}
		return widths
	}
	floor := 0.0
	for _, w := range least {
		floor += w
	}
	part := (width - floor) / (wanted - floor)
	for i := range widths {
		widths[i] = least[i] + (widths[i]-least[i])*part
	}
	return widths
}

// weigh divides the width by weight. Columns without a weight have what they hold, as far as that leaves the others their least;
// a column whose share would be less than its longest word has that instead.
func weigh(width float64, widths, least []float64, columns []document.Column, weights float64) []float64 {
	room, floor, spare := width, 0.0, 0.0
	for i, c := range columns {
		if c.Weight > 0 {
			floor += least[i]
			continue
		}
		room -= widths[i]
		spare += widths[i] - least[i]
	}
	if room < floor && spare > 0 {
		part := min((floor-room)/spare, 1)
		for i, c := range columns {
			if c.Weight <= 0 {
				give := (widths[i] - least[i]) * part
				widths[i] -= give
				room += give
			}
		}
	}
	fixed := make([]bool, len(columns))
	for again := true; again; {
		again = false
		for i, c := range columns {
			if c.Weight > 0 && !fixed[i] && room*c.Weight/weights < least[i] {
				widths[i], fixed[i], again = least[i], true, true
				room -= least[i]
				weights -= c.Weight
				break
			}
		}
	}
	for i, c := range columns {
		if c.Weight > 0 && !fixed[i] {
			widths[i] = room * c.Weight / weights
		}
	}
	return widths
}

// squeeze makes columns fit by bringing the widest down to one common width.
func squeeze(width float64, least []float64) []float64 {
	widths := make([]float64, len(least))
	low, high := 0.0, width
	for range 60 {
		limit, sum := (low+high)/2, 0.0
		for _, w := range least {
			sum += min(w, limit)
		}
		if sum > width {
			high = limit
		} else {
			low = limit
		}
	}
	for i, w := range least {
		widths[i] = min(w, low)
	}
	return widths
}

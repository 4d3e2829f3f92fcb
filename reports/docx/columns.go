package docx

import (
	"math"
	"strings"

	"almoner/reports/document"
)

// demand is how much room a column asks for at letters of size one: its longest word, and its longest paragraph on one line.
type demand struct{ least, most float64 }

func (d *demand) add(runs []document.Inline, bold bool) {
	total, longest := 0.0, 0.0
	for _, run := range runs {
		w := widthOf(run.Text, bold || run.Bold)
		total += w
		if !strings.ContainsAny(run.Text, " \n") {
			longest = max(longest, w)
			continue
		}
		for word := range strings.FieldsSeq(run.Text) {
			longest = max(longest, widthOf(word, bold || run.Bold))
		}
	}
	d.least, d.most = max(d.least, longest), max(d.most, total)
}

// enough is how many rows of a table are measured: the columns of a table of thousands look like those of its first.
const enough = 400

func demands(t document.Table, columns []document.Column) []demand {
	all := make([]demand, len(columns))
	for i, c := range columns {
		all[i].add(c.Heading, true)
	}
	rows := 0
	for _, g := range t.Groups {
		for _, r := range g.Rows {
			rows++
			if rows > enough {
				return all
			}
			for i, c := range r.Cells {
				for _, p := range c.Paragraphs {
					all[min(i, len(all)-1)].add(p, r.Total)
				}
			}
		}
	}
	return all
}

// shareColumns shares out a width in twips between the columns of a table, by their weights or by what they hold, and chooses the size
// of the letters and the room beside them: both are smaller where the columns are many.
func shareColumns(t document.Table, columns []document.Column, width int) (widths []int, size float64, pad int) {
	asked := demands(t, columns)
	room := float64(width) / point
	size, pad = tableSize, cellPadX
	least := make([]float64, len(columns))
	for {
		sum := 0.0
		for i, d := range asked {
			least[i] = d.least*size + 2*float64(pad)/point + 1
			sum += least[i]
		}
		switch {
		case sum <= room:
			return whole(share(room, least, asked, columns, size, pad), width), size, pad
		case size > tableMin:
			size -= 0.5
			continue
		case pad > tightPad:
			pad = tightPad
			continue
		}
		return whole(squeeze(room, least), width), size, pad
	}
}

// share gives each column its longest word, and what is left by weight, or by how much more there is in it.
func share(room float64, least []float64, asked []demand, columns []document.Column, size float64, pad int) []float64 {
	widths := make([]float64, len(least))
	wanted, weights, floor := 0.0, 0.0, 0.0
	for i, c := range columns {
		want := asked[i].most*size + 2*float64(pad)/point + 1
		if limit := room / 2; want > limit { // a cell of 5,000 letters shall have more room than its neighbours, but not all of it
			want = limit * (1 + math.Log2(want/limit)/2)
		}
		widths[i] = max(want, least[i])
		if c.Weight > 0 {
			widths[i] = least[i]
			weights += c.Weight
		}
		wanted += widths[i]
		floor += least[i]
	}
	if weights > 0 {
		return weigh(room, widths, least, columns, weights)
	}
	if wanted <= room { // room to spare: everyone gets some of it, but the eye must not have to travel far
		stretch := min(room/wanted, 1.5)
		for i := range widths {
			widths[i] *= stretch
		}
		return widths
	}
	part := (room - floor) / (wanted - floor)
	for i := range widths {
		widths[i] = least[i] + (widths[i]-least[i])*part
	}
	return widths
}

// weigh divides the room by weight. Columns without a weight have what they hold, as far as that leaves the others their longest words.
func weigh(room float64, widths, least []float64, columns []document.Column, weights float64) []float64 {
	floor, fixed, spare := 0.0, 0.0, 0.0
	for i, c := range columns {
		if c.Weight > 0 {
			floor += least[i]
		} else {
			fixed += widths[i]
			spare += widths[i] - least[i]
		}
	}
	if over := fixed + floor - room; over > 0 && spare > 0 {
		part := min(over/spare, 1)
		fixed = 0
		for i, c := range columns {
			if c.Weight <= 0 {
				widths[i] -= (widths[i] - least[i]) * part
				fixed += widths[i]
			}
		}
	}
	left := room - fixed
	settled := make([]bool, len(columns))
	for again := true; again; {
		again = false
		for i, c := range columns {
			if c.Weight > 0 && !settled[i] && left*c.Weight/weights < least[i] {
				widths[i], settled[i], again = least[i], true, true
				left -= least[i]
				weights -= c.Weight
			}
		}
	}
	for i, c := range columns {
		if c.Weight > 0 && !settled[i] {
			widths[i] = left * c.Weight / weights
		}
	}
	return widths
}

// squeeze brings the widest columns down to one common width, at which all fit.
func squeeze(room float64, least []float64) []float64 {
	low, high := 0.0, room
	for range 40 {
		limit, sum := (low+high)/2, 0.0
		for _, w := range least {
			sum += min(w, limit)
		}
		if sum > room {
			high = limit
		} else {
			low = limit
		}
	}
	widths := make([]float64, len(least))
	for i, w := range least {
		widths[i] = min(w, low)
	}
	return widths
}

// whole makes twips of points, no more of them together than there are.
func whole(points []float64, width int) []int {
	all := make([]int, len(points))
	for i, p := range points {
		all[i] = max(min(int(p*point), width), 1)
	}
	return all
}

package sheet

import (
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"almoner/data"
	"almoner/reports/document"
)

// cell is words, or a value with the words that a person reads.
//
// A value whose words say more than it does, such as “up to £500” or a sum with the mark of a footnote, stays a value that can be added
// up, and its number format shows the words about it: what one sees on the sheet is what stands in the paper. Where the words do not spell
// the value, they stand alone: a sheet that shows another sum than the paper would be worse than one that cannot add it up.
type cell struct {
	words  string
	kind   document.ValueKind
	number float64 // pounds of Money
	places int     // decimal places of a Number, as it is written
	commas bool    // a Number is written with its thousands parted
	before string  // of the words, what stands before the figure: "up to "
	after  string
	day    time.Time
}

// bare reports whether the words of a value say nothing but the value.
func (c cell) bare() bool { return c.before == "" && c.after == "" }

func newCell(c document.Cell) cell {
	var lines []string
	for _, p := range c.Paragraphs {
		lines = append(lines, strings.Join(strings.Fields(document.Plain(p)), " "))
	}
	out := cell{words: clean(strings.Join(lines, "\n"))}
	switch c.Value.Kind {
	case document.Money:
		return out.asMoney(c.Value.Pence)
	case document.Number:
		return out.asNumber(c.Value.Number)
	case document.Day:
		return out.asDay(c.Value.Day)
	default:
		return out
	}
}

var (
	sums    = regexp.MustCompile(`[-−]?£[-−]?\d[\d,]*(?:\.\d+)?[kKmM]?`)
	figures = regexp.MustCompile(`[-−]?\d[\d,]*(?:\.\d+)?`)
)

// asMoney is the cell as a sum, where its words name that sum.
func (c cell) asMoney(pence int64) cell {
	for _, at := range sums.FindAllStringIndex(c.words, -1) {
		if m, err := data.ParseMoney(c.words[at[0]:at[1]]); err == nil && m.Pence == pence {
			out := c
			out.kind, out.number = document.Money, float64(pence)/100
			return out.about(at)
		}
	}
	return c
}

// asNumber is the cell as a number, where its words name that number.
func (c cell) asNumber(n float64) cell {
	for _, at := range figures.FindAllStringIndex(c.words, -1) {
		written := strings.Replace(c.words[at[0]:at[1]], "−", "-", 1)
		if v, err := strconv.ParseFloat(strings.ReplaceAll(written, ",", ""), 64); err == nil && v == n {
			out := c
			out.kind, out.number, out.commas = document.Number, n, strings.Contains(written, ",")
			if _, fraction, ok := strings.Cut(written, "."); ok {
				out.places = len(fraction)
			}
			return out.about(at)
		}
	}
	return c
}

// firstDay is the first day that Excel and LibreOffice count alike: Excel takes 1900 for a leap year.
var firstDay = time.Date(1900, 3, 1, 0, 0, 0, 0, time.UTC)

// asDay is the cell as a day, where its words name that day in one of the ways in which papers and lists write one.
func (c cell) asDay(day time.Time) cell {
	if day.Before(firstDay) {
		return c
	}
	for _, way := range []string{"2 January 2006", "2 Jan 2006", "2006-01-02", "02/01/2006", "2/1/2006"} {
		if from := strings.Index(c.words, day.Format(way)); from >= 0 {
			out := c
			out.kind, out.day = document.Day, day
			return out.about([]int{from, from + len(day.Format(way))})
		}
	}
	return c
}

// longestAbout is how much can stand about a value. A value does not go on to a second line: beyond the widest column, a spreadsheet shows
// crosses in its stead. (Excel takes number formats of 255 characters, in which the words stand twice.)
const longestAbout = 28

// about sets what stands about the figure. Where that holds a figure too, as in “between £500 and £1,000” (or the 2 of “21 April”), or what
// a number format cannot show, the words stay words.
func (c cell) about(figure []int) cell {
	c.before, c.after = c.words[:figure[0]], c.words[figure[1]:]
	if strings.ContainsAny(c.before+c.after, "0123456789£\n\t\"\\") || utf8.RuneCountInString(c.before+c.after) > longestAbout {
		return cell{words: c.words}
	}
	return c
}

// mostFormats is how many number formats of its own a workbook can count on: Excel takes 200 at the least.
const mostFormats = 150

// spare turns the values about which words stand into words from the format on that would be one too many.
func (b *book) spare() {
	formats := map[string]bool{}
	for _, g := range b.sheets {
		for _, r := range g.rows {
			for i, c := range r.cells {
				if c.kind == document.Words || formats[c.format()] {
					continue
				}
				if len(formats) >= mostFormats && !c.bare() {
					r.cells[i] = cell{words: c.words}
					continue
				}
				formats[c.format()] = true
			}
		}
	}
}

// width is how many characters of a line the cell takes, as it is shown.
func (c cell) width() int {
	about := utf8.RuneCountInString(c.before + c.after)
	switch c.kind {
	case document.Money:
		return about + len("£") + len(strconv.FormatFloat(c.number, 'f', 2, 64))*4/3
	case document.Day:
		return about + len("30 September 2026")
	case document.Number:
		return about + len(strconv.FormatFloat(c.number, 'f', c.places, 64))*4/3
	}
	longest := 0
	for line := range strings.SplitSeq(c.words, "\n") {
		longest = max(longest, utf8.RuneCountInString(line))
	}
	return longest
}

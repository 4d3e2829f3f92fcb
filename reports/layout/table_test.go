package layout

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"almoner/reports/document"
)

func TestTableHeadingsStandAgainAndAreReadOnce(t *testing.T) {
	tab := document.Table{Columns: []document.Column{{Heading: document.Text("Name")}, {Heading: document.Text("Amount"), Align: document.Right}}}
	g := document.Group{Heading: document.Text("2017-18")}
	for i := range 100 {
		g.Rows = append(g.Rows, cells(fmt.Sprintf("Row %d", i), "£1"))
	}
	tab.Groups = []document.Group{g}
	p := Lay(onePart(tab))
	if len(p.Pages) < 3 {
		t.Fatalf("only %d pages", len(p.Pages))
	}
	for i := range p.Pages {
		var unread, read []string
		for _, w := range p.Pages[i].Words {
			if w.Element == nil {
				unread = append(unread, w.Text)
			} else if w.Element.Role == HeadingCell && w.Element.Scope == ColumnScope {
				read = append(read, w.Text)
			}
		}
		if i == 0 && !slices.Equal(read, []string{"Name", "Amount", "2017-18"}) {
			t.Errorf("the first page reads out the headings %q", read)
		}
		if i > 0 && (len(read) > 0 || !slices.Equal(unread[:4], []string{"Name", "Amount", "2017-18 ", "(continued)"})) {
			t.Errorf("page %d reads out %q and repeats %q", i+1, read, unread)
		}
	}
}

func TestFiguresStandRight(t *testing.T) {
	tab := document.Table{Columns: []document.Column{{Heading: document.Text("Name"), Weight: 3}, {Heading: document.Text("Amount"), Weight: 1, Align: document.Right}}}
	tab.Groups = []document.Group{{Rows: []document.Row{cells("a", "£5"), cells("b", "£22,528.57")}}}
	var ends []float64
	for _, w := range Lay(onePart(tab)).Pages[0].Words {
		if strings.HasPrefix(w.Text, "£") || w.Text == "Amount" {
			ends = append(ends, w.X+w.Width)
		}
	}
	if len(ends) != 3 || math.Abs(ends[0]-ends[1]) > 0.001 || math.Abs(ends[1]-ends[2]) > 0.001 {
		t.Errorf("the heading and the figures end at %v", ends)
	}
	tab.Columns[1].Align = document.Centre
	page := &Lay(onePart(tab)).Pages[0]
	if a, b := at(t, page, "£5"), at(t, page, "Amount"); !about(a.X+a.Width/2, b.X+b.Width/2) || a.X < b.X {
		t.Errorf("in the middle of a column stand %+v and %+v", a, b)
	}
}

func TestALongCellHasMoreRoomThanItsNeighbours(t *testing.T) {
	m := NewMeasure()
	tab := document.Table{Columns: make([]document.Column, 3)}
	tab.Groups = []document.Group{{Rows: []document.Row{cells("some words in a cell", strings.Repeat("five thousand letters ", 230), "some words in a cell")}}}
	w, size, _ := m.Columns(tab, 450)
	if w[1] < 2.5*w[0] || w[0] < 40 || math.Abs(w[0]+w[1]+w[2]-450) > 0.01 || size != TableSize {
		t.Errorf("widths %.1f at size %.1f", w, size)
	}
	tab.Columns = []document.Column{{Weight: 1}, {Weight: 1}, {Weight: 2}}
	if w, _, _ := m.Columns(tab, 450); math.Abs(w[0]-112.5) > 0.01 || math.Abs(w[2]-225) > 0.01 {
		t.Errorf("weights 1, 1, 2 give widths %.1f", w)
	}
	tab.Groups[0].Rows = []document.Row{cells(strings.Repeat("w", 20), "a", "b")}
	if w, _, _ := m.Columns(tab, 450); w[0] < 130 || math.Abs(w[2]-2*w[1]) > 0.01 {
		t.Errorf("the column of a long word and its neighbours are %.1f wide", w)
	}
}

func TestWordsThatTheFacesLackHaveRoomToo(t *testing.T) {
	tab := document.Table{Columns: make([]document.Column, 3)}
	tab.Groups = []document.Group{{Rows: []document.Row{cells("words", "שלום", strings.Repeat("\ufe0f", 20))}}}
	w, size, fit := NewMeasure().Columns(tab, 450)
	if !fit || w[1] < 4*size || w[2] > 2*w[0] {
		t.Errorf("widths %.1f at size %.1f", w, size)
	}
}

// filled is a paper whose first page holds some short lines before what follows.
func filled(lines int, blocks ...document.Block) document.Document {
	doc := onePart()
	for range lines {
		doc.Parts[0].Add(document.Paragraph{Text: document.Text("A line."), Tight: true})
	}
	doc.Parts[0].Add(blocks...)
	return doc
}

// pageOf is the number of the first page that holds some words.
func pageOf(p *Paper, text string) int {
	for i := range p.Pages {
		for _, w := range p.Pages[i].Words {
			if w.Element != nil && strings.TrimSpace(w.Text) == text {
				return i + 1
			}
		}
	}
	return 0
}

func TestASumStaysWithTheLastRow(t *testing.T) {
	for lines := range 50 {
		tab := document.Table{Columns: make([]document.Column, 2)}
		sum := cells("Together", "£3")
		sum.Total = true
		tab.Groups = []document.Group{{Rows: []document.Row{cells("first", "£1"), cells("last", "£2"), sum}}}
		p := Lay(filled(lines, tab))
		if a, b := pageOf(p, "last"), pageOf(p, "Together"); a != b || a == 0 {
			t.Fatalf("after %d lines the last row is on page %d and the sum on page %d", lines, a, b)
		}
	}
}

func TestTheLastRowIsNotAloneOnItsPage(t *testing.T) {
	turned := false
	for lines := range 50 {
		tab := document.Table{Columns: make([]document.Column, 2)}
		tab.Groups = []document.Group{{Rows: []document.Row{cells("first", "£1"), cells("second", "£2"), cells("third", "£3"), cells("last", "£4")}}}
		p := Lay(filled(lines, tab))
		first, third, last := pageOf(p, "first"), pageOf(p, "third"), pageOf(p, "last")
		if third != last || last == 0 {
			t.Fatalf("after %d lines the last row is on page %d and the one before it on page %d", lines, last, third)
		}
		turned = turned || first < last
	}
	if !turned {
		t.Error("no table went over two pages")
	}
}

func TestATableWithoutRowsStandsBelowOneWithRows(t *testing.T) {
	full := document.Table{Columns: make([]document.Column, 2)}
	for i := range 4 {
		full.Groups = append(full.Groups, document.Group{Rows: []document.Row{cells("row", strconv.Itoa(i))}})
	}
	empty := document.Table{Columns: []document.Column{{Heading: document.Text("Nothing")}}}
	if p := Lay(onePart(full, empty)); pageOf(p, "Nothing") != 1 || pageOf(p, "3") != 1 {
		t.Error("a table without rows is not printed below one with rows")
	}
}

func TestAHeadingStaysWithARowTallerThanAPage(t *testing.T) {
	long := "begins " + strings.Repeat("many words for one cell ", 900)
	for lines := range 50 {
		tab := document.Table{Columns: []document.Column{{Heading: document.Text("Column"), Weight: 1}, {Weight: 9}}}
		tab.Groups = []document.Group{{Rows: []document.Row{cells("row", long)}}}
		p := Lay(filled(lines, document.Heading{Level: 1, Text: document.Text("Heading")}, tab))
		if a, b, c := pageOf(p, "Heading"), pageOf(p, "Column"), pageOf(p, "row"); a != b || b != c || a == 0 {
			t.Fatalf("after %d lines the heading is on page %d, the column headings on %d, the row on %d", lines, a, b, c)
		}
	}
}

func TestALongFootStandsOnTwoLinesBesideAndBelowThePageNumber(t *testing.T) {
	for _, orientation := range []document.Orientation{document.Portrait, document.Landscape} {
		for words, want := range map[string][]string{
			"":      {},
			"Paper": {"Paper"},
			"Paper with a long name, version 2 · Weir Hall, 1 Weir Street, Ravensmere · " + strings.Repeat("EL1 4QZ ", 10): nil, // two lines
			strings.Repeat("a long line for the foot ", 30):                                                                nil,
			strings.Repeat("w", 400): nil,
		} {
			doc := onePart(paragraph("x"))
			doc.Parts[0].Orientation, doc.Footer, doc.Marking = orientation, words, "OFFICIAL"
			p := Lay(doc)
			page := &p.Pages[0]
			number := at(t, page, "Page 1 of 1")
			var lines []string
			last := 0.0
			for _, w := range page.Words {
				if w.Size != FootSize || w.Text == number.Text {
					continue
				}
				if len(lines) > 0 && w.Y-last < FootSize {
					t.Errorf("the second line stands %.1f below the first", w.Y-last)
				}
				lines, last = append(lines, w.Text), w.Y
				if room := page.Width - w.X; w.Y == number.Y && w.X+w.Width > number.X-10 || w.X+w.Width > room+0.1 {
					t.Errorf("%q ends at %.1f, the page number begins at %.1f", w.Text, w.X+w.Width, number.X)
				}
			}
			if marking := page.Words[len(page.Words)-1]; marking.Text != "OFFICIAL" || last > marking.Y-markingSize {
				t.Errorf("the foot at %.1f stands in the marking %q at %.1f", last, marking.Text, marking.Y)
			}
			for _, b := range page.Boxes {
				if b.Y < a4(orientation).bottom || b.Y > number.Y-FootSize {
					t.Errorf("the rule above the foot stands at %.1f", b.Y)
				}
			}
			text := strings.Join(strings.Fields(words), " ")
			switch {
			case want != nil:
				if !slices.Equal(lines, want) {
					t.Errorf("the foot %q has the lines %q", words, lines)
				}
			case strings.HasPrefix(text, "www"):
				if len(lines) != 1 || !strings.HasSuffix(lines[0], "…") {
					t.Errorf("a word that is too long has the lines %q", lines)
				}
			case len(lines) > 2 || !strings.HasPrefix(text, lines[0]) || len(lines) == 2 && !strings.HasSuffix(lines[1], "…") && !strings.HasSuffix(text, lines[1]):
				t.Errorf("the foot %q has the lines %q", words, lines)
			case strings.HasPrefix(text, "Paper") && orientation == document.Portrait && (len(lines) != 2 || !strings.HasPrefix(lines[1], "EL1 4QZ")):
				t.Errorf("the foot is broken as %q", lines)
			}
		}
	}
}

func TestARowTallerThanAPageIsSplit(t *testing.T) {
	long := strings.TrimSpace(strings.Repeat("many words for one cell ", 500))
	tab := document.Table{Columns: []document.Column{{Heading: document.Text("A")}, {Heading: document.Text("B")}}}
	tab.Groups = []document.Group{{Rows: []document.Row{cells("short", "before"), cells(long, long+" end"), cells("short", "after")}}}
	p := Lay(onePart(tab))
	if got := texts(p); !slices.Equal(got, []string{"A", "B", "short", "before", long, long + " end", "short", "after"}) {
		t.Errorf("the words are not those of the table, in their order: %.300q", got)
	}
	if len(p.Pages) < 3 {
		t.Errorf("%d pages", len(p.Pages))
	}
	inside(t, p)
}

func TestATableForHandwritingHasLinesBetweenItsColumns(t *testing.T) {
	tab := document.Table{Columns: make([]document.Column, 3), Groups: []document.Group{{Heading: document.Text("Morning"), Rows: []document.Row{cells("a", "b", "c"), {Lines: 4}}}}}
	upright, level := sides(&Lay(onePart(tab)).Pages[0])
	if upright != 0 {
		t.Errorf("a table that is read has %d upright lines", upright)
	}
	tab.Grid = true
	page := &Lay(onePart(tab)).Pages[0]
	if n, same := sides(page); n != 4+2+4+4 || same != level { // the heading of a group goes through
		t.Errorf("a table that is written into has %d upright lines, and %d level ones where it had %d", n, same, level)
	}
	tallest := 0.0
	for _, b := range page.Boxes {
		if b.Height > b.Width {
			tallest = max(tallest, b.Height)
		}
	}
	if tallest < 4*TableSize*TightLeading {
		t.Errorf("a row of four lines is %.1f high", tallest)
	}
}

func TestATableIsNotPartedFromItsCaption(t *testing.T) {
	for lines := range 50 {
		tab := document.Table{Caption: document.Text("Caption"), Columns: []document.Column{{Heading: document.Text("Heading")}}, Groups: []document.Group{{Heading: document.Text("Group"), Rows: []document.Row{cells("row")}}}}
		p := Lay(filled(lines, tab))
		n := pageOf(p, "Caption")
		for _, text := range []string{"Heading", "Group", "row"} {
			if pageOf(p, text) != n || n == 0 {
				t.Fatalf("after %d lines the caption is on page %d, and %q on page %d", lines, n, text, pageOf(p, text))
			}
		}
	}
}

func TestRowsLookLikeWhatTheyAre(t *testing.T) {
	sum := cells("Together", "£3")
	sum.Total = true
	page := &Lay(onePart(document.Table{Columns: []document.Column{{Heading: document.Text("Grant")}, {Heading: document.Text("Amount")}}, Groups: []document.Group{{Heading: document.Text("May"), Rows: []document.Row{cells("Lamps", "£3"), sum}}}})).Pages[0]
	tint := func(w Words) (c Colour) {
		for _, b := range page.Boxes {
			if b.Y < w.Y && b.Y+b.Height > w.Y {
				c = b.Colour
			}
		}
		return c
	}
	for text, want := range map[string]struct {
		tint Colour
		face Face
	}{"Grant": {HeadTint, Bold}, "May": {GroupTint, Bold}, "Lamps": {Colour{}, Regular}, "Together": {Colour{}, Bold}} {
		if w := at(t, page, text); tint(w) != want.tint || w.Face != want.face {
			t.Errorf("%s stands on %v in face %d", text, tint(w), w.Face)
		}
	}
	lamps, together := at(t, page, "Lamps"), at(t, page, "Together")
	strong, thin := 0, 0
	for _, b := range page.Boxes {
		switch {
		case b.Y < lamps.Y || b.Height > 1:
		case b.Colour == RuleDark && about(b.Height, strongLine):
			strong++
		case b.Colour == RuleGrey && b.Y < together.Y:
			thin++
		}
	}
	if strong != 2 || thin != 1 {
		t.Errorf("below a row are %d thin lines, and about a sum %d strong ones", thin, strong)
	}
}

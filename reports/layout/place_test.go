package layout

import (
	"math"
	"strings"
	"testing"

	"almoner/reports/document"
)

// at are the first words of a text on a page, and fails where there are none.
func at(t *testing.T, page *Page, text string) Words {
	t.Helper()
	for _, w := range page.Words {
		if strings.TrimSpace(w.Text) == text {
			return w
		}
	}
	t.Fatalf("%q is not on the page", text)
	return Words{}
}

// linesOf are the words of an element on a page, line by line.
func linesOf(page *Page, e *Element) []Words {
	var all []Words
	for _, w := range page.Words {
		if w.Element == e {
			all = append(all, w)
		}
	}
	return all
}

// about reports whether two lengths are the same but for a hundredth of a point.
func about(a, b float64) bool { return math.Abs(a-b) < 0.01 }

var long = strings.TrimSpace(strings.Repeat("words that fill lines ", 24))

func TestAClauseHangsBesideItsNumber(t *testing.T) {
	page := &Lay(onePart(
		document.Clause{Number: "1.1", Blocks: []document.Block{paragraph("First " + long), paragraph("second")}},
		document.Clause{Number: "10.11.12.13", Blocks: []document.Block{paragraph("wide")}},
		document.Clause{Number: "The first schedule of all that there are", Blocks: []document.Block{paragraph(long + " to the end")}},
	)).Pages[0]
	s, number, below := a4(document.Portrait), at(t, page, "1.1"), at(t, page, "second")
	for i, w := range linesOf(page, number.Element)[1:] {
		if !about(w.X, s.left+numberLeast) || i == 0 && w.Y != number.Y {
			t.Errorf("line %d of the clause begins at %.1f, %.1f", i+1, w.X, w.Y)
		}
	}
	if !about(number.X, s.left) || !about(below.X, s.left+numberLeast) {
		t.Errorf("the number stands at %.1f, and the next paragraph at %.1f", number.X, below.X)
	}
	if n, w := at(t, page, "10.11.12.13"), at(t, page, "wide"); w.X < n.X+n.Width+numberGap-0.01 || w.Y != n.Y {
		t.Errorf("a wide number ends at %.1f, and its words begin at %.1f", n.X+n.Width, w.X)
	}
	words := at(t, page, "The first schedule of all that there are")
	for _, w := range linesOf(page, words.Element) {
		if w.Y > words.Y && !about(w.X, s.left) {
			t.Errorf("a line after a number of words begins at %.1f", w.X)
		}
	}
}

func TestValuesStandBesideTheirLabels(t *testing.T) {
	rows := []document.Field{
		{Label: "To", Blocks: []document.Block{paragraph("you")}},
		{Label: "Reference", Blocks: []document.Block{paragraph("seven"), paragraph("eight")}},
		{Label: "Signed", Blank: 6},
		{Label: "Logo", Blocks: []document.Block{document.Figure{Picture: document.Picture{Content: dots(40, 40)}}}},
		{Label: "Table", Blocks: []document.Block{document.Table{Columns: []document.Column{{Heading: document.Text("Heading")}}}}},
	}
	page := &Lay(onePart(document.Fields{Rows: rows}, paragraph("after"))).Pages[0]
	to, you, reference, seven := at(t, page, "To"), at(t, page, "you"), at(t, page, "Reference"), at(t, page, "seven")
	if to.Y != you.Y || reference.Y != seven.Y || you.X != seven.X || you.X < reference.X+reference.Width+fieldGap-0.01 || to.Face != Bold || you.Face != Regular {
		t.Errorf("the labels are %+v and %+v, the values %+v and %+v", to, reference, you, seven)
	}
	if eight := at(t, page, "eight"); eight.X != seven.X || eight.Y < seven.Y+BodySize {
		t.Errorf("the second paragraph of a value is %+v", eight)
	}
	signed := at(t, page, "Signed")
	var rule Box
	for _, b := range page.Boxes {
		if about(b.Height, strongLine) && b.Colour == RuleDark && rule.Width == 0 {
			rule = b
		}
	}
	if !about(rule.X, you.X) || rule.X+rule.Width < a4(document.Portrait).right-0.01 || rule.Y < signed.Y || rule.Y > signed.Y+BodySize {
		t.Errorf("the line to sign on is %+v, and its label at %.1f", rule, signed.Y)
	}
	if above := at(t, page, "eight"); signed.Y < above.Y+2*BodySize*Leading {
		t.Errorf("there is no room to sign: the label stands at %.1f, and what is above at %.1f", signed.Y, above.Y)
	}
	if label, logo := at(t, page, "Logo"), page.Pictures[0]; label.Y > logo.Y {
		t.Errorf("the label of a picture stands at %.1f, and the picture begins at %.1f", label.Y, logo.Y)
	}
	if apart := reference.Y - to.Y; !about(apart, BodySize*Leading+fieldApart) {
		t.Errorf("two labels stand %.1f apart", apart)
	}
	if label, heading := at(t, page, "Table"), at(t, page, "Heading"); label.Y > heading.Y-BodySize {
		t.Errorf("the label of a table stands at %.1f, and the table begins at %.1f", label.Y, heading.Y)
	}
	at(t, page, "after")
}

func TestLongLabelsLeaveRoomForTheirValues(t *testing.T) {
	page := &Lay(onePart(document.Fields{Rows: []document.Field{{Label: "Label " + long, Blocks: []document.Block{paragraph("value")}}}})).Pages[0]
	s, value := a4(document.Portrait), at(t, page, "value")
	if want := s.left + (s.right-s.left)*fieldMost + fieldGap; !about(value.X, want) {
		t.Errorf("the value stands at %.1f, want %.1f", value.X, want)
	}
	// Within lists there is room for one column only: the value stands below its label, on the same page.
	for lines := range 48 {
		var block document.Block = document.Fields{Rows: []document.Field{{Label: "Label", Blocks: []document.Block{paragraph("value")}}}}
		for range 14 {
			block = document.List{Items: []document.Item{{Blocks: []document.Block{block}}}}
		}
		p := Lay(filled(lines, block))
		n := pageOf(p, "value")
		if n == 0 || pageOf(p, "Label") != n {
			t.Fatalf("after %d lines the label is on page %d and its value on page %d", lines, pageOf(p, "Label"), n)
		}
		if label, value := at(t, &p.Pages[n-1], "Label"), at(t, &p.Pages[n-1], "value"); value.Y < label.Y+BodySize || !about(value.X, label.X) {
			t.Fatalf("the label is %+v, the value %+v", label, value)
		}
	}
}

func TestALongLabelStaysOnOnePage(t *testing.T) {
	for lines := range 50 {
		p := Lay(filled(lines, document.Fields{Rows: []document.Field{{Label: strings.Repeat("label of some words ", 4), Blocks: []document.Block{paragraph("value")}}}}))
		label := p.Root.Kids[len(p.Root.Kids)-1].Kids[0].Kids[0]
		n, on := 0, 0
		for i := range p.Pages {
			if here := len(linesOf(&p.Pages[i], label)); here > 0 {
				n, on = n+here, on+1
			}
		}
		if n < 3 || on != 1 {
			t.Fatalf("after %d lines the label of %d lines stands on %d pages", lines, n, on)
		}
	}
}

func TestLinesOfAnAddressStandClose(t *testing.T) {
	page := &Lay(onePart(document.Clause{Blocks: []document.Block{document.Paragraph{Text: document.Text("one"), Tight: true}}}, document.Paragraph{Text: document.Text("two"), Tight: true}, paragraph("three"), paragraph("four"))).Pages[0]
	one, two, three, four := at(t, page, "one"), at(t, page, "two"), at(t, page, "three"), at(t, page, "four")
	if line := BodySize * Leading; !about(two.Y-one.Y, line) || !about(three.Y-two.Y, line) || !about(four.Y-three.Y, line+paragraphGap) {
		t.Errorf("the lines stand at %.1f, %.1f, %.1f and %.1f", one.Y, two.Y, three.Y, four.Y)
	}
}

func TestTheLargerOfTwoSpacesThatMeetCounts(t *testing.T) {
	page := &Lay(onePart(paragraph("one"), document.Heading{Level: 1, Text: document.Text("two")})).Pages[0]
	style := headingStyles[0]
	one, two := at(t, page, "one"), at(t, page, "two")
	if apart := two.Y - one.Y; !about(apart, BodySize*Leading*(1-ascent)+style.before+style.size*TightLeading*ascent) {
		t.Errorf("a heading stands %.1f below the words before it", apart)
	}
}

func TestAQuotationStandsBetweenNarrowerEdges(t *testing.T) {
	doc := onePart(document.Quotation{Blocks: []document.Block{paragraph(long)}, By: document.Text("She")}, paragraph(long))
	p := Lay(doc)
	s, quote := a4(document.Portrait), p.Root.Kids[0].Kids[0]
	widest := 0.0
	for _, w := range linesOf(&p.Pages[0], quote) {
		if !about(w.X, s.left+quoteIndent) {
			t.Errorf("a line of it begins at %.1f", w.X)
		}
		widest = max(widest, w.X+w.Width)
	}
	if widest > s.right-quoteIndent+0.01 {
		t.Errorf("it ends at %.1f", widest)
	}
	for lines := range 50 {
		p := Lay(filled(lines, document.Quotation{Blocks: []document.Block{paragraph("Good.")}, By: document.Text("She")}))
		if a, b := pageOf(p, "Good."), pageOf(p, "She"); a != b || a == 0 {
			t.Fatalf("after %d lines the words are on page %d, and who said them on page %d", lines, a, b)
		}
	}
}

// outline are the edges of the bars of a colour that make a box.
func outline(page *Page) Rect {
	r := Rect{Left: page.Width, Top: page.Height}
	for _, b := range page.Boxes {
		if b.Colour == RuleDark {
			r = Rect{min(r.Left, b.X), min(r.Top, b.Y), max(r.Right, b.X+b.Width), max(r.Bottom, b.Y+b.Height)}
		}
	}
	return r
}

// sides are how many upright and how many level lines a page has.
func sides(page *Page) (upright, level int) {
	for _, b := range page.Boxes {
		switch {
		case b.Colour != RuleDark:
		case b.Height > b.Width:
			upright++
		default:
			level++
		}
	}
	return upright, level
}

func TestABoxToWriteInStandsUnderItsLabel(t *testing.T) {
	for lines := range 50 {
		p := Lay(filled(lines, document.Blank{Label: "Notes", Lines: 4}))
		page := &p.Pages[pageOf(p, "Notes")-1]
		upright, level := sides(page)
		box, label := outline(page), at(t, page, "Notes")
		if upright != 2 || level != 2 || box.Top < label.Y || box.Top > label.Y+BodySize || box.Bottom-box.Top < 4*BodySize*Leading || box.Right-box.Left < 450 {
			t.Fatalf("after %d lines the box of %d and %d lines is %+v, and its label at %.1f", lines, upright, level, box, label.Y)
		}
	}
}

func TestALetterheadHasItsLogoBeforeTheNameAndTheAddressOnTheRight(t *testing.T) {
	s := a4(document.Portrait)
	for name, size := range map[string][2]int{"wide": {4000, 100}, "tall": {100, 400}, "small": {40, 20}} {
		page := &Lay(onePart(
			document.Letterhead{Name: "Office of the Commissioner for Elmshire", Lines: []string{"Weir Street", "Northbridge", "EL1 4QZ"}, Logo: document.Picture{Content: dots(size[0], size[1]), Alt: "Logo"}},
			paragraph("after"),
		)).Pages[0]
		logo := page.Pictures[0]
		if !about(logo.X, s.left) || !about(logo.Y, s.top) || logo.Height > logoHeight+0.01 || logo.Width > (s.right-s.left)*0.3+0.01 || !about(logo.Width*float64(size[1]), logo.Height*float64(size[0])) {
			t.Errorf("a %s logo is %.1f by %.1f, at %.1f, %.1f", name, logo.Width, logo.Height, logo.X, logo.Y)
		}
		if !about(logo.Height, logoHeight) && !about(logo.Width, (s.right-s.left)*0.3) {
			t.Errorf("a %s logo is only %.1f by %.1f", name, logo.Width, logo.Height)
		}
		first, last, right, rule, after := page.Words[0], at(t, page, "EL1 4QZ"), s.left+(s.right-s.left)*(1-addressWidth), outline(page), at(t, page, "after")
		if !about(first.X, logo.X+logo.Width+logoGap) || first.Face != Bold {
			t.Errorf("the name begins at %.1f", first.X)
		}
		for i, line := range []string{"Weir Street", "Northbridge", "EL1 4QZ"} {
			if w := at(t, page, line); !about(w.X, right) || !about(w.Y, at(t, page, "Weir Street").Y+float64(i)*addressLead) {
				t.Errorf("%s stands at %.1f, %.1f", line, w.X, w.Y)
			}
		}
		if rule.Top < last.Y || rule.Top < logo.Y+logo.Height || rule.Bottom-rule.Top > 1 || !about(rule.Left, s.left) || !about(rule.Right, s.right) || after.Y < rule.Bottom+BodySize {
			t.Errorf("the rule below is %+v, and the words after it at %.1f", rule, after.Y)
		}
	}
	name := strings.TrimSpace(strings.Repeat("Office ", 9))
	if w := at(t, &Lay(onePart(document.Letterhead{Name: name})).Pages[0], name); w.X != s.left {
		t.Errorf("a long name without an address beside it begins at %.1f", w.X)
	}
}

func TestWhatHangsOnAWallStandsInTheMiddleOfItsFrame(t *testing.T) {
	part := document.Part{Framed: true, Orientation: document.Landscape, Blocks: []document.Block{
		document.Heading{Level: 1, Number: "1.", Text: document.Text("Certificate")},
		paragraph("of attendance"),
		document.Table{Columns: []document.Column{{Heading: document.Text("Day")}}},
		document.Figure{Picture: document.Picture{Content: dots(100, 60)}},
	}}
	page := &Lay(document.Document{Parts: []document.Part{part}}).Pages[0]
	s := a4(document.Landscape)
	for _, text := range [][2]string{{"1.", "Certificate"}, {"of attendance", "of attendance"}} {
		if from, to := at(t, page, text[0]), at(t, page, text[1]); !about((from.X+to.X+to.Width)/2, (s.left+s.right)/2) {
			t.Errorf("%q stands at %.1f to %.1f", text, from.X, to.X+to.Width)
		}
	}
	if w := at(t, page, "of attendance"); !about(w.Size, BodySize*frameScale) {
		t.Errorf("words are of size %.1f", w.Size)
	}
	picture, day := page.Pictures[0], at(t, page, "Day")
	if above, below := at(t, page, "Certificate").Y-s.top, s.bottom-picture.Y-picture.Height; above < below-40 || above > below+40 {
		t.Errorf("there is %.1f above the words, and %.1f below the picture", above, below)
	}
	if picture.Y < day.Y || picture.Y > day.Y+40 {
		t.Errorf("the picture begins at %.1f, the words of the table before it stand at %.1f", picture.Y, day.Y)
	}
	tinted := false
	for _, b := range page.Boxes {
		tinted = tinted || b.Colour == HeadTint && b.Y < day.Y && b.Y+b.Height > day.Y
	}
	if upright, level := sides(page); !tinted || upright != 4 || level != 4+2 { // two of the table
		t.Errorf("the frame has %d upright and %d level lines; the table is tinted: %v", upright, level, tinted)
	}
	if f := outline(page); f.Left > s.left || f.Top > s.top || f.Right < s.right || f.Bottom < s.bottom {
		t.Errorf("the frame is %+v", f)
	}
}

func TestAPictureHasItsOwnSizeAsFarAsThatFits(t *testing.T) {
	s := a4(document.Portrait)
	width, body := s.right-s.left, s.bottom-s.top
	for _, c := range []struct {
		name          string
		x, y          int
		share         float64
		width, height float64
	}{
		{"its own", 200, 100, 0, 150, 75},
		{"too wide", 2000, 100, 0, width, width / 20},
		{"too tall", 100, 4000, 0, body * 0.8 / 40, body * 0.8},
		{"half the width", 200, 100, 0.5, width / 2, width / 4},
		{"more than the width", 200, 100, 3, width, width / 2},
	} {
		pic := Lay(onePart(paragraph("before"), document.Figure{Picture: document.Picture{Content: dots(c.x, c.y)}, Width: c.share})).Pages[0].Pictures[0]
		if !about(pic.Width, c.width) || !about(pic.Height, c.height) || !about(pic.X, s.left) || pic.Y < s.top+BodySize {
			t.Errorf("%s: %.1f by %.1f at %.1f, %.1f; want %.1f by %.1f", c.name, pic.Width, pic.Height, pic.X, pic.Y, c.width, c.height)
		}
	}
}

func TestACaptionStaysWithItsFigure(t *testing.T) {
	chart := &document.Chart{Rows: []document.ChartRow{{Label: "First", Bars: []document.Bar{{Length: 1, Text: "1"}}}, {Label: "Last", Bars: []document.Bar{{Length: 2, Text: "2"}}}}}
	for lines := range 50 {
		p := Lay(filled(lines, document.Figure{Alt: "Chart", Chart: chart, Caption: document.Text("Below")}))
		first, n := 0, 0
		for i := range p.Pages {
			for _, w := range p.Pages[i].Words {
				if text := strings.TrimSpace(w.Text); text == "First" || text == "Last" || text == "Below" {
					n++
					if n == 1 {
						first = i
					} else if i != first {
						t.Fatalf("after %d lines %q is on page %d, and the chart begins on page %d", lines, text, i+1, first+1)
					}
				}
			}
		}
		if n != 3 {
			t.Fatalf("%d of the words of the chart are printed", n)
		}
	}
}

func TestACaptionStaysWithTheLastRowOfALongChart(t *testing.T) {
	for n := range 300 {
		c := &document.Chart{Rows: make([]document.ChartRow, 25+n%20)}
		for i := range c.Rows {
			c.Rows[i] = document.ChartRow{Label: "Row", Bars: []document.Bar{{Length: 1, Text: "1"}}}
		}
		p := Lay(onePart(document.Gap{Lines: float64(n) / 100}, document.Figure{Alt: "Chart", Chart: c, Caption: document.Text("Below")}))
		last := &p.Pages[len(p.Pages)-1]
		at(t, last, "Row")
		at(t, last, "Below")
	}
}

// bars are the boxes of a chart by the line that they stand on: their outlines and fills.
func bars(page *Page) [][]Box {
	var lines [][]Box
	for _, b := range page.Boxes {
		if b.Element == nil {
			continue
		}
		if n := len(lines); n > 0 && math.Abs(lines[n-1][0].Y-b.Y) < 2 {
			lines[n-1] = append(lines[n-1], b)
			continue
		}
		lines = append(lines, []Box{b})
	}
	return lines
}

func TestBarsAreAsLongAsWhatTheySay(t *testing.T) {
	rows := []document.ChartRow{
		{Label: "May", Bars: []document.Bar{{Length: 100, Text: "100"}, {Length: 50, Text: "50"}}},
		{Label: "June", Bars: []document.Bar{{Length: 900, Missing: true, Text: "not reported"}, {Length: 0.001, Text: "nearly none"}}},
		{Label: "July", Bars: []document.Bar{{Length: 0, Text: "none"}, {Length: math.Inf(1), Text: "no end"}}},
	}
	page := &Lay(onePart(document.Figure{Alt: "Chart", Chart: &document.Chart{Series: []string{"Before", "After"}, Rows: rows}})).Pages[0]
	drawn := bars(page)
	if len(drawn) != 5 {
		t.Fatalf("bars stand on %d lines", len(drawn))
	}
	key, whole, half, least, end := drawn[0], drawn[1], drawn[2], drawn[3], drawn[4]
	if !about(half[0].Width, whole[0].Width/2) || whole[0].Width < 200 || !about(least[0].Width, 1) || !about(end[0].Width, whole[0].Width) {
		t.Errorf("the bars are %.1f, %.1f, %.1f and %.1f long", whole[0].Width, half[0].Width, least[0].Width, end[0].Width)
	}
	before, after := at(t, page, "Before"), at(t, page, "After")
	if len(key) != 3 || key[0].Colour != whole[0].Colour || key[1].Colour != half[0].Colour || key[2].Colour != half[1].Colour || key[2].Colour == key[0].Colour || key[0].X > before.X || key[1].X < before.X || key[1].X > after.X {
		t.Errorf("the key is %+v, the bars are %+v and %+v", key, whole, half)
	}
	for text, bar := range map[string][]Box{"100": whole, "50": half, "nearly none": least, "no end": end} {
		if w := at(t, page, text); w.X < bar[0].X+bar[0].Width+1 || w.X > bar[0].X+bar[0].Width+chartGap || w.Y < bar[0].Y || w.Y > bar[0].Y+barHeight+1 {
			t.Errorf("%q stands at %.1f, %.1f, and its bar at %+v", text, w.X, w.Y, bar[0])
		}
	}
	for _, text := range []string{"not reported", "none"} {
		if w := at(t, page, text); !about(w.X, whole[0].X+chartGap/2) {
			t.Errorf("%q stands at %.1f", text, w.X)
		}
	}
	axis := 0.0
	for _, b := range page.Boxes {
		if b.Colour == RuleDark && about(b.X+b.Width, whole[0].X) {
			axis += b.Height
		}
	}
	if axis < end[0].Y-whole[0].Y {
		t.Errorf("the line that bars begin at is %.1f long", axis)
	}
	if may, june := at(t, page, "May"), at(t, page, "June"); may.X > whole[0].X || june.Y < at(t, page, "50").Y {
		t.Errorf("the labels stand at %+v and %+v", may, june)
	}
}

func TestABarStandsBelowAllWordsOfTheOneBefore(t *testing.T) {
	row := document.ChartRow{Label: "May", Bars: []document.Bar{{Length: 9, Text: "nine, of which " + long}, {Length: 5, Text: "five"}}}
	page := &Lay(onePart(document.Figure{Alt: "Chart", Chart: &document.Chart{Rows: []document.ChartRow{row, {Label: "June"}}}})).Pages[0]
	first, second := bars(page)[0], bars(page)[1]
	words := linesOf(page, first[0].Element)
	last, five, june := words[0], at(t, page, "five"), at(t, page, "June")
	for _, w := range words {
		if w.Y < five.Y {
			last = w
		}
	}
	if last.Y < first[0].Y+3*chartLead || second[0].Y < last.Y || five.Y < second[0].Y || june.Y < five.Y+chartLead {
		t.Errorf("the words of the first bar end at %.1f, the second stands at %.1f with its words at %.1f, and the next row at %.1f", last.Y, second[0].Y, five.Y, june.Y)
	}
}

func TestAKeyIsThereForSeveralSeriesAndStaysOnThePaper(t *testing.T) {
	chart := func(series ...string) *document.Chart {
		c := &document.Chart{Series: series, Rows: []document.ChartRow{{Label: strings.Repeat("A label of some length ", 4)}}}
		for range series {
			c.Rows[0].Bars = append(c.Rows[0].Bars, document.Bar{Length: 1, Text: "1"})
		}
		return c
	}
	p := Lay(onePart(document.Figure{Alt: "Chart", Chart: chart("Grants")}))
	for _, w := range p.Pages[0].Words {
		if strings.Contains(w.Text, "Grants") {
			t.Error("one series has a key")
		}
	}
	p = Lay(onePart(document.Figure{Alt: "Chart", Chart: chart("What was asked for by everybody", "What was given in the year", "What was paid until now")}))
	inside(t, p)
	if a, b := at(t, &p.Pages[0], "What was asked for by everybody"), at(t, &p.Pages[0], "What was paid until now"); b.Y <= a.Y {
		t.Errorf("the last of three long names stands on the line of the first, at %.1f", b.X)
	}
}

func TestASmallTableIsNotPulledApart(t *testing.T) {
	m := NewMeasure()
	var fit bool
	widths := func(columns int, rows ...document.Row) (w []float64) {
		w, _, fit = m.Columns(document.Table{Columns: make([]document.Column, columns), Groups: []document.Group{{Rows: rows}}}, 450)
		return w
	}
	if w := widths(2, cells("a", "b")); w[0]+w[1] > 60 {
		t.Errorf("two letters are set %.1f wide", w)
	}
	words := strings.Repeat("words of a long cell ", 30)
	if w := widths(2, cells("30 September 2024", words)); w[0] < m.Width("30 September 2024", Regular, TableSize)+2*cellPadX {
		t.Errorf("a day is broken in %.1f", w)
	}
	if w := widths(2, cells("30 September 2024", words), cells("", "short")); w[0] < m.Width("30 September 2024", Regular, TableSize)+2*cellPadX {
		t.Errorf("beside a long cell and a short one a day is broken in %.1f", w)
	}
	if w := widths(2, cells(strings.Repeat("word\n", 40), words)); w[0] > 300 || !fit {
		t.Errorf("words each on a line of its own have %.1f, which fits: %v", w, fit)
	}
	total := cells("Together", words, "£1,234,567.89 in all")
	total.Total = true
	if w := widths(3, total); w[2] < m.Width("£1,234,567.89", Bold, TableSize)+2*cellPadX {
		t.Errorf("a bold sum is broken in %.1f", w)
	}
	if w := widths(2, cells("https://elmshire.example/"+strings.Repeat("grants_2023_24/1/", 5), words)); w[0] > 300 || !fit {
		t.Errorf("an address has %.1f, which fits: %v", w, fit)
	}
	if w := widths(2, cells("county-wide-and-national-and-international-and-well-beyond-that-again-and-again-to-the-end-of-it", words)); w[0] > 300 || !fit {
		t.Errorf("words with hyphens have %.1f, which fits: %v", w, fit)
	}
}

func TestATableThatIsTooWideGivesWayALittleAtATime(t *testing.T) {
	m := NewMeasure()
	table := func(texts ...string) document.Table {
		return document.Table{Columns: make([]document.Column, len(texts)), Groups: []document.Group{{Rows: []document.Row{cells(texts...)}}}}
	}
	w, size, fit := m.Columns(table(strings.Repeat("w", 20), strings.Repeat("w", 20), strings.Repeat("w", 20), "a"), 450)
	if size < 6.5 || size > 9 || !fit || !about(w[0], w[1]) {
		t.Errorf("three long words are set in size %.1f, in columns of %.1f, which fits: %v", size, w, fit)
	}
	w, size, fit = m.Columns(table("a few", strings.Repeat("x", 400), "b"), 450)
	if size != tableMin || w[0] < 20 || w[0] > 60 || w[2] > 40 || w[1] < 350 || !about(w[0]+w[1]+w[2], 450) || fit {
		t.Errorf("a word that is longer than the paper leaves %.1f in size %.1f, which fits: %v", w, size, fit)
	}
	w, _, _ = m.Columns(table(strings.Repeat("word ", 12), strings.Repeat("word ", 24), strings.Repeat("word ", 90)), 450)
	if !about(w[0]+w[1]+w[2], 450) || w[0] > w[1] || w[1] > w[2] || w[0] < 60 {
		t.Errorf("three long cells have %.1f", w)
	}
}

func TestLinksAndChangesBearTheirLines(t *testing.T) {
	runs := []document.Inline{{Text: "plain "}, {Text: "link", Link: "https://elmshire.example"}, {Text: " and "}, {Text: "new", Change: document.Inserted}, {Text: " and "}, {Text: "gone", Change: document.Deleted}}
	table := document.Table{Columns: []document.Column{{Weight: 1}}, Groups: []document.Group{{Rows: []document.Row{{Cells: []document.Cell{{Paragraphs: [][]document.Inline{runs}}}}}}}}
	tall := document.Table{Columns: []document.Column{{Weight: 1}}, Groups: []document.Group{{Rows: []document.Row{{Cells: []document.Cell{{Paragraphs: [][]document.Inline{document.Text(strings.Repeat(long, 20)), runs}}}}}}}}
	for name, block := range map[string]document.Block{"a paragraph": document.Paragraph{Text: runs}, "a table": table, "the rest of a row that is split": tall} {
		pages := Lay(onePart(block)).Pages
		page := &pages[len(pages)-1]
		under := func(w Words) (line Box, n int) {
			for _, b := range page.Boxes {
				if about(b.X, w.X) && about(b.Width, w.Width) && math.Abs(b.Y-w.Y) < w.Size {
					line, n = b, n+1
				}
			}
			return line, n
		}
		if _, n := under(at(t, page, "plain")); n != 0 {
			t.Errorf("in %s plain words bear a line", name)
		}
		for text, above := range map[string]bool{"link": false, "new": false, "gone": true} {
			w := at(t, page, text)
			if line, n := under(w); n != 1 || line.Colour != w.Colour || (line.Y < w.Y) != above {
				t.Errorf("in %s “%s” at %.1f bears %d lines: %+v", name, text, w.Y, n, line)
			}
		}
		link, _ := under(at(t, page, "link"))
		if inserted, _ := under(at(t, page, "new")); inserted.Height <= link.Height {
			t.Errorf("in %s the line below new words is no thicker than that of links", name)
		}
	}
}

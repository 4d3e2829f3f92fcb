package layout

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"almoner/reports/document"
)

// onePart is a paper of one part with some blocks.
func onePart(blocks ...document.Block) document.Document {
	return document.Document{Title: "Test", Language: "en-GB", Footer: "Foot", Parts: []document.Part{{Blocks: blocks}}}
}

func paragraph(s string) document.Paragraph { return document.Paragraph{Text: document.Text(s)} }

func cells(texts ...string) document.Row {
	var r document.Row
	for _, s := range texts {
		r.Cells = append(r.Cells, document.Cell{Paragraphs: [][]document.Inline{document.Text(s)}})
	}
	return r
}

// texts collects what is read out, paragraph by paragraph and cell by cell in the order of the tree; words of links stand where they
// begin in the words around them.
func texts(p *Paper) []string {
	held := map[*Element][]any{} // words and elements
	attached := map[*Element]bool{p.Root: true}
	var attach func(e *Element)
	attach = func(e *Element) {
		if !attached[e] {
			attached[e] = true
			attach(e.Parent)
			held[e.Parent] = append(held[e.Parent], e)
		}
	}
	for _, page := range p.Pages {
		for _, w := range page.Words {
			if w.Element != nil {
				attach(w.Element)
				held[w.Element] = append(held[w.Element], w.Text)
			}
		}
	}
	var all []string
	var walk func(e *Element)
	walk = func(e *Element) {
		text := ""
		for _, h := range held[e] {
			switch h := h.(type) {
			case string:
				text += h
			case *Element:
				all, text = append(all, text), ""
				walk(h)
			}
		}
		all = append(all, text)
	}
	walk(p.Root)
	return slices.DeleteFunc(all, func(s string) bool { return s == "" })
}

// baselines is where the lines of a page stand, from the top, without the page's foot and repeated headings.
func baselines(p *Page) []float64 {
	var ys []float64
	for _, w := range p.Words {
		if w.Element != nil && !slices.Contains(ys, w.Y) {
			ys = append(ys, w.Y)
		}
	}
	return ys
}

func TestAHeadingIsNeverLeftAtTheFootOfAPage(t *testing.T) {
	body := strings.Repeat("Some words that fill a few lines of the page before it ends. ", 8)
	for before := range 96 {
		doc := onePart()
		for range before {
			doc.Parts[0].Add(document.Paragraph{Text: document.Text("A line."), Tight: true})
		}
		short := document.List{Items: []document.Item{{Blocks: []document.Block{paragraph("a line")}}, {Blocks: []document.Block{paragraph(body)}}}}
		doc.Parts[0].Add(document.Heading{Level: 2, Text: document.Text("Heading")}, [2]document.Block{paragraph(body), short}[before%2])
		p := Lay(doc)
		for i := range p.Pages {
			below, found := 0, false
			for _, w := range p.Pages[i].Words {
				if w.Element != nil && w.Element.Role == Heading {
					found, below = true, 0
				} else if found && w.Element != nil && w.Element.Role != Label {
					below++
				}
			}
			if found && below < 2 {
				t.Fatalf("after %d lines the heading has %d lines below it on page %d", before, below, i+1)
			}
		}
	}
}

func TestShortAnswersUnderTheirHeadingsFillThePage(t *testing.T) {
	full, short := onePart(), onePart()
	for range 60 {
		full.Parts[0].Add(document.Paragraph{Text: document.Text("A line."), Tight: true})
	}
	for range 25 {
		short.Parts[0].Add(document.Paragraph{Text: document.Text("A line."), Tight: true})
	}
	for range 8 {
		short.Parts[0].Add(document.Heading{Level: 2, Text: document.Text("Our answer")}, paragraph("We do not hold this."))
	}
	foot := func(d document.Document) float64 { return slices.Max(baselines(&Lay(d).Pages[0])) }
	const one = 60 // points, for a heading and its line
	if at, end := foot(short), foot(full); at < end-one {
		t.Errorf("the page ends at %.0f points and could go on to %.0f", at, end)
	}
}

func TestNoParagraphLeavesALineAlone(t *testing.T) {
	body := strings.TrimSpace(strings.Repeat("words that fill lines ", 24))
	for before := range 50 {
		doc := onePart()
		for range before {
			doc.Parts[0].Add(document.Paragraph{Text: document.Text("A line."), Tight: true})
		}
		doc.Parts[0].Add(paragraph(body))
		p := Lay(doc)
		last := p.Root.Kids[len(p.Root.Kids)-1]
		for i := range p.Pages {
			n := 0
			for _, w := range p.Pages[i].Words {
				if w.Element == last {
					n++
				}
			}
			if n == 1 {
				t.Fatalf("after %d lines, one line of the paragraph is alone on page %d", before, i+1)
			}
		}
	}
}

func TestWhatBelongsTogetherStaysTogether(t *testing.T) {
	for before := range 50 {
		doc := onePart()
		for range before {
			doc.Parts[0].Add(document.Paragraph{Text: document.Text("A line."), Tight: true})
		}
		doc.Parts[0].Add(document.Together{Blocks: []document.Block{paragraph("Yours faithfully"), document.Gap{Lines: 3}, paragraph("A. N. Officer")}})
		p := Lay(doc)
		for i := range p.Pages {
			found := ""
			for _, w := range p.Pages[i].Words {
				if w.Text == "Yours faithfully" || w.Text == "A. N. Officer" {
					found += w.Text
				}
			}
			if found != "" && found != "Yours faithfullyA. N. Officer" {
				t.Fatalf("after %d lines page %d has only %q", before, i+1, found)
			}
		}
	}
}

func TestATogetherThatNoPageCanHoldFlowsOn(t *testing.T) {
	var blocks []document.Block
	for i := range 120 {
		blocks = append(blocks, paragraph(fmt.Sprintf("Paragraph %d.", i)))
	}
	p := Lay(onePart(paragraph("Before."), document.Together{Blocks: blocks}))
	if len(baselines(&p.Pages[0])) < 20 {
		t.Errorf("the first page has only %d lines", len(baselines(&p.Pages[0])))
	}
	if got := len(texts(p)); got != 121 {
		t.Errorf("%d of 121 paragraphs are printed", got)
	}
}

// inside fails for what stands outside the edges of the text (or of the foot).
func inside(t interface {
	Helper()
	Errorf(string, ...any)
}, p *Paper,
) {
	t.Helper()
	for i := range p.Pages {
		page := &p.Pages[i]
		s := a4(document.Portrait)
		if page.Width > page.Height {
			s = a4(document.Landscape)
		}
		for _, w := range page.Words {
			if w.X < s.left-0.01 || w.X+w.Width > s.right+0.01 || w.Y-w.Size*0.75 < s.top-0.01 || w.Y > s.foot+footLead/2+0.01 || w.Element != nil && w.Y > s.bottom {
				t.Errorf("page %d: %q stands outside the text, at %.1f to %.1f, %.1f", i+1, w.Text, w.X, w.X+w.Width, w.Y)
			}
		}
		if page.framed { // its frame stands in the margins
			continue
		}
		for _, b := range page.Boxes {
			if b.X < s.left-0.01 || b.X+b.Width > s.right+0.01 || b.Y < s.top-1 || b.Y+b.Height > s.foot || math.IsNaN(b.Y) {
				t.Errorf("page %d: a box stands outside the text: %+v", i+1, b)
			}
		}
	}
}

func TestOddPapers(t *testing.T) {
	forty := document.Table{}
	row := document.Row{}
	for i := range 40 {
		forty.Columns = append(forty.Columns, document.Column{Heading: document.Text(fmt.Sprintf("Column number %d", i))})
		row.Cells = append(row.Cells, document.Cell{Paragraphs: [][]document.Inline{document.Text("£1,234")}})
	}
	forty.Groups = []document.Group{{Heading: document.Text("Group"), Rows: []document.Row{row, row}}}
	for name, c := range map[string]struct {
		doc    document.Document
		remark string
	}{
		"nothing":                     {document.Document{}, ""},
		"an empty part":               {onePart(), ""},
		"a table without rows":        {onePart(document.Table{Columns: forty.Columns[:3]}), ""},
		"a table without columns":     {onePart(document.Table{Groups: forty.Groups}), ""},
		"forty columns":               {onePart(forty), "too wide"},
		"an empty paragraph":          {onePart(paragraph(""), paragraph(" \n "), document.Heading{}, document.List{}, document.Note{}), ""},
		"an item without words":       {onePart(document.List{Items: []document.Item{{}, {Blocks: []document.Block{forty}}}}), "too wide"},
		"a word longer than the line": {onePart(paragraph(strings.Repeat("long", 400))), ""},
		"five thousand letters in a cell": {onePart(document.Table{
			Columns: forty.Columns[:6],
			Groups:  []document.Group{{Rows: []document.Row{cells("a", strings.Repeat("x", 5000), "c")}}},
		}), "too wide"},
		"a heading longer than a page":   {onePart(document.Heading{Level: 1, Text: document.Text(strings.Repeat("heading ", 2000))}), ""},
		"a column heading over a page":   {onePart(document.Table{Columns: []document.Column{{Heading: document.Text(strings.Repeat("heading ", 5000))}}, Groups: []document.Group{{Rows: []document.Row{cells("x")}}}}), ""},
		"a gap of a mile, and none":      {onePart(document.Gap{Lines: 1e9}, document.Gap{Lines: -1}, document.Gap{Lines: math.NaN()}), ""},
		"more cells than columns":        {onePart(document.Table{Columns: forty.Columns[:1], Groups: []document.Group{{Rows: []document.Row{cells("a", "b")}}}}), "2 cells"},
		"a link to nowhere":              {onePart(document.Paragraph{Text: document.Link("there", "#nowhere")}), "nowhere"},
		"a link to a script":             {onePart(document.Paragraph{Text: document.Link("there", "javascript:alert(1)")}), "not a web"},
		"two headings of one name":       {onePart(document.Heading{Text: document.Text("a"), Anchor: "x"}, document.Heading{Text: document.Text("b"), Anchor: "x"}), "both called"},
		"lists within lists within them": {onePart(nested(30)), ""},
	} {
		t.Run(name, func(t *testing.T) {
			p := Lay(c.doc)
			if len(p.Pages) == 0 {
				t.Error("no pages")
			}
			inside(t, p)
			if said := strings.Join(p.Remarks, "\n"); (c.remark == "") != (said == "") || !strings.Contains(said, c.remark) {
				t.Errorf("remarks %q, want %q", said, c.remark)
			}
		})
	}
}

func nested(depth int) document.Block {
	if depth == 0 {
		return paragraph("the deepest item of all")
	}
	return document.List{Items: []document.Item{{Blocks: []document.Block{paragraph("item"), nested(depth - 1)}}}}
}

func TestWhatCannotBePrintedIsMarkedAndReported(t *testing.T) {
	p := Lay(onePart(paragraph("before 😀 and שלום after 😀, fine: ŵŷŴŶ £–—’“”• e\u0301 \u2011 \ufeff\u00ad\u200d")))
	want := "before \ufffd and \ufffd\ufffd\ufffd\ufffd after \ufffd, fine: ŵŷŴŶ £–—’“”• é -"
	if got := strings.TrimSpace(strings.Join(texts(p), "")); got != want && strings.ReplaceAll(got, "□", "\ufffd") != want {
		t.Errorf("printed %q, want %q", got, want)
	}
	var seen []string
	for _, m := range p.Missing {
		seen = append(seen, fmt.Sprintf("%c%d", m.Char, m.Count))
	}
	if got := strings.Join(seen, " "); got != "ו1 ל1 ם1 ש1 😀2" {
		t.Errorf("reported %s", got)
	}
}

func TestMarksOfLists(t *testing.T) {
	for _, c := range []struct {
		n    document.Numbering
		i    int
		want string
	}{
		{document.Bullets, 3, "•"},
		{document.Decimal, 12, "12."},
		{document.LowerAlpha, 1, "a)"},
		{document.LowerAlpha, 26, "z)"},
		{document.LowerAlpha, 27, "aa)"},
		{document.LowerAlpha, 53, "ba)"},
		{document.LowerRoman, 4, "iv."},
		{document.LowerRoman, 1994, "mcmxciv."},
	} {
		if got := mark(c.n, c.i); got != c.want {
			t.Errorf("mark %d is %q, want %q", c.i, got, c.want)
		}
	}
}

func TestHeadingLevelsGoDownOneAtATime(t *testing.T) {
	var got []uint8
	p := Lay(onePart(
		document.Heading{Level: 2, Text: document.Text("a")}, document.Heading{Level: 4, Text: document.Text("b")},
		document.Heading{Level: 9, Text: document.Text("c")}, document.Heading{Level: 1, Text: document.Text("d")}))
	for _, e := range p.Root.Kids {
		got = append(got, e.Level)
	}
	if !slices.Equal(got, []uint8{1, 2, 3, 1}) {
		t.Errorf("levels %v", got)
	}
}

package layout

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

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

func lineTexts(t *testing.T, s string, width float64, link string) []string {
	t.Helper()
	p := &Paper{Root: &Element{}}
	set := newTypesetter(p, document.Document{})
	spans := set.inline([]document.Inline{{Text: s, Link: link}}, 10, false, p.Root)
	var all []string
	for _, l := range set.breakLines(spans, width) {
		text := ""
		for _, w := range l.words {
			text += w.Text
		}
		all = append(all, text)
		if l.width > width+0.01 && len([]rune(text)) > 1 {
			t.Errorf("%q is %.1f wide, more than %.1f", text, l.width, width)
		}
	}
	return all
}

func TestWhereLinesBreak(t *testing.T) {
	for _, c := range []struct {
		name, text, link string
		width            float64
		want             []string
	}{
		{"at spaces, which stay with the line before", "one two three", "", 40, []string{"one two ", "three"}},
		{"not where all fits", "one two", "", 100, []string{"one two"}},
		{"never within a year or a y/n", "the years 2017-18 y/n", "", 75, []string{"the years ", "2017-18 y/n"}},
		{"after a hyphen between words", "a county-wide service", "", 50, []string{"a county-", "wide ", "service"}},
		{"within a word longer than the line", "abcdefghijklmnop", "", 30, []string{"abcde", "fghijkl", "mnop"}},
		{"at the punctuation of an address", "https://example.org/first/second", "https://example.org/first/second", 100, []string{"https://example.org/", "first/second"}},
		{"where the writer broke it", "one\ntwo", "", 100, []string{"one ", "two"}},
		{"never at a fixed space", "up to £5\u00a0000 more", "", 50, []string{"up to ", "£5 000 ", "more"}},
		{"spaces are folded", "  one \t  two\r\n", "", 100, []string{"one two"}},
		{"nothing is nothing", " \n ", "", 100, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := lineTexts(t, c.text, c.width, c.link); !slices.Equal(got, c.want) {
				t.Errorf("lines %q, want %q", got, c.want)
			}
		})
	}
}

func TestAHeadingIsNeverLeftAtTheFootOfAPage(t *testing.T) {
	body := strings.Repeat("Some words that fill a few lines of the page before it ends. ", 8)
	for before := range 48 {
		doc := onePart()
		for range before {
			doc.Parts[0].Add(document.Paragraph{Text: document.Text("A line."), Tight: true})
		}
		doc.Parts[0].Add(document.Heading{Level: 2, Text: document.Text("Heading")}, paragraph(body))
		p := Lay(doc)
		for i := range p.Pages {
			below, found := 0, false
			for _, w := range p.Pages[i].Words {
				if w.Element != nil && w.Element.Role == Heading {
					found, below = true, 0
				} else if found && w.Element != nil {
					below++
				}
			}
			if found && below < 2 {
				t.Fatalf("after %d lines the heading has %d lines below it on page %d", before, below, i+1)
			}
		}
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
		if strings.HasPrefix(w.Text, "£") {
			ends = append(ends, w.X+w.Width)
		}
	}
	if len(ends) != 2 || math.Abs(ends[0]-ends[1]) > 0.001 {
		t.Errorf("the figures end at %v", ends)
	}
}

func TestALongCellHasMoreRoomThanItsNeighbours(t *testing.T) {
	p := &Paper{Root: &Element{}}
	f := &flow{set: newTypesetter(p, document.Document{}), width: 450, parent: p.Root}
	tab := document.Table{Columns: make([]document.Column, 3)}
	tab.Groups = []document.Group{{Rows: []document.Row{cells("some words in a cell", strings.Repeat("five thousand letters ", 230), "some words in a cell")}}}
	w, size := f.columns(tab)
	if w[1] < 2*w[0] || w[0] < 40 || math.Abs(w[0]+w[1]+w[2]-450) > 0.01 || size != tableSize {
		t.Errorf("widths %.1f at size %.1f", w, size)
	}
	tab.Columns = []document.Column{{Weight: 1}, {Weight: 1}, {Weight: 2}}
	if w, _ := f.columns(tab); math.Abs(w[0]-112.5) > 0.01 || math.Abs(w[2]-225) > 0.01 {
		t.Errorf("weights 1, 1, 2 give widths %.1f", w)
	}
	tab.Groups[0].Rows = []document.Row{cells(strings.Repeat("w", 20), "a", "b")}
	if w, _ := f.columns(tab); w[0] < 130 || math.Abs(w[2]-2*w[1]) > 0.01 {
		t.Errorf("the column of a long word and its neighbours are %.1f wide", w)
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
			if w.X < s.left-0.01 || w.X+w.Width > s.right+0.01 || w.Y-w.Size*0.75 < s.top-0.01 || w.Y > s.foot+0.01 || w.Element != nil && w.Y > s.bottom {
				t.Errorf("page %d: %q stands outside the text, at %.1f to %.1f, %.1f", i+1, w.Text, w.X, w.X+w.Width, w.Y)
			}
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
		{document.Bullets, 3, "•"}, {document.Decimal, 12, "12."}, {document.LowerAlpha, 1, "a)"}, {document.LowerAlpha, 26, "z)"},
		{document.LowerAlpha, 27, "aa)"}, {document.LowerAlpha, 53, "ba)"}, {document.LowerRoman, 4, "iv."}, {document.LowerRoman, 1994, "mcmxciv."},
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

// wordy draws text with everything in it that line breaking looks at.
var wordy = rapid.Custom(func(t *rapid.T) string {
	parts := rapid.SliceOfN(rapid.SampledFrom([]string{
		"word", "a", "£1,200.50", "county-wide", "2017-18", "https://example.org/a_b/c?d=e&f", strings.Repeat("long", 30), "– ", "\n", "  ", "ŷ",
	}), 0, 60).Draw(t, "parts")
	return strings.Join(parts, rapid.SampledFrom([]string{" ", " ", ""}).Draw(t, "glue"))
})

var anyRuns = rapid.Custom(func(t *rapid.T) []document.Inline {
	var runs []document.Inline
	for range rapid.IntRange(0, 4).Draw(t, "runs") {
		runs = append(runs, document.Inline{
			Text: wordy.Draw(t, "text"), Bold: rapid.Bool().Draw(t, "bold"), Italic: rapid.Bool().Draw(t, "italic"), Superscript: rapid.Bool().Draw(t, "super"),
		})
	}
	return runs
})

func anyBlock(t *rapid.T, depth int) document.Block {
	switch kind := rapid.IntRange(0, 6).Draw(t, "kind"); {
	case kind == 0:
		return document.Heading{Level: rapid.IntRange(-1, 8).Draw(t, "level"), Text: anyRuns.Draw(t, "heading")}
	case kind == 1 && depth > 0:
		l := document.List{Numbering: document.Numbering(rapid.IntRange(0, 3).Draw(t, "numbering"))}
		for range rapid.IntRange(0, 4).Draw(t, "items") {
			l.Items = append(l.Items, document.Item{Blocks: anyBlocks(t, depth-1)})
		}
		return l
	case kind == 2:
		return anyTable(t)
	case kind == 3 && depth > 0:
		return document.Together{Blocks: anyBlocks(t, depth-1)}
	case kind == 4:
		return document.Note{Mark: "*", Text: anyRuns.Draw(t, "note")}
	case kind == 5:
		return document.Gap{Lines: rapid.Float64Range(0, 90).Draw(t, "gap")}
	default:
		return document.Paragraph{Text: anyRuns.Draw(t, "paragraph"), Tight: rapid.Bool().Draw(t, "tight")}
	}
}

func anyBlocks(t *rapid.T, depth int) []document.Block {
	var all []document.Block
	for range rapid.IntRange(0, 5).Draw(t, "blocks") {
		all = append(all, anyBlock(t, depth))
	}
	return all
}

func anyTable(t *rapid.T) document.Table {
	tab := document.Table{Caption: anyRuns.Draw(t, "caption")}
	for range rapid.IntRange(1, 8).Draw(t, "columns") {
		tab.Columns = append(tab.Columns, document.Column{
			Heading: document.Text(wordy.Draw(t, "head")), Align: document.Align(rapid.IntRange(0, 2).Draw(t, "align")),
			Weight: rapid.SampledFrom([]float64{0, 0, 1, 2.5}).Draw(t, "weight"),
		})
	}
	for range rapid.IntRange(0, 3).Draw(t, "groups") {
		g := document.Group{Heading: document.Text(wordy.Draw(t, "group"))}
		for range rapid.IntRange(0, 12).Draw(t, "rows") {
			r := document.Row{Total: rapid.Bool().Draw(t, "total")}
			for range tab.Columns {
				r.Cells = append(r.Cells, document.Cell{Paragraphs: rapid.SliceOfN(anyRuns, 0, 2).Draw(t, "cell")})
			}
			g.Rows = append(g.Rows, r)
		}
		tab.Groups = append(tab.Groups, g)
	}
	return tab
}

// said collects the words of blocks in their order, without white space.
func said(blocks []document.Block) string {
	var b strings.Builder
	put := func(runs []document.Inline) { b.WriteString(squash(document.Plain(runs))) }
	for _, block := range blocks {
		switch block := block.(type) {
		case document.Heading:
			put(block.Text)
		case document.Paragraph:
			put(block.Text)
		case document.Together:
			b.WriteString(said(block.Blocks))
		case document.Note:
			b.WriteString(squash(block.Mark))
			put(block.Text)
		case document.List:
			for i, item := range block.Items {
				b.WriteString(mark(block.Numbering, max(block.Start, 1)+i) + said(item.Blocks))
			}
		case document.Table:
			put(block.Caption)
			for _, c := range block.Columns {
				put(c.Heading)
			}
			for _, g := range block.Groups {
				put(g.Heading)
				for _, r := range g.Rows {
					for _, c := range r.Cells {
						for _, p := range c.Paragraphs {
							put(p)
						}
					}
				}
			}
		}
	}
	return b.String()
}

func squash(s string) string { return strings.Join(strings.Fields(s), "") }

func TestEveryCharacterIsPrintedOnceInOrderAndOnThePaper(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		doc := document.Document{Title: "Law", Footer: wordy.Draw(t, "footer")}
		want := ""
		for range rapid.IntRange(0, 3).Draw(t, "parts") {
			part := document.Part{Orientation: document.Orientation(rapid.IntRange(0, 1).Draw(t, "way")), Blocks: anyBlocks(t, 2)}
			want += said(part.Blocks)
			doc.Parts = append(doc.Parts, part)
		}
		p := Lay(doc)
		if got := squash(strings.Join(texts(p), "")); got != want {
			t.Fatalf("printed %q\nwant    %q", got, want)
		}
		inside(t, p)
		for i := range p.Pages {
			words := p.Pages[i].Words
			if got, want := words[len(words)-1].Text, fmt.Sprintf("Page %d of %d", i+1, len(p.Pages)); got != want {
				t.Fatalf("the foot of page %d says %q", i+1, got)
			}
		}
	})
}

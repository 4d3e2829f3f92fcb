package html_test

import (
	"math"
	"strconv"
	"strings"
	"testing"

	nethtml "golang.org/x/net/html"
	"pgregory.net/rapid"

	"almoner/reports/document"
	"almoner/reports/document/anydocument"
)

func paper(blocks ...document.Block) document.Document {
	return document.Document{Title: "T", Parts: []document.Part{{Blocks: blocks}}}
}

// elements are those of a name, in order.
func elements(root *nethtml.Node, name string) []*nethtml.Node {
	var all []*nethtml.Node
	each(root, func(n *nethtml.Node) {
		if n.Type == nethtml.ElementNode && n.Data == name {
			all = append(all, n)
		}
	})
	return all
}

func TestWhatIsReadFromRightToLeftSaysSo(t *testing.T) {
	hebrew, mixed := document.Text("12 שלום, Elmshire"), document.Text("Elmshire: שלום")
	root := parse(t, write(t, paper(
		document.Heading{Level: 1, Text: hebrew}, document.Paragraph{Text: hebrew}, document.Paragraph{Text: mixed},
		document.List{Items: []document.Item{{Blocks: []document.Block{document.Paragraph{Text: hebrew}}}, {Blocks: []document.Block{document.Paragraph{Text: mixed}}}}},
		document.Fields{Rows: []document.Field{{Label: "From", Blocks: []document.Block{document.Paragraph{Text: hebrew}}}}},
		document.Table{Columns: []document.Column{{Heading: hebrew}, {Heading: mixed}}, Groups: []document.Group{{Rows: []document.Row{{Cells: document.Cells("שלום", "£5")}}}}},
	)))
	for _, want := range []struct{ name, way string }{{"h1", "rtl"}, {"p", "rtl "}, {"li", "rtl "}, {"dt", ""}, {"dd", "rtl"}, {"th", "rtl  rtl"}, {"td", ""}} {
		var ways []string
		for _, n := range elements(root, want.name) {
			ways = append(ways, attr(n, "dir"))
		}
		if got := strings.Join(ways, " "); got != want.way {
			t.Errorf("the ways of <%s> are %q, want %q", want.name, got, want.way)
		}
	}
}

// What stands on the page of a turned part is turned with it, or print would put it on a page of its own.
func TestHeadAndFootArePrintedWithTheirPart(t *testing.T) {
	doc := document.Document{Title: "T", Footer: "Foot", Marking: "OFFICIAL", Parts: []document.Part{{}, {Orientation: document.Landscape}}}
	for range 2 {
		root := parse(t, write(t, doc))
		for i, name := range []string{"header", "footer"} {
			part := doc.Parts[i*(len(doc.Parts)-1)]
			if got := attr(elements(root, name)[0], "class") == "wide"; got != (part.Orientation == document.Landscape) {
				t.Errorf("the %s is turned: %v", name, got)
			}
		}
		doc.Parts[0], doc.Parts[1] = doc.Parts[1], doc.Parts[0]
	}
}

func TestEveryPageHasAName(t *testing.T) {
	letter := paper(document.Paragraph{Text: document.Text("\a")}, document.Paragraph{Text: document.Text("Dear  applicant")})
	for _, c := range []struct {
		doc  document.Document
		want string
	}{
		{document.Document{Title: " A reply\n"}, "A reply"},
		{document.Document{Title: "\a", Author: "Office", Parts: letter.Parts}, "Dear applicant"},
		{document.Document{Author: "Office"}, "Office"},
		{document.Document{}, "Almoner"},
	} {
		if got := elements(parse(t, write(t, c.doc)), "title")[0].FirstChild.Data; got != c.want {
			t.Errorf("the page is called %q, want %q", got, c.want)
		}
	}
}

func TestALetterheadLeadsToTheOffice(t *testing.T) {
	root := parse(t, write(t, paper(document.Letterhead{Name: "Office", Lines: []string{"9 Elm Row", "foi@elmshire.example", "www.elmshire.example", "javascript:alert(1)"}})))
	var to []string
	for _, n := range elements(elements(root, "address")[0], "a") {
		to = append(to, attr(n, "href"))
	}
	if got := strings.Join(to, " "); got != "mailto:foi@elmshire.example https://www.elmshire.example" {
		t.Errorf("it leads to %q", got)
	}
}

// Whatever a chart says is drawn within it, and no words over others.
func TestAChartShowsAllItsWords(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(anydocument.Text, rapid.SampledFrom([]string{"", "Before", strings.Repeat("A longer name than there is room for ", 4), strings.Repeat("W", 90), "人民人民人民"}))
		chart := &document.Chart{Series: rapid.SliceOfN(text, 0, 6).Draw(t, "series")}
		for range rapid.IntRange(1, 4).Draw(t, "rows") {
			row := document.ChartRow{Label: text.Draw(t, "label")}
			for range rapid.IntRange(0, 3).Draw(t, "bars") {
				row.Bars = append(row.Bars, document.Bar{Length: rapid.SampledFrom([]float64{0, 1, 3.5, 1e300, -2, math.Inf(1), math.NaN()}).Draw(t, "length"), Text: text.Draw(t, "text"), Missing: rapid.Bool().Draw(t, "missing")})
			}
			chart.Rows = append(chart.Rows, row)
		}
		root := parse(t, write(t, paper(document.Figure{Alt: "A chart", Chart: chart})))
		svg := elements(root, "svg")[0]
		box := strings.Fields(attr(svg, "viewBox") + attr(svg, "viewbox"))
		width, height := number(t, box[2]), number(t, box[3])
		said, taken := "", map[string]bool{}
		for _, n := range elements(svg, "text") {
			words := ""
			if n.FirstChild != nil {
				words = n.FirstChild.Data
			}
			said += squash(words)
			x, y, long := number(t, attr(n, "x")), number(t, attr(n, "y")), 6.5*float64(len([]rune(words)))
			if attr(n, "text-anchor") == "end" {
				x -= long
			}
			if x < 0 || x+long > width || y < 10 || y > height {
				t.Fatalf("%q stands at %.0f, %.0f and ends at %.0f, outside of %.0f by %.0f", words, x, y, x+long, width, height)
			}
			place := attr(n, "x") + " " + attr(n, "y")
			if taken[place] {
				t.Fatalf("%q stands over other words", words)
			}
			taken[place] = true
		}
		for _, n := range elements(svg, "rect") {
			if x, w := number(t, attr(n, "x")), number(t, attr(n, "width")); x < 0 || w <= 0 || x+w > width {
				t.Fatalf("a bar stands from %.0f, %.0f wide", x, w)
			}
		}
		want := ""
		if len(chart.Series) > 1 {
			want = strings.Join(chart.Series, "")
		}
		for _, row := range chart.Rows {
			want += row.Label
			for _, b := range row.Bars {
				want += b.Text
			}
		}
		if said != squash(want) {
			t.Fatalf("the chart says %q, want %q", said, squash(want))
		}
	})
}

func number(t interface {
	Helper()
	Fatal(...any)
}, s string,
) float64 {
	t.Helper()
	n, err := strconv.ParseFloat(s, 64)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// A column is as wide as its longest word, so that a long address in a table would push the next columns off the paper.
func TestALongWordInATableMayBeBroken(t *testing.T) {
	long := "https://elmshire.example/" + strings.Repeat("a", 100)
	cell := document.Cell{Paragraphs: [][]document.Inline{document.Link(long, long), document.Text("word " + strings.Repeat("e\u0301", 70)), document.Text(strings.Repeat("short words ", 20))}}
	root := parse(t, write(t, paper(document.Table{Columns: []document.Column{{Heading: document.Text("A")}}, Groups: []document.Group{{Rows: []document.Row{{Cells: []document.Cell{cell}}}}}}, document.Paragraph{Text: document.Text(long)})))
	lawful(t, root)
	var pieces []string
	each(elements(root, "tbody")[0], func(n *nethtml.Node) {
		if n.Type == nethtml.TextNode {
			pieces = append(pieces, strings.Fields(n.Data)...)
		}
	})
	for _, piece := range pieces {
		if letters := len([]rune(strings.ReplaceAll(piece, "\u0301", ""))); letters > 30 || strings.HasPrefix(piece, "\u0301") {
			t.Errorf("%q stands together", piece)
		}
	}
	if a := elements(root, "a"); attr(a[1], "href") != long || said(a[1]) != long {
		t.Errorf("the address became %q, which leads to %q", said(a[1]), attr(a[1], "href"))
	}
	if n := len(elements(root, "wbr")); n != 4+4 {
		t.Errorf("%d places to break", n)
	}
}

package html_test

import (
	"bytes"
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	nethtml "golang.org/x/net/html"
	"pgregory.net/rapid"

	"almoner/reports/document"
	"almoner/reports/document/anydocument"
	"almoner/reports/html"
	"almoner/reports/realpapers"
)

func write(t interface {
	Helper()
	Fatal(...any)
}, doc document.Document,
) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := html.Write(&b, doc); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func parse(t interface {
	Helper()
	Fatal(...any)
}, page []byte,
) *nethtml.Node {
	t.Helper()
	root, err := nethtml.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	return root
}

func each(n *nethtml.Node, visit func(*nethtml.Node)) {
	visit(n)
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		each(c, visit)
	}
}

func attr(n *nethtml.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// said is what the page tells a reader, without the words that are only heard, and with those of pictures and charts in their stead.
func said(root *nethtml.Node) string {
	var b strings.Builder
	var walk func(*nethtml.Node)
	walk = func(n *nethtml.Node) {
		switch {
		case n.Type == nethtml.TextNode:
			b.WriteString(n.Data)
		case n.Type == nethtml.ElementNode && (n.Data == "style" || n.Data == "title" || attr(n, "class") == "unseen" || attr(n, "class") == "skip" || attr(n, "class") == "back" || attr(n, "class") == "marking"):
			return
		case n.Type == nethtml.ElementNode && n.Data == "footer":
			return
		case n.Type == nethtml.ElementNode && n.Data == "img":
			b.WriteString(" " + attr(n, "alt") + " ")
		case n.Type == nethtml.ElementNode && n.Data == "svg":
			b.WriteString(" " + attr(n, "aria-label") + " ")
			return
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(root)
	return b.String()
}

// squash leaves the letters: white space is the page's own, and control characters no page may hold.
func squash(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || r >= 0x80 && r < 0xa0 {
			return -1
		}
		return r
	}, strings.Join(strings.Fields(s), ""))
}

var allowed = regexp.MustCompile(`^(html|head|meta|title|style|body|a|header|main|footer|div|p|span|h[1-6]|ul|ol|li|dl|dt|dd|table|caption|thead|tbody|tr|th|td|figure|figcaption|img|svg|rect|text|line|blockquote|section|address|ins|del|sup|strong|em|br|wbr)$`)

// lawful holds a page to what every page has to keep.
func lawful(t interface {
	Helper()
	Errorf(string, ...any)
}, root *nethtml.Node,
) {
	t.Helper()
	ids := map[string]bool{}
	each(root, func(n *nethtml.Node) {
		if id := attr(n, "id"); id != "" {
			if ids[id] {
				t.Errorf("the name %q stands twice", id)
			}
			ids[id] = true
		}
	})
	if len(elements(root, "h1")) == 0 {
		t.Errorf("the page has no heading of the first level")
	}
	deepest := 0
	each(root, func(n *nethtml.Node) {
		if n.Type != nethtml.ElementNode {
			return
		}
		if !allowed.MatchString(n.Data) {
			t.Errorf("the page holds a <%s>", n.Data)
		}
		for _, a := range n.Attr {
			if strings.HasPrefix(a.Key, "on") {
				t.Errorf("the page holds the attribute %s", a.Key)
			}
		}
		if len(n.Data) == 2 && n.Data[0] == 'h' && n.Data[1] >= '1' && n.Data[1] <= '6' {
			level := int(n.Data[1] - '0')
			if level > deepest+1 {
				t.Errorf("a heading of level %d follows one of level %d", level, deepest)
			}
			deepest = level
		}
		href := attr(n, "href")
		if n.Data == "a" && strings.TrimSpace(said(n)) == "" && attr(n, "class") == "" {
			t.Errorf("the link to %q has no words", href)
		}
		switch name, internal := strings.CutPrefix(href, "#"); {
		case n.Data != "a":
		case internal && !ids[name]:
			t.Errorf("a link leads to %q, which is nowhere", href)
		case !internal && !regexp.MustCompile(`^(https?|mailto|tel):`).MatchString(href):
			t.Errorf("a link leads to %q", href)
		}
		if by := attr(n, "aria-labelledby"); by != "" && !ids[by] {
			t.Errorf("something is named by %q, which is nowhere", by)
		}
		if n.Data == "th" && attr(n, "scope") == "" {
			t.Errorf("a heading of a table does not say of what it is the heading")
		}
		if n.Data == "img" && !strings.HasPrefix(attr(n, "src"), "data:image/") {
			t.Errorf("a picture comes from %.40q", attr(n, "src"))
		}
	})
}

func TestEveryWordStandsOnThePageOnceInOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		doc := anydocument.Document.Draw(t, "document")
		page := write(t, doc)
		root := parse(t, page)
		lawful(t, root)
		want := squash(strings.Join(document.Lines(doc), ""))
		if got := squash(said(root)); got != want {
			t.Fatalf("the page says %q\nwant          %q", got, want)
		}
		if again := write(t, doc); !bytes.Equal(page, again) {
			t.Fatal("two pages of one document differ")
		}
	})
}

func TestWhatIsTypedIsNeverMarkup(t *testing.T) {
	evil := `<script>alert(1)</script><img src=x onerror=alert(2)>"' onmouseover="x`
	part := document.Part{}
	part.Add(
		document.Letterhead{Name: evil, Lines: []string{evil}}, document.Heading{Level: 1, Text: document.Text(evil), Anchor: evil},
		document.Paragraph{Text: []document.Inline{{Text: evil, Link: "javascript:alert(1)"}, {Text: "a", Link: "https://a.example/\"onclick=\"x"}, {Text: evil, Link: "#" + evil}}},
		document.Fields{Rows: []document.Field{{Label: evil}}}, document.Blank{Label: evil},
		document.Table{Caption: document.Text(evil), Columns: []document.Column{{Heading: document.Text(evil)}}, Groups: []document.Group{{Heading: document.Text(evil), Rows: []document.Row{{Cells: document.Cells(evil)}}}}},
		document.Figure{Alt: evil, Chart: &document.Chart{Series: []string{evil, evil}, Rows: []document.ChartRow{{Label: evil, Bars: []document.Bar{{Text: evil}}}}}},
		document.Note{Mark: evil, Text: document.Text(evil), Anchor: evil},
	)
	page := write(t, document.Document{Title: evil, Author: evil, Subject: evil, Language: `"><script>`, Footer: evil, Marking: evil, Parts: []document.Part{part}})
	lawful(t, parse(t, page))
}

func TestRealPapersStandOnThePageWordForWord(t *testing.T) {
	for _, c := range realpapers.All(t) {
		root := parse(t, write(t, c.Document))
		lawful(t, root)
		for _, line := range c.Missing(said(root)) {
			t.Errorf("%s: the page does not say “%s”", c.Name, line)
		}
	}
}

func TestANoteLeadsBackToItsFirstMark(t *testing.T) {
	part := document.Part{}
	part.Add(document.Table{Columns: []document.Column{{Heading: document.Text("A")}}, Groups: []document.Group{{Rows: []document.Row{
		{Cells: []document.Cell{{Paragraphs: [][]document.Inline{{{Text: "x"}, {Text: "*", Superscript: true, Note: "n"}}}}}},
		{Cells: []document.Cell{{Paragraphs: [][]document.Inline{{{Text: "y"}, {Text: "*", Superscript: true, Note: "n"}}}}}},
	}}}}, document.Note{Mark: "*", Text: document.Text("Until March"), Anchor: "n"})
	root := parse(t, write(t, document.Document{Title: "T", Parts: []document.Part{part}}))
	lawful(t, root)
	there, back := 0, 0
	each(root, func(n *nethtml.Node) {
		if attr(n, "href") == "#a-n" && attr(n, "role") == "doc-noteref" {
			there++
		}
		if attr(n, "id") == "a-n" && attr(n, "role") != "doc-footnote" {
			t.Errorf("the note is a %q", attr(n, "role"))
		}
		if attr(n, "href") == "#m-n" {
			back++
		}
	})
	if there != 2 || back != 1 {
		t.Errorf("%d marks lead to the note and %d ways lead back", there, back)
	}
}

// TestColoursCanBeTold counts the contrast of each rule that sets words on a ground (WCAG 2.2, 1.4.3).
func TestColoursCanBeTold(t *testing.T) {
	page := string(write(t, document.Document{Title: "T"}))
	style := page[strings.Index(page, "<style>"):strings.Index(page, "</style>")]
	grounds := []string{"#ffffff"}
	for _, m := range regexp.MustCompile(`[{;]background:(#[0-9a-f]{6})`).FindAllStringSubmatch(style, -1) {
		grounds = append(grounds, m[1])
	}
	inks := regexp.MustCompile(`[{;]color:(#[0-9a-f]{6})`).FindAllStringSubmatch(style, -1)
	if len(inks) < 5 || len(grounds) < 4 {
		t.Fatalf("only %d inks and %d grounds are found", len(inks), len(grounds))
	}
	for _, ink := range inks {
		for _, ground := range grounds {
			if c := contrast(t, ink[1], ground); c < 4.5 {
				t.Errorf("%s on %s has a contrast of %.2f", ink[1], ground, c)
			}
		}
	}
	for _, m := range regexp.MustCompile(`solid (#[0-9a-f]{6})`).FindAllStringSubmatch(style, -1) {
		if m[1] != "#b0b6be" && contrast(t, m[1], "#ffffff") < 3 { // lines between rows only help the eye
			t.Errorf("the edge %s has a contrast of %.2f", m[1], contrast(t, m[1], "#ffffff"))
		}
	}
}

func contrast(t *testing.T, a, b string) float64 {
	t.Helper()
	light := func(hex string) float64 {
		n, err := strconv.ParseUint(hex[1:], 16, 32)
		if err != nil {
			t.Fatal(err)
		}
		part := func(c uint64) float64 {
			x := float64(c&0xff) / 255
			if x <= 0.03928 {
				return x / 12.92
			}
			return math.Pow((x+0.055)/1.055, 2.4)
		}
		return 0.2126*part(n>>16) + 0.7152*part(n>>8) + 0.0722*part(n)
	}
	x, y := light(a)+0.05, light(b)+0.05
	return max(x, y) / min(x, y)
}

func TestOddPapersBecomePages(t *testing.T) {
	forty := document.Table{}
	row := document.Row{}
	for i := range 40 {
		forty.Columns = append(forty.Columns, document.Column{Heading: document.Text(fmt.Sprintf("Column %d", i))})
		row.Cells = append(row.Cells, document.TextCell(strings.Repeat("cell ", 1+i)))
	}
	forty.Groups = []document.Group{{Rows: []document.Row{row}}}
	for name, blocks := range map[string][]document.Block{
		"nothing": nil, "forty columns": {forty}, "a table without columns": {document.Table{Groups: []document.Group{{Rows: []document.Row{{}}}}}},
		"a long cell": {document.Table{Columns: []document.Column{{}}, Groups: []document.Group{{Rows: []document.Row{{Cells: document.Cells(strings.Repeat("x", 5000))}}}}}},
		"emoji":       {document.Paragraph{Text: document.Text("🙂 שלום")}},
		"empty items": {document.List{Items: []document.Item{{}, {}}}},
	} {
		t.Run(name, func(t *testing.T) {
			lawful(t, parse(t, write(t, document.Document{Parts: []document.Part{{Blocks: blocks}}})))
		})
	}
}

package layout

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"strings"
	"testing"

	"almoner/reports/document"
)

// tree is what the elements of a paper mean and what is read out of each, in one line.
func tree(p *Paper) string {
	said := map[*Element]string{}
	for _, page := range p.Pages {
		for _, w := range page.Words {
			if w.Element != nil {
				said[w.Element] += w.Text
			}
		}
	}
	names := map[Role]string{
		Heading: "H", Paragraph: "P", List: "L", ListItem: "LI", Label: "Lbl", ListBody: "LBody", Table: "Table", Caption: "Caption", TableRow: "TR",
		HeadingCell: "TH", DataCell: "TD", Link: "Link", Reference: "Reference", Note: "Note", Figure: "Figure", Quotation: "Quote",
	}
	var write func(e *Element) string
	write = func(e *Element) string {
		s := names[e.Role]
		switch {
		case e.Role == Heading:
			s += fmt.Sprintf("%d(%s)", e.Level, e.Title)
		case e.Role == HeadingCell:
			s += fmt.Sprintf("(%s", [...]string{"column", "row"}[e.Scope])
			if e.Span > 1 {
				s += fmt.Sprint(" ", e.Span)
			}
			s += ")"
		case e.Role == List && e.Plain:
			s += "(plain)"
		case e.Role == List:
			s += fmt.Sprintf("(%d)", e.Marks)
		case e.Role == Figure:
			s += "(" + e.Alt + ")"
		}
		if e.Anchor != "" {
			s += "#" + e.Anchor
		}
		var held []string
		if said[e] != "" {
			held = append(held, "“"+said[e]+"”")
		}
		for _, k := range e.Kids {
			held = append(held, write(k))
		}
		return s + "[" + strings.Join(held, " ") + "]"
	}
	return strings.TrimSuffix(strings.TrimPrefix(write(p.Root), "["), "]")
}

// dots is a picture of so many dots.
func dots(width, height int) []byte {
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, width, height))); err != nil {
		panic(err)
	}
	return b.Bytes()
}

func TestWhatEachBlockIsToAScreenReader(t *testing.T) {
	logo := document.Picture{Content: dots(80, 40), Alt: "Logo of\nthe office"}
	chart := &document.Chart{Rows: []document.ChartRow{{Label: "May", Bars: []document.Bar{{Length: 1, Text: "1"}}}}}
	two := []document.Column{{Heading: document.Text("A")}, {Heading: document.Text("B")}}
	item := func(blocks ...document.Block) document.Item { return document.Item{Blocks: blocks} }
	for _, c := range []struct {
		name  string
		block document.Block
		want  string
	}{
		{"a heading with a number", document.Heading{Number: "1.", Text: document.Text("One"), Anchor: "a"}, "H1(1. One)#a[“1. One”]"},
		{"a heading without words", document.Heading{Text: document.Text(" ")}, ""},
		{"a paragraph without words", paragraph("\n"), ""},
		{"a clause", document.Clause{Number: "1.1", Anchor: "c", Blocks: []document.Block{paragraph("First."), paragraph("Second.")}}, "P#c[“1.1 First.”] P[“Second.”]"},
		{"a clause of a number", document.Clause{Number: "1.1"}, "P[“1.1 ”]"},
		{"a clause without a number and words", document.Clause{Blocks: []document.Block{document.List{Items: []document.Item{item(paragraph("a"))}}}}, "L(0)[LI[Lbl[“• ”] LBody[“a”]]]"},
		{"a number that is words", document.Clause{Number: "The first schedule of all that there are in it", Blocks: []document.Block{paragraph("First.")}}, "P[“The first schedule of all that there are in it First.”]"},
		{"labels", document.Fields{Rows: []document.Field{{Label: "To", Blocks: []document.Block{paragraph("You"), paragraph("All")}}, {Label: "By", Blank: 1}}}, "L(plain)[LI[Lbl[“To ”] LBody[“You” P[“All”]]] LI[Lbl[“By ”] LBody[]]]"},
		{"a value without a label", document.Fields{Rows: []document.Field{{Blocks: []document.Block{paragraph("You")}}}}, "L(plain)[LI[LBody[“You”]]]"},
		{"labels that are none", document.Fields{Rows: []document.Field{{}, {}}}, ""},
		{"a box to write in", document.Blank{Label: "Notes", Lines: 2}, "P[“Notes”]"},
		{"a box without a label", document.Blank{Lines: 2}, ""},
		{"a quotation", document.Quotation{Blocks: []document.Block{paragraph("Good.")}, By: document.Text("She")}, "Quote[P[“Good.”] P[“She”]]"},
		{"a quotation of nothing", document.Quotation{}, ""},
		{"a letterhead", document.Letterhead{Name: "Office", Lines: []string{"Weir Street", "", "EL1"}, Logo: logo}, "Figure(Logo of the office)[] P[“Office”] P[“Weir Street”] P[“EL1”]"},
		{"a letterhead that fills the page", document.Letterhead{Name: "Office", Lines: strings.Split(strings.Repeat("x ", 40)+"x", " "), Logo: logo}, "P[“Office”]" + strings.Repeat(" P[“x”]", 41)},
		{"a picture", document.Figure{Picture: logo, Caption: document.Text("Below")}, "Figure(Logo of the office)[Caption[“Below”]]"},
		{"a picture without words for it", document.Figure{Picture: document.Picture{Content: dots(1, 1)}}, "Figure(Picture)[]"},
		{"a picture that is none", document.Figure{Alt: "A map", Picture: document.Picture{Content: []byte("x")}, Caption: document.Text("Below")}, "P[“A map”] P[“Below”]"},
		{"a chart", document.Figure{Alt: "Rising", Chart: chart}, "Figure(Rising)[“May 1 ”]"},
		{"a chart without words for it", document.Figure{Chart: chart}, "Figure(Chart)[“May 1 ”]"},
		{"a chart without rows", document.Figure{Alt: "Nothing", Chart: &document.Chart{}}, "P[“Nothing”]"},
		{"a list", document.List{Numbering: document.LowerAlpha, Start: 3, Items: []document.Item{item(paragraph("c")), item(paragraph("d"), paragraph("more"))}}, "L(2)[LI[Lbl[“c) ”] LBody[“c”]] LI[Lbl[“d) ”] LBody[“d” P[“more”]]]]"},
		{"an item that begins with a list", document.List{Items: []document.Item{item(document.List{Numbering: document.Decimal, Items: []document.Item{item(paragraph("a"))}})}}, "L(0)[LI[Lbl[“• ”] LBody[L(1)[LI[Lbl[“1. ”] LBody[“a”]]]]]]"},
		{"an item without anything", document.List{Items: []document.Item{item()}}, "L(0)[LI[Lbl[“• ”] LBody[]]]"},
		{"a list without items", document.List{}, ""},
		{"a note", document.Note{Mark: "*", Text: document.Text("Of May."), Anchor: "n"}, "Note#n[“Of May.” Lbl[“* ”]]"},
		{"a note without anything", document.Note{}, ""},
		{
			"a table",
			document.Table{Caption: document.Text("Grants"), Columns: two, Groups: []document.Group{{Heading: document.Text("May"), Rows: []document.Row{cells("a", "£1")}}}},
			"Table[Caption[“Grants”] TR[TH(column)[“A”] TH(column)[“B”]] TR[TH(column 2)[“May”]] TR[TH(row)[“a”] TD[“£1”]]]",
		},
		{
			"a table without a caption and group headings",
			document.Table{Columns: two, Groups: []document.Group{{Rows: []document.Row{cells("a")}}}},
			"Table[TR[TH(column)[“A”] TH(column)[“B”]] TR[TH(row)[“a”] TD[]]]",
		},
		{"a cell of two paragraphs", document.Table{Columns: two, Groups: []document.Group{{Rows: []document.Row{{Cells: []document.Cell{
			{Paragraphs: [][]document.Inline{document.Text("a")}}, {Paragraphs: [][]document.Inline{document.Text("b"), document.Text(" "), document.Text("c")}},
		}}}}}}, "Table[TR[TH(column)[“A”] TH(column)[“B”]] TR[TH(row)[“a”] TD[P[“b”] P[“c”]]]]"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := tree(Lay(onePart(c.block))); got != c.want {
				t.Errorf("it is\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

func TestTheMarkingIsReadOnceAndStandsOnEveryPage(t *testing.T) {
	doc := document.Document{Title: "Test", Marking: "OFFICIAL", Parts: []document.Part{{Blocks: []document.Block{paragraph("One.")}}, {Framed: true, Orientation: document.Landscape, Blocks: []document.Block{paragraph("Two.")}}}}
	p := Lay(doc)
	if got := tree(p); got != "P[“OFFICIAL”] P[“One.”] P[“Two.”]" {
		t.Errorf("it reads %s", got)
	}
	for i, page := range p.Pages {
		head, foot := page.Words[0], page.Words[len(page.Words)-1]
		if head.Text != "OFFICIAL" || foot.Text != "OFFICIAL" || head.Y > page.sheet().top || foot.Y < page.sheet().foot || foot.Y > page.Height {
			t.Errorf("page %d has %q at %.0f and %q at %.0f of %.0f", i+1, head.Text, head.Y, foot.Text, foot.Y, page.Height)
		}
		for _, w := range []Words{head, foot} {
			if d := w.X + w.Width/2 - page.Width/2; d > 0.01 || d < -0.01 {
				t.Errorf("page %d: the marking stands %.1f beside the middle", i+1, d)
			}
		}
	}
}

func TestPicturesThatCannotBePrintedAreSaid(t *testing.T) {
	sound, wide := dots(30, 20), dots(8192, 8192)
	for says, content := range map[string][]byte{
		"it is neither a PNG nor a JPEG": []byte("GIF"), "it is damaged": sound[:len(sound)-30], "it has more than 40 million dots": wide,
	} {
		p := Lay(onePart(document.Figure{Alt: "A map", Picture: document.Picture{Content: content, Alt: "Map"}}))
		if said := strings.Join(p.Remarks, "\n"); !strings.Contains(said, "The picture “Map” cannot be printed: "+says) || len(p.Pages[0].Pictures) > 0 {
			t.Errorf("it says %q, want %q", said, says)
		}
	}
	p := Lay(onePart(document.Figure{Picture: document.Picture{Content: sound}}))
	if len(p.Remarks) > 0 || len(p.Pages[0].Pictures) != 1 {
		t.Errorf("of a sound picture it says %q", p.Remarks)
	}
}

func TestAPictureKeepsItsDots(t *testing.T) {
	img := image.NewPaletted(image.Rect(0, 0, 3, 2), color.Palette{color.White, color.NRGBA{R: 200, A: 255}, color.NRGBA{B: 9, A: 128}, color.Transparent})
	copy(img.Pix, []uint8{0, 1, 2, 3, 0, 1})
	var asPNG, asJPEG bytes.Buffer
	if err := errors.Join(png.Encode(&asPNG, img), jpeg.Encode(&asJPEG, img, nil)); err != nil {
		t.Fatal(err)
	}
	pictures := Lay(onePart(document.Figure{Picture: document.Picture{Content: asPNG.Bytes()}}, document.Figure{Picture: document.Picture{Content: asJPEG.Bytes()}})).Pages[0].Pictures
	got, err := png.Decode(bytes.NewReader(pictures[0].Content))
	if err != nil {
		t.Fatal(err)
	}
	for y := range 2 {
		for x := range 3 {
			if want, is := color.NRGBAModel.Convert(img.At(x, y)), color.NRGBAModel.Convert(got.At(x, y)); is != want {
				t.Errorf("the dot at %d, %d is %v, want %v", x, y, is, want)
			}
		}
	}
	if !bytes.Equal(pictures[1].Content, asJPEG.Bytes()) {
		t.Error("a JPEG file is not printed as it is")
	}
}

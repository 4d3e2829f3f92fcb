package html_test

import (
	"bytes"
	"encoding/base64"
	"image"
	"image/png"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"almoner/reports/document"
)

// dot is a small picture.
func dot(t *testing.T) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 3, 2))); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func p(text string) document.Paragraph { return document.Paragraph{Text: document.Text(text)} }

func item(b ...document.Block) document.Item { return document.Item{Blocks: b} }

// TestEachBlockIsTheMarkupThatItMeans holds the page to its markup, letter by letter: what a browser shows and what a screen reader says
// hang on each of them.
func TestEachBlockIsTheMarkupThatItMeans(t *testing.T) {
	pic := dot(t)
	for name, c := range map[string]struct {
		blocks []document.Block
		want   string
	}{
		"headings go down one level at a time": {[]document.Block{document.Heading{Level: 2, Number: "1.", Text: document.Text("One"), Anchor: "one"}, document.Heading{Level: 5, Text: document.Text("Two")}, document.Heading{Level: 1, Text: document.Text("Three")}, document.Heading{Level: 9, Text: document.Text("Four")}}, `<h1 id="a-one"><span class="number">1.</span> One</h1>
<h2>Two</h2>
<h1>Three</h1>
<h2>Four</h2>
`},
		"paragraphs": {[]document.Block{p("plain"), document.Paragraph{Text: document.Text("tight\nlines"), Tight: true}, p(" ")}, `<p>plain</p>
<p class="tight">tight<br>lines</p>
`},
		"runs of words": {[]document.Block{document.Paragraph{Text: []document.Inline{{Text: "b", Bold: true}, {Text: "i", Italic: true}, {Text: "2", Superscript: true}, {Text: "new", Change: document.Inserted}, {Text: "gone", Change: document.Deleted}, {Text: "web", Link: "www.elmshire.example", Bold: true}, {Text: "nowhere", Link: "#nowhere"}, {Text: " ", Link: "www.elmshire.example"}}}}, `<p><strong>b</strong><em>i</em><sup>2</sup><ins><span class="unseen">Added: </span>new</ins><del><span class="unseen">Removed: </span>gone</del><a href="https://www.elmshire.example"><strong>web</strong></a>nowhere </p>
`},
		"clauses": {[]document.Block{document.Clause{Number: "1.1", Anchor: "c", Blocks: []document.Block{p("words"), p("more")}}, document.Clause{Blocks: []document.Block{document.List{Items: []document.Item{item(p("x"))}}}}}, `<div class="clause" id="a-c">
<p><span class="number">1.1</span> words</p>
<p>more</p>
</div>
<div class="clause">
<ul>
<li>x</li>
</ul>
</div>
`},
		"lists": {[]document.Block{document.List{Items: []document.Item{item(p("a")), item(p("b"), p("c")), item()}}, document.List{Numbering: document.Decimal, Start: 3, Items: []document.Item{item(p("a"))}}, document.List{Numbering: document.LowerAlpha, Start: 1, Items: []document.Item{item(p("a"))}}, document.List{Numbering: document.LowerRoman, Items: []document.Item{item(document.Quotation{Blocks: []document.Block{p("q")}})}}, document.List{}}, `<ul>
<li>a</li>
<li>b
<p>c</p>
</li>
<li></li>
</ul>
<ol start="3">
<li>a</li>
</ol>
<ol type="a">
<li>a</li>
</ol>
<ol type="i">
<li>
<blockquote>
<p>q</p>
</blockquote>
</li>
</ol>
`},
		"labels with their values": {[]document.Block{document.Fields{Rows: []document.Field{{Label: "To", Blocks: []document.Block{p("you")}}, {Label: "Signed", Blank: 2}, {Label: "Cc", Blocks: []document.Block{p("a"), p("b")}}}}, document.Fields{}, document.Fields{Rows: []document.Field{{Label: "x", Blank: 100}}}}, `<dl>
<div><dt>To</dt><dd>you</dd></div>
<div><dt>Signed</dt><dd><span class="line" style="height:2.4em"><span class="unseen">To be filled in</span></span></dd></div>
<div><dt>Cc</dt><dd><p>a</p>
<p>b</p>
</dd></div>
</dl>
<dl>
<div><dt>x</dt><dd><span class="line" style="height:24.0em"><span class="unseen">To be filled in</span></span></dd></div>
</dl>
`},
		"quotations": {[]document.Block{document.Quotation{Blocks: []document.Block{p("words")}, By: document.Text("– A mother")}, document.Quotation{Blocks: []document.Block{p("words")}}}, `<blockquote>
<p>words</p>
<p class="by">– A mother</p>
</blockquote>
<blockquote>
<p>words</p>
</blockquote>
`},
		"boxes and white space": {[]document.Block{document.Blank{Label: "Say", Lines: 4}, document.Blank{Lines: 0.5}, document.Blank{Lines: 100}, document.Gap{Lines: 2}, document.Gap{}, document.Gap{Lines: 0.5}, document.Gap{Lines: 50}, document.Together{Blocks: []document.Block{p("together")}}}, `<p class="ask">Say</p>
<div class="box" style="height:6.0em"></div>
<div class="box" style="height:1.5em"></div>
<div class="box" style="height:90.0em"></div>
<div class="gap" style="height:3.0em"></div>
<div class="gap" style="height:0.8em"></div>
<div class="gap" style="height:30.0em"></div>
<div class="together">
<p>together</p>
</div>
`},
		"notes that follow each other": {[]document.Block{p("before"), document.Paragraph{Text: []document.Inline{{Text: "x"}, {Text: "*", Superscript: true, Note: "n"}}}, document.Note{Mark: "*", Text: document.Text("Until March"), Anchor: "n"}, document.Note{Mark: "†", Text: document.Text("Never"), Anchor: "o"}, document.Note{}, p("after")}, `<p>before</p>
<p>x<sup><a href="#a-n" role="doc-noteref" id="m-n"><span class="unseen">Note </span>*</a></sup></p>
<div class="notes">
<p role="doc-footnote" id="a-n"><span class="mark">*</span> Until March <a href="#m-n" class="back" aria-label="Back to the text">↩</a></p>
<p role="doc-footnote" id="a-o"><span class="mark">†</span> Never</p>
</div>
<p>after</p>
`},
		"pictures": {[]document.Block{document.Figure{Alt: "A map", Picture: document.Picture{Content: pic}, Caption: document.Text("Where"), Width: 0.5}, document.Figure{Picture: document.Picture{Content: pic, Alt: "A dot"}}, document.Figure{Picture: document.Picture{Content: []byte("none"), Alt: "No picture"}}, document.Figure{Alt: "Nothing"}, document.Figure{Alt: "Wide", Width: 3, Picture: document.Picture{Content: pic}}}, `<figure>
<img class="picture" width="3" height="2" style="width:50%;height:auto" alt="A map" src="PICTURE">
<figcaption>Where</figcaption>
</figure>
<figure>
<img class="picture" width="3" height="2" alt="A dot" src="PICTURE">
</figure>
<figure>
<p class="picture">No picture</p>
</figure>
<figure>
<p>Nothing</p>
</figure>
<figure>
<img class="picture" width="3" height="2" style="width:100%;height:auto" alt="Wide" src="PICTURE">
</figure>
`},
		"tables": {[]document.Block{document.Table{Columns: []document.Column{{Heading: document.Text("Name")}, {Heading: document.Text("Sum"), Align: document.Right}, {Align: document.Centre}}, Groups: []document.Group{
			{Rows: []document.Row{{Cells: []document.Cell{{Paragraphs: [][]document.Inline{document.Text("a"), document.Text("b")}}, document.MoneyCell("£5", 500)}}}},
			{Heading: document.Text("2024"), Rows: []document.Row{{Cells: document.Cells("", "x", "y", "beyond"), Lines: 2}, {Total: true, Cells: document.Cells("Total", "£5"), Lines: 100}}},
			{},
		}}, document.Table{Caption: document.Text("Named"), Grid: true, Columns: make([]document.Column, 11)}, document.Table{Name: "Own", Columns: make([]document.Column, 10)}}, `<div class="scroll" role="region" tabindex="0" aria-labelledby="c-1">
<table>
<caption id="c-1"><span class="unseen">Table (table 1)</span></caption>
<thead><tr><th scope="col">Name</th><th scope="col" class="right">Sum</th><td></td></tr></thead>
<tbody>
<tr><th scope="row">a<br>b</th><td class="right">£5</td><td class="centre"></td></tr>
</tbody>
<tbody>
<tr class="group"><th scope="rowgroup" colspan="3">2024</th></tr>
<tr style="height:3.2em"><td></td><td class="right">x</td><td class="centre">y</td></tr>
<tr class="total" style="height:48.0em"><th scope="row">Total</th><td class="right">£5</td><td class="centre"></td></tr>
</tbody>
</table>
</div>
<div class="scroll" role="region" tabindex="0" aria-labelledby="c-2">
<table class="grid many">
<caption id="c-2">Named</caption>
<thead><tr><td></td><td></td><td></td><td></td><td></td><td></td><td></td><td></td><td></td><td></td><td></td></tr></thead>
</table>
</div>
<div class="scroll" role="region" tabindex="0" aria-labelledby="c-3">
<table>
<caption id="c-3"><span class="unseen">Own (table 3)</span></caption>
<thead><tr><td></td><td></td><td></td><td></td><td></td><td></td><td></td><td></td><td></td><td></td></tr></thead>
</table>
</div>
`},
		"a letterhead within a paper": {[]document.Block{document.Letterhead{Name: "Second", Lines: []string{"a", "b@elmshire.example"}, Logo: document.Picture{Content: pic, Alt: "Logo"}}}, `<div class="letterhead">
<img class="logo" width="3" height="2" alt="Logo" src="PICTURE">
<p class="office">Second</p>
<address>a<br><a href="mailto:b@elmshire.example">b@elmshire.example</a></address>
</div>
`},
		"nothing": {[]document.Block{p("")}, ``},
		"a chart of two series": {[]document.Block{document.Figure{Alt: "A <chart>", Chart: &document.Chart{
			Series: []string{"Asked for", "A name of a series that is so long that it has to go on below, beside its own square of colour, to the end"},
			Rows: []document.ChartRow{
				{Label: "May", Bars: []document.Bar{{Length: 100, Text: "£100"}, {Length: 50, Text: "£50"}}},
				{Label: "June and the first half of July together", Bars: []document.Bar{{Missing: true, Length: 900, Text: "not reported"}, {Length: -5, Text: "−5"}}},
			},
		}}}, `<figure>
<svg role="img" aria-label="A &lt;chart&gt;" viewBox="0 0 640 164" xmlns="http://www.w3.org/2000/svg">
<rect x="0.0" y="3.0" width="14.0" height="14.0" fill="#1c4476" stroke="#1c4476"/>
<text x="20.0" y="14.0" text-anchor="start">Asked for</text>
<rect x="0.0" y="23.0" width="14.0" height="14.0" fill="#b0c8e4" stroke="#1c4476"/>
<text x="20.0" y="34.0" text-anchor="start">A name of a series that is so long that it has to go on below, beside its own</text>
<text x="20.0" y="54.0" text-anchor="start">square of colour, to the end</text>
<text x="192.0" y="82.0" text-anchor="end">May</text>
<rect x="200.0" y="70.0" width="342.8" height="14.0" fill="#1c4476" stroke="#1c4476"/>
<text x="548.8" y="82.0" text-anchor="start">£100</text>
<rect x="200.0" y="90.0" width="171.4" height="14.0" fill="#b0c8e4" stroke="#1c4476"/>
<text x="377.4" y="102.0" text-anchor="start">£50</text>
<text x="192.0" y="130.0" text-anchor="end">June and the first half</text>
<text x="192.0" y="150.0" text-anchor="end">of July together</text>
<text x="206.0" y="130.0" text-anchor="start">not reported</text>
<text x="206.0" y="150.0" text-anchor="start">−5</text>
<line x1="200.0" y1="68.0" x2="200.0" y2="164.0" stroke="#5a626e"/>
</svg>
</figure>
`},
		"a chart of one series": {[]document.Block{document.Figure{Alt: "A <chart>", Chart: &document.Chart{
			Series: []string{"One"},
			Rows: []document.ChartRow{
				{Label: "All", Bars: []document.Bar{{Length: 100000, Text: "100,000 of them, which is more than anybody would have thought possible at the beginning of the year"}}},
				{Label: "Few", Bars: []document.Bar{{Length: 0.5, Text: "½"}}},
				{},
			},
		}}}, `<figure>
<svg role="img" aria-label="A &lt;chart&gt;" viewBox="0 0 640 124" xmlns="http://www.w3.org/2000/svg">
<text x="192.0" y="14.0" text-anchor="end">All</text>
<rect x="200.0" y="2.0" width="120.0" height="14.0" fill="#1c4476" stroke="#1c4476"/>
<text x="326.0" y="14.0" text-anchor="start">100,000 of them, which is more than</text>
<text x="326.0" y="34.0" text-anchor="start">anybody would have thought possible at</text>
<text x="326.0" y="54.0" text-anchor="start">the beginning of the year</text>
<text x="192.0" y="82.0" text-anchor="end">Few</text>
<rect x="200.0" y="70.0" width="1.0" height="14.0" fill="#1c4476" stroke="#1c4476"/>
<text x="207.0" y="82.0" text-anchor="start">½</text>
<line x1="200.0" y1="0.0" x2="200.0" y2="124.0" stroke="#5a626e"/>
</svg>
</figure>
`},
	} {
		blocks := append([]document.Block{document.Gap{}}, c.blocks...) // a letterhead that a paper begins with stands in the head of the page
		page := string(write(t, document.Document{Title: "T", Parts: []document.Part{{Blocks: blocks}}}))
		_, got, _ := strings.Cut(page, "<div class=\"part\">\n")
		got, _, _ = strings.Cut(got, "</div>\n</main>")
		got = strings.ReplaceAll(got, "data:image/png;base64,"+base64.StdEncoding.EncodeToString(pic), "PICTURE")
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

func TestWhatStandsAroundThePartsIsTheMarkupThatItMeans(t *testing.T) {
	full := document.Document{
		Title: " A \n paper", Author: "Office", Subject: "What", Language: "cy-GB", Marking: "OFFICIAL", Footer: "Foot", Dated: time.Date(2024, 5, 1, 0, 0, 0, 0, time.UTC),
		Parts: []document.Part{
			{Orientation: document.Landscape, Blocks: []document.Block{document.Letterhead{Name: "Office"}, p("x")}}, {Framed: true, Blocks: []document.Block{p("y")}},
		},
	}
	for _, c := range []struct {
		doc        document.Document
		head, body string // before and after the style
	}{
		{full, `<!DOCTYPE html>
<html lang="cy-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>A paper</title>
<meta name="author" content="Office">
<meta name="description" content="What">
<meta name="date" content="2024-05-01">
`, `
</head>
<body>
<a class="skip" href="#content">Neidio i’r cynnwys</a>
<header class="wide">
<p class="marking"><span class="unseen">Marc diogelu: </span>OFFICIAL</p>
<div class="letterhead">
<p class="office">Office</p>
</div>
</header>
<main id="content" tabindex="-1">
<h1 class="unseen">A paper</h1>
<div class="part wide">
<p>x</p>
</div>
<section class="part framed">
<p>y</p>
</section>
</main>
<footer>
<p>Foot</p>
<p class="marking" aria-hidden="true">OFFICIAL</p>
</footer>
</body>
</html>
`},
		{document.Document{Parts: []document.Part{{Blocks: []document.Block{document.Heading{Level: 1, Text: document.Text("H")}}}}}, `<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>H</title>
`, `
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
<main id="content" tabindex="-1">
<div class="part">
<h1>H</h1>
</div>
</main>
</body>
</html>
`},
	} {
		head, rest, _ := strings.Cut(string(write(t, c.doc)), "<style>")
		_, body, _ := strings.Cut(rest, "</style>")
		if diff := cmp.Diff(c.head+c.body, head+body); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	}
}

func TestWhatNoPageMayHoldIsLeftOut(t *testing.T) {
	page := string(write(t, document.Document{Footer: "Foot", Parts: []document.Part{{Blocks: []document.Block{p("a\x00b\x1bc\x7fd\u0085e\u009ff\ufffeg\uffffh\xffi\u00a0j\tk")}}}}))
	if want := "<p>abcdefgh\ufffdi\u00a0j\tk</p>\n"; !strings.Contains(page, want) {
		t.Errorf("the page does not say %q: %q", want, page)
	}
	if !strings.Contains(page, "<footer>\n<p>Foot</p>\n</footer>") { // without a marking
		t.Error("the page has no foot")
	}
}

func TestSeriesStandBesideEachOtherWhereThereIsRoom(t *testing.T) {
	row := document.ChartRow{Label: "May", Bars: []document.Bar{{Length: 1, Text: "1"}}}
	page := string(write(t, paper(document.Figure{Chart: &document.Chart{Series: []string{"Before", "After"}, Rows: []document.ChartRow{row}}})))
	for _, want := range []string{`<text x="20.0" y="14.0" text-anchor="start">Before</text>`, `<text x="97.6" y="14.0" text-anchor="start">After</text>`} {
		if !strings.Contains(page, want) {
			t.Errorf("the chart does not hold %s:\n%s", want, page)
		}
	}
}

func TestAWordIsMeasuredFromItsOwnBeginning(t *testing.T) {
	thirty := strings.Repeat("x", 30)
	table := document.Table{Columns: []document.Column{{}}, Groups: []document.Group{{Rows: []document.Row{{Cells: document.Cells("y " + thirty + " " + thirty + "z")}}}}}
	if page := string(write(t, paper(table))); !strings.Contains(page, ">y "+thirty+" "+thirty+"<wbr>z<") {
		t.Errorf("the cell is %s", page)
	}
}

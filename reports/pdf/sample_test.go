package pdf_test

import (
	"bytes"
	"errors"
	"image"
	"image/jpeg"
	"image/png"
	"testing"
	"time"

	d "almoner/reports/document"
)

// reply is a paper of the shape that the program prints most: a letter, a table on its side with groups, notes and links to a
// second appendix, and that appendix with headings and bullets. Its words are made up.
func reply() d.Document {
	doc := d.Document{
		Title: "Request FOI/24-017: grants for safer streets", Author: "Office of the Commissioner for Westshire", Subject: "Grants – safer streets",
		Language: "en-GB", Dated: time.Date(2024, 5, 9, 15, 4, 5, 0, time.UTC), Footer: "FOI/24-017 · Office of the Commissioner for Westshire",
	}
	doc.Parts = []d.Part{letter(), grants(), specification()}
	return doc
}

func para(runs ...[]d.Inline) d.Paragraph { return d.Paragraph{Text: d.Join(runs...)} }

func words(s string) d.Cell { return d.Cell{Paragraphs: [][]d.Inline{d.Text(s)}} }

func letter() d.Part {
	var p d.Part
	for _, line := range []string{"Office of the Commissioner for Westshire", "2 Mill Lane, Northbridge", "WS1 4ZZ"} {
		p.Add(d.Paragraph{Text: d.Text(line), Tight: true})
	}
	p.Add(d.Gap{Lines: 1},
		para(d.Text("9 May 2024")),
		para(d.Bold("Our reference: "), d.Text("FOI/24-017")),
		d.Heading{Level: 1, Text: d.Text("Your request under the Freedom of Information Act 2000")},
		para(d.Text("Thank you for your request, which reached us on 11 April 2024. We hold the information that you asked for, "+
			"and give it below in the order of your questions. “Quoted words”, ‘single ones’, a dash — and another – stand as they were written; "+
			"so do Tŷ Gwyn, Dŵr, Ŵyn and Ŷd, and £22,528.57.")),
		d.Heading{Level: 2, Text: d.Text("Question 1")},
		para(d.Text("Which grants did you give for safer streets in 2022-23 and 2023-24, to whom, and for what?")),
		d.List{Items: []d.Item{
			{Blocks: []d.Block{para(d.Text("the name of each grant, and the body that it was given to, which may differ from the body that spends it where a council passes it on;"))}},
			{Blocks: []d.Block{para(d.Text("what it was for;"))}},
			{Blocks: []d.Block{
				para(d.Text("whether it is open to:")),
				d.List{Numbering: d.LowerAlpha, Items: []d.Item{{Blocks: []d.Block{para(d.Text("people under 18"))}}, {Blocks: []d.Block{para(d.Text("people who live elsewhere"))}}}},
			}},
		}},
		d.Heading{Level: 2, Text: d.Text("Answer")},
		para(d.Text("The grants are listed in "), d.Link("Appendix 1", "#appendix-1"), d.Text(", with the terms of the largest of them in "),
			d.Link("Appendix 2", "#appendix-2"), d.Text(". What we publish every year stands at "),
			d.Link("https://www.westshire.example/what-we-spend/grants-and-contracts/2023-24/published-list.html?year=2023", "https://www.westshire.example/what-we-spend/grants-and-contracts/2023-24/published-list.html?year=2023"),
			d.Text(", and questions reach us at "), d.Link("foi@westshire.example", "foi@westshire.example"), d.Text(".")),
		para(d.Text("If you are not content with this answer, you may ask us to review it within 40 working days, and after that the "+
			"Information Commissioner to decide. The review is made by somebody who had no part in the answer, on the 16"),
			[]d.Inline{{Text: "th", Superscript: true}}, d.Text(" working day at the latest.")),
		d.Together{Blocks: []d.Block{
			para(d.Text("Yours faithfully")),
			d.Gap{Lines: 3},
			d.Paragraph{Text: d.Bold("A. N. Officer"), Tight: true},
			para(d.Text("Head of Commissioning")),
		}})
	return p
}

func grants() d.Part {
	p := d.Part{Orientation: d.Landscape}
	p.Add(d.Heading{Level: 1, Text: d.Text("Appendix 1"), Anchor: "appendix-1"},
		d.Heading{Level: 2, Text: d.Text("Grants for safer streets, 2022-23 and 2023-24")},
		table(3),
		d.Note{Mark: "*", Text: d.Text("The terms are those that were agreed at the start; they were varied once, in October 2023, to let the work go on for another month without more money."), Anchor: "note-terms"},
		d.Note{Mark: "**", Text: d.Join(d.Text("The measures are described at "), d.Link("www.westshire.example/measures", "www.westshire.example/measures")), Anchor: "note-measures"})
	return p
}

// table is a table of two years with some rows each.
func table(rows int) d.Table {
	mark := func(mark, anchor string) []d.Inline { return []d.Inline{{Text: mark, Superscript: true, Note: anchor}} }
	t := d.Table{Columns: []d.Column{
		{Heading: d.Text("Name of grant")},
		{Heading: d.Text("Amount"), Align: d.Right},
		{Heading: d.Text("Given to")},
		{Heading: d.Text("For what")},
		{Heading: d.Text("What it achieved")},
		{Heading: d.Text("Open to people who live outside the county")},
	}}
	for _, year := range []string{"2022-23", "2023-24"} {
		g := d.Group{Heading: d.Text(year)}
		for range rows {
			g.Rows = append(g.Rows,
				d.Row{Cells: []d.Cell{
					words("Lamps for the towpath"), words("£5,500"), words("Northbridge Borough Council"),
					{Paragraphs: [][]d.Inline{d.Join(d.Text("See the terms at "), d.Link("Appendix 2", "#appendix-2"), mark("*", "note-terms"))}},
					{Paragraphs: [][]d.Inline{d.Join(d.Text("Measured by the county’s own list"), mark("**", "note-measures"))}},
					words("Yes – everybody who walks there, by day and by night"),
				}},
				d.Row{Cells: []d.Cell{
					words("Evening wardens"), words("£22,528.57"), words("The Westshire Wardens’ Trust"), words("Two wardens, four evenings a week"),
					{Paragraphs: [][]d.Inline{d.Text("1,204 walks home"), d.Text("31 calls to the police")}},
					words("No"),
				}})
		}
		g.Rows = append(g.Rows, d.Row{Total: true, Cells: []d.Cell{words("Together"), words("£28,028.57")}})
		t.Groups = append(t.Groups, g)
	}
	return t
}

func specification() d.Part {
	var p d.Part
	p.Add(d.Heading{Level: 1, Text: d.Text("Appendix 2"), Anchor: "appendix-2"}, d.Heading{Level: 2, Text: d.Text("The terms of the grant")})
	p.Add(d.Markdown(`## Purpose

The money pays for **lamps** along the towpath between the lock and the *old* bridge, and for nothing else. The lamps stay the property of the council, which keeps them working for ten years and tells the office once a year how many of them were lit on the first of each month.

## What is to be done

1. Put up forty lamps.
2. Keep them lit from dusk until one hour after midnight:
   - all the year round;
   - also when the path is closed.
3. Report.

### When

| Step | By |
| --- | ---: |
| Lamps up | 30 June |
| First report | 31 October |

Nothing is paid before the lamps are up.
`, 3)...)
	return p
}

// drawn is a paper with what the reply has not: pictures of both kinds, a chart, labels, a quotation, lists of other marks, a caption.
func drawn(t *testing.T) d.Document {
	t.Helper()
	img := image.NewRGBA(image.Rect(0, 0, 40, 20))
	var asPNG, asJPEG bytes.Buffer
	if err := errors.Join(png.Encode(&asPNG, img), jpeg.Encode(&asJPEG, img, nil)); err != nil {
		t.Fatal(err)
	}
	item := func(s string) d.Item { return d.Item{Blocks: []d.Block{para(d.Text(s))}} }
	var p d.Part
	p.Add(d.Letterhead{Name: "Office (of Elmshire)", Logo: d.Picture{Content: asPNG.Bytes(), Alt: "Logo (old)"}},
		d.Heading{Level: 1, Text: d.Text("Report")}, d.Heading{Level: 2, Text: d.Text("Tŷ Gwyn (\\ two)")},
		d.Heading{Level: 3, Text: d.Link("C:\\x (two)", "https://www.elmshire.example"), Anchor: "linked"},
		d.Clause{Number: "1.1", Anchor: "clause", Blocks: []d.Block{para(d.Text("A clause."))}},
		d.Fields{Rows: []d.Field{{Label: "To", Blocks: []d.Block{para(d.Text("the board"))}}}},
		d.Quotation{Blocks: []d.Block{para(d.Text("It helps."))}, By: d.Text("A mother")},
		d.List{Numbering: d.LowerRoman, Items: []d.Item{item("first"), item("second")}},
		d.Figure{Alt: "A map", Caption: d.Text("Where"), Picture: d.Picture{Content: asJPEG.Bytes()}},
		d.Figure{Alt: "Rising", Chart: &d.Chart{Rows: []d.ChartRow{{Label: "May", Bars: []d.Bar{{Length: 2, Text: "2"}}}}}},
		d.Table{Caption: d.Text("Grants"), Columns: []d.Column{{Heading: d.Text("Name")}}, Groups: []d.Group{{Rows: []d.Row{{Cells: []d.Cell{words("Lamps")}}}}}},
		para(d.Text("See "), d.Link("paragraph 1.1", "#clause"), d.Text(" and "), d.Link("the linked heading", "#linked")))
	return d.Document{Title: "Report", Parts: []d.Part{p}}
}

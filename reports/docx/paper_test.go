package docx_test

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"testing"
	"time"

	. "almoner/reports/document"
	"almoner/reports/docx"
)

// wholePaper holds every kind of block. Its words are made up.
func wholePaper() Document {
	doc := Document{
		Title: "Grants & partnerships: report of the autumn", Author: "Office of the Commissioner for Westshire", Subject: "Grants <2024>",
		Language: "en-GB", Dated: time.Date(2024, 5, 9, 15, 4, 5, 0, time.UTC), Footer: "Report 24-017 · Office of the Commissioner for Westshire", Marking: "OFFICIAL",
	}
	doc.Parts = []Part{firstPart(), tablePart(), formPart(), certificate()}
	return doc
}

func para(runs ...[]Inline) Paragraph { return Paragraph{Text: Join(runs...)} }

func line(s string) Paragraph { return Paragraph{Text: Text(s), Tight: true} }

func item(blocks ...Block) Item { return Item{Blocks: blocks} }

// crest is a small picture.
func crest(width, height int) []byte {
	im := image.NewRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			im.Set(x, y, color.RGBA{uint8(40 + 160*x/width), 84, uint8(118 + 100*y/height), 255})
		}
	}
	var b bytes.Buffer
	if err := png.Encode(&b, im); err != nil {
		panic(err)
	}
	return b.Bytes()
}

func firstPart() Part {
	var p Part
	p.Add(
		Letterhead{
			Name: "Office of the Commissioner for Westshire", Lines: []string{"2 Mill Lane, Northbridge, WS1 4ZZ", "01632 960 001 · office@westshire.example"},
			Logo: Picture{Content: crest(180, 90), Alt: "Crest of Westshire"},
		},
		Fields{Rows: []Field{
			{Label: "To:", Blocks: []Block{para(Text("The Commissioner"))}},
			{Label: "From:", Blocks: []Block{line("A. N. Officer"), para(Text("Head of Commissioning, who wrote this report together with the people who deliver the services that it is about, and answers for it"))}},
			{Label: "Date:", Blocks: []Block{para(Text("9 May 2024"))}},
			{Label: "Documents that this paper rests on and that can be had from the office", Blocks: []Block{para(Text("The plan of the autumn"))}},
		}},
		Heading{Level: 1, Number: "1.", Text: Text("Purpose")},
		Clause{Number: "1.1", Anchor: "clause-1.1", Blocks: []Block{
			para(Text("The Commissioner is asked to note how the grants of the year before were spent, which the tables below show fund by fund, and to agree what is recommended.")),
			para(Text("A further paragraph of the same clause stands under its first.")),
			List{Items: []Item{item(para(Text("a bullet in a clause"))), item(para(Text("and another")))}},
		}},
		Clause{Number: "1.2", Blocks: []Block{para(Text("See paragraph "), Link("1.1", "#clause-1.1"), Text(" above, and "), Link("the list of grants", "#grants"), Text("."))}},
		Heading{Level: 1, Number: "2.", Text: Text("What was done")},
		Heading{Level: 3, Text: Text("A heading that skips a level")},
		para(Text("Words can be "), Bold("bold"), Text(", "), []Inline{{Text: "slanted", Italic: true}}, Text(", "), []Inline{{Text: "both", Bold: true, Italic: true}},
			Text(", raised as in 16"), []Inline{{Text: "th", Superscript: true}}, Text("; they lead to "), Link("www.westshire.example/grants?a=1&b=2", "www.westshire.example/grants?a=1&b=2"),
			Text(" or "), Link("office@westshire.example", "office@westshire.example"), Text("; “quoted”, Tŷ Gwyn, £22,528.57.")),
		para(Text("The contract says: the provider "), []Inline{{Text: "may", Change: Deleted}}, Text(" "), []Inline{{Text: "shall", Change: Inserted}}, Text(" report each quarter.")),
		List{Numbering: Decimal, Start: 3, Items: []Item{
			item(para(Text("the third thing, which is long enough that its second line has to hang beneath the first word and not beneath the number;"))),
			item(para(Text("the fourth:")), List{Numbering: LowerAlpha, Items: []Item{item(para(Text("alpha"))), item(para(Text("beta")), List{Numbering: LowerRoman, Items: []Item{item(para(Text("roman one"))), item(para(Text("roman two")), para(Text("with more about it")))}})}}),
			item(para(Text("the fifth."))),
		}},
		List{Numbering: Decimal, Items: []Item{item(para(Text("a list of its own begins at one")))}},
		Quotation{Blocks: []Block{para(Text("I was heard at once, and somebody stayed with me until it was over.")), para(Text("That had not happened before."))}, By: Text("A person whom the service helped")},
		Figure{Alt: "Chart: of 100 people, 35 felt safe before and 80 after", Caption: Text("How people felt, before and after"), Chart: &Chart{
			Series: []string{"Before", "After"},
			Rows: []ChartRow{
				{Label: "Feels safe at home", Bars: []Bar{{Length: 35, Text: "35%"}, {Length: 80, Text: "80%"}}},
				{Label: "Knows whom to turn to when something happens again, by day or by night", Bars: []Bar{{Length: 52, Text: "52%"}, {Length: 91, Text: "91%"}}},
				{Label: "Sleeps well", Bars: []Bar{{Text: "not asked then", Missing: true}, {Length: 44, Text: "44%"}}},
			},
		}},
		Figure{Alt: "Picture of a lamp", Picture: Picture{Content: crest(200, 60)}, Width: 0.4},
		Together{Blocks: []Block{para(Text("Signed for the office")), Gap{Lines: 3}, Paragraph{Text: Bold("A. N. Officer"), Tight: true}, para(Text("Head of Commissioning"))}},
	)
	return p
}

func tablePart() Part {
	p := Part{Orientation: Landscape}
	mark := func(m, anchor string) []Inline { return []Inline{{Text: m, Superscript: true, Note: anchor}} }
	t := Table{Caption: Text("Grants by year"), Columns: []Column{
		{Heading: Text("Name of grant")},
		{Heading: Text("Amount"), Align: Right},
		{Heading: Text("Given to")},
		{Heading: Text("For what")},
		{Heading: Text("Open to people who live outside the county")},
	}}
	for _, year := range []string{"2022-23", "2023-24"} {
		g := Group{Heading: Text(year)}
		for range 6 {
			g.Rows = append(g.Rows, Row{Cells: []Cell{
				TextCell("Lamps for the towpath"), TextCell("£5,500"), TextCell("Northbridge Borough Council"),
				{Paragraphs: [][]Inline{Join(Text("See the terms at "), Link("paragraph 1.1", "#clause-1.1"), mark("*", "note-*"))}},
				TextCell("Yes – everybody who walks there, by day and by night\nand whoever rides"),
			}})
		}
		g.Rows = append(g.Rows, Row{Total: true, Cells: Cells("Together", "£33,000")})
		t.Groups = append(t.Groups, g)
	}
	p.Add(Heading{Level: 1, Text: Text("Appendix 1"), Anchor: "grants"}, Heading{Level: 2, Text: Text("The grants")}, t,
		Note{Mark: "*", Text: Text("The terms are those that were agreed at the start; they were varied once, in October 2023, to let the work go on for another month without more money."), Anchor: "note-*"},
		Note{Mark: "1", Text: Join(Text("Described at "), Link("www.westshire.example", "www.westshire.example"))})
	return p
}

func formPart() Part {
	var p Part
	p.Add(
		Heading{Level: 1, Text: Text("Return of the provider")},
		Fields{Rows: []Field{{Label: "Name of the provider", Blank: 1}, {Label: "Signed", Blank: 3}, {Label: "Date", Blank: 1}}},
		Blank{Label: "What was achieved?", Lines: 5},
		Blank{Lines: 2},
		Table{Grid: true, Columns: []Column{{Heading: Text("Measure"), Weight: 2}, {Heading: Text("Target"), Weight: 1, Align: Centre}, {Heading: Text("Result"), Weight: 1}}, Groups: []Group{{Rows: []Row{
			{Lines: 2, Cells: Cells("People who were helped", "120")}, {Lines: 2, Cells: Cells("People who came again", "30")},
		}}}},
		Table{Groups: []Group{{Rows: []Row{{Cells: Cells("no columns", "are named here")}}}}},
	)
	return p
}

func certificate() Part {
	p := Part{Orientation: Landscape, Framed: true}
	p.Add(Heading{Level: 1, Text: Text("Certificate of attendance")}, para(Text("This is to say that")), para(Bold("Jo Somebody")), para(Text("took part in the training of 9 May 2024.")), Gap{Lines: 2}, para(Text("A. N. Officer")))
	return p
}

func write(t testing.TB, doc Document) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := docx.Write(&b, doc); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

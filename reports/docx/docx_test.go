package docx_test

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	. "almoner/reports/document"
	"almoner/reports/docx"
)

func TestWholePaperIsAFileThatWordTakes(t *testing.T) {
	doc := wholePaper()
	file := write(t, doc)
	if folder := os.Getenv("ALMONER_LOOK"); folder != "" { // to look at it
		if err := os.WriteFile(filepath.Join(folder, "whole.docx"), file, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	document := check(t, doc, file)
	if n := len(document.all("w:sectPr")); n != len(doc.Parts) {
		t.Errorf("%d parts became %d sections", len(doc.Parts), n)
	}
	if again := write(t, doc); !bytes.Equal(file, again) {
		t.Error("the same paper gave two files")
	}
}

// paragraphs are the paragraphs of a style, by their words.
func paragraphs(document *node, style string) []string {
	var found []string
	for _, p := range document.all("w:p") {
		for _, s := range p.all("w:pStyle") {
			if s.val() == style {
				found = append(found, spoken(p))
			}
		}
	}
	return found
}

func TestHeadingsAreWordsOwnAndSkipNoLevel(t *testing.T) {
	doc := wholePaper()
	document := check(t, doc, write(t, doc))
	if got := strings.Join(paragraphs(document, "Heading1"), "|"); got != "1. Purpose|2. What was done|Appendix 1|Return of the provider|Certificate of attendance" {
		t.Errorf("headings of level 1: %s", got)
	}
	if got := strings.Join(paragraphs(document, "Heading2"), "|"); got != "A heading that skips a level|The grants" {
		t.Errorf("headings of level 2: %s", got)
	}
	if got := paragraphs(document, "Heading3"); len(got) > 0 {
		t.Errorf("a level was skipped: %s", got)
	}
}

func TestListsBeginWhereTheySay(t *testing.T) {
	doc := Document{Parts: []Part{{Blocks: []Block{
		List{Numbering: Decimal, Start: 3, Items: []Item{item(para(Text("three")))}},
		List{Numbering: Decimal, Items: []Item{item(para(Text("one")), List{Numbering: LowerAlpha, Items: []Item{item(para(Text("a")))}})}},
		List{Items: []Item{item(para(Text("dot")))}},
	}}}}
	file := write(t, doc)
	document := check(t, doc, file)
	numbering := parse(t, "numbering", parts(t, file)["word/numbering.xml"])
	var got []string
	for _, p := range document.all("w:p") {
		for _, n := range p.all("w:numPr") {
			level, id := n.all("w:ilvl")[0].val(), n.all("w:numId")[0].val()
			for _, num := range numbering.all("w:num") {
				if num.attrs["w:numId"] == id {
					got = append(got, fmt.Sprintf("%s way %s level %s from %s", spoken(p), num.kids[0].val(), level, num.all("w:startOverride")[0].val()))
				}
			}
		}
	}
	want := "three way 1 level 0 from 3|one way 1 level 0 from 1|a way 2 level 1 from 1|dot way 0 level 0 from 1"
	if s := strings.Join(got, "|"); s != want {
		t.Errorf("lists:\n%s\nwant\n%s", s, want)
	}
}

func TestLettersAfterZAreThoseOfThePrintedPaper(t *testing.T) {
	var items []Item
	for range 30 {
		items = append(items, item(para(Text("thing"))))
	}
	doc := Document{Parts: []Part{{Blocks: []Block{List{Numbering: LowerAlpha, Items: items}}}}}
	words := spoken(check(t, doc, write(t, doc)))
	if !strings.Contains(words, "z) thing aa) thing ab) thing ac) thing ad) thing") {
		t.Errorf("the letters go wrong: %s", words)
	}
}

func TestTablesRepeatTheirHeadingsAndKeepTheirRowsWhole(t *testing.T) {
	long := strings.Repeat("a long cell ", 420)
	doc := Document{Parts: []Part{{Blocks: []Block{Table{
		Name: "Payments", Columns: []Column{{Heading: Text("Name")}, {Heading: Text("Amount"), Align: Right}},
		Groups: []Group{{Heading: Text("2023-24"), Rows: []Row{{Cells: Cells("Lamps", "£5")}, {Cells: Cells(long, "£6")}, {Total: true, Cells: Cells("Together", "£11", "and more")}}}},
	}}}}}
	table := check(t, doc, write(t, doc)).all("w:tbl")[0]
	rows := table.all("w:tr")
	for i, want := range []string{"head whole", "whole", "whole", "split", "whole"} {
		got := "split"
		if len(rows[i].all("w:cantSplit")) > 0 {
			got = "whole"
		}
		if len(rows[i].all("w:tblHeader")) > 0 {
			got = "head " + got
		}
		if got != want {
			t.Errorf("row %d is %s, want %s", i, got, want)
		}
	}
	if got := table.all("w:tblCaption")[0].val(); got != "Payments" {
		t.Errorf("the table is called %q", got)
	}
	if look := table.all("w:tblLook")[0]; look.attrs["w:firstRow"] != "1" || look.attrs["w:firstColumn"] != "1" {
		t.Error("nothing says which cells are headings")
	}
	for _, cell := range []*node{rows[2].all("w:tc")[1], rows[0].all("w:tc")[1]} {
		if jc := cell.all("w:jc"); len(jc) != 1 || jc[0].val() != "right" {
			t.Error("sums do not stand on the right")
		}
	}
	if len(rows[3].all("w:keepNext")) == 0 {
		t.Error("the sum may stand on another page than what it adds up")
	}
	if got := spoken(rows[4]); got != "Together £11 and more" {
		t.Errorf("a cell without a column is lost: %q", got)
	}
}

func TestMoreColumnsThanWordHoldsIsSaid(t *testing.T) {
	err := docx.Write(io.Discard, Document{Title: "Wide", Parts: []Part{{Blocks: []Block{
		Heading{Level: 1, Text: Text("All days")}, Table{Columns: make([]Column, 64)},
	}}}})
	if err == nil || !strings.Contains(err.Error(), "“All days” has 64 columns") {
		t.Errorf("the error is %v", err)
	}
}

func TestLinksLeadOnlyWhereAPaperMayLead(t *testing.T) {
	doc := Document{Parts: []Part{{Blocks: []Block{
		Heading{Level: 1, Text: Text("Here"), Anchor: "here"},
		para(Link("a", "https://westshire.example/a?x=1&y=ŵ%20b"), Text(" "), Link("b", "javascript:alert(1)"), Text(" "), Link("c", "file:///etc/passwd"), Text(" "),
			Link("d", "www.westshire.example"), Text(" "), Link("e", "office@westshire.example"), Text(" "), Link("f", "tel:01632960001"), Text(" "),
			Link("g", "#here"), Text(" "), Link("h", "#nowhere"), Text(" "), Link("i", "https://"), Text(" "), Link("j", "mailto:a@b@c"), Text(" "), Link("k", "http://[::1"), Text(" "), Link("l", "https://westshire.example/a b")),
	}}}}
	file := write(t, doc)
	document := check(t, doc, file)
	var linked []string
	for _, h := range document.all("w:hyperlink") {
		linked = append(linked, spoken(h))
	}
	if got := strings.Join(linked, ""); got != "adefg" {
		t.Errorf("these words lead somewhere: %s", got)
	}
	var addresses []string
	for _, r := range parse(t, "rels", parts(t, file)["word/_rels/document.xml.rels"]).kids {
		if r.attrs["TargetMode"] == "External" {
			addresses = append(addresses, r.attrs["Target"])
		}
	}
	want := "https://westshire.example/a?x=1&y=%C5%B5%20b https://www.westshire.example mailto:office@westshire.example tel:01632960001"
	if got := strings.Join(addresses, " "); got != want {
		t.Errorf("addresses:\n%s\nwant\n%s", got, want)
	}
}

func TestLinksLeadIntoWhateverHoldsTheirPlace(t *testing.T) {
	note := func(anchor string) []Block { return []Block{Note{Mark: "*", Text: Text("a note"), Anchor: anchor}} }
	doc := Document{Parts: []Part{{Blocks: []Block{
		para(Link("a", "#a"), Link("b", "#b"), Link("c", "#c"), Link("d", "#d"), Link("e", "#e"), Link("f", "#f")),
		Clause{Number: "1", Anchor: "a", Blocks: note("b")},
		List{Items: []Item{{Blocks: note("c")}}},
		Quotation{Blocks: note("d")},
		Fields{Rows: []Field{{Label: "x", Blocks: note("e")}}},
		Together{Blocks: note("f")},
	}}}}
	if n := len(check(t, doc, write(t, doc)).all("w:hyperlink")); n != 6 {
		t.Errorf("%d of 6 links lead somewhere", n)
	}
}

func TestFieldsToFillInSayWhatBelongsInThem(t *testing.T) {
	document := check(t, wholePaper(), write(t, wholePaper()))
	var titles []string
	for _, s := range document.all("w:sdtPr") {
		for _, a := range s.all("w:alias") {
			titles = append(titles, a.val())
		}
		if len(s.all("w:text")) != 1 {
			t.Error("a field does not take plain words")
		}
	}
	if got := strings.Join(titles, "|"); got != "Name of the provider|Signed|Date|What was achieved?" {
		t.Errorf("the fields are called %s", got)
	}
}

func TestACertificateBearsNoPageNumber(t *testing.T) {
	for marking, want := range map[string]bool{"": true, "OFFICIAL": false} { // a marking stands on every page
		doc := Document{Title: "Certificates", Marking: marking, Parts: []Part{{}, {Framed: true}}}
		doc.Parts[0].Add(Paragraph{Text: Text("a")})
		doc.Parts[1].Add(Paragraph{Text: Text("b")})
		if got := strings.Count(string(parts(t, write(t, doc))["word/document.xml"]), "<w:titlePg/>"); (got == 1) != want {
			t.Errorf("with the marking %q, %d sections are without a foot", marking, got)
		}
	}
}

func TestFootSaysThePageInTheLanguageOfThePaper(t *testing.T) {
	for language, want := range map[string]string{"": "Page 1 of 1", "en-GB": "Page 1 of 1", "cy": "Tudalen 1 o 1", "cy-GB": "Tudalen 1 o 1"} {
		file := parts(t, write(t, Document{Language: language, Footer: "About something", Marking: "OFFICIAL"}))
		foot := parse(t, "foot", file["word/footer1.xml"])
		if got := spoken(foot); got != "About something "+want+" OFFICIAL" {
			t.Errorf("%q: the foot says %q", language, got)
		}
		if n := len(foot.all("w:fldSimple")); n != 2 {
			t.Errorf("%d numbers are Word's own", n)
		}
		if got := spoken(parse(t, "head", file["word/header1.xml"])); got != "OFFICIAL" {
			t.Errorf("the head says %q", got)
		}
	}
}

func TestWordsFromTheRightStandThere(t *testing.T) {
	doc := Document{Parts: []Part{{Blocks: []Block{para(Text("(2) שלום עולם")), para(Text("Westshire "), Text("مرحبا")), para(Text("🙂 👩‍👩‍👧 Tŷ"))}}}}
	document := check(t, doc, write(t, doc))
	all := document.all("w:p")
	for i, want := range []string{"1 1", "0 1", "0 0"} { // of the paragraph, and of runs in it
		got := fmt.Sprint(len(all[i].all("w:bidi")), " ", len(all[i].all("w:rtl")))
		if got != want {
			t.Errorf("paragraph %d: %s, want %s", i, got, want)
		}
	}
}

func TestChangesAndStylesOfWordsAreReal(t *testing.T) {
	doc := Document{Parts: []Part{{Blocks: []Block{para(
		[]Inline{{Text: "in", Change: Inserted}}, []Inline{{Text: "out", Change: Deleted}}, []Inline{{Text: "b", Bold: true}}, []Inline{{Text: "i", Italic: true}}, []Inline{{Text: "th", Superscript: true}}, []Inline{{Text: "**", Superscript: true}}, Text("a\nb"))}}}}
	var got []string
	for _, r := range check(t, doc, write(t, doc)).all("w:r") {
		var how []string
		for _, p := range r.kids {
			switch p.name {
			case "w:rPr":
				for _, k := range p.kids {
					how = append(how, strings.TrimPrefix(k.name, "w:"))
				}
			case "w:br":
				how = append(how, "break")
			}
		}
		got = append(got, spoken(r)+":"+strings.Join(how, "+"))
	}
	if s := strings.Join(got, " "); s != "in:u out:strike b:b+bCs i:i+iCs th:vertAlign **: a b:break" {
		t.Errorf("runs: %s", s)
	}
}

func TestDatesAreThoseOfThePaper(t *testing.T) {
	doc := wholePaper()
	file := write(t, doc)
	doc.Dated = doc.Dated.In(time.FixedZone("elsewhere", 3600)).Add(time.Hour)
	if !bytes.Equal(file, write(t, doc)) {
		t.Error("another hour of the same day gives another file")
	}
	core := parse(t, "core", parts(t, file)["docProps/core.xml"])
	if got := core.all("dcterms:created")[0].text; got != "2024-05-09T00:00:00Z" {
		t.Errorf("the file was made on %s", got)
	}
	if got := core.all("dc:title")[0].text; got != doc.Title {
		t.Errorf("the file is called %q", got)
	}
	if undated := parts(t, write(t, Document{})); bytes.Contains(undated["docProps/core.xml"], []byte("created")) {
		t.Error("a paper without a date has one in Word")
	}
}

func TestTheSamePictureIsInTheFileOnce(t *testing.T) {
	picture := Picture{Content: crest(20, 20), Alt: "A lamp"}
	doc := Document{Parts: []Part{{Blocks: []Block{Letterhead{Name: "Office", Logo: picture}, Figure{Alt: "A lamp", Picture: picture}, Figure{Alt: "Broken", Picture: Picture{Content: []byte("no picture")}}}}}}
	file := write(t, doc)
	document := check(t, doc, file)
	if n := len(document.all("a:blip")); n != 2 {
		t.Errorf("%d pictures are shown", n)
	}
	pictures := 0
	for name := range parts(t, file) {
		if strings.HasPrefix(name, "word/media/") {
			pictures++
		}
	}
	if pictures != 1 {
		t.Errorf("%d pictures are in the file", pictures)
	}
}

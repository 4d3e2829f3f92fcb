package document_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	. "almoner/reports/document"
)

// everything is a document that has one of each block, the words of which are numbered in the order of reading.
func everything() Document {
	table := Table{
		Caption: Text("t31"), Columns: []Column{{Heading: Text("t32")}, {Heading: Text("t33")}},
		Groups: []Group{{Heading: Text("t34"), Rows: []Row{{Total: true, Cells: []Cell{MoneyCell("t35", 500), {Paragraphs: [][]Inline{Text("t36"), Text("t37")}}, TextCell("beyond the columns")}}}}},
	}
	var first, last Part
	first.Add(
		Letterhead{Name: "t02", Lines: []string{"t03", "t04"}, Logo: Picture{Content: []byte("a logo"), Alt: "t01"}},
		Heading{Level: 2, Number: "t05", Text: Text("t06")},
		p(Text("t07 "), Bold("t08\n t09")),
		Clause{Number: "t10", Anchor: "c", Blocks: []Block{p(Text("t11"))}},
		Fields{Rows: []Field{{Label: "t12", Blocks: []Block{p(Text("t13"))}}, {Label: "t14", Blank: 2}}},
		Blank{Label: "t15", Lines: 3},
		Quotation{Blocks: []Block{p(Text("t16"))}, By: Text("t17")},
		Figure{Alt: "t18", Caption: Text("t19"), Chart: &Chart{Rows: []ChartRow{{Label: "a chart's own words"}}}},
		Figure{Picture: Picture{Alt: "t20"}},
		List{Numbering: Decimal, Start: 3, Items: []Item{item(p(Text("t21")), p(Text("t22"))), item(p(Text("t23")))}},
		Note{Mark: "t24", Text: Text("t25"), Anchor: "n"},
		Gap{Lines: 2}, p(), p(Text(" \n")),
		Table{Caption: Text("no table"), Groups: table.Groups},
	)
	last.Add(Together{Blocks: []Block{Clause{Blocks: []Block{Quotation{Blocks: []Block{List{Items: []Item{item(Fields{Rows: []Field{{Label: "t30", Blocks: []Block{table}}}})}}}}}}}})
	return Document{Parts: []Part{first, last}}
}

func TestLinesAreAllWordsInTheOrderOfReading(t *testing.T) {
	want := []string{
		"t01", "t02", "t03", "t04", "t05 t06", "t07 t08 t09", "t10", "t11", "t12", "t13", "t14", "t15", "t16", "t17", "t18", "t19", "t20", "t21", "t22", "t23",
		"t24", "t25", "t30", "t31", "t32", "t33", "t34", "t35", "t36", "t37",
	}
	doc := everything()
	if diff := cmp.Diff(want, Lines(doc)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if diff := cmp.Diff(want[22:], BlockLines(doc.Parts[1].Blocks)); diff != "" {
		t.Errorf("of some blocks (-want +got)\n%s", diff)
	}
}

func TestALogoThatIsNotThereHasNoWords(t *testing.T) {
	if got := BlockLines([]Block{Letterhead{Name: "Office", Logo: Picture{Alt: "Logo"}}}); !cmp.Equal(got, []string{"Office"}) {
		t.Errorf("a letterhead without a logo reads %q", got)
	}
}

func TestALinkMayLeadToWhatSaysSomething(t *testing.T) {
	doc := Document{Parts: []Part{
		{Blocks: []Block{
			Heading{Text: Text("Heading"), Anchor: "heading"},
			Heading{Text: Text(" "), Anchor: "no heading"},
			Clause{Number: "1", Anchor: "number"},
			Clause{Anchor: "words", Blocks: []Block{p(Text("words"))}},
			Clause{Anchor: "no clause", Blocks: []Block{p(Text(" "))}},
		}},
		{Blocks: []Block{
			Together{Blocks: []Block{Note{Mark: "*", Anchor: "mark"}, Note{Text: Text("note"), Anchor: "note"}, Note{Mark: " ", Anchor: "no note"}}},
			Heading{Text: Text("Again"), Anchor: "heading"},
			Heading{Text: Text("Not linked")},
			p(Text("a paragraph")),
		}},
	}}
	if diff := cmp.Diff([]string{"heading", "number", "words", "mark", "note"}, Anchors(doc)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestAWalkVisitsWhateverHoldsSomethingBeforeIt(t *testing.T) {
	deep := p(Text("deep"))
	for name, b := range map[string]Block{
		"a clause": Clause{Blocks: []Block{deep}}, "what stands together": Together{Blocks: []Block{deep}}, "a quotation": Quotation{Blocks: []Block{deep}},
		"a list": List{Items: []Item{{}, item(deep)}}, "fields": Fields{Rows: []Field{{}, {Blocks: []Block{deep}}}},
	} {
		var got []Block
		Walk([]Block{b, Gap{}}, func(b Block) { got = append(got, b) })
		if diff := cmp.Diff([]Block{b, deep, Gap{}}, got); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", name, diff)
		}
	}
}

func TestTablesComeWithTheHeadingAboveThem(t *testing.T) {
	table := Table{Columns: []Column{{Heading: Text("a")}}}
	doc := Document{Parts: []Part{
		{Blocks: []Block{table, Heading{Text: Text("First")}, Together{Blocks: []Block{Heading{Text: Text("Second\n one")}, table}}, table}},
		{Blocks: []Block{table}},
	}}
	var got []string
	for _, found := range Tables(doc) {
		got = append(got, found.Under)
	}
	if diff := cmp.Diff([]string{"", "Second one", "Second one", ""}, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestEveryRunOfWordsIsChangedAndNothingElse(t *testing.T) {
	doc := everything()
	loud := func(r Inline) []Inline {
		r.Text = strings.ToUpper(r.Text)
		return []Inline{r, {Text: "!"}}
	}
	var changed Document
	for _, part := range doc.Parts {
		changed.Parts = append(changed.Parts, Part{Blocks: EachInline(part.Blocks, loud)})
	}
	if diff := cmp.Diff(everything(), doc); diff != "" {
		t.Errorf("the blocks given are changed (-want +got)\n%s", diff)
	}
	got := strings.Join(Lines(changed), " ")
	want := "t01 t02 t03 t04 t05 T06! T07 !T08 T09! t10 T11! t12 T13! t14 t15 T16! T17! t18 T19! t20 T21! T22! T23! t24 T25! ! t30 T31! T32! T33! T34! T35! T36! T37!"
	if got != want {
		t.Errorf("the words are\n%s\nwant\n%s", got, want)
	}
	same := func(r Inline) []Inline { return []Inline{r} }
	for i, part := range doc.Parts {
		if diff := cmp.Diff(part.Blocks, EachInline(part.Blocks, same), cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("part %d is another (-want +got)\n%s", i, diff)
		}
	}
}

func TestWhereALinkMayLead(t *testing.T) {
	for link, want := range map[string]string{
		"https://elmshire.example/a?b=c#d": "https://elmshire.example/a?b=c#d", " HTTP://elmshire.example\n": "HTTP://elmshire.example", "mailto:foi@elmshire.example": "mailto:foi@elmshire.example",
		"tel:+441632960001": "tel:+441632960001", "foi@elmshire.example": "mailto:foi@elmshire.example", "www.elmshire.example": "https://www.elmshire.example",
		"": "", " ": "", "javascript:alert(1)": "", "file:///c:/x": "", "ftp://a@elmshire.example": "", "elmshire.example": "", "data:text/html,x@y": "",
		"https://elmshire.example/a b": "", "https://elmshire.example/\"onclick": "", "https://elmshire.example/<b>": "", "https://elmshire.example/a\tb": "", "https://elmshire.example\\x": "", "www.{site}.example": "",
		"https://": "", "http://[::1": "", "http:elmshire.example": "", "mailto:": "", "mailto:a@b@c": "", "@b": "", "a@": "", "tel:": "", "mailto:a@b?subject=c": "mailto:a@b?subject=c", "https://elmshire.example/%zz": "",
	} {
		if got, ok := Target(link); got != want || ok != (want != "") {
			t.Errorf("%q leads to %q, %v; want %q", link, got, ok, want)
		}
	}
}

func TestTheFirstLetterWithADirectionTellsHowWordsAreRead(t *testing.T) {
	for words, want := range map[string]bool{
		"": false, "12 – 34": false, "abc": false, "שלום": true, "مرحبا": true, "12 (שלום abc": true, "abc שלום": false, "Ŵ שלום": false, "漢 שלום": false, "\u2014 שלום": true,
	} {
		for _, runs := range [][]Inline{Text(words), {{Text: "1. "}, {Text: words}}} {
			if got := RightToLeft(runs); got != want {
				t.Errorf("%q is read from right to left: %v", Plain(runs), got)
			}
		}
	}
}

package docx_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"almoner/data"
	"almoner/data/sample"
	"almoner/reports"
	. "almoner/reports/document"
	"almoner/reports/realpapers"
	"almoner/reports/witness"
)

// spokenByOffice is the text that LibreOffice finds in a file, which has read it as Word would.
func spokenByOffice(t *testing.T, file []byte) string {
	t.Helper()
	text := witness.Convert(t, file, "paper.docx", "txt:Text (encoded):UTF8", "txt")
	return folded(strings.TrimPrefix(string(text), "\ufeff"))
}

func TestLibreOfficeReadsTheWholePaperInOrder(t *testing.T) {
	doc := wholePaper()
	text := spokenByOffice(t, write(t, doc))
	withoutPictures := doc
	withoutPictures.Parts = nil
	for _, part := range doc.Parts {
		kept := Part{}
		for _, b := range part.Blocks {
			switch b := b.(type) {
			case Figure: // a text file has no pictures
				kept.Add(Paragraph{Text: b.Caption})
			case Letterhead:
				b.Logo = Picture{}
				kept.Add(b)
			default:
				kept.Add(b)
			}
		}
		withoutPictures.Parts = append(withoutPictures.Parts, kept)
	}
	inOrder(t, withoutPictures, text)
	for _, numbered := range []string{"3. the third thing", "4. the fourth:", "a) alpha", "i. roman one", "5. the fifth.", "1. a list of its own begins at one", "• a bullet in a clause"} {
		if !strings.Contains(text, numbered) {
			t.Errorf("%q is not there", numbered)
		}
	}
}

func TestRealPapersStandInWordWordForWord(t *testing.T) {
	for _, c := range realpapers.All(t) {
		text := spokenByOffice(t, write(t, c.Document))
		inOrder(t, c.Document, text)
		for _, line := range c.Missing(text) {
			t.Errorf("%s: %q is not in the Word file", c.Name, line)
		}
	}
}

func replies(t testing.TB, reg *data.Register) []Document {
	t.Helper()
	var all []Document
	for _, r := range data.All[*data.FOIRequest](reg) {
		all = append(all, reports.FOIReply(reg, r.Blind()))
	}
	if len(all) == 0 {
		t.Fatal("the office holds no request")
	}
	return all
}

func sampleReplies(t testing.TB) []Document {
	t.Helper()
	details, records := sample.Office()
	return replies(t, data.NewRegister(append(records, details)...))
}

func TestEveryReplyOfTheSampleIsAFileThatWordTakes(t *testing.T) {
	for i, doc := range sampleReplies(t) {
		file := write(t, doc)
		check(t, doc, file)
		if folder := os.Getenv("ALMONER_LOOK"); folder != "" && i < 3 { // to look at them
			if err := os.WriteFile(filepath.Join(folder, "reply"+string(rune('a'+i))+".docx"), file, 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func BenchmarkReply(b *testing.B) {
	var longest Document
	for _, doc := range sampleReplies(b) {
		if len(Lines(doc)) > len(Lines(longest)) {
			longest = doc
		}
	}
	b.ReportAllocs()
	for b.Loop() {
		write(b, longest)
	}
}

func BenchmarkTableOf10000Rows(b *testing.B) {
	table := Table{Columns: []Column{{Heading: Text("Name")}, {Heading: Text("Amount"), Align: Right}, {Heading: Text("Given to")}, {Heading: Text("For what")}}, Groups: []Group{{}}}
	for range 10_000 {
		table.Groups[0].Rows = append(table.Groups[0].Rows, Row{Cells: Cells("Lamps for the towpath", "£5,500", "Northbridge Borough Council", "Forty lamps between the lock and the old bridge")})
	}
	doc := Document{Parts: []Part{{Blocks: []Block{table}}}}
	b.ReportAllocs()
	for b.Loop() {
		write(b, doc)
	}
}

package layout

import (
	"fmt"
	"strings"

	"almoner/reports/document"
)

// Sizes and distances of the house style, in points. Those with a capital are the Word files' too.
const (
	BodySize  = 11.0
	TableSize = 9.5
	tableMin  = 7.0 // below this a printed table is not legible
	NoteSize  = 9.0
	FootSize  = 8.5
	footLead  = 10.5
	footGap   = 24.0 // before the number of the page

	Leading      = 1.35 // distance of baselines, times the size
	TightLeading = 1.25 // in tables and notes
	ascent       = 0.80 // where the baseline stands within a line's height

	paragraphGap = 8.0
	tightGap     = 0.0
	itemGap      = 3.5
	tableLead    = 6.0 // before a table
	tableGap     = 12.0
	noteGap      = 4.0

	listIndent = 20.0
	narrowest  = 150.0 // text within lists is never set narrower
	labelGap   = 6.0
	cellPadX   = 4.5
	cellPadY   = 3.5
	hairline   = 0.5
	strongLine = 0.9

	superSize = 0.68
	superRise = 0.34
)

// The colours of the house style. Those with a capital are the Word files' too.
var (
	FootGrey  = Colour{85, 85, 85}
	newGreen  = Colour{0, 92, 58}   // words that are new
	goneRed   = Colour{150, 22, 22} // words that are gone
	LinkBlue  = Colour{11, 72, 150}
	RuleGrey  = Colour{176, 182, 190}
	RuleDark  = Colour{90, 98, 110}
	HeadTint  = Colour{228, 232, 238}
	GroupTint = Colour{243, 245, 248}
)

// headingStyle is how a level of heading looks.
type headingStyle struct {
	size, before, after float64
	face                Face
}

var headingStyles = [...]headingStyle{
	{16, 20, 8, Bold},
	{13, 16, 6, Bold},
	{11.5, 13, 4, Bold},
	{11, 11, 3, BoldItalic},
	{11, 10, 3, Italic},
	{11, 10, 3, Italic},
}

// sheet is a size of paper with the edges of its text.
type sheet struct{ width, height, left, right, top, bottom, foot float64 }

const mm = 72 / 25.4

func a4(o document.Orientation) sheet {
	if o == document.Landscape {
		return sheet{
			width: 297 * mm, height: 210 * mm, left: 20 * mm, right: 277 * mm,
			top: 20 * mm, bottom: 187 * mm, foot: 196 * mm,
		}
	}
	return sheet{
		width: 210 * mm, height: 297 * mm, left: 25 * mm, right: 185 * mm,
		top: 24 * mm, bottom: 270 * mm, foot: 281 * mm,
	}
}

// Phrases are the few words that a page itself says.
type Phrases struct {
	Page      string // with the number of the page and that of all as %d
	Continued string // of a table, on the pages after its first
}

// PhrasesIn are the words of pages in a language (BCP 47).
func PhrasesIn(language string) Phrases {
	if lang, _, _ := strings.Cut(strings.ToLower(language), "-"); lang == "cy" {
		return Phrases{Page: "Tudalen %d o %d", Continued: "(parhad)"}
	}
	return Phrases{Page: "Page %d of %d", Continued: "(continued)"}
}

// sheet is the sheet that a page is on.
func (p *Page) sheet() sheet {
	if p.Width > p.Height {
		return a4(document.Landscape)
	}
	return a4(document.Portrait)
}

// footers writes the foot of every page, now that their number is known: what the paper is, and its number. A long foot stands on two
// lines, the first of which is a little higher than a foot of one.
func (t *typesetter) footers(words string) {
	pages := t.paper.Pages
	for i := range pages {
		p := &pages[i]
		if p.framed {
			continue
		}
		s := p.sheet()
		number := fmt.Sprintf(t.words.Page, i+1, len(pages))
		numberWidth := t.faces[Regular].width(number, FootSize)
		lines := t.footLines(words, s.right-s.left-numberWidth-footGap, s.right-s.left)
		foot := Words{X: s.left, Y: s.foot, Face: Regular, Size: FootSize, Colour: FootGrey}
		if len(lines) > 1 {
			foot.Y -= footLead / 2
		}
		p.Boxes = append(p.Boxes, bar(s.left, foot.Y-FootSize-6, s.right-s.left, hairline, RuleGrey))
		for k, line := range lines {
			w := foot
			w.Y += float64(k) * footLead
			w.Text, w.Width = line, t.faces[Regular].width(line, FootSize)
			p.Words = append(p.Words, w)
		}
		foot.X, foot.Text, foot.Width = s.right-numberWidth, number, numberWidth
		p.Words = append(p.Words, foot)
	}
}

// footLines are the lines of a foot: one if it fits, otherwise two, broken between two things that it says or, where one of them is too
// long by itself, between words. What two lines do not hold is cut, and the cut shows.
func (t *typesetter) footLines(words string, first, second float64) []string {
	face := t.faces[Regular]
	text := t.printable(strings.Join(strings.Fields(words), " "), face)
	switch {
	case text == "":
		return nil
	case face.width(text, FootSize) <= first:
		return []string{text}
	}
	for _, between := range []string{" · ", " "} {
		for left := text; ; {
			at := strings.LastIndex(left, between)
			if at < 0 {
				break
			}
			if left = left[:at]; face.width(left, FootSize) <= first {
				return []string{left, t.shorten(text[at+len(between):], second)}
			}
		}
	}
	return []string{t.shorten(text, first)}
}

// shorten cuts a line of a foot to a width, and shows the cut.
func (t *typesetter) shorten(text string, width float64) string {
	face := t.faces[Regular]
	if face.width(text, FootSize) <= width {
		return text
	}
	letters := []rune(text)
	for len(letters) > 0 && face.width(string(letters)+"…", FootSize) > width {
		letters = letters[:len(letters)-1]
	}
	return strings.TrimRight(string(letters), " ") + "…"
}

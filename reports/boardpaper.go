package reports

import (
	"fmt"

	"almoner/data"
	"almoner/reports/document"
)

var boardPaperPaper = Paper{
	Name: "board-paper", Title: "Board paper", Of: data.KindBoardPaper,
	Make: makes(func(s Setting, p *data.BoardPaper) document.Document { return BoardPaper(s.Register, p) }),
}

// BoardPaper is a report to a board. Its recommendations stand as its second section, where whoever has no time looks for them, and again
// as its last, from the same words; its paragraphs are numbered within their sections.
func BoardPaper(reg *data.Register, p *data.BoardPaper) document.Document {
	office := reg.Details()
	w := wording{office: office}
	doc := newPaper(office, p.Title, w.plain("board_subject"), p.Label())
	doc.Dated = p.Date.Time()
	if p.Marking != "" {
		doc.Marking = p.Marking
	}
	var part document.Part
	part.Add(
		document.Heading{Level: 1, Text: document.Text(p.Title)},
		fields(
			field(w.plain("board_to"), p.To),
			field(w.plain("board_from"), p.From),
			field(w.plain("board_meeting"), p.Meeting),
			field(w.plain("board_date"), p.Date.Long()),
			field(w.plain("board_reference"), string(p.Reference)),
		),
	)
	b := boardSections{words: w}
	recommendations := recommended(p.Recommendations)
	for i, s := range p.Sections {
		b.section(s.Heading, document.Markdown(s.Body, 3))
		if i == 0 {
			b.recommendations(recommendations)
		}
	}
	if len(p.Sections) != 1 { // after a single section they stand last already
		b.recommendations(recommendations)
	}
	part.Add(b.blocks...)
	part.Add(boardEnd(reg, w, p)...)
	doc.Parts = []document.Part{part}
	return doc
}

// boardSections numbers the sections of a paper.
type boardSections struct {
	words  wording
	n      int
	blocks []document.Block
}

func (b *boardSections) section(heading string, body []document.Block) {
	b.n++
	number := fmt.Sprint(b.n)
	if heading == "" {
		heading = b.words.plain("board_section")
	}
	b.blocks = append(b.blocks, document.Heading{Level: 2, Number: number + ".", Text: document.Text(heading)})
	b.blocks = append(b.blocks, clauses(number, 2, body)...)
}

func (b *boardSections) recommendations(body []document.Block) {
	if len(body) > 0 {
		b.section(b.words.plain("board_recommendations"), body)
	}
}

// recommended are recommendations, each in paragraphs of its own.
func recommended(recommendations []string) []document.Block {
	var blocks []document.Block
	for _, r := range nonEmpty(recommendations...) {
		blocks = append(blocks, document.Markdown(r, 3)...)
	}
	return blocks
}

// boardEnd is what a paper rests on and who can be asked about it.
func boardEnd(reg *data.Register, w wording, p *data.BoardPaper) []document.Block {
	var blocks []document.Block
	blocks = append(blocks, headed(2, w.plain("board_sources"), sources(p.SourceDocuments)...)...)
	blocks = append(blocks, headed(2, w.plain("board_attachments"), bullets(enclosures(p.Attachments))...)...)
	var officers []document.Block
	for _, id := range p.ContactOfficers {
		if who, ok := personOf(reg, id); ok {
			officers = append(officers, document.Paragraph{Text: document.Text(who.line()), Tight: len(who.reach()) > 0})
			if reach := who.reach(); len(reach) > 0 {
				officers = append(officers, document.Paragraph{Text: reach})
			}
		}
	}
	return append(blocks, document.Together{Blocks: headed(2, w.plain("board_officers"), officers...)})
}

// sources are the documents that a paper rests on; the addresses in them lead there.
func sources(documents []string) []document.Block {
	var list document.List
	for _, d := range nonEmpty(documents...) {
		list.Items = append(list.Items, document.Item{Blocks: []document.Block{document.Paragraph{Text: linkAddresses(d)}}})
	}
	if len(list.Items) == 0 {
		return nil
	}
	return []document.Block{list}
}

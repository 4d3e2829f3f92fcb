// Package reports is what each paper of the office says: a file a paper, plain records in, a [document.Document] out.
//
// A paper is a pure function: it opens no file, asks no clock and knows no font, so equal records give equal papers. How a
// Document looks is the concern of the packages below it: layout places it on pages, pdf prints it.
package reports

import (
	"regexp"
	"strings"
	"sync"

	"almoner/assets"
	"almoner/data"
	"almoner/reports/document"
)

// language is that of the standing words and of the papers made with them (BCP 47).
const language = "en-GB"

var standingWords = sync.OnceValue(func() map[string]string {
	words, err := assets.Wording("en")
	if err != nil {
		panic(err) // the words are part of the program: a build without them is no build
	}
	return words
})

// wording gives the standing paragraphs of one paper: the office's own where it has written them, with their blanks filled in.
type wording struct {
	office *data.OfficeDetails
	values map[string]string
}

var blank = regexp.MustCompile(`\{[a-z_]+\}`)

// plain is a standing paragraph as plain words.
func (w wording) plain(name string) string {
	words, own := w.office.Wording[name]
	if !own || strings.TrimSpace(words) == "" {
		words = standingWords()[name]
	}
	return blank.ReplaceAllStringFunc(words, func(b string) string {
		if value, ok := w.values[strings.Trim(b, "{}")]; ok {
			return value
		}
		return b // left standing, to be seen before the paper goes out
	})
}

// blocks is a standing paragraph as the blocks that its Markdown makes.
func (w wording) blocks(name string) []document.Block { return document.Markdown(w.plain(name), 2) }

// letterhead is the name and address of the office.
func letterhead(office *data.OfficeDetails) []document.Block {
	blocks := []document.Block{document.Paragraph{Text: document.Bold(office.Name), Tight: true}}
	lines := strings.Split(strings.TrimSpace(office.Address), "\n")
	if contact := strings.Join(nonEmpty(office.Phone, office.Email, office.Website), " · "); contact != "" {
		lines = append(lines, contact)
	}
	for _, line := range nonEmpty(lines...) {
		blocks = append(blocks, document.Paragraph{Text: document.Text(strings.TrimSpace(line)), Tight: true})
	}
	return append(blocks, document.Gap{Lines: 1})
}

func nonEmpty(texts ...string) []string {
	var kept []string
	for _, t := range texts {
		if strings.TrimSpace(t) != "" {
			kept = append(kept, t)
		}
	}
	return kept
}

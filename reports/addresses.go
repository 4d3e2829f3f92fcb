package reports

import (
	"regexp"
	"strings"

	"almoner/reports/document"
)

var webAddress = regexp.MustCompile(`(?:https?://|www\.)[^\s<>“”"]+`)

// linkAddresses is a text in which the web addresses lead where they say. A full stop or bracket behind one is not part of it.
func linkAddresses(text string) []document.Inline {
	var runs []document.Inline
	put := func(words, link string) {
		if words != "" {
			runs = append(runs, document.Inline{Text: words, Link: link})
		}
	}
	at := 0
	for _, m := range webAddress.FindAllStringIndex(text, -1) {
		address := strings.TrimRight(text[m[0]:m[1]], ".,;:)’'")
		put(text[at:m[0]], "")
		link := address
		if strings.HasPrefix(link, "www.") {
			link = "https://" + link
		}
		put(address, link)
		at = m[0] + len(address)
	}
	put(text[at:], "")
	return runs
}

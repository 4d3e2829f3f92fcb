package help

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"

	"almoner/data"
)

// index finds pages by words.
type index struct {
	topics []Topic
	pages  []indexed
}

// indexed are the words of a page by where they stand, as they are compared.
type indexed struct{ title, headings, text []string }

// What a word of a search is worth by where a page has it.
const (
	inTitle   = 8
	inHeading = 4
	inText    = 1
)

func newIndex(topics []Topic) *index {
	x := &index{topics: topics}
	for _, t := range topics {
		x.pages = append(x.pages, indexed{wordsOf(t.Title), wordsOf(t.headings()), wordsOf(t.words())})
	}
	return x
}

// wordsOf are the words of a text without capitals and accents.
func wordsOf(text string) []string {
	return strings.FieldsFunc(data.Fold(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// find lists the pages that have any of the words, or what begins with them, the best first; without words all pages as they stand. A word
// counts for more the fewer pages have it, so that “how do I publish” is a question about publishing.
func (x *index) find(search string) []Topic {
	words := wordsOf(search)
	if len(words) == 0 {
		return x.topics
	}
	worth := make([]float64, len(x.topics))
	for _, word := range words {
		places, pages := make([]float64, len(x.topics)), 0
		for i, p := range x.pages {
			if places[i] = p.place(word); places[i] > 0 {
				pages++
			}
		}
		for i := range places {
			worth[i] += places[i] * math.Log(float64(len(x.topics)+1)/float64(max(pages, 1)))
		}
	}
	var found []int
	for i, w := range worth {
		if w > 0 {
			found = append(found, i)
		}
	}
	slices.SortStableFunc(found, func(a, b int) int { return cmp.Compare(worth[b], worth[a]) })
	topics := make([]Topic, len(found))
	for i, at := range found {
		topics[i] = x.topics[at]
	}
	return topics
}

// place is what it is worth that a page has a word; more often is worth a little more.
func (p indexed) place(word string) float64 {
	worth := 0.0
	for _, part := range []struct {
		words []string
		worth float64
	}{{p.title, inTitle}, {p.headings, inHeading}, {p.text, inText}} {
		n := 0
		for _, w := range part.words {
			if strings.HasPrefix(w, word) {
				n++
			}
		}
		if n > 0 {
			worth += part.worth * (1 + math.Log(float64(n))/4)
		}
	}
	return worth
}

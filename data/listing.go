package data

import (
	"cmp"
	"slices"
	"strings"
	"sync"
	"unicode"
)

// Field is one thing that a list of rows can show, print and sort by.
type Field[R any] struct {
	Key     string // its name in the vocabulary
	Heading string
	Figures bool                             // stands on the right
	Text    func(reg *Register, r R) string  // as it is printed
	Rank    func(reg *Register, r R) float64 // the order of rows; nil orders by Text, as people sort words
	Value   func(reg *Register, r R) any     // what other programs read; nil is Text
}

// Sort is the order that somebody asked a list to stand in.
type Sort struct {
	Field      string
	Descending bool
}

// Listing is rows of one kind made ready for searching, filtering and sorting at every keystroke. It does not change: when the
// records do, there is a new one.
type Listing[R any] struct {
	reg    *Register
	fields []Field[R]
	rows   []R
	// words are what is searched: the folded words of each row, and the keys of its references, each after a space.
	words func() (texts, keys []string)

	mu     sync.Mutex
	orders map[string][]int32
}

// List makes a listing of all records of a kind; words are what people look for a record by, beside its references.
func List[R Record](reg *Register, fields []Field[R], words func(R) string) *Listing[R] {
	rows := All[R](reg)
	texts, keys := make([]string, len(rows)), make([]string, len(rows))
	for i, rec := range rows {
		texts[i] = Fold(rec.Label() + "\n" + words(rec))
		for _, ref := range referencesOf(rec) {
			texts[i] += "\n" + Fold(string(ref))
			keys[i] += " " + ref.Key()
		}
	}
	return newListing(reg, fields, rows, func() ([]string, []string) { return texts, keys })
}

// Len is how many rows there are.
func (l *Listing[R]) Len() int { return len(l.rows) }

// At is row i.
func (l *Listing[R]) At(i int32) R { return l.rows[i] }

func newListing[R any](reg *Register, fields []Field[R], rows []R, words func() (texts, keys []string)) *Listing[R] {
	return &Listing[R]{reg: reg, fields: fields, rows: rows, words: words, orders: map[string][]int32{}}
}

// Select is which rows hold all words of text and are kept, in order. It allocates what it returns and little else; at 100,000
// rows it has to end well within one frame of a screen.
func (l *Listing[R]) Select(text string, keep func(R) bool, by Sort) []int32 {
	return l.find(nil, text, keep, by)
}

// Keep says of each row whether it is kept, for Among: a filter is worked out once and then holds for every letter that is typed.
func (l *Listing[R]) Keep(keep func(R) bool) []bool {
	kept := make([]bool, len(l.rows))
	for i, r := range l.rows {
		kept[i] = keep(r)
	}
	return kept
}

// Among is Select from the rows that Keep has kept; nil is all.
func (l *Listing[R]) Among(kept []bool, text string, by Sort) []int32 {
	return l.find(kept, text, nil, by)
}

func (l *Listing[R]) find(kept []bool, text string, keep func(R) bool, by Sort) []int32 {
	matches := l.matcher(searchWords(text))
	hit := make([]bool, len(l.rows))
	n := 0
	for i := range l.rows {
		if (len(kept) == 0 || kept[i]) && matches(i) && (keep == nil || keep(l.rows[i])) {
			hit[i] = true
			n++
		}
	}
	found := make([]int32, 0, n)
	order := l.order(by.Field)
	if by.Descending {
		for _, i := range slices.Backward(order) {
			if hit[i] {
				found = append(found, i)
			}
		}
		return found
	}
	for _, i := range order {
		if hit[i] {
			found = append(found, i)
		}
	}
	return found
}

type searchWord struct{ text, key string }

// searchWords are the words of a search; a word with a digit in it may also be part of a reference, in any spelling.
func searchWords(text string) []searchWord {
	var words []searchWord
	for _, w := range strings.Fields(Fold(text)) {
		word := searchWord{text: w}
		if strings.ContainsFunc(w, unicode.IsDigit) {
			word.key = referenceKey(w)
		} else if referenceKey(w) == "" {
			continue // a lone dash between the halves of a reference
		}
		words = append(words, word)
	}
	return words
}

// matcher says of a row whether it holds all the words.
func (l *Listing[R]) matcher(words []searchWord) func(i int) bool {
	if len(words) == 0 {
		return func(int) bool { return true }
	}
	texts, keys := l.words()
	return func(i int) bool {
		for _, w := range words {
			if !strings.Contains(texts[i], w.text) && (w.key == "" || !strings.Contains(keys[i], w.key)) {
				return false
			}
		}
		return true
	}
}

// order is the rows in the order of a field, worked out once. Rows that are equal in it keep the order of the listing.
func (l *Listing[R]) order(key string) []int32 {
	l.mu.Lock()
	defer l.mu.Unlock()
	if order, ok := l.orders[key]; ok {
		return order
	}
	order := make([]int32, len(l.rows))
	for i := range order {
		order[i] = int32(i)
	}
	if f := l.field(key); f != nil && f.Rank != nil {
		sortBy(order, l.rows, func(r R) float64 { return f.Rank(l.reg, r) })
	} else if f != nil {
		sortBy(order, l.rows, func(r R) string { return Fold(f.Text(l.reg, r)) })
	}
	l.orders[key] = order
	return order
}

func (l *Listing[R]) field(key string) *Field[R] {
	for i := range l.fields {
		if l.fields[i].Key == key {
			return &l.fields[i]
		}
	}
	return nil
}

func sortBy[R any, K cmp.Ordered](order []int32, rows []R, key func(R) K) {
	keys := make([]K, len(rows))
	for i, r := range rows {
		keys[i] = key(r)
	}
	slices.SortStableFunc(order, func(a, b int32) int { return cmp.Compare(keys[a], keys[b]) })
}

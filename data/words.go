package data

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// word is one word of a text, folded, with where it stands there.
type word struct {
	start, end int
	folded     string
	capital    bool   // it begins with a capital letter
	before     string // what stands between the word before and this one
	opens      bool   // a sentence, a line or a bullet
}

// wordsIn are the words of a text: letters and digits, with the apostrophes, and in figures the commas and points, that stand within. The
// “’s” of an owner is none of the name, so that “Quill’s” finds Quill.
func wordsIn(text string) []word {
	var words []word
	last := 0
	for at := 0; at < len(text); {
		c, size := utf8.DecodeRuneInString(text[at:])
		if !inWord(c) {
			at += size
			continue
		}
		end := wordEnd(text, at)
		between := text[last:at]
		words = append(words, word{
			start: at, end: end, folded: wordFold(text[at:end]), capital: unicode.IsUpper(c), before: between,
			opens: last == 0 && len(words) == 0 || strings.ContainsAny(between, ".!?:\n•|#*"),
		})
		last, at = end, end
	}
	return words
}

func inWord(c rune) bool {
	return unicode.IsLetter(c) || unicode.IsDigit(c) || unicode.Is(unicode.Mn, c)
}

func wordEnd(text string, at int) int {
	for at < len(text) {
		c, size := utf8.DecodeRuneInString(text[at:])
		if inWord(c) {
			at += size
			continue
		}
		next, _ := utf8.DecodeRuneInString(text[at+size:])
		before, _ := utf8.DecodeLastRuneInString(text[:at])
		figure := (c == ',' || c == '.') && unicode.IsDigit(next) && unicode.IsDigit(before)
		inside := straighten(c) == '\'' && unicode.IsLetter(next) && !owns(text[at+size:])
		if !figure && !inside {
			return at
		}
		at += size
	}
	return at
}

// owns reports whether a text after an apostrophe goes on with the s of an owner.
func owns(rest string) bool {
	if rest == "" || rest[0] != 's' && rest[0] != 'S' {
		return false
	}
	c, _ := utf8.DecodeRuneInString(rest[1:])
	return len(rest) == 1 || !inWord(c)
}

func wordFold(text string) string {
	folded := Fold(text)
	if strings.ContainsAny(folded, "',.") {
		folded = strings.NewReplacer("'", "", ",", "", ".", "").Replace(folded)
	}
	return folded
}

// foldedWords are the words of a text without where they stand.
func foldedWords(text string) []string {
	var all []string
	for _, w := range wordsIn(text) {
		all = append(all, w.folded)
	}
	return all
}

// excerptAround is a part of a text with some words before and after it, on one line.
func excerptAround(text string, start, end int) string {
	const around = 40
	from, to := start, end
	for from > 0 && start-from < around {
		_, size := utf8.DecodeLastRuneInString(text[:from])
		from -= size
	}
	for to < len(text) && to-end < around {
		_, size := utf8.DecodeRuneInString(text[to:])
		to += size
	}
	if space := strings.IndexFunc(text[from:start], unicode.IsSpace); from > 0 && space >= 0 {
		from += space
	}
	if space := strings.LastIndexFunc(text[end:to], unicode.IsSpace); to < len(text) && space >= 0 {
		to = end + space
	}
	excerpt := trimSpace(text[from:to])
	if from > 0 {
		excerpt = "…" + excerpt
	}
	if to < len(text) {
		excerpt += "…"
	}
	return excerpt
}

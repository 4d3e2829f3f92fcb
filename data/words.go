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
	words := make([]word, 0, len(text)/6+1)
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
			opens: len(words) == 0 || endsSentence(between),
		})
		last, at = end, end
	}
	return words
}

// endsSentence reports whether what stands between two words ends a sentence, a line or a cell of a table.
func endsSentence(between string) bool {
	for i := range len(between) {
		switch between[i] {
		case '.', '!', '?', ':', '\n', '|', '#', '*':
			return true
		}
	}
	return strings.Contains(between, "•")
}

func inWord(c rune) bool {
	if c < utf8.RuneSelf { // nearly all of them
		return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9'
	}
	return unicode.IsLetter(c) || unicode.IsDigit(c) || unicode.Is(unicode.Mn, c)
}

func wordEnd(text string, at int) int {
	for at < len(text) {
		c, size := utf8.DecodeRuneInString(text[at:])
		if inWord(c) {
			at += size
			continue
		}
		if c != ',' && c != '.' && straighten(c) != '\'' {
			return at
		}
		next, _ := utf8.DecodeRuneInString(text[at+size:])
		before, _ := utf8.DecodeLastRuneInString(text[:at])
		figure := (c == ',' || c == '.') && unicode.IsDigit(next) && unicode.IsDigit(before)
		inside := c != ',' && c != '.' && unicode.IsLetter(next) && !owns(text[at+size:])
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

var signsInWords = strings.NewReplacer("'", "", ",", "", ".", "")

func wordFold(text string) string {
	folded := Fold(text) // which makes no copy of a word in small letters
	if strings.ContainsAny(folded, "',.") {
		folded = signsInWords.Replace(folded)
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

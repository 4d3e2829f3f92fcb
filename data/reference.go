package data

import (
	"strings"
	"unicode"

	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"
)

// Reference is what is printed on a paper to name it, kept letter by letter as it was printed: "FOI/OPCC/20-003", "23/24 – 0017".
type Reference string

// Key is the letters and digits of a reference. Two spellings of one reference have the same key: "2324-0017" finds "23/24 – 0017".
func (r Reference) Key() string { return referenceKey(string(r)) }

// Same reports whether two references are spellings of one.
func (r Reference) Same(s Reference) bool { return r.Key() != "" && r.Key() == s.Key() }

func referenceKey(s string) string {
	return strings.Map(func(c rune) rune {
		if unicode.IsLetter(c) || unicode.IsDigit(c) {
			return c
		}
		return -1
	}, Fold(s))
}

// Fold makes text ready for comparing as people compare: without capitals and without accents, so that "ty gwyn" finds "Tŷ Gwyn".
func Fold(s string) string {
	if plain(s) {
		return strings.ToLower(s)
	}
	if !strings.ContainsFunc(s, accented) {
		return strings.ToLower(strings.Map(straighten, s))
	}
	folded, _, err := transform.String(transform.Chain(norm.NFD, runes.Remove(runes.In(unicode.Mn)), norm.NFC), s)
	if err != nil {
		folded = s
	}
	return strings.ToLower(strings.Map(straighten, folded))
}

func plain(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

// accented reports whether a letter may have an accent, or be one. English text has quotes, dashes and pound signs beyond ASCII, which
// have none: taking accents off is forty times the work of all else here.
func accented(c rune) bool {
	return c >= 0xc0 && c != '€' && (c < 0x2010 || c > 0x205e)
}

// straighten turns the quotes, dashes and spaces of typesetters into those of a keyboard.
func straighten(c rune) rune {
	switch c {
	case '‘', '’', '‛':
		return '\''
	case '“', '”':
		return '"'
	case '–', '—', '‑', '−':
		return '-'
	case '\u00a0', '\u202f', '\u2009':
		return ' '
	default:
		return c
	}
}

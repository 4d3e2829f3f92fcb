package data

import (
	"strings"
	"unicode"
)

// spelling is the letters and digits of a reference that somebody wrote, and where other signs stood between them.
type spelling struct {
	key  []rune
	sign []bool // whether a sign or a space stands before each
}

func spelled(text string) spelling {
	var s spelling
	sign := false
	for _, c := range Fold(text) {
		if !unicode.IsLetter(c) && !unicode.IsDigit(c) {
			sign = true
			continue
		}
		s.key, s.sign = append(s.key, c), append(s.sign, sign)
		sign = false
	}
	return s
}

func (s spelling) slice(from, to int) spelling { return spelling{s.key[from:to], s.sign[from:to]} }

// isNumber reports whether these are digits without a sign inside.
func (s spelling) isNumber() bool {
	for i, c := range s.key {
		if c < '0' || c > '9' || i > 0 && s.sign[i] {
			return false
		}
	}
	return len(s.key) > 0
}

// runs are the longest runs of digits, and of letters, that no sign divides.
func (s spelling) runs() (digits, letters []string) {
	for from := 0; from < len(s.key); {
		digit, to := unicode.IsDigit(s.key[from]), from+1
		for to < len(s.key) && !s.sign[to] && unicode.IsDigit(s.key[to]) == digit {
			to++
		}
		if run := string(s.key[from:to]); digit {
			digits = append(digits, run)
		} else {
			letters = append(letters, run)
		}
		from = to
	}
	return digits, letters
}

func digitsOf(key string) string {
	return strings.Map(func(c rune) rune {
		if unicode.IsDigit(c) {
			return c
		}
		return -1
	}, key)
}

package data

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

var (
	appendixNamed = regexp.MustCompile(`\b(Appendix|Appendices)((?:\s+|\s*,\s*|\s+and\s+|\s*&\s*)\d+)+`)
	digits        = regexp.MustCompile(`\d+`)
)

// renumberWords changes the numbers in "Appendix 2" and "Appendices 1 and 2", and no other numbers.
func renumberWords(s string, renumber func(int) int) string {
	return appendixNamed.ReplaceAllStringFunc(s, func(named string) string {
		return digits.ReplaceAllStringFunc(named, func(n string) string {
			return strconv.Itoa(renumber(atoi(n)))
		})
	})
}

func sortAppendices(as []Appendix) {
	slices.SortStableFunc(as, func(a, b Appendix) int { return cmp.Compare(a.Number, b.Number) })
}

// AppendixWords finds where the words of a text name an appendix: pairs of offsets and the number. "Appendices 1 and 2" names two.
func AppendixWords(s string) []AppendixMention {
	var found []AppendixMention
	for _, m := range appendixNamed.FindAllStringIndex(s, -1) {
		start := m[0]
		for _, d := range digits.FindAllStringIndex(s[m[0]:m[1]], -1) {
			end := m[0] + d[1]
			if len(found) > 0 && start < m[0]+d[0] && !strings.HasPrefix(s[start:], "Appendi") {
				start = m[0] + d[0]
			}
			found = append(found, AppendixMention{Start: start, End: end, Number: atoi(s[m[0]+d[0] : end])})
			start = end
		}
	}
	return found
}

// AppendixMention is a place in a text, in bytes, that names an appendix.
type AppendixMention struct{ Start, End, Number int }

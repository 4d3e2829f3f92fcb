package layout

import (
	"slices"
	"testing"

	"almoner/reports/document"
)

func lineTexts(t *testing.T, s string, width float64, link string) []string {
	t.Helper()
	p := &Paper{Root: &Element{}}
	set := newTypesetter(p, document.Document{})
	spans := set.inline([]document.Inline{{Text: s, Link: link}}, 10, false, p.Root)
	var all []string
	for _, l := range set.breakLines(spans, width) {
		text := ""
		for _, w := range l.words {
			text += w.Text
		}
		all = append(all, text)
		if l.width > width+0.01 && len([]rune(text)) > 1 {
			t.Errorf("%q is %.1f wide, more than %.1f", text, l.width, width)
		}
	}
	return all
}

func TestWhereLinesBreak(t *testing.T) {
	for _, c := range []struct {
		name, text, link string
		width            float64
		want             []string
	}{
		{"at spaces, which stay with the line before", "one two three", "", 40, []string{"one two ", "three"}},
		{"not where all fits", "one two", "", 100, []string{"one two"}},
		{"never within a year or a y/n", "the years 2017-18 y/n", "", 75, []string{"the years ", "2017-18 y/n"}},
		{"after a hyphen between words", "a county-wide service", "", 50, []string{"a county-", "wide ", "service"}},
		{"within a word longer than the line", "abcdefghijklmnop", "", 30, []string{"abcde", "fghijkl", "mnop"}},
		{"at the punctuation of an address", "https://example.org/first/second", "https://example.org/first/second", 100, []string{"https://example.org/", "first/second"}},
		{"where the writer broke it", "one\ntwo", "", 100, []string{"one ", "two"}},
		{"never at a fixed space", "up to £5\u00a0000 more", "", 50, []string{"up to ", "£5 000 ", "more"}},
		{"spaces are folded", "  one \t  two\r\n", "", 100, []string{"one two"}},
		{"nothing is nothing", " \n ", "", 100, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := lineTexts(t, c.text, c.width, c.link); !slices.Equal(got, c.want) {
				t.Errorf("lines %q, want %q", got, c.want)
			}
		})
	}
}

package data

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func mustScheme(t interface {
	Helper()
	Fatalf(string, ...any)
}, text string,
) Scheme {
	t.Helper()
	s, err := ParseScheme(text)
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	return s
}

func TestReferencesArePrintedByTheSchemesThatOfficesUse(t *testing.T) {
	january, may := NewDate(2024, time.January, 9), NewDate(2024, time.May, 9)
	for _, c := range []struct {
		scheme string
		day    Date
		n      int
		want   Reference
		period string
	}{
		{"FOI/OPCC/{yy}-{seq:3}", january, 3, "FOI/OPCC/24-003", "24"},
		{"FOI/OPCC/{yy}-{seq:3}", january, 1084, "FOI/OPCC/24-1084", "24"},
		{"{fy:2}/{fy+1:2} – {seq:4}", january, 17, "23/24 – 0017", "23 24"},
		{"{fy:2}/{fy+1:2} – {seq:4}", may, 17, "24/25 – 0017", "24 25"},
		{"PCC/{yyyy}/{seq:3}", may, 5, "PCC/2024/005", "2024"},
		{"{seq}", may, 12, "12", ""},
		{"{seq:5}", may, 756, "00756", ""},
		{"DRF {seq}", may, 7708, "DRF 7708", ""},
		{"{seq}-{yyyy}", may, 1, "1-2024", "2024"},
		{"{seq}.{fy}-{fy+1:2}", january, 1084, "1084.2023-24", "2023 24"},
		{"WPCC4-{seq:4}", may, 42, "WPCC4-0042", ""},
		{"{fy:4}/{fy+1:4} {seq:4}", january, 3, "2023/2024 0003", "2023 2024"},
		{" {yy}{seq:3} ", may, 7, "24007", "24"},
		{"{fy+1}/{seq}", NewDate(1999, time.May, 1), 7, "2000/7", "2000"},
		{"{fy:2}{fy+1:2}/{seq}", NewDate(1999, time.May, 1), 7, "9900/7", "99 00"},
	} {
		s := mustScheme(t, c.scheme)
		if got := s.Print(c.day, c.n); got != c.want {
			t.Errorf("%s prints %q, want %q", c.scheme, got, c.want)
		}
		if got := s.Period(c.day); got != c.period {
			t.Errorf("%s: the period is %q, want %q", c.scheme, got, c.period)
		}
		if period, n, ok := s.Read(c.want); !ok || period != c.period || n != c.n {
			t.Errorf("%s reads %q as %q, %d, %v", c.scheme, c.want, period, n, ok)
		}
	}
}

func TestASchemeThatCannotNumberSaysWhy(t *testing.T) {
	for text, says := range map[string]string{
		"":                                  "no scheme",
		"  ":                                "no scheme",
		"FOI/{yy}":                          "no number",
		"FOI":                               "no number",
		"{seq}/{seq:3}":                     "stands twice",
		"FOI/{year}-{seq}":                  "{year} stands for nothing",
		"{SEQ}":                             "{SEQ} stands for nothing",
		"{yy:2}/{seq}":                      "{yy:2} stands for nothing",
		"{fy:3}/{seq}":                      "{fy:3} stands for nothing",
		"{}{seq}":                           "{} stands for nothing",
		"{seq:0}":                           "how many digits",
		"{seq:10}":                          "how many digits",
		"{seq:03}":                          "how many digits",
		"{seq:}":                            "how many digits",
		"{seq:-1}":                          "how many digits",
		"{yy-{seq}":                         "{ has no }",
		"{seq":                              "{ has no }",
		"yy}-{seq}":                         "} has no {",
		"{yy}{seq}":                         "directly beside other digits",
		"{seq}{fy}":                         "directly beside other digits",
		"WPCC4{seq}":                        "directly beside other digits",
		"{seq}0/{yy}":                       "directly beside other digits",
		"a\n{seq}":                          "on one line",
		"\xff{seq}":                         "on one line",
		strings.Repeat("x", 94) + "{seq:3}": "too long",
	} {
		if _, err := ParseScheme(text); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%q: %v, want that it says %q", text, err, says)
		}
	}
	o := &OfficeDetails{Name: "Elmshire", ReferenceSchemes: map[string]string{"foi_request": "FOI/{yy}", "grant": "{seq}", "decision": " "}}
	problems := o.Problems()
	want := "The scheme for the references of each FOI request has to be put right: “FOI/{yy}” cannot number anything: " +
		"there is no number: write {seq} where it shall stand, or {seq:3} for 001."
	if len(problems) != 1 || problems.Of("reference_schemes.foi_request") != want {
		t.Errorf("the office's problems are %q", problems)
	}
}

func TestReferencesAreReadInAnySpelling(t *testing.T) {
	for _, c := range []struct {
		scheme string
		ref    Reference
		period string
		n      int
		ok     bool
	}{
		{"FOI/OPCC/{yy}-{seq:3}", "foi opcc 20 003", "20", 3, true},
		{"FOI/OPCC/{yy}-{seq:3}", "FOIOPCC20003", "20", 3, true},
		{"FOI/OPCC/{yy}-{seq:3}", "foi-opcc—20/3", "20", 3, true},
		{"FOI/OPCC/{yy}-{seq:3}", "FOI/OPCC/20-0003", "20", 3, true},
		{"FOI/OPCC/{yy}-{seq:3}", "FOI/20-003", "", 0, false},
		{"FOI/OPCC/{yy}-{seq:3}", "FOI/OPCC/20-003a", "", 0, false},
		{"FOI/OPCC/{yy}-{seq:3}", "FOI/OPCC/20-", "", 0, false},
		{"FOI/OPCC/{yy}-{seq:3}", "FOI/OPCC/20-000", "", 0, false},
		{"FOI/OPCC/{yy}-{seq:3}", "FOI/OPCC/20-00١", "", 0, false}, // a digit, but of Arabic
		{"FOI/OPCC/{yy}-{seq:3}", "FOI/OPCC/20-1234567890", "", 0, false},
		{"FOI/OPCC/{yy}-{seq:3}", "FOI/OPCC/2020-003", "", 0, false}, // of another scheme; not 20,003 of 2020
		{"FOI/OPCC/{yyyy}-{seq:3}", "FOI/OPCC/20-003", "", 0, false},
		{"{seq}", "23/24 – 0017", "", 0, false},
		{"{seq}", "0017", "", 17, true},
		{"{seq}", "", "", 0, false},
		{"{fy:2}/{fy+1:2} – {seq:4}", "2324-0017", "23 24", 17, true},
		{"{fy:2}/{fy+1:2} – {seq:4}", "23240017", "23 24", 17, true},
		{"{fy:2}/{fy+1:2} – {seq:4}", "23/25 – 0017", "", 0, false}, // no such year
		{"{fy:2}/{fy+1:2} – {seq:4}", "99/00 – 0017", "99 00", 17, true},
		{"{fy:4}/{fy+1:2} {seq:4}", "2023/24 0003", "2023 24", 3, true},
		{"{fy:4}/{fy+1:2} {seq:4}", "2023/23 0003", "", 0, false},
		{"{fy+1:2}/{fy:4} {seq:4}", "00/1999 0003", "00 1999", 3, true},
		{"{yyyy}/{fy:2}/{seq}", "2024/23/5", "2024 23", 5, true},
		{"{yyyy}/{fy:2}/{seq}", "2024/24/5", "2024 24", 5, true},
		{"{yyyy}/{fy:2}/{seq}", "2024/25/5", "", 0, false},
		{"{yy}/{fy:4}/{seq}", "00/1999/5", "00 1999", 5, true},
		{"{yy}/{yyyy}/{seq}", "24/2025/5", "", 0, false},
		{"Tŷ {seq}", "TY 5", "", 5, true},
	} {
		period, n, ok := mustScheme(t, c.scheme).Read(c.ref)
		if period != c.period || n != c.n || ok != c.ok {
			t.Errorf("%s reads %q as %q, %d, %v, want %q, %d, %v", c.scheme, c.ref, period, n, ok, c.period, c.n, c.ok)
		}
	}
}

// someScheme is any scheme that can be.
func someScheme(t *rapid.T) Scheme {
	separator := rapid.SampledFrom([]string{"/", "-", " – ", ".", " ", "", "/OPCC/", "No. ", "7", "Tŷ", "é"})
	year := rapid.SampledFrom([]string{"", "{yy}", "{yyyy}", "{fy}", "{fy:2}", "{fy:4}", "{fy+1}", "{fy+1:2}", "{fy+1:4}"})
	number := rapid.SampledFrom([]string{"{seq}", "{seq:1}", "{seq:3}", "{seq:5}"})
	parts := []string{rapid.SampledFrom([]string{"", "FOI/", "PCC ", "DRF"}).Draw(t, "beginning")}
	for i := range 3 {
		parts = append(parts, year.Draw(t, fmt.Sprint("year", i)), separator.Draw(t, fmt.Sprint("sign", i)))
	}
	at := rapid.IntRange(1, len(parts)).Draw(t, "place")
	text := strings.Join(parts[:at], "") + number.Draw(t, "number") + strings.Join(parts[at:], "")
	s, err := ParseScheme(text)
	if err != nil && strings.Contains(err.Error(), "directly beside") {
		s, err = ParseScheme(strings.NewReplacer("{seq}", "{seq:2}", "{seq:1}", "{seq:2}").Replace(text))
	}
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	return s
}

func schemeDay(t *rapid.T, label string) Date {
	return NewDate(1974, time.April, 1).AddDays(rapid.IntRange(0, 80_000).Draw(t, label))
}

func TestWhatASchemePrintsItReads(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, day, n := someScheme(t), schemeDay(t, "day"), rapid.IntRange(1, lastNumber).Draw(t, "n")
		ref := s.Print(day, n)
		if period, got, ok := s.Read(ref); !ok || period != s.Period(day) || got != n {
			t.Fatalf("%s: %q reads as %q, %d, %v, want %q, %d", s, ref, period, got, ok, s.Period(day), n)
		}
		other := respelled(t, s, day, n)
		if period, got, ok := s.Read(other); !ok || period != s.Period(day) || got != n {
			t.Fatalf("%s: %q, for %q, reads as %q, %d, %v", s, other, ref, period, got, ok)
		}
	})
}

// respelled is a reference with other signs between its parts, or none, in other capitals and with other zeros before its number.
func respelled(t *rapid.T, s Scheme, day Date, n int) Reference {
	sign := rapid.SampledFrom([]string{"", "/", "-", "–", " — ", "\u00a0", ".", "  ", "_"})
	var b strings.Builder
	for i, p := range s.parts {
		b.WriteString(sign.Draw(t, fmt.Sprint("sign", i)))
		switch p.token {
		case literalText:
			b.WriteString(p.key)
		case sequence:
			fmt.Fprintf(&b, "%0*d", rapid.IntRange(1, mostSequenceDigits).Draw(t, "zeros"), n)
		default:
			b.WriteString(p.yearOf(day))
		}
	}
	if rapid.Bool().Draw(t, "capitals") {
		return Reference(strings.ToUpper(b.String()))
	}
	return Reference(b.String())
}

func TestTwoNumbersOfASchemeAreNeverSpellingsOfOne(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := someScheme(t)
		day, other := schemeDay(t, "day"), schemeDay(t, "other day")
		small := rapid.IntRange(1, 120)
		n, m := small.Draw(t, "n"), small.Draw(t, "m")
		same := n == m && s.Period(day) == s.Period(other)
		if s.Print(day, n).Same(s.Print(other, m)) != same {
			t.Fatalf("%s: %q and %q", s, s.Print(day, n), s.Print(other, m))
		}
	})
}

func FuzzParseScheme(f *testing.F) {
	for _, text := range []string{"FOI/OPCC/{yy}-{seq:3}", "{fy:2}/{fy+1:2} – {seq:4}", "{seq}", "{yy}{seq}", "{", "}", "{seq:999}", "٣{seq}", "\xff"} {
		f.Add(text, 2024, 5)
	}
	f.Fuzz(func(t *testing.T, text string, year, n int) {
		s, err := ParseScheme(text)
		if err != nil {
			if strings.HasSuffix(err.Error(), ".") || err.Error() == "" {
				t.Errorf("%q: %v is no part of a sentence", text, err)
			}
			return
		}
		if s.String() != strings.TrimSpace(text) {
			t.Errorf("%q is kept as %q", text, s)
		}
		day := NewDate(1974+(year%200+200)%200, time.May, 1)
		n = 1 + (n%lastNumber+lastNumber)%lastNumber
		ref := s.Print(day, n)
		if period, got, ok := s.Read(ref); !ok || got != n || period != s.Period(day) {
			t.Errorf("%q prints %q, which reads as %q, %d, %v", text, ref, period, got, ok)
		}
	})
}

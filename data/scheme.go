package data

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Scheme is the pattern by which an office makes the references of one kind of record, such as "FOI/OPCC/{yy}-{seq:3}". In braces
// stand the parts that change:
//
//	{yy} {yyyy}                    the calendar year of the record's day, in two or four digits
//	{fy} {fy:4} {fy:2}             the year in which its financial year starts, in four or two digits
//	{fy+1} {fy+1:4} {fy+1:2}       the year in which its financial year ends
//	{seq} {seq:3}                  the number; with zeros in front up to so many digits, and more digits when it has grown beyond
//
// Numbers begin with 1 in each period, which is whatever the years in the pattern say; without a year they never begin again.
type Scheme struct {
	text  string
	parts []schemePart
}

// schemePart is a run of fixed text, or one pair of braces.
type schemePart struct {
	literal string // as it is printed
	key     string // the letters and digits of literal
	token   token
	width   int // digits; of the number, the fewest
}

type token int

const (
	literalText token = iota
	calendarYear
	financialStart
	financialEnd
	sequence
)

// Bounds of a number. A longer one is a date or a telephone number that somebody typed into the reference.
const (
	mostSequenceDigits = 9
	lastNumber         = 999_999_999
	mostSchemeLength   = 100
)

// tokens are all that may stand in braces, the number with a length apart.
var tokens = map[string]schemePart{
	"yy":     {token: calendarYear, width: 2},
	"yyyy":   {token: calendarYear, width: 4},
	"fy":     {token: financialStart, width: 4},
	"fy:4":   {token: financialStart, width: 4},
	"fy:2":   {token: financialStart, width: 2},
	"fy+1":   {token: financialEnd, width: 4},
	"fy+1:4": {token: financialEnd, width: 4},
	"fy+1:2": {token: financialEnd, width: 2},
	"seq":    {token: sequence, width: 1},
}

// ParseScheme reads a scheme. The error says what is wrong with it, so that it can be put right.
func ParseScheme(text string) (Scheme, error) {
	s := Scheme{text: strings.TrimSpace(text)}
	switch {
	case s.text == "":
		return Scheme{}, errors.New("there is no scheme: write one such as FOI/{yy}-{seq:3}")
	case len(s.text) > mostSchemeLength:
		return Scheme{}, fmt.Errorf("the scheme is too long for a reference: keep it under %d letters", mostSchemeLength)
	case !utf8.ValidString(s.text) || strings.ContainsFunc(s.text, unicode.IsControl):
		return Scheme{}, errors.New("the scheme has a line break or a tab in it, or signs that are no letters: write it on one line")
	}
	for rest := s.text; rest != ""; {
		part, after, err := nextPart(rest)
		if err != nil {
			return Scheme{}, fmt.Errorf("“%s” cannot number anything: %w", s.text, err)
		}
		s.parts = append(s.parts, part)
		rest = after
	}
	if err := s.sound(); err != nil {
		return Scheme{}, fmt.Errorf("“%s” cannot number anything: %w", s.text, err)
	}
	return s, nil
}

// nextPart takes the first part off the text of a scheme.
func nextPart(text string) (part schemePart, rest string, err error) {
	switch at := strings.IndexAny(text, "{}"); {
	case at < 0:
		return literalPart(text), "", nil
	case at > 0:
		return literalPart(text[:at]), text[at:], nil
	case text[0] == '}':
		return part, "", errors.New("a } has no { before it")
	}
	inside, rest, closed := strings.Cut(text[1:], "}")
	if !closed || strings.Contains(inside, "{") {
		return part, "", errors.New("a { has no } after it")
	}
	if part, ok := tokens[inside]; ok {
		return part, rest, nil
	}
	if digits, ok := strings.CutPrefix(inside, "seq:"); ok {
		if n, err := strconv.Atoi(digits); err == nil && n >= 1 && n <= mostSequenceDigits && digits == strconv.Itoa(n) {
			return schemePart{token: sequence, width: n}, rest, nil
		}
		return part, "", fmt.Errorf("{%s} has to say how many digits the number has, from {seq:1} to {seq:%d}", inside, mostSequenceDigits)
	}
	return part, "", fmt.Errorf("{%s} stands for nothing; there are {yy}, {yyyy}, {fy}, {fy:2}, {fy+1}, {fy+1:2}, {seq} and {seq:3}", inside)
}

func literalPart(text string) schemePart { return schemePart{literal: text, key: referenceKey(text)} }

// sound checks that there is one number, and that a person can see where it begins and ends. What is printed can always be read
// back, as everything but the number has a fixed length; but nobody sees that 2511 is the eleventh of 2025 unless there is a sign
// in between, or zeros that give the number its place.
func (s Scheme) sound() error {
	at := -1
	for i, p := range s.parts {
		if p.token != sequence {
			continue
		}
		if at >= 0 {
			return errors.New("the number stands twice: leave one {seq}")
		}
		at = i
	}
	if at < 0 {
		return errors.New("there is no number: write {seq} where it shall stand, or {seq:3} for 001")
	}
	if s.parts[at].width > 1 {
		return nil
	}
	if at > 0 && s.parts[at-1].endsInDigit() || at+1 < len(s.parts) && s.parts[at+1].beginsWithDigit() {
		return errors.New("the number stands directly beside other digits, so that nobody sees where it begins: put a sign between them, or give the number a length, such as {seq:3}")
	}
	return nil
}

func (p schemePart) endsInDigit() bool {
	return p.token != literalText || strings.LastIndexFunc(p.literal, unicode.IsDigit) == len(p.literal)-1
}

func (p schemePart) beginsWithDigit() bool {
	return p.token != literalText || strings.IndexFunc(p.literal, unicode.IsDigit) == 0
}

// String is the scheme as it was written.
func (s Scheme) String() string { return s.text }

// Print is the reference of number n of the period that a day is in.
func (s Scheme) Print(day Date, n int) Reference {
	var b strings.Builder
	for _, p := range s.parts {
		switch p.token {
		case literalText:
			b.WriteString(p.literal)
		case sequence:
			fmt.Fprintf(&b, "%0*d", p.width, n)
		default:
			b.WriteString(p.yearOf(day))
		}
	}
	return Reference(b.String())
}

// Period is what the years of the scheme say on a day, such as "23 24"; empty for a scheme without years. Numbers begin with 1 in
// each.
func (s Scheme) Period(day Date) string {
	var years []string
	for _, p := range s.parts {
		if p.isYear() {
			years = append(years, p.yearOf(day))
		}
	}
	return strings.Join(years, " ")
}

func (p schemePart) isYear() bool {
	return p.token == calendarYear || p.token == financialStart || p.token == financialEnd
}

func (p schemePart) yearOf(day Date) string {
	year := day.Year
	switch p.token {
	case financialStart:
		year = int(FinancialYearOf(day))
	case financialEnd:
		year = int(FinancialYearOf(day)) + 1
	default:
	}
	return fmt.Sprintf("%0*d", p.width, max(year, 0)%int(math.Pow10(p.width)))
}

// Read is the period and the number of a reference of this scheme, however its signs, dashes and capitals are written, and with
// more or fewer zeros before the number. A number or a year with a sign inside is none: "23/24 – 0017", of another scheme, is not
// the number 23240017 of a scheme that has only {seq}.
func (s Scheme) Read(ref Reference) (period string, n int, ok bool) {
	r, ok := s.read(spelled(string(ref)))
	return r.period, r.number, ok
}

// reading is what a scheme finds in a reference.
type reading struct {
	period        string
	number        int
	before, after string // all other digits of the reference, on either side of the number
}

func (s Scheme) read(text spelling) (reading, bool) {
	free := len(text.key)
	for _, p := range s.parts {
		if p.token != sequence {
			free -= p.length()
		}
	}
	if free < 1 || free > mostSequenceDigits {
		return reading{}, false
	}
	var (
		r     reading
		years []string
		said  saidYears
	)
	at, other := 0, &r.before
	for _, p := range s.parts {
		length := p.length()
		if p.token == sequence {
			length = free
		}
		run := text.slice(at, at+length)
		at += length
		switch {
		case p.token == literalText:
			if string(run.key) != p.key {
				return reading{}, false
			}
			*other += digitsOf(p.key)
		case !run.isNumber():
			return reading{}, false
		case p.token == sequence:
			r.number, _ = strconv.Atoi(string(run.key)) // at most nine digits
			other = &r.after
		default:
			if !said.take(p, string(run.key)) {
				return reading{}, false
			}
			years = append(years, string(run.key))
			*other += string(run.key)
		}
	}
	if r.number < 1 || !said.agree() {
		return reading{}, false
	}
	r.period = strings.Join(years, " ")
	return r, true
}

// length is how many letters and digits a part has in the key of a reference; of the number it is not known.
func (p schemePart) length() int {
	if p.token == literalText {
		return len([]rune(p.key))
	}
	return p.width
}

// saidYears are the years that a reference names: they have to be such that one day is in all of them.
type saidYears struct{ calendar, financial saidYear }

// saidYear is a year of which so many digits are known.
type saidYear struct{ year, digits int }

func (said *saidYears) take(p schemePart, digits string) bool {
	year, _ := strconv.Atoi(digits) // two or four digits
	modulus := int(math.Pow10(p.width))
	switch p.token {
	case calendarYear:
		return said.calendar.take(saidYear{year, p.width})
	case financialStart:
		return said.financial.take(saidYear{year, p.width})
	default:
		return said.financial.take(saidYear{(year + modulus - 1) % modulus, p.width})
	}
}

func (y *saidYear) take(other saidYear) bool {
	if !y.is(other) {
		return false
	}
	if other.digits > y.digits {
		*y = other
	}
	return true
}

// is reports whether two years can be one.
func (y *saidYear) is(other saidYear) bool {
	modulus := int(math.Pow10(min(y.digits, other.digits)))
	return y.year%modulus == other.year%modulus
}

// agree reports whether the calendar year is one of the two that the financial year lies in.
func (said *saidYears) agree() bool {
	f := said.financial
	next := saidYear{(f.year + 1) % int(math.Pow10(f.digits)), f.digits}
	return said.calendar.is(f) || said.calendar.is(next)
}

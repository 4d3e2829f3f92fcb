package data

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// People name financial years one by one, as in “2023-24 and 2024/25”, say from when and until when, as in “since April 2022” and “2022-23 to
// 2024-25”, or count back from today, as in “the last three years”.
const (
	parted      = `\s*[-/–]\s*`
	wholeYear   = `(?:20)?\d{2}` + parted + `(?:20)?\d{2}\b`
	someYear    = `20\d{2}(?:` + parted + `(?:20)?\d{2})?\b|\d{2}` + parted + `\d{2}\b`
	dayBefore   = `(?:\d{1,2}(?:st|nd|rd|th)?\s+)?`
	someMonth   = `(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)[.,]?\s+`
	thePoint    = `(?:the\s+)?(?:(?:start|beginning|end)\s+of\s+|about\s+|around\s+|early\s+|late\s+)?(?:(?:the\s+)?(?:(?:financial\s+)?year|fy)\s+)?`
	pointInTime = thePoint + dayBefore + `(?:` + someMonth + `)?(` + someYear + `)`
	monthOfYear = dayBefore + someMonth + `(20\d{2})\b`
	until       = `(?:to|until|till|up\s+to)`
	onwards     = `\s+(?:onwards?|` + until + `\s+(?:date|now|today|(?:the\s+)?present))\b`
	dash        = `\s*[-–—]\s*`
	howMany     = `\d{1,2}|two|three|four|five|six|seven|eight|nine|ten`
)

var (
	namedYear = regexp.MustCompile(`\b` + wholeYear)
	// namedPeriods are the ways to say one, each with the points at which it begins and ends; one without an end goes on until today.
	namedPeriods = []*regexp.Regexp{
		regexp.MustCompile(`(?i)\b(?:since|from|between|after)\s+` + pointInTime + `(?:,?\s+(?:` + until + `|and)\s+` + pointInTime + `|` + onwards + `)?`),
		regexp.MustCompile(`(?i)\b` + pointInTime + `\s+` + until + `\s+` + pointInTime),
		regexp.MustCompile(`(?i)\b` + pointInTime + `()()` + onwards),
		regexp.MustCompile(`(?i)\b()(` + wholeYear + `)` + dash + `()(` + wholeYear + `)`),
		regexp.MustCompile(`(?i)\b` + monthOfYear + dash + monthOfYear),
	}
	yearsBack = regexp.MustCompile(`(?i)\b(?:the\s+)?(?:last|past|previous)\s+(` + howMany + `)\s+((?:complete|completed|full|whole)\s+)?(?:financial\s+)?years\b`)
	nearYear  = regexp.MustCompile(`(?i)\b(?:the\s+)?(this|current|last|previous)\s+(financial\s+)?year\b`)

	betweenYears = regexp.MustCompile(`(?i)[,;\n&]|\band\b`)
	aroundYears  = regexp.MustCompile(`(?i)\b(?:in|for|during|the|financial|years?|fy)\b`)
)

// ReadYears are the financial years that somebody names, in order, where all that is said is understood: “2022-23, 2024-25”, “2022-23 to
// 2025-26”, “since April 2022”, “the last three years”. A bare year is the one that begins in it, and what has no end goes on until today. An
// error says what is not understood.
func ReadYears(text string, today Date) ([]FinancialYear, error) {
	r := yearsReader{rest: []byte(text), today: today}
	r.read()
	var years []FinancialYear
	for _, p := range r.periods {
		if p.first > p.last {
			return nil, fmt.Errorf("no financial year lies in “%s”", trimSpace(text[p.from:p.to]))
		}
		years = append(years, p.years()...)
	}
	from := 0
	for _, m := range append(betweenYears.FindAllIndex(r.rest, -1), []int{len(text), len(text)}) {
		year, err := r.bare(text, from, m[0])
		if err != nil {
			return nil, err
		}
		if year != 0 {
			years = append(years, year)
		}
		from = m[1]
	}
	if len(years) == 0 && strings.Trim(text, " ,;&\n") != "" {
		return nil, fmt.Errorf("“%s” cannot be read as financial years", trimSpace(text))
	}
	slices.Sort(years)
	return slices.Compact(years), nil
}

// yearsAskedFor are the financial years that a letter names, and those within the periods that it names in which the register has grants; in
// order.
func (reg *Register) yearsAskedFor(letter string, today Date) []FinancialYear {
	r := yearsReader{rest: []byte(letter), today: today, letter: true}
	r.read()
	var years []FinancialYear
	for _, words := range namedYear.FindAllString(letter, -1) {
		if y, err := ParseFinancialYear(words); err == nil {
			years = append(years, y)
		}
	}
	for _, y := range reg.Years() {
		if slices.ContainsFunc(r.periods, func(p namedPeriod) bool { return p.first <= y && y <= p.last }) {
			years = append(years, y)
		}
	}
	slices.Sort(years)
	return slices.Compact(years)
}

// yearsReader is a text while the years in it are read.
type yearsReader struct {
	rest    []byte // the text, with noughts in the place of what is read
	today   Date
	letter  bool // years are said in it among other things: “last year” need not be a financial one
	periods []namedPeriod
}

// namedPeriod are financial years from a first to a last one, and where in the text they are named.
type namedPeriod struct {
	first, last FinancialYear
	from, to    int
}

func (p namedPeriod) years() []FinancialYear {
	var years []FinancialYear
	for y := p.first; y <= p.last; y++ {
		years = append(years, y)
	}
	return years
}

func (r *yearsReader) read() {
	for _, pattern := range namedPeriods {
		r.each(pattern, r.period)
	}
	r.each(yearsBack, r.back)
	r.each(nearYear, r.near)
	r.each(namedYear, func(m []string) (first, last FinancialYear, err error) {
		first, err = ParseFinancialYear(m[0])
		return first, first, err
	})
}

// each takes the periods that a pattern finds out of the text, where they are understood.
func (r *yearsReader) each(pattern *regexp.Regexp, understand func(m []string) (first, last FinancialYear, err error)) {
	for _, at := range pattern.FindAllSubmatchIndex(r.rest, -1) {
		m := make([]string, len(at)/2)
		for i := range m {
			if at[2*i] >= 0 {
				m[i] = string(r.rest[at[2*i]:at[2*i+1]])
			}
		}
		first, last, err := understand(m)
		if err != nil || !first.Valid() || !last.Valid() {
			continue
		}
		r.periods = append(r.periods, namedPeriod{first, last, at[0], at[1]})
		clear(r.rest[at[0]:at[1]])
	}
}

var errNoYear = errors.New("no financial year")

// period is from one point in time to another, or until today.
func (r *yearsReader) period(m []string) (first, last FinancialYear, err error) {
	last = FinancialYearOf(r.today)
	if first, err = yearAt(m[1], m[2]); err == nil && m[4] != "" {
		last, err = yearAt(m[3], m[4])
	}
	return first, last, err
}

// yearAt is the financial year of a month of a year, or a financial year; of a bare year the one that begins in it.
func yearAt(month, year string) (FinancialYear, error) {
	n, err := strconv.Atoi(year)
	if m := monthNamed(strings.ToLower(month)); err == nil && m > 0 {
		return FinancialYearOf(NewDate(n, time.Month(m), 1)), nil
	}
	return ParseFinancialYear(year)
}

// back is so many years up to this one, or so many of those that are over.
func (r *yearsReader) back(m []string) (first, last FinancialYear, err error) {
	n, err := strconv.Atoi(m[1])
	if err != nil {
		n, err = 2+slices.Index(strings.Split(howMany, "|")[1:], strings.ToLower(m[1])), nil
	}
	last = FinancialYearOf(r.today)
	if m[2] != "" {
		last--
	}
	if n == 0 {
		return 0, 0, errNoYear
	}
	return last - FinancialYear(n) + 1, last, err
}

// near is the year of today, or the one before.
func (r *yearsReader) near(m []string) (first, last FinancialYear, err error) {
	if r.letter && m[2] == "" {
		return 0, 0, errNoYear
	}
	y := FinancialYearOf(r.today)
	if which := strings.ToLower(m[1]); which == "last" || which == "previous" {
		y--
	}
	return y, y, nil
}

// bare is the year that stands by itself in a part of the text, or 0 where all of it has been read.
func (r *yearsReader) bare(text string, from, to int) (FinancialYear, error) {
	part := string(r.rest[from:to])
	left := trimSpace(aroundYears.ReplaceAllString(strings.ReplaceAll(part, "\x00", " "), ""))
	if left == "" {
		return 0, nil
	}
	year, err := ParseFinancialYear(left)
	if alone := !strings.Contains(part, "\x00"); alone && (err == nil || namedYear.FindString(left) == left) {
		return year, err
	}
	return 0, fmt.Errorf("“%s” cannot be read as financial years", trimSpace(text[from:to]))
}

package data

import (
	"fmt"
	"regexp"
	"strconv"
	"time"
)

// FinancialYear is the year a financial year starts in: 2017 is 1 April 2017 to 31 March 2018. Zero means none.
type FinancialYear int

// YearStyle is how an office prints a financial year, named by its own example.
type YearStyle string

// The three styles that offices print.
const (
	YearDash  YearStyle = "2017-18"
	YearSlash YearStyle = "2017/18"
	YearLong  YearStyle = "2017-2018"
)

var yearStyles = terms[YearStyle]{
	{YearDash, "2017-18"},
	{YearSlash, "2017/18"},
	{YearLong, "2017-2018"},
}

// YearStyles are the styles an office can choose from.
func YearStyles() []YearStyle { return yearStyles.values() }

// Label is the example that names the style.
func (s YearStyle) Label() string { return yearStyles.label(s) }

// UnmarshalText reads a style, which is written as its own example.
func (s *YearStyle) UnmarshalText(text []byte) error {
	return yearStyles.unmarshal(s, text, "style of financial year")
}

// Years an office can keep records of. The first commissioners took office in November 2012; older funds are carried over.
const (
	firstFinancialYear FinancialYear = 1974
	lastFinancialYear  FinancialYear = 2199
)

// Valid reports whether the year is one that an office can have records of.
func (y FinancialYear) Valid() bool { return y >= firstFinancialYear && y <= lastFinancialYear }

// Print prints the year in a style; an unknown style prints as YearDash does.
func (y FinancialYear) Print(style YearStyle) string {
	if y == 0 {
		return ""
	}
	switch style {
	case YearSlash:
		return fmt.Sprintf("%d/%02d", int(y), (int(y)+1)%100)
	case YearLong:
		return fmt.Sprintf("%d-%d", int(y), int(y)+1)
	default:
		return y.String()
	}
}

// String prints the year as YearDash does: "2017-18".
func (y FinancialYear) String() string {
	return fmt.Sprintf("%d-%02d", int(y), (int(y)+1)%100)
}

// Start is the first day of the year, 1 April.
func (y FinancialYear) Start() Date { return NewDate(int(y), time.April, 1) }

// End is the last day of the year, 31 March.
func (y FinancialYear) End() Date { return NewDate(int(y)+1, time.March, 31) }

// FinancialYearOf is the financial year that a day falls in.
func FinancialYearOf(d Date) FinancialYear {
	if d.IsZero() {
		return 0
	}
	if d.Month < time.April {
		return FinancialYear(d.Year - 1)
	}
	return FinancialYear(d.Year)
}

var yearPattern = regexp.MustCompile(`^(\d{4}|\d{2})(?:\s*[-/–]\s*(\d{4}|\d{2}))?$`)

// ParseFinancialYear reads a financial year in any of the printed styles, or as the year it starts in: "2017-18", "2017/18",
// "2017-2018", "17/18", "2017". The second year has to be the one after the first.
func ParseFinancialYear(text string) (FinancialYear, error) {
	m := yearPattern.FindStringSubmatch(trimSpace(text))
	if len(m) != 3 || len(m[1]) == 2 && m[2] == "" {
		return 0, fmt.Errorf("%q is not a financial year; write it like 2017-18", text)
	}
	first, _ := strconv.Atoi(m[1])
	if len(m[1]) == 2 {
		first += 2000
	}
	if m[2] != "" {
		second, _ := strconv.Atoi(m[2])
		if second != first+1 && (len(m[2]) != 2 || second != (first+1)%100) {
			return 0, fmt.Errorf("%q is not a financial year: %d is followed by %d", text, first, first+1)
		}
	}
	y := FinancialYear(first)
	if !y.Valid() {
		return 0, fmt.Errorf("%q is not a financial year that an office can have", text)
	}
	return y, nil
}

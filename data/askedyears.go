package data

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// A letter names financial years one by one, as in “2023-24 and 2024/25”, or says from when and until when: “since April 2022”, “from 2022-23 to
// 2024-25”.
const pointInTime = `(?:(?:the\s+)?(?:start|beginning|end)\s+of\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:([a-z]+)\s+)?(20\d{2})(?:\s*[-/–]\s*((?:20)?\d{2})\b)?`

var (
	namedYear   = regexp.MustCompile(`\b(?:20)?\d{2}\s*[-/–]\s*(?:20)?\d{2}\b`)
	namedPeriod = regexp.MustCompile(`(?i)\b(?:since|from|between|after)\s+` + pointInTime + `(?:,?\s+(?:to|until|till|up\s+to|and)\s+` + pointInTime + `)?`)
)

// yearsAskedFor are the financial years that a text names, and those within the periods that it names in which the register has grants; in
// order.
func (reg *Register) yearsAskedFor(text string) []FinancialYear {
	var years []FinancialYear
	for _, words := range namedYear.FindAllString(text, -1) {
		if y, err := ParseFinancialYear(words); err == nil {
			years = append(years, y)
		}
	}
	for _, m := range namedPeriod.FindAllStringSubmatch(text, -1) {
		first, last := yearAt(m[1:4]), yearAt(m[4:7])
		for _, y := range reg.Years() {
			if first != 0 && y >= first && (last == 0 || y <= last) {
				years = append(years, y)
			}
		}
	}
	slices.Sort(years)
	return slices.Compact(years)
}

// yearAt is the financial year of a month and a year, or of a financial year; of a bare year the one that begins in it. It is 0 where there is
// none.
func yearAt(parts []string) FinancialYear {
	month, year, second := parts[0], parts[1], parts[2]
	if year == "" {
		return 0
	}
	if second != "" {
		y, err := ParseFinancialYear(year + "-" + second)
		if err != nil {
			return 0
		}
		return y
	}
	n, _ := strconv.Atoi(year) // four digits
	if m := monthNamed(strings.ToLower(month)); m > 0 {
		return FinancialYearOf(NewDate(n, time.Month(m), 1))
	}
	return FinancialYear(n)
}

package data

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// Precision is how much of a date is known. The empty Precision means the day.
type Precision string

// What of a date is known.
const (
	ToTheDay     Precision = ""
	ToTheMonth   Precision = "month"
	ToTheQuarter Precision = "quarter"
	ToTheYear    Precision = "year"
)

var precisions = terms[Precision]{
	{ToTheDay, "day"},
	{ToTheMonth, "month"},
	{ToTheQuarter, "quarter"},
	{ToTheYear, "year"},
}

// UnmarshalText reads a precision as the portable form writes it; "day" is the same as none.
func (p *Precision) UnmarshalText(text []byte) error {
	if string(text) == "day" {
		*p = ToTheDay
		return nil
	}
	return precisions.unmarshal(p, text, "precision")
}

// Date is a day of the calendar, or less where a paper says less: a month, a quarter, a year. Wording keeps the words of a paper
// ("April and May 2018") and is printed instead of the date. The zero Date is no date.
type Date struct {
	Year      int
	Month     time.Month
	Day       int
	Precision Precision
	Wording   string
}

// NewDate is a day; days beyond the end of the month run into the next one.
func NewDate(year int, month time.Month, day int) Date {
	return DateOf(time.Date(year, month, day, 0, 0, 0, 0, time.UTC))
}

// DateOf is the day of a moment, in the moment's own time zone.
func DateOf(t time.Time) Date {
	year, month, day := t.Date()
	return Date{Year: year, Month: month, Day: day}
}

// IsZero reports whether there is no date.
func (d Date) IsZero() bool { return d == Date{} }

// Time is midnight UTC at the start of the day; of no date, the zero time.
func (d Date) Time() time.Time {
	if d.IsZero() {
		return time.Time{}
	}
	return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC)
}

// AddDays is the day n days later, to the day.
func (d Date) AddDays(n int) Date { return DateOf(d.Time().AddDate(0, 0, n)) }

// DaysUntil is how many days lie between two days; negative when e is earlier.
func (d Date) DaysUntil(e Date) int { return int(e.Time().Sub(d.Time()).Hours() / 24) }

// Compare orders dates by the day they start; no date comes first.
func (d Date) Compare(e Date) int {
	return cmp.Or(cmp.Compare(d.Year, e.Year), cmp.Compare(d.Month, e.Month), cmp.Compare(d.Day, e.Day))
}

// Rank is a number that orders dates as Compare does.
func (d Date) Rank() float64 { return float64(d.Year*10000 + int(d.Month)*100 + d.Day) }

// Before reports whether d starts earlier than e.
func (d Date) Before(e Date) bool { return d.Compare(e) < 0 }

// firstDay is the first day that the date can mean, without its own words.
func (d Date) firstDay() Date { return Date{Year: d.Year, Month: d.Month, Day: d.Day} }

// lastDay is the last day that the date can mean: of a month, a quarter or a year, its end.
func (d Date) lastDay() Date {
	first := d.firstDay()
	switch {
	case d.IsZero():
		return d
	case d.Precision == ToTheMonth:
		return DateOf(time.Date(d.Year, d.Month+1, 0, 0, 0, 0, 0, time.UTC))
	case d.Precision == ToTheQuarter:
		return DateOf(time.Date(d.Year, d.Month+3, 0, 0, 0, 0, 0, time.UTC))
	case d.Precision == ToTheYear:
		return DateOf(first.Time().AddDate(1, 0, -1))
	default:
		return first
	}
}

// ISO is the day as "2023-10-04"; of less than a day, the first one. No date is empty.
func (d Date) ISO() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// Long prints the date as papers do: "4 October 2023", "October 2023", "October to December 2023", "2023", or its own wording.
func (d Date) Long() string { return d.print(time.Month.String) }

// String prints the date short, as lists do: "4 Oct 2023".
func (d Date) String() string {
	return d.print(func(m time.Month) string { return m.String()[:3] })
}

func (d Date) print(month func(time.Month) string) string {
	switch {
	case d.IsZero():
		return ""
	case d.Wording != "":
		return d.Wording
	case d.Precision == ToTheMonth:
		return fmt.Sprintf("%s %d", month(d.Month), d.Year)
	case d.Precision == ToTheQuarter:
		last := d.Time().AddDate(0, 2, 0)
		return fmt.Sprintf("%s to %s %d", month(d.Month), month(last.Month()), last.Year())
	case d.Precision == ToTheYear:
		return strconv.Itoa(d.Year)
	default:
		return fmt.Sprintf("%d %s %d", d.Day, month(d.Month), d.Year)
	}
}

// ErrNotADate is the cause of every failure of ParseDate.
var ErrNotADate = errors.New("is not a date")

var (
	ordinal    = regexp.MustCompile(`(\d)(st|nd|rd|th)\b`)
	yearMonth  = regexp.MustCompile(`^([a-z]+)\s+(\d{4})$`)
	dayMonth   = regexp.MustCompile(`^(\d{1,2})\s+([a-z]+)\s+(\d{4}|\d{2})$`)
	bareDay    = regexp.MustCompile(`^(\d{1,2})\s+([a-z]+)$`)
	numeric    = regexp.MustCompile(`^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$`)
	isoPattern = regexp.MustCompile(`^(\d{4})-(\d{1,2})-(\d{1,2})$`)
	onlyYear   = regexp.MustCompile(`^\d{4}$`)
)

// ParseDate reads a date as people in Britain type it: "4/10/23", "4 Oct 2023", "4th October 2023", "2023-10-04", "today",
// "tomorrow", "4 Oct" (the year of today), and of less than a day "October 2023" and "2023". A day that no calendar has is refused, never moved.
func ParseDate(text string, today Date) (Date, error) {
	s := strings.ToLower(trimSpace(text))
	s = ordinal.ReplaceAllString(strings.NewReplacer(",", " ", " of ", " ").Replace(s), "$1")
	s = strings.Join(strings.Fields(s), " ")
	wrong := fmt.Errorf("%s %w", trimSpace(text), ErrNotADate)
	switch s {
	case "":
		return Date{}, nil
	case "today":
		return today, nil
	case "yesterday":
		return today.AddDays(-1), nil
	case "tomorrow":
		return today.AddDays(1), nil
	}
	if m := isoPattern.FindStringSubmatch(s); m != nil {
		return civil(atoi(m[1]), atoi(m[2]), atoi(m[3]), wrong)
	}
	if m := numeric.FindStringSubmatch(s); m != nil {
		return civil(century(m[3]), atoi(m[2]), atoi(m[1]), wrong)
	}
	if m := dayMonth.FindStringSubmatch(s); m != nil {
		return civil(century(m[3]), monthNamed(m[2]), atoi(m[1]), wrong)
	}
	if m := bareDay.FindStringSubmatch(s); m != nil {
		return civil(today.Year, monthNamed(m[2]), atoi(m[1]), wrong)
	}
	if m := yearMonth.FindStringSubmatch(s); m != nil {
		d, err := civil(atoi(m[2]), monthNamed(m[1]), 1, wrong)
		d.Precision = ToTheMonth
		return dateOr(d, err)
	}
	if onlyYear.MatchString(s) {
		d, err := civil(atoi(s), 1, 1, wrong)
		d.Precision = ToTheYear
		return dateOr(d, err)
	}
	return Date{}, wrong
}

func dateOr(d Date, err error) (Date, error) {
	if err != nil {
		return Date{}, err
	}
	return d, nil
}

// civil is the day, if the calendar has it and an office could mean it.
func civil(year, month, day int, wrong error) (Date, error) {
	d := Date{Year: year, Month: time.Month(month), Day: day}
	if year < 1900 || year > 2199 || d.Time().Month() != d.Month {
		return Date{}, wrong
	}
	return d, nil
}

// century reads a year of two digits as the one nearest to our time: 80 to 99 are in the last century.
func century(year string) int {
	n := atoi(year)
	switch {
	case len(year) == 4:
		return n
	case n >= 80:
		return 1900 + n
	default:
		return 2000 + n
	}
}

// monthNamed finds a month by its first three letters or more; 0 if there is none.
func monthNamed(name string) int {
	if name == "sept" {
		return int(time.September)
	}
	for m := time.January; m <= time.December; m++ {
		if len(name) >= 3 && strings.HasPrefix(strings.ToLower(m.String()), name) {
			return int(m)
		}
	}
	return 0
}

func atoi(digits string) int {
	n, err := strconv.Atoi(digits)
	if err != nil {
		return -1
	}
	return n
}

func trimSpace(s string) string { return strings.Join(strings.Fields(s), " ") }

type dateJSON struct {
	Date      string    `json:"date"`
	Precision Precision `json:"precision,omitempty"`
	Wording   string    `json:"wording,omitempty"`
}

// MarshalJSON writes "2023-10-04", or an object where the date is less than a day or has its own words.
func (d Date) MarshalJSON() ([]byte, error) {
	if d.Precision == ToTheDay && d.Wording == "" {
		return json.Marshal(d.ISO())
	}
	return json.Marshal(dateJSON{d.ISO(), d.Precision, d.Wording})
}

// UnmarshalJSON reads what MarshalJSON writes.
func (d *Date) UnmarshalJSON(b []byte) error {
	var v dateJSON
	if len(b) > 0 && b[0] == '"' {
		if err := json.Unmarshal(b, &v.Date); err != nil {
			return err
		}
	} else if err := unmarshalStrict(b, &v); err != nil {
		return err
	}
	day, err := ParseISODate(v.Date)
	if err != nil {
		return err
	}
	day.Precision, day.Wording = v.Precision, v.Wording
	*d = day
	return nil
}

// ParseISODate reads "2023-10-04" and nothing else; empty text is no date.
func ParseISODate(text string) (Date, error) {
	if text == "" {
		return Date{}, nil
	}
	wrong := fmt.Errorf("%q %w; it is written like 2023-10-04", text, ErrNotADate)
	t, err := time.Parse(time.DateOnly, text)
	if err != nil {
		return Date{}, wrong
	}
	return DateOf(t), nil
}

package data

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// Decimal is a number with two places, such as full-time equivalents (0.6 of a post) or an average score (3.85), in hundredths.
type Decimal int64

// ErrNotADecimal is the cause of every failure of ParseDecimal.
var ErrNotADecimal = errors.New("not a number with at most two places")

// ParseDecimal reads "1", "0.6", "3.85", "-2"; more than two places are refused rather than rounded.
func ParseDecimal(text string) (Decimal, error) {
	s, negative := strings.CutPrefix(trimSpace(text), "-")
	whole, places, _ := strings.Cut(s, ".")
	if whole == "" || len(places) > 2 || strings.HasSuffix(s, ".") || strings.Trim(whole+places, "0123456789") != "" || len(whole) > 15 {
		return 0, fmt.Errorf("%q is %w", text, ErrNotADecimal)
	}
	n, err := strconv.ParseInt(whole+(places + "00")[:2], 10, 64)
	if err != nil {
		return 0, fmt.Errorf("%q is %w", text, ErrNotADecimal)
	}
	if negative {
		n = -n
	}
	return Decimal(n), nil
}

// String prints as few places as there are: "1", "0.6", "3.85".
func (d Decimal) String() string {
	sign, n := "", int64(d)
	if n < 0 {
		sign, n = "-", -n
	}
	s := fmt.Sprintf("%s%d.%02d", sign, n/100, n%100)
	return strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
}

// MarshalJSON writes a JSON number.
func (d Decimal) MarshalJSON() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalJSON reads a JSON number of at most two places.
func (d *Decimal) UnmarshalJSON(b []byte) error {
	n, err := ParseDecimal(string(b))
	if err != nil {
		return err
	}
	*d = n
	return nil
}

// Float is the number for reckoning with where a penny or a hundredth does not count: the length of a bar in a chart.
func (d Decimal) Float() float64 { return float64(d) / 100 }

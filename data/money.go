package data

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode"
)

// Qualifier says how exactly an amount is known or promised. The empty Qualifier means exact.
type Qualifier string

// The qualifiers that papers of commissioning offices use. Contribution is a share of a cost that others pay too.
const (
	Exact        Qualifier = ""
	UpTo         Qualifier = "up_to"
	Estimated    Qualifier = "estimated"
	MoreThan     Qualifier = "more_than"
	Contribution Qualifier = "contribution"
)

var qualifiers = terms[Qualifier]{
	{Exact, "exactly"},
	{UpTo, "up to"},
	{Estimated, "about"},
	{MoreThan, "more than"},
	{Contribution, "contribution of"},
}

// Qualifiers are all qualifiers, Exact first.
func Qualifiers() []Qualifier { return qualifiers.values() }

// Label is how people read the qualifier before an amount: "up to". An exact amount reads "exactly".
func (q Qualifier) Label() string { return qualifiers.label(q) }

// UnmarshalText reads a qualifier as the portable form writes it; "exact" is the same as none.
func (q *Qualifier) UnmarshalText(text []byte) error {
	if string(text) == "exact" {
		*q = Exact
		return nil
	}
	return qualifiers.unmarshal(q, text, "qualifier")
}

// Money is an amount of sterling in whole pence, with how exactly it is known.
type Money struct {
	Pence     int64     `json:"pence"`
	Qualifier Qualifier `json:"qualifier,omitempty"`
}

// Pounds is an exact amount of whole pounds.
func Pounds(pounds int64) Money { return Money{Pence: pounds * 100} }

// IsZero reports whether nothing has been put down: exactly no pounds.
func (m Money) IsZero() bool { return m == Money{} }

// Add is the sum of two amounts. The sum of an exact amount and a qualified one carries the qualification; two unlike
// qualifications make an estimate. Order and grouping do not matter.
func (m Money) Add(n Money) Money {
	return Money{Pence: m.Pence + n.Pence, Qualifier: m.Qualifier.with(n.Qualifier)}
}

func (q Qualifier) with(r Qualifier) Qualifier {
	switch {
	case q == r, r == Exact:
		return q
	case q == Exact:
		return r
	default:
		return Estimated
	}
}

// Sum adds amounts up.
func Sum(amounts ...Money) Money {
	var total Money
	for _, a := range amounts {
		total = total.Add(a)
	}
	return total
}

// Compare orders amounts by their pence, then exact ones first.
func (m Money) Compare(n Money) int {
	switch {
	case m.Pence != n.Pence && m.Pence < n.Pence:
		return -1
	case m.Pence != n.Pence:
		return 1
	default:
		return strings.Compare(string(m.Qualifier), string(n.Qualifier))
	}
}

// String prints an amount as the office does: "£5,500", "£22,528.57", "up to £22,528.57"; pence only when there are any.
func (m Money) String() string {
	if m.Qualifier == Exact {
		return m.Figure()
	}
	return m.Qualifier.Label() + " " + m.Figure()
}

// Figure prints an amount without its qualifier.
func (m Money) Figure() string {
	sign, pence := "", uint64(m.Pence)
	if m.Pence < 0 {
		sign, pence = "-", -pence
	}
	whole := strconv.FormatUint(pence/100, 10)
	var b strings.Builder
	b.WriteString(sign)
	b.WriteString("£")
	for i, digit := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteRune(digit)
	}
	if rest := pence % 100; rest != 0 {
		fmt.Fprintf(&b, ".%02d", rest)
	}
	return b.String()
}

// mostPence is the largest amount that can be put down: a thousand of them can be added up.
const mostPence = math.MaxInt64 / 1000

// ErrNotMoney is the cause of every failure of ParseMoney.
var ErrNotMoney = errors.New("not an amount of money")

// ParseMoney reads an amount as people type it: "5500", "£22,528.57", "22.5k", "£1.2m", "up to £600k", "-£50". It refuses
// what it cannot take to the penny ("£1.005") and commas that do not part thousands ("1,50"), rather than guess.
func ParseMoney(text string) (Money, error) {
	s := strings.ToLower(strings.Join(strings.FieldsFunc(text, unicode.IsSpace), " "))
	var m Money
	for _, q := range qualifiers {
		if rest, ok := strings.CutPrefix(s, q.label+" "); ok {
			m.Qualifier, s = q.value, rest
			break
		}
	}
	s = strings.ReplaceAll(s, " ", "")
	s = strings.Replace(s, "−", "-", 1)
	s, negative := strings.CutPrefix(s, "-")
	s, _ = strings.CutPrefix(s, "£")
	if !negative {
		s, negative = strings.CutPrefix(s, "-")
	}
	s, places := unit(s)
	pence, err := parsePence(s, places)
	if err != nil {
		return Money{}, fmt.Errorf("%q: %w: %w", text, ErrNotMoney, err)
	}
	if negative {
		pence = -pence
	}
	m.Pence = pence
	return m, nil
}

// unit takes a "k" or "m" off the end and returns how many places the decimal point moves to make pence.
func unit(s string) (figure string, places int) {
	switch {
	case strings.HasSuffix(s, "k"):
		return s[:len(s)-1], 5
	case strings.HasSuffix(s, "m"):
		return s[:len(s)-1], 8
	default:
		return s, 2
	}
}

func parsePence(s string, places int) (int64, error) {
	whole, fraction, point := strings.Cut(s, ".")
	if whole == "" || point && fraction == "" {
		return 0, errors.New("write it like 5,500 or 22,528.57")
	}
	if groups := strings.Split(whole, ","); len(groups) > 1 {
		for i, g := range groups {
			if i > 0 && len(g) != 3 || i == 0 && (g == "" || len(g) > 3) {
				return 0, errors.New("a comma parts thousands, as in 5,500")
			}
		}
		whole = strings.Join(groups, "")
	}
	if len(fraction) > places {
		if strings.Trim(fraction[places:], "0") != "" {
			return 0, errors.New("there is no coin smaller than a penny")
		}
		fraction = fraction[:places]
	}
	digits := whole + fraction + strings.Repeat("0", places-len(fraction))
	for _, d := range digits {
		if d < '0' || d > '9' {
			return 0, errors.New("write it like 5,500 or 22,528.57")
		}
	}
	pence, err := strconv.ParseInt(digits, 10, 64)
	if err != nil || pence > mostPence {
		return 0, errors.New("that is more money than there is")
	}
	return pence, nil
}

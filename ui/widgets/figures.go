package widgets

import (
	"fmt"
	"strconv"
	"strings"

	"almoner/data"
	"almoner/ui/lang"

	"fyne.io/fyne/v2"
)

// Count is a number of people, places or things; nothing typed is none.
func (f *Form) Count(key, label, hint string, value *int) fyne.CanvasObject {
	return parsedField(f, key, label, hint, value, readCount, printCount).box
}

// mostDigits keeps a count within what any list of people or things can have.
const mostDigits = 9

func readCount(s string) (int, error) {
	digits := strings.ReplaceAll(strings.TrimSpace(s), ",", "")
	if digits == "" {
		return 0, nil
	}
	n, err := strconv.Atoi(digits)
	if err != nil || len(digits) > mostDigits {
		return 0, fmt.Errorf(lang.L("“%s” is not a whole number; write it like 40"), strings.TrimSpace(s))
	}
	return n, nil
}

func printCount(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// Decimal is a number of at most two places that may not be known, such as an average mark.
func (f *Form) Decimal(key, label, hint string, value **data.Decimal) fyne.CanvasObject {
	return parsedField(f, key, label, hint, value, readDecimal, printDecimal).box
}

func readDecimal(s string) (*data.Decimal, error) {
	if strings.TrimSpace(s) == "" {
		return nil, nil // not known
	}
	d, err := data.ParseDecimal(s)
	if err != nil {
		return nil, fmt.Errorf(lang.L("“%s” is not a number with at most two places; write it like 3.85"), strings.TrimSpace(s))
	}
	return &d, nil
}

func printDecimal(d *data.Decimal) string {
	if d == nil {
		return ""
	}
	return d.String()
}

// Time is a time of the day, as people type it.
func (f *Form) Time(key, label, hint string, value *string) fyne.CanvasObject {
	read := func(s string) (string, error) {
		t, err := data.ParseTimeOfDay(s)
		if err != nil {
			return "", fmt.Errorf(lang.L("%w; write it like 09:30 or 2pm"), err)
		}
		return t, nil
	}
	return parsedField(f, key, label, hint, value, read, func(t string) string { return t }).box
}

package record

import (
	"slices"

	"almoner/data"
	"almoner/ui/widgets"
)

// Count is how many rows are so.
func Count[R any](rows widgets.Rows[R], so func(R) bool) int {
	n := 0
	for i := range rows.Len() {
		if so(rows.At(i)) {
			n++
		}
	}
	return n
}

// Total is the sum of an amount of rows, to the penny.
func Total[R any](rows widgets.Rows[R], amount func(R) data.Money) data.Money {
	var sum data.Money
	for i := range rows.Len() {
		sum = sum.Add(amount(rows.At(i)))
	}
	return sum
}

// YearsOf are the financial years that days fall in, each once; days that nobody has put down fall in none.
func YearsOf(days ...data.Date) []data.FinancialYear {
	var years []data.FinancialYear
	for _, day := range days {
		if y := data.FinancialYearOf(day); y != 0 && !slices.Contains(years, y) {
			years = append(years, y)
		}
	}
	return years
}

// these are rows as a slice.
type these[R any] []R

func (t these[R]) Len() int   { return len(t) }
func (t these[R]) At(i int) R { return t[i] }

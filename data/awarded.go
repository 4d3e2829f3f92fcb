package data

import (
	"cmp"
	"slices"
)

// Awarded is what was awarded by theme or by year.
type Awarded struct {
	Theme  string        // as it is first written; empty is grants without a theme
	Year   FinancialYear // 0 where it is by theme
	Grants int
	Amount Money
}

// AwardedByTheme is what was awarded in a year for each theme, most first. A grant with two themes counts for both, so the parts may add
// up to more than the whole.
func (reg *Register) AwardedByTheme(year FinancialYear) []Awarded {
	at := map[string]int{} // by the theme as it is written: folding each of them would cost more than all the rest
	folded := map[string]int{}
	var sums []Awarded
	place := func(theme string) int {
		i, ok := at[theme]
		if !ok {
			if i, ok = folded[Fold(theme)]; !ok {
				i = len(sums)
				sums = append(sums, Awarded{Theme: theme})
				folded[Fold(theme)] = i
			}
			at[theme] = i
		}
		return i
	}
	for _, g := range All[*Grant](reg) {
		amount, given := g.awardedIn(year)
		if !given {
			continue
		}
		themes := g.Themes
		if len(themes) == 0 {
			themes = []string{""}
		}
		for _, theme := range themes {
			i := place(theme)
			sums[i].Grants++
			sums[i].Amount = sums[i].Amount.Add(amount)
		}
	}
	slices.SortStableFunc(sums, func(a, b Awarded) int { return cmp.Compare(b.Amount.Pence, a.Amount.Pence) })
	return sums
}

// AwardedByYear is what was awarded in each year, earliest first.
func (reg *Register) AwardedByYear() []Awarded {
	sums := map[FinancialYear]*Awarded{}
	for _, g := range All[*Grant](reg) {
		for _, year := range g.Years() {
			amount, given := g.awardedIn(year)
			if !given {
				continue
			}
			if sums[year] == nil {
				sums[year] = &Awarded{Year: year}
			}
			sums[year].Grants++
			sums[year].Amount = sums[year].Amount.Add(amount)
		}
	}
	all := make([]Awarded, 0, len(sums))
	for _, s := range sums {
		all = append(all, *s)
	}
	slices.SortFunc(all, func(a, b Awarded) int { return cmp.Compare(a.Year, b.Year) })
	return all
}

// awardedIn is what a grant that was given has for a year, and whether it has anything.
func (g *Grant) awardedIn(year FinancialYear) (Money, bool) {
	var sum Money
	has := false
	for _, a := range g.Awards {
		if a.FinancialYear == year {
			sum, has = sum.Add(a.Amount), true
		}
	}
	return sum, has && g.Status.Given()
}

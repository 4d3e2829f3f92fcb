package sample

import (
	"fmt"
	"slices"

	"almoner/data"
)

// largestSmallGrant is the most that one application to the small grants scheme may be given.
var largestSmallGrant = data.Pounds(15_000)

// programmes are the three years of the small grants scheme, which the community share of the proceeds of crime pays for.
func programmes() []*data.Programme {
	rounds := []struct {
		year          data.FinancialYear
		pounds        int64
		opens, closes data.Date
		purpose       string
	}{
		{2023, 30_000, on(2023, 2, 1), on(2023, 12, 15), "Money that was taken from criminals, for groups that look after the places they took it from. Applications are read on the first Thursday of each month.\n\n- Anybody with a constitution and two signatories may ask.\n- Work with young people comes first."},
		{2024, 30_000, on(2024, 2, 1), on(2024, 12, 13), "As the year before, with one change: a group that was turned down is rung up and told why, and may ask once more.\n\n- Anybody with a constitution and two signatories may ask.\n- Work in the winter months comes first."},
		{2025, 42_500, on(2025, 2, 3), on(2025, 12, 12), "A larger pot, after two forfeitures at Stourhaven docks.\n\n- Anybody with a constitution and two signatories may ask.\n- A fifth is kept for villages of the Netherwick Vale."},
	}
	all := make([]*data.Programme, 0, len(rounds))
	for _, r := range rounds {
		all = append(all, &data.Programme{
			Stamp: stamp(data.KindProgramme, programmeName(r.year)), Title: "Community share: small grants " + r.year.String(), FinancialYear: r.year,
			Purpose: r.purpose, Budget: data.Pounds(r.pounds), Opens: r.opens, Closes: r.closes, LargestAward: largestSmallGrant,
		})
	}
	return all
}

func programmeName(y data.FinancialYear) string { return fmt.Sprintf("small %d", int(y)) }

// enrol puts a grant into the year of the scheme that it was asked for in, if the scheme paid for it or turned it down.
func enrol(g *data.Grant, rounds []*data.Programme) {
	if funds := g.Funds(nil); g.Total().Pence > largestSmallGrant.Pence || len(funds) > 0 && !slices.Equal(funds, []data.ID{fund("poca")}) {
		return
	}
	for _, r := range rounds {
		if slices.Equal(g.Years(), []data.FinancialYear{r.FinancialYear}) && !g.AwardDate.Before(r.Opens) && !r.Closes.Before(g.AwardDate) {
			g.Programme = r.ID
		}
	}
}

package sample

import (
	"cmp"
	"fmt"
	"slices"

	"almoner/data"
)

// varied is a variation of a grant whose terms the lists of services give as they are today. What they were before stands here.
type varied struct {
	title string
	year  data.FinancialYear // of the grant's first award
	data.Variation
	was []data.VariationChange // its terms, each with what was
}

func variations() []varied {
	until := func(was data.Date) data.VariationChange {
		return data.VariationChange{Term: data.VariedEnd, WasDate: was}
	}
	worth := func(year data.FinancialYear, pence int64, borne string) data.VariationChange {
		return data.VariationChange{Term: data.VariedAmount, FinancialYear: year, WasAmount: data.Money{Pence: pence}, Fund: fund(borne)}
	}
	return []varied{
		{
			"Lighting and sight lines on the canal path", 2022,
			data.Variation{Number: 1, Kind: data.Extend, Effective: on(2023, 3, 31), Applied: on(2023, 3, 16), Summary: "The columns ordered in October came in April. Six months more, for the same money."},
			[]data.VariationChange{until(on(2023, 3, 31))},
		},
		{
			"Victims’ voices in prison", 2022,
			data.Variation{Number: 1, Kind: data.Terminate, Effective: on(2023, 5, 31), Applied: on(2023, 6, 5), Summary: "The prison withdrew its officers from the project. What was not spent stays in the fund."},
			[]data.VariationChange{{Term: data.VariedAmount, FinancialYear: 2023, WasAmount: data.Pounds(4_250), Amount: data.Pounds(1_420)}}, // the lists have the whole
		},
		{
			"Stalking behaviour change programme", 2023,
			data.Variation{Number: 1, Kind: data.Reprofile, Effective: on(2024, 2, 1), Applied: on(2024, 2, 12), Decision: decision("reprofile"), Summary: "The psychologist began in October and not in August, so the first year cost less and the second will cost more."},
			[]data.VariationChange{worth(2023, 70_500_00, ""), worth(2024, 75_000_00, "")},
		},
		{
			"Scam awareness in sheltered housing", 2024,
			data.Variation{Number: 1, Kind: data.Novate, Effective: on(2024, 11, 1), Applied: on(2024, 10, 28), Decision: decision("novate"), Summary: "Elmshire Age Companions lost its co-ordinator, and asked for the advice centre to finish what it had begun."},
			[]data.VariationChange{{Term: data.VariedRecipient, WasRecord: organisation("age")}},
		},
		{
			"Winter warm room for rough sleepers", 2024,
			data.Variation{Number: 1, Kind: data.Reduce, Effective: on(2025, 1, 13), Applied: on(2025, 1, 16), Summary: "The boiler failed in the first week of January and the room stayed shut for nine nights."},
			[]data.VariationChange{worth(2024, 4_800_00, "poca")},
		},
		{
			"Boxing at eight", 2025,
			data.Variation{Number: 1, Kind: data.Scope, Effective: on(2025, 9, 1), Applied: on(2025, 8, 21), Summary: "The youth justice team now fills half of the places, and no longer a third."},
			[]data.VariationChange{{Term: data.VariedBeneficiaries, WasText: "Young people of 12 to 18, a third of the places kept for those known to the youth justice team"}},
		},
		{
			"Victim care hub", 2023,
			data.Variation{Number: 1, Kind: data.Uplift, Effective: on(2025, 4, 1), Applied: on(2025, 7, 28), Decision: decision("uplift"), Summary: "The rise in employers’ national insurance, for 21 staff."},
			[]data.VariationChange{worth(2025, 232_000_00, "core")},
		},
	}
}

// intended are variations that wait for a decision: the grants are not changed yet.
func intended(all []*data.Grant) {
	g := findGrant(all, "Stalking advocacy service", 2025)
	g.Variations = append(g.Variations, data.Variation{
		Number: 1, Kind: data.Extend, Effective: on(2026, 4, 1), Decision: decision("extend"),
		Summary: "Three months more on the same terms, until it is known whether the pilot comes to Elmshire.",
		Changes: []data.VariationChange{
			{Term: data.VariedEnd, Date: on(2026, 6, 30)},
			{Term: data.VariedAmount, FinancialYear: 2026, Amount: data.Pounds(16_750), Fund: fund("core")},
		},
	})
	g = findGrant(all, "Digital stalking clinic", 2025)
	g.Variations = append(g.Variations, data.Variation{
		Number: 1, Kind: data.Scope, Effective: on(2026, 1, 5), Summary: "To take cases of coercive control that have no digital side yet.",
		Changes: []data.VariationChange{{Term: data.VariedConditions, Text: "One appointment in five is kept for clients of the independent domestic violence advisers."}},
	})
	g = findGrant(all, "Safe places for people with learning disabilities", 2025)
	g.Variations = append(g.Variations, data.Variation{
		Number: 1, Kind: data.Scope, Effective: on(2026, 1, 1), Summary: "The self-advocacy group closes its office at Christmas, and the city’s own community team goes on with the scheme.",
		Changes: []data.VariationChange{{Term: data.VariedDeliveredBy, None: true}},
	})
}

// asFirstAgreed gives the grants the terms that they had before they were varied, and the variations that are to come.
func asFirstAgreed(all []*data.Grant) {
	for _, v := range variations() {
		g := findGrant(all, v.title, v.year)
		v.ID, v.Applied = "pending", data.Date{}
		for _, c := range v.was {
			v.Changes = append(v.Changes, takeBack(g, c))
		}
		g.Variations = append(g.Variations, v.Variation)
	}
}

// takeBack gives a grant its former term, and is the change that makes it the present one again.
func takeBack(g *data.Grant, c data.VariationChange) data.VariationChange {
	switch c.Term {
	case data.VariedEnd:
		c.Date, g.PlannedEnd, c.WasDate = g.PlannedEnd, c.WasDate, data.Date{}
	case data.VariedRecipient:
		c.Record, g.Recipient, c.WasRecord = g.Recipient, c.WasRecord, ""
	case data.VariedBeneficiaries:
		c.Text, g.Beneficiaries, c.WasText = g.Beneficiaries, c.WasText, ""
	case data.VariedAmount:
		i := slices.IndexFunc(g.Awards, func(a data.Award) bool { return a.FinancialYear == c.FinancialYear })
		a := &g.Awards[i]
		listed := a.Amount
		c.Amount, c.WasAmount, a.Amount = cmp.Or(c.Amount, listed), data.Money{}, c.WasAmount
		a.Funds[0].Amount.Pence += a.Amount.Pence - listed.Pence
	default:
		panic("make the sample: no variation takes back the " + c.Term.Label())
	}
	return c
}

// vary applies the variations, each on its day.
func vary(all []*data.Grant) {
	for _, v := range variations() {
		g := findGrant(all, v.title, v.year)
		must(g.ApplyVariation("pending", v.Applied, managerOf(g)))
	}
}

// findGrant is the grant of a title whose first award is for a year.
func findGrant(all []*data.Grant, title string, year data.FinancialYear) *data.Grant {
	i := slices.IndexFunc(all, func(g *data.Grant) bool { return g.Title == title && g.Awards[0].FinancialYear == year })
	if i < 0 {
		panic(fmt.Sprintf("make the sample: there is no grant %q of %s", title, year))
	}
	return all[i]
}

package sample

import (
	"slices"

	"almoner/data"
)

func funds() []*data.Fund { //nolint:funlen // a list of facts, not a procedure
	all := []*data.Fund{
		{
			Stamp: stamp(data.KindFund, "core"), Funder: organisation("moj"), Programme: "Victims’ services core grant", Status: data.Won,
			Allocations: allocations(2021, 590_000, 632_500, 640_000, 660_000, 850_000),
			SpendBy:     on(2026, 3, 31), ReturnDue: on(2026, 4, 30),
			Conditions: "Not to be spent on capital or on work that the police have to do anyway. Six-monthly return of victims supported, by crime and service.",
		},
		{
			Stamp: stamp(data.KindFund, "dasv"), Funder: organisation("moj"), Programme: "Domestic abuse and sexual violence uplift", Status: data.Won,
			Allocations: allocations(2021, 202_000, 150_000, 161_000, 172_303),
			SpendBy:     on(2025, 3, 31), OriginalSpendBy: on(2024, 3, 31), ReturnDue: on(2025, 5, 30),
			Conditions: "Ended on 31 March 2025. The services that went on moved to the core grant.",
		},
		{
			Stamp: stamp(data.KindFund, "posts"), Funder: organisation("moj"), Programme: "Independent adviser posts", Status: data.Won,
			Allocations: allocations(2022, 104_000, 126_000, 152_500, 156_000),
			SpendBy:     on(2026, 3, 31), ReturnDue: on(2026, 4, 30),
			Conditions: "Pays salaries and their on-costs only. A vacancy of more than two months is to be reported.",
		},
		{
			Stamp: stamp(data.KindFund, "perpetrator"), Funder: organisation("ho"), Programme: "Abuse and stalking perpetrator interventions", Status: data.Won,
			BidAmount: data.Pounds(560_000), BidDate: on(2023, 3, 29),
			Allocations:   allocations(2023, 140_000, 195_000, 205_000),
			MatchRequired: "A tenth, in money or in kind", SpendBy: on(2026, 3, 31), ReturnDue: on(2026, 5, 15),
			Conditions: "Support for the victim runs beside every intervention. Participants are counted in the national evaluation.",
		},
		{
			Stamp: stamp(data.KindFund, "streets"), Funder: organisation("ho"), Programme: "Safer Streets: Ravensmere canal and Stourhaven High Street", Status: data.Won,
			BidAmount: data.Pounds(310_000), BidDate: on(2022, 5, 12),
			Allocations: allocations(2022, 188_500, 96_500),
			SpendBy:     on(2023, 9, 30), OriginalSpendBy: on(2023, 3, 31), ReturnDue: on(2023, 11, 30),
			Conditions: "Capital works to be finished by the end of September 2023; extended once because of the shortage of lamp columns.",
		},
		{
			Stamp: stamp(data.KindFund, "hotspot"), Funder: organisation("ho"), Programme: "Hotspot response and serious violence", Status: data.Won,
			Allocations: allocations(2024, 155_000, 175_000),
			SpendBy:     on(2026, 3, 31), ReturnDue: on(2026, 4, 17),
			Conditions: "At least half for patrols, which Elmshire Police draws directly; what is kept here is the share for prevention.",
		},
		{
			Stamp: stamp(data.KindFund, "csf"), Programme: "Community safety fund", Status: data.Won,
			Allocations: allocations(2021, 225_000, 220_000, 240_000, 205_000, 205_000),
			SpendBy:     on(2026, 3, 31),
			Conditions:  "The commissioner’s own, from the police grant and precept. Carried over only by decision.",
		},
		{
			Stamp: stamp(data.KindFund, "county"), Funder: organisation("county"), Programme: "County council contribution to victims and young people", Status: data.Won,
			Allocations: allocations(2021, 24_000, 35_150, 21_450, 23_000, 27_000),
			SpendBy:     on(2026, 3, 31),
			Conditions:  "Invoiced to the council each September.",
		},
		{
			Stamp: stamp(data.KindFund, "health"), Funder: organisation("icb"), Programme: "Health contribution to sexual violence and violence reduction", Status: data.Won,
			Allocations: allocations(2022, 35_000, 37_000, 52_000, 54_000),
			SpendBy:     on(2026, 3, 31),
			Conditions:  "Under a section 256 agreement, renewed each year in February.",
		},
		{
			Stamp: stamp(data.KindFund, "drivers"), Funder: organisation("police"), Programme: "Driver awareness course surplus", Status: data.Won,
			Allocations: allocations(2021, 36_000, 32_000, 34_000, 35_000, 38_000),
			SpendBy:     on(2026, 3, 31),
			Conditions:  "For road safety and for those hurt on the roads. The strategic roads board is told each July.",
		},
		{
			Stamp: stamp(data.KindFund, "poca"), Funder: organisation("police"), Programme: "Proceeds of crime: community share", Status: data.Won,
			Allocations: allocations(2021, 20_000, 25_000, 30_000, 30_000, 42_500),
			SpendBy:     on(2026, 3, 31),
			Conditions:  "Small grants to local groups, up to £15,000 each.",
		},
		{
			Stamp: stamp(data.KindFund, "canal"), Funder: organisation("ho"), Programme: "Safer Streets, fifth round: Stourhaven seafront", Status: data.Lost,
			BidAmount: data.Pounds(240_000), BidDate: on(2023, 7, 6), MatchRequired: "Half of the capital cost",
			Conditions: "The assessors found the evidence of need strong and the upkeep after the grant unproven.",
		},
		{
			Stamp: stamp(data.KindFund, "early"), Funder: organisation("moj"), Programme: "Early advocacy for stalking victims: pilot areas 2026-27", Status: data.BidSubmitted,
			BidAmount: data.Money{Pence: 187_450_00}, BidDate: on(2025, 10, 24), SpendBy: on(2027, 3, 31),
			Conditions: "Answer expected in January 2026.",
		},
		{
			Stamp: stamp(data.KindFund, "scams"), Funder: organisation("ho"), Programme: "Fraud victim care: regional pilot", Status: data.Considering,
			BidAmount:  data.Money{Pence: 60_000_00, Qualifier: data.Estimated},
			Conditions: "With two neighbouring offices, if they agree on a lead by 12 December 2025.",
		},
		{ // most of it is still there, and there are forty days left
			Stamp: stamp(data.KindFund, "nights"), Funder: organisation("ho"), Programme: "Students’ safety after dark: one-year award", Status: data.Won, FunderReference: "HO/SAD/25/1163",
			BidAmount: data.Pounds(32_000), BidDate: on(2025, 4, 17), Allocations: allocations(2025, 24_000), SpendBy: on(2025, 12, 31), ReturnDue: on(2026, 1, 30),
			Conditions: "What is not spent by the end of December goes back. No extension will be given.",
		},
		{ // promised beyond what it has, on purpose: the farm watch was given £11,200
			Stamp: stamp(data.KindFund, "rural"), Funder: organisation("county"), Programme: "Rural crime pot", Status: data.Won, FunderReference: "ECC-RC-2025",
			Allocations: allocations(2025, 10_000), SpendBy: on(2026, 3, 31), ReturnDue: on(2026, 6, 30), Conditions: "For parishes east of the Elm.",
		},
		{
			Stamp: stamp(data.KindFund, "rail"), Funder: organisation("ho"), Programme: "Stations after dark: help points and seats", Status: data.BidWithdrawn,
			BidAmount: data.Pounds(85_000), BidDate: on(2024, 9, 12), MatchRequired: "A quarter, from the train company", Conditions: "Taken back when the train company left its franchise.",
		},
	}
	for short, ref := range map[string]data.Reference{
		"core": "MOJ-VS-ELM-21", "dasv": "MOJ-DASV-ELM", "posts": "MOJ-IP-22-014", "perpetrator": "HO/DAPI/23/0307", "streets": "HO/SSF4/0117", "hotspot": "HO/HSR/24/0026", "health": "S256/ELM/0417",
	} {
		all[slices.IndexFunc(all, func(f *data.Fund) bool { return f.ID == fund(short) })].FunderReference = ref
	}
	liveFunds(all)
	for _, f := range all {
		for _, a := range f.Allocations {
			f.Allocation = f.Allocation.Add(a.Amount)
		}
	}
	return all
}

// allocations are the pounds that a funder gives for a year and the years after it.
func allocations(first data.FinancialYear, pounds ...int64) []data.Allocation {
	all := make([]data.Allocation, 0, len(pounds))
	for i, p := range pounds {
		all = append(all, data.Allocation{FinancialYear: first + data.FinancialYear(i), Amount: data.Pounds(p)})
	}
	return all
}

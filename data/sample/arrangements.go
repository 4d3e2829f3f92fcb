package sample

import (
	"cmp"

	"almoner/data"
)

// The two totals that a paper states wrongly: somebody swapped two figures. The sample keeps them so that the difference shows.
var slips = map[string]int64{
	"Counselling after sexual violence, 2023": 130_050_00, // the awards make £130,500
	"Treatment in place of court, 2024":       75_600_00,  // the awards make £76,500
}

// arrange adds to the grants what was agreed beside the money: who else pays, whom it employs, and when it reports.
func arrange(all []*data.Grant, rounds []*data.Programme) {
	half := func(contributor string, pounds int64, what string) data.MatchFunding {
		return data.MatchFunding{Contributor: organisation(contributor), Amount: data.Pounds(pounds), What: what}
	}
	kind := func(contributor, what string) data.MatchFunding {
		return data.MatchFunding{Contributor: organisation(contributor), InKind: true, What: what}
	}
	post := func(title string, hundredths data.Decimal, base string) data.Post {
		return data.Post{Title: title, FTE: hundredths, Base: base}
	}
	for _, a := range []struct {
		title string
		year  data.FinancialYear
		match []data.MatchFunding
		posts []data.Post
	}{
		{
			"Stalking advocacy service", 2025,
			[]data.MatchFunding{kind("police", "A desk in the stalking team, with a terminal")},
			[]data.Post{post("Senior stalking advocate", 100, "The Maltings, Cobbleford"), post("Stalking advocate", 100, "The Maltings, Cobbleford"), post("Clinical supervisor", 10, "By video")},
		},
		{
			"Stalking advocacy service", 2023,
			[]data.MatchFunding{half("icb", 7_500, "Clinical supervision for both advocates")},
			[]data.Post{post("Stalking advocate", 200, "The Maltings, Cobbleford")},
		},
		{
			"Independent domestic violence advisers", 2025,
			[]data.MatchFunding{half("county", 212_000, "Five of the twelve advisers, and the service manager")},
			[]data.Post{post("Independent domestic violence adviser", 460, "Stourhaven and Ravensmere"), post("Hospital adviser", 60, "Ravensmere General Hospital")},
		},
		{
			"Hospital youth navigators", 2025,
			[]data.MatchFunding{kind("nhs", "A room beside the emergency department, and cards for the staff lift")},
			[]data.Post{post("Youth navigator", 160, "Emergency department"), post("Team leader", 60, "The Signal Box, Marrowby")},
		},
		{
			"Perpetrator casework", 2024,
			[]data.MatchFunding{half("course", 11_000, "An analyst, one day a week"), {Contributor: organisation("county"), What: "The housing officer’s time at the fortnightly meeting", InKind: true}},
			[]data.Post{post("Case manager", 200, "Lock Industrial Estate"), post("Victims’ link worker", 80, "Second Floor, Tannery House")},
		},
		{
			"Refuge children’s worker", 2025,
			[]data.MatchFunding{{Contributor: organisation("noddfa"), What: "Toys, paint and the play room’s heating"}},
			[]data.Post{post("Children’s worker", 100, "The refuge")},
		},
		{"Bereaved by homicide: legal and practical help", 2025, nil, []data.Post{post("Adviser", 20, "Corn Exchange, Tillingworth")}},
		{"Safe places for people with learning disabilities", 2025, []data.MatchFunding{half("city", 2_000, "Window signs and a telephone line")}, nil},
	} {
		g := findGrant(all, a.title, a.year)
		g.MatchFunding, g.Posts = a.match, a.posts
	}
	for _, g := range all {
		enrol(g, rounds)
		schedule(g)
		if stated, slipped := slips[g.Title+", "+g.Awards[0].FinancialYear.String()[:4]]; slipped {
			g.StatedTotal = data.Money{Pence: stated}
		}
	}
	findGrant(all, "Hospital youth navigators", 2024).Awards[0].Part = "June 2024 to March 2025"
	findGrant(all, "Knife surrender bins", 2025).Awards[0].Part = "January to March 2026"
	findGrant(all, "Victim care hub", 2023).Aliases = []data.Reference{"OPCC/VS/23-1"}
	findGrant(all, "Sexual assault referral centre: forensic examiner rota", 2024).Aliases = []data.Reference{"SARC/24/1"}
	findGrant(all, "Independent sexual violence advisers", 2023).Aliases = []data.Reference{"23-24/0003", "ISVA core"}
}

// schedule says when a grant reports: the larger the sum, the more often.
func schedule(g *data.Grant) {
	r, some := reports(g)
	if !some {
		return
	}
	usual := "prevention"
	if managerOf(g) == victimsLead {
		usual = "victims"
	}
	s := data.MonitoringSchedule{Every: data.Yearly, DueAfter: 30, Framework: framework(cmp.Or(r.under, usual))}
	switch total := g.Total().Pence; {
	case g.Title == "Winter warm room for rough sleepers":
		s.Every, s.DueAfter = data.Monthly, 10
	case g.Title == "Fly-tipping cameras":
		s.Every, s.DueAfter = data.AtTheEnd, 60
	case total >= 25_000_00:
		s.Every = data.Quarterly
	case total >= 20_000_00:
		s.Every = data.HalfYearly
	}
	g.Monitoring = s
}

package sample

import "almoner/data"

// lateDecisions are those of 2025-26, half of them still on their way.
func lateDecisions(grants []*data.Grant) []*decided {
	id := func(title string, year data.FinancialYear) data.ID { return findGrant(grants, title, year).ID }
	return []*decided{
		{
			short: "shelter", to: data.DecisionRefused,
			Decision: data.Decision{
				Title: "Repairs to the youth shelter at Marrowby", Type: "Non-key", LeadOfficers: []data.ID{member("delphine")},
				RaisedOn: on(2025, 5, 1), DiscussedOn: on(2025, 5, 15), DecidedOn: on(2025, 5, 29), Marking: data.Public, Power: crimeReduction,
				Sections:        []data.Section{part1("What is asked", "£14,200 for a roof and benches."), part1("Decision", "Refused: the upkeep of the district’s own furniture is the district’s to pay.")},
				Recommendations: []string{"That the request is turned down, and the council told of the small grants scheme."}, Grants: []data.ID{id("Repairs to the youth shelter", 2025)},
			},
		},
		{
			short: "homicide", to: data.DecisionPublished, signs: data.SignedElectronically,
			Decision: data.Decision{
				Title: "Help for families bereaved by homicide", Type: "Non-key", LeadOfficers: []data.ID{member("callum")},
				RaisedOn: on(2025, 5, 22), DiscussedOn: on(2025, 6, 5), DecidedOn: on(2025, 6, 19), PublishedOn: on(2025, 6, 24), Marking: data.Public, Power: victimsPower,
				Sections:        []data.Section{part1("What is asked", "To pay for up to sixty hours of an adviser’s time at the advice centre, to June 2026.")},
				Recommendations: []string{"That the grant in the table is made."}, Grants: []data.ID{id("Bereaved by homicide: legal and practical help", 2025)}, Funds: []data.ID{fund("core")},
			},
		},
		{
			short: "uplift", to: data.DecisionSigned, signs: data.WetCopyHeld, after: true,
			Decision: data.Decision{
				Title: "Victim care hub: rise for employers’ national insurance", Type: "Non-key", LeadOfficers: []data.ID{member("callum")}, ContactOfficers: []data.ID{member("ludmila")},
				RaisedOn: on(2025, 6, 26), DiscussedOn: on(2025, 7, 10), DecidedOn: on(2025, 7, 24),
				Marking: data.Exempt, Exemption: "The whole paper sets out what a company pays its staff (section 43).", Power: victimsPower,
				Sections:        []data.Section{part2("What is asked", "£5,800 more for 2025-26, from the core grant. Pay at the hub runs from £25,400 to £41,900."), part2("What else was thought of", "To let two posts go. The hub answers 900 calls a quarter; it would answer 780.")},
				Recommendations: []string{"That the award for 2025-26 is raised to £237,800."}, Grants: []data.ID{id("Victim care hub", 2023)}, Funds: []data.ID{fund("core")},
			},
			links: []link{{data.Varies, "", "opcc-dn-2022-12"}},
		},
		{
			short: "correction", to: data.DecisionSigned, signs: data.SignedElectronically,
			Decision: data.Decision{
				Title: "Help for families bereaved by homicide: correction", Type: "Non-key", LeadOfficers: []data.ID{member("callum")},
				RaisedOn: on(2025, 8, 28), DiscussedOn: on(2025, 9, 4), DecidedOn: on(2025, 9, 18), Marking: data.Public, Power: victimsPower,
				Sections:        []data.Section{part1("Why it is decided again", "The decision of June spoke of sixty hours. The application was for ninety, and the sum was worked out for ninety.")},
				Recommendations: []string{"That the grant stands for up to ninety hours, for the same money."}, Grants: []data.ID{id("Bereaved by homicide: legal and practical help", 2025)},
				StatedTotal: data.Money{Pence: 9_500_00, Qualifier: data.UpTo},
				Issued:      []data.Issued{{Paper: "decision", On: on(2025, 9, 18), By: governance, SHA256: sum(correctionText), File: file("correction")}},
			},
			links: []link{{data.Supersedes, "homicide", ""}},
		},
		{
			short: "rural", to: data.DecisionDeferred,
			Decision: data.Decision{
				Title: "Rural crime pot: what to do about the overspend", Type: "Non-key", LeadOfficers: []data.ID{member("delphine"), member("ludmila")},
				RaisedOn: on(2025, 9, 25), DiscussedOn: on(2025, 10, 9), DueOn: on(2025, 10, 23), Marking: data.Public, Power: crimeReduction,
				Sections:        []data.Section{part1("What is asked", "The county gave £10,000 and the farm watch was promised £11,200. Either the community safety fund pays the difference, or the watch is asked to do with less."), part1("Deferred", "Until the county’s cabinet has met on 9 December.")},
				Recommendations: []string{"That the community safety fund pays £1,200."}, Grants: []data.ID{id("Farm watch and property marking", 2025)}, Funds: []data.ID{fund("rural")},
			},
		},
		{
			short: "helpdesk", to: data.DecisionSubmitted,
			Decision: data.Decision{
				Title: "A helpdesk for small charities that are cheated online", Type: "Non-key", LeadOfficers: []data.ID{member("delphine")}, DueOn: on(2025, 11, 27),
				RaisedOn: on(2025, 10, 30), DiscussedOn: on(2025, 11, 13), Marking: data.Public, Power: crimeReduction,
				Sections:        []data.Section{part1("What is asked", "To pay for one term of students’ afternoons with charities that have nobody to look after their passwords.")},
				Recommendations: []string{"That the grant in the table is made, from the community safety fund."}, Grants: []data.ID{id("Cyber helpdesk for small charities", 2025)},
			},
		},
		{
			short: "extend", to: data.DecisionAdvised,
			Decision: data.Decision{
				Title: "Stalking advocacy: three months more", Type: "Key", LeadOfficers: []data.ID{member("callum")}, NoticePublishedOn: on(2025, 11, 20), DueOn: on(2025, 12, 18),
				RaisedOn: on(2025, 11, 6), DiscussedOn: on(2025, 11, 19), Marking: data.Public, Power: victimsPower,
				Sections:        []data.Section{part1("What is asked", "To extend the service to 30 June 2026, whether or not the pilot comes."), part1("Money", "£16,750 of the core grant for 2026-27, which the Ministry has yet to confirm.")},
				Recommendations: []string{"That the grant is extended once the core grant is confirmed."}, Grants: []data.ID{id("Stalking advocacy service", 2025)},
			},
			links: []link{{data.Extends, "victims", ""}, {data.ReadWith, "pilot", ""}},
		},
		{
			short: "pilot", to: data.DecisionDraft,
			Decision: data.Decision{
				Title: "Early advocacy: if the bid is won", Type: "Key", LeadOfficers: []data.ID{member("miriam")}, DueOn: on(2026, 1, 29), RaisedOn: on(2025, 11, 18), Marking: data.Public, Power: victimsPower,
				Sections: []data.Section{part1("What is asked", "To accept the Ministry’s money for a pilot in 2026-27, and to grant it in two lots.")}, Funds: []data.ID{fund("early")},
			},
		},
	}
}

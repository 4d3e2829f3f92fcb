package sample

import "almoner/data"

// earlyDecisions are those of 2022-23 to 2024-25.
func earlyDecisions(grants []*data.Grant) []*decided { //nolint:funlen // a list of facts, not a procedure
	id := func(title string, year data.FinancialYear) data.ID { return findGrant(grants, title, year).ID }
	return []*decided{
		{
			short: "stalking", to: data.DecisionPublished, signs: data.SignedOnPaper,
			Decision: data.Decision{
				Title: "Services for people who are stalked, from April 2023", Type: "Key", LeadOfficers: []data.ID{member("percival")}, ContactOfficers: []data.ID{member("harriet")},
				ChiefOfficerApproval: "Chief Executive and Chief Finance Officer, 6 March 2023", NoticePublishedOn: on(2023, 1, 31), DueOn: on(2023, 3, 9),
				RaisedOn: on(2023, 1, 19), DiscussedOn: on(2023, 2, 16), DecidedOn: on(2023, 3, 9), PublishedOn: on(2023, 3, 14),
				Marking: data.Public, Power: victimsPower, Aliases: []data.Reference{"2023-03 stalking"},
				Sections: []data.Section{
					part1("What is asked", "To give Stillwater Stalking Advocacy two years of money for a second advocate, and Elmshire Victim Care one more year for the digital clinic."),
					part1("Why", "Ninety-one people came to the advocate in the first year, twice as many as she had time for. The clinic’s notes went to the police in 31 cases.\n\nA review of the specification asked the people who had used the service; they wanted it open to anybody, whoever it is that follows them."),
					part1("Money", "Both are within the budget for 2023-24. The second year rests on the core grant going on at its present level."),
				},
				Recommendations: []string{"That the two grants in the table are made.", "That version 2.0 of the specification takes the place of version 1.2 on 1 April 2023."},
				Interests:       "None declared.", Grants: []data.ID{id("Stalking advocacy service", 2023), id("Digital stalking clinic", 2023)},
				StatedTotal: data.Money{Pence: 137_878_40},
				Attachments: []data.Enclosure{{Label: "Stillwater, letter of application", Kind: "application", Size: 188_416}, {Label: "Specification, version 2.0", Kind: "specification", Size: 61_204}},
			},
			links: []link{{data.Implements, "", "OPCC DN 2021/14"}},
		},
		{
			short: "change", to: data.DecisionPublished, signs: data.SignedOnPaper,
			Decision: data.Decision{
				Title: "A programme for people who stalk", Type: "Key", LeadOfficers: []data.ID{member("callum")}, ContactOfficers: []data.ID{member("harriet"), member("ludmila")},
				ChiefOfficerApproval: "Chief Finance Officer, 23 June 2023", DueOn: on(2023, 6, 29),
				RaisedOn: on(2023, 5, 4), DiscussedOn: on(2023, 6, 8), DecidedOn: on(2023, 6, 29), PublishedOn: on(2023, 7, 4),
				Marking: data.PartExempt, Exemption: "Part 2 gives the provider’s price for each place (section 43 of the Freedom of Information Act).", Power: crimeReduction,
				Sections: []data.Section{
					part1("What is asked", "To spend part of what the Home Office has given for work with perpetrators on twenty-week courses, to March 2026."),
					part1("What else was thought of", "1. To do nothing, and send the money back.\n2. To buy places from the neighbouring county, an hour away by train.\n3. To grant it to the one body in Elmshire that has run such a course."),
					part2("Price", "A place costs £3,410, or £2,980 from the ninth on a course. The neighbouring county was asked £3,900."),
				},
				Recommendations: []string{"That Changing Course CIC is given the grant in the table."},
				Interests:       "The Head of Commissioning’s sister is a probation officer, and took no part in the advice.",
				Grants:          []data.ID{id("Stalking behaviour change programme", 2023)}, Funds: []data.ID{fund("perpetrator")},
				Attachments: []data.Enclosure{{Label: "Course outline", Kind: "annex", Size: 24_576}, {Label: "Price list (Part 2)", Kind: "restricted annex", Size: 9_318}},
			},
		},
		{
			short: "pets", to: data.DecisionPublished,
			Decision: data.Decision{
				Title: "Pets fostered while owners are in refuge", Type: "Non-key", LeadOfficers: []data.ID{member("percival")},
				RaisedOn: on(2023, 9, 7), DiscussedOn: on(2023, 9, 28), DecidedOn: on(2023, 10, 12), PublishedOn: on(2023, 10, 19), Marking: data.Public, Power: victimsPower,
				Sections: []data.Section{
					part1("What is asked", "£9,400 for kennels and a co-ordinator."),
					part1("Decision", "Refused. Half of the sum is for kennels that stand empty most of the year. The commissioner would look again at a scheme with foster homes."),
				},
				Recommendations: []string{"That the grant is made for one year."}, Grants: []data.ID{id("Pets fostered while owners are in refuge", 2023)},
			},
		},
		{
			short: "reprofile", to: data.DecisionPublished, signs: data.SignedElectronically, after: true,
			Decision: data.Decision{
				Title: "Behaviour change programme: money moved to the second year", Type: "Non-key", LeadOfficers: []data.ID{member("callum")}, ContactOfficers: []data.ID{member("harriet")},
				RaisedOn: on(2024, 1, 11), DiscussedOn: on(2024, 1, 25), DecidedOn: on(2024, 2, 8), PublishedOn: on(2024, 2, 13), Marking: data.Public, Power: crimeReduction,
				Sections:        []data.Section{part1("What is asked", "To move £8,000 from 2023-24 to 2024-25. The total stays as it was decided, and the Home Office has agreed to it by letter.")},
				Recommendations: []string{"That £8,000 is moved to 2024-25."},
				Grants:          []data.ID{id("Stalking behaviour change programme", 2023)}, Funds: []data.ID{fund("perpetrator")}, StatedTotal: data.Pounds(230_140),
				Attachments: []data.Enclosure{{Label: "Letter agreeing the new profile", Kind: "letter", Size: int64(len(profileLetter)), File: file("profile letter")}},
			},
			links: []link{{data.Varies, "change", ""}},
		},
		{
			short: "navigators", to: data.DecisionPublished, signs: data.SignedElectronically,
			Decision: data.Decision{
				Title: "Youth navigators at Ravensmere General Hospital", Type: "Key", LeadOfficers: []data.ID{member("delphine")}, ContactOfficers: []data.ID{member("harriet")},
				NoticePublishedOn: on(2024, 3, 21), DueOn: on(2024, 4, 25),
				RaisedOn: on(2024, 3, 7), DiscussedOn: on(2024, 4, 11), DecidedOn: on(2024, 4, 25), PublishedOn: on(2024, 4, 30), Marking: data.Public, Power: crimeReduction,
				Sections: []data.Section{
					part1("What is asked", "To place youth workers in the emergency department from Thursday to Sunday, with the Integrated Care Board paying a fifth."),
					part1("Equality", "Nine in ten young patients hurt by violence are boys. Girls who come are offered a woman."),
				},
				Recommendations: []string{"That the grant in the table is made.", "That the trust and Kinfolk sign one agreement with the office."},
				Interests:       "None declared.", Grants: []data.ID{id("Hospital youth navigators", 2024)},
			},
		},
		{
			short: "wardens", to: data.DecisionPublished, signs: data.WetCopyHeld,
			Decision: data.Decision{
				Title: "Wardens in Stourhaven to March 2026", Type: "Key", LeadOfficers: []data.ID{member("delphine")}, ContactOfficers: []data.ID{member("ludmila")},
				RaisedOn: on(2024, 5, 2), DiscussedOn: on(2024, 5, 16), DecidedOn: on(2024, 5, 30), PublishedOn: on(2024, 6, 6), Marking: data.Public, Power: crimeReduction,
				Sections:        []data.Section{part1("What is asked", "To pay for four wardens, now that the Safer Streets money is spent."), part1("Risk", "The borough has not said what happens in April 2026. It is to say so by December 2025.")},
				Recommendations: []string{"That the grant in the table is made."}, Grants: []data.ID{id("Wardens in Stourhaven’s High Street", 2024)}, Funds: []data.ID{fund("hotspot")},
			},
			links: []link{{data.Extends, "", "OPCC/DN/2022/031"}},
		},
		{
			short: "novate", to: data.DecisionPublished, signs: data.SignedElectronically, after: true,
			Decision: data.Decision{
				Title: "Scam awareness: the advice centre takes over", Type: "Non-key", LeadOfficers: []data.ID{member("callum")},
				RaisedOn: on(2024, 10, 10), DiscussedOn: on(2024, 10, 17), DecidedOn: on(2024, 10, 24), PublishedOn: on(2024, 10, 29), Marking: data.Public, Power: victimsPower,
				Sections:        []data.Section{part1("What is asked", "To let Tillingworth Advice Centre take the place of Elmshire Age Companions, on the same terms.")},
				Recommendations: []string{"That the grant is novated on 1 November 2024."}, Grants: []data.ID{id("Scam awareness in sheltered housing", 2024)},
			},
		},
		{
			short: "victims", to: data.DecisionPublished, signs: data.SignedOnPaper,
			Decision: data.Decision{
				Title: "Services for victims in 2025-26", Type: "Key", LeadOfficers: []data.ID{member("callum"), member("miriam")}, ContactOfficers: []data.ID{member("harriet")},
				ChiefOfficerApproval: "Chief Finance Officer, 3 March 2025", NoticePublishedOn: on(2025, 1, 30), DueOn: on(2025, 3, 6),
				RaisedOn: on(2025, 1, 9), DiscussedOn: on(2025, 2, 13), DecidedOn: on(2025, 3, 6), PublishedOn: on(2025, 3, 11),
				Marking: data.Public, Power: victimsPower,
				Sections: []data.Section{
					part1("What is asked", "To go on with the services below for one year, while the Ministry of Justice works out what comes after."),
					part1("What ends", "The uplift for domestic abuse and sexual violence ends on 31 March 2025. Four services move to the core grant; the evening line at the refuge does not go on."),
				},
				Recommendations: []string{"That the grants in the table are made.", "That providers are told by 14 March.", "That a paper on 2026-27 comes to the board in October."},
				Interests:       "The commissioner was a trustee of Steady Ground until 2019.",
				Grants: []data.ID{
					id("Stalking advocacy service", 2025), id("Digital stalking clinic", 2025), id("Independent domestic violence advisers", 2025),
					id("Refuge children’s worker", 2025), id("Counselling after sexual violence", 2025), id("Scam victims’ home visits", 2025),
				},
				Attachments: []data.Enclosure{{Label: "What users of the services said", Kind: "annex", Size: int64(len(usersSaid)), File: file("users said")}},
			},
			links: []link{{data.ReadWith, "stalking", ""}, {data.Rescinds, "", "OPCC DN 2020/007"}},
		},
	}
}

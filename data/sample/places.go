package sample

import "almoner/data"

func roads() []service {
	return []service{
		{
			title: "Support after a death or serious injury on the road", to: "afterroad", themes: []string{"Road harm", "Victims’ services"},
			who:      "Bereaved families and people with life-changing injuries, whoever was at fault",
			services: "A caseworker within five days, introduced by the family liaison officer, who stays through the inquest and any trial and helps with work, benefits and the car in the pound.",
			purpose:  "To treat those hurt on the roads as the victims they are.",
			reasons:  "Families who understand the investigation give better evidence and make fewer complaints.",
			measures: []string{"Families and injured people supported"},
			grants: []given{
				give(on(2021, 4, 8), in(2021, 21_900_00, "drivers")).did("63"),
				give(on(2022, 4, 7), in(2022, 22_450_00, "drivers")).did("70"),
				give(on(2023, 4, 6), in(2023, 23_200_00, "drivers"), in(2024, 23_900_00, "drivers"), in(2025, 24_600_00, "drivers")),
			},
		},
		{
			title: "New drivers’ crash course", to: "fire", themes: []string{"Road harm", "Young people"},
			who:      "Drivers of 17 to 20 and their passengers",
			services: "An evening in the fire station yard: a car is cut open round a volunteer, and the crew that cut it talks about the night it was real.",
			purpose:  "To reach young drivers before their first winter.",
			reasons:  "Drivers under 21 hold six in a hundred licences in Elmshire and are in a fifth of serious collisions.",
			measures: []string{"Young people who came"},
			grants: []given{
				give(on(2021, 9, 9), in(2021, 4_400_00, "drivers")).did("512"),
				give(on(2022, 9, 15), in(2022, 4_650_00, "drivers")).did("604"),
				give(on(2024, 9, 19), in(2024, 5_175_00, "drivers")).did("588"),
			},
		},
		{
			title: "Community speed watch equipment", to: "rural", themes: []string{"Road harm", "Rural crime"}, area: "Netherwick Vale",
			who:      "Villages on the A-road and its rat runs",
			services: "Buys six speed indicators and the training of ninety volunteers, who log registrations for warning letters.",
			purpose:  "To let villages do something about speed while they wait for engineering.",
			reasons:  "Where a watch goes out weekly, average speeds fall by four miles an hour.",
			measures: []string{"Letters sent", "Volunteers trained"},
			grants: []given{
				give(on(2022, 2, 10), in(2021, 7_842_30, "drivers")).between(on(2022, 2, 21), on(2022, 8, 31)).did("1,930", "94"),
				give(on(2025, 2, 13), in(2024, 5_210_65, "drivers")).between(on(2025, 2, 24), on(2025, 8, 31)).did("2,288", "51"),
			},
		},
		{
			title: "Close pass operations", to: "police", themes: []string{"Road harm"}, instrument: data.InHouse,
			who:      "People who cycle",
			services: "Twenty-four mornings on which an officer in ordinary clothes cycles a commuter route, and drivers who pass too close choose between a penalty and a mat that shows the distance.",
			purpose:  "To make the roads feel safe enough to cycle on.",
			reasons:  "Most serious injuries to cyclists in the county come from a driver who passed.",
			measures: []string{"Drivers stopped"},
			grants:   []given{give(on(2023, 3, 30), in(2023, 6_000_00, "drivers")).did("417")},
		},
		{
			title: "Horse and rider visibility packs", to: "rural", themes: []string{"Road harm"}, area: "Netherwick Vale",
			who:      "Riders on country roads",
			services: "Offered to hand out high-visibility rugs and hat bands at four shows.",
			purpose:  "To prevent collisions between cars and horses.",
			reasons:  "Eleven collisions with horses were recorded in the Vale in a year.",
			measures: []string{"Packs handed out"},
			grants:   []given{give(on(2023, 11, 9), asked(2023, 2_950_00)).was(data.Declined)},
		},
	}
}

func neighbourhoods() []service { //nolint:funlen // a list of facts, not a procedure
	return []service{
		{
			title: "Street volunteers at weekends", to: "night", themes: []string{"Night-time economy"}, area: "Ravensmere",
			who:      "People out at night in the city centre",
			services: "Volunteers in pairs from ten at night to four in the morning with water, flip-flops and first aid, and a room behind the church to wait for a friend or a taxi in.",
			purpose:  "To look after people who have become easy to rob, to hurt or to take advantage of.",
			reasons:  "Each night out keeps about three people out of an ambulance and one out of a cell.",
			measures: []string{"Nights out", "People looked after in the room"},
			grants: []given{
				give(on(2021, 6, 17), in(2021, 5_900_00, "poca")).between(on(2021, 7, 2), on(2022, 3, 26)).did("71", "402"),
				give(on(2022, 4, 7), in(2022, 8_200_00, "streets")).did("98", "611"),
				give(on(2023, 4, 6), in(2023, 8_450_00, "csf"), in(2024, 8_700_00, "csf")).did("201 over both years", "1,288"),
				give(on(2025, 4, 10), in(2025, 8_950_00, "csf")),
			},
		},
		{
			title: "Lighting and sight lines on the canal path", to: "city", themes: []string{"Safer streets", "Violence against women and girls"}, area: "Ravensmere",
			who:      "People who walk between the station and the east of the city",
			services: "Forty-two lamps, three mirrors, the hedge cut back to the fence, and a help point in the underpass that rings the camera room.",
			purpose:  "To make the path one that people use after dark.",
			reasons:  "Nine robberies and four sexual assaults took place on the 900 metres of path in two years.",
			measures: []string{"Walkers counted after dark in November, against the year before", "Recorded offences on the path in a year"},
			grants: []given{
				give(on(2022, 8, 11), in(2022, 96_417_82, "streets"), in(2023, 41_250_00, "streets")).between(on(2022, 9, 1), on(2023, 9, 30)).did("1,904 against 1,180", "3, from 9"),
			},
		},
		{
			title: "Wardens in Stourhaven’s High Street", to: "stour", themes: []string{"Safer streets", "Anti-social behaviour"}, area: "Stourhaven",
			who:      "Shopkeepers, shoppers and the people who sleep in doorways",
			services: "Four wardens who share a radio with the shops, give first warnings for shoplifting and know each rough sleeper by name.",
			purpose:  "To bring a uniform back to a street that had seen none between calls.",
			reasons:  "A third of the force’s shoplifting reports east of the river come from 600 metres of street.",
			measures: []string{"Shoplifting reports, against the year before"},
			grants: []given{
				give(on(2022, 8, 11), in(2022, 47_600_00, "streets"), in(2023, 52_800_00, "streets")).between(on(2022, 10, 3), on(2023, 9, 30)).did("286 against 351"),
				give(on(2024, 5, 30), in(2024, 64_000_00, "hotspot"), in(2025, 66_500_00, "hotspot")).between(on(2024, 6, 17), on(2026, 3, 31)),
			},
		},
		{
			title: "Farm watch and property marking", to: "rural", themes: []string{"Rural crime"}, area: "Netherwick Vale",
			who:      "Farms, smallholdings and churches",
			services: "Forensic marking of tractors, quad bikes, trailers and lead roofs, trackers lent to thirty farms, and a message group that reaches 700 households in a minute.",
			purpose:  "To make what is stolen from the country hard to sell.",
			reasons:  "Four tractors worth £260,000 were stopped at ports in 2022 because of such trackers.",
			measures: []string{"Farms and churches marked", "Value recovered"},
			grants: []given{
				give(on(2021, 5, 27), in(2021, 9_980_00, "csf")).did("104", "£88,000"),
				give(on(2022, 5, 19), in(2022, 10_240_00, "csf")).did("121", "£301,500"),
				give(on(2023, 6, 8), in(2023, 10_600_00, "csf")).did("96", "£145,000"),
				give(on(2025, 6, 5), in(2025, 11_200_00, "rural")),
			},
		},
		{
			title: "Spiking tests and bar staff training", to: "city", themes: []string{"Night-time economy", "Violence against women and girls"}, area: "Ravensmere",
			who:      "Customers and staff of forty-six pubs and clubs",
			services: "Test strips behind every bar, training for 310 staff in what to do with the glass and the person, and a lamp that turns green when a taxi has come for somebody who asked.",
			purpose:  "To have the first ten minutes go right when somebody says that a drink was spiked.",
			reasons:  "Of 58 reports in 2021 the glass had been kept in two.",
			measures: []string{"Reports with the glass kept"},
			grants: []given{
				give(on(2022, 10, 6), in(2022, 11_300_00, "streets")).between(on(2022, 10, 24), on(2023, 3, 31)).did("19 of 33"),
				give(on(2023, 10, 5), in(2023, 6_150_00, "csf")).between(on(2023, 10, 16), on(2024, 3, 31)).did("25 of 29"),
			},
		},
		{
			title: "Fly-tipping cameras", to: "marrow", themes: []string{"Anti-social behaviour", "Rural crime"}, area: "Marrowby",
			who:      "Landowners and parish councils",
			services: "Eight cameras that move between gateways, with an officer of the council to prosecute.",
			purpose:  "To catch those who are paid to take rubbish away and leave it in a field.",
			reasons:  "Organised waste crime pays for other crime; three of the district’s prosecutions led to drugs warrants.",
			measures: []string{"Prosecutions"},
			grants: []given{
				give(on(2021, 7, 29), in(2021, 8_120_00, "poca")).between(on(2021, 9, 1), on(2022, 8, 31)).did("7"),
				give(on(2025, 10, 9), in(2025, 6_400_00, "poca")).between(on(2026, 1, 5), on(2026, 12, 31)),
			},
		},
		{
			title: "Repairs to the youth shelter", to: "marrow", themes: []string{"Anti-social behaviour"}, area: "Marrowby",
			who:      "Young people of the Mafeking Street estate",
			services: "Asked to pay for a new roof and benches after a fire.",
			purpose:  "To give the young people their shelter back.",
			reasons:  "The recreation ground has been quieter with the shelter than without it.",
			measures: []string{"Shelter open again"},
			grants:   []given{give(on(2025, 5, 29), asked(2025, 14_200_00)).was(data.Declined)},
		},
		{
			title: "Winter warm room for rough sleepers", to: "night", themes: []string{"Anti-social behaviour", "Vulnerability"}, area: "Ravensmere",
			who:      "People sleeping rough in the city centre",
			services: "Opens the church hall on nights below two degrees, with breakfast and an outreach nurse in the morning.",
			purpose:  "To keep people alive and out of shop doorways in the coldest weeks.",
			reasons:  "Rough sleepers are seventeen times as likely to be victims of violence as the rest of us.",
			measures: []string{"Nights open", "People who stayed"},
			grants: []given{
				give(on(2024, 11, 14), in(2024, 4_260_00, "poca")).between(on(2024, 12, 1), on(2025, 2, 28)).did("38", "64"),
				give(on(2025, 10, 30), upTo(in(2025, 5_000_00, "poca"))).between(on(2025, 12, 1), on(2026, 2, 28)),
			},
		},
		{
			title: "Knife surrender bins", to: "police", themes: []string{"Serious violence"}, instrument: data.InHouse,
			who:      "Anybody with a knife to get rid of",
			services: "Three bins at a supermarket, a mosque and the fire station, emptied weekly and counted in public twice a year.",
			purpose:  "To take knives out of kitchens and bedrooms without asking whose they were.",
			reasons:  "Bins work beside youth work, not in place of it: they stand where the detached team goes.",
			measures: []string{"Knives handed in"},
			grants: []given{
				give(on(2024, 6, 6), in(2024, 3_300_00, "hotspot")).between(on(2024, 7, 1), on(2025, 3, 31)).did("611"),
				give(on(2025, 11, 13), in(2025, 3_450_00, "hotspot")).between(on(2026, 1, 5), on(2026, 3, 31)).was(data.Approved),
			},
		},
	}
}

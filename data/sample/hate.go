package sample

import "almoner/data"

func hateCrime() []service {
	return []service{
		{
			title: "Hate crime casework", to: "common", themes: []string{"Hate crime"},
			who:      "Anybody targeted for race, religion, disability, sexual orientation or gender identity",
			services: "Two caseworkers who take reports for those who will not go to the police, write to landlords and employers, and visit at home within a week.",
			purpose:  "To help people who are targeted for who they are, and to bring to light what is not reported.",
			reasons:  "Seven in ten clients had been targeted before and had told nobody.",
			measures: []string{"People supported", "Reports made to the police with the caseworker’s help"},
			answers:  []data.Answer{yes("self_referral", ""), yes("men", "")},
			grants: []given{
				give(on(2021, 3, 25), in(2021, 36_000_00, "core")).did("214", "97"),
				give(on(2022, 3, 17), in(2022, 36_900_00, "core")).did("239", "115"),
				give(on(2023, 3, 23), in(2023, 38_000_00, "core"), in(2024, 38_950_00, "core")).did("521 over both years", "260"),
				give(on(2025, 3, 27), in(2025, 40_100_00, "core")),
			},
		},
		{
			title: "Third-party reporting in libraries", to: "county", themes: []string{"Hate crime"}, instrument: data.Transfer,
			who:      "Library users in eleven towns and villages",
			services: "Trains library staff to take a report at the counter or in the quiet room, and pays for the leaflets, the sign on the door and a yearly check by a pretend visitor.",
			purpose:  "To let people report hate crime in a place they go to anyway.",
			reasons:  "People in villages without a police station reported hardly any hate crime before the first libraries joined.",
			measures: []string{"Reports taken in libraries"},
			grants: []given{
				give(on(2021, 9, 23), in(2021, 3_900_00, "csf")).between(on(2021, 10, 4), on(2022, 9, 30)).did("27"),
				give(on(2023, 9, 21), in(2023, 4_120_75, "csf")).between(on(2023, 10, 2), on(2024, 9, 30)).did("44"),
			},
		},
		{
			title: "Rainbow listening line", to: "spectrum", themes: []string{"Hate crime"},
			who:      "Lesbian, gay, bisexual and trans people and their families",
			services: "Trained volunteers answer by telephone and chat on four evenings and go with callers to report; a worker supervises them and follows up with the police every month.",
			purpose:  "To give people who expect not to be believed a first conversation in which they are.",
			reasons:  "Reports of homophobic hate crime from Stourhaven tripled within two years of the line opening, from a figure nobody thought true.",
			measures: []string{"Calls and chats", "Callers who went on to report"},
			grants: []given{
				give(on(2021, 7, 8), in(2021, 8_700_00, "csf")).did("603", "38"),
				give(on(2022, 6, 23), in(2022, 9_100_00, "csf")).did("688", "45"),
				give(on(2024, 6, 20), in(2024, 10_300_00, "csf"), in(2025, 10_600_00, "csf")),
			},
		},
		{
			title: "Travellers’ and Gypsies’ advocacy", to: "travellers", themes: []string{"Hate crime", "Victims’ services"},
			who:      "Gypsy, Roma and Traveller families on sites and in houses",
			services: "A worker from the community visits each site every fortnight, helps with reports and with letters, and brings the neighbourhood officer along when asked to.",
			purpose:  "To build the trust that a victims’ service needs before anybody will use it.",
			reasons:  "No victim from a Traveller site had been referred to victim care before 2021, though the sites had been attacked twice.",
			measures: []string{"Families visited", "Victims referred to victim care"},
			grants: []given{
				give(on(2022, 10, 20), in(2022, 7_450_00, "csf")).between(on(2022, 11, 1), on(2023, 10, 31)).did("62", "14"),
				give(on(2024, 1, 18), in(2023, 2_700_00, "csf"), in(2024, 8_300_00, "csf")).between(on(2024, 2, 1), on(2025, 3, 31)).did("71", "19"),
			},
		},
		{
			title: "Safe places for people with learning disabilities", to: "city", by: "common", themes: []string{"Hate crime", "Disability"}, area: "Ravensmere",
			who:      "People with a learning disability who go about the city alone",
			services: "Eighty shops and cafés with a sticker in the window, whose staff know whom to ring, and a card with a photograph that people chose the design of.",
			purpose:  "To stop the small daily cruelty on buses and in streets that is seldom called a crime.",
			reasons:  "People who carry the card go out more and are targeted less, the self-advocacy group found when it asked its members.",
			measures: []string{"Places with a sticker", "Times that somebody asked for help"},
			grants: []given{
				give(on(2021, 5, 13), in(2021, 5_200_00, "csf")).did("58", "31"),
				give(on(2025, 4, 17), in(2025, 6_350_00, "csf")),
			},
		},
	}
}

func fraud() []service {
	return []service{
		{
			title: "Scam victims’ home visits", to: "guardwell", themes: []string{"Fraud", "Older people"},
			who:      "Victims of fraud whom the national reporting line has marked as vulnerable",
			services: "A visitor comes within ten days, fits a call blocker, goes through bank statements with the victim and writes to the bank where money may be recovered.",
			purpose:  "To stop people who were defrauded once from being defrauded again.",
			reasons:  "Names of victims are sold on: without a visit, half are approached again within three months.",
			measures: []string{"Homes visited", "Money recovered for victims"},
			answers:  []data.Answer{yes("self_referral", ""), yes("men", "")},
			grants: []given{
				give(on(2021, 8, 5), in(2021, 16_200_00, "core")).between(on(2021, 9, 1), on(2022, 3, 31)).did("174", "£61,400"),
				give(on(2022, 3, 24), in(2022, 24_750_00, "core")).did("306", "£138,900"),
				give(on(2023, 3, 16), in(2023, 25_600_00, "core"), in(2024, 26_350_00, "core")).did("655 over both years", "£402,150"),
				give(on(2025, 3, 20), in(2025, 27_900_00, "core")),
			},
		},
		{
			title: "Romance fraud group", to: "age", themes: []string{"Fraud"},
			who:      "People who lost money to somebody they believed they loved",
			services: "A fortnightly group, by screen and never under real names, led by a counsellor and by a former victim, with a quiet word for families before they confront anybody.",
			purpose:  "To help people with the shame, which keeps them paying.",
			reasons:  "Members of the first group had each lost £31,000 on average and had on average reported it eleven months late.",
			measures: []string{"Members", "Members who reported to the police"},
			grants: []given{
				give(on(2023, 2, 9), in(2022, 1_150_00, "poca"), in(2023, 6_900_00, "poca")).between(on(2023, 2, 20), on(2024, 3, 31)).did("23", "16"),
				give(on(2025, 6, 26), in(2025, 7_400_00, "poca")).between(on(2025, 9, 1), on(2026, 3, 31)),
			},
		},
		{
			title: "Doorstep crime no-call streets", to: "age", themes: []string{"Fraud", "Older people"}, area: "Tillingworth and the Vale",
			who:      "Households in streets where rogue traders have called",
			services: "Volunteers set up no-cold-calling zones with the residents’ vote, put up the signs, and keep a list of traders whom neighbours have used and would use again.",
			purpose:  "To make a street a poor place to knock on doors.",
			reasons:  "In the first nine zones reports of doorstep crime went from 34 to 6 in a year.",
			measures: []string{"Zones set up", "Households in them"},
			grants:   []given{give(on(2021, 11, 18), in(2021, 1_980_00, "csf"), in(2022, 3_960_00, "csf")).between(on(2021, 12, 1), on(2022, 11, 30)).did("14", "1,122")},
		},
		{
			title: "Scam awareness in sheltered housing", to: "advice", themes: []string{"Fraud", "Older people"}, area: "Tillingworth and the Vale",
			who:      "Tenants of sheltered housing",
			services: "Tea, bingo with the phrases that fraudsters use in place of numbers, and a one-to-one look at any letter that somebody has brought along.",
			purpose:  "To make warnings about fraud something that people talk about afterwards.",
			reasons:  "A warning that a friend repeats is remembered; a leaflet is not.",
			measures: []string{"Tenants who came", "Letters that turned out to be scams"},
			grants:   []given{give(on(2024, 9, 12), in(2024, 3_640_00, "poca")).between(on(2024, 10, 1), on(2025, 3, 31)).did("418", "57")},
		},
		{
			title: "Cyber helpdesk for small charities", to: "university", themes: []string{"Fraud", "Online harm"},
			who:      "Charities and clubs with no information technology staff",
			services: "Final-year students, supervised by a lecturer, test passwords and payment routines of small charities and set them right in an afternoon.",
			purpose:  "To protect organisations that hold other people’s money and addresses.",
			reasons:  "Three of the office’s own grant holders lost money to invoice fraud in 2024.",
			measures: []string{"Organisations helped"},
			grants:   []given{give(on(2025, 11, 6), asked(2025, 8_800_00)).between(on(2026, 1, 12), on(2026, 3, 31)).was(data.Proposed)},
		},
	}
}

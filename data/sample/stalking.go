package sample

import "almoner/data"

func stalking() []service { //nolint:funlen // a list of facts, not a procedure
	return []service{
		{
			title: "Stalking advocacy service", to: "stillwater", themes: []string{"Stalking", "Harassment"}, spec: "advocacy-2",
			who:      "Anybody aged 16 or over who is being stalked, whatever their relationship to the person doing it",
			services: "Two independent advocates and a duty line on weekdays. Each client has a risk assessment, a safety plan and one person to call through the investigation and any trial.",
			purpose:  "To give people who are being stalked a specialist advocate from the first report, or without one, until they say that they no longer need it.",
			reasons:  "Stalking escalates. Early advice on evidence and on stalking protection orders stops behaviour before it becomes violence, and keeps witnesses with the case.",
			measures: []string{"Clients who feel safer when their case closes", "Clients who stay with a prosecution that was started"},
			answers:  []data.Answer{yes("never_partners", "four in ten clients were never in a relationship with the stalker"), yes("self_referral", "by telephone or on the website"), yes("men", "one client in six is a man"), partly("waiting", "three working days; one for high risk")},
			grants: []given{
				give(on(2021, 3, 11), in(2021, 41_200_00, "core")).under("advocacy-1").did("74 of 91 who answered", "19 of 24"),
				give(on(2022, 2, 24), in(2022, 44_850_00, "core", part("county", 6_000_00))).under("advocacy-1").did("88 of 103 who answered", "22 of 27"),
				give(on(2023, 3, 9), in(2023, 58_400_00, "core", part("county", 6_000_00)), in(2024, 60_150_00, "core", part("county", 6_000_00))).did("171 of 198 who answered, over both years", "51 of 58, over both years").stating(118_550_00),
				give(on(2025, 3, 6), in(2025, 66_300_00, "core", part("county", 8_000_00))),
			},
		},
		{
			title: "Digital stalking clinic", to: "victims", themes: []string{"Stalking", "Online harm"},
			who:      "Victims of stalking and coercive control whose telephone, accounts or home devices may be watched",
			services: "A technician checks telephones, cars and doorbells for tracking, changes what has to be changed with the owner beside them, and writes a note that the police can use.",
			purpose:  "To find out how a stalker knows where somebody is, and to stop it without losing the evidence.",
			reasons:  "More than half of stalking cases in the county now have a digital side, and officers do not have the time to go through a victim’s devices.",
			measures: []string{"Devices and accounts made safe", "Notes of evidence passed to the police"},
			answers:  []data.Answer{yes("never_partners", ""), partly("self_referral", "through any victims’ service in Elmshire"), yes("men", "")},
			grants: []given{
				give(on(2022, 6, 16), in(2022, 14_760_00, "dasv")).between(on(2022, 7, 1), on(2023, 3, 31)).did("212 devices and 340 accounts", "31"),
				give(on(2023, 3, 9), in(2023, 19_328_40, "dasv")).did("318 devices and 502 accounts", "47"),
				give(on(2024, 2, 22), in(2024, 21_075_00, "dasv")).did("355 devices and 610 accounts", "52"),
				give(on(2025, 3, 6), in(2025, 21_900_00, "core")),
			},
		},
		{
			title: "Stalking behaviour change programme", to: "course", themes: []string{"Stalking", "Perpetrators"},
			who:      "Adults who stalk and are on a stalking protection order, a community order or a licence",
			services: "Twenty weekly sessions with a psychologist and a case worker. A separate worker keeps in touch with the person who was stalked, who may stop hearing about it whenever they like.",
			purpose:  "To work with the people who stalk, so that their victims are not asked to do all of the moving and hiding.",
			reasons:  "Without treatment, fixated offenders go on when the order ends; the programme gives probation and the police something to add to it.",
			measures: []string{"Participants not reported for stalking within a year", "Victims who say the contact has stopped"},
			answers:  []data.Answer{yes("never_partners", "the victim’s worker supports everybody whom a participant has stalked"), no("self_referral", "places are given by the courts and probation"), yes("men", "")},
			grants: []given{
				give(on(2023, 6, 29), in(2023, 62_500_00, "perpetrator"), in(2024, 83_000_00, "perpetrator"), in(2025, 84_640_00, "perpetrator")).between(on(2023, 8, 1), on(2026, 3, 31)),
			},
		},
		{
			title: "Lectures and drop-in for students", to: "university", themes: []string{"Stalking", "Sexual violence"}, area: "Ravensmere",
			who:      "Students of the university and of the two further education colleges",
			services: "A drop-in in the students’ union every Thursday in term, and a talk for each new intake about unwanted attention, what the law calls it and whom to tell.",
			purpose:  "To reach young people who would not think of what is happening to them as stalking.",
			reasons:  "People under 25 report least and are stalked most; a third of the advocacy service’s young clients had waited more than six months.",
			measures: []string{"Students who came to the drop-in about stalking", "Students who heard the talk"},
			answers:  []data.Answer{yes("never_partners", "most who come are followed by a fellow student"), yes("self_referral", "")},
			grants: []given{
				give(on(2024, 7, 18), in(2024, 8_240_00, "csf")).between(on(2024, 9, 16), on(2025, 3, 31)).did("39", "2,715"),
				give(on(2025, 7, 10), in(2025, 9_000_00, "nights")).between(on(2025, 9, 15), on(2026, 3, 31)),
			},
		},
		{
			title: "Locks, cameras and journeys fund", to: "stillwater", themes: []string{"Stalking", "Domestic abuse"},
			who:        "Victims of stalking or domestic abuse at high risk, named by an advocate",
			services:   "Pays within two days for new locks, video doorbells, personal alarms, and taxis to court or to a safe address, on the word of an advocate.",
			purpose:    "To buy the small things that make a safety plan work, without a form and without a panel.",
			reasons:    "A changed lock costs less than one attendance by a response crew, and lets people stay at home.",
			conditions: "What is not spent by 31 March goes back. No single payment is more than £350 unless the office agrees to it.",
			measures:   []string{"Payments made, and what for"},
			answers:    []data.Answer{yes("never_partners", ""), no("self_referral", "an advocate has to ask"), yes("men", "")},
			grants: []given{
				give(on(2022, 9, 8), upTo(in(2022, 6_000_00, "poca"))).between(on(2022, 10, 1), on(2023, 3, 31)).did("58 payments: 31 locks, 19 cameras, 8 journeys"),
				give(on(2023, 5, 18), upTo(in(2023, 10_000_00, "poca"))).between(on(2023, 6, 1), on(2024, 3, 31)).did("94 payments: 47 locks, 33 cameras, 14 journeys"),
				give(on(2024, 4, 11), upTo(in(2024, 12_500_00, "poca"))).did("117 payments: 50 locks, 46 cameras, 21 journeys"),
				give(on(2025, 4, 3), upTo(in(2025, 12_500_00, "poca"))),
			},
		},
		{
			title: "Training first responders to recognise stalking", to: "stillwater", themes: []string{"Stalking", "Training"},
			who:      "Call handlers, response officers and housing officers",
			services: "Fourteen half-day courses in fours of repeated, obsessive, unwanted and fixated behaviour, with recordings of real calls read by actors, and a card to keep.",
			purpose:  "To make sure that the first person whom a victim tells hears a pattern rather than a single incident.",
			reasons:  "Of the cases that a review panel read in 2022, a third had been recorded as malicious communications or as neighbour disputes.",
			measures: []string{"Staff trained", "Cases recorded as stalking in the following six months, against the six before"},
			answers:  []data.Answer{yes("never_partners", "the course deals with strangers, neighbours and colleagues as well as former partners")},
			grants: []given{
				give(on(2023, 9, 14), in(2023, 7_215_50, "csf")).between(on(2023, 10, 2), on(2024, 3, 29)).did("203", "412 against 287"),
			},
		},
		{
			title: "Portable alarms with location", to: "county", themes: []string{"Stalking"},
			who:      "Victims at high risk",
			services: "Was to lend thirty pendant alarms linked to the council’s careline, which would call the police with the wearer’s position.",
			purpose:  "To try whether a careline can answer alarms of people at risk of violence.",
			reasons:  "The careline is staffed day and night and already reaches every part of the county.",
			measures: []string{"Alarms lent"},
			grants:   []given{give(on(2024, 10, 3), asked(2024, 18_900_00)).was(data.Withdrawn)},
		},
	}
}

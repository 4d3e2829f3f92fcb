package sample

import "almoner/data"

func sexualViolence() []service { //nolint:funlen // a list of facts, not a procedure
	return []service{
		{
			title: "Independent sexual violence advisers", to: "lantern", themes: []string{"Sexual violence"}, spec: "isva",
			who:      "Anybody of any age who has been raped or sexually assaulted, recently or long ago",
			services: "Five advisers, one of them for children and one for people with learning disabilities, who explain each step of a case and are in the room for the ones that matter.",
			purpose:  "To stand beside victims of sexual violence whether or not they want the police to know.",
			reasons:  "The force’s own figures show withdrawal from rape cases falling from 61 to 44 in 100 where an adviser was involved.",
			measures: []string{"Clients supported", "Clients who withdrew from the case"},
			answers:  []data.Answer{yes("self_referral", "four clients in ten do"), yes("men", "an adviser who is a man can be asked for"), partly("waiting", "nine working days on average in 2024-25")},
			grants: []given{
				give(on(2021, 3, 4), in(2021, 121_000_00, "core", part("dasv", 41_000_00))).did("402", "47 in 100"),
				give(on(2022, 3, 3), in(2022, 129_400_00, "core", part("posts", 52_000_00))).did("455", "45 in 100"),
				give(on(2023, 2, 16), in(2023, 138_000_00, "core", part("posts", 66_000_00)), in(2024, 142_750_00, "core", part("posts", 68_000_00)), in(2025, 146_900_00, "core", part("posts", 70_000_00))).stating(427_650_00),
			},
		},
		{
			title: "Counselling after sexual violence", to: "lantern", themes: []string{"Sexual violence", "Counselling"},
			who:      "Adults",
			services: "Up to twenty-four sessions with a counsellor trained in trauma, in Ravensmere, Stourhaven and on screen, with pre-trial notes kept as the prosecution guidance asks.",
			purpose:  "To shorten the wait for counselling to less than three months.",
			reasons:  "People who wait a year for therapy drop out of the prosecution and out of work.",
			measures: []string{"Clients who finished their sessions", "Wait for the first session"},
			grants: []given{
				give(on(2021, 6, 10), in(2021, 46_000_00, "dasv")).between(on(2021, 7, 1), on(2022, 3, 31)).did("88", "31 weeks"),
				give(on(2022, 3, 3), in(2022, 61_300_00, "dasv", part("health", 20_000_00))).did("121", "22 weeks"),
				give(on(2023, 3, 2), in(2023, 64_500_00, "dasv", part("health", 22_000_00)), in(2024, 66_000_00, "dasv", part("health", 22_000_00))).did("267 over both years", "13 weeks in March 2025"),
				give(on(2025, 3, 20), in(2025, 68_200_00, "core", part("health", 24_000_00))),
			},
		},
		{
			title: "Sexual assault referral centre: forensic examiner rota", to: "nhs", themes: []string{"Sexual violence", "Health"}, instrument: data.Contract,
			who:        "Everybody who comes to the centre within fourteen days of an assault",
			services:   "A doctor or nurse examiner on call day and night, within ninety minutes, who can also take and store samples for people who have not decided whether to report.",
			purpose:    "To pay the police’s part of a rota that the hospital runs for three counties.",
			reasons:    "Samples that are not taken in time cannot be taken again.",
			conditions: "The trust publishes its response times each quarter. The price is fixed for the term.",
			measures:   []string{"Examinations begun within ninety minutes"},
			grants: []given{
				give(on(2021, 2, 11), in(2021, 88_000_00, "csf"), in(2022, 88_000_00, "csf", part("health", 15_000_00)), in(2023, 88_000_00, "csf", part("health", 15_000_00))).did("93 in 100"),
				give(on(2024, 1, 25), in(2024, 94_600_00, "csf", part("health", 18_000_00)), in(2025, 94_600_00, "csf", part("health", 18_000_00))),
			},
		},
		{
			title: "Men’s room: support for male survivors", to: "steady", themes: []string{"Sexual violence"},
			who:      "Men and boys over 13 who were sexually abused",
			services: "A weekly group, a line on Sunday evenings, and one-to-one support for men from two prisons in the month after release.",
			purpose:  "To support men who were abused, many of them as children and in the care of an institution.",
			reasons:  "Men wait 26 years on average before they speak of it; while they wait, many come to the notice of the police for other reasons.",
			measures: []string{"Men supported", "Sessions held"},
			grants: []given{
				give(on(2021, 7, 22), in(2021, 12_300_00, "core")).between(on(2021, 9, 1), on(2022, 3, 31)).did("51", "29"),
				give(on(2022, 4, 28), in(2022, 15_000_00, "core")).did("68", "48"),
				give(on(2023, 4, 27), in(2023, 15_600_00, "core"), in(2024, 16_050_00, "core")).did("149 over both years", "97"),
				give(on(2025, 4, 24), in(2025, 16_900_00, "core")),
			},
		},
		{
			title: "Outreach to women who sell sex", to: "lamplight", themes: []string{"Sexual violence", "Exploitation"}, area: "Stourhaven and Ravensmere",
			who:      "Women who sell sex on the street or from flats",
			services: "A van on two nights a week with hot drinks, a nurse and a list of dangerous callers, which the women may pass to the police without giving a name.",
			purpose:  "To be a safe pair of ears for women whom nobody else sees, and to get warnings out quickly.",
			reasons:  "Two convictions in 2023 began with a number plate written down in the van.",
			measures: []string{"Women seen", "Reports passed on"},
			grants: []given{
				give(on(2021, 4, 15), in(2021, 17_850_00, "csf")).did("74", "41"),
				give(on(2022, 4, 14), in(2022, 18_300_00, "csf")).did("81", "46"),
				give(on(2023, 4, 13), in(2023, 18_900_00, "csf")).did("69", "52"),
				give(on(2024, 4, 11), in(2024, 19_450_00, "csf"), in(2025, 19_950_00, "csf")),
			},
		},
		{
			title: "Therapy for children who were sexually abused", to: "kite", themes: []string{"Sexual violence", "Children"},
			who:      "Children of 4 to 17, and the parent who looks after them",
			services: "Play and art therapy for the child, weekly for up to nine months, and six meetings for the parent, who is often the one who cannot sleep.",
			purpose:  "To begin therapy before the trial rather than after it.",
			reasons:  "Untreated abuse in childhood is the commonest thing that the county’s young offenders have in common.",
			measures: []string{"Children who finished therapy", "Parents who felt able to support their child"},
			grants: []given{
				give(on(2021, 6, 10), in(2021, 33_600_00, "dasv")).did("29", "26 of 31"),
				give(on(2022, 5, 26), in(2022, 34_900_00, "dasv", part("county", 5_000_00))).did("34", "30 of 33"),
				give(on(2023, 5, 25), in(2023, 36_250_00, "dasv", part("county", 5_000_00)), in(2024, 37_100_00, "dasv", part("county", 5_000_00))).did("71 over both years", "63 of 68"),
				give(on(2025, 5, 22), in(2025, 38_450_00, "core", part("county", 7_000_00))),
			},
		},
		{
			title: "Consent theatre in secondary schools", to: "kinfolk", themes: []string{"Sexual violence", "Young people"},
			who:      "Pupils in years 9 and 10",
			services: "A play by four actors who are little older than the audience, then an hour in groups of twelve with a youth worker, in every secondary school that asks.",
			purpose:  "To talk about consent and pictures sent by telephone before something has happened.",
			reasons:  "Reports of sexual offences between pupils doubled between 2019 and 2023.",
			measures: []string{"Pupils who took part", "Pupils who could say where to get help six weeks later"},
			grants: []given{
				give(on(2022, 7, 14), in(2022, 10_900_00, "streets")).between(on(2022, 9, 5), on(2023, 3, 31)).did("2,140 in 13 schools", "71 in 100"),
				give(on(2023, 7, 20), in(2023, 12_425_00, "csf")).between(on(2023, 9, 4), on(2024, 3, 28)).did("2,610 in 16 schools", "74 in 100"),
			},
		},
	}
}

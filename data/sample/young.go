package sample

import "almoner/data"

func youngPeople() []service { //nolint:funlen // a list of facts, not a procedure
	return []service{
		{
			title: "Detached youth work in Marrowby", to: "kinfolk", themes: []string{"Young people", "Anti-social behaviour"}, area: "Marrowby",
			who:      "Young people of 11 to 19 who spend their evenings outside",
			services: "Two youth workers on foot in the bus station, the retail park and the recreation ground on four evenings, with a minibus to take anybody home who should not walk.",
			purpose:  "To be where the young people are, rather than to wait for them to come to a building.",
			reasons:  "Calls about young people in the bus station fell by a third in the first winter and stayed there.",
			measures: []string{"Young people known by name", "Calls to the police about the bus station"},
			grants: []given{
				give(on(2021, 4, 22), in(2021, 24_600_00, "csf", part("county", 4_000_00))).did("186", "141, from 209 the year before"),
				give(on(2022, 4, 21), in(2022, 25_350_00, "csf", part("county", 4_000_00))).did("203", "133"),
				give(on(2023, 4, 27), in(2023, 26_100_00, "csf"), in(2024, 26_800_00, "hotspot"), in(2025, 27_500_00, "hotspot")),
			},
		},
		{
			title: "Boxing at eight", to: "boxing", themes: []string{"Young people", "Serious violence"}, area: "Marrowby",
			who:      "Young people of 12 to 18, half of the places kept for those known to the youth justice team",
			services: "Friday and Saturday training from eight to ten at night, with a meal, and a coach who rings round when somebody has not come for two weeks.",
			purpose:  "To fill the two hours in the week in which most of the town’s street violence happened.",
			reasons:  "Assaults with injury in the town centre between eight and midnight fell from 62 to 39 in the first year.",
			measures: []string{"Members who came at least twice a month"},
			grants: []given{
				give(on(2021, 10, 14), in(2021, 4_850_00, "poca")).between(on(2021, 11, 1), on(2022, 3, 31)).did("44"),
				give(on(2022, 6, 9), in(2022, 7_900_00, "poca")).did("57"),
				give(on(2024, 5, 2), in(2024, 9_600_00, "hotspot")).did("61"),
				give(on(2025, 5, 1), in(2025, 9_850_00, "hotspot")),
			},
		},
		{
			title: "Hospital youth navigators", to: "nhs", by: "kinfolk", themes: []string{"Serious violence", "Young people"}, area: "Ravensmere General Hospital",
			who:      "Patients of 11 to 24 who come to the emergency department with an injury from violence",
			services: "A youth worker in the emergency department from Thursday to Sunday who sits with the patient, and goes on seeing them for three months after they go home.",
			purpose:  "To use the hour in which somebody who was hurt will talk about what led to it.",
			reasons:  "One in three young people stabbed in Elmshire had been to the department with an injury before.",
			measures: []string{"Patients who agreed to be seen again", "Patients who came back with an injury from violence within a year"},
			grants: []given{
				give(on(2024, 4, 25), in(2024, 58_900_00, "hotspot", part("health", 12_000_00))).between(on(2024, 6, 3), on(2025, 3, 31)).did("76 of 131", "5 so far"),
				give(on(2025, 3, 27), in(2025, 71_250_00, "hotspot", part("health", 12_000_00))),
			},
		},
		{
			title: "Mentors for children on the edge of exclusion", to: "rovers", themes: []string{"Young people"}, area: "Stourhaven",
			who:      "Pupils of years 7 to 9 who were suspended twice in a term",
			services: "A mentor from the football club meets each child at school on Monday mornings, rings home on Thursdays, and walks round the ground with them on match days.",
			purpose:  "To keep children in school through the two years in which exclusions peak.",
			reasons:  "Children who are out of school are the ones whom county lines gangs look for.",
			measures: []string{"Children mentored", "Children still at the same school a year later"},
			grants: []given{
				give(on(2022, 8, 25), in(2022, 13_200_00, "streets")).between(on(2022, 9, 5), on(2023, 7, 21)).did("28", "24"),
				give(on(2023, 8, 17), in(2023, 14_100_00, "csf")).between(on(2023, 9, 4), on(2024, 7, 19)).did("31", "27"),
			},
		},
		{
			title: "County lines: return conversations", to: "kite", themes: []string{"Exploitation", "Young people"},
			who:      "Children who were missing from home or care and have come back",
			services: "Somebody whom the child can choose meets them within three days, away from home, and asks where they were and what they need, not what they did.",
			purpose:  "To hear from children while they still remember, and to pass on what they are content to have passed on.",
			reasons:  "The conversations named eleven addresses in 2022-23 at which children were being kept to sell drugs.",
			measures: []string{"Conversations held within three days"},
			grants: []given{
				give(on(2021, 4, 22), in(2021, 19_700_00, "csf", part("county", 9_850_00))).did("241 of 298"),
				give(on(2022, 4, 21), in(2022, 20_300_00, "csf", part("county", 10_150_00))).did("266 of 311"),
				give(on(2023, 4, 27), in(2023, 20_900_00, "csf", part("county", 10_450_00))).did("279 of 305"),
			},
		},
		{
			title: "Safe taxis home from the pier", to: "stour", themes: []string{"Young people", "Night-time economy"}, area: "Stourhaven",
			who:      "Anybody under 20",
			services: "Was to pay a taxi firm to take young people home from the seafront after the last bus in July and August.",
			purpose:  "To clear the seafront without moving anybody on.",
			reasons:  "Disorder on the seafront peaks in the half-hour after the last bus.",
			measures: []string{"Journeys"},
			grants:   []given{give(on(2022, 5, 19), asked(2022, 7_300_00)).was(data.Declined)},
		},
		{
			title: "Girls’ night at the climbing wall", to: "kinfolk", themes: []string{"Young people"}, area: "Ravensmere",
			who:      "Girls of 12 to 16",
			services: "A women’s night at the wall on Wednesdays, with a youth worker on the ropes; the talking is done on the way up.",
			purpose:  "To offer girls something of the kind that the boxing and football grants offer mostly to boys.",
			reasons:  "Nine in ten places in the office’s sports grants of 2021-22 had gone to boys.",
			measures: []string{"Girls who came at least four times"},
			grants: []given{
				give(on(2023, 1, 19), in(2022, 2_180_00, "poca")).between(on(2023, 1, 25), on(2023, 3, 29)).did("18"),
				give(on(2023, 6, 15), in(2023, 6_740_00, "poca")).between(on(2023, 6, 21), on(2024, 3, 27)).did("33"),
				give(on(2025, 6, 12), in(2025, 7_050_00, "poca")).between(on(2025, 6, 18), on(2026, 3, 25)),
			},
		},
		{
			title: "Speak up: young victims’ worker", to: "victims", themes: []string{"Young people", "Victims’ services"},
			who:      "Victims of any crime aged 10 to 18",
			services: "A worker who goes to schools and homes rather than asking children to come to an office, and who explains the case in words of the child’s own age.",
			purpose:  "To offer every child who reports a crime somebody of their own.",
			reasons:  "Children who are helped after a robbery are half as likely to be robbed again within the year.",
			measures: []string{"Children supported"},
			grants: []given{
				give(on(2022, 3, 24), in(2022, 31_000_00, "core")).did("187"),
				give(on(2023, 3, 23), in(2023, 31_900_00, "core"), in(2024, 32_800_00, "core")).did("412 over both years"),
				give(on(2025, 3, 27), in(2025, 34_100_00, "core")),
			},
		},
	}
}

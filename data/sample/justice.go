package sample

import "almoner/data"

func restorative() []service {
	return []service{
		{
			title: "Restorative justice service", to: "circle", themes: []string{"Restorative justice"},
			who:      "Victims of any crime where somebody has admitted it, and those who did it",
			services: "Three facilitators prepare both sides over several weeks, run the meeting if both still want it, and carry letters or messages where they do not want to meet.",
			purpose:  "To let victims ask the questions that only one person can answer.",
			reasons:  "Those who meet their victim offend less afterwards, and nine in ten victims in Elmshire would advise others to do it.",
			measures: []string{"Meetings and exchanges of letters", "Victims content with what came of it"},
			grants: []given{
				give(on(2021, 2, 25), in(2021, 52_000_00, "core")).did("31 meetings, 44 exchanges", "69 of 74"),
				give(on(2022, 2, 17), in(2022, 53_300_00, "core")).did("38 meetings, 47 exchanges", "79 of 83"),
				give(on(2023, 2, 23), in(2023, 55_200_00, "core"), in(2024, 56_600_00, "core"), in(2025, 58_000_00, "core")).stating(169_800_00),
			},
		},
		{
			title: "Restorative approaches in children’s homes", to: "circle", themes: []string{"Restorative justice", "Children"},
			who:      "Children and staff in nine homes",
			services: "Trains staff in each home to settle a broken window at the kitchen table, and comes within a day when the staff think of calling the police.",
			purpose:  "To keep children in care from getting a record for what would be a telling-off at home.",
			reasons:  "Calls to the police from the homes in the first round fell from 212 to 90 a year.",
			measures: []string{"Calls to the police from the nine homes"},
			grants: []given{
				give(on(2021, 6, 24), in(2021, 9_300_00, "csf"), in(2022, 9_300_00, "csf")).between(on(2021, 7, 1), on(2022, 12, 31)).did("90 in the last twelve months"),
				give(on(2024, 6, 27), in(2024, 11_450_00, "csf")).between(on(2024, 7, 1), on(2025, 6, 30)).did("81"),
			},
		},
		{
			title: "Neighbour mediation", to: "mediation", themes: []string{"Anti-social behaviour", "Restorative justice"},
			who:      "Neighbours in dispute, in any kind of housing",
			services: "Two mediators visit each side on their own, then bring them together in a room that belongs to neither, and write down what was agreed on one page.",
			purpose:  "To settle disputes about noise, parking and hedges while they are still about noise, parking and hedges.",
			reasons:  "Ten households took up 640 hours of neighbourhood officers’ time in 2020-21.",
			measures: []string{"Disputes taken on", "Disputes with no call to the police in the six months after"},
			grants: []given{
				give(on(2021, 4, 29), in(2021, 14_000_00, "csf")).did("96", "77"),
				give(on(2022, 4, 28), in(2022, 14_350_00, "csf")).did("104", "85"),
				give(on(2023, 5, 4), in(2023, 14_800_00, "csf"), in(2024, 15_200_00, "csf")).did("213 over both years", "176"),
				give(on(2025, 5, 1), in(2025, 15_600_00, "csf")),
			},
		},
		{
			title: "Victims’ voices in prison", to: "circle", themes: []string{"Restorative justice"},
			who:      "Men serving sentences for burglary",
			services: "Six-week course in which people who were burgled tell a group of prisoners, none of them their own burglar, what it was like.",
			purpose:  "To make men who burgle meet somebody who was burgled.",
			reasons:  "Evaluations elsewhere speak well of such courses for acquisitive crime.",
			measures: []string{"Prisoners who finished the course"},
			grants:   []given{give(on(2022, 9, 22), in(2022, 8_500_00, "csf"), in(2023, 4_250_00, "csf")).between(on(2022, 10, 3), on(2023, 9, 29)).endedOn(on(2023, 5, 31)).did("21; the prison could not go on providing escorts, and £4,250 was returned")},
		},
	}
}

func recovery() []service {
	return []service{
		{
			title: "Victim care hub", to: "victims", themes: []string{"Victims’ services"}, instrument: data.Contract,
			who:        "Every victim of crime in the county who wants help, whether or not they have told the police",
			services:   "Rings every victim whom the police pass on within two working days, listens, and finds the right service; sees those who need more than a call for up to twelve weeks.",
			purpose:    "To meet the commissioner’s duty to victims with one front door.",
			reasons:    "The Victims’ Code asks for support for all victims; those who get it are likelier to report again.",
			conditions: "Payment each quarter in arrears against the return. Staff are vetted by Elmshire Police.",
			measures:   []string{"Victims called within two working days", "Victims seen in person"},
			grants: []given{
				give(on(2021, 1, 28), in(2021, 212_000_00, "core"), in(2022, 217_300_00, "core")).did("91 in 100", "5,204"),
				give(on(2023, 1, 26), in(2023, 226_400_00, "core"), in(2024, 232_000_00, "core"), in(2025, 237_800_00, "core")),
			},
		},
		{
			title: "Treatment in place of court", to: "turning", themes: []string{"Drugs and alcohol", "Criminal justice"},
			who:      "Adults arrested for minor offences who use drugs or drink dependently",
			services: "Workers in the custody suite seven days a week offer an appointment for the next morning, in place of a charge where the officer agrees to it.",
			purpose:  "To use the day after an arrest, when people mean to change.",
			reasons:  "Of those who kept the first three appointments, three in four were not arrested again within six months.",
			measures: []string{"People who kept three appointments"},
			grants: []given{
				give(on(2021, 3, 25), in(2021, 34_400_00, "csf", part("county", 10_000_00))).did("151 of 260"),
				give(on(2022, 3, 24), in(2022, 35_250_00, "csf", part("county", 10_000_00))).did("168 of 274"),
				give(on(2024, 3, 28), in(2024, 37_800_00, "csf", part("county", 12_000_00)), in(2025, 38_700_00, "csf", part("county", 12_000_00))),
			},
		},
		{
			title: "Families of prisoners: visitors’ bus", to: "turning", themes: []string{"Reducing reoffending"},
			who:      "Children and partners of prisoners in two prisons without a railway station",
			services: "A bus on two Sundays a month from Ravensmere and Stourhaven, with somebody on board who knows how to talk to children about where they are going.",
			purpose:  "To keep families together through a sentence.",
			reasons:  "Prisoners who are visited are much less likely to offend again, official research found.",
			measures: []string{"Journeys by children"},
			grants: []given{
				give(on(2022, 5, 26), in(2022, 5_640_00, "poca")).did("388"),
				give(on(2023, 6, 22), in(2023, 5_980_00, "poca")).did("402"),
			},
		},
		{
			title: "Bereaved by homicide: legal and practical help", to: "advice", themes: []string{"Victims’ services"},
			who:      "Families of people who were killed in Elmshire, or who live here",
			services: "A solicitor’s time for inquests and for the tenancy, the pension and the telephone contract of the person who died.",
			purpose:  "To do for families the paperwork that nobody should have to do in that year.",
			reasons:  "Families with practical help stay in touch with the investigation.",
			measures: []string{"Families helped"},
			grants: []given{
				give(on(2022, 6, 30), upTo(in(2022, 9_000_00, "core"))).between(on(2022, 7, 1), on(2023, 6, 30)).did("4; £6,210 was drawn"),
				give(on(2025, 6, 19), upTo(in(2025, 9_500_00, "core"))).between(on(2025, 7, 1), on(2026, 6, 30)),
			},
		},
	}
}

package sample

import "almoner/data"

func contact(name string) data.ID { return idOf(data.KindContact, name) }
func paper(short string) data.ID  { return idOf(data.KindBoardPaper, short) }

// wrote is the life of a paper that came as far as it says, one step a day given.
func wrote(rec data.Staged, by string, days ...data.Date) {
	for i, to := range []data.PaperStatus{data.PaperDraft, data.PaperCleared, data.PaperPublished, data.PaperWithdrawn} {
		if i < len(days) {
			live(rec, taken(to, days[i], by))
		}
	}
}

func boardPapers() []*data.BoardPaper {
	const to, head, meeting = "Elmshire Community Safety Board", "Head of Commissioning", "Autumn meeting, Shire Hall"
	all := []*data.BoardPaper{
		{
			Stamp: stamp(data.KindBoardPaper, "hotspot"), Reference: "BP/2025/01", Title: "Hotspot money: what the first year bought", To: to, From: head, Meeting: "Spring meeting, Brigade House", Date: on(2025, 5, 15), Marking: "OFFICIAL",
			Sections: []data.Section{
				part1("Purpose", "To tell the board what was done with the prevention share of the hotspot money in 2024-25."),
				part1("Findings", "The wardens were seen: two thirds of shopkeepers could name one.\n\nThe surrender bins took 611 knives, of which nine had been bought that month.\n\nThe navigators met 131 young people and went on seeing 76."),
			},
			Recommendations: []string{"That the board notes the report.", "That partners say by July what they can pay from April 2026."},
			SourceDocuments: []string{"Year-end return to the Home Office, 17 April 2025", "Shopkeepers’ survey, Stourhaven, March 2025"}, ContactOfficers: []data.ID{member("delphine")},
			Attachments: []data.Enclosure{{Label: "Shopkeepers’ survey", Kind: "annex", Size: 402_118}},
		},
		{
			Stamp: stamp(data.KindBoardPaper, "next year"), Reference: "BP/2025/02", Title: "Victims’ services in 2026-27", To: to, From: head, Meeting: meeting, Date: on(2025, 10, 16), Marking: "OFFICIAL",
			Sections: []data.Section{
				part1("Purpose", "To ask for a view on three ways through a year in which the core grant is not known."),
				part1("Ways", "1. To extend everything by three months.\n2. To extend only what cannot be put together again: advocates, advisers, the hub.\n3. To wait."),
				part2("Providers at risk", "Two providers have told the office that they hold less than six weeks’ pay in reserve."),
			},
			Recommendations: []string{"That the second way is taken.", "That the Ministry is written to, together with the county."},
			SourceDocuments: []string{"DN/24-25/004"}, ContactOfficers: []data.ID{member("callum"), member("ludmila")},
			Attachments: []data.Enclosure{{Label: "What users of the services said", Kind: "annex", Size: int64(len(usersSaid)), File: file("users said")}},
		},
		{
			Stamp: stamp(data.KindBoardPaper, "canal"), Reference: "BP/2025/03", Title: "The canal path, two years after the lamps", To: to, From: head, Meeting: meeting, Date: on(2025, 10, 16), Marking: "OFFICIAL",
			Sections:        []data.Section{part1("Purpose", "Put in by mistake: the count of walkers is of the wrong bridge. To come again in spring.")},
			Recommendations: []string{"That the board notes the count."}, ContactOfficers: []data.ID{member("delphine"), contact("Hamish Oduya")},
		},
		{
			Stamp: stamp(data.KindBoardPaper, "rural"), Reference: "BP/2025/04", Title: "Rural crime: one pot for three councils", To: "Rural crime steering group", From: head, Meeting: "First meeting of 2026", Date: on(2025, 12, 10), Marking: "OFFICIAL – SENSITIVE",
			Sections: []data.Section{part1("Purpose", "To set out what each council would pay in, and who would decide.")}, Recommendations: []string{"That the pot is set up for one year."}, ContactOfficers: []data.ID{member("delphine")},
		},
	}
	wrote(all[0], prevention, on(2025, 4, 24), on(2025, 5, 6), on(2025, 5, 16))
	wrote(all[1], victimsLead, on(2025, 9, 25), on(2025, 10, 7))
	wrote(all[2], prevention, on(2025, 9, 22), on(2025, 10, 7), on(2025, 10, 9), on(2025, 10, 14))
	wrote(all[3], prevention, on(2025, 11, 17))
	return all
}

func newsReleases(grants []*data.Grant) []*data.NewsRelease {
	said := func(who data.ID, words string) data.Quotation {
		return data.Quotation{Contact: who, Words: words}
	}
	all := []*data.NewsRelease{
		{
			Stamp: stamp(data.KindNewsRelease, "navigators"), Headline: "Youth workers join the night shift at Ravensmere General", Date: on(2024, 6, 4), Embargo: "Not before 6am on 4 June 2024",
			Body: "From this week a young person who is hurt in a fight will find somebody at the bedside who has time.\n\nTwo youth workers from **Kinfolk** are in the emergency department from Thursday to Sunday. They go on seeing those who wish it for three months.",
			Quotations: []data.Quotation{
				said(contact("Cornelius Wray"), "We can close a wound in twenty minutes. What led to it takes longer, and now there is somebody to ask."),
				said(contact("Jarek Whitlow"), "Nobody says no to a biscuit at three in the morning."),
			},
			About: []data.ID{findGrant(grants, "Hospital youth navigators", 2024).ID, decision("navigators"), organisation("kinfolk")}, Contact: member("tamsin"),
		},
		{
			Stamp: stamp(data.KindNewsRelease, "conference"), Headline: "A day on stalking for everybody who may hear of it first", Date: on(2025, 11, 24), Embargo: "Until noon on Monday 24 November",
			Body:       "On 4 December 180 people from twenty bodies meet at the university. Places are free, and a few are left.",
			Quotations: []data.Quotation{said(contact("Ottilie Brannock"), "Everybody has one piece of it. We should like them to meet.")},
			About:      []data.ID{event("conference"), organisation("stillwater")}, Contact: member("tamsin"),
		},
		{
			Stamp: stamp(data.KindNewsRelease, "canal"), Headline: "Walkers on the canal path double", Date: on(2025, 10, 15),
			Body:  "Withdrawn before noon: the count was of another bridge.",
			About: []data.ID{paper("canal"), findGrant(grants, "Lighting and sight lines on the canal path", 2022).ID}, Contact: member("tamsin"),
		},
		{
			Stamp: stamp(data.KindNewsRelease, "pot"), Headline: "Small grants: £42,500 for groups that look after their streets", Date: on(2025, 12, 1), Body: "A last call for this year, and the dates of the next.",
			Quotations: []data.Quotation{said(contact("Philippa Tregarth"), "We bought forty padlocks and a lamp, and slept better.")},
			About:      []data.ID{idOf(data.KindProgramme, programmeName(2025))}, Contact: member("miriam"),
		},
	}
	wrote(all[0], press, on(2024, 5, 20), on(2024, 5, 30), on(2024, 6, 4))
	wrote(all[1], press, on(2025, 11, 12), on(2025, 11, 19))
	wrote(all[2], press, on(2025, 10, 13), on(2025, 10, 14), on(2025, 10, 15), on(2025, 10, 15))
	wrote(all[3], press, on(2025, 11, 20))
	return all
}

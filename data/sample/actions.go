package sample

import "almoner/data"

func actions() []*data.Action {
	request := func(short string) data.ID { return idOf(data.KindFOIRequest, short) }
	rows := []struct {
		from        data.ID
		text        string
		owner       data.ID
		raised, due data.Date
		ended       data.Date
		how         data.ActionStatus
	}{
		{paper("hotspot"), "Ask each partner what it can pay towards wardens and navigators from April 2026", member("delphine"), on(2025, 5, 15), on(2025, 7, 31), on(2025, 7, 29), data.ActionDone},
		{paper("hotspot"), "Bring the borough’s answer about the wardens to the board", contact("Hamish Oduya"), on(2025, 5, 15), on(2025, 10, 31), data.Date{}, ""},
		{paper("next year"), "Write to the Ministry together with the county about 2026-27", member("gareth"), on(2025, 10, 16), on(2025, 11, 14), on(2025, 11, 12), data.ActionDone},
		{paper("next year"), "Work out which contracts have to be given notice, and by when", member("callum"), on(2025, 10, 16), on(2025, 12, 5), data.Date{}, ""},
		{decision("rural"), "Ask the farm watch what it would leave out if it had £1,200 less", member("delphine"), on(2025, 10, 9), on(2025, 11, 7), data.Date{}, ""},
		{decision("wardens"), "Count shopkeepers who can name a warden, once a year in March", member("delphine"), on(2024, 5, 30), on(2025, 3, 31), on(2025, 3, 27), data.ActionDone},
		{event("responders"), "Print the card in a size that fits a notebook", member("tamsin"), on(2024, 4, 18), on(2024, 6, 28), on(2024, 6, 11), data.ActionDone},
		{event("rural"), "Find a new evening for the parish wardens", member("delphine"), on(2025, 1, 20), on(2025, 4, 30), on(2025, 5, 2), data.ActionDropped},
		{request("25-004"), "Ask somebody who had no part in the reply to review it", member("harriet"), on(2025, 11, 10), on(2025, 11, 26), data.Date{}, ""},
		{"", "Chase the return for the summer from Guardwell before the next payment", organisation("guardwell"), on(2025, 11, 3), on(2025, 11, 17), data.Date{}, ""},
		{"", "Renew the section 256 agreement with the Integrated Care Board", member("ludmila"), on(2025, 11, 18), on(2026, 2, 13), data.Date{}, ""},
	}
	all := make([]*data.Action, 0, len(rows))
	for _, r := range rows {
		a := &data.Action{Stamp: stamp(data.KindAction, r.text), From: r.from, Text: r.text, Owner: r.owner, Due: r.due}
		live(a, taken(data.ActionOpen, r.raised, commissions))
		if r.how != "" {
			live(a, taken(r.how, r.ended, commissions))
		}
		all = append(all, a)
	}
	return all
}

// publications are what the public has been given of the published decisions and papers, and of the disclosure log.
func publications(decisions []*data.Decision) []*data.Publication {
	const site = "https://www.elmshire-pcc.example/"
	var all []*data.Publication
	for _, d := range decisions {
		if d.Status == data.DecisionPublished {
			all = append(all, &data.Publication{
				Stamp: stamp(data.KindPublication, string(d.ID)), What: d.ID, Title: d.Title, Where: "Website, decisions",
				URL: site + "decisions/" + d.Reference.Key(), PublishedOn: d.PublishedOn,
			})
		}
	}
	return append(all,
		&data.Publication{Stamp: stamp(data.KindPublication, "log"), Title: "Disclosure log, January to June 2025", Where: "Website, freedom of information", URL: site + "foi/log", PublishedOn: on(2025, 7, 14)},
		&data.Publication{Stamp: stamp(data.KindPublication, "first reply"), What: idOf(data.KindFOIRequest, "25-001"), Title: "Grants for services to victims of stalking", Where: "Website, freedom of information", URL: site + "foi/25-001", PublishedOn: on(2025, 2, 11)},
		&data.Publication{Stamp: stamp(data.KindPublication, "hotspot"), What: paper("hotspot"), Title: "Hotspot money: what the first year bought", Where: "Website, board papers", URL: site + "board/2025-01", PublishedOn: on(2025, 5, 16)},
		&data.Publication{
			Stamp: stamp(data.KindPublication, "canal"), What: paper("canal"), Title: "The canal path, two years after the lamps", Where: "Website, board papers", URL: site + "board/2025-03",
			PublishedOn: on(2025, 10, 9), WithdrawnOn: on(2025, 10, 14),
		},
		&data.Publication{Stamp: stamp(data.KindPublication, "grants"), Title: "All grants of 2024-25", Where: "Website, and the register of grants of the 360Giving community", URL: site + "grants/2024-25", PublishedOn: on(2025, 6, 30)},
	)
}

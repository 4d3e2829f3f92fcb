package sample

import "almoner/data"

func event(short string) data.ID { return idOf(data.KindTrainingEvent, short) }

func decimal(hundredths int64) *data.Decimal {
	d := data.Decimal(hundredths)
	return &d
}

func from(body, audience string, booked, came int) data.Attendance {
	return data.Attendance{Organisation: organisation(body), Audience: audience, Booked: booked, Attended: came}
}

func trainingEvents(grants []*data.Grant) []*data.TrainingEvent {
	sessions := &data.TrainingEvent{
		Stamp: stamp(data.KindTrainingEvent, "responders"), Title: "Hearing the pattern: stalking for first responders", Kind: data.TrainingSession,
		Start: on(2023, 10, 11), End: on(2024, 3, 20), Venue: "Force Headquarters, lecture room 2", Provider: organisation("stillwater"), Hosts: []data.ID{organisation("police")},
		Audience: "Call handlers, response officers, housing officers", Capacity: 210, Grant: findGrant(grants, "Training first responders to recognise stalking", 2023).ID, Fund: fund("csf"),
		Purpose: "That whoever answers the first call asks what happened **before** it.",
		Sessions: []data.Session{
			{Title: "Call handlers, first half", On: on(2023, 10, 11), Starts: "09:30", Ends: "13:00", Venue: "Control room annex", Capacity: 30},
			{Title: "Response, north", On: on(2023, 11, 22), Starts: "13:30", Ends: "17:00", Capacity: 40},
			{Title: "Housing officers", On: on(2024, 3, 20), Starts: "10:00", Ends: "13:30", Venue: "Shire Hall", Capacity: 40},
		},
		Attendance: []data.Attendance{from("police", "Call handlers", 64, 61), from("police", "Response officers", 112, 98), from("county", "Housing officers", 28, 27), from("stour", "Wardens", 18, 17)},
		Evaluation: data.Evaluation{Responses: 156, Best: 5, Before: decimal(235), After: decimal(440), Comments: "“I have been writing these up as neighbour disputes for eleven years.”\n\nSeveral asked for the card in a size that fits a notebook."},
	}
	live(sessions, taken(data.EventPlanned, on(2023, 9, 14), grantsClerk), taken(data.EventDated, on(2023, 9, 25), grantsClerk),
		taken(data.EventDelivered, on(2024, 3, 20), grantsClerk), taken(data.EventEvaluated, on(2024, 4, 18), victimsLead))

	window := &data.TrainingEvent{
		Stamp: stamp(data.KindTrainingEvent, "spiking"), Title: "Spiking: what door staff can do", Kind: data.TrainingWindow,
		Start: data.Date{Year: 2024, Month: 2, Day: 1, Precision: data.ToTheMonth, Wording: "February and the first half of March 2024"}, End: data.Date{Year: 2024, Month: 3, Day: 1, Precision: data.ToTheMonth},
		Venue: "On shift, at eleven venues", Provider: organisation("city"), Hosts: []data.ID{organisation("night"), organisation("city")}, Audience: "Door and bar staff", Capacity: 120,
		Grant: findGrant(grants, "Spiking tests and bar staff training", 2023).ID, Purpose: "Ten minutes before a shift begins, with a test kit in the hand.",
		Attendance: []data.Attendance{from("city", "Door staff", 0, 58), from("night", "Volunteers", 0, 23)},
	}
	live(window, taken(data.EventPlanned, on(2024, 1, 9), prevention), taken(data.EventDelivered, on(2024, 3, 18), prevention))

	conference := &data.TrainingEvent{
		Stamp: stamp(data.KindTrainingEvent, "conference"), Title: "Who is following whom? A day on stalking", Kind: data.Conference,
		Start: on(2025, 12, 4), End: on(2025, 12, 4), Venue: "Abbey Campus, Ravensmere", Provider: organisation("university"), Hosts: []data.ID{organisation("university"), organisation("police")},
		Audience: "Everybody in Elmshire who may meet a victim of stalking", Capacity: 180, Fund: fund("nights"), Purpose: "To bring together those who see one piece each.",
		Sessions: []data.Session{
			{Title: "Opening, and two accounts", On: on(2025, 12, 4), Starts: "09:45", Ends: "11:15", Venue: "Great Hall", Capacity: 180},
			{Title: "Workshop: phones", On: on(2025, 12, 4), Starts: "11:30", Ends: "13:00", Venue: "Room 4", Capacity: 60},
			{Title: "Workshop: the order and after", On: on(2025, 12, 4), Starts: "11:30", Ends: "13:00", Venue: "Room 7", Capacity: 60},
		},
		Attendance: []data.Attendance{from("police", "", 44, 0), from("nhs", "", 12, 0), from("county", "", 9, 0), from("harbour", "", 6, 0)},
		Attendees: []data.Attendee{
			{Name: "Imogen Castellane", Organisation: organisation("police"), Email: "imogen.castellane@elmshire-police.example"},
			{Name: "Kirsty Vandenbosch", Organisation: organisation("harbour"), Email: "kirsty@safemooring.example", Needs: "No nuts"},
			{Name: "Cornelius Wray", Organisation: organisation("nhs"), Email: "cornelius.wray@elmshire-healthcare.example", Needs: "Leaves at noon"},
		},
	}
	live(conference, taken(data.EventPlanned, on(2025, 7, 17), victimsLead), taken(data.EventDated, on(2025, 9, 2), victimsLead))

	campaign := &data.TrainingEvent{
		Stamp: stamp(data.KindTrainingEvent, "freshers"), Title: "Not a compliment: autumn campaign", Kind: data.Campaign,
		Start: data.Date{Year: 2026, Month: 10, Day: 1, Precision: data.ToTheQuarter}, Provider: organisation("university"), Audience: "New students", Purpose: "Beer mats, and a page to find from them.",
	}
	live(campaign, taken(data.EventPlanned, on(2025, 11, 10), press))

	cancelled := &data.TrainingEvent{
		Stamp: stamp(data.KindTrainingEvent, "rural"), Title: "Farm visits after a theft", Kind: data.TrainingSession, Start: on(2025, 1, 22), End: on(2025, 1, 22),
		Venue: "Corn Exchange, Tillingworth", Provider: organisation("rural"), Hosts: []data.ID{organisation("rural")}, Audience: "Parish wardens", Capacity: 25,
		Attendance: []data.Attendance{from("rural", "Parish wardens", 11, 0)},
	}
	live(cancelled, taken(data.EventPlanned, on(2024, 11, 6), prevention), taken(data.EventDated, on(2024, 12, 2), prevention), taken(data.EventCancelled, on(2025, 1, 20), prevention))

	scams := &data.TrainingEvent{
		Stamp: stamp(data.KindTrainingEvent, "scams"), Title: "Scams: what carers see first", Kind: data.TrainingSession, Start: on(2025, 2, 5), End: on(2025, 2, 12),
		Venue: "Almshouse Court", Provider: organisation("advice"), Hosts: []data.ID{organisation("age")}, Audience: "Home carers and wardens of sheltered housing", Capacity: 40,
		Grant: findGrant(grants, "Scam awareness in sheltered housing", 2024).ID, Fund: fund("poca"), Purpose: "A bag of post, sorted together.",
		Sessions: []data.Session{
			{Title: "Tillingworth", On: on(2025, 2, 5), Starts: "14:00", Ends: "16:00", Venue: "Almshouse Court", Capacity: 20},
			{Title: "Cobbleford", On: on(2025, 2, 12), Starts: "14:00", Ends: "16:00", Venue: "Hanover House", Capacity: 20},
		},
		Attendance: []data.Attendance{from("age", "Carers", 22, 19), from("deaf", "Wardens", 6, 6)},
		Attendees: []data.Attendee{
			{Name: "Rosalie Umber", Organisation: organisation("age"), Email: "rosalie@agecompanions.example", Needs: "Step-free", Attended: true},
			{Name: "Gideon Parrish-Lowe", Organisation: organisation("deaf"), Needs: "Interpreter, British Sign Language", Attended: true},
			{Name: "Winnie Abbotsleigh", Organisation: organisation("age")},
		},
		Evaluation: data.Evaluation{Responses: 21, Best: 10, Before: decimal(520), After: decimal(785), Comments: "The bag of post was what people remembered."},
	}
	live(scams, taken(data.EventPlanned, on(2024, 11, 14), victimsLead), taken(data.EventDated, on(2024, 12, 5), victimsLead),
		taken(data.EventDelivered, on(2025, 2, 12), victimsLead), taken(data.EventEvaluated, on(2025, 3, 4), victimsLead))
	return []*data.TrainingEvent{sessions, window, conference, campaign, cancelled, scams}
}

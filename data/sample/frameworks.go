package sample

import "almoner/data"

func framework(short string) data.ID { return idOf(data.KindOutcomesFramework, short) }

func frameworks() []*data.OutcomesFramework {
	return []*data.OutcomesFramework{
		{
			Stamp: stamp(data.KindOutcomesFramework, "victims"), Title: "What Elmshire’s services for victims count", URL: "https://www.elmshire-pcc.example/measures/victims",
			Measures: []data.Measure{
				{Title: "People referred", Unit: "people", Description: "Each person once a quarter, whoever sent them."},
				{Title: "People supported", Unit: "people", Description: "With at least one conversation of ten minutes or more."},
				{Title: "Days to the first contact", Unit: "days", Description: "Working days from referral, on average."},
				{Title: "People who feel safer", Unit: "%", Description: "Of those who answered when their case closed."},
				{Title: "People who are better able to cope", Unit: "%", Description: "Of those who answered when their case closed."},
				{Title: "People better informed about their case", Unit: "%"},
				{Title: "Protection orders obtained", Unit: "orders"},
				{Title: "People still waiting on the last day", Unit: "people"},
				{Title: "Cases closed as planned", Unit: "cases", Description: "With the person’s agreement, and not because nobody answered."},
				{Title: "Vacant posts", Unit: "FTE", Description: "Full-time equivalents that the grant pays for and nobody fills."},
			},
		},
		{
			Stamp: stamp(data.KindOutcomesFramework, "prevention"), Title: "What Elmshire’s prevention projects count", URL: "https://www.elmshire-pcc.example/measures/prevention",
			Measures: []data.Measure{
				{Title: "People worked with", Unit: "people"},
				{Title: "Sessions held", Unit: "sessions"},
				{Title: "Sessions cancelled", Unit: "sessions", Description: "By the provider, for whatever reason."},
				{Title: "Under-18s among those worked with", Unit: "people"},
				{Title: "Volunteer hours", Unit: "hours"},
				{Title: "Police calls to the area", Unit: "calls", Description: "From the force’s dashboard, for the beat that the grant names."},
				{Title: "Incidents with the people worked with", Unit: "incidents", Description: "Reported to the police in the quarter."},
				{Title: "People referred on to other help", Unit: "people"},
			},
		},
	}
}

package sample

import "almoner/data"

func travelCosts() *data.FOIRequest {
	return &data.FOIRequest{
		Stamp: stamp(data.KindFOIRequest, "25-002"), Reference: "FOI/25-002", Officer: member("tamsin"),
		Received: on(2025, 2, 17), Channel: "email", Applicant: applicant("Clementine Voss"),
		Subject: "Travel of the commissioner by helicopter", Regime: data.RegimeFOI, Status: data.RequestClosed,
		Held: data.No, Outcome: "Information not held", Signatory: signatory,
		InLog: true, LogText: "Flights by the commissioner in police helicopters: not held.",
		Issued: []data.Issued{{Paper: "reply", On: on(2025, 2, 28), By: governance, SHA256: sum(flightsReply), File: file("flights")}},
		Clock:  clock(tick(data.ClockReceived, on(2025, 2, 17)), tick(data.ClockResponded, on(2025, 2, 28))),
		Questions: []data.FOIQuestion{{
			Label:  "Question 1",
			Text:   "How many flights did the Police and Crime Commissioner make in a police helicopter in each year since 2021, and at what cost?",
			Answer: "We do not hold this information. The commissioner has not travelled by police helicopter, and the office keeps no record of the flights of others. Helicopters are provided by a national service, which is a public authority of its own and may be asked directly.",
		}},
	}
}

func refuges() *data.FOIRequest {
	return &data.FOIRequest{
		Stamp: stamp(data.KindFOIRequest, "25-003"), Reference: "FOI/25-003", Officer: member("callum"),
		Received: on(2025, 4, 8), Channel: "website form", Applicant: applicant("Barnaby Sillitoe"),
		Subject: "Refuges that the commissioner pays for", Regime: data.RegimeFOI, Status: data.Responded,
		Held: data.Yes, Outcome: "Disclosed in part", Signatory: signatory,
		InLog: true, LogText: "Refuges funded since 2021: amounts given; addresses and names of staff withheld.",
		Clock: clock(tick(data.ClockReceived, on(2025, 4, 8)), tick(data.ClockResponded, on(2025, 5, 6))),
		Questions: []data.FOIQuestion{
			{
				Label: "Question 1", Text: "How much has the office given to refuges in each financial year since April 2021?",
				Answer: text(`
					The office gave these amounts to Tŷ Noddfa Refuge, the only refuge to which it makes grants: for a children’s worker in each year, for an evening line since 2023-24, and in 2024-25 for fostering pets.

					| Financial year | Amount |
					| --- | ---: |
					| 2021-22 | £27,400 |
					| 2022-23 | £28,100 |
					| 2023-24 | £40,690 |
					| 2024-25 | £47,350 |
				`),
			},
			{
				Label: "Question 2", Text: "What are the addresses of the refuges, and the names of the staff whom the grants pay?",
				Answer: "We hold this information but do not disclose it, for the reasons given below.",
			},
		},
		Exemptions: []data.Exemption{
			{
				Section: "38(1)", Class: "health and safety",
				Reason:         "The people who live in a refuge are hidden from somebody who has hurt them. To publish the address, or what would lead to it, would endanger them, their children and the staff.",
				PublicInterest: "There is a public interest in knowing where public money is spent, and the amounts above meet it. It does not outweigh the danger to life that would follow from giving the address to the world at large.",
			},
			{
				Section: "40(2)", Class: "personal information",
				Reason: "The staff are junior employees of a charity who would not expect their names to be made public, and to do so would be unfair to them. This part of section 40 asks for no test of the public interest.",
			},
		},
	}
}

func panelScores() *data.FOIRequest {
	return &data.FOIRequest{
		Stamp: stamp(data.KindFOIRequest, "25-004"), Reference: "FOI/25-004", Officer: member("harriet"), OtherReferences: []data.Reference{"IR/25/02"},
		Received: on(2025, 6, 3), Channel: "letter", Applicant: applicant("Rosamund Tillett"),
		Subject: "Scoring of the hospital navigator grant", Regime: data.RegimeFOI, Status: data.UnderReview,
		Held: data.Yes, Outcome: "Disclosed in part", Signatory: signatory, InLog: true,
		Attachments: []data.Enclosure{{Label: "Panel’s scores", Kind: "note", Size: int64(len(scoreSheet)), File: file("scores")}},
		LogText:     "Panel’s scores for the hospital youth navigator grant of 2025-26.",
		Clock: clock(
			tick(data.ClockReceived, on(2025, 6, 3)), tick(data.ClockResponded, on(2025, 6, 30)), tick(data.ReviewAsked, on(2025, 11, 10)),
		),
		Questions: []data.FOIQuestion{{
			Label:  "Question 1",
			Text:   "Please give me the panel’s scores and comments on all applications for the hospital navigator grant in 2025-26.",
			Answer: "There was one application. The panel gave it 41 points of 50. Its comments on the budget are withheld, because they set out what the trust pays for each hour of a nurse’s time.",
		}},
		Exemptions: []data.Exemption{{
			Section: "43(2)", Class: "commercial interests",
			Reason:         "The rate was given in confidence and would help those who compete with the trust for the same contracts.",
			PublicInterest: "Openness about how grants are decided speaks for disclosure, and the score is disclosed. The rate adds little to that, and its disclosure would raise what health bodies in the county pay for staff.",
		}},
	}
}

func youthEmails() *data.FOIRequest {
	return &data.FOIRequest{
		Stamp: stamp(data.KindFOIRequest, "25-005"), Reference: "FOI/25-005", Officer: member("delphine"),
		Received: on(2025, 10, 28), Channel: "email", Applicant: applicant("Ignatius Mallory"),
		Subject: "Correspondence about youth projects", Regime: data.RegimeFOI, Status: data.Clarifying,
		Clarification: "- which youth projects you mean: the office has paid for eleven since 2021;\n- whose correspondence, and about what;\n- from when until when.",
		Clock:         clock(tick(data.ClockReceived, on(2025, 10, 28)), tick(data.ClarificationSought, on(2025, 11, 5))),
		Questions: []data.FOIQuestion{{
			Label: "Question 1",
			Text:  "I want all the emails about the youth projects.",
		}},
	}
}

// roadMoney is a draft: its table is read from the register each time it is looked at.
func roadMoney() *data.FOIRequest {
	return &data.FOIRequest{
		Stamp: stamp(data.KindFOIRequest, "25-006"), Reference: "FOI/25-006", Officer: member("delphine"),
		Received: on(2025, 11, 3), Channel: "email", Applicant: applicant("Leonora Fitch"),
		Subject: "Money for road safety and for victims of collisions since 2023", Regime: data.RegimeFOI, Status: data.Drafted,
		Held: data.Yes, Outcome: "Disclosed in full", Signatory: signatory,
		Clock: clock(tick(data.ClockReceived, on(2025, 11, 3))),
		Questions: []data.FOIQuestion{{
			Label:  "Question 1",
			Text:   "What has the office spent on road safety, and on people hurt on the roads, from April 2023 until now? Please say where the money came from.",
			Answer: "The grants are listed in Appendix 1, with the fund that paid for each. For 2025-26 the amounts are those awarded for the whole year.",
		}},
		Appendices: []data.Appendix{{
			Number: 1, Kind: data.AppendixTable, Title: "Grants for road safety and for people hurt on the roads, April 2023 to date",
			Tables: []data.Table{{
				Columns: []data.Column{
					{Heading: "Name of grant", Field: "title"},
					{Heading: "Amount", Field: "amount"},
					{Heading: "Recipient", Field: "recipient"},
					{Heading: "Paid from", Field: "funds"},
					{Heading: "Status", Field: "status"},
				},
				Query: data.Query{Years: []data.FinancialYear{2023, 2024, 2025}, Themes: []string{"Road harm"}, Status: data.AwardedStatuses()},
			}},
		}},
	}
}

func paymentsToOne() *data.FOIRequest {
	return &data.FOIRequest{
		Stamp: stamp(data.KindFOIRequest, "25-007"), Reference: "FOI/25-007", Officer: member("callum"),
		Received: on(2025, 11, 12), Channel: "email", Applicant: applicant("Gwendolen Ashcombe"),
		Subject: "Payments to Guardwell Scam Support CIC", Regime: data.RegimeFOI, Status: data.Searching,
		Clock: clock(tick(data.ClockReceived, on(2025, 11, 12))),
		Questions: []data.FOIQuestion{
			{Label: "Question 1", Text: "Please list each payment made to Guardwell Scam Support CIC, with its date."},
			{Label: "Question 2", Text: "How many home visits did they make in 2024-25, and what did each cost on average?"},
		},
	}
}

func declinedGrants() *data.FOIRequest {
	return &data.FOIRequest{
		Stamp: stamp(data.KindFOIRequest, "25-008"), Reference: "FOI/25-008", Officer: member("miriam"),
		Received: on(2025, 11, 20), Channel: "website form", Applicant: applicant("Auberon Nkemelu"),
		Subject: "Grants declined since 2022, with the reasons", Regime: data.RegimeFOI, Status: data.Received,
		Clock: clock(tick(data.ClockReceived, on(2025, 11, 20))),
		Questions: []data.FOIQuestion{{
			Label: "Question 1",
			Text:  "Which applications for grants did the commissioner turn down since April 2022, and what reason was each applicant given?",
		}},
	}
}

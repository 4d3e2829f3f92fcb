package sample

import "almoner/data"

// requestsOf2024 are those whose clocks were anything but plain.
func requestsOf2024(grants []*data.Grant) []*data.FOIRequest {
	return []*data.FOIRequest{railGrants(), oldPapers(), wardensAdvice(grants), noise(), ownFile()}
}

func railGrants() *data.FOIRequest {
	return &data.FOIRequest{
		Stamp: stamp(data.KindFOIRequest, "24-001"), Reference: "FOI/24-001",
		Received: on(2024, 2, 12), Channel: "email", Applicant: applicant("Quentin Marlowe-Hythe"), Officer: member("percival"),
		Subject: "Grants to two charities in the east of the county", Regime: data.RegimeFOI, Status: data.RequestClosed,
		Held: data.Yes, Outcome: "Disclosed in full", Signatory: signatory, InLog: true, LogText: "Grants to Kinfolk and to Stourhaven Rovers since 2021.",
		Clock: clock(
			tick(data.ClockReceived, on(2024, 2, 12)), tick(data.ClarificationSought, on(2024, 2, 19)), tick(data.ClarificationReceived, on(2024, 3, 4)),
			tick(data.ClockResponded, on(2024, 3, 22)),
		),
		Opening:   "Thank you for telling us on 4 March 2024 which of the charities you mean.",
		Questions: []data.FOIQuestion{{Label: "Question 1", Text: "What have you given to the youth charities out east? You asked which: I mean Kinfolk and the Rovers.", Answer: "They are listed in Appendix 1."}},
		Appendices: []data.Appendix{{
			Number: 1, Kind: data.AppendixTable, Title: "Grants to the two charities", Introduction: "In the order of their titles; grants that are not for young people are left out.",
			Tables: []data.Table{{
				Columns: []data.Column{{Heading: "Grant", Field: "title"}, {Heading: "Amount", Field: "amount"}, {Heading: "Decided on", Field: "award_date"}},
				GroupBy: data.Ungrouped,
				Query: data.Query{
					Years: []data.FinancialYear{2021, 2022, 2023}, Recipients: []data.ID{organisation("kinfolk"), organisation("rovers")}, Text: "young",
					Funds: []data.ID{fund("csf"), fund("poca"), fund("streets")}, Status: data.AwardedStatuses(),
				},
			}},
		}},
	}
}

func oldPapers() *data.FOIRequest {
	return &data.FOIRequest{
		Stamp: stamp(data.KindFOIRequest, "24-002"), Reference: "FOI/24-002",
		Received: on(2024, 5, 7), Channel: "letter", Applicant: &data.Applicant{Name: "Hester Blackwood-Ames", Address: "The Old Toll House\nCobbleford\nEL5 7OT"}, Officer: member("harriet"),
		Subject: "Minutes of the authority before 2012", Regime: data.RegimeFOI, Status: data.Responded, Fees: data.Pounds(38),
		Held: data.Partly, Outcome: "Disclosed in part", Signatory: signatory, InLog: true, LogText: "Minutes of the former police authority: copies of 1998 to 2004.",
		Clock: clock(
			tick(data.ClockReceived, on(2024, 5, 7)), tick(data.FeesNotice, on(2024, 5, 20)), tick(data.FeesPaid, on(2024, 6, 3)), tick(data.ClockResponded, on(2024, 6, 14)),
		),
		Questions:  []data.FOIQuestion{{Label: "Question 1", Text: "Copies of all minutes, on paper, please.", Answer: "We enclose copies for 1998 to 2004, 380 sheets. Those of earlier years were given to the county’s archive, which keeps them open to anybody."}},
		Exemptions: []data.Exemption{{Section: "21(1)", Class: "accessible by other means", Reason: "The archive’s reading room is open on four days a week."}},
		Attachments: []data.Enclosure{
			{Label: "Minutes, 1998 to 2001", Kind: "copies", Size: 8_812_044}, {Label: "Minutes, 2002 to 2004", Kind: "copies", Size: 7_030_110},
		},
	}
}

func wardensAdvice(grants []*data.Grant) *data.FOIRequest {
	r := &data.FOIRequest{
		Stamp: stamp(data.KindFOIRequest, "24-003"), Reference: "FOI/24-003", OtherReferences: []data.Reference{"IR/24/01"},
		Received: on(2024, 7, 2), Channel: "email", Applicant: applicant("Lucian Fothergill"), Officer: member("harriet"),
		Subject: "Advice to the commissioner about the wardens", Regime: data.RegimeMixed, Status: data.RequestClosed,
		Held: data.Yes, Outcome: "Withheld; upheld on review", Signatory: signatory, InLog: true, LogText: "Officers’ advice on the Stourhaven wardens: withheld.",
		Review: "The deputy chief executive of a neighbouring office read the advice and agreed that it should be kept back, but for its first page, which was sent on 24 October 2024.",
		Clock: clock(
			tick(data.ClockReceived, on(2024, 7, 2)), tick(data.ClockExtended, on(2024, 7, 26)), tick(data.ClockResponded, on(2024, 8, 21)),
			tick(data.ReviewAsked, on(2024, 9, 26)), tick(data.ReviewAnswered, on(2024, 10, 24)), tick(data.ReferredToICO, on(2024, 12, 9)),
		),
		Questions: []data.FOIQuestion{
			{Label: "Question 1", Text: "What did officers advise before the decision of 30 May 2024?", Answer: "We hold this and do not disclose it."},
			{Label: "Question 2", Text: "Was anybody in the warden team investigated?", Answer: "We neither confirm nor deny that we hold information about it."},
			{Label: "Question 3", Text: "What has been spent?", Answer: "See Appendix 1; the agreement is at Appendix 2."},
		},
		Exemptions: []data.Exemption{
			{
				Section: "36(2)(b)(i)", Class: "free and frank advice", Reason: "The monitoring officer is of the opinion that advice would be thinner if it were published while what it speaks of is still being settled.",
				PublicInterest: "The decision and its reasons are public. What weighs on the other side is that the borough and the office are still talking about who pays from April 2026.",
			},
			{Section: "40(5)", Class: "personal information", Reason: "To say either way would tell something about a few people whom anybody in the town could name.", NeitherConfirmNorDeny: true},
		},
		Appendices: []data.Appendix{
			{
				Number: 1, Kind: data.AppendixTable, Title: "Grants for safer streets",
				Tables: []data.Table{{
					Columns: []data.Column{{Heading: "Grant", Field: "title"}, {Heading: "Amount", Field: "amount"}, {Heading: "Recipient", Field: "recipient"}},
					Query: data.Query{
						Years: []data.FinancialYear{2022, 2023, 2024}, Themes: []string{"Safer streets"}, Status: data.AwardedStatuses(),
						Except: []data.ID{findGrant(grants, "Lighting and sight lines on the canal path", 2022).ID},
					},
				}},
			},
			{Number: 2, Kind: data.AppendixAttachment, Title: "What was agreed with the borough", File: file("wardens")},
		},
	}
	const amount = 1 // the column
	r.Appendices[0].Tables[0].Write("2024-25", findGrant(grants, "Wardens in Stourhaven’s High Street", 2024).ID, amount, data.Cell{Text: "£64,000, of which £16,000 had been paid by July"})
	return r
}

func noise() *data.FOIRequest {
	return &data.FOIRequest{
		Stamp: stamp(data.KindFOIRequest, "24-004"), Reference: "FOI/24-004",
		Received: on(2024, 10, 8), Channel: "website form", Applicant: applicant("Petronella Swift"), Officer: member("tamsin"),
		Subject: "Noise and light at the canal lamps", Regime: data.RegimeEIR, Status: data.RequestClosed,
		Held: data.NotHeld, Outcome: "Information not held", Signatory: signatory, InLog: true, LogText: "Measurements of light and noise on the canal path: not held.",
		Clock:     clock(tick(data.ClockReceived, on(2024, 10, 8)), tick(data.ClockResponded, on(2024, 11, 1))),
		Questions: []data.FOIQuestion{{Label: "Question 1", Text: "What was measured before the lamps were put up?", Answer: "Nothing was measured by or for this office. The city council, which owns the lamps, may have done so and can be asked."}},
	}
}

func ownFile() *data.FOIRequest {
	return &data.FOIRequest{
		Stamp: stamp(data.KindFOIRequest, "24-005"), Reference: "FOI/24-005",
		Received: on(2024, 11, 18), Channel: "email", Applicant: applicant("Crispin Yarrow"), Officer: member("harriet"),
		Subject: "What the office holds about the writer", Regime: data.RegimeSAR, Status: data.RequestClosed, Held: data.Yes, Outcome: "Disclosed in full", Signatory: signatory,
		Clock:     clock(tick(data.ClockReceived, on(2024, 11, 18)), tick(data.ClockResponded, on(2024, 12, 10))),
		Questions: []data.FOIQuestion{{Label: "Question 1", Text: "Everything with my name on it.", Answer: "Two letters of yours and our answers to them. Copies are enclosed."}},
	}
}

// badgers is ready to go: nobody but the signatory has to look at it again.
func badgers() *data.FOIRequest {
	return &data.FOIRequest{
		Stamp: stamp(data.KindFOIRequest, "25-009"), Reference: "FOI/25-009",
		Received: on(2025, 11, 20), Channel: "email", Applicant: applicant("Thaddeus Wren"), Officer: member("tamsin"),
		Subject: "Badger setts near the wardens’ depot", Regime: data.RegimeEIR, Status: data.ReplyApproved, Held: data.No, Outcome: "Information not held", Signatory: signatory,
		Clock:     clock(tick(data.ClockReceived, on(2025, 11, 20))),
		Questions: []data.FOIQuestion{{Label: "Question 1", Text: "How many setts are there?", Answer: "We do not hold this information. The borough’s ecologist keeps a map."}},
	}
}

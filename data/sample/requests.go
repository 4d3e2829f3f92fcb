package sample

import (
	"strings"

	"almoner/data"
)

// requests are the requests for information of two years. The register holds everything else, for the tables of those that were
// answered.
func requests(reg *data.Register, grants []*data.Grant) []*data.FOIRequest {
	all := append(requestsOf2024(grants), stalkingGrants(), travelCosts(), refuges(), panelScores(), youthEmails(), roadMoney(), paymentsToOne(), declinedGrants(), badgers())
	for _, r := range all {
		finish(r, reg)
	}
	return all
}

func clock(rows ...data.ClockRow) []data.ClockRow { return rows }

func tick(event data.ClockEvent, day data.Date) data.ClockRow {
	return data.ClockRow{Event: event, On: day}
}

func applicant(name string) *data.Applicant {
	return &data.Applicant{Name: name, Email: mailbox(name)}
}

// mailbox is a mail address for an invented name: "Wendell Pryce-Amory" is wendell.pryce-amory@post.example.
func mailbox(name string) string {
	return strings.ReplaceAll(strings.ToLower(name), " ", ".") + "@post.example"
}

const signatory = "Harriet Delacombe, Head of Governance"

// stalkingGrants is the request whose reply shows what the program is for.
func stalkingGrants() *data.FOIRequest {
	return &data.FOIRequest{
		Stamp: stamp(data.KindFOIRequest, "25-001"), Reference: "FOI/25-001",
		Received: on(2025, 1, 9), Channel: "email", Applicant: applicant("Wendell Pryce-Amory"),
		Subject: "Grants for services to victims of stalking, 2023-24 and 2024-25", Regime: data.RegimeFOI, Status: data.Responded,
		Held: data.Yes, Outcome: "Disclosed in full", Signatory: signatory, Officer: member("harriet"),
		InLog: true, LogText: "Grants made in 2023-24 and 2024-25 for services to victims of stalking: amounts, providers, services and outcomes.",
		Clock: clock(tick(data.ClockReceived, on(2025, 1, 9)), tick(data.ClockResponded, on(2025, 2, 4))),
		Questions: []data.FOIQuestion{
			{
				Label: "Question 1", Text: text(`
					For each of the financial years 2023-24 and 2024-25, please list the grants that your office made to organisations that support victims of stalking. For each grant I should like to know

					- its name and the amount,
					- who provides the service,
					- what the service is, and
					- what it is expected to achieve for victims of stalking.
				`),
				Answer: "The grants are listed in Appendix 1, year by year. The amounts are those of each year; where a grant runs for more than one year, it is listed in each year for which an amount was awarded.",
			},
			{
				Label: "Question 2", Text: "Please say of each service whether it is open to people who are stalked by somebody who was never their partner.",
				Answer: "The last column of the table in Appendix 1 gives the answer for each service, as the providers confirmed it in January 2025.",
			},
			{
				Label: "Question 3", Text: "Please send me the specification of your main stalking service.",
				Answer: "The specification of the stalking advocacy service, which has been in force since 1 April 2023, is at Appendix 2.",
			},
		},
		Appendices: []data.Appendix{
			{
				Number: 1, Kind: data.AppendixTable, Title: "Grants for services to victims of stalking, 2023-24 and 2024-25",
				Tables: []data.Table{stalkingTable()},
				Footnotes: []data.Footnote{
					{Mark: "*", Text: "An upper limit. The provider is paid for what was spent and accounts for each payment; what is not spent by 31 March returns to the fund."},
					{Mark: "**", Text: "Part of a programme whose main purpose is to work with people who stalk. The amount is that of the whole programme, of which the support for victims is one part. The programme is described at", Link: "https://www.elmshire-pcc.example/perpetrators"},
				},
			},
			{Number: 2, Kind: data.AppendixSpecification, Specification: specification("advocacy-2")},
		},
	}
}

func stalkingTable() data.Table {
	t := data.Table{
		Columns: []data.Column{
			{Heading: "Name of grant", Field: "title"},
			{Heading: "Amount", Field: "amount"},
			{Heading: "Service provider", Field: "delivered_by"},
			{Heading: "Services provided", Field: "services"},
			{Heading: "Outcomes for victims of stalking", Field: "outcomes"},
			{Heading: "Open to people stalked by somebody who was never their partner", Question: question("never_partners")},
		},
		Query: data.Query{Years: []data.FinancialYear{2023, 2024}, Themes: []string{"Stalking"}, Status: data.AwardedStatuses()},
	}
	for _, g := range grants() {
		switch g.Title {
		case "Locks, cameras and journeys fund":
			markAmount(&t, g, "*")
		case "Stalking behaviour change programme":
			markAmount(&t, g, "**")
		}
	}
	return t
}

// markAmount puts a footnote's mark on what the register says of a grant's amount, in each year that the table shows.
func markAmount(t *data.Table, g *data.Grant, mark string) {
	const amount = 1 // the column
	for _, y := range t.Query.Years {
		if (&data.Query{Years: []data.FinancialYear{y}}).Matches(g) {
			t.Write(y.String(), g.ID, amount, data.Cell{Marks: []string{mark}})
		}
	}
}

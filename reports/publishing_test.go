package reports_test

import (
	"strings"
	"testing"

	"almoner/data"
	"almoner/reports"
	"almoner/reports/document"
)

// rowsOf are the rows of the first table of a paper, each group under its heading.
func rowsOf(doc document.Document) string {
	var rows []string
	for _, t := range document.Tables(doc)[:1] {
		for _, g := range t.Groups {
			if heading := document.Plain(g.Heading); heading != "" {
				rows = append(rows, heading+":")
			}
			for _, r := range g.Rows {
				var cells []string
				for _, c := range r.Cells {
					var paragraphs []string
					for _, p := range c.Paragraphs {
						paragraphs = append(paragraphs, document.Plain(p))
					}
					cells = append(cells, strings.Join(paragraphs, "; "))
				}
				rows = append(rows, strings.Join(cells, " | "))
			}
		}
	}
	return strings.Join(rows, "\n")
}

func publishing(grants ...*data.Grant) reports.Setting {
	reg := data.NewRegister(
		&data.OfficeDetails{Stamp: stamp(data.OfficeID), Name: "Office", PoliceArea: "Elmshire", PaperMarking: "OFFICIAL"},
		&data.Organisation{Stamp: stamp("h"), Name: "Harbour"}, &data.Organisation{Stamp: stamp("a"), Name: "Anchor"},
	)
	for _, g := range grants {
		g.ID = data.NewID()
		reg.Put(g)
	}
	return reports.Setting{Register: reg, Today: data.NewDate(2025, 6, 10), Year: 2024}
}

func inYear(year data.FinancialYear, pounds int64) []data.Award {
	return []data.Award{{FinancialYear: year, Amount: data.Pounds(pounds)}}
}

func TestThePublicReadsEachGrantOfTheYearAndWhy(t *testing.T) {
	s := publishing(
		&data.Grant{
			Title: "Refuge", Recipient: "h", Status: data.Active, Purpose: "Beds.\n\n- Ten", Conditions: "Open.", Reasons: "Fewer harms.",
			Awards: append(inYear(2024, 500), inYear(2025, 900)...),
		},
		&data.Grant{Title: "Helpline", Recipient: "a", Status: data.Closed, Instrument: data.InstrumentGrant, Awards: inYear(2024, 70)},
		&data.Grant{Title: "Not given", Recipient: "a", Status: data.Declined, Awards: inYear(2024, 1)},
		&data.Grant{Title: "A contract", Recipient: "a", Status: data.Active, Instrument: data.Contract, Awards: inYear(2024, 2)},
		&data.Grant{Title: "Another year", Recipient: "a", Status: data.Active, Awards: inYear(2023, 3)},
	)
	doc := reports.CrimeGrants(s)
	want := "Anchor | Helpline | £70 |  | None besides our standard terms | \nHarbour | Refuge | £500 | Beds.; Ten | Open. | Fewer harms.\nTotal |  | £570 |  |  | "
	if got := rowsOf(doc); got != want {
		t.Errorf("it lists\n%s\nwant\n%s", got, want)
	}
	says(t, doc, "Crime and disorder reduction grants, 2024-25", "Elmshire", "10 June 2025")
	if doc.Marking != "" {
		t.Errorf("a paper for everybody is marked %q", doc.Marking)
	}
	s.Year = 2019
	doc = reports.CrimeGrants(s)
	says(t, doc, "No grant was made for this year.")
	if len(document.Tables(doc)) != 0 {
		t.Error("there is a table of nothing")
	}
}

func TestThePublicReadsEachPaymentAboveFiveHundredPounds(t *testing.T) {
	day, p := data.NewDate, data.Pounds
	s := publishing(
		&data.Grant{Title: "A grant, which has a list of its own", Recipient: "h", Payments: []data.Payment{{Amount: p(950), PaidOn: day(2024, 5, 9)}}},
		&data.Grant{Title: "Refuge", Recipient: "h", Instrument: data.Contract, Payments: []data.Payment{
			{Amount: p(900), PaidOn: day(2024, 5, 9), Reference: "INV9"},
			{Amount: data.Money{Pence: 50001}, PaidOn: day(2024, 5, 2)},
			{Amount: p(500), PaidOn: day(2024, 5, 3)},
			{Amount: p(700), Due: day(2024, 5, 4)},
			{Amount: p(800), PaidOn: day(2024, 3, 31)},
			{Amount: p(800), PaidOn: day(2025, 4, 1)},
		}},
		&data.Grant{Title: "Helpline", Recipient: "a", Instrument: data.Contract, Payments: []data.Payment{{Amount: p(600), PaidOn: day(2025, 3, 31)}, {Amount: p(650), PaidOn: day(2024, 5, 9)}}},
	)
	doc := reports.SpendOver500(s)
	want := "May 2024:\n2 May 2024 | Harbour | Refuge |  | £500.01\n9 May 2024 | Anchor | Helpline |  | £650\n9 May 2024 | Harbour | Refuge | INV9 | £900\n" +
		"March 2025:\n31 March 2025 | Anchor | Helpline |  | £600\nTotal |  |  |  | £2,650.01"
	if got := rowsOf(doc); got != want {
		t.Errorf("it lists\n%s\nwant\n%s", got, want)
	}
	if doc.Marking != "" {
		t.Errorf("a paper for everybody is marked %q", doc.Marking)
	}
	s.Year = 0 // that of today
	says(t, reports.SpendOver500(s), "Spending over £500, 2025-26", "1 April 2025 / Harbour")
	s.Year = 2019
	doc = reports.SpendOver500(s)
	says(t, doc, "No payment of more than £500 was made in this year under a contract or an agreement.")
	if len(document.Tables(doc)) != 0 {
		t.Error("there is a table of nothing")
	}
}

func TestAFundStatementSaysHowItsMoneyStands(t *testing.T) {
	day, p := data.NewDate, data.Pounds
	share := func(pounds int64) []data.FundShare { return []data.FundShare{{Fund: "f", Amount: p(pounds)}} }
	s := publishing(
		&data.Grant{
			Title: "Refuge", Recipient: "h", Status: data.Active,
			Awards:   []data.Award{{FinancialYear: 2024, Amount: p(500), Funds: share(500)}, {FinancialYear: 2025, Amount: p(300), Funds: share(300)}},
			Payments: []data.Payment{{Amount: p(120), PaidOn: day(2024, 5, 9)}},
		},
		&data.Grant{Title: "Helpline", Recipient: "a", Status: data.Active, Awards: []data.Award{{FinancialYear: 2024, Amount: p(90), Funds: share(90)}}},
	)
	f := &data.Fund{
		Stamp: stamp("f"), Programme: "Core", Funder: "h", FunderReference: "HO/1", Status: data.Won, BidAmount: p(2000), BidDate: day(2023, 12, 1), Allocation: p(850),
		SpendBy: day(2026, 3, 31), OriginalSpendBy: day(2025, 3, 31), MatchRequired: "A tenth", ReturnDue: day(2026, 5, 1), Conditions: "Beds alone.",
	}
	s.Register.Put(f)
	doc := reports.FundStatement(s, f)
	says(t, doc,
		"Core / How the money of this fund stood on 10 June 2025", "Funder / Harbour / Funder’s reference / HO/1 / Status / Won / Bid / £2,000 / Bid made on / 1 December 2023",
		"To be spent by / 31 March 2026 / At first to be spent by / 31 March 2025 / Match funding asked for / A tenth / Return to the funder due / 1 May 2026 / Conditions / Beds alone.",
		"Allocated / £850 / Committed / £890 / Paid / £120 / Left / -£40 / ", "Bar chart. How the fund stands. Allocated: £850; Committed: £890; Paid: £120; Left: -£40.",
		"Core is committed £40 more than it has: £890 of £850.", "Committed / Paid / 2024-25 / £590 / £120 / 2025-26 / £300 / £0 / ",
		"Anchor / Helpline / 2024-25 / £90 / Harbour / Refuge / 2024-25 / £500 / Harbour / Refuge / 2025-26 / £300 / Total / £890",
	)
	saysNot(t, doc, "has not been won")
	f.Allocations = []data.Allocation{{FinancialYear: 2025, Amount: p(850)}}
	s.Register.Put(f)
	says(t, reports.FundStatement(s, f), "Allocated / Committed / Paid / Left / 2024-25 / £0 / £590 / £120 / -£590 / 2025-26 / £850 / £300 / £0 / £550 / ")
	f.Status = data.BidSubmitted
	doc = reports.FundStatement(s, f)
	says(t, doc, "This bid has not been won.")
	saysNot(t, doc, "How the fund stands")
}

package funds

import (
	"testing"
	"time"

	"almoner/data"
	"almoner/ui/uitest"

	"fyne.io/fyne/v2"
)

func fund(programme string, status data.FundStatus, allocation data.Money) *data.Fund {
	return &data.Fund{Stamp: data.Stamp{ID: data.NewID()}, Programme: programme, Status: status, Allocation: allocation}
}

// grant is a grant with one award of a year, paid from a fund.
func grant(title string, status data.GrantStatus, year data.FinancialYear, f *data.Fund, amount data.Money) *data.Grant {
	return &data.Grant{
		Stamp: data.Stamp{ID: data.NewID()}, Title: title, Status: status,
		Awards: []data.Award{{ID: data.NewRowID(), FinancialYear: year, Amount: amount, Funds: []data.FundShare{{ID: data.NewRowID(), Fund: f.ID, Amount: amount}}}},
	}
}

func TestTheListSaysWhatIsPromisedAndLeft(t *testing.T) {
	core, uplift, bid, lost := fund("Core", data.Won, data.Pounds(20000)), fund("Uplift", data.Won, data.Pounds(1000)),
		fund("Safer streets", data.BidSubmitted, data.Pounds(9000)), fund("Lost", data.Lost, data.Pounds(500))
	uplift.SpendBy = data.NewDate(2026, time.March, 31)
	d := uitest.NewDesk(
		t, core, uplift, bid, lost,
		grant("Advocate", data.Active, 2024, core, data.Pounds(5500)),
		grant("Helpline", data.Closed, 2023, core, data.Money{Pence: 1460050}),
		grant("Not yet", data.Proposed, 2025, core, data.Pounds(99999)),
		grant("No", data.Declined, 2025, uplift, data.Pounds(99999)),
		grant("Worker", data.Agreed, 2025, uplift, data.Money{Pence: 120000, Qualifier: data.UpTo}),
		grant("Too soon", data.Approved, 2025, lost, data.Pounds(10)),
	)
	d.Open(NewRegister(d))
	want := []string{
		"Uplift | Won | £1,000 | up to £1,200 |  | over by about £200 | 31 Mar 2026, 294 days",
		"Core | Won | £20,000 | £20,100.50 |  | over by £100.50 | ",
		"Lost | Lost | £500 | £10 |  | over by £10 | ",
		"Safer streets | Bid submitted | £9,000 |  |  |  | ",
	}
	got := d.Lines("funds.list")
	if len(got) != len(want) {
		t.Fatalf("the list shows %q", got)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("line %d is %q, want %q", i, got[i], want[i])
		}
	}
	d.Tap("funds.list.sort.Left")
	if first := d.Lines("funds.list")[0]; first != want[0] {
		t.Errorf("by what is left, the first is %q, want the fund that is over by most", first)
	}
}

func TestAFundIsMadeFoundChangedAndDeleted(t *testing.T) {
	d := uitest.NewDesk(t, fund("Other", data.Lost, data.Money{}))
	d.Open(NewRegister(d))
	d.Tap("funds.new")
	d.Keys("Victims’ core grant")
	d.Pick("fund.funder", "Ministry of Justice") // there is none: the first line makes it
	d.Type("fund.funder_reference", "MoJ/7")
	d.Type("fund.bid_amount", "£30k")
	d.Type("fund.bid_date", "2/1/25")
	d.Type("fund.allocation", "22,528.57")
	d.Type("fund.spend_by", "31/3/26")
	d.Type("fund.match_required", "10 per cent")
	d.Type("fund.conditions", "None of it for buildings")
	d.Must("Money that has not been won counts as no income.")
	d.Focus("fund.status")
	d.Press(fyne.KeyDown, fyne.KeyDown)
	d.Must("No award is paid from this fund yet. £22,528.57 is left, to be spent by 31 March 2026: 294 days.")
	d.Tap("fund.allocations.add")
	d.Type("fund.allocations[0].amount", "20k")
	d.Must("The years total £20,000, £2,528.57 less than the allocation.")
	d.Save()

	f := uitest.KeptAs[*data.Fund](d, "Victims’ core grant")
	funder, _ := data.Get[*data.Organisation](d.Office().Register(), f.Funder)
	if funder == nil || funder.Name != "Ministry of Justice" {
		t.Errorf("the funder is %v", funder)
	}
	if f.BidAmount != data.Pounds(30000) || f.Allocation.Pence != 2252857 || f.BidDate != data.NewDate(2025, time.January, 2) ||
		f.SpendBy != data.NewDate(2026, time.March, 31) || f.Status != data.Won || f.MatchRequired != "10 per cent" || f.Conditions != "None of it for buildings" ||
		f.FunderReference != "MoJ/7" {
		t.Errorf("kept as %+v", f)
	}
	if len(f.Allocations) != 1 || f.Allocations[0].Amount != data.Pounds(20000) || f.Allocations[0].FinancialYear != 2025 {
		t.Errorf("allocations kept as %+v", f.Allocations)
	}

	d.Back()
	d.Type("funds.search", "justice")
	d.Press(fyne.KeyReturn)
	d.Type("fund.programme", "Core grant")
	d.Save()
	d.Back()
	if lines := d.Lines("funds.list"); len(lines) != 1 || lines[0] != "Core grant | Won | £22,528.57 |  |  | £22,528.57 | 31 Mar 2026, 294 days" {
		t.Errorf("the list shows %q", lines)
	}
	d.TapLine("funds.list", "Core grant")
	d.Delete()
	if left := uitest.Kept[*data.Fund](d); len(left) != 1 || left[0].Programme != "Other" {
		t.Errorf("the file holds %d funds; explained %q", len(left), d.Explained)
	}
}

func TestThePageSaysWhereAFundIsPromisedTwice(t *testing.T) {
	core := fund("Core", data.Won, data.Pounds(1000))
	core.SpendBy = data.NewDate(2025, time.March, 31)
	d := uitest.NewDesk(t, core, grant("Helpline", data.Active, 2024, core, data.Pounds(700)), grant("Worker", data.Active, 2025, core, data.Pounds(500)))
	d.Open(NewPage(d, core))
	d.Must(
		"Awards take £1,200: £200 more than there is.",
		"£500 is for years that begin after 31 March 2025, when it has to be spent.",
	)
	d.Type("fund.allocation", "£2,000")
	d.Must("Awards take £1,200. £800 is left. It was to be spent by 31 March 2025.")
	d.Turn("What it pays for")
	if lines := d.Lines("fund.paid"); len(lines) != 2 || lines[0] != "2024-25 | Helpline |  | £700" || lines[1] != "2025-26 | Worker |  | £500" {
		t.Errorf("it pays for %q", lines)
	}
	d.TapLine("fund.paid", "Worker")
	if d.Page().Title() != "Worker" {
		t.Errorf("a tap on the grant opens %q", d.Page().Title())
	}
}

func TestAFundThatPaysForAGrantStays(t *testing.T) {
	core := fund("Core", data.Won, data.Pounds(1000))
	d := uitest.NewDesk(t, core, grant("Helpline", data.Proposed, 2024, core, data.Pounds(700)))
	d.Open(NewRegister(d))
	d.TapLine("funds.list", "Core")
	d.Delete()
	if len(d.Explained) != 1 || d.Explained[0] != "Not deleted: the fund “Core” is named by the grant “Helpline”. Change those first." {
		t.Errorf("explained %q", d.Explained)
	}
	if len(uitest.Kept[*data.Fund](d)) != 1 || d.Depth() != 2 {
		t.Error("the fund, or its page, is gone")
	}
}

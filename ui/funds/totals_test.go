package funds

import (
	"testing"
	"time"

	"almoner/data"
	"almoner/ui/uitest"
)

func TestFundsThatAreShownAddUpToThePenny(t *testing.T) {
	fund := func(programme string, status data.FundStatus, pence int64, year data.FinancialYear) *data.Fund {
		return &data.Fund{
			Stamp: data.Stamp{ID: data.NewID()}, Programme: programme, Status: status,
			Allocations: []data.Allocation{{ID: data.NewRowID(), FinancialYear: year, Amount: data.Money{Pence: pence}}},
		}
	}
	core := fund("Core", data.Won, 10_000_33, 2024)
	g := &data.Grant{
		Stamp: data.Stamp{ID: data.NewID()}, Title: "Helpline", Status: data.Active,
		Awards: []data.Award{{ID: data.NewRowID(), FinancialYear: 2024, Amount: data.Pounds(4000), Funds: []data.FundShare{{ID: data.NewRowID(), Fund: core.ID, Amount: data.Pounds(4000)}}}},
	}
	d := uitest.NewDesk(t, core, fund("Hope", data.BidSubmitted, 99_00, 2024), fund("Plus", data.Won, 5_000_34, 2025), g)
	d.Open(NewRegister(d))
	d.Must("3 of 3 funds · £15,000.67 allocated · £11,000.67 left · £4,000 committed · £0 paid")
	d.Pick("funds.filter", "2025-26")
	d.Must("Year: 2025-26", "1 of 3 funds · £5,000.34 allocated · £5,000.34 left · £0 committed · £0 paid")
	d.Tap("funds.list.select[0]")
	d.Must("1 selected · £5,000.34 allocated")
}

func TestWhatIsLeftOfFundsThatHaveEndedStandsApart(t *testing.T) {
	ended, live, bid := fund("Ended", data.Won, data.Pounds(500)), fund("Live", data.Won, data.Pounds(300)), fund("Bid", data.BidSubmitted, data.Pounds(70))
	ended.SpendBy, live.SpendBy, bid.SpendBy = data.NewDate(2025, time.June, 9), data.NewDate(2025, time.June, 10), data.NewDate(2025, time.June, 1)
	d := uitest.NewDesk(t, ended, live, bid, grant("Helpline", data.Active, 2025, live, data.Pounds(100)), grant("Refuge", data.Active, 2024, ended, data.Pounds(50)))
	d.Open(NewRegister(d))
	d.Must("3 of 3 funds · £800 allocated · £200 left to spend · £450 left past the last day · £150 committed · £0 paid")
	d.Type("funds.search", "Live")
	d.Must("1 of 3 funds · £300 allocated · £200 left · £100 committed · £0 paid")
	d.MustNot("past the last day")
	over := data.Clone(uitest.KeptAs[*data.Fund](d, "Ended"))
	over.Allocation = data.Pounds(20)
	if _, err := d.Office().Save(t.Context(), over); err != nil {
		t.Fatal(err)
	}
	d.Saved(over)
	d.Type("funds.search", "")
	d.Must("£200 left to spend · over by £30 past the last day")
}

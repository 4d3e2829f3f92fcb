package funds

import (
	"testing"
	"time"

	"almoner/data"
	"almoner/ui/uitest"
)

func TestAGrantRoundIsMadeFoundChangedAndDeleted(t *testing.T) {
	d := uitest.NewDesk(t)
	d.Open(NewRegister(d))
	d.Turn("Grant rounds")
	d.Tap("rounds.new")
	d.Keys("Small grants 2025-26")
	d.Type("round.budget", "30k")
	d.Type("round.largest_award", "£2,000")
	d.Type("round.opens", "1/5/25")
	d.Type("round.closes", "1/4/25")
	d.Type("round.purpose", "For villages.")
	d.Save()
	d.Must("The grant round ends on 1 April 2025, before it starts on 1 May 2025.")
	d.Type("round.closes", "30/6/25")
	d.Save()
	p := uitest.KeptAs[*data.Programme](d, "Small grants 2025-26")
	if p.FinancialYear != 2025 || p.Budget != data.Pounds(30000) || p.LargestAward != data.Pounds(2000) || p.Closes != data.NewDate(2025, time.June, 30) || p.Purpose != "For villages." {
		t.Errorf("kept as %+v", p)
	}
	d.Back()
	d.Type("rounds.search", "villages")
	if lines := d.Lines("rounds.list"); len(lines) != 1 || lines[0] != "Small grants 2025-26 | 2025-26 | £30,000 |  | £2,000 | 1 May 2025 | 30 Jun 2025" {
		t.Errorf("the list shows %q", lines)
	}
	d.TapLine("rounds.list", "Small")
	d.Delete()
	if left := uitest.Kept[*data.Programme](d); len(left) != 0 {
		t.Errorf("the file holds %d; explained %q", len(left), d.Explained)
	}
}

func TestARoundSaysHowItsBudgetStands(t *testing.T) {
	core, p := fund("Core", data.Won, data.Pounds(5000)), &data.Programme{Stamp: data.Stamp{ID: data.NewID()}, Title: "Small grants", Budget: data.Pounds(1000)}
	given, asked := grant("Helpline", data.Active, 2025, core, data.Pounds(700)), grant("Worker", data.Proposed, 2025, core, data.Pounds(900))
	given.Programme, asked.Programme = p.ID, p.ID
	d := uitest.NewDesk(t, core, p, given, asked)
	held, _ := data.Get[*data.Programme](d.Office().Register(), p.ID)
	d.Open(NewRoundPage(d, held))
	d.Must("Grants of this round take £700; £300 of its budget is left.")
	d.Type("round.budget", "500")
	d.Must("Grants of this round take £700: £200 more than its budget.")
	d.Turn("Grants")
	if lines := d.Lines("round.grants"); len(lines) != 2 || lines[1] != "Worker |  | £900 | Proposed" {
		t.Errorf("it lists %q", lines)
	}
	d.TapLine("round.grants", "Helpline")
	if d.Page().Title() != "Helpline" {
		t.Errorf("a tap opens %q", d.Page().Title())
	}
}

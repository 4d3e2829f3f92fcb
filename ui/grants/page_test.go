package grants

import (
	"testing"
	"time"

	"almoner/data"
	"almoner/ui/uitest"
)

func TestAGrantListsItsDecisionsAndBeginsAnother(t *testing.T) {
	helpline := &data.Grant{Stamp: data.Stamp{ID: data.NewID()}, Title: "Helpline", Purpose: "To advise.", Status: data.Proposed}
	before := &data.Decision{
		Stamp: data.Stamp{ID: data.NewID()}, Reference: "DN/1", Title: "First", Status: data.DecisionPublished, DecidedOn: data.NewDate(2024, time.March, 1),
		Grants: []data.ID{helpline.ID}, Power: "Police Act 1996, section 93",
	}
	open := &data.Decision{Stamp: data.Stamp{ID: data.NewID()}, Title: "Second", Status: data.DecisionDraft, Grants: []data.ID{helpline.ID}}
	d := uitest.NewDesk(t, helpline, before, open)
	held, _ := data.Get[*data.Grant](d.Office().Register(), helpline.ID)
	d.Open(NewPage(d, held))
	d.Turn("Decisions")
	if lines := d.Lines("grant.decisions"); len(lines) != 2 || lines[0] != " |  | Second | Draft" || lines[1] != "1 Mar 2024 | DN/1 | First | Published" {
		t.Errorf("it lists %q", lines)
	}
	d.TapLine("grant.decisions", "First")
	if d.Page().Title() != "DN/1 – First" {
		t.Errorf("a tap opens %q", d.Page().Title())
	}
	d.Back()
	d.Tap("grant.decision.new")
	d.Save()
	drafted := uitest.KeptAs[*data.Decision](d, "Helpline")
	if len(drafted.Grants) != 1 || drafted.Grants[0] != helpline.ID || drafted.Power != before.Power || drafted.Sections[0].Body != "To advise." {
		t.Errorf("drafted as %+v; explained %q", drafted, d.Explained)
	}
	d.Back()
	if lines := d.Lines("grant.decisions"); len(lines) != 3 {
		t.Errorf("then it lists %q", lines)
	}
	d.Turn("Details")
	d.Type("grant.title", "Helpline for all")
	d.Turn("Decisions")
	d.Tap("grant.decision.new")
	if d.Depth() != 2 || uitest.Kept[*data.Grant](d)[0].Title != "Helpline for all" {
		t.Errorf("said %q, with %d pages open", d.Said, d.Depth())
	}
	d.Must("Helpline for all")
}

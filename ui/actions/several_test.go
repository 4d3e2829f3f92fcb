package actions

import (
	"testing"

	"almoner/data"
	"almoner/ui/uitest"
)

func TestSeveralActionsAreGivenToSomebodyAndPutToADay(t *testing.T) {
	dana := &data.Staff{Stamp: data.Stamp{ID: data.NewID()}, Name: "Dana"}
	d := uitest.NewDesk(t, dana,
		&data.Action{Stamp: data.Stamp{ID: data.NewID()}, Text: "Chase the return", Status: data.ActionOpen},
		&data.Action{Stamp: data.Stamp{ID: data.NewID()}, Text: "Book the hall", Status: data.ActionOpen, Owner: dana.ID})
	d.Open(NewRegister(d))
	d.Tap("actions.list.select.all")
	d.Tap("actions.chosen.owner")
	d.Pick("actions.step.owner", "dana")
	d.Answer("Done")
	kept := func(text string) *data.Action { return uitest.KeptAs[*data.Action](d, text) }
	if a, b := kept("Chase the return"), kept("Book the hall"); a.Owner != dana.ID || b.Owner != dana.ID {
		t.Fatalf("the owners are %q and %q; said %q, explained %q, shown %q", a.Owner, b.Owner, d.LastSaid(), d.Explained, d.Words())
	}
	d.Tap("actions.chosen.more")
	d.Take("Set the day…")
	d.Type("actions.step.due", "30 June 2025")
	d.Answer("Done")
	want := data.NewDate(2025, 6, 30)
	if a, b := kept("Chase the return"), kept("Book the hall"); a.Due != want || b.Due != want {
		t.Fatalf("the days are %s and %s; said %q, explained %q", a.Due, b.Due, d.LastSaid(), d.Explained)
	}
	d.Offered.Do()
	if a := kept("Chase the return"); !a.Due.IsZero() || a.Owner != dana.ID {
		t.Errorf("undone, the day is %s and the owner %q; explained %q", a.Due, a.Owner, d.Explained)
	}
}

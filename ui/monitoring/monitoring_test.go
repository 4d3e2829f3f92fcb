package monitoring

import (
	"slices"
	"testing"
	"time"

	"almoner/data"
	"almoner/ui/uitest"
)

func day(month time.Month, d int) data.Date { return data.NewDate(2025, month, d) }

func provider(name string) *data.Organisation {
	return &data.Organisation{Stamp: data.Stamp{ID: data.NewID()}, Name: name}
}

func grant(title string, of *data.Organisation) *data.Grant {
	return &data.Grant{
		Stamp: data.Stamp{ID: data.NewID()}, Title: title, Recipient: of.ID, Status: data.Active, PlannedStart: day(time.January, 1), PlannedEnd: day(time.December, 31),
		Awards: []data.Award{{ID: data.NewRowID(), FinancialYear: 2025, Amount: data.Pounds(9000)}},
	}
}

func monitored(g *data.Grant, period string, status data.ReturnStatus, due, received data.Date) *data.MonitoringReturn {
	return &data.MonitoringReturn{Stamp: data.Stamp{ID: data.NewID()}, Grant: g.ID, Period: period, Status: status, Due: due, Received: received}
}

func TestTheMostOverdueReturnComesFirst(t *testing.T) {
	hub := provider("Harbour")
	g := grant("Advocate", hub)
	checked := monitored(g, "Quarter 3", data.ReturnChecked, day(time.January, 31), day(time.January, 30))
	checked.RAG = data.Amber
	d := uitest.NewDesk(
		t, hub, g, checked,
		monitored(g, "Quarter 1", data.ReturnExpected, day(time.July, 31), data.Date{}),
		monitored(g, "Quarter 5", data.ReturnExpected, day(time.June, 9), data.Date{}),
		monitored(g, "Quarter 4", data.ReturnLate, day(time.May, 31), data.Date{}),
	)
	d.Open(NewRegister(d))
	want := []string{
		"Advocate | Harbour | Quarter 4 | 31 May 2025 |  |  | Late, 10 days",
		"Advocate | Harbour | Quarter 5 | 9 Jun 2025 |  |  | Late, 1 day",
		"Advocate | Harbour | Quarter 1 | 31 Jul 2025 |  |  | Expected",
		"Advocate | Harbour | Quarter 3 | 31 Jan 2025 | 30 Jan 2025 | Amber | Checked",
	}
	if got := d.Lines("returns.list"); !slices.Equal(got, want) {
		t.Errorf("the list shows %q", got)
	}
	d.Type("returns.search", "harbour late")
	if got := d.Lines("returns.list"); len(got) != 2 {
		t.Errorf("found %q", got)
	}
}

func TestAReturnIsMadeFilledTakesItsStepsAndIsDeleted(t *testing.T) {
	hub := provider("Harbour")
	g := grant("Advocate", hub)
	counts := &data.OutcomesFramework{Stamp: data.Stamp{ID: data.NewID()}, Title: "What we count", Measures: []data.Measure{{Title: "People referred", Unit: "people"}, {Title: "Safer", Unit: "%"}}}
	d := uitest.NewDesk(t, hub, g, counts)
	d.NoPreview = true
	d.Open(NewRegister(d))
	d.Tap("returns.new")
	d.Pick("return.grant", "advocate")
	d.Type("return.period", "Quarter 4, 2024-25")
	d.Type("return.period_start", "1/1/25")
	d.Type("return.period_end", "31/3/25")
	d.Type("return.due", "29/5/25")
	d.Must("Late")
	d.Type("return.due", "30/6/25")
	d.Must("Expected")
	d.MustNot("Late")
	d.Type("return.due", "30/5/25")
	d.Must("Late: it was due on 30 May 2025, 11 days ago.")
	d.MustNot("Expected")
	d.Type("return.narrative", "# Well\n- more came")
	d.Choose("return.rag", "Amber")
	d.Tap("return.grant.open")
	if len(d.Led) != 1 || d.Led[0] != "grants "+string(g.ID)+" " {
		t.Errorf("led to %q", d.Led)
	}
	d.Turn("Figures")
	d.Must("Choose a framework")
	d.Pick("return.framework", "count")
	d.Must("Put in 2 measures of the framework")
	d.Tap("return.fill")
	d.Must("There is a row for every measure of the framework.", "Not reported.")
	d.Type("return.values[0].value", "1,048")
	d.Type("return.values[0].target", "1050.5")
	d.Must("2.5 below target.")
	d.Type("return.values[1].target", "80")
	d.Must("Not reported; the target is 80.")
	d.Type("return.values[1].value", "many")
	d.Must("“many” is not a number; write it like 48 or 3.85.")
	d.Type("return.values[1].value", "80")
	d.Must("On target.")
	d.Type("return.values[1].comment", "Of 40 who answered")
	d.Save()
	d.Turn("Return")
	if d.Has("return.step.late") {
		t.Error("a return grows late by itself, and there is a button for it")
	}
	d.Tap("return.step.received")
	d.Type("return.step.on", "9/6/25")
	d.Answer("Done")

	m := uitest.KeptAs[*data.MonitoringReturn](d, "Quarter 4, 2024-25")
	if m.Grant != g.ID || m.Framework != counts.ID || m.Due != day(time.May, 30) || m.RAG != data.Amber || m.Narrative != "# Well\n- more came" || m.PeriodEnd != day(time.March, 31) {
		t.Errorf("kept as %+v", m)
	}
	if m.Status != data.ReturnReceived || m.Received != day(time.June, 9) || len(m.Steps) != 1 || m.Steps[0].By == "" {
		t.Errorf("its step is kept as %s, received %s, %+v", m.Status, m.Received, m.Steps)
	}
	if len(m.Values) != 2 || m.Values[0].Value == nil || *m.Values[0].Value != 104800 || *m.Values[0].Target != 105050 || m.Values[0].Unit != "people" || m.Values[1].Comment != "Of 40 who answered" {
		t.Errorf("figures kept as %+v", m.Values)
	}
	d.MustNot("Late: it was")
	d.Tap("return.step.expected") // sent back
	d.Answer("Done")
	if m = uitest.KeptAs[*data.MonitoringReturn](d, "Quarter 4, 2024-25"); m.Status != data.ReturnExpected || !m.Received.IsZero() {
		t.Errorf("sent back, it is %s, received %s", m.Status, m.Received)
	}
	d.Delete()
	if n := len(uitest.Kept[*data.MonitoringReturn](d)); n != 0 {
		t.Errorf("the file holds %d returns; explained %q", n, d.Explained)
	}
}

// A return that grew late has a step of the day after it was due: two days beside each other for one thing.
func TestALateReturnNamesOneDay(t *testing.T) {
	hub := provider("Harbour")
	g := grant("Advocate", hub)
	m := monitored(g, "Quarter 4", data.ReturnLate, day(time.May, 31), data.Date{})
	m.Steps = []data.Step{{ID: data.NewRowID(), To: string(data.ReturnLate), On: day(time.June, 1)}}
	d := uitest.NewDesk(t, hub, g, m)
	held, _ := data.Get[*data.MonitoringReturn](d.Office().Register(), m.ID)
	d.Open(NewPage(d, held))
	d.Must("Late: it was due on 31 May 2025, 10 days ago.")
	d.MustNot("1 June 2025")
}

func TestTheMissingReturnsOfAYearArePutDownAtOnce(t *testing.T) {
	hub := provider("Harbour")
	g, other := grant("Advocate", hub), grant("Helpline", hub)
	g.Monitoring = data.MonitoringSchedule{Every: data.Quarterly, DueAfter: 30}
	other.Monitoring = data.MonitoringSchedule{Every: data.Yearly, DueAfter: 10}
	have := monitored(g, "Quarter 1, 2025-26", data.ReturnExpected, day(time.July, 30), data.Date{})
	have.PeriodStart, have.PeriodEnd = day(time.April, 1), day(time.June, 30)
	d := uitest.NewDesk(t, hub, g, other, have)
	d.Open(NewRegister(d))
	d.Turn("Missing returns")
	want := []string{
		"30 Oct 2025 | Advocate | Harbour | Quarter 2, 2025-26", "10 Jan 2026 | Helpline | Harbour | 2025-26", "30 Jan 2026 | Advocate | Harbour | Quarter 3, 2025-26",
	}
	if got := d.Lines("missing.list"); !slices.Equal(got, want) {
		t.Errorf("missing are %q", got)
	}
	d.TapLine("missing.list", "Helpline")
	if len(d.Led) != 1 || d.Led[0] != "grants "+string(other.ID)+" " {
		t.Errorf("led to %q", d.Led)
	}
	d.Choose("missing.year", "2024-25")
	d.Must("2 returns that the grants’ schedules ask for in 2024-25")
	d.Choose("missing.year", "2025-26")
	d.Pick("missing.grant", "advocate")
	d.Tap("missing.make")
	kept := uitest.Kept[*data.MonitoringReturn](d)
	if len(kept) != 3 {
		t.Fatalf("the file holds %d returns; explained %q", len(kept), d.Explained)
	}
	d.Must("Every return that the grants’ schedules ask for in 2025-26 is put down.")
	if d.Offered == nil {
		t.Fatal("no undo is offered")
	}
	changed := data.Clone(kept[1])
	if kept[1].ID == have.ID {
		changed = data.Clone(kept[0])
	}
	changed.Narrative = "somebody wrote here"
	if _, err := d.Colleague().Save(t.Context(), changed); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Office().Refresh(t.Context()); err != nil {
		t.Fatal(err)
	}
	d.Offered.Do()
	if n := len(uitest.Kept[*data.MonitoringReturn](d)); n != 2 || d.LastSaid() != "Taken back, but for 1 return with changes since." {
		t.Errorf("the file holds %d returns; said %q", n, d.LastSaid())
	}
}

func TestAFrameworkIsMadeChangedAndDeleted(t *testing.T) {
	d := uitest.NewDesk(t)
	d.Open(NewRegister(d))
	d.Turn("Outcomes frameworks")
	d.Tap("frameworks.new")
	d.Keys("What we count")
	d.Type("framework.url", "https://westshire.example/counts")
	d.Tap("framework.measures.add")
	d.Save()
	d.Must("What does this measure count?")
	d.Type("framework.measures[0].title", "People referred")
	d.Type("framework.measures[0].unit", "people")
	d.Type("framework.measures[0].description", "Each person once")
	d.Save()
	f := uitest.KeptAs[*data.OutcomesFramework](d, "What we count")
	if f.URL != "https://westshire.example/counts" || len(f.Measures) != 1 || f.Measures[0].Title != "People referred" || f.Measures[0].Unit != "people" || f.Measures[0].Description != "Each person once" {
		t.Errorf("kept as %+v", f)
	}
	d.Back()
	if got := d.Lines("frameworks.list"); len(got) != 1 || got[0] != "What we count | https://westshire.example/counts | 1" {
		t.Errorf("the list shows %q", got)
	}
	d.TapLine("frameworks.list", "What we count")
	d.Delete()
	if n := len(uitest.Kept[*data.OutcomesFramework](d)); n != 0 {
		t.Errorf("the file holds %d frameworks", n)
	}
}

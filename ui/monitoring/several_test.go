package monitoring

import (
	"testing"
	"time"

	"almoner/data"
	"almoner/ui/uitest"
)

func TestSeveralReturnsComeInAtOnce(t *testing.T) {
	g := &data.Grant{Stamp: data.Stamp{ID: data.NewID()}, Title: "Helpline", Status: data.Active}
	due := func(period string, status data.ReturnStatus, on data.Date) *data.MonitoringReturn {
		return &data.MonitoringReturn{Stamp: data.Stamp{ID: data.NewID()}, Grant: g.ID, Period: period, Status: status, Due: on}
	}
	april, july := data.NewDate(2025, time.April, 30), data.NewDate(2025, time.July, 30)
	d := uitest.NewDesk(t, g, due("Quarter 1", data.ReturnExpected, april), due("Quarter 2", data.ReturnExpected, july), due("Quarter 3", data.ReturnSubmitted, july))
	d.Open(NewRegister(d))
	d.Must("3 of 3 returns · 2 waited for · 1 late")
	d.Tap("returns.list.select.all")
	d.Must("3 selected · 2 waited for · 1 late")
	d.Tap("returns.chosen.received")
	d.Type("returns.step.on", "9 June 2025")
	d.Answer("Done")
	d.Must("2 returns will have come in on 9 June 2025.", "1 other stays as before:")
	d.Answer("Came in")
	for _, period := range []string{"Quarter 1", "Quarter 2"} {
		m := uitest.KeptAs[*data.MonitoringReturn](d, period)
		if m.Status != data.ReturnReceived || m.Received != data.NewDate(2025, time.June, 9) {
			t.Errorf("kept as %+v; explained %q", m, d.Explained)
		}
	}
	d.Offered.Do()
	if m := uitest.KeptAs[*data.MonitoringReturn](d, "Quarter 1"); m.Status != data.ReturnExpected || !m.Received.IsZero() {
		t.Errorf("undone, it is %+v; explained %q", m, d.Explained)
	}
}

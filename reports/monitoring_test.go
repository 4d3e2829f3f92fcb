package reports_test

import (
	"testing"

	"almoner/data"
	"almoner/reports"
	"almoner/reports/document"
)

// reported is a grant with two returns, of which one has come in, and the first of them.
func reported() (reports.Setting, *data.Grant, *data.MonitoringReturn) {
	day := data.NewDate
	number := func(d data.Decimal) *data.Decimal { return &d }
	g := &data.Grant{
		Stamp: stamp("g"), Reference: "G/1", Title: "Outreach", Recipient: "h", Status: data.Active, Awards: inYear(2024, 500),
		Outcomes: []data.Outcome{{Measure: "Fewer thefts"}},
	}
	first := &data.MonitoringReturn{
		Stamp: stamp("q1"), Grant: "g", Framework: "f", Period: "Quarter 1", PeriodStart: day(2024, 4, 1), PeriodEnd: day(2024, 6, 30), Due: day(2024, 7, 14), Received: day(2024, 7, 10),
		Status: data.ReturnChecked, RAG: data.Green, Narrative: "It went *well*.",
		Values: []data.MeasureValue{{Measure: "Helped", Unit: "people", Value: number(4000), Target: number(5000), Comment: "Nearly"}, {Measure: "Calls", Value: number(700)}},
	}
	second := &data.MonitoringReturn{
		Stamp: stamp("q2"), Grant: "g", Period: "Quarter 2", PeriodStart: day(2024, 7, 1), Due: day(2024, 10, 14), Status: data.ReturnExpected,
		Values: []data.MeasureValue{{Measure: "helped"}},
	}
	reg := data.NewRegister(
		&data.OfficeDetails{Stamp: stamp(data.OfficeID), Name: "Office", Email: "returns@elmshire.example"}, &data.Organisation{Stamp: stamp("h"), Name: "Harbour"},
		&data.OutcomesFramework{Stamp: stamp("f"), Measures: []data.Measure{{Title: "Safer", Description: "by their own mark", Unit: "%"}}}, g, first, second,
	)
	return reports.Setting{Register: reg, Today: day(2024, 11, 1)}, g, first
}

func TestTheFormAsksForWhatTheReturnIsOn(t *testing.T) {
	s, _, m := reported()
	doc := reports.MonitoringForm(s.Register, m)
	says(t, doc, "send it to us at returns@elmshire.example by 14 July 2024", "Outreach / Reference / G/1 / Recipient / Harbour / Period / Quarter 1: 1 April 2024 to 30 June 2024 / To reach us by / 14 July 2024",
		"What went well", "What was hard", "What the people whom you helped say", "What you plan to do next", "Spent in this period", "Not spent, and why", "Declaration", "Signed")
	saysNot(t, doc, "Nearly", "It went")
	for _, c := range []struct {
		change func()
		want   string
	}{
		{func() {}, "Helped | people | 50 |  | \nCalls |  |  |  | "}, // the figures that came in are not shown
		{func() { m.Values = nil }, "Safer: by their own mark | % |  |  | "},
		{func() { m.Framework = "" }, "Fewer thefts |  |  |  | "},
	} {
		c.change()
		if got := rowsOf(reports.MonitoringForm(s.Register, m)); got != c.want {
			t.Errorf("the form asks for\n%s\nwant\n%s", got, c.want)
		}
	}
}

func TestASummaryShowsEachMeasureOverAllPeriods(t *testing.T) {
	s, g, _ := reported()
	doc := reports.MonitoringSummary(s, g)
	says(t, doc, "as it stood on 1 November 2024. / Recipient / Harbour / Amount / £500",
		"Quarter 1 / 14 July 2024 / 10 July 2024 / Checked / Green / Quarter 2 / 14 October 2024 / Late", // nobody said that it is late: the day has gone by
		"Helped (people) / Period / Reported / Target / Comment / Quarter 1 / 40 / 50 / Nearly / Quarter 2 / not reported / "+
			"Bar chart. Helped (people). Quarter 1: Reported 40, Target 50; Quarter 2: not reported. / Helped (people)",
		"Calls / Period / Reported / Target / Quarter 1 / 7 / Bar chart. Calls. Quarter 1: 7. / Calls / In the provider’s own words / Quarter 1 / It went well.")
	for _, b := range flattened(doc.Parts[0].Blocks) {
		f, ok := b.(document.Figure)
		if !ok {
			continue
		}
		bars := f.Chart.Rows[0].Bars
		if len(f.Chart.Series) != len(bars) || len(bars) == 2 && (bars[0].Length != 40 || bars[1].Length != 50 || !f.Chart.Rows[1].Bars[0].Missing) {
			t.Errorf("the chart shows %+v of %q", f.Chart.Rows, f.Chart.Series)
		}
	}
	if unfit(t, "monitoring-summary", s, &data.Grant{Stamp: stamp("other"), Title: "Other"}) == "" {
		t.Error("there is a summary of no returns")
	}
}

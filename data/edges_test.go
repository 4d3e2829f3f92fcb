package data

import (
	"slices"
	"strings"
	"testing"
	"time"
)

// What is easily off by one, by a day or by a case.

func TestMoneyAtItsEdges(t *testing.T) {
	upTo := func(pounds int64) Money { return Money{Pence: pounds * 100, Qualifier: UpTo} }
	if d := upTo(5).less(upTo(5)); d != (Money{}) {
		t.Errorf("nothing remains, and is %s", d)
	}
	if d := Pounds(5).less(upTo(3)); d != (Money{Pence: 200, Qualifier: Estimated}) {
		t.Errorf("what remains is %s", d)
	}
	office := &OfficeDetails{Stamp: Stamp{ID: OfficeID}, Name: "Elmshire"}
	lost := wonFund(9)
	lost.Status, lost.Allocations = Lost, []Allocation{{FinancialYear: 2024, Amount: Pounds(7)}}
	if b := NewRegister(lost, paidFrom("core", 5)).Balance(lost); len(b.Years) != 1 || !b.Years[0].Allocated.IsZero() {
		t.Errorf("a lost bid brings in money: %+v", b.Years)
	}
	if got := NewRegister(office, lost).FundWarnings(paidFrom("core", 5)); len(got) != 1 {
		t.Errorf("what a lost bid asked for in which year is of no interest: %q", got)
	}
	core := wonFund(1000)
	core.SpendBy = Date{Year: 2026, Month: time.April, Day: 1, Precision: ToTheMonth}
	g := paidFrom("core", 5)
	g.Awards[0].FinancialYear = 2026 // begins on the first of that April
	if got := NewRegister(office, core).FundWarnings(g); len(got) != 0 {
		t.Errorf("%q", got)
	}
	if core.SpendByHasPassed(NewDate(2026, time.April, 30)) || !core.SpendByHasPassed(NewDate(2026, time.May, 1)) {
		t.Error("the last day of “April 2026” is 30 April")
	}
	core.SpendBy = Date{Year: 2026, Month: time.January, Day: 1, Precision: ToTheYear}
	if got := NewRegister(office, core).FundWarnings(g); len(got) != 0 {
		t.Errorf("the year begins in 2026: %q", got)
	}
	core.SpendBy = NewDate(2026, time.March, 31)
	if got := NewRegister(office, core).FundWarnings(g); len(got) != 1 {
		t.Errorf("the year begins on the day after: %q", got)
	}
	core.SpendBy = NewDate(2026, time.May, 1)
	if got := NewRegister(office, core).FundWarnings(g); len(got) != 0 {
		t.Errorf("the year has begun by then: %q", got)
	}
	ended := paidFrom("core", 5)
	ended.Status = Terminated
	ended.Awards = append(ended.Awards, Award{FinancialYear: 2025, Amount: Pounds(3)}) // of which nobody says who pays
	if got := NewRegister(office, core).FundWarnings(ended); len(got) != 0 {
		t.Errorf("no payments are kept of it: %q", got)
	}
	paid := paidFrom("core", 5)
	paid.Payments = []Payment{{Amount: Pounds(4), PaidOn: NewDate(2024, time.May, 1)}}
	if got := NewRegister(office, core, paid).FundWarnings(paid); len(got) != 0 {
		t.Errorf("a payment of a saved grant is counted twice: %q", got)
	}
	shared := &Grant{Awards: []Award{{FinancialYear: 2024, Amount: Pounds(10), Funds: []FundShare{{Fund: "core", Amount: Pounds(4)}}}}}
	if got := shared.borneBy(Payment{Amount: Pounds(10), FinancialYear: 2024}); !slices.Equal(got, []FundShare{{Fund: "core", Amount: Pounds(4)}}) {
		t.Errorf("%+v", got)
	}
}

func TestDaysAtTheirEdges(t *testing.T) {
	today := NewDate(2025, time.November, 24)
	month := Date{Year: 2025, Month: time.November, Day: 1, Precision: ToTheMonth}
	if (&MonitoringReturn{Due: month}).LateOn(today) || !(&MonitoringReturn{Due: month}).LateOn(NewDate(2025, time.December, 1)) {
		t.Error("a return due in November is late in December, whatever its status")
	}
	if (&MonitoringReturn{Due: today.AddDays(-1), Received: today, Status: ReturnExpected}).LateOn(today) {
		t.Error("it has been received")
	}
	if (&Action{Due: month}).OverdueOn(today) || !(&Action{Due: today.AddDays(-1)}).OverdueOn(today) {
		t.Error("an action without a status is open, and one due in November is not overdue before December")
	}
	reg := NewRegister(
		&FOIRequest{Stamp: Stamp{ID: "r1"}, Reference: "Ten", Received: NewDate(2025, time.November, 10), Status: Searching},
		&FOIRequest{Stamp: Stamp{ID: "r2"}, Reference: "Closed", Received: NewDate(2025, time.January, 6), Status: RequestClosed, Clock: []ClockRow{
			{Event: ClockResponded, On: NewDate(2025, time.January, 7)}, {Event: ReviewAsked, On: NewDate(2025, time.January, 8)},
		}},
		&Decision{Stamp: Stamp{ID: "d"}, Title: "Out", Status: DecisionSigned, SignedOn: today.AddDays(-20), PublishedOn: today},
		&Grant{Stamp: Stamp{ID: "g"}, Title: "Over", Status: Active, PlannedEnd: today, ActualEnd: today},
		&Grant{
			Stamp: Stamp{ID: "h"}, Title: "Due today", Status: Active, PlannedStart: NewDate(2025, time.October, 1), PlannedEnd: NewDate(2026, time.September, 30),
			Monitoring: MonitoringSchedule{Every: Monthly, DueAfter: 24},
		},
	)
	var said []string
	for _, a := range reg.Attention(today) {
		said = append(said, a.Sentence)
	}
	if len(said) != 1 || !strings.HasPrefix(said[0], "Ten: 10 working days left") {
		t.Errorf("%q", said)
	}
	g := &Grant{Stamp: Stamp{ID: "g"}, Title: "G", Status: Active, PlannedStart: NewDate(2025, time.July, 5), PlannedEnd: NewDate(2025, time.September, 30), Monitoring: MonitoringSchedule{Every: Quarterly}}
	july := Date{Year: 2025, Month: time.July, Day: 1, Precision: ToTheMonth}
	if got := NewRegister(g, &MonitoringReturn{Stamp: Stamp{ID: "m"}, Grant: "g", PeriodStart: july, PeriodEnd: july}).MissingReturns(g); len(got) != 0 {
		t.Errorf("that of July is for a part of the quarter: %+v", got[0])
	}
}

func TestRecordsAtTheirEdges(t *testing.T) {
	day := signedOn
	for field, rec := range map[string]Record{
		"monitoring.due_after":   &Grant{Title: "G", Monitoring: MonitoringSchedule{DueAfter: 367}},
		"marking":                &Decision{Title: "D", Marking: Public, Sections: []Section{{Part: 2}}},
		"sections[0].part":       &Decision{Title: "D", Sections: []Section{{Part: -1}}},
		"links[0].reference":     &Decision{Title: "D", Links: []DecisionLink{{Relation: ReadWith}}},
		"signed_on":              &Decision{Title: "D", Status: DecisionSigned, Steps: []Step{{To: "signed"}}},
		"closes":                 &Programme{Title: "P", Opens: day, Closes: day.AddDays(-1)},
		"withdrawn_on":           &Publication{Title: "P", PublishedOn: day, WithdrawnOn: day.AddDays(-1)},
		"what":                   &Publication{Title: " "},
		"sessions[0].ends":       &TrainingEvent{Title: "T", Sessions: []Session{{Starts: "10:00", Ends: "09:00"}}},
		"quotations[0].words":    &NewsRelease{Headline: "N", Quotations: []Quotation{{}}},
		"name":                   &Staff{Name: " "},
		"sha256":                 &Attachment{Name: "a", Content: []byte("x"), Size: 2, SHA256: contentHash([]byte("x"))},
		"attachments[0].label":   &Decision{Title: "D", Attachments: []Enclosure{{}}},
		"issued[0].sha256":       &Decision{Title: "D", Issued: []Issued{{SHA256: "1"}}},
		"variations[0].kind":     &Grant{Title: "G", Variations: []Variation{{Number: 1}}},
		"measures[0].title":      &OutcomesFramework{Title: "F", Measures: []Measure{{}}},
		"attachments[0].size":    &BoardPaper{Title: "B", Attachments: []Enclosure{{Label: "x", Size: -1}}},
		"sessions[0].starts":     &TrainingEvent{Title: "T", Sessions: []Session{{Starts: "ten"}}},
		"attendance[0].attended": &TrainingEvent{Title: "T", Attendance: []Attendance{{Attended: -1}}},
		"attachments[0].content": &BoardPaper{Title: "B", Attachments: []Enclosure{{Label: "x", Content: []byte("x")}}},
	} {
		if ps := rec.Problems(); len(ps) != 1 || ps[0].Field != field {
			t.Errorf("of %s it says: %v", field, rec.Problems())
		}
	}
	for name, rec := range map[string]Record{
		"a return due after a year":     &Grant{Title: "G", Monitoring: MonitoringSchedule{DueAfter: 366}},
		"a part 2 of an exempt paper":   &Decision{Title: "D", Marking: Exempt, Sections: []Section{{Part: 2}}},
		"a decision decided on a day":   &Decision{Title: "D", Status: DecisionSigned, DecidedOn: day, Steps: []Step{{To: "signed"}}},
		"a publication of a record":     &Publication{What: "x"},
		"a session within a minute":     &TrainingEvent{Title: "T", Sessions: []Session{{Starts: "10:00", Ends: "10:00"}}},
		"a link to a reference":         &Decision{Title: "D", Links: []DecisionLink{{Reference: "PCC/1"}}},
		"a programme open for a day":    &Programme{Title: "P", Opens: day, Closes: day},
		"a file that lies in an office": &Attachment{Name: "a", SHA256: "1"},
	} {
		if ps := rec.Problems(); len(ps) != 0 {
			t.Errorf("%s: %v", name, ps)
		}
	}
	e := &TrainingEvent{Attendance: []Attendance{{Booked: 3, Attended: 2}, {Booked: 4, Attended: 1}}}
	if e.Booked() != 7 || e.Attended() != 3 {
		t.Errorf("%d booked, %d came", e.Booked(), e.Attended())
	}
	if got := FileSize(1536); got != "2kB" {
		t.Error(got)
	}
	if _, err := ParseDecimal("1234567890123456"); err == nil {
		t.Error("more than can be counted is taken")
	}
}

func TestPapersAtTheirEdges(t *testing.T) {
	reg, d := decided()
	d = Clone(d)
	d.DecidedOn = signedOn.AddDays(-3)
	if err := d.Sign(reg, "X", signedOn, signedOn, SignedOnPaper); err != nil || d.DecidedOn != signedOn.AddDays(-3) {
		t.Errorf("the day of the decision is lost: %s, %v", d.DecidedOn, err)
	}
	g, _ := Get[*Grant](reg, "g")
	g = Clone(g)
	g.Themes = []string{"homicide"}
	g.Awards = append(g.Awards, Award{FinancialYear: 2025, Part: "uplift", Amount: Pounds(7)}) // of which nobody says who pays
	g.Awards[0], g.Awards[2] = g.Awards[2], g.Awards[0]
	reg.Put(g)
	var said []string
	for _, diff := range d.Differences(reg) {
		said = append(said, diff.String())
	}
	if want := []string{"Harbour, Outreach, 2025-26: Themes was stalking, and is homicide now", "Harbour, Outreach, 2025-26, uplift: The award is £7 now, and was not there"}; !slices.Equal(said, want) {
		t.Errorf("%q", said)
	}
	two := &Decision{Title: "D", Status: DecisionSigned}
	after := Clone(two)
	after.Sections = []Section{{ID: "a"}, {ID: "b"}}
	if err := CheckFrozen(two, after); err == nil || strings.Count(Explain(err), "Sections") != 1 {
		t.Errorf("%v", err)
	}
	if err := CheckFrozen(&FOIRequest{Reference: "F", Status: Responded}, nil); err == nil {
		t.Error("a request that was answered is gone")
	}
	if err := CheckFrozen(&Specification{Title: "S", Status: SpecificationAgreed}, nil); err != nil {
		t.Error(err)
	}
	draft := &Specification{Stamp: Stamp{ID: "b"}, Title: "S", Status: SpecificationDraft, Supersedes: "a", Effective: signedOn.AddDays(-9)}
	for status, records := range map[SpecificationStatus]int{SpecificationDraft: 0, SpecificationAgreed: 2, SpecificationSuperseded: 1} {
		recs, err := NewRegister(&Specification{Stamp: Stamp{ID: "a"}, Title: "S", Status: status}).AgreeSpecification(draft, signedOn, "Ann")
		if len(recs) != records || (err != nil) != (records == 0) || records > 0 && recs[0].(*Specification).Effective != signedOn.AddDays(-9) {
			t.Errorf("over one that is %s: %v, %v", status, recs, err)
		}
		if records == 0 && !strings.Contains(Explain(err), "takes the place of a draft") {
			t.Error(err)
		}
	}
	free := &FOIRequest{Reference: "F", Status: ReplyApproved, Received: signedOn, Questions: []FOIQuestion{{Text: "Which?", Answer: "These."}}, Appendices: []Appendix{{Number: 1, Tables: []Table{{Columns: []Column{{Heading: "Remarks"}, {Heading: "Grant", Field: "title"}}, Query: Query{Themes: []string{"stalking"}}}}}}}
	some := someRegister()
	free.Appendices[0].Tables[0].Write("2023/24", "b", 0, Cell{Text: "As we see it"})
	if err := free.Send(some, signedOn, ""); err != nil {
		t.Fatal(err)
	}
	if diff := free.Differences(some); len(diff) != 0 {
		t.Errorf("words that a person writes are no difference: %v", diff)
	}
	for i := range free.Appendices[0].Tables[0].Groups { // as one that was loaded, from before the program
		for k := range free.Appendices[0].Tables[0].Groups[i].Rows {
			free.Appendices[0].Tables[0].Groups[i].Rows[k].Cells[0].Register = ""
		}
	}
	if diff := free.Differences(some); len(diff) != 0 {
		t.Errorf("nor are they in a reply that was loaded: %v", diff)
	}
	kinds := map[string]Kind{}
	v := Variation{Changes: []VariationChange{{Term: VariedSpecification, Record: "s"}, {Term: VariedRecipient, Record: "o"}}}
	v.references("", func(_ string, kind Kind, id *ID) { kinds[string(*id)] = kind })
	if kinds["s"] != KindSpecification || kinds["o"] != KindOrganisation {
		t.Errorf("%v", kinds)
	}
}

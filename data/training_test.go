package data

import (
	"slices"
	"strings"
	"testing"
	"time"
)

func TestATimeOfDayIsReadAsPeopleTypeIt(t *testing.T) {
	for typed, want := range map[string]string{
		"": "", "9:30": "09:30", "9.30am": "09:30", "2pm": "14:00", "12 pm": "12:00", "12am": "00:00", "1400": "14:00", "noon": "12:00", "9": "09:00", "23:59": "23:59",
	} {
		if got, err := ParseTimeOfDay(typed); err != nil || got != want || !clockTime(got) {
			t.Errorf("%q is read as %q, %v; want %q", typed, got, err, want)
		}
	}
	for _, typed := range []string{"24:00", "9:60", "13pm", "0am", "half nine", "930", "9:3", "-1", "12345"} {
		if got, err := ParseTimeOfDay(typed); err == nil {
			t.Errorf("%q is read as %q", typed, got)
		}
	}
}

func FuzzParseTimeOfDay(f *testing.F) {
	f.Add("9.30am")
	f.Fuzz(func(t *testing.T, typed string) {
		if got, err := ParseTimeOfDay(typed); err == nil && !clockTime(got) {
			t.Errorf("%q is read as %q, which no session takes", typed, got)
		}
	})
}

func trained(title string, start, end Date, sessions ...Session) *TrainingEvent {
	return &TrainingEvent{Stamp: Stamp{ID: NewID()}, Title: title, Start: start, End: end, Sessions: sessions}
}

func TestACalendarShowsSessionsOnTheirDaysAndLongTrainingOnce(t *testing.T) {
	june := func(d int) Date { return NewDate(2025, time.June, d) }
	sessions := trained("First response", june(2), NewDate(2025, time.September, 1),
		Session{Title: "North", On: june(10), Starts: "13:30"}, Session{On: june(10), Starts: "09:30"}, Session{On: NewDate(2025, time.July, 1)})
	short := trained("Conference", june(29), NewDate(2025, time.July, 1))
	month := trained("On shift", Date{Year: 2025, Month: time.May, Day: 1, Precision: ToTheMonth, Wording: "May and June 2025"}, Date{Year: 2025, Month: time.June, Day: 1, Precision: ToTheMonth})
	long := trained("Campaign", june(1), june(8))
	cancelled := trained("Visits", june(3), Date{})
	cancelled.Status = EventCancelled
	reg := NewRegister(sessions, short, month, long, cancelled, trained("Some day", Date{}, Date{}), trained("July", NewDate(2025, time.July, 2), Date{}))

	days, during := reg.Training(june(1), june(30))
	var got []string
	for _, d := range days {
		got = append(got, d.On.ISO()+" "+d.Words())
	}
	want := []string{"2025-06-03 Cancelled: Visits", "2025-06-10 09:30 First response", "2025-06-10 13:30 North", "2025-06-29 Conference", "2025-06-30 Conference"}
	if !slices.Equal(got, want) {
		t.Errorf("the days of June are %q, want %q", got, want)
	}
	var names []string
	for _, e := range during {
		names = append(names, e.Title)
	}
	if !slices.Equal(names, []string{"On shift", "Campaign"}) {
		t.Errorf("what goes on during June is %q", names)
	}
}

func TestWhatComesNextStandsFirst(t *testing.T) {
	today := NewDate(2025, time.June, 10)
	events := []*TrainingEvent{
		trained("long ago", NewDate(2023, time.May, 1), Date{}), trained("no date", Date{}, Date{}), trained("last week", NewDate(2025, time.June, 3), Date{}),
		trained("next year", NewDate(2026, time.May, 1), Date{}), trained("today", today, Date{}), trained("under way", NewDate(2025, time.May, 1), Date{Year: 2025, Month: time.June, Day: 1, Precision: ToTheMonth}),
	}
	slices.SortFunc(events, func(a, b *TrainingEvent) int {
		return int(a.UpcomingRank(today) - b.UpcomingRank(today))
	})
	var got []string
	for _, e := range events {
		got = append(got, e.Title)
	}
	if want := "under way, today, next year, no date, last week, long ago"; strings.Join(got, ", ") != want {
		t.Errorf("in order: %q, want %q", got, want)
	}
}

func TestASessionFollowsTheOneBefore(t *testing.T) {
	friday := NewDate(2025, time.August, 22) // the Monday is the summer bank holiday
	e := trained("Day", friday, Date{})
	e.Capacity = 30
	cal := NewCalendar(nil)
	first := e.NextSession(cal)
	if first.On != friday || first.Capacity != 30 || first.Starts != "" {
		t.Errorf("the first session is %+v", first)
	}
	first.Starts, first.Ends, first.Venue = "09:30", "13:00", "Hall"
	e.Sessions = append(e.Sessions, first)
	second := e.NextSession(cal)
	if second.On != friday || second.Starts != "13:00" || second.Ends != "16:30" || second.Venue != "Hall" || second.Capacity != 30 || second.ID == first.ID {
		t.Errorf("the second is %+v", second)
	}
	e.Sessions = append(e.Sessions, second)
	if third := e.NextSession(cal); third.On != NewDate(2025, time.August, 26) || third.Starts != "13:00" || third.Ends != "16:30" {
		t.Errorf("the third is %+v, want the same times after the bank holiday", third)
	}
}

func TestOverbookingIsSaid(t *testing.T) {
	e := &TrainingEvent{Capacity: 20, Attendance: []Attendance{{Booked: 12}, {Booked: 9}}}
	for _, c := range []struct {
		capacity int
		want     string
	}{
		{20, "21 places are booked and there are 20: 1 too many."},
		{21, "21 of 21 places are booked, none is left."},
		{30, "21 of 30 places are booked, 9 left."},
		{0, "21 places are booked. Nobody has put down how many there are."},
	} {
		e.Capacity = c.capacity
		if got := e.BookingWords(); got != c.want {
			t.Errorf("of %d places: %q, want %q", c.capacity, got, c.want)
		}
	}
	e.Sessions = []Session{{Capacity: 15}, {Capacity: 10}}
	if got := e.Places(); got != 25 {
		t.Errorf("its sessions hold %d", got)
	}
}

func TestWhatDoesNotFitBetweenEventAndSessionsIsSaid(t *testing.T) {
	day := NewDate(2025, time.June, 10)
	e := trained("Day", day, Date{}, Session{Title: "A", On: day, Starts: "09:00", Ends: "12:00", Venue: "Hall"}, Session{On: day, Starts: "11:59", Ends: "13:00", Venue: "hall", Capacity: 50},
		Session{On: day.AddDays(1), Starts: "09:00", Ends: "10:00"}, Session{Title: "C", On: day, Starts: "12:00", Ends: "13:00", Venue: "Room 4"})
	e.Capacity = 40
	want := []string{
		"Session 2 has 50 places, more than the 40 of the event.", "Session 2 and “A” are at the same time in the same place.",
		"Session 3 is on 11 June 2025, outside the days of the event.",
	}
	if got := e.SessionRemarks(); !slices.Equal(got, want) {
		t.Errorf("said %q, want %q", got, want)
	}
}

func TestAPastedListIsRead(t *testing.T) {
	got := ReadEnrolments("Name, Organisation, Email\n1. Ann Gray, Harbour, ann@harbour.example, no nuts, step-free\n\n- Bryn Hughes <bryn@council.example>; Westshire Council\n" +
		"Cai\tHarbour\n  Dee Jones  \neve@lone.example\nFfion@x.example\tFfion Rees\tHarbour\n , ,\n")
	want := []Enrolment{
		{"Ann Gray", "Harbour", "ann@harbour.example", "no nuts, step-free"},
		{"Bryn Hughes", "Westshire Council", "bryn@council.example", ""},
		{"Cai", "Harbour", "", ""},
		{"Dee Jones", "", "", ""},
		{"eve@lone.example", "", "eve@lone.example", ""},
		{"Ffion Rees", "Harbour", "Ffion@x.example", ""},
	}
	if !slices.Equal(got, want) {
		t.Errorf("read %q, want %q", got, want)
	}
}

func FuzzReadEnrolments(f *testing.F) {
	f.Add("Ann, Harbour, ann@x.example\n")
	f.Fuzz(func(t *testing.T, text string) {
		for _, p := range ReadEnrolments(text) {
			if trimSpace(p.Name) == "" {
				t.Errorf("%q gives somebody without a name: %+v", text, p)
			}
		}
	})
}

func TestPeopleAreEnrolledOnceAndCounted(t *testing.T) {
	harbour := &Organisation{Stamp: Stamp{ID: NewID()}, Name: "Tŷ Harbwr", OtherNames: []string{"Harbour"}}
	police := &Organisation{Stamp: Stamp{ID: NewID()}, Name: "Westshire Police"}
	reg := NewRegister(harbour, police)
	list := ReadEnrolments("Ann, harbour, ann@x.example\nBryn, ty harbwr\nCai, Westshire Police\nDee, Somewhere\nEve, somewhere\nBryn, Harbour\nAnn G, , ANN@x.example")
	if unknown := reg.Unknown(list); !slices.Equal(unknown, []string{"Somewhere"}) {
		t.Errorf("unknown are %q", unknown)
	}
	e := trained("Day", Date{}, Date{})
	e.Attendance = []Attendance{{Organisation: harbour.ID, Audience: "Staff", Booked: 9, Attended: 7}, {Organisation: police.ID, Audience: "Officers"}, {Organisation: police.ID, Audience: "Staff"}}
	if n := e.Enrol(reg, list); n != 5 || len(e.Attendees) != 5 || e.Attendees[0].Organisation != harbour.ID {
		t.Fatalf("enrolled %d: %+v", n, e.Attendees)
	}
	if n := e.Enrol(reg, list); n != 0 {
		t.Errorf("%d are enrolled again", n)
	}
	if changed, _ := Clone(e).CountAttendees(false); changed != 1 { // those from somewhere are new
		t.Errorf("with what is higher kept, %d rows change", changed)
	}
	if before, after := e.Lowered(); len(before) != 1 || before[0].Booked != 9 || after[0].Booked != 2 {
		t.Errorf("lowered are %+v to %+v", before, after)
	}
	changed, several := e.CountAttendees(true)
	if changed != 2 || !slices.Equal(several, []ID{police.ID}) {
		t.Errorf("changed %d rows, and %q have several", changed, several)
	}
	if a := e.Attendance[0]; a.Booked != 2 || a.Attended != 7 || a.Audience != "Staff" {
		t.Errorf("before anybody came: %+v", a)
	}
	e.Attendees[1].Attended = true
	e.CountAttendees(true)
	if a, b := e.Attendance[0], e.Attendance[3]; a.Attended != 1 || b.Organisation != "" || b.Booked != 2 || b.Attended != 0 {
		t.Errorf("afterwards: %+v, %+v", a, b)
	}
	if changed, _ := e.CountAttendees(true); changed != 0 {
		t.Errorf("counting once more changes %d rows", changed)
	}
}

func TestTheEvaluationIsSaidInWords(t *testing.T) {
	mark := func(hundredths int64) *Decimal { d := Decimal(hundredths); return &d }
	for _, c := range []struct {
		v    Evaluation
		came int
		want string
	}{
		{Evaluation{}, 5, ""},
		{Evaluation{Responses: 156, Best: 5, Before: mark(235), After: mark(440)}, 203, "156 forms came back from 203 who attended: 77 per cent. On average people put themselves at 2.35 before and at 4.4 after, where 5 is the best mark. That is 2.05 higher."},
		{Evaluation{Responses: 6, After: mark(400)}, 5, "6 forms came back, and only 5 attended: one of the two is not right. On average people put themselves at 4 after. What they knew before was not put down."},
		{Evaluation{Best: 3, Before: mark(400), After: mark(400)}, 0, "On average people put themselves at 4 before and at 4 after, where 3 is the best mark. That is no change. 4 is more than the best mark."},
	} {
		e := &TrainingEvent{Evaluation: c.v, Attendance: []Attendance{{Attended: c.came}}}
		if got := e.EvaluationWords(); got != c.want {
			t.Errorf("said %q, want %q", got, c.want)
		}
	}
}

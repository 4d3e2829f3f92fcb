package training

import (
	"testing"
	"time"

	"almoner/data"
	"almoner/ui/uitest"

	"fyne.io/fyne/v2"
)

// calendarOf opens the calendar of an office with the given events.
func calendarOf(t *testing.T, events ...data.Record) *uitest.Desk {
	t.Helper()
	d := uitest.NewDesk(t, events...)
	d.Open(NewRegister(d))
	d.Tap("training.view.calendar")
	return d
}

func session(title string, on data.Date, starts string) data.Session {
	return data.Session{ID: data.NewRowID(), Title: title, On: on, Starts: starts}
}

func TestTheCalendarShowsTheMonth(t *testing.T) {
	e := event("First response", data.EventDated, june(2))
	e.End, e.Venue = june(30), "Headquarters"
	e.Sessions = []data.Session{session("South", june(12), "13:30"), session("", june(12), "09:30")}
	long := event("On shift", data.EventPlanned, data.Date{Year: 2025, Month: time.May, Day: 1, Precision: data.ToTheMonth, Wording: "May and June 2025"})
	long.End = data.Date{Year: 2025, Month: time.June, Day: 1, Precision: data.ToTheMonth}
	d := calendarOf(t, e, long, event("Visits", data.EventCancelled, june(3)))
	if got := d.Focused(); got != "training.month" {
		t.Errorf("the keyboard is with %q", got)
	}
	d.Must("June 2025", "Monday", "10 today", "09:30 First response", "13:30 South", "Cancelled: Visits", "On shift, May and June 2025",
		"Tuesday 10 June 2025: No training.", "New event on 10 June")
	if d.Has("training.month.2025-05-25") || !d.Has("training.month.2025-05-26") || !d.Has("training.month.2025-07-06") || d.Has("training.month.2025-07-07") {
		t.Error("the month is not whole weeks from Monday")
	}
	d.Must("Spring bank holiday") // of May, on the Monday with which the weeks begin
	d.Tap("training.month.2025-06-12")
	d.Must("Thursday 12 June 2025: 09:30, First response, Headquarters; 13:30, South (First response), Headquarters")
	d.Tap("training.month.2025-06-03.0")
	if d.Page().Title() != "Visits" {
		t.Errorf("a tap opens %q", d.Page().Title())
	}
	d.Back()
	d.Tap("training.during." + string(long.ID))
	if d.Page().Title() != "On shift" {
		t.Errorf("a tap opens %q", d.Page().Title())
	}
}

func TestTheCalendarIsTurnedAndOpenedWithTheKeyboard(t *testing.T) {
	two := event("Workshops", data.EventDated, june(17))
	two.Sessions = []data.Session{session("Phones", june(17), "09:30"), session("Orders", june(17), "11:30")}
	d := calendarOf(t, two, event("Visit", data.EventDated, june(11)), event("August day", data.EventDated, data.NewDate(2025, time.August, 31)))
	d.Press(fyne.KeyRight, fyne.KeyReturn)
	if d.Page().Title() != "Visit" {
		t.Fatalf("Enter opens %q", d.Page().Title())
	}
	d.Back()
	if got := d.Focused(); got != "training.month" {
		t.Errorf("back from the event, the keyboard is with %q", got)
	}
	d.Press(fyne.KeyLeft, fyne.KeyDown, fyne.KeyReturn)
	d.Take("11:30 Orders")
	if d.Page().Title() != "Workshops" {
		t.Errorf("the second of two opens %q", d.Page().Title())
	}
	d.Back()
	d.Press(fyne.KeyEnd, fyne.KeyRight)
	d.Must("July 2025", "Tuesday 1 July 2025")
	d.Press(fyne.KeyEnd, fyne.KeyPageDown)
	d.Must("August 2025", "Sunday 31 August 2025: August day", "Summer bank holiday")
	d.Press(fyne.KeyPageDown)
	d.Must("Tuesday 30 September 2025")
	d.Press(fyne.KeyPageUp, fyne.KeyUp, fyne.KeyHome)
	d.Must("Friday 1 August 2025")
	d.Tap("training.month.before")
	d.Tap("training.month.before")
	d.Tap("training.month.before")
	d.Must("May 2025", "Early May bank holiday")
	d.Tap("training.month.today")
	d.Must("Tuesday 10 June 2025")
	d.Press(fyne.KeyReturn)
	if d.Value("event.start") != "10 Jun 2025" {
		t.Errorf("Enter on an empty day begins an event on %q", d.Value("event.start"))
	}
}

func TestTheCalendarKeepsTheHolidaysOfEnglandAndWales(t *testing.T) {
	details := &data.OfficeDetails{Stamp: data.Stamp{ID: data.OfficeID}, Name: "Westshire", Holidays: []data.OfficeHoliday{{ID: data.NewRowID(), Date: june(19), Name: "A day of thanks"}}}
	d := calendarOf(t)
	now, _ := data.Get[*data.OfficeDetails](d.Office().Register(), data.OfficeID)
	details.Stamp = now.Stamp
	saved, err := d.Office().Save(t.Context(), details)
	if err != nil {
		t.Fatal(err)
	}
	d.Saved(saved.Record)
	d.Must("A day of thanks")
	d.Press(fyne.KeyPageDown)
	d.MustNot("Battle of the Boyne")
	for range 12 * 40 {
		d.Press(fyne.KeyPageDown)
	}
	d.Must("are not known yet.")
}

func TestWhatHasNoRoomInADayIsCountedAndOffered(t *testing.T) {
	var events []data.Record
	for _, title := range []string{"A", "B", "C", "D", "E", "F", "G", "H"} {
		events = append(events, event(title, data.EventDated, june(18)))
	}
	d := calendarOf(t, events...)
	if d.Has("training.month.2025-06-18.7") {
		t.Fatal("all of them have room, so nothing is tested")
	}
	day, last := d.Find("training.month.2025-06-18"), d.Find("training.month.2025-06-18.more")
	if end := last.Position().Y + last.Size().Height; end > day.Size().Height {
		t.Errorf("the words end at %.0f, below the day, which ends at %.0f", end, day.Size().Height)
	}
	d.Tap("training.month.2025-06-18.more")
	d.Take("H")
	if d.Page().Title() != "H" {
		t.Errorf("it opens %q", d.Page().Title())
	}
}

func TestACalendarShowsWhatIsSavedMeanwhileAndFindGoesToTheList(t *testing.T) {
	d := calendarOf(t)
	e := event("Fresh", data.EventDated, june(25))
	saved, err := d.Office().Save(t.Context(), e)
	if err != nil {
		t.Fatal(err)
	}
	d.Saved(saved.Record)
	d.Must("Fresh")
	r, ok := d.Page().(*Register)
	if !ok {
		t.Fatal("it is no register")
	}
	r.New()
	if d.Value("event.start") != "10 Jun 2025" {
		t.Errorf("a new event begins on %q", d.Value("event.start"))
	}
	d.Back()
	r.Find()
	if d.Focused() != "training.search" || d.Has("training.month") {
		t.Errorf("the keyboard is with %q", d.Focused())
	}
}

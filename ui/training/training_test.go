package training

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"almoner/data"
	"almoner/ui/desk"
	"almoner/ui/uitest"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/storage"
)

// june is a day of the month in which the tests take place; today is the 10th, a Tuesday.
func june(day int) data.Date { return data.NewDate(2025, time.June, day) }

func event(title string, status data.EventStatus, start data.Date) *data.TrainingEvent {
	return &data.TrainingEvent{Stamp: data.Stamp{ID: data.NewID()}, Title: title, Kind: data.TrainingSession, Status: status, Start: start}
}

// open opens the page of an event as the register has it.
func open(d desk.Desk, e *data.TrainingEvent) {
	kept, _ := data.Get[*data.TrainingEvent](d.Office().Register(), e.ID)
	d.Open(NewPage(d, kept))
}

func organisation(name string) *data.Organisation {
	return &data.Organisation{Stamp: data.Stamp{ID: data.NewID()}, Name: name}
}

func TestTheListBeginsWithWhatComesNext(t *testing.T) {
	police := organisation("Westshire Police")
	booked := event("Stalking for call handlers", data.EventDated, june(12))
	booked.Venue, booked.Provider, booked.Capacity = "Control room", police.ID, 30
	booked.Attendance = []data.Attendance{{ID: data.NewRowID(), Organisation: police.ID, Booked: 22}, {ID: data.NewRowID(), Booked: 9, Attended: 4}}
	d := uitest.NewDesk(t, police, booked, event("Long ago", data.EventEvaluated, data.NewDate(2023, time.May, 2)), event("No day yet", data.EventPlanned, data.Date{}), event("Last week", data.EventDelivered, june(3)))
	d.Open(NewRegister(d))
	want := []string{
		"Stalking for call handlers | Coming up | 12 Jun 2025 | Westshire Police | 31 of 30 | 4 | Dated",
		"No day yet | No day yet |  |  |  |  | Planned", "Last week | Over | 3 Jun 2025 |  |  |  | Delivered", "Long ago | Over | 2 May 2023 |  |  |  | Evaluated",
	}
	if got := d.Lines("training.list"); !slices.Equal(got, want) {
		t.Errorf("the list shows %q, want %q", got, want)
	}
	d.Type("training.search", "control room police")
	if got := d.Lines("training.list"); len(got) != 1 || got[0] != want[0] {
		t.Errorf("a search finds %q", got)
	}
}

func TestTheHeadingOfTheListSaysHowItIsOrdered(t *testing.T) {
	long := event("Conference", data.EventDated, data.NewDate(2025, time.September, 24))
	long.Start.Wording = "Wednesday 24 September 2025 (evening)"
	d := uitest.NewDesk(t, long, event("Under way", data.EventDated, june(10)), event("Last week", data.EventDelivered, june(3)), event("Long ago", data.EventEvaluated, data.NewDate(2023, time.May, 2)))
	d.Open(NewRegister(d))
	titles := func(want ...string) {
		t.Helper()
		var got []string
		for _, line := range d.Lines("training.list") {
			title, _, _ := strings.Cut(line, " | ")
			got = append(got, title)
		}
		if !slices.Equal(got, want) {
			t.Errorf("the list stands as %q, want %q", got, want)
		}
	}
	d.Must("When, ascending")
	titles("Under way", "Conference", "Last week", "Long ago")
	d.Tap("training.list.sort.Starts")
	d.Must("Starts, ascending")
	titles("Long ago", "Last week", "Under way", "Conference")
	d.Screen.Window.Resize(fyne.NewSize(1620, 900)) // what a window of 1920 leaves to a page
	seen := false
	uitest.Walk(d.Page().Content(), func(o fyne.CanvasObject) {
		words, ok := o.(*canvas.Text)
		seen = seen || ok && words.Text == long.Start.Wording
	})
	if !seen {
		t.Errorf("the date is cut: %q", d.Lines("training.list"))
	}
}

func TestThoseWhoComeAreNotFoundByASearch(t *testing.T) {
	e := event("Conference", data.EventDated, june(20))
	e.Attendees = []data.Attendee{{ID: data.NewRowID(), Name: "Imogen Castellane", Email: "imogen@x.example", Needs: "No nuts"}}
	d := uitest.NewDesk(t, e)
	d.Open(NewRegister(d))
	for _, text := range []string{"imogen", "castellane", "nuts"} {
		d.Type("training.search", text)
		if got := d.Lines("training.list"); len(got) != 0 {
			t.Errorf("%q finds %q", text, got)
		}
		if hits, _ := d.Office().Register().Search(text, 10); len(hits) != 0 {
			t.Errorf("a search for %q through everything finds %d records", text, len(hits))
		}
	}
}

func TestAnEventIsMadeFoundChangedAndDeleted(t *testing.T) {
	grant := &data.Grant{Stamp: data.Stamp{ID: data.NewID()}, Title: "Training first responders", Status: data.Active}
	fund := &data.Fund{Stamp: data.Stamp{ID: data.NewID()}, Programme: "Core", Status: data.Won}
	d := uitest.NewDesk(t, event("Other", data.EventPlanned, data.Date{}), organisation("Westshire Police"), organisation("Harbour"), grant, fund)
	d.Open(NewRegister(d))
	d.Tap("training.new")
	d.Keys("Spiking: what door staff can do")
	d.Choose("event.kind", "Over a period")
	d.Type("event.start", "1/7/25")
	d.Type("event.end", "August 2025")
	d.Type("event.venue", "On shift")
	d.Type("event.capacity", "1,200")
	d.Pick("event.provider", "Stillwater") // there is none: it is made
	d.Pick("event.hosts", "police")
	d.Pick("event.hosts", "harb")
	d.Pick("event.hosts", "police") // again
	d.Pick("event.grant", "responders")
	d.Pick("event.fund", "core")
	d.Type("event.audience", "Door staff")
	d.Type("event.purpose", "Ten minutes **before** a shift.")
	d.Save()

	e := uitest.KeptAs[*data.TrainingEvent](d, "Spiking: what door staff can do")
	reg := d.Office().Register()
	if e.Kind != data.TrainingWindow || e.Start != data.NewDate(2025, time.July, 1) || e.End.Precision != data.ToTheMonth || e.End.Month != time.August ||
		e.Venue != "On shift" || e.Capacity != 1200 || reg.NameOf(e.Provider) != "Stillwater" || e.Grant != grant.ID || e.Fund != fund.ID ||
		e.Audience != "Door staff" || e.Purpose != "Ten minutes **before** a shift." || e.Status != data.EventPlanned {
		t.Errorf("kept as %+v", e)
	}
	if len(e.Hosts) != 2 || reg.NameOf(e.Hosts[0]) != "Westshire Police" || reg.NameOf(e.Hosts[1]) != "Harbour" {
		t.Errorf("hosts are %q", e.Hosts)
	}
	d.Tap("event.grant.open")
	d.Tap("event.fund.open")
	if want := []string{"grants " + string(grant.ID) + " ", "funds " + string(fund.ID) + " "}; !slices.Equal(d.Led, want) {
		t.Errorf("led to %q, want %q", d.Led, want)
	}

	d.Tap("event.hosts[0].remove") // the one that was picked last
	d.Type("event.audience", "Door and bar staff")
	d.Save()
	d.Back()
	d.Type("training.search", "stillwater")
	d.Press(fyne.KeyReturn)
	if e = uitest.KeptAs[*data.TrainingEvent](d, "Spiking: what door staff can do"); len(e.Hosts) != 1 || reg.NameOf(e.Hosts[0]) != "Harbour" {
		t.Errorf("hosts are %q", e.Hosts)
	}
	d.Delete()
	if left := uitest.Kept[*data.TrainingEvent](d); len(left) != 1 || left[0].Title != "Other" {
		t.Errorf("the file holds %d events; explained %q", len(left), d.Explained)
	}
	changes, err := d.Office().Gone(t.Context())
	if err != nil || len(changes) != 1 {
		t.Fatalf("gone are %v, %v", changes, err)
	}
	if _, err := d.Office().Undo(t.Context(), changes[0].Sequence); err != nil {
		t.Fatal(err)
	}
	if back := uitest.KeptAs[*data.TrainingEvent](d, "Spiking: what door staff can do"); back.Capacity != 1200 {
		t.Errorf("it comes back as %+v", back)
	}
}

func TestAnEventTakesItsSteps(t *testing.T) {
	e := event("Farm visits", data.EventDated, june(9))
	d := uitest.NewDesk(t, e)
	open(d, e)
	d.Must("Its last day was 9 June 2025: put down that it was delivered, or that it was cancelled.")
	if d.Has("event.step.evaluated") {
		t.Error("it can be evaluated before it was delivered")
	}
	d.Tap("event.step.delivered")
	d.Type("event.step.on", "9/6/25")
	d.Answer("Done")
	d.MustNot("Its last day was")
	d.Must("Delivered · 9 June 2025")
	d.Tap("event.step.evaluated")
	d.Answer("Done")
	kept := uitest.KeptAs[*data.TrainingEvent](d, "Farm visits")
	if kept.Status != data.EventEvaluated || len(kept.Steps) != 2 || kept.Steps[0].To != "delivered" || kept.Steps[0].On != june(9) || kept.Steps[1].By != "Ann" || kept.Steps[1].On != uitest.Today {
		t.Errorf("kept as %+v", kept)
	}
}

func TestAStepThatDoesNotFitTheDaysIsSaidBeforeItIsTaken(t *testing.T) {
	e := event("Farm visits", data.EventPlanned, june(20))
	d := uitest.NewDesk(t, e)
	open(d, e)
	d.Tap("event.step.delivered")
	d.Must("It is put down as delivered, and begins only on 20 June 2025.")
	d.Answer("Cancel")
	d.Type("event.start", "")
	d.Tap("event.step.dated")
	d.Must("It is put down as dated, and no date is given.")
	d.Answer("Cancel")
	if kept := uitest.KeptAs[*data.TrainingEvent](d, "Farm visits"); kept.Status != data.EventPlanned {
		t.Errorf("it is %s", kept.Status)
	}
}

func TestSessionsFollowEachOtherAndOverbookingIsSaid(t *testing.T) {
	e := event("First response", data.EventDated, june(13))
	e.Attendance = []data.Attendance{{ID: data.NewRowID(), Booked: 45}}
	d := uitest.NewDesk(t, e)
	open(d, e)
	d.Type("event.capacity", "40")
	d.Turn("Sessions")
	d.Must("45 places are booked and there are 40: 5 too many.")
	d.Tap("event.sessions.add")
	if got := d.Value("event.sessions[0].on"); got != "13 Jun 2025" {
		t.Errorf("the first session is on %q", got)
	}
	d.Type("event.sessions[0].title", "North")
	d.Type("event.sessions[0].starts", "9.30am")
	d.Type("event.sessions[0].ends", "half four")
	d.Must("“half four” is not a time of the day; write it like 09:30 or 2pm.")
	d.Type("event.sessions[0].ends", "4pm")
	d.MustNot("is not a time of the day")
	d.Tap("event.sessions.add")
	for field, want := range map[string]string{"on": "16 Jun 2025", "starts": "09:30", "ends": "16:00", "capacity": "40"} {
		if got := d.Value("event.sessions[1]." + field); got != want {
			t.Errorf("the next session has %s %q, want %q", field, got, want)
		}
	}
	d.Must("Session 2 is on 16 June 2025, outside the days of the event.")
	d.Type("event.sessions[1].capacity", "60")
	d.Must("Session 2 has 60 places, more than the 40 of the event.")
	d.Type("event.sessions[1].venue", "Annex")
	d.Save()
	kept := uitest.KeptAs[*data.TrainingEvent](d, "First response")
	if len(kept.Sessions) != 2 || kept.Sessions[0].Starts != "09:30" || kept.Sessions[0].Ends != "16:00" || kept.Sessions[1].Venue != "Annex" || kept.Sessions[1].Capacity != 60 {
		t.Errorf("kept as %+v", kept.Sessions)
	}
}

func TestAttendanceAddsUp(t *testing.T) {
	e := event("Scams", data.EventDelivered, june(2))
	e.Capacity = 40
	d := uitest.NewDesk(t, e)
	open(d, e)
	d.Turn("Attendance")
	d.Tap("event.attendance.add")
	d.Pick("event.attendance[0].organisation", "Age Companions") // is made
	d.Type("event.attendance[0].audience", "Carers")
	d.Type("event.attendance[0].booked", "22")
	d.Type("event.attendance[0].attended", "19")
	d.Tap("event.attendance.add")
	d.Type("event.attendance[1].booked", "six")
	d.Must("“six” is not a whole number; write it like 40.")
	d.Type("event.attendance[1].booked", "6")
	d.Must("28 of 40 places are booked, 12 left.", "19 people attended of 28 booked.")
	d.Save()
	kept := uitest.KeptAs[*data.TrainingEvent](d, "Scams")
	if len(kept.Attendance) != 2 || kept.Attendance[0].Audience != "Carers" || kept.Attendance[0].Attended != 19 || kept.Attendance[1].Booked != 6 ||
		d.Office().Register().NameOf(kept.Attendance[0].Organisation) != "Age Companions" {
		t.Errorf("kept as %+v", kept.Attendance)
	}
}

func TestTheRowsOfTheAttendanceLineUp(t *testing.T) {
	council := &data.Organisation{Stamp: data.Stamp{ID: data.NewID()}, Name: "Westshire and Marches Combined County Council"}
	e := event("Scams", data.EventDelivered, june(2))
	e.Attendance = []data.Attendance{{ID: data.NewRowID(), Booked: 2}, {ID: data.NewRowID(), Organisation: council.ID, Audience: "Housing officers and wardens of the estates", Booked: 3, Attended: 1}}
	d := uitest.NewDesk(t, e, council)
	open(d, e)
	d.Turn("Attendance")
	at := func(name string) fyne.Position {
		return fyne.CurrentApp().Driver().AbsolutePositionForObject(d.Find(name))
	}
	top := at("event.attendance[1].organisation").Y
	for _, field := range []string{"organisation", "audience", "booked", "attended"} {
		first, second := at("event.attendance[0]."+field), at("event.attendance[1]."+field)
		if first.X != second.X || second.Y != top {
			t.Errorf("%s stands at %v, and in the second row, whose top is %.0f, at %v", field, first, top, second)
		}
	}
}

func TestTheAttendanceSaysWhomOfTheListItLeavesOut(t *testing.T) {
	harbour := organisation("Harbour")
	e := event("Scams", data.EventDelivered, june(2))
	e.Attendance = []data.Attendance{{ID: data.NewRowID(), Organisation: harbour.ID, Booked: 1}}
	for _, name := range []string{"Rosalie Umber", "Winnie Abbotsleigh", "Gideon Parrish-Lowe"} {
		e.Attendees = append(e.Attendees, data.Attendee{ID: data.NewRowID(), Name: name, Organisation: harbour.ID})
	}
	d := uitest.NewDesk(t, harbour, e)
	open(d, e)
	d.Turn("Attendance")
	d.Must("2 people on the list of people are not counted here yet.")
	d.Tap("event.attendance.count")
	if d.Value("event.attendance[0].booked") != "3" {
		t.Errorf("counted as %q", d.Value("event.attendance[0].booked"))
	}
	d.MustNot("not counted here yet")
	if d.Has("event.attendance.count") {
		t.Error("there is nobody to count any more, and the button stays")
	}
	d.Turn("People")
	d.Tap("event.people[1].tick")
	d.Turn("Attendance")
	d.Must("1 person who came by the list of people is not counted here yet.")
	d.Tap("event.attendance.count")
	if d.Value("event.attendance[0].attended") != "1" {
		t.Errorf("counted as %q", d.Value("event.attendance[0].attended"))
	}
}

func TestPeopleArePastedTickedChangedAndCounted(t *testing.T) {
	harbour := organisation("Harbour")
	e := event("Scams", data.EventDelivered, june(2))
	e.Attendance = []data.Attendance{{ID: data.NewRowID(), Organisation: harbour.ID, Audience: "Staff", Booked: 9}}
	d := uitest.NewDesk(t, harbour, e)
	open(d, e)
	d.Turn("People")
	d.Must("These are personal data.", "Nobody is on the list.")
	d.Tap("event.people.paste")
	d.Keys("Rosalie Umber, harbour, rosalie@harbour.example\nGideon Parrish-Lowe, Westshire Deaf Association, , BSL\nWinnie")
	d.Answer("Done")
	d.Must("The register does not know “Westshire Deaf Association”.")
	d.Answer("Make them")
	want := []string{"Rosalie Umber | Harbour | rosalie@harbour.example | ", "Gideon Parrish-Lowe | Westshire Deaf Association |  | BSL", "Winnie |  |  | "}
	if got := d.Lines("event.people"); !slices.Equal(got, want) {
		t.Fatalf("the list shows %q; said %q, explained %q", got, d.Said, d.Explained)
	}
	d.Tap("event.people[1].tick")
	d.TapLine("event.people", "Winnie")
	d.Type("person.name", "Winnie Abbotsleigh")
	d.Pick("person.organisation", "harb")
	d.Type("person.needs", "Step-free")
	d.Answer("Done")
	d.Must("3 people on the list. 1 came. 2 have needs of access or diet.")
	d.Tap("event.people.count")
	d.Must("• Harbour: 9 booked and 0 attended, on the list 2 and 0")
	d.Answer("Change nothing")
	d.Tap("event.people.count")
	d.Answer("Lower it")
	if d.LastSaid() != "Counted: 2 rows of the attendance changed." {
		t.Errorf("said %q", d.LastSaid())
	}
	d.Save()
	kept := uitest.KeptAs[*data.TrainingEvent](d, "Scams")
	if len(kept.Attendees) != 3 || !kept.Attendees[1].Attended || kept.Attendees[2].Name != "Winnie Abbotsleigh" || kept.Attendees[2].Organisation != harbour.ID || kept.Attendees[2].Needs != "Step-free" {
		t.Errorf("kept as %+v", kept.Attendees)
	}
	if len(kept.Attendance) != 2 || kept.Attendance[0].Booked != 2 || kept.Attendance[0].Audience != "Staff" || kept.Attendance[1].Attended != 1 {
		t.Errorf("the attendance is %+v", kept.Attendance)
	}
	d.Turn("Attendance")
	if d.Value("event.attendance[0].booked") != "2" || d.Value("event.attendance[1].attended") != "1" {
		t.Error("the page shows the attendance as it was")
	}

	d.Turn("People")
	d.TapLine("event.people", "Rosalie")
	d.Answer("Take off the list")
	d.Tap("event.people.add")
	d.Answer("Done")
	d.Must("A person on the list needs a name.")
	d.Answer("Cancel")
	if len(d.Lines("event.people")) != 2 {
		t.Errorf("the list shows %q", d.Lines("event.people"))
	}
	d.Tap("event.people.clear")
	d.Answer("Take them off")
	d.Save()
	if kept = uitest.KeptAs[*data.TrainingEvent](d, "Scams"); len(kept.Attendees) != 0 || len(kept.Attendance) != 2 {
		t.Errorf("kept as %+v", kept)
	}
}

func TestOneIsLedToThePeopleAndTicksThemAll(t *testing.T) {
	e := event("Scams", data.EventDelivered, june(2))
	e.Attendees = []data.Attendee{{ID: data.NewRowID(), Name: "Rosalie"}, {ID: data.NewRowID(), Name: "Gideon"}, {ID: data.NewRowID(), Name: "Winnie"}}
	d := uitest.NewDesk(t, e)
	open(d, e)
	if p, ok := d.Page().(desk.Shower); !ok || !p.ShowField("attendees[1].organisation") {
		t.Fatal("nobody is led there")
	}
	d.Must("3 people on the list.")
	d.Press(fyne.KeyDown, fyne.KeySpace) // the list has the keyboard
	d.Must("3 people on the list. 1 came.")
	d.Tap("event.people.came")
	d.Must("3 people on the list. 3 came.")
	d.Tap("event.people[1].tick")
	d.Save()
	if kept := uitest.KeptAs[*data.TrainingEvent](d, "Scams").Attendees; !kept[0].Attended || kept[1].Attended || !kept[2].Attended {
		t.Errorf("kept as %+v", kept)
	}
}

func TestTheEvaluationIsKeptAndSaid(t *testing.T) {
	e := event("Scams", data.EventDelivered, june(2))
	e.Attendance = []data.Attendance{{ID: data.NewRowID(), Booked: 28, Attended: 25}}
	d := uitest.NewDesk(t, e)
	open(d, e)
	d.Turn("Evaluation")
	d.Type("event.evaluation.responses", "21")
	d.Type("event.evaluation.best", "10")
	d.Type("event.evaluation.before", "5.201")
	d.Must("“5.201” is not a number with at most two places; write it like 3.85.")
	d.Type("event.evaluation.before", "5.2")
	d.Type("event.evaluation.after", "7.85")
	d.Type("event.evaluation.comments", "The bag of post.")
	d.Must("21 forms came back from 25 who attended: 84 per cent. On average people put themselves at 5.2 before and at 7.85 after, where 10 is the best mark. That is 2.65 higher.")
	d.Save()
	v := uitest.KeptAs[*data.TrainingEvent](d, "Scams").Evaluation
	if v.Responses != 21 || v.Best != 10 || v.Before == nil || *v.Before != 520 || v.After == nil || *v.After != 785 || v.Comments != "The bag of post." {
		t.Errorf("kept as %+v", v)
	}
}

// paperDesk keeps which files it was asked to show.
type paperDesk struct {
	*uitest.Desk

	folder string
	shown  []string
}

func (d *paperDesk) Papers() (string, error) { return d.folder, nil }

func (d *paperDesk) Show(file string) error {
	d.shown = append(d.shown, filepath.Base(file))
	return nil
}

func TestTheAttendanceSheetIsOneTapAway(t *testing.T) {
	e := event("Scams", data.EventDated, june(20))
	e.Attendees = []data.Attendee{{ID: data.NewRowID(), Name: "Rosalie Umber"}}
	d := &paperDesk{Desk: uitest.NewDesk(t, e), folder: t.TempDir()}
	open(d, e)
	d.Turn("People")
	d.Tap("event.paper.attendance-sheet")
	if len(d.shown) != 1 || d.shown[0] != "Scams – Attendance sheet.pdf" {
		t.Fatalf("shown %q; explained %q", d.shown, d.Explained)
	}
	if printed, err := os.ReadFile(filepath.Join(d.folder, d.shown[0])); err != nil || !strings.HasPrefix(string(printed), "%PDF") {
		t.Errorf("the file is %d bytes, %v", len(printed), err)
	}
	if got := d.Value("event.paper.choice"); got != "Attendance sheet" {
		t.Errorf("the preview shows %q", got)
	}
}

func TestAnEventHasFiles(t *testing.T) {
	e := event("Scams", data.EventDated, june(20))
	d := uitest.NewDesk(t, e)
	open(d, e)
	flyer := filepath.Join(t.TempDir(), "Flyer.pdf")
	if err := os.WriteFile(flyer, []byte("%PDF"), 0o600); err != nil {
		t.Fatal(err)
	}
	taker, ok := d.Page().(desk.Taker)
	if !ok || !taker.Dropped([]fyne.URI{storage.NewFileURI(flyer)}) {
		t.Fatal("the page takes no files")
	}
	if kept := uitest.KeptAs[*data.Attachment](d, "Flyer.pdf"); kept.Of != e.ID {
		t.Errorf("it belongs to %q", kept.Of)
	}
}

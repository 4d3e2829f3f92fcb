package actions

import (
	"slices"
	"strings"
	"testing"
	"time"

	"almoner/data"
	"almoner/ui/uitest"

	"fyne.io/fyne/v2"
)

func action(text string, status data.ActionStatus, due data.Date) *data.Action {
	return &data.Action{Stamp: data.Stamp{ID: data.NewID()}, Text: text, Status: status, Due: due}
}

func june(day int) data.Date { return data.NewDate(2025, time.June, day) }

func TestWhatIsOverdueComesFirstAndSaysSo(t *testing.T) {
	ann := &data.Staff{Stamp: data.Stamp{ID: data.NewID()}, Name: "Ann Gray"}
	minutes := &data.BoardPaper{Stamp: data.Stamp{ID: data.NewID()}, Title: "Board in May"}
	chase := action("Chase the return", data.ActionOpen, june(1))
	chase.Owner, chase.From = ann.ID, minutes.ID
	d := uitest.NewDesk(
		t, ann, minutes, chase, action("Any day", data.ActionOpen, data.Date{}), action("Write to the Ministry", data.ActionOpen, june(10)),
		action("Long gone", data.ActionDone, june(2)), action("Not needed", data.ActionDropped, june(3)),
	)
	d.Open(NewRegister(d))
	want := []string{
		" | Chase the return | Ann Gray | 1 Jun 2025 · 9 days late | Board in May | Open",
		" | Write to the Ministry |  | 10 Jun 2025 |  | Open",
		" | Any day |  |  |  | Open",
	}
	if got := d.Lines("actions.list"); !slices.Equal(got, want) {
		t.Errorf("the list shows %q", got)
	}
	d.Must("3 of 5 actions · 1 overdue")
	d.Choose("actions.which", allThere)
	if got := d.Lines("actions.list"); len(got) != 5 || !strings.Contains(got[3], "Not needed") || !strings.Contains(got[4], "Long gone") {
		t.Errorf("all of them are %q", got)
	}
	d.Choose("actions.which", ended)
	d.Type("actions.search", "gone")
	if got := d.Lines("actions.list"); len(got) != 1 {
		t.Errorf("found %q", got)
	}
}

func TestAnActionIsPutDownInOneLine(t *testing.T) {
	d := uitest.NewDesk(t, &data.Staff{Stamp: data.Stamp{ID: data.NewID()}, Name: "Ann Gray"})
	d.Open(NewRegister(d))
	d.Must("There is no action yet.")
	d.Keys("Ring the hub\n")
	if d.Value("actions.quick.text") != "" || d.Focused() != "actions.quick.text" {
		t.Errorf("the line is not ready for the next: %q, and %q has the keyboard", d.Value("actions.quick.text"), d.Focused())
	}
	d.Keys("Send the letter")
	d.Pick("actions.quick.owner", "gray")
	d.Type("actions.quick.due", "13/6/25\n")
	a := uitest.KeptAs[*data.Action](d, "Send the letter")
	owner, _ := d.Office().Register().Find(data.AnyParty, a.Owner)
	if a.Due != june(13) || owner == nil || owner.Label() != "Ann Gray" || a.Status != data.ActionOpen {
		t.Errorf("kept as %+v", a)
	}
	if got := d.Lines("actions.list"); len(got) != 2 || got[0] != " | Send the letter | Ann Gray | 13 Jun 2025 |  | Open" {
		t.Errorf("the list shows %q", got)
	}
	d.Type("actions.quick.due", "31/2/25")
	d.Tap("actions.quick.add")
	d.Must("What has to be done?", "31/2/25 is not a date")
	if n := len(uitest.Kept[*data.Action](d)); n != 2 {
		t.Errorf("the file holds %d actions", n)
	}
}

func TestAnActionIsTickedWithoutBeingOpened(t *testing.T) {
	d := uitest.NewDesk(t, action("First", data.ActionOpen, june(1)), action("Second", data.ActionOpen, june(2)))
	d.Open(NewRegister(d))
	d.Tap("actions.list.tick[1]")
	a := uitest.KeptAs[*data.Action](d, "Second")
	if a.Status != data.ActionDone || len(a.Steps) != 1 || a.Steps[0].On != uitest.Today || a.Steps[0].By == "" {
		t.Errorf("kept as %+v", a)
	}
	if got := d.Lines("actions.list"); len(got) != 1 || d.LastSaid() != "Done: “Second”." || d.Depth() != 1 {
		t.Errorf("the list shows %q; said %q", got, d.LastSaid())
	}
	if d.Offered == nil || d.Offered.Label != "Undo" {
		t.Fatal("no undo is offered")
	}
	d.Offered.Do()
	if a = uitest.KeptAs[*data.Action](d, "Second"); a.Status != data.ActionOpen {
		t.Errorf("undone, it is %q", a.Status)
	}
	d.Focus("actions.search")
	d.Press(fyne.KeyDown, fyne.KeySpace)
	if a = uitest.KeptAs[*data.Action](d, "First"); a.Status != data.ActionDone {
		t.Errorf("the space bar left it %q", a.Status)
	}
	d.Choose("actions.which", ended)
	d.Tap("actions.list.tick[0]")
	if a = uitest.KeptAs[*data.Action](d, "First"); a.Status != data.ActionOpen {
		t.Errorf("unticked, it is %q", a.Status)
	}
}

func TestAnActionIsChangedAndDeleted(t *testing.T) {
	minutes := &data.BoardPaper{Stamp: data.Stamp{ID: data.NewID()}, Title: "Board in May"}
	d := uitest.NewDesk(t, minutes)
	d.Open(NewRegister(d))
	d.Tap("actions.new")
	d.Keys("Ask the hub")
	d.Type("action.due", "1/6/25")
	d.Must("Overdue: it was due on 1 June 2025, 9 days ago.")
	d.Pick("action.from", "board in")
	d.Tap("action.from.open")
	if len(d.Led) != 1 || d.Led[0] != "board_papers "+string(minutes.ID)+" " {
		t.Errorf("led to %q", d.Led)
	}
	d.Save()
	d.Tap("action.step.dropped")
	d.Answer("Done")
	a := uitest.KeptAs[*data.Action](d, "Ask the hub")
	if a.Status != data.ActionDropped || a.From != minutes.ID || a.Due != june(1) || len(a.Steps) != 1 {
		t.Errorf("kept as %+v", a)
	}
	d.Must("Dropped · 10 June 2025")
	d.MustNot("Overdue")
	d.Delete()
	if n := len(uitest.Kept[*data.Action](d)); n != 0 || d.Depth() != 1 {
		t.Errorf("the file holds %d actions; explained %q", n, d.Explained)
	}
}

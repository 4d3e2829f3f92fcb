package specifications_test

import (
	"slices"
	"testing"
	"time"

	"almoner/data"
	"almoner/ui/specifications"
	"almoner/ui/uitest"

	"fyne.io/fyne/v2"
)

func spec(title, version string, status data.SpecificationStatus) *data.Specification {
	return &data.Specification{Stamp: data.Stamp{ID: data.NewID()}, Title: title, Version: version, Status: status}
}

func TestASpecificationIsMadeFoundChangedAndDeleted(t *testing.T) {
	d := uitest.NewDesk(t, spec("Helpline for victims of stalking", "1", data.SpecificationAgreed), spec("Young people’s worker", "", data.SpecificationDraft))
	d.Open(specifications.NewRegister(d))
	d.Tap("specifications.new")
	if got := d.Focused(); got != "specification.title" {
		t.Errorf("the keyboard of a new specification is with %q", got)
	}
	d.Keys("Helpline for victims of stalking")
	d.Type("specification.version", "2")
	d.Type("specification.effective", "1 apr 26")
	d.Type("specification.schedule_label", "SCHEDULE 1 – THE SERVICE")
	d.Pick("specification.supersedes", "helpline")
	d.Type("specification.body", "# What is to be done\n- answer calls, even in Llŷn")
	d.Save()
	d.Must("Saved ", " by Ann")

	var made *data.Specification
	for _, s := range uitest.Kept[*data.Specification](d) {
		if s.Version == "2" {
			made = s
		}
	}
	if made == nil {
		t.Fatalf("the office file does not hold it; said %q, explained %q", d.Said, d.Explained)
	}
	if made.Effective != data.NewDate(2026, time.April, 1) || made.Status != data.SpecificationDraft ||
		made.ScheduleLabel != "SCHEDULE 1 – THE SERVICE" || made.Body != "# What is to be done\n- answer calls, even in Llŷn" {
		t.Errorf("kept as %+v", made)
	}
	old, ok := data.Get[*data.Specification](d.Office().Register(), made.Supersedes)
	if !ok || old.Version != "1" {
		t.Errorf("it takes the place of %v, want version 1", old)
	}

	d.Back()
	d.Type("specifications.search", "llŷn")
	if lines := d.Lines("specifications.list"); len(lines) != 1 || lines[0] != "Helpline for victims of stalking | 2 | 1 Apr 2026 | Draft" {
		t.Fatalf("a search through the text finds %q", lines)
	}
	d.Must("1 of 3 specifications")
	d.Press(fyne.KeyReturn)
	d.Focus("specification.status")
	d.Press(fyne.KeyDown)
	d.Save()
	d.Back()
	if lines := d.Lines("specifications.list"); len(lines) != 1 || lines[0] != "Helpline for victims of stalking | 2 | 1 Apr 2026 | Agreed" {
		t.Errorf("after the change the list shows %q", lines)
	}
	d.TapLine("specifications.list", "Agreed")
	d.Delete()
	if n := len(uitest.Kept[*data.Specification](d)); n != 2 || d.Depth() != 1 {
		t.Errorf("after deleting, the file holds %d and %d pages are open; said %q, explained %q", n, d.Depth(), d.Said, d.Explained)
	}
	d.Must("0 of 2 specifications", "No specification matches.")
}

func TestASpecificationDoesNotTakeItsOwnPlace(t *testing.T) {
	only := spec("Helpline", "3", data.SpecificationAgreed)
	d := uitest.NewDesk(t, only, spec("Outreach", "", data.SpecificationDraft))
	d.Open(specifications.NewPage(d, only))
	d.Tap("specification.supersedes")
	words := d.Words()
	if slices.Contains(words, "Helpline, version 3") || !slices.Contains(words, "Outreach") {
		t.Errorf("the picker offers %q", words)
	}
}

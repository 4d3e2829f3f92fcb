package office

import (
	"testing"
	"time"

	"almoner/data"
	"almoner/ui/uitest"
)

func TestAMemberOfStaffIsMadeChangedAndDeleted(t *testing.T) {
	gone := &data.Staff{Stamp: data.Stamp{ID: data.NewID()}, Name: "Adam Gone", Left: data.NewDate(2024, time.May, 1)}
	d := uitest.NewDesk(t, gone)
	d.Open(NewPage(d))
	d.Turn("Staff")
	d.Tap("office.staff.new")
	d.Keys("Ruth Miles")
	d.Type("staff.job_title", "Grants Officer")
	d.Type("staff.email", "ruth@westshire.example")
	d.Type("staff.initials", "RM")
	d.Save()
	m := uitest.KeptAs[*data.Staff](d, "Ruth Miles")
	if m.JobTitle != "Grants Officer" || m.Email != "ruth@westshire.example" || m.Initials != "RM" {
		t.Errorf("kept as %+v", m)
	}
	d.Back()
	lines := d.Lines("office.staff")
	if len(lines) != 2 || lines[0] != "Ruth Miles | Grants Officer | ruth@westshire.example |  | " || lines[1] != "Adam Gone |  |  |  | 1 May 2024" {
		t.Errorf("it lists %q", lines)
	}
	d.TapLine("office.staff", "Ruth")
	d.Type("staff.left", "1/6/25")
	d.Save()
	d.Delete()
	if left := uitest.Kept[*data.Staff](d); len(left) != 1 || left[0].Name != "Adam Gone" {
		t.Errorf("the file holds %d; explained %q", len(left), d.Explained)
	}
}

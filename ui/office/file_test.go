package office

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"almoner/data"
	"almoner/ui/uitest"
)

func theFile(d *uitest.Desk) {
	d.Open(NewPage(d))
	d.Turn("The file")
}

// spoil writes zeros over the second half of the office file.
func spoil(t *testing.T, path string) {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	clear(b[len(b)/2:])
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestTheFileIsCheckedAndBackedUp(t *testing.T) {
	d := uitest.NewDesk(t)
	theFile(d)
	d.Must(d.Office().Path(), "There is no backup yet.", "Nothing: the office file took all that was saved on this computer")
	d.Tap("upkeep.check")
	d.Must("“Westshire.almoner” is sound:")
	d.Tap("upkeep.backup")
	d.Must("Backed up, as it was at change 1:", "1 backup. Open it to put it back, or to look at a copy of it.")
	if lines := d.Lines("upkeep.list"); len(lines) != 1 || !strings.Contains(lines[0], " | Backup beside the file | 1 | ") {
		t.Errorf("the list shows %q", lines)
	}
}

func TestACopyOfABackupIsOpenedUnderANameOfItsOwn(t *testing.T) {
	d := uitest.NewDesk(t)
	theFile(d)
	d.Tap("upkeep.backup")
	d.TapLine("upkeep.list", "Backup beside the file")
	d.Answer("Open a copy")
	if len(d.Opened) != 1 || d.Opened[0] == d.Office().Path() || filepath.Dir(d.Opened[0]) != filepath.Dir(d.Office().Path()) {
		t.Fatalf("opened %q; explained %q", d.Opened, d.Explained)
	}
	if _, err := os.Stat(d.Opened[0]); err != nil {
		t.Error(err)
	}
	d.TapLine("upkeep.list", "Backup beside the file")
	d.Answer("Open a copy")
	if len(d.Opened) != 2 || !strings.HasSuffix(d.Opened[1], ", copy 2.almoner") {
		t.Errorf("once more it opened %q", d.Opened)
	}
}

func TestADamagedFileIsFoundAndABackupPutBack(t *testing.T) {
	d := uitest.NewDesk(t)
	theFile(d)
	d.Tap("upkeep.backup")
	spoil(t, d.Office().Path())
	d.Tap("upkeep.check")
	d.Must("“Westshire.almoner” is damaged.", "The file as it is now is kept among the backups.", "The freshest good one comes first.")
	lines := d.Lines("upkeep.list")
	if len(lines) != 2 || !strings.Contains(lines[0], "Backup beside the file") || !strings.HasSuffix(lines[0], " | Sound") || !strings.Contains(lines[1], "is damaged") {
		t.Fatalf("the list shows %q", lines)
	}
	d.TapLine("upkeep.list", "The file itself")
	d.Must("is damaged")
	d.Answer("Close")
	d.TapLine("upkeep.list", "Backup beside the file")
	d.Answer("Leave all as it is")
	if len(d.Opened) != 0 {
		t.Fatalf("opened %q", d.Opened)
	}
	d.TapLine("upkeep.list", "Backup beside the file")
	d.Answer("Put it back")
	if len(d.Opened) != 1 || d.Opened[0] != d.Office().Path() || !strings.HasPrefix(d.LastSaid(), "The office is back. The file as it was before is kept as “") {
		t.Fatalf("opened %q, said %q; explained %q", d.Opened, d.LastSaid(), d.Explained)
	}
	if r, err := d.Care().Check(t.Context(), d.Office().Path()); err != nil || !r.Sound {
		t.Errorf("afterwards it is %+v, %v", r, err)
	}
}

func TestWhatAnOlderFileLacksIsBroughtBackIntoIt(t *testing.T) {
	d := uitest.NewDesk(t)
	theFile(d)
	path := d.Office().Path()
	d.Tap("upkeep.backup")
	backups, err := d.Care().Backups(t.Context(), path)
	if err != nil || len(backups) != 1 {
		t.Fatalf("there are %d backups, %v", len(backups), err)
	}
	older, err := os.ReadFile(backups[0].Path)
	if err != nil {
		t.Fatal(err)
	}
	keep := func(o data.Office, title string) {
		t.Helper()
		if _, err := o.Save(t.Context(), &data.Grant{Stamp: data.Stamp{ID: data.NewID()}, Title: title}); err != nil {
			t.Fatal(err)
		}
	}
	keep(d.Office(), "Helpline")
	d.Tap("upkeep.backup")
	if err := os.WriteFile(path, older, 0o600); err != nil { // somebody puts an older file in its place, and goes on in it
		t.Fatal(err)
	}
	keep(d.Colleague(), "Refuge")
	d.Tap("upkeep.recover")
	d.Must("it lacks 1 change")
	newest := ""
	for _, line := range d.Lines("upkeep.list") {
		if strings.Contains(line, "Backup beside the file | 2 |") {
			newest = line
		}
	}
	d.TapLine("upkeep.list", newest)
	d.Must("“Bring back” keeps the file, and merges into it what it lacks.")
	d.Answer("Bring back")
	if len(d.Opened) != 1 || d.Opened[0] != path || d.LastSaid() != "Brought back: 1 change. The file as it was before is kept among the backups." {
		t.Fatalf("opened %q, said %q; explained %q", d.Opened, d.LastSaid(), d.Explained)
	}
	if kept := uitest.Kept[*data.Grant](d); len(kept) != 2 {
		t.Errorf("the file holds %d grants, not both", len(kept))
	}
}

// doubting is an office that did not take a save.
type doubting struct {
	data.Office
	doubts []data.Doubt
}

func (o doubting) Doubts() []data.Doubt { return o.doubts }

type doubtingDesk struct {
	*uitest.Desk
	office doubting
}

func (d doubtingDesk) Office() data.Office { return d.office }

func TestWhatTheFileDidNotTakeCanBeLookedAt(t *testing.T) {
	d := uitest.NewDesk(t)
	mine := &data.Grant{Stamp: data.Stamp{ID: data.NewID()}, Title: "Helpline", Purpose: "To listen at night"}
	at := time.Date(2025, time.June, 9, 9, 30, 0, 0, time.Local)
	dd := doubtingDesk{d, doubting{d.Office(), []data.Doubt{{Serial: 7, At: at, Mine: mine, Why: "Bryn has changed the same."}}}}
	d.Open(NewPage(dd))
	d.Turn("The file")
	d.Must("The grant “Helpline” as it was saved on 9 June 2025, 09:30. Bryn has changed the same.")
	d.Tap("office.aside[7].look")
	d.Must("“Helpline” as it was saved", "Purpose: To listen at night")
	d.Answer("Close")
	d.Tap("office.aside[7].choose")
	if len(d.Led) != 1 || !strings.HasPrefix(d.Led[0], string(data.KindGrant)+" "+string(mine.ID)) {
		t.Errorf("led to %q", d.Led)
	}
}

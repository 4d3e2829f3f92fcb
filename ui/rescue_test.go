package ui

import (
	"os"
	"path/filepath"
	"testing"

	"almoner/data"
	"almoner/data/sqlite"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// spoiled is an office whose file was damaged after it was backed up.
func spoiled(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "Office.almoner")
	o, err := sqlite.Create(t.Context(), path, &data.OfficeDetails{Stamp: data.Stamp{ID: data.OfficeID}, Name: "Elmshire"}, me)
	if err != nil {
		t.Fatal(err)
	}
	if err := o.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := sqlite.BackUp(t.Context(), path, "", sqlite.Options{}); err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	clear(b[len(b)/2:])
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestAFileThatCannotBeOpenedIsPutBackFromTheFirstPage(t *testing.T) {
	p, path := window(t), spoiled(t)
	p.Open(path)
	says(t, p, "“Office.almoner” is damaged.")
	test.Tap(find[*widgets.Button](t, p, "start.rescue"))
	says(t, p, "What there is of “Office.almoner”")
	says(t, p, "The file as it is now is kept among the backups.")
	find[*widgets.Register[data.FileState]](t, p, "upkeep.list").First()
	answer(t, p, "Put it back")
	says(t, p, "First steps")
	says(t, p, "The office is back. The file as it was before is kept as “")
	if p.office == nil || p.office.Path() != path {
		t.Error("another office is open, or none")
	}
}

func TestACopyIsOpenedAndNotGoneOnWithAtTheNextStart(t *testing.T) {
	p, path := window(t), spoiled(t)
	p.app.Preferences().SetString(lastOffice, path)
	p.Open(path)
	test.Tap(find[*widgets.Button](t, p, "start.rescue"))
	find[*widgets.Register[data.FileState]](t, p, "upkeep.list").First()
	answer(t, p, "Open a copy")
	says(t, p, "This is a copy of the office as it was.")
	if p.office == nil || p.office.Path() == path || filepath.Dir(p.office.Path()) != filepath.Dir(path) {
		t.Fatal("no copy is open")
	}
	if got := LastOffice(p.app); got != path {
		t.Errorf("the next start goes on with %q", got)
	}
}

func TestBackFromWhatThereIsLeadsToTheFirstPage(t *testing.T) {
	p, path := window(t), spoiled(t)
	p.Open(path)
	test.Tap(find[*widgets.Button](t, p, "start.rescue"))
	test.Tap(find[*widgets.Button](t, p, "rescue.back"))
	find[*widgets.Button](t, p, "start.sample")
	test.Tap(find[*widgets.Button](t, p, "start.rescue"))
}

func TestHelpWithAFileIsOfferedOnlyWhereOneFailed(t *testing.T) {
	p := window(t)
	walk(p.window.Content(), func(o fyne.CanvasObject) {
		if n, ok := o.(interface{ InspectName() string }); ok && n.InspectName() == "start.rescue" {
			t.Error("it is offered before anything was opened")
		}
	})
}

package ui

import (
	"path/filepath"
	"strings"
	"testing"

	"almoner/data"
	"almoner/data/sample"
	"almoner/data/sqlite"
	"almoner/ui/desk"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// wholeSample is the window with all that the sample office holds, which has every kind of record.
func wholeSample(t *testing.T) *Program {
	t.Helper()
	p, path := window(t), filepath.Join(t.TempDir(), "Office.almoner")
	details, records := sample.Office()
	o, err := sqlite.Create(t.Context(), path, details, me)
	if err != nil {
		t.Fatal(err)
	}
	if err := o.SaveAll(t.Context(), records, nil); err != nil {
		t.Fatal(err)
	}
	if err := o.Close(); err != nil {
		t.Fatal(err)
	}
	p.Open(path)
	return p
}

// oneOfEach is the first record of each kind that has a page in the window.
func oneOfEach(p *Program) []data.Record {
	var found []data.Record
	seen := map[data.Kind]bool{}
	_, records := sample.Office()
	for _, rec := range records {
		kind := rec.RecordKind()
		if !seen[kind] && p.shell.pageOf(kind, rec.Stamped().ID) != nil {
			found = append(found, rec)
		}
		seen[kind] = true
	}
	return found
}

// leaves are the leaves of the page that is shown; nil where it has none.
func leaves(p *Program) (found *container.AppTabs) {
	walk(p.shell.current().Content(), func(o fyne.CanvasObject) {
		if tabs, ok := o.(*container.AppTabs); ok && found == nil {
			found = tabs
		}
	})
	return found
}

func TestEveryRecordOpensWithTheKeyboardInTheLeafThatIsShown(t *testing.T) {
	if testing.Short() {
		t.Skip("it looks at every page, which has one goroutine: it is left out where races are looked for")
	}
	p := wholeSample(t)
	canvas := p.window.Canvas()
	for _, rec := range oneOfEach(p) {
		canvas.Unfocus()
		p.shell.OpenRecord(rec.RecordKind(), rec.Stamped().ID, "")
		tabs := leaves(p)
		for range tabs.Items {
			leaf := tabs.Selected()
			if !widgets.HasKeyboard(canvas, leaf.Content) {
				t.Errorf("%s, %s: the keyboard is with %v", rec.RecordKind(), leaf.Text, canvas.Focused())
			}
			if e, ok := canvas.Focused().(*widgets.Entry); ok && e.SelectedText() != "" {
				t.Errorf("%s, %s: the next key would replace %q", rec.RecordKind(), leaf.Text, e.SelectedText())
			}
			canvas.Unfocus() // as a click on the name of a leaf does
			tabs.SelectIndex((tabs.SelectedIndex() + 1) % len(tabs.Items))
		}
	}
}

func TestEverySectionHasTheKeyboardOnceItIsShown(t *testing.T) {
	p := wholeSample(t)
	for _, sec := range sections {
		firstGrant(t, p)
		p.shell.section(sec.name)
		if !widgets.HasKeyboard(p.window.Canvas(), p.shell.current().Content()) {
			t.Errorf("%s: the keyboard is with %v", sec.name, p.window.Canvas().Focused())
		}
		tabs := leaves(p)
		if tabs == nil {
			continue
		}
		for range tabs.Items {
			press(t, p, "Next leaf of the page")
			if !widgets.HasKeyboard(p.window.Canvas(), tabs.Selected().Content) {
				t.Errorf("%s, %s: the keyboard is with %v", sec.name, tabs.Selected().Text, p.window.Canvas().Focused())
			}
		}
	}
}

func TestTheKeyboardComesBackToTheRowOneCameFrom(t *testing.T) {
	p := wholeSample(t)
	p.shell.section(desk.Grants)
	list := find[*widgets.Register[data.GrantLine]](t, p, "grants.list")
	typed := func(keys ...fyne.KeyName) {
		for _, k := range keys {
			p.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: k})
		}
	}
	typed(fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
	opened, _ := shownBy(p.shell.current())
	for name, back := range map[string]func(){"Back": p.shell.Back, "closing the tab": p.shell.closeShown, "the sidebar": func() { p.shell.section(desk.Grants) }} {
		back()
		if p.window.Canvas().Focused() != list.List() {
			t.Errorf("%s leaves the keyboard with %v", name, p.window.Canvas().Focused())
		}
		typed(fyne.KeyReturn)
		if again, _ := shownBy(p.shell.current()); again != opened {
			t.Errorf("after %s, Enter opens %v, and not %v", name, again, opened)
		}
	}
	p.shell.section(desk.Funds)
	find[*widgets.Entry](t, p, "funds.search").OnEnter()
	p.shell.Back()
	if p.window.Canvas().Focused() != find[*widgets.Register[*data.Fund]](t, p, "funds.list").List() {
		t.Errorf("opened from the search and come back from, %v has the keyboard", p.window.Canvas().Focused())
	}
}

func TestTheKeyboardComesBackToTheFieldOneLeft(t *testing.T) {
	p := window(t)
	p.Sample()
	firstGrant(t, p)
	p.window.Canvas().Focus(find[*widgets.Entry](t, p, "grant.reference"))
	p.shell.section(desk.Funds)
	p.shell.Back()
	if f, ok := p.window.Canvas().Focused().(*widgets.Entry); !ok || f.InspectName() != "grant.reference" {
		t.Errorf("come back to the page, %v has the keyboard", p.window.Canvas().Focused())
	}
}

func TestARowThatMovesKeepsTheKeyboard(t *testing.T) {
	p := window(t)
	p.Sample()
	p.shell.section(desk.Grants)
	list := find[*widgets.Register[data.GrantLine]](t, p, "grants.list")
	list.First() // Helpline, before Outreach worker
	find[*widgets.Entry](t, p, "grant.title").SetText("Zebra")
	e, _ := p.shell.current().(desk.Editor)
	e.Save(nil)
	p.shell.closeShown()
	p.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if title := p.shell.current().Title(); title != "Zebra" {
		t.Errorf("Enter on the row one came from opens %q", title)
	}
}

func TestThePaperIsShownOnTheWholePageAndPutBackByEscape(t *testing.T) {
	p := window(t)
	p.Sample()
	firstGrant(t, p)
	press(t, p, "Show the paper on the whole page")
	pages := find[fyne.Focusable](t, p, "grant.paper.pages")
	if p.window.Canvas().Focused() != pages {
		t.Errorf("the keyboard is with %v", p.window.Canvas().Focused())
	}
	paper, ok := pages.(fyne.CanvasObject)
	if room := p.shell.current().Content().Size().Width; !ok || paper.Size().Width < room*0.95 {
		t.Errorf("the paper has %.0f of %.0f", paper.Size().Width, room)
	}
	if strings.Contains(words(p), "Name of grant") {
		t.Error("the form is still there")
	}
	press(t, p, "Show the paper at 100 %")
	press(t, p, "Show the paper larger")
	says(t, p, "The paper is shown at 125 %.")
	pages.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	says(t, p, "Name of grant")
	if f, ok := p.window.Canvas().Focused().(*widgets.Entry); !ok || f.InspectName() != "grant.title" {
		t.Errorf("after Escape the keyboard is with %v", p.window.Canvas().Focused())
	}
	p.shell.SetPreview(false)
	p.shell.section(desk.Funds)
	p.shell.Back()
	press(t, p, "Show the paper larger") // which is not shown beside the form
	find[fyne.Focusable](t, p, "grant.paper.pages")
}

// press does what an item of the menu with a key does.
func press(t *testing.T, p *Program, label string) {
	t.Helper()
	for _, menu := range p.window.MainMenu().Items {
		for _, item := range menu.Items {
			if item.Label == label && !item.Disabled && item.Shortcut != nil {
				item.Action()
				return
			}
		}
	}
	t.Fatalf("no key says “%s”", label)
}

func TestTheFirstStepsComeBackFromTheMenuHelp(t *testing.T) {
	p := window(t)
	p.Sample()
	p.shell.section(desk.Home)
	find[*widgets.Button](t, p, "home.steps.later").Tapped(nil)
	p.shell.section(desk.Grants)
	for _, item := range p.helpMenu().Items {
		if item.Label == "First steps" {
			item.Action()
		}
	}
	find[*widgets.Button](t, p, "home.step.office")
}

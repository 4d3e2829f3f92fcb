package ui

import (
	"fmt"
	"strings"
	"testing"

	"almoner/data"
	"almoner/ui/desk"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
)

// tabs are the titles of what is open, the one that is shown in brackets.
func tabs(p *Program) string {
	var titles []string
	for _, t := range p.shell.tabs.drawn {
		title := t.title
		if t.chosen {
			title = "[" + title + "]"
		}
		titles = append(titles, title)
	}
	return strings.Join(titles, " | ")
}

func wantTabs(t *testing.T, p *Program, want string) {
	t.Helper()
	if got := tabs(p); got != want {
		t.Errorf("the tabs are %s, want %s", got, want)
	}
}

func TestClosingAPageWithUnsavedChangesAsks(t *testing.T) {
	p := window(t)
	p.Sample()
	firstGrant(t, p)
	title := find[*widgets.Entry](t, p, "grant.title")
	title.SetText("Helpline by night")
	wantTabs(t, p, "Grants | [Helpline by night •]")

	p.shell.closeShown()
	says(t, p, "Save your changes?")
	answer(t, p, "Stay here")
	if find[*widgets.Entry](t, p, "grant.title").Text != "Helpline by night" {
		t.Error("what was typed is gone")
	}
	p.shell.closeShown()
	answer(t, p, "Save")
	wantTabs(t, p, "[Grants]")
	says(t, p, "Saved “Helpline by night”.")
	says(t, p, "Helpline by night | Harbour")

	firstGrant(t, p)
	find[*widgets.Entry](t, p, "grant.title").SetText("Nonsense")
	p.shell.closeShown()
	answer(t, p, "Don’t save")
	if strings.Contains(words(p), "Nonsense") {
		t.Error("changes that were given up are in the list")
	}
}

func TestWhatIsUnsavedStaysInItsTab(t *testing.T) {
	p := window(t)
	p.Sample()
	firstGrant(t, p)
	find[*widgets.Entry](t, p, "grant.title").SetText("Helpline by night")
	p.shell.section(desk.Requests)
	wantTabs(t, p, "[Requests] | Helpline by night •")
	find[*widgets.Register[*data.FOIRequest]](t, p, "requests.list").First()
	find[*widgets.Entry](t, p, "request.subject").SetText("All grants")
	wantTabs(t, p, "Requests | Helpline by night • | [FOI/1 – All grants •]")
	firstGrant(t, p)
	wantTabs(t, p, "Grants | [Helpline by night •] | FOI/1 – All grants •")
	if got := find[*widgets.Entry](t, p, "grant.title").Text; got != "Helpline by night" {
		t.Errorf("opened again, the page says %q", got)
	}
	path := p.office.Path()
	p.Open(path)
	says(t, p, "“Helpline by night” has changes that are not saved yet.")
	answer(t, p, "Don’t save")
	says(t, p, "“FOI/1 – All grants” has changes that are not saved yet.")
	answer(t, p, "Save")
	if got := data.All[*data.FOIRequest](p.office.Register())[0].Subject; got != "All grants" {
		t.Errorf("the request is about %q", got)
	}
	wantTabs(t, p, "Grants | Helpline | [FOI/1 – All grants]")
}

func TestBackAndForwardGoTheWayOneCame(t *testing.T) {
	p := window(t)
	p.Sample()
	firstGrant(t, p)
	p.shell.section(desk.Funds)
	for _, step := range []struct {
		do   func()
		want string
	}{
		{p.shell.Back, "Funds | [Helpline]"},
		{p.shell.Back, "[Grants] | Helpline"},
		{p.shell.Forward, "Grants | [Helpline]"},
		{func() { p.shell.beside(1) }, "[Grants] | Helpline"},
		{func() { p.shell.beside(-1) }, "Grants | [Helpline]"},
		{p.shell.closeShown, "[Grants]"},
	} {
		step.do()
		wantTabs(t, p, step.want)
	}
	p.shell.current().(desk.Maker).New()
	wantTabs(t, p, "Grants | [New grant]")
	p.shell.Back()
	wantTabs(t, p, "[Grants]")
}

func TestOfManyTabsTheOneNotLookedAtForLongestCloses(t *testing.T) {
	p := window(t)
	p.Sample()
	var funds []*data.Fund
	for i := range mostTabs {
		f := &data.Fund{Stamp: data.Stamp{ID: data.NewID()}, Programme: fmt.Sprint("Fund ", i), Status: data.Won}
		if _, err := p.office.Save(t.Context(), f); err != nil {
			t.Fatal(err)
		}
		funds = append(funds, f)
	}
	firstGrant(t, p)
	find[*widgets.Entry](t, p, "grant.title").SetText("Unsaved")
	for _, f := range append(funds, funds[0]) {
		p.shell.OpenRecord(data.KindFund, f.ID, "")
	}
	want := "Grants | Unsaved •"
	for _, f := range funds {
		want += " | " + f.Programme
	}
	want = strings.Replace(want, " | Fund 0", "", 1) + " | [Fund 0]" // which had made room for the last, and was opened again
	want = strings.Replace(want, " | Fund 1", "", 1)
	wantTabs(t, p, want)
}

func TestTheLeavesOfAPageAreTurnedByKeys(t *testing.T) {
	p := window(t)
	p.Sample()
	firstGrant(t, p)
	press(t, p, "Next leaf of the page")
	says(t, p, "Total stated in a paper")
	if f, ok := p.window.Canvas().Focused().(*widgets.Entry); !ok || !strings.HasPrefix(f.InspectName(), "grant.awards[0].") {
		t.Errorf("the keyboard is in %v", p.window.Canvas().Focused())
	}
	press(t, p, "Leaf before")
	if f, ok := p.window.Canvas().Focused().(*widgets.Entry); !ok || f.InspectName() != "grant.title" {
		t.Errorf("back on the first leaf the keyboard is in %v", p.window.Canvas().Focused())
	}
	p.shell.section(desk.Funds)
	press(t, p, "Next leaf of the page")
	find[*widgets.Entry](t, p, "rounds.search")
}

func TestOfManyTabsTheOneThatIsShownIsInSightAndTheRestAreInAMenu(t *testing.T) {
	p := window(t)
	p.Sample()
	p.window.Resize(usualSize)
	for i := range mostTabs {
		r := &data.FOIRequest{Stamp: data.Stamp{ID: data.NewID()}, Reference: data.Reference(fmt.Sprintf("FOI/OPCC/25-%03d", i)), Subject: "All grants to helplines in the western districts", Received: data.NewDate(2025, 5, 1), Status: data.Drafted}
		if _, err := p.office.Save(t.Context(), r); err != nil {
			t.Fatal(err)
		}
		p.shell.OpenRecord(data.KindFOIRequest, r.ID, "")
	}
	bar := p.shell.tabs
	inSight := func(what string) {
		t.Helper()
		seen := 0
		for _, tab := range bar.tabs {
			if !tab.open.Visible() {
				continue
			}
			seen++
			if end := tab.open.Position().X + tab.open.Size().Width; end > bar.content.Size().Width {
				t.Errorf("%s, %q ends at %.0f of %.0f", what, tab.open.Text, end, bar.content.Size().Width)
			}
			if tab.open.Size().Width < tab.open.MinSize().Width {
				t.Errorf("%s, %q is cut", what, tab.open.Text)
			}
			if i := seen - 2; i >= 0 && !strings.HasPrefix(tab.open.Text, "FOI/OPCC/25-0") {
				t.Errorf("%s, a tab says %q", what, tab.open.Text)
			}
		}
		if !bar.tabs[bar.chosen()].open.Visible() {
			t.Errorf("%s, the tab that is shown is out of sight", what)
		}
		if seen < 3 {
			t.Errorf("%s, %d tabs are in sight", what, seen)
		}
		if more, want := find[*widgets.Button](t, p, "tabs.more").Text, fmt.Sprintf("%d more", len(bar.tabs)-seen); more != want {
			t.Errorf("%s, the menu says %q, want %q", what, more, want)
		}
	}
	inSight("opened last")
	for i := range bar.tabs { // all the way round
		p.shell.beside(1)
		inSight(fmt.Sprintf("%d steps on", i+1))
	}
	p.shell.section(desk.Requests)
	hidden := ""
	for _, tab := range bar.tabs {
		if !tab.open.Visible() {
			hidden = tab.title
		}
	}
	p.window.Canvas().Focus(bar.more)
	bar.more.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	menu := p.window.Canvas().Focused()
	menu.TypedKey(&fyne.KeyEvent{Name: fyne.KeyUp}) // the last of them
	menu.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if got := p.shell.current().Title(); got != hidden {
		t.Errorf("the menu leads to %q, and not to %q", got, hidden)
	}
}

func TestATitleThatIsShortenedKeepsItsReferenceAndTheSignOfWhatIsUnsaved(t *testing.T) {
	for title, want := range map[string]string{
		"Helpline": "Helpline",
		"Bereaved by homicide: legal and practical help":   "Bereaved by hom…",
		"Bereaved by homicide: legal and practical help •": "Bereaved by hom… •",
		"FOI/OPCC/2025-26/0003 – All grants":               "FOI/OPCC/2025-26/0003…",
	} {
		if got := shortened(title, 16); got != want {
			t.Errorf("%q is shortened to %q, want %q", title, got, want)
		}
	}
}

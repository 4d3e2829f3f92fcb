package ui

import (
	"fmt"
	"strings"
	"testing"

	"almoner/data"
	"almoner/ui/desk"
	"almoner/ui/widgets"
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

package ui

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"almoner/data"
	"almoner/ui/desk"
	"almoner/ui/theme"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestFirstStartOffersTheWaysToBegin(t *testing.T) {
	p := window(t)
	test.Tap(find[*widgets.Button](t, p, "start.sample"))
	says(t, p, "Needs attention today")
	test.Tap(find[*widgets.Button](t, p, "section.Grants"))
	says(t, p, "2 of 2 grants · £5,600 · 1 recipient")
	if p.app.Preferences().String(lastOffice) == "" {
		t.Error("the next start would not know which office was open")
	}
}

func TestFileThatIsNoOfficeIsSaidAndLeftAlone(t *testing.T) {
	folder := t.TempDir()
	for name, content := range map[string]string{"Letter.almoner": "Dear all", "Empty.almoner": "", "Budget.pdf": "%PDF-1.7\n"} {
		p := window(t)
		file := filepath.Join(folder, name)
		if err := os.WriteFile(file, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		p.Open(file)
		says(t, p, name)
		find[*widgets.Button](t, p, "start.open")
		if after, err := os.ReadFile(file); err != nil || !bytes.Equal(after, []byte(content)) {
			t.Errorf("%s was touched", name)
		}
	}
	p := window(t)
	p.Open(folder)
	says(t, p, "folder")
}

func TestAnOfficeIsLookedForAmongFiles(t *testing.T) {
	p := window(t)
	test.Tap(find[*widgets.Button](t, p, "start.open"))
	says(t, p, "Open an office")
	p = window(t)
	test.Tap(find[*widgets.Button](t, p, "start.empty"))
	find[*widgets.Entry](t, p, "ask.text").SetText("Office of the Commissioner for Elmshire")
	answer(t, p, "Done")
	says(t, p, "Where is the office file to lie?")
}

func TestAnEmptyOfficeIsMadeAndAFirstGrantPutIntoIt(t *testing.T) {
	p := window(t)
	path := filepath.Join(t.TempDir(), "Office.almoner")
	if err := os.WriteFile(path, nil, 0o600); err != nil { // as the dialog leaves it
		t.Fatal(err)
	}
	p.createAt(path, "Office of the Commissioner for Elmshire")
	p.shell.section(desk.Grants)
	says(t, p, "There is no grant yet.")
	p.shell.current().(desk.Maker).New()
	find[*widgets.Entry](t, p, "grant.title").SetText("Outreach")
	p.shell.current().(desk.Editor).Save(nil)
	p.shell.Back()
	says(t, p, "1 of 1 grant · £0 · 0 recipients")
	find[*widgets.Entry](t, p, "grants.search").SetText("something else")
	says(t, p, "No grant matches.")
	test.Tap(find[*widgets.Button](t, p, "grants.clear"))
	says(t, p, "Outreach")

	other := filepath.Join(t.TempDir(), "Letter.almoner")
	if err := os.WriteFile(other, []byte("Dear all"), 0o600); err != nil {
		t.Fatal(err)
	}
	p.createAt(other, "Elmshire")
	if b, err := os.ReadFile(other); err != nil || string(b) != "Dear all" {
		t.Errorf("a new office was written over a file: %q, %v", b, err)
	}
	says(t, p, "Letter.almoner")
}

func TestTheWheelScrollsAPageWithThePointerOverATextOfIt(t *testing.T) {
	p := window(t)
	p.Sample()
	firstGrant(t, p)
	p.window.Resize(fyne.NewSize(900, 500))
	title := find[*widgets.Entry](t, p, "grant.title")
	place := func() fyne.Position { return fyne.CurrentApp().Driver().AbsolutePositionForObject(title) }
	before := place()
	test.Scroll(p.window.Canvas(), before.AddXY(20, 12), 0, -8)
	if now := place(); now.Y != before.Y-8 {
		t.Errorf("the field stands at %v after the wheel, at %v before it", now.Y, before.Y)
	}
}

func TestAnythingIsFoundFromAnywhere(t *testing.T) {
	p := window(t)
	p.Sample()
	p.shell.section(desk.Funds)
	p.shell.findAnything()
	says(t, p, "Find on this page | Command | Ctrl+F")
	search := find[*widgets.Entry](t, p, "palette.search")
	search.SetText("harb")
	says(t, p, "Harbour | Organisation | ")
	search.SetText("outr")
	search.OnEnter()
	if got := p.shell.current().Title(); got != "Outreach worker" {
		t.Errorf("found is %q", got)
	}
	p.shell.findAnything()
	find[*widgets.Entry](t, p, "palette.search").SetText("outr harb")
	says(t, p, "Outreach worker | Grant | Recipient: Harbour")
	find[*widgets.Entry](t, p, "palette.search").OnEnter()
	if recipient := find[*widgets.Picker](t, p, "grant.recipient"); p.window.Canvas().Focused() != fyne.Focusable(recipient) {
		t.Errorf("the keyboard is not where the words were found, but in %v", p.window.Canvas().Focused())
	}
	p.shell.findAnything()
	find[*widgets.Entry](t, p, "palette.search").SetText("go to req")
	find[*widgets.Entry](t, p, "palette.search").OnEnter()
	wantTabs(t, p, "[Requests] | Outreach worker")
	p.shell.findAnything()
	find[*widgets.Entry](t, p, "palette.search").SetText("zzz")
	says(t, p, "Nothing has these words.")
	find[*widgets.Entry](t, p, "palette.search").OnEscape()
	if p.window.Canvas().Overlays().Top() != nil {
		t.Error("Escape leaves it open")
	}
}

func TestF1ExplainsThePageThatIsShown(t *testing.T) {
	p := window(t)
	p.Sample()
	p.shell.section(desk.Grants)
	search := find[*widgets.Entry](t, p, "grants.search")
	p.window.Canvas().Focus(search)
	search.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF1})
	wantTabs(t, p, "Grants | [Help]")
	if got := p.shell.help.Shown(); got != "grants" {
		t.Errorf("the help is on %q", got)
	}
	p.shell.section(desk.Requests)
	wantTabs(t, p, "[Requests] | Help")
	p.shell.helpOn("")
	wantTabs(t, p, "Requests | [Help]")
	if got := p.shell.help.Shown(); got != "requests" {
		t.Errorf("the help is on %q", got)
	}
	p.shell.closeShown()
	p.shell.helpOn(startOfHelp)
	wantTabs(t, p, "Requests | [Help]")
}

func TestTheSampleOfficeIsShownAroundOnce(t *testing.T) {
	p := window(t)
	p.Sample()
	says(t, p, "This office is made up, and shown as on 22 Nov 2025.")
	if len(p.shell.tour.Objects) != 1 {
		t.Fatal("nobody shows it around")
	}
	test.Tap(find[*widgets.Button](t, p, "tour.close"))
	path := p.office.Path()
	if len(p.shell.tour.Objects) != 0 {
		t.Error("the tour stays when it is closed")
	}
	p.Open(path)
	p.sayMadeUp()
	if len(p.shell.tour.Objects) != 0 {
		t.Error("the tour comes back")
	}
}

func TestTheSidebarFollowsTheColoursThatAreChosen(t *testing.T) {
	p := window(t)
	p.look(theme.Light)
	p.Sample()
	light := p.shell.sidebar.ground.FillColor
	p.look(theme.Dark)
	if dark := p.shell.sidebar.ground.FillColor; dark == light {
		t.Errorf("behind the sections it stays %v", light)
	}
}

func TestTheKeysAreListed(t *testing.T) {
	p := window(t)
	p.Sample()
	p.shell.section(desk.Grants)
	p.keys()
	says(t, p, "Ctrl+K\nGo: Find anything…")
	says(t, p, "Alt+Left\nGo: Back")
	says(t, p, "F1\nHelp: Help on this page")
	says(t, p, "Ctrl+/\nHelp: Keys")
	answer(t, p, "Close")
}

func TestARemarkLeadsToAnotherRecord(t *testing.T) {
	p := window(t)
	p.Sample()
	firstGrant(t, p)
	find[*widgets.Entry](t, p, "grant.title").SetText("Changed")
	if !p.shell.OpenRecord(data.KindOffice, data.OfficeID, "paper_foot") {
		t.Fatal("the office has no page")
	}
	if e, ok := p.window.Canvas().Focused().(*widgets.Entry); !ok || e.InspectName() != "office.paper_foot" {
		t.Errorf("the keyboard is with %v", p.window.Canvas().Focused())
	}
	if p.shell.OpenRecord(data.KindNewsRelease, "none", "") {
		t.Error("a record that is not there has a page")
	}
}

func TestTheSidebarSaysHowMuchThereIsToDo(t *testing.T) {
	p := window(t)
	p.Sample()
	todo := func(name desk.Section) string { return p.shell.sidebar.segment(name).Text }
	if todo(desk.Requests) != "1" || todo(desk.Funds) != "" || todo(desk.Publish) != "" {
		t.Errorf("requests %q, funds %q, publish %q", todo(desk.Requests), todo(desk.Funds), todo(desk.Publish))
	}
	awarded := data.Clone(data.All[*data.Grant](p.office.Register())[0])
	awarded.AwardDate = data.NewDate(2025, 10, 3)
	if _, err := p.office.Save(t.Context(), awarded); err != nil {
		t.Fatal(err)
	}
	p.shell.Saved(awarded)
	if todo(desk.Publish) != "1" {
		t.Errorf("a grant of last month is to be published; it says %q", todo(desk.Publish))
	}
	r := data.Clone(data.All[*data.FOIRequest](p.office.Register())[0])
	r.Status = data.RequestClosed
	if _, err := p.office.Save(t.Context(), r); err != nil {
		t.Fatal(err)
	}
	p.shell.Saved(r)
	if todo(desk.Requests) != "" {
		t.Errorf("a request that was closed is still to do: %s", todo(desk.Requests))
	}
}

func TestWhatWasSavedIsThereWhenTheOfficeIsOpenedAgain(t *testing.T) {
	p := window(t)
	p.Sample()
	path := p.office.Path()
	firstGrant(t, p)
	selectTab(t, p, "Money")
	find[*widgets.Entry](t, p, "grant.awards[0].amount").SetText("up to 22.5k")
	p.shell.current().(desk.Editor).Save(nil)
	p.Open(path)
	wantTabs(t, p, "Grants | [Helpline]")
	p.shell.section(desk.Grants)
	says(t, p, "up to £22,500")
}

func TestAnAmountThatIsNoneIsSaidAndNothingIsSaved(t *testing.T) {
	p := window(t)
	p.Sample()
	firstGrant(t, p)
	selectTab(t, p, "Money")
	amount := find[*widgets.Entry](t, p, "grant.awards[0].amount")
	amount.SetText("a lot")
	p.shell.current().(desk.Editor).Save(nil)
	says(t, p, "Not saved yet: mend what is said in red first.")
	if amount.Text != "a lot" {
		t.Errorf("what was typed became %q", amount.Text)
	}
	if all := data.All[*data.Grant](p.office.Register()); all[0].Total() != data.Pounds(100) {
		t.Errorf("the register says %v", all[0].Total())
	}
}

func TestTheKeysOfGreyCommandsDoNothing(t *testing.T) {
	p := window(t)
	tried := 0
	try := func() {
		t.Helper()
		for _, menu := range p.window.MainMenu().Items {
			for _, item := range menu.Items {
				if item.Disabled {
					tried++
					item.Action() // as Fyne calls it for the keys of a grey item
				}
			}
		}
	}
	try()
	p.Sample()
	for _, s := range sections {
		p.shell.section(s.name)
		try()
	}
	firstGrant(t, p)
	try()
	p.shell.helpOn(startOfHelp)
	try()
	if tried < 3*len(sections) || p.window.Canvas().Overlays().Top() != nil {
		t.Errorf("%d grey commands were tried, and one did something", tried)
	}
}

func TestEveryShortcutHangsOnAMenuItem(t *testing.T) {
	p := window(t)
	p.Sample()
	p.shell.section(desk.Grants)
	labels := map[string]*fyne.MenuItem{}
	for _, menu := range p.window.MainMenu().Items {
		for _, item := range menu.Items {
			labels[item.Label] = item
		}
	}
	for _, label := range []string{"Save", "Find on this page", "Find anything…", "Back", "Forward", "Close this tab", "Make the PDF", "New grant", "Quit", "Grants", "Requests"} {
		if item := labels[label]; item == nil || item.Shortcut == nil {
			t.Errorf("%q has no shortcut", label)
		}
	}
	if !labels["Save"].Disabled || labels["New grant"].Disabled || !labels["Make the PDF"].Disabled {
		t.Error("on a register one can save or print, or cannot begin a new grant")
	}
}

func TestTheOfficeIsPutAwayBeforeTheProgramEnds(t *testing.T) {
	p := window(t)
	p.Sample()
	ended := false
	p.options.End = func() { ended = p.office == nil }
	p.Quit()
	if !ended {
		t.Error("the program did not end, or ended with its office open")
	}
}

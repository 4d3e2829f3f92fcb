package ui

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"almoner/data"
	"almoner/data/sqlite"
	"almoner/ui/desk"
	"almoner/ui/theme"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

// realFiles are office files as the program uses them; the sample is a small one.
type realFiles struct{ folder string }

var me = sqlite.User{Name: "Ann", Machine: "DESK-1"}

func (f realFiles) Open(ctx context.Context, path string, _ func(done, total int64)) (data.Office, error) {
	o, err := sqlite.Open(ctx, path, me)
	if err != nil {
		return nil, err
	}
	return o, nil
}

func (f realFiles) Create(ctx context.Context, path string, d *data.OfficeDetails) (data.Office, error) {
	o, err := sqlite.Create(ctx, path, d, me)
	if err != nil {
		return nil, err
	}
	return o, nil
}

func (f realFiles) Sample(ctx context.Context) (data.Office, error) {
	o, err := sqlite.Create(ctx, filepath.Join(f.folder, "Sample.almoner"), &data.OfficeDetails{Stamp: data.Stamp{ID: data.OfficeID}, Name: "Elmshire"}, me)
	if err != nil {
		return nil, err
	}
	org := &data.Organisation{Stamp: data.Stamp{ID: data.NewID()}, Name: "Harbour"}
	err = o.SaveAll(ctx, []data.Record{
		org,
		&data.Grant{Stamp: data.Stamp{ID: data.NewID()}, Title: "Outreach worker", Recipient: org.ID, Status: data.Active, Themes: []string{"stalking"}, Awards: []data.Award{{FinancialYear: 2024, Amount: data.Pounds(5500)}}},
		&data.Grant{Stamp: data.Stamp{ID: data.NewID()}, Title: "Helpline", Recipient: org.ID, Status: data.Active, Awards: []data.Award{{FinancialYear: 2023, Amount: data.Pounds(100)}}},
		&data.FOIRequest{Stamp: data.Stamp{ID: data.NewID()}, Reference: "FOI/1", Received: data.NewDate(2025, time.May, 1), Subject: "Grants", Status: data.Drafted},
	}, nil)
	return o, err
}

// window is a program in the test driver, whose work is done at once.
func window(t *testing.T) *Program {
	t.Helper()
	folder := t.TempDir()
	p := New(test.NewTempApp(t), Options{
		Care:   sqlite.Care{User: me, Folder: t.TempDir()},
		Files:  realFiles{folder},
		Papers: func() (string, error) { return folder, nil },
		Show:   func(string) error { return nil },
		Today:  func(string) data.Date { return data.NewDate(2025, time.November, 22) },
		Log:    slog.New(slog.NewTextHandler(io.Discard, nil)),
		Go:     func(work func()) { work() },
	})
	t.Cleanup(p.close)
	p.Reopen()
	return p
}

// find is the visible widget that calls itself name.
func find[W any](t *testing.T, p *Program, name string) W {
	t.Helper()
	var found W
	var ok bool
	roots := append([]fyne.CanvasObject{p.window.Content()}, p.window.Canvas().Overlays().List()...)
	for _, root := range roots {
		walk(root, func(o fyne.CanvasObject) {
			if n, named := o.(interface{ InspectName() string }); named && n.InspectName() == name {
				if w, is := o.(W); is {
					found, ok = w, true
				}
			}
		})
	}
	if !ok {
		t.Fatalf("there is no %s in the window, which says:\n%s", name, words(p))
	}
	return found
}

func walk(o fyne.CanvasObject, visit func(fyne.CanvasObject)) {
	if o == nil || !o.Visible() {
		return
	}
	visit(o)
	switch o := o.(type) {
	case *fyne.Container:
		for _, c := range o.Objects {
			walk(c, visit)
		}
	case fyne.Widget:
		for _, c := range test.WidgetRenderer(o).Objects() {
			walk(c, visit)
		}
	}
}

// words are all words that are visible.
func words(p *Program) string {
	var b strings.Builder
	for _, root := range append([]fyne.CanvasObject{p.window.Content()}, p.window.Canvas().Overlays().List()...) {
		walk(root, func(o fyne.CanvasObject) {
			switch o := o.(type) {
			case *widget.Label:
				b.WriteString(o.Text + "\n")
			case interface{ InspectText() string }:
				b.WriteString(o.InspectText() + "\n")
			}
		})
	}
	return b.String()
}

func says(t *testing.T, p *Program, sentence string) {
	t.Helper()
	if all := words(p); !strings.Contains(all, sentence) {
		t.Errorf("the window does not say %q, but:\n%s", sentence, all)
	}
}

// answer taps an answer of the question in front of the window.
func answer(t *testing.T, p *Program, label string) {
	t.Helper()
	find[fyne.Tappable](t, p, "answer."+label).Tapped(nil)
}

func selectTab(t *testing.T, p *Program, title string) {
	t.Helper()
	walk(p.window.Content(), func(o fyne.CanvasObject) {
		if tabs, ok := o.(*container.AppTabs); ok {
			for i, item := range tabs.Items {
				if item.Text == title {
					tabs.SelectIndex(i)
				}
			}
		}
	})
}

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

// firstGrant opens the first grant of the list.
func firstGrant(t *testing.T, p *Program) {
	t.Helper()
	p.shell.section(desk.Grants)
	find[*widgets.Register[data.GrantLine]](t, p, "grants.list").First()
}

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

func TestWhatWasDeletedIsPutBack(t *testing.T) {
	p := window(t)
	p.Sample()
	firstGrant(t, p)
	p.shell.current().(desk.Remover).Delete()
	answer(t, p, "Delete it")
	wantTabs(t, p, "[Grants]")
	says(t, p, "1 of 1 grant")
	test.Tap(find[*widgets.Button](t, p, "foot.doing"))
	wantTabs(t, p, "Grants | [Helpline]")
	says(t, p, "“Helpline” is back.")
	p.shell.Back()
	says(t, p, "2 of 2 grants")
}

func TestThePageOfAPersonWhoWasTakenOutCloses(t *testing.T) {
	p := window(t)
	p.Sample()
	quill := &data.Contact{Stamp: data.Stamp{ID: data.NewID()}, Name: "Ariadne Quill"}
	firstGrant(t, p)
	if _, err := p.office.Save(t.Context(), quill); err != nil {
		t.Fatal(err)
	}
	p.shell.OpenRecord(data.KindContact, quill.ID, "")
	wantTabs(t, p, "Grants | Helpline | [Ariadne Quill]")
	test.Tap(find[*widgets.Button](t, p, "contact.held"))
	test.Tap(find[*widgets.Button](t, p, "held.remove"))
	answer(t, p, "Take the person out")
	wantTabs(t, p, "Grants | Helpline | [What became of Ariadne Quill]")
	p.shell.Back()
	wantTabs(t, p, "Grants | [Helpline] | What became of Ariadne Quill")
}

func TestThePageThatIsShownSaysThatItsRecordWasDeleted(t *testing.T) {
	p := window(t)
	p.Sample()
	firstGrant(t, p)
	for _, g := range data.All[*data.Grant](p.office.Register()) {
		if err := p.office.Delete(t.Context(), g); err != nil {
			t.Fatal(err)
		}
		p.shell.Saved(&data.Grant{Stamp: data.Stamp{ID: g.ID}})
	}
	wantTabs(t, p, "Grants | [Helpline]")
	says(t, p, "Deleted: the office does not hold this any more")
	p.shell.Back()
	wantTabs(t, p, "[Grants]")
}

func TestWhatWasDeletedLongAgoIsFoundAndBroughtBack(t *testing.T) {
	p := window(t)
	p.Sample()
	p.shell.bringBack()
	says(t, p, "No record of this office has been deleted.")
	answer(t, p, "Close")
	for _, g := range data.All[*data.Grant](p.office.Register()) {
		if err := p.office.Delete(t.Context(), g); err != nil {
			t.Fatal(err)
		}
	}
	p.shell.bringBack()
	says(t, p, "Outreach worker | Grant | ")
	search := find[*widgets.Entry](t, p, "gone.search")
	search.SetText("zzz")
	says(t, p, "Nothing that was deleted has these words.")
	search.SetText("helpl")
	search.OnEnter()
	says(t, p, "“Helpline” is back.")
	wantTabs(t, p, "Home | [Helpline]")
	if n := len(data.All[*data.Grant](p.office.Register())); n != 1 {
		t.Errorf("%d grants are back", n)
	}
}

func TestEverythingIsShownLargerAndSmaller(t *testing.T) {
	p := window(t)
	p.Sample()
	size := func() float32 { return p.app.Settings().Theme().Size("text") }
	usual := size()
	p.scale(1)
	p.scale(1)
	says(t, p, "Everything is shown at 125 %.")
	if got := size(); got != usual*1.25 {
		t.Errorf("letters are %v high, not %v", got, usual*1.25)
	}
	for range 20 {
		p.scale(-1)
	}
	if got := size(); got != usual*0.8 {
		t.Errorf("the smallest letters are %v high", got)
	}
	p.scale(0)
	if got := size(); got != usual {
		t.Errorf("letters are %v high as usual, not %v", got, usual)
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

func TestEveryPageFitsASmallScreenWhenEverythingIsTwiceAsLarge(t *testing.T) {
	p := window(t)
	p.Sample()
	p.shell.endTour()
	for p.app.Preferences().Int(sizeChosen) < 200 {
		p.scale(1)
	}
	const width, height = 1280, 720 - 60 // less the title and the menu
	fits := func(what string) {
		t.Helper()
		if least := p.shell.content.MinSize(); least.Width > width || least.Height > height {
			t.Errorf("%s needs %.0f by %.0f", what, least.Width, least.Height)
		}
	}
	for _, sec := range sections {
		p.shell.section(sec.name)
		fits(string(sec.name))
	}
	for _, rec := range []data.Record{data.All[*data.Grant](p.office.Register())[0], data.All[*data.FOIRequest](p.office.Register())[0]} {
		p.shell.OpenRecord(rec.RecordKind(), rec.Stamped().ID, "")
		fits(rec.Label())
	}
	p.shell.helpOn(startOfHelp)
	fits("the help")
}

func TestEveryPageFitsASmallScreenAtTheUsualSize(t *testing.T) {
	p := window(t)
	p.Sample()
	p.shell.endTour()
	room := usualSize.SubtractWidthHeight(p.shell.sidebar.content.MinSize().Width+24, 130) // less the sections, the tabs and the foot
	for _, sec := range sections {
		p.shell.section(sec.name)
		if least := p.shell.current().Content().MinSize(); least.Width > room.Width || least.Height > room.Height {
			t.Errorf("%s needs %.0f by %.0f of %.0f by %.0f", sec.name, least.Width, least.Height, room.Width, room.Height)
		}
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
	if todo(desk.Requests) != "1" || todo(desk.Funds) != "" {
		t.Errorf("requests %q, funds %q", todo(desk.Requests), todo(desk.Funds))
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

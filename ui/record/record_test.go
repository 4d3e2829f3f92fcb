package record_test

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"almoner/data"
	"almoner/ui/desk"
	"almoner/ui/lang"
	"almoner/ui/record"
	"almoner/ui/uitest"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
)

// page is the page of a grant with a few of its fields, enough to see what every page does.
func page(d desk.Desk, g *data.Grant) desk.Page {
	return record.New(d, record.Kind[*data.Grant]{
		Section: desk.Grants,
		Name:    "grant",
		Heading: func(g *data.Grant) string { return g.Title },
		Tabs: func(p *record.Page[*data.Grant]) []record.Tab {
			rows := record.NewRows(p.Form, p.Touch, record.RowsOf[data.Award]{
				Key: "awards", List: &p.Record.Awards, Add: "Add a year",
				Fresh: func([]data.Award) data.Award { return data.Award{ID: data.NewRowID(), FinancialYear: 2025} },
				Row: func(at string, a *data.Award) fyne.CanvasObject {
					return widgets.Columns(
						p.Form.Year(at+"financial_year", "Year", p.Desk.Office().Register().Details(), &a.FinancialYear),
						p.Form.Money(at+"amount", "Amount", "", &a.Amount),
					)
				},
			})
			return []record.Tab{
				{Title: "Details", Content: record.Sheet(
					p.Form.Text("title", "Name", "", &p.Record.Title),
					p.Form.Lines("purpose", "Purpose", "", 2, &p.Record.Purpose),
					p.Form.Pick("recipient", "Recipient", "", record.PickOrganisation(p.Desk, "Nobody yet"), &p.Record.Recipient),
					rows.Content,
				)},
				p.History(),
			}
		},
	}, g)
}

func grant(title string) *data.Grant {
	return &data.Grant{Stamp: data.Stamp{ID: data.NewID()}, Title: title, Status: data.Active}
}

// stored is the grant as the register of the office has it.
func stored(t *testing.T, o data.Office, g *data.Grant) *data.Grant {
	t.Helper()
	kept, ok := data.Get[*data.Grant](o.Register(), g.ID)
	if !ok {
		t.Fatalf("the office does not hold %q", g.Title)
	}
	return kept
}

// open makes an office with one grant, and opens its page.
func open(t *testing.T) (*uitest.Desk, *data.Grant) {
	t.Helper()
	g := grant("Helpline")
	d := uitest.NewDesk(t, g)
	d.Open(page(d, stored(t, d.Office(), g)))
	return d, g
}

func dirty(t *testing.T, d *uitest.Desk) bool {
	t.Helper()
	e, ok := d.Page().(desk.Editor)
	if !ok {
		t.Fatal("the page has nothing to save")
	}
	return e.Dirty()
}

func TestAPageKnowsWhetherItIsSaved(t *testing.T) {
	d, _ := open(t)
	d.Must("Saved ", " by Ann")
	if dirty(t, d) || d.Page().Title() != "Helpline" {
		t.Errorf("before anything is typed: dirty %v, called %q", dirty(t, d), d.Page().Title())
	}
	d.Type("grant.title", "Helpline for all")
	d.Must("Changed, not saved yet")
	if !dirty(t, d) || d.Page().Title() != "Helpline for all •" {
		t.Errorf("after typing: dirty %v, called %q", dirty(t, d), d.Page().Title())
	}
	d.Type("grant.title", "Helpline")
	d.Must("Saved ")
	if dirty(t, d) {
		t.Error("typed back to what it was, it is still dirty")
	}
	d.Tap("grant.awards.add")
	if !dirty(t, d) {
		t.Error("with a row more it is not dirty")
	}
	d.Tap("grant.awards[0].remove")
	if dirty(t, d) {
		t.Error("with the row taken out again it is still dirty")
	}
}

func TestSavingWritesIntoTheFileAndSaysSo(t *testing.T) {
	d, g := open(t)
	d.Type("grant.title", "Helpline for all")
	d.Pick("grant.recipient", "Harbour")
	d.Tap("grant.awards.add")
	d.Type("grant.awards[0].amount", "5.5k")
	d.Tap("grant.save")
	kept := stored(t, d.Colleague(), g)
	if kept.Title != "Helpline for all" || len(kept.Awards) != 1 || kept.Awards[0].Amount != data.Pounds(5500) {
		t.Errorf("the file holds %+v", kept)
	}
	if d.LastSaid() != "Saved “Helpline for all”." || dirty(t, d) {
		t.Errorf("said %q, dirty %v", d.LastSaid(), dirty(t, d))
	}
	d.Must("Saved ", " by Ann")
	d.Type("grant.title", "Again") // the next save comes after this one, not beside it
	d.Save()
	if d.Asked() || stored(t, d.Colleague(), g).Title != "Again" {
		t.Errorf("the second save: explained %q, file %q", d.Explained, stored(t, d.Colleague(), g).Title)
	}
}

func TestANewRecordIsSavedOnlyWhenItHasAName(t *testing.T) {
	d := uitest.NewDesk(t)
	g := grant("")
	d.Open(page(d, g))
	if d.Focused() != "grant.title" {
		t.Errorf("the keyboard is with %q", d.Focused())
	}
	d.Type("grant.purpose", "To help")
	d.Must("New, not saved yet")
	d.MustNot("needs a name")
	d.Save()
	d.Must("The grant needs a name.")
	if d.Focused() != "grant.title" || d.LastSaid() != "Not saved yet: mend what is said in red first." {
		t.Errorf("the keyboard is with %q, said %q", d.Focused(), d.LastSaid())
	}
	if n := len(uitest.Kept[*data.Grant](d)); n != 0 {
		t.Errorf("the file holds %d grants", n)
	}
	d.Keys("Helpline")
	d.MustNot("needs a name")
	d.Save()
	if kept := stored(t, d.Colleague(), g); kept.Purpose != "To help" {
		t.Errorf("the file holds %+v", kept)
	}
}

func TestWhatCannotBeReadIsNotSaved(t *testing.T) {
	d, g := open(t)
	d.Tap("grant.awards.add")
	d.Type("grant.awards[0].amount", "a lot")
	d.Type("grant.title", "Changed")
	d.Save()
	if kept := stored(t, d.Colleague(), g); kept.Title != "Helpline" {
		t.Errorf("saved as %+v", kept)
	}
	if d.Focused() != "grant.awards[0].amount" || !dirty(t, d) {
		t.Errorf("the keyboard is with %q, dirty %v", d.Focused(), dirty(t, d))
	}
}

func TestDroppedChangesAreGoneFromThePage(t *testing.T) {
	d, _ := open(t)
	d.Type("grant.title", "Mine")
	e, _ := d.Page().(desk.Editor)
	e.Discard()
	if got := d.Value("grant.title"); got != "Helpline" || dirty(t, d) {
		t.Errorf("the page shows %q, dirty %v", got, dirty(t, d))
	}
	d.Type("grant.title", "Mine again")
	if !dirty(t, d) {
		t.Error("after changes were dropped, new ones are not noticed")
	}
}

func TestARecordInUseStaysAndSaysByWhom(t *testing.T) {
	harbour := &data.Organisation{Stamp: data.Stamp{ID: data.NewID()}, Name: "Harbour"}
	g := grant("Helpline")
	g.Recipient = harbour.ID
	d := uitest.NewDesk(t, harbour, g)
	kept, _ := data.Get[*data.Organisation](d.Office().Register(), harbour.ID)
	d.Open(record.New(d, record.Kind[*data.Organisation]{
		Name:    "organisation",
		Heading: func(o *data.Organisation) string { return o.Name },
		Tabs:    func(p *record.Page[*data.Organisation]) []record.Tab { return []record.Tab{p.History()} },
	}, kept))
	d.Delete()
	if len(d.Explained) != 1 || d.Explained[0] != "Not deleted: the organisation “Harbour” is named by the grant “Helpline”. Change those first." {
		t.Errorf("explained %q", d.Explained)
	}
	if n := len(uitest.Kept[*data.Organisation](d)); n != 1 {
		t.Errorf("the file holds %d organisations", n)
	}
}

func TestDeletingAsksFirst(t *testing.T) {
	d, g := open(t)
	remover, ok := d.Page().(desk.Remover)
	if !ok {
		t.Fatal("the page cannot be deleted")
	}
	remover.Delete()
	d.Must("Delete this grant?", "“Helpline” goes from every list.")
	d.Press(fyne.KeyEscape)
	if d.Asked() || len(uitest.Kept[*data.Grant](d)) != 1 {
		t.Error("Escape deletes it, or goes on asking")
	}
	d.Delete()
	if _, ok := data.Get[*data.Grant](d.Colleague().Register(), g.ID); ok || d.LastSaid() != "Deleted “Helpline”." {
		t.Errorf("said %q, explained %q", d.LastSaid(), d.Explained)
	}
}

func TestAPageOffersOnlyWhatItCanDo(t *testing.T) {
	d := uitest.NewDesk(t)
	kind := record.Kind[*data.Contact]{Name: "contact", Heading: (*data.Contact).Label, Tabs: func(p *record.Page[*data.Contact]) []record.Tab { return []record.Tab{p.History()} }}
	for name, c := range map[string]struct {
		change          func(*record.Kind[*data.Contact])
		deletes, prints bool
	}{
		"plain":   {func(*record.Kind[*data.Contact]) {}, true, false},
		"lasting": {func(k *record.Kind[*data.Contact]) { k.Lasting = true }, false, false},
	} {
		k := kind
		c.change(&k)
		p := record.New(d, k, &data.Contact{Name: "x"})
		_, deletes := p.(desk.Remover)
		_, prints := p.(desk.Printer)
		if deletes != c.deletes || prints != c.prints {
			t.Errorf("%s: deletes %v, prints %v", name, deletes, prints)
		}
	}
	requests := record.Kind[*data.FOIRequest]{Name: "request", Heading: (*data.FOIRequest).Label, Tabs: func(p *record.Page[*data.FOIRequest]) []record.Tab { return []record.Tab{p.History()} }}
	if _, prints := record.New(d, requests, &data.FOIRequest{Subject: "Grants"}).(desk.Printer); !prints {
		t.Error("a request, which has papers, prints none")
	}
}

func TestTheHistorySaysWhoChangedWhat(t *testing.T) {
	d, _ := open(t)
	d.Type("grant.title", "Helpline for all")
	d.Type("grant.purpose", "To help")
	d.Save()
	d.Turn("History")
	d.Must("Ann on laptop-1", "Name of grant from Helpline to Helpline for all", "Purpose set to To help", "Made the grant.")
}

func TestAChangeIsUndoneFromTheHistory(t *testing.T) {
	d, _ := open(t)
	d.Type("grant.title", "Helpline for all")
	d.Save()
	last := func() string {
		changes, err := d.Office().History(t.Context(), data.KindGrant, uitest.Kept[*data.Grant](d)[0].ID)
		if err != nil {
			t.Fatal(err)
		}
		return "grant.undo." + strconv.FormatInt(changes[0].Sequence, 10)
	}
	d.Type("grant.purpose", "Not saved")
	d.Turn("History")
	d.Tap(last())
	if title := uitest.Kept[*data.Grant](d)[0].Title; title != "Helpline for all" || !strings.Contains(strings.Join(d.Said, " "), "Save what you changed here first") {
		t.Errorf("with changes on the page, the file holds %q; said %q", title, d.Said)
	}
	d.Turn("Details")
	d.Type("grant.purpose", "")
	d.Turn("History")
	d.Tap(last())
	if g := uitest.Kept[*data.Grant](d)[0]; g.Title != "Helpline" {
		t.Errorf("the file holds %+v; explained %q", g, d.Explained)
	}
	d.Must("Name of grant from Helpline for all to Helpline")
	if d.Page().Title() != "Helpline" {
		t.Errorf("the page shows %q", d.Page().Title())
	}
	d.Tap(last()) // and undone again
	if g := uitest.Kept[*data.Grant](d)[0]; g.Title != "Helpline for all" {
		t.Errorf("the file holds %+v; explained %q", g, d.Explained)
	}
}

func TestAListFindsSortsOpensAndMakes(t *testing.T) {
	d := uitest.NewDesk(t, grant("Advocate"), grant("Helpline"), grant("Outreach"))
	var opened []string
	d.Open(record.NewList(d, record.ListKind[*data.Grant]{
		Section: desk.Grants, Name: "grants", Singular: "grant", Plural: "grants", Counted: lang.Counted{One: "{n} grant", Other: "{n} grants"}, Sort: data.Sort{Field: "title", Descending: true},
		Columns: []record.ListColumn[*data.Grant]{record.Column("title", "Name", 1, 100, (*data.Grant).Label)},
		Words:   func(_ *data.Register, g *data.Grant) string { return g.Status.Label() },
		Fresh:   func(desk.Desk) *data.Grant { return grant("Fresh") },
		Open: func(d desk.Desk, g *data.Grant) desk.Page {
			opened = append(opened, g.Title)
			return page(d, g)
		},
	}))
	if d.Focused() != "grants.search" {
		t.Errorf("the keyboard is with %q", d.Focused())
	}
	if lines := d.Lines("grants.list"); len(lines) != 3 || lines[0] != "Outreach" {
		t.Errorf("to begin with: %q", lines)
	}
	d.Tap("grants.list.sort.Name")
	if lines := d.Lines("grants.list"); lines[0] != "Advocate" {
		t.Errorf("sorted the other way: %q", lines)
	}
	d.Type("grants.search", "HELP")
	d.Must("1 of 3 grants")
	d.Keys("x")
	d.Must("No grant matches.", "0 of 3 grants")
	d.Press(fyne.KeyEscape)
	d.Must("3 of 3 grants")
	d.Press(fyne.KeyDown) // into the list, whose first line is lit
	d.Press(fyne.KeyDown, fyne.KeyReturn)
	d.Back()
	d.Tap("grants.new")
	if len(opened) != 2 || opened[0] != "Helpline" || opened[1] != "Fresh" {
		t.Errorf("opened %q", opened)
	}
}

func TestAListIsExportedAsItStands(t *testing.T) {
	d := &printing{uitest.NewDesk(t, grant("Advocate"), grant("Helpline"), grant("Home help")), t.TempDir()}
	d.Open(record.NewList(d, record.ListKind[*data.Grant]{
		Section: desk.Grants, Name: "grants", Singular: "grant", Plural: "grants", Counted: lang.Counted{One: "{n} grant", Other: "{n} grants"}, Sort: data.Sort{Field: "title"},
		Columns: []record.ListColumn[*data.Grant]{record.Column("title", "Name", 1, 100, (*data.Grant).Label)},
		Words:   func(*data.Register, *data.Grant) string { return "" },
		Fresh:   func(desk.Desk) *data.Grant { return grant("") }, Open: page,
	}))
	d.Type("grants.search", "help")
	d.Tap("grants.export")
	d.Take("Web page")
	content, err := os.ReadFile(filepath.Join(d.folder, d.files()))
	if err != nil {
		t.Fatal(err)
	}
	for words, times := range map[string]int{">Helpline<": 1, ">Home help<": 1, ">Advocate<": 0, "With the words “help”": 1, "2 of 3 grants": 1, ">Name<": 1} {
		if strings.Count(string(content), words) != times {
			t.Errorf("%q is not there %d times: %s", words, times, content)
		}
	}
}

func TestTheKeyboardFollowsARowThatComesMovesOrGoes(t *testing.T) {
	d := uitest.NewDesk(t)
	d.Open(page(d, grant("Outreach")))
	d.Tap("grant.awards.add")
	d.Tap("grant.awards.add")
	if got := d.Focused(); got != "grant.awards[1].financial_year" {
		t.Errorf("after a row was added, %q has the keyboard", got)
	}
	d.Tap("grant.awards[0].remove")
	if got := d.Focused(); got != "grant.awards[0].financial_year" {
		t.Errorf("after a row was removed, %q has the keyboard", got)
	}
	d.Tap("grant.awards[0].remove")
	if got := d.Focused(); got != "grant.awards.add" {
		t.Errorf("after the last row was removed, %q has the keyboard", got)
	}
}

package grants

import (
	"slices"
	"testing"

	"almoner/data"
	"almoner/ui/uitest"

	"fyne.io/fyne/v2"
)

func granted(title string, status data.GrantStatus, pounds int64, themes ...string) *data.Grant {
	return &data.Grant{
		Stamp: data.Stamp{ID: data.NewID()}, Title: title, Status: status, Themes: themes,
		Awards: []data.Award{{ID: data.NewRowID(), FinancialYear: 2024, Amount: data.Pounds(pounds)}},
	}
}

func TestSeveralGrantsAreClosedAsFarAsTheirLifeAllows(t *testing.T) {
	d := uitest.NewDesk(t, granted("Advocate", data.Active, 100), granted("Helpline", data.Active, 250), granted("Idea", data.Proposed, 40))
	d.Open(NewRegister(d))
	d.Tap("grants.list.select.all")
	d.Must("3 selected · £350 · 0 recipients · £40 not awarded")
	d.Tap("grants.chosen.close")
	d.Answer("Done")
	d.Must("2 grants will be closed on 10 June 2025.", "1 other stays as before:", "The grant “Idea” is proposed and cannot become closed")
	d.Answer("Close grants")
	of := func(title string) data.GrantStatus { return uitest.KeptAs[*data.Grant](d, title).Status }
	if of("Advocate") != data.Closed || of("Helpline") != data.Closed || of("Idea") != data.Proposed || d.LastSaid() != "2 grants closed." {
		t.Fatalf("said %q, explained %q", d.LastSaid(), d.Explained)
	}
	d.Offered.Do()
	if of("Advocate") != data.Active || of("Helpline") != data.Active {
		t.Errorf("undone they are %s and %s; explained %q", of("Advocate"), of("Helpline"), d.Explained)
	}
}

func TestSeveralGrantsArePutUnderAThemeAndTakenOutOfIt(t *testing.T) {
	d := uitest.NewDesk(t, granted("Advocate", data.Active, 100, "Stalking"), granted("Helpline", data.Active, 250), granted("Worker", data.Active, 40))
	d.Open(NewRegister(d))
	themes := func(title string) []string { return uitest.KeptAs[*data.Grant](d, title).Themes }
	d.Type("grants.search", "a") // not the worker
	d.Type("grants.search", "")
	d.Tap("grants.list.select[0]")
	d.Tap("grants.list.select[1]")
	d.Tap("grants.chosen.theme.add")
	d.Pick("grants.step.theme", " stalking ")
	d.Answer("Done")
	if got := themes("Helpline"); !slices.Equal(got, []string{"Stalking"}) || d.LastSaid() != "1 grant put under the theme “Stalking”." {
		t.Errorf("its themes are %q; said %q, explained %q", got, d.LastSaid(), d.Explained)
	}
	d.Tap("grants.chosen.theme.take")
	d.Answer("Done")
	d.Must("Which theme? None was named.")
	d.Choose("grants.step.theme", "Stalking")
	d.Answer("Done")
	if a, h := themes("Advocate"), themes("Helpline"); len(a) != 0 || len(h) != 0 {
		t.Errorf("the themes are %q and %q", a, h)
	}
	d.Offered.Do()
	if a, h := themes("Advocate"), themes("Helpline"); len(a) != 1 || len(h) != 1 {
		t.Errorf("undone, the themes are %q and %q; explained %q", a, h, d.Explained)
	}
}

func TestAThemeForSeveralGrantsIsOneOfTheOfficesOrMadeDeliberately(t *testing.T) {
	d := uitest.NewDesk(t, granted("Advocate", data.Active, 100, "Stalking"), granted("Helpline", data.Active, 250))
	d.Open(NewRegister(d))
	d.Tap("grants.list.select.all")
	d.Tap("grants.chosen.theme.add")
	d.Answer("Done")
	d.Must("Which theme? None was named.")
	d.Tap("grants.step.theme")
	d.Must("Stalking")
	d.Keys("rural, crime")
	d.Must("+ New theme “rural, crime”")
	d.Press(fyne.KeyReturn)
	d.Answer("Done")
	d.Must("A theme has no comma in it: add one theme at a time.")
	d.Pick("grants.step.theme", "Rural  crime")
	if v := d.Value("grants.step.theme"); v != "Rural crime" {
		t.Errorf("the theme that was made shows as %q", v)
	}
	d.Answer("Done")
	if got := uitest.KeptAs[*data.Grant](d, "Advocate").Themes; !slices.Equal(got, []string{"Stalking", "Rural crime"}) {
		t.Errorf("its themes are %q; said %q, explained %q", got, d.LastSaid(), d.Explained)
	}
}

func TestAViewOfGrantsKeepsItsFilters(t *testing.T) {
	d := uitest.NewDesk(t, granted("Advocate", data.Active, 100, "Stalking"), granted("Helpline", data.Active, 250))
	d.Open(NewRegister(d))
	d.Choose("grants.filter.theme", "Stalking")
	d.Tap("grants.views")
	d.Take("Keep this view…")
	d.Keys("Stalking")
	d.Answer("Done")
	d.Tap("grants.views")
	d.Take("All")
	d.Must("2 of 2 grants")
	if theme := d.Value("grants.filter.theme"); theme != everyTheme {
		t.Errorf("the filter says %q", theme)
	}
	advocate := data.Clone(uitest.KeptAs[*data.Grant](d, "Advocate"))
	d.Tap("grants.views")
	d.Take("Stalking")
	d.Must("1 of 2 grants")
	advocate.Themes = nil
	if _, err := d.Office().Save(t.Context(), advocate); err != nil {
		t.Fatal(err)
	}
	d.Tap("grants.views")
	d.Take("All")
	d.Tap("grants.views")
	d.Take("Stalking")
	if d.LastSaid() != "The view “Stalking” is shown without what is not in the list any more: Theme: Stalking." {
		t.Errorf("said %q", d.LastSaid())
	}
	d.Must("2 of 2 grants")
}

func TestTheListHasTheGrantsOfOneRecipientAndOneFund(t *testing.T) {
	harbour := &data.Organisation{Stamp: data.Stamp{ID: data.NewID()}, Name: "Harbour"}
	beacon := &data.Organisation{Stamp: data.Stamp{ID: data.NewID()}, Name: "Beacon"}
	core := &data.Fund{Stamp: data.Stamp{ID: data.NewID()}, Programme: "Core grant", Status: data.Won}
	one, other := granted("Advocate", data.Active, 100), granted("Helpline", data.Active, 250)
	one.Recipient, other.Recipient = harbour.ID, beacon.ID
	other.Awards[0].Funds = []data.FundShare{{Fund: core.ID, Amount: data.Pounds(250)}}
	d := uitest.NewDesk(t, harbour, beacon, core, one, other)
	d.Open(NewRegister(d))
	d.Pick("grants.filter.recipient", "harb")
	d.Must("1 of 2 grants · £100 · 1 recipient")
	d.Tap("grants.filter.clear")
	d.Must("2 of 2 grants")
	d.Pick("grants.filter.fund", "core")
	d.Must("1 of 2 grants · £250 · 1 recipient")
}

func TestAnAwardThatIsSharedGoesOnWithItsFirstFund(t *testing.T) {
	g := granted("Advocate", data.Active, 100)
	d := uitest.NewDesk(t, g)
	open(d, g)
	d.Turn("Money")
	d.Tap("grant.awards[0].split")
	if d.Focused() != "grant.awards[0].funds[0].fund" {
		t.Errorf("the keyboard is in %q", d.Focused())
	}
}

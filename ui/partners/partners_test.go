package partners

import (
	"testing"
	"time"

	"almoner/data"
	"almoner/ui/uitest"

	"fyne.io/fyne/v2"
)

func organisation(name string) *data.Organisation {
	return &data.Organisation{Stamp: data.Stamp{ID: data.NewID()}, Name: name}
}

func contact(name string, at *data.Organisation) *data.Contact {
	return &data.Contact{Stamp: data.Stamp{ID: data.NewID()}, Name: name, Organisation: at.ID}
}

func TestAnOrganisationIsMadeFoundChangedAndDeleted(t *testing.T) {
	d := uitest.NewDesk(t, organisation("Harbour"), organisation("Westshire Council"))
	d.Open(NewRegister(d))
	d.Tap("partners.new")
	d.Keys("Tŷ Gwyn Trust")
	d.Type("organisation.other_names", "White House ,  TGT")
	d.Focus("organisation.kind")
	d.Press(fyne.KeyDown)
	d.Type("organisation.charity_number", "0123456")
	d.Type("organisation.company_number", "00012345")
	d.Type("organisation.website", "https://tygwyn.example")
	d.Type("organisation.email", "post@tygwyn.example")
	d.Type("organisation.phone", "01632 960001")
	d.Type("organisation.address", "1 High Street\nWestham")
	d.Type("organisation.postcode", "WS1 1AA")
	d.Type("organisation.notes", "Meets on Tuesdays")
	d.Save()

	o := uitest.KeptAs[*data.Organisation](d, "Tŷ Gwyn Trust")
	if len(o.OtherNames) != 2 || o.OtherNames[1] != "TGT" || o.Kind != data.Charity || o.CharityNumber != "0123456" || o.CompanyNumber != "00012345" ||
		o.Website != "https://tygwyn.example" || o.Email != "post@tygwyn.example" || o.Phone != "01632 960001" ||
		o.Address != "1 High Street\nWestham" || o.Postcode != "WS1 1AA" || o.Notes != "Meets on Tuesdays" {
		t.Errorf("kept as %+v", o)
	}

	d.Back()
	d.Type("partners.search", "ty gwyn tgt")
	d.Press(fyne.KeyReturn)
	d.Type("organisation.name", "Tŷ Gwyn")
	d.Save()
	d.Back()
	if lines := d.Lines("partners.list"); len(lines) != 1 || lines[0] != "Tŷ Gwyn | Charity | 0123456 | post@tygwyn.example | 01632 960001" {
		t.Errorf("the list shows %q", lines)
	}
	d.TapLine("partners.list", "Tŷ Gwyn")
	d.Delete()
	if n := len(uitest.Kept[*data.Organisation](d)); n != 2 {
		t.Errorf("the file holds %d organisations; explained %q", n, d.Explained)
	}
}

func TestAContactIsMadeFoundChangedAndDeletedAtItsOrganisation(t *testing.T) {
	harbour := organisation("Harbour")
	d := uitest.NewDesk(t, harbour)
	d.Open(NewRegister(d))
	d.TapLine("partners.list", "Harbour")
	d.Turn("Contacts")
	d.Must("No contact")
	d.Tap("organisation.contact.new")
	d.Keys("Ann Gray")
	d.Type("contact.title_or_rank", "DCI")
	d.Type("contact.collar_number", "0042")
	d.Type("contact.role", "Head of public protection")
	d.Type("contact.email", "ann@harbour.example")
	d.Type("contact.phone", "01632 960002")
	d.Focus("contact.do_not_print")
	d.Press(fyne.KeyReturn)
	d.Type("contact.lawful_basis", "Public task")
	d.Type("contact.source", "Her card")
	d.Type("contact.last_confirmed", "1 June 2025")
	d.Type("contact.keep_until", "9 June 2025")
	d.Must("These details were to be kept until 9 June 2025.")
	d.Type("contact.keep_until", "10 June 2025")
	d.MustNot("were to be kept")
	d.Save()

	c := uitest.KeptAs[*data.Contact](d, "Ann Gray")
	if c.Organisation != harbour.ID || c.TitleOrRank != "DCI" || c.CollarNumber != "0042" || c.Role != "Head of public protection" ||
		c.Email != "ann@harbour.example" || c.Phone != "01632 960002" || !c.DoNotPrint || c.LawfulBasis != "Public task" || c.Source != "Her card" ||
		c.LastConfirmed != data.NewDate(2025, time.June, 1) || c.KeepUntil != data.NewDate(2025, time.June, 10) {
		t.Errorf("kept as %+v", c)
	}

	d.Back()
	if lines := d.Lines("organisation.contacts"); len(lines) != 1 || lines[0] != "DCI Ann Gray | Head of public protection | ann@harbour.example | 01632 960002" {
		t.Fatalf("its contacts are %q", lines)
	}
	d.Must("1 contact")
	d.TapLine("organisation.contacts", "Gray")
	d.Type("contact.name", "Ann Grey")
	d.Save()
	d.Delete()
	d.Must("No contact")
	if n := len(uitest.Kept[*data.Contact](d)); n != 0 || len(d.Lines("organisation.contacts")) != 0 {
		t.Errorf("the file holds %d contacts; explained %q", n, d.Explained)
	}
}

func TestAnOrganisationIsFoundByThePeopleThere(t *testing.T) {
	harbour, council := organisation("Harbour"), organisation("Westshire Council")
	d := uitest.NewDesk(t, harbour, council, contact("Ann Gray", harbour), contact("Bryn Hughes", council))
	d.Open(NewRegister(d))
	d.Type("partners.search", "hughes")
	if lines := d.Lines("partners.list"); len(lines) != 1 || lines[0] != "Westshire Council |  |  |  | " {
		t.Errorf("found %q", lines)
	}
}

func TestAnOrganisationThatIsNotSavedHasNoContacts(t *testing.T) {
	d := uitest.NewDesk(t)
	d.Open(NewPage(d, organisation("New")))
	d.Turn("Contacts")
	d.Tap("organisation.contact.new")
	if d.Depth() != 1 || d.LastSaid() != "Save the organisation first, then add the people there." {
		t.Errorf("said %q, with %d pages open", d.Said, d.Depth())
	}
}

func TestTheGrantsOfAnOrganisationAddUp(t *testing.T) {
	harbour, council := organisation("Harbour"), organisation("Westshire Council")
	grant := func(title string, to *data.Organisation, status data.GrantStatus, pounds int64) *data.Grant {
		return &data.Grant{
			Stamp: data.Stamp{ID: data.NewID()}, Title: title, Recipient: to.ID, Status: status,
			Awards: []data.Award{{ID: data.NewRowID(), FinancialYear: 2024, Amount: data.Pounds(pounds)}},
		}
	}
	passedOn := grant("Outreach", council, data.Active, 4000)
	passedOn.DeliveredBy = harbour.ID
	d := uitest.NewDesk(
		t, harbour, council, passedOn,
		grant("Helpline", harbour, data.Active, 5500), grant("Worker", harbour, data.Closed, 14600), grant("Idea", harbour, data.Proposed, 90000),
		grant("Not theirs", council, data.Active, 1),
	)
	d.Open(NewPage(d, harbour))
	d.Turn("Grants")
	want := []string{
		"Helpline | Harbour | 2024-25 | £5,500 | Active", "Idea | Harbour | 2024-25 | £90,000 | Proposed",
		"Outreach | Harbour | 2024-25 | £4,000 | Active", "Worker | Harbour | 2024-25 | £14,600 | Closed",
	}
	got := d.Lines("organisation.grants")
	if len(got) != len(want) {
		t.Fatalf("its grants are %q", got)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("line %d is %q, want %q", i, got[i], want[i])
		}
	}
	d.Must("2 grants awarded, £20,100 · 1 proposed, declined or withdrawn · 1 delivered for another recipient")
	d.Tap("organisation.grants.sort.Amount")
	d.Tap("organisation.grants.sort.Amount")
	if first := d.Lines("organisation.grants")[0]; first != want[1] {
		t.Errorf("the largest first, the first is %q", first)
	}
	d.TapLine("organisation.grants", "Worker")
	if d.Page().Title() != "Worker" {
		t.Errorf("a tap on the grant opens %q", d.Page().Title())
	}
}

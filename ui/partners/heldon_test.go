package partners

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"almoner/data"
	"almoner/ui/uitest"

	"fyne.io/fyne/v2"
)

// filed is a desk whose papers go into a folder that the test can look into.
type filed struct {
	*uitest.Desk
	folder string
}

func (f filed) Papers() (string, error) { return f.folder, nil }

// griffin is an office with a person in a contact, a grant, a training event and a decision that was signed.
func griffin(t *testing.T) (filed, *data.Contact, *data.Grant) {
	t.Helper()
	harbour := organisation("Harbour")
	c := contact("Rachel Griffin", harbour)
	c.Email, c.LawfulBasis, c.Source = "r.g@private.example", "Consent", "Her letter"
	g := &data.Grant{Stamp: data.Stamp{ID: data.NewID()}, Title: "Helpline", Recipient: harbour.ID, Status: data.Proposed, Purpose: "Rachel Griffin asked for it."}
	e := &data.TrainingEvent{Stamp: data.Stamp{ID: data.NewID()}, Title: "First aid", Attendees: []data.Attendee{{ID: data.NewRowID(), Name: "Rachel Griffin", Needs: "No lilies"}}}
	p := &data.Decision{
		Stamp: data.Stamp{ID: data.NewID()}, Reference: "PCC/1", Title: "Helpline", Status: data.DecisionSubmitted,
		Sections: []data.Section{{ID: data.NewRowID(), Heading: "Why", Body: "Rachel Griffin told the board."}},
	}
	d := uitest.NewDesk(t, harbour, c, g, e, p)
	signed := data.Clone(uitest.KeptAs[*data.Decision](d, p.Label()))
	day := data.NewDate(2025, time.May, 1)
	if err := signed.Sign(d.Office().Register(), "The Commissioner", day, day, data.SignedOnPaper); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Office().Save(t.Context(), signed); err != nil {
		t.Fatal(err)
	}
	return filed{d, t.TempDir()}, c, g
}

func TestWhatIsHeldOnAContactIsShownAndLeadsToItsRecords(t *testing.T) {
	d, c, g := griffin(t)
	d.Open(NewContactPage(d, uitest.KeptAs[*data.Contact](d.Desk, c.Name)))
	d.Tap("contact.held")
	d.Must("What the office holds on Rachel Griffin", "• Email: r.g@private.example", "Why it is held. Lawful basis: Consent; Source: Her letter",
		"• Purpose of the grant “Helpline”: “Rachel Griffin asked for it.”", "• Needs: No lilies", "“Rachel Griffin told the board.”", "What was changed, and when")
	d.Tap("held.open." + string(g.ID))
	if want := string(data.KindGrant) + " " + string(g.ID) + " "; !slices.Contains(d.Led, want) {
		t.Errorf("led to %q", d.Led)
	}
}

func TestWhatIsHeldIsCopiedAndMadeIntoAFileThatNobodyElseReads(t *testing.T) {
	d, c, _ := griffin(t)
	people(d.Desk)
	showHeldOn(d, c.Name)
	d.Tap("held.copy")
	if text := fyne.CurrentApp().Clipboard().Content(); !strings.Contains(text, "# What the office holds on Rachel Griffin\n") || !strings.Contains(text, "\n- Needs: No lilies\n") {
		t.Errorf("copied %q", text)
	}
	d.Tap("held.file")
	d.Take("Web page")
	file := filepath.Join(d.folder, "What the office holds on Rachel Griffin 2025-06-10.html")
	text, err := os.ReadFile(file)
	if err != nil || !strings.Contains(string(text), "No lilies") || !strings.Contains(string(text), "as they stood on 10 June 2025") {
		t.Fatalf("the file says %s, %v; explained %q", text, err, d.Explained)
	}
	if info, err := os.Stat(file); err != nil || info.Mode().Perm()&0o077 != 0 {
		t.Errorf("others may read it: %v, %v", info.Mode(), err)
	}
}

func TestAPersonIsTakenOutAndWhatStaysIsSaidBeforeAndAfter(t *testing.T) {
	d, c, _ := griffin(t)
	d.Open(NewContactPage(d, uitest.KeptAs[*data.Contact](d.Desk, c.Name)))
	d.Tap("contact.held")
	d.Tap("held.remove")
	d.Must("Take Rachel Griffin out of the office?", "3 records will be deleted or changed", "they are the legal record of how public money was spent",
		"“Rachel Griffin told the board.”. It stays because it was signed on 1 May 2025.")
	d.Answer("Keep everything")
	if n := len(uitest.Kept[*data.Contact](d.Desk)); n != 1 {
		t.Fatalf("the file holds %d contacts", n)
	}
	d.Tap("held.remove")
	d.Answer("Take the person out")
	d.Must("What became of Rachel Griffin", "The contact “Rachel Griffin” was deleted.", "What stays, and why", "It stays because it was signed on 1 May 2025.")
	if d.Has("held.remove") {
		t.Error("it is offered once more")
	}
	if n := len(uitest.Kept[*data.Contact](d.Desk)); n != 0 {
		t.Errorf("the file holds %d contacts", n)
	}
	if g := uitest.KeptAs[*data.Grant](d.Desk, "Helpline"); strings.Contains(g.Purpose, "Griffin") {
		t.Errorf("the grant says %q", g.Purpose)
	}
	if p := uitest.Kept[*data.Decision](d.Desk)[0]; p.Sections[0].Body != "Rachel Griffin told the board." {
		t.Errorf("the signed decision says %q", p.Sections[0].Body)
	}
}

func TestASurnameAloneIsNotTakenOut(t *testing.T) {
	d, _, _ := griffin(t)
	people(d.Desk)
	d.Tap("people.held")
	d.Keys("Griffin")
	d.Answer("Done")
	d.Must("What the office holds on Griffin")
	d.Tap("held.remove")
	d.Answer("Take the person out")
	if n := len(d.Explained); n != 1 || !strings.Contains(d.Explained[0], "“Griffin” may be many people. Nothing was changed") {
		t.Errorf("explained %q", d.Explained)
	}
	d.Must("What the office holds on Griffin")
}

func TestWhatIsHeldOnNobodyIsSaid(t *testing.T) {
	d, _, _ := griffin(t)
	showHeldOn(d, "Nora Nobody")
	d.Must("The office holds nothing on a person of that name.")
}

func TestDetailsToLookAtAreListedAndConfirmedTogether(t *testing.T) {
	harbour := organisation("Harbour")
	old := at(contact("Ann Gray", harbour), "ann@harbour.example")
	old.LastConfirmed = data.NewDate(2020, time.May, 1)
	d := uitest.NewDesk(t, harbour, old, at(contact("Bo Lee", harbour), "bo@harbour.example"))
	people(d)
	d.Choose("people.which", "Details to look at")
	if lines := d.Lines("people.list"); len(lines) != 1 ||
		lines[0] != "Ann Gray |  | Harbour | ann@harbour.example |  | Nobody has confirmed the details since 1 May 2020, more than two years ago." {
		t.Fatalf("to look at are %q", lines)
	}
	d.Tap("people.list.select.all")
	d.Tap("people.chosen.confirm")
	d.Answer("Done")
	if c := uitest.KeptAs[*data.Contact](d, "Ann Gray"); c.LastConfirmed != uitest.Today {
		t.Errorf("confirmed on %s; explained %q", c.LastConfirmed, d.Explained)
	}
	if lines := d.Lines("people.list"); len(lines) != 0 {
		t.Errorf("to look at are %q still", lines)
	}
}

func TestWhatIsHeldIsShownOfOnePersonOfTheList(t *testing.T) {
	harbour := organisation("Harbour")
	d := uitest.NewDesk(t, harbour, contact("Ann Gray", harbour), contact("Bo Lee", harbour))
	people(d)
	d.Tap("people.list.select.all")
	d.Tap("people.chosen.held")
	if d.LastSaid() != "2 people are selected. What is held is shown of one person: select one." {
		t.Errorf("said %q", d.LastSaid())
	}
	d.Tap("people.list.select[1]")
	d.Tap("people.chosen.held")
	d.Must("What the office holds on Ann Gray")
}

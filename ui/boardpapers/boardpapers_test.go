package boardpapers

import (
	"testing"
	"time"

	"almoner/data"
	"almoner/ui/desk"
	"almoner/ui/uitest"

	"fyne.io/fyne/v2"
)

func board(title string, status data.PaperStatus) *data.BoardPaper {
	return &data.BoardPaper{Stamp: data.Stamp{ID: data.NewID()}, Title: title, Status: status}
}

func news(headline string) *data.NewsRelease {
	return &data.NewsRelease{Stamp: data.Stamp{ID: data.NewID()}, Headline: headline, Status: data.PaperDraft}
}

func TestABoardPaperIsMadeFoundChangedAndDeleted(t *testing.T) {
	member := &data.Staff{Stamp: data.Stamp{ID: data.NewID()}, Name: "Dee Price"}
	d := uitest.NewDesk(t, board("Other", data.PaperDraft), member)
	d.NoPreview = true
	d.Open(NewRegister(d))
	d.Tap("boardpapers.new")
	d.Keys("Stalking and harassment")
	d.Type("boardpaper.reference", "BP/1")
	d.Type("boardpaper.to", "Business Coordination Board")
	d.Type("boardpaper.from", "Chief Constable")
	d.Type("boardpaper.meeting", "Summer meeting")
	d.Type("boardpaper.date", "10/5/25")
	d.Type("boardpaper.marking", "OFFICIAL")
	d.Pick("boardpaper.contact_officers", "dee")
	d.Turn("Sections")
	d.Tap("boardpaper.sections.usual")
	d.Take("All of these")
	d.Tap("boardpaper.sections.usual")
	d.Must("All of the usual headings are there")
	d.Press(fyne.KeyEscape)
	d.Type("boardpaper.sections[0].body", "To tell the Board how calls from Llŷn are answered.")
	d.Tap("boardpaper.sections[0].down")
	d.Tap("boardpaper.sections[7].remove")
	d.Tap("boardpaper.recommendations.add")
	d.Type("boardpaper.recommendations[0]", "That the Board notes it.")
	d.Tap("boardpaper.recommendations.add")
	d.Type("boardpaper.recommendations[1]", "That calls are counted.")
	d.Tap("boardpaper.recommendations[1].up")
	d.Turn("Sources and files")
	d.Tap("boardpaper.source_documents.add")
	d.Type("boardpaper.source_documents[0]", "Action plan")
	d.Tap("boardpaper.attachments.add")
	d.Type("boardpaper.attachments[0].label", "Survey")
	d.Type("boardpaper.attachments[0].kind", "annex")
	d.Save()

	made := uitest.KeptAs[*data.BoardPaper](d, "Stalking and harassment")
	if made.Reference != "BP/1" || made.To != "Business Coordination Board" || made.From != "Chief Constable" || made.Meeting != "Summer meeting" ||
		made.Date != data.NewDate(2025, time.May, 10) || made.Marking != "OFFICIAL" || len(made.ContactOfficers) != 1 || made.ContactOfficers[0] != member.ID {
		t.Errorf("kept as %+v; explained %q, said %q", made, d.Explained, d.Said)
	}
	if s := made.Sections; len(s) != 7 || s[0].Heading != "Background" || s[1].Heading != "Purpose" || s[1].Body == "" || s[6].Heading != "Risk" {
		t.Errorf("its sections are %+v", made.Sections)
	}
	if r := made.Recommendations; len(r) != 2 || r[0] != "That calls are counted." || len(made.SourceDocuments) != 1 ||
		len(made.Attachments) != 1 || made.Attachments[0].Label != "Survey" || made.Attachments[0].Kind != "annex" {
		t.Errorf("kept as %+v", made)
	}

	d.Back()
	d.Type("boardpapers.search", "llŷn")
	if lines := d.Lines("boardpapers.list"); len(lines) != 1 || lines[0] != "BP/1 | Stalking and harassment | Summer meeting | Business Coordination Board | 10 May 2025 | Draft" {
		t.Fatalf("a search through the sections finds %q", lines)
	}
	d.Press(fyne.KeyReturn)
	d.Tap("boardpaper.step.cleared")
	d.Answer("Done")
	d.Must("Cleared · 10 June 2025")
	d.Tap("boardpaper.step.published")
	d.Type("boardpaper.step.on", "11/6/25")
	d.Answer("Done")
	if now := uitest.KeptAs[*data.BoardPaper](d, "Stalking and harassment"); now.Status != data.PaperPublished || len(now.Steps) != 2 || now.Steps[1].On != data.NewDate(2025, time.June, 11) || now.Steps[1].By != "Ann" {
		t.Errorf("kept as %+v; explained %q", now, d.Explained)
	}
	d.Delete()
	if n := len(uitest.Kept[*data.BoardPaper](d)); n != 1 {
		t.Errorf("the file holds %d board papers; explained %q", n, d.Explained)
	}
}

func TestASectionThatIsNotForThePublicIsPointedOut(t *testing.T) {
	paper := board("Money", data.PaperDraft)
	paper.Sections = []data.Section{{ID: data.NewRowID(), Heading: "Purpose"}, {ID: data.NewRowID(), Heading: "Providers at risk", Part: 2}}
	d := uitest.NewDesk(t, paper)
	held, _ := data.Get[*data.BoardPaper](d.Office().Register(), paper.ID)
	d.Open(NewBoardPaperPage(d, held))
	d.Turn("Sections")
	d.Must("Not for the public: “Providers at risk”. The paper prints all of its sections, so mind whom it is given to.")
	d.Tap("boardpaper.sections[1].remove")
	d.MustNot("Not for the public")
}

func TestANewsReleaseIsMadeFoundChangedAndDeleted(t *testing.T) {
	who := &data.Contact{Stamp: data.Stamp{ID: data.NewID()}, Name: "Ottilie Brannock", Role: "Chief executive"}
	harbour := &data.Organisation{Stamp: data.Stamp{ID: data.NewID()}, Name: "Harbour"}
	d := uitest.NewDesk(t, who, harbour, news("Other"), board("Paper", data.PaperDraft))
	d.NoPreview = true
	d.Open(NewRegister(d))
	d.Turn("News releases")
	if d.Focused() != "newsreleases.search" {
		t.Errorf("the keyboard is with %q", d.Focused())
	}
	maker, ok := d.Page().(desk.Maker)
	if !ok {
		t.Fatal("the menu makes nothing")
	}
	maker.New()
	d.Keys("Help for victims of stalking")
	d.Type("newsrelease.date", "24/11/25")
	d.Type("newsrelease.embargo", "noon")
	d.Type("newsrelease.body", "A new helpline answers **today**.")
	d.Pick("newsrelease.contact", "ottilie")
	d.Pick("newsrelease.about", "harbour")
	d.Must("Harbour (organisation)")
	d.Turn("Quotations")
	d.Tap("newsrelease.quotations.add")
	d.Save()
	d.Must("What was said?")
	d.Type("newsrelease.quotations[0].words", "Everybody has one piece of it.")
	d.Pick("newsrelease.quotations[0].contact", "ottilie")
	d.Save()

	made := uitest.KeptAs[*data.NewsRelease](d, "Help for victims of stalking")
	if made.Date != data.NewDate(2025, time.November, 24) || made.Embargo != "noon" || made.Body != "A new helpline answers **today**." || made.Contact != who.ID ||
		len(made.About) != 1 || made.About[0] != harbour.ID || len(made.Quotations) != 1 || made.Quotations[0].Contact != who.ID || made.Quotations[0].Words != "Everybody has one piece of it." {
		t.Errorf("kept as %+v; explained %q", made, d.Explained)
	}

	d.Back()
	d.Type("newsreleases.search", "one piece")
	if lines := d.Lines("newsreleases.list"); len(lines) != 1 || lines[0] != "Help for victims of stalking | 24 Nov 2025 | noon | Ottilie Brannock | Draft" {
		t.Fatalf("a search through the quotations finds %q", lines)
	}
	d.Press(fyne.KeyReturn)
	d.Tap("newsrelease.step.cleared")
	d.Answer("Done")
	d.Tap("newsrelease.step.others")
	d.Take("Withdraw…")
	d.Answer("Done")
	if now := uitest.KeptAs[*data.NewsRelease](d, "Help for victims of stalking"); now.Status != data.PaperWithdrawn {
		t.Errorf("kept as %+v; explained %q", now, d.Explained)
	}
	d.Delete()
	if n := len(uitest.Kept[*data.NewsRelease](d)); n != 1 || len(uitest.Kept[*data.BoardPaper](d)) != 1 {
		t.Errorf("the file holds %d news releases; explained %q", n, d.Explained)
	}
}

func TestWhatOnlyPartTwoSaysIsPointedOutBeforeARelease(t *testing.T) {
	secret := &data.Decision{
		Stamp: data.Stamp{ID: data.NewID()}, Reference: "DN/1", Title: "Courses", Status: data.DecisionSigned, Marking: data.PartExempt, Exemption: "Section 43",
		Sections: []data.Section{{ID: data.NewRowID(), Heading: "Price", Body: "A place costs £3,410.", Part: 2}},
	}
	release := news("Courses begin")
	release.Body, release.Status = "A place costs the office £3,410.", data.PaperCleared
	d := uitest.NewDesk(t, secret, release)
	held, _ := data.Get[*data.NewsRelease](d.Office().Register(), release.ID)
	d.Open(NewNewsReleasePage(d, held))
	d.Tap("newsrelease.step.published")
	d.Must("Look at this first:", "“£3,410” stands only in Part 2 of DN/1")
	d.Answer("Cancel")
	d.Tap("newsrelease.step.draft")
	d.MustNot("Look at this first:")
}

func TestBothListsFollowWhatIsSaved(t *testing.T) {
	d := uitest.NewDesk(t, board("Paper", data.PaperDraft), news("Release"))
	d.Open(NewRegister(d))
	for _, rec := range []data.Record{board("Second paper", data.PaperDraft), news("Second release")} {
		saved, err := d.Office().Save(t.Context(), rec)
		if err != nil {
			t.Fatal(err)
		}
		d.Saved(saved.Record)
	}
	d.Must("2 of 2 board papers")
	d.Turn("News releases")
	d.Must("2 of 2 news releases")
	finder, ok := d.Page().(desk.Finder)
	if !ok {
		t.Fatal("there is nothing to search")
	}
	d.Canvas().Unfocus()
	finder.Find()
	if d.Focused() != "newsreleases.search" {
		t.Errorf("the keyboard is with %q", d.Focused())
	}
}

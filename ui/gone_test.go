package ui

import (
	"testing"

	"almoner/data"
	"almoner/ui/desk"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2/test"
)

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
		bid, err := data.NewAttachment("Bid of "+g.Title+".txt", "text/plain", []byte("the bid"))
		if err != nil {
			t.Fatal(err)
		}
		bid.Of = g.ID
		saved, err := p.office.Save(t.Context(), bid)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := p.office.DeleteAll(t.Context(), []data.Record{g, saved.Record}); err != nil {
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
	if files := data.All[*data.Attachment](p.office.Register()); len(files) != 1 || files[0].Name != "Bid of Helpline.txt" {
		t.Errorf("the files that are back are %v", files)
	}
}

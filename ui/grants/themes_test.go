package grants

import (
	"context"
	"slices"
	"testing"

	"almoner/data"
	"almoner/ui/uitest"

	"fyne.io/fyne/v2"
)

func TestTheThemesOfAGrantAreOfferedAsOneTypes(t *testing.T) {
	other := &data.Grant{Stamp: data.Stamp{ID: data.NewID()}, Title: "Outreach", Themes: []string{"Stalking", "Young people"}}
	mine := &data.Grant{Stamp: data.Stamp{ID: data.NewID()}, Title: "Helpline", Themes: []string{"Stalking"}}
	d := uitest.NewDesk(t, other, mine)
	office := data.Clone(d.Office().Register().Details())
	office.Themes = []string{"Victims", "Prevention"}
	if _, err := d.Office().Save(context.Background(), office); err != nil {
		t.Fatal(err)
	}
	held, _ := data.Get[*data.Grant](d.Office().Register(), mine.ID)
	d.Open(NewPage(d, held))
	d.Must("Stalking")
	d.Tap("grant.themes")
	for _, offered := range []string{"Victims", "Prevention", "Young people"} {
		d.Must(offered)
	}
	d.MustNot("Stalking") // the grant is under it already
	d.Keys("you")
	d.MustNot("Victims")
	d.Press(fyne.KeyReturn)
	d.Pick("grant.themes", "prev")
	d.Pick("grant.themes", "victims, Rural  crime") // one that there is, and a new one
	d.Pick("grant.themes", "rural crime")
	d.Save()
	want := []string{"Stalking", "Young people", "Prevention", "Victims", "Rural crime"}
	if got := uitest.KeptAs[*data.Grant](d, "Helpline").Themes; !slices.Equal(got, want) {
		t.Errorf("kept as %q, want %q", got, want)
	}
	d.Tap("grant.themes[0].remove")
	d.MustNot("Stalking")
	d.Save()
	if got := uitest.KeptAs[*data.Grant](d, "Helpline").Themes; !slices.Equal(got, want[1:]) {
		t.Errorf("kept as %q, want %q", got, want[1:])
	}
}

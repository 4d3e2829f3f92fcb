package boardpapers

import (
	"testing"

	"almoner/data"
	"almoner/ui/uitest"
)

func TestABoardPaperWithoutADayIsNumberedInTheYearOfTheDesk(t *testing.T) {
	d := uitest.NewDesk(t, board("Stalking", data.PaperDraft))
	details := data.Clone(d.Office().Register().Details())
	details.ReferenceSchemes = map[string]string{"board_paper": "BP/{yyyy}/{seq:2}"}
	if _, err := d.Office().Save(t.Context(), details); err != nil {
		t.Fatal(err)
	}
	d.Open(NewBoardPaperPage(d, data.Clone(uitest.KeptAs[*data.BoardPaper](d, "Stalking"))))
	d.Must("Number it, BP/2025/01")
	d.Tap("boardpaper.number")
	if got := uitest.KeptAs[*data.BoardPaper](d, "Stalking"); got.Reference != "BP/2025/01" {
		t.Errorf("numbered %q", got.Reference)
	}
}

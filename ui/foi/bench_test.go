package foi

import (
	"fmt"
	"testing"

	"almoner/data"
	"almoner/ui/uitest"
)

// BenchmarkKeystrokeBesideALongTable is a letter in an answer while the reply has a table of 4,000 rows, on a page without its paper: 19 ms, of
// the 300 that go unnoticed.
func BenchmarkKeystrokeBesideALongTable(b *testing.B) {
	recs := someRecords()
	for i := range 2000 {
		recs = append(recs, &data.Grant{
			Stamp: data.Stamp{ID: data.ID(fmt.Sprintf("grant-%d", i))}, Title: fmt.Sprintf("Grant %d", i), Recipient: "harbour", Themes: []string{"stalking"},
			Status: data.Active, Services: "Calls", Awards: append(pounds(2023, 1000), pounds(2024, 20)...),
		})
	}
	r := someRequest()
	d := uitest.NewDesk(b, append(recs, r)...)
	d.NoPreview = true
	r, _ = data.Get[*data.FOIRequest](d.Office().Register(), r.ID)
	d.Open(NewPage(d, r))
	d.Turn(stepAnswer)
	d.Tap("request.appendix.table")
	d.Must("4,003 rows")
	d.Turn(stepQuestions)
	d.Focus("request.questions[0].answer")
	for b.Loop() {
		d.Keys("x")
	}
}

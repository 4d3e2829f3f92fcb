package widgets

import (
	"fmt"
	"testing"

	"almoner/data"
	"almoner/ui/uitest"
)

// office is a register of n grants, a third of which bear the word that is searched for.
func office(n int) *data.Register {
	records := make([]data.Record, 0, n+50)
	for i := range 50 {
		records = append(records, &data.Organisation{Stamp: data.Stamp{ID: data.ID(fmt.Sprintf("o%d", i))}, Name: fmt.Sprintf("Organisation %d of Westshire", i)})
	}
	for i := range n {
		title := fmt.Sprintf("Helpline number %d for people who need one", i)
		if i%3 == 0 {
			title = fmt.Sprintf("Stalking advocate %d", i)
		}
		records = append(records, &data.Grant{
			Stamp: data.Stamp{ID: data.ID(fmt.Sprintf("g%d", i))}, Title: title, Reference: data.Reference(fmt.Sprintf("23/24 – %06d", i)),
			Recipient: data.ID(fmt.Sprintf("o%d", i%50)), Status: data.Active,
			Awards: []data.Award{{ID: "a", FinancialYear: data.FinancialYear(2015 + i%10), Amount: data.Money{Pence: int64(i) * 137}}},
		})
	}
	return data.NewRegister(records...)
}

func grantRegister(reg *data.Register) *Register[data.GrantLine] {
	var columns []Column[data.GrantLine]
	for _, key := range []string{"title", "recipient", "year", "amount", "reference", "status"} {
		f, _ := data.GrantField(key)
		columns = append(columns, Column[data.GrantLine]{
			Key: key, Heading: f.Heading, Share: 1, Least: 80, Figures: f.Figures,
			Text: func(l data.GrantLine) string { return f.Text(reg, l) },
		})
	}
	r := NewRegister("grants", columns)
	r.Chooses(func(l data.GrantLine) data.ID { return l.Grant.ID }, func() {})
	return r
}

// BenchmarkScrollStep is one step of scrolling by three lines, as a notch of a mouse wheel does. Its budget is 2 ms. How many rows
// there are does not matter; the longer list is dearer only because Fyne has not yet measured each of its texts.
func BenchmarkScrollStep(b *testing.B) {
	for _, n := range []int{1_000, 100_000} {
		reg := office(n)
		b.Run(fmt.Sprintf("rows=%d", n), func(b *testing.B) {
			r := grantRegister(reg)
			uitest.NewScreen(b, r)
			r.SetRows(reg.Grants().Find(data.Query{}, r.Sort()))
			b.ReportAllocs()
			step, top := 3, float32(0)
			for b.Loop() {
				r.ScrollBy(step)
				if now := r.list.GetScrollOffset(); now <= 0 || now == top { // at an end
					step = -step
				}
				top = r.list.GetScrollOffset()
			}
		})
	}
}

// BenchmarkKeystroke is a letter in the search box to the list with what it finds: 100,000 grants are searched and the lines in sight
// are filled. Searching alone is measured beside it, so that their ratio says what the list adds.
func BenchmarkKeystroke(b *testing.B) {
	reg := office(100_000)
	reg.Grants() // made ready when the office is opened
	words := []string{"s", "st", "sta", "stal", "stalk", "stal", "sta", "st"}
	find := func(r *Register[data.GrantLine], i int) *data.GrantView {
		return reg.Grants().Find(data.Query{Text: words[i%len(words)]}, r.Sort())
	}
	b.Run("search", func(b *testing.B) {
		r := grantRegister(reg)
		for i := 0; b.Loop(); i++ {
			find(r, i)
		}
	})
	b.Run("search and list", func(b *testing.B) {
		r := grantRegister(reg)
		uitest.NewScreen(b, r)
		for i := 0; b.Loop(); i++ {
			r.SetRows(find(r, i))
		}
	})
	b.Run("search, list and picture", func(b *testing.B) {
		r := grantRegister(reg)
		s := uitest.NewScreen(b, r)
		for i := 0; b.Loop(); i++ {
			r.SetRows(find(r, i))
			s.Canvas().Capture()
		}
	})
}

package record_test

import (
	"fmt"
	"testing"

	"almoner/data"
	"almoner/ui/desk"
	"almoner/ui/grants"
	"almoner/ui/lang"
	"almoner/ui/record"
	"almoner/ui/uitest"
	"almoner/ui/widgets"
)

// inMemory is an office that is only read.
type inMemory struct {
	data.Office
	reg *data.Register
}

func (o inMemory) Register() *data.Register { return o.reg }

// reading is a desk over such an office.
type reading struct {
	*uitest.Desk
	office inMemory
}

func (r reading) Office() data.Office { return r.office }

// large is an office of n grants, half of which are active, and an eighth of which are for each year.
func large(b *testing.B, n int) reading {
	records := make([]data.Record, 0, n+50)
	for i := range 50 {
		records = append(records, &data.Organisation{Stamp: data.Stamp{ID: data.ID(fmt.Sprintf("o%d", i))}, Name: fmt.Sprintf("Organisation %d of Westshire", i)})
	}
	for i := range n {
		title, status := fmt.Sprintf("Helpline number %d for people who need one", i), data.Active
		if i%3 == 0 {
			title = fmt.Sprintf("Stalking advocate %d", i)
		}
		if i%2 == 0 {
			status = data.Closed
		}
		records = append(records, &data.Grant{
			Stamp: data.Stamp{ID: data.ID(fmt.Sprintf("g%d", i))}, Title: title, Recipient: data.ID(fmt.Sprintf("o%d", i%50)), Status: status,
			Awards: []data.Award{{ID: "a", FinancialYear: data.FinancialYear(2017 + i%8), Amount: data.Money{Pence: int64(i) * 137}}},
		})
	}
	reg := data.NewRegister(records...)
	reg.Grants() // made ready when the office is opened
	return reading{uitest.NewDesk(b), inMemory{reg: reg}}
}

// typing types letters into a search, one in each turn.
func typing(b *testing.B, d reading, name string) {
	search, ok := d.Find(name).(*widgets.Entry)
	if !ok {
		b.Fatal("there is no search")
	}
	words := []string{"s", "st", "sta", "stal", "stalk", "stal", "sta", "st"}
	for i := 0; b.Loop(); i++ {
		search.SetText(words[i%len(words)])
	}
}

// BenchmarkKeystrokeInAList is a letter in the search box of a whole list of 100,000 grants - its rows found, added up and filled in, its
// foot, its choice of rows let go - with no filter and with filters on. Its budget is 16 ms, a frame; with filters it may cost no more than
// 1.5 times what it costs without, as they leave fewer rows and are not asked again at each letter.
func BenchmarkKeystrokeInAList(b *testing.B) {
	d := large(b, 100_000)
	list := record.NewList(d, record.ListKind[*data.Grant]{
		Section: desk.Grants, Name: "list", Singular: "grant", Plural: "grants", Counted: lang.Counted{One: "{n} grant", Other: "{n} grants"}, Sort: data.Sort{Field: "title"},
		Columns: []record.ListColumn[*data.Grant]{
			record.Column("title", "Name", 5, 150, (*data.Grant).Label),
			record.Column("status", "Status", 1, 90, func(g *data.Grant) string { return g.Status.Label() }).Filtered(),
		},
		Words: func(reg *data.Register, g *data.Grant) string { return reg.NameOf(g.Recipient) },
		Years: func(_ *data.Register, g *data.Grant) []data.FinancialYear { return g.Years() },
		Fresh: func(desk.Desk) *data.Grant { return grant("") }, Open: page,
	})
	d.Open(list)
	b.Run("records", func(b *testing.B) { typing(b, d, "list.search") })
	d.Pick("list.filter", "active")
	b.Run("records, by status", func(b *testing.B) { typing(b, d, "list.search") })
	register := grants.NewRegister(d)
	d.Open(register)
	b.Run("grants", func(b *testing.B) { typing(b, d, "grants.search") })
	register.Narrow(data.Query{Status: []data.GrantStatus{data.Active}})
	b.Run("grants, by status", func(b *testing.B) { typing(b, d, "grants.search") })
	register.Narrow(data.Query{Years: []data.FinancialYear{2020}})
	b.Run("grants, by year", func(b *testing.B) { typing(b, d, "grants.search") })
}

package record_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"almoner/data"
	"almoner/ui/desk"
	"almoner/ui/grants"
	"almoner/ui/lang"
	"almoner/ui/record"
	"almoner/ui/uitest"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
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

// Run leaves what is done away from the window, such as the preview of a paper, for later.
func (r reading) Run(func(context.Context) error, func(error)) {}

// full is an office of n grants such as offices have: three years out of two funds, payments, texts, returns and a decision on each.
func full(b *testing.B, n int) reading {
	var records []data.Record
	for i := range 200 {
		records = append(records, &data.Organisation{Stamp: data.Stamp{ID: data.ID(fmt.Sprintf("o%d", i))}, Name: fmt.Sprintf("Organisation %d of Westshire", i)})
	}
	for i := range 8 {
		records = append(records, &data.Fund{Stamp: data.Stamp{ID: data.ID(fmt.Sprintf("f%d", i))}, Programme: fmt.Sprintf("Fund %d", i), Status: data.Won})
	}
	for i := range n {
		g := fullGrant(i)
		records = append(records, g, &data.Decision{
			Stamp: data.Stamp{ID: data.ID(fmt.Sprintf("d%d", i))}, Title: "Support in court", Reference: data.Reference(fmt.Sprintf("DN/23-24/%05d", i)),
			Status: data.DecisionPublished, Grants: []data.ID{g.ID},
		})
		for j, r := range g.ExpectedReturns()[:4] {
			r.ID, r.Status = data.ID(fmt.Sprintf("r%d-%d", i, j)), data.ReturnChecked
			records = append(records, r)
		}
	}
	reg := data.NewRegister(records...)
	reg.Grants() // made ready when the office is opened
	d := uitest.NewDesk(b)
	return reading{d, inMemory{d.Office(), reg}}
}

func fullGrant(i int) *data.Grant {
	g := &data.Grant{
		Stamp: data.Stamp{ID: data.ID(fmt.Sprintf("g%d", i))}, Title: fmt.Sprintf("Support in court %d", i), Reference: data.Reference(fmt.Sprintf("23/24 – %05d", i)),
		Recipient: data.ID(fmt.Sprintf("o%d", i%200)), Status: data.Active, Themes: []string{"Stalking", "Domestic abuse"}, Area: "All of Westshire",
		Purpose:    strings.Repeat("To support people who were harmed by what was done to them. ", 6),
		Services:   strings.Repeat("Somebody who goes along to court. ", 6),
		Monitoring: data.MonitoringSchedule{Every: data.Quarterly, DueAfter: 30},
	}
	g.PlannedStart, g.PlannedEnd = data.FinancialYear(2023).Start(), data.FinancialYear(2025).End()
	for y := range 3 {
		year := data.FinancialYear(2023 + y)
		g.Awards = append(g.Awards, data.Award{ID: data.RowID(fmt.Sprint("a", y)), FinancialYear: year, Amount: data.Pounds(9000), Funds: []data.FundShare{
			{Fund: data.ID(fmt.Sprintf("f%d", i%8)), Amount: data.Pounds(5000)}, {Fund: data.ID(fmt.Sprintf("f%d", (i+1)%8)), Amount: data.Pounds(4000)},
		}})
		for q := range 4 {
			due := year.Start().AddDays(91 * q)
			g.Payments = append(g.Payments, data.Payment{ID: data.RowID(fmt.Sprint("p", y, q)), Amount: data.Pounds(2250), Due: due, PaidOn: due})
		}
	}
	return g
}

// BenchmarkOpen is from Enter on a row of the register of 10,000 grants to the page of that grant, and then its picture. The budget of the
// page is 50 ms, without the preview of its paper, which is made away from the window. A window is painted by the graphics card; the
// picture, which Fyne paints in software, is for comparison only.
func BenchmarkOpen(b *testing.B) {
	d := full(b, 10_000)
	d.Open(grants.NewRegister(d))
	d.Focus("grants.search")
	d.Press(fyne.KeyDown)
	open := func(b *testing.B) {
		d.Press(fyne.KeyReturn)
		if !d.Has("grant.title") {
			b.Fatal("the page of the grant is not shown")
		}
	}
	b.Run("page", func(b *testing.B) {
		for b.Loop() {
			open(b)
			b.StopTimer()
			d.Back()
			b.StartTimer()
		}
	})
	b.Run("page and picture", func(b *testing.B) {
		for b.Loop() {
			open(b)
			d.Canvas().Capture()
			b.StopTimer()
			d.Back()
			b.StartTimer()
		}
	})
}

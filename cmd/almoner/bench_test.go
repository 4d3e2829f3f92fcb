//go:build windowtest

package main

import (
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"almoner/cmd/almoner/screen"
	"almoner/data"
	"almoner/data/sqlite"
	"almoner/ui/inspect/tree"
)

// manyGrants is an office of 10,000 grants to 200 organisations out of 8 funds, in a file of its own.
func manyGrants(b *testing.B) string {
	b.Helper()
	path := filepath.Join(b.TempDir(), "Office.almoner")
	o, err := sqlite.Create(b.Context(), path, &data.OfficeDetails{Name: "Office"}, sqlite.CurrentUser())
	if err != nil {
		b.Fatal(err)
	}
	var records []data.Record
	for i := range 8 {
		records = append(records, &data.Fund{Stamp: data.Stamp{ID: numbered("fund", i)}, Programme: fmt.Sprintf("Fund %d", i), Status: data.Won})
	}
	for i := range 200 {
		records = append(records, &data.Organisation{Stamp: data.Stamp{ID: numbered("organisation", i)}, Name: fmt.Sprintf("Charity %d", i)})
	}
	for i := range 10_000 {
		records = append(records, &data.Grant{
			Stamp: data.Stamp{ID: data.NewID()}, Title: fmt.Sprintf("Support service %d", i), Status: data.Active, Themes: []string{"stalking"},
			Recipient: numbered("organisation", i%200), Purpose: "To support people who were harmed by what was done to them.",
			Awards: []data.Award{{FinancialYear: data.FinancialYear(2018 + i%8), Amount: data.Pounds(5000), Funds: []data.FundShare{
				{Fund: numbered("fund", i%8), Amount: data.Pounds(5000)},
			}}},
		})
	}
	if err := o.SaveAll(b.Context(), records, nil); err != nil {
		b.Fatal(err)
	}
	if err := o.Close(); err != nil {
		b.Fatal(err)
	}
	return path
}

func numbered(what string, i int) data.ID { return data.ID(fmt.Sprintf("%s-%d", what, i)) }

func anything(w tree.Window) bool { return len(w.Nodes) > 0 }

func listed(w tree.Window) bool { return firstLine(w) != "" }

// BenchmarkStart compares the program's start until 10,000 grants are listed with that of an empty window of Fyne's: 1.3 times is allowed.
// It also tells what the program has of memory and of a processor when nobody does anything: 120 MB more than the empty window, and 2 %.
func BenchmarkStart(b *testing.B) {
	almoner, empty := screen.Build(b, "cmd/almoner"), screen.Build(b, "cmd/almoner/screen/testdata/empty")
	office, home := manyGrants(b), b.TempDir()
	first := screen.Run(b, almoner, screen.Options{Home: home, Args: []string{office}})
	first.Click(screen.Name("section.Grants")) // the next start begins there
	first.WaitFor("the grants", listed)
	first.Close()

	ours, theirs := time.Hour, time.Hour // the shortest: other work on the computer only ever makes a start longer
	var memory, busy, bareBusy float64
	for b.Loop() {
		e, took := screen.Time(b, empty, screen.Options{}, anything)
		theirs = min(theirs, took)
		bare := e.Memory()
		e.WaitQuiet()
		bareBusy += e.Busy(10 * time.Second)
		e.Quit()
		p, took := screen.Time(b, almoner, screen.Options{Home: home}, listed)
		ours = min(ours, took)
		p.WaitQuiet() // until what a start leaves to be done is done
		busy += p.Busy(10 * time.Second)
		memory += float64(p.Memory() - bare)
		p.Quit()
	}
	n := float64(b.N)
	b.ReportMetric(ours.Seconds(), "s/start")
	b.ReportMetric(theirs.Seconds(), "s/empty-start")
	b.ReportMetric(float64(ours)/float64(theirs), "times-empty")
	b.ReportMetric(memory/n/(1<<20), "MB-over-empty")
	b.ReportMetric(100*busy/n, "%-idle")
	b.ReportMetric(100*bareBusy/n, "%-empty-idle")
	b.ReportMetric(0, "ns/op")
}

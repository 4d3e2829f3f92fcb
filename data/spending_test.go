package data

import (
	"slices"
	"testing"
	"time"
)

func TestWhichFundRunsOutFirst(t *testing.T) {
	today := NewDate(2026, time.February, 19)
	on := NewDate
	funds := []*Fund{
		{Programme: "lost", Status: Lost, SpendBy: on(2026, time.February, 20)},
		{Programme: "long ago", Status: Won, SpendBy: on(2024, time.March, 31)},
		{Programme: "just ago", Status: Won, SpendBy: on(2026, time.February, 18)},
		{Programme: "open", Status: Won},
		{Programme: "next year", Status: Won, SpendBy: on(2027, time.March, 31)},
		{Programme: "soon", Status: Won, SpendBy: on(2026, time.March, 31)},
		{Programme: "today", Status: Won, SpendBy: today},
	}
	slices.SortStableFunc(funds, func(a, b *Fund) int { return int(a.RunsOut(today) - b.RunsOut(today)) })
	want := []struct{ programme, list, sentence string }{
		{"today", "19 Feb 2026, today", "£22,000 is left, to be spent today."},
		{"soon", "31 Mar 2026, 40 days", "£22,000 is left, to be spent by 31 March 2026: 40 days."},
		{"next year", "31 Mar 2027, 405 days", "£22,000 is left, to be spent by 31 March 2027: 405 days."},
		{"open", "", "£22,000 is left."},
		{"just ago", "18 Feb 2026, passed", "£22,000 is left. It was to be spent by 18 February 2026."},
		{"long ago", "31 Mar 2024, passed", "£22,000 is left. It was to be spent by 31 March 2024."},
		{"lost", "20 Feb 2026", ""},
	}
	for i, w := range want {
		f := funds[i]
		if f.Programme != w.programme || f.SpendByWords(today) != w.list || f.ToSpend(Pounds(22000), today) != w.sentence {
			t.Errorf("number %d is %s: %q, %q", i, f.Programme, f.SpendByWords(today), f.ToSpend(Pounds(22000), today))
		}
	}
	if words := funds[1].ToSpend(Money{}, today); words != "" {
		t.Errorf("of a fund that is spent it says %q", words)
	}
}

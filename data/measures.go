package data

import "slices"

// Against is by how much a figure lies above its target, less than nothing below it; false where one of the two is not there. Whether more
// is better depends on what is measured, and nobody has put that down.
func (v MeasureValue) Against() (Decimal, bool) {
	if v.Value == nil || v.Target == nil {
		return 0, false
	}
	return *v.Value - *v.Target, true
}

// MissingMeasures are rows for what the framework of a return asks for and the return has no row for yet, with the targets that the
// grant's return before it had.
func (reg *Register) MissingMeasures(m *MonitoringReturn) []MeasureValue {
	f, ok := Get[*OutcomesFramework](reg, m.Framework)
	if !ok {
		return nil
	}
	before := reg.returnBefore(m)
	var missing []MeasureValue
	for _, measure := range f.Measures {
		named := func(v MeasureValue) bool { return Fold(v.Measure) == Fold(measure.Title) }
		if slices.ContainsFunc(m.Values, named) {
			continue
		}
		row := MeasureValue{ID: NewRowID(), Measure: measure.Title, Unit: measure.Unit}
		if i := slices.IndexFunc(before.Values, named); i >= 0 {
			row.Target = copied(before.Values[i].Target)
		}
		missing = append(missing, row)
	}
	return missing
}

func copied(d *Decimal) *Decimal {
	if d == nil {
		return nil
	}
	c := *d
	return &c
}

// returnBefore is the latest return of the same grant that is due before this one; an empty one if there is none.
func (reg *Register) returnBefore(m *MonitoringReturn) *MonitoringReturn {
	before := &MonitoringReturn{}
	for _, r := range reg.ReturnsOf(m.Grant) {
		if r.ID != m.ID && r.Due.Before(m.Due) && before.Due.Before(r.Due) {
			before = r
		}
	}
	return before
}

// MissingReturnsIn are the returns of all grants for periods that end in a financial year, which their schedules ask for and nobody has
// put down: soonest due first.
func (reg *Register) MissingReturnsIn(year FinancialYear) []*MonitoringReturn {
	held := reg.returnsByGrant()
	var missing []*MonitoringReturn
	for _, g := range All[*Grant](reg) {
		for from, to := range g.periods() {
			if FinancialYearOf(to) == year && !isHeld(held[g.ID], from, to, g.dueAfter(to)) {
				r := g.returnFor(from, to)
				r.ID = NewID()
				missing = append(missing, r)
			}
		}
	}
	slices.SortStableFunc(missing, func(a, b *MonitoringReturn) int { return a.Due.Compare(b.Due) })
	return missing
}

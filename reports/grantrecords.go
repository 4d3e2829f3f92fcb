package reports

import (
	"cmp"
	"slices"

	"almoner/data"
	"almoner/reports/document"
)

// returnsOf are the monitoring returns of a grant, in the order of their periods.
func returnsOf(reg *data.Register, grant data.ID) []*data.MonitoringReturn {
	var found []*data.MonitoringReturn
	for _, m := range data.All[*data.MonitoringReturn](reg) {
		if m.Grant == grant {
			found = append(found, m)
		}
	}
	slices.SortStableFunc(found, func(a, b *data.MonitoringReturn) int {
		return cmp.Or(a.PeriodStart.Compare(b.PeriodStart), a.Due.Compare(b.Due), cmp.Compare(a.ID, b.ID))
	})
	return found
}

// decisionsOf are the decisions that name a grant, or one of its variations rests on, in the order in which they were taken.
func decisionsOf(reg *data.Register, g *data.Grant) []*data.Decision {
	var found []*data.Decision
	for _, d := range data.All[*data.Decision](reg) {
		rests := slices.ContainsFunc(g.Variations, func(v data.Variation) bool { return v.Decision == d.ID })
		if rests || slices.Contains(d.Grants, g.ID) {
			found = append(found, d)
		}
	}
	slices.SortStableFunc(found, func(a, b *data.Decision) int {
		return cmp.Or(a.DecidedOn.Compare(b.DecidedOn), cmp.Compare(a.Reference, b.Reference))
	})
	return found
}

// decimalCell is a number as papers print it; nothing where none was reported, which is not nought.
func decimalCell(d *data.Decimal) document.Cell {
	if d == nil {
		return document.Cell{}
	}
	return document.NumberCell(d.String(), d.Float())
}

package data

import (
	"cmp"
	"fmt"
	"iter"
	"math/bits"
	"slices"
)

// Balance is a fund's money. Allocated is what there is; Committed is the fund's shares of the awards of grants that were given; Paid
// is what has gone out; Left is what is not committed. All but the first are always added up from the grants, never typed.
//
// What was paid to a grant that was withdrawn afterwards has left the fund all the same, and is committed until it is paid back (a payment
// of less than nothing). A grant that was terminated takes its awards until a variation reduces them: how much of it comes back is
// settled with the provider, not assumed.
type Balance struct {
	Allocated Money // nothing unless the fund was won: a bid is no income
	Committed Money
	Paid      Money
	Left      Money // less than nothing where more is committed than there is
	Late      Money // of what is committed, the part for years that begin after the fund has to be spent
	Years     []YearBalance
	Shares    []Share // what is committed, award by award, earliest year first
}

// YearBalance is a fund's money in one financial year.
type YearBalance struct {
	Year      FinancialYear
	Allocated Money
	Committed Money
	Paid      Money
	Left      Money // nothing where the fund has no allocation for any year: its years cannot be short of what nobody parted
}

// Share is what one award takes from one fund.
type Share struct {
	Grant  *Grant
	Year   FinancialYear
	Amount Money
}

// Unpaid is what is committed and has not gone out yet.
func (b Balance) Unpaid() Money { return b.Committed.less(b.Paid) }

// Over is by how much more is committed than there is; nothing if there is enough.
func (b Balance) Over() Money {
	if b.Left.Pence >= 0 {
		return Money{}
	}
	return Money{Pence: -b.Left.Pence, Qualifier: b.Left.Qualifier}
}

// less is m with n taken away. Of amounts that are not exact the difference is an estimate, unless nothing remains.
func (m Money) less(n Money) Money {
	d := Money{Pence: m.Pence - n.Pence}
	if d.Pence != 0 && (m.Qualifier != Exact || n.Qualifier != Exact) {
		d.Qualifier = Estimated
	}
	return d
}

// Allocated is what a fund brings in: what the funder states or, where no total is stated, the sum of its years. A fund that was not
// won brings in nothing.
func (f *Fund) Allocated() Money {
	switch {
	case f.Status != Won:
		return Money{}
	case !f.Allocation.IsZero():
		return f.Allocation
	default:
		return f.allocatedByYear()
	}
}

func (f *Fund) allocatedByYear() Money {
	var sum Money
	for _, a := range f.Allocations {
		sum = sum.Add(a.Amount)
	}
	return sum
}

// AllocationDifference is what the years add up to less the total that is stated; nothing where there is only one of the two.
func (f *Fund) AllocationDifference() Money {
	if f.Allocation.IsZero() || len(f.Allocations) == 0 {
		return Money{}
	}
	return Money{Pence: f.allocatedByYear().Pence - f.Allocation.Pence}
}

// ledger is what the grants of a register take from each fund. It is worked out once for each state of the grants.
type ledger struct {
	shares   map[ID][]Share
	payments map[ID][]Share // money that has gone out, by the year that it counts for
	entered  map[ID]*Grant

	before *ledger // a ledger that this one adds to, and
	but    *Grant  // the grant of which it counts nothing there; nil where it was not entered
}

func newLedger(grants []*Grant) *ledger {
	l := &ledger{shares: map[ID][]Share{}, payments: map[ID][]Share{}, entered: make(map[ID]*Grant, len(grants))}
	for _, g := range grants {
		l.entered[g.ID] = g
		l.enter(g)
	}
	return l
}

// enter adds what a grant takes. One that is only proposed, or was declined or withdrawn, takes nothing but what it was paid.
func (l *ledger) enter(g *Grant) {
	given := g.Status.Given()
	if given {
		for _, a := range g.Awards {
			for _, s := range a.Funds {
				l.shares[s.Fund] = append(l.shares[s.Fund], Share{g, a.FinancialYear, s.Amount})
			}
		}
	}
	for _, p := range g.Payments {
		if p.PaidOn.IsZero() {
			continue
		}
		for _, s := range g.borneBy(p) {
			paid := Share{g, p.Year(), s.Amount}
			l.payments[s.Fund] = append(l.payments[s.Fund], paid)
			if !given {
				l.shares[s.Fund] = append(l.shares[s.Fund], paid)
			}
		}
	}
}

// with is what the ledger says when a grant stands as it is given, in the place of itself if it is entered already. A window asks at every
// keystroke, so nothing is copied.
func (l *ledger) with(g *Grant) *ledger {
	with := &ledger{shares: map[ID][]Share{}, payments: map[ID][]Share{}, before: l, but: l.entered[g.ID]}
	with.enter(g)
	return with
}

func (l *ledger) sharesOf(fund ID) iter.Seq[Share] {
	if l.before == nil {
		return slices.Values(l.shares[fund])
	}
	return inPlaceOf(l.but, l.before.shares[fund], l.shares[fund])
}

func (l *ledger) paymentsOf(fund ID) iter.Seq[Share] {
	if l.before == nil {
		return slices.Values(l.payments[fund])
	}
	return inPlaceOf(l.but, l.before.payments[fund], l.payments[fund])
}

// inPlaceOf are the shares there were but those of one grant, and then others. Of each there was, nothing is read but which it is: a fund
// may have tens of thousands.
func inPlaceOf(grant *Grant, before, others []Share) iter.Seq[Share] {
	return func(yield func(Share) bool) {
		for _, s := range before {
			if s.Grant != grant && !yield(s) {
				return
			}
		}
		for _, s := range others {
			if !yield(s) {
				return
			}
		}
	}
}

// Year is the financial year that a payment counts for.
func (p Payment) Year() FinancialYear {
	switch {
	case p.FinancialYear != 0:
		return p.FinancialYear
	case !p.PaidOn.IsZero():
		return FinancialYearOf(p.PaidOn)
	default:
		return FinancialYearOf(p.Due)
	}
}

// borneBy is which funds bear a payment: the one that it names, or those of the award of its year in proportion, to the penny; of what
// no fund pays of that award, nobody bears the part. Where there is no award for that year, the funds of all awards bear it.
func (g *Grant) borneBy(p Payment) []FundShare {
	if p.Fund != "" {
		return []FundShare{{Fund: p.Fund, Amount: p.Amount}}
	}
	ofYear := func(a Award) bool { return a.FinancialYear == p.Year() }
	if !slices.ContainsFunc(g.Awards, ofYear) {
		ofYear = func(Award) bool { return true }
	}
	return slices.DeleteFunc(inProportion(p.Amount, g.fundsOf(ofYear)), func(s FundShare) bool { return s.Fund == "" })
}

// fundsOf is what each fund pays of some awards, in the order in which they are named; without a fund, what none pays.
func (g *Grant) fundsOf(counts func(Award) bool) []FundShare {
	var funds []FundShare
	for _, a := range g.Awards {
		if !counts(a) {
			continue
		}
		for _, s := range append(slices.Clip(a.Funds), FundShare{Amount: a.Unfunded()}) {
			if s.Amount.Pence < 0 { // less than nothing is a slip of somebody who is still typing
				continue
			}
			i := slices.IndexFunc(funds, func(f FundShare) bool { return f.Fund == s.Fund })
			if i < 0 {
				funds = append(funds, FundShare{Fund: s.Fund})
				i = len(funds) - 1
			}
			funds[i].Amount.Pence += s.Amount.Pence
		}
	}
	return funds
}

// inProportion parts an amount by weights so that nothing is lost: each part is rounded down, and the pennies that remain go one by one
// to those who lost most by it.
func inProportion(amount Money, weights []FundShare) []FundShare {
	var total int64
	for _, w := range weights {
		total += w.Amount.Pence
	}
	if total <= 0 {
		if len(weights) == 0 {
			return nil
		}
		return []FundShare{{Fund: weights[0].Fund, Amount: amount}}
	}
	sign, pence := int64(1), amount.Pence
	if pence < 0 {
		sign, pence = -1, -pence
	}
	parts := make([]FundShare, len(weights))
	lost := make([]int, len(weights))
	rest := pence
	for i, w := range weights {
		share := mulDiv(pence, w.Amount.Pence, total)
		parts[i] = FundShare{Fund: w.Fund, Amount: Money{Pence: share, Qualifier: amount.Qualifier}}
		rest -= share
		lost[i] = i
	}
	slices.SortStableFunc(lost, func(a, b int) int {
		return cmp.Compare(remainder(pence, weights[b].Amount.Pence, total), remainder(pence, weights[a].Amount.Pence, total))
	})
	for _, i := range lost[:rest] {
		parts[i].Amount.Pence++
	}
	for i := range parts {
		parts[i].Amount.Pence *= sign
	}
	return parts
}

// Balance is a fund's money as the register stands.
func (reg *Register) Balance(f *Fund) Balance { return reg.ledger().balance(f) }

// ledger is what all grants take from the funds, worked out once for each state of them.
func (reg *Register) ledger() *ledger {
	return workedOut(reg, &reg.books, func() *ledger { return newLedger(All[*Grant](reg)) })
}

func (l *ledger) balance(f *Fund) Balance {
	b := l.sums(f)
	b.Shares = slices.SortedStableFunc(l.sharesOf(f.ID), func(a, c Share) int { return cmp.Compare(a.Year, c.Year) })
	return b
}

// sums are a balance without its shares.
func (l *ledger) sums(f *Fund) Balance {
	b := Balance{Allocated: f.Allocated()}
	years := map[FinancialYear]*YearBalance{}
	var last *YearBalance // most follow one of the same year
	in := func(y FinancialYear) *YearBalance {
		if last == nil || last.Year != y {
			if last = years[y]; last == nil {
				last = &YearBalance{Year: y}
				years[y] = last
			}
		}
		return last
	}
	if f.Status == Won {
		for _, a := range f.Allocations {
			in(a.FinancialYear).Allocated = in(a.FinancialYear).Allocated.Add(a.Amount)
		}
	}
	for s := range l.sharesOf(f.ID) {
		b.Committed = b.Committed.Add(s.Amount)
		in(s.Year).Committed = in(s.Year).Committed.Add(s.Amount)
		if !f.SpendBy.IsZero() && s.Year.Valid() && f.SpendBy.lastDay().Before(s.Year.Start()) {
			b.Late = b.Late.Add(s.Amount)
		}
	}
	for p := range l.paymentsOf(f.ID) {
		b.Paid = b.Paid.Add(p.Amount)
		in(p.Year).Paid = in(p.Year).Paid.Add(p.Amount)
	}
	b.Left = b.Allocated.less(b.Committed)
	for _, y := range years {
		if len(f.Allocations) > 0 {
			y.Left = y.Allocated.less(y.Committed)
		}
		b.Years = append(b.Years, *y)
	}
	slices.SortFunc(b.Years, func(a, c YearBalance) int { return cmp.Compare(a.Year, c.Year) })
	return b
}

// Warnings are what is wrong with a fund's money, one sentence each; none if nothing is.
func (b Balance) Warnings(f *Fund) []string {
	var warnings []string
	switch {
	case f.Status != Won && b.Committed.Pence > 0:
		warnings = append(warnings, fmt.Sprintf("%s is committed from %s, which has not been won.", UpperInitial(b.Committed.String()), f.Programme))
	case b.Left.Pence < 0:
		warnings = append(warnings, fmt.Sprintf("%s is committed %s more than it has: %s of %s.", f.Programme, b.Over(), b.Committed, b.Allocated))
	}
	if b.Paid.Pence > b.Committed.Pence {
		warnings = append(warnings, fmt.Sprintf("%s has been paid from %s, more than the %s that is committed.", UpperInitial(b.Paid.String()), f.Programme, b.Committed))
	}
	if b.Late.Pence > 0 {
		warnings = append(warnings, fmt.Sprintf("%s of %s is for years that begin after it has to be spent, by %s.", UpperInitial(b.Late.String()), f.Programme, f.SpendBy.Long()))
	}
	if d := f.AllocationDifference(); d.Pence != 0 && f.Status == Won {
		warnings = append(warnings, fmt.Sprintf("The years of %s total %s, not the %s that is stated.", f.Programme, f.allocatedByYear(), f.Allocation))
	}
	return warnings
}

// FundWarnings are what saving a grant as it stands would do wrong to the funds that pay for it: to be shown where the money is typed. Of
// a grant that is proposed they say what giving it would do: that is when another fund can still be found.
func (reg *Register) FundWarnings(g *Grant) []string {
	funds := g.payers()
	books := reg.ledger().with(g)
	var warnings []string
	for _, id := range funds {
		f, ok := Get[*Fund](reg, id)
		if !ok {
			continue
		}
		now := books.sums(f).Warnings(f)
		warnings = append(warnings, now...)
		if g.Status == Proposed {
			given := *g
			given.Status = Approved
			for _, w := range reg.ledger().with(&given).sums(f).Warnings(f) {
				if !slices.Contains(now, w) {
					warnings = append(warnings, "If this is given: "+w)
				}
			}
		}
	}
	for _, a := range g.Awards {
		if d := a.Unfunded(); d.Pence != 0 && len(a.Funds) > 0 {
			warnings = append(warnings, fmt.Sprintf("The funds pay %s of the %s for %s.", Sum(amounts(a.Funds)...), a.Amount, reg.Details().Year(a.FinancialYear)))
		}
	}
	for _, p := range g.Payments {
		warnings = append(warnings, reg.latePayment(g, p)...)
	}
	switch paid, total := g.Paid(), g.Total(); {
	case !g.Status.Given() && paid.Pence > 0:
		warnings = append(warnings, fmt.Sprintf("%s has been paid, although the grant is %s.", UpperInitial(paid.String()), lowerInitial(g.Status.Label())))
	case paid.Pence > total.Pence:
		warnings = append(warnings, fmt.Sprintf("%s has been paid, more than the %s that is awarded.", UpperInitial(paid.String()), total))
	case g.Status == Terminated && paid.Pence > 0 && paid.Pence < total.Pence:
		warnings = append(warnings, fmt.Sprintf("The grant was terminated, and %s of it was never paid but is still committed. If it stays with the office, reduce the awards by a variation.",
			total.less(paid)))
	}
	return warnings
}

// payers are the funds that pay for awards, then those that only a payment names.
func (g *Grant) payers() []ID {
	funds := g.Funds(nil)
	for _, p := range g.Payments {
		if p.Fund != "" && !slices.Contains(funds, p.Fund) {
			funds = append(funds, p.Fund)
		}
	}
	return funds
}

// latePayment is a payment after the day by which its fund has to be spent. Money that comes back may come at any time.
func (reg *Register) latePayment(g *Grant, p Payment) []string {
	if p.Amount.Pence <= 0 {
		return nil
	}
	day := p.PaidOn
	if day.IsZero() {
		day = p.Due
	}
	var warnings []string
	for _, s := range g.borneBy(p) {
		f, ok := Get[*Fund](reg, s.Fund)
		if ok && !f.SpendBy.IsZero() && !day.IsZero() && f.SpendBy.lastDay().Before(day) {
			warnings = append(warnings, fmt.Sprintf("A payment of %s on %s comes after %s has to be spent, by %s.", s.Amount, day.Long(), f.Programme, f.SpendBy.Long()))
		}
	}
	return warnings
}

// Unfunded is what an award is worth less what funds pay of it; less than nothing where they pay more.
func (a Award) Unfunded() Money { return a.Amount.less(Sum(amounts(a.Funds)...)) }

func amounts(shares []FundShare) []Money {
	all := make([]Money, len(shares))
	for i, s := range shares {
		all[i] = s.Amount
	}
	return all
}

// Paid is what has gone out to the recipient.
func (g *Grant) Paid() Money {
	var sum Money
	for _, p := range g.Payments {
		if !p.PaidOn.IsZero() {
			sum = sum.Add(p.Amount)
		}
	}
	return sum
}

// mulDiv is a × b ÷ c rounded down, and remainder what that leaves, without overflow: offices give millions of pounds, in pence.
func mulDiv(a, b, c int64) int64 {
	high, low := bits.Mul64(uint64(a), uint64(b))
	q, _ := bits.Div64(high, low, uint64(c))
	return int64(q)
}

func remainder(a, b, c int64) uint64 {
	high, low := bits.Mul64(uint64(a), uint64(b))
	_, r := bits.Div64(high, low, uint64(c))
	return r
}

// SpendByHasPassed reports whether the last day on which the fund can be spent lies before today.
func (f *Fund) SpendByHasPassed(today Date) bool {
	return !f.SpendBy.IsZero() && f.SpendBy.lastDay().Before(today)
}

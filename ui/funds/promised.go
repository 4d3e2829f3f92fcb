package funds

import (
	"cmp"
	"slices"
	"sync"

	"almoner/data"
)

// promised is what the awards in the register promise from each fund. It is worked out once for each state of the register: a list of
// funds asks for it at every line.
type promised struct {
	mu    sync.Mutex
	of    *data.GrantList // the state that shares were read from
	funds map[data.ID][]share
}

// share is what one award takes from one fund.
type share struct {
	grant  *data.Grant
	year   data.FinancialYear
	amount data.Money
}

// shares are what awards promise from a fund: those of grants that were really given. A grant that is only proposed, or was declined
// or withdrawn, promises nothing.
func (p *promised) shares(reg *data.Register, fund data.ID) []share {
	p.mu.Lock()
	defer p.mu.Unlock()
	if now := reg.Grants(); p.of != now || p.funds == nil {
		p.of, p.funds = now, sharesByFund(data.All[*data.Grant](reg))
	}
	return p.funds[fund]
}

func sharesByFund(grants []*data.Grant) map[data.ID][]share {
	funds := map[data.ID][]share{}
	awarded := data.AwardedStatuses()
	for _, g := range grants {
		if !slices.Contains(awarded, g.Status) {
			continue
		}
		for _, a := range g.Awards {
			for _, s := range a.Funds {
				funds[s.Fund] = append(funds[s.Fund], share{g, a.FinancialYear, s.Amount})
			}
		}
	}
	for _, shares := range funds {
		slices.SortStableFunc(shares, func(a, b share) int { return cmp.Compare(a.year, b.year) })
	}
	return funds
}

// balance is a fund's money: what there is, what is promised from it, and the difference.
type balance struct {
	there    data.Money // nothing, unless the fund was won: a bid is no income
	promised data.Money
	late     data.Money // of the promises, those for years that begin after the money has to be spent
}

func (p *promised) balance(reg *data.Register, f *data.Fund) balance {
	var b balance
	if f.Status == data.Won {
		b.there = f.Allocation
	}
	for _, s := range p.shares(reg, f.ID) {
		b.promised = b.promised.Add(s.amount)
		if spendByDay(f) && s.year.Valid() && f.SpendBy.Before(s.year.Start()) {
			b.late = b.late.Add(s.amount)
		}
	}
	return b
}

// spendByDay reports whether the day is known by which a fund has to be spent; of a month or a year it is not clear which end is meant.
func spendByDay(f *data.Fund) bool {
	return !f.SpendBy.IsZero() && f.SpendBy.Precision == data.ToTheDay
}

// pence is what is left, in pence; less than nothing where more is promised than there is.
func (b balance) pence() int64 { return b.there.Pence - b.promised.Pence }

// money is an amount of pence that comes of this balance: an estimate, as soon as one of its sides is not exact.
func (b balance) money(pence int64) data.Money {
	m := data.Money{Pence: pence}
	if b.there.Qualifier != data.Exact || b.promised.Qualifier != data.Exact {
		m.Qualifier = data.Estimated
	}
	return m
}

// left is what is left, in words where it is less than nothing: a minus sign is overlooked.
func (b balance) left() string {
	if b.pence() < 0 {
		return "over by " + b.money(-b.pence()).String()
	}
	return b.money(b.pence()).String()
}

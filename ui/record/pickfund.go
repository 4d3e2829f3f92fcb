package record

import (
	"almoner/data"
	"almoner/ui/desk"
	"almoner/ui/lang"
	"almoner/ui/widgets"
)

// PickFund is a picker of the funds that are offered, which says under each what is left of it.
func PickFund(d desk.Desk, empty string, offered func(*data.Fund) bool) *widgets.Picker {
	p := PickOf(d, empty, offered, (*data.Fund).Label)
	p.Hint = func(id data.ID) string {
		reg := d.Office().Register()
		f, known := data.Get[*data.Fund](reg, id)
		if !known {
			return ""
		}
		return FundLeft(f, reg.Balance(f), d.Today())
	}
	return p
}

// AnyFund offers every fund.
func AnyFund(*data.Fund) bool { return true }

// FundLeft is what is left of a fund and until when, short: it stands in a small line. Of one that was not won it is how far that has come.
func FundLeft(f *data.Fund, b data.Balance, today data.Date) string {
	day := f.SpendBy
	over, ended := b.Left.Pence < 0, f.SpendByHasPassed(today)
	switch {
	case f.Status != data.Won:
		return lang.L(f.Status.Label())
	case over && day.IsZero():
		return lang.F("over its %s by %s", b.Allocated, b.Over())
	case over && ended:
		return lang.F("over its %s by %s, ended %s", b.Allocated, b.Over(), day)
	case over:
		return lang.F("over its %s by %s, by %s", b.Allocated, b.Over(), day)
	case day.IsZero():
		return lang.F("%s left of %s", b.Left, b.Allocated)
	case ended:
		return lang.F("%s left of %s, ended %s", b.Left, b.Allocated, day)
	default:
		return lang.F("%s left of %s, by %s", b.Left, b.Allocated, day)
	}
}

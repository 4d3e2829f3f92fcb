package data

import (
	"fmt"
	"slices"
	"strings"
)

// TermHolds is what the value of a term is.
type TermHolds int

// What terms hold.
const (
	HoldsWords TermHolds = iota
	HoldsAmount
	HoldsDate
	HoldsOrganisation
	HoldsSpecification
)

// Holds is what the value of the term is, and so which of the pairs of a change has it.
func (t VariedTerm) Holds() TermHolds {
	switch t {
	case VariedAmount:
		return HoldsAmount
	case VariedStart, VariedEnd, VariedActualEnd:
		return HoldsDate
	case VariedRecipient, VariedDeliveredBy:
		return HoldsOrganisation
	case VariedSpecification:
		return HoldsSpecification
	default:
		return HoldsWords
	}
}

// UsualTerm is the term that a variation of the kind changes as a rule; empty where there is none.
func (k VariationKind) UsualTerm() VariedTerm {
	switch k {
	case Extend:
		return VariedEnd
	case Uplift, Reduce, Reprofile:
		return VariedAmount
	case Novate:
		return VariedRecipient
	case Terminate:
		return VariedActualEnd
	default:
		return ""
	}
}

// MayBeNone reports whether a grant can be without the term.
func (t VariedTerm) MayBeNone() bool {
	return t != "" && t != VariedStart && t != VariedEnd && t != VariedRecipient
}

// Said reports whether it is put down what the term becomes: a value, or that there is to be none.
func (c VariationChange) Said() bool {
	return !c.Amount.IsZero() || !c.Date.IsZero() || c.Record != "" || strings.TrimSpace(c.Text) != "" || c.None && c.Term.MayBeNone()
}

// Waits reports whether a change of the variation is still to be said: nobody has put down what the term becomes. In one that was applied
// an empty value is what was agreed.
func (v *Variation) Waits(c VariationChange) bool { return v.Applied.IsZero() && !c.Said() }

// Unsaid is a *Fault that names a term of which the variation does not say what it becomes; nil if it says all.
func (v *Variation) Unsaid() error {
	i := slices.IndexFunc(v.Changes, v.Waits)
	if i < 0 {
		return nil
	}
	c := v.Changes[i]
	if c.Term.MayBeNone() {
		return &Fault{Sentence: fmt.Sprintf("Variation %d does not say what “%s” becomes: put it down, or tick that there is to be none.", v.Number, c.label())}
	}
	return &Fault{Sentence: fmt.Sprintf("Variation %d does not say what “%s” becomes: put it down.", v.Number, c.label())}
}

// label is what the change changes, with the year of an amount.
func (c VariationChange) label() string {
	if c.Term == VariedAmount && c.FinancialYear != 0 {
		return fmt.Sprintf("%s, %s", c.Term.Label(), c.FinancialYear)
	}
	return c.Term.Label()
}

// sameAs reports whether two changes change the same. Two funds may each bear a part of what a year is worth more.
func (c VariationChange) sameAs(other VariationChange) bool {
	return c.Term == other.Term && c.FinancialYear == other.FinancialYear && c.Fund == other.Fund
}

// Offers reports whether a change of the variation, by its ID, may be one of the term: each can be changed once, but for the amount, of
// which there is one a year.
func (v *Variation) Offers(change RowID, term VariedTerm) bool {
	taken := func(c VariationChange) bool { return c.Term == term && c.ID != change }
	return term == VariedAmount || !slices.ContainsFunc(v.Changes, taken)
}

// ChangesAmountOf reports whether the variation changes what a year is worth.
func (v *Variation) ChangesAmountOf(year FinancialYear) bool {
	return slices.ContainsFunc(v.Changes, func(c VariationChange) bool { return c.Term == VariedAmount && c.FinancialYear == year })
}

// FurtherTerm is the term that a change more is begun with: the end or the amount, which go together as a rule, or else the next that
// the variation does not change yet.
func (v *Variation) FurtherTerm() VariedTerm {
	terms := append([]VariedTerm{VariedEnd, VariedAmount}, VariedTerms()...)
	changed := func(t VariedTerm) bool {
		return slices.ContainsFunc(v.Changes, func(c VariationChange) bool { return c.Term == t })
	}
	if i := slices.IndexFunc(terms, func(t VariedTerm) bool { return !changed(t) }); i >= 0 {
		return terms[i]
	}
	return VariedAmount // of a further year
}

// Unborne reports whether a change gives money for a year that the grant has no award for yet and names no fund, though the grant is paid
// from funds: none of them pays for that year.
func (g *Grant) Unborne(c VariationChange) bool {
	known := slices.ContainsFunc(g.Awards, func(a Award) bool { return a.FinancialYear == c.FinancialYear })
	return c.Term == VariedAmount && c.FinancialYear != 0 && c.Fund == "" && !c.Amount.IsZero() && !known && len(g.Funds(nil)) > 0
}

// NextVariation is a variation of the grant with the next number, which nothing is put down of yet.
func (g *Grant) NextVariation() Variation {
	next := Variation{ID: NewRowID(), Number: 1}
	for i := range g.Variations {
		next.Number = max(next.Number, g.Variations[i].Number+1)
	}
	return next
}

// WithBefore is a change with what was before it: of one that is not applied, what the grant says now.
func (g *Grant) WithBefore(v *Variation, c VariationChange) VariationChange {
	if !v.Applied.IsZero() || c.Term == "" {
		return c
	}
	_ = Clone(g).change(&c) // a change that cannot be made has its before all the same
	return c
}

// VariedWords are a change in words: the term, what was and what is. Before is empty where the grant had no such date, words or record, and
// after where it is to have none; no money is £0.
func (reg *Register) VariedWords(c VariationChange) (term, before, after string) {
	term = c.Term.Label()
	switch c.Term.Holds() {
	case HoldsAmount:
		if c.FinancialYear != 0 {
			term += ", " + reg.Details().Year(c.FinancialYear)
		}
		return term, c.WasAmount.String(), c.Amount.String()
	case HoldsDate:
		return term, c.WasDate.Long(), c.Date.Long()
	case HoldsOrganisation, HoldsSpecification:
		return term, reg.labelOf(c.WasRecord), reg.labelOf(c.Record)
	default:
		return term, c.WasText, c.Text
	}
}

// labelOf is what the record of an ID is called; empty where there is none.
func (reg *Register) labelOf(id ID) string {
	if rec, ok := reg.Find(AnyKind, id); ok {
		return rec.Label()
	}
	return ""
}

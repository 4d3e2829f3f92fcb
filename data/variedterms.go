package data

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

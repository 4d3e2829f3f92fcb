package data

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// NewGrantFrom is the grant that a decision gives, with everything that the decision says of it: what it is called, for what and to whom it
// is given, on which day, how much and out of which fund. What the decision leaves open is left open. The decision names the grant once
// Name has been called on it, and both have to be saved together.
func NewGrantFrom(reg *Register, d *Decision) *Grant {
	g := &Grant{
		Stamp: Stamp{ID: NewID()}, Title: d.Title, Instrument: InstrumentGrant, Status: Proposed,
		Recipient: recipientIn(reg, d), Purpose: purposeIn(d), AwardDate: firstDay(d.DecidedOn, d.SignedOn),
	}
	if d.Outcome() == DecisionSigned || d.Status == DecisionPublished && !d.refused() {
		g.Status = Approved
	}
	if len(d.Grants) == 0 && !d.StatedTotal.IsZero() { // of several grants nobody knows how the total is parted
		award := Award{ID: NewRowID(), FinancialYear: FinancialYearOf(firstDay(g.AwardDate, d.RaisedOn)), Amount: d.StatedTotal}
		if len(d.Funds) == 1 {
			award.Funds = []FundShare{{ID: NewRowID(), Fund: d.Funds[0], Amount: d.StatedTotal}}
		}
		g.Awards = []Award{award}
	}
	return g
}

// Gives reports whether grants can be registered from the decision: not from one that was refused.
func (d *Decision) Gives() bool { return !d.refused() }

// Name puts a grant among those that the decision names. One that was signed may name grants that are registered from it later: what it
// prints of awards was kept when it was signed.
func (d *Decision) Name(grant ID) {
	if !slices.Contains(d.Grants, grant) {
		d.Grants = append(d.Grants, grant)
	}
}

// purposeIn is the words of the decision's section on the purpose or the background or, where it has no such section, of its first.
func purposeIn(d *Decision) string {
	first := ""
	for _, wanted := range []string{"purpose", "background", "summary", ""} {
		for _, s := range d.Sections {
			if words := trimSpace(s.Body); words != "" && s.public() && first == "" && strings.Contains(Fold(s.Heading), wanted) {
				first = words
			}
		}
	}
	return first
}

// recipientIn is the one organisation that the decision's title and recommendations name; none where they name several, or none. Of names
// that lie in each other, such as “Harbour” in “Harbour Trust”, the longest counts.
func recipientIn(reg *Register, d *Decision) ID {
	text := Fold(strings.Join(append([]string{d.Title}, d.Recommendations...), "\n"))
	all := slices.Clone(All[*Organisation](reg))
	slices.SortStableFunc(all, func(a, b *Organisation) int { return cmp.Compare(len(b.Name), len(a.Name)) })
	var found []ID
	for _, o := range all {
		for _, name := range append([]string{o.Name}, o.OtherNames...) {
			name = Fold(trimSpace(name))
			if name == "" || !containsWords(text, name) {
				continue
			}
			text = strings.ReplaceAll(text, name, "\n")
			if !slices.Contains(found, o.ID) {
				found = append(found, o.ID)
			}
		}
	}
	if len(found) != 1 {
		return ""
	}
	return found[0]
}

// containsWords reports whether words stand in a text by themselves, and not as a part of longer ones.
func containsWords(text, words string) bool {
	letter := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	for at := 0; ; {
		i := strings.Index(text[at:], words)
		if i < 0 {
			return false
		}
		start, end := at+i, at+i+len(words)
		before, _ := utf8.DecodeLastRuneInString(text[:start])
		after, _ := utf8.DecodeRuneInString(text[end:])
		if !letter(before) && !letter(after) {
			return true
		}
		at = end
	}
}

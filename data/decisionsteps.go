package data

import (
	"fmt"
	"slices"
)

// NewDecision is the draft of a decision, raised on a day, with what is the same in all decisions of the office.
func NewDecision(reg *Register, raised Date) *Decision {
	return &Decision{
		Stamp: Stamp{ID: NewID()}, Status: DecisionDraft, Marking: Public, RaisedOn: raised, DecisionMaker: reg.Details().DecisionMaker(),
	}
}

// DecisionMaker is the office of whoever takes its decisions, as notices name it.
func (o *OfficeDetails) DecisionMaker() string {
	maker := o.Commissioner.Title
	if maker == "" {
		maker = "Police and Crime Commissioner"
	}
	if o.PoliceArea == "" {
		return maker
	}
	return maker + " for " + o.PoliceArea
}

// The powers under which commissioners give money most often.
const (
	CrimeReductionPower  = "Police Reform and Social Responsibility Act 2011, section 9 (crime and disorder reduction grants)"
	VictimsServicesPower = "Anti-social Behaviour, Crime and Policing Act 2014, section 143 (services for victims)"
)

// Powers are the powers that are offered for a decision: the usual ones, and those that the office has named itself, each once.
func (reg *Register) Powers() []string {
	powers := []string{CrimeReductionPower, VictimsServicesPower}
	known := map[string]bool{Fold(CrimeReductionPower): true, Fold(VictimsServicesPower): true}
	for _, d := range All[*Decision](reg) {
		if key := Fold(trimSpace(d.Power)); key != "" && !known[key] {
			known[key] = true
			powers = append(powers, trimSpace(d.Power))
		}
	}
	return powers
}

// DecisionsOn are the decisions that name a grant, the latest first.
func (reg *Register) DecisionsOn(grant ID) []*Decision {
	var found []*Decision
	for _, d := range All[*Decision](reg) {
		if slices.Contains(d.Grants, grant) {
			found = append(found, d)
		}
	}
	slices.SortStableFunc(found, func(a, b *Decision) int { return b.NumberedOn().Compare(a.NumberedOn()) })
	return found
}

// Settled is since when the decision stays as it is, for the middle of a sentence: "was signed on 4 October 2023". It is empty while the
// decision may still be changed.
func (d *Decision) Settled() string { return d.issuedWords() }

// SupersededDecisions are the decisions, by their IDs, whose place a later signed one has taken, or which one has rescinded: what they gave
// is given by that one, or not at all.
func (reg *Register) SupersededDecisions() map[ID]bool {
	superseded := map[ID]bool{}
	for _, d := range All[*Decision](reg) {
		if d.Outcome() != DecisionSigned {
			continue
		}
		for _, l := range d.Links {
			if l.Decision != "" && (l.Relation == Supersedes || l.Relation == Rescinds) {
				superseded[l.Decision] = true
			}
		}
	}
	return superseded
}

// Unready is what there is to see to before the decision is signed, by field. It can be signed all the same, unless Sign says otherwise:
// some of it an office may have a reason for.
func (d *Decision) Unready(reg *Register) Problems {
	var ps Problems
	if d.Reference == "" {
		ps.add("reference", "It has no reference yet.")
	}
	if trimSpace(d.DecisionMaker) == "" {
		ps.add("decision_maker", "It does not say who takes the decision.")
	}
	if trimSpace(d.Power) == "" {
		ps.add("power", "It names no power in law.")
	}
	if !slices.ContainsFunc(d.Sections, func(s Section) bool { return s.public() && trimSpace(s.Body) != "" }) && d.Marking != Exempt {
		ps.add("sections", "Part 1 says nothing: the public would read no reasons.")
	}
	for i, s := range d.Sections {
		if trimSpace(s.Body) == "" {
			ps.add(row("sections", i, "body"), "“%s” has no words, and is left out of the notice.", s.Heading)
		}
	}
	if !slices.ContainsFunc(d.Recommendations, func(r string) bool { return trimSpace(r) != "" }) {
		ps.add("recommendations", "It recommends nothing that could be approved.")
	}
	if trimSpace(d.Interests) == "" {
		ps.add("interests", "It does not say whether anybody declared an interest.")
	}
	if d.HasPartTwo() && trimSpace(d.Exemption) == "" {
		ps.add("exemption", "It does not say under which exemption something is kept from the public.")
	}
	if d.Marking == PartExempt && !slices.ContainsFunc(d.Sections, func(s Section) bool { return !s.public() }) {
		ps.add("marking", "It is marked partly exempt, but nothing stands in Part 2.")
	}
	if rows := d.AwardsNow(reg); !d.StatedTotal.IsZero() && AwardedTotal(rows).Pence != d.StatedTotal.Pence {
		ps.add("stated_total", "The awards total %s, but it states %s.", AwardedTotal(rows), d.StatedTotal)
	}
	return ps
}

// Refuse takes a submitted decision to refused and keeps its awards as they stand: what was refused has to be known later, whatever becomes
// of the grants. What it prints has to be kept with Issue, and both have to be saved together. The decision stays as it is if the error is
// not nil.
func (d *Decision) Refuse(reg *Register, on, today Date, by string) error {
	if today.Before(on) {
		return &Fault{Sentence: fmt.Sprintf("The decision cannot have been refused on %s: that day is still to come. Put down the day on which it was refused.", on.Long())}
	}
	refused := Clone(d)
	refused.Awards = d.AwardsNow(reg)
	if refused.DecidedOn.IsZero() {
		refused.DecidedOn = on
	}
	if err := settledInOrder(refused); err != nil {
		return err
	}
	if err := Advance(refused, string(DecisionRefused), on, by); err != nil {
		return err
	}
	*d = *refused
	return nil
}

// settledInOrder is why the days of a decision that is about to be settled cannot be right; nil if they can. Afterwards they stay as they are.
func settledInOrder(d *Decision) error {
	var ps Problems
	ps.onceRaised(d)
	if len(ps) == 0 {
		return nil
	}
	return &Fault{Sentence: ps.Error()}
}

// Publish notes the day on which the public was given the decision, which is not after today. The decision stays as it is if the error is
// not nil.
func (d *Decision) Publish(on, today Date, by string) error {
	if today.Before(on) {
		return &Fault{Sentence: fmt.Sprintf("The decision cannot have been published on %s: that day is still to come. Put down the day on which it was.", on.Long())}
	}
	taken := firstDay(d.SignedOn, d.DecidedOn, ReachedOn(d, d.Stage()))
	if !taken.IsZero() && on.lastDay().Before(taken) {
		return &Fault{Sentence: fmt.Sprintf("The decision was taken on %s, so it was not published on %s. Put down a later day.", taken.Long(), on.Long())}
	}
	if err := Advance(d, string(DecisionPublished), on, by); err != nil {
		return err
	}
	d.PublishedOn = on
	return nil
}

// Successor is the draft of a decision that supersedes this one: with the same words, officers, grants and files, and with nothing of
// what this one came to.
func (d *Decision) Successor(raised Date) *Decision {
	was := Clone(d)
	next := &Decision{
		Stamp: Stamp{ID: NewID()}, Status: DecisionDraft, RaisedOn: raised,
		Title: was.Title, Type: was.Type, DecisionMaker: was.DecisionMaker, LeadOfficers: was.LeadOfficers, ContactOfficers: was.ContactOfficers,
		Marking: was.Marking, Exemption: was.Exemption, Power: was.Power, Recommendations: was.Recommendations,
		Grants: was.Grants, Funds: was.Funds, StatedTotal: was.StatedTotal,
		Links: []DecisionLink{{Relation: Supersedes, Reference: was.Reference, Decision: was.ID}},
	}
	for _, s := range was.Sections {
		next.Sections = append(next.Sections, Section{Heading: s.Heading, Body: s.Body, Part: s.Part})
	}
	for _, e := range was.Attachments {
		next.Attachments = append(next.Attachments, Enclosure{Label: e.Label, Kind: e.Kind, Size: e.Size, File: e.File})
	}
	NameRows(next)
	return next
}

package sample

import (
	"cmp"
	"slices"

	"almoner/data"
)

func decision(short string) data.ID { return idOf(data.KindDecision, short) }
func member(short string) data.ID   { return idOf(data.KindStaff, short) }
func file(short string) data.ID     { return idOf(data.KindAttachment, short) }

// decided is a decision with how far it is to be taken; what everybody in the office fills in alike is added by decisions.
type decided struct {
	short string
	data.Decision
	to    data.DecisionStatus
	signs data.Signature
	after bool // signed when the variations had been applied, so that its awards are those of today
	links []link
}

// link is another decision: one that the office holds, by its short name, or one that it does not, by the reference as printed.
type link struct {
	relation data.Relation
	to       string
	printed  data.Reference
}

// numberedDecisions are all decisions under their references, in the order of their days: gapless in each financial year.
func numberedDecisions(grants []*data.Grant) []*decided {
	all := slices.Concat(earlyDecisions(grants), lateDecisions(grants))
	slices.SortStableFunc(all, func(a, b *decided) int { return a.NumberedOn().Compare(b.NumberedOn()) })
	scheme, err := office().Scheme(data.KindDecision)
	must(err)
	numbers, references := map[string]int{}, map[string]data.Reference{}
	for _, d := range all {
		period := scheme.Period(d.NumberedOn())
		numbers[period]++
		d.Stamp, d.Reference = stamp(data.KindDecision, d.short), scheme.Print(d.NumberedOn(), numbers[period])
		references[d.short] = d.Reference
	}
	for _, d := range all {
		for _, l := range d.links {
			d.Links = append(d.Links, data.DecisionLink{Relation: l.relation, Reference: cmp.Or(l.printed, references[l.to]), Decision: decision(l.to)})
		}
	}
	return all
}

// decisions are the decisions of three years. Those that were signed before the grants were varied keep the awards of then: vary is
// called when their turn is over.
func decisions(reg *data.Register, grants []*data.Grant, vary func()) []*data.Decision {
	all := numberedDecisions(grants)
	records := make([]*data.Decision, len(all))
	for i, d := range all {
		records[i] = &d.Decision
		d.DecisionMaker = "Police and Crime Commissioner for Elmshire"
		if !d.after {
			d.take(reg)
		}
	}
	vary()
	reg.Put(asRecords(grants)...)
	for _, d := range all {
		if d.after {
			d.take(reg)
		}
	}
	return records
}

func asRecords[R data.Record](all []R) []data.Record { return add(nil, all) }

// take walks a decision from the day on which it was raised to where it stands.
func (d *decided) take(reg *data.Register) {
	r := &d.Decision
	live(r, taken(data.DecisionDraft, d.RaisedOn, victimsLead))
	if d.to == data.DecisionDraft {
		return
	}
	live(r, taken(data.DecisionAdvised, d.DiscussedOn, governance))
	if d.to == data.DecisionAdvised {
		return
	}
	handed := d.DecidedOn.AddDays(-3)
	if d.DecidedOn.IsZero() {
		handed = d.DiscussedOn.AddDays(5)
	}
	live(r, taken(data.DecisionSubmitted, handed, governance))
	switch {
	case d.to == data.DecisionSubmitted:
		return
	case d.signs != "":
		must(r.Sign(reg, commissioner, d.DecidedOn, d.DecidedOn, d.signs))
	case d.to == data.DecisionPublished, d.to == data.DecisionRefused:
		must(r.Refuse(reg, d.DecidedOn, d.DecidedOn, governance))
	default:
		live(r, taken(d.to, cmp.Or(d.DecidedOn, d.DueOn), governance))
	}
	if d.to == data.DecisionPublished {
		live(r, taken(data.DecisionPublished, d.PublishedOn, press))
	}
}

func part1(heading, body string) data.Section {
	return data.Section{Heading: heading, Body: body, Part: 1}
}

func part2(heading, body string) data.Section {
	return data.Section{Heading: heading, Body: body, Part: 2}
}

// The powers that decisions name.
const (
	crimeReduction = data.CrimeReductionPower
	victimsPower   = data.VictimsServicesPower
)

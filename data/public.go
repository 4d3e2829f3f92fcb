package data

import (
	"slices"
	"strings"
)

// PublicDecision is what the public may read of a decision. Papers for the public, and exports, take this and not a Decision: there is no
// place in it for Part 2, for whoever had a hand in it but its maker and signatory, or for an ID that leads back to the office's records.
type PublicDecision struct {
	Reference         Reference         `json:"reference,omitempty"`
	Title             string            `json:"title"`
	Type              string            `json:"decision_type,omitempty"`
	DecisionMaker     string            `json:"decision_maker,omitempty"`
	NoticePublishedOn Date              `json:"notice_published_on,omitzero"`
	DueOn             Date              `json:"due_on,omitzero"`
	RaisedOn          Date              `json:"raised_on,omitzero"`
	DiscussedOn       Date              `json:"discussed_on,omitzero"`
	DecidedOn         Date              `json:"decided_on,omitzero"`
	PublishedOn       Date              `json:"published_on,omitzero"`
	Outcome           DecisionStatus    `json:"outcome,omitempty"` // signed, refused or deferred; empty where none of them is known
	Marking           Marking           `json:"marking,omitempty"`
	Exemption         string            `json:"exemption,omitempty"`
	Power             string            `json:"power,omitempty"`
	Sections          []PublicSection   `json:"sections,omitempty"`
	Recommendations   []string          `json:"recommendations,omitempty"`
	Interests         string            `json:"interests,omitempty"`
	Signature         Signature         `json:"signature,omitempty"`
	SignedBy          string            `json:"signed_by,omitempty"`
	SignedOn          Date              `json:"signed_on,omitzero"`
	Links             []PublicLink      `json:"links,omitempty"`
	StatedTotal       Money             `json:"stated_total,omitzero"`
	Awards            []PublicAward     `json:"awards,omitempty"`
	Attachments       []PublicEnclosure `json:"attachments,omitempty"`
	// Withheld is how many awards and attachments are left out because they say what only Part 2 says. Neither is the total then given,
	// from which the rest could be worked out.
	Withheld int `json:"withheld,omitzero"`
}

// PublicSection is a section of Part 1.
type PublicSection struct {
	Heading string `json:"heading,omitempty"`
	Body    string `json:"body,omitempty"` // Markdown
}

// PublicLink is another decision, by the reference that is printed.
type PublicLink struct {
	Relation  Relation  `json:"relation"`
	Reference Reference `json:"reference"`
}

// PublicAward is a row of the table of awards.
type PublicAward struct {
	Recipient     string        `json:"recipient,omitempty"`
	Title         string        `json:"title,omitempty"`
	FinancialYear FinancialYear `json:"financial_year,omitzero"`
	Part          string        `json:"part,omitempty"`
	Amount        Money         `json:"amount"`
	Themes        string        `json:"themes,omitempty"`
	Area          string        `json:"area,omitempty"`
}

// PublicEnclosure is a file that the decision names.
type PublicEnclosure struct {
	Label string `json:"label"`
	Kind  string `json:"kind,omitempty"`
	Size  int64  `json:"size,omitzero"` // in bytes
}

// Public is the decision as the public may read it. Of one that is wholly exempt that is which it is, who took it, when, under which power
// and why it is not published, and to which decisions it belongs. An award or an attachment that says what only Part 2 says is left out.
func (d *Decision) Public(reg *Register) PublicDecision {
	p := PublicDecision{
		Reference: d.Reference, Title: d.Title, Type: d.Type, DecisionMaker: d.DecisionMaker,
		NoticePublishedOn: d.NoticePublishedOn, DueOn: d.DueOn, RaisedOn: d.RaisedOn, DiscussedOn: d.DiscussedOn, DecidedOn: d.DecidedOn, PublishedOn: d.PublishedOn,
		Outcome: d.Outcome(), Marking: d.marked(), Exemption: d.Exemption, Power: d.Power, Signature: d.Signature, SignedBy: d.SignedBy, SignedOn: d.SignedOn,
	}
	for _, l := range d.Links {
		if ref := l.printed(reg); ref != "" {
			p.Links = append(p.Links, PublicLink{l.Relation, ref})
		}
	}
	if d.Marking == Exempt {
		return p
	}
	for _, s := range d.Sections {
		if s.public() {
			p.Sections = append(p.Sections, PublicSection{s.Heading, s.Body})
		}
	}
	p.Recommendations, p.Interests = slices.Clone(d.Recommendations), d.Interests
	secret := newPartTwo(d, nil)
	for _, a := range d.AwardRows(reg) {
		if secret.tells(a) {
			p.Withheld++
			continue
		}
		p.Awards = append(p.Awards, PublicAward{a.Recipient, a.Title, a.FinancialYear, a.Part, a.Amount, a.Themes, a.Area})
	}
	for _, e := range d.Attachments {
		if secret.in(e.Label+"\n"+e.Kind) != nil {
			p.Withheld++
			continue
		}
		p.Attachments = append(p.Attachments, PublicEnclosure{e.Label, e.Kind, e.Size})
	}
	if p.Withheld == 0 && secret.in(d.StatedTotal.String()) == nil {
		p.StatedTotal = d.StatedTotal
	}
	return p
}

// public reports whether a section stands in Part 1. What stands nowhere known does not.
func (s Section) public() bool { return s.Part == 0 || s.Part == 1 }

// printed is the reference of the other decision, of one that the office holds too where the paper prints none.
func (l DecisionLink) printed(reg *Register) Reference {
	if l.Reference != "" {
		return l.Reference
	}
	if other, ok := Get[*Decision](reg, l.Decision); ok {
		return other.Reference
	}
	return ""
}

// words are all that a row of the table of awards says.
func (a DecidedAward) words() string {
	return strings.Join([]string{a.Recipient, a.Title, a.Part, a.Themes, a.Area, a.Amount.String()}, "\n")
}

// tells reports whether a row of the table of awards says what only Part 2 says. A word of the grant's title that Part 2 has with a capital
// too is no reason to leave it out, as the name of the recipient is.
func (p *partTwo) tells(a DecidedAward) bool {
	toWhom := p.in("to " + a.Recipient) // where its capitals mean a name
	return len(toWhom) > 0 || slices.ContainsFunc(p.in(a.words()), func(l Leak) bool { return l.Sort != LeakedName })
}

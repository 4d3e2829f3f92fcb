package data

import "slices"

// Marking says who may read a decision.
type Marking string

// The markings of the 2011 Order's offices. A part_exempt decision has a Part 2 that is never published.
const (
	Public     Marking = "public"
	PartExempt Marking = "part_exempt"
	Exempt     Marking = "exempt"
)

var markings = terms[Marking]{{Public, "Public"}, {PartExempt, "Partly exempt"}, {Exempt, "Exempt"}}

// Markings are all markings.
func Markings() []Marking { return markings.values() }

// Label is how people read the marking.
func (m Marking) Label() string { return markings.label(m) }

// UnmarshalText reads a marking as the portable form writes it.
func (m *Marking) UnmarshalText(text []byte) error { return markings.unmarshal(m, text, "marking") }

// DecisionStatus is how far a decision has come.
type DecisionStatus string

// The life of a decision.
const (
	DecisionDraft     DecisionStatus = "draft"
	DecisionAdvised   DecisionStatus = "advised"
	DecisionSubmitted DecisionStatus = "submitted"
	DecisionSigned    DecisionStatus = "signed"
	DecisionRefused   DecisionStatus = "refused"
	DecisionDeferred  DecisionStatus = "deferred"
	DecisionPublished DecisionStatus = "published"
)

var decisionStatuses = terms[DecisionStatus]{
	{DecisionDraft, "Draft"},
	{DecisionAdvised, "Advised"},
	{DecisionSubmitted, "Submitted"},
	{DecisionSigned, "Signed"},
	{DecisionRefused, "Refused"},
	{DecisionDeferred, "Deferred"},
	{DecisionPublished, "Published"},
}

var decisionLife = life(
	from(DecisionDraft, DecisionAdvised, DecisionSubmitted),
	from(DecisionAdvised, DecisionSubmitted, DecisionDraft),
	from(DecisionSubmitted, DecisionSigned, DecisionRefused, DecisionDeferred, DecisionAdvised, DecisionDraft),
	from(DecisionDeferred, DecisionSubmitted, DecisionPublished),
	from(DecisionSigned, DecisionPublished),
	from(DecisionRefused, DecisionPublished),
	from(DecisionPublished),
)

// DecisionStatuses are all steps in the life of a decision.
func DecisionStatuses() []DecisionStatus { return decisionStatuses.values() }

// Label is how people read the status.
func (s DecisionStatus) Label() string { return decisionStatuses.label(s) }

// UnmarshalText reads a status as the portable form writes it.
func (s *DecisionStatus) UnmarshalText(text []byte) error {
	return decisionStatuses.unmarshal(s, text, "status of a decision")
}

// Signature is in what form a decision was signed.
type Signature string

// The forms of a signature.
const (
	SignedOnPaper        Signature = "signed"
	WetCopyHeld          Signature = "wet_copy_held"
	SignedElectronically Signature = "electronic"
)

var signatures = terms[Signature]{
	{SignedOnPaper, "Signed"}, {WetCopyHeld, "Wet signed copy held"}, {SignedElectronically, "Signed electronically"},
}

// Signatures are all forms of a signature.
func Signatures() []Signature { return signatures.values() }

// Label is how people read the form.
func (s Signature) Label() string { return signatures.label(s) }

// UnmarshalText reads a form of a signature as the portable form writes it.
func (s *Signature) UnmarshalText(text []byte) error {
	return signatures.unmarshal(s, text, "signature")
}

// Relation is how one decision stands to another.
type Relation string

// How decisions stand to each other.
const (
	ReadWith   Relation = "read_with"
	Supersedes Relation = "supersedes"
	Varies     Relation = "varies"
	Extends    Relation = "extends"
	Implements Relation = "implements"
	Rescinds   Relation = "rescinds"
)

var relations = terms[Relation]{
	{ReadWith, "Read with"}, {Supersedes, "Supersedes"}, {Varies, "Varies"}, {Extends, "Extends"}, {Implements, "Implements"}, {Rescinds, "Rescinds"},
}

// Relations are all ways in which decisions stand to each other.
func Relations() []Relation { return relations.values() }

// Label is how people read the relation.
func (r Relation) Label() string { return relations.label(r) }

// UnmarshalText reads a relation as the portable form writes it.
func (r *Relation) UnmarshalText(text []byte) error { return relations.unmarshal(r, text, "relation") }

// Decision is a formal decision of the commissioner. Once it is signed it stays as it was signed: a correction is a new decision
// that supersedes it.
type Decision struct {
	Stamp

	Reference            Reference      `json:"reference"`
	Aliases              []Reference    `json:"aliases,omitempty"`
	Title                string         `json:"title"`
	Type                 string         `json:"decision_type,omitempty"` // "Key", "Non-key"
	DecisionMaker        string         `json:"decision_maker,omitempty"`
	LeadOfficers         []ID           `json:"lead_officers,omitempty"`
	ContactOfficers      []ID           `json:"contact_officers,omitempty"`
	ChiefOfficerApproval string         `json:"chief_officer_approval,omitempty"`
	NoticePublishedOn    Date           `json:"notice_published_on,omitzero"` // that the decision was going to be taken
	DueOn                Date           `json:"due_on,omitzero"`
	RaisedOn             Date           `json:"raised_on,omitzero"`
	DiscussedOn          Date           `json:"discussed_on,omitzero"`
	DecidedOn            Date           `json:"decided_on,omitzero"`
	PublishedOn          Date           `json:"published_on,omitzero"`
	Marking              Marking        `json:"marking,omitempty"`
	Exemption            string         `json:"exemption,omitempty"` // why Part 2, or all of it, is not published
	Power                string         `json:"power,omitempty"`     // the law that the decision is taken under
	Sections             []Section      `json:"sections,omitempty"`
	Recommendations      []string       `json:"recommendations,omitempty"`
	Interests            string         `json:"interests,omitempty"` // that were declared
	Signature            Signature      `json:"signature,omitempty"`
	SignedBy             string         `json:"signed_by,omitempty"`
	SignedOn             Date           `json:"signed_on,omitzero"`
	Links                []DecisionLink `json:"links,omitempty"`
	Grants               []ID           `json:"grants,omitempty"`
	Funds                []ID           `json:"funds,omitempty"`
	StatedTotal          Money          `json:"stated_total,omitzero"` // what the paper says that the awards add up to
	Awards               []DecidedAward `json:"awards,omitempty"`      // of the grants, as they stood when it was signed
	Attachments          []Enclosure    `json:"attachments,omitempty"`
	Status               DecisionStatus `json:"status,omitempty"`
	Steps                []Step         `json:"steps,omitempty"`
	Issued               []Issued       `json:"issued,omitempty"`
}

// Section is one part of a paper under a heading.
type Section struct {
	ID      RowID  `json:"id,omitempty"`
	Heading string `json:"heading,omitempty"`
	Body    string `json:"body,omitempty"` // Markdown
	Part    int    `json:"part,omitzero"`  // 2 is never published; 1, or none, is
}

// DecisionLink is another decision that this one has to do with. Its reference stays as this paper prints it; the office may hold
// the other decision, or not.
type DecisionLink struct {
	ID        RowID     `json:"id,omitempty"`
	Relation  Relation  `json:"relation"`
	Reference Reference `json:"reference,omitempty"`
	Decision  ID        `json:"decision,omitempty"`
}

// DecidedAward is a row of a signed decision's table of awards.
type DecidedAward struct {
	ID            RowID         `json:"id,omitempty"`
	Grant         ID            `json:"grant,omitempty"`
	Recipient     string        `json:"recipient,omitempty"`
	Title         string        `json:"title,omitempty"`
	FinancialYear FinancialYear `json:"financial_year,omitzero"`
	Part          string        `json:"part,omitempty"`
	Amount        Money         `json:"amount"`
	Themes        string        `json:"themes,omitempty"`
	Area          string        `json:"area,omitempty"`
}

// RecordKind is KindDecision.
func (*Decision) RecordKind() Kind { return KindDecision }

// Label is the reference with the title.
func (d *Decision) Label() string {
	if d.Reference == "" {
		return d.Title
	}
	return string(d.Reference) + " " + d.Title
}

// Stage is the status.
func (d *Decision) Stage() string { return string(d.Status) }

// StageLabel is how people read a status.
func (*Decision) StageLabel(stage string) string { return DecisionStatus(stage).Label() }

// NextStages are the statuses that may follow.
func (d *Decision) NextStages() []string { return decisionLife[d.Stage()] }

func (d *Decision) setStage(stage string) { d.Status = DecisionStatus(stage) }
func (d *Decision) taken() *[]Step        { return &d.Steps }

// Outcome is what the decision maker did with it: signed, refused or deferred. One that was published keeps what it came to before. It is
// empty where nothing came of it yet, or where the office does not know.
func (d *Decision) Outcome() DecisionStatus {
	outcome := DecisionStatus("")
	for _, step := range append(slices.Clone(d.Steps), Step{To: string(d.Status)}) {
		switch to := DecisionStatus(step.To); to {
		case DecisionSigned, DecisionRefused, DecisionDeferred:
			outcome = to
		case DecisionDraft, DecisionAdvised, DecisionSubmitted: // taken up again
			outcome = ""
		}
	}
	return outcome
}

// marked is the marking. One that has a section in Part 2 is partly exempt at the least, whether or not somebody has said so.
func (d *Decision) marked() Marking {
	if d.Marking != Exempt && slices.ContainsFunc(d.Sections, func(s Section) bool { return !s.public() }) {
		return PartExempt
	}
	return d.Marking
}

// HasPartTwo reports whether the office keeps more of the decision than the public may read.
func (d *Decision) HasPartTwo() bool { return d.marked() == PartExempt || d.marked() == Exempt }

// Problems are what keeps the decision from being saved.
func (d *Decision) Problems() Problems {
	var ps Problems
	ps.title("title", d.Title, "The decision")
	ps.sections(d.Sections)
	for _, s := range d.Sections {
		if s.Part == 2 && d.Marking == Public {
			ps.add("marking", "The decision is marked public, but “%s” stands in Part 2. Mark it partly exempt, or move the section to Part 1.", s.Heading)
		}
	}
	for i, l := range d.Links {
		if l.Reference == "" && l.Decision == "" {
			ps.add(row("links", i, "reference"), "Which decision does this one have to do with?")
		}
	}
	if d.Status == DecisionSigned && d.SignedOn.IsZero() && d.DecidedOn.IsZero() && len(d.Steps) > 0 {
		ps.add("signed_on", "On which day was the decision signed?")
	}
	if d.Settled() == "" { // what is settled cannot be put right any more
		ps.onceRaised(d)
	}
	ps.enclosures(d.Attachments)
	ps.issued(d.Issued)
	return ps
}

// onceRaised checks that a decision had been raised when something was done with it.
func (ps *Problems) onceRaised(d *Decision) {
	check := func(field, done string, on Date) {
		if !on.IsZero() && !d.RaisedOn.IsZero() && on.lastDay().Before(d.RaisedOn) {
			ps.add(field, "The decision was %s on %s, before it was raised on %s. Put one of the two days right.", done, on.Long(), d.RaisedOn.Long())
		}
	}
	check("discussed_on", "discussed", d.DiscussedOn)
	check("decided_on", "taken", d.DecidedOn)
	check("signed_on", "signed", d.SignedOn)
}

func (ps *Problems) sections(rows []Section) {
	for i, s := range rows {
		if s.Part < 0 || s.Part > 2 {
			ps.add(row("sections", i, "part"), "A section stands in Part 1 or in Part 2, not in Part %d.", s.Part)
		}
	}
}

func (d *Decision) references(visit func(string, Kind, *ID)) {
	people("lead_officers", d.LeadOfficers, visit)
	people("contact_officers", d.ContactOfficers, visit)
	for i := range d.Links {
		visit(row("links", i, "decision"), KindDecision, &d.Links[i].Decision)
	}
	for i := range d.Grants {
		visit(at("grants", i), KindGrant, &d.Grants[i])
	}
	for i := range d.Funds {
		visit(at("funds", i), KindFund, &d.Funds[i])
	}
	for i := range d.Awards {
		visit(row("awards", i, "grant"), KindGrant, &d.Awards[i].Grant)
	}
	enclosures(d.Attachments, visit)
	issuedFiles(d.Issued, visit)
}

func people(list string, ids []ID, visit func(string, Kind, *ID)) {
	for i := range ids {
		visit(at(list, i), Person, &ids[i])
	}
}

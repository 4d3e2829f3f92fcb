package data

// FOIStatus is how far a request has come.
type FOIStatus string

// The life of a request.
const (
	Received      FOIStatus = "received"
	Clarifying    FOIStatus = "clarifying"
	Searching     FOIStatus = "searching"
	Drafted       FOIStatus = "drafted"
	ReplyApproved FOIStatus = "approved"
	Responded     FOIStatus = "responded"
	UnderReview   FOIStatus = "review"
	RequestClosed FOIStatus = "closed"
)

var foiStatuses = terms[FOIStatus]{
	{Received, "Received"},
	{Clarifying, "Clarifying"},
	{Searching, "Searching"},
	{Drafted, "Drafted"},
	{ReplyApproved, "Approved"},
	{Responded, "Responded"},
	{UnderReview, "Under review"},
	{RequestClosed, "Closed"},
}

var foiLife = life(
	from(Received, Clarifying, Searching, RequestClosed), // closed: taken back by whoever asked
	from(Clarifying, Received, Searching, RequestClosed),
	from(Searching, Clarifying, Drafted, RequestClosed),
	from(Drafted, Searching, ReplyApproved, RequestClosed),
	from(ReplyApproved, Drafted, Responded, RequestClosed),
	from(Responded, UnderReview, RequestClosed),
	from(UnderReview, RequestClosed),
	from(RequestClosed, UnderReview),
)

// FOIStatuses are all steps in the life of a request.
func FOIStatuses() []FOIStatus { return foiStatuses.values() }

// Label is how people read the status.
func (s FOIStatus) Label() string { return foiStatuses.label(s) }

// UnmarshalText reads a status as the portable form writes it.
func (s *FOIStatus) UnmarshalText(text []byte) error {
	return foiStatuses.unmarshal(s, text, "status of a request")
}

// Regime is the law that a request falls under.
type Regime string

// The laws that give a right to information held by a commissioner.
const (
	RegimeFOI   Regime = "FOI"   // Freedom of Information Act 2000
	RegimeEIR   Regime = "EIR"   // Environmental Information Regulations 2004
	RegimeSAR   Regime = "SAR"   // subject access under UK GDPR, article 15
	RegimeMixed Regime = "mixed" // more than one of them
)

var regimes = terms[Regime]{
	{RegimeFOI, "Freedom of Information Act"},
	{RegimeEIR, "Environmental Information Regulations"},
	{RegimeSAR, "Subject access"},
	{RegimeMixed, "More than one law"},
}

// Regimes are all laws that a request can fall under.
func Regimes() []Regime { return regimes.values() }

// Label is how people read the law.
func (r Regime) Label() string { return regimes.label(r) }

// UnmarshalText reads a law as the portable form writes it.
func (r *Regime) UnmarshalText(text []byte) error { return regimes.unmarshal(r, text, "regime") }

// ClockEvent is something that starts, stops or ends the time that an office has to answer.
type ClockEvent string

// The events of a request's clock.
const (
	ClockReceived         ClockEvent = "received"
	ClarificationSought   ClockEvent = "clarification_sought"
	ClarificationReceived ClockEvent = "clarification_received"
	FeesNotice            ClockEvent = "fees_notice"
	FeesPaid              ClockEvent = "fees_paid"
	ClockExtended         ClockEvent = "extended"
	ClockResponded        ClockEvent = "responded"
	ReviewAsked           ClockEvent = "review_asked"
	ReviewAnswered        ClockEvent = "review_answered"
	ReferredToICO         ClockEvent = "ico"
)

var clockEvents = terms[ClockEvent]{
	{ClockReceived, "Received"},
	{ClarificationSought, "Clarification asked for"},
	{ClarificationReceived, "Clarification received"},
	{FeesNotice, "Fees notice sent"},
	{FeesPaid, "Fees paid"},
	{ClockExtended, "Extended for the public interest test"},
	{ClockResponded, "Responded"},
	{ReviewAsked, "Internal review asked for"},
	{ReviewAnswered, "Internal review answered"},
	{ReferredToICO, "Referred to the Information Commissioner"},
}

// ClockEvents are all events of a request's clock.
func ClockEvents() []ClockEvent { return clockEvents.values() }

// Label is how people read the event.
func (e ClockEvent) Label() string { return clockEvents.label(e) }

// UnmarshalText reads an event as the portable form writes it.
func (e *ClockEvent) UnmarshalText(text []byte) error {
	return clockEvents.unmarshal(e, text, "event of the clock")
}

// FOIRequest is a request for information and the office's reply to it.
type FOIRequest struct {
	Stamp

	Reference       Reference     `json:"reference"`
	OtherReferences []Reference   `json:"other_references,omitempty"`
	Received        Date          `json:"received,omitzero"`
	Channel         string        `json:"channel,omitempty"`
	Applicant       *Applicant    `json:"applicant,omitempty"`
	Subject         string        `json:"subject,omitempty"`
	Regime          Regime        `json:"regime,omitempty"`
	Status          FOIStatus     `json:"status,omitempty"`
	Held            ShortAnswer   `json:"held,omitempty"`
	Outcome         string        `json:"outcome,omitempty"`
	Clock           []ClockRow    `json:"clock,omitempty"`
	Officer         ID            `json:"officer,omitempty"`       // who deals with it
	Fees            Money         `json:"fees,omitzero"`           // that a fees notice asks for
	Clarification   string        `json:"clarification,omitempty"` // Markdown: what the applicant was asked to make clear
	Opening         string        `json:"opening,omitempty"`       // Markdown: what this reply says after the office's standing opening
	Questions       []FOIQuestion `json:"questions,omitempty"`
	Exemptions      []Exemption   `json:"exemptions,omitempty"`
	Review          string        `json:"review,omitempty"` // the outcome of an internal review
	Signatory       string        `json:"signatory,omitempty"`
	InLog           bool          `json:"in_log,omitempty"`
	LogText         string        `json:"log_text,omitempty"`
	Appendices      []Appendix    `json:"appendices,omitempty"`
	Attachments     []Enclosure   `json:"attachments,omitempty"`
	Steps           []Step        `json:"steps,omitempty"`
	Issued          []Issued      `json:"issued,omitempty"`
}

// Applicant is who asked. Replies are blind to it: no paper is given an Applicant, and no export holds one unless somebody asks.
type Applicant struct {
	Name    string `json:"name,omitempty"`
	Email   string `json:"email,omitempty"`
	Address string `json:"address,omitempty"`
}

// ClockRow is one event of the clock with its day.
type ClockRow struct {
	ID    RowID      `json:"id,omitempty"`
	Event ClockEvent `json:"event"`
	On    Date       `json:"on"`
}

// FOIQuestion is one question of a request, as it was asked, and the office's answer.
type FOIQuestion struct {
	ID     RowID  `json:"id,omitempty"`
	Label  string `json:"label,omitempty"`
	Text   string `json:"text,omitempty"`   // Markdown
	Answer string `json:"answer,omitempty"` // Markdown
}

// Exemption is a reason in the Act for which information is withheld.
type Exemption struct {
	ID             RowID  `json:"id,omitempty"`
	Section        string `json:"section"`
	Class          string `json:"class,omitempty"`
	Reason         string `json:"reason,omitempty"`
	PublicInterest string `json:"public_interest,omitempty"`
	// NeitherConfirmNorDeny is that the office does not even say whether it holds the information.
	NeitherConfirmNorDeny bool `json:"neither_confirm_nor_deny,omitempty"`
}

// HeldAnswers are what can be said of whether the information is held, with the answer that was given: “No” is said as “Not held”.
func HeldAnswers(given ShortAnswer) []ShortAnswer {
	held := []ShortAnswer{Yes, Partly, NotHeld}
	if given == No {
		return append(held, No)
	}
	return held
}

// RecordKind is KindFOIRequest.
func (*FOIRequest) RecordKind() Kind { return KindFOIRequest }

// Label is the reference, or what the request is about while it has none.
func (r *FOIRequest) Label() string { return replyLabel(r.Reference, r.Subject) }

// RespondedOn is the day on which the reply was sent, or no date.
func (r *FOIRequest) RespondedOn() Date {
	for _, c := range r.Clock {
		if c.Event == ClockResponded {
			return c.On
		}
	}
	return Date{}
}

// Sent reports whether the reply has gone out. What a sent reply says is what was sent, whatever the register says later.
func (r *FOIRequest) Sent() bool {
	return r.Status == Responded || r.Status == UnderReview || r.Status == RequestClosed
}

// Problems are what keeps the request from being saved.
func (r *FOIRequest) Problems() Problems {
	var ps Problems
	if trimSpace(string(r.Reference)) == "" && trimSpace(r.Subject) == "" {
		ps.add("subject", "Say what the request is about, or give it its reference.")
	}
	if r.Received.IsZero() {
		ps.add("received", "On which day did the request come in?")
	}
	ps.period("clock", r.Received, r.RespondedOn(), "The request")
	seen := map[int]bool{}
	for i := range r.Appendices {
		a := &r.Appendices[i]
		switch {
		case a.Number < 1:
			ps.add(row("appendices", i, "number"), "An appendix needs its number.")
		case seen[a.Number]:
			ps.add(row("appendices", i, "number"), "There are two appendices numbered %d.", a.Number)
		}
		seen[a.Number] = true
		a.problems(&ps, i)
	}
	ps.amount("fees", r.Fees, "The fee")
	ps.enclosures(r.Attachments)
	ps.issued(r.Issued)
	return ps
}

// Stage is the status.
func (r *FOIRequest) Stage() string { return string(r.Status) }

// StageLabel is how people read a status.
func (*FOIRequest) StageLabel(stage string) string { return FOIStatus(stage).Label() }

// NextStages are the statuses that may follow.
func (r *FOIRequest) NextStages() []string { return foiLife[r.Stage()] }

func (r *FOIRequest) setStage(stage string) { r.Status = FOIStatus(stage) }
func (r *FOIRequest) taken() *[]Step        { return &r.Steps }

func (r *FOIRequest) references(visit func(string, Kind, *ID)) {
	visit("officer", Person, &r.Officer)
	enclosures(r.Attachments, visit)
	issuedFiles(r.Issued, visit)
	for i := range r.Appendices {
		r.Appendices[i].references(row("appendices", i, ""), visit)
	}
}

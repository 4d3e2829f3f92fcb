package data

import (
	"fmt"
	"slices"
)

// Instrument is the legal form in which money is given.
type Instrument string

// The forms that offices use.
const (
	InstrumentGrant Instrument = "grant"
	Contract        Instrument = "contract"
	ServiceLevel    Instrument = "service_level_agreement"
	Transfer        Instrument = "transfer"
	InHouse         Instrument = "in_house"
)

var instruments = terms[Instrument]{
	{InstrumentGrant, "Grant"},
	{Contract, "Contract"},
	{ServiceLevel, "Service level agreement"},
	{Transfer, "Transfer"},
	{InHouse, "In-house"},
}

// Instruments are all forms of giving.
func Instruments() []Instrument { return instruments.values() }

// Label is how people read the form.
func (i Instrument) Label() string { return instruments.label(i) }

// UnmarshalText reads a form as the portable form writes it.
func (i *Instrument) UnmarshalText(text []byte) error {
	return instruments.unmarshal(i, text, "instrument")
}

// GrantStatus is where a grant stands in its life.
type GrantStatus string

// The life of a grant, and the ways in which it ends early.
const (
	Proposed   GrantStatus = "proposed"
	Approved   GrantStatus = "approved"
	Agreed     GrantStatus = "agreed"
	Active     GrantStatus = "active"
	Closed     GrantStatus = "closed"
	Declined   GrantStatus = "declined"
	Withdrawn  GrantStatus = "withdrawn"
	Terminated GrantStatus = "terminated"
)

var grantStatuses = terms[GrantStatus]{
	{Proposed, "Proposed"},
	{Approved, "Approved"},
	{Agreed, "Agreed"},
	{Active, "Active"},
	{Closed, "Closed"},
	{Declined, "Declined"},
	{Withdrawn, "Withdrawn"},
	{Terminated, "Terminated"},
}

var grantLife = life(
	from(Proposed, Approved, Declined, Withdrawn),
	from(Approved, Agreed, Withdrawn),
	from(Agreed, Active, Withdrawn, Terminated),
	from(Active, Closed, Terminated),
	from(Closed),
	from(Declined),
	from(Withdrawn),
	from(Terminated),
)

// GrantStatuses are all steps in the life of a grant.
func GrantStatuses() []GrantStatus { return grantStatuses.values() }

// Label is how people read the status.
func (s GrantStatus) Label() string { return grantStatuses.label(s) }

// UnmarshalText reads a status as the portable form writes it.
func (s *GrantStatus) UnmarshalText(text []byte) error {
	return grantStatuses.unmarshal(s, text, "status of a grant")
}

// Given reports whether a grant of that status was really given. One whose status nobody has put down counts as given.
func (s GrantStatus) Given() bool { return s != Proposed && s != Declined && s != Withdrawn }

// Grant is money given, or proposed to be given, to one recipient for one purpose. What it is worth is the sum of its awards; a
// total that a paper states is kept beside them and never counted.
type Grant struct {
	Stamp

	Reference      Reference   `json:"reference"`
	Aliases        []Reference `json:"aliases,omitempty"`
	Title          string      `json:"title"`
	Instrument     Instrument  `json:"instrument,omitempty"`
	Recipient      ID          `json:"recipient,omitempty"`
	DeliveredBy    ID          `json:"delivered_by,omitempty"` // set where the recipient passes the money on
	Programme      ID          `json:"programme,omitempty"`
	Purpose        string      `json:"purpose,omitempty"`    // Markdown
	Services       string      `json:"services,omitempty"`   // Markdown
	Conditions     string      `json:"conditions,omitempty"` // Markdown
	Reasons        string      `json:"reasons,omitempty"`    // why it secures crime reduction, as the 2011 Order asks
	Themes         []string    `json:"themes,omitempty"`
	Area           string      `json:"area,omitempty"`
	Beneficiaries  string      `json:"beneficiaries,omitempty"`
	AwardDate      Date        `json:"award_date,omitzero"`
	PlannedStart   Date        `json:"planned_start,omitzero"`
	PlannedEnd     Date        `json:"planned_end,omitzero"`
	ActualStart    Date        `json:"actual_start,omitzero"`
	ActualEnd      Date        `json:"actual_end,omitzero"`
	ContinuationOf ID          `json:"continuation_of,omitempty"`
	Specification  ID          `json:"specification,omitempty"`
	Status         GrantStatus `json:"status,omitempty"`
	StatedTotal    Money       `json:"stated_total,omitzero"`
	Awards         []Award     `json:"awards,omitempty"`

	MatchFunding []MatchFunding     `json:"match_funding,omitempty"`
	Posts        []Post             `json:"posts,omitempty"`
	Outcomes     []Outcome          `json:"outcomes,omitempty"`
	Payments     []Payment          `json:"payments,omitempty"`
	Variations   []Variation        `json:"variations,omitempty"`
	Answers      []Answer           `json:"answers,omitempty"`
	Monitoring   MonitoringSchedule `json:"monitoring,omitzero"`
	Steps        []Step             `json:"steps,omitempty"`
}

// Award is what a grant is given for one financial year, or for the part of it that Part names.
type Award struct {
	ID            RowID         `json:"id,omitempty"`
	FinancialYear FinancialYear `json:"financial_year"`
	Part          string        `json:"part,omitempty"`
	Amount        Money         `json:"amount"`
	Funds         []FundShare   `json:"funds,omitempty"`
}

// FundShare is how much of an award one fund pays.
type FundShare struct {
	ID     RowID `json:"id,omitempty"`
	Fund   ID    `json:"fund"`
	Amount Money `json:"amount"`
}

// MatchFunding is what others put beside the award. It is never added to it.
type MatchFunding struct {
	ID          RowID  `json:"id,omitempty"`
	Contributor ID     `json:"contributor,omitempty"`
	Amount      Money  `json:"amount,omitzero"` // none where no sum is named
	InKind      bool   `json:"in_kind,omitempty"`
	What        string `json:"what,omitempty"` // that it buys: "1 FTE Team Leader"
}

// Post is a job that the grant pays for.
type Post struct {
	ID    RowID   `json:"id,omitempty"`
	Title string  `json:"title"`
	FTE   Decimal `json:"fte,omitzero"` // full-time equivalents
	Base  string  `json:"base,omitempty"`
}

// Payment is money that was paid to the recipient, or is due to be.
type Payment struct {
	ID            RowID         `json:"id,omitempty"`
	Due           Date          `json:"due,omitzero"`
	Amount        Money         `json:"amount"`
	PaidOn        Date          `json:"paid_on,omitzero"`
	Reference     Reference     `json:"reference,omitempty"`     // of the invoice or the transfer
	FinancialYear FinancialYear `json:"financial_year,omitzero"` // of the award that it pays; none is the year it is paid in
	Fund          ID            `json:"fund,omitempty"`          // none where the award's funds share it
}

// Outcome is what a grant is measured by, and what came of it.
type Outcome struct {
	ID       RowID  `json:"id,omitempty"`
	Theme    string `json:"theme,omitempty"`
	Measure  string `json:"measure"`
	Achieved string `json:"achieved,omitempty"`
}

// Answer is a grant's answer to a question of the question bank.
type Answer struct {
	ID          RowID       `json:"id,omitempty"`
	Question    ID          `json:"question"`
	Answer      ShortAnswer `json:"answer,omitempty"`
	Explanation string      `json:"explanation,omitempty"`
	AsAt        Date        `json:"as_at,omitzero"`
}

// ShortAnswer is the short answer to a question.
type ShortAnswer string

// The short answers.
const (
	Yes     ShortAnswer = "y"
	No      ShortAnswer = "n"
	Partly  ShortAnswer = "partly"
	NotHeld ShortAnswer = "not_held"
)

var answers = terms[ShortAnswer]{{Yes, "Yes"}, {No, "No"}, {Partly, "Partly"}, {NotHeld, "Not held"}}

// ShortAnswers are all short answers.
func ShortAnswers() []ShortAnswer { return answers.values() }

// Label is how people read the answer.
func (a ShortAnswer) Label() string { return answers.label(a) }

// UnmarshalText reads an answer as the portable form writes it.
func (a *ShortAnswer) UnmarshalText(text []byte) error { return answers.unmarshal(a, text, "answer") }

// String is the answer with its explanation, as a table prints it: "Yes – through the helpline".
func (a Answer) String() string {
	switch {
	case a.Answer == "":
		return a.Explanation
	case a.Explanation == "":
		return a.Answer.Label()
	default:
		return a.Answer.Label() + " – " + a.Explanation
	}
}

// RecordKind is KindGrant.
func (*Grant) RecordKind() Kind { return KindGrant }

// Label is the title of the grant.
func (g *Grant) Label() string { return g.Title }

// Total is the sum of the awards.
func (g *Grant) Total() Money { return g.TotalIn(nil) }

// TotalIn is the sum of the awards of some years; of no years, the sum of all.
func (g *Grant) TotalIn(years []FinancialYear) Money {
	var total Money
	for _, a := range g.Awards {
		if len(years) == 0 || slices.Contains(years, a.FinancialYear) {
			total = total.Add(a.Amount)
		}
	}
	return total
}

// Years are the financial years of the awards, earliest first, each once.
func (g *Grant) Years() []FinancialYear {
	years := make([]FinancialYear, 0, len(g.Awards))
	for _, a := range g.Awards {
		years = append(years, a.FinancialYear)
	}
	slices.Sort(years)
	return slices.Compact(years)
}

// Funds are the funds that pay for the awards of some years, each once, in the order of the awards.
func (g *Grant) Funds(years []FinancialYear) []ID {
	var funds []ID
	for _, a := range g.Awards {
		if len(years) > 0 && !slices.Contains(years, a.FinancialYear) {
			continue
		}
		for _, share := range a.Funds {
			if !slices.Contains(funds, share.Fund) {
				funds = append(funds, share.Fund)
			}
		}
	}
	return funds
}

// Stage is the status.
func (g *Grant) Stage() string { return string(g.Status) }

// StageLabel is how people read a status.
func (*Grant) StageLabel(stage string) string { return GrantStatus(stage).Label() }

// NextStages are the statuses that may follow.
func (g *Grant) NextStages() []string { return grantLife[g.Stage()] }

func (g *Grant) setStage(stage string) { g.Status = GrantStatus(stage) }
func (g *Grant) taken() *[]Step        { return &g.Steps }

// Problems are what keeps the grant from being saved.
func (g *Grant) Problems() Problems {
	var ps Problems
	ps.title("title", g.Title, "The grant")
	ps.period("planned_end", g.PlannedStart, g.PlannedEnd, "The grant")
	ps.period("actual_end", g.ActualStart, g.ActualEnd, "The grant")
	for i, a := range g.Awards {
		ps.year(row("awards", i, "financial_year"), a.FinancialYear)
		ps.amount(row("awards", i, "amount"), a.Amount, "An award")
		for k, share := range a.Funds {
			if share.Fund == "" {
				ps.add(row("awards", i, row("funds", k, "fund")), "Choose the fund that pays this part of the award.")
			}
			ps.amount(row("awards", i, row("funds", k, "amount")), share.Amount, "A fund's share")
		}
	}
	for i, a := range g.Answers {
		if a.Question == "" {
			ps.add(row("answers", i, "question"), "Choose the question that this answers.")
		}
	}
	for i, p := range g.Posts {
		ps.title(row("posts", i, "title"), p.Title, "A post")
		if p.FTE < 0 {
			ps.add(row("posts", i, "fte"), "A post cannot be less than nothing of a full-time one.")
		}
	}
	for i, m := range g.MatchFunding {
		ps.amount(row("match_funding", i, "amount"), m.Amount, "Match funding")
	}
	for i, p := range g.Payments {
		ps.sum(row("payments", i, "amount"), p.Amount, "A payment")
		if p.FinancialYear != 0 {
			ps.year(row("payments", i, "financial_year"), p.FinancialYear)
		}
	}
	numbers := map[int]bool{}
	for i := range g.Variations {
		n := g.Variations[i].Number
		if n != 0 && numbers[n] {
			ps.add(row("variations", i, "number"), "There are two variations numbered %d. Give one of them the next number.", n)
		}
		numbers[n] = true
		g.Variations[i].problems(&ps, i)
	}
	g.Monitoring.problems(&ps)
	return ps
}

// row is the name of a field in a row, such as "awards[0].amount".
func row(list string, i int, field string) string { return fmt.Sprintf("%s[%d].%s", list, i, field) }

// at is the name of an entry of a list, such as "recipients[0]".
func at(list string, i int) string { return fmt.Sprintf("%s[%d]", list, i) }

func (ps *Problems) year(field string, y FinancialYear) {
	switch {
	case y == 0:
		ps.add(field, "Which financial year is this for?")
	case !y.Valid():
		ps.add(field, "%d is not a financial year that an office can have.", int(y))
	}
}

func (g *Grant) references(visit func(string, Kind, *ID)) {
	visit("recipient", KindOrganisation, &g.Recipient)
	visit("delivered_by", KindOrganisation, &g.DeliveredBy)
	visit("programme", KindProgramme, &g.Programme)
	visit("continuation_of", KindGrant, &g.ContinuationOf)
	visit("specification", KindSpecification, &g.Specification)
	for i := range g.Awards {
		for k := range g.Awards[i].Funds {
			visit(row("awards", i, row("funds", k, "fund")), KindFund, &g.Awards[i].Funds[k].Fund)
		}
	}
	for i := range g.MatchFunding {
		visit(row("match_funding", i, "contributor"), AnyParty, &g.MatchFunding[i].Contributor)
	}
	for i := range g.Payments {
		visit(row("payments", i, "fund"), KindFund, &g.Payments[i].Fund)
	}
	for i := range g.Variations {
		g.Variations[i].references(row("variations", i, ""), visit)
	}
	visit("monitoring.framework", KindOutcomesFramework, &g.Monitoring.Framework)
	for i := range g.Answers {
		visit(row("answers", i, "question"), KindQuestion, &g.Answers[i].Question)
	}
}

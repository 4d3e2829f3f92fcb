package data

// FundStatus is how far a bid for money has come.
type FundStatus string

// The steps of a bid. Only money that was won counts as income.
const (
	Considering  FundStatus = "considering"
	BidSubmitted FundStatus = "bid_submitted"
	Won          FundStatus = "won"
	Lost         FundStatus = "lost"
	BidWithdrawn FundStatus = "withdrawn"
)

var fundStatuses = terms[FundStatus]{
	{Considering, "Considering"},
	{BidSubmitted, "Bid submitted"},
	{Won, "Won"},
	{Lost, "Lost"},
	{BidWithdrawn, "Withdrawn"},
}

var fundLife = life(
	from(Considering, BidSubmitted, Won, BidWithdrawn), // a formula grant is given without a bid
	from(BidSubmitted, Won, Lost, BidWithdrawn),
	from(Won),
	from(Lost),
	from(BidWithdrawn, Considering),
)

// FundStatuses are all steps of a bid.
func FundStatuses() []FundStatus { return fundStatuses.values() }

// Label is how people read the step.
func (s FundStatus) Label() string { return fundStatuses.label(s) }

// UnmarshalText reads a step as the portable form writes it.
func (s *FundStatus) UnmarshalText(text []byte) error {
	return fundStatuses.unmarshal(s, text, "status of a fund")
}

// Fund is money coming in, or bid for.
type Fund struct {
	Stamp

	Funder          ID           `json:"funder,omitempty"`
	Programme       string       `json:"programme"`
	FunderReference Reference    `json:"funder_reference,omitempty"` // that the funder's own letters bear
	Status          FundStatus   `json:"status,omitempty"`
	BidAmount       Money        `json:"bid_amount,omitzero"`
	BidDate         Date         `json:"bid_date,omitzero"`
	Allocation      Money        `json:"allocation,omitzero"`
	Allocations     []Allocation `json:"allocations,omitempty"`
	MatchRequired   string       `json:"match_required,omitempty"`
	SpendBy         Date         `json:"spend_by,omitzero"`
	OriginalSpendBy Date         `json:"original_spend_by,omitzero"`
	Conditions      string       `json:"conditions,omitempty"`
	ReturnDue       Date         `json:"return_due,omitzero"`
	Steps           []Step       `json:"steps,omitempty"`
}

// Allocation is what a funder gives for one financial year.
type Allocation struct {
	ID            RowID         `json:"id,omitempty"`
	FinancialYear FinancialYear `json:"financial_year"`
	Amount        Money         `json:"amount"`
}

// RecordKind is KindFund.
func (*Fund) RecordKind() Kind { return KindFund }

// Label is the name of the funder's programme.
func (f *Fund) Label() string { return f.Programme }

// Stage is the status.
func (f *Fund) Stage() string { return string(f.Status) }

// StageLabel is how people read a status.
func (*Fund) StageLabel(stage string) string { return FundStatus(stage).Label() }

// NextStages are the statuses that may follow.
func (f *Fund) NextStages() []string { return fundLife[f.Stage()] }

func (f *Fund) setStage(stage string) { f.Status = FundStatus(stage) }
func (f *Fund) taken() *[]Step        { return &f.Steps }

// Problems are what keeps the fund from being saved.
func (f *Fund) Problems() Problems {
	var ps Problems
	ps.title("programme", f.Programme, "The fund")
	ps.amount("bid_amount", f.BidAmount, "The bid")
	ps.amount("allocation", f.Allocation, "The allocation")
	for i, a := range f.Allocations {
		ps.year(row("allocations", i, "financial_year"), a.FinancialYear)
		ps.amount(row("allocations", i, "amount"), a.Amount, "An allocation")
	}
	return ps
}

func (f *Fund) references(visit func(string, Kind, *ID)) {
	visit("funder", KindOrganisation, &f.Funder)
}

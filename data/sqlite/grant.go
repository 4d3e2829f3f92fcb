package sqlite

import (
	"fmt"

	"github.com/uptrace/bun"

	"almoner/data"
)

var grants = func() shelf {
	s := keep[grantRow, data.Grant](
		rows[grantAliasRow](func(g *data.Grant) *[]data.Reference { return &g.Aliases }),
		rows[grantThemeRow](func(g *data.Grant) *[]string { return &g.Themes }),
		rows[awardRow](func(g *data.Grant) *[]data.Award { return &g.Awards },
			rows[awardFundRow](func(a *data.Award) *[]data.FundShare { return &a.Funds })),
		rows[matchFundingRow](func(g *data.Grant) *[]data.MatchFunding { return &g.MatchFunding }),
		rows[postRow](func(g *data.Grant) *[]data.Post { return &g.Posts }),
		rows[paymentRow](func(g *data.Grant) *[]data.Payment { return &g.Payments }),
		rows[variationRow](func(g *data.Grant) *[]data.Variation { return &g.Variations },
			rows[variationChangeRow](func(v *data.Variation) *[]data.VariationChange { return &v.Changes })),
		entries[monitoringRow](monitoring, setMonitoring),
		rows[grantStepRow](func(g *data.Grant) *[]data.Step { return &g.Steps }),
		rows[outcomeRow](func(g *data.Grant) *[]data.Outcome { return &g.Outcomes }),
		rows[answerRow](func(g *data.Grant) *[]data.Answer { return &g.Answers }),
	)
	s.derive = func(row *grantRow) { row.ReferenceKey = row.Reference.Key() }
	s.sole = func(g *data.Grant) (key, field, sentence string) {
		return g.Reference.Key(), "reference",
			fmt.Sprintf("Another grant already has the reference %s: each grant needs one of its own.", g.Reference)
	}
	return s
}()

type grantRow struct {
	bun.BaseModel `bun:"table:grants"`
	record

	Reference             data.Reference
	ReferenceKey          string `bun:",nullzero"`
	Title                 string
	Instrument            data.Instrument
	Recipient             data.ID `bun:",nullzero"`
	DeliveredBy           data.ID `bun:",nullzero"`
	Programme             data.ID `bun:",nullzero"`
	Purpose               string
	Services              string
	Conditions            string
	Reasons               string
	Area                  string
	Beneficiaries         string
	AwardDate             string `bun:",nullzero"`
	AwardDatePrecision    string
	AwardDateWording      string
	PlannedStart          string `bun:",nullzero"`
	PlannedStartPrecision string
	PlannedStartWording   string
	PlannedEnd            string `bun:",nullzero"`
	PlannedEndPrecision   string
	PlannedEndWording     string
	ActualStart           string `bun:",nullzero"`
	ActualStartPrecision  string
	ActualStartWording    string
	ActualEnd             string `bun:",nullzero"`
	ActualEndPrecision    string
	ActualEndWording      string
	ContinuationOf        data.ID `bun:",nullzero"`
	Specification         data.ID `bun:",nullzero"`
	Status                data.GrantStatus
	StatedTotal           data.Money `bun:"embed:stated_total_"`
}

type grantAliasRow struct {
	bun.BaseModel `bun:"table:grant_aliases"`
	listed

	Reference data.Reference
}

type grantThemeRow struct {
	bun.BaseModel `bun:"table:grant_themes"`
	listed

	Theme string
}

type awardRow struct {
	bun.BaseModel `bun:"table:grant_awards"`
	listed

	ID            data.RowID `bun:"id"`
	FinancialYear data.FinancialYear
	Part          string
	Amount        data.Money `bun:"embed:amount_"`
}

type awardFundRow struct {
	bun.BaseModel `bun:"table:grant_award_funds"`
	nested

	ID     data.RowID `bun:"id"`
	Fund   data.ID    `bun:",nullzero"`
	Amount data.Money `bun:"embed:amount_"`
}

type outcomeRow struct {
	bun.BaseModel `bun:"table:grant_outcomes"`
	listed

	ID       data.RowID `bun:"id"`
	Theme    string
	Measure  string
	Achieved string
}

type answerRow struct {
	bun.BaseModel `bun:"table:grant_answers"`
	listed

	ID            data.RowID `bun:"id"`
	Question      data.ID    `bun:",nullzero"`
	Answer        data.ShortAnswer
	Explanation   string
	AsAt          string `bun:",nullzero"`
	AsAtPrecision string
	AsAtWording   string
}

type matchFundingRow struct {
	bun.BaseModel `bun:"table:grant_match_funding"`
	listed

	ID          data.RowID `bun:"id"`
	Contributor data.ID    `bun:",nullzero"`
	Amount      data.Money `bun:"embed:amount_"`
	InKind      bool
	What        string
}

type postRow struct {
	bun.BaseModel `bun:"table:grant_posts"`
	listed

	ID    data.RowID `bun:"id"`
	Title string
	FTE   data.Decimal `bun:"fte"`
	Base  string
}

type paymentRow struct {
	bun.BaseModel `bun:"table:grant_payments"`
	listed

	ID              data.RowID `bun:"id"`
	Due             string     `bun:",nullzero"`
	DuePrecision    string
	DueWording      string
	Amount          data.Money `bun:"embed:amount_"`
	PaidOn          string     `bun:",nullzero"`
	PaidOnPrecision string
	PaidOnWording   string
	Reference       data.Reference
	FinancialYear   data.FinancialYear `bun:",nullzero"`
	Fund            data.ID            `bun:",nullzero"`
}

type variationRow struct {
	bun.BaseModel `bun:"table:grant_variations"`
	listed

	ID                 data.RowID `bun:"id"`
	Number             int
	Kind               data.VariationKind
	Effective          string `bun:",nullzero"`
	EffectivePrecision string
	EffectiveWording   string
	Summary            string
	Decision           data.ID `bun:",nullzero"`
	Applied            string  `bun:",nullzero"`
	AppliedPrecision   string
	AppliedWording     string
}

type variationChangeRow struct {
	bun.BaseModel `bun:"table:grant_variation_changes"`
	nested

	ID               data.RowID `bun:"id"`
	Term             data.VariedTerm
	FinancialYear    data.FinancialYear `bun:",nullzero"`
	Fund             data.ID            `bun:",nullzero"`
	WasAmount        data.Money         `bun:"embed:was_amount_"`
	Amount           data.Money         `bun:"embed:amount_"`
	WasDate          string             `bun:",nullzero"`
	WasDatePrecision string
	WasDateWording   string
	Date             string `bun:",nullzero"`
	DatePrecision    string
	DateWording      string
	WasRecord        data.ID `bun:",nullzero"`
	RecordIs         data.ID `bun:",nullzero" from:"Record"` // record is the grant
	WasText          string
	Text             string
	None             bool
}

// monitoringRow stands in a list of one at most: a grant has a schedule of returns, or it has none.
type monitoringRow struct {
	bun.BaseModel `bun:"table:grant_monitoring"`
	listed

	Every     data.Frequency
	DueAfter  int
	Framework data.ID `bun:",nullzero"`
}

func monitoring(g *data.Grant) []data.MonitoringSchedule {
	if g.Monitoring == (data.MonitoringSchedule{}) {
		return nil
	}
	return []data.MonitoringSchedule{g.Monitoring}
}

func setMonitoring(g *data.Grant, found []data.MonitoringSchedule) { g.Monitoring = found[0] }

type grantStepRow struct {
	bun.BaseModel `bun:"table:grant_steps"`
	listed
	step
}

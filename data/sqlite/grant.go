package sqlite

import (
	"github.com/uptrace/bun"

	"almoner/data"
)

var grants = keep[grantRow, data.Grant](
	rows[grantAliasRow](func(g *data.Grant) *[]data.Reference { return &g.Aliases }),
	rows[grantThemeRow](func(g *data.Grant) *[]string { return &g.Themes }),
	rows[awardRow](func(g *data.Grant) *[]data.Award { return &g.Awards },
		rows[awardFundRow](func(a *data.Award) *[]data.FundShare { return &a.Funds })),
	rows[outcomeRow](func(g *data.Grant) *[]data.Outcome { return &g.Outcomes }),
	rows[answerRow](func(g *data.Grant) *[]data.Answer { return &g.Answers }),
)

type grantRow struct {
	bun.BaseModel `bun:"table:grants"`
	record

	Reference             data.Reference
	Title                 string
	Instrument            data.Instrument
	Recipient             data.ID `bun:",nullzero"`
	DeliveredBy           data.ID `bun:",nullzero"`
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

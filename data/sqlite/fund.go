package sqlite

import (
	"github.com/uptrace/bun"

	"almoner/data"
)

var funds = keep[fundRow, data.Fund](
	rows[allocationRow](func(f *data.Fund) *[]data.Allocation { return &f.Allocations }),
	rows[fundStepRow](func(f *data.Fund) *[]data.Step { return &f.Steps }),
)

type fundRow struct {
	bun.BaseModel `bun:"table:funds"`
	record

	Funder                   data.ID `bun:",nullzero"`
	Programme                string
	FunderReference          data.Reference
	Status                   data.FundStatus
	BidAmount                data.Money `bun:"embed:bid_amount_"`
	BidDate                  string     `bun:",nullzero"`
	BidDatePrecision         string
	BidDateWording           string
	Allocation               data.Money `bun:"embed:allocation_"`
	MatchRequired            string
	SpendBy                  string `bun:",nullzero"`
	SpendByPrecision         string
	SpendByWording           string
	OriginalSpendBy          string `bun:",nullzero"`
	OriginalSpendByPrecision string
	OriginalSpendByWording   string
	Conditions               string
	ReturnDue                string `bun:",nullzero"`
	ReturnDuePrecision       string
	ReturnDueWording         string
}

type fundStepRow struct {
	bun.BaseModel `bun:"table:fund_steps"`
	listed
	step
}

type allocationRow struct {
	bun.BaseModel `bun:"table:fund_allocations"`
	listed

	ID            data.RowID `bun:"id"`
	FinancialYear data.FinancialYear
	Amount        data.Money `bun:"embed:amount_"`
}

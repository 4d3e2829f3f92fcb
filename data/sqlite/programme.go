package sqlite

import (
	"github.com/uptrace/bun"

	"almoner/data"
)

var programmes = keep[programmeRow, data.Programme]()

type programmeRow struct {
	bun.BaseModel `bun:"table:programmes"`
	record

	Title           string
	FinancialYear   data.FinancialYear `bun:",nullzero"`
	Purpose         string
	Budget          data.Money `bun:"embed:budget_"`
	Opens           string     `bun:",nullzero"`
	OpensPrecision  string
	OpensWording    string
	Closes          string `bun:",nullzero"`
	ClosesPrecision string
	ClosesWording   string
	LargestAward    data.Money `bun:"embed:largest_award_"`
}

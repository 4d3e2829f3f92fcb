package sqlite

import (
	"github.com/uptrace/bun"

	"almoner/data"
)

var contacts = keep[contactRow, data.Contact]()

type contactRow struct {
	bun.BaseModel `bun:"table:contacts"`
	record

	Organisation           data.ID `bun:",nullzero"`
	Name                   string
	TitleOrRank            string
	CollarNumber           string
	Role                   string
	Email                  string
	Phone                  string
	DoNotPrint             bool
	LawfulBasis            string
	Source                 string
	LastConfirmed          string `bun:",nullzero"`
	LastConfirmedPrecision string
	LastConfirmedWording   string
	KeepUntil              string `bun:",nullzero"`
	KeepUntilPrecision     string
	KeepUntilWording       string
}

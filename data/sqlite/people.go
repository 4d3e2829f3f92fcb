package sqlite

import (
	"github.com/uptrace/bun"

	"almoner/data"
)

var staff = keep[staffRow, data.Staff]()

type staffRow struct {
	bun.BaseModel `bun:"table:staff"`
	record

	Name            string
	Initials        string
	JobTitle        string
	Email           string
	Phone           string
	LeftOn          string `bun:",nullzero" from:"Left"` // LEFT is a word of SQL
	LeftOnPrecision string
	LeftOnWording   string
}

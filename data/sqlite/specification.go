package sqlite

import (
	"github.com/uptrace/bun"

	"almoner/data"
)

var specifications = keep[specificationRow, data.Specification]()

type specificationRow struct {
	bun.BaseModel `bun:"table:specifications"`
	record

	Title              string
	Edition            string `from:"Version"` // version is the record's own
	ScheduleLabel      string
	Body               string
	Effective          string `bun:",nullzero"`
	EffectivePrecision string
	EffectiveWording   string
	Status             data.SpecificationStatus
	Supersedes         data.ID `bun:",nullzero"`
}

package sqlite

import (
	"github.com/uptrace/bun"

	"almoner/data"
)

var specifications = keep[specificationRow, data.Specification](
	rows[specificationStepRow](func(s *data.Specification) *[]data.Step { return &s.Steps }),
)

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

type specificationStepRow struct {
	bun.BaseModel `bun:"table:specification_steps"`
	listed
	step
}

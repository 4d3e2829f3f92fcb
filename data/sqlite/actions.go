package sqlite

import (
	"github.com/uptrace/bun"

	"almoner/data"
)

var actions = keep[actionRow, data.Action](
	rows[actionStepRow](func(a *data.Action) *[]data.Step { return &a.Steps }),
)

type actionRow struct {
	bun.BaseModel `bun:"table:actions"`
	record

	From         data.ID `bun:",nullzero"`
	Text         string
	Owner        data.ID `bun:",nullzero"`
	Due          string  `bun:",nullzero"`
	DuePrecision string
	DueWording   string
	Status       data.ActionStatus
}

type actionStepRow struct {
	bun.BaseModel `bun:"table:action_steps"`
	listed
	step
}

var publications = keep[publicationRow, data.Publication]()

type publicationRow struct {
	bun.BaseModel `bun:"table:publications"`
	record

	What                 data.ID `bun:",nullzero"`
	Title                string
	Where                string
	URL                  string `bun:"url"`
	PublishedOn          string `bun:",nullzero"`
	PublishedOnPrecision string
	PublishedOnWording   string
	WithdrawnOn          string `bun:",nullzero"`
	WithdrawnOnPrecision string
	WithdrawnOnWording   string
}

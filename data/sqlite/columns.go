package sqlite

import "almoner/data"

// Columns that several tables have.

// step is the columns of a data.Step.
type step struct {
	ID             data.RowID `bun:"id"`
	Status         string     `from:"To"` // TO, ON and BY are words of SQL
	OnDay          string     `bun:"on_day,nullzero"          from:"On"`
	OnDayPrecision string
	OnDayWording   string
	ByWhom         string `from:"By"`
}

// issued is the columns of a data.Issued.
type issued struct {
	ID             data.RowID `bun:"id"`
	Paper          string
	OnDay          string `bun:"on_day,nullzero" from:"On"`
	OnDayPrecision string
	OnDayWording   string
	ByWhom         string  `from:"By"`
	SHA256         string  `bun:"sha256"`
	File           data.ID `bun:",nullzero"`
}

// enclosure is the columns of a data.Enclosure.
type enclosure struct {
	ID    data.RowID `bun:"id"`
	Label string
	Kind  string
	Size  int64
	File  data.ID `bun:",nullzero"`
}

// section is the columns of a data.Section.
type section struct {
	ID      data.RowID `bun:"id"`
	Heading string
	Body    string
	Part    int
}

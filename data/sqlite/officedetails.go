package sqlite

import (
	"maps"
	"slices"

	"github.com/uptrace/bun"

	"almoner/data"
)

var offices = keep[officeRow, data.OfficeDetails](
	entries[referenceSchemeRow](
		func(o *data.OfficeDetails) []namedText { return namedTexts(o.ReferenceSchemes) },
		func(o *data.OfficeDetails, texts []namedText) { o.ReferenceSchemes = byName(texts) }),
	entries[wordingRow](
		func(o *data.OfficeDetails) []namedText { return namedTexts(o.Wording) },
		func(o *data.OfficeDetails, texts []namedText) { o.Wording = byName(texts) }),
	rows[officeThemeRow](func(o *data.OfficeDetails) *[]string { return &o.Themes }),
	rows[holidayRow](func(o *data.OfficeDetails) *[]data.OfficeHoliday { return &o.Holidays }),
)

type officeRow struct {
	bun.BaseModel `bun:"table:office"`
	record

	Name               string
	ShortName          string
	PoliceArea         string
	Commissioner       data.Commissioner `bun:"embed:commissioner_"`
	ChiefExecutive     string
	Address            string
	Phone              string
	Email              string
	Website            string
	Logo               []byte
	OrgID              string `bun:"org_id"`
	FinancialYearStyle data.YearStyle
	Language           string
	DecisionTemplate   data.DecisionTemplate
	PaperMarking       string
	PaperFoot          string
}

type referenceSchemeRow struct {
	bun.BaseModel `bun:"table:office_reference_schemes"`
	listed

	Name string
	Text string
}

type wordingRow struct {
	bun.BaseModel `bun:"table:office_wording"`
	listed

	Name string
	Text string
}

type officeThemeRow struct {
	bun.BaseModel `bun:"table:office_themes"`
	listed

	Theme string
}

type holidayRow struct {
	bun.BaseModel `bun:"table:office_holidays"`
	listed

	ID           data.RowID `bun:"id"`
	Day          string     `bun:",nullzero" from:"Date"`
	DayPrecision string
	DayWording   string
	Name         string
}

// namedText is one entry of a map from names to texts. The file keeps them by name.
type namedText struct{ Name, Text string }

func namedTexts(texts map[string]string) []namedText {
	named := make([]namedText, 0, len(texts))
	for _, name := range slices.Sorted(maps.Keys(texts)) {
		named = append(named, namedText{name, texts[name]})
	}
	return named
}

func byName(named []namedText) map[string]string {
	texts := make(map[string]string, len(named))
	for _, n := range named {
		texts[n.Name] = n.Text
	}
	return texts
}

package sqlite

import (
	"github.com/uptrace/bun"

	"almoner/data"
)

var organisations = keep[organisationRow, data.Organisation](
	rows[otherNameRow](func(o *data.Organisation) *[]string { return &o.OtherNames }),
)

type organisationRow struct {
	bun.BaseModel `bun:"table:organisations"`
	record

	Name          string
	Kind          data.OrganisationKind
	CharityNumber string
	CompanyNumber string
	OrgID         string `bun:"org_id"`
	Website       string
	Email         string
	Phone         string
	Address       string
	Postcode      string
	Notes         string
}

type otherNameRow struct {
	bun.BaseModel `bun:"table:organisation_other_names"`
	listed

	Name string
}

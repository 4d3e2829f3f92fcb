package sqlite

import (
	"fmt"

	"github.com/uptrace/bun"

	"almoner/data"
)

var decisions = func() shelf {
	s := keep[decisionRow, data.Decision](
		rows[decisionAliasRow](func(d *data.Decision) *[]data.Reference { return &d.Aliases }),
		rows[leadOfficerRow](func(d *data.Decision) *[]data.ID { return &d.LeadOfficers }),
		rows[decisionContactRow](func(d *data.Decision) *[]data.ID { return &d.ContactOfficers }),
		rows[decisionSectionRow](func(d *data.Decision) *[]data.Section { return &d.Sections }),
		rows[decisionRecommendationRow](func(d *data.Decision) *[]string { return &d.Recommendations }),
		rows[decisionLinkRow](func(d *data.Decision) *[]data.DecisionLink { return &d.Links }),
		rows[decisionGrantRow](func(d *data.Decision) *[]data.ID { return &d.Grants }),
		rows[decisionFundRow](func(d *data.Decision) *[]data.ID { return &d.Funds }),
		rows[decidedAwardRow](func(d *data.Decision) *[]data.DecidedAward { return &d.Awards }),
		rows[decisionAttachmentRow](func(d *data.Decision) *[]data.Enclosure { return &d.Attachments }),
		rows[decisionStepRow](func(d *data.Decision) *[]data.Step { return &d.Steps }),
		rows[decisionIssuedRow](func(d *data.Decision) *[]data.Issued { return &d.Issued }),
	)
	s.derive = func(row *decisionRow) { row.ReferenceKey = row.Reference.Key() }
	s.sole = func(d *data.Decision) (key, field, sentence string) {
		return d.Reference.Key(), "reference",
			fmt.Sprintf("Another decision already has the reference %s: each decision needs one of its own.", d.Reference)
	}
	return s
}()

type decisionRow struct {
	bun.BaseModel `bun:"table:decisions"`
	record

	Reference                  data.Reference
	ReferenceKey               string `bun:",nullzero"`
	Title                      string
	DecisionType               string `from:"Type"`
	DecisionMaker              string
	ChiefOfficerApproval       string
	NoticePublishedOn          string `bun:",nullzero"`
	NoticePublishedOnPrecision string
	NoticePublishedOnWording   string
	DueOn                      string `bun:",nullzero"`
	DueOnPrecision             string
	DueOnWording               string
	RaisedOn                   string `bun:",nullzero"`
	RaisedOnPrecision          string
	RaisedOnWording            string
	DiscussedOn                string `bun:",nullzero"`
	DiscussedOnPrecision       string
	DiscussedOnWording         string
	DecidedOn                  string `bun:",nullzero"`
	DecidedOnPrecision         string
	DecidedOnWording           string
	PublishedOn                string `bun:",nullzero"`
	PublishedOnPrecision       string
	PublishedOnWording         string
	Marking                    data.Marking
	Exemption                  string
	Power                      string
	Interests                  string
	Signature                  data.Signature
	SignedBy                   string
	SignedOn                   string `bun:",nullzero"`
	SignedOnPrecision          string
	SignedOnWording            string
	StatedTotal                data.Money `bun:"embed:stated_total_"`
	Status                     data.DecisionStatus
}

type decisionAliasRow struct {
	bun.BaseModel `bun:"table:decision_aliases"`
	listed

	Reference data.Reference
}

type leadOfficerRow struct {
	bun.BaseModel `bun:"table:decision_lead_officers"`
	listed

	Person data.ID
}

type decisionContactRow struct {
	bun.BaseModel `bun:"table:decision_contact_officers"`
	listed

	Person data.ID
}

type decisionSectionRow struct {
	bun.BaseModel `bun:"table:decision_sections"`
	listed
	section
}

type decisionRecommendationRow struct {
	bun.BaseModel `bun:"table:decision_recommendations"`
	listed

	Text string
}

type decisionLinkRow struct {
	bun.BaseModel `bun:"table:decision_links"`
	listed

	ID        data.RowID `bun:"id"`
	Relation  data.Relation
	Reference data.Reference
	Decision  data.ID `bun:",nullzero"`
}

type decisionGrantRow struct {
	bun.BaseModel `bun:"table:decision_grants"`
	listed

	Grant data.ID
}

type decisionFundRow struct {
	bun.BaseModel `bun:"table:decision_funds"`
	listed

	Fund data.ID
}

type decidedAwardRow struct {
	bun.BaseModel `bun:"table:decision_awards"`
	listed

	ID            data.RowID `bun:"id"`
	Grant         data.ID    `bun:",nullzero"`
	Recipient     string
	Title         string
	FinancialYear data.FinancialYear `bun:",nullzero"`
	Part          string
	Amount        data.Money `bun:"embed:amount_"`
	Themes        string
	Area          string
}

type decisionAttachmentRow struct {
	bun.BaseModel `bun:"table:decision_attachments"`
	listed
	enclosure
}

type decisionStepRow struct {
	bun.BaseModel `bun:"table:decision_steps"`
	listed
	step
}

type decisionIssuedRow struct {
	bun.BaseModel `bun:"table:decision_issued"`
	listed
	issued
}

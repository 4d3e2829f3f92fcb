package sqlite

import (
	"fmt"

	"github.com/uptrace/bun"

	"almoner/data"
)

var foiRequests = func() shelf {
	s := keep[foiRequestRow, data.FOIRequest](
		entries[applicantRow](applicants, setApplicant),
		rows[otherReferenceRow](func(r *data.FOIRequest) *[]data.Reference { return &r.OtherReferences }),
		rows[clockRow](func(r *data.FOIRequest) *[]data.ClockRow { return &r.Clock }),
		rows[foiQuestionRow](func(r *data.FOIRequest) *[]data.FOIQuestion { return &r.Questions }),
		rows[exemptionRow](func(r *data.FOIRequest) *[]data.Exemption { return &r.Exemptions }),
		appendices,
		rows[foiAttachmentRow](func(r *data.FOIRequest) *[]data.Enclosure { return &r.Attachments }),
		rows[foiStepRow](func(r *data.FOIRequest) *[]data.Step { return &r.Steps }),
		rows[foiIssuedRow](func(r *data.FOIRequest) *[]data.Issued { return &r.Issued }),
	)
	s.derive = func(row *foiRequestRow) { row.ReferenceKey = row.Reference.Key() }
	s.sole = func(r *data.FOIRequest) (key, field, sentence string) {
		return r.Reference.Key(), "reference",
			fmt.Sprintf("Another request already has the reference %s: each request needs one of its own.", r.Reference)
	}
	return s
}()

type foiRequestRow struct {
	bun.BaseModel `bun:"table:foi_requests"`
	record

	Reference         data.Reference
	ReferenceKey      string `bun:",nullzero"`
	Received          string `bun:",nullzero"`
	ReceivedPrecision string
	ReceivedWording   string
	Channel           string
	Subject           string
	Regime            data.Regime
	Status            data.FOIStatus
	Held              data.ShortAnswer
	Outcome           string
	Officer           data.ID    `bun:",nullzero"`
	Fees              data.Money `bun:"embed:fees_"`
	Clarification     string
	Opening           string
	Review            string
	Signatory         string
	InLog             bool
	LogText           string
}

// applicantRow stands in a list of one at most: a request has an applicant, or it has none.
type applicantRow struct {
	bun.BaseModel `bun:"table:foi_applicants"`
	listed

	Name    string
	Email   string
	Address string
}

func applicants(r *data.FOIRequest) []data.Applicant {
	if r.Applicant == nil {
		return nil
	}
	return []data.Applicant{*r.Applicant}
}

func setApplicant(r *data.FOIRequest, found []data.Applicant) { r.Applicant = &found[0] }

type otherReferenceRow struct {
	bun.BaseModel `bun:"table:foi_other_references"`
	listed

	Reference data.Reference
}

type clockRow struct {
	bun.BaseModel `bun:"table:foi_clock"`
	listed

	ID          data.RowID `bun:"id"`
	Event       data.ClockEvent
	On          string `bun:"on_day,nullzero"` // ON is a word of SQL
	OnPrecision string `bun:"on_day_precision"`
	OnWording   string `bun:"on_day_wording"`
}

type foiQuestionRow struct {
	bun.BaseModel `bun:"table:foi_questions"`
	listed

	ID     data.RowID `bun:"id"`
	Label  string
	Text   string
	Answer string
}

type exemptionRow struct {
	bun.BaseModel `bun:"table:foi_exemptions"`
	listed

	ID             data.RowID `bun:"id"`
	Section        string
	Class          string
	Reason         string
	PublicInterest string

	NeitherConfirmNorDeny bool
}

type foiAttachmentRow struct {
	bun.BaseModel `bun:"table:foi_attachments"`
	listed
	enclosure
}

type foiStepRow struct {
	bun.BaseModel `bun:"table:foi_steps"`
	listed
	step
}

type foiIssuedRow struct {
	bun.BaseModel `bun:"table:foi_issued"`
	listed
	issued
}

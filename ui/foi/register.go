// Package foi is the section of the window for requests for information: the list of requests, the page of one with its questions
// and answers, and the appendices that are filled from the register.
package foi

import (
	"fmt"

	"almoner/data"
	"almoner/ui/desk"
	"almoner/ui/record"
	"almoner/ui/widgets"
)

// NewRegister is the list of all requests, the latest first.
func NewRegister(d desk.Desk) desk.Page {
	return record.NewList(d, record.ListKind[*data.FOIRequest]{
		Section:  desk.Requests,
		Name:     "requests",
		Singular: "request",
		Sort:     data.Sort{Field: "received", Descending: true},
		Columns: []record.ListColumn[*data.FOIRequest]{
			record.Column("reference", "Reference", 2, 120, func(r *data.FOIRequest) string { return string(r.Reference) }),
			record.Column("subject", "About", 6, 160, func(r *data.FOIRequest) string { return r.Subject }),
			record.DateColumn("received", "Received", 1, 100, func(r *data.FOIRequest) data.Date { return r.Received }),
			record.DateColumn("responded", "Responded", 1, 100, (*data.FOIRequest).RespondedOn),
			record.Column("status", "Status", 1, 96, func(r *data.FOIRequest) string { return r.Status.Label() }).Filtered(),
		},
		Words: func(_ *data.Register, r *data.FOIRequest) string {
			words := r.Subject + "\n" + r.Status.Label()
			for _, q := range r.Questions {
				words += "\n" + q.Text + "\n" + q.Answer
			}
			return words
		},
		Fresh: func(d desk.Desk) *data.FOIRequest {
			return &data.FOIRequest{
				Stamp: data.Stamp{ID: data.NewID()}, Received: d.Today(), Regime: data.RegimeFOI, Status: data.Received,
				Questions: []data.FOIQuestion{{ID: data.NewRowID(), Label: "1."}},
			}
		},
		Open:  NewPage,
		Years: func(_ *data.Register, r *data.FOIRequest) []data.FinancialYear { return record.YearsOf(r.Received) },
		Totals: func(reg *data.Register, rows widgets.Rows[*data.FOIRequest]) []string {
			return totals(reg, rows, d.Today())
		},
		Steps: []record.BulkStep[*data.FOIRequest]{
			step("search", "Search", data.Searching, "The information for %s will be searched for as of %s.", "The information for %s is being searched for."),
			step("close", "Close requests", data.RequestClosed, "%s will be closed on %s.", "%s closed."),
		},
	})
}

// step is a step that several requests can take at once. What goes out to an applicant is looked at one by one.
func step(key, label string, to data.FOIStatus, will, did string) record.BulkStep[*data.FOIRequest] {
	return record.StageStep(record.StageWords{
		Key: key, Label: label, To: string(to), One: "request", Many: "requests", Will: will, Did: did,
	}, record.Itself[*data.FOIRequest])
}

// totals are how many requests are open, and how many of those should have been answered.
func totals(reg *data.Register, rows widgets.Rows[*data.FOIRequest], today data.Date) []string {
	requests := make([]*data.FOIRequest, rows.Len())
	for i := range requests {
		requests[i] = rows.At(i)
	}
	t := data.TimelinessOf(requests, reg.Calendar(), data.ByReceipt, data.Date{}, data.Date{}, today)
	words := []string{fmt.Sprintf("%s open", record.Number(t.Open))}
	if t.Overdue > 0 {
		words = append(words, fmt.Sprintf("%s late", record.Number(t.Overdue)))
	}
	return words
}

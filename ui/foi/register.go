// Package foi is the section of the window for requests for information: the list of requests, the page of one with its questions
// and answers, and the appendices that are filled from the register.
package foi

import (
	"almoner/data"
	"almoner/ui/desk"
	"almoner/ui/record"
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
		Open: NewPage,
	})
}

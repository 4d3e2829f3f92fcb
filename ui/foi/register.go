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
			{Field: field("reference", "Reference", func(r *data.FOIRequest) string { return string(r.Reference) }), Share: 2, Least: 120},
			{Field: field("subject", "About", func(r *data.FOIRequest) string { return r.Subject }), Share: 6, Least: 160},
			{Field: dateField("received", "Received", func(r *data.FOIRequest) data.Date { return r.Received }), Share: 1, Least: 100},
			{Field: dateField("responded", "Responded", (*data.FOIRequest).RespondedOn), Share: 1, Least: 100},
			{Field: field("status", "Status", func(r *data.FOIRequest) string { return r.Status.Label() }), Share: 1, Least: 96},
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
				Clock:     []data.ClockRow{{ID: data.NewRowID(), Event: data.ClockReceived, On: d.Today()}},
				Questions: []data.FOIQuestion{{ID: data.NewRowID(), Label: "1."}},
			}
		},
		Open: func(d desk.Desk, r *data.FOIRequest) desk.Page { return NewPage(d, r) },
	})
}

func field(key, heading string, text func(*data.FOIRequest) string) data.Field[*data.FOIRequest] {
	return data.Field[*data.FOIRequest]{Key: key, Heading: heading, Text: func(_ *data.Register, r *data.FOIRequest) string { return text(r) }}
}

func dateField(key, heading string, date func(*data.FOIRequest) data.Date) data.Field[*data.FOIRequest] {
	f := field(key, heading, func(r *data.FOIRequest) string { return date(r).String() })
	f.Rank = func(_ *data.Register, r *data.FOIRequest) float64 { return date(r).Rank() }
	return f
}

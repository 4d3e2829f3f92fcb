// Package foi is the section of the window for requests for information: the list of requests, the page of one with its questions
// and answers, and the appendices that are filled from the register.
package foi

import (
	"almoner/data"
	"almoner/ui/desk"
	"almoner/ui/lang"
	"almoner/ui/record"
	"almoner/ui/widgets"
)

// NewRegister is the list of all requests, the latest first.
func NewRegister(d desk.Desk) desk.Page {
	return record.NewList(d, record.ListKind[*data.FOIRequest]{
		Section:  desk.Requests,
		Name:     "requests",
		Singular: lang.L("request"),
		Plural:   lang.L("requests"),
		Counted:  lang.Counted{One: "{n} request", Other: "{n} requests"},
		Sort:     data.Sort{Field: "received", Descending: true},
		Columns: []record.ListColumn[*data.FOIRequest]{
			record.Column("reference", lang.L("Reference"), 1, 110, func(r *data.FOIRequest) string { return string(r.Reference) }),
			record.Column("subject", lang.L("About"), 7, 160, func(r *data.FOIRequest) string { return r.Subject }),
			record.DateColumn("received", lang.L("Received"), 1, 100, func(r *data.FOIRequest) data.Date { return r.Received }),
			due(),
			record.DateColumn("responded", lang.L("Responded"), 1, 100, (*data.FOIRequest).RespondedOn),
			record.Column("status", lang.L("Status"), 1, 96, func(r *data.FOIRequest) string { return lang.L(r.Status.Label()) }).Filtered(),
		},
		Words: func(_ *data.Register, r *data.FOIRequest) string {
			words := r.Subject + "\n" + lang.L(r.Status.Label())
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
			step("search", lang.L("Search"), data.Searching,
				lang.Counted{One: "The information for {n} request will be searched for as of %s.", Other: "The information for {n} requests will be searched for as of %s."},
				lang.Counted{One: "The information for {n} request is being searched for.", Other: "The information for {n} requests is being searched for."}),
			step("close", lang.L("Close requests"), data.RequestClosed,
				lang.Counted{One: "{n} request will be closed on %s.", Other: "{n} requests will be closed on %s."},
				lang.Counted{One: "{n} request closed.", Other: "{n} requests closed."}),
		},
	})
}

// due is the last day in time, as long as no reply has been sent.
func due() record.ListColumn[*data.FOIRequest] {
	day := func(reg *data.Register, r *data.FOIRequest) data.Date {
		d, err := r.Deadline(reg.Calendar())
		if err != nil || r.Sent() {
			return data.Date{}
		}
		return d.Due
	}
	c := record.Column("due", lang.L("Due"), 1, 100, (*data.FOIRequest).Label)
	c.Text = func(reg *data.Register, r *data.FOIRequest) string { return day(reg, r).String() }
	c.Rank = func(reg *data.Register, r *data.FOIRequest) float64 { return day(reg, r).Rank() }
	return c
}

// step is a step that several requests can take at once. What goes out to an applicant is looked at one by one.
func step(key, label string, to data.FOIStatus, will, did lang.Counted) record.BulkStep[*data.FOIRequest] {
	return record.StageStep(record.StageWords{
		Key: key, Label: label, To: string(to), Will: will, Did: did,
	}, record.Itself[*data.FOIRequest])
}

// totals are how many requests are open, and how many of those should have been answered.
func totals(reg *data.Register, rows widgets.Rows[*data.FOIRequest], today data.Date) []string {
	requests := make([]*data.FOIRequest, rows.Len())
	for i := range requests {
		requests[i] = rows.At(i)
	}
	t := data.TimelinessOf(requests, reg.Calendar(), data.ByReceipt, data.Date{}, data.Date{}, today)
	words := []string{lang.F("%s open", lang.Number(t.Open))}
	if t.Overdue > 0 {
		words = append(words, lang.F("%s late", lang.Number(t.Overdue)))
	}
	return words
}

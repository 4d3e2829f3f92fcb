package reports

import (
	"cmp"
	"slices"

	"almoner/data"
	"almoner/reports/document"
)

var foiLogPaper = Paper{
	Name: "foi-log", Title: "FOI disclosure log", Public: true,
	Make: func(s Setting, _ data.Record) document.Document { return FOILog(s) },
}

// FOILog is the requests that the office has answered and wants to be seen, by the year in which they came in, the latest first. It is made
// of data.LogEntry, which does not know who asked. What people asked for about themselves is for nobody else to read.
func FOILog(s Setting) document.Document {
	office := s.Register.Details()
	w := wording{office: office, values: map[string]string{"office": office.Name, "today": s.Today.Long()}}
	doc := newPaper(office, w.plain("log_title"), w.plain("log_subject"), w.plain("log_title"))
	doc.Dated = s.Today.Time()
	doc.Marking = "" // it is for everybody
	var entries []data.LogEntry
	for _, r := range data.All[*data.FOIRequest](s.Register) {
		if e := r.LogEntry(); e.InLog && !e.RespondedOn.IsZero() && e.Regime != data.RegimeSAR {
			entries = append(entries, e)
		}
	}
	slices.SortStableFunc(entries, func(a, b data.LogEntry) int {
		return cmp.Or(b.Received.Compare(a.Received), cmp.Compare(b.Reference, a.Reference)) // so that each year stands together
	})
	part := document.Part{Orientation: document.Landscape}
	part.Add(document.Heading{Level: 1, Text: document.Text(w.plain("log_title"))})
	part.Add(w.blocks("log_opening")...)
	t := w.table(w.plain("log_title"), "log_reference", "log_received", "log_answered", "log_asked", "log_outcome")
	t.Groups = nil
	for _, e := range entries {
		year := office.Year(data.FinancialYearOf(e.Received))
		if n := len(t.Groups); n == 0 || document.Plain(t.Groups[n-1].Heading) != year {
			t.Groups = append(t.Groups, document.Group{Heading: document.Text(year)})
		}
		addRow(&t, document.TextCell(string(e.Reference)), dayCell(e.Received), dayCell(e.RespondedOn), askedCell(e), document.TextCell(e.Outcome))
	}
	if len(entries) == 0 {
		part.Add(w.blocks("log_nothing")...)
	} else {
		part.Add(t)
	}
	doc.Parts = []document.Part{part}
	return doc
}

// askedCell is what a request was about, and what was asked.
func askedCell(e data.LogEntry) document.Cell {
	c := document.Cell{}
	if e.Text != "" {
		c.Paragraphs = append(c.Paragraphs, document.Bold(e.Text))
	}
	for _, q := range e.Questions {
		c.Paragraphs = append(c.Paragraphs, markdownCell(q.Text).Paragraphs...)
	}
	return c
}

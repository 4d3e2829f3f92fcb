// Package portable reads and writes the portable form: a whole office, or part of one, as one JSON document that a person can
// read and another program can make.
//
//	{"almoner": 1, "office": {…}, "organisations": […], "grants": […], …}
//
// Reading is strict. A key that is not known, a value that does not fit and an id that nothing in the document has are errors that
// say where; nothing is dropped in silence.
package portable

import (
	"almoner/data"
)

// format is the number that says how the document is to be read. A change that old programs would misread takes the next number.
const format = 1

// document is the portable form as it is written, key by key.
type document struct {
	Almoner            int                       `json:"almoner"`
	Office             *data.OfficeDetails       `json:"office,omitempty"`
	Staff              []*data.Staff             `json:"staff,omitempty"`
	Organisations      []*data.Organisation      `json:"organisations,omitempty"`
	Contacts           []*data.Contact           `json:"contacts,omitempty"`
	Funds              []*data.Fund              `json:"funds,omitempty"`
	Programmes         []*data.Programme         `json:"programmes,omitempty"`
	Questions          []*data.Question          `json:"questions,omitempty"`
	Specifications     []*data.Specification     `json:"specifications,omitempty"`
	OutcomesFrameworks []*data.OutcomesFramework `json:"outcomes_frameworks,omitempty"`
	Attachments        []*data.Attachment        `json:"attachments,omitempty"`
	Grants             []*data.Grant             `json:"grants,omitempty"`
	Decisions          []*data.Decision          `json:"decisions,omitempty"`
	TrainingEvents     []*data.TrainingEvent     `json:"training_events,omitempty"`
	MonitoringReturns  []*data.MonitoringReturn  `json:"monitoring_returns,omitempty"`
	FOIRequests        []*data.FOIRequest        `json:"foi_requests,omitempty"`
	BoardPapers        []*data.BoardPaper        `json:"board_papers,omitempty"`
	NewsReleases       []*data.NewsRelease       `json:"news_releases,omitempty"`
	Actions            []*data.Action            `json:"actions,omitempty"`
	Publications       []*data.Publication       `json:"publications,omitempty"`
}

// entry is a record with its place in the document, for saying where something is wrong.
type entry struct {
	kind data.Kind
	at   int
	rec  data.Record // nil where the document says null
}

// entries are the records of the document, the office's own details apart, each kind after the kinds that it points to.
func (d *document) entries() []entry {
	var all []entry
	all = place(all, d.Staff)
	all = place(all, d.Organisations)
	all = place(all, d.Contacts)
	all = place(all, d.Funds)
	all = place(all, d.Programmes)
	all = place(all, d.Questions)
	all = place(all, d.Specifications)
	all = place(all, d.OutcomesFrameworks)
	all = place(all, d.Attachments)
	all = place(all, d.Grants)
	all = place(all, d.Decisions)
	all = place(all, d.TrainingEvents)
	all = place(all, d.MonitoringReturns)
	all = place(all, d.FOIRequests)
	all = place(all, d.BoardPapers)
	all = place(all, d.NewsReleases)
	all = place(all, d.Actions)
	all = place(all, d.Publications)
	return all
}

func place[T any, R interface {
	*T
	data.Record
}](all []entry, recs []R) []entry {
	for i, rec := range recs {
		e := entry{kind: rec.RecordKind(), at: i}
		if rec != nil {
			e.rec = rec
		}
		all = append(all, e)
	}
	return all
}

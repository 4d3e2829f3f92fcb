// Package specifications is the section of the window for service specifications: what a provider is paid to do, in words that become
// a schedule of the grant agreement.
package specifications

import (
	"slices"

	"almoner/data"
	"almoner/ui/desk"
	"almoner/ui/lang"
	"almoner/ui/record"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
)

// NewRegister is the list of all specifications.
func NewRegister(d desk.Desk) desk.Page {
	status := record.Column("status", lang.L("Status"), 1, 96, func(s *data.Specification) string { return lang.L(s.Status.Label()) })
	status.Rank = func(_ *data.Register, s *data.Specification) float64 {
		return float64(slices.Index(data.SpecificationStatuses(), s.Status))
	}
	return record.NewList(d, record.ListKind[*data.Specification]{
		Section:  desk.Specifications,
		Name:     "specifications",
		Singular: lang.L("specification"),
		Plural:   lang.L("specifications"),
		Counted:  lang.Counted{One: "{n} specification", Other: "{n} specifications"},
		Sort:     data.Sort{Field: "title"},
		Columns: []record.ListColumn[*data.Specification]{
			record.Column("title", lang.L("Title"), 6, 180, (*data.Specification).Label),
			record.Column("version", lang.L("Version"), 1, 80, func(s *data.Specification) string { return s.Version }),
			record.Column("schedule_label", lang.L("Schedule"), 4, 140, func(s *data.Specification) string { return s.ScheduleLabel }).SetAside(),
			record.DateColumn("effective", lang.L("Effective from"), 1, 110, func(s *data.Specification) data.Date { return s.Effective }),
			status.Filtered(),
		},
		Words: func(_ *data.Register, s *data.Specification) string {
			return s.Version + "\n" + s.ScheduleLabel + "\n" + lang.L(s.Status.Label()) + "\n" + s.Body
		},
		Fresh: func(desk.Desk) *data.Specification {
			return &data.Specification{Stamp: data.Stamp{ID: data.NewID()}, Status: data.SpecificationDraft}
		},
		Open:  NewPage,
		Years: func(_ *data.Register, s *data.Specification) []data.FinancialYear { return record.YearsOf(s.Effective) },
		Steps: []record.BulkStep[*data.Specification]{
			step("agreed", lang.L("Agree"), data.SpecificationAgreed,
				lang.Counted{One: "{n} specification will be agreed as of %s.", Other: "{n} specifications will be agreed as of %s."},
				lang.Counted{One: "{n} specification agreed.", Other: "{n} specifications agreed."}),
			step("superseded", lang.L("Superseded"), data.SpecificationSuperseded,
				lang.Counted{One: "{n} specification will be superseded as of %s.", Other: "{n} specifications will be superseded as of %s."},
				lang.Counted{One: "{n} specification superseded.", Other: "{n} specifications superseded."}),
		},
	})
}

func step(key, label string, to data.SpecificationStatus, will, did lang.Counted) record.BulkStep[*data.Specification] {
	return record.StageStep(record.StageWords{
		Key: key, Label: label, To: string(to), Will: will, Did: did,
	}, record.Itself[*data.Specification])
}

// NewPage is the page of one specification.
func NewPage(d desk.Desk, s *data.Specification) desk.Page {
	return record.New(d, record.Kind[*data.Specification]{
		Section: desk.Specifications,
		Name:    "specification",
		Heading: heading,
		Tabs: func(p *record.Page[*data.Specification]) []record.Tab {
			return []record.Tab{{Title: lang.L("Specification"), Content: form(p)}, p.Files(), p.History()}
		},
	}, s)
}

func heading(s *data.Specification) string {
	if s.Title == "" {
		return lang.L("New specification")
	}
	return named(s)
}

// named tells a specification from its older versions, which mostly bear the same title.
func named(s *data.Specification) string {
	if s.Version == "" {
		return s.Title
	}
	return lang.F("%s, version %s", s.Title, s.Version)
}

func form(p *record.Page[*data.Specification]) fyne.CanvasObject {
	f, s := p.Form, p.Record
	others := func(other *data.Specification) bool { return other.ID != s.ID }
	return record.Sheet(
		f.Text("title", lang.L("Title"), "", &s.Title),
		widgets.Columns(
			f.Text("version", lang.L("Version"), "", &s.Version),
			record.Status(p, data.SpecificationStatuses(), &s.Status),
			f.Date("effective", lang.L("Effective from"), "", p.Desk.Today(), &s.Effective),
		),
		widgets.Columns(
			f.Text("schedule_label", lang.L("Label of the schedule"), lang.L("above the text"), &s.ScheduleLabel),
			f.Pick("supersedes", lang.L("Takes the place of"), "", record.PickOf(p.Desk, lang.L("No other specification"), others, named), &s.Supersedes),
		),
		f.Lines("body", lang.L("What is to be done"), lang.L("# begins a heading, a dash a bullet"), 18, &s.Body),
	)
}

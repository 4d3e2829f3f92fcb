// Package publish is the section of the window for what the public is given: what the law wants published and what is missing for it, and
// the register of what was published where and when.
package publish

import (
	"strings"

	"almoner/data"
	"almoner/ui/desk"
	"almoner/ui/lang"
	"almoner/ui/record"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
)

// NewRegister is what has to be published, and what has been.
func NewRegister(d desk.Desk) desk.Page {
	return record.NewLeaves(
		desk.Publish,
		record.Leaf{Title: lang.L("What has to be published"), Page: newDuties(d)},
		record.Leaf{Title: lang.L("What has been published"), Page: newPublications(d)},
	)
}

func newPublications(d desk.Desk) desk.Page {
	return record.NewList(d, record.ListKind[*data.Publication]{
		Section:  desk.Publish,
		Name:     "publications",
		Singular: lang.L("publication"),
		Plural:   lang.L("publications"),
		Counted:  lang.Counted{One: "{n} publication", Other: "{n} publications"},
		Sort:     data.Sort{Field: "published_on", Descending: true},
		Columns:  columns(),
		Words: func(reg *data.Register, p *data.Publication) string {
			return titleOf(reg, p) + "\n" + p.Where + "\n" + p.URL
		},
		Fresh: func(d desk.Desk) *data.Publication {
			return &data.Publication{Stamp: data.Stamp{ID: data.NewID()}, PublishedOn: d.Today()}
		},
		Open:   NewPage,
		Title:  lang.L("What has been published"),
		Years:  func(_ *data.Register, p *data.Publication) []data.FinancialYear { return record.YearsOf(p.PublishedOn) },
		Totals: totals,
		Steps: []record.BulkStep[*data.Publication]{
			record.StageStepBy(record.StageWords{
				Key: "withdraw", Label: lang.L("Withdraw"),

				Will: lang.Counted{One: "{n} publication will be withdrawn on %s.", Other: "{n} publications will be withdrawn on %s."},
				Did:  lang.Counted{One: "{n} publication withdrawn.", Other: "{n} publications withdrawn."},
			}, record.Itself[*data.Publication], withdraw),
		},
	})
}

// withdraw puts down the day from which a publication is no longer there.
func withdraw(p *data.Publication, on data.Date) error {
	if !p.WithdrawnOn.IsZero() {
		return &data.Fault{Sentence: lang.F("It was withdrawn on %s already.", p.WithdrawnOn.Long())}
	}
	p.WithdrawnOn = on
	return nil
}

// totals are how many publications are not there any more.
func totals(_ *data.Register, rows widgets.Rows[*data.Publication]) []string {
	gone := record.Count(rows, func(p *data.Publication) bool { return !p.WithdrawnOn.IsZero() })
	if gone == 0 {
		return nil
	}
	return []string{lang.F("%s withdrawn", lang.Number(gone))}
}

func columns() []record.ListColumn[*data.Publication] {
	what := record.Column("title", lang.L("What"), 6, 190, (*data.Publication).Label)
	what.Text = titleOf
	return []record.ListColumn[*data.Publication]{
		what,
		record.Column("where", lang.L("Where"), 4, 130, func(p *data.Publication) string { return p.Where }).Filtered(),
		record.Column("url", lang.L("Web address"), 4, 120, func(p *data.Publication) string { return p.URL }),
		record.DateColumn("published_on", lang.L("Published"), 0, 100, func(p *data.Publication) data.Date { return p.PublishedOn }),
		record.DateColumn("withdrawn_on", lang.L("Withdrawn"), 0, 100, func(p *data.Publication) data.Date { return p.WithdrawnOn }),
	}
}

// titleOf is what was published: the title that was put down, or the label of the record.
func titleOf(reg *data.Register, p *data.Publication) string {
	if rec, ok := reg.Find(data.AnyKind, p.What); ok && p.Title == "" {
		return strings.Join(strings.Fields(rec.Label()), " ")
	}
	return p.Title
}

type page = record.Page[*data.Publication]

// NewPage is the page of one publication.
func NewPage(d desk.Desk, p *data.Publication) desk.Page {
	var what *record.Crossing
	return record.New(d, record.Kind[*data.Publication]{
		Section: desk.Publish,
		Name:    "publication",
		Heading: func(p *data.Publication) string {
			if title := titleOf(d.Office().Register(), p); title != "" {
				return title
			}
			return lang.L("New publication")
		},
		Tabs: func(p *page) []record.Tab {
			what = record.NewCrossing(d, p.Form.ID("what.open"), data.AnyKind, &p.Record.What)
			return []record.Tab{{Title: lang.L("Publication"), Content: form(p, what)}, p.History()}
		},
		Refreshed: func(*page) { what.Refresh() },
		Around:    func(*page) { what.Refresh() },
	}, p)
}

// publishable are the kinds of records that the public may be given.
func publishable() []data.Kind {
	return []data.Kind{data.KindDecision, data.KindBoardPaper, data.KindNewsRelease, data.KindFOIRequest, data.KindGrant, data.KindSpecification}
}

func form(p *page, what *record.Crossing) fyne.CanvasObject {
	f, pub, today := p.Form, p.Record, p.Desk.Today()
	return record.Sheet(
		f.Text("title", lang.L("What was published"), lang.L("that of the record, if left empty"), &pub.Title),
		f.Pick("what", lang.L("Record"), lang.L("if it is one of the office’s"), record.PickAny(p.Desk, lang.L("None"), publishable()...), &pub.What),
		what.Content,
		widgets.Columns(
			f.Text("where", lang.L("Where"), lang.L("Website, decisions"), &pub.Where),
			f.Text("url", lang.L("Web address"), "", &pub.URL),
		),
		widgets.Columns(
			f.Date("published_on", lang.L("Published on"), "", today, &pub.PublishedOn),
			f.Date("withdrawn_on", lang.L("Withdrawn on"), lang.L("if it is no longer there"), today, &pub.WithdrawnOn),
		),
	)
}

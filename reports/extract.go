package reports

import (
	"strings"

	"almoner/data"
	"almoner/reports/document"
)

// List is a list as it stands on a screen: which records, in which order, under which columns, and how they were chosen, in words.
type List struct {
	Title   string   // "Grants"
	Filters []string // in words: "Financial year: 2017-18, 2018-19", "Theme: Stalking"
	Columns []document.Column
	Rows    []document.Row
	Totals  string // in words: "4 of 128 grants · £25,551"
}

// NewList makes a list of rows under the fields of some keys, in the order of the keys. Sums, numbers and whole days are such for a
// spreadsheet too.
func NewList[R any](reg *data.Register, title string, fields []data.Field[R], keys []string, rows []R) List {
	list := List{Title: title}
	var shown []data.Field[R]
	for _, key := range keys {
		for _, f := range fields {
			if f.Key == key {
				shown = append(shown, f)
				column := document.Column{Heading: document.Text(f.Heading)}
				if f.Figures {
					column.Align = document.Right
				}
				list.Columns = append(list.Columns, column)
			}
		}
	}
	for _, r := range rows {
		row := document.Row{Cells: make([]document.Cell, len(shown))}
		for i, f := range shown {
			row.Cells[i] = listCell(reg, f, r)
		}
		list.Rows = append(list.Rows, row)
	}
	return list
}

func listCell[R any](reg *data.Register, f data.Field[R], r R) document.Cell {
	text := f.Text(reg, r)
	if f.Value == nil || text == "" {
		return document.TextCell(text)
	}
	switch v := f.Value(reg, r).(type) {
	case data.Money:
		return document.MoneyCell(text, v.Pence)
	case int:
		return document.NumberCell(text, float64(v))
	case string: // a day is written as other programs read it, and so is a month, by its first: that stays words
		if d, err := data.ParseISODate(v); err == nil && d.String() == text {
			return document.DayCell(text, d.Time())
		}
	}
	return document.TextCell(text)
}

// RegisterPaper is the name of the paper that a Setting's List is printed as.
const RegisterPaper = "register"

var registerPaper = Paper{
	Name: RegisterPaper, Title: "List, as it is shown",
	Make: func(s Setting, _ data.Record) document.Document { return RegisterExtract(s) },
}

// QueryWords is how grants were chosen, in words.
func QueryWords(reg *data.Register, q data.Query) []string {
	var words []string
	put := func(what string, values []string) {
		if len(values) > 0 {
			words = append(words, what+": "+strings.Join(values, ", "))
		}
	}
	var years, recipients, statuses []string
	for _, y := range q.Years {
		years = append(years, reg.Details().Year(y))
	}
	for _, id := range q.Recipients {
		recipients = append(recipients, reg.NameOf(id))
	}
	for _, s := range q.Status {
		statuses = append(statuses, s.Label())
	}
	put("Financial year", years)
	put("Theme", q.Themes)
	put("Recipient", recipients)
	put("Status", statuses)
	if text := strings.TrimSpace(q.Text); text != "" {
		words = append(words, "With the words “"+text+"”")
	}
	return words
}

// ChoiceWords is how records of another kind were chosen, in words.
func ChoiceWords(text string, statuses []string, c data.Catalogue) []string {
	var words, labels []string
	for _, s := range statuses {
		label := s
		for _, known := range c.Statuses {
			if known.Key == s {
				label = known.Label
			}
		}
		labels = append(labels, label)
	}
	if len(labels) > 0 {
		words = append(words, "Status: "+strings.Join(labels, ", "))
	}
	if text = strings.TrimSpace(text); text != "" {
		words = append(words, "With the words “"+text+"”")
	}
	return words
}

// wideList is how many columns a list may have on an upright page.
const wideList = 4

// RegisterExtract is a list as it is shown, with how it was chosen and what it adds up to.
func RegisterExtract(s Setting) document.Document {
	office, list := s.Register.Details(), s.List
	w := wording{office: office, values: map[string]string{"list": list.Title, "today": s.Today.Long()}}
	doc := newPaper(office, list.Title+", "+s.Today.Long(), w.plain("extract_subject"), office.Short()+" · "+list.Title)
	doc.Dated = s.Today.Time()
	part := document.Part{}
	if len(list.Columns) > wideList {
		part.Orientation = document.Landscape
	}
	part.Add(document.Heading{Level: 1, Text: document.Text(list.Title)})
	part.Add(w.blocks("extract_opening")...)
	part.Add(fields(
		field(w.plain("extract_filters"), strings.Join(list.Filters, "; ")),
		field(w.plain("extract_totals"), list.Totals),
	))
	if len(list.Rows) == 0 {
		part.Add(w.blocks("extract_nothing")...)
	} else {
		part.Add(document.Table{Name: list.Title, Columns: list.Columns, Groups: []document.Group{{Rows: list.Rows}}})
	}
	doc.Parts = []document.Part{part}
	return doc
}

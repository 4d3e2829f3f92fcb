package sqlite

import (
	"github.com/uptrace/bun"

	"almoner/data"
)

var appendices = rows[appendixRow](func(r *data.FOIRequest) *[]data.Appendix { return &r.Appendices },
	rows[tableRow](func(a *data.Appendix) *[]data.Table { return &a.Tables },
		rows[columnRow](func(t *data.Table) *[]data.Column { return &t.Columns }),
		entries[queryRow](
			func(t *data.Table) []queryPart { return queryParts(t.Query) },
			func(t *data.Table, parts []queryPart) { t.Query = queryOf(parts) }),
		rows[groupRow](func(t *data.Table) *[]data.Group { return &t.Groups },
			rows[rowRow](func(g *data.Group) *[]data.Row { return &g.Rows },
				rows[cellRow](func(r *data.Row) *[]data.Cell { return &r.Cells })))),
	rows[footnoteRow](func(a *data.Appendix) *[]data.Footnote { return &a.Footnotes }),
)

type appendixRow struct {
	bun.BaseModel `bun:"table:foi_appendices"`
	listed

	ID            data.RowID `bun:"id"`
	Number        int
	Kind          data.AppendixKind
	Title         string
	Introduction  string
	Specification data.ID `bun:",nullzero"`
	File          data.ID `bun:",nullzero"`
}

type tableRow struct {
	bun.BaseModel `bun:"table:foi_tables"`
	nested

	ID      data.RowID `bun:"id"`
	GroupBy data.Grouping
}

type columnRow struct {
	bun.BaseModel `bun:"table:foi_columns"`
	nested

	Heading  string
	Field    string
	Question data.ID `bun:",nullzero"`
}

type groupRow struct {
	bun.BaseModel `bun:"table:foi_groups"`
	nested

	ID      data.RowID `bun:"id"`
	Heading string
}

type rowRow struct {
	bun.BaseModel `bun:"table:foi_rows"`
	nested

	ID    data.RowID `bun:"id"`
	Grant data.ID    `bun:",nullzero"`
}

type cellRow struct {
	bun.BaseModel `bun:"table:foi_cells"`
	nested

	Text     string
	Appendix int
	Marks    []string `bun:",nullzero"` // JSON: one to three signs, never looked for by themselves
	Register string
}

type footnoteRow struct {
	bun.BaseModel `bun:"table:foi_footnotes"`
	nested

	ID   data.RowID `bun:"id"`
	Mark string
	Text string
	Link string
}

type queryRow struct {
	bun.BaseModel `bun:"table:foi_queries"`
	nested

	Part          string
	FinancialYear data.FinancialYear `bun:",nullzero"`
	Words         string
	Recipient     data.ID `bun:",nullzero"`
	Fund          data.ID `bun:",nullzero"`
	Grant         data.ID `bun:",nullzero"`
}

// queryPart is one thing that a query asks of grants; Part says which of the others is filled.
type queryPart struct {
	Part          string
	FinancialYear data.FinancialYear
	Words         string
	Recipient     data.ID
	Fund          data.ID
	Grant         data.ID
}

func queryParts(q data.Query) []queryPart {
	var parts []queryPart
	for _, y := range q.Years {
		parts = append(parts, queryPart{Part: "year", FinancialYear: y})
	}
	for _, t := range q.Themes {
		parts = append(parts, queryPart{Part: "theme", Words: t})
	}
	for _, id := range q.Recipients {
		parts = append(parts, queryPart{Part: "recipient", Recipient: id})
	}
	for _, id := range q.Funds {
		parts = append(parts, queryPart{Part: "fund", Fund: id})
	}
	for _, s := range q.Status {
		parts = append(parts, queryPart{Part: "status", Words: string(s)})
	}
	if q.Text != "" {
		parts = append(parts, queryPart{Part: "text", Words: q.Text})
	}
	for _, id := range q.Except {
		parts = append(parts, queryPart{Part: "except", Grant: id})
	}
	return parts
}

func queryOf(parts []queryPart) data.Query {
	var q data.Query
	for _, p := range parts {
		switch p.Part {
		case "year":
			q.Years = append(q.Years, p.FinancialYear)
		case "theme":
			q.Themes = append(q.Themes, p.Words)
		case "recipient":
			q.Recipients = append(q.Recipients, p.Recipient)
		case "fund":
			q.Funds = append(q.Funds, p.Fund)
		case "status":
			q.Status = append(q.Status, data.GrantStatus(p.Words))
		case "text":
			q.Text = p.Words
		case "except":
			q.Except = append(q.Except, p.Grant)
		}
	}
	return q
}

package grants

import (
	"almoner/data"
	"almoner/ui/record"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
)

var (
	matchTable = widgets.Table{
		{Heading: "Who puts it in", Share: 2, Least: 130},
		{Heading: "Amount", Share: 1, Least: 84},
		{Heading: "What it buys", Share: 2, Least: 110},
		{Heading: "", Least: 84},
	}
	postTable = widgets.Table{
		{Heading: "Post", Share: 3, Least: 150}, {Heading: "Full-time equivalents", Least: 150}, {Heading: "Based at", Share: 2, Least: 100},
	}
	outcomeTable = widgets.Table{
		{Heading: "Theme", Share: 1, Least: 90}, {Heading: "Measure", Share: 2, Least: 130}, {Heading: "What came of it", Share: 2, Least: 130},
	}
)

// match edits what others put beside the award.
func match(p *record.Page[*data.Grant]) fyne.CanvasObject {
	f := p.Form
	return widgets.Section("Match funding, which is never added to the award", record.NewRows(f, p.Touch, record.RowsOf[data.MatchFunding]{
		Key: "match_funding", List: &p.Record.MatchFunding, Add: "Add match funding",
		Head:  matchTable.Heads(),
		Fresh: func([]data.MatchFunding) data.MatchFunding { return data.MatchFunding{ID: data.NewRowID()} },
		Row: func(at string, m *data.MatchFunding) fyne.CanvasObject {
			return f.Unlabelled(func() fyne.CanvasObject {
				return matchTable.Row(
					f.Pick(at+"contributor", "Who puts it in", "", record.PickParty(p.Desk, "Choose"), &m.Contributor),
					f.Money(at+"amount", "Amount", "", &m.Amount),
					f.Text(at+"what", "What it buys", "", &m.What),
					f.Tick(at+"in_kind", "In kind", "In kind", &m.InKind),
				)
			})
		},
	}).Content)
}

// posts edits the jobs that the grant pays for.
func posts(p *record.Page[*data.Grant]) fyne.CanvasObject {
	f := p.Form
	return widgets.Section("Posts that it pays for", record.NewRows(f, p.Touch, record.RowsOf[data.Post]{
		Key: "posts", List: &p.Record.Posts, Add: "Add a post",
		Head:  postTable.Heads(),
		Fresh: func([]data.Post) data.Post { return data.Post{ID: data.NewRowID()} },
		Row: func(at string, post *data.Post) fyne.CanvasObject {
			return f.Unlabelled(func() fyne.CanvasObject {
				return postTable.Row(
					f.Text(at+"title", "Post", "", &post.Title),
					f.Number(at+"fte", "Full-time equivalents", "", &post.FTE),
					f.Text(at+"base", "Based at", "", &post.Base),
				)
			})
		},
	}).Content)
}

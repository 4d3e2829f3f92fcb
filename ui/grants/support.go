package grants

import (
	"almoner/data"
	"almoner/ui/lang"
	"almoner/ui/record"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
)

func matchTable() widgets.Table {
	return widgets.Table{
		{Heading: lang.L("Who puts it in"), Share: 2, Least: 130},
		{Heading: lang.L("Amount"), Share: 1, Least: 84},
		{Heading: lang.L("What it buys"), Share: 2, Least: 110},
		{Heading: "", Least: 84},
	}
}

func postTable() widgets.Table {
	return widgets.Table{
		{Heading: lang.L("Post"), Share: 3, Least: 150}, {Heading: lang.L("Full-time equivalents"), Least: 150}, {Heading: lang.L("Based at"), Share: 2, Least: 100},
	}
}

func outcomeTable() widgets.Table {
	return widgets.Table{
		{Heading: lang.L("Theme"), Share: 1, Least: 90}, {Heading: lang.L("Measure"), Share: 2, Least: 130}, {Heading: lang.L("What came of it"), Share: 2, Least: 130},
	}
}

// match edits what others put beside the award.
func match(p *record.Page[*data.Grant]) fyne.CanvasObject {
	f := p.Form
	return widgets.Section(lang.L("Match funding, which is never added to the award"), record.NewRows(f, p.Touch, record.RowsOf[data.MatchFunding]{
		Key: "match_funding", List: &p.Record.MatchFunding, Add: lang.L("Add match funding"),
		Head:  matchTable().Heads(),
		Fresh: func([]data.MatchFunding) data.MatchFunding { return data.MatchFunding{ID: data.NewRowID()} },
		Row: func(at string, m *data.MatchFunding) fyne.CanvasObject {
			return f.Unlabelled(func() fyne.CanvasObject {
				return matchTable().Row(
					f.Pick(at+"contributor", lang.L("Who puts it in"), "", record.PickParty(p.Desk, lang.L("Choose")), &m.Contributor),
					f.Money(at+"amount", lang.L("Amount"), "", &m.Amount),
					f.Text(at+"what", lang.L("What it buys"), "", &m.What),
					f.Tick(at+"in_kind", lang.L("In kind"), lang.L("In kind"), &m.InKind),
				)
			})
		},
	}).Content)
}

// posts edits the jobs that the grant pays for.
func posts(p *record.Page[*data.Grant]) fyne.CanvasObject {
	f := p.Form
	return widgets.Section(lang.L("Posts that it pays for"), record.NewRows(f, p.Touch, record.RowsOf[data.Post]{
		Key: "posts", List: &p.Record.Posts, Add: lang.L("Add a post"),
		Head:  postTable().Heads(),
		Fresh: func([]data.Post) data.Post { return data.Post{ID: data.NewRowID()} },
		Row: func(at string, post *data.Post) fyne.CanvasObject {
			return f.Unlabelled(func() fyne.CanvasObject {
				return postTable().Row(
					f.Text(at+"title", lang.L("Post"), "", &post.Title),
					f.Number(at+"fte", lang.L("Full-time equivalents"), "", &post.FTE),
					f.Text(at+"base", lang.L("Based at"), "", &post.Base),
				)
			})
		},
	}).Content)
}

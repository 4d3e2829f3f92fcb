package grants

import (
	"slices"
	"strings"

	"almoner/data"
	"almoner/ui/desk"
	"almoner/ui/lang"
	"almoner/ui/record"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
)

// bulkSteps are what can be done to several grants at once.
func bulkSteps() []record.BulkStep[data.GrantLine] {
	return []record.BulkStep[data.GrantLine]{
		record.StageStep(record.StageWords{
			Key: "close", Label: lang.L("Close grants"), To: string(data.Closed),

			Will: lang.Counted{One: "{n} grant will be closed on %s.", Other: "{n} grants will be closed on %s."},
			Did:  lang.Counted{One: "{n} grant closed.", Other: "{n} grants closed."},
		}, grantOf),
		{Key: "theme.add", Label: lang.L("Add a theme"), Begin: addTheme},
		{Key: "theme.take", Label: lang.L("Take a theme away"), Begin: takeTheme},
		record.StageStep(record.StageWords{
			Key: "active", Label: lang.L("Start"), To: string(data.Active),

			Will: lang.Counted{One: "{n} grant will be active as of %s.", Other: "{n} grants will be active as of %s."},
			Did:  lang.Counted{One: "{n} grant active.", Other: "{n} grants active."},
		}, grantOf),
	}
}

func grantOf(l data.GrantLine) *data.Grant { return l.Grant }

// addTheme puts grants under a theme more.
func addTheme(d desk.Desk) record.Bulk[data.GrantLine] {
	var chosen data.ID // a theme is known by its name
	theme := func() string { return string(chosen) }
	return record.Bulk[data.GrantLine]{
		Fields: func(f *widgets.Form) fyne.CanvasObject {
			pick := record.PickTheme(d, lang.L("Choose a theme"), func(string) bool { return false })
			return f.Pick("theme", lang.L("Theme"), "", pick, &chosen)
		},
		Lacks: func() string { return lacksTheme(theme()) },
		Will: func(n int) string {
			return lang.N(n, "{n} grant will be put under the theme “%s”.", "{n} grants will be put under the theme “%s”.", theme())
		},
		Did: func(n int) string {
			return lang.N(n, "{n} grant put under the theme “%s”.", "{n} grants put under the theme “%s”.", theme())
		},
		Take: func(l data.GrantLine) (data.Record, error) {
			g := data.Clone(l.Grant)
			if !slices.ContainsFunc(g.Themes, record.IsTheme(theme())) {
				g.Themes = append(g.Themes, theme())
			}
			return g, nil
		},
	}
}

// takeTheme takes grants out of a theme.
func takeTheme(d desk.Desk) record.Bulk[data.GrantLine] {
	var theme string
	return record.Bulk[data.GrantLine]{
		Fields: func(f *widgets.Form) fyne.CanvasObject {
			return widgets.ChooseFrom(f, "theme", lang.L("Theme"), d.Office().Register().Themes(), record.Itself[string], &theme)
		},
		Lacks: func() string { return lacksTheme(theme) },
		Will: func(n int) string {
			return lang.N(n, "{n} grant will be taken out of the theme “%s”.", "{n} grants will be taken out of the theme “%s”.", theme)
		},
		Did: func(n int) string {
			return lang.N(n, "{n} grant taken out of the theme “%s”.", "{n} grants taken out of the theme “%s”.", theme)
		},
		Take: func(l data.GrantLine) (data.Record, error) {
			g := data.Clone(l.Grant)
			g.Themes = slices.DeleteFunc(g.Themes, record.IsTheme(theme))
			return g, nil
		},
	}
}

func lacksTheme(theme string) string {
	switch {
	case theme == "":
		return lang.L("Which theme? None was named.")
	case strings.Contains(theme, ","):
		return lang.L("A theme has no comma in it: add one theme at a time.")
	default:
		return ""
	}
}

package actions

import (
	"almoner/data"
	"almoner/ui/desk"
	"almoner/ui/lang"
	"almoner/ui/record"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
)

// bulkSteps are what can be done to several actions at once.
func bulkSteps() []record.BulkStep[*data.Action] {
	itself := record.Itself[*data.Action]
	return []record.BulkStep[*data.Action]{
		record.StageStep(record.StageWords{
			Key: "done", Label: lang.L("Done"), To: string(data.ActionDone),

			Will: lang.Counted{One: "{n} action will be done as of %s.", Other: "{n} actions will be done as of %s."},
			Did:  lang.Counted{One: "{n} action done.", Other: "{n} actions done."},
		}, itself),
		record.StageStep(record.StageWords{
			Key: "dropped", Label: lang.L("Drop"), To: string(data.ActionDropped),

			Will: lang.Counted{One: "{n} action will be dropped as of %s.", Other: "{n} actions will be dropped as of %s."},
			Did:  lang.Counted{One: "{n} action dropped.", Other: "{n} actions dropped."},
		}, itself),
		{Key: "owner", Label: lang.L("Give to"), Begin: giveTo},
		{Key: "due", Label: lang.L("Set the day"), Begin: setDay},
		record.StageStep(record.StageWords{
			Key: "open", Label: lang.L("Open again"), To: string(data.ActionOpen),

			Will: lang.Counted{One: "{n} action will be open again as of %s.", Other: "{n} actions will be open again as of %s."},
			Did:  lang.Counted{One: "{n} action open again.", Other: "{n} actions open again."},
		}, itself),
	}
}

// giveTo gives actions to another owner, or to nobody.
func giveTo(d desk.Desk) record.Bulk[*data.Action] {
	var owner data.ID
	name := func() string {
		if owner == "" {
			return lang.L("nobody yet")
		}
		return nameOf(d.Office().Register(), data.AnyParty, owner)
	}
	return record.Bulk[*data.Action]{
		Fields: func(f *widgets.Form) fyne.CanvasObject {
			return f.Pick("owner", lang.L("Owner"), lang.L("who does them"), record.PickParty(d, lang.L("Nobody yet")), &owner)
		},
		Will: func(n int) string {
			return lang.N(n, "The owner of {n} action will be %s.", "The owner of {n} actions will be %s.", name())
		},
		Did: func(n int) string {
			return lang.N(n, "The owner of {n} action is %s.", "The owner of {n} actions is %s.", name())
		},
		Take: func(a *data.Action) (data.Record, error) {
			changed := data.Clone(a)
			changed.Owner = owner
			return changed, nil
		},
	}
}

// setDay puts actions to another day, or to none.
func setDay(d desk.Desk) record.Bulk[*data.Action] {
	var due data.Date
	day := func() string {
		if due.IsZero() {
			return lang.L("no day")
		}
		return due.Long()
	}
	return record.Bulk[*data.Action]{
		Fields: func(f *widgets.Form) fyne.CanvasObject {
			return f.Date("due", lang.L("Due"), lang.L("empty is no day"), d.Today(), &due)
		},
		Will: func(n int) string {
			return lang.N(n, "The day of {n} action will be %s.", "The day of {n} actions will be %s.", day())
		},
		Did: func(n int) string {
			return lang.N(n, "The day of {n} action is %s.", "The day of {n} actions is %s.", day())
		},
		Take: func(a *data.Action) (data.Record, error) {
			changed := data.Clone(a)
			changed.Due = due
			return changed, nil
		},
	}
}

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
			Key: "done", Label: lang.L("Done"), To: string(data.ActionDone), One: "action", Many: "actions",
			Will: lang.L("%s will be done as of %s."), Did: lang.L("%s done."),
		}, itself),
		record.StageStep(record.StageWords{
			Key: "dropped", Label: lang.L("Drop"), To: string(data.ActionDropped), One: "action", Many: "actions",
			Will: lang.L("%s will be dropped as of %s."), Did: lang.L("%s dropped."),
		}, itself),
		{Key: "owner", Label: lang.L("Give to"), Begin: giveTo},
		{Key: "due", Label: lang.L("Set the day"), Begin: setDay},
		record.StageStep(record.StageWords{
			Key: "open", Label: lang.L("Open again"), To: string(data.ActionOpen), One: "action", Many: "actions",
			Will: lang.L("%s will be open again as of %s."), Did: lang.L("%s open again."),
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
			return lang.F("The owner of %s will be %s.", record.Plural(n, "action", "actions"), name())
		},
		Did: func(n int) string {
			return lang.F("The owner of %s is %s.", record.Plural(n, "action", "actions"), name())
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
			return lang.F("The day of %s will be %s.", record.Plural(n, "action", "actions"), day())
		},
		Did: func(n int) string {
			return lang.F("The day of %s is %s.", record.Plural(n, "action", "actions"), day())
		},
		Take: func(a *data.Action) (data.Record, error) {
			changed := data.Clone(a)
			changed.Due = due
			return changed, nil
		},
	}
}

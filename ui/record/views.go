package record

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"almoner/data"
	"almoner/ui/desk"
	"almoner/ui/lang"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// view is how somebody has arranged a list: what is searched for, how it is narrowed and sorted, which columns it has.
type view struct {
	Name    string   `json:"name"`
	Search  string   `json:"search,omitempty"`
	Sort    string   `json:"sort"`
	Filters []string `json:"filters,omitempty"`
	Columns []string `json:"columns,omitempty"`
}

// same reports whether two views show the same, whatever they are called.
func (v view) same(other view) bool {
	return v.Search == other.Search && v.Sort == other.Sort && slices.Equal(v.Filters, other.Filters) && slices.Equal(v.Columns, other.Columns)
}

// everything is what the view is called that shows all records as the list does by itself.
func everything() string { return lang.L("All") }

// views are those that somebody has kept of a list, for this person on this computer.
type views[R any] struct {
	list   *List[R]
	kept   []view
	button *widgets.Button
}

func newViews[R any](l *List[R]) *views[R] {
	v := &views[R]{list: l}
	for _, line := range l.desk.Kept(v.key()) {
		var kept view
		if json.Unmarshal([]byte(line), &kept) == nil && kept.Name != "" {
			v.kept = append(v.kept, kept)
		}
	}
	v.button = widgets.NewButton(l.kind.Name+".views", lang.L("Views"), theme.MenuDropDownIcon(), v.menu)
	v.button.Importance = widget.LowImportance
	v.button.IconPlacement = widget.ButtonIconTrailingText
	return v
}

func (v *views[R]) key() string { return v.list.kind.Name + " views" }

// now is the list as it stands.
func (v *views[R]) now() view {
	l := v.list
	return view{Search: strings.TrimSpace(l.search.Text), Sort: SortWord(l.list.Sort()), Filters: l.source.Kept(), Columns: l.list.Arrangement()}
}

// plain is the list as it is by itself.
func (v *views[R]) plain() view { return view{Name: everything(), Sort: SortWord(v.list.kind.Sort)} }

func (v *views[R]) menu() {
	now := v.now()
	var items []*fyne.MenuItem
	for _, kept := range append([]view{v.plain()}, v.kept...) {
		item := fyne.NewMenuItem(kept.Name, func() { v.show(kept) })
		item.Checked = kept.same(now)
		items = append(items, item)
	}
	items = append(items, fyne.NewMenuItemSeparator(), fyne.NewMenuItem(lang.L("Keep this view…"), v.askName))
	if len(v.kept) > 0 {
		items = append(items,
			fyne.NewMenuItem(lang.L("Rename…"), func() { v.which(lang.L("Rename “%s”…"), v.askRename) }),
			fyne.NewMenuItem(lang.L("Delete…"), func() { v.which(lang.L("Delete “%s”"), v.forget) }),
		)
	}
	widgets.Menu(v.button, items...)
}

// which asks which of the views is meant, where there are several; label says what is done to it.
func (v *views[R]) which(label string, does func(name string)) {
	if len(v.kept) == 1 {
		does(v.kept[0].Name)
		return
	}
	var items []*fyne.MenuItem
	for _, kept := range v.kept {
		items = append(items, fyne.NewMenuItem(fmt.Sprintf(label, kept.Name), func() { does(kept.Name) }))
	}
	widgets.Menu(v.button, items...)
}

// show arranges the list as a view has it. What the view was narrowed to and is not there any more is left out, and said.
func (v *views[R]) show(kept view) {
	l := v.list
	gone := l.source.Recall(kept.Filters)
	l.list.Arrange(kept.Columns)
	l.list.OnArrange()
	l.list.SetSort(ReadSort(kept.Sort))
	l.search.SetText(kept.Search)
	l.narrowed()
	if len(gone) > 0 {
		l.desk.Say(lang.F("The view “%s” is shown without what is not in the list any more: %s.", kept.Name, strings.Join(gone, "; ")), nil)
	}
}

func (v *views[R]) askName() {
	widgets.AskText(v.list.desk.Window(), lang.L("Name of the view"), "", v.keep)
}

// keep keeps the list as it stands under a name. What was kept under that name before is no more, and can be had back.
func (v *views[R]) keep(name string) {
	name = strings.TrimSpace(name)
	if !v.free(name) {
		return
	}
	before, now := slices.Clone(v.kept), v.now()
	now.Name = name
	said := lang.F("Kept the view “%s”.", name)
	if i := v.index(name); i >= 0 {
		v.kept[i] = now
		said = lang.F("The view “%s” is now as the list stands.", name)
	} else {
		v.kept = append(v.kept, now)
	}
	v.save()
	v.list.desk.Say(said, v.undo(before))
}

// free reports whether a view can have a name, and says why not.
func (v *views[R]) free(name string) bool {
	switch {
	case name == "":
		v.list.desk.Say(lang.L("A view needs a name: nothing was kept."), nil)
	case data.Fold(name) == data.Fold(everything()):
		v.list.desk.Say(lang.F("“%s” is the view of all %s. Keep yours under another name.", everything(), v.list.kind.Plural), nil)
	default:
		return true
	}
	return false
}

func (v *views[R]) index(name string) int {
	return slices.IndexFunc(v.kept, func(kept view) bool { return data.Fold(kept.Name) == data.Fold(name) })
}

func (v *views[R]) askRename(name string) {
	widgets.AskText(v.list.desk.Window(), lang.L("New name of the view"), name, func(to string) { v.rename(name, strings.TrimSpace(to)) })
}

func (v *views[R]) rename(name, to string) {
	at := v.index(to)
	i := v.index(name)
	if i < 0 || !v.free(to) {
		return
	}
	if at >= 0 && at != i {
		v.list.desk.Say(lang.F("There is a view “%s” already: choose another name.", to), nil)
		return
	}
	v.kept[i].Name = to
	v.save()
}

func (v *views[R]) forget(name string) {
	i := v.index(name)
	if i < 0 {
		return
	}
	before := slices.Clone(v.kept)
	v.kept = slices.Delete(v.kept, i, i+1)
	v.save()
	v.list.desk.Say(lang.F("Deleted the view “%s”.", name), v.undo(before))
}

// undo has the views back as they were.
func (v *views[R]) undo(before []view) *desk.Doing {
	return &desk.Doing{Label: lang.L("Undo"), Do: func() {
		v.kept = before
		v.save()
		v.list.desk.Say(lang.L("Undone: the views are as before."), nil)
	}}
}

func (v *views[R]) save() {
	lines := make([]string, 0, len(v.kept))
	for _, kept := range v.kept {
		if line, err := json.Marshal(kept); err == nil {
			lines = append(lines, string(line))
		}
	}
	v.list.desk.Keep(v.key(), lines)
}

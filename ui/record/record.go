// Package record is the page on which one record is read and changed: its title, its form in tabs, whether it is saved. Each kind of
// record gives it its fields.
package record

import (
	"context"
	"errors"
	"strings"
	"time"

	"almoner/data"
	"almoner/ui/desk"
	"almoner/ui/lang"
	"almoner/ui/paper"
	look "almoner/ui/theme"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Tab is one leaf of the form.
type Tab struct {
	Title   string
	Content fyne.CanvasObject
	// Turned is called when somebody turns to the leaf, for one that takes long to fill; it may be nil.
	Turned func()
}

// Page is the page of one record of a kind.
type Page[R data.Record] struct {
	Desk desk.Desk
	// Record is the record as it is being changed. The fields of the form write into it.
	Record R
	Form   *widgets.Form

	kind    Kind[R]
	base    R // as it was loaded or last saved
	title   *widget.Label
	state   *widget.Label
	save    *widgets.Button
	tabs    *container.AppTabs
	turns   map[*container.TabItem]func() // what is done when somebody turns to a leaf
	content *fyne.Container               // the same for as long as the page lives, whatever is in it
	shown   func()                        // reads the history
	seen    bool                          // the page has been shown
	saving  bool
	editing bool           // colleagues were told that it is being changed
	settles int64          // the doubt that saving what is in the form ends; 0 is none
	asked   map[int64]bool // the doubts that somebody was asked about on this page
	steps   steps[R]

	pane  *paper.Pane     // the record's paper; nil where its kind has none
	aside *fyne.Container // the form with the pane beside it
	whole bool            // the pane is shown in the place of the form
	files *files          // the leaf of its files; nil where its kind has none
}

// Kind is what is particular to a kind of record.
type Kind[R data.Record] struct {
	Section desk.Section
	// Name begins the names of the fields, for tests.
	Name string
	// Tabs makes the form.
	Tabs func(*Page[R]) []Tab
	// Heading is the title of the page.
	Heading func(R) string
	// Refreshed is called after each change of the record, here or elsewhere; it may be nil.
	Refreshed func(*Page[R])
	// Around is called when something around the record may have changed: another record was saved, or the page is shown again. A
	// page that lists other records lists them anew. It may be nil.
	Around func(*Page[R])
	// Toward is called before somebody is led to a field, as Problems name it, for a page that does not show all of its fields at once.
	// It may be nil.
	Toward func(field string)
	// Lasting marks a record that an office cannot be without: it is not to be deleted.
	Lasting bool
}

// removable is the page of a record that can be deleted, and printed one that also makes a paper. The window shows what a page can
// do by what methods it has, so a page has only those that do something.
type (
	removable[R data.Record] struct{ *Page[R] }
	printed[R data.Record]   struct{ removable[R] }
)

// Delete takes the record out of the office, once somebody has said so twice.
func (p *removable[R]) Delete() { p.askDelete() }

// Print makes the PDF of the record's paper.
func (p *printed[R]) Print() { p.pane.Print() }

// View shows the record's paper in another size; on the whole page, where it is not shown beside the form.
func (p *printed[R]) View(v desk.PaperView) {
	if !p.pane.Visible() && v != desk.PaperOnWholePage {
		p.turnWhole()
	}
	p.pane.View(v)
}

// PrintOut sends the record's paper to a printer.
func (p *printed[R]) PrintOut() { p.pane.PrintOut() }

// New is the page of a record; of a new one, if it was never saved.
func New[R data.Record](d desk.Desk, kind Kind[R], rec R) desk.Page {
	p := &Page[R]{Desk: d, kind: kind, content: container.NewStack()}
	p.load(rec)
	switch {
	case p.pane != nil:
		return &printed[R]{removable[R]{p}}
	case kind.Lasting:
		return p
	default:
		return &removable[R]{p}
	}
}

// load makes the page anew from a record of the register.
func (p *Page[R]) load(rec R) {
	p.base = rec
	p.show(data.Clone(rec))
}

// show makes the page anew from a record that was not made on it: what was done before cannot be taken back any more.
func (p *Page[R]) show(rec R) {
	p.lay(rec)
	p.steps.restart(p.Record)
}

// lay makes the page anew from a record as it is being changed.
func (p *Page[R]) lay(rec R) {
	here := widgets.HasKeyboard(p.Desk.Window().Canvas(), p.content)
	leaf := 0
	if p.tabs != nil {
		leaf = p.tabs.SelectedIndex()
	}
	p.Record = rec
	data.NameRows(p.Record)
	p.Form = widgets.NewForm(p.kind.Name)
	p.Form.Check = p.Record.Problems
	p.Form.Changed = p.edited
	p.title = widget.NewLabel("")
	p.title.SizeName = look.SizeTitle
	p.title.TextStyle.Bold = true
	p.title.Truncation = fyne.TextTruncateEllipsis
	p.state = widget.NewLabel("")
	p.state.Importance = widget.LowImportance
	p.save = widgets.NewButton(p.kind.Name+".save", lang.L("Save"), theme.DocumentSaveIcon(), func() { p.Save(nil) })
	buttons := container.NewHBox(p.state)
	p.addPane(buttons)
	buttons.Add(p.save)
	var tabs []*container.TabItem
	turns := map[*container.TabItem]func(){}
	for _, t := range p.kind.Tabs(p) {
		item := container.NewTabItem(t.Title, t.Content)
		tabs = append(tabs, item)
		turns[item] = t.Turned
	}
	p.turns = turns
	p.tabs = container.NewAppTabs(tabs...) // at once: each that is appended has all of them drawn anew
	p.tabs.SelectIndex(leaf)
	p.tabs.OnSelected = func(t *container.TabItem) { p.turned(t); p.toLeaf() }
	if leaf > 0 {
		p.turned(p.tabs.Selected())
	}
	p.content.Objects = nil
	p.content.Add(container.NewBorder(
		container.New(layout.NewCustomPaddedLayout(0, 4, 0, 0), widgets.Headed(p.title, buttons)),
		nil, nil, nil, p.withPane(p.tabs)))
	canvas.Refresh(p.content) // and not its own Refresh, which makes the pictures of all that was just made once more
	p.refresh()
	if here { // it was on what is not there any more
		p.toLeaf()
	}
}

func (p *Page[R]) turned(t *container.TabItem) {
	if turn := p.turns[t]; turn != nil {
		turn()
	}
}

// On reports whether the leaf of that title is turned to.
func (p *Page[R]) On(leaf string) bool {
	return p.tabs != nil && p.tabs.Selected() != nil && p.tabs.Selected().Text == leaf
}

// Title is what the record is called, with a sign if it is not saved.
func (p *Page[R]) Title() string {
	return marked(p.kind.Heading(p.Record), p.Dirty())
}

func marked(title string, dirty bool) string {
	if dirty {
		return title + " •"
	}
	return title
}

// Section is the section that the record belongs to.
func (p *Page[R]) Section() desk.Section { return p.kind.Section }

// Content is the page.
func (p *Page[R]) Content() fyne.CanvasObject { return p.content }

// Arrived puts the keyboard into the first field, unless it is somewhere on the page already.
func (p *Page[R]) Arrived() {
	if p.seen { // the first time all has just been made, and its paper is being made
		p.around()
		p.showPane()
	}
	p.seen = true
	if !widgets.HasKeyboard(p.Desk.Window().Canvas(), p.content) {
		p.toLeaf()
	}
	p.askDoubts()
}

// toLeaf puts the keyboard into the leaf that is shown: into its first field, or where that cannot be changed, on its first control. A leaf
// that has none leaves it to the buttons above.
func (p *Page[R]) toLeaf() {
	if p.whole {
		p.pane.Focus()
		return
	}
	leaf := p.tabs.Selected().Content
	to := p.Form.FirstIn(p.inSight)
	if to == nil || p.Form.ReadOnly {
		to = widgets.FirstControl(leaf)
	}
	if to == nil {
		to = widgets.FirstControl(p.content)
	}
	if to != nil {
		p.Desk.Window().Canvas().Focus(to)
	}
}

// inSight reports whether a control stands on the leaf that is shown.
func (p *Page[R]) inSight(control fyne.CanvasObject) bool {
	return widgets.Holds(p.tabs.Selected().Content, control)
}

// TurnBy goes to the next leaf, or to the one before.
func (p *Page[R]) TurnBy(steps int) { TurnLeaves(p.tabs, steps) }

// New reports whether the record was never saved.
func (p *Page[R]) New() bool { return !p.Record.Stamped().Saved() }

// Dirty reports whether there is something to save, or something that cannot be read.
func (p *Page[R]) Dirty() bool {
	if p.Form.Wrong() != "" {
		return true
	}
	changes, err := data.Diff(p.base, p.Record)
	return err != nil || len(changes) > 0
}

// Touch tells the page that its record was changed by something else than a field of the form.
func (p *Page[R]) Touch() {
	p.Form.Rest()
	p.steps.take(p.Record, true)
	p.Form.Refresh()
	p.refresh()
}

// edited is called after each change of a field.
func (p *Page[R]) edited() {
	p.steps.take(p.Record, p.Form.Begins())
	p.refresh()
}

func (p *Page[R]) refresh() {
	p.title.SetText(p.kind.Heading(p.Record))
	dirty := p.Dirty()
	switch stamp := p.base.Stamped(); {
	case p.saving:
		p.state.SetText(lang.L("Saving…"))
	case p.gone():
		p.state.SetText(lang.L("Deleted: the office does not hold this any more"))
	case dirty && p.New():
		p.state.SetText(lang.L("New, not saved yet"))
	case dirty:
		p.state.SetText(lang.L("Changed, not saved yet"))
	case stamp.Saved() && p.onTheWay() != "":
		p.state.SetText(p.onTheWay())
	case stamp.Saved():
		p.state.SetText(lang.F("Saved %s by %s", when(stamp.SavedAt, time.Now()), stamp.SavedBy))
	default:
		p.state.SetText(lang.L("New"))
	}
	p.save.Importance = widget.MediumImportance
	if dirty {
		p.save.Importance = widget.HighImportance
	}
	p.save.Refresh()
	p.Desk.Retitled(p.Shows(), marked(p.kind.Heading(p.Record), dirty))
	if p.editing != dirty {
		p.editing = dirty
		p.Desk.Office().Attend(p.Shows(), dirty)
	}
	if p.kind.Refreshed != nil {
		p.kind.Refreshed(p)
	}
	if p.pane != nil {
		p.pane.Refresh()
	}
}

// gone reports whether the record was deleted since it was opened, by a colleague or together with others.
func (p *Page[R]) gone() bool {
	id := p.Shows()
	_, there := p.Desk.Office().Register().Find(id.Kind, id.ID)
	return p.base.Stamped().Saved() && !there
}

// when is the time of a save: the hour today, the day before. Today is the laptop's, also in the sample office, which stands still itself.
func when(t, now time.Time) string {
	if t = t.Local(); data.DateOf(t) == data.DateOf(now) {
		return t.Format(hour)
	}
	return data.DateOf(t).String()
}

// hour is how a time of day is written.
const hour = "15:04"

// Store is a way of saving a record.
type Store[R data.Record] func(context.Context, R) (data.Saved, error)

// Save saves the record. What keeps it from being saved is said under the fields.
func (p *Page[R]) Save(then func()) { p.SaveAs(p.Record, nil, then) }

// SaveAs saves the record as rec has it, a copy that took a step such as being sent, by way of store, which is called off the window's own
// goroutine; nil is Office.Save.
func (p *Page[R]) SaveAs(rec R, store Store[R], then func()) {
	if p.saving {
		return
	}
	if p.Form.ShowAll(p.Desk.Window().Canvas()) {
		p.showWrong()
		p.Desk.Say(lang.L("Not saved yet: mend what is said in red first."), nil)
		return
	}
	if problems := rec.Problems(); len(problems) > 0 {
		p.Desk.Say(lang.F("Not saved yet. %s", problems.Error()), nil)
		return
	}
	if settles := p.settles; store == nil && settles != 0 {
		store = func(ctx context.Context, rec R) (data.Saved, error) { return p.Desk.Office().Settle(ctx, settles, rec) }
	}
	if store == nil {
		store = func(ctx context.Context, rec R) (data.Saved, error) { return p.Desk.Office().Save(ctx, rec) }
	}
	rec = data.Clone(rec)
	var saved data.Saved
	p.saving = true
	p.refresh()
	p.Desk.Run(
		func(ctx context.Context) (err error) {
			saved, err = store(ctx, rec)
			return err
		},
		func(err error) { p.saved(rec, saved, err, then) },
	)
}

// showWrong leads to a field that something is wrong with: on the leaf that is shown or, if nothing is there, on another.
func (p *Page[R]) showWrong() {
	key := p.Form.FirstWrongIn(p.inSight)
	if key == "" {
		key = p.Form.FirstWrongIn(func(fyne.CanvasObject) bool { return true })
	}
	p.ShowField(key)
}

func (p *Page[R]) saved(sent R, saved data.Saved, err error, then func()) {
	p.saving = false
	var conflict *data.Conflict
	switch {
	case errors.As(err, &conflict):
		p.conflict(conflict)
	case err != nil:
		p.Desk.Explain("save "+p.Record.Label(), err)
	default:
		p.settles = 0
		rec, ok := saved.Record.(R)
		if ok && differs(sent, rec) {
			p.take(sent, rec)
		} else if ok {
			p.base = rec
			*p.Record.Stamped() = *rec.Stamped()
		}
		p.Desk.Saved(saved.Record)
		p.Desk.Say(lang.F("Saved “%s”.%s", p.kind.Heading(p.Record), Kept(p.Record.RecordKind(), saved.Merged)), nil)
	}
	p.refresh()
	if err == nil && then != nil {
		then()
	}
}

// differs reports whether a record was saved otherwise than it was sent: with what others had changed, or with a step that it took.
func differs(sent, saved data.Record) bool {
	fields, err := data.Diff(sent, saved)
	return err != nil || len(fields) > 0
}

// take shows a record that was saved together with what others had changed. What was typed since it was sent off stays typed.
func (p *Page[R]) take(sent, saved R) {
	typed, _, err := data.Merge(sent, saved, p.Record) // of what clashes, what is on the page stays there
	if err != nil {
		p.Desk.Explain("take in what was saved meanwhile", err)
		return
	}
	if rec, ok := typed.(R); ok {
		*rec.Stamped() = *saved.Stamped()
		p.base = saved
		p.show(rec)
	}
}

// Kept says which fields others had changed meanwhile, in sentences that follow another.
func Kept(kind data.Kind, merged []data.Meanwhile) string {
	var said strings.Builder
	told := map[string]bool{}
	for _, m := range merged {
		kept := lang.F("%s’s change of “%s” was kept.", m.Who, lang.L(data.FieldLabel(kind, m.Path)))
		if !told[kept] {
			said.WriteString(" " + kept)
		}
		told[kept] = true
	}
	return said.String()
}

// Reload makes the form anew from the record as it was last saved.
func (p *Page[R]) Reload() { p.replace(p.base) }

func (p *Page[R]) replace(rec data.Record) {
	if r, ok := rec.(R); ok {
		p.load(r)
	}
}

// Discard gives up what was changed. The page shows the record as it was: it may be come back to.
func (p *Page[R]) Discard() { p.load(p.base) }

func (p *Page[R]) around() {
	if p.files != nil {
		p.files.refresh()
	}
	if p.kind.Around != nil {
		p.kind.Around(p)
	}
}

func (p *Page[R]) askDelete() {
	kind := lang.L(p.Record.RecordKind().Label())
	if p.New() {
		p.Discard()
		p.Desk.Back()
		return
	}
	files := p.Desk.Office().Register().FilesOf(p.base)
	words := lang.F("“%s” goes from every list. What it said stays in the office's change list.", p.kind.Heading(p.base))
	widgets.Ask(p.Desk.Window(), lang.F("Delete this %s?", kind), strings.TrimSpace(words+" "+withFiles(len(files))),
		widgets.Answer{Label: lang.L("Delete it"), Harm: true, Does: func() { p.delete(files) }},
		widgets.Answer{Label: lang.L("Keep it")},
	)
}

// delete takes the record out of the office, with the files that belong to it.
func (p *Page[R]) delete(files []data.Record) {
	var done []int64
	p.Desk.Run(
		func(ctx context.Context) (err error) {
			if len(files) == 0 {
				return p.Desk.Office().Delete(ctx, p.base)
			}
			done, err = p.Desk.Office().DeleteAll(ctx, append([]data.Record{p.base}, files...))
			return err
		},
		func(err error) {
			if err != nil {
				p.Desk.Explain("delete "+p.base.Label(), err)
				return
			}
			p.Discard()
			p.Desk.Saved(p.base)
			p.Desk.Say(lang.F("Deleted “%s”.", p.kind.Heading(p.base)), &desk.Doing{Label: lang.L("Put it back"), Do: func() { p.putBack(done) }})
			p.Desk.Back()
		},
	)
}

// putBack takes the deletion back: the changes that it was, or where only the record went, its last.
func (p *Page[R]) putBack(done []int64) {
	id := p.Shows()
	p.Desk.Run(
		func(ctx context.Context) error {
			if len(done) > 0 {
				_, err := p.Desk.Office().UndoAll(ctx, done)
				return err
			}
			changes, err := p.Desk.Office().History(ctx, id.Kind, id.ID)
			if err != nil || len(changes) == 0 {
				return err
			}
			_, err = p.Desk.Office().Undo(ctx, changes[0].Sequence)
			return err
		},
		func(err error) {
			if err != nil {
				p.Desk.Explain("put back "+p.base.Label(), err)
				return
			}
			p.Desk.Saved(p.base)
			p.Desk.Say(lang.F("“%s” is back.", p.kind.Heading(p.base)), nil)
			p.Desk.OpenRecord(id.Kind, id.ID, "")
		},
	)
}

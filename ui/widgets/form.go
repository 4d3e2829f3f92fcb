package widgets

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"almoner/data"
	"almoner/ui/lang"
	look "almoner/ui/theme"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Form is the fields of one record. Each writes what is typed straight into the record that the form was made for, and under it
// stands what is wrong with it.
type Form struct {
	// Changed is called after every change of the record or of what is wrong.
	Changed func()
	// Check says what is wrong with the record as it is now.
	Check func() data.Problems
	// Stops is why a form in front of the window cannot be done yet though every field is right; empty if nothing stops it. It may be nil.
	Stops func() string

	// Escape and Enter are what these keys do in a field of one line, where the form stands in front of the window; nil is nothing.
	Escape, Enter func()
	// ReadOnly makes the fields that are added from now on show and not change.
	ReadOnly bool

	name string
	// unlabelled fields are named by the headings of the table that they stand in.
	unlabelled bool

	fields  []*field
	before  []func() // what gathers values before Check sees them
	touched bool     // somebody tried to save: what was left empty is said too
	typing  typing
	begins  bool // the last change began something new
}

// NewForm is an empty form. The names of its fields, for tests, begin with its name.
func NewForm(name string) *Form { return &Form{name: name} }

// longLabel is how many letters a label has that is broken where there is no room for all of it; shorter ones decide how many fields stand
// beside each other.
const longLabel = 50

// field is a label, a control and the sentence under it.
type field struct {
	key     string // in the vocabulary
	control fyne.CanvasObject
	focus   fyne.Focusable
	said    *widget.Label
	wrong   string // what cannot be read
	note    string // what others did with it
	read    string // how it was understood, where the text can be read in several ways
	edited  bool
	text    string // of an entry, as it was before what is typed now
	box     *fyne.Container
}

// add puts a field into the form and returns what is to be laid out.
func (f *Form) add(key, label, hint string, control fyne.CanvasObject, focus fyne.Focusable) *field {
	fd := &field{key: key, control: control, focus: focus, said: widget.NewLabel("")}
	if d, ok := control.(fyne.Disableable); ok && f.ReadOnly {
		d.Disable()
		fd.focus = nil
	}
	fd.said.Wrapping = fyne.TextWrapWord
	fd.said.SizeName = look.SizeSmall
	fd.said.Importance = widget.DangerImportance
	fd.said.Hide()
	f.takeKeys(control)
	if s, ok := control.(interface{ Speak(label string) }); ok {
		s.Speak(label)
	}
	if e, ok := control.(*Entry); ok {
		fd.text = e.Text
	}
	name := widget.NewLabel(label)
	name.TextStyle.Bold = true
	name.SizeName = look.SizeSmall
	top := container.NewHBox(name)
	if utf8.RuneCountInString(label) > longLabel {
		name.Wrapping = fyne.TextWrapWord
		top = Tight(name)
	}
	if hint != "" {
		h := widget.NewLabel(hint)
		h.SizeName = look.SizeSmall
		h.Importance = widget.LowImportance
		h.Alignment = fyne.TextAlignTrailing
		top = container.New(hinted{}, name, h)
	}
	if f.unlabelled {
		top.Hide()
	}
	fd.box = container.New(tight{}, top, control, fd.said)
	f.fields = append(f.fields, fd)
	return fd
}

// Place lets somebody be led to a control that is no field of the form, such as a list of rows, by the key of what it shows.
func (f *Form) Place(key string, control fyne.CanvasObject, focus fyne.Focusable) {
	f.fields = append(f.fields, &field{key: key, control: control, focus: focus, said: widget.NewLabel("")})
}

// takeKeys lets the form have Escape and Enter from a control.
func (f *Form) takeKeys(control fyne.CanvasObject) {
	pressed := func(key *func()) func() {
		return func() {
			if *key != nil {
				(*key)()
			}
		}
	}
	switch c := control.(type) {
	case *Entry:
		c.OnEscape, c.OnEnter = pressed(&f.Escape), pressed(&f.Enter)
	case *Picker:
		c.escape = pressed(&f.Escape)
	case *Choice:
		c.escape = pressed(&f.Escape)
	}
}

// OnChange lets a part of the form that is not one field of the record gather its values, before anybody looks at the record.
func (f *Form) OnChange(gather func()) { f.before = append(f.before, gather) }

// Drop takes out the fields whose keys begin so, whose rows are about to be made anew.
func (f *Form) Drop(prefix string) {
	f.fields = slices.DeleteFunc(f.fields, func(fd *field) bool { return strings.HasPrefix(fd.key, prefix) })
}

// ID is how tests find the field of that key.
func (f *Form) ID(key string) string { return f.name + "." + key }

func (f *Form) edited(fd *field, wrong string) {
	fd.edited = true
	fd.wrong = wrong
	f.begins = f.typing.begins(fd)
	for _, gather := range f.before {
		gather()
	}
	f.Refresh()
	if f.Changed != nil {
		f.Changed()
	}
}

// Refresh says under each field what is wrong with it. A field that nobody has come to yet is left in peace until somebody saves.
func (f *Form) Refresh() {
	var problems data.Problems
	if f.Check != nil {
		problems = f.Check()
	}
	for _, fd := range f.fields {
		say := fd.wrong
		if say == "" && (fd.edited || f.touched) {
			say = problems.Of(fd.key)
		}
		fd.say(say)
	}
}

// say puts a sentence under the field: what is wrong with it, or else what others did with it, or else how it was understood.
func (fd *field) say(wrong string) {
	words, importance := wrong, widget.DangerImportance
	if words == "" {
		words, importance = fd.note, widget.WarningImportance
	}
	if words == "" {
		words, importance = fd.read, widget.LowImportance
	}
	if fd.said.Text == words && fd.said.Importance == importance {
		return
	}
	fd.said.Importance = importance
	fd.said.SetText(words)
	if words == "" {
		fd.said.Hide()
	} else {
		fd.said.Show()
	}
}

// Note puts a sentence under a field that says what others did with it, until the form is made anew.
func (f *Form) Note(key, sentence string) {
	if fd := f.nearest(key); fd != nil {
		fd.note = sentence
		fd.say(fd.wrong)
	}
}

// Wrong is the first sentence about something that cannot be read; there is no saving while there is one.
func (f *Form) Wrong() string {
	for _, fd := range f.fields {
		if fd.wrong != "" {
			return fd.wrong
		}
	}
	return ""
}

// ShowAll says everything that is wrong, and puts the cursor into the first field that has something. It reports whether any does.
func (f *Form) ShowAll(canvas fyne.Canvas) bool {
	f.touched = true
	f.Refresh()
	i := slices.IndexFunc(f.fields, (*field).isWrong)
	if i < 0 {
		return false
	}
	if focus := f.fields[i].focus; focus != nil {
		canvas.Focus(focus)
	}
	return true
}

// FirstWrongIn is the key of the first field of a part of the form under which something is said to be wrong; empty if there is none.
func (f *Form) FirstWrongIn(shown func(control fyne.CanvasObject) bool) string {
	for _, fd := range f.fields {
		if fd.isWrong() && shown(fd.control) {
			return fd.key
		}
	}
	return ""
}

func (fd *field) isWrong() bool {
	return fd.said.Text != "" && fd.said.Importance == widget.DangerImportance
}

// First is what takes the keyboard when the form is opened.
func (f *Form) First() fyne.Focusable { return f.FirstIn(func(fyne.CanvasObject) bool { return true }) }

// FirstIn is what takes the keyboard when a part of the form is opened.
func (f *Form) FirstIn(shown func(control fyne.CanvasObject) bool) fyne.Focusable {
	for _, fd := range f.fields {
		if fd.focus != nil && shown(fd.control) {
			return fd.focus
		}
	}
	return nil
}

// KeyOf is the key of the field that has the keyboard; empty if none has.
func (f *Form) KeyOf(focused fyne.Focusable) string {
	for _, fd := range f.fields {
		if focused != nil && fd.focus == focused {
			return fd.key
		}
	}
	return ""
}

// Find is the control of a field and what takes the keyboard in it; that of the nearest field around it where it has none of its own, as a
// cell of a table has not. The control is nil where there is neither.
func (f *Form) Find(key string) (fyne.CanvasObject, fyne.Focusable) {
	if fd := f.nearest(key); fd != nil {
		return fd.control, fd.focus
	}
	return nil, nil
}

func (f *Form) nearest(key string) *field {
	for key != "" {
		for _, fd := range f.fields {
			if fd.key == key || strings.HasPrefix(fd.key, key+"[") || strings.HasPrefix(fd.key, key+".") {
				return fd
			}
		}
		cut := strings.LastIndexAny(key, ".[")
		key = key[:max(cut, 0)]
	}
	return nil
}

// Text is a line of text.
func (f *Form) Text(key, label, hint string, value *string) fyne.CanvasObject {
	return f.entry(key, label, hint, value, NewEntry(f.ID(key)))
}

// Lines is a text of several lines; Markdown, where the paper that it goes to sets it.
func (f *Form) Lines(key, label, hint string, lines int, value *string) fyne.CanvasObject {
	return f.entry(key, label, hint, value, NewLines(f.ID(key), lines))
}

func (f *Form) entry(key, label, hint string, value *string, e *Entry) fyne.CanvasObject {
	e.Text = *value
	fd := f.add(key, label, hint, e, e)
	e.OnChanged = func(s string) {
		*value = s
		f.edited(fd, "")
	}
	return fd.box
}

// Reference is a line of text that is printed letter by letter.
func (f *Form) Reference(key, label, hint string, value *data.Reference) fyne.CanvasObject {
	e := NewEntry(f.ID(key))
	e.Text = string(*value)
	fd := f.add(key, label, hint, e, e)
	e.OnChanged = func(s string) {
		*value = data.Reference(s)
		f.edited(fd, "")
	}
	return fd.box
}

// Money is an amount, as people type it.
func (f *Form) Money(key, label, hint string, value *data.Money) fyne.CanvasObject {
	return parsedField(f, key, label, hint, value, readMoney, printMoney).box
}

// Date is a day or less, as people type it, with a calendar to pick it from.
func (f *Form) Date(key, label, hint string, today data.Date, value *data.Date) fyne.CanvasObject {
	read := func(s string) (data.Date, error) {
		if value.Wording != "" && s == value.Wording {
			return *value, nil // the words of a paper, as they were
		}
		d, err := data.ParseDate(s, today)
		if err != nil {
			return d, fmt.Errorf(lang.L("%w; write it like 4 Oct 2023 or 4/10/23"), err)
		}
		return d, nil
	}
	calendar := func(e *Entry) fyne.CanvasObject {
		return calendarButton(e, today, func() data.Date {
			if value.IsZero() {
				return today
			}
			return *value
		})
	}
	return parsedField(f, key, label, hint, value, read, data.Date.String, calendar).box
}

// Year is a financial year in any style.
func (f *Form) Year(key, label string, office *data.OfficeDetails, value *data.FinancialYear) fyne.CanvasObject {
	read := func(s string) (data.FinancialYear, error) {
		if strings.TrimSpace(s) == "" {
			return 0, nil
		}
		return data.ParseFinancialYear(s)
	}
	return parsedField(f, key, label, "", value, read, office.Year).box
}

// parsedField is a field whose text stands for a value; beside the text it may have something of its own, such as a calendar.
func parsedField[T any](f *Form, key, label, hint string, value *T, read func(string) (T, error), write func(T) string, beside ...func(*Entry) fyne.CanvasObject) *field {
	var fd *field
	p := newParsed(f.ID(key), *value, read, write, func(v T, wrong string) {
		if wrong == "" {
			*value = v
		}
		f.edited(fd, wrong)
	}, beside...)
	fd = f.add(key, label, hint, p.Entry, p.Entry)
	return fd
}

// Term is a word of a closed list, with the label that people read.
type Term interface {
	~string
	Label() string
}

// Choose is one of the words of a closed list.
func Choose[T Term](f *Form, key, label string, words []T, value *T) fyne.CanvasObject {
	return ChooseFrom(f, key, label, words, func(t T) string { return lang.L(t.Label()) }, value)
}

// Words are several words parted by commas, such as themes.
func (f *Form) Words(key, label, hint string, value *[]string) fyne.CanvasObject {
	e := NewEntry(f.ID(key))
	e.Text = strings.Join(*value, ", ")
	fd := f.add(key, label, hint, e, e)
	e.OnChanged = func(s string) {
		*value = nil
		for _, w := range strings.Split(s, ",") {
			if w = strings.Join(strings.Fields(w), " "); w != "" {
				*value = append(*value, w)
			}
		}
		f.edited(fd, "")
	}
	return fd.box
}

// Pick is another record.
func (f *Form) Pick(key, label, hint string, p *Picker, value *data.ID) fyne.CanvasObject {
	p.name = f.ID(key)
	p.Set(*value)
	fd := f.add(key, label, hint, p, p)
	p.OnChosen = func(id data.ID) {
		*value = id
		f.edited(fd, "")
	}
	return fd.box
}

// Columns lays fields out side by side, each as wide as the others, and under each other where there is no room for that.
func Columns(fields ...fyne.CanvasObject) fyne.CanvasObject {
	return container.New(&sideBySide{}, fields...)
}

// Stack lays fields out under each other.
func Stack(fields ...fyne.CanvasObject) *fyne.Container {
	return container.New(tight{gap: theme.Padding()}, fields...)
}

// Note is a quiet line of words.
func Note(words string) *widget.Label {
	l := widget.NewLabel(words)
	l.Importance = widget.LowImportance
	l.Wrapping = fyne.TextWrapWord
	return l
}

// Section is fields under a title.
func Section(title string, fields ...fyne.CanvasObject) fyne.CanvasObject {
	t := widget.NewLabel(title)
	t.TextStyle.Bold = true
	return container.New(tight{gap: theme.Padding()}, append([]fyne.CanvasObject{t}, fields...)...)
}

// calendarButton opens a calendar beside an entry; a day that is taken there is written into it. From the entry, Down opens it.
func calendarButton(e *Entry, today data.Date, start func() data.Date) fyne.CanvasObject {
	open := func() {
		canvas := fyne.CurrentApp().Driver().CanvasForObject(e)
		if canvas == nil || e.Disabled() {
			return
		}
		calendar := newDays(e.name+".calendar", start(), today, nil)
		pop := widget.NewPopUp(calendar, canvas)
		calendar.close = func() {
			pop.Hide()
			canvas.Focus(e)
		}
		calendar.take = func(on data.Date) {
			calendar.close()
			e.SetText(on.String())
		}
		pop.ShowAtPosition(besideEntry(e, pop.MinSize(), canvas.Size()))
		canvas.Focus(calendar)
	}
	e.OnDown = open
	return newTapped(e.name+".open", theme.NewThemedResource(theme.CalendarIcon()), lang.L("Open the calendar"), open)
}

// besideEntry is where something of a size has room in the window: under an entry, or else above it.
func besideEntry(e *Entry, size, room fyne.Size) fyne.Position {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(e)
	under := at.Y + e.Size().Height
	if under+size.Height > room.Height {
		under = at.Y - size.Height
	}
	return fyne.NewPos(max(0, min(at.X, room.Width-size.Width)), max(0, min(under, room.Height-size.Height)))
}

package widgets

import (
	"strings"
	"unicode/utf8"

	"almoner/data"
	"almoner/ui/lang"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Entry is a line or a field of text that says its name to tests, and lets whoever made it have Escape, Enter and the arrows.
type Entry struct {
	widget.Entry
	spoken
	name string

	OnEscape func()
	OnEnter  func() // of a single line
	OnDown   func()
	OnLeave  func() // the focus went elsewhere

	// Most is how many letters can be pasted at once; 0 is any number. OnTooMany is told how many there were of what was not taken: Fyne lays
	// long text out in a time that grows with its square.
	Most      int
	OnTooMany func(letters int)

	owed *caret
	idle bool // nothing was typed since it got the keyboard
}

// NewEntry is a line of text.
func NewEntry(name string) *Entry {
	e := &Entry{name: name}
	e.ExtendBaseWidget(e)
	return e
}

// NewLines is a field of several lines, broken at words.
func NewLines(name string, lines int) *Entry {
	e := NewEntry(name)
	e.MultiLine = true
	e.Wrapping = fyne.TextWrapWord
	e.Scroll = fyne.ScrollVerticalOnly
	e.SetMinRowsVisible(lines)
	return e
}

// InspectName is how tests find the entry.
func (e *Entry) InspectName() string { return e.name }

// TypedKey gives Escape, Enter and Down to whoever asked for them.
func (e *Entry) TypedKey(k *fyne.KeyEvent) {
	e.idle = false
	switch {
	case FunctionKey(e, k):
	case k.Name == fyne.KeyEscape && e.OnEscape != nil:
		e.OnEscape()
	case (k.Name == fyne.KeyReturn || k.Name == fyne.KeyEnter) && e.OnEnter != nil && !e.MultiLine:
		e.OnEnter()
	case k.Name == fyne.KeyDown && e.OnDown != nil:
		e.OnDown()
	case k.Name == fyne.KeyBackspace, e.MultiLine && (k.Name == fyne.KeyReturn || k.Name == fyne.KeyEnter):
		e.edit(func() { e.Entry.TypedKey(k) })
	default:
		e.settle()
		e.Entry.TypedKey(k)
	}
}

// TypedRune takes a character. A space that comes without its key was meant for the button or the list that has just led here.
func (e *Entry) TypedRune(r rune) {
	idle := e.idle
	e.idle = false
	if idle && r == ' ' {
		return
	}
	e.edit(func() { e.Entry.TypedRune(r) })
}

// altDown opens what there is to choose from, in other programs; here Down alone does.
var altDown = &desktop.CustomShortcut{KeyName: fyne.KeyDown, Modifier: fyne.KeyModifierAlt}

// TypedShortcut takes Alt+Down for Down, and Ctrl+Enter for Enter, in a field of several lines too, and hands others on: whatever has the
// focus gets a shortcut first, and Fyne's entry keeps it, so that it never comes to the window.
func (e *Entry) TypedShortcut(s fyne.Shortcut) {
	if s.ShortcutName() == ctrlEnter.ShortcutName() && e.OnEnter != nil {
		e.OnEnter()
		return
	}
	if s.ShortcutName() == altDown.ShortcutName() && e.OnDown != nil {
		e.OnDown()
		return
	}
	if paste, ok := s.(*fyne.ShortcutPaste); ok {
		if letters := utf8.RuneCountInString(paste.Clipboard.Content()); e.Most > 0 && letters > e.Most {
			e.OnTooMany(letters)
			return
		}
		e.edit(func() { e.Entry.TypedShortcut(s) })
		return
	}
	e.settle()
	e.Entry.TypedShortcut(s)
	if _, ours := s.(*desktop.CustomShortcut); ours {
		handOn(e, s)
	}
}

// FocusLost tells whoever asked.
func (e *Entry) FocusLost() {
	e.Entry.FocusLost()
	if e.OnLeave != nil {
		e.OnLeave()
	}
}

// AcceptsTab keeps Tab for moving on, in a field of several lines too.
func (e *Entry) AcceptsTab() bool { return false }

// parsed is an entry whose text stands for a value. What cannot be read stays as it was typed and is said; the value stays what it
// was, and the form does not save.
type parsed[T any] struct {
	*Entry
	read  func(string) (T, error)
	write func(T) string
	said  func(value T, wrong string) // wrong is a sentence, or empty
}

// newParsed is an entry that shows value and tells said of each change.
func newParsed[T any](name string, value T, read func(string) (T, error), write func(T) string, said func(T, string), beside ...func(*Entry) fyne.CanvasObject) *parsed[T] {
	p := &parsed[T]{Entry: NewEntry(name), read: read, write: write, said: said}
	for _, item := range beside {
		p.ActionItem = item(p.Entry) // before the text: an entry that has been drawn takes none any more
	}
	p.Text = write(value) // SetText would draw it before it is looked at
	p.OnChanged = p.changed
	p.OnLeave = p.tidy
	return p
}

func (p *parsed[T]) changed(text string) {
	v, err := p.read(text)
	if err != nil {
		p.said(v, sentence(err))
		return
	}
	p.said(v, "")
}

// tidy prints what was typed as the office prints it, once it is understood.
func (p *parsed[T]) tidy() {
	if v, err := p.read(p.Text); err == nil && p.Text != p.write(v) {
		p.SetText(p.write(v))
	}
}

func sentence(err error) string {
	return data.UpperInitial(strings.TrimSpace(err.Error())) + "."
}

func readMoney(s string) (data.Money, error) {
	if strings.TrimSpace(s) == "" {
		return data.Money{}, nil
	}
	m, err := data.ParseMoney(s)
	if err != nil {
		return m, notMoney(s)
	}
	return m, nil
}

type notMoney string

func (s notMoney) Error() string {
	return lang.F("“%s” is not an amount; write it like £5,500, 22.5k or up to £22,528.57", strings.TrimSpace(string(s)))
}

func printMoney(m data.Money) string {
	if m.IsZero() {
		return ""
	}
	return m.String()
}

// NewSearch is the box in which one looks for something.
func NewSearch(name, placeholder string) *Entry {
	e := NewEntry(name)
	e.PlaceHolder = placeholder
	e.Icon = theme.SearchIcon()
	return e
}

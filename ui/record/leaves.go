package record

import (
	"almoner/data"
	"almoner/ui/desk"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Leaf is one of the lists that a section has several of.
type Leaf struct {
	Title string
	Page  desk.Page
}

// Leaves is a section with several lists, of which one is shown. What the window asks of the page, it asks of the list that is shown.
type Leaves struct {
	section desk.Section
	leaves  []Leaf
	tabs    *container.AppTabs
	content fyne.CanvasObject
}

var (
	_ desk.Finder = (*Leaves)(nil)
	_ desk.Maker  = (*Leaves)(nil)
)

// NewLeaves is a section of the given lists.
func NewLeaves(section desk.Section, leaves ...Leaf) *Leaves {
	l := &Leaves{section: section, leaves: leaves, tabs: container.NewAppTabs()}
	for _, leaf := range leaves {
		l.tabs.Append(container.NewTabItem(leaf.Title, leaf.Page.Content()))
	}
	l.tabs.OnSelected = func(*container.TabItem) { l.turned() }
	l.content = l.tabs
	return l
}

func (l *Leaves) shown() desk.Page { return l.leaves[max(0, l.tabs.SelectedIndex())].Page }

// Title is the name of the section.
func (l *Leaves) Title() string { return l.section.Label() }

// Section is the section.
func (l *Leaves) Section() desk.Section { return l.section }

// Content is the page.
func (l *Leaves) Content() fyne.CanvasObject { return l.content }

// Arrived is said to the list that is shown.
func (l *Leaves) Arrived() { l.shown().Arrived() }

// turned gives the keyboard to the list that was turned to, if that does not take it by itself.
func (l *Leaves) turned() {
	l.Arrived()
	canvas := fyne.CurrentApp().Driver().CanvasForObject(l.content)
	if canvas == nil || widgets.HasKeyboard(canvas, l.shown().Content()) {
		return
	}
	if first := widgets.FirstControl(l.shown().Content()); first != nil {
		canvas.Focus(first)
	}
}

// Changed is said to every list.
func (l *Leaves) Changed(rec data.Record) {
	for _, leaf := range l.leaves {
		leaf.Page.Changed(rec)
	}
}

// TurnBy goes to the next list, or to the one before.
func (l *Leaves) TurnBy(steps int) { TurnLeaves(l.tabs, steps) }

// TurnLeaves goes to the next leaf, or to the one before, and round at the ends.
func TurnLeaves(tabs *container.AppTabs, steps int) {
	n := len(tabs.Items)
	tabs.SelectIndex((tabs.SelectedIndex() + steps + n) % n)
}

// Find looks for something in the list that is shown, or in the first one that can be searched.
func (l *Leaves) Find() {
	if f, ok := l.shown().(desk.Finder); ok {
		f.Find()
		return
	}
	for i, leaf := range l.leaves {
		if f, ok := leaf.Page.(desk.Finder); ok {
			l.tabs.SelectIndex(i)
			f.Find()
			return
		}
	}
}

// New begins what the list that is shown is of, or the first one that makes something.
func (l *Leaves) New() {
	if m := l.maker(); m != nil {
		m.New()
	}
}

// Makes is what New makes.
func (l *Leaves) Makes() string {
	if m := l.maker(); m != nil {
		return m.Makes()
	}
	return ""
}

func (l *Leaves) maker() desk.Maker {
	if m, ok := l.shown().(desk.Maker); ok {
		return m
	}
	for _, leaf := range l.leaves {
		if m, ok := leaf.Page.(desk.Maker); ok {
			return m
		}
	}
	return nil
}

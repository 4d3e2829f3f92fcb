package ui

import (
	"slices"
	"strings"

	"almoner/ui/lang"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// lettersOnTab are how many letters of a title stand on a tab: the first of these with which all tabs have room, or else the last.
var lettersOnTab = []int{40, 26, 16}

// tabBar is the tabs of what is open. Those that have no room are in a menu at the end.
type tabBar struct {
	shell   *shell
	tabs    []shownTab
	more    *widgets.Button
	first   int // of those in sight after the register, where not all are
	content *fyne.Container
	drawn   []drawnTab
}

// shownTab is one tab in the window.
type shownTab struct {
	title  string
	open   *widgets.Button
	closes *widgets.Button // nil for the register, which does not close
}

// drawnTab is what a tab shows, so that it is made anew only when something is another.
type drawnTab struct {
	title  string
	chosen bool
}

func newTabBar(s *shell) *tabBar {
	b := &tabBar{shell: s}
	b.more = widgets.NewButton("tabs.more", "", theme.MenuDropDownIcon(), b.offer)
	b.more.Importance = widget.LowImportance
	b.more.IconPlacement = widget.ButtonIconTrailingText
	b.content = container.New(&tabStrip{b})
	return b
}

// refresh shows the tabs as they are now.
func (b *tabBar) refresh() {
	ps := &b.shell.pages
	if ps.register == nil {
		return
	}
	now := []drawnTab{{ps.register.Title(), ps.shown == ps.register}}
	for _, t := range ps.tabs {
		now = append(now, drawnTab{t.title, t.page != nil && t.page == ps.shown})
	}
	if slices.Equal(now, b.drawn) {
		return
	}
	b.drawn = now
	b.tabs = b.tabs[:0]
	b.content.Objects = nil
	for i, t := range now {
		tab := b.draw(i-1, t)
		b.tabs = append(b.tabs, tab)
		b.content.Objects = append(b.content.Objects, tab.open)
		if tab.closes != nil {
			b.content.Objects = append(b.content.Objects, tab.closes)
		}
	}
	b.content.Objects = append(b.content.Objects, b.more)
	b.content.Refresh()
}

// draw is one tab; -1 is that of the register.
func (b *tabBar) draw(i int, t drawnTab) shownTab {
	open := widgets.NewButton("tab."+t.title, t.title, nil, func() { b.shell.turnTo(i) })
	open.Importance = widget.LowImportance
	if t.chosen {
		open.Importance = widget.HighImportance
	}
	if i < 0 {
		return shownTab{t.title, open, nil}
	}
	closes := widgets.NewButton("tab.close."+t.title, "", theme.WindowCloseIcon(), func() { b.shell.closeTab(i) })
	closes.Speak(lang.L("Close this tab"))
	closes.Importance = widget.LowImportance
	return shownTab{t.title, open, closes}
}

// chosen is the tab of the page that is shown.
func (b *tabBar) chosen() int {
	return max(0, slices.IndexFunc(b.drawn, func(t drawnTab) bool { return t.chosen }))
}

// offer is the menu of the tabs that are not in sight.
func (b *tabBar) offer() {
	var items []*fyne.MenuItem
	for i, t := range b.tabs {
		if !t.open.Visible() {
			items = append(items, fyne.NewMenuItem(t.title, func() { b.shell.turnTo(i - 1) }))
		}
	}
	widgets.Menu(b.more, items...)
}

// shortened is a title in so many letters, with the sign of what is unsaved, and with the whole of a reference that it begins with.
func shortened(title string, most int) string {
	words := trimMark(title)
	mark := title[len(words):]
	if reference, _, ok := strings.Cut(words, " – "); ok {
		most = max(most, len([]rune(reference))+1)
	}
	letters := []rune(words)
	if len(letters) <= most {
		return title
	}
	return strings.TrimRight(string(letters[:most-1]), " –") + "…" + mark
}

// tabStrip lays the tabs out one after the other.
type tabStrip struct{ *tabBar }

// MinSize has room for a short title; more of them go into the menu.
func (s *tabStrip) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(8*theme.TextSize(), s.more.MinSize().Height)
}

func (s *tabStrip) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	letters, register, from, to := s.inSight(size.Width)
	hidden := 0
	var x float32
	for i, t := range s.tabs {
		if i == 0 && !register || i > 0 && (i < from || i >= to) {
			hidden++
			t.show(false)
			continue
		}
		t.show(true)
		t.say(shortened(t.title, letters))
		x = t.place(x, size.Height)
	}
	if hidden == 0 {
		s.more.Hide()
		return
	}
	if words := lang.N(hidden, "{n} more", "{n} more"); s.more.Text != words {
		s.more.SetText(words)
	}
	s.more.Show()
	s.more.Move(fyne.NewPos(x, 0))
	s.more.Resize(fyne.NewSize(s.more.MinSize().Width, size.Height))
}

// leastLetters are so few letters of a title that a tab has room in any window.
const leastLetters = 4

// inSight is how many letters of each title have room in a width, and which tabs: all, or those from one on, among them the one that is
// shown, with that of the register where there is room for it.
func (s *tabStrip) inSight(width float32) (letters int, register bool, from, to int) {
	for _, letters = range lettersOnTab {
		if s.width(0, len(s.tabs), letters) <= width {
			return letters, true, 1, len(s.tabs)
		}
	}
	width -= s.widthOf(lang.N(len(s.tabs), "{n} more", "{n} more")) + theme.IconInlineSize() + theme.Padding()
	chosen := s.chosen()
	if chosen == 0 {
		s.first, to = s.slide(1, width-s.width(0, 1, letters), letters)
		return letters, true, s.first, to
	}
	for letters > leastLetters && s.width(chosen, chosen+1, letters) > width {
		letters--
	}
	if room := width - s.width(0, 1, letters); s.width(chosen, chosen+1, letters) <= room {
		register, width = true, room
	}
	s.first, to = s.slide(chosen, width, letters)
	return letters, register, s.first, max(to, chosen+1)
}

// slide is the row of tabs in a width that has one of them in it, and begins where it did, or as near to that as can be.
func (s *tabStrip) slide(shown int, width float32, letters int) (from, to int) {
	fits := func(from, to int) bool { return to <= len(s.tabs) && s.width(from, to, letters) <= width }
	from = max(1, min(s.first, shown))
	for from < shown && !fits(from, shown+1) {
		from++
	}
	for to = from; fits(from, to+1); {
		to++
	}
	for from > 1 && to == len(s.tabs) && fits(from-1, to) { // as many as there is room for
		from--
	}
	return from, to
}

// width is how wide some of the tabs are together.
func (s *tabStrip) width(from, to, letters int) (width float32) {
	for _, t := range s.tabs[from:to] {
		width += s.widthOf(shortened(t.title, letters)) + theme.Padding()
		if t.closes != nil {
			width += t.closes.MinSize().Width
		}
	}
	return width
}

// widthOf is how wide a button with some words is.
func (*tabStrip) widthOf(words string) float32 {
	return fyne.MeasureText(words, theme.TextSize(), fyne.TextStyle{Bold: true}).Width + 2*theme.InnerPadding()
}

func (t shownTab) show(yes bool) {
	t.open.Hidden = !yes
	if t.closes != nil {
		t.closes.Hidden = !yes
	}
}

func (t shownTab) say(words string) {
	if t.open.Text != words {
		t.open.SetText(words)
	}
}

// place moves a tab to where the one before it ends, and returns where it ends itself.
func (t shownTab) place(x, height float32) float32 {
	for _, b := range []*widgets.Button{t.open, t.closes} {
		if b == nil {
			continue
		}
		width := b.MinSize().Width
		b.Move(fyne.NewPos(x, 0))
		b.Resize(fyne.NewSize(width, height))
		x += width
	}
	return x + theme.Padding()
}

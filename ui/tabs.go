package ui

import (
	"slices"

	"almoner/ui/lang"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// longestTab is how many letters of a title stand on a tab.
const longestTab = 26

// tabBar is the tabs of what is open.
type tabBar struct {
	shell   *shell
	row     *fyne.Container
	content *container.Scroll
	drawn   []drawnTab
}

// drawnTab is what a tab shows, so that it is made anew only when something is another.
type drawnTab struct {
	title  string
	chosen bool
}

func newTabBar(s *shell) *tabBar {
	b := &tabBar{shell: s, row: container.NewHBox()}
	b.content = container.NewHScroll(b.row)
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
	b.row.RemoveAll()
	for i, t := range now {
		b.row.Add(b.draw(i-1, t))
	}
	b.row.Refresh()
	b.reveal()
}

// draw is one tab; -1 is that of the register, which does not close.
func (b *tabBar) draw(i int, t drawnTab) fyne.CanvasObject {
	open := widgets.NewButton("tab."+t.title, shortened(t.title, longestTab), nil, func() { b.shell.turnTo(i) })
	open.Importance = widget.LowImportance
	if t.chosen {
		open.Importance = widget.HighImportance
	}
	if i < 0 {
		return open
	}
	closes := widgets.NewButton("tab.close."+t.title, "", theme.WindowCloseIcon(), func() { b.shell.closeTab(i) })
	closes.Speak(lang.L("Close this tab"))
	closes.Importance = widget.LowImportance
	return container.New(&joined{}, open, closes)
}

// reveal scrolls to the tab that is shown.
func (b *tabBar) reveal() {
	for i, t := range b.drawn {
		if !t.chosen {
			continue
		}
		o := b.row.Objects[i]
		b.row.Resize(b.row.MinSize())
		left, right := o.Position().X, o.Position().X+o.MinSize().Width
		switch at := b.content.Offset.X; {
		case left < at:
			b.content.ScrollToOffset(fyne.NewPos(left, 0))
		case right > at+b.content.Size().Width:
			b.content.ScrollToOffset(fyne.NewPos(max(0, right-b.content.Size().Width), 0))
		}
	}
}

func shortened(title string, most int) string {
	letters := []rune(title)
	if len(letters) <= most {
		return title
	}
	return string(letters[:most-1]) + "…"
}

// joined lays two objects side by side without room between them.
type joined struct{}

func (*joined) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range objects {
		least := o.MinSize()
		size = fyne.NewSize(size.Width+least.Width, max(size.Height, least.Height))
	}
	return size
}

func (*joined) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	var x float32
	for _, o := range objects {
		width := o.MinSize().Width
		o.Move(fyne.NewPos(x, 0))
		o.Resize(fyne.NewSize(width, size.Height))
		x += width
	}
}

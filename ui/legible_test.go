package ui

import (
	"fmt"
	"strings"
	"testing"

	"almoner/ui/desk"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

// illegible are the words and controls on the page that is shown that nobody can read to the end or reach.
func illegible(root fyne.CanvasObject) (found []string) {
	var look func(o fyne.CanvasObject)
	look = func(o fyne.CanvasObject) {
		if o == nil || !o.Visible() {
			return
		}
		if why := cut(o); why != "" {
			found = append(found, why)
		}
		var inner []fyne.CanvasObject
		switch o := o.(type) {
		case *fyne.Container:
			inner = o.Objects
		case *container.Scroll:
			look(o.Content)
			return
		case *widget.Label, *widget.RichText, *widgets.Button, *widgets.Entry:
			return
		case fyne.Widget:
			inner = test.WidgetRenderer(o).Objects()
		}
		for _, i := range inner {
			if why := beyond(i, o); why != "" {
				found = append(found, why)
			}
			look(i)
		}
	}
	look(root)
	return found
}

// cut says that a label or a button has less room than its words need.
func cut(o fyne.CanvasObject) string {
	const rounding = 1
	switch o := o.(type) {
	case *widget.Label:
		if o.Text == "" || o.Truncation != fyne.TextTruncateOff {
			return ""
		}
		if size, least := o.Size(), o.MinSize(); size.Width < least.Width-rounding || size.Height < least.Height-rounding {
			return fmt.Sprintf("%q has %.0f by %.0f and needs %.0f by %.0f", o.Text, size.Width, size.Height, least.Width, least.Height)
		}
	case *widgets.Button:
		if size, least := o.Size(), o.MinSize(); size.Width < least.Width-rounding || size.Height < least.Height-rounding {
			return fmt.Sprintf("the button %s, %q, has %.0f by %.0f and needs %.0f by %.0f", o.InspectName(), o.Text, size.Width, size.Height, least.Width, least.Height)
		}
	}
	return ""
}

// beyond says that something reaches over the edge of what it lies in.
func beyond(o, around fyne.CanvasObject) string {
	const rounding = 2
	switch o.(type) {
	case *widget.Label, *widgets.Button, *widgets.Entry, *widgets.Choice, *widgets.Tick, *fyne.Container, *container.Scroll:
	default:
		return ""
	}
	if !o.Visible() || o.Size().IsZero() {
		return ""
	}
	end, room := o.Position().AddXY(o.Size().Width, o.Size().Height), around.Size()
	if end.X > room.Width+rounding || end.Y > room.Height+rounding || o.Position().X < -rounding || o.Position().Y < -rounding {
		return fmt.Sprintf("%s reaches from %.0f,%.0f to %.0f,%.0f in %.0f by %.0f", named(o), o.Position().X, o.Position().Y, end.X, end.Y, room.Width, room.Height)
	}
	return ""
}

func named(o fyne.CanvasObject) string {
	switch o := o.(type) {
	case *widget.Label:
		return fmt.Sprintf("%q", o.Text)
	case interface{ InspectName() string }:
		return o.InspectName()
	case *fyne.Container:
		var words []string
		walk(o, func(o fyne.CanvasObject) {
			if l, ok := o.(*widget.Label); ok && len(words) < 3 {
				words = append(words, l.Text)
			}
			if l, ok := o.(*widgets.Button); ok && len(words) < 3 {
				words = append(words, l.InspectName())
			}
		})
		return fmt.Sprintf("what says “%s”", strings.Join(words, " / "))
	default:
		return fmt.Sprintf("%T", o)
	}
}

func TestEveryWordCanBeReadWhereTheWordsAreTwiceAsLarge(t *testing.T) {
	if testing.Short() {
		t.Skip("it looks at every page, which has one goroutine: it is left out where races are looked for")
	}
	p := wholeSample(t)
	p.window.Resize(fyne.NewSize(1280, 720-60)) // less the title and the menu
	for p.app.Preferences().Int(sizeChosen) < 200 {
		p.scale(1)
	}
	legible := func(what string) {
		t.Helper()
		p.window.Content().Refresh() // what has come to need more room is given it, as the window does by itself
		for _, why := range illegible(p.window.Content()) {
			t.Errorf("%s: %s", what, why)
		}
	}
	for _, sec := range sections {
		p.shell.section(sec.name)
		legible(string(sec.name))
		if tabs := leaves(p); tabs != nil {
			for range tabs.Items {
				tabs.SelectIndex((tabs.SelectedIndex() + 1) % len(tabs.Items))
				legible(string(sec.name) + ", " + tabs.Selected().Text)
			}
		}
	}
	for _, rec := range oneOfEach(p) {
		p.shell.OpenRecord(rec.RecordKind(), rec.Stamped().ID, "")
		tabs := leaves(p)
		for range tabs.Items {
			legible(string(rec.RecordKind()) + ", " + tabs.Selected().Text)
			tabs.SelectIndex((tabs.SelectedIndex() + 1) % len(tabs.Items))
		}
	}
	p.shell.helpOn(startOfHelp)
	legible("the help")
	for what, show := range map[string]func(){
		"Find anything": p.shell.findAnything, "the keys": p.keys, "About": p.about, "deleting": func() {
			firstGrant(t, p)
			remover, _ := p.shell.current().(desk.Remover)
			remover.Delete()
		},
		"a form": func() {
			p.shell.section(desk.Publish)
			find[*widgets.Button](t, p, "publish.grants.mark").Tapped(nil)
		},
	} {
		show()
		front := p.window.Canvas().Overlays().Top()
		front.Refresh()
		for _, why := range illegible(front) {
			t.Errorf("%s: %s", what, why)
		}
		p.window.Canvas().Overlays().Remove(front)
	}
}

package ui

import (
	"testing"

	"almoner/data"
	"almoner/ui/desk"
)

// twiceAsLarge is the window with the sample office and words of twice their size, on a small screen.
func twiceAsLarge(t *testing.T) *Program {
	t.Helper()
	p := window(t)
	p.Sample()
	p.shell.endTour()
	p.window.Resize(usualSize)
	for p.app.Preferences().Int(sizeChosen) < 200 {
		p.scale(1)
	}
	return p
}

func TestTheSidebarHasItsIconsAloneWhereTheWordsAreLarge(t *testing.T) {
	p := twiceAsLarge(t)
	side := p.shell.sidebar
	grants := side.buttons[desk.Grants]
	if width := side.content.Size().Width; grants.Text != "" || grants.AccessibilityLabel() != "Grants" || width > usualSize.Width/6 {
		t.Errorf("a section says %q and is spoken as %q; the sidebar is %.0f wide", grants.Text, grants.AccessibilityLabel(), width)
	}
	p.scale(0)
	if width := side.content.Size().Width; grants.Text != "Grants" || width < leastSidebar {
		t.Errorf("as large as usual, a section says %q; the sidebar is %.0f wide", grants.Text, width)
	}
}

func TestNoPageIsWiderThanItsRoomWhereTheWordsAreLarge(t *testing.T) {
	p := twiceAsLarge(t)
	fits := func(what string) {
		t.Helper()
		room := usualSize.Width - p.shell.sidebar.content.Size().Width - 24
		if least := p.shell.current().Content().MinSize().Width; least > room {
			t.Errorf("%s needs %.0f of %.0f", what, least, room)
		}
	}
	p.shell.section(desk.Home)
	fits("Home")
	reg := p.office.Register()
	for _, rec := range []data.Record{data.All[*data.Grant](reg)[0], data.All[*data.FOIRequest](reg)[0]} {
		p.shell.OpenRecord(rec.RecordKind(), rec.Stamped().ID, "")
		fits(rec.Label())
	}
}

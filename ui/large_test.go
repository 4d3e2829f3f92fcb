package ui

import (
	"math"
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

func TestEverythingIsShownLargerAndSmaller(t *testing.T) {
	p := window(t)
	p.Sample()
	size := func() float32 { return p.app.Settings().Theme().Size("text") }
	usual := size()
	p.scale(1)
	p.scale(1)
	says(t, p, "Everything is shown at 125 %.")
	if got := size(); got != usual*1.25 {
		t.Errorf("letters are %v high, not %v", got, usual*1.25)
	}
	for range 20 {
		p.scale(-1)
	}
	if got := size(); math.Abs(float64(got-usual*0.8)) > 1.0/16 { // sizes are whole eighths
		t.Errorf("the smallest letters are %v high", got)
	}
	p.scale(0)
	if got := size(); got != usual {
		t.Errorf("letters are %v high as usual, not %v", got, usual)
	}
}

func TestEveryPageFitsASmallScreenWhenEverythingIsTwiceAsLarge(t *testing.T) {
	p := twiceAsLarge(t)
	const width, height = 1280, 720 - 60 // less the title and the menu
	fits := func(what string) {
		t.Helper()
		if least := p.shell.content.MinSize(); least.Width > width || least.Height > height {
			t.Errorf("%s needs %.0f by %.0f", what, least.Width, least.Height)
		}
	}
	for _, sec := range sections {
		p.shell.section(sec.name)
		fits(string(sec.name))
	}
	for _, rec := range []data.Record{data.All[*data.Grant](p.office.Register())[0], data.All[*data.FOIRequest](p.office.Register())[0]} {
		p.shell.OpenRecord(rec.RecordKind(), rec.Stamped().ID, "")
		fits(rec.Label())
	}
	p.shell.helpOn(startOfHelp)
	fits("the help")
}

func TestEveryPageFitsASmallScreenAtTheUsualSize(t *testing.T) {
	p := window(t)
	p.Sample()
	p.shell.endTour()
	room := usualSize.SubtractWidthHeight(p.shell.sidebar.content.MinSize().Width+24, 130) // less the sections, the tabs and the foot
	for _, sec := range sections {
		p.shell.section(sec.name)
		if least := p.shell.current().Content().MinSize(); least.Width > room.Width || least.Height > room.Height {
			t.Errorf("%s needs %.0f by %.0f of %.0f by %.0f", sec.name, least.Width, least.Height, room.Width, room.Height)
		}
	}
}

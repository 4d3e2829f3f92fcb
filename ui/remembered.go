package ui

import (
	"strings"

	"almoner/data"
	"almoner/ui/desk"

	"fyne.io/fyne/v2"
)

// What the next start finds as it was left: the size of the window, and of each office the section and the records that were open. It is
// kept with the settings of this person on this computer, and holds no name and no title.
//
//lang:no the names of settings
const (
	widthKept  = "window width"
	heightKept = "window height"
	openKept   = "open in "
)

// usualSize is that of the window before anybody has changed it: all of it is in sight on a laptop with 1280 by 720 points, as one of 1920 by
// 1080 at 150 % has, of which the system's bar takes 48 and that of the title 31.
var usualSize = fyne.NewSize(1200, 630)

// smallest is the size below which one that was kept is not believed.
var smallest = fyne.NewSize(640, 400)

func sizeKept(prefs fyne.Preferences) fyne.Size {
	size := fyne.NewSize(float32(prefs.Float(widthKept)), float32(prefs.Float(heightKept)))
	if size.Width < smallest.Width || size.Height < smallest.Height {
		return usualSize
	}
	return size
}

func keepSize(prefs fyne.Preferences, size fyne.Size) {
	prefs.SetFloat(widthKept, float64(size.Width))
	prefs.SetFloat(heightKept, float64(size.Height))
}

// remember keeps what is open: the section first, then each record, that which is shown marked.
func (s *shell) remember() {
	if s.pages.register == nil {
		return
	}
	open := []string{string(s.pages.register.Section())}
	for _, t := range s.pages.tabs {
		if _, saved := s.office.Register().Find(t.id.Kind, t.id.ID); !saved {
			continue
		}
		mark := ""
		if t.page != nil && t.page == s.pages.shown {
			mark = shownMark
		}
		open = append(open, mark+string(t.id.Kind)+" "+string(t.id.ID))
	}
	s.program.app.Preferences().SetStringList(openKept+s.office.Path(), open)
}

const shownMark = "*"

// recall opens what was open when the office was left.
func (s *shell) recall() {
	open := s.program.app.Preferences().StringList(openKept + s.office.Path())
	if len(open) == 0 || !s.section(desk.Section(open[0])) {
		s.section(sections[0].name)
	}
	shown := -1
	for _, line := range open[min(1, len(open)):] {
		line, isShown := strings.CutPrefix(line, shownMark)
		kind, id, _ := strings.Cut(line, " ")
		rec, ok := s.office.Register().Find(data.Kind(kind), data.ID(id))
		if !ok {
			continue
		}
		s.pages.tabs = append(s.pages.tabs, &tab{id: data.RecordID{Kind: data.Kind(kind), ID: data.ID(id)}, title: rec.Label()})
		if isShown {
			shown = len(s.pages.tabs) - 1
		}
	}
	if shown >= 0 {
		s.turnTo(shown)
		return
	}
	s.show()
}

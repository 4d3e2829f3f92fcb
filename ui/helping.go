package ui

import (
	"almoner/ui/desk"
	"almoner/ui/help"
	"almoner/ui/home"
)

// startOfHelp is the page on the program as a whole.
const startOfHelp = "start"

// helpOn shows a page of the help; without a name, that of the section that is shown.
func (s *shell) helpOn(name string) {
	if name == "" {
		if name = help.For(s.current().Section()); name == "" {
			name = startOfHelp
		}
	}
	if s.help == nil || s.pages.at(s.help) < 0 {
		s.help = help.NewPage(s)
		s.pages.add(s.help)
	}
	s.turn(s.help)
	s.help.Show(name)
}

// firstSteps shows what an office does first.
func (s *shell) firstSteps() {
	s.section(desk.Home)
	if page, ok := s.current().(*home.Page); ok {
		page.ShowSteps()
	}
}

// offerTour begins the tour of the sample office, unless it was closed before.
func (s *shell) offerTour() {
	tour := help.NewTour(s, s.endTour)
	if tour == nil {
		return
	}
	s.tour.Add(tour)
	s.content.Refresh()
}

func (s *shell) endTour() {
	s.tour.RemoveAll()
	s.content.Refresh()
}

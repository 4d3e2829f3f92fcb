package ui

import (
	"context"
	"strconv"

	"almoner/data"
	"almoner/ui/desk"
	look "almoner/ui/theme"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// sidebar is the list of sections. A number beside one is how much there is to do in it.
type sidebar struct {
	buttons map[desk.Section]*widgets.Button
	counts  map[desk.Section]*widget.RichText
	ground  *canvas.Rectangle
	content fyne.CanvasObject
	latest  widgets.Latest
	narrow  bool // its names are left out
}

// leastSidebar is the width of the sidebar, for names that are short.
const leastSidebar = 176

func newSidebar(open func(desk.Section)) *sidebar {
	s := &sidebar{buttons: map[desk.Section]*widgets.Button{}, counts: map[desk.Section]*widget.RichText{}}
	list := container.NewVBox()
	for _, sec := range sections {
		if sec.name == desk.Office {
			list.Add(widget.NewSeparator())
		}
		list.Add(s.add(sec.name, theme.Icon(sec.icon), func() { open(sec.name) }))
	}
	s.ground = canvas.NewRectangle(theme.Color(look.ColorSidebar))
	s.ground.SetMinSize(fyne.NewSize(leastSidebar, 10))
	s.content = container.NewStack(s.ground, container.NewVScroll(container.NewPadded(list)))
	return s
}

func (s *sidebar) add(name desk.Section, icon fyne.Resource, open func()) fyne.CanvasObject {
	b := widgets.NewButton("section."+string(name), name.Label(), icon, open)
	b.Alignment = widget.ButtonAlignLeading
	b.Importance = widget.LowImportance
	b.Speak(name.Label())
	s.buttons[name] = b
	count := widget.NewRichText(&widget.TextSegment{Style: widget.RichTextStyle{
		ColorName: theme.ColorNameForeground, SizeName: look.SizeSmall, TextStyle: fyne.TextStyle{Bold: true}, Inline: true,
	}})
	s.counts[name] = count
	return container.NewStack(b, container.NewBorder(nil, nil, nil, container.NewCenter(count)))
}

// fold leaves the names of the sections out, or has them there again. Their numbers stand beside their icons then.
func (s *sidebar) fold(narrow bool) {
	if s.narrow != narrow {
		s.narrow = narrow
		for name, b := range s.buttons {
			if narrow {
				b.SetText("")
			} else {
				b.SetText(name.Label())
			}
		}
	}
	least := float32(leastSidebar)
	if narrow {
		least = s.buttons[desk.Home].MinSize().Width + 3*theme.TextSize()
	}
	s.ground.SetMinSize(fyne.NewSize(least, 10))
}

// enough is how wide a window is, as many times the height of its words, in which the sidebar has its names.
const enough = 50

// beside lays the sidebar out beside the page, without its names where the words are large or the window is narrow.
type beside struct{ *sidebar }

func (b beside) MinSize(objects []fyne.CanvasObject) fyne.Size {
	side, page := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(side.Width+page.Width, max(side.Height, page.Height))
}

func (b beside) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	b.fold(size.Width < enough*theme.TextSize())
	width := objects[0].MinSize().Width
	objects[0].Move(fyne.NewPos(0, 0))
	objects[0].Resize(fyne.NewSize(width, size.Height))
	objects[1].Move(fyne.NewPos(width, 0))
	objects[1].Resize(fyne.NewSize(size.Width-width, size.Height))
}

// recolour follows a change from light to dark.
func (s *sidebar) recolour() {
	s.ground.FillColor = theme.Color(look.ColorSidebar)
	s.ground.Refresh()
}

func (s *sidebar) choose(name desk.Section) {
	for section, b := range s.buttons {
		importance := widget.LowImportance
		if section == name {
			importance = widget.HighImportance
		}
		if b.Importance != importance {
			b.Importance = importance
			b.Refresh()
			s.colour(section)
		}
	}
}

// segment is the number beside a section.
func (s *sidebar) segment(name desk.Section) *widget.TextSegment {
	segment, _ := s.counts[name].Segments[0].(*widget.TextSegment)
	return segment
}

// colour has the number of a section stand out from what is behind it.
func (s *sidebar) colour(name desk.Section) {
	segment := s.segment(name)
	segment.Style.ColorName = theme.ColorNameForeground
	if s.buttons[name].Importance == widget.HighImportance {
		segment.Style.ColorName = theme.ColorNameForegroundOnPrimary
	}
	s.counts[name].Refresh()
}

// count counts anew what there is to do, away from the window.
func (s *sidebar) count(run widgets.Runner, reg *data.Register, today data.Date) {
	todo := map[desk.Section]int{}
	s.latest.Do(run,
		func(context.Context) error {
			for _, a := range reg.Attention(today) {
				todo[sectionOf(a.Need)]++
			}
			for _, duty := range reg.DutiesOn(today) {
				if len(duty.Lacks) > 0 {
					todo[desk.Publish]++
				}
			}
			return nil
		},
		func(error) { s.tell(todo) },
	)
}

func (s *sidebar) tell(todo map[desk.Section]int) {
	for name, shown := range s.counts {
		text := ""
		if n := todo[name]; n > 0 {
			text = strconv.Itoa(n)
		}
		if segment := s.segment(name); segment.Text != text {
			segment.Text = text
			shown.Refresh()
		}
	}
}

// sectionOf is where one sees to a need.
func sectionOf(n data.Need) desk.Section {
	switch n {
	case data.NeedsAnswer, data.NeedsReview, data.NeedsClockMended:
		return desk.Requests
	case data.NeedsReturn:
		return desk.Monitoring
	case data.NeedsSettling, data.NeedsSpending, data.NeedsMoney, data.NeedsAccount:
		return desk.Funds
	case data.NeedsPublishing:
		return desk.Decisions
	case data.NeedsForgetting:
		return desk.Partners
	case data.NeedsDoing:
		return desk.Actions
	default: // data.NeedsDeciding, data.NeedsPayment
		return desk.Grants
	}
}

package ui

import (
	"context"
	"time"

	"almoner/data"
	"almoner/ui/desk"
	"almoner/ui/foi"
	"almoner/ui/funds"
	"almoner/ui/grants"
	"almoner/ui/office"
	"almoner/ui/partners"
	"almoner/ui/record"
	"almoner/ui/specifications"
	look "almoner/ui/theme"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// shell is an open office: the sections at the left, a page, and a line at the foot that says what has just happened. It is the desk
// that the pages lie on.
type shell struct {
	program   *Program
	office    data.Office
	registers map[desk.Section]desk.Page
	stack     []desk.Page // the pages one came through; the last is shown
	sidebar   *sidebar
	page      *fyne.Container
	back      *widgets.Button
	crumb     *widget.Label // where Back leads
	title     *widget.Label // of a register; a record says its own
	said      *widget.Label
	doing     *fyne.Container
	standing  *standing
	content   fyne.CanvasObject
}

var _ desk.Desk = (*shell)(nil)

// sections are those of the sidebar, in order, with how each begins.
var sections = []struct {
	name desk.Section
	icon fyne.ThemeIconName
	page func(desk.Desk) desk.Page
}{
	{desk.Grants, theme.IconNameList, func(d desk.Desk) desk.Page { return grants.NewRegister(d) }},
	{desk.Funds, theme.IconNameDownload, funds.NewRegister},
	{desk.Requests, theme.IconNameMailCompose, foi.NewRegister},
	{desk.Specifications, theme.IconNameDocument, specifications.NewRegister},
	{desk.Partners, theme.IconNameAccount, partners.NewRegister},
	{desk.Office, theme.IconNameSettings, office.NewPage},
}

func newShell(p *Program) *shell {
	s := &shell{program: p, office: p.office, registers: map[desk.Section]desk.Page{}, page: container.NewStack(), doing: container.NewHBox()}
	s.sidebar = newSidebar(func(name desk.Section) { s.guard(func() { s.section(name) }) })
	s.back = widgets.NewButton("back", "", theme.NavigateBackIcon(), s.Back)
	s.back.Importance = widget.LowImportance
	s.crumb = widget.NewLabel("")
	s.crumb.Importance = widget.LowImportance
	s.title = widget.NewLabel("")
	s.title.SizeName = look.SizeTitle
	s.title.TextStyle.Bold = true
	s.said = widget.NewLabel("")
	s.said.Truncation = fyne.TextTruncateEllipsis
	s.standing = newStanding(s)
	foot := container.NewBorder(nil, nil, nil, container.NewHBox(s.doing, s.standing.foot), s.said)
	body := container.New(layout.NewCustomPaddedLayout(6, 4, 12, 12), container.NewBorder(container.NewHBox(s.back, s.crumb, s.title), nil, nil, nil, s.page))
	s.content = container.NewBorder(s.standing.banner, container.NewVBox(widget.NewSeparator(), foot), s.sidebar.content, nil, body)
	return s
}

// section shows a section's register, as it was left.
func (s *shell) section(name desk.Section) {
	for _, sec := range sections {
		if sec.name == name {
			if s.registers[name] == nil {
				s.registers[name] = sec.page(s)
			}
			s.stack = []desk.Page{s.registers[name]}
			s.show()
		}
	}
}

func (s *shell) current() desk.Page {
	if len(s.stack) == 0 {
		return nil
	}
	return s.stack[len(s.stack)-1]
}

// show puts the last page of the stack into the window.
func (s *shell) show() {
	p := s.current()
	s.page.Objects = []fyne.CanvasObject{p.Content()}
	s.page.Refresh()
	s.sidebar.choose(p.Section())
	if len(s.stack) > 1 {
		s.back.Show()
		s.crumb.Show()
		s.title.Hide()
		s.crumb.SetText(s.stack[len(s.stack)-2].Title())
	} else {
		s.back.Hide()
		s.crumb.Hide()
		s.title.SetText(p.Title())
		if _, own := p.(desk.Editor); own { // a record says its own title
			s.title.Hide()
		} else {
			s.title.Show()
		}
	}
	s.program.window.SetMainMenu(s.program.menu())
	s.office.Attend(shownBy(p))
	p.Arrived()
	s.standing.show(s.office.Standing())
}

// guard asks about unsaved changes on the page that is shown before it is left.
func (s *shell) guard(then func()) {
	e, ok := s.current().(desk.Editor)
	if !ok || !e.Dirty() {
		then()
		return
	}
	s.program.ask("Save your changes?", "“"+trimMark(e.Title())+"” has changes that are not saved yet.",
		widgets.Answer{Label: "Save", Does: func() { e.Save(then) }},
		widgets.Answer{Label: "Don’t save", Harm: true, Does: func() { e.Discard(); then() }},
		widgets.Answer{Label: "Stay here"},
	)
}

func trimMark(title string) string {
	const mark = " •"
	if len(title) > len(mark) && title[len(title)-len(mark):] == mark {
		return title[:len(title)-len(mark)]
	}
	return title
}

// Office is the office that is open.
func (s *shell) Office() data.Office { return s.office }

// Window is the window.
func (s *shell) Window() fyne.Window { return s.program.window }

// Today is the day by the laptop's clock.
func (s *shell) Today() data.Date { return s.program.options.Today() }

// Open shows a page; the one it is asked for from is come back to.
func (s *shell) Open(p desk.Page) { s.guard(func() { s.put(p) }) }

// put lays a page on top.
func (s *shell) put(p desk.Page) {
	s.stack = append(s.stack, p)
	s.show()
}

// Back shows the page before.
func (s *shell) Back() {
	if len(s.stack) < 2 {
		return
	}
	s.guard(func() {
		s.stack = s.stack[:len(s.stack)-1]
		s.show()
	})
}

// Say puts a sentence at the foot of the window.
func (s *shell) Say(sentence string, doing *desk.Doing) {
	s.said.SetText(time.Now().Format("15:04") + "  " + sentence)
	s.doing.RemoveAll()
	if doing != nil {
		s.doing.Add(widgets.NewButton("foot.doing", doing.Label, nil, doing.Do))
	}
	s.doing.Refresh()
}

// Explain says what went wrong in front of the window, where it cannot be overlooked; the detail goes into the log.
func (s *shell) Explain(doing string, err error) {
	s.program.options.Log.Error(doing, "error", err)
	widgets.Tell(s.program.window, "That did not work", data.Explain(err))
}

// Saved tells every page that a record has changed.
func (s *shell) Saved(rec data.Record) {
	if rec == nil {
		return
	}
	s.program.entitle()
	for _, p := range s.registers {
		p.Changed(rec)
	}
	for _, p := range s.stack {
		if p != s.registers[p.Section()] {
			p.Changed(rec)
		}
	}
	if len(s.stack) > 1 {
		s.crumb.SetText(s.stack[len(s.stack)-2].Title())
	}
}

// news shows what is not any more as it was: others have saved, or one’s own saves have come further.
func (s *shell) news(n data.News) {
	for _, id := range n.Records {
		if rec, ok := s.office.Register().Find(id.Kind, id.ID); ok {
			s.Saved(rec)
		} else if gone, err := data.New(id.Kind); err == nil {
			gone.Stamped().ID = id.ID
			s.Saved(gone)
		}
	}
	if id, _ := shownBy(s.current()); id.Kind != "" { // it says what has become of its last save
		if rec, ok := s.office.Register().Find(id.Kind, id.ID); ok {
			s.current().Changed(rec)
		}
	}
	for _, m := range n.Merged {
		s.Say("“"+m.Record.Label()+"” is saved."+record.Kept(m.Record.RecordKind(), m.Merged), nil)
	}
	if len(n.Doubted) > 0 {
		s.current().Arrived() // a page asks about its own record
	}
	s.standing.show(s.office.Standing())
}

// shownBy is the record that a page shows, and whether it is being changed there.
func shownBy(p desk.Page) (data.RecordID, bool) {
	r, ok := p.(interface{ Shows() data.RecordID })
	if !ok {
		return data.RecordID{}, false
	}
	e, ok := p.(desk.Editor)
	return r.Shows(), ok && e.Dirty()
}

// Run does work away from the window.
func (s *shell) Run(work func(context.Context) error, done func(error)) { s.program.run(work, done) }

// Papers is the folder that papers are put into.
func (s *shell) Papers() (string, error) { return s.program.options.Papers() }

// Preview is whether records show their paper beside the form.
func (s *shell) Preview() bool {
	return s.program.app.Preferences().BoolWithFallback(previewShown, true)
}

// SetPreview remembers whether they do.
func (s *shell) SetPreview(yes bool) { s.program.app.Preferences().SetBool(previewShown, yes) }

const previewShown = "preview"

// OpenRecord shows the page of a record, at a field of it.
func (s *shell) OpenRecord(kind data.Kind, id data.ID, field string) bool {
	page := s.pageOf(kind, id)
	if page == nil {
		return false
	}
	s.guard(func() {
		if kind == data.KindOffice {
			s.section(desk.Office)
		} else {
			s.put(page)
		}
		if p, ok := s.current().(desk.Shower); ok && field != "" {
			p.ShowField(field)
		}
	})
	return true
}

// pageOf is the page of a record; nil where its kind has none in the window.
func (s *shell) pageOf(kind data.Kind, id data.ID) desk.Page {
	rec, ok := s.office.Register().Find(kind, id)
	if !ok {
		return nil
	}
	switch rec := rec.(type) {
	case *data.Grant:
		return grants.NewPage(s, rec)
	case *data.Fund:
		return funds.NewPage(s, rec)
	case *data.FOIRequest:
		return foi.NewPage(s, rec)
	case *data.Specification:
		return specifications.NewPage(s, rec)
	case *data.Organisation:
		return partners.NewPage(s, rec)
	case *data.OfficeDetails:
		return office.NewPage(s)
	default:
		return nil
	}
}

// Show opens a file with the program that the person has for it.
func (s *shell) Show(file string) error { return s.program.options.Show(file) }

// sidebar is the list of sections.
type sidebar struct {
	buttons map[desk.Section]*widgets.Button
	content fyne.CanvasObject
}

func newSidebar(open func(desk.Section)) *sidebar {
	s := &sidebar{buttons: map[desk.Section]*widgets.Button{}}
	list := container.NewVBox()
	for _, sec := range sections {
		b := widgets.NewButton("section."+string(sec.name), string(sec.name), theme.Icon(sec.icon), func() { open(sec.name) })
		b.Alignment = widget.ButtonAlignLeading
		b.Importance = widget.LowImportance
		s.buttons[sec.name] = b
		list.Add(b)
	}
	ground := canvas.NewRectangle(theme.Color(look.ColorSidebar))
	ground.SetMinSize(fyne.NewSize(168, 10))
	s.content = container.NewStack(ground, container.NewPadded(list))
	return s
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
		}
	}
}

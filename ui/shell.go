package ui

import (
	"context"
	"errors"
	"maps"
	"time"

	"almoner/data"
	"almoner/ui/actions"
	"almoner/ui/boardpapers"
	"almoner/ui/decisions"
	"almoner/ui/desk"
	"almoner/ui/foi"
	"almoner/ui/funds"
	"almoner/ui/grants"
	"almoner/ui/help"
	"almoner/ui/home"
	"almoner/ui/lang"
	"almoner/ui/monitoring"
	"almoner/ui/office"
	"almoner/ui/partners"
	"almoner/ui/publish"
	"almoner/ui/record"
	"almoner/ui/specifications"
	"almoner/ui/training"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// shell is an open office: the sections at the left, the tabs of what is open above a page, and a line at the foot that says what has just
// happened. It is the desk that the pages lie on.
type shell struct {
	program   *Program
	office    data.Office
	registers map[desk.Section]desk.Page
	dressed   map[desk.Page]dressed        // how each was drawn when it was last shown
	keyboard  map[desk.Page]fyne.Focusable // what had it on each page that was left
	pages     pages
	sidebar   *sidebar
	tabs      *tabBar
	page      *fyne.Container
	back      *widgets.Button
	forward   *widgets.Button
	said      *widget.Label
	foot      *fyne.Container
	doing     *fyne.Container
	standing  *standing
	help      *help.Page // nil until somebody wants help
	tour      *fyne.Container
	content   fyne.CanvasObject
}

var (
	_ desk.Desk  = (*shell)(nil)
	_ desk.Lists = (*shell)(nil)
)

// sections are those of the sidebar, in order, with how each begins.
var sections = []struct {
	name desk.Section
	icon fyne.ThemeIconName
	page func(desk.Desk) desk.Page
}{
	{desk.Home, theme.IconNameHome, home.NewPage},
	{desk.Grants, theme.IconNameList, func(d desk.Desk) desk.Page { return grants.NewRegister(d) }},
	{desk.Funds, theme.IconNameDownload, funds.NewRegister},
	{desk.Decisions, theme.IconNameConfirm, decisions.NewRegister},
	{desk.Requests, theme.IconNameMailCompose, foi.NewRegister},
	{desk.Specifications, theme.IconNameDocument, specifications.NewRegister},
	{desk.Training, theme.IconNameCalendar, func(d desk.Desk) desk.Page { return training.NewRegister(d) }},
	{desk.Partners, theme.IconNameAccount, partners.NewRegister},
	{desk.Papers, theme.IconNameFolderOpen, boardpapers.NewRegister},
	{desk.Monitoring, theme.IconNameVisibility, monitoring.NewRegister},
	{desk.Actions, theme.IconNameCheckButtonChecked, actions.NewRegister},
	{desk.Publish, theme.IconNameUpload, publish.NewRegister},
	{desk.Office, theme.IconNameSettings, office.NewPage},
}

func newShell(p *Program) *shell {
	s := &shell{program: p, office: p.office, registers: map[desk.Section]desk.Page{}, dressed: map[desk.Page]dressed{}, keyboard: map[desk.Page]fyne.Focusable{}, page: container.NewStack(), doing: container.NewHBox()}
	s.sidebar = newSidebar(func(name desk.Section) { s.section(name) })
	s.tabs = newTabBar(s)
	s.back = widgets.NewButton("back", "", theme.NavigateBackIcon(), s.Back)
	s.back.Speak(lang.L("Back"))
	s.back.Importance = widget.LowImportance
	s.forward = widgets.NewButton("forward", "", theme.NavigateNextIcon(), s.Forward)
	s.forward.Speak(lang.L("Forward"))
	s.forward.Importance = widget.LowImportance
	anything := widgets.NewButton("find", lang.L("Find anything"), theme.SearchIcon(), s.findAnything)
	s.said = widget.NewLabel("")
	s.said.Truncation = fyne.TextTruncateEllipsis
	s.standing = newStanding(s)
	s.foot = container.New(footLine{s.said, s.standing.where}, s.said, container.NewHBox(s.doing, p.working.content, s.standing.foot))
	top := container.NewBorder(nil, nil, container.NewHBox(s.back, s.forward), anything, s.tabs.content)
	// A page that needs more room than there is scrolls; it must not push the window over the edge of a screen.
	page := container.NewScroll(s.page)
	body := container.New(layout.NewCustomPaddedLayout(6, 4, 12, 12), container.NewBorder(container.NewVBox(top, widget.NewSeparator()), nil, nil, nil, page))
	s.tour = container.NewStack()
	s.content = container.NewBorder(container.NewVBox(s.tour, s.standing.banner), container.NewVBox(widget.NewSeparator(), s.foot), nil, nil, container.New(beside{s.sidebar}, s.sidebar.content, body))
	return s
}

// section shows a section, as it was left, and reports whether there is such a one.
func (s *shell) section(name desk.Section) bool {
	for _, sec := range sections {
		if sec.name != name {
			continue
		}
		if s.registers[name] == nil {
			s.registers[name] = sec.page(s)
		}
		p := s.registers[name]
		if _, edits := p.(desk.Editor); edits && s.pages.register != nil { // what can be changed stays in sight until it is saved
			p = s.pages.add(p)
		}
		s.turn(p)
		return true
	}
	return false
}

func (s *shell) current() desk.Page { return s.pages.shown }

// turn shows a page that is open. The one that is left goes if there is nothing to it: a record that was begun and not filled in, or was
// deleted.
func (s *shell) turn(to desk.Page) {
	left := s.pages.shown
	s.noteKeyboard()
	s.pages.turn(to)
	if left != to {
		s.forgetIfNothing(left)
	}
	s.show()
}

func (s *shell) forgetIfNothing(p desk.Page) {
	i := s.pages.at(p)
	if i < 0 || dirty(p) {
		return
	}
	id, _ := shownBy(p)
	if id.ID == "" {
		return // it shows no record
	}
	if _, there := s.office.Register().Find(id.Kind, id.ID); !there {
		s.pages.forget(i)
	}
}

// turnTo shows a tab; -1 is the register.
func (s *shell) turnTo(i int) {
	if i < 0 {
		s.turn(s.pages.register)
		return
	}
	t := s.pages.tabs[i]
	if t.page == nil {
		if t.page = s.pageOf(t.id.Kind, t.id.ID); t.page == nil { // deleted meanwhile
			s.pages.forget(i)
			s.show()
			return
		}
	}
	s.turn(t.page)
}

// closeTab closes a tab, once nothing unsaved would be lost.
func (s *shell) closeTab(i int) {
	p := s.pages.tabs[i].page
	gone := func() {
		if at := s.pages.at(p); at >= 0 {
			i = at
		}
		s.pages.forget(i)
		s.show()
	}
	e, edits := p.(desk.Editor)
	if !edits || !e.Dirty() {
		gone()
		return
	}
	s.turn(p)
	s.ask(e, gone)
}

// closeShown closes the tab that is shown.
func (s *shell) closeShown() {
	if i := s.pages.at(s.current()); i >= 0 {
		s.closeTab(i)
	}
}

// show puts the page that is shown into the window.
func (s *shell) show() {
	p := s.current()
	if s.pages.at(p) < 0 {
		s.pages.register = p
	}
	s.page.Objects = []fyne.CanvasObject{p.Content()}
	s.page.Refresh()
	s.redress(p)
	s.giveKeyboard(p)
	s.sidebar.choose(p.Section())
	s.arrows()
	s.tabs.refresh()
	s.program.window.SetMainMenu(s.program.menu())
	s.office.Attend(shownBy(p))
	p.Arrived()
	s.keepKeyboard(p)
	s.standing.show(s.office.Standing())
	s.remember()
}

// redress has a page follow the colours and the size that were chosen while another was shown: Fyne changes only what is in the window.
func (s *shell) redress(p desk.Page) {
	settings := s.program.app.Settings()
	now := dressed{settings.Theme(), settings.ThemeVariant()}
	was, known := s.dressed[p]
	maps.DeleteFunc(s.dressed, func(page desk.Page, _ dressed) bool {
		return !s.holds(page)
	})
	s.dressed[p] = now
	if known && was != now {
		settings.SetTheme(settings.Theme())
	}
}

// dressed is how a page was drawn.
type dressed struct {
	theme   fyne.Theme
	variant fyne.ThemeVariant
}

// arrows are grey where there is nothing to go back or forward to.
func (s *shell) arrows() {
	for b, to := range map[*widgets.Button][]desk.Page{s.back: s.pages.past, s.forward: s.pages.ahead} {
		if len(to) > 0 {
			b.Enable()
		} else {
			b.Disable()
		}
	}
}

// guard asks about unsaved changes on all pages, one after the other, before the office is left.
func (s *shell) guard(then func()) {
	unsaved := s.pages.unsaved()
	if len(unsaved) == 0 {
		then()
		return
	}
	s.turn(unsaved[0])
	s.ask(unsaved[0], func() { s.guard(then) })
}

// ask asks what is to become of a page's unsaved changes.
func (s *shell) ask(e desk.Editor, then func()) {
	s.program.ask(lang.L("Save your changes?"), lang.F("“%s” has changes that are not saved yet.", trimMark(e.Title())),
		widgets.Answer{Label: lang.L("Save"), Does: func() { e.Save(then) }},
		widgets.Answer{Label: lang.L("Don’t save"), Harm: true, Does: func() { e.Discard(); then() }},
		widgets.Answer{Label: lang.L("Stay here")},
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

// Today is the day that the office is shown on.
func (s *shell) Today() data.Date { return s.program.options.Today(s.office.Path()) }

// Open shows a page in a tab; the one it is asked for from is come back to. A record that is open already is shown in the tab it has.
func (s *shell) Open(p desk.Page) { s.turn(s.pages.add(p)) }

// Back shows the page that was shown before.
func (s *shell) Back() { s.step(s.pages.back) }

// Forward takes back one step back.
func (s *shell) Forward() { s.step(s.pages.forward) }

func (s *shell) step(step func() bool) {
	left := s.current()
	s.noteKeyboard()
	if !step() {
		return
	}
	s.forgetIfNothing(left)
	s.show()
}

// beside shows the tab at the right (1) or at the left (-1).
func (s *shell) beside(steps int) { s.turnTo(s.pages.beside(steps)) }

// Say puts a sentence at the foot of the window.
func (s *shell) Say(sentence string, doing *desk.Doing) {
	s.said.SetText(time.Now().Format("15:04") + "  " + sentence)
	s.doing.RemoveAll()
	if doing != nil {
		s.doing.Add(widgets.NewButton("foot.doing", doing.Label, nil, doing.Do))
	}
	s.foot.Refresh() // the room that is left depends on the words
}

// Explain says what went wrong in front of the window, where it cannot be overlooked; the detail goes into the log.
func (s *shell) Explain(doing string, err error) {
	if errors.Is(err, context.Canceled) {
		s.Say(data.Explain(err), nil)
		return
	}
	s.program.options.Log.Error(doing, "error", err)
	widgets.Tell(s.program.window, lang.L("That did not work"), data.Explain(err))
}

// Saved tells every page that a record has changed.
func (s *shell) Saved(rec data.Record) {
	if rec == nil {
		return
	}
	s.program.entitle()
	for _, p := range s.registers {
		if s.pages.at(p) < 0 {
			p.Changed(rec)
		}
	}
	for _, t := range s.pages.tabs {
		if t.page != nil {
			t.page.Changed(rec)
			t.title = t.page.Title()
		} else if t.id == data.IDOf(rec) {
			t.title = rec.Label()
		}
	}
	s.closeGone(data.IDOf(rec))
	s.tabs.refresh()
	s.count()
}

// closeGone closes the tab of a record that is not there any more, such as of a person who was taken out. The page that is shown stays, and
// says so, as does one with something unsaved.
func (s *shell) closeGone(id data.RecordID) {
	i := s.pages.of(id)
	if i < 0 || s.pages.tabs[i].page != nil && (s.pages.tabs[i].page == s.pages.shown || dirty(s.pages.tabs[i].page)) {
		return
	}
	if _, there := s.office.Register().Find(id.Kind, id.ID); !there {
		s.pages.forget(i)
	}
}

// count counts what there is to do in each section.
func (s *shell) count() { s.sidebar.count(s.Run, s.office.Register(), s.Today()) }

// Retitled shows what a record is called now on its tab.
func (s *shell) Retitled(id data.RecordID, title string) {
	if i := s.pages.of(id); i >= 0 && s.pages.tabs[i].title != title {
		s.pages.tabs[i].title = title
		s.tabs.refresh()
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
		s.Say(lang.F("“%s” is saved.%s", m.Record.Label(), record.Kept(m.Record.RecordKind(), m.Merged)), nil)
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

// Printing sends papers to printers.
func (s *shell) Printing() desk.Printing { return s.program.options.Printing }

// Keep remembers how a page of this office is arranged.
func (s *shell) Keep(key string, values []string) {
	s.program.app.Preferences().SetStringList(arranged+key+" in "+s.office.Path(), values)
}

// Kept is what was remembered.
func (s *shell) Kept(key string) []string {
	return s.program.app.Preferences().StringList(arranged + key + " in " + s.office.Path())
}

const arranged = "arranged "

// OpenRecord shows the page of a record, at a field of it.
func (s *shell) OpenRecord(kind data.Kind, id data.ID, field string) bool {
	page := s.pageOf(kind, id)
	if page == nil {
		return false
	}
	if kind == data.KindOffice {
		s.section(desk.Office)
	} else {
		s.Open(page)
	}
	if p, ok := s.current().(desk.Shower); ok && field != "" {
		p.ShowField(field)
	}
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
	case *data.Decision:
		return decisions.NewPage(s, rec)
	case *data.BoardPaper:
		return boardpapers.NewBoardPaperPage(s, rec)
	case *data.NewsRelease:
		return boardpapers.NewNewsReleasePage(s, rec)
	case *data.FOIRequest:
		return foi.NewPage(s, rec)
	case *data.Specification:
		return specifications.NewPage(s, rec)
	case *data.MonitoringReturn:
		return monitoring.NewPage(s, rec)
	case *data.OutcomesFramework:
		return monitoring.NewFrameworkPage(s, rec)
	case *data.Action:
		return actions.NewPage(s, rec)
	case *data.Publication:
		return publish.NewPage(s, rec)
	case *data.TrainingEvent:
		return training.NewPage(s, rec)
	case *data.Organisation:
		return partners.NewPage(s, rec)
	case *data.OfficeDetails:
		return office.NewPage(s)
	default:
		return lesserPage(s, rec)
	}
}

// ShowSection shows a section, as the sidebar does.
func (s *shell) ShowSection(name desk.Section) { s.section(name) }

// ShowGrants shows the grants that a query asks for.
func (s *shell) ShowGrants(q data.Query) {
	s.section(desk.Grants)
	if r, ok := s.registers[desk.Grants].(*grants.Register); ok {
		r.Narrow(q)
	}
}

// dropped gives files that were dropped on the window to the page that is shown.
func (s *shell) dropped(_ fyne.Position, files []fyne.URI) {
	if s.program.window.Canvas().Overlays().Top() != nil {
		return // a question is in front
	}
	if t, ok := s.current().(desk.Taker); !ok || !t.Dropped(files) {
		s.Say(lang.L("Files cannot be put here. Open the record that they belong to, and drop them on it."), nil)
	}
}

// Show opens a file with the program that the person has for it.
func (s *shell) Show(file string) error { return s.program.options.Show(file) }

// Care is what can be done about the file of an office.
func (s *shell) Care() data.FileCare { return s.program.options.Care }

// OpenOffice closes this office, does something first, and opens another.
func (s *shell) OpenOffice(path string, first func(context.Context) (string, error)) {
	s.program.OpenOffice(path, first)
}

// OpenCopy closes this office, and opens a copy of one.
func (s *shell) OpenCopy(path string) { s.program.OpenCopy(path) }

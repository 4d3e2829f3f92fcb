// Package home is the page that the day begins with: what needs attention, urgent first, and the year in figures.
package home

import (
	"context"

	"almoner/data"
	"almoner/ui/desk"
	"almoner/ui/foi"
	"almoner/ui/funds"
	"almoner/ui/grants"
	"almoner/ui/lang"
	"almoner/ui/record"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Page is the home page.
type Page struct {
	desk    desk.Desk
	shown   *figures // nil until they were worked out for the first time
	working bool     // figures are being worked out
	stale   bool     // something has changed since that was begun
	all     bool     // every notice is wanted, however many there are

	notices *widgets.Notices
	calm    *widget.Label // nothing needs attention
	figures *fyne.Container
	day     fyne.CanvasObject // what needs attention, and the figures
	content *fyne.Container
	laid    laid
}

// NewPage is the home page of an office.
func NewPage(d desk.Desk) desk.Page {
	p := &Page{desk: d, stale: true, calm: widget.NewLabel(""), content: container.NewStack()}
	p.notices = widgets.NewNotices("home.attention", p.openNotice)
	p.figures = container.New(&flow{})
	left := container.NewBorder(heading(lang.L("Needs attention today")), nil, nil, nil, container.NewStack(p.notices, container.NewCenter(p.calm)))
	p.day = container.New(halves{}, left, container.NewVScroll(p.figures))
	return p
}

func heading(words string) *widget.Label {
	l := widget.NewLabel(words)
	l.TextStyle.Bold = true
	l.SizeName = theme.SizeNameSubHeadingText
	return l
}

// Title is the name of the section.
func (p *Page) Title() string { return desk.Home.Label() }

// Section is Home.
func (p *Page) Section() desk.Section { return desk.Home }

// Content is the page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Arrived works the figures out anew if something has changed, or the day has.
func (p *Page) Arrived() {
	if p.stale || p.shown == nil || p.shown.today != p.desk.Today() {
		p.work()
	}
	if p.shown != nil && !widgets.HasKeyboard(p.desk.Window().Canvas(), p.content) {
		p.focus()
	}
}

// focus gives the keyboard to what needs attention, or else to the next of the first steps.
func (p *Page) focus() {
	canvas := p.desk.Window().Canvas()
	if len(p.shown.attention) > 0 {
		canvas.Focus(p.notices.List())
	} else if first := widgets.FirstControl(p.content); first != nil {
		canvas.Focus(first)
	}
}

// Changed works them out anew. However many records have changed meanwhile, that is done once for all of them.
func (p *Page) Changed(data.Record) {
	p.stale = true
	p.work()
}

// work reads the register away from the window, one time after the other.
func (p *Page) work() {
	if p.working {
		return
	}
	p.working, p.stale = true, false
	var f *figures
	reg, today := p.desk.Office().Register(), p.desk.Today()
	p.desk.Run(
		func(context.Context) error {
			f = figuresOf(reg, today)
			return nil
		},
		func(error) { // reading what is in memory does not fail
			p.working = false
			p.show(f)
			if p.stale {
				p.work()
			}
		},
	)
}

// show puts figures on the page.
func (p *Page) show(f *figures) {
	p.shown = f
	now := laid{p.wantsSteps(), f.steps, f.empty()}
	if now.steps && now.empty {
		p.lay(now, func() fyne.CanvasObject { return container.NewVScroll(container.NewPadded(p.steps(f.steps))) })
		return
	}
	p.calm.SetText("")
	if len(f.attention) == 0 {
		p.calm.SetText(lang.L("Nothing needs attention today."))
	}
	p.notices.Set(p.noticesOf(f.attention))
	p.figures.Objects = []fyne.CanvasObject{p.awards(f), p.money(f)}
	p.figures.Refresh()
	first := len(p.content.Objects) == 0
	p.lay(now, func() fyne.CanvasObject {
		if !now.steps {
			return p.day
		}
		return widgets.Over(container.NewPadded(p.steps(f.steps)), p.day) // all scrolls where there is no room for both
	})
	if first && p.desk.Window().Canvas().Focused() == nil { // nobody has gone on meanwhile
		p.focus()
	}
}

// laid is what the page is made of.
type laid struct {
	steps bool // the first steps are shown
	done  stepsDone
	empty bool // there is nothing else to show
}

// lay makes the page anew, if it is made of something else than before: the keyboard stays where it is.
func (p *Page) lay(now laid, content func() fyne.CanvasObject) {
	if len(p.content.Objects) == 1 && p.laid == now {
		return
	}
	p.laid = now
	p.content.Objects = []fyne.CanvasObject{content()}
	p.content.Refresh()
}

// mostNotices is how many are listed at first: nobody reads more in a morning, and an office that has not kept its returns may have thousands.
const mostNotices = 200

func (p *Page) noticesOf(attention []data.Attention) []widgets.Notice {
	more := 0
	if len(attention) > mostNotices && !p.all {
		more = len(attention) - mostNotices
		attention = attention[:mostNotices]
	}
	notices := make([]widgets.Notice, len(attention))
	for i, a := range attention {
		notices[i] = widgets.Notice{Words: a.Sentence, Aside: lang.L(a.Need.Label()) + " · " + a.When(), Urgent: a.Urgent}
	}
	if more > 0 {
		notices = append(notices, widgets.Notice{Words: lang.N(more, "Show {n} more.", "Show {n} more."), Aside: lang.L("They are less urgent, or not as old.")})
	}
	return notices
}

func (p *Page) openNotice(i int) {
	switch {
	case p.shown == nil || i < 0 || i >= len(p.shown.attention):
	case i == mostNotices && !p.all:
		p.all = true
		p.notices.Set(p.noticesOf(p.shown.attention))
	default:
		rec := p.shown.attention[i].Record
		record.OpenOrSay(p.desk, rec.RecordKind(), rec.Stamped().ID)
	}
}

// showGrants shows the grants of a query, or all of them where the desk cannot narrow the list.
func (p *Page) showGrants(q data.Query) {
	if l, ok := p.desk.(desk.Lists); ok {
		l.ShowGrants(q)
		return
	}
	p.desk.Open(grants.NewRegister(p.desk))
}

// showSection shows a section as the sidebar does, or its list on top of this page.
func (p *Page) showSection(name desk.Section, list func(desk.Desk) desk.Page) {
	if l, ok := p.desk.(desk.Lists); ok {
		l.ShowSection(name)
		return
	}
	p.desk.Open(list(p.desk))
}

func (p *Page) showFunds() { p.showSection(desk.Funds, funds.NewRegister) }

func (p *Page) showRequests() { p.showSection(desk.Requests, foi.NewRegister) }

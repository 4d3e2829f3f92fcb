package help

import (
	"almoner/data"
	"almoner/ui/desk"
	"almoner/ui/lang"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Page is the help in a tab of the window: a search with the list of pages at the left, the page that is read at the right.
type Page struct {
	desk    desk.Desk
	index   *index
	found   []Topic
	search  *widgets.Entry
	list    *widgets.Register[Topic]
	foot    *widget.Label
	nothing *widget.Label // in the place of the list, where no page is found
	reader  *reader
	shown   Topic
	content fyne.CanvasObject
}

var (
	_ desk.Page   = (*Page)(nil)
	_ desk.Finder = (*Page)(nil)
)

// NewPage is the help, at the page that it begins with.
func NewPage(d desk.Desk) *Page {
	p := &Page{desk: d, index: newIndex(Topics())}
	p.search = widgets.NewSearch("help.search", lang.L("Search help"))
	p.search.OnChanged = func(string) { p.find() }
	p.search.OnEnter = p.openFirst
	p.search.OnDown = func() { d.Window().Canvas().Focus(p.list.List()) }
	p.search.OnEscape = func() { p.search.SetText("") }
	p.list = widgets.NewRegister("help.list", []widgets.Column[Topic]{{Key: "title", Heading: lang.L("Pages"), Share: 1, Least: 140, Text: func(t Topic) string { return t.Title }}})
	p.list.Still()
	p.list.OnOpen = p.open
	p.foot = widgets.Note("")
	p.nothing = widgets.Note(lang.L("No page has these words. Try fewer of them, or another word."))
	p.nothing.Hide()
	p.reader = newReader(p.follow)
	p.content = container.New(&halves{widestOf(p.index.topics)}, container.NewBorder(p.search, p.foot, nil, nil, container.NewStack(p.list, p.nothing)), p.reader)
	p.find()
	p.Show(Start)
	return p
}

// Show turns to the page of that name, and reports whether there is one.
func (p *Page) Show(name string) bool {
	for _, t := range p.index.topics {
		if t.Name == name {
			p.open(t)
			return true
		}
	}
	return false
}

// Shown is the name of the page that is read.
func (p *Page) Shown() string { return p.shown.Name }

func (p *Page) open(t Topic) {
	p.shown = t
	p.reader.show(t)
}

func (p *Page) openFirst() {
	if len(p.found) > 0 {
		p.open(p.found[0])
	}
}

// topics is what the list shows.
type topics []Topic

func (t topics) Len() int       { return len(t) }
func (t topics) At(i int) Topic { return t[i] }

func (p *Page) find() {
	p.found = p.index.find(p.search.Text)
	p.list.SetRows(topics(p.found))
	if len(p.found) == 0 {
		p.list.Hide()
		p.nothing.Show()
	} else {
		p.nothing.Hide()
		p.list.Show()
	}
	p.foot.SetText(lang.N(len(p.found), "{n} page", "{n} pages"))
}

// sections is a desk that can be asked for a section, as the list at its left does.
type sections interface{ ShowSection(desk.Section) }

// follow goes where a link of a page leads: to another page of the help, or to a section.
func (p *Page) follow(scheme, to string) {
	if scheme == toHelp {
		p.Show(to)
		return
	}
	if d, ok := p.desk.(sections); ok {
		d.ShowSection(desk.Section(to))
		return
	}
	p.desk.Say(lang.F("“%s” is in the list of sections at the left.", to), nil)
}

// Title is what the tab is called.
func (p *Page) Title() string { return lang.L("Help") }

// Section is none: help is about all of them.
func (p *Page) Section() desk.Section { return "" }

// Content is the page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Arrived puts the cursor into the search box.
func (p *Page) Arrived() { p.Find() }

// Find puts the cursor into the search box.
func (p *Page) Find() { p.desk.Window().Canvas().Focus(p.search) }

// Changed does nothing: no record changes what the help says.
func (p *Page) Changed(data.Record) {}

// halves lays the list out at the left, as wide as its longest title where there is room for that, and the page at its right.
type halves struct{ longest string }

// mostOfWidth is how much of the width the list may have.
const mostOfWidth = 0.4

func widestOf(topics []Topic) string {
	longest := ""
	for _, t := range topics {
		if len(t.Title) > len(longest) {
			longest = t.Title
		}
	}
	return longest
}

func (h *halves) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	gap := theme.Padding() * 2
	title := fyne.MeasureText(h.longest, theme.TextSize(), fyne.TextStyle{}).Width + 10*theme.Padding()
	width := max(min(title, size.Width*mostOfWidth), objects[0].MinSize().Width)
	objects[0].Resize(fyne.NewSize(width, size.Height))
	objects[1].Move(fyne.NewPos(width+gap, 0))
	objects[1].Resize(fyne.NewSize(size.Width-width-gap, size.Height))
}

func (h *halves) MinSize(objects []fyne.CanvasObject) fyne.Size {
	left, right := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(left.Width+theme.Padding()*2+right.Width, max(left.Height, right.Height))
}

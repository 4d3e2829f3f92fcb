package help

import (
	"slices"

	"almoner/data"
	"almoner/ui/desk"
	"almoner/ui/grants"
	"almoner/ui/lang"
	look "almoner/ui/theme"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// tourKey is under what it is remembered that the tour was closed.
const tourKey = "tour"

// tour leads through four things that one does with the office, in a strip that leaves the window to whoever uses it.
type tour struct {
	desk    desk.Desk
	done    func()
	steps   []step
	at      int
	title   *widget.Label
	words   *widget.Label
	show    *widgets.Button
	next    *widgets.Button
	content fyne.CanvasObject
}

// step is one thing to do, and how it is shown.
type step struct {
	title, words string
	show         func()
}

// NewTour is a strip that leads through the office that is open; done is called when it is closed. It is nil where somebody has closed it
// before, or where the office has no grant to show.
func NewTour(d desk.Desk, done func()) fyne.CanvasObject {
	if len(d.Kept(tourKey)) > 0 {
		return nil
	}
	t := &tour{desk: d, done: done, title: widget.NewLabel(""), words: widget.NewLabel("")}
	if t.steps = t.stepsOf(d.Office().Register()); len(t.steps) == 0 {
		return nil
	}
	t.title.TextStyle.Bold = true
	t.words.Wrapping = fyne.TextWrapWord
	t.show = widgets.NewButton("tour.show", lang.L("Show me"), theme.VisibilityIcon(), t.showStep)
	t.next = widgets.NewMainButton("tour.next", lang.L("Next"), nil, t.goOn)
	closes := widgets.NewButton("tour.close", "", theme.WindowCloseIcon(), t.close)
	closes.Speak(lang.L("End the tour"))
	closes.Importance = widget.LowImportance
	buttons := container.NewCenter(container.NewHBox(t.show, t.next, closes))
	said := container.New(layout.NewCustomPaddedVBoxLayout(-theme.Padding()), t.title, t.words)
	t.content = newStrip(container.NewBorder(nil, nil, nil, buttons, said))
	t.tell()
	return t.content
}

// stepsOf are the steps, with records of the office to show them on. A step that nothing can be shown on is left out.
func (t *tour) stepsOf(reg *data.Register) []step {
	grant := example(data.All[*data.Grant](reg), shownWell)
	if grant == nil {
		return nil
	}
	id := grant.ID
	steps := []step{
		{
			lang.L("Find a grant"), lang.F("Press Ctrl+K anywhere, type a few letters of “%s” and press Enter. References, names and words in the text are found alike.", grant.Title),
			func() { t.desk.OpenRecord(data.KindGrant, id, "") },
		},
		{
			lang.L("See what it was paid from"), lang.L("The tab “Money” of a grant has a row for each year and the fund that pays it. What a fund has left is in “Funds”."),
			func() { t.desk.OpenRecord(data.KindGrant, id, paidAt(grant)) },
		},
		{
			lang.L("Make its paper"), lang.L("“Make the PDF” (Ctrl+E) makes the paper of a record from what the register knows, and opens it. Where there is room, “Preview” shows it beside the form."),
			func() { t.makePaper(id) },
		},
	}
	if request := example(data.All[*data.FOIRequest](reg), toAnswer); request != nil {
		steps = append(steps, step{
			lang.L("Answer a request from the register"),
			lang.L("The step “3 Answer” of a request has tables that fill themselves from the grants: choose the years and the themes. The clock stands above every step."),
			func() { t.desk.OpenRecord(data.KindFOIRequest, request.ID, "appendices[0].title") },
		})
	}
	return steps
}

// example is the first record that shows something well; of none that does, the first there is; nil if there is none.
func example[R data.Record](all []R, well func(R) bool) (found R) {
	if i := slices.IndexFunc(all, well); i >= 0 {
		return all[i]
	}
	if len(all) > 0 {
		return all[0]
	}
	return found
}

// shownWell reports whether a grant is one of today that a fund pays for.
func shownWell(g *data.Grant) bool {
	return g.Status == data.Active && len(g.Awards) > 0 && len(g.Awards[0].Funds) == 1
}

// toAnswer reports whether a request is still to be answered, with a table from the register.
func toAnswer(r *data.FOIRequest) bool {
	return !r.Sent() && len(r.Appendices) > 0 && r.Appendices[0].Kind == data.AppendixTable
}

// paidAt is the field that says which fund pays for a grant, as Problems name it.
func paidAt(g *data.Grant) string {
	if len(g.Awards) == 0 {
		return "stated_total"
	}
	if len(g.Awards[0].Funds) > 1 {
		return "awards[0].funds[0].fund"
	}
	return "awards[0].funds"
}

// makePaper opens a grant and makes its paper.
func (t *tour) makePaper(id data.ID) {
	grant, ok := data.Get[*data.Grant](t.desk.Office().Register(), id)
	if !ok {
		return // a colleague has deleted it meanwhile
	}
	page := grants.NewPage(t.desk, grant)
	t.desk.Open(page)
	if p, ok := page.(desk.Printer); ok {
		p.Print()
	}
}

// tell says what the step is about.
func (t *tour) tell() {
	s := t.steps[t.at]
	t.title.SetText(lang.F("%d of %d: %s", t.at+1, len(t.steps), s.title))
	t.words.SetText(s.words)
	if t.at == len(t.steps)-1 {
		t.next.SetText(lang.L("Close"))
	}
}

func (t *tour) showStep() { t.steps[t.at].show() }

// goOn goes on to the next step; after the last, the tour is over.
func (t *tour) goOn() {
	if t.at == len(t.steps)-1 {
		t.close()
		return
	}
	t.at++
	t.tell()
}

// close ends the tour, for good: it is remembered.
func (t *tour) close() {
	t.desk.Keep(tourKey, []string{"closed"})
	t.content.Hide()
	if t.done != nil {
		t.done()
	}
}

// strip is a ground with a coloured edge at its left, in the colours that the window has at the moment.
type strip struct {
	widget.BaseWidget

	ground, edge *canvas.Rectangle
	content      fyne.CanvasObject
}

func newStrip(content fyne.CanvasObject) *strip {
	s := &strip{ground: canvas.NewRectangle(nil), edge: canvas.NewRectangle(nil), content: content}
	s.edge.SetMinSize(fyne.NewSize(edgeWidth, edgeWidth))
	s.ExtendBaseWidget(s)
	return s
}

// edgeWidth is how wide the coloured edge is, in Fyne's units.
const edgeWidth = 4

// CreateRenderer draws the strip.
func (s *strip) CreateRenderer() fyne.WidgetRenderer {
	r := &stripRenderer{WidgetRenderer: widget.NewSimpleRenderer(container.NewStack(s.ground, container.NewBorder(nil, nil, s.edge, nil, s.content))), strip: s}
	r.colour()
	return r
}

type stripRenderer struct {
	fyne.WidgetRenderer

	strip *strip
}

func (r *stripRenderer) colour() {
	r.strip.ground.FillColor = theme.Color(look.ColorStripe)
	r.strip.edge.FillColor = theme.Color(theme.ColorNamePrimary)
}

func (r *stripRenderer) Refresh() {
	r.colour()
	r.WidgetRenderer.Refresh()
}

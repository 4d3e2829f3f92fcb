package paper

import (
	"math"
	"slices"
	"strconv"

	"almoner/ui/desk"
	"almoner/ui/lang"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// fitWidth stands for pages as wide as there is room.
const fitWidth = 0

// fullSize is a page as large as on paper, in per cent.
const fullSize = 100

// zooms are the sizes that a page is shown in, in per cent of its size on paper. A larger one would need a picture of more than 30 megabytes.
var zooms = []int{50, 75, fullSize, 125, 150, 200}

// perPoint is how many of Fyne's units a point of the paper is at its full size: 96 of them are an inch.
const perPoint = 96.0 / 72

// sizeOf is how large a page is shown in some room.
func (p *pages) sizeOf(s *sheet, room float32) fyne.Size {
	width := max(room-2*pageGap, 1)
	if s.page == nil || s.page.Width <= 0 {
		return fyne.NewSquareSize(width)
	}
	if p.percent != fitWidth {
		width = float32(s.page.Width) * perPoint * float32(p.percent) / fullSize
	}
	return fyne.NewSize(width, width*float32(s.page.Height/s.page.Width))
}

// show shows the pages in another size, with what was in sight still there.
func (p *pages) show(percent int) {
	if p.percent == percent {
		return
	}
	before := p.box.MinSize().Height
	part := p.scroll.Offset.Y / before
	p.percent = percent
	p.box.Refresh()
	p.scroll.Refresh()
	p.scroll.ScrollToOffset(fyne.NewPos(0, part*p.box.MinSize().Height))
	p.reveal()
}

// shown is how large the first page is shown now, in per cent of its size on paper.
func (p *pages) shown() int {
	if len(p.sheets) == 0 {
		return fullSize
	}
	first := p.sheets[0]
	return int(math.Round(float64(first.content.Size().Width) * fullSize / (first.page.Width * perPoint)))
}

// next is the size that is a step larger (1) or smaller (-1) than what is shown.
func (p *pages) next(step int) int {
	now := p.shown()
	if step > 0 {
		if i := slices.IndexFunc(zooms, func(z int) bool { return z > now }); i >= 0 {
			return zooms[i]
		}
		return zooms[len(zooms)-1]
	}
	for _, z := range slices.Backward(zooms) {
		if z < now {
			return z
		}
	}
	return zooms[0]
}

// FocusGained shows that keys scroll the pages.
func (p *pages) FocusGained() { p.edge.Show() }

// FocusLost takes that away.
func (p *pages) FocusLost() { p.edge.Hide() }

// TypedRune is of no interest.
func (*pages) TypedRune(rune) {}

// TypedKey scrolls.
func (p *pages) TypedKey(e *fyne.KeyEvent) {
	switch {
	case e.Name == fyne.KeyEscape && p.escape != nil:
		p.escape()
	case widgets.ScrollByKey(p.scroll, e.Name):
		p.reveal()
	default:
		widgets.FunctionKey(p, e)
	}
}

// Tapped gives the keyboard to the pages.
func (p *pages) Tapped(*fyne.PointEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(p); c != nil {
		c.Focus(p)
	}
}

// View shows the pages in another size, and remembers that for all papers.
func (p *Pane) View(v desk.PaperView) {
	switch v {
	case desk.PaperLarger:
		p.zoom(p.pages.next(1))
	case desk.PaperSmaller:
		p.zoom(p.pages.next(-1))
	case desk.PaperFullSize:
		p.zoom(fullSize)
	case desk.PaperFitsWidth:
		p.zoom(fitWidth)
	case desk.PaperOnWholePage:
		p.Turn()
	}
}

func (p *Pane) zoom(percent int) {
	p.pages.show(percent)
	kept := p.kept()
	kept[p.place()] = percent
	p.desk.Keep(zoomKept, []string{strconv.Itoa(kept[besideForm]), strconv.Itoa(kept[wholePage])})
	if percent == fitWidth {
		p.desk.Say(lang.L("The paper is as wide as there is room."), nil)
		return
	}
	p.desk.Say(lang.F("The paper is shown at %d %%.", percent), nil)
}

// The places of the paper, each with a size of its own.
const (
	besideForm = iota
	wholePage
	places
)

const zoomKept = "paper zoom" //lang:no the name of a setting

func (p *Pane) place() int {
	if p.whole {
		return wholePage
	}
	return besideForm
}

// kept are the sizes that were chosen last, here or on another page.
func (p *Pane) kept() (percents [places]int) {
	for i, word := range p.desk.Kept(zoomKept) {
		if n, err := strconv.Atoi(word); err == nil && i < places && slices.Contains(zooms, n) {
			percents[i] = n
		}
	}
	return percents
}

// SetWhole tells the pane whether it has the whole page, or stands beside the form.
func (p *Pane) SetWhole(yes bool) {
	p.whole = yes
	words := lang.L("Whole page")
	p.pages.escape = nil
	if yes {
		words = lang.L("Back to the form")
		p.pages.escape = p.Turn
	}
	p.turner.SetText(words)
	p.pages.show(p.kept()[p.place()])
}

// Focus puts the keyboard onto the pages, which it scrolls.
func (p *Pane) Focus() { p.desk.Window().Canvas().Focus(p.pages) }

// top is what stands above the pages: which paper they are of, and how large.
func (p *Pane) top() fyne.CanvasObject {
	sizes := container.NewHBox()
	for _, s := range []struct {
		name, label string
		view        desk.PaperView
	}{
		{"smaller", lang.L("Smaller"), desk.PaperSmaller},
		{"larger", lang.L("Larger"), desk.PaperLarger},
		{"fit", lang.L("Fit width"), desk.PaperFitsWidth},
		{"full", lang.L("100 %"), desk.PaperFullSize},
	} {
		b := widgets.NewButton(p.name+"."+s.name, s.label, nil, func() { p.View(s.view) })
		b.Importance = widget.LowImportance
		sizes.Add(b)
	}
	p.turner = widgets.NewButton(p.name+".whole", "", nil, func() { p.Turn() })
	return container.New(&inOneRow{}, p.choice, sizes, p.turner)
}

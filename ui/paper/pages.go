package paper

import (
	"image"
	"image/color"

	"almoner/reports/layout"
	"almoner/reports/preview"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// pages shows the pages of a paper one below the other, as wide as there is room or in the size that was chosen. A page is painted in the pixels of the screen when it
// comes into sight, so that a long paper costs no more than a short one.
type pages struct {
	widget.BaseWidget

	name    string
	painter *preview.Painter
	laid    *layout.Paper
	sheets  []*sheet
	box     *fyne.Container
	scroll  *container.Scroll
	ground  *canvas.Rectangle
	edge    *widgets.Edge
	percent int    // of the size that the pages have on paper, or fitWidth
	escape  func() // the Escape key; may be nil
}

var (
	_ fyne.Focusable = (*pages)(nil)
	_ fyne.Tappable  = (*pages)(nil)
)

// Room around the pages, in Fyne's units.
const pageGap = 12

func newPages(name string) *pages {
	p := &pages{name: name, painter: preview.New(), ground: canvas.NewRectangle(color.Transparent), edge: widgets.NewEdge()}
	p.box = container.New(pageColumn{p})
	p.scroll = container.NewScroll(p.box)
	p.scroll.OnScrolled = func(fyne.Position) { p.reveal() }
	p.ExtendBaseWidget(p)
	return p
}

// InspectName is how tests find the pages.
func (p *pages) InspectName() string { return p.name }

// set shows another paper, or the same one anew, without moving.
func (p *pages) set(laid *layout.Paper) {
	p.laid = laid
	n := 0
	if laid != nil {
		n = len(laid.Pages)
	}
	for len(p.sheets) < n {
		p.sheets = append(p.sheets, newSheet(p.painter))
	}
	p.sheets = p.sheets[:n]
	p.box.Objects = p.box.Objects[:0]
	for i, s := range p.sheets {
		s.page = &laid.Pages[i]
		p.box.Add(s.content)
	}
	p.box.Refresh()
	p.scroll.Refresh()
	p.reveal()
	for _, s := range p.sheets {
		if s.picture.Visible() {
			s.picture.Refresh()
		}
	}
}

func (p *pages) top() { p.scroll.ScrollToTop() }

// reveal paints the pages that can be seen, and lets the others go.
func (p *pages) reveal() {
	top, height := p.scroll.Offset.Y, p.scroll.Size().Height
	for _, s := range p.sheets {
		y, h := s.content.Position().Y, s.content.Size().Height
		if y+h > top-height/2 && y < top+height*1.5 {
			s.picture.Show()
		} else {
			s.picture.Hide()
		}
	}
}

// CreateRenderer puts the pages before a ground that lets them be seen as paper.
func (p *pages) CreateRenderer() fyne.WidgetRenderer { return &pagesRenderer{p} }

type pagesRenderer struct{ *pages }

func (r *pagesRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	r.scroll.Resize(size)
	r.box.Refresh() // how high the pages are depends on how wide they are
	r.scroll.Refresh()
	r.reveal()
	r.edge.Resize(size)
}

func (r *pagesRenderer) MinSize() fyne.Size { return fyne.NewSize(220, 120) }
func (r *pagesRenderer) Destroy()           {}

func (r *pagesRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.scroll, r.edge}
}

func (r *pagesRenderer) Refresh() {
	r.ground.FillColor = theme.Color(theme.ColorNameSeparator)
	r.ground.Refresh()
	r.scroll.Refresh()
}

// sheet is one page: white paper with a fine edge, and the picture of the page on it.
type sheet struct {
	page    *layout.Page
	picture *canvas.Raster
	content *fyne.Container
}

func newSheet(painter *preview.Painter) *sheet {
	s := &sheet{}
	s.picture = canvas.NewRaster(func(w, h int) image.Image {
		if s.page == nil || w <= 0 || h <= 0 {
			return image.NewRGBA(image.Rect(0, 0, 1, 1))
		}
		return painter.Page(s.page, float64(w)/s.page.Width)
	})
	paper := canvas.NewRectangle(color.White)
	paper.StrokeColor, paper.StrokeWidth = color.NRGBA{R: 0x7a, G: 0x86, B: 0x8b, A: 0xff}, 1
	s.content = container.NewStack(paper, s.picture)
	return s
}

// pageColumn lays pages out under each other.
type pageColumn struct{ of *pages }

// Layout gives each page its size, in the middle where there is more room than that.
func (c pageColumn) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y := float32(pageGap)
	for i, o := range objects {
		page := c.of.sizeOf(c.of.sheets[i], size.Width)
		o.Move(fyne.NewPos(max(pageGap, (size.Width-page.Width)/2), y))
		o.Resize(page)
		y += page.Height + pageGap
	}
}

// MinSize is as high as the pages are in the room that they have now, and as wide where they do not follow that.
func (c pageColumn) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(1, pageGap)
	for i := range objects {
		page := c.of.sizeOf(c.of.sheets[i], c.of.scroll.Size().Width)
		size.Height += page.Height + pageGap
		if c.of.percent != fitWidth {
			size.Width = max(size.Width, page.Width+2*pageGap)
		}
	}
	return size
}

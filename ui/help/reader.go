package help

import (
	"bytes"
	"image"
	_ "image/png" // the pictures are PNG
	"path"
	"regexp"
	"strings"

	look "almoner/ui/theme"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// What a link of a page may lead to.
const (
	toHelp    = "help"    // another page: help:grants
	toSection = "section" // a section of the window: section:Grants
)

// lettersWide is how many letters fit on the longest line: more are hard to read.
const lettersWide = 78

// reader shows one page, in lines that can be read, and scrolls it; the keyboard scrolls it too.
type reader struct {
	widget.BaseWidget

	follow func(scheme, to string)
	column *fyne.Container
	scroll *container.Scroll
	edge   *widgets.Edge // shows that the reader has the keyboard
}

var _ fyne.Focusable = (*reader)(nil)

func newReader(follow func(scheme, to string)) *reader {
	r := &reader{follow: follow, column: container.New(&readable{}), edge: widgets.NewEdge()}
	r.scroll = container.NewVScroll(r.column)
	r.ExtendBaseWidget(r)
	return r
}

// InspectName is how tests find the reader.
func (r *reader) InspectName() string { return "help.page" }

// show shows another page from its beginning.
func (r *reader) show(t Topic) {
	title := widget.NewLabel(t.Title)
	title.SizeName = look.SizeTitle
	title.TextStyle.Bold = true
	title.Wrapping = fyne.TextWrapWord
	r.column.Objects = append([]fyne.CanvasObject{title}, r.parts(t.Text)...)
	r.Refresh()
	r.scroll.ScrollToTop()
}

// picture is a line of a page that is a picture and nothing else.
var picture = regexp.MustCompile(`(?m)^!\[([^\]]*)\]\(([^)]+)\)$`)

// parts are the texts of a page with the pictures that stand between them.
func (r *reader) parts(text string) []fyne.CanvasObject {
	var parts []fyne.CanvasObject
	from := 0
	for _, at := range picture.FindAllStringSubmatchIndex(text, -1) {
		parts = append(parts, r.blocks(text[from:at[0]])...)
		if drawn := drawing(text[at[4]:at[5]]); drawn != nil {
			caption := widgets.Note(text[at[2]:at[3]])
			caption.Wrapping = fyne.TextWrapWord
			parts = append(parts, drawn, caption)
		}
		from = at[1]
	}
	return append(parts, r.blocks(text[from:])...)
}

// blocks are the paragraphs, lists and headings of a text, each by itself, so that all have the same room between them.
func (r *reader) blocks(text string) []fyne.CanvasObject {
	var blocks []fyne.CanvasObject
	for block := range strings.SplitSeq(text, "\n\n") {
		if block = strings.TrimSpace(block); block != "" {
			blocks = append(blocks, r.text(block))
		}
	}
	return blocks
}

// text is words in Markdown whose links are followed here and not by a browser.
func (r *reader) text(markdown string) fyne.CanvasObject {
	words := widget.NewRichTextFromMarkdown(markdown)
	words.Wrapping = fyne.TextWrapWord
	r.link(words.Segments)
	return words
}

func (r *reader) link(segments []widget.RichTextSegment) {
	for _, s := range segments {
		switch s := s.(type) {
		case *widget.HyperlinkSegment:
			if s.URL != nil {
				scheme, to := s.URL.Scheme, s.URL.Opaque
				s.OnTapped = func() { r.follow(scheme, to) }
			}
		case *widget.ListSegment:
			r.link(s.Items)
		case *widget.ParagraphSegment:
			r.link(s.Texts)
		}
	}
}

// drawing is a picture of a page; nil if there is none of that name.
func drawing(name string) fyne.CanvasObject {
	content, err := pictures.ReadFile(path.Join("pictures", name))
	if err != nil {
		return nil
	}
	img, _, err := image.Decode(bytes.NewReader(content))
	if err != nil {
		return nil
	}
	drawn := canvas.NewImageFromImage(img)
	drawn.FillMode = canvas.ImageFillStretch
	drawn.ScaleMode = canvas.ImageScaleSmooth
	return drawn
}

// readable lays the parts of a page out under each other, no wider than can be read. How high a text is depends on how wide it is, so a
// part gets its width first.
type readable struct{ height float32 }

func (l *readable) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	edge := theme.InnerPadding() // that every text has around it
	width := min(size.Width-4*edge, fyne.MeasureText("n", theme.TextSize(), fyne.TextStyle{}).Width*lettersWide)
	y := theme.Padding()
	for _, o := range objects {
		if img, ok := o.(*canvas.Image); ok {
			drawn := fyne.NewSize(width-2*edge, (width-2*edge)/img.Aspect())
			o.Move(fyne.NewPos(2*edge, y+edge))
			o.Resize(drawn)
			y += drawn.Height + edge
			continue
		}
		o.Resize(fyne.NewSize(width, o.Size().Height))
		height := o.MinSize().Height
		o.Move(fyne.NewPos(edge, y))
		o.Resize(fyne.NewSize(width, height))
		y += height - edge
		if isHeading(o) {
			y -= edge / 2 // nearer to what it is above
		}
	}
	l.height = y + 4*edge
}

func isHeading(o fyne.CanvasObject) bool {
	words, ok := o.(*widget.RichText)
	if !ok || len(words.Segments) == 0 {
		return false
	}
	first, ok := words.Segments[0].(*widget.TextSegment)
	return ok && first.Style.SizeName == theme.SizeNameSubHeadingText
}

// MinSize is as high as the parts were in the width that they were given last.
func (l *readable) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(1, l.height) }

// FocusGained shows that keys scroll the page.
func (r *reader) FocusGained() { r.edge.Show() }

// FocusLost takes that away.
func (r *reader) FocusLost() { r.edge.Hide() }

// TypedRune does nothing: nothing is typed into a page.
func (r *reader) TypedRune(rune) {}

// TypedKey scrolls.
func (r *reader) TypedKey(e *fyne.KeyEvent) {
	if !widgets.ScrollByKey(r.scroll, e.Name) {
		widgets.FunctionKey(r, e)
	}
}

// CreateRenderer draws the page, and around it the edge when it has the keyboard.
func (r *reader) CreateRenderer() fyne.WidgetRenderer { return &readerRenderer{r} }

type readerRenderer struct{ *reader }

func (r *readerRenderer) Layout(size fyne.Size) {
	r.column.Resize(fyne.NewSize(size.Width, r.column.Size().Height)) // how high it is depends on how wide it is
	r.scroll.Resize(size)
	r.scroll.Refresh()
	r.edge.Resize(size)
}

func (r *readerRenderer) MinSize() fyne.Size { return fyne.NewSize(260, 200) }
func (r *readerRenderer) Destroy()           {}

func (r *readerRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.scroll, r.edge}
}

func (r *readerRenderer) Refresh() {
	r.column.Layout.Layout(r.column.Objects, r.column.Size())
	r.column.Refresh()
	r.Layout(r.Size())
	canvas.Refresh(r.reader)
}

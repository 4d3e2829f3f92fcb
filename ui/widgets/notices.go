package widgets

import (
	"strings"

	look "almoner/ui/theme"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Notice is a sentence that leads somewhere.
type Notice struct {
	Words  string
	Aside  string // a quiet line under it
	Urgent bool   // a full dot before it, not an empty one
}

// Notices is a list of sentences, each as high as its words need. The arrows move in it, Enter opens.
type Notices struct {
	widget.BaseWidget

	name    string
	notices []Notice
	list    *keyList
	width   float32 // that the heights of the lines are for
}

// NewNotices is an empty list of sentences; open is told which one was opened. Tests find it by its name.
func NewNotices(name string, open func(int)) *Notices {
	n := &Notices{name: name}
	n.list = newKeyList(
		func() int { return len(n.notices) },
		func() fyne.CanvasObject { return newNoticeLine() },
		n.show,
		open,
	)
	n.list.partOf = n
	n.ExtendBaseWidget(n)
	return n
}

// Set shows other sentences.
func (n *Notices) Set(notices []Notice) {
	n.notices = notices
	n.measure()
	n.list.Refresh()
}

// InspectName is how tests find the list.
func (n *Notices) InspectName() string { return n.name }

// List is what takes the keyboard.
func (n *Notices) List() fyne.Focusable { return n.list }

func (n *Notices) show(i int, o fyne.CanvasObject) {
	if l, ok := o.(*noticeLine); ok && i < len(n.notices) {
		l.set(n.notices[i])
	}
}

// measure gives each line the height that its words need.
func (n *Notices) measure() {
	if n.width <= 0 {
		return
	}
	for i, notice := range n.notices {
		n.list.SetItemHeight(i, noticeHeight(len(broken(notice.Words, n.width-dotRoom(), theme.TextSize()))))
	}
}

// CreateRenderer shows the list.
func (n *Notices) CreateRenderer() fyne.WidgetRenderer { return &noticesRenderer{n} }

type noticesRenderer struct{ *Notices }

func (r *noticesRenderer) Destroy()                     {}
func (r *noticesRenderer) Refresh()                     { r.list.Refresh() }
func (r *noticesRenderer) MinSize() fyne.Size           { return r.list.MinSize() }
func (r *noticesRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.list} }

func (r *noticesRenderer) Layout(size fyne.Size) {
	if r.width != size.Width {
		r.width = size.Width
		r.measure()
	}
	r.list.Resize(size)
}

const (
	mostLines = 6 // of one sentence: more than any takes, where the words are large too
	dotSize   = 9
)

// dotRoom is what stands beside the words: the dot, and the edges.
func dotRoom() float32 { return dotSize + theme.Padding()*6 }

func wordsHeight() float32 {
	return fyne.MeasureText("Åg", theme.TextSize(), fyne.TextStyle{}).Height //lang:no it is measured, not read
}

func asideHeight() float32 {
	return fyne.MeasureText("Åg", theme.Size(look.SizeSmall), fyne.TextStyle{}).Height //lang:no it is measured, not read
}

func noticeHeight(lines int) float32 {
	return float32(lines)*wordsHeight() + asideHeight() + theme.Padding()*2
}

// broken is a sentence in letters of a size, broken into lines of a width, at spaces. What does not fit into the last line is cut.
func broken(words string, width, size float32) []string {
	rest := strings.Join(strings.Fields(words), " ")
	var lines []string
	for rest != "" {
		line := fit(rest, width, size, fyne.TextStyle{})
		if line == rest || len(lines) == mostLines-1 || line == "" {
			return append(lines, line)
		}
		// fit leaves room for its dots, so that one more word may fit than it shows
		cut := strings.LastIndexByte(rest[:len(strings.TrimSuffix(line, "…"))+1], ' ')
		if cut <= 0 {
			return append(lines, line)
		}
		lines = append(lines, rest[:cut])
		rest = rest[cut+1:]
	}
	return lines
}

// noticeLine is one sentence with its dot.
type noticeLine struct {
	widget.BaseWidget
	notice Notice
	dot    *canvas.Circle
	words  [mostLines]*canvas.Text
	aside  *canvas.Text
}

func newNoticeLine() *noticeLine {
	l := &noticeLine{dot: canvas.NewCircle(nil), aside: text("", look.ColorQuiet)}
	for i := range l.words {
		l.words[i] = text("", theme.ColorNameForeground)
	}
	l.ExtendBaseWidget(l)
	return l
}

func (l *noticeLine) set(n Notice) {
	l.notice = n
	l.Refresh()
}

// InspectText is the whole sentence, for tests.
func (l *noticeLine) InspectText() string {
	said := l.notice.Words + " | " + l.notice.Aside
	if l.notice.Urgent {
		return said + " | urgent" //lang:no for tests
	}
	return said
}

// CreateRenderer draws the dot and the lines.
func (l *noticeLine) CreateRenderer() fyne.WidgetRenderer { return &noticeRenderer{l} }

type noticeRenderer struct{ *noticeLine }

func (r *noticeRenderer) Destroy()           {}
func (r *noticeRenderer) MinSize() fyne.Size { return fyne.NewSize(160, noticeHeight(1)) }

func (r *noticeRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.dot}
	for _, w := range r.words {
		objects = append(objects, w)
	}
	return append(objects, r.aside)
}

func (r *noticeRenderer) Layout(size fyne.Size) {
	pad := theme.Padding()
	lines := broken(r.notice.Words, size.Width-dotRoom(), theme.TextSize())
	height, x, y := wordsHeight(), dotSize+pad*4, pad
	r.dot.Resize(fyne.NewSquareSize(dotSize))
	r.dot.Move(fyne.NewPos(pad*2, y+(height-dotSize)/2))
	for i, w := range r.words {
		w.Text = ""
		if i < len(lines) {
			w.Text = lines[i]
			w.Move(fyne.NewPos(x, y))
			w.Resize(w.MinSize())
			y += height
		}
	}
	r.aside.Text = fit(r.notice.Aside, size.Width-dotRoom(), r.aside.TextSize, r.aside.TextStyle)
	r.aside.Move(fyne.NewPos(x, y))
	r.aside.Resize(r.aside.MinSize())
}

func (r *noticeRenderer) Refresh() {
	r.dot.StrokeWidth, r.dot.StrokeColor, r.dot.FillColor = 1.5, theme.Color(theme.ColorNameInputBorder), nil
	if r.notice.Urgent {
		r.dot.StrokeColor, r.dot.FillColor = theme.Color(theme.ColorNameError), theme.Color(theme.ColorNameError)
	}
	for _, w := range r.words {
		w.Color, w.TextSize = theme.Color(theme.ColorNameForeground), theme.TextSize()
	}
	r.aside.Color, r.aside.TextSize = theme.Color(look.ColorQuiet), theme.Size(look.SizeSmall)
	r.Layout(r.Size())
	for _, o := range r.Objects() {
		o.Refresh()
	}
}

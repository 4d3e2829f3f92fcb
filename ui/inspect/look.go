//go:build windowtest

package inspect

import (
	"reflect"
	"strings"
	"unsafe"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"almoner/ui/inspect/tree"
)

// look walks all that is visible in the window. It must run on the window's own
// goroutine.
func look(w fyne.Window) tree.Window {
	c := w.Canvas()
	l := looker{canvas: c, nodes: []tree.Node{}}
	everything := area{right: c.Size().Width, bottom: c.Size().Height}
	if bar := menuBar(c); bar != nil {
		l.walk(bar, fyne.Position{}, everything, 0)
	}
	l.walk(c.Content(), fyne.Position{}, everything, 0)
	for i, overlay := range c.Overlays().List() {
		l.layer = i + 1
		l.walk(overlay, fyne.Position{}, everything, 0)
	}
	return tree.Window{Title: w.Title(), Nodes: l.nodes}
}

type looker struct {
	canvas fyne.Canvas
	layer  int
	nodes  []tree.Node
}

// area is a rectangle of the canvas, in Fyne's units.
type area struct{ left, top, right, bottom float32 }

func (a area) cut(b area) area {
	return area{max(a.left, b.left), max(a.top, b.top), min(a.right, b.right), min(a.bottom, b.bottom)}
}

func (a area) empty() bool { return a.right <= a.left || a.bottom <= a.top }

func (l *looker) walk(o fyne.CanvasObject, origin fyne.Position, clip area, depth int) {
	if o == nil || !o.Visible() {
		return
	}
	at := origin.Add(o.Position())
	shown := area{at.X, at.Y, at.X + o.Size().Width, at.Y + o.Size().Height}.cut(clip)
	switch {
	case !shown.empty():
		l.nodes = append(l.nodes, l.node(o, shown, depth))
	case !o.Size().IsZero():
		return // scrolled out of sight, and all that it holds with it
	}
	if clips(o) {
		clip = shown
	}
	for _, child := range children(o) {
		l.walk(child, at, clip, depth+1)
	}
}

func (l *looker) node(o fyne.CanvasObject, shown area, depth int) tree.Node {
	left, top := l.canvas.PixelCoordinateForPosition(fyne.NewPos(shown.left, shown.top))
	right, bottom := l.canvas.PixelCoordinateForPosition(fyne.NewPos(shown.right, shown.bottom))
	n := tree.Node{
		Type: strings.TrimPrefix(reflect.TypeOf(o).String(), "*"),
		Text: text(o), Placeholder: field(o, "PlaceHolder"), Checked: checked(o),
		X: left, Y: top, W: right - left, H: bottom - top,
		Layer: l.layer, Depth: depth,
	}
	if named, ok := o.(interface{ InspectName() string }); ok {
		n.Name = named.InspectName()
	}
	if focusable, ok := o.(fyne.Focusable); ok {
		n.Focused = l.canvas.Focused() == focusable
	}
	if d, ok := o.(fyne.Disableable); ok {
		n.Disabled = d.Disabled()
	}
	return n
}

func children(o fyne.CanvasObject) []fyne.CanvasObject {
	switch v := o.(type) {
	case *fyne.Container:
		return v.Objects
	case fyne.Widget:
		return test.WidgetRenderer(v).Objects()
	}
	return nil
}

// clips tells whether what lies in o is cut at its edge. It is the library's own
// rule, which its drivers keep to themselves.
func clips(o fyne.CanvasObject) bool {
	if _, scrolls := o.(fyne.Scrollable); scrolls {
		return true
	}
	w, ok := o.(fyne.Widget)
	if !ok {
		return false
	}
	_, cuts := test.WidgetRenderer(w).(interface{ IsClip() })
	return cuts
}

// text is what the object shows. Every widget of the library keeps it in a field
// called Text or Selected, also where one of ours embeds it.
func text(o fyne.CanvasObject) string {
	switch v := o.(type) {
	case interface{ InspectText() string }:
		return v.InspectText()
	case *widget.RichText:
		return v.String()
	}
	if s := field(o, "Text"); s != "" {
		return s
	}
	return field(o, "Selected")
}

func checked(o fyne.CanvasObject) bool {
	f := exported(o, "Checked", reflect.Bool)
	return f.IsValid() && f.Bool()
}

func field(o fyne.CanvasObject, name string) string {
	if f := exported(o, name, reflect.String); f.IsValid() {
		return f.String()
	}
	if f := exported(o, name, reflect.Slice); f.IsValid() && f.Type().Elem().Kind() == reflect.String {
		parts := make([]string, 0, f.Len())
		for _, v := range f.Seq2() {
			parts = append(parts, v.String())
		}
		return strings.Join(parts, ", ")
	}
	return ""
}

// exported finds a field of a struct behind a pointer, also one of an embedded
// struct that is there.
func exported(o fyne.CanvasObject, name string, kind reflect.Kind) reflect.Value {
	v := reflect.ValueOf(o)
	if v.Kind() != reflect.Pointer || v.Elem().Kind() != reflect.Struct {
		return reflect.Value{}
	}
	sf, ok := v.Elem().Type().FieldByName(name)
	if !ok || sf.Type.Kind() != kind {
		return reflect.Value{}
	}
	f, err := v.Elem().FieldByIndexErr(sf.Index) // an embedded pointer may be nil
	if err != nil {
		return reflect.Value{}
	}
	return f
}

// menuBar is the bar that Fyne draws into the window on Linux and Windows. The
// canvas keeps it to itself: it is neither in Content nor in Overlays, and a test
// that cannot open a menu does not use the program as a person does. Hence the
// look into the unexported field, in test builds only.
func menuBar(c fyne.Canvas) fyne.CanvasObject {
	v := reflect.ValueOf(c)
	if v.Kind() != reflect.Pointer || v.Elem().Kind() != reflect.Struct {
		return nil
	}
	f := v.Elem().FieldByName("menu")
	if !f.IsValid() || f.Kind() != reflect.Interface || f.IsNil() {
		return nil
	}
	bar, _ := reflect.NewAt(f.Type(), unsafe.Pointer(f.UnsafeAddr())).Elem().Interface().(fyne.CanvasObject)
	return bar
}

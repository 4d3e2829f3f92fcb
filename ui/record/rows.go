package record

import (
	"fmt"
	"image/color"
	"slices"

	"almoner/ui/lang"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Rows edits a list inside a record in place: awards of a grant, questions of a request. Its fields point into the record's own list
// and are made anew whenever a row comes or goes.
type Rows[T any] struct {
	Content fyne.CanvasObject

	form  *widgets.Form
	touch func()
	rows  RowsOf[T]
	box   *fyne.Container
	still bool // rows neither come nor go
}

// RowsOf is what is particular to one list.
type RowsOf[T any] struct {
	// Key is the list's name in the vocabulary: "awards".
	Key string
	// List is where the record keeps it.
	List *[]T
	// Add is what the button under the rows says: "Add a year".
	Add string
	// Fresh is a new row, made after those there are.
	Fresh func(before []T) T
	// Row lays out the fields of one row. The keys of its fields begin with at: "awards[0].".
	Row func(at string, row *T) fyne.CanvasObject
	// Moves lets rows be moved up and down, where their order says something.
	Moves bool
	// Head stands above the rows where there are any: the headings of a table. It may be nil.
	Head fyne.CanvasObject
	// Beside stands beside the button under the rows; it may be nil.
	Beside fyne.CanvasObject
}

// NewRows is an editor of a list; touch tells the page of each row that comes or goes.
func NewRows[T any](form *widgets.Form, touch func(), rows RowsOf[T]) *Rows[T] {
	r := &Rows[T]{form: form, touch: touch, rows: rows, box: widgets.Stack()}
	add := widgets.NewButton(form.ID(rows.Key+".add"), rows.Add, theme.ContentAddIcon(), r.add)
	foot := container.NewHBox(add)
	if rows.Beside != nil {
		foot.Add(rows.Beside)
	}
	r.Content = widgets.Stack(r.box, foot)
	if form.ReadOnly {
		r.still = true
		r.Content = r.box
	}
	r.fill()
	return r
}

// Build makes the rows anew from the record.
func (r *Rows[T]) Build() {
	r.form.Drop(r.rows.Key + "[")
	r.fill()
	r.box.Refresh()
}

// fill puts the rows in, all at once: each that is added has all of them measured again.
func (r *Rows[T]) fill() {
	var lines []fyne.CanvasObject
	if r.rows.Head != nil && len(*r.rows.List) > 0 {
		lines = append(lines, container.NewBorder(nil, nil, nil, r.overButtons(), r.rows.Head))
	}
	for i := range *r.rows.List {
		at := fmt.Sprintf("%s[%d].", r.rows.Key, i)
		row := r.rows.Row(at, &(*r.rows.List)[i])
		if !r.still {
			row = container.NewBorder(nil, nil, nil, container.NewVBox(r.buttons(at, i)), row)
		}
		lines = append(lines, row)
	}
	r.box.Objects = lines
}

// overButtons is as wide as the buttons of a row, so that headings stand over its fields.
func (r *Rows[T]) overButtons() fyne.CanvasObject {
	if r.still {
		return nil
	}
	room := canvas.NewRectangle(color.Transparent)
	room.SetMinSize(fyne.NewSize(container.NewVBox(r.buttons("", 0)).MinSize().Width, 0))
	return room
}

// buttons take a row out and, where their order says something, move it.
func (r *Rows[T]) buttons(at string, i int) fyne.CanvasObject {
	button := func(name, says string, icon fyne.Resource, tap func()) *widgets.Button {
		b := widgets.NewButton(r.form.ID(at+name), "", icon, tap)
		b.Speak(says)
		b.Importance = widget.LowImportance
		return b
	}
	remove := button("remove", lang.L("Remove this row"), theme.DeleteIcon(), func() { r.remove(i) })
	if !r.rows.Moves {
		return remove
	}
	up := button("up", lang.L("Move up"), theme.MoveUpIcon(), func() { r.swap(i, i-1) })
	down := button("down", lang.L("Move down"), theme.MoveDownIcon(), func() { r.swap(i, i+1) })
	if i == 0 {
		up.Disable()
	}
	if i == len(*r.rows.List)-1 {
		down.Disable()
	}
	return container.NewHBox(container.NewVBox(up, down), container.NewVBox(remove))
}

func (r *Rows[T]) add() {
	r.Append(r.rows.Fresh(*r.rows.List))
	r.focus(len(*r.rows.List) - 1)
}

// focus puts the keyboard into a row, or where there is none, onto the button that adds one: what it was on has gone.
func (r *Rows[T]) focus(i int) {
	to := widgets.FirstControl(r.Content)
	if first := len(r.box.Objects) - len(*r.rows.List); i >= 0 && i < len(*r.rows.List) { // after the headings
		to = widgets.FirstControl(r.box.Objects[first+i])
	}
	if canvas := fyne.CurrentApp().Driver().CanvasForObject(r.Content); canvas != nil && to != nil {
		canvas.Focus(to)
	}
}

// Append adds rows after those there are.
func (r *Rows[T]) Append(rows ...T) {
	*r.rows.List = append(*r.rows.List, rows...)
	r.Build()
	r.touch()
}

func (r *Rows[T]) swap(i, k int) {
	list := *r.rows.List
	list[i], list[k] = list[k], list[i]
	r.Build()
	r.touch()
	r.focus(k)
}

func (r *Rows[T]) remove(i int) {
	*r.rows.List = slices.Delete(*r.rows.List, i, i+1)
	r.Build()
	r.touch()
	r.focus(min(i, len(*r.rows.List)-1))
}

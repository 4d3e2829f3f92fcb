package record

import (
	"fmt"
	"slices"

	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
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
}

// NewRows is an editor of a list; touch tells the page of each row that comes or goes.
func NewRows[T any](form *widgets.Form, touch func(), rows RowsOf[T]) *Rows[T] {
	r := &Rows[T]{form: form, touch: touch, rows: rows, box: widgets.Stack()}
	add := widgets.NewButton(form.ID(rows.Key+".add"), rows.Add, theme.ContentAddIcon(), r.add)
	r.Content = widgets.Stack(r.box, container.NewHBox(add))
	if form.ReadOnly {
		r.still = true
		r.Content = r.box
	}
	r.Build()
	return r
}

// Build makes the rows anew from the record.
func (r *Rows[T]) Build() {
	r.form.Drop(r.rows.Key + "[")
	r.box.RemoveAll()
	for i := range *r.rows.List {
		at := fmt.Sprintf("%s[%d].", r.rows.Key, i)
		row := r.rows.Row(at, &(*r.rows.List)[i])
		if r.still {
			r.box.Add(row)
			continue
		}
		remove := widgets.NewButton(r.form.ID(at+"remove"), "", theme.DeleteIcon(), func() { r.remove(i) })
		remove.Importance = widget.LowImportance
		r.box.Add(container.NewBorder(nil, nil, nil, container.NewVBox(remove), row))
	}
	r.box.Refresh()
}

func (r *Rows[T]) add() {
	*r.rows.List = append(*r.rows.List, r.rows.Fresh(*r.rows.List))
	r.Build()
	r.touch()
}

func (r *Rows[T]) remove(i int) {
	*r.rows.List = slices.Delete(*r.rows.List, i, i+1)
	r.Build()
	r.touch()
}

package record

import (
	"cmp"
	"slices"

	"almoner/data"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Beside is a list inside a page, of what belongs to the page's record: the contacts of an organisation, the grants that a fund pays
// for. It sorts by its headings, and a row opens what it is about.
type Beside[T any] struct {
	Content fyne.CanvasObject

	columns []BesideColumn[T]
	rows    []T // as they were given
	list    *widgets.Register[T]
	foot    *widget.Label
}

// BesideColumn is one column of such a list.
type BesideColumn[T any] struct {
	widgets.Column[T]
	Rank func(T) float64 // the order of rows; nil orders by the text
}

// NewBesideColumn is a column of text. Share and least are its width, as widgets.Column has them.
func NewBesideColumn[T any](key, heading string, share, least float32, text func(T) string) BesideColumn[T] {
	return BesideColumn[T]{Column: widgets.Column[T]{Key: key, Heading: heading, Share: share, Least: least, Text: text}}
}

// NewBeside is an empty list. Top stands above it and may be nil.
func NewBeside[T any](name string, columns []BesideColumn[T], top fyne.CanvasObject, open func(T)) *Beside[T] {
	b := &Beside[T]{columns: columns, foot: widgets.Note("")}
	shown := make([]widgets.Column[T], len(columns))
	for i, c := range columns {
		shown[i] = c.Column
	}
	b.list = widgets.NewRegister(name, shown)
	b.list.OnOpen = open
	b.list.OnSort = func(data.Sort) { b.list.SetRows(b.sorted()) }
	var above fyne.CanvasObject = b.list
	if top != nil {
		above = widgets.Over(top, b.list)
	}
	b.Content = container.NewPadded(container.NewBorder(nil, b.foot, nil, nil, above))
	return b
}

// SortBy puts the rows in an order to begin with.
func (b *Beside[T]) SortBy(by data.Sort) { b.list.SetSort(by) }

// Show lists rows, with a sentence about them at the foot.
func (b *Beside[T]) Show(rows []T, foot string) {
	b.rows = rows
	b.list.Reload(b.sorted())
	if b.foot.Text != foot {
		b.foot.SetText(foot)
	}
}

type besideRows[T any] []T

func (r besideRows[T]) Len() int   { return len(r) }
func (r besideRows[T]) At(i int) T { return r[i] }

func (b *Beside[T]) sorted() besideRows[T] {
	by := b.list.Sort()
	i := slices.IndexFunc(b.columns, func(c BesideColumn[T]) bool { return c.Key == by.Field })
	column := b.columns[max(i, 0)]
	order := func(x, y T) int {
		if column.Rank != nil {
			return cmp.Compare(column.Rank(x), column.Rank(y))
		}
		return cmp.Compare(data.Fold(column.Text(x)), data.Fold(column.Text(y)))
	}
	rows := slices.Clone(b.rows)
	slices.SortStableFunc(rows, func(x, y T) int {
		if by.Descending {
			x, y = y, x
		}
		return order(x, y)
	})
	return rows
}

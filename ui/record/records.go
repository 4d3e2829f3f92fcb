package record

import (
	"slices"

	"almoner/data"
	"almoner/reports"
	"almoner/ui/desk"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
)

// Source is where a register has its rows from, and how they are narrowed beside the search.
type Source[R any] interface {
	// Read takes the rows from the office anew.
	Read()
	// Len is how many there are, whatever is searched for.
	Len() int
	// Find is those that hold the words of a search and are not filtered out, in order.
	Find(text string, by data.Sort) widgets.Rows[R]
	// Fields are what a paper can print of a row.
	Fields() []data.Field[R]
	// Words are the search and the filters, for a paper.
	Words(text string) []string
	// Filters are the controls that narrow the rows; nil where there are none. OnFilter is told of each change that somebody makes to them.
	Filters() fyne.CanvasObject
	OnFilter(changed func())
	// Clear takes all filters off, without telling.
	Clear()
	// Kept are the filters as they are remembered, and Recall puts such in their place, without telling. What names a value that is not there
	// any more is left out, and returned in words.
	Kept() []string
	Recall(kept []string) (gone []string)
}

// records are the rows of a register that shows the records of a kind.
type records[R data.Record] struct {
	desk    desk.Desk
	kind    ListKind[R]
	listing *data.Listing[R]
	filters *filters[R]
	passes  []bool // which rows the filters leave; nil is all of them
}

func newRecords[R data.Record](d desk.Desk, kind ListKind[R]) *records[R] {
	s := &records[R]{desk: d, kind: kind}
	s.Read()
	s.filters = newFilters(s)
	s.sift()
	return s
}

func (s *records[R]) Read() {
	reg := s.desk.Office().Register()
	s.listing = data.List(reg, s.Fields(), func(rec R) string { return s.kind.Words(reg, rec) })
	if s.filters != nil {
		s.sift()
	}
}

// sift works out which rows the filters leave, so that no letter that is typed has to ask that again.
func (s *records[R]) sift() {
	s.passes = nil
	if keeps := s.filters.keeps(); keeps != nil {
		s.passes = s.listing.Keep(keeps)
	}
}

func (s *records[R]) Len() int { return s.listing.Len() }

// found are the rows of a listing that were found.
type found[R any] struct {
	listing *data.Listing[R]
	rows    []int32
}

func (f found[R]) Len() int   { return len(f.rows) }
func (f found[R]) At(i int) R { return f.listing.At(f.rows[i]) }

func (s *records[R]) Find(text string, by data.Sort) widgets.Rows[R] {
	return found[R]{s.listing, s.listing.Among(s.passes, text, by)}
}

func (s *records[R]) Fields() []data.Field[R] {
	fields := make([]data.Field[R], len(s.kind.Columns))
	for i, c := range s.kind.Columns {
		fields[i] = c.Field
	}
	return fields
}

func (s *records[R]) Words(text string) []string {
	return slices.Concat(s.filters.words(), reports.ChoiceWords(text, nil, data.Catalogue{}))
}

func (s *records[R]) Filters() fyne.CanvasObject { return s.filters.controls() }
func (s *records[R]) OnFilter(changed func())    { s.filters.changed = changed }
func (s *records[R]) Clear()                     { s.filters.clear(); s.sift() }
func (s *records[R]) Kept() []string             { return s.filters.kept() }

func (s *records[R]) Recall(kept []string) []string {
	gone := s.filters.recall(kept)
	s.sift()
	return gone
}

package sqlite

import (
	"fmt"
	"reflect"
	"sync"
	"time"

	"almoner/data"
)

// copier carries the fields of a record, or of a row in it, to the struct that bun maps to a table and back, by their names. A field
// whose name the table has to spell otherwise says so with a `from` tag. Lists are not its business: see list.
// It looks for its fields when it is first used: the window is up before.
type copier[T, R any] struct{ fields func() []field }

// field is one field on both sides: its place in T, its places in R, and how it is carried.
type field struct {
	item []int
	row  [][]int
	how  carrying
}

type carrying int

const (
	asItIs    carrying = iota
	asDate             // a day as text, its precision, its wording
	asTime             // text
	asNumber           // a number that need not be there; bun would ask its type for JSON
	wholeItem          // T is not a struct but a word
)

func newCopier[T, R any]() copier[T, R] { return copier[T, R]{sync.OnceValue(paired[T, R])} }

// paired panics when a field of T has no place in R, so that nothing can be lost by forgetting it.
func paired[T, R any]() []field {
	t, r := reflect.TypeFor[T](), reflect.TypeFor[R]()
	if t.Kind() != reflect.Struct {
		return []field{{row: [][]int{wordField(t, r)}, how: wholeItem}}
	}
	p := pairing{of: t}
	for i := range t.NumField() {
		if f := t.Field(i); f.Type == reflect.TypeFor[data.Stamp]() {
			p.addStamp(f, r)
		} else {
			p.add(f, r)
		}
	}
	return p.fields
}

// pairing is the fields that were paired so far.
type pairing struct {
	of     reflect.Type
	fields []field
}

// addStamp pairs the fields of a record's Stamp with those of the record struct that its row embeds.
func (p *pairing) addStamp(stamp reflect.StructField, r reflect.Type) {
	embedded, ok := r.FieldByName("record")
	if !ok {
		panic(fmt.Sprintf("sqlite: %v does not embed record", r))
	}
	for i := range stamp.Type.NumField() {
		f := stamp.Type.Field(i)
		if f.Name == "Waiting" {
			continue // which no file holds
		}
		to, ok := embedded.Type.FieldByName(f.Name)
		if !ok {
			panic(fmt.Sprintf("sqlite: record has no place for Stamp.%s", f.Name))
		}
		how := field{item: append([]int{stamp.Index[0]}, f.Index...), row: [][]int{append([]int{embedded.Index[0]}, to.Index...)}}
		if f.Type == reflect.TypeFor[time.Time]() {
			how.how = asTime
		}
		p.fields = append(p.fields, how)
	}
}

func (p *pairing) add(f reflect.StructField, r reflect.Type) {
	to, ok := counterpart(f, r)
	if !ok {
		if k := f.Type.Kind(); k == reflect.Slice || k == reflect.Map || k == reflect.Pointer || keptInRows(f.Type) {
			return // a list, which has a table of its own; TestNothingIsLost would find one without
		}
		panic(fmt.Sprintf("sqlite: %v has no place for %v.%s", r, p.of, f.Name))
	}
	how := field{item: f.Index, row: [][]int{to.Index}}
	switch {
	case f.Type == reflect.TypeFor[data.Date]():
		how.how = asDate
		for _, part := range []string{"Precision", "Wording"} {
			place, ok := r.FieldByName(to.Name + part)
			if !ok {
				panic(fmt.Sprintf("sqlite: %v has no field %s", r, to.Name+part))
			}
			how.row = append(how.row, place.Index)
		}
	case f.Type == reflect.TypeFor[*data.Decimal]() && to.Type == reflect.TypeFor[*int64]():
		how.how = asNumber
	case f.Type != to.Type:
		panic(fmt.Sprintf("sqlite: %v.%s is a %v, not a %v", r, to.Name, to.Type, f.Type))
	}
	p.fields = append(p.fields, how)
}

// keptInRows reports whether a value has a table of its own although it is no list.
func keptInRows(t reflect.Type) bool {
	return t == reflect.TypeFor[data.Query]() || t == reflect.TypeFor[data.MonitoringSchedule]() || t == reflect.TypeFor[data.Evaluation]()
}

// counterpart is the field of a row struct that holds the field f of a record.
func counterpart(f reflect.StructField, r reflect.Type) (reflect.StructField, bool) {
	for _, to := range reflect.VisibleFields(r) {
		name := to.Name
		if from := to.Tag.Get("from"); from != "" {
			name = from
		}
		if name == f.Name && (!ofEveryRow(r.Field(to.Index[0]).Type) || f.Name == "ID") {
			return to, true
		}
	}
	return reflect.StructField{}, false
}

// ofEveryRow reports whether t holds what the file keeps of every row, which is not a field of the item.
func ofEveryRow(t reflect.Type) bool {
	return t == reflect.TypeFor[record]() || t == reflect.TypeFor[listed]() || t == reflect.TypeFor[nested]()
}

// wordField is the one field of a row struct for lists of words.
func wordField(t, r reflect.Type) []int {
	for _, f := range reflect.VisibleFields(r) {
		if !f.Anonymous && len(f.Index) == 1 && f.Type == t {
			return f.Index
		}
	}
	panic(fmt.Sprintf("sqlite: %v has no field of type %v", r, t))
}

func (c copier[T, R]) pack(item *T, row *R) {
	from, to := reflect.ValueOf(item).Elem(), reflect.ValueOf(row).Elem()
	for _, f := range c.fields() {
		target := to.FieldByIndex(f.row[0])
		switch f.how {
		case asItIs:
			target.Set(from.FieldByIndex(f.item))
		case asNumber:
			target.Set(from.FieldByIndex(f.item).Convert(target.Type()))
		case wholeItem:
			target.Set(from)
		case asTime:
			target.SetString(from.FieldByIndex(f.item).Interface().(time.Time).Format(time.RFC3339Nano)) //nolint:forcetypeassert // checked by paired
		case asDate:
			d := from.FieldByIndex(f.item).Interface().(data.Date) //nolint:forcetypeassert // checked by paired
			if d.Year != 0 || d.Month != 0 || d.Day != 0 {
				target.SetString(d.ISO())
			}
			to.FieldByIndex(f.row[1]).SetString(string(d.Precision))
			to.FieldByIndex(f.row[2]).SetString(d.Wording)
		}
	}
}

func (c copier[T, R]) unpack(row *R, item *T) error {
	from, to := reflect.ValueOf(row).Elem(), reflect.ValueOf(item).Elem()
	for _, f := range c.fields() {
		source := from.FieldByIndex(f.row[0])
		switch f.how {
		case asItIs:
			to.FieldByIndex(f.item).Set(source)
		case asNumber:
			to.FieldByIndex(f.item).Set(source.Convert(reflect.TypeFor[*data.Decimal]()))
		case wholeItem:
			to.Set(source)
		case asTime:
			t, err := time.Parse(time.RFC3339Nano, source.String())
			if err != nil {
				return fmt.Errorf("read a moment: %w", err)
			}
			to.FieldByIndex(f.item).Set(reflect.ValueOf(t))
		case asDate:
			d, err := data.ParseISODate(source.String())
			if err != nil {
				return fmt.Errorf("read a date: %w", err)
			}
			d.Precision = data.Precision(from.FieldByIndex(f.row[1]).String())
			d.Wording = from.FieldByIndex(f.row[2]).String()
			if !d.IsZero() {
				to.FieldByIndex(f.item).Set(reflect.ValueOf(d))
			}
		}
	}
	return nil
}

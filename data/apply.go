package data

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
)

// Apply is the record that a list of changes makes of rec, which stays as it is: Apply(before, Diff(before, after)) is after. What
// is made from nothing is made from an empty record. It trusts the list: what was there before is not looked at.
func Apply(rec Record, fields []FieldChange) (Record, error) {
	return apply(rec, fields, func(f FieldChange) []byte { return f.After })
}

// Unapply is the record that a list of changes was made to: Unapply(after, Diff(before, after)) is before.
func Unapply(rec Record, fields []FieldChange) (Record, error) {
	return apply(rec, fields, func(f FieldChange) []byte { return f.Before })
}

func apply(rec Record, fields []FieldChange, value func(FieldChange) []byte) (Record, error) {
	rec = Clone(rec)
	for _, f := range fields {
		if err := setField(reflect.ValueOf(rec).Elem(), strings.Split(f.Path, "/"), value(f)); err != nil {
			return nil, fmt.Errorf("change %s of the %s %q: %w", f.Path, rec.RecordKind().Label(), rec.Label(), err)
		}
	}
	return rec, nil
}

// setField puts a value into the field of a struct that a path leads to.
func setField(v reflect.Value, path []string, value []byte) error {
	i := slices.IndexFunc(reflect.VisibleFields(v.Type()), func(f reflect.StructField) bool {
		return len(f.Index) == 1 && fieldKey(f) == path[0]
	})
	if i < 0 {
		return fmt.Errorf("there is no field %q", path[0])
	}
	switch field := v.FieldByIndex(reflect.VisibleFields(v.Type())[i].Index); {
	case len(path) == 1:
		return decode(field, value)
	case isRows(field.Type()):
		return setRow(field, path[1:], value)
	case field.Kind() == reflect.Map && len(path) == 2:
		return setText(field, keyInPath.Replace(path[1]), value)
	default:
		return fmt.Errorf("%q has no parts", path[0])
	}
}

func decode(v reflect.Value, value []byte) error {
	v.SetZero()
	if string(value) == "null" {
		return nil
	}
	return Unmarshal(value, v.Addr().Interface())
}

func setText(texts reflect.Value, key string, value []byte) error {
	name := reflect.ValueOf(key).Convert(texts.Type().Key())
	if string(value) == "null" {
		texts.SetMapIndex(name, reflect.Value{})
		if texts.Len() == 0 {
			texts.SetZero()
		}
		return nil
	}
	text := reflect.New(texts.Type().Elem()).Elem()
	if err := decode(text, value); err != nil {
		return err
	}
	if texts.IsNil() {
		texts.Set(reflect.MakeMap(texts.Type()))
	}
	texts.SetMapIndex(name, text)
	return nil
}

// setRow puts a row into a list, takes it out, or changes something in it.
func setRow(rows reflect.Value, path []string, value []byte) error {
	if len(path) == 1 && path[0] == orderKey {
		return orderRows(rows, value)
	}
	at := slices.Index(rowNames(rows), path[0])
	switch {
	case len(path) > 1 && at < 0:
		return fmt.Errorf("there is no row %q", path[0])
	case len(path) > 1:
		return setField(rows.Index(at), path[1:], value)
	case string(value) != "null" && at >= 0:
		return decode(rows.Index(at), value)
	case string(value) != "null":
		row := reflect.New(rows.Type().Elem()).Elem()
		if err := decode(row, value); err != nil {
			return err
		}
		rows.Set(reflect.Append(rows, row))
	case at >= 0:
		rows.Set(reflect.AppendSlice(rows.Slice3(0, at, at), rows.Slice(at+1, rows.Len())))
	}
	return nil
}

// orderRows puts rows into the order that a list of their IDs gives.
func orderRows(rows reflect.Value, value []byte) error {
	var names []string
	if err := Unmarshal(value, &names); err != nil {
		return err
	}
	held := rowsByID(rows)
	ordered := reflect.MakeSlice(rows.Type(), 0, len(names))
	for _, name := range names {
		row, ok := held[name]
		if !ok {
			return fmt.Errorf("the order names a row %q that is not there", name)
		}
		ordered = reflect.Append(ordered, row)
	}
	if ordered.Len() != rows.Len() {
		return fmt.Errorf("the order names %d rows of %d", ordered.Len(), rows.Len())
	}
	rows.Set(ordered)
	return nil
}

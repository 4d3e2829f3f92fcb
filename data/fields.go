package data

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"
)

// Copying, comparing and stamping look at the fields of a record by their json tags, so that a new field is copied and compared
// without anybody having to remember it.

// Clone is a deep copy of a record: what a form changes while the register keeps the original.
func Clone[R Record](rec R) R {
	return deepCopy(reflect.ValueOf(rec)).Interface().(R) //nolint:forcetypeassert // a copy has the type of its original
}

func deepCopy(v reflect.Value) reflect.Value {
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() {
			return v
		}
		c := reflect.New(v.Type().Elem())
		c.Elem().Set(deepCopy(v.Elem()))
		return c
	case reflect.Slice:
		if v.IsNil() {
			return v
		}
		c := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
		for i := range v.Len() {
			c.Index(i).Set(deepCopy(v.Index(i)))
		}
		return c
	case reflect.Map:
		if v.IsNil() {
			return v
		}
		c := reflect.MakeMapWithSize(v.Type(), v.Len())
		for _, k := range v.MapKeys() {
			c.SetMapIndex(k, deepCopy(v.MapIndex(k)))
		}
		return c
	case reflect.Struct:
		c := reflect.New(v.Type()).Elem()
		c.Set(v)
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				c.Field(i).Set(deepCopy(v.Field(i)))
			}
		}
		return c
	default:
		return v
	}
}

var rowID = reflect.TypeFor[RowID]()

// NameRows gives an ID to every row of a record that has none.
func NameRows(rec Record) { nameRows(reflect.ValueOf(rec).Elem()) }

func nameRows(v reflect.Value) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			switch f := v.Field(i); {
			case f.Type() == rowID && f.String() == "":
				f.SetString(string(NewRowID()))
			case f.Kind() == reflect.Slice || f.Kind() == reflect.Struct:
				nameRows(f)
			}
		}
	case reflect.Slice:
		if v.Type().Elem().Kind() == reflect.Struct {
			for i := range v.Len() {
				nameRows(v.Index(i))
			}
		}
	default:
	}
}

// FieldChange is one field of a record before and after, as the portable form writes them; null is what was not there. The path is
// the field's name in the vocabulary, and for a row its list and ID: "title", "awards/k3f9x2ma/amount", "wording/foi_opening". Rows
// that come go to the end of their list; where that is not where they stand, before or after, there is also "awards/order".
type FieldChange struct {
	Path   string          `json:"path"`
	Before json.RawMessage `json:"before"`
	After  json.RawMessage `json:"after"`

	Salt   string `json:"-"` // random; what the change's seal hides Before and After behind
	Digest string `json:"-"` // of what stood here before a person was taken out of it; empty if nobody was
}

// Diff is what has to change in before to make it after, field by field; either may be nil. Version and author are not part of it.
func Diff(before, after Record) ([]FieldChange, error) {
	d := differ{}
	switch {
	case before == nil && after == nil:
		return nil, nil
	case before == nil:
		zero := reflect.New(reflect.TypeOf(after).Elem()).Elem()
		d.structs("", zero, reflect.ValueOf(after).Elem())
	case after == nil:
		zero := reflect.New(reflect.TypeOf(before).Elem()).Elem()
		d.structs("", reflect.ValueOf(before).Elem(), zero)
	case reflect.TypeOf(before) != reflect.TypeOf(after):
		return nil, fmt.Errorf("compare %T with %T: they are of different kinds", before, after)
	default:
		d.structs("", reflect.ValueOf(before).Elem(), reflect.ValueOf(after).Elem())
	}
	return d.changes, d.err
}

type differ struct {
	changes []FieldChange
	err     error
}

// fieldKey is the name of a struct field in the vocabulary; "" is a field that is not part of the record.
func fieldKey(f reflect.StructField) string {
	tag := f.Tag.Get("json")
	if !f.IsExported() || f.Type == reflect.TypeFor[Stamp]() || tag == "-" || f.Tag.Get("diff") == "-" {
		return ""
	}
	name, _, _ := strings.Cut(tag, ",")
	return name
}

func (d *differ) structs(path string, a, b reflect.Value) {
	for i := range a.NumField() {
		key := fieldKey(a.Type().Field(i))
		if key == "" || a.Field(i).Type() == rowID {
			continue
		}
		if path != "" {
			key = path + "/" + key
		}
		switch x, y := a.Field(i), b.Field(i); {
		case isRows(x.Type()):
			d.rows(key, x, y)
		case x.Kind() == reflect.Map:
			d.texts(key, x, y)
		case !reflect.DeepEqual(x.Interface(), y.Interface()) && (!empty(x) || !empty(y)):
			d.add(key, x, y)
		}
	}
}

// texts compares maps of texts key by key.
func (d *differ) texts(path string, a, b reflect.Value) {
	for _, key := range keysOf(a, b) {
		x, y := a.MapIndex(key), b.MapIndex(key)
		if !x.IsValid() || !y.IsValid() || x.String() != y.String() {
			d.add(path+"/"+pathKey.Replace(key.String()), x, y)
		}
	}
}

// pathKey and keyInPath write a key into a path and read it, as a JSON pointer does: a key may have a slash in it.
var (
	pathKey   = strings.NewReplacer("~", "~0", "/", "~1")
	keyInPath = strings.NewReplacer("~1", "/", "~0", "~")
)

// keysOf is the keys of some maps, each once, in order.
func keysOf(maps ...reflect.Value) []reflect.Value {
	var keys []reflect.Value
	for _, m := range maps {
		keys = append(keys, m.MapKeys()...)
	}
	slices.SortFunc(keys, func(a, b reflect.Value) int { return strings.Compare(a.String(), b.String()) })
	return slices.CompactFunc(keys, func(a, b reflect.Value) bool { return a.String() == b.String() })
}

// isRows reports whether t is a list of rows that have IDs of their own.
func isRows(t reflect.Type) bool {
	if t.Kind() != reflect.Slice || t.Elem().Kind() != reflect.Struct {
		return false
	}
	f, ok := t.Elem().FieldByName("ID")
	return ok && f.Type == rowID
}

func (d *differ) rows(path string, a, b reflect.Value) {
	before, after := rowsByID(a), rowsByID(b)
	var kept, removed, same, added []string
	for i := range a.Len() {
		id := rowName(a.Index(i))
		if other, ok := after[id]; ok {
			d.structs(path+"/"+id, a.Index(i), other)
			kept = append(kept, id)
		} else {
			d.add(path+"/"+id, a.Index(i), reflect.Value{})
			removed = append(removed, id)
		}
	}
	for i := range b.Len() {
		id := rowName(b.Index(i))
		if _, ok := before[id]; ok {
			same = append(same, id)
		} else {
			d.add(path+"/"+id, reflect.Value{}, b.Index(i))
			added = append(added, id)
		}
	}
	was, is := rowNames(a), rowNames(b)
	if !slices.Equal(append(kept, added...), is) || !slices.Equal(append(same, removed...), was) {
		d.add(path+"/"+orderKey, reflect.ValueOf(was), reflect.ValueOf(is))
	}
}

// orderKey stands in a path where a row's ID would, for the order of the list.
const orderKey = "order"

func rowName(row reflect.Value) string { return row.FieldByName("ID").String() }

func rowNames(rows reflect.Value) []string {
	names := make([]string, rows.Len())
	for i := range names {
		names[i] = rowName(rows.Index(i))
	}
	return names
}

func rowsByID(rows reflect.Value) map[string]reflect.Value {
	byID := make(map[string]reflect.Value, rows.Len())
	for i := range rows.Len() {
		byID[rowName(rows.Index(i))] = rows.Index(i)
	}
	return byID
}

// empty reports whether a value is one that the portable form leaves out.
func empty(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Slice, reflect.Map:
		return v.Len() == 0
	default:
		return v.IsZero()
	}
}

func (d *differ) add(path string, before, after reflect.Value) {
	was, is := d.value(before), d.value(after)
	if !bytes.Equal(was, is) { // a list that is empty and one that is not there are written alike
		d.changes = append(d.changes, FieldChange{Path: path, Before: was, After: is})
	}
}

func (d *differ) value(v reflect.Value) json.RawMessage {
	if !v.IsValid() || empty(v) && v.Kind() != reflect.String {
		return json.RawMessage("null")
	}
	b, err := marshal(v.Interface())
	if err != nil && d.err == nil {
		d.err = fmt.Errorf("write down a change: %w", err)
	}
	if v.Kind() == reflect.Struct && string(b) == "{}" {
		return json.RawMessage("null") // it holds lists that are empty
	}
	return b
}

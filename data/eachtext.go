package data

import (
	"reflect"
)

// rewriting goes over all texts of a value, by the path that a change of each has, and puts in their place what it is told to.
type rewriting struct {
	// text is a text as it is to stand; fixed is one that is never rewritten, such as a reference.
	text func(path, words string, fixed bool) string
	// whole is asked first of each struct in a record; true is that it has been dealt with. May be nil.
	whole func(path string, v reflect.Value) bool
}

// EachText visits all texts of a record that people write, what is personal too, and puts in their place what visit returns.
func EachText(rec Record, visit func(words string) string) {
	rewriting{text: func(_, words string, fixed bool) string {
		if fixed {
			return words
		}
		return visit(words)
	}}.record(rec)
}

// record goes over a record, which has to be a copy if anything is to change.
func (r rewriting) record(rec Record) { r.fields("", true, reflect.ValueOf(rec).Elem()) }

// fields goes over those of a record, of a row of a list, or of a struct that is one value, which has one path.
func (r rewriting) fields(path string, named bool, v reflect.Value) {
	for i := range v.NumField() {
		key := fieldKey(v.Type().Field(i))
		switch {
		case key == "":
			continue
		case !named:
			key = path
		case path != "":
			key = path + "/" + key
		}
		r.value(key, v.Field(i))
	}
}

func (r rewriting) value(path string, v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		if t := v.Type(); t == plainText || t == referenceText {
			r.put(path, v, t == referenceText)
		}
	case reflect.Struct:
		if r.whole == nil || !r.whole(path, v) {
			r.fields(path, false, v)
		}
	case reflect.Pointer:
		if !v.IsNil() {
			r.value(path, v.Elem())
		}
	case reflect.Map:
		r.texts(path, v)
	case reflect.Slice:
		rows := isRows(v.Type())
		for i := range v.Len() {
			if !rows {
				r.value(path, v.Index(i))
				continue
			}
			r.row(path+"/"+rowName(v.Index(i)), v.Index(i))
		}
	default:
	}
}

func (r rewriting) row(path string, v reflect.Value) {
	if r.whole == nil || !r.whole(path, v) {
		r.fields(path, true, v)
	}
}

func (r rewriting) put(path string, v reflect.Value, fixed bool) {
	if is := r.text(path, v.String(), fixed); is != v.String() {
		v.SetString(is)
	}
}

func (r rewriting) texts(path string, v reflect.Value) {
	for _, key := range keysOf(v) {
		text := reflect.New(v.Type().Elem()).Elem()
		text.Set(v.MapIndex(key))
		if text.Kind() != reflect.String {
			continue
		}
		r.put(path+"/"+pathKey.Replace(key.String()), text, false)
		if text.String() != v.MapIndex(key).String() {
			v.SetMapIndex(key, text)
		}
	}
}

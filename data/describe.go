package data

import (
	"reflect"
	"slices"
	"strings"
)

// FieldText is one field of a record in words: a value, or rows with fields of their own.
type FieldText struct {
	Key   string // its name in the vocabulary
	Label string
	Text  string        // of a value, or of a list of words
	Rows  [][]FieldText // of a list of rows, each with those of its fields that say something

	Figures bool // stands on the right in a column
}

// Describe is a record as people read it: every field that says something, in the order of the model, with names for IDs and dates and
// sums as papers print them. What is personal is in it only if it is asked for. The bytes of pictures and files are not.
func (reg *Register) Describe(rec Record, withPersonal bool) []FieldText {
	w := wording{reg: reg, kind: rec.RecordKind()}
	return w.fields(string(rec.RecordKind()), reflect.ValueOf(rec).Elem(), func(key string) bool {
		return withPersonal || !PersonalField(rec.RecordKind(), key)
	})
}

// fields are those of a record, or of a row of the list owner.
func (w wording) fields(owner string, v reflect.Value, told func(key string) bool) []FieldText {
	var fields []FieldText
	for i := range v.NumField() {
		key := fieldKey(v.Type().Field(i))
		if f := v.Field(i); key == "" || f.Type() == rowID || !told(key) || empty(f) {
			continue
		}
		if t := w.field(owner, key, v.Field(i)); t.Text != "" || len(t.Rows) > 0 {
			fields = append(fields, t)
		}
	}
	return fields
}

func (w wording) field(owner, key string, v reflect.Value) FieldText {
	t := FieldText{Key: key, Label: labelOf(owner, key), Figures: isFigure(v.Type())}
	everything := func(string) bool { return true }
	switch {
	case v.Kind() == reflect.Pointer && v.Elem().Kind() == reflect.Struct:
		return w.field(owner, key, v.Elem())
	case isPlainStruct(v.Type()):
		if row := w.fields(key, v, everything); len(row) > 0 {
			t.Rows = [][]FieldText{row}
		}
	case v.Kind() == reflect.Map:
		for _, k := range keysOf(v) {
			name := FieldText{Key: "name", Label: "Name", Text: k.String()}
			t.Rows = append(t.Rows, []FieldText{name, {Key: "text", Label: "Text", Text: w.text(v.MapIndex(k))}})
		}
	case v.Type() == reflect.TypeFor[[]Cell](), v.Type() == reflect.TypeFor[[]Column]():
		t.Text = w.across(v)
	case v.Kind() == reflect.Slice && v.Type().Elem().Kind() == reflect.Struct:
		for i := range v.Len() {
			if row := w.fields(key, v.Index(i), everything); len(row) > 0 {
				t.Rows = append(t.Rows, row)
			}
		}
	case owner == "steps" && key == "to":
		t.Text = w.stage(v.String())
	case key == "size" && v.Kind() == reflect.Int64:
		t.Text = FileSize(v.Int())
	case v.Kind() == reflect.Slice && v.Type().Elem() == plainText:
		texts, between := v.Interface().([]string), ", " //nolint:forcetypeassert // a list of plain texts
		if slices.ContainsFunc(texts, isLong) {
			between = "\n"
		}
		t.Text = strings.Join(texts, between)
	default:
		t.Text = w.text(v)
	}
	return t
}

// stage is how people read a status of the kind of record.
func (w wording) stage(status string) string {
	rec, err := New(w.kind)
	if staged, ok := rec.(Staged); ok && err == nil {
		return staged.StageLabel(status)
	}
	return status
}

// isFigure reports whether values of a type are sums or numbers.
func isFigure(t reflect.Type) bool {
	return t == reflect.TypeFor[Money]() || t == reflect.TypeFor[Decimal]() || t == reflect.TypeFor[*Decimal]() || t == reflect.TypeFor[int]() || t == reflect.TypeFor[int64]()
}

// across is what stands beside each other in a table of a reply.
func (w wording) across(v reflect.Value) string {
	texts := make([]string, v.Len())
	for i := range texts {
		switch c := v.Index(i).Interface().(type) {
		case Cell:
			texts[i] = strings.Join(append([]string{c.Text}, c.Marks...), " ")
		case Column:
			texts[i] = c.Heading
		}
	}
	return strings.Join(texts, " | ")
}

// isPlainStruct reports whether a value is several fields without being a value of its own, as a date or a sum is.
func isPlainStruct(t reflect.Type) bool {
	if t.Kind() != reflect.Struct {
		return false
	}
	_, words := reflect.Zero(t).Interface().(interface{ String() string })
	return !words
}

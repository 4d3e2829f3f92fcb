package sqlite

import (
	"encoding"
	"fmt"
	"reflect"
	"strings"
	"unicode/utf8"

	"almoner/data"
)

// unstorable is what in a record could not be read back as it is: text that is no text, days that no calendar has, words that are not
// in the vocabulary, two rows of one name. None of it can be typed in the window; a document that is loaded may hold it.
func unstorable(rec data.Record) data.Problems {
	f := finder{rows: map[reflect.Type]map[data.RowID]bool{}}
	f.visit("", reflect.ValueOf(rec).Elem())
	return f.problems
}

type finder struct {
	problems data.Problems
	rows     map[reflect.Type]map[data.RowID]bool // the IDs met so far, by the struct of their rows
}

func (f *finder) add(path, sentence string, args ...any) {
	f.problems = append(f.problems, data.Problem{Field: path, Sentence: fmt.Sprintf(sentence, args...)})
}

func (f *finder) visit(path string, v reflect.Value) {
	if d, ok := v.Interface().(data.Date); ok {
		f.date(path, d)
		return
	}
	if y, ok := v.Interface().(data.FinancialYear); ok && y != 0 && !y.Valid() { // where there has to be one, Problems ask for it
		f.add(path, "%d in %s is not a financial year that an office can have.", int(y), path)
	}
	switch v.Kind() {
	case reflect.Struct:
		f.row(path, v)
		for i := range v.NumField() {
			if field := v.Type().Field(i); field.IsExported() {
				f.visit(join(path, field), v.Field(i))
			}
		}
	case reflect.Pointer:
		if !v.IsNil() {
			f.visit(path, v.Elem())
		}
	case reflect.Slice:
		if v.Type().Elem().Kind() == reflect.Uint8 {
			return // a picture
		}
		for i := range v.Len() {
			f.visit(fmt.Sprintf("%s[%d]", path, i), v.Index(i))
		}
	case reflect.Map:
		for _, k := range v.MapKeys() {
			f.text(path, k.String())
			f.visit(path+"."+k.String(), v.MapIndex(k))
		}
	case reflect.String:
		f.text(path, v.String())
		f.term(path, v)
	default:
	}
}

// row checks that the ID of a row is its own: what a change says of one row must not be taken for another.
func (f *finder) row(path string, v reflect.Value) {
	field := v.FieldByName("ID")
	if !field.IsValid() || field.Type() != reflect.TypeFor[data.RowID]() {
		return
	}
	id := data.RowID(field.String())
	if f.rows[v.Type()] == nil {
		f.rows[v.Type()] = map[data.RowID]bool{}
	}
	if f.rows[v.Type()][id] {
		f.add(path, "In %s the ID %s is that of another row already: give the row another ID, or none.", path, id)
	}
	f.rows[v.Type()][id] = true
}

// join is the path of a field of a struct, by its name in the vocabulary.
func join(path string, field reflect.StructField) string {
	name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
	switch {
	case name == "" || name == "-":
		return path
	case path == "":
		return name
	default:
		return path + "." + name
	}
}

func (f *finder) text(path, s string) {
	if !utf8.ValidString(s) || strings.ContainsRune(s, 0) {
		f.add(path, "The text in %s holds signs that are not letters, perhaps from a damaged document: type it again.", path)
	}
}

// term checks a word that has to be one of a closed list.
func (f *finder) term(path string, v reflect.Value) {
	read := reflect.New(v.Type())
	reader, ok := read.Interface().(encoding.TextUnmarshaler)
	if !ok {
		return
	}
	if err := reader.UnmarshalText([]byte(v.String())); err != nil {
		f.add(path, "In %s, %s.", path, err)
	} else if read.Elem().String() != v.String() {
		f.add(path, "In %s, %q has to be written %q.", path, v.String(), read.Elem().String())
	}
}

func (f *finder) date(path string, d data.Date) {
	f.text(path, d.Wording)
	f.term(path, reflect.ValueOf(d.Precision))
	if d.Year == 0 && d.Month == 0 && d.Day == 0 {
		return
	}
	if _, err := data.ParseISODate(d.ISO()); err != nil {
		f.add(path, "%s in %s is not a day of the calendar.", d.ISO(), path)
	}
}

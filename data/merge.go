package data

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
)

// Clash is a place that two people changed differently: what it was, what one made of it and what the other did, as the portable
// form writes them; null is what is not there. Apply with the Clash's path and one of the values settles it.
type Clash struct {
	Path   string // as in a FieldChange
	Base   json.RawMessage
	Mine   json.RawMessage
	Theirs json.RawMessage
}

// Merge is one record of two people's edits of the record base. What only one of them changed is as that one has it, field by field
// and row by row. What both changed differently is a Clash and stays as theirs, which the office file holds already.
//
// Rows go by their IDs: a row that either added is there, one that either took out is gone; one that was taken out by one and
// changed by the other is a Clash. If one of them moved rows, that order holds, and rows that came stand after the row after which they
// were put. Lists of words take in what either added and lose what either took out. Maps of texts go by their keys. Every other
// value is one value: an amount, a date, an applicant.
//
// Which of the two is mine makes no difference but in a Clash. The result has the stamp of theirs.
func Merge(base, mine, theirs Record) (merged Record, clashes []Clash, err error) {
	if t := reflect.TypeOf(base); t != reflect.TypeOf(mine) || t != reflect.TypeOf(theirs) {
		return nil, nil, fmt.Errorf("merge %T and %T, made from %T: they are of different kinds", mine, theirs, base)
	}
	merged = Clone(theirs)
	m := merger{}
	m.structs("", three{reflect.ValueOf(base).Elem(), reflect.ValueOf(mine).Elem(), reflect.ValueOf(theirs).Elem()}, reflect.ValueOf(merged).Elem())
	return merged, m.clashes, m.err
}

// three is a value as it was and as each of two people has it.
type three struct{ base, mine, theirs reflect.Value }

func (v three) each(f func(reflect.Value) reflect.Value) three {
	return three{f(v.base), f(v.mine), f(v.theirs)}
}

// settled is the value that needs no merging: where they agree, or one of them left it as it was.
func (v three) settled() (reflect.Value, bool) {
	switch {
	case alike(v.mine, v.theirs), alike(v.base, v.mine):
		return v.theirs, true
	case alike(v.base, v.theirs):
		return v.mine, true
	default:
		return reflect.Value{}, false
	}
}

// alike reports whether two values are written alike; one that is not there is like no other.
func alike(a, b reflect.Value) bool {
	if !a.IsValid() || !b.IsValid() {
		return a.IsValid() == b.IsValid()
	}
	if reflect.DeepEqual(a.Interface(), b.Interface()) || empty(a) && empty(b) {
		return true
	}
	var d differ
	return bytes.Equal(d.value(a), d.value(b)) && d.err == nil
}

type merger struct {
	clashes []Clash
	err     error
}

func (m *merger) clash(path string, v three) {
	var d differ
	m.clashes = append(m.clashes, Clash{Path: path, Base: d.value(v.base), Mine: d.value(v.mine), Theirs: d.value(v.theirs)})
	if m.err == nil {
		m.err = d.err
	}
}

// structs merges the fields of structs into out, which is a copy of theirs.
func (m *merger) structs(path string, v three, out reflect.Value) {
	for i := range out.NumField() {
		key := fieldKey(out.Type().Field(i))
		if key == "" || out.Field(i).Type() == rowID {
			continue
		}
		if path != "" {
			key = path + "/" + key
		}
		field := v.each(func(s reflect.Value) reflect.Value { return s.Field(i) })
		if value, ok := field.settled(); ok {
			out.Field(i).Set(deepCopy(value))
			continue
		}
		switch t := out.Field(i).Type(); {
		case isRows(t):
			out.Field(i).Set(m.rows(key, field))
		case isWords(t):
			out.Field(i).Set(mergeWords(field))
		case t.Kind() == reflect.Map:
			out.Field(i).Set(m.texts(key, field))
		default:
			m.clash(key, field)
		}
	}
}

func (m *merger) texts(path string, v three) reflect.Value {
	merged := reflect.MakeMap(v.base.Type())
	for _, key := range keysOf(v.base, v.mine, v.theirs) {
		text := v.each(func(texts reflect.Value) reflect.Value { return texts.MapIndex(key) })
		value, ok := text.settled()
		if !ok {
			m.clash(path+"/"+pathKey.Replace(key.String()), text)
			value = text.theirs
		}
		if value.IsValid() {
			merged.SetMapIndex(key, value)
		}
	}
	return merged
}

func (m *merger) rows(path string, v three) reflect.Value {
	base, mine, theirs := rowsByID(v.base), rowsByID(v.mine), rowsByID(v.theirs)
	merged := map[string]reflect.Value{}
	for _, id := range slices.Concat(rowNames(v.base), rowNames(v.mine), rowNames(v.theirs)) {
		if _, done := merged[id]; !done {
			merged[id] = m.row(path+"/"+id, three{base[id], mine[id], theirs[id]})
		}
	}
	names := func(rows reflect.Value) []string {
		return slices.DeleteFunc(rowNames(rows), func(id string) bool { return !merged[id].IsValid() })
	}
	a := newArrangement(names(v.base), names(v.mine), names(v.theirs))
	order, agreed := a.agreed()
	if !agreed {
		order = a.theirs
		m.clash(path+"/"+orderKey, a.orders())
	}
	list := reflect.MakeSlice(v.base.Type(), 0, len(merged))
	for _, id := range a.arrange(order) {
		list = reflect.Append(list, merged[id])
	}
	return list
}

// orders are the orders that the merged rows would have if one of three orders of the rows that all have were taken.
func (a arrangement) orders() three {
	return three{reflect.ValueOf(a.arrange(a.base)), reflect.ValueOf(a.arrange(a.mine)), reflect.ValueOf(a.arrange(a.theirs))}
}

// row is what becomes of a row; no value is a row that goes.
func (m *merger) row(path string, v three) reflect.Value {
	if value, ok := v.settled(); ok {
		if value.IsValid() {
			return deepCopy(value)
		}
		return value
	}
	if !v.base.IsValid() || !v.mine.IsValid() || !v.theirs.IsValid() {
		m.clash(path, v)
		return v.theirs
	}
	out := reflect.New(v.base.Type()).Elem()
	out.Set(deepCopy(v.theirs))
	m.structs(path, v, out)
	return out
}

// isWords reports whether t is a list of plain words, such as themes or the IDs of records.
func isWords(t reflect.Type) bool {
	return t.Kind() == reflect.Slice && t.Elem().Kind() == reflect.String
}

// mergeWords merges word by word. A word that one of the two added or took out is added or taken out; where both changed how often it
// stands there, it stands as often as with the one who has it more often.
func mergeWords(v three) reflect.Value {
	base, mine, theirs := wordsOf(v.base), wordsOf(v.mine), wordsOf(v.theirs)
	before, one, other := timesOf(base), timesOf(mine), timesOf(theirs)
	gone := func(entry string) bool {
		word, nth := wordOf(entry)
		times := max(one[word], other[word])
		switch before[word] {
		case one[word]:
			times = other[word]
		case other[word]:
			times = one[word]
		}
		return nth >= times
	}
	if twice(before) || twice(one) || twice(other) { // which of two equal words was moved nobody can tell: they stand in the order of their letters
		return listOf(v.base.Type(), slices.Compact(slices.Sorted(slices.Values(without(slices.Concat(base, mine, theirs), gone)))))
	}
	a := newArrangement(base, without(mine, gone), without(theirs, gone))
	order, agreed := a.agreed()
	if !agreed { // for the order of words nobody is asked
		order = a.mine
		if slices.Compare(a.theirs, a.mine) < 0 {
			order = a.theirs
		}
	}
	return listOf(v.base.Type(), a.arrange(order))
}

// listOf is a list of the words of some entries.
func listOf(t reflect.Type, entries []string) reflect.Value {
	list := reflect.MakeSlice(t, 0, len(entries))
	for _, entry := range entries {
		word, _ := wordOf(entry)
		list = reflect.Append(list, reflect.ValueOf(word).Convert(t.Elem()))
	}
	return list
}

// twice reports whether a word stands in a list more than once.
func twice(times map[string]int) bool {
	for _, n := range times {
		if n > 1 {
			return true
		}
	}
	return false
}

// wordsOf is the entries of a list of words, each under a name of its own: a word that stands there again is another entry.
func wordsOf(list reflect.Value) []string {
	entries := make([]string, list.Len())
	times := map[string]int{}
	for i := range entries {
		word := list.Index(i).String()
		entries[i] = word + entryMark + strconv.Itoa(times[word])
		times[word]++
	}
	return entries
}

// entryMark parts a word from how often it stood before. No text of a record holds it.
const entryMark = "\x00"

// wordOf is the word of an entry, and how often it stood before.
func wordOf(entry string) (word string, nth int) {
	at := strings.LastIndex(entry, entryMark)
	return entry[:at], atoi(entry[at+len(entryMark):])
}

// timesOf is how often each word stands in a list.
func timesOf(entries []string) map[string]int {
	times := map[string]int{}
	for _, e := range entries {
		word, _ := wordOf(e)
		times[word]++
	}
	return times
}

func without(words []string, gone func(string) bool) []string {
	return slices.DeleteFunc(slices.Clone(words), gone)
}

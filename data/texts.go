package data

import (
	"fmt"
	"reflect"
	"strings"
)

// PlacedText is a text that people wrote in a record, with the field that it stands in.
type PlacedText struct {
	Field string // as Problems name it: "questions[0].answer"
	Label string // as people call it: "Answer"
	Row   int    // of the row of the list that it stands in, from 1; 0 where it stands in none
	Text  string
}

// TextsIn are all texts of a record that people wrote, in the order of its fields. References are not among them: nobody words those.
func TextsIn(rec Record) []PlacedText {
	kind, count, index := rec.RecordKind(), map[string]int{}, map[string]int{}
	var found []PlacedText
	rewriting{
		whole: func(path string, _ reflect.Value) bool {
			if parts := strings.Split(path, "/"); len(parts)%2 == 0 { // a row of a list
				list := strings.Join(parts[:len(parts)-1], "/")
				index[path] = count[list]
				count[list]++
			}
			return false
		},
		text: func(path, words string, fixed bool) string {
			if !fixed && trimSpace(words) != "" {
				field, row := placeOf(path, index)
				found = append(found, PlacedText{Field: field, Label: FieldLabel(kind, path), Row: row, Text: words})
			}
			return words
		},
	}.record(rec)
	return found
}

// placeOf writes the path of a text with the numbers of rows in the place of their names, and tells the number of the innermost.
func placeOf(path string, index map[string]int) (field string, row int) {
	var b strings.Builder
	parts := strings.Split(path, "/")
	for i, part := range parts {
		upTo := strings.Join(parts[:i+1], "/")
		switch n, isRow := index[upTo]; {
		case isRow:
			fmt.Fprintf(&b, "[%d]", n)
			row = n + 1
		case i%2 == 1: // an entry of a map
			fmt.Fprintf(&b, "[%s]", part)
		default:
			if i > 0 {
				b.WriteByte('.')
			}
			b.WriteString(part)
		}
	}
	return b.String(), row
}

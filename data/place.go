package data

import (
	"fmt"
	"reflect"
	"strings"
)

// FieldAt is the name that Problems give the field at the path of a FieldChange: "awards[0].amount" for "awards/k3v0a/amount". A row that the
// record does not have is named by its list.
func FieldAt(rec Record, path string) string {
	name, v := "", reflect.ValueOf(rec).Elem()
	for part := range strings.SplitSeq(path, "/") {
		switch {
		case v.Kind() == reflect.Struct:
			f, ok := fieldOf(v, part)
			if !ok {
				return name
			}
			v, name = f, strings.TrimPrefix(name+"."+part, ".")
		case isRows(v.Type()):
			i := rowAt(v, part)
			if i < 0 {
				return name
			}
			v, name = v.Index(i), fmt.Sprintf("%s[%d]", name, i)
		default: // an entry of a map
			return fmt.Sprintf("%s[%s]", name, part)
		}
		for v.Kind() == reflect.Pointer && !v.IsNil() {
			v = v.Elem()
		}
	}
	return name
}

func fieldOf(v reflect.Value, key string) (reflect.Value, bool) {
	for i := range v.NumField() {
		if fieldKey(v.Type().Field(i)) == key {
			return v.Field(i), true
		}
	}
	return reflect.Value{}, false
}

func rowAt(rows reflect.Value, id string) int {
	for i := range rows.Len() {
		if rowName(rows.Index(i)) == id {
			return i
		}
	}
	return -1
}

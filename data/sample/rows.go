package sample

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"reflect"

	"almoner/data"
)

// nameRows gives every row of a record an ID that follows from the record and the row's place, where data.NameRows and the steps that
// data.Advance takes throw dice. It goes by reflection, as data.NameRows does, so that no kind of row can be forgotten.
func nameRows(rec data.Record) {
	n := 0
	eachRowID(reflect.ValueOf(rec).Elem(), func(id reflect.Value) {
		n++
		sum := sha256.Sum256(fmt.Appendf(nil, "%s row %d", rec.Stamped().ID, n))
		id.SetString(hex.EncodeToString(sum[:4]))
	})
}

func eachRowID(v reflect.Value, visit func(reflect.Value)) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Field(i); f.Type() == reflect.TypeFor[data.RowID]() {
				visit(f)
			} else {
				eachRowID(f, visit)
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			eachRowID(v.Index(i), visit)
		}
	default:
	}
}

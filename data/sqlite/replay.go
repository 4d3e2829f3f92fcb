package sqlite

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"

	"almoner/data"
)

// replayed is a record as the change list tells it: fields by name, lists of rows by the rows' IDs. The order of rows is left out, as
// a change does not say where among the others a new row was put.
type replayed map[string]any

// replay makes the changes of one entry. What the entry says was there before must have been there.
func (r replayed) replay(fields []data.FieldChange) error {
	for _, f := range fields {
		path := strings.Split(f.Path, "/")
		if path[len(path)-1] == "order" {
			continue
		}
		after, err := decode(f.After)
		if err != nil {
			return fmt.Errorf("%s: %w", f.Path, err)
		}
		before, err := decode(f.Before)
		if err != nil {
			return fmt.Errorf("%s: %w", f.Path, err)
		}
		if !r.set(path, before, after) {
			return fmt.Errorf("%s was not as the change says", f.Path)
		}
	}
	return nil
}

// set puts a value in the place of another, and reports whether the other was there.
func (r replayed) set(path []string, before, after any) bool {
	if len(path) > 1 {
		inner, ok := r[path[0]].(replayed)
		if !ok {
			inner = replayed{}
		}
		same := inner.set(path[1:], before, after)
		r.put(path[0], inner)
		return same
	}
	same := reflect.DeepEqual(r[path[0]], before)
	r.put(path[0], after)
	return same
}

func (r replayed) put(name string, v any) {
	if v = plain(v); v == nil {
		delete(r, name)
		return
	}
	r[name] = v
}

// decode reads a value of the change list; what is empty is nothing, as the portable form has it.
func decode(value json.RawMessage) (any, error) {
	d := json.NewDecoder(bytes.NewReader(value))
	d.UseNumber() // pence do not fit into a float
	var v any
	if err := d.Decode(&v); err != nil {
		return nil, err
	}
	return plain(v), nil
}

// plain takes what is empty out of a value and turns lists of rows with IDs into rows by ID.
func plain(v any) any {
	switch v := v.(type) {
	case map[string]any:
		return plain(replayed(v))
	case replayed:
		kept := replayed{}
		for _, name := range slices.Sorted(maps.Keys(v)) {
			if inner := plain(v[name]); inner != nil && name != "id" {
				kept[name] = inner
			}
		}
		if len(kept) == 0 {
			return nil
		}
		return kept
	case []any:
		return plainList(v)
	case string:
		if v == "" {
			return nil
		}
	case bool:
		if !v {
			return nil
		}
	case json.Number:
		if v == "0" {
			return nil
		}
	}
	return v
}

func plainList(list []any) any {
	if len(list) == 0 {
		return nil
	}
	rows := replayed{}
	for _, item := range list {
		row, _ := item.(map[string]any)
		id, ok := row["id"].(string)
		if !ok { // a list of words or of cells, which is one value
			return list
		}
		rows[id] = row
	}
	return plain(rows)
}

// agrees reports whether a record of the file is what the change list says it is.
func (r replayed) agrees(rec data.Record) (bool, error) {
	fields, err := data.Diff(nil, rec)
	if err != nil {
		return false, fmt.Errorf("compare with the change list: %w", err)
	}
	now := replayed{}
	if err := now.replay(fields); err != nil {
		return false, err
	}
	return reflect.DeepEqual(plain(now), plain(r)), nil
}

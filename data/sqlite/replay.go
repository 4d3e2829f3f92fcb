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

// replayed is a record as the change list tells it: fields by name, lists of rows by the rows' IDs, the order of a list under "order".
// It knows nothing of the fields that records have today, so that the list of an old office can still be followed.
type replayed map[string]any

const orderKey = "order"

// history follows the changes of one record.
type history struct {
	fields replayed
	erased map[string]bool // paths whose words are not those that the next change found there
}

func newHistory() history { return history{replayed{}, map[string]bool{}} }

// replay makes the changes of one entry. What the entry says was there before must have been there.
func (h history) replay(fields []data.FieldChange) error {
	for _, f := range fields { // the order before the change is that before its first row comes or goes
		list, isOrder := strings.CutSuffix(f.Path, "/"+orderKey)
		if !isOrder {
			continue
		}
		before, err := decode(f.Before)
		if err != nil {
			return fmt.Errorf("%s: %w", f.Path, err)
		}
		if held := h.fields.at(strings.Split(list, "/"))[orderKey]; !reflect.DeepEqual(held, before) && !h.excused(f) {
			return fmt.Errorf("%s was not as the change says", f.Path)
		}
	}
	for _, f := range fields {
		if err := h.replayField(f); err != nil {
			return fmt.Errorf("%s: %w", f.Path, err)
		}
	}
	return nil
}

func (h history) replayField(f data.FieldChange) error {
	after, err := decode(f.After)
	if err != nil {
		return err
	}
	before, err := decode(f.Before)
	if err != nil {
		return err
	}
	path := strings.Split(f.Path, "/")
	held := h.fields.set(path, after, rowIn(path, f))
	if path[len(path)-1] != orderKey && !reflect.DeepEqual(held, before) && !h.excused(f) {
		return fmt.Errorf("it was not as the change says")
	}
	if f.Erased() {
		h.erased[f.Path] = true
	} else {
		delete(h.erased, f.Path)
	}
	return nil
}

// excused reports whether a field need not have been as the change says, because a person was taken out of one or the other.
func (h history) excused(f data.FieldChange) bool {
	if f.Erased() {
		return true
	}
	for path := range h.erased {
		if path == f.Path || strings.HasPrefix(path, f.Path+"/") || strings.HasPrefix(f.Path, path+"/") {
			return true
		}
	}
	return false
}

// rowFate is what a change does to the row that its path names.
type rowFate int

const (
	noRow rowFate = iota // it is about something else than a whole row
	rowStays
	rowGoes
)

func rowIn(path []string, f data.FieldChange) rowFate {
	switch {
	case isRow(path, f.After):
		return rowStays
	case isRow(path, f.Before):
		return rowGoes
	default:
		return noRow
	}
}

func isRow(path []string, value json.RawMessage) bool {
	var row struct {
		ID string `json:"id"`
	}
	return len(path) > 1 && json.Unmarshal(value, &row) == nil && row.ID == path[len(path)-1]
}

// at is the part that a path leads to; it is empty if there is none.
func (r replayed) at(path []string) replayed {
	for _, name := range path {
		r, _ = r[name].(replayed)
	}
	return r
}

// set puts a value in its place, at the end of its list if it is a row that was not there, and returns what was there.
func (r replayed) set(path []string, value any, row rowFate) any {
	if len(path) > 1 {
		inner, ok := r[path[0]].(replayed)
		if !ok {
			inner = replayed{}
		}
		held := inner.set(path[1:], value, row)
		r.put(path[0], inner)
		return held
	}
	held := r[path[0]]
	r.put(path[0], value)
	if row != noRow {
		order, _ := r[orderKey].([]any)
		order = slices.DeleteFunc(slices.Clone(order), func(id any) bool { return id == path[0] && row == rowGoes })
		if row == rowStays && !slices.Contains(order, any(path[0])) {
			order = append(order, path[0]) // a row may hold nothing but its ID
		}
		r.put(orderKey, order)
	}
	return held
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
	rows, order := replayed{}, []any{}
	for _, item := range list {
		row, _ := item.(map[string]any)
		id, ok := row["id"].(string)
		if !ok { // a list of words or of cells, which is one value
			return list
		}
		rows[id] = row
		order = append(order, id)
	}
	rows[orderKey] = order
	return plain(rows)
}

// agrees reports whether a record of the file is what the change list says it is.
func (h history) agrees(rec data.Record) (bool, error) {
	fields, err := data.Diff(nil, rec)
	if err != nil {
		return false, fmt.Errorf("compare with the change list: %w", err)
	}
	now := newHistory()
	if err := now.replay(fields); err != nil {
		return false, err
	}
	return reflect.DeepEqual(plain(now.fields), plain(h.fields)), nil
}

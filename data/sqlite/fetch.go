package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"reflect"

	"github.com/uptrace/bun"
	"github.com/uptrace/bun/schema"
)

// each has take look at the rows that a query for the table of R finds, one after the other; a row is its only until it returns.
//
// An office is read whole when it is opened. bun's own scan asks at each value anew which field it is for, and keeps all rows at once:
// that took half as long again.
func each[R any](ctx context.Context, query *bun.SelectQuery, take func(*R) error) (err error) {
	rows, err := query.Rows(ctx)
	if err != nil {
		return err
	}
	defer func() {
		if closing := rows.Close(); err == nil {
			err = closing
		}
	}()
	names, err := rows.Columns()
	if err != nil {
		return err
	}
	table := query.DB().Table(reflect.TypeFor[R]())
	columns, values, into := make([]column, len(names)), make([]any, len(names)), make([]any, len(names))
	for i, name := range names {
		if columns[i], err = columnOf(table, name); err != nil {
			return err
		}
		into[i] = &values[i]
	}
	var row, empty R
	fields := reflect.ValueOf(&row).Elem()
	for rows.Next() {
		if err := rows.Scan(into...); err != nil {
			return err
		}
		row = empty
		for i := range columns {
			if err := columns[i].put(fields, values[i]); err != nil {
				return fmt.Errorf("read %s.%s: %w", table.Name, names[i], err)
			}
		}
		if err := take(&row); err != nil {
			return err
		}
	}
	return rows.Err()
}

// column is where the values of a column go.
type column struct {
	*schema.Field
	plain reflect.Kind // String or Int64 where the field takes a value of that kind as it is
}

func columnOf(t *schema.Table, name string) (column, error) {
	f := t.LookupField(name)
	if f == nil {
		return column{}, fmt.Errorf("%v has no field for the column %s", t.Type, name)
	}
	c := column{Field: f}
	own := f.StructField.Type
	if reflect.PointerTo(own).Implements(reflect.TypeFor[sql.Scanner]()) {
		return c, nil
	}
	switch own.Kind() { //nolint:exhaustive // the others are bun's business
	case reflect.String:
		c.plain = reflect.String
	case reflect.Int, reflect.Int64:
		c.plain = reflect.Int64
	}
	return c, nil
}

// put sets the field of a row that was empty.
func (c *column) put(row reflect.Value, value any) error {
	switch v := value.(type) {
	case nil:
		return nil
	case string:
		if c.plain == reflect.String {
			if v != "" {
				row.FieldByIndex(c.Index).SetString(v)
			}
			return nil
		}
	case int64:
		if c.plain == reflect.Int64 {
			if v != 0 {
				row.FieldByIndex(c.Index).SetInt(v)
			}
			return nil
		}
	}
	return c.ScanValue(row, value)
}

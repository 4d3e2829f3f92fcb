package main

import (
	"bytes"
	"fmt"

	"almoner/data"
)

// records lists the records of any kind but grants, which have questions of their own.
func (v *listVerb) records(reg *data.Register, c data.Catalogue) (result, error) {
	shown, total, err := v.recordView(reg, c)
	if err != nil {
		return result{}, err
	}
	rows := []recordRow{}
	for _, rec := range shown {
		rows = append(rows, recordRow{reg, c, rec})
	}
	t := tabulate(reg, c.Fields, c.Shown, shown)
	t.total = total
	return result{t, map[string]any{v.Kind: rows, "count": len(shown), "of": reg.Listing(c.Kind, c.Today).Len()}}, nil
}

// recordView is the records that were chosen, in their order, and the line under them.
func (v *choice) recordView(reg *data.Register, c data.Catalogue) (shown []data.Record, total string, err error) {
	by, err := order(v, c.Many, c.Fields, c.Order)
	if err != nil {
		return nil, "", err
	}
	wanted, err := statuses(c, v.Status)
	if err != nil {
		return nil, "", err
	}
	listing := reg.Listing(c.Kind, c.Today)
	for _, i := range listing.Select(v.Find, c.Among(wanted), by) {
		shown = append(shown, listing.At(i))
	}
	total = totals(len(shown), listing.Len(), c.One, c.Many)
	if c.Kind == data.KindFund {
		total += " · " + won(shown).String() + " won"
	}
	return shown, total, nil
}

// won is the income of some funds: a bid that is not won is none.
func won(funds []data.Record) data.Money {
	var sum data.Money
	for _, rec := range funds {
		if f, ok := rec.(*data.Fund); ok {
			sum = sum.Add(f.Allocated())
		}
	}
	return sum
}

// recordRow is a record as other programs read it: its ID, and its fields by their keys, in the order of the list.
type recordRow struct {
	reg *data.Register
	of  data.Catalogue
	rec data.Record
}

// MarshalJSON writes the row.
func (r recordRow) MarshalJSON() ([]byte, error) {
	b := bytes.NewBufferString("{")
	if err := member(b, "id", r.rec.Stamped().ID); err != nil {
		return nil, err
	}
	for _, f := range r.of.Fields {
		b.WriteByte(',')
		var value any
		if f.Value != nil {
			value = f.Value(r.reg, r.rec)
		} else {
			value = f.Text(r.reg, r.rec)
		}
		if err := member(b, f.Key, value); err != nil {
			return nil, err
		}
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

func member(b *bytes.Buffer, key string, value any) error {
	text, err := plainJSON(value)
	if err != nil {
		return fmt.Errorf("write %s: %w", key, err)
	}
	fmt.Fprintf(b, "%q:%s", key, text)
	return nil
}

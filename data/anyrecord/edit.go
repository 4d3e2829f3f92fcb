package anyrecord

import (
	"reflect"

	"pgregory.net/rapid"

	"almoner/data"
)

// Edit is what somebody may have made of a record: some of its fields have other values, and in its lists rows were added, taken out,
// moved and changed. It may break the record's rules.
func Edit(t *rapid.T, rec data.Record, pool Pool) data.Record {
	rec = data.Clone(rec)
	m := maker{t: t, pool: pool}
	m.edit(reflect.ValueOf(rec).Elem(), 8)
	data.EachReference(rec, func(_ string, kind data.Kind, id *data.ID) {
		if ids := m.pool.of(kind); len(ids) > 0 && m.chance(8) {
			*id = rapid.SampledFrom(ids).Draw(m.t, "reference")
		}
	})
	return rec
}

// EditValid is an Edit that can be saved. Where a few tries only make what may not be made of the record, such as another text of a signed
// decision, it is the record as it was.
func EditValid(t *rapid.T, rec data.Record, pool Pool) data.Record {
	for range 5 {
		edited := Edit(t, rec, pool)
		maker{t: t, pool: pool}.mend(edited)
		if data.CheckStep(rec, edited) == nil && data.CheckFrozen(rec, edited) == nil {
			return edited
		}
	}
	return data.Clone(rec)
}

// edit changes about one in n of the fields of a struct.
func (m maker) edit(v reflect.Value, n int) {
	for i := range v.NumField() {
		f := v.Field(i)
		if !fills(v.Type().Field(i)) || f.Type() == rowID {
			continue
		}
		switch {
		case f.Kind() == reflect.Slice && f.Type().Elem().Kind() != reflect.Uint8:
			m.editList(f, n)
		case !m.chance(n):
		case f.Type() == reflect.TypeFor[data.ID]():
			f.SetString("") // what it may point to instead is known to the record
		case f.Kind() == reflect.Map:
			m.editTexts(f)
		default:
			f.SetZero()
			m.fill(f)
		}
	}
}

// chance is true once in n times.
func (m maker) chance(n int) bool { return rapid.IntRange(1, n).Draw(m.t, "chance") == n }

func (m maker) editTexts(v reflect.Value) {
	fresh := reflect.MakeMap(v.Type())
	for _, k := range v.MapKeys() {
		if !m.chance(3) {
			fresh.SetMapIndex(k, v.MapIndex(k))
		}
	}
	fresh.SetMapIndex(reflect.ValueOf(texts.Draw(m.t, "key")), reflect.ValueOf(texts.Draw(m.t, "value")))
	v.Set(fresh)
}

func (m maker) editList(v reflect.Value, n int) {
	for i := v.Len() - 1; i >= 0; i-- {
		switch item := v.Index(i); {
		case m.chance(n):
			rest := reflect.AppendSlice(v.Slice3(0, i, i), v.Slice(i+1, v.Len()))
			v.Set(rest)
		case item.Kind() == reflect.Struct && item.Type() != reflect.TypeFor[data.Cell]():
			m.edit(item, n)
		}
	}
	if v.Len() > 1 && m.chance(n) {
		m.move(v)
	}
	if m.chance(n) {
		item := reflect.New(v.Type().Elem()).Elem()
		m.fill(item)
		at := rapid.IntRange(0, v.Len()).Draw(m.t, "at")
		longer := reflect.Append(v.Slice3(0, at, at), item)
		v.Set(reflect.AppendSlice(longer, v.Slice(at, v.Len())))
	}
}

// move takes one item of a list to another place.
func (m maker) move(v reflect.Value) {
	from, to := rapid.IntRange(0, v.Len()-1).Draw(m.t, "from"), rapid.IntRange(0, v.Len()-1).Draw(m.t, "to")
	item := reflect.New(v.Type().Elem()).Elem()
	item.Set(v.Index(from))
	rest := reflect.AppendSlice(v.Slice3(0, from, from), v.Slice(from+1, v.Len()))
	longer := reflect.Append(rest.Slice3(0, to, to), item)
	v.Set(reflect.AppendSlice(longer, rest.Slice(to, rest.Len())))
}

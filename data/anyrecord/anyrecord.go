// Package anyrecord makes random records, edits of records and whole random offices, for tests that hold of every kind of record. It
// looks at the fields of a record itself, so a field or a kind that is added later is tested without anybody having to think of it.
package anyrecord

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"sync/atomic"
	"time"

	"pgregory.net/rapid"

	"almoner/data"
)

// Pool is the records of each kind that others may point to.
type Pool map[data.Kind][]data.ID

// Nowhere is a pool of IDs that no office holds, for records that are only compared.
func Nowhere() Pool {
	pool := Pool{}
	for _, kind := range data.Kinds() {
		pool[kind] = []data.ID{data.ID("one of the " + kind), data.ID("other of the " + kind)}
	}
	return pool
}

// of is the records that a field for a kind may point to.
func (p Pool) of(kind data.Kind) []data.ID {
	var ids []data.ID
	for _, k := range data.Kinds() {
		if kind.Includes(k) {
			ids = append(ids, p[k]...)
		}
	}
	return ids
}

// Record is a random record of a kind that can be saved: its Problems are none, and what it points to is in the pool. A field that
// the pool has nothing for points nowhere; a record that has to point somewhere needs a pool that it can.
func Record(t *rapid.T, kind data.Kind, pool Pool) data.Record {
	rec, err := data.New(kind)
	if err != nil {
		t.Fatal(err)
	}
	m := maker{t: t, pool: pool}
	m.fill(reflect.ValueOf(rec).Elem())
	m.point(rec)
	m.mend(rec)
	return rec
}

// Office is a whole random office: its details, and one to three records of every other kind, which point at each other.
func Office(t *rapid.T) []data.Record {
	pool := Pool{}
	var kinds []data.Kind
	for _, kind := range data.Kinds() {
		n := 1
		if kind != data.KindOffice {
			n = rapid.IntRange(1, 3).Draw(t, "records")
		}
		for range n {
			rec, err := data.New(kind)
			if err != nil {
				t.Fatal(err)
			}
			pool[kind] = append(pool[kind], rec.Stamped().ID)
			kinds = append(kinds, kind)
		}
	}
	recs := make([]data.Record, 0, len(kinds))
	made := map[data.Kind]int{}
	for _, kind := range kinds {
		rec := Record(t, kind, pool)
		rec.Stamped().ID = pool[kind][made[kind]]
		made[kind]++
		if a, ok := rec.(*data.Attachment); ok {
			holds(t, a)
		}
		recs = append(recs, rec)
	}
	return recs
}

// maker fills values.
type maker struct {
	t    *rapid.T
	pool Pool
}

var stamp, rowID = reflect.TypeFor[data.Stamp](), reflect.TypeFor[data.RowID]()

// texts are what people really type, and what breaks careless programs.
var texts = rapid.SampledFrom([]string{
	"Tŷ Gwyn, Llŷn – “it’s £5”", "Robert'); DROP TABLE grants;--", "Two\nlines", "?0 ?1 %s %d", `{"a": null}`, "😀 é", `C:\path\`,
	"null", "0007", "| a | b |\n|---|---|", "<b>&amp;</b>", "a/b/order", "Outreach", "Advocates", "Stalking", "harassment", "young people", "x",
})

// fill puts something, or nothing, into a value.
func (m maker) fill(v reflect.Value) {
	if words := vocabulary(v.Type()); len(words) > 0 {
		v.SetString(rapid.SampledFrom(words).Draw(m.t, "word"))
		return
	}
	switch v.Interface().(type) {
	case data.RowID:
		v.SetString(newRow(m.t))
	case data.ID: // what it may point to is known to the record
	case data.FinancialYear:
		v.SetInt(int64(rapid.IntRange(2012, 2030).Draw(m.t, "year")))
	case data.Date:
		v.Set(reflect.ValueOf(m.date()))
	case data.Money:
		v.Set(reflect.ValueOf(m.money()))
	default:
		m.fillKind(v)
	}
}

var rows atomic.Int64

// newRow is a name that no other row has; the letter before the number keeps names from sorting as they were made.
func newRow(t *rapid.T) string {
	return fmt.Sprintf("%c%d", rapid.RuneFrom([]rune("abcdef")).Draw(t, "row"), rows.Add(1))
}

func (m maker) date() data.Date {
	if rapid.IntRange(0, 3).Draw(m.t, "dated") == 0 {
		return data.Date{}
	}
	d := data.NewDate(2012, time.November, 22).AddDays(rapid.IntRange(0, 5000).Draw(m.t, "days"))
	if rapid.IntRange(0, 5).Draw(m.t, "exact") == 0 {
		d.Precision = rapid.SampledFrom([]data.Precision{data.ToTheMonth, data.ToTheQuarter, data.ToTheYear}).Draw(m.t, "precision")
		d.Wording = rapid.SampledFrom([]string{"", "April and May 2018"}).Draw(m.t, "wording")
	}
	return d
}

func (m maker) money() data.Money {
	if rapid.IntRange(0, 4).Draw(m.t, "paid") == 0 {
		return data.Money{}
	}
	amount := data.Money{Pence: rapid.Int64Range(1, 1<<40).Draw(m.t, "pence")}
	amount.Qualifier = rapid.SampledFrom(data.Qualifiers()).Draw(m.t, "qualifier")
	return amount
}

func (m maker) fillKind(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		if rapid.Bool().Draw(m.t, "written") {
			v.SetString(texts.Draw(m.t, "text"))
		}
	case reflect.Bool:
		v.SetBool(rapid.Bool().Draw(m.t, "yes"))
	case reflect.Int, reflect.Int64:
		v.SetInt(int64(rapid.IntRange(0, 9).Draw(m.t, "number")))
	case reflect.Uint8:
		v.SetUint(uint64(rapid.Byte().Draw(m.t, "byte")))
	case reflect.Struct:
		for i := range v.NumField() {
			if fills(v.Type().Field(i)) {
				m.fill(v.Field(i))
			}
		}
	case reflect.Pointer:
		if rapid.Bool().Draw(m.t, "there") {
			v.Set(reflect.New(v.Type().Elem()))
			m.fill(v.Elem())
		}
	case reflect.Slice:
		for range rapid.IntRange(0, 3).Draw(m.t, "rows") {
			item := reflect.New(v.Type().Elem()).Elem()
			m.fill(item)
			v.Set(reflect.Append(v, item))
		}
	case reflect.Map:
		v.Set(reflect.MakeMap(v.Type()))
		for range rapid.IntRange(0, 3).Draw(m.t, "keys") {
			v.SetMapIndex(reflect.ValueOf(texts.Draw(m.t, "key")), reflect.ValueOf(texts.Draw(m.t, "value")))
		}
	default:
		m.t.Fatalf("anyrecord cannot fill a %v", v.Type())
	}
}

// fills reports whether a field is filled: all of them, but for a record's stamp and for what is kept elsewhere.
func fills(f reflect.StructField) bool {
	return f.IsExported() && f.Type != stamp && f.Tag.Get("diff") != "-"
}

// point lets each reference name a record of the pool, or nothing.
func (m maker) point(rec data.Record) {
	data.EachReference(rec, func(_ string, kind data.Kind, id *data.ID) {
		*id = ""
		if ids := m.pool.of(kind); len(ids) > 0 && rapid.Bool().Draw(m.t, "points") {
			*id = rapid.SampledFrom(ids).Draw(m.t, "reference")
		}
	})
}

// dropNone takes out of lists of references those to nothing, and lists that are empty, which nobody writes down.
func dropNone(v reflect.Value) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if fills(v.Type().Field(i)) {
				dropNone(v.Field(i))
			}
		}
	case reflect.Slice:
		if ids, ok := v.Interface().([]data.ID); ok {
			v.Set(reflect.ValueOf(slices.DeleteFunc(ids, func(id data.ID) bool { return id == "" })))
		}
		for i := range v.Len() {
			dropNone(v.Index(i))
		}
		if v.Len() == 0 {
			v.SetZero() // a list of nothing is written down as none
		}
	case reflect.Map:
		if v.Len() == 0 {
			v.SetZero()
		}
	default:
	}
}

// vocabulary is the words that a closed list has, which it names itself when it is given another; none for other types.
func vocabulary(t reflect.Type) []string {
	if t.Kind() != reflect.String {
		return nil
	}
	reader, ok := reflect.New(t).Interface().(interface{ UnmarshalText([]byte) error })
	if !ok {
		return nil
	}
	err := reader.UnmarshalText([]byte("no such word"))
	if err == nil {
		return nil
	}
	_, listed, found := strings.Cut(err.Error(), "it is one of ")
	if !found {
		return nil
	}
	return append(strings.Split(listed, ", "), "")
}

// filled is something, where fill may leave nothing.
func (m maker) filled(v reflect.Value) {
	for v.SetZero(); v.IsZero(); {
		switch v.Interface().(type) {
		case data.ID:
			return
		case data.Date:
			v.Set(reflect.ValueOf(data.NewDate(2020, time.January, 6)))
		default:
			m.fill(v)
		}
	}
}

// mend makes a random record one that its own rules allow: what they object to is put in where there is nothing, and taken out
// otherwise. A record whose rules cannot be met that way is a failure that says which: it needs a line in special.
func (m maker) mend(rec data.Record) {
	dropNone(reflect.ValueOf(rec).Elem())
	m.special(rec)
	for range 20 {
		problems := rec.Problems()
		if len(problems) == 0 {
			return
		}
		m.mendField(rec, problems[0].Field)
	}
	m.t.Fatalf("anyrecord cannot mend a random %s: %v", rec.RecordKind().Label(), rec.Problems())
}

func (m maker) mendField(rec data.Record, field string) {
	v := fieldAt(reflect.ValueOf(rec).Elem(), field)
	if !v.IsValid() {
		m.t.Fatalf("the %s complains of %q, which it has not: %v", rec.RecordKind().Label(), field, rec.Problems())
	}
	if !v.IsZero() {
		v.SetZero()
		return
	}
	if v.Type() != reflect.TypeFor[data.ID]() {
		m.filled(v)
		return
	}
	data.EachReference(rec, func(name string, kind data.Kind, id *data.ID) {
		if ids := m.pool.of(kind); name == field && len(ids) > 0 {
			*id = ids[0]
		}
	})
	if list, _, inRow := strings.Cut(field, "["); inRow && v.IsZero() {
		fieldAt(reflect.ValueOf(rec).Elem(), list).SetZero() // rows that have to point at something, when there is nothing
	}
}

// fieldAt is the value that the name of a field leads to, such as "awards[0].amount".
func fieldAt(v reflect.Value, field string) reflect.Value {
	for _, part := range strings.Split(field, ".") {
		name, at, indexed := strings.Cut(strings.TrimSuffix(part, "]"), "[")
		i := slices.IndexFunc(reflect.VisibleFields(v.Type()), func(f reflect.StructField) bool {
			tag, _, _ := strings.Cut(f.Tag.Get("json"), ",")
			return tag == name
		})
		if i < 0 {
			return reflect.Value{}
		}
		v = v.FieldByIndex(reflect.VisibleFields(v.Type())[i].Index)
		if n := 0; indexed {
			if _, err := fmt.Sscan(at, &n); err != nil || n >= v.Len() {
				return reflect.Value{}
			}
			v = v.Index(n)
		}
		if v.Kind() == reflect.Pointer && !v.IsNil() {
			v = v.Elem()
		}
	}
	return v
}

// special meets the rules that the one field complained of does not tell.
func (m maker) special(rec data.Record) {
	switch r := rec.(type) {
	case *data.OfficeDetails:
		r.ReferenceSchemes = rapid.SampledFrom([]map[string]string{
			nil, {"grant": "{fy:2}/{fy+1:2} – {seq:4}"}, {"decision": "PCC/{yyyy}/{seq:3}", "foi_request": "FOI/{yy}-{seq:3}"},
		}).Draw(m.t, "schemes")
	case *data.Organisation:
		r.CharityNumber = rapid.SampledFrom([]string{"", "0123456", "SC012345"}).Draw(m.t, "charity")
		r.CompanyNumber = rapid.SampledFrom([]string{"", "00012345", "OC312345"}).Draw(m.t, "company")
	case *data.TrainingEvent:
		for i := range r.Sessions {
			r.Sessions[i].Starts = rapid.SampledFrom([]string{"", "09:30"}).Draw(m.t, "starts")
			r.Sessions[i].Ends = rapid.SampledFrom([]string{"", "16:00"}).Draw(m.t, "ends")
		}
	case *data.Question:
		r.Key = "key-" + string(r.ID) // no two are the same
	case *data.Attachment:
		holds(m.t, r)
		r.Content = nil // as in a register
	case *data.Grant:
		r.Reference = data.Reference("G/" + string(r.ID))
		m.fitVariations(r)
	case *data.Decision:
		r.Reference = data.Reference("D/" + string(r.ID))
		seal(r.Issued)
	case *data.BoardPaper:
		r.Reference = data.Reference("B/" + string(r.ID))
	case *data.FOIRequest:
		r.Reference = data.Reference("FOI/" + string(r.ID))
		seal(r.Issued)
		for i := range r.Appendices {
			a := &r.Appendices[i]
			a.Number = i + 1
			for k := range a.Footnotes {
				a.Footnotes[k].Mark = strings.Repeat("*", k+1)
			}
			for k := range a.Tables {
				fitTable(&a.Tables[k])
			}
		}
	}
}

// fitVariations takes out records that are not of the kind that the term of a variation wants, which a random edit may have changed.
func (m maker) fitVariations(g *data.Grant) {
	for i := range g.Variations {
		for k := range g.Variations[i].Changes {
			if c := &g.Variations[i].Changes[k]; c.Term == "" {
				c.Term = data.VariedRecipient
			}
		}
	}
	data.EachReference(g, func(_ string, kind data.Kind, id *data.ID) {
		if !slices.Contains(m.pool.of(kind), *id) {
			*id = ""
		}
	})
}

// holds gives a file its bytes.
func holds(t *rapid.T, a *data.Attachment) {
	made, err := data.NewAttachment("any", "", []byte("the file "+a.ID))
	if err != nil {
		t.Fatal(err)
	}
	a.Content, a.Size, a.SHA256 = made.Content, made.Size, made.SHA256
}

// seal gives papers that went out what looks like a SHA-256.
func seal(papers []data.Issued) {
	for i := range papers {
		papers[i].SHA256 = strings.Repeat("0a", 32)
	}
}

// fitTable gives no row more cells than the table has columns.
func fitTable(t *data.Table) {
	for g := range t.Groups {
		for r := range t.Groups[g].Rows {
			row := &t.Groups[g].Rows[r]
			row.Cells = row.Cells[:min(len(row.Cells), len(t.Columns))]
		}
	}
}

package sqlite

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"time"

	"pgregory.net/rapid"

	"almoner/data"
)

// vocabulary is the words that each closed list has, by its type.
var vocabulary = map[reflect.Type][]string{
	reflect.TypeFor[data.Qualifier]():           words(data.Qualifiers()),
	reflect.TypeFor[data.Precision]():           {"", "month", "quarter", "year"},
	reflect.TypeFor[data.YearStyle]():           words(data.YearStyles()),
	reflect.TypeFor[data.OrganisationKind]():    words(data.OrganisationKinds()),
	reflect.TypeFor[data.FundStatus]():          words(data.FundStatuses()),
	reflect.TypeFor[data.SpecificationStatus](): words(data.SpecificationStatuses()),
	reflect.TypeFor[data.Instrument]():          words(data.Instruments()),
	reflect.TypeFor[data.GrantStatus]():         words(data.GrantStatuses()),
	reflect.TypeFor[data.ShortAnswer]():         words(data.ShortAnswers()),
	reflect.TypeFor[data.FOIStatus]():           words(data.FOIStatuses()),
	reflect.TypeFor[data.Regime]():              words(data.Regimes()),
	reflect.TypeFor[data.ClockEvent]():          words(data.ClockEvents()),
	reflect.TypeFor[data.AppendixKind]():        words(data.AppendixKinds()),
	reflect.TypeFor[data.Grouping]():            words(data.Groupings()),
}

func words[T ~string](values []T) []string {
	all := make([]string, len(values))
	for i, v := range values {
		all[i] = string(v)
	}
	return all
}

// texts are what people really type, and what breaks careless programs.
var texts = rapid.OneOf(
	rapid.SampledFrom([]string{
		"Tŷ Gwyn, Llŷn – “it’s £5”", "Robert'); DROP TABLE grants;--", "a\nb\r\n\tc", "?0 ?1 ? %s %d", "{\"a\": null}", " ", "😀 é é",
		"C:\\path\\\\", "null", "0007", "| a | b |\n|---|---|", "<b>&amp;</b>\u2028",
	}),
	rapid.StringN(1, 40, 120).Filter(func(s string) bool { return !strings.ContainsRune(s, 0) }),
)

// filler fills records with random values. When full it leaves no field empty.
type filler struct {
	t    *rapid.T
	full bool
	rows int
}

// filledRecord is a random record without problems whose references name records of the pool.
func filledRecord(t *rapid.T, kind data.Kind, full bool, pool map[data.Kind][]data.ID) data.Record {
	rec, err := data.New(kind)
	if err != nil {
		t.Fatal(err)
	}
	stamp := *rec.Stamped()
	f := &filler{t: t, full: full}
	f.fill(reflect.ValueOf(rec).Elem())
	*rec.Stamped() = stamp
	data.EachReference(rec, func(_ string, k data.Kind, id *data.ID) {
		if *id = ""; len(pool[k]) > 0 {
			*id = rapid.SampledFrom(pool[k]).Draw(t, "reference")
		}
	})
	mend(rec)
	if err := rec.Problems().Err(); err != nil {
		t.Fatalf("the test's own %s has problems: %v", kind, err)
	}
	return rec
}

func (f *filler) fill(v reflect.Value) {
	if list, ok := vocabulary[v.Type()]; ok {
		if f.full {
			list = slices.DeleteFunc(slices.Clone(list), func(w string) bool { return w == "" })
		}
		v.SetString(rapid.SampledFrom(list).Draw(f.t, "word"))
		return
	}
	switch v.Interface().(type) {
	case data.RowID:
		f.rows++
		v.SetString(fmt.Sprintf("row%d", f.rows))
		return
	case data.FinancialYear:
		v.SetInt(int64(rapid.IntRange(1974, 2199).Draw(f.t, "year")))
		return
	case data.Date:
		v.Set(reflect.ValueOf(f.date()))
		return
	case data.Money:
		m := data.Money{Pence: rapid.Int64Range(1, 1<<53).Draw(f.t, "pence")}
		f.fill(reflect.ValueOf(&m.Qualifier).Elem())
		v.Set(reflect.ValueOf(m))
		return
	}
	f.fillKind(v)
}

func (f *filler) fillKind(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		if f.full || rapid.Bool().Draw(f.t, "written") {
			v.SetString(texts.Draw(f.t, "text"))
		}
	case reflect.Bool:
		v.SetBool(f.full || rapid.Bool().Draw(f.t, "yes"))
	case reflect.Int, reflect.Int64:
		v.SetInt(int64(rapid.IntRange(1, 9).Draw(f.t, "number")))
	case reflect.Uint8:
		v.SetUint(uint64(rapid.Byte().Draw(f.t, "byte")))
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).Type != reflect.TypeFor[data.Stamp]() {
				f.fill(v.Field(i))
			}
		}
	case reflect.Pointer:
		if f.full || rapid.Bool().Draw(f.t, "there") {
			v.Set(reflect.New(v.Type().Elem()))
			f.fill(v.Elem())
		}
	case reflect.Slice:
		n := rapid.IntRange(0, 3).Draw(f.t, "rows")
		if f.full {
			n = max(n, 1)
		}
		v.Set(reflect.MakeSlice(v.Type(), n, n))
		for i := range n {
			f.fill(v.Index(i))
		}
	case reflect.Map:
		v.Set(reflect.MakeMap(v.Type()))
		for range 2 {
			v.SetMapIndex(reflect.ValueOf(texts.Draw(f.t, "key")), reflect.ValueOf(texts.Draw(f.t, "value")))
		}
	default:
		f.t.Fatalf("the test cannot fill a %v", v.Type())
	}
}

func (f *filler) date() data.Date {
	if !f.full && rapid.Bool().Draw(f.t, "no date") {
		return data.Date{}
	}
	d := data.NewDate(2012, time.November, 22).AddDays(rapid.IntRange(-10000, 40000).Draw(f.t, "days"))
	f.fill(reflect.ValueOf(&d.Precision).Elem())
	f.fill(reflect.ValueOf(&d.Wording).Elem())
	return d
}

// mend makes a random record one that its rules allow.
func mend(rec data.Record) {
	switch r := rec.(type) {
	case *data.OfficeDetails:
		r.Name = filledTitle(r.Name)
		for name := range r.ReferenceSchemes {
			r.ReferenceSchemes[name] = "Tŷ/{fy}–{seq:4}"
		}
	case *data.Organisation:
		r.Name, r.CharityNumber, r.CompanyNumber = filledTitle(r.Name), "0123456", "00012345"
	case *data.Contact:
		r.Name = filledTitle(r.Name)
	case *data.Fund:
		r.Programme = filledTitle(r.Programme)
	case *data.Question:
		r.Key, r.Wording = "key-"+string(r.ID), filledTitle(r.Wording)
	case *data.Specification:
		r.Title = filledTitle(r.Title)
	case *data.Grant:
		mendGrant(r)
	case *data.FOIRequest:
		mendRequest(r)
	}
}

func filledTitle(s string) string { return "T " + s }

func mendGrant(g *data.Grant) {
	g.Title = filledTitle(g.Title)
	g.Reference = data.Reference("G – " + string(g.ID))
	if g.PlannedEnd.Before(g.PlannedStart) {
		g.PlannedStart, g.PlannedEnd = g.PlannedEnd, g.PlannedStart
	}
	if g.ActualEnd.Before(g.ActualStart) {
		g.ActualStart, g.ActualEnd = g.ActualEnd, g.ActualStart
	}
}

func mendRequest(r *data.FOIRequest) {
	r.Reference = data.Reference("FOI/" + string(r.ID))
	r.Subject = filledTitle(r.Subject)
	if r.Received.IsZero() {
		r.Received = data.NewDate(1990, time.May, 1)
	}
	for i := range r.Clock {
		if c := &r.Clock[i]; c.Event == data.ClockResponded && c.On.Before(r.Received) {
			c.On = r.Received
		}
	}
	for i := range r.Appendices {
		a := &r.Appendices[i]
		a.Number = i + 1
		if a.Specification == "" {
			a.Kind = data.AppendixTable
		}
		for k := range a.Footnotes {
			a.Footnotes[k].Mark = fmt.Sprintf("*%d", k)
		}
		for k := range a.Tables {
			mendTable(&a.Tables[k])
		}
	}
}

func mendTable(t *data.Table) {
	for g := range t.Groups {
		for r := range t.Groups[g].Rows {
			row := &t.Groups[g].Rows[r]
			row.Cells = row.Cells[:min(len(row.Cells), len(t.Columns))]
		}
	}
}

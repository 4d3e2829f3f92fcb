package sqlite

import (
	"context"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"almoner/data"
	"almoner/data/anyrecord"
)

var tester = User{Name: "Ann Tester", Machine: "LAPTOP-1"}

// newOffice makes an office in a folder of its own and closes it when the test ends.
func newOffice(t *testing.T) *Office {
	t.Helper()
	o, err := Create(t.Context(), filepath.Join(t.TempDir(), "Office.almoner"), &data.OfficeDetails{Name: "Office of the Commissioner"}, tester)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { closeOffice(t, o) })
	return o
}

func closeOffice(t *testing.T, o *Office) {
	t.Helper()
	if err := o.Close(); err != nil {
		t.Error(err)
	}
}

// openAgain opens the same file a second time, as a colleague does.
func openAgain(t *testing.T, o *Office) *Office {
	t.Helper()
	again, err := Open(t.Context(), o.Path(), User{Name: "Bob Colleague", Machine: "LAPTOP-2"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { closeOffice(t, again) })
	return again
}

func save[R data.Record](t *testing.T, o *Office, rec R) R {
	t.Helper()
	saved, err := o.Save(t.Context(), rec)
	if err != nil {
		t.Fatal(err)
	}
	return saved.Record.(R)
}

func made[R data.Record](t *testing.T, change func(R)) R {
	t.Helper()
	var none R
	rec, err := data.New(none.RecordKind())
	if err != nil {
		t.Fatal(err)
	}
	change(rec.(R))
	return rec.(R)
}

func newGrant(t *testing.T, title string) *data.Grant {
	return made(t, func(g *data.Grant) {
		g.Title = title
		g.Awards = []data.Award{{FinancialYear: 2024, Amount: data.Pounds(100)}}
	})
}

// sameOffice compares all records of two registers.
func sameOffice(t interface {
	Helper()
	Errorf(string, ...any)
}, want, got *data.Register,
) {
	t.Helper()
	for _, kind := range data.Kinds() {
		if diff := cmp.Diff(want.Records(kind), got.Records(kind), cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%s (-saved +read):\n%s", kind, diff)
		}
	}
}

// TestNothingIsLost saves whole random offices, saves other random records over theirs, and reads all of it with another Office. That no
// field was left empty every time is checked at the end, so that a field which the file forgets cannot be one that was never filled.
func TestNothingIsLost(t *testing.T) {
	filled := map[string]bool{}
	rapid.Check(t, func(rt *rapid.T) {
		o := newOffice(t)
		recs := anyrecord.Office(rt)
		stampDetails(o, recs)
		for _, rec := range recs {
			noteFilled(filled, string(rec.RecordKind()), reflect.ValueOf(rec).Elem())
		}
		if err := o.SaveAll(context.Background(), recs, nil); err != nil {
			rt.Fatalf("save: %v", err)
		}
		again := openAgain(t, o)
		sameOffice(rt, o.Register(), again.Register())
		pool := anyrecord.Pool{}
		for _, rec := range recs {
			pool[rec.RecordKind()] = append(pool[rec.RecordKind()], rec.Stamped().ID)
		}
		for kind, ids := range pool { // and once more over what is there
			old, _ := again.Register().Find(kind, ids[0])
			rec := anyrecord.EditValid(rt, old, pool)
			if _, err := again.Save(context.Background(), rec); err != nil {
				rt.Fatalf("save over: %v", err)
			}
			now, _ := again.Register().Find(kind, ids[0])
			diff, err := data.Diff(rec, now)
			diff = slices.DeleteFunc(diff, func(f data.FieldChange) bool { // a step is noted for whoever took it, and what it issues is kept
				list, _, _ := strings.Cut(f.Path, "/")
				return list == "steps" || list == "issued" || list == "awards" && kind == data.KindDecision || list == "appendices" && justSent(old, rec)
			})
			if err != nil || len(diff) > 0 {
				rt.Fatalf("the register does not hold what was saved: %v %s", err, diff)
			}
		}
		if _, err := o.Refresh(context.Background()); err != nil {
			rt.Fatal(err)
		}
		sameOffice(rt, again.Register(), o.Register())
		sameOffice(rt, again.Register(), openAgain(t, o).Register())
		wantSound(t, o.Path()) // and the change list, replayed, tells the same
		if t.Failed() {
			rt.FailNow()
		}
	})
	if testing.Short() {
		return // a fifth of the offices need not have filled every field
	}
	for _, kind := range data.Kinds() {
		rec, err := data.New(kind)
		if err != nil {
			t.Fatal(err)
		}
		everyField(string(kind), reflect.TypeOf(rec).Elem(), func(path string) {
			if !filled[path] {
				t.Errorf("no random office had anything in %s", path)
			}
		})
	}
}

// justSent reports whether a save sends a reply.
func justSent(before, after data.Record) bool {
	was, ok := before.(*data.FOIRequest)
	is, _ := after.(*data.FOIRequest)
	return ok && !was.Sent() && is.Sent()
}

// stampDetails makes the random details of an office the next version of its own.
func stampDetails(o *Office, recs []data.Record) {
	for _, rec := range recs {
		if rec.RecordKind() == data.KindOffice {
			*rec.Stamped() = o.Register().Details().Stamp
		}
	}
}

// noteFilled notes the fields that are not empty, by type: "grants.Awards.Part".
func noteFilled(filled map[string]bool, path string, v reflect.Value) {
	if !v.IsZero() {
		filled[path] = true
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			noteFilled(filled, path+"."+v.Type().Field(i).Name, v.Field(i))
		}
	case reflect.Slice:
		for i := range v.Len() {
			noteFilled(filled, path, v.Index(i))
		}
	case reflect.Pointer:
		if !v.IsNil() {
			noteFilled(filled, path, v.Elem())
		}
	default:
	}
}

// everyField visits the fields that the file keeps of a type.
func everyField(path string, t reflect.Type, visit func(path string)) {
	switch {
	case t == reflect.TypeFor[data.Stamp]():
	case t.Kind() == reflect.Pointer, t.Kind() == reflect.Slice:
		everyField(path, t.Elem(), visit)
	case t.Kind() == reflect.Struct && t != reflect.TypeFor[data.Date]() && t != reflect.TypeFor[data.Money]():
		for i := range t.NumField() {
			if f := t.Field(i); f.Tag.Get("diff") != "-" {
				everyField(path+"."+f.Name, f.Type, visit)
			}
		}
	default:
		visit(path)
	}
}

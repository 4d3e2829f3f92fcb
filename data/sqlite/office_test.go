package sqlite

import (
	"context"
	"fmt"
	"path/filepath"
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"almoner/data"
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

// TestNothingIsLost saves records with no field left empty, and random ones, and reads them with another Office.
func TestNothingIsLost(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		o := newOffice(t)
		pool := map[data.Kind][]data.ID{}
		for _, full := range []bool{true, rapid.Bool().Draw(rt, "full")} {
			for _, kind := range data.Kinds() {
				rec := filledRecord(rt, kind, full, pool)
				if kind == data.KindOffice {
					rec.Stamped().Version = o.Register().Details().Version
				}
				if full && len(pool[kind]) > 0 {
					noneEmpty(rt, string(kind), reflect.ValueOf(rec).Elem())
				}
				if _, err := o.Save(context.Background(), rec); err != nil {
					rt.Fatalf("save: %v", err)
				}
				pool[kind] = append(pool[kind], rec.Stamped().ID)
			}
		}
		again := openAgain(t, o)
		sameOffice(rt, o.Register(), again.Register())
		for kind, ids := range pool { // and once more over what is there
			rec := filledRecord(rt, kind, rapid.Bool().Draw(rt, "full"), pool)
			old, _ := again.Register().Find(kind, ids[0])
			*rec.Stamped() = *old.Stamped()
			if q, ok := rec.(*data.Question); ok {
				q.Key = old.(*data.Question).Key
			}
			if _, err := again.Save(context.Background(), rec); err != nil {
				rt.Fatalf("save over: %v", err)
			}
			now, _ := again.Register().Find(kind, ids[0])
			*rec.Stamped() = *now.Stamped()
			if diff := cmp.Diff(rec, now, cmpopts.EquateEmpty()); diff != "" {
				rt.Fatalf("the register does not hold what was saved: %s", diff)
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
}

// noneEmpty makes sure that the test above leaves out no field, one that is added later included.
func noneEmpty(t *rapid.T, path string, v reflect.Value) {
	switch v.Kind() {
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[data.Date]() || v.Type() == reflect.TypeFor[data.Stamp]() {
			return
		}
		for i := range v.NumField() {
			noneEmpty(t, path+"."+v.Type().Field(i).Name, v.Field(i))
		}
	case reflect.Slice:
		if v.Len() == 0 && v.Type() != reflect.TypeFor[[]data.Cell]() {
			t.Fatalf("%s is empty", path)
		}
		for i := range v.Len() {
			noneEmpty(t, fmt.Sprintf("%s[%d]", path, i), v.Index(i))
		}
	case reflect.Uint8:
	default:
		if v.IsZero() {
			t.Fatalf("%s is empty", path)
		}
	}
}

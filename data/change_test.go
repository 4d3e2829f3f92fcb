package data

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func paths(t *testing.T, before, after Record) map[string]string {
	t.Helper()
	changes, err := Diff(before, after)
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, c := range changes {
		got[c.Path] = string(c.Before) + " → " + string(c.After)
	}
	return got
}

func TestAChangeIsWrittenDownFieldByField(t *testing.T) {
	before := &Grant{
		Stamp: Stamp{ID: "g", Version: 3}, Title: "Outreach", Themes: []string{"stalking"}, AwardDate: NewDate(2023, time.October, 4),
		Awards: []Award{
			{ID: "w1", FinancialYear: 2023, Amount: Pounds(5500), Funds: []FundShare{{ID: "s1", Fund: "f", Amount: Pounds(5500)}}},
			{ID: "w2", FinancialYear: 2024, Amount: Pounds(100)},
			{ID: "w3", FinancialYear: 2025, Amount: Pounds(7)},
		},
	}
	after := Clone(before)
	after.Version = 4
	after.Title = "Outreach & advice"
	after.Themes = append(after.Themes, "harassment")
	after.Awards[0].Amount = Pounds(6100)
	after.Awards[0].Funds[0].Amount = Pounds(6100)
	after.Awards = append(after.Awards[:1:1], after.Awards[2], Award{ID: "w4", FinancialYear: 2024, Amount: Money{Pence: 1, Qualifier: UpTo}})
	want := map[string]string{
		"title":                     `"Outreach" → "Outreach & advice"`,
		"themes":                    `["stalking"] → ["stalking","harassment"]`,
		"awards/w1/amount":          `{"pence":550000} → {"pence":610000}`,
		"awards/w1/funds/s1/amount": `{"pence":550000} → {"pence":610000}`,
		"awards/w2":                 `{"id":"w2","financial_year":2024,"amount":{"pence":10000}} → null`,
		"awards/order":              `["w1","w2","w3"] → ["w1","w3","w4"]`,
		"awards/w4":                 `null → {"id":"w4","financial_year":2024,"amount":{"pence":1,"qualifier":"up_to"}}`,
	}
	if diff := cmp.Diff(want, paths(t, before, after)); diff != "" {
		t.Error(diff)
	}
}

func TestAChangedOrderOfRowsIsAChange(t *testing.T) {
	before := &FOIRequest{Questions: []FOIQuestion{{ID: "a", Text: "First"}, {ID: "b", Text: "Second"}}}
	after := &FOIRequest{Questions: []FOIQuestion{{ID: "b", Text: "Second"}, {ID: "a", Text: "First"}}}
	want := map[string]string{"questions/order": `["a","b"] → ["b","a"]`}
	if diff := cmp.Diff(want, paths(t, before, after)); diff != "" {
		t.Error(diff)
	}
}

func TestDeletingWritesDownEverythingThereWas(t *testing.T) {
	want := map[string]string{"name": `"Harbour" → ""`, "kind": `"charity" → ""`}
	if diff := cmp.Diff(want, paths(t, &Organisation{Name: "Harbour", Kind: Charity}, nil)); diff != "" {
		t.Error(diff)
	}
}

func TestACloneHasNothingInCommonWithItsOriginal(t *testing.T) {
	for _, kind := range Kinds() {
		rapid.Check(t, func(t *rapid.T) {
			rec, err := New(kind)
			if err != nil {
				t.Fatal(err)
			}
			fillRandomly(t, reflect.ValueOf(rec).Elem())
			clone := Clone(rec)
			if diff := cmp.Diff(rec, clone); diff != "" {
				t.Fatalf("the clone of a %s differs:\n%s", kind, diff)
			}
			if changes, err := Diff(rec, clone); err != nil || len(changes) > 0 {
				t.Fatalf("nothing changed, yet: %v %v", changes, err)
			}
			if share := shared(reflect.ValueOf(rec).Elem(), reflect.ValueOf(clone).Elem()); share != "" {
				t.Fatalf("a %s and its clone share %s", kind, share)
			}
		})
	}
}

// fillRandomly puts something into every field that the vocabulary has.
func fillRandomly(t *rapid.T, v reflect.Value) {
	switch v.Kind() {
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[Date]() {
			v.Set(reflect.ValueOf(anyDay().Draw(t, "day")))
			return
		}
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				fillRandomly(t, v.Field(i))
			}
		}
	case reflect.Slice:
		n := rapid.IntRange(1, 2).Draw(t, "n")
		v.Set(reflect.MakeSlice(v.Type(), n, n))
		for i := range n {
			fillRandomly(t, v.Index(i))
		}
	case reflect.Map:
		v.Set(reflect.MakeMap(v.Type()))
		v.SetMapIndex(reflect.ValueOf("k"), reflect.ValueOf("v"))
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fillRandomly(t, v.Elem())
	case reflect.String:
		if v.Type() == rowID {
			v.SetString(string(NewRowID())) // rows of one list never have the same
			return
		}
		v.SetString(rapid.StringMatching(`[a-z]{1,8}`).Draw(t, "s"))
	case reflect.Int, reflect.Int64:
		v.SetInt(rapid.Int64Range(1, 3000).Draw(t, "i"))
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Uint8:
		v.SetUint(7)
	default:
	}
}

// shared is the path of the first slice, map or pointer that two values have in common.
func shared(a, b reflect.Value) string {
	switch a.Kind() {
	case reflect.Struct:
		for i := range a.NumField() {
			if f := a.Type().Field(i); f.IsExported() {
				if s := shared(a.Field(i), b.Field(i)); s != "" {
					return f.Name + "." + s
				}
			}
		}
	case reflect.Slice, reflect.Pointer, reflect.Map:
		if !a.IsNil() && a.Pointer() == b.Pointer() {
			return a.Type().String()
		}
		if a.Kind() == reflect.Slice && a.Len() > 0 {
			return shared(a.Index(0), b.Index(0))
		}
	default:
	}
	return ""
}

func TestAChangeThatWasAlteredLosesItsSeal(t *testing.T) {
	c := Change{Sequence: 7, Operation: "op", Who: "A", Machine: "M", Kind: KindGrant, Record: "g", Label: "L", Version: 2, Action: Updated, Fields: []FieldChange{{Path: "title", Before: []byte(`"a"`), After: []byte(`"b"`)}}}
	seal := Change.Seal
	c.AddSalt()
	genuine := seal(c, "x")
	for name, alter := range map[string]func(*Change){
		"who":                            func(c *Change) { c.Who = "B" },
		"a figure":                       func(c *Change) { c.Fields[0].After = []byte(`"c"`) },
		"its time":                       func(c *Change) { c.When = c.When.Add(time.Nanosecond) },
		"a word moved to the next field": func(c *Change) { c.Who, c.Machine = "AM", "" },
		"an action":                      func(c *Change) { c.Action = Deleted },
		"a label":                        func(c *Change) { c.Label = "M" },
		"the salt of a field":            func(c *Change) { c.Fields[0].Salt = "salt" },
		"a field":                        func(c *Change) { c.Fields = append(c.Fields, FieldChange{}) },
	} {
		altered := c
		altered.Fields = append([]FieldChange(nil), c.Fields...)
		alter(&altered)
		if seal(altered, "x") == genuine {
			t.Errorf("nobody would notice that %s was altered", name)
		}
	}
	if seal(c, "y") == genuine {
		t.Error("nobody would notice that the change before it is another")
	}
}

func TestAPersonCanBeTakenOutOfASealedChange(t *testing.T) {
	c := Change{Sequence: 7, Label: "Ariadne Quill", Action: Updated, Fields: []FieldChange{
		{Path: "name", Before: []byte(`"Ariadne Quill"`), After: []byte(`"Ariadne Marsh"`)}, {Path: "role", Before: []byte(`""`), After: []byte(`"Chair"`)},
	}}
	c.AddSalt()
	if c.LabelSalt == "" || c.Fields[0].Salt == "" || c.Fields[0].Salt == c.Fields[1].Salt {
		t.Fatalf("salted %+v", c)
	}
	sealed, salt, labelSalt := c.Seal("x"), c.Fields[0].Salt, c.LabelSalt
	for range 2 { // and once more
		c.Fields[0].Erase([]byte(`"–"`), []byte(`"–"`))
		c.EraseLabel("–")
		if c.Seal("x") != sealed {
			t.Error("the seal broke")
		}
		if !c.Fields[0].Erased() || c.Fields[1].Erased() || c.LabelDigest == "" {
			t.Errorf("marked as erased: %+v", c)
		}
		if c.Fields[0].Salt == salt || c.LabelSalt == labelSalt {
			t.Error("the salt of the words is still there: whoever tries all names finds the one")
		}
		salt, labelSalt = c.Fields[0].Salt, c.LabelSalt
	}
}

func TestEveryErrorIsExplainedInASentence(t *testing.T) {
	g := &Grant{Title: "Outreach"}
	for _, err := range []error{
		Problems{{"title", "The grant needs a name."}},
		&Conflict{Mine: g}, &Conflict{Mine: g, Theirs: &Grant{Stamp: Stamp{SavedBy: "Ann"}}},
		&InUse{Record: g, By: []Record{g}},
		&Fault{Sentence: "The folder is full."},
	} {
		if s := Explain(err); !strings.HasSuffix(s, ".") || len(s) < 15 {
			t.Errorf("%T reads %q", err, s)
		}
	}
}

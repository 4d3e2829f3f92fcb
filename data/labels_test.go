package data

import (
	"reflect"
	"slices"
	"testing"
)

func TestEveryFieldHasALabel(t *testing.T) {
	for _, kind := range Kinds() {
		rec, err := New(kind)
		if err != nil {
			t.Fatal(err)
		}
		labelled(t, string(kind), reflect.TypeOf(rec).Elem())
	}
}

// labelled looks for the label of each field of a struct, and of the structs in it.
func labelled(t *testing.T, owner string, s reflect.Type) {
	t.Helper()
	for i := range s.NumField() {
		f := s.Field(i)
		key := fieldKey(f)
		if key == "" || f.Type == rowID {
			continue
		}
		_, common := labels[key]
		if _, own := ownLabels[owner+"."+key]; !common && !own {
			t.Errorf("%s of %s has no label in labels.go", key, owner)
		}
		if _, ok := rowLabels[key]; !ok && (isRows(f.Type) || isWords(f.Type) && !slices.Contains([]string{"query", "cells"}, owner)) {
			t.Errorf("nobody can say what one of the %s of %s is called: put it into rowLabels", key, owner)
		}
		inner := f.Type
		if inner.Kind() == reflect.Slice || inner.Kind() == reflect.Pointer {
			inner = inner.Elem()
		}
		if inner.Kind() == reflect.Struct && inner != reflect.TypeFor[Date]() && inner != reflect.TypeFor[Money]() {
			labelled(t, key, inner)
		}
	}
}

func TestAFieldIsCalledAsPeopleCallIt(t *testing.T) {
	for _, c := range []struct {
		kind       Kind
		path, want string
	}{
		{KindFund, "spend_by", "Spend by"},
		{KindOrganisation, "charity_number", "Charity number"},
		{KindOrganisation, "kind", "Kind of organisation"},
		{KindGrant, "awards/w1/funds/s1/amount", "Amount"},
		{KindGrant, "awards/w1", "Awards"},
		{KindGrant, "awards/order", "Order of awards"},
		{KindOffice, "wording/foi_opening", "Standing wording"},
		{KindFOIRequest, "exemptions/e1/section", "Section of the Act"},
		{KindFOIRequest, "appendices/a/kind", "Kind"},
	} {
		if got := FieldLabel(c.kind, c.path); got != c.want {
			t.Errorf("%s of %s is called %q, want %q", c.path, c.kind, got, c.want)
		}
	}
}

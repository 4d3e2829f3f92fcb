package data

import (
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// fillOnce gives each list of a record one row, and each list in a row too, so that every field is there.
func fillOnce(rec Record) { fillValue(reflect.ValueOf(rec).Elem(), "Zeppelin") }

// fillValue fills every field of a value; texts say words.
func fillValue(v reflect.Value, words string) {
	switch v.Kind() {
	case reflect.Struct:
		if d, ok := v.Addr().Interface().(*Date); ok {
			*d = NewDate(2024, 5, 6)
			return
		}
		for i := range v.NumField() {
			if v.Type().Field(i).Type != reflect.TypeFor[Stamp]() {
				fillValue(v.Field(i), words)
			}
		}
	case reflect.Slice:
		if v.Type().Elem().Kind() != reflect.Uint8 {
			v.Set(reflect.MakeSlice(v.Type(), 1, 1))
			fillValue(v.Index(0), words)
		}
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fillValue(v.Elem(), words)
	case reflect.String:
		if v.Type() == plainText || v.Type() == referenceText {
			v.SetString(words)
		}
	case reflect.Int, reflect.Int64:
		v.SetInt(7)
	case reflect.Bool:
		v.SetBool(true)
	default:
	}
}

func TestEveryKindHasAListThatCanBeReadAndSorted(t *testing.T) {
	reg := harbourOffice()
	for _, kind := range Kinds() {
		if kind == KindOffice {
			continue
		}
		c := CatalogueOf(kind, NewDate(2024, 1, 1))
		if len(c.Fields) == 0 || len(c.Shown) == 0 || c.One == "" || c.Many == c.One {
			t.Errorf("%s: %+v", kind, c)
		}
		seen := map[string]bool{}
		for _, f := range c.Fields {
			if f.Key == "" || f.Heading == "" || seen[f.Key] {
				t.Errorf("%s: a field %q, %q", kind, f.Key, f.Heading)
			}
			seen[f.Key] = true
		}
		for _, key := range append([]string{c.Order.Field}, c.Shown...) {
			if _, ok := c.Field(key); !ok {
				t.Errorf("%s has no field %q", kind, key)
			}
		}
		empty, err := New(kind)
		if err != nil {
			t.Fatal(err)
		}
		full := Clone(empty)
		full.Stamped().ID = "full"
		fillOnce(full)
		for _, rec := range []Record{empty, full} { // no record is too bare for a list
			reg.Put(rec)
		}
		l := reg.Listing(kind, c.Today)
		for _, f := range c.Fields {
			if n := len(l.Select("", nil, Sort{Field: f.Key})); n != reg.Count(kind) {
				t.Errorf("%s by %s: %d rows of %d", kind, f.Key, n, reg.Count(kind))
			}
			if f.Value != nil {
				if _, err := json.Marshal(f.Value(reg, full)); err != nil {
					t.Errorf("%s.%s: %v", kind, f.Key, err)
				}
			}
		}
		if _, staged := empty.(Staged); staged != (len(c.Statuses) > 0) || staged != seen["status"] {
			t.Errorf("%s: statuses %v", kind, c.Statuses)
		}
	}
}

func TestNothingPersonalIsListedSearchedOrDescribedWithoutAsking(t *testing.T) {
	for kind, fields := range personal {
		rec, err := New(kind)
		if err != nil {
			t.Fatal(err)
		}
		v := reflect.ValueOf(rec).Elem()
		fillValue(v, "harmless")
		for i := range v.NumField() {
			if slices.Contains(fields, fieldKey(v.Type().Field(i))) {
				fillValue(v.Field(i), "Zeppelin")
			}
		}
		reg := NewRegister(rec)
		if hits, _ := reg.Search("zeppelin", 5); len(hits) > 0 {
			t.Errorf("%s: a search finds what is personal", kind)
		}
		if n := len(reg.Listing(kind, Date{}).Select("zeppelin", nil, Sort{})); n > 0 {
			t.Errorf("%s: a list finds what is personal", kind)
		}
		c := CatalogueOf(kind, Date{})
		for _, f := range c.Fields {
			if strings.Contains(f.Text(reg, rec), "Zeppelin") {
				t.Errorf("%s: the column %s tells what is personal", kind, f.Key)
			}
		}
		all, some := flat(reg.Describe(rec, true)), flat(reg.Describe(rec, false))
		if !strings.Contains(all, "Zeppelin") || strings.Contains(some, "Zeppelin") || !strings.Contains(some, "harmless") {
			t.Errorf("%s is described as %s", kind, some)
		}
	}
}

// flat is everything that a description says.
func flat(fields []FieldText) string {
	var b strings.Builder
	for _, f := range fields {
		b.WriteString(f.Label + ": " + f.Text + "\n")
		for _, row := range f.Rows {
			b.WriteString(flat(row))
		}
	}
	return b.String()
}

func TestADescriptionSaysEveryField(t *testing.T) {
	for _, kind := range Kinds() {
		rec, err := New(kind)
		if err != nil {
			t.Fatal(err)
		}
		fillOnce(rec)
		said := map[string]bool{}
		for _, f := range NewRegister(rec).Describe(rec, true) {
			said[f.Key] = true
		}
		v := reflect.ValueOf(rec).Elem()
		for i := range v.NumField() {
			key := fieldKey(v.Type().Field(i))
			if f := v.Field(i); key != "" && !empty(f) && !said[key] && f.Type() != reflect.TypeFor[[]ID]() { // those name nothing here
				t.Errorf("a description of a %s leaves out %s", kind.Label(), key)
			}
		}
	}
}

func TestADescriptionReadsAsPapersDo(t *testing.T) {
	reg := harbourOffice()
	g, _ := Get[*Grant](reg, "g1")
	text := flat(reg.Describe(g, false))
	for _, want := range []string{"Recipient: Harbour", "Status: Active", "Financial year: 2023-24", "Amount: £40", "Fund: Victims core", "In kind: yes", "What it buys: A room"} {
		if !strings.Contains(text, want) {
			t.Errorf("“%s” is not in\n%s", want, text)
		}
	}
}

func TestADescriptionNamesTheStepsThatWereTaken(t *testing.T) {
	fund := &Fund{Programme: "Core", Steps: []Step{{ID: "1", To: string(BidSubmitted), On: NewDate(2024, 2, 3), By: "Ann"}}}
	if text := flat(NewRegister().Describe(fund, false)); !strings.Contains(text, "Status: Bid submitted\nOn: 3 February 2024\nBy: Ann\n") {
		t.Error(text)
	}
}

func cells(t *testing.T, reg *Register, kind Kind, id ID, today Date) map[string]string {
	t.Helper()
	rec, ok := reg.Find(kind, id)
	if !ok {
		t.Fatalf("there is no %s", id)
	}
	texts := map[string]string{}
	c := CatalogueOf(kind, today)
	for _, f := range c.Fields {
		texts[f.Key] = f.Text(reg, rec)
	}
	return texts
}

func TestListsSayWhatPeopleLookFor(t *testing.T) {
	reg := harbourOffice()
	today := NewDate(2023, 8, 1)
	for _, c := range []struct {
		kind Kind
		id   ID
		want map[string]string
	}{
		{KindFund, "f1", map[string]string{"allocation": "£100", "committed": "£90", "left": "£10", "status": "Won"}},
		{KindProgramme, "p1", map[string]string{"budget": "£900", "awarded": "£90", "financial_year": "2023-24"}}, // what was declined was not awarded
		{KindDecision, "d1", map[string]string{"total": "£90", "status": "Draft"}},
		{KindTrainingEvent, "t1", map[string]string{"booked": "9", "attended": "7", "start": "2 May 2024", "hosts": "Harbour, Beacon"}},
		{KindMonitoringReturn, "r1", map[string]string{"grant": "Outreach", "provider": "Harbour", "status": "Late", "due": "31 Jul 2023"}},
		{KindFOIRequest, "q1", map[string]string{"due": "30 Jan 2024", "subject": "Dogs"}},
		{KindAction, "z1", map[string]string{"owner": "Ann Jones", "from": "PCC/2023/004 Outreach for two years"}},
		{KindGrant, "g2", map[string]string{"delivered_by": "Harbour", "amount": "£7", "year": "2023-24"}},
	} {
		got := cells(t, reg, c.kind, c.id, today)
		for key, want := range c.want {
			if got[key] != want {
				t.Errorf("%s of the %s is %q, want %q", key, c.kind.Label(), got[key], want)
			}
		}
	}
	late := CatalogueOf(KindMonitoringReturn, today)
	if n := len(reg.Listing(KindMonitoringReturn, today).Select("", late.Among([]string{"late"}), late.Order)); n != 1 {
		t.Errorf("%d returns are late", n)
	}
	reg.Put(&MonitoringReturn{Stamp: Stamp{ID: "r2"}, Grant: "g1", Period: "Quarter 0", Due: NewDate(2023, 9, 1), Status: ReturnExpected})
	last := func(day Date) ID {
		l := reg.Listing(KindMonitoringReturn, day)
		return l.At(l.Select("", nil, Sort{Field: "status", Descending: true})[0]).Stamped().ID
	}
	reg.Put(&MonitoringReturn{Stamp: Stamp{ID: "r3"}, Grant: "g1", Period: "Quarter 9", Due: NewDate(2023, 9, 1), Status: ReturnExpected})
	if early, late := last(NewDate(2023, 7, 1)), last(today); early != "r3" || late != "r1" {
		t.Errorf("sorted by status, %s is last before returns are due, and %s when one is late", early, late)
	}
	reg.Remove(KindMonitoringReturn, "r2")
	reg.Remove(KindMonitoringReturn, "r3")
	before := CatalogueOf(KindMonitoringReturn, NewDate(2023, 7, 31))
	if n := len(reg.Listing(KindMonitoringReturn, before.Today).Select("", before.Among([]string{"late"}), before.Order)); n != 0 {
		t.Errorf("%d returns are late on the day that they are due", n)
	}
}

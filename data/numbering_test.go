package data

import (
	"encoding/json"
	"errors"
	"reflect"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// numberedOffice numbers requests by calendar year and grants by financial year.
func numberedOffice(records ...Record) *Register {
	details := &OfficeDetails{Stamp: Stamp{ID: OfficeID}, Name: "Elmshire", ReferenceSchemes: map[string]string{
		"foi_request": "FOI/{yy}-{seq:3}", "grant": "{fy:2}/{fy+1:2} – {seq:4}", "board_paper": "{oops}",
	}}
	return NewRegister(append([]Record{details}, records...)...)
}

func numberedRequest(id ID, ref Reference, others ...Reference) *FOIRequest {
	return &FOIRequest{Stamp: Stamp{ID: id}, Reference: ref, OtherReferences: others, Received: NewDate(2025, time.May, 6)}
}

func numberedGrant(id ID, ref Reference, aliases ...Reference) *Grant {
	return &Grant{Stamp: Stamp{ID: id}, Title: "A grant", Reference: ref, Aliases: aliases}
}

func TestEveryKindThatBearsAReferenceIsNumbered(t *testing.T) {
	for _, kind := range Kinds() {
		rec, err := New(kind)
		if err != nil {
			t.Fatal(err)
		}
		field, bears := reflect.TypeOf(rec).Elem().FieldByName("Reference")
		if bears = bears && field.Type == reflect.TypeFor[Reference](); !bears {
			continue
		}
		n, ok := rec.(Numbered)
		if !ok {
			t.Errorf("%T has a reference, but no office can number it: it lacks Bears and NumberedOn", rec)
			continue
		}
		own, _ := n.Bears()
		*own = "23/24 – 0017"
		if got := reflect.ValueOf(rec).Elem().FieldByName("Reference").String(); got != "23/24 – 0017" {
			t.Errorf("a number given to a %s does not come to stand in its reference, which is %q", kind.Label(), got)
		}
		reg := NewRegister(rec)
		if found := reg.ByReference(kind, "2324-0017"); len(found) != 1 {
			t.Errorf("a %s is not found by its reference", kind.Label())
		}
	}
	for kind, name := range map[Kind]string{KindFOIRequest: "foi_request", KindGrant: "grant", KindDecision: "decision", KindBoardPaper: "board_paper"} {
		if kind.NumberedAs() != name {
			t.Errorf("%s are numbered as %q", kind, kind.NumberedAs())
		}
	}
}

func TestTheDayThatARecordIsNumberedIn(t *testing.T) {
	day := func(n int) Date { return NewDate(2025, time.May, n) }
	for _, c := range []struct {
		rec  Numbered
		want Date
	}{
		{&FOIRequest{Received: day(1)}, day(1)},
		{&FOIRequest{}, Date{}},
		{&Grant{AwardDate: day(1), PlannedStart: day(2)}, day(1)},
		{&Grant{PlannedStart: day(2), ActualStart: day(3)}, day(2)},
		{&Grant{ActualStart: day(3)}, Date{}},
		{&Decision{DecidedOn: day(1), DiscussedOn: day(2), RaisedOn: day(3)}, day(1)},
		{&Decision{DiscussedOn: day(2), RaisedOn: day(3)}, day(2)},
		{&Decision{RaisedOn: day(3), PublishedOn: day(4)}, day(3)},
		{&Decision{PublishedOn: day(4)}, Date{}},
		{&BoardPaper{Date: day(1)}, day(1)},
	} {
		if got := c.rec.NumberedOn(); got != c.want {
			t.Errorf("%+v is numbered in %s, want %s", c.rec, got, c.want)
		}
	}
	reg := numberedOffice(numberedGrant("a", "24/25 – 0007"), numberedGrant("b", "25/26 – 0003"))
	for name, c := range map[string]struct {
		grant *Grant
		want  Reference
	}{
		"its own day":      {&Grant{AwardDate: NewDate(2025, time.March, 31)}, "24/25 – 0008"},
		"none, so today's": {&Grant{}, "25/26 – 0004"},
	} {
		if got, err := reg.ReferenceFor(c.grant, day(1)); err != nil || got != c.want {
			t.Errorf("%s: %q, %v, want %q", name, got, err, c.want)
		}
	}
}

func TestTheNextReference(t *testing.T) {
	may := NewDate(2025, time.May, 6)
	for name, c := range map[string]struct {
		held []Record
		want Reference
	}{
		"of an empty office":                         {nil, "FOI/25-001"},
		"comes after the greatest":                   {[]Record{numberedRequest("a", "FOI/25-001"), numberedRequest("b", "FOI/25-002")}, "FOI/25-003"},
		"however that is spelt":                      {[]Record{numberedRequest("a", "foi 25 7")}, "FOI/25-008"},
		"does not fill a hole":                       {[]Record{numberedRequest("a", "FOI/25-001"), numberedRequest("b", "FOI/25-003")}, "FOI/25-004"},
		"goes on after a number typed by hand":       {[]Record{numberedRequest("a", "FOI/25-120")}, "FOI/25-121"},
		"begins again each year":                     {[]Record{numberedRequest("a", "FOI/24-120")}, "FOI/25-001"},
		"grows beyond its zeros":                     {[]Record{numberedRequest("a", "FOI/25-999")}, "FOI/25-1000"},
		"counts what is only an other reference":     {[]Record{numberedRequest("a", "X", "Y", "FOI/25-009")}, "FOI/25-010"},
		"does not count those of other schemes":      {[]Record{numberedRequest("a", "FOI/2025-009"), numberedRequest("b", "IR/25/03"), numberedRequest("c", "")}, "FOI/25-001"},
		"does not count those of other kinds":        {[]Record{numberedGrant("a", "FOI/25-009")}, "FOI/25-001"},
		"passes over what looks like a later number": {[]Record{numberedRequest("a", "FOI/25-001"), numberedRequest("b", "FOI/2500-2"), numberedRequest("c", "FOI/250-03")}, "FOI/25-004"},
	} {
		if got, err := numberedOffice(c.held...).NextReference(KindFOIRequest, may); err != nil || got != c.want {
			t.Errorf("the next reference %s: %q, %v, want %q", name, got, err, c.want)
		}
	}
}

func TestWhatIsNumberedAnewLeavesItsNumberFree(t *testing.T) {
	reg := numberedOffice(numberedRequest("a", "FOI/25-001"), numberedRequest("b", "FOI/25-002"))
	again := numberedRequest("b", "", "FOI/25-005")
	if got, err := reg.ReferenceFor(again, Date{}); err != nil || got != "FOI/25-006" {
		t.Errorf("with another reference of its own: %q, %v", got, err)
	}
	again.OtherReferences = nil
	if got, err := reg.ReferenceFor(again, Date{}); err != nil || got != "FOI/25-002" {
		t.Errorf("without: %q, %v", got, err)
	}
	reg.Put(numberedRequest("b", "FOI/24-002")) // a slip that was put right
	if got, err := reg.NextReference(KindFOIRequest, NewDate(2025, time.May, 6)); err != nil || got != "FOI/25-002" {
		t.Errorf("after a correction: %q, %v", got, err)
	}
}

// deleted is the entry that the change list has of a deletion.
func deleted(t *testing.T, rec Record) Change {
	t.Helper()
	fields, err := Diff(rec, nil)
	if err != nil {
		t.Fatal(err)
	}
	return Change{Kind: rec.RecordKind(), Record: rec.Stamped().ID, Action: Deleted, Fields: fields}
}

func TestANumberOfWhatWasDeletedIsNotGivenAgain(t *testing.T) {
	first, second := numberedRequest("a", "FOI/25-004"), numberedRequest("b", "X", "FOI/25-006")
	reg := numberedOffice()
	next := func(want Reference) {
		t.Helper()
		if got, err := reg.NextReference(KindFOIRequest, NewDate(2025, time.May, 6)); err != nil || got != want {
			t.Errorf("the next is %q, %v, want %q", got, err, want)
		}
	}
	updated := deleted(t, first)
	updated.Action = Updated
	reg.Retire(updated)
	next("FOI/25-001")
	reg.Retire(deleted(t, first))
	next("FOI/25-005")
	reg.Retire(deleted(t, second))
	next("FOI/25-007")
	odd := deleted(t, numberedRequest("c", "FOI/25-050"))
	for i := range odd.Fields {
		odd.Fields[i].Before = json.RawMessage(`{"not": "a reference"}`)
	}
	reg.Retire(odd) // of a file that somebody altered
	next("FOI/25-007")

	back := numberedRequest("b", "FOI/25-001") // put back, and its reference put right
	reg.Put(back)
	next("FOI/25-005")
	reg.Remove(KindFOIRequest, "b")
	reg.Retire(deleted(t, back))
	next("FOI/25-005")
	if got, err := reg.ReferenceFor(numberedRequest("a", ""), Date{}); err != nil || got != "FOI/25-002" {
		t.Errorf("what is put back may have its own number again: %q, %v", got, err)
	}
}

func TestWithoutASchemeThereIsASentence(t *testing.T) {
	reg := numberedOffice(numberedRequest("a", "FOI/25-999999999"))
	for name, c := range map[string]struct {
		kind Kind
		says string
	}{
		"none":               {KindDecision, "no scheme for the references of its decisions. Set one under Office"},
		"one that is broken": {KindBoardPaper, "the references of its board papers has to be put right under Office: “{oops}” cannot number anything: {oops} stands for nothing"},
		"used up":            {KindFOIRequest, "The FOI request FOI/25-999999999 has the last number"},
	} {
		got, err := reg.NextReference(c.kind, NewDate(2025, time.May, 6))
		var f *Fault
		if !errors.As(err, &f) || !strings.Contains(f.Sentence, c.says) || !strings.HasSuffix(f.Sentence, ".") || got != "" {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
}

// TestNumbersComeWithoutAGap numbers by any scheme, among deletions, corrections and restarts of the program.
func TestNumbersComeWithoutAGap(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		scheme := someScheme(rt)
		details := &OfficeDetails{Stamp: Stamp{ID: OfficeID}, ReferenceSchemes: map[string]string{"grant": scheme.String()}}
		reg := NewRegister(details)
		days := []Date{schemeDay(rt, "day"), schemeDay(rt, "other day")}
		given, seen := map[string]int{}, map[string]bool{}
		for range rapid.IntRange(1, 60).Draw(rt, "grants") {
			g := numberedGrant(NewID(), "")
			g.AwardDate = rapid.SampledFrom(days).Draw(rt, "award")
			period := scheme.Period(g.AwardDate)
			ref, err := reg.ReferenceFor(g, Date{})
			if err != nil {
				rt.Fatal(err)
			}
			given[period]++
			if p, n, ok := scheme.Read(ref); !ok || p != period || n != given[period] || seen[ref.Key()] {
				rt.Fatalf("%s: number %d of %q is %q", scheme, given[period], period, ref)
			}
			seen[ref.Key()] = true
			g.Reference = ref
			reg.Put(g)
			if rapid.IntRange(0, 3).Draw(rt, "deleted") == 0 {
				reg.Remove(KindGrant, g.ID)
				reg.Retire(deleted(t, g))
			}
		}
	})
}

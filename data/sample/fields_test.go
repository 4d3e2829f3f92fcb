package sample_test

import (
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"almoner/data"
	"almoner/data/sample"
)

func TestEveryKindHasRecords(t *testing.T) {
	reg := register(t)
	for _, kind := range data.Kinds() {
		if n := reg.Count(kind); n < 2 && kind != data.KindOffice {
			t.Errorf("the sample has %d records of the kind %s", n, kind)
		}
	}
}

// unfilled are the fields that the sample leaves empty, each for a reason.
var unfilled = map[string]string{
	"office/wording":                   "its papers are in the program’s own words",
	"office/logo":                      "a made-up office has no picture of its own",
	"decisions/attachments/content":    "only in documents that others write: reading one makes a file of it",
	"foi_requests/attachments/content": "as in decisions",
	"board_papers/attachments/content": "as in decisions",
}

func TestEveryFieldIsFilledSomewhere(t *testing.T) {
	details, records := sample.Office()
	filled := map[string]bool{}
	for _, rec := range append(records, details) {
		look(string(rec.RecordKind()), reflect.ValueOf(rec).Elem(), filled)
	}
	if len(filled) < 300 {
		t.Fatalf("only %d fields were looked at", len(filled))
	}
	for _, field := range slices.Sorted(maps.Keys(filled)) {
		switch reason := unfilled[field]; {
		case !filled[field] && reason == "":
			t.Errorf("%s is empty in every record", field)
		case filled[field] && reason != "":
			t.Errorf("%s is filled, though it says “%s”", field, reason)
		}
	}
}

// look notes under its path whether a field is filled, and goes into rows even where there are none, so that a kind of row that the sample
// does not have is found.
func look(path string, v reflect.Value, filled map[string]bool) {
	for i := range v.NumField() {
		f := v.Type().Field(i)
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		if f.Type == reflect.TypeFor[data.Stamp]() || name == "id" {
			continue
		}
		at := path + "/" + name
		filled[at] = filled[at] || !v.Field(i).IsZero()
		switch {
		case f.Type.Kind() == reflect.Slice && f.Type.Elem().Kind() == reflect.Struct:
			for k := range max(v.Field(i).Len(), 1) {
				row := reflect.New(f.Type.Elem()).Elem()
				if k < v.Field(i).Len() {
					row = v.Field(i).Index(k)
				}
				look(at, row, filled)
			}
		case f.Type.Kind() == reflect.Struct && f.Type != reflect.TypeFor[data.Date]() && f.Type != reflect.TypeFor[data.Money]():
			look(at, v.Field(i), filled)
		case f.Type == reflect.TypeFor[*data.Applicant]() && !v.Field(i).IsNil():
			look(at, v.Field(i).Elem(), filled)
		}
	}
}

func words[S ~string](all []S) []string {
	texts := make([]string, len(all))
	for i, s := range all {
		texts[i] = string(s)
	}
	return texts
}

func TestEveryWordOfEveryListOccurs(t *testing.T) {
	_, records := sample.Office()
	stages, others := map[data.Kind]map[string]bool{}, map[string]bool{}
	for _, rec := range records {
		if s, ok := rec.(data.Staged); ok {
			if stages[rec.RecordKind()] == nil {
				stages[rec.RecordKind()] = map[string]bool{}
			}
			stages[rec.RecordKind()][s.Stage()] = true
		}
		collect(reflect.ValueOf(rec).Elem(), others)
	}
	for kind, all := range map[data.Kind][]string{
		data.KindGrant: words(data.GrantStatuses()), data.KindFund: words(data.FundStatuses()), data.KindSpecification: words(data.SpecificationStatuses()),
		data.KindDecision: words(data.DecisionStatuses()), data.KindTrainingEvent: words(data.EventStatuses()), data.KindMonitoringReturn: words(data.ReturnStatuses()),
		data.KindFOIRequest: words(data.FOIStatuses()), data.KindBoardPaper: words(data.PaperStatuses()), data.KindNewsRelease: words(data.PaperStatuses()),
		data.KindAction: words(data.ActionStatuses()),
	} {
		for _, s := range all {
			if !stages[kind][s] {
				t.Errorf("no %s is %s", kind.Label(), s)
			}
		}
	}
	for what, all := range map[string][]string{
		"VariationKind": words(data.VariationKinds()), "Relation": words(data.Relations()), "Signature": words(data.Signatures()), "Marking": words(data.Markings()),
		"EventKind": words(data.EventKinds()), "RAG": words(data.RAGs()), "ClockEvent": words(data.ClockEvents()), "Regime": words(data.Regimes()),
		"Frequency": words(data.Frequencies()), "AppendixKind": words(data.AppendixKinds()), "ShortAnswer": words(data.ShortAnswers()),
	} {
		for _, w := range all {
			if !others[what+" "+w] {
				t.Errorf("no %s is %s", what, w)
			}
		}
	}
}

// collect notes every word in a record under the name of its type.
func collect(v reflect.Value, seen map[string]bool) {
	switch v.Kind() {
	case reflect.String:
		seen[v.Type().Name()+" "+v.String()] = true
	case reflect.Struct:
		for i := range v.NumField() {
			collect(v.Field(i), seen)
		}
	case reflect.Slice:
		for i := range v.Len() {
			collect(v.Index(i), seen)
		}
	case reflect.Pointer:
		if !v.IsNil() {
			collect(v.Elem(), seen)
		}
	default:
	}
}

package data

import (
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestTwoVersionsAreComparedParagraphByParagraph(t *testing.T) {
	before := "# Service\n\nThe provider answers calls\nfrom nine to five.\n\n- in English\n- in Welsh\n\nGone now."
	after := "# Service\n\nThe provider answers calls from eight to five.\n\n- in English\n- in Welsh\n- by letter\n\n## New\n"
	var got []string
	for _, p := range Compare(before, after) {
		got = append(got, string(p.Change)+": "+p.Before+" > "+p.After)
	}
	want := "kept: # Service > # Service\n" +
		"changed: The provider answers calls from nine to five. > The provider answers calls from eight to five.\n" +
		"kept: - in English > - in English\nkept: - in Welsh > - in Welsh\n" +
		"removed: Gone now. > \nadded:  > - by letter\nadded:  > ## New"
	if strings.Join(got, "\n") != want {
		t.Errorf("got\n%s", strings.Join(got, "\n"))
	}
}

// TestComparisonLosesNothing: read from either side, the passages are the two texts.
func TestComparisonLosesNothing(t *testing.T) {
	texts := rapid.SliceOfN(rapid.SampledFrom([]string{"one two three", "one two four", "# Head", "- a", "- b", "other words here", "| a | b |"}), 0, 8)
	rapid.Check(t, func(t *rapid.T) {
		before, after := strings.Join(texts.Draw(t, "before"), "\n\n"), strings.Join(texts.Draw(t, "after"), "\n\n")
		var was, is []string
		for _, p := range Compare(before, after) {
			if p.Change != PassageAdded {
				was = append(was, p.Before)
			}
			if p.Change != PassageRemoved {
				is = append(is, p.After)
			}
			if (p.Change == PassageKept) != (p.Before == p.After) {
				t.Fatalf("%+v", p)
			}
		}
		if strings.Join(was, "\n\n") != before || strings.Join(is, "\n\n") != after {
			t.Fatalf("%q and %q come back as %q and %q", before, after, was, is)
		}
	})
}

func TestANewVersionSupersedesTheOld(t *testing.T) {
	old := &Specification{Stamp: Stamp{ID: "old"}, Title: "Helpline", Version: "1.9", Status: SpecificationAgreed, Body: "x"}
	reg := NewRegister(old)
	draft := old.NextVersion()
	if draft.Version != "1.10" || draft.Body != "x" || draft.Status != SpecificationDraft || draft.Supersedes != "old" || !draft.ID.Ours() {
		t.Fatalf("%+v", draft)
	}
	day := NewDate(2025, time.June, 2)
	recs, err := reg.AgreeSpecification(draft, day, "Ann")
	if err != nil || len(recs) != 2 {
		t.Fatal(recs, err)
	}
	agreed, superseded := recs[0].(*Specification), recs[1].(*Specification)
	if agreed.Status != SpecificationAgreed || agreed.Effective != day || superseded.ID != "old" || superseded.Status != SpecificationSuperseded || old.Status != SpecificationAgreed {
		t.Errorf("%+v %+v", agreed, superseded)
	}
	if _, err := reg.AgreeSpecification(agreed, day, "Ann"); err != nil {
		t.Errorf("agreeing again changes nothing: %v", err)
	}
	for version, next := range map[string]string{"": "2", "1": "2", "v3": "v4", "2024 final": "2025 final", "draft": "draft 2"} {
		if got := nextNumber(version); got != next {
			t.Errorf("after %q comes %q, want %q", version, got, next)
		}
	}
}

func TestOrganisationsAreNamedAsOtherRegistersNameThem(t *testing.T) {
	for _, c := range []struct{ org, charity, company, want string }{
		{"", "1022846", "", "GB-CHC-1022846"},
		{"", "", "01234567", "GB-COH-01234567"},
		{"", "1022846", "01234567", "GB-CHC-1022846"},
		{"", "SC012345", "", "GB-SC-SC012345"},
		{"", "NIC101234", "", "GB-NIC-101234"},
		{"GB-LAE-CAM", "1022846", "", "GB-LAE-CAM"},
		{"", "", "", ""},
		{"", "1022846-2", "01234567", "GB-COH-01234567"},
		{"", "1022846-2", "", "GB-CHC-1022846"},
	} {
		if got := (&Organisation{OrgID: c.org, CharityNumber: c.charity, CompanyNumber: c.company}).Identifier(); got != c.want {
			t.Errorf("%+v is %s", c, got)
		}
	}
}

func TestDecimalsAreReadAndWrittenExactly(t *testing.T) {
	for text, want := range map[string]Decimal{"1": 100, "0.6": 60, "3.85": 385, "-2.5": -250, "007": 700} {
		if got, err := ParseDecimal(text); err != nil || got != want {
			t.Errorf("%s is %d, %v", text, got, err)
		}
	}
	for _, text := range []string{"", "1.234", "1.", ".5", "1e3", "a", "--1", "99999999999999999"} {
		if got, err := ParseDecimal(text); err == nil {
			t.Errorf("%q is taken for %d", text, got)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		d := Decimal(rapid.Int64Range(-1e14, 1e14).Draw(t, "hundredths"))
		if got, err := ParseDecimal(d.String()); err != nil || got != d {
			t.Fatalf("%s: %d, %v", d, got, err)
		}
	})
}

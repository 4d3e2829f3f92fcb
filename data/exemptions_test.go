package data

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"testing"
)

func TestSectionsOfTheActAreKnownInAnySpelling(t *testing.T) {
	for section, want := range map[string]ExemptionClass{
		"36(2)(b)(i)": QualifiedExemption, "s40(5)": AbsoluteExemption, "Section 43(2)": QualifiedExemption, "s. 21": AbsoluteExemption,
		"22A": QualifiedExemption, "22": QualifiedExemption, "12(1)": ProceduralExemption, "14 (2)": ProceduralExemption, "2": "", "99": "", "": "", "361": "",
	} {
		if law, _ := LawOf(section); law.Class != want {
			t.Errorf("%q is %q, want %q", section, law.Class, want)
		}
	}
}

func TestThePublicInterestIsWeighedWhereTheLawAsksForIt(t *testing.T) {
	for _, c := range []struct {
		regime  Regime
		section string
		want    bool
	}{
		{RegimeFOI, "43(2)", true},
		{RegimeFOI, "40(2)", false},
		{RegimeFOI, "12(1)", false}, // nothing is weighed where the cost is too high
		{"", "s.31", true},
		{RegimeEIR, "12(5)(e)", true},
		{RegimeEIR, "Regulation 12(4)(b)", true},
		{RegimeEIR, "reg. 13(1)", false}, // personal data
		{RegimeEIR, "12(3)", false},
		{RegimeEIR, "something else", true}, // what is not known is weighed rather than not
		{RegimeMixed, "Regulation 12(5)(e)", true},
		{RegimeMixed, "regulation 13", false},
		{RegimeMixed, "Section 43", true},
		{RegimeMixed, "12(1)", false},
		{RegimeSAR, "43(2)", false},
	} {
		if got := (Exemption{Section: c.section}).NeedsPublicInterest(c.regime); got != c.want {
			t.Errorf("%s under %q: %v, want %v", c.section, c.regime, got, c.want)
		}
	}
}

func TestSectionsAreNamedWithTheirNumberAlone(t *testing.T) {
	for section, want := range map[string]string{
		"36(2)(b)(i)": "36(2)(b)(i)", "Section 40(2)": "40(2)", "s40(5)": "40(5)", "s. 21": "21", "Regulation 12(5)(e)": "12(5)(e)", "reg 13": "13", "": "",
	} {
		if got := (Exemption{Section: section}).Number(); got != want {
			t.Errorf("%q is %q, want %q", section, got, want)
		}
	}
}

func TestSectionsAreThoseOfTheReference(t *testing.T) {
	f, err := os.Open(filepath.Join("..", "..", "shared", "reference", "foi_exemptions.csv"))
	if err != nil {
		t.Skipf("the reference is not there, so the sections are not held against it: %v", err)
	}
	defer func() { _ = f.Close() }()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(rows)-1 != len(exemptionLaws) {
		t.Errorf("%d sections, and %d in the reference", len(exemptionLaws), len(rows)-1)
	}
	for _, row := range rows[1:] {
		if law, ok := LawOf(row[0]); !ok || law.Section != row[0] || string(law.Class) != row[2] {
			t.Errorf("section %s is %+v; the reference says it is %s", row[0], law, row[2])
		}
	}
}

func TestOnlyWhatTheLawCallsAbsoluteIsNotWeighed(t *testing.T) {
	absolute := map[ExemptionLaw]bool{}
	for _, section := range []string{"21", "23", "32", "34", "40", "41", "44"} { // section 2(3) of the Act, in whole or in part
		law, _ := LawOf(section)
		absolute[law] = true
	}
	for _, law := range ExemptionLaws() {
		procedural := law.Class == ProceduralExemption
		if procedural != (len(law.Section) > 3) || !procedural && (law.Class == AbsoluteExemption) != absolute[law] {
			t.Errorf("section %s is %s", law.Section, law.Class)
		}
	}
	for _, law := range exceptionLaws {
		personal := law.Section == "12(3)" || law.Section == "13"
		if (law.Class == AbsoluteExemption) != personal || !personal && law.Class != QualifiedExemption {
			t.Errorf("regulation %s is %s", law.Section, law.Class)
		}
	}
}

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
	if !(Exemption{Section: "12(5)(e)"}).NeedsPublicInterest(RegimeEIR) || (Exemption{Section: "40(2)"}).NeedsPublicInterest(RegimeFOI) {
		t.Error("the public interest is asked for where the law does not, or the other way round")
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

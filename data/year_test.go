package data

import (
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestFinancialYearPrintsInTheOfficesStyle(t *testing.T) {
	for style, want := range map[YearStyle]string{YearDash: "2017-18", YearSlash: "2017/18", YearLong: "2017-2018", "": "2017-18"} {
		if got := FinancialYear(2017).Print(style); got != want {
			t.Errorf("in style %q: %q, want %q", style, got, want)
		}
	}
	if got := FinancialYear(1999).Print(YearSlash); got != "1999/00" {
		t.Errorf("the turn of the century prints as %q", got)
	}
}

func TestFinancialYearIsRefusedWhereItIsNotOne(t *testing.T) {
	for _, text := range []string{"", "17", "2017-19", "2017/2019", "20178", "twenty", "2017-18-19", "1066-67", "2017-8"} {
		if y, err := ParseFinancialYear(text); err == nil {
			t.Errorf("%q was read as %v", text, y)
		}
	}
}

func TestFinancialYearLaws(t *testing.T) {
	t.Run("every style reads back", rapid.MakeCheck(func(t *rapid.T) {
		y := FinancialYear(rapid.IntRange(int(firstFinancialYear), int(lastFinancialYear)).Draw(t, "y"))
		for _, style := range YearStyles() {
			if got, err := ParseFinancialYear(y.Print(style)); err != nil || got != y {
				t.Fatalf("%q reads back as %v, %v", y.Print(style), got, err)
			}
		}
	}))
	t.Run("a day lies within its year", rapid.MakeCheck(func(t *rapid.T) {
		d := anyDay().Draw(t, "d")
		y := FinancialYearOf(d)
		if d.Before(y.Start()) || y.End().Before(d) {
			t.Fatalf("%v is said to be in %v", d, y)
		}
	}))
	if got := FinancialYearOf(NewDate(2018, time.March, 31)); got != 2017 {
		t.Errorf("31 March 2018 is said to be in %v", got)
	}
}

func TestReferenceIsFoundInAnySpelling(t *testing.T) {
	for _, spelling := range []Reference{"23/24 – 0017", "2324-0017", "23/24-0017", "23 24 0017", "2324/0017"} {
		if !spelling.Same("23/24 – 0017") {
			t.Errorf("%q does not find it", spelling)
		}
	}
	if Reference("23/24 – 0018").Same("23/24 – 0017") || Reference("").Same("") || Reference("–").Same("/") {
		t.Error("different references, or none, are taken for the same")
	}
}

func TestFoldComparesAsPeopleDo(t *testing.T) {
	for a, b := range map[string]string{"Tŷ Gŵyr": "ty gwyr", "ÉCLAIR": "eclair", "women’s": "WOMEN'S", "a – b": "a - b", "£5": "£5"} {
		if Fold(a) != Fold(b) {
			t.Errorf("%q folds to %q, %q to %q", a, Fold(a), b, Fold(b))
		}
	}
}

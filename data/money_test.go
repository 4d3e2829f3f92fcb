package data

import (
	"encoding/json"
	"errors"
	"math"
	"testing"

	"pgregory.net/rapid"
)

func TestMoneyReadsAsItIsTyped(t *testing.T) {
	for text, want := range map[string]Money{
		"5500":              {Pence: 550000},
		"£5,500":            {Pence: 550000},
		"£22,528.57":        {Pence: 2252857},
		" 22528.57 ":        {Pence: 2252857},
		"22.5k":             {Pence: 2250000},
		"£1.25m":            {Pence: 125000000},
		"600K":              {Pence: 60000000},
		"up to £22,528.57":  {Pence: 2252857, Qualifier: UpTo},
		"Up To 600k":        {Pence: 60000000, Qualifier: UpTo},
		"more than £600k":   {Pence: 60000000, Qualifier: MoreThan},
		"about £12":         {Pence: 1200, Qualifier: Estimated},
		"-£50":              {Pence: -5000},
		"£-50":              {Pence: -5000},
		"£1,234,567.8":      {Pence: 123456780},
		"12.500":            {Pence: 1250},
		"0.01":              {Pence: 1},
		"1.23456k":          {Pence: 123456},
		"contribution of 5": {Pence: 500, Qualifier: Contribution},
	} {
		if got, err := ParseMoney(text); err != nil || got != want {
			t.Errorf("ParseMoney(%q) = %v, %v; want %v", text, got, err, want)
		}
	}
}

func TestMoneyIsRefusedRatherThanGuessed(t *testing.T) {
	for _, text := range []string{"", "£", "five", "1,50", "12,34,567", "1.005", "1.2.3", "£1.", ".5", "5 pounds", "--5", "92233720368547758.08", "99999999999999999999", "1e5", "k", "１２", "1,0000"} {
		if got, err := ParseMoney(text); !errors.Is(err, ErrNotMoney) {
			t.Errorf("ParseMoney(%q) = %v, %v; want it refused", text, got, err)
		}
	}
}

func TestMoneyPrintsPenceOnlyWhereThereAreAny(t *testing.T) {
	for want, m := range map[string]Money{
		"£0":                          {},
		"£5,500":                      Pounds(5500),
		"£0.05":                       {Pence: 5},
		"up to £22,528.57":            {Pence: 2252857, Qualifier: UpTo},
		"-£1,000":                     Pounds(-1000),
		"contribution of £81,962":     {Pence: 8196200, Qualifier: Contribution},
		"-£92,233,720,368,547,758.08": {Pence: math.MinInt64},
	} {
		if got := m.String(); got != want {
			t.Errorf("%#v prints as %q, want %q", m, got, want)
		}
	}
}

func anyMoney() *rapid.Generator[Money] {
	return rapid.Custom(func(t *rapid.T) Money {
		return Money{
			Pence:     rapid.Int64Range(-1e12, 1e12).Draw(t, "pence"),
			Qualifier: rapid.SampledFrom(Qualifiers()).Draw(t, "qualifier"),
		}
	})
}

func TestMoneyLaws(t *testing.T) {
	t.Run("what is printed reads back", rapid.MakeCheck(func(t *rapid.T) {
		m := anyMoney().Draw(t, "m")
		if got, err := ParseMoney(m.String()); err != nil || got != m {
			t.Fatalf("%q reads back as %v, %v", m, got, err)
		}
	}))
	t.Run("sums do not depend on order or grouping", rapid.MakeCheck(func(t *rapid.T) {
		a, b, c := anyMoney().Draw(t, "a"), anyMoney().Draw(t, "b"), anyMoney().Draw(t, "c")
		if a.Add(b) != b.Add(a) || a.Add(b).Add(c) != a.Add(b.Add(c)) || a.Add(Money{}) != a {
			t.Fatalf("%v %v %v", a, b, c)
		}
	}))
	t.Run("the portable form keeps it", rapid.MakeCheck(func(t *rapid.T) {
		m := anyMoney().Draw(t, "m")
		b, err := json.Marshal(m)
		var back Money
		if err != nil || Unmarshal(b, &back) != nil || back != m {
			t.Fatalf("%v became %s", m, b)
		}
	}))
}

func FuzzParseMoney(f *testing.F) {
	for _, s := range []string{"£5,500", "up to 22.5k", "1,00", "-£0.01", "£1.2m"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		m, err := ParseMoney(s)
		if err != nil {
			return
		}
		if back, err := ParseMoney(m.String()); err != nil || back != m {
			t.Fatalf("%q reads as %v, which reads as %v, %v", s, m, back, err)
		}
	})
}

package data

import (
	"encoding/json"
	"errors"
	"testing"
	"time"

	"pgregory.net/rapid"
)

var someDay = NewDate(2020, time.February, 12)

func TestDatesReadAsTheyAreTyped(t *testing.T) {
	day := NewDate(2023, time.October, 4)
	for text, want := range map[string]Date{
		"4/10/23":             day,
		"04/10/2023":          day,
		"4.10.23":             day,
		"4-10-2023":           day,
		"2023-10-04":          day,
		"4 Oct 2023":          day,
		"4 October 2023":      day,
		"4th October, 2023":   day,
		"the 4th of Oct 2023": {},
		"4th of October 2023": day,
		" 4  oct  23 ":        day,
		"today":               someDay,
		"Tomorrow":            NewDate(2020, time.February, 13),
		"yesterday":           NewDate(2020, time.February, 11),
		"3 Mar":               NewDate(2020, time.March, 3),
		"29/2/2020":           NewDate(2020, time.February, 29),
		"1 sept 1999":         NewDate(1999, time.September, 1),
		"1/4/98":              NewDate(1998, time.April, 1),
		"April 2018":          {Year: 2018, Month: time.April, Day: 1, Precision: ToTheMonth},
		"2018":                {Year: 2018, Month: time.January, Day: 1, Precision: ToTheYear},
		"":                    {},
	} {
		got, err := ParseDate(text, someDay)
		if want.IsZero() && text != "" {
			if err == nil {
				t.Errorf("ParseDate(%q) = %v, want it refused", text, got)
			}
			continue
		}
		if err != nil || got != want {
			t.Errorf("ParseDate(%q) = %#v, %v; want %#v", text, got, err, want)
		}
	}
}

func TestADayThatNoCalendarHasIsRefused(t *testing.T) {
	for _, text := range []string{"31/02/2018", "29/2/2019", "32 Jan 2020", "0/1/2020", "4/13/2023", "12/25/2023", "4 Okt 2023", "soon", "1/1/1", "10/2023", "31 June", "4 Oct 12345", "1899-01-01"} {
		_, err := ParseDate(text, someDay)
		if !errors.Is(err, ErrNotADate) {
			t.Errorf("ParseDate(%q) was not refused: %v", text, err)
		}
	}
	if _, err := ParseDate("31/02/2018", someDay); err.Error() != "31/02/2018 is not a date" {
		t.Errorf("the sentence under the field would be %q", err)
	}
}

func TestDatesPrintAsPapersPrintThem(t *testing.T) {
	for want, d := range map[string]Date{
		"4 October 2023":           NewDate(2023, time.October, 4),
		"October 2023":             {Year: 2023, Month: time.October, Day: 1, Precision: ToTheMonth},
		"October to December 2014": {Year: 2014, Month: time.October, Day: 1, Precision: ToTheQuarter},
		"2014":                     {Year: 2014, Month: time.January, Day: 1, Precision: ToTheYear},
		"spring term":              {Year: 2018, Month: time.April, Day: 1, Precision: ToTheMonth, Wording: "spring term"},
		"":                         {},
	} {
		if got := d.Long(); got != want {
			t.Errorf("%#v prints as %q, want %q", d, got, want)
		}
	}
}

func anyDay() *rapid.Generator[Date] {
	return rapid.Custom(func(t *rapid.T) Date {
		return NewDate(1990, time.January, 1).AddDays(rapid.IntRange(0, 30000).Draw(t, "days"))
	})
}

func TestDateLaws(t *testing.T) {
	t.Run("every printed form reads back", rapid.MakeCheck(func(t *rapid.T) {
		d := anyDay().Draw(t, "d")
		for _, s := range []string{d.Long(), d.String(), d.ISO(), d.Time().Format("2/1/2006")} {
			if got, err := ParseDate(s, someDay); err != nil || got != d {
				t.Fatalf("%q reads back as %v, %v", s, got, err)
			}
		}
	}))
	t.Run("order is the order of days", rapid.MakeCheck(func(t *rapid.T) {
		d, n := anyDay().Draw(t, "d"), rapid.IntRange(-5000, 5000).Draw(t, "n")
		e := d.AddDays(n)
		if d.DaysUntil(e) != n || d.Before(e) != (n > 0) {
			t.Fatalf("%v and %v lie %d days apart, not %d", d, e, d.DaysUntil(e), n)
		}
	}))
	t.Run("the portable form keeps it", rapid.MakeCheck(func(t *rapid.T) {
		d := anyDay().Draw(t, "d")
		d.Precision = rapid.SampledFrom(precisions.values()).Draw(t, "precision")
		d.Wording = rapid.SampledFrom([]string{"", "April and May 2018", "“spring”"}).Draw(t, "wording")
		b, err := json.Marshal(d)
		var back Date
		if err != nil || Unmarshal(b, &back) != nil || back != d {
			t.Fatalf("%#v became %s, which reads as %#v", d, b, back)
		}
	}))
}

func TestPortableDateNamesWhatItDoesNotKnow(t *testing.T) {
	for _, text := range []string{`"4/10/23"`, `"2023-02-30"`, `{"date":"2023-02-01","precision":"week"}`, `{"day":"2023-02-01"}`, `7`} {
		var d Date
		if err := Unmarshal([]byte(text), &d); err == nil {
			t.Errorf("%s was read as %v", text, d)
		}
	}
}

func FuzzParseDate(f *testing.F) {
	for _, s := range []string{"4/10/23", "4th October 2023", "2023-10-04", "April 2018", "31/02/2018"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := ParseDate(s, someDay)
		if err != nil || d.IsZero() {
			return
		}
		if back, err := ParseDate(d.Long(), someDay); err != nil || back != d {
			t.Fatalf("%q reads as %#v, printed %q, which reads as %#v, %v", s, d, d.Long(), back, err)
		}
	})
}

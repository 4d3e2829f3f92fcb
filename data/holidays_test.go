package data

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// sharedReference reads a file of shared/reference, which lies beside the repository and not in it.
func sharedReference(t *testing.T, name string) []byte {
	t.Helper()
	root, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for _, err := os.Stat(filepath.Join(root, "go.mod")); err != nil && root != filepath.Dir(root); _, err = os.Stat(filepath.Join(root, "go.mod")) {
		root = filepath.Dir(root)
	}
	b, err := os.ReadFile(filepath.Join(root, "..", "shared", "reference", name))
	if err != nil {
		t.Skipf("the worked cases are not here: %v", err)
	}
	return b
}

func isoDay(t *testing.T, iso string) Date {
	t.Helper()
	d, err := ParseISODate(iso)
	if err != nil || d.IsZero() {
		t.Fatalf("the test says %q, which is no day: %v", iso, err)
	}
	return d
}

func TestEveryPublishedHolidayIsKnown(t *testing.T) {
	var published map[string]struct {
		Events []struct{ Title, Date, Notes string }
	}
	if err := json.Unmarshal(sharedReference(t, "bank-holidays.json"), &published); err != nil {
		t.Fatal(err)
	}
	divisions := map[string]Divisions{"england-and-wales": EnglandAndWales, "scotland": Scotland, "northern-ireland": NorthernIreland}
	type kept struct {
		iso, name string
		division  Divisions
	}
	want := map[kept]bool{}
	for name, division := range published {
		for _, e := range division.Events {
			if e.Notes == "Substitute day" {
				e.Title += " (substitute day)"
			}
			want[kept{e.Date, e.Title, divisions[name]}] = true
		}
	}
	if len(published) != len(divisions) || len(want) < 400 {
		t.Fatalf("the published list has %d divisions and %d holidays", len(published), len(want))
	}
	for _, h := range publishedOnce() {
		for _, division := range divisions {
			if k := (kept{h.Date.ISO(), h.Name, division}); h.Divisions&division != 0 {
				if !want[k] {
					t.Errorf("%v is listed, and was not published", k)
				}
				delete(want, k)
			}
		}
	}
	for k := range want {
		t.Errorf("%v was published, and is not listed", k)
	}
}

func TestEasterIsWorkedOut(t *testing.T) {
	for _, iso := range []string{"1913-03-23", "1943-04-25", "1954-04-18", "1981-04-19", "2000-04-23", "2008-03-23", "2024-03-31", "2038-04-25", "2049-04-18", "2076-04-19", "2100-03-28"} {
		if d := isoDay(t, iso); easterSunday(d.Year) != d {
			t.Errorf("Easter %d falls on %v, want %v", d.Year, easterSunday(d.Year), d)
		}
	}
	for _, h := range publishedOnce() {
		if h.Name == "Good Friday" && easterSunday(h.Date.Year).AddDays(-2) != h.Date {
			t.Errorf("Good Friday of %d is worked out as another day than %v", h.Date.Year, h.Date)
		}
	}
}

// The years in which the government kept to the usual days, and what it did in the others.
func TestUsualHolidaysAreThoseThatWerePublished(t *testing.T) {
	unusual := map[string]bool{
		"2012-06-04": true, "2012-06-05": true, "2012-05-28": true, // Diamond Jubilee
		"2020-05-04": true, "2020-05-08": true, // VE Day
		"2022-05-30": true, "2022-06-02": true, "2022-06-03": true, "2022-09-19": true, // Platinum Jubilee, state funeral
		"2023-05-08": true, // coronation
	}
	cal := NewCalendar(nil)
	from, until := cal.Known()
	for year := from.Year; year <= until.Year; year++ {
		usual, published := map[string]bool{}, map[string]bool{}
		for _, h := range UsualHolidays(year) {
			usual[h.Date.ISO()] = true
		}
		for _, h := range cal.Holidays(NewDate(year, time.January, 1), NewDate(year, time.December, 31)) {
			if !weekend(dayNumber(h.Date)) {
				published[h.Date.ISO()] = true
			}
		}
		for iso := range usual {
			if !published[iso] && !unusual[iso] {
				t.Errorf("%s is usual, and was not kept", iso)
			}
		}
		for iso := range published {
			if !usual[iso] && !unusual[iso] {
				t.Errorf("%s was kept, and is not usual", iso)
			}
		}
	}
}

func TestAUsualHolidayOnAWeekendIsKeptOnTheNextFreeDay(t *testing.T) {
	for year, want := range map[int][]string{
		2033: {"2033-01-03 New Year’s Day (substitute day)", "2033-01-04 2nd January (substitute day)", "2033-12-26 Boxing Day", "2033-12-27 Christmas Day (substitute day)"},
		2034: {"2034-01-02 2nd January", "2034-01-03 New Year’s Day (substitute day)", "2034-12-25 Christmas Day", "2034-12-26 Boxing Day"},
		2032: {"2032-01-01 New Year’s Day", "2032-01-02 2nd January", "2032-12-27 Christmas Day (substitute day)", "2032-12-28 Boxing Day (substitute day)"},
	} {
		var got []string
		for _, h := range UsualHolidays(year) {
			if h.Date.Month == time.January || h.Date.Month == time.December {
				got = append(got, h.Date.ISO()+" "+h.Name)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%d begins and ends with %q, want %q", year, got, want)
		}
	}
}

func TestAListOfHolidaysThatCannotBeReadSaysWhere(t *testing.T) {
	good := "# a remark\n2030-01-01\tESN\tNew Year’s Day\n"
	if got, err := readHolidays(good); err != nil || len(got) != 1 || got[0].String() != "New Year’s Day, the whole United Kingdom" {
		t.Fatalf("a good list reads as %v, %v", got, err)
	}
	for _, line := range []string{"2030-02-30\tE\tNo day", "2030-03-01\tW\tWales", "2030-03-01\tE", "2030-03-01\t\tNobody’s", "\tE\tNo date", "2029-12-25\tE\tEarlier", "2030-03-01 E St David’s Day"} {
		if got, err := readHolidays(good + line + "\n"); err == nil || !strings.HasPrefix(err.Error(), "line 3: ") {
			t.Errorf("%q was read as %v, %v", line, got, err)
		}
	}
}

func deadlineCases(t *testing.T) []map[string]string {
	t.Helper()
	file := csv.NewReader(bytes.NewReader(sharedReference(t, "foi_deadlines.csv")))
	file.FieldsPerRecord = -1 // a remark in the last column has a comma of its own
	rows, err := file.ReadAll()
	if err != nil || len(rows) < 2 {
		t.Fatalf("read the worked deadlines: %d rows, %v", len(rows), err)
	}
	var cases []map[string]string
	for _, row := range rows[1:] {
		c := map[string]string{}
		for i, heading := range rows[0] {
			c[heading] = row[i]
		}
		last := len(rows[0]) - 1
		c[rows[0][last]] = strings.Join(row[last:], ",")
		cases = append(cases, c)
	}
	return cases
}

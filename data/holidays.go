package data

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"
)

// Divisions are the parts of the United Kingdom that keep a holiday. Bank holidays are set for each of them on its own.
type Divisions uint8

// The divisions that bank holidays are published for.
const (
	EnglandAndWales Divisions = 1 << iota
	Scotland
	NorthernIreland

	UnitedKingdom = EnglandAndWales | Scotland | NorthernIreland
)

// String names the divisions as people read them: "Scotland and Northern Ireland". None at all is empty.
func (d Divisions) String() string {
	if d == UnitedKingdom {
		return "the whole United Kingdom"
	}
	var names []string
	for _, division := range []struct {
		bit  Divisions
		name string
	}{{EnglandAndWales, "England and Wales"}, {Scotland, "Scotland"}, {NorthernIreland, "Northern Ireland"}} {
		if d&division.bit != 0 {
			names = append(names, division.name)
		}
	}
	return strings.Join(names, " and ")
}

// Holiday is a day that is not a working day for a reason other than the weekend.
type Holiday struct {
	Date      Date
	Name      string
	Divisions Divisions // none for what an office put in itself, as it counts wherever it is kept
}

// String is the name and where the holiday is kept: "St Andrew’s Day, Scotland".
func (h Holiday) String() string {
	if h.Divisions == 0 {
		return h.Name
	}
	return h.Name + ", " + h.Divisions.String()
}

//go:embed holidays.tsv
var publishedHolidays string

// publishedOnce reads the embedded list. A line that cannot be read is a mistake made before the program was built, which every test
// that counts a day shows, so it panics rather than lose a holiday.
var publishedOnce = sync.OnceValue(func() []Holiday {
	holidays, err := readHolidays(publishedHolidays)
	if err != nil {
		panic(fmt.Errorf("read the embedded bank holidays: %w", err))
	}
	return holidays
})

func readHolidays(text string) ([]Holiday, error) {
	var holidays []Holiday
	number := 0
	for line := range strings.Lines(text) {
		number++
		if line = strings.TrimSuffix(line, "\n"); line == "" || line[0] == '#' {
			continue
		}
		h, err := readHoliday(line)
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", number, err)
		}
		if len(holidays) > 0 && h.Date.Before(holidays[len(holidays)-1].Date) {
			return nil, fmt.Errorf("line %d: %s comes after a later day", number, h.Date.ISO())
		}
		holidays = append(holidays, h)
	}
	return holidays, nil
}

func readHoliday(line string) (Holiday, error) {
	fields := strings.Split(line, "\t")
	if len(fields) != 3 || fields[0] == "" || fields[1] == "" || fields[2] == "" {
		return Holiday{}, fmt.Errorf("%q is not a day, its divisions and a name with tabs between", line)
	}
	day, err := ParseISODate(fields[0])
	if err != nil {
		return Holiday{}, err
	}
	h := Holiday{Date: day, Name: fields[2]}
	for _, letter := range fields[1] {
		switch letter {
		case 'E':
			h.Divisions |= EnglandAndWales
		case 'S':
			h.Divisions |= Scotland
		case 'N':
			h.Divisions |= NorthernIreland
		default:
			return Holiday{}, fmt.Errorf("%q is not a division; it is one of E, S, N", letter)
		}
	}
	return h, nil
}

// easterSunday is Easter of the Gregorian calendar: the Sunday after the full moon, by the tables of the Church, on or next after
// 21 March (Calendar (New Style) Act 1750). The steps are those of the tables: the golden number, the age of the moon, the Sunday.
func easterSunday(year int) Date {
	golden := year % 19
	centuries, rest := year/100, year%100
	leapsDropped := centuries - centuries/4
	moonDrift := (centuries - (centuries+8)/25 + 1) / 3
	moon := (19*golden + leapsDropped - moonDrift + 15) % 30
	sunday := (32 + 2*(centuries%4) + 2*(rest/4) - moon - rest%4) % 7
	late := (golden + 11*moon + 22*sunday) / 451 // the moon never falls later than 18 April
	return NewDate(year, time.March, 22+moon+sunday-7*late)
}

// actHolidays are the two days that the Act itself takes out of the count (section 10(6)), whatever is published.
func actHolidays(year int) []Holiday {
	return []Holiday{
		{easterSunday(year).AddDays(-2), "Good Friday", UnitedKingdom},
		{NewDate(year, time.December, 25), "Christmas Day", UnitedKingdom},
	}
}

// UsualHolidays are the bank holidays that a year has unless the government moves one or adds one: those of Schedule 1 to the
// Banking and Financial Dealings Act 1971 and those that are proclaimed every year, by day. What falls on a weekend is kept on the next
// weekday that is free. They are offered to an office that puts in a year which is not published yet; no count is made with them.
func UsualHolidays(year int) []Holiday {
	easter := easterSunday(year)
	usual := []Holiday{
		{NewDate(year, time.January, 1), "New Year’s Day", UnitedKingdom},
		{NewDate(year, time.January, 2), "2nd January", Scotland},
		{NewDate(year, time.March, 17), "St Patrick’s Day", NorthernIreland},
		{easter.AddDays(-2), "Good Friday", UnitedKingdom},
		{easter.AddDays(1), "Easter Monday", EnglandAndWales | NorthernIreland},
		{mondayFrom(NewDate(year, time.May, 1)), "Early May bank holiday", UnitedKingdom},
		{mondayFrom(NewDate(year, time.May, 25)), "Spring bank holiday", UnitedKingdom},
		{NewDate(year, time.July, 12), "Battle of the Boyne (Orangemen’s Day)", NorthernIreland},
		{mondayFrom(NewDate(year, time.August, 1)), "Summer bank holiday", Scotland},
		{mondayFrom(NewDate(year, time.August, 25)), "Summer bank holiday", EnglandAndWales | NorthernIreland},
		{NewDate(year, time.November, 30), "St Andrew’s Day", Scotland},
		{NewDate(year, time.December, 25), "Christmas Day", UnitedKingdom},
		{NewDate(year, time.December, 26), "Boxing Day", UnitedKingdom},
	}
	taken := map[Date]bool{}
	for _, h := range usual {
		taken[h.Date] = true
	}
	for i, h := range usual {
		if !weekend(dayNumber(h.Date)) {
			continue
		}
		for weekend(dayNumber(usual[i].Date)) || taken[usual[i].Date] {
			usual[i].Date = usual[i].Date.AddDays(1)
		}
		usual[i].Name += " (substitute day)"
		taken[usual[i].Date] = true
	}
	slices.SortStableFunc(usual, func(a, b Holiday) int { return a.Date.Compare(b.Date) })
	return usual
}

func mondayFrom(d Date) Date {
	return d.AddDays((int(time.Monday) - int(d.Time().Weekday()) + 7) % 7)
}

// furthestMove is how many days the government has moved a usual holiday at most: the spring holiday of 2012, by a week.
const furthestMove = 7

// missingFrom are the usual holidays of a year that have no day among those given, which are in order. A usual holiday is there when
// something is kept on its day, or else, as holidays are moved, on another day within a week that stands for no other.
func missingFrom(year int, given []Date) []Holiday {
	var unplaced []Holiday
	free := slices.Clone(given)
	for _, h := range UsualHolidays(year) {
		if i := slices.Index(free, h.Date); i >= 0 {
			free = slices.Delete(free, i, i+1)
		} else {
			unplaced = append(unplaced, h)
		}
	}
	return slices.DeleteFunc(unplaced, func(h Holiday) bool {
		i := slices.IndexFunc(free, func(d Date) bool {
			distance := h.Date.DaysUntil(d)
			return -furthestMove <= distance && distance <= furthestMove && !weekend(dayNumber(d))
		})
		if i < 0 {
			return false
		}
		free = slices.Delete(free, i, i+1)
		return true
	})
}

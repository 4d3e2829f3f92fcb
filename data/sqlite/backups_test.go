package sqlite

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// someBackups are backups of the last year or so, some of them of a computer whose clock is ahead.
func someBackups(t *rapid.T, now time.Time) []Backup {
	minutes := int64(60 * 24 * rapid.SampledFrom([]int{2, 30, 400}).Draw(t, "days")) // so that many fall on one day, or few in one week
	occasion := rapid.SampledFrom([]Occasion{ItWasTime, ItWasTime, ItWasTime, BeforeUpdating, BeforeRestoring})
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Backup {
		b := Backup{
			Made:   now.Add(-time.Duration(rapid.Int64Range(-minutes/100, minutes).Draw(t, "minutes ago")) * time.Minute).Truncate(time.Second),
			Change: rapid.Int64Range(1, 1000).Draw(t, "change"), Before: occasion.Draw(t, "occasion"),
		}
		b.Path = b.called("Office.almoner")
		return b
	}), 0, 120).Draw(t, "backups")
}

func TestNoBackupGoesThatMayBeNeeded(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		now := time.Date(2026, 11, 27, 14, 5, 33, 0, time.UTC).Add(time.Duration(rapid.IntRange(0, 1000).Draw(t, "hours")) * time.Hour)
		k := rapid.SampledFrom([]keeping{keptBeside, keptHere, {1, 0, 0}}).Draw(t, "kept")
		all := someBackups(t, now)
		out := expired(all, now, k)
		gone := map[string]int{}
		for _, b := range out {
			gone[b.Path]++
		}
		var left []Backup
		for _, b := range all {
			if gone[b.Path] > 0 {
				gone[b.Path]--
				if b.Before != ItWasTime && now.Sub(b.Made) < keptLong {
					t.Fatalf("%s goes", b.Path)
				}
				continue
			}
			left = append(left, b)
		}
		if len(left)+len(out) != len(all) {
			t.Fatalf("%d stay and %d go of %d", len(left), len(out), len(all))
		}
		ordinary := func(b Backup) bool {
			return (b.Before == ItWasTime || now.Sub(b.Made) >= keptLong) && b.Made.Sub(now) <= mostAhead
		}
		wantKept(t, slices.DeleteFunc(slices.Clone(all), func(b Backup) bool { return !ordinary(b) }), left, k)
		stay := slices.DeleteFunc(slices.Clone(left), func(b Backup) bool { return !ordinary(b) })
		if most := k.latest + k.daily + k.weekly; len(stay) > most {
			t.Fatalf("%d stay, more than %d", len(stay), most)
		}
		if again := expired(left, now, k); len(again) > 0 {
			t.Fatalf("of those that stay, %d go", len(again))
		}
	})
}

// wantKept looks for the latest backups, and for the newest of each of the last days and weeks that have any, one by one.
func wantKept(t *rapid.T, all, left []Backup, k keeping) {
	stays := func(made time.Time) bool {
		return slices.ContainsFunc(left, func(b Backup) bool { return b.Made.Equal(made) })
	}
	var times []time.Time
	for _, b := range all {
		times = append(times, b.Made)
	}
	slices.SortFunc(times, func(a, b time.Time) int { return b.Compare(a) })
	for i, made := range times[:min(len(times), k.latest)] {
		if !stays(made) {
			t.Fatalf("number %d of the latest goes", i)
		}
	}
	newest := func(most int, period func(time.Time) string) {
		seen := map[string]bool{}
		for _, made := range times {
			if p := period(made); !seen[p] && len(seen) < most {
				seen[p] = true
				if !stays(made) {
					t.Fatalf("the newest of %s goes", p)
				}
			}
		}
	}
	newest(k.daily, func(made time.Time) string { return made.Format(time.DateOnly) })
	newest(k.weekly, func(made time.Time) string { year, week := made.ISOWeek(); return fmt.Sprint(year, week) })
}

func TestOfHourlyBackupsTheLatestAndOneADayAndOneAWeekStay(t *testing.T) {
	now := time.Date(2026, 11, 27, 14, 0, 0, 0, time.UTC) // a Friday
	var all []Backup
	for i := range 24 * 100 {
		all = append(all, Backup{Made: now.Add(-time.Duration(i) * time.Hour)})
	}
	gone := map[time.Time]bool{}
	for _, b := range expired(all, now, keptBeside) {
		gone[b.Made] = true
	}
	var stay []string
	for _, b := range all {
		if !gone[b.Made] {
			stay = append(stay, b.Made.Format("2 Jan 15"))
		}
	}
	want := []string{
		"27 Nov 14", "27 Nov 13", "27 Nov 12", "27 Nov 11", "27 Nov 10", "27 Nov 09", "27 Nov 08", "27 Nov 07", "27 Nov 06", "27 Nov 05",
		"26 Nov 23", "25 Nov 23", "24 Nov 23", "23 Nov 23", "22 Nov 23", "21 Nov 23", "20 Nov 23", "19 Nov 23", "18 Nov 23", "17 Nov 23", "16 Nov 23",
		"15 Nov 23", "14 Nov 23", "8 Nov 23", "1 Nov 23", "25 Oct 23", "18 Oct 23", "11 Oct 23", // Sundays at last
	}
	if !slices.Equal(stay, want) {
		t.Errorf("stay: %q", stay)
	}
}

func TestABackupsNameSaysWhatItIsOnEveryComputer(t *testing.T) {
	made := time.Date(2026, 11, 27, 14, 5, 33, 0, time.UTC)
	for office, called := range map[string]string{
		"/srv/Office.almoner":                             "Office 2026-11-27 14-05-33Z change 1234.almoner",
		"Swyddfa ŵŷ # 100% Gwynedd.almoner":               "Swyddfa ŵŷ # 100% Gwynedd 2026-11-27 14-05-33Z change 1234.almoner",
		`a:b?c.ALMONER`:                                   "a-b-c 2026-11-27 14-05-33Z change 1234.almoner",
		"without an ending":                               "without an ending 2026-11-27 14-05-33Z change 1234.almoner",
		strings.Repeat("ŵ", 200) + ".almoner":             strings.Repeat("ŵ", 60) + " 2026-11-27 14-05-33Z change 1234.almoner",
		"Office 2026-11-27 14-05-33Z change 1234.almoner": "Office 2026-11-27 14-05-33Z change 1234 2026-11-27 14-05-33Z change 1234.almoner",
	} {
		for _, before := range []Occasion{ItWasTime, BeforeUpdating, BeforeRestoring} {
			b := Backup{Made: made.In(time.FixedZone("", 3600)), Change: 1234, Before: before}
			want := called
			if before != "" {
				want = strings.TrimSuffix(called, ".almoner") + " " + string(before) + ".almoner"
			}
			if got := b.called(office); got != want {
				t.Errorf("it is called %q, not %q", got, want)
			}
			read, ok := readBackupName(want)
			if !ok || !read.Made.Equal(made) || read.Change != 1234 || read.Before != before {
				t.Errorf("of %q is read %+v, %v", want, read, ok)
			}
		}
	}
	for _, name := range []string{
		"Office.almoner", "Office - Copy.almoner", "Office 2026-11-27 14-05-33Z change 12.almoner-journal", "2026-11-27 14-05-33Z change 12.almoner",
		"Office 2026-13-27 14-05-33Z change 12.almoner", "Office 2026-11-27 14-05-33Z change 12 kept by Ann.almoner", "making.lock",
	} {
		if b, ok := readBackupName(name); ok {
			t.Errorf("%s is taken for a backup: %+v", name, b)
		}
	}
}

func TestOnlyItsOwnFilesAreClearedAway(t *testing.T) {
	s := store{folder: t.TempDir()}
	now := time.Date(2026, 11, 27, 14, 0, 0, 0, time.UTC)
	touch := func(name string) {
		if err := os.WriteFile(filepath.Join(s.folder, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	strangers := []string{"Ann’s own copy.almoner", "notes.txt", "Office 2020-01-01 00-00-00Z change 1 kept by Ann.almoner", ".almoner-mine.part"}
	for _, name := range strangers {
		touch(name)
	}
	for i := range 40 {
		touch(Backup{Made: now.Add(-time.Duration(i) * time.Minute), Change: int64(100 - i)}.called("Office.almoner"))
	}
	half := ".almoner-8c5e6d0e-6d2c-4e0c-9f6e-3d1f0d9f4f11.part"
	touch(half)
	if err := os.Chtimes(filepath.Join(s.folder, half), now, now.Add(-25*time.Hour)); err != nil {
		t.Fatal(err)
	}
	if err := s.tidy(now); err != nil {
		t.Fatal(err)
	}
	for _, name := range strangers {
		if _, err := os.Stat(filepath.Join(s.folder, name)); err != nil {
			t.Errorf("%s is gone", name)
		}
	}
	if _, err := os.Stat(filepath.Join(s.folder, half)); err == nil {
		t.Error("half a backup stays")
	}
	if left, err := s.list(); err != nil || len(left) != 10 || left[0].Change != 100 {
		t.Errorf("%d stay, %v", len(left), err)
	}
}

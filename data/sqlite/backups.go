package sqlite

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"almoner/data/wholefile"
)

// Backup is a backup of an office, as its name tells of it.
type Backup struct {
	Path   string
	Made   time.Time // in UTC, by the clock of the computer that made it: for people, and for how long it is kept
	Change int64     // the last one in it; 0 if what was copied could not be read any more
	Before Occasion
	Size   int64 // bytes
	Here   bool  // it lies on this computer, and not beside the file
}

// Occasion is what a backup was made before. Most are made because it was time.
type Occasion string

// Before a file of an older program was brought up to date; before another state of the office was put in the place of the present one.
const (
	ItWasTime       Occasion = ""
	BeforeUpdating  Occasion = "before updating"
	BeforeRestoring Occasion = "before restoring"
)

// backupTime is how the name of a backup says when it was made: in UTC, so that names sort by time when the clocks go back too, and
// without colons, which Windows does not allow.
const backupTime = "2006-01-02 15-04-05Z"

var backupName = regexp.MustCompile(`^.+ (\d{4}-\d\d-\d\d \d\d-\d\d-\d\dZ)(?: change (\d{1,18}))?(?: (before updating|before restoring))?(?: \(\d+\))?\.almoner$`)

// readBackupName is what the name of a backup says. Files that Almoner did not name are not its to judge.
func readBackupName(name string) (Backup, bool) {
	m := backupName.FindStringSubmatch(name)
	if m == nil {
		return Backup{}, false
	}
	made, err := time.Parse(backupTime, m[1])
	if err != nil {
		return Backup{}, false
	}
	b := Backup{Made: made, Before: Occasion(m[3])}
	if m[2] != "" {
		if b.Change, err = strconv.ParseInt(m[2], 10, 64); err != nil {
			return Backup{}, false
		}
	}
	return b, true
}

// called is the name of a backup of an office: "Office 2026-11-27 14-05-33Z change 1234.almoner".
func (b Backup) called(office string) string {
	words := []string{stem(office), b.Made.UTC().Format(backupTime)}
	if b.Change > 0 {
		words = append(words, fmt.Sprintf("change %d", b.Change))
	}
	if b.Before != "" {
		words = append(words, string(b.Before))
	}
	return strings.Join(words, " ") + extension
}

const extension = ".almoner"

// longestStem is how much of an office's name goes into those of its backups, in bytes; most disks take names of 255.
const longestStem = 120

// stem is the name of an office as that of a file on any computer can begin.
func stem(office string) string {
	base := filepath.Base(office)
	if ext := filepath.Ext(base); strings.EqualFold(ext, extension) {
		base = strings.TrimSuffix(base, ext)
	}
	base = strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`<>:"/\|?*`, r) || r == utf8.RuneError {
			return '-'
		}
		return r
	}, base)
	for len(base) > longestStem {
		_, n := utf8.DecodeLastRuneInString(base)
		base = base[:len(base)-n]
	}
	if base = strings.TrimSpace(base); base == "" {
		return "Office"
	}
	return base
}

// store is a folder with backups.
type store struct {
	folder string
	here   bool // on this computer, where only its owner may read them
}

// besideOf is where the backups of an office lie that everybody shares.
func besideOf(office string) store { return store{folder: office + ".backups"} }

func (d desktop) store(database string) store { return store{folder: d.backups(database), here: true} }

// list is the backups in a folder, latest first; none if there is no folder.
func (s store) list() ([]Backup, error) {
	entries, err := os.ReadDir(s.folder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("list the backups: %w", err)
	}
	var found []Backup
	for _, e := range entries {
		b, ok := readBackupName(e.Name())
		if !ok || !e.Type().IsRegular() {
			continue
		}
		info, err := e.Info()
		if errors.Is(err, fs.ErrNotExist) {
			continue // another computer has cleared it away
		}
		if err != nil {
			return nil, fmt.Errorf("list the backups: %w", err)
		}
		b.Path, b.Size, b.Here = filepath.Join(s.folder, e.Name()), info.Size(), s.here
		found = append(found, b)
	}
	slices.SortFunc(found, latestFirst)
	return found, nil
}

func latestFirst(a, b Backup) int {
	if c := b.Made.Compare(a.Made); c != 0 {
		return c
	}
	if a.Change != b.Change {
		return int(max(-1, min(1, b.Change-a.Change)))
	}
	return strings.Compare(b.Path, a.Path)
}

// keeping is how many backups are kept in a folder: the latest, and the newest of each day and of each ISO week.
type keeping struct{ latest, daily, weekly int }

// What is kept beside the file, where all colleagues have it, and on each computer.
var (
	keptBeside = keeping{latest: 10, daily: 14, weekly: 8}
	keptHere   = keeping{latest: 7}
)

func (s store) keeps() keeping {
	if s.here {
		return keptHere
	}
	return keptBeside
}

const (
	// keptLong is how long a backup stays that was made before something was done to the whole file: people find out late.
	keptLong = 90 * 24 * time.Hour
	// mostAhead is how far the clock of a computer may be ahead of that of another and its backups still count as made just now.
	mostAhead = 10 * time.Minute
)

// expired is which backups need not be kept any more. Those from the future, made by a computer whose clock is wrong, are judged among
// themselves, so that they cannot push the others out.
func expired(all []Backup, now time.Time, k keeping) []Backup {
	var timely, ahead []Backup
	for _, b := range all {
		switch {
		case b.Before != ItWasTime && now.Sub(b.Made) < keptLong:
		case b.Made.Sub(now) > mostAhead:
			ahead = append(ahead, b)
		default:
			timely = append(timely, b)
		}
	}
	return append(k.expired(timely), k.expired(ahead)...)
}

func (k keeping) expired(all []Backup) []Backup {
	all = slices.Clone(all)
	slices.SortFunc(all, latestFirst)
	days, weeks := map[string]bool{}, map[string]bool{}
	var out []Backup
	for i, b := range all {
		made := b.Made.UTC()
		year, week := made.ISOWeek()
		stays := i < max(k.latest, 1)
		stays = first(days, made.Format(time.DateOnly), k.daily) || stays
		stays = first(weeks, fmt.Sprint(year, week), k.weekly) || stays
		if !stays {
			out = append(out, b)
		}
	}
	return out
}

// first notes a period, and reports whether it was not there yet and is one of those that are kept.
func first(periods map[string]bool, period string, most int) bool {
	if periods[period] || len(periods) >= most {
		return false
	}
	periods[period] = true
	return true
}

// tidy takes the backups away that need not be kept any more, and what a computer left that came down while it made one.
func (s store) tidy(now time.Time) error {
	all, err := s.list()
	if err != nil {
		return err
	}
	for _, b := range expired(all, now, s.keeps()) {
		if err := removeIfThere(b.Path); err != nil {
			return fmt.Errorf("clear an old backup away: %w", err)
		}
	}
	return s.sweep(now)
}

var partName = regexp.MustCompile(`^\.almoner-[0-9a-f-]{36}\.part$`)

// sweep takes away what has been half done for a day.
func (s store) sweep(now time.Time) error {
	entries, err := os.ReadDir(s.folder)
	if err != nil {
		return fmt.Errorf("list the backups: %w", err)
	}
	for _, e := range entries {
		if !partName.MatchString(e.Name()) {
			continue
		}
		if info, err := e.Info(); err == nil && now.Sub(info.ModTime()) > 24*time.Hour {
			if err := removeIfThere(filepath.Join(s.folder, e.Name())); err != nil {
				return fmt.Errorf("clear half a backup away: %w", err)
			}
		}
	}
	return nil
}

func (s store) mode() fs.FileMode {
	if s.here {
		return wholefile.Private
	}
	return wholefile.Usual
}

// make makes the folder if it is not there.
func (s store) make() error {
	if s.here {
		return os.MkdirAll(s.folder, 0o700)
	}
	err := os.Mkdir(s.folder, 0o777)
	if err == nil {
		wholefile.LetColleagues(s.folder)
	}
	if errors.Is(err, fs.ErrExist) {
		return nil
	}
	return err
}

package data

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
)

// ErrNotATime is the cause of every failure of ParseTimeOfDay.
var ErrNotATime = errors.New("is not a time of the day")

var timeOfDay = regexp.MustCompile(`^(\d{1,2})(?:[:.h](\d{2}))?(am|pm)?$|^(\d{2})(\d{2})$`)

// ParseTimeOfDay reads a time as people in Britain type it - "9:30", "9.30am", "2pm", "1400", "noon" - and writes it as a session keeps it:
// "09:30". Nothing is no time.
func ParseTimeOfDay(text string) (string, error) {
	s := strings.ReplaceAll(strings.ToLower(text), " ", "")
	switch s {
	case "":
		return "", nil
	case "noon", "midday":
		return "12:00", nil
	}
	wrong := fmt.Errorf("“%s” %w", trimSpace(text), ErrNotATime)
	m := timeOfDay.FindStringSubmatch(s)
	if m == nil {
		return "", wrong
	}
	hour, minute := atoi(m[1]+m[4]), atoi("0"+m[2]+m[5])
	if m[3] != "" {
		if hour < 1 || hour > 12 {
			return "", wrong
		}
		hour %= 12
		if m[3] == "pm" {
			hour += 12
		}
	}
	if hour > 23 || minute > 59 {
		return "", wrong
	}
	return clockWords(hour*60 + minute), nil
}

// clockWords is a number of minutes after midnight by the clock.
func clockWords(minutes int) string { return fmt.Sprintf("%02d:%02d", minutes/60, minutes%60) }

// minutesOf is a time by the clock as minutes after midnight; not ok if it is none.
func minutesOf(time string) (minutes int, ok bool) {
	if time == "" || !clockTime(time) {
		return 0, false
	}
	return atoi(time[:2])*60 + atoi(time[3:]), true
}

package data

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Step is one step in the life of a record: when it was taken, and by whom.
type Step struct {
	ID RowID  `json:"id,omitempty"`
	To string `json:"to"` // the status that the record came to
	On Date   `json:"on,omitzero"`
	By string `json:"by,omitempty"`
}

// lifecycle is which steps lead from which status to which others. A status with no steps is an end.
type lifecycle map[string][]string

// steps makes a lifecycle: life(from(Draft, Agreed), from(Agreed, Superseded)).
func life(rows ...[]string) lifecycle {
	l := lifecycle{}
	for _, r := range rows {
		l[r[0]] = r[1:]
	}
	return l
}

func from[S ~string](status S, to ...S) []string {
	row := []string{string(status)}
	for _, s := range to {
		row = append(row, string(s))
	}
	return row
}

// Staged is a record that goes through a life of steps, such as a grant from proposed to closed.
type Staged interface {
	Record
	// Stage is the status as the portable form writes it; empty if nobody has put it down.
	Stage() string
	// StageLabel is how people read a status of this kind of record.
	StageLabel(stage string) string
	// NextStages are the statuses that may follow the present one. One that has none yet may get any.
	NextStages() []string
	setStage(stage string)
	taken() *[]Step
}

// ForbiddenStep is a step that the life of a record does not have.
type ForbiddenStep struct {
	Record  Record
	From    string // as people read them
	To      string
	Allowed []string
}

func (e *ForbiddenStep) Error() string {
	what := fmt.Sprintf("the %s “%s” is %s and cannot become %s", e.Record.RecordKind().Label(), e.Record.Label(), lowerInitial(e.From), lowerInitial(e.To))
	if len(e.Allowed) == 0 {
		return what + ": nothing follows that"
	}
	allowed := make([]string, len(e.Allowed))
	for i, a := range e.Allowed {
		allowed[i] = lowerInitial(a)
	}
	return what + ": it can become " + orList(allowed)
}

// Advance takes a record a step further, and notes the day and who took it. To where it stands already is no step.
func Advance(rec Staged, stage string, on Date, by string) error {
	if err := allowed(rec, rec, stage); err != nil || rec.Stage() == stage {
		return err
	}
	rec.setStage(stage)
	steps := rec.taken()
	*steps = append(*steps, Step{ID: NewRowID(), To: stage, On: on, By: by})
	return nil
}

// allowed checks the step from what before is to a status of after.
func allowed(before, after Staged, stage string) error {
	next := before.NextStages()
	if before.Stage() == stage || before.Stage() == "" || slices.Contains(next, stage) {
		return nil
	}
	e := &ForbiddenStep{Record: after, From: before.StageLabel(before.Stage()), To: after.StageLabel(stage)}
	for _, s := range next {
		e.Allowed = append(e.Allowed, before.StageLabel(s))
	}
	if stage == "" {
		e.To = "without a status"
	}
	return e
}

// MayBecome reports whether a record can be saved with a status, from how it is saved now. One that is new, or has no status yet, may get any.
func MayBecome(saved Staged, stage string) bool {
	return !saved.Stamped().Saved() || allowed(saved, saved, stage) == nil
}

// NoteStep notes in after the step that its status shows it took since before, unless whoever took it has done so, and who took each new
// step and issued each new paper. A step that somebody else has taken meanwhile is not taken again. Steps are checked by CheckStep.
func NoteStep(before, after Record, on Date, by string) {
	was, staged := before.(Staged)
	is, same := after.(Staged)
	if !staged || !same {
		return
	}
	steps, fresh, stage := is.taken(), newSteps(was, is), was.Stage()
	*steps = slices.DeleteFunc(*steps, func(s Step) bool {
		if !slices.Contains(fresh, s) {
			return false
		}
		again := s.To == stage
		stage = s.To
		return again
	})
	if stage != is.Stage() {
		*steps = append(*steps, Step{ID: NewRowID(), To: is.Stage(), On: on})
	}
	for _, s := range newSteps(was, is) {
		if i := slices.Index(*steps, s); s.By == "" {
			(*steps)[i].By = by
		}
	}
	for i, p := range issuedIn(after) {
		if p.By == "" && !slices.Contains(issuedIn(before), p) {
			issuedIn(after)[i].By = by
		}
	}
}

// newSteps are the steps of a record that it had not taken before, in order. They go by their IDs: two people's steps may stand in either
// order.
func newSteps(was, is Staged) []Step {
	var fresh []Step
	for i, s := range *is.taken() {
		known := slices.ContainsFunc(*was.taken(), func(w Step) bool { return w.ID == s.ID && s.ID != "" })
		if !known && (s.ID != "" || i >= len(*was.taken())) {
			fresh = append(fresh, s)
		}
	}
	return fresh
}

// ReachedOn is the day on which a record last came to a status, or no date.
func ReachedOn(rec Staged, stage string) Date {
	for _, s := range slices.Backward(*rec.taken()) {
		if s.To == stage {
			return s.On
		}
	}
	return Date{}
}

// orList is "a", "a or b", "a, b or c".
func orList(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " or " + words[len(words)-1]
}

// UpperInitial makes a sentence of words that may begin it: its first letter is a capital, in any script.
func UpperInitial(s string) string {
	if s == "" {
		return s
	}
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[size:]
}

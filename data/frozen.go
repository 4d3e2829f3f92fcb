package data

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
)

// CheckStep finds a step that the life of a record does not have, as a *ForbiddenStep. Undoing a step is not a step.
func CheckStep(before, after Record) error {
	was, ok := before.(Staged)
	is, staged := after.(Staged)
	if !ok || !staged {
		return nil
	}
	at := Clone(was)
	if steps := *is.taken(); len(steps) > len(*was.taken()) { // several steps may have been taken at once
		for _, s := range steps[len(*was.taken()):] {
			if err := allowed(at, is, s.To); err != nil {
				return err
			}
			at.setStage(s.To)
		}
	}
	return allowed(at, is, is.Stage())
}

// frozen is a record that stays as it was issued once it has come so far.
type frozen interface {
	Record
	// frozen says since when, in words ("signed on 4 October 2023"), and which fields may still change; "" is not frozen.
	frozen() (since string, open []string)
}

func (d *Decision) frozen() (string, []string) {
	return d.issuedWords(), []string{"status", "steps", "published_on", "aliases", "issued"}
}

// issuedWords is since when the decision stays as it is, or nothing.
func (d *Decision) issuedWords() string {
	switch d.Status {
	case DecisionSigned, DecisionPublished:
		return "was signed" + onDay(d.signedDay())
	case DecisionRefused:
		return "was refused" + onDay(ReachedOn(d, string(DecisionRefused)))
	default:
		return ""
	}
}

// signedDay is the day on which the decision was signed, as well as it is known.
func (d *Decision) signedDay() Date {
	for _, day := range []Date{d.SignedOn, ReachedOn(d, string(DecisionSigned)), d.DecidedOn} {
		if !day.IsZero() {
			return day
		}
	}
	return Date{}
}

func (r *FOIRequest) frozen() (string, []string) {
	if !r.Sent() {
		return "", nil
	}
	return "was answered" + onDay(r.RespondedOn()), []string{
		"status", "steps", "clock", "review", "in_log", "log_text", "issued", "applicant", "officer", "other_references", "outcome", "fees",
	}
}

func (s *Specification) frozen() (string, []string) {
	if s.Status != SpecificationAgreed && s.Status != SpecificationSuperseded {
		return "", nil
	}
	return "was agreed" + onDay(ReachedOn(s, string(SpecificationAgreed))), []string{"status", "steps"}
}

func (a *Attachment) frozen() (string, []string) {
	return "is a file inside the office", []string{"name", "label", "media_type", "of"}
}

func onDay(d Date) string {
	if d.IsZero() {
		return ""
	}
	return " on " + d.Long()
}

// CheckFrozen finds what would make a paper say something else than what was issued: a signed decision, a sent reply, an agreed
// specification, an applied variation, a file. after is nil where the record is to be deleted. The error is a *Fault that says what
// to do instead.
func CheckFrozen(before, after Record) error {
	if before == nil {
		return nil
	}
	if was, ok := before.(*Grant); ok {
		is, _ := after.(*Grant)
		return checkApplied(was, is)
	}
	paper, ok := before.(frozen)
	if !ok {
		return nil
	}
	since, open := paper.frozen()
	if since == "" {
		return nil
	}
	if after == nil {
		if kind := before.RecordKind(); kind != KindDecision && kind != KindFOIRequest {
			return nil // what names it keeps it; a file's bytes stay until they are erased
		}
		return &Fault{Sentence: fmt.Sprintf("The %s “%s” %s and stays in the office: the public may ask for it. %s", before.RecordKind().Label(), before.Label(), since, instead(before))}
	}
	fields, err := Diff(before, after)
	if err != nil {
		return err
	}
	changed := shut(before.RecordKind(), fields, open)
	if still, _ := after.(frozen).frozen(); still == "" {
		changed = append(changed, "“"+FieldLabel(before.RecordKind(), "status")+"”")
	}
	if len(changed) == 0 {
		return nil
	}
	return &Fault{Sentence: fmt.Sprintf("The %s “%s” %s and stays as it was. This would change %s. %s",
		before.RecordKind().Label(), before.Label(), since, andList(changed), instead(before))}
}

// shut are the labels of the fields that a change touches and that are not open.
func shut(kind Kind, fields []FieldChange, open []string) []string {
	var labels []string
	for _, f := range fields {
		key, _, _ := strings.Cut(f.Path, "/")
		label := "“" + FieldLabel(kind, key) + "”"
		if !slices.Contains(open, key) && !slices.Contains(labels, label) {
			labels = append(labels, label)
		}
	}
	return labels
}

// instead is what to do where a frozen paper has to be put right.
func instead(rec Record) string {
	switch rec.RecordKind() {
	case KindDecision:
		return "To put it right, make a new decision that supersedes it."
	case KindFOIRequest:
		return "To put it right, write to whoever asked, and keep that reply as a request of its own."
	case KindSpecification:
		return "To change it, make a new version, which supersedes it."
	default:
		return "To replace it, add the new file and take this one out."
	}
}

// checkApplied finds a variation that was applied and would be changed or taken out, for the grant is what it made of it.
func checkApplied(before, after *Grant) error {
	for _, v := range before.Variations {
		if v.Applied.IsZero() {
			continue
		}
		kept := after == nil || slices.ContainsFunc(after.Variations, func(w Variation) bool { return w.ID == v.ID && reflect.DeepEqual(v, w) })
		if !kept {
			return &Fault{Sentence: fmt.Sprintf("Variation %d was applied%s and stays as it is. To change the grant again, make another variation.", v.Number, onDay(v.Applied))}
		}
	}
	return nil
}

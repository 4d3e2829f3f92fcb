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
	for _, s := range newSteps(was, is) { // several steps may have been taken at once
		if err := allowed(at, is, s.To); err != nil {
			return err
		}
		at.setStage(s.To)
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
	open := []string{"status", "steps", "published_on", "aliases", "issued"}
	if !d.refused() {
		open = append(open, "grants") // those that are registered from it; what it prints of awards is kept
	}
	return d.issuedWords(), open
}

// refused reports whether the decision maker said no.
func (d *Decision) refused() bool {
	refused := tookStep(d, string(DecisionRefused)) && !tookStep(d, string(DecisionSigned))
	return d.Status == DecisionRefused || d.Status == DecisionPublished && refused
}

// issuedWords is since when the decision stays as it is, or nothing.
func (d *Decision) issuedWords() string {
	switch {
	case d.refused():
		return "was refused" + onDay(ReachedOn(d, string(DecisionRefused)))
	case d.Status == DecisionSigned, d.Status == DecisionPublished:
		return "was signed" + onDay(d.signedDay())
	default:
		return ""
	}
}

// tookStep reports whether a record came to a status in this office. Records that were loaded may have come to theirs without a step.
func tookStep(rec Staged, stage string) bool {
	return slices.ContainsFunc(*rec.taken(), func(s Step) bool { return s.To == stage })
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
	return "was answered" + onDay(r.RespondedOn()), []string{ // what no reply says
		"status", "steps", "clock", "review", "in_log", "log_text", "issued", "applicant", "officer", "other_references", "outcome", "fees",
		"channel", "clarification",
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

// Issues reports whether a save issues something that stays as it is from then on: it signs a decision, sends a reply, agrees a
// specification, applies a variation. Such a save must not be merged or waited for: whoever does it has to see it done.
func Issues(before, after Record) bool {
	switch is := after.(type) {
	case *Grant:
		was, _ := before.(*Grant)
		return slices.ContainsFunc(is.Variations, func(v Variation) bool {
			return !v.Applied.IsZero() && (was == nil || !slices.ContainsFunc(was.Variations, func(w Variation) bool { return w.ID == v.ID && !w.Applied.IsZero() }))
		})
	case *Attachment:
		return false
	case frozen:
		if since, _ := is.frozen(); since == "" {
			return false
		}
		was, ok := before.(frozen)
		if !ok {
			return true
		}
		since, _ := was.frozen()
		return since == "" || len(issuedIn(after)) > len(issuedIn(before))
	default:
		return false
	}
}

// CheckFrozen finds what would make a paper say something else than what was issued: a signed decision, a sent reply, an agreed
// specification, an applied variation, a file. Its printed forms, the day that the reply bears and the steps that led to it stay too.
// after is nil where the record is to be deleted. The error is a *Fault that says what to do instead.
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
	for _, field := range lacks(paper, after) {
		if label := "“" + FieldLabel(before.RecordKind(), field) + "”"; !slices.Contains(changed, label) {
			changed = append(changed, label)
		}
	}
	if len(changed) == 0 {
		return nil
	}
	return &Fault{Sentence: fmt.Sprintf("The %s “%s” %s and stays as it was. This would change %s. %s",
		before.RecordKind().Label(), before.Label(), since, andList(changed), instead(before))}
}

// lacks are the open fields out of which something is gone that belongs to what was issued: they may grow, and go on.
func lacks(before frozen, after Record) []string {
	var fields []string
	for _, p := range issuedIn(before) {
		if !slices.Contains(issuedIn(after), p) {
			fields = append(fields, "issued")
			break
		}
	}
	if was, ok := before.(Staged); ok {
		for _, s := range stepsToFreezing(was) {
			if !slices.Contains(*after.(Staged).taken(), s) { //nolint:forcetypeassert // of the same kind
				fields = append(fields, "steps")
				break
			}
		}
	}
	if was, ok := before.(*Decision); ok {
		is, _ := after.(*Decision)
		if slices.ContainsFunc(was.Grants, func(g ID) bool { return !slices.Contains(is.Grants, g) }) {
			fields = append(fields, "grants")
		}
	}
	if was, ok := before.(*FOIRequest); ok && !was.RespondedOn().IsZero() {
		if is, _ := after.(*FOIRequest); is.RespondedOn() != was.RespondedOn() {
			fields = append(fields, "clock")
		}
	}
	return fields
}

// stepsToFreezing are the steps of a paper up to the one with which it was issued. What came after may be taken back.
func stepsToFreezing(rec Staged) []Step {
	at := Clone(rec)
	for i, s := range *rec.taken() {
		at.setStage(s.To)
		if since, _ := at.(frozen).frozen(); since != "" { //nolint:forcetypeassert // it is a frozen paper
			return (*rec.taken())[:i+1]
		}
	}
	return nil
}

// issuedIn are the papers that went out of a record, as it keeps them.
func issuedIn(rec Record) []Issued {
	switch r := rec.(type) {
	case *Decision:
		return r.Issued
	case *FOIRequest:
		return r.Issued
	default:
		return nil
	}
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

// CheckMeanwhile finds what must not be saved together with what others have saved since the record was read, although no field of it
// clashes: what was printed to be signed or sent does not say what they changed; and amounts that two people apply the same variation
// to, or one of them varies and the other edits, would be added to each other.
func CheckMeanwhile(base, mine Record, others []Meanwhile) error {
	if len(others) == 0 {
		return nil
	}
	who, what := others[0].Who, FieldLabel(base.RecordKind(), others[0].Path)
	if was, ok := base.(*Grant); ok {
		for _, v := range mine.(*Grant).Variations { //nolint:forcetypeassert // of the same kind
			known := slices.ContainsFunc(was.Variations, func(w Variation) bool { return w.ID == v.ID && !w.Applied.IsZero() })
			if !v.Applied.IsZero() && !known {
				return &Fault{Sentence: fmt.Sprintf("Variation %d was not applied: %s has changed “%s” of the grant meanwhile. Look at the grant as it is now, then apply what is still to be applied.", v.Number, who, what)}
			}
		}
		return nil
	}
	was, ok := base.(frozen)
	if !ok {
		return nil
	}
	since, _ := was.frozen()
	if now, _ := mine.(frozen).frozen(); since != "" || now == "" { //nolint:forcetypeassert // of the same kind
		return nil
	}
	return &Fault{Sentence: fmt.Sprintf("Nothing was saved: %s has changed “%s” of the %s “%s” meanwhile, which is not what you were about to issue. Look at it as it is now, then do it again.",
		who, what, base.RecordKind().Label(), base.Label())}
}

// checkApplied finds a variation that was applied and would be changed or taken out, for the grant is what it made of it.
func checkApplied(before, after *Grant) error {
	for _, v := range before.Variations {
		if v.Applied.IsZero() {
			continue
		}
		kept := after == nil || slices.ContainsFunc(after.Variations, func(w Variation) bool { return w.ID == v.ID && alike(reflect.ValueOf(v), reflect.ValueOf(w)) })
		if !kept {
			return &Fault{Sentence: fmt.Sprintf("Variation %d was applied%s and stays as it is. To change the grant again, make another variation.", v.Number, onDay(v.Applied))}
		}
	}
	return nil
}

package data

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
)

func TestAForbiddenStepNamesTheAllowedOnes(t *testing.T) {
	g := &Grant{Title: "Outreach", Status: Approved}
	err := Advance(g, string(Closed), NewDate(2025, time.May, 1), "Ann")
	if err == nil || err.Error() != "the grant “Outreach” is approved and cannot become closed: it can become agreed or withdrawn" || len(g.Steps) != 0 || g.Status != Approved {
		t.Errorf("%v; %+v", err, g)
	}
	first := err
	if err := Advance(g, string(Agreed), NewDate(2025, time.May, 1), "Ann"); err != nil || g.Status != Agreed ||
		g.Steps[0].To != "agreed" || g.Steps[0].On != NewDate(2025, time.May, 1) || g.Steps[0].By != "Ann" || g.Steps[0].ID == "" {
		t.Errorf("%v; %+v", err, g)
	}
	if said := Explain(fmt.Errorf("save: %w", first)); !strings.HasPrefix(said, "Not saved: the grant “Outreach” is approved") || !strings.HasSuffix(said, "withdrawn.") {
		t.Errorf("explained as %q", said)
	}
	g.Status = Closed
	if err := Advance(g, string(Active), Date{}, ""); err == nil || !strings.HasSuffix(err.Error(), "nothing follows that") {
		t.Error(err)
	}
	if err := Advance(&Grant{Title: "Old"}, string(Closed), Date{}, ""); err != nil {
		t.Errorf("one without a status: %v", err)
	}
}

// everyStage is the statuses of each kind that has a life.
func everyStage(t *testing.T, visit func(rec Staged, stages []string)) {
	t.Helper()
	found := 0
	for _, kind := range Kinds() {
		rec, err := New(kind)
		if err != nil {
			t.Fatal(err)
		}
		if staged, ok := rec.(Staged); ok {
			found++
			visit(staged, lives[kind])
		}
	}
	if found != len(lives) {
		t.Errorf("%d kinds have a life, %d are tested", found, len(lives))
	}
}

func words[S ~string](all []S) []string {
	out := make([]string, len(all))
	for i, s := range all {
		out[i] = string(s)
	}
	return out
}

var lives = map[Kind][]string{
	KindFund: words(FundStatuses()), KindSpecification: words(SpecificationStatuses()), KindGrant: words(GrantStatuses()), KindDecision: words(DecisionStatuses()),
	KindTrainingEvent: words(EventStatuses()), KindMonitoringReturn: words(ReturnStatuses()), KindFOIRequest: words(FOIStatuses()),
	KindBoardPaper: words(PaperStatuses()), KindNewsRelease: words(PaperStatuses()), KindAction: words(ActionStatuses()),
}

func TestEveryLifeLeadsOnlyToStatusesThatThereAreAndReachesAll(t *testing.T) {
	everyStage(t, func(rec Staged, stages []string) {
		reached := map[string]bool{stages[0]: true}
		for range stages {
			for _, s := range stages {
				if !reached[s] {
					continue
				}
				rec.setStage(s)
				for _, next := range rec.NextStages() {
					if !slices.Contains(stages, next) || next == s {
						t.Errorf("%s leads from %s to %s", rec.RecordKind(), s, next)
					}
					reached[next] = true
				}
			}
		}
		if len(reached) != len(stages) {
			t.Errorf("of %s only %v are ever reached from %s", rec.RecordKind(), reached, stages[0])
		}
		for _, s := range stages {
			if rec.StageLabel(s) == s {
				t.Errorf("%s of %s has no label", s, rec.RecordKind())
			}
		}
	})
}

func TestARecordMayBecomeWhatSavingAccepts(t *testing.T) {
	everyStage(t, func(rec Staged, stages []string) {
		for _, from := range stages {
			for _, to := range stages {
				rec.setStage(from)
				rec.Stamped().Version = 1
				after := Clone(rec)
				after.setStage(to)
				if accepted := CheckStep(rec, after) == nil; MayBecome(rec, to) != accepted {
					t.Errorf("%s may go from %s to %s: %v, and saving accepts it: %v", rec.RecordKind(), from, to, !accepted, accepted)
				}
				rec.Stamped().Version = 0
				if !MayBecome(rec, to) {
					t.Errorf("a new %s cannot begin as %s", rec.RecordKind(), to)
				}
			}
		}
	})
}

func TestStepsThatASaveSkippedAreForbidden(t *testing.T) {
	before := &FOIRequest{Reference: "FOI/1", Status: Drafted}
	after := Clone(before)
	after.Status = Responded
	var forbidden *ForbiddenStep
	if err := CheckStep(before, after); !errors.As(err, &forbidden) || len(forbidden.Allowed) != 3 {
		t.Errorf("%v", err)
	}
	after.Status = Drafted
	for _, s := range []FOIStatus{ReplyApproved, Responded} {
		if err := Advance(after, string(s), Date{}, "Ann"); err != nil {
			t.Fatal(err)
		}
	}
	if err := CheckStep(before, after); err != nil {
		t.Errorf("two steps at once: %v", err)
	}
	after.Steps[0].To = string(Received)
	if err := CheckStep(before, after); err == nil {
		t.Error("a step that is not allowed was slipped in")
	}
}

func TestAStepIsNotedWithItsDayAndDoer(t *testing.T) {
	day := NewDate(2025, time.May, 1)
	before := &Grant{Title: "Outreach", Status: Approved}
	after := Clone(before)
	NoteStep(before, after, day, "Ann")
	if len(after.Steps) != 0 {
		t.Errorf("no step was taken: %+v", after.Steps)
	}
	after.Status = Agreed
	NoteStep(before, after, day, "Ann")
	if len(after.Steps) != 1 || after.Steps[0].To != "agreed" || after.Steps[0].On != day || after.Steps[0].By != "Ann" {
		t.Errorf("%+v", after.Steps)
	}
	again := Clone(after)
	if err := Advance(again, string(Active), day.AddDays(-7), ""); err != nil {
		t.Fatal(err)
	}
	NoteStep(after, again, day, "Bo")
	if s := again.Steps; len(s) != 2 || s[1].On != day.AddDays(-7) || s[1].By != "Bo" || s[0].By != "Ann" {
		t.Errorf("%+v", again.Steps)
	}
	loaded := &Grant{Title: "Loaded", Status: Closed, Steps: []Step{{To: "closed"}}}
	NoteStep(nil, loaded, day, "Ann")
	if len(loaded.Steps) != 1 || loaded.Steps[0].By != "" {
		t.Errorf("a loaded record was told who took its steps: %+v", loaded.Steps)
	}
}

func TestWhatSomebodyElseDidMeanwhileIsNoStepOfMine(t *testing.T) {
	day := NewDate(2025, time.May, 1)
	theirs := &Grant{Title: "Outreach", Status: Agreed, Steps: []Step{{ID: "a", To: "agreed", On: day, By: "Bo"}}}
	merged := Clone(theirs)
	merged.Steps = []Step{{ID: "b", To: "agreed", On: day}, {ID: "a", To: "agreed", On: day, By: "Bo"}}
	if err := CheckStep(theirs, merged); err != nil {
		t.Fatal(err)
	}
	NoteStep(theirs, merged, day, "Ann")
	if !slices.Equal(merged.Steps, theirs.Steps) {
		t.Errorf("both took one step: %+v", merged.Steps)
	}
	merged = Clone(theirs)
	merged.Status = Active
	merged.Steps = []Step{{ID: "b", To: "agreed", On: day}, {ID: "c", To: "active", On: day}, {ID: "a", To: "agreed", On: day, By: "Bo"}}
	if err := CheckStep(theirs, merged); err != nil {
		t.Errorf("mine went on, and stands before theirs: %v", err)
	}
	NoteStep(theirs, merged, day, "Ann")
	if want := []Step{{ID: "c", To: "active", On: day, By: "Ann"}, {ID: "a", To: "agreed", On: day, By: "Bo"}}; !slices.Equal(merged.Steps, want) {
		t.Errorf("%+v", merged.Steps)
	}
	if err := Advance(theirs, "agreed", day, "Ann"); err != nil || len(theirs.Steps) != 1 {
		t.Errorf("to where it stands is a step: %v, %+v", err, theirs.Steps)
	}
	d := &Decision{Title: "D", Status: DecisionSigned, Issued: []Issued{{ID: "i", By: "Bo"}}}
	again := Clone(d)
	again.Issued = append(again.Issued, Issued{ID: "j"}, Issued{ID: "k", By: "Cy"})
	NoteStep(d, again, day, "Ann")
	if again.Issued[0].By != "Bo" || again.Issued[1].By != "Ann" || again.Issued[2].By != "Cy" {
		t.Errorf("who issued it: %+v", again.Issued)
	}
	before := &Grant{Title: "Outreach", Status: Approved}
	after := Clone(before)
	after.Status = ""
	if err := CheckStep(before, after); err == nil || !strings.Contains(err.Error(), "without a status") {
		t.Errorf("its status was taken away: %v", err)
	}
}

func TestASentenceBeginsWithACapital(t *testing.T) {
	for words, want := range map[string]string{"the reply": "The reply", "élan": "Élan", "ŵy": "Ŵy", "“a” is": "“a” is", "5 days": "5 days", "": ""} {
		if got := UpperInitial(words); got != want {
			t.Errorf("of %q: %q", words, got)
		}
	}
}

package sqlite

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"almoner/data"
)

// newNumberedOffice is an office that numbers requests and grants.
func newNumberedOffice(t *testing.T) *Office {
	t.Helper()
	o := newOffice(t)
	details := data.Clone(o.Register().Details())
	details.ReferenceSchemes = map[string]string{"foi_request": "FOI/OPCC/{yy}-{seq:3}", "grant": "{fy:2}/{fy+1:2} – {seq:4}"}
	save(t, o, details)
	return o
}

// numberedOn is the day on which the tests number; it is none of the clock's.
var numberedOn = data.NewDate(2024, time.March, 31)

func newRequest(t *testing.T, subject string) *data.FOIRequest {
	t.Helper()
	return made(t, func(r *data.FOIRequest) { r.Subject, r.Received = subject, data.NewDate(2020, time.January, 6) })
}

func number[R data.Record](t *testing.T, o *Office, rec R) R {
	t.Helper()
	saved, err := o.Number(t.Context(), rec, numberedOn)
	if err != nil {
		t.Fatal(err)
	}
	return saved.Record.(R)
}

func wantReference(t *testing.T, r *data.FOIRequest, want data.Reference) {
	t.Helper()
	if r.Reference != want {
		t.Errorf("the request is numbered %q, want %q", r.Reference, want)
	}
}

func TestTenPeopleNumberAtOnceWithoutAGap(t *testing.T) {
	const people, each = 10, 20
	o := newNumberedOffice(t)
	var all sync.WaitGroup
	failed := make(chan error, people)
	for p := range people {
		colleague := openAgain(t, o)
		var requests []*data.FOIRequest
		for i := range each {
			requests = append(requests, newRequest(t, fmt.Sprintf("Request %d of %d", i, p)))
		}
		all.Go(func() {
			for _, r := range requests {
				if _, err := colleague.Number(context.Background(), r, numberedOn); err != nil {
					failed <- err
					return
				}
			}
		})
	}
	all.Wait()
	close(failed)
	for err := range failed {
		t.Error(err)
	}
	var got, want []data.Reference
	for _, r := range data.All[*data.FOIRequest](openAgain(t, o).Register()) {
		got = append(got, r.Reference)
	}
	for n := range people * each {
		want = append(want, data.Reference(fmt.Sprintf("FOI/OPCC/20-%03d", n+1)))
	}
	slices.Sort(got)
	if !slices.Equal(got, want) {
		t.Errorf("the references are not 1 to %d: %q", people*each, got)
	}
	wantSound(t, o.Path())
}

func TestWhatIsNumberedHasTheReferenceInTheFileAndInTheChangeList(t *testing.T) {
	o := newNumberedOffice(t)
	given := newRequest(t, "Stalking")
	preview, err := o.Register().ReferenceFor(given, data.NewDate(2025, time.May, 6))
	if err != nil || preview != "FOI/OPCC/20-001" {
		t.Errorf("it would be %q, %v", preview, err)
	}
	r := number(t, o, given)
	wantReference(t, r, preview)
	if given.Reference != "" || r.Version != 1 {
		t.Errorf("the caller's own record is %q; what is saved has version %d", given.Reference, r.Version)
	}
	held, _ := data.Get[*data.FOIRequest](openAgain(t, o).Register(), r.ID)
	wantReference(t, held, preview)
	history, err := o.History(t.Context(), data.KindFOIRequest, r.ID)
	if err != nil || len(history) != 1 || history[0].Label != string(preview) {
		t.Errorf("the history is %+v, %v", history, err)
	}

	second := save(t, o, newRequest(t, "Saved before it is numbered"))
	second = number(t, o, second)
	wantReference(t, second, "FOI/OPCC/20-002")
	if second.Version != 2 {
		t.Errorf("version %d of what was saved and numbered", second.Version)
	}
	bare := newRequest(t, "")
	wantReference(t, number(t, o, bare), "FOI/OPCC/20-003") // a reference is name enough
	g := newGrant(t, "Helpline")
	if g = number(t, o, g); g.Reference != "23/24 – 0001" {
		t.Errorf("a grant without a day, numbered on 31 March 2024, is %q", g.Reference)
	}
	wantSound(t, o.Path())
}

func TestWhatCannotBeNumberedSaysWhy(t *testing.T) {
	o := newNumberedOffice(t)
	r := number(t, o, newRequest(t, "Stalking"))
	for what, c := range map[string]struct {
		rec  data.Record
		says string
	}{
		"twice":         {r, "has the reference FOI/OPCC/20-001 already"},
		"no reference":  {made(t, func(o *data.Organisation) { o.Name = "A charity" }), "of the kind organisation bears no reference"},
		"not complete":  {made(t, func(r *data.FOIRequest) { r.Subject = "Stalking" }), "On which day"},
		"out of date":   {outdated(t, o, newRequest(t, "Alarms")), "Not saved"},
		"not an office": {&data.OfficeDetails{Stamp: data.Stamp{ID: data.OfficeID}}, "bears no reference"},
	} {
		if _, err := o.Number(t.Context(), c.rec, numberedOn); err == nil || !strings.Contains(data.Explain(err), c.says) {
			t.Errorf("%s: %v, want that it says %q", what, err, c.says)
		}
	}
	details := data.Clone(o.Register().Details())
	details.ReferenceSchemes = map[string]string{"foi_request": "FOI/{yy}"}
	var problems data.Problems
	if _, err := o.Save(t.Context(), details); !errors.As(err, &problems) || problems.Of("reference_schemes.foi_request") == "" {
		t.Errorf("a scheme without a number: %v", err)
	}
	details.ReferenceSchemes = nil
	save(t, o, details)
	if _, err := o.Number(t.Context(), newRequest(t, "Refuges"), numberedOn); !strings.Contains(data.Explain(err), "no scheme for the references of its FOI requests") {
		t.Errorf("without a scheme: %v", err)
	}
	if n := o.Register().Count(data.KindFOIRequest); n != 2 {
		t.Errorf("%d requests: one was saved that was not numbered", n)
	}
}

// outdated is a record as it was before somebody gave it another subject, with another one of its own.
func outdated(t *testing.T, o *Office, r *data.FOIRequest) *data.FOIRequest {
	t.Helper()
	first := save(t, o, r)
	theirs, mine := data.Clone(first), data.Clone(first)
	theirs.Subject, mine.Subject = "Theirs", "Mine"
	save(t, o, theirs)
	return mine
}

func TestASaveThatFailsTakesNoNumber(t *testing.T) {
	o := newNumberedOffice(t)
	number(t, o, newRequest(t, "First"))
	ctx, cancel := context.WithCancel(t.Context())
	op := newOperation(edit{rec: newRequest(t, "Stopped"), number: true})
	_, err := o.deliver(ctx, op, func(int, int) { cancel() }) // when the row is written, and nothing is committed yet
	if !errors.Is(err, context.Canceled) {
		t.Fatalf("stopped: %v", err)
	}
	colleague := openAgain(t, o)
	wantReference(t, number(t, colleague, newRequest(t, "Second")), "FOI/OPCC/20-002")
	saved, err := o.save(t.Context(), op) // the same operation once more
	if err != nil {
		t.Fatal(err)
	}
	wantReference(t, saved.Record.(*data.FOIRequest), "FOI/OPCC/20-003")
	wantSound(t, o.Path())
}

func TestOneNumberingDeliveredTwiceIsOneNumber(t *testing.T) {
	o := newNumberedOffice(t)
	op := newOperation(edit{rec: newRequest(t, "Stalking"), number: true})
	for _, office := range []*Office{o, o, openAgain(t, o)} {
		saved, err := office.save(t.Context(), op)
		if err != nil {
			t.Fatal(err)
		}
		wantReference(t, saved.Record.(*data.FOIRequest), "FOI/OPCC/20-001")
	}
	wantReference(t, number(t, o, newRequest(t, "The next")), "FOI/OPCC/20-002")
	if report := wantSound(t, o.Path()); report.Changes != 4 {
		t.Errorf("%d changes, want 4", report.Changes)
	}
}

// TestADeletedNumberIsKnownToEveryone looks at what one's own program, one that was open meanwhile, and one that is opened later know.
func TestADeletedNumberIsKnownToEveryone(t *testing.T) {
	ann := newNumberedOffice(t)
	bob := openAgain(t, ann)
	first := number(t, ann, newRequest(t, "First"))
	gone := number(t, ann, newRequest(t, "Gone"))
	if err := ann.Delete(t.Context(), gone); err != nil {
		t.Fatal(err)
	}
	day := data.NewDate(2020, time.January, 6)
	if _, err := bob.Refresh(t.Context()); err != nil {
		t.Fatal(err)
	}
	for who, office := range map[string]*Office{"who deleted it": ann, "who was there": bob, "who came later": openAgain(t, ann)} {
		if next, err := office.Register().NextReference(data.KindFOIRequest, day); err != nil || next != "FOI/OPCC/20-003" {
			t.Errorf("%s would number %q, %v", who, next, err)
		}
	}
	wantReference(t, number(t, bob, newRequest(t, "Third")), "FOI/OPCC/20-003")

	corrected := data.Clone(first)
	corrected.Reference = "FOI/OPCC/20-120" // typed by hand, wrongly
	corrected = data.Clone(save(t, ann, corrected))
	wantReference(t, number(t, bob, newRequest(t, "Fourth")), "FOI/OPCC/20-121")
	corrected.Reference = "FOI/OPCC/20-200"
	corrected = data.Clone(save(t, ann, corrected))
	corrected.Reference = "FOI/OPCC/20-001"
	save(t, ann, corrected)
	wantReference(t, number(t, bob, newRequest(t, "Fifth")), "FOI/OPCC/20-122")
	wantSound(t, ann.Path())
}

func TestTwoPeopleTypeOneReference(t *testing.T) {
	ann := newNumberedOffice(t)
	bob := openAgain(t, ann)
	typed := func(ref data.Reference) *data.FOIRequest {
		r := newRequest(t, "Stalking")
		r.Reference = ref
		return r
	}
	save(t, ann, typed("FOI/OPCC/20-005"))
	var problems data.Problems
	if _, err := bob.Save(t.Context(), typed("foi opcc 20 005")); !errors.As(err, &problems) || problems.Of("reference") == "" {
		t.Errorf("typed by both: %v", err)
	}
	wantReference(t, number(t, bob, newRequest(t, "The next")), "FOI/OPCC/20-006")
}

func TestTwoPeopleNumberOneRequest(t *testing.T) {
	ann := newNumberedOffice(t)
	first := save(t, ann, newRequest(t, "Stalking"))
	bob := openAgain(t, ann)
	wantReference(t, number(t, ann, data.Clone(first)), "FOI/OPCC/20-001")
	wantReference(t, number(t, ann, newRequest(t, "Another")), "FOI/OPCC/20-002")
	his := data.Clone(first)
	his.Channel = "letter"
	his = number(t, bob, his) // whose window does not show the reference yet
	wantReference(t, his, "FOI/OPCC/20-001")
	if his.Channel != "letter" || his.Version != 3 {
		t.Errorf("what he wrote is %q in version %d", his.Channel, his.Version)
	}
	wantReference(t, number(t, bob, newRequest(t, "The next")), "FOI/OPCC/20-003")
	wantSound(t, ann.Path())
}

package data

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// reachable are the struct types and the fields that a value of a type leads to, unexported ones too.
func reachable(t reflect.Type, types map[reflect.Type]bool, fields map[string]bool) {
	switch t.Kind() {
	case reflect.Pointer, reflect.Slice, reflect.Array:
		reachable(t.Elem(), types, fields)
	case reflect.Map:
		reachable(t.Key(), types, fields)
		reachable(t.Elem(), types, fields)
	case reflect.Interface, reflect.Func, reflect.Chan:
		types[t] = true // through which anything can be reached
	case reflect.Struct:
		if types[t] {
			return
		}
		types[t] = true
		for i := range t.NumField() {
			fields[t.Name()+"."+t.Field(i).Name] = true
			reachable(t.Field(i).Type, types, fields)
		}
	default:
	}
}

// leadsNowhere fails if a public form leads to what the public may not have.
func leadsNowhere(t *testing.T, public reflect.Type, ids bool) {
	t.Helper()
	types, fields := map[reflect.Type]bool{}, map[string]bool{}
	reachable(public, types, fields)
	for _, secret := range []reflect.Type{
		reflect.TypeFor[Section](), reflect.TypeFor[Decision](), reflect.TypeFor[Applicant](), reflect.TypeFor[FOIRequest](), reflect.TypeFor[Issued](),
		reflect.TypeFor[Enclosure](), reflect.TypeFor[Attendee](), reflect.TypeFor[Step](), reflect.TypeFor[Register](), reflect.TypeFor[Stamp](),
	} {
		if types[secret] {
			t.Errorf("a %s leads to a %s", public.Name(), secret.Name())
		}
	}
	for found := range types {
		if found.Kind() != reflect.Struct {
			t.Errorf("a %s leads to a %s, which may be anything", public.Name(), found)
		}
		for i := 0; !ids && found.Kind() == reflect.Struct && i < found.NumField(); i++ {
			if f := found.Field(i); f.Type == reflect.TypeFor[ID]() || f.Type == reflect.TypeFor[RowID]() {
				t.Errorf("a %s leads back by %s.%s", public.Name(), found.Name(), f.Name)
			}
		}
	}
	for field := range fields {
		if name := field[strings.Index(field, ".")+1:]; slices.Contains([]string{"Applicant", "Part2", "File", "Officer", "By", "Notes"}, name) && field != "Appendix.File" {
			t.Errorf("a %s has %s", public.Name(), field)
		}
	}
}

func TestAReplyCannotReachTheApplicant(t *testing.T) {
	leadsNowhere(t, reflect.TypeFor[Reply](), true) // its tables are filled by what the IDs name
	leadsNowhere(t, reflect.TypeFor[LogEntry](), false)
}

// askedByQuill is a request in every part of which the applicant stands.
func askedByQuill() *FOIRequest {
	return &FOIRequest{
		Reference: "FOI/1", Subject: "Grants, for A. Quill", Status: Responded, Regime: RegimeFOI, Received: NewDate(2025, time.March, 4), InLog: true,
		Applicant: &Applicant{Name: "Ms Ariadne Quill", Email: "ari@example.org", Address: "9 Elm Row\nNetherwick\nEM1 2AB\n01632 960 123"},
		Clock:     []ClockRow{{Event: ClockResponded, On: NewDate(2025, time.March, 25)}},
		Questions: []FOIQuestion{
			{Label: "Q1 (Quill)", Text: "I live at 9 Elm Row.", Answer: "Thank you, Ms Quill."},
			{Text: "What of quill pens?", Answer: "None are held. Ring 01632 960123."},
		},
		Exemptions: []Exemption{{Section: "40", Class: "Quill’s own data", Reason: "ARIADNE QUILL asked", PublicInterest: "Quill, Ariadne"}},
		Outcome:    "Sent to ari@example.org", LogText: "Ariadne Quill asked about grants",
		Appendices: []Appendix{{
			Number: 1, Title: "For Quill", Introduction: "As Ariadne Quill asked", Tables: []Table{{
				Columns: []Column{{Heading: "Quill’s column"}},
				Groups:  []Group{{Heading: "Quill’s", Rows: []Row{{Cells: []Cell{{Text: "ok"}, {Text: "Ariadné Quill"}}}}}},
			}},
			Footnotes: []Footnote{{Mark: "*", Text: "EM12AB", Link: "https://example.org/ariadne-quill"}},
		}},
		Attachments: []Enclosure{{Label: "Letter of A Quill", Kind: "for Quill"}},
		Review:      "Ariadne Quill was not content", Clarification: "Which year, Ms Quill?",
	}
}

func TestTheApplicantIsFoundInEveryWordThatGoesOut(t *testing.T) {
	var got []string
	for _, m := range askedByQuill().ApplicantIn(someRegister()) {
		got = append(got, m.Where+": "+m.What)
	}
	want := []string{
		"the subject: the applicant’s initials and surname",
		"the name of question 1: the applicant’s surname",
		"question 1: the applicant’s address",
		"the answer to question 1: the applicant’s surname",
		"the answer to question 2: the applicant’s telephone number",
		"the exemption under section 40: the applicant’s surname",
		"the reason for the exemption under section 40: the applicant’s name",
		"the public interest test for the exemption under section 40: the applicant’s name",
		"what has to be made clear: the applicant’s surname",
		"the outcome of the review: the applicant’s name",
		"the outcome: the applicant’s e-mail address",
		"the words in the disclosure log: the applicant’s name",
		"the title of Appendix 1: the applicant’s surname",
		"the introduction of Appendix 1: the applicant’s name",
		"a heading of Appendix 1: the applicant’s surname",
		"a heading of Appendix 1: the applicant’s surname",
		"row 1, column 2 of Quill’s in Appendix 1: the applicant’s name",
		"the footnote * of Appendix 1: the applicant’s postcode",
		"the link of the footnote * of Appendix 1: the applicant’s name",
		"the label of the attachment “Letter of A Quill”: the applicant’s initials and surname",
		"the kind of the attachment “Letter of A Quill”: the applicant’s surname",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	m := askedByQuill().ApplicantIn(someRegister())[3]
	if m.String() != "The answer to question 1 holds the applicant’s surname: “Thank you, Ms Quill.”" || m.Offset != 11 {
		t.Errorf("it reads %q, at %d", m, m.Offset)
	}
	nobody := askedByQuill()
	nobody.Applicant = nil
	if found := nobody.ApplicantIn(someRegister()); found != nil {
		t.Errorf("nobody asked, and is found: %v", found)
	}
}

func TestTheDisclosureLogHasNothingOfTheApplicant(t *testing.T) {
	r := askedByQuill()
	want := LogEntry{
		Reference: "FOI/1", InLog: true, Text: "[name removed] asked about grants", Regime: RegimeFOI, Received: r.Received, RespondedOn: r.RespondedOn(),
		Questions: []LogQuestion{{"Q1 ([name removed])", "I live at [address removed]."}, {"", "What of quill pens?"}},
		Outcome:   "Sent to [e-mail address removed]",
	}
	if diff := cmp.Diff(want, r.LogEntry()); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	r.LogText = " "
	if e := r.LogEntry(); e.Text != "Grants, for [name removed]" {
		t.Errorf("without words of its own the log says %q", e.Text)
	}
}

// TestAReplyPrintsWhatTheRequestSays fills one table by way of the request and by way of its reply.
func TestAReplyPrintsWhatTheRequestSays(t *testing.T) {
	r, reg := someRequest(), someRegister()
	table := &r.Appendices[0].Tables[0]
	if diff := cmp.Diff(table.Fill(reg, r), table.Fill(reg, r.Blind())); diff != "" {
		t.Error(diff)
	}
	r.Status = Responded
	if reply := r.Blind(); !reply.Sent() || len(table.Fill(reg, reply)) != 0 || reply.Label() != r.Label() {
		t.Error("what was sent is filled from the register again")
	}
}

func TestTheLastOfSeveralEventsCounts(t *testing.T) {
	first, last := NewDate(2025, time.March, 4), NewDate(2025, time.April, 4)
	r := (&FOIRequest{Clock: []ClockRow{{Event: ClockExtended, On: first}, {Event: FeesNotice, On: first}, {Event: ClockExtended, On: last}}}).Blind()
	if r.On(ClockExtended) != last || r.On(FeesNotice) != first || !r.On(ReviewAsked).IsZero() {
		t.Errorf("extended on %s, fees on %s, review asked on %s", r.On(ClockExtended), r.On(FeesNotice), r.On(ReviewAsked))
	}
}

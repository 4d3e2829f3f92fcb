package reports_test

import (
	"strings"
	"testing"

	"almoner/data"
	"almoner/reports"
	"almoner/reports/document"
)

func course() (reports.Setting, *data.TrainingEvent) {
	day := data.NewDate
	before, after := data.Decimal(210), data.Decimal(450)
	e := &data.TrainingEvent{
		Stamp: stamp("e"), Title: "Stalking", Start: day(2025, 12, 4), End: day(2025, 12, 5), Venue: "Weir Hall", Provider: "h", Hosts: []data.ID{"a"}, Audience: "Advocates",
		Purpose: "To know it.", Capacity: 13,
		Sessions: []data.Session{{Title: "Law", On: day(2025, 12, 4), Starts: "09:30", Ends: "12:00"}, {Title: "Practice", On: day(2025, 12, 5), Venue: "The mill"}},
		Attendees: []data.Attendee{
			{Name: "Zoe Ash", Organisation: "h", Email: "zoe@example.org", Needs: "no nuts", Attended: true}, {Name: "Ann Zeal", Attended: true}, {Name: "Bo Birch", Organisation: "a"},
		},
		Attendance: []data.Attendance{{Organisation: "h", Audience: "Advocates", Booked: 20, Attended: 11}, {Organisation: "a", Booked: 5, Attended: 4}},
		Evaluation: data.Evaluation{Responses: 9, Best: 5, Before: &before, After: &after, Comments: "Too short."},
	}
	return reports.Setting{Register: data.NewRegister(
		&data.OfficeDetails{Stamp: stamp(data.OfficeID), Name: "Office", Email: "train@elmshire.example", PaperMarking: "OFFICIAL"},
		&data.Organisation{Stamp: stamp("h"), Name: "Harbour"}, &data.Organisation{Stamp: stamp("a"), Name: "Anchor"}, e,
	)}, e
}

func TestJoiningInstructionsSayWhenAndWhere(t *testing.T) {
	s, e := course()
	doc := reports.JoiningInstructions(s.Register, e)
	says(t, doc, "Stalking / Thank you", "When / 4 December 2025 to 5 December 2025 / Where / Weir Hall / Provided by / Harbour / Hosts / Anchor / For / Advocates / What it is for / To know it.",
		"Law / 4 December 2025 / 09:30 – 12:00 / Weir Hall / Practice / 5 December 2025 / The mill", "If you cannot come / Please let us know at train@elmshire.example")
	saysNot(t, doc, "Zoe", "Ann", "Bo Birch", "nuts")
	e.Status = data.EventCancelled
	if why := unfit(t, "joining-instructions", s, e); !strings.Contains(why, "cancelled") {
		t.Errorf("people are asked to come to what was cancelled: %q", why)
	}
}

func TestEachSessionHasASheetWithEverybodyByTheirLastName(t *testing.T) {
	s, e := course()
	doc := reports.AttendanceSheet(s.Register, e)
	if len(doc.Parts) != 2 {
		t.Fatalf("there are %d sheets", len(doc.Parts))
	}
	if got, want := rowsOf(doc), "1 | Zoe Ash | Harbour | \n2 | Bo Birch | Anchor | \n3 | Ann Zeal |  | \n4 |  |  | \n5 |  |  | \n6 |  |  | \n7 |  |  | "; got != want {
		t.Errorf("the sheet lists\n%s\nwant\n%s", got, want)
	}
	says(t, doc, "Session / Law / Date / 4 December 2025 / Time / 09:30 – 12:00 / Where / Weir Hall", "Session / Practice / Date / 5 December 2025 / Where / The mill")
	saysNot(t, doc, "zoe@", "nuts")
	e.Attendees, e.Sessions = nil, nil
	doc = reports.AttendanceSheet(s.Register, e)
	if rows := strings.Count(rowsOf(doc), "\n") + 1; len(doc.Parts) != 1 || rows != e.Capacity {
		t.Errorf("without a list there are %d sheets of %d lines", len(doc.Parts), rows)
	}
	says(t, doc, "Date / 4 December 2025 / Where / Weir Hall")
}

func TestOnlyWhoCameIsCertified(t *testing.T) {
	s, e := course()
	doc := reports.Certificates(s.Register, e)
	var names []string
	for _, part := range doc.Parts {
		names = append(names, document.BlockLines(part.Blocks)[2])
	}
	if got := strings.Join(names, ", "); got != "Zoe Ash, Ann Zeal" || doc.Marking != "" {
		t.Errorf("certified are %s, marked %q", got, doc.Marking)
	}
	says(t, doc, "Certificate of attendance / This is to certify that / Zoe Ash / took part in / Stalking / 4 December 2025 to 5 December 2025, Weir Hall / Harbour · Office")
	for i := range e.Attendees {
		e.Attendees[i].Attended = false
	}
	if why := unfit(t, "certificates", s, e); !strings.Contains(why, "nobody to certify") {
		t.Errorf("where nobody came it says %q", why)
	}
}

func TestAnEvaluationSaysWhoCameAndWhatTheyKnew(t *testing.T) {
	s, e := course()
	doc := reports.TrainingEvaluation(s.Register, e)
	says(t, doc, "Places booked / 25 / Came / 15", "Harbour / Advocates / 20 / 11 / Anchor / 5 / 4 / Total / 25 / 15",
		"9 of those who came answered. They marked what they knew before and after on a scale that ends at 5", "Before: 2.1; After: 4.5; Best possible: 5.", "What people said / Too short.")
	saysNot(t, doc, "Zoe", "Ann", "Bo Birch")
	e.Evaluation.Before, e.Evaluation.Best = nil, 0
	doc = reports.TrainingEvaluation(s.Register, e)
	says(t, doc, "Before: not known; After: 4.5.", "Those who came marked what they knew")
	e.Evaluation = data.Evaluation{}
	if why := unfit(t, "training-evaluation", s, e); !strings.Contains(why, "Nothing was put down") {
		t.Errorf("without an evaluation it says %q", why)
	}
}

package reports_test

import (
	"strings"
	"testing"

	"almoner/data"
	"almoner/reports"
	"almoner/reports/document"
)

// asked is a request of 4 March 2024 with one question, and an office that it went to.
func asked(answer string, change func(*data.FOIRequest)) (*data.Register, *data.FOIRequest) {
	reg := data.NewRegister(&data.OfficeDetails{Stamp: data.Stamp{ID: data.OfficeID}, Name: "Office", Email: "foi@elmshire.example", PaperMarking: "OFFICIAL"})
	r := &data.FOIRequest{
		Reference: "FOI/1", Received: data.NewDate(2024, 3, 4), Questions: []data.FOIQuestion{{Text: "How many?", Answer: answer}},
		Clock: []data.ClockRow{{Event: data.ClockResponded, On: data.NewDate(2024, 3, 25)}},
	}
	if change != nil {
		change(r)
	}
	return reg, r
}

func TestReplySaysWhatTheLawAsksFor(t *testing.T) {
	const (
		all, part   = "we are not able to give it to you", "We have not given you all that you asked for"
		notHeld     = "We do not hold the information"
		absolute    = "This exemption is absolute"
		qualified   = "This exemption is qualified"
		fromTheSide = "begin from the side of disclosure"
		unconfirmed = "we neither confirm nor deny that we hold"
		excused     = "The law does not require us to answer"
	)
	reason := "It would harm somebody."
	for name, c := range map[string]struct {
		answer    string
		change    func(*data.FOIRequest)
		says, not []string
	}{
		"everything given": {
			"Seven.", func(r *data.FOIRequest) { r.Held = data.Yes },
			[]string{"Seven.", "ask us to review it", "public at large"},
			[]string{all, part, notHeld, "Section", absolute, unconfirmed},
		},
		"not held": {"", func(r *data.FOIRequest) { r.Held = data.NotHeld }, []string{notHeld}, []string{all, part}},
		"not held, environmental": {
			"", func(r *data.FOIRequest) { r.Held, r.Regime = data.No, data.RegimeEIR }, []string{"regulation 12(4)(a)"}, []string{notHeld, "Freedom of Information Act"},
		},
		"refused as a whole": {
			"", func(r *data.FOIRequest) {
				r.Exemptions = []data.Exemption{{Section: "s43(2)", Reason: reason, PublicInterest: "It was weighed."}}
			},
			[]string{all, "Section 43(2) – commercial interests", qualified, reason, "How we weighed the public interest", "It was weighed."},
			[]string{part, "Section s43", absolute},
		},
		"an answer beside as many exemptions as there are questions": {
			"Forty-one points; the rest is kept back.", func(r *data.FOIRequest) {
				r.Exemptions = []data.Exemption{{Section: "40(2)", Reason: reason}, {Section: "Section 38(1)", Class: "safety", Reason: reason}}
			},
			[]string{part, absolute, "Section 38(1) – safety"},
			[]string{all, "Section Section"},
		},
		"a file sent beside the refusal": {
			"", func(r *data.FOIRequest) {
				r.Exemptions, r.Attachments = []data.Exemption{{Section: "31(1)"}}, []data.Enclosure{{Label: "Minutes"}}
			},
			[]string{part, "Minutes"},
			[]string{all},
		},
		"neither confirmed nor denied": {
			"", func(r *data.FOIRequest) {
				r.Held, r.Exemptions = data.NotHeld, []data.Exemption{{Section: "40(5)", Reason: reason, NeitherConfirmNorDeny: true}}
			},
			[]string{unconfirmed, reason},
			[]string{notHeld, all, part},
		},
		"held in part, and of the rest nothing is said": {
			"", func(r *data.FOIRequest) {
				r.Held, r.Exemptions = data.Partly, []data.Exemption{{Section: "31(3)", NeitherConfirmNorDeny: true}}
			},
			[]string{unconfirmed},
			[]string{"We hold only a part"},
		},
		"too dear to find": {
			"", func(r *data.FOIRequest) {
				r.Exemptions = []data.Exemption{{Section: "12(1)", Reason: "It would take 60 hours."}}
			},
			[]string{excused, "Section 12(1) – cost of finding", "60 hours"},
			[]string{all, part, "exemption", "We hold"},
		},
		"an exception": {
			"", func(r *data.FOIRequest) {
				r.Regime, r.Exemptions = data.RegimeEIR, []data.Exemption{{Section: "reg 12(5)(e)", Reason: reason, PublicInterest: "Weighed."}}
			},
			[]string{"Regulation 12(5)(e) – confidentiality of commercial", fromTheSide, "which exceptions apply", "Weighed."},
			[]string{qualified, "exemption", "Freedom of Information Act"},
		},
		"personal data in environmental information": {
			"", func(r *data.FOIRequest) {
				r.Regime, r.Exemptions = data.RegimeEIR, []data.Exemption{{Section: "Regulation 13(1)", Reason: reason}}
			},
			[]string{"Regulation 13(1) – personal data", "conditions of their own"},
			[]string{fromTheSide, absolute},
		},
		"two laws": {
			"", func(r *data.FOIRequest) {
				r.Regime, r.Exemptions = data.RegimeMixed, []data.Exemption{{Section: "31(1)"}, {Section: "regulation 12(4)(e)"}}
			},
			[]string{"More than one law", "Section 31(1) – law enforcement", qualified, "Regulation 12(4)(e) – internal communications", fromTheSide},
			[]string{"under the Freedom of Information Act"},
		},
		"one's own": {
			"Two letters.", func(r *data.FOIRequest) {
				r.Regime, r.Exemptions = data.RegimeSAR, []data.Exemption{{Section: "Schedule 2, paragraph 19", Reason: reason}}
			},
			[]string{"UK General Data Protection Regulation", "for you alone", "Schedule 2, paragraph 19", "go to court"},
			[]string{"Freedom of Information", "public at large", "Section", "public interest", "40 working days"},
		},
	} {
		reg, r := asked(c.answer, c.change)
		got := strings.Join(document.Lines(reports.FOIReply(reg, r.Blind())), "\n")
		for _, want := range append(c.says, "How many?", "Information Commissioner", "Yours faithfully") {
			if !strings.Contains(got, want) {
				t.Errorf("%s: the reply does not say %q:\n%s", name, want, got)
			}
		}
		for _, words := range c.not {
			if strings.Contains(got, words) {
				t.Errorf("%s: the reply says %q:\n%s", name, words, got)
			}
		}
	}
}

func TestOnlyWhatIsForEverybodyGoesWithoutAMarking(t *testing.T) {
	for regime, want := range map[data.Regime]string{data.RegimeFOI: "", data.RegimeEIR: "", data.RegimeSAR: "OFFICIAL"} {
		reg, r := asked("Seven.", func(r *data.FOIRequest) { r.Regime = regime })
		if got := reports.FOIReply(reg, r.Blind()).Marking; got != want {
			t.Errorf("the reply under %s is marked %q, want %q", regime, got, want)
		}
	}
}

func TestLettersSayWhenTheyCannotBeMade(t *testing.T) {
	extended := []data.ClockRow{{Event: data.ClockExtended, On: data.NewDate(2024, 3, 20)}}
	for _, c := range []struct {
		paper  string
		change func(*data.FOIRequest)
		why    string
	}{
		{"foi", nil, ""},
		{"foi-acknowledgement", nil, ""},
		{"foi-clarification", nil, "has to make clear"},
		{"foi-clarification", func(r *data.FOIRequest) { r.Clarification = "Which year?" }, ""},
		{"foi-fees", nil, "No fee"},
		{"foi-fees", func(r *data.FOIRequest) { r.Fees = data.Pounds(30) }, ""},
		{"foi-fees", func(r *data.FOIRequest) { r.Fees, r.Regime = data.Pounds(30), data.RegimeSAR }, "without a fee"},
		{"foi-extension", nil, "not extended"},
		{"foi-extension", func(r *data.FOIRequest) { r.Clock = extended }, "no exemption is put down"},
		{"foi-extension", func(r *data.FOIRequest) { r.Clock, r.Exemptions = extended, []data.Exemption{{Section: "40(2)"}} }, "no exemption is put down"},
		{"foi-extension", func(r *data.FOIRequest) { r.Clock, r.Exemptions = extended, []data.Exemption{{Section: "36"}} }, ""},
		{"foi-extension", func(r *data.FOIRequest) { r.Clock, r.Regime = extended, data.RegimeEIR }, ""},
		{"foi-review", nil, "internal review"},
		{"foi-review", func(r *data.FOIRequest) { r.Review = "It was upheld." }, ""},
	} {
		reg, r := asked("", c.change)
		p, ok := reports.PaperNamed(c.paper)
		if !ok {
			t.Fatalf("there is no %s", c.paper)
		}
		why := ""
		if p.Unfit != nil {
			why = p.Unfit(reports.Setting{Register: reg}, r)
		}
		if c.why == "" && why != "" || !strings.Contains(why, c.why) {
			t.Errorf("%s under %q: %q, want %q", c.paper, r.Regime, why, c.why)
		}
	}
}

func TestExtensionNamesWhatIsWeighedAndHowToComplain(t *testing.T) {
	reg, r := asked("", func(r *data.FOIRequest) {
		r.Clock = []data.ClockRow{{Event: data.ClockExtended, On: data.NewDate(2024, 3, 20)}}
		r.Exemptions = []data.Exemption{{Section: "36(2)(b)(i)"}, {Section: "40(2)"}}
	})
	p, _ := reports.PaperNamed("foi-extension")
	s := reports.Setting{Register: reg, Today: data.NewDate(2025, 1, 1)}
	got := strings.Join(document.Lines(p.Make(s, r)), "\n")
	deadline, err := r.Deadline(reg.Calendar())
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"20 March 2024", "section 10(3)", "Section 36(2)(b)(i) – prejudice", deadline.Due.Long(), "review", "Information Commissioner"} {
		if !strings.Contains(got, want) {
			t.Errorf("the letter does not say %q:\n%s", want, got)
		}
	}
	if strings.Contains(got, "40(2)") {
		t.Errorf("an absolute exemption is weighed:\n%s", got)
	}
	r.Regime = data.RegimeEIR
	if got := strings.Join(document.Lines(p.Make(s, r)), "\n"); !strings.Contains(got, "regulation 7") || strings.Contains(got, "36(2)") {
		t.Errorf("under the Regulations the time is not extended for what was asked: %s", got)
	}
}

func TestALetterBearsTheDayOnWhichItIsMade(t *testing.T) {
	reg, r := asked("", nil)
	p, _ := reports.PaperNamed("foi-acknowledgement")
	doc := p.Make(reports.Setting{Register: reg, Today: data.NewDate(2024, 3, 6)}, r)
	if got := strings.Join(document.Lines(doc), "\n"); !strings.Contains(got, "\n6 March 2024\n") || !strings.Contains(got, "on 4 March 2024") || doc.Dated.Day() != 6 {
		t.Errorf("the acknowledgement is dated otherwise: %s", got)
	}
}

func TestLogHasEachYearOnceAndNothingThatIsNobodyElsesToRead(t *testing.T) {
	reg, _ := asked("", nil)
	request := func(id data.ID, reference data.Reference, received, responded data.Date, change func(*data.FOIRequest)) {
		r := &data.FOIRequest{Stamp: data.Stamp{ID: id}, Reference: reference, Received: received, InLog: true, Subject: "About " + string(reference)}
		if !responded.IsZero() {
			r.Clock = []data.ClockRow{{Event: data.ClockResponded, On: responded}}
		}
		if change != nil {
			change(r)
		}
		reg.Put(r)
	}
	request("a", "A", data.NewDate(2024, 2, 1), data.NewDate(2024, 5, 30), nil) // came in first, and was answered last
	request("b", "B", data.NewDate(2024, 4, 3), data.NewDate(2024, 4, 10), nil)
	request("c", "C", data.NewDate(2024, 3, 1), data.NewDate(2024, 3, 20), nil)
	request("d", "D", data.NewDate(2024, 3, 2), data.Date{}, nil)
	request("e", "E", data.NewDate(2024, 3, 3), data.NewDate(2024, 3, 30), func(r *data.FOIRequest) { r.InLog = false })
	request("f", "F", data.NewDate(2024, 3, 4), data.NewDate(2024, 3, 30), func(r *data.FOIRequest) { r.Regime = data.RegimeSAR })
	doc := reports.FOILog(reports.Setting{Register: reg, Today: data.NewDate(2024, 6, 1)})
	var got []string
	for _, b := range doc.Parts[0].Blocks {
		if table, ok := b.(document.Table); ok {
			for _, g := range table.Groups {
				got = append(got, document.Plain(g.Heading)+":")
				for _, row := range g.Rows {
					got = append(got, document.Plain(row.Cells[0].Paragraphs[0]))
				}
			}
		}
	}
	if want := "2024-25: B 2023-24: C A"; strings.Join(got, " ") != want {
		t.Errorf("the log lists %s, want %s", strings.Join(got, " "), want)
	}
	if doc.Marking != "" {
		t.Errorf("the log is marked %q", doc.Marking)
	}
}

func TestTheLogSaysWhatWasAskedAndWhatCameOfIt(t *testing.T) {
	reg, r := asked("", nil)
	r.ID, r.InLog, r.Subject, r.LogText, r.Outcome = "r", true, "Grants", "Grants to Harbour", "All of it was given"
	r.Questions = []data.FOIQuestion{{Text: "How many?", Answer: "Seven."}, {Text: "Which?"}}
	s := reports.Setting{Register: reg, Today: data.NewDate(2024, 6, 1)}
	says(t, reports.FOILog(s), "No request has been answered yet")
	reg.Put(r)
	if got, want := rowsOf(reports.FOILog(s)), "2023-24:\nFOI/1 | 4 March 2024 | 25 March 2024 | Grants to Harbour; How many?; Which? | All of it was given"; got != want {
		t.Errorf("it lists\n%s\nwant\n%s", got, want)
	}
	saysNot(t, reports.FOILog(s), "Seven.")
}

func TestWordsOfNoneOfTheProgramsLanguagesAreEnglish(t *testing.T) {
	for _, language := range []string{"", "en-GB", "xx"} {
		reg, r := asked("Seven.", nil)
		office := data.Clone(reg.Details())
		office.Language, office.Wording = language, map[string]string{"foi_salutation": " ", "foi_close": "Yours truly"}
		reg.Put(office)
		doc := reports.FOIReply(reg, r.Blind())
		says(t, doc, "Dear applicant", "Yours truly")
		if doc.Language != "en-GB" {
			t.Errorf("the paper of an office whose language is %q is in %q", language, doc.Language)
		}
	}
}

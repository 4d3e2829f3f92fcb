package data

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

var askedToday = NewDate(2025, time.June, 10)

func askedTexts(a Asked) []string {
	var texts []string
	for _, q := range a.Questions {
		texts = append(texts, q.Label+" "+q.Text)
	}
	return texts
}

func TestAPastedRequestBecomesItsQuestions(t *testing.T) {
	for name, c := range map[string]struct {
		letter string
		want   []string
	}{
		"bullets that belong to the sentence above them": {
			"Please provide details of grants awarded in 2017-2018\n\n• For which at least one of the outcomes was to\nprovide services to victims, e.g. counselling.\n• Please provide details of the amount.\n",
			[]string{"Q1. Please provide details of grants awarded in 2017-2018\n\n- For which at least one of the outcomes was to provide services to victims, e.g. counselling.\n- Please provide details of the amount."},
		},
		"numbered paragraphs": {
			"I would like to request the following under the Freedom of Information Act 2000:\n\n1. How many grants were made\nin 2023-24?\n2. Their total.\n   - by recipient\n   - by fund\n3) The policy.\n\nI look forward to hearing from you.",
			[]string{"1. How many grants were made in 2023-24?", "2. Their total.\n\n- by recipient\n- by fund", "3) The policy."},
		},
		"numbers, with what they are about before them and how they are to be answered after": {
			"Under the Freedom of Information Act 2000 I would like to know the following about your office.\n\n1. A list of all grants.\n2. Whether any was evaluated.\n\nI would like the answer by e-mail.\n\nDo you publish them?",
			[]string{"1. A list of all grants.", "2. Whether any was evaluated.", "Q3. Do you publish them?"},
		},
		"bullets that ask by themselves": {
			"Please answer the following:\n- How much was spent on refuges?\n- Which refuges were paid?",
			[]string{"Q1. How much was spent on refuges?", "Q2. Which refuges were paid?"},
		},
		"bullets that are parts of one question": {
			"For each grant, please give:\n- its name\n- the amount\n- the provider",
			[]string{"Q1. For each grant, please give:\n\n- its name\n- the amount\n- the provider"},
		},
		"sentences": {
			"I read your annual report. How much did Almsbury receive? I mean the town, not the district. And who decided it?\n\nPlease acknowledge receipt of this e-mail.",
			[]string{"Q1. How much did Almsbury receive? I mean the town, not the district.", "Q2. And who decided it?"},
		},
		"one that has an abbreviation": {
			"Could you send me the minutes, e.g. of the panel? Thank you.",
			[]string{"Q1. Could you send me the minutes, e.g. of the panel?"},
		},
		"the law and the question in one sentence": {
			"Under the Freedom of Information Act 2000, please provide the number of grants that the office has made to charities which help victims of stalking since April 2019.",
			[]string{"Q1. Under the Freedom of Information Act 2000, please provide the number of grants that the office has made to charities which help victims of stalking since April 2019."},
		},
		"capitals, one of them plainly": {
			"DEAR SIR\n\nPLEASE TELL ME HOW MUCH WAS PAID TO REFUGES IN 2023-24.\n\nALSO LIST ALL GRANTS FOR STALKING SINCE APRIL 2022.\n\nYOURS FAITHFULLY\nARIADNE QUILL",
			[]string{"Q1. PLEASE TELL ME HOW MUCH WAS PAID TO REFUGES IN 2023-24.", "Q2. ALSO LIST ALL GRANTS FOR STALKING SINCE APRIL 2022."},
		},
		"letters, with the line ends of Windows": {
			"Dear Sir\r\n\r\nPlease answer:\r\n\r\na) How much was paid\r\nto refuges?\r\nb) Who decided it\r\n\r\nYours faithfully\r\nA Quill\r\n",
			[]string{"a) How much was paid to refuges?", "b) Who decided it"},
		},
		"Q and a number": {"Q1. How much?\nQ2 Who decided?\nQuestion 3: When was it", []string{"Q1. How much?", "Q2 Who decided?", "Question 3: When was it"}},
		"numbers with no room after them": {
			"1.How much was paid?\n2.Who decided it, in a meeting that took\n2.5 hours?", []string{"1. How much was paid?", "2. Who decided it, in a meeting that took 2.5 hours?"},
		},
		"thanks in the middle":                     {"Dear Sir\n\nHow much was paid?\n\nThank you\n\nWho decided it?\n\nYours faithfully\nAriadne", []string{"Q1. How much was paid?", "Q2. Who decided it?"}},
		"a postscript":                             {"Dear Sir\n\nHow much was paid?\n\nThanks\n\nAriadne\n\nP.S. Also tell me who decided it.", []string{"Q1. How much was paid?", "Q2. Also tell me who decided it."}},
		"nothing that is understood as a question": {"The stalking money again.", []string{"Q1. The stalking money again."}},
		"nothing at all":                           {" \n ", nil},
	} {
		if diff := cmp.Diff(c.want, askedTexts(ReadAsked(c.letter, askedToday))); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

const anEMail = `Please deal with this. Bryn

-----Original Message-----
From: Ariadne Quill <a.quill@post.example>
Sent: Friday, January 24, 2020 9:12 AM
To: OPCC
Subject: RE: FW: Grants for stalking

Dear Sir or Madam,

This is a request under the Freedom of Information Act.

How much was granted in 2017-18?

Kind regards,
Ariadne Quill
4 Mill Lane
Almsbury
EL5 7OT
This message is confidential.`

func TestAnEMailIsReadWithItsHeads(t *testing.T) {
	a := ReadAsked(anEMail, askedToday)
	want := Asked{
		Subject: "Grants for stalking", Received: NewDate(2020, time.January, 24), Channel: "e-mail",
		Applicant: Applicant{Name: "Ariadne Quill", Email: "a.quill@post.example", Address: "4 Mill Lane\nAlmsbury\nEL5 7OT"},
		LeftOut: []string{
			"Please deal with this. Bryn", "-----Original Message-----", "Dear Sir or Madam,", "Kind regards,", "Ariadne Quill", "4 Mill Lane", "Almsbury", "EL5 7OT",
			"This message is confidential.", "This is a request under the Freedom of Information Act.",
		},
	}
	if diff := cmp.Diff([]string{"Q1. How much was granted in 2017-18?"}, askedTexts(a)); diff != "" {
		t.Error(diff)
	}
	a.Questions = nil
	if diff := cmp.Diff(want, a); diff != "" {
		t.Error(diff)
	}
}

func TestALetterIsReadWithItsAddressAndDay(t *testing.T) {
	a := ReadAsked("Ariadne Quill\nThe Old Toll House\nEL5 7OT\n\nThe Commissioner\nAlmsbury\n\n3rd June 2025\n\nDear Commissioner,\n\nRe: Refuges since 2021\n\nWhich refuges were paid?\n\nYours faithfully\n\nA. Quill", askedToday)
	if a.Subject != "Refuges since 2021" || a.Received != NewDate(2025, time.June, 3) || a.Applicant.Address != "Ariadne Quill\nThe Old Toll House\nEL5 7OT" || a.Applicant.Name != "A. Quill" {
		t.Errorf("it was read as %+v", a)
	}
	if diff := cmp.Diff([]string{"Q1. Which refuges were paid?"}, askedTexts(a)); diff != "" {
		t.Error(diff)
	}
}

func TestNoWordOfAPastedRequestIsLost(t *testing.T) {
	a := ReadAsked(anEMail, askedToday)
	kept := a.Subject + "\n" + strings.Join(a.LeftOut, "\n") + "\n" + strings.Join(askedTexts(a), "\n")
	for _, w := range []string{"deal", "How much", "confidential", "Mill Lane", "Freedom"} {
		if !strings.Contains(kept, w) {
			t.Errorf("%q is lost", w)
		}
	}
}

func TestWhatWasAskedIsTakenOverBesideWhatThereIs(t *testing.T) {
	r := &FOIRequest{Subject: "Old", Received: askedToday, Questions: []FOIQuestion{{Label: "1."}, {Label: "0.", Text: "Kept", Answer: "Yes"}}}
	r.TakeAsked(Asked{Subject: " New ", Applicant: Applicant{Name: "Ariadne Quill"}, Questions: []FOIQuestion{{Label: "Q1.", Text: "Asked"}}})
	if r.Subject != "New" || r.Received != askedToday || r.Applicant == nil || len(r.Questions) != 2 || r.Questions[0].Text != "Kept" || r.Questions[1].ID == "" {
		t.Errorf("it became %+v", r)
	}
}

func TestTheDayOfALetterIsReadInWordsToo(t *testing.T) {
	for _, line := range []string{"1st of October 2024", "Tuesday, the first of October 2024", "1 October 2024", "October 1st 2024", "October 1, 2024", "01/10/2024"} {
		if a := ReadAsked(line+"\n\nDear Sir\n\nHow much was paid?", askedToday); a.Received != NewDate(2024, time.October, 1) {
			t.Errorf("%q is read as %v", line, a.Received)
		}
	}
	if a := ReadAsked("the twenty-first of May 2025\n\nDear Sir\n\nHow much?", askedToday); a.Received != NewDate(2025, time.May, 21) {
		t.Errorf("it is read as %v", a.Received)
	}
}

func TestALetterOfFortyQuestionsAndOneOfManyPagesAreReadAtOnce(t *testing.T) {
	var forty strings.Builder
	for i := range 40 {
		fmt.Fprintf(&forty, "%d) How much was granted to refuge %d?\n", i+1, i+1)
	}
	if a := ReadAsked(forty.String(), askedToday); len(a.Questions) != 40 || a.Questions[39].Label != "40)" || a.Questions[39].Text != "How much was granted to refuge 40?" {
		t.Errorf("they are read as %q", askedTexts(a))
	}
	start := time.Now()
	line := "I would like to know how much was granted to refuges. It was said in the press, in 2023-24, that more would follow. "
	a := ReadAsked(strings.Repeat(line, 2000), askedToday)
	if last := a.Questions[len(a.Questions)-1].Text; len(a.Questions) != MostQuestions || a.Joined != 1901 || strings.Count(last, "I would like") != 1901 || !strings.Contains(last, "\n\nQ2000. I would") {
		t.Errorf("%d questions are read in a line of 2,000, the last of %d", len(a.Questions), a.Joined)
	}
	if took := time.Since(start); took > 5*time.Second {
		t.Errorf("a long line took %v", took)
	}
}

func TestALetterThatAsksNothingLeavesTheQuestionThatWaits(t *testing.T) {
	r := &FOIRequest{Questions: []FOIQuestion{{Label: "1."}}}
	r.TakeAsked(Asked{Subject: "Refuges"})
	if r.Subject != "Refuges" || len(r.Questions) != 1 {
		t.Errorf("it became %+v", r)
	}
}

func FuzzReadAsked(f *testing.F) {
	f.Add(anEMail)
	f.Add("1. What?\n- a\n-\n\nKind regards")
	f.Fuzz(func(t *testing.T, letter string) {
		a := ReadAsked(letter, askedToday)
		if len(a.Questions) == 0 && strings.TrimFunc(letter, func(r rune) bool { return !inWord(r) }) != "" && len(a.LeftOut) > 0 {
			t.Errorf("%q asks nothing", letter)
		}
	})
}

func TestTheHeadsOfAnEmailAreReadWhateverTheDayIsCalled(t *testing.T) {
	a := ReadAsked("From: Jordan Petrie <jordan@petrie.example>\nReceived: 3 June 2025\nSubject: Freedom of Information request - refuges\n\nDear Sir\n\nHow many refuges are there?\n", askedToday)
	want := Asked{
		Subject: "refuges", Received: NewDate(2025, time.June, 3), Channel: "e-mail",
		Applicant: Applicant{Name: "Jordan Petrie", Email: "jordan@petrie.example"}, LeftOut: []string{"Dear Sir"},
	}
	a.Questions = nil
	if diff := cmp.Diff(want, a); diff != "" {
		t.Error(diff)
	}
}

func TestYearsAreReadAsPeopleSayThem(t *testing.T) {
	for text, want := range map[string]string{
		"":                                  "",
		" , ":                               "",
		"2022":                              "2022-23",
		"2022-23, 2024-25":                  "2022-23, 2024-25",
		"2024/25; 22/23 and 2022-2023":      "2022-23, 2024-25",
		"2022-23 2023-24":                   "2022-23, 2023-24",
		"2022-23 to 2025-26":                "2022-23 to 2025-26",
		"2022/23-2025/26":                   "2022-23 to 2025-26",
		"22-23 – 25-26":                     "2022-23 to 2025-26",
		"in the years 2022 to 2024":         "2022-23 to 2024-25",
		"between 2022-23 and 2024-25":       "2022-23 to 2024-25",
		"since 2022":                        "2022-23 to 2025-26",
		"Since 2022-23":                     "2022-23 to 2025-26",
		"2023-24 onwards":                   "2023-24 to 2025-26",
		"from 2023 to date":                 "2023-24 to 2025-26",
		"from April 2022 to March 2024":     "2022-23, 2023-24",
		"1 Apr 2022 - 31 Mar 2024":          "2022-23, 2023-24",
		"since the start of 2023":           "2023-24 to 2025-26",
		"from March 2023":                   "2022-23 to 2025-26",
		"last three years":                  "2023-24 to 2025-26",
		"the last 3 financial years":        "2023-24 to 2025-26",
		"last two complete years":           "2023-24, 2024-25",
		"FY 2022-23 to FY 2024-25":          "2022-23 to 2024-25",
		"FY 2022/23":                        "2022-23",
		"this year":                         "2025-26",
		"the last financial year":           "2024-25",
		"2017-18, 2020-21 to 2022-23, 2021": "2017-18, 2020-21 to 2022-23",
	} {
		years, err := ReadYears(text, askedToday)
		if got := (&OfficeDetails{}).Years(years); got != want || err != nil {
			t.Errorf("%q is read as %q, %v; want %q", text, got, err, want)
		}
	}
	for text, want := range map[string]string{
		"soon":                        "“soon” cannot be read as financial years",
		"2022-23 to":                  "“2022-23 to” cannot be read as financial years",
		"2022-23, 20":                 "“20” cannot be read as financial years",
		"2022-23 to 2025-2":           "“2022-23 to 2025-2” cannot be read as financial years",
		"2022-24":                     `"2022-24" is not a financial year: 2022 is followed by 2023`,
		"2019-2021":                   `"2019-2021" is not a financial year: 2019 is followed by 2020`,
		"2025-26 to 2022-23":          "no financial year lies in “2025-26 to 2022-23”",
		"since 2031":                  "no financial year lies in “since 2031”",
		"since Tuesday":               "“since Tuesday” cannot be read as financial years",
		"last three":                  "“last three” cannot be read as financial years",
		"2022-23 except for Almsbury": "“2022-23 except for Almsbury” cannot be read as financial years",
		"the years":                   "“the years” cannot be read as financial years",
	} {
		if years, err := ReadYears(text, askedToday); err == nil || err.Error() != want || years != nil {
			t.Errorf("%q is read as %v, %v; want %q", text, years, err, want)
		}
	}
}

func TestYearsAsTheyArePrintedAreReadAgain(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		years := rapid.SliceOfNDistinct(rapid.Map(rapid.IntRange(2000, 2098), func(n int) FinancialYear { return FinancialYear(n) }), 1, 12, rapid.ID[FinancialYear]).Draw(t, "years")
		slices.Sort(years)
		office := &OfficeDetails{FinancialYearStyle: rapid.SampledFrom(YearStyles()).Draw(t, "style")}
		read, err := ReadYears(office.Years(years), askedToday)
		if err != nil || !slices.Equal(read, years) {
			t.Fatalf("%q is read as %v, %v", office.Years(years), read, err)
		}
	})
}

func FuzzReadYears(f *testing.F) {
	f.Add("since April 2022, 2019-20 to 21/22 & last three years")
	f.Fuzz(func(t *testing.T, text string) {
		years, err := ReadYears(text, askedToday)
		if err == nil && len(years) == 0 && strings.TrimFunc(text, func(r rune) bool { return !inWord(r) }) != "" {
			t.Errorf("%q is read as nothing", text)
		}
	})
}

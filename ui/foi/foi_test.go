package foi

import (
	"fmt"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"almoner/data"
	"almoner/ui/uitest"

	"fyne.io/fyne/v2"
)

func pounds(year data.FinancialYear, n int64) []data.Award {
	return []data.Award{{ID: data.NewRowID(), FinancialYear: year, Amount: data.Pounds(n)}}
}

// someRecords are two grants of one specification for stalking, one for refuges, and a question of the question bank.
func someRecords() []data.Record {
	return []data.Record{
		&data.Organisation{Stamp: data.Stamp{ID: "harbour"}, Name: "Harbour"},
		&data.Specification{Stamp: data.Stamp{ID: "spec"}, Title: "Advocate for stalking", Body: "The post."},
		&data.Question{Stamp: data.Stamp{ID: "men"}, Key: "men", Wording: "Open to men"},
		&data.Grant{
			Stamp: data.Stamp{ID: "a"}, Title: "Advocate", Recipient: "harbour", Themes: []string{"stalking"}, Status: data.Closed,
			Services: "An advocate", Specification: "spec", Awards: append(pounds(2023, 100), pounds(2024, 200)...),
			Answers: []data.Answer{{ID: data.NewRowID(), Question: "men", Answer: data.Yes}},
		},
		&data.Grant{Stamp: data.Stamp{ID: "b"}, Title: "Helpline", Recipient: "harbour", Themes: []string{"stalking"}, Status: data.Active, Services: "Calls", Awards: pounds(2023, 1000)},
		&data.Grant{Stamp: data.Stamp{ID: "c"}, Title: "Refuge", Recipient: "harbour", Themes: []string{"refuges"}, Status: data.Active, Awards: pounds(2024, 9000)},
	}
}

func someRequest() *data.FOIRequest {
	return &data.FOIRequest{
		Stamp: data.Stamp{ID: "r"}, Reference: "FOI/25-001", Subject: "Stalking", Received: data.NewDate(2025, time.June, 2), Regime: data.RegimeFOI,
		Status: data.Received, Applicant: &data.Applicant{Name: "Ariadne Quill", Email: "a.quill@post.example"},
		Questions: []data.FOIQuestion{{ID: data.NewRowID(), Label: "Q1.", Text: "Which grants for stalking were made in 2023-24 and 2024-25?"}},
	}
}

// opened is an office with a request, whose page is open.
func opened(t *testing.T, more ...data.Record) *uitest.Desk {
	t.Helper()
	d := uitest.NewDesk(t, append(someRecords(), more...)...)
	r := someRequest()
	if _, err := d.Office().Save(t.Context(), r); err != nil {
		t.Fatal(err)
	}
	r, _ = data.Get[*data.FOIRequest](d.Office().Register(), "r")
	d.Open(NewPage(d, r))
	return d
}

func kept(d *uitest.Desk) *data.FOIRequest { return uitest.KeptAs[*data.FOIRequest](d, "FOI/25-001") }

const letter = `From: Ariadne Quill <a.quill@post.example>
Sent: 5 June 2025 10:12
To: FOI
Subject: Refuges

Dear Sir or Madam

1. How many refuges were paid in 2024-25?
2. Which of them takes men?

Yours faithfully
Ariadne Quill`

func TestAPastedLetterIsReadAndMendedBeforeItIsTakenOver(t *testing.T) {
	d := uitest.NewDesk(t)
	d.Open(NewRegister(d))
	d.Tap("requests.new")
	fyne.CurrentApp().Clipboard().SetContent(letter)
	d.Tap("request.paste")
	d.Must("Not taken over")
	if s := d.Value("request.paste.asked.subject"); s != "Refuges" {
		t.Errorf("the subject is read as %q", s)
	}
	d.Type("request.paste.asked.subject", "Refuges for men")
	d.Tap("request.paste.asked.questions[0].remove")
	d.Answer("Done")
	if v := d.Value("request.applicant.name"); v != "Ariadne Quill" {
		t.Errorf("the applicant is %q", v)
	}
	d.Save()
	r := uitest.KeptAs[*data.FOIRequest](d, "Refuges for men")
	if len(r.Questions) != 1 || r.Questions[0].Text != "Which of them takes men?" || r.Received != data.NewDate(2025, time.June, 5) || r.Channel != "e-mail" ||
		r.Applicant == nil || r.Applicant.Email != "a.quill@post.example" {
		t.Errorf("kept as %+v", r)
	}
}

func TestALetterCanBePastedIntoTheDialogOrGivenUp(t *testing.T) {
	d := opened(t)
	fyne.CurrentApp().Clipboard().SetContent("")
	d.Tap("request.paste")
	d.Type("request.paste.letter", "Which refuges were paid?")
	if v := d.Value("request.paste.asked.questions[0].text"); v != "Which refuges were paid?" {
		t.Errorf("the question is read as %q", v)
	}
	d.Answer("Cancel")
	d.Turn(stepQuestions)
	d.MustNot("Which refuges were paid?")
}

func TestALetterThatIsTooLongIsNotPutIn(t *testing.T) {
	d := uitest.NewDesk(t)
	d.Open(NewRegister(d))
	d.Tap("requests.new")
	fyne.CurrentApp().Clipboard().SetContent(strings.Repeat("Which refuges were paid? ", 8_000))
	const said = "What you copied has 200,000 characters and was not put in: letters are read up to 20,000."
	start := time.Now()
	d.Tap("request.paste")
	d.Must(said)
	if took := time.Since(start); took > 2*time.Second {
		t.Errorf("it took %v to say so", took)
	}
	d.Keys("How much was paid?")
	d.MustNot(said)
	d.Find("request.paste.letter").(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutPaste{Clipboard: fyne.CurrentApp().Clipboard()})
	d.Must(said)
	if v := d.Value("request.paste.asked.questions[0].text"); v != "How much was paid?" {
		t.Errorf("the question is read as %q", v)
	}
	d.Answer("Done")
	d.Tap("request.paste")
	d.Answer("Done") // with nothing put in
	d.Turn(stepQuestions)
	if v := d.Value("request.questions[0].text"); v != "How much was paid?" {
		t.Errorf("the question is %q", v)
	}
}

func TestALetterOfThousandsOfQuestionsIsShownWithAllOfThem(t *testing.T) {
	d := opened(t)
	var letter strings.Builder
	for i := range 1500 {
		fmt.Fprintf(&letter, "%d. Who?\n", i%99+1)
	}
	fyne.CurrentApp().Clipboard().SetContent(letter.String())
	d.Tap("request.paste")
	d.Must("There are more than 100 questions: the last one below holds 1,401 of them.")
	if v := d.Value("request.paste.asked.questions[99].text"); strings.Count(v, "Who?") != 1401 {
		t.Errorf("the last question is %q", v)
	}
}

func TestARequestIsAnsweredFromTheRegister(t *testing.T) {
	d := opened(t)
	d.Turn(stepQuestions)
	d.Must("Question 1 is not answered.", "14 working days left")
	d.Turn(stepAnswer)
	d.Tap("request.appendix.table")
	d.Must("3 rows · £1,300 · click a cell to change it")
	if v := d.Value("request.appendices[0].tables[0].query.years"); v != "2023-24, 2024-25" {
		t.Errorf("the years are %q", v)
	}
	d.Tap("request.appendix.specifications")
	if d.Has("request.appendix.specifications") {
		t.Error("the specification is offered again")
	}
	d.Must("2023-24 | Advocate | £100 | Harbour | See the service specification at Appendix 2 | ")
	d.Turn(stepQuestions)
	d.Tap("request.questions[0].answered")
	if v := d.Value("request.questions[0].answer"); v != "The information requested is provided at Appendices 1 and 2 to this letter." {
		t.Errorf("the answer is %q", v)
	}
	d.MustNot("Question 1 is not answered.")
	d.Turn(stepAnswer)
	d.Tap("request.appendix.later") // which brings the specification to the front
	d.Must("See the service specification at Appendix 1")
	d.Tap("request.appendix.remove")
	d.Turn(stepQuestions)
	if v := d.Value("request.questions[0].answer"); v != "The information requested is provided at Appendices 0 and 1 to this letter." {
		t.Errorf("the answer is %q", v)
	}
	d.Must("names an appendix that was taken out")
}

func TestTheTitleOfATableFollowsWhatItAsksForUntilSomebodyWritesOne(t *testing.T) {
	d := opened(t)
	d.Turn(stepAnswer)
	d.Tap("request.appendix.table")
	d.Type("request.appendices[0].tables[0].query.years", "2022-23, 2023-24")
	if title := d.Value("request.appendices[0].title"); !strings.HasPrefix(title, "Grants awarded in 2022-23 and 2023-24") {
		t.Errorf("it is called %q", title)
	}
	d.Type("request.appendices[0].title", "Our grants")
	d.Type("request.appendices[0].tables[0].query.years", "2023-24")
	if title := d.Value("request.appendices[0].title"); title != "Our grants" {
		t.Errorf("somebody called it “Our grants”, and it is %q", title)
	}
}

func TestTheRowsOfATableFollowTheYearsOnceAllOfThemIsUnderstood(t *testing.T) {
	d := opened(t)
	d.Turn(stepAnswer)
	d.Tap("request.appendix.table")
	const years = "request.appendices[0].tables[0].query.years"
	d.Must("3 rows · £1,300", "2 years: 2023-24, 2024-25")
	d.Type(years, "2023-24 to")
	d.Must("3 rows · £1,300", "“2023-24 to” cannot be read as financial years; write them like 2022-23, 2022-23 to 2025-26, since 2022 or last three years.")
	d.Type(years, "2023-24 banana")
	d.Must("3 rows · £1,300")
	d.Type(years, "since 2024")
	d.Must("1 row · £200", "2 years: 2024-25, 2025-26")
	d.Type(years, "2021-22 to 2023-24")
	d.Must("2 rows · £1,100", "3 years: 2021-22 to 2023-24")
	d.Focus("request.appendices[0].title")
	if v := d.Value(years); v != "2021-22 to 2023-24" {
		t.Errorf("left, the years are %q", v)
	}
	if v := d.Value("request.appendices[0].title"); v != "Grants awarded in 2021-22 to 2023-24: stalking" {
		t.Errorf("the table is called %q", v)
	}
	d.Type(years, "soon")
	d.Must("2 rows · £1,100")
	d.Save()
	if d.LastSaid() != "Not saved yet: mend what is said in red first." {
		t.Errorf("said %q", d.LastSaid())
	}
}

func TestATableHasRoomWhereWordsAreLarge(t *testing.T) {
	d := opened(t)
	d.Turn(stepAnswer)
	d.Tap("request.appendix.table")
	const enough = 400 // for the title, the leaves, the clock, the appendices and some lines; at 200 % the page scrolls to show them
	if least := d.Canvas().Content().MinSize().Height; least < enough {
		t.Errorf("the page asks for a height of %v, which leaves the table a slit", least)
	}
}

func TestTheThemesOfATableAreOnesThatTheOfficeHas(t *testing.T) {
	d := opened(t)
	d.Turn(stepAnswer)
	d.Tap("request.appendix.table")
	const themes = "request.appendices[0].tables[0].query.themes"
	d.Tap(themes)
	d.Must("refuges")
	d.MustNot("stalking") // it is asked for already
	d.Keys("hate crime")
	d.MustNot("New theme")
	d.Press(fyne.KeyReturn, fyne.KeyEscape)
	d.Must("3 rows · £1,300")
	d.Pick(themes, "refug")
	d.Must("4 rows · £10,300")
	d.Tap(themes + "[0].remove")
	d.Must("1 row · £9,000")
	d.Save()
	if q := kept(d).Appendices[0].Tables[0].Query; !slices.Equal(q.Themes, []string{"refuges"}) {
		t.Errorf("kept as %+v", q)
	}
}

func TestColumnsAreTickedAndPutInOrder(t *testing.T) {
	d := opened(t)
	d.Turn(stepAnswer)
	d.Tap("request.appendix.table")
	d.Tap("request.table[0][1]")
	d.Type("request.cell.words", "Advocate for stalking")
	d.Answer("Done")
	d.Tap("request.table.columns")
	d.Answer("Question: Open to men") // the words tick the box too
	d.Tap("request.columns.columns[4].remove")
	d.Tap("request.columns.columns[0].down")
	d.Type("request.columns.columns[0].heading", "Grant amount")
	d.Answer("Done")
	if lines := d.Lines("request.table"); len(lines) != 3 || lines[0] != "2023-24 | £100 | Advocate for stalking | Harbour | An advocate | Yes" {
		t.Errorf("the table is %q", lines)
	}
	d.Must("Grant amount")
	d.Choose("request.appendices[0].tables[0].group_by", "By recipient")
	if lines := d.Lines("request.table"); len(lines) != 2 || !strings.HasPrefix(lines[0], "Harbour | £300 | Advocate") {
		t.Errorf("by recipient, the table is %q", lines)
	}
}

func TestALongQuestionAmongTheColumnsLeavesTheWindowAsItIs(t *testing.T) {
	d := opened(t, &data.Question{Stamp: data.Stamp{ID: "long"}, Key: "long", Wording: strings.Repeat("Is the service open to people who were never partners? ", 5)})
	d.Turn(stepAnswer)
	d.Tap("request.appendix.table")
	d.Tap("request.table.columns")
	before := d.Canvas().Overlays().Top().MinSize().Width
	d.Tap("request.columns.tick.long")
	if now := d.Canvas().Overlays().Top().MinSize().Width; now > before {
		t.Errorf("it was %v wide and is %v: its buttons went elsewhere", before, now)
	}
}

func TestACellIsRewordedInAllPlacesAndGivenBack(t *testing.T) {
	d := opened(t)
	d.Turn(stepAnswer)
	d.Tap("request.appendix.table")
	d.Tap("request.table[0][4]")
	d.Must("The register says: “An advocate”")
	d.Type("request.cell.words", "An advocate at court")
	d.Type("request.cell.marks", "*")
	d.Tap("request.cell.all")
	d.Answer("Done")
	d.Must("3 rows · £1,300 · 2 cells differ")
	marked := func(name string) bool { return d.Find(name).(interface{ Marked() bool }).Marked() }
	if lines := d.Lines("request.table"); !strings.Contains(lines[0], "An advocate at court*") || !strings.Contains(lines[2], "An advocate at court*") {
		t.Errorf("the table is %q", lines)
	}
	if !marked("request.table[0][4]") || marked("request.table[0][3]") || marked("request.table[1][4]") {
		t.Error("other cells are tinted than those that differ")
	}
	d.Tap("request.table[2][4]")
	d.Answer("Back to the register’s words")
	d.Must("1 cell differs")
	d.Tap("request.table[1][1]")
	d.Answer("Leave this grant out")
	d.Must("2 rows · £300")
	d.Tap("request.table.left")
	d.Must("3 rows · £1,300")
}

func TestAnExemptionSaysWhatItsLawAsks(t *testing.T) {
	d := opened(t)
	d.Turn(stepExemptions)
	d.Tap("request.exemptions.add")
	d.Must("Exemption 1 names no section of the law.")
	d.Pick("request.exemptions[0].law", "21")
	d.Must("Absolute: the public interest is not weighed.", "The applicant can reasonably get the information elsewhere")
	if d.Has("request.exemptions[0].public_interest.for") {
		t.Error("an absolute exemption asks for the public interest test")
	}
	d.Pick("request.exemptions[0].law", "commercial")
	d.Must("Qualified:", "Exemption 1 has no reason.")
	d.Type("request.exemptions[0].section", "43(2)")
	d.Type("request.exemptions[0].reason", "Prices of bidders.")
	d.Must("Say where the balance lies.")
	d.Type("request.exemptions[0].public_interest.for", "Openness")
	d.Type("request.exemptions[0].public_interest.against", "Better bids")
	d.Type("request.exemptions[0].public_interest.balance", "It is kept back.")
	d.MustNot("Exemption 1")
	d.Save()
	e := kept(d).Exemptions
	if len(e) != 1 || e[0].Section != "43(2)" || data.PublicInterestOf(e[0].PublicInterest) != (data.PublicInterest{For: "Openness", Against: "Better bids", Balance: "It is kept back."}) {
		t.Errorf("kept as %+v", e)
	}
}

func TestAnEnvironmentalRequestHasExceptions(t *testing.T) {
	d := opened(t)
	d.Choose("request.regime", data.RegimeEIR.Label())
	d.Turn(stepExemptions)
	d.Tap("request.exemptions.add")
	d.Pick("request.exemptions[0].law", "internal communications")
	if v := d.Value("request.exemptions[0].section"); v != "12(4)(e)" {
		t.Errorf("the exception is %q", v)
	}
	if !d.Has("request.exemptions[0].public_interest.balance") {
		t.Error("an exception asks for no public interest test")
	}
}

func TestTheCheckLeadsToWhatStandsInTheWay(t *testing.T) {
	d := opened(t)
	d.Turn(stepAnswer)
	d.Tap("request.appendix.table")
	d.Tap("request.table[0][1]")
	d.Type("request.cell.words", "Advocate for Ariadne Quill")
	d.Type("request.cell.marks", "*")
	d.Answer("Done")
	d.Turn(stepCheck)
	d.Must("Not ready to be sent: 3 things to put right.", "Question 1 is not answered.", "holds the applicant’s name", "bears the mark *", "one cell differs from the register")
	d.Tap("request.check.show[0]")
	if d.Focused() != "request.questions[0].answer" {
		t.Errorf("led to %q", d.Focused())
	}
	d.Keys("See Appendix 1.")
	d.Turn(stepCheck)
	d.Must("Every question is answered.", "2 things to put right.")
	d.Tap("request.check.show[0]")
	if !d.Has("request.table") {
		t.Error("the table is not led to")
	}
	d.Turn(stepSend)
	d.Tap("request.send")
	d.Must("The reply is not ready")
	d.Answer("See what it is")
	d.Must("2 things to put right.")
}

func TestACharityThatAsksAboutItsOwnGrantsIsSentItsReply(t *testing.T) {
	d := opened(t, &data.Organisation{Stamp: data.Stamp{ID: "lantern"}, Name: "Lantern Trust"}, &data.Grant{
		Stamp: data.Stamp{ID: "d"}, Title: "Night line", Recipient: "lantern", Themes: []string{"stalking"}, Status: data.Active, Awards: pounds(2024, 70),
	})
	d.Type("request.applicant.name", "Lantern Trust")
	d.Turn(stepAnswer)
	d.Tap("request.appendix.table")
	d.Tap("request.table[0][4]")
	d.Type("request.cell.words", "An advocate, with the Lantern Trust")
	d.Answer("Done")
	d.Turn(stepQuestions)
	d.Type("request.questions[0].answer", "As the Lantern Trust asked, see Appendix 1.")
	d.Turn(stepCheck)
	d.Must("Not ready to be sent: 1 thing to put right.", "The answer to question 1 holds the applicant’s name")
	d.Tap("request.check.show[0]")
	d.Type("request.questions[0].answer", "See Appendix 1.")
	d.Turn(stepCheck)
	d.Must("Ready to be sent, with 2 things to look at.",
		"Row 1, column 4 of 2023-24 in Appendix 1 and one more place hold the applicant’s name: “An advocate, with the Lantern Trust”. The register has it: see that it does not say who asked.")
	d.MustNot("Neither the reply nor the log names the applicant.")
	d.Tap("request.check.show[0]")
	if !d.Has("request.table") {
		t.Error("the table is not led to")
	}
	d.Turn(stepSend)
	d.Tap("request.send")
	d.Answer("Done")
	if r := kept(d); r.Status != data.Responded || len(r.Issued) != 1 {
		t.Errorf("kept as %+v; explained %q", r, d.Explained)
	}
}

func TestASentReplyIsFrozenWithItsPrintedFormAndItsEntryInTheLog(t *testing.T) {
	d := opened(t)
	d.Turn(stepAnswer)
	d.Tap("request.appendix.table")
	d.Turn(stepQuestions)
	d.Tap("request.questions[0].answered")
	d.Turn(stepCheck)
	d.Must("Ready to be sent.", "Neither the reply nor the log names the applicant.")
	d.Turn(stepSend)
	d.Tap("request.log.propose")
	d.Type("request.log_text", "Grants to help victims of stalking")
	d.Tap("request.send")
	d.Type("request.step.on", "9/6/25")
	d.Answer("Done")
	if len(d.Explained) > 0 {
		t.Fatalf("it was explained: %q", d.Explained)
	}
	r := kept(d)
	if r.Status != data.Responded || r.RespondedOn() != data.NewDate(2025, time.June, 9) || len(r.Issued) != 1 || !r.InLog ||
		r.LogText != "Grants to help victims of stalking" || r.Outcome != "Disclosed" || len(r.Appendices[0].Tables[0].Groups) != 2 {
		t.Errorf("kept as %+v", r)
	}
	file, ok := data.Get[*data.Attachment](d.Office().Register(), r.Issued[0].File)
	if !ok || file.Name != "FOI-25-001.pdf" {
		t.Errorf("the printed form is %+v", file)
	}
	d.Must("The reply bears the day 9 June 2025.")
	if !d.Has("request.reply.open") || d.Has("request.send") {
		t.Error("the sent reply cannot be opened, or can be sent again")
	}
	d.Tap("request.email")
	d.Turn(stepCheck)
	d.Must("The register still says what it said.")
	g, _ := data.Get[*data.Grant](d.Office().Register(), "b")
	changed := data.Clone(g)
	changed.Title = "Night-time helpline"
	if _, err := d.Office().Save(t.Context(), changed); err != nil {
		t.Fatal(err)
	}
	d.Turn(stepSend)
	d.Turn(stepCheck)
	d.Must("Since then the register says otherwise:", "Night-time helpline")
	d.Turn(stepAnswer)
	if d.Has("request.appendix.table") || d.Has("request.table.columns") {
		t.Error("the tables of a sent reply can be changed")
	}
}

func TestTheEMailDoesNotNameTheApplicant(t *testing.T) {
	r := someRequest()
	r.Reference = "FOI 1 & 2"
	mail := coveringMail(&data.OfficeDetails{Name: "OPCC + Partners"}, r).Link()
	if mail.Opaque != "a.quill@post.example" || strings.Contains(mail.RawQuery, "Ariadne") || strings.Contains(mail.RawQuery, "+") {
		t.Errorf("the link is %s", mail)
	}
	query, err := url.ParseQuery(mail.RawQuery)
	if err != nil || query.Get("subject") != "Your request for information: FOI 1 & 2" || !strings.HasSuffix(query.Get("body"), "\n\nOPCC + Partners") {
		t.Errorf("the e-mail is %v, %v", query, err)
	}
}

func TestWhatWasDoneOnTheDeskIsTakenBack(t *testing.T) {
	d := opened(t)
	d.Turn(stepAnswer)
	d.Tap("request.appendix.table")
	d.Tap("request.appendix.specifications")
	d.Tap("request.appendix.remove")
	undo, _ := d.Page().(interface{ Undo() })
	undo.Undo()
	if !d.Has("request.appendix.1") || !d.Has("request.appendix.2") {
		t.Errorf("the appendix that was taken out is not back: %q", d.Names())
	}
	undo.Undo()
	if d.Has("request.appendix.2") || !d.Has("request.appendix.1") {
		t.Errorf("after one step back there are %q", d.Names())
	}
	undo.Undo()
	if d.Has("request.appendix.1") {
		t.Error("the table is still there")
	}
}

func TestTheWorkingOfALateRequestGoesOnUntilToday(t *testing.T) {
	d := opened(t)
	d.Type("request.received", "1/5/25")
	d.Tap("request.working")
	d.Must("Day 20, due Monday 2 June 2025\nNot answered by Tuesday 10 June 2025: 6 working days late")
}

func TestALateReplyApologisesInOneClick(t *testing.T) {
	d := opened(t)
	if d.Has("request.apologise") {
		t.Error("a reply in time is to apologise")
	}
	d.Type("request.received", "1/5/25")
	d.Type("request.opening", "The tables follow.")
	d.Turn(stepCheck)
	d.Must("The reply is 6 working days late and says nothing of it.")
	d.Tap("request.check.apologise")
	d.MustNot("says nothing of it", "Apologise for the delay")
	d.Must("The reply says that it is late.", "Question 1 is not answered.") // one is still where one was
	const sorry = "We are sorry for the delay in answering you. You should have had this reply by 2 June 2025."
	if d.LastSaid() != "Put in: “"+sorry+"”" || d.Focused() != "request.check.apology" {
		t.Errorf("said %q, the keyboard is with %q", d.LastSaid(), d.Focused())
	}
	d.Offered.Do()
	d.Must("The reply is 6 working days late and says nothing of it.")
	d.MustNot("The reply says that it is late.")
	d.Tap("request.check.apologise")
	d.Tap("request.check.apology")
	const words = sorry + "\n\nThe tables follow."
	if v := d.Value("request.opening"); v != words || d.Focused() != "request.opening" {
		t.Errorf("the opening is %q, the keyboard is with %q", v, d.Focused())
	}
	d.Keys(" A partner was asked.")
	if v := d.Value("request.opening"); v != words+" A partner was asked." {
		t.Errorf("gone on writing, the opening is %q", v)
	}
	if d.Has("request.apologise") {
		t.Error("it is to apologise twice")
	}
	d.Type("request.opening", "")
	d.Tap("request.apologise")
	if d.Focused() != "request.opening" {
		t.Errorf("the keyboard is with %q", d.Focused())
	}
	d.Save()
	if r := kept(d); r.Opening != sorry {
		t.Errorf("kept as %q", r.Opening)
	}
}

func TestWhatIsNotHeldIsAnsweredInOneClick(t *testing.T) {
	d := opened(t, &data.Organisation{Stamp: data.Stamp{ID: "police"}, Name: "Elmshire Police", Kind: data.Police})
	d.Turn(stepQuestions)
	d.Tap("request.questions.add")
	d.Tap("request.questions[1].not_held")
	const words = "We do not hold this information. Section 1(1)(a) of the Act gives you the right to be told so.\n\n" +
		"Elmshire Police may hold it. It is a public authority of its own, and you can ask it directly. We tell you this as our advice and assistance under section 16 of the Act."
	if v := d.Value("request.questions[1].answer"); v != words || d.Focused() != "request.questions[1].answer" {
		t.Errorf("the answer is %q, the keyboard is with %q", v, d.Focused())
	}
	d.Keys(" Ask them.")
	if v := d.Value("request.questions[1].answer"); v != words+" Ask them." {
		t.Errorf("gone on writing, the answer is %q", v)
	}
	d.Type("request.questions[1].answer", "")
	before := d.Find("request.questions[1].answer")
	d.Tap("request.questions[1].not_held")
	if d.Find("request.questions[1].answer") != before {
		t.Error("the page was made anew, and is at its top")
	}
	d.Turn(stepRequest)
	if v := d.Value("request.held"); v != data.Partly.Label() {
		t.Errorf("of the whole, it is held: %q", v)
	}
	d.Turn(stepQuestions)
	d.Tap("request.questions[1].not_held")
	d.Tap("request.questions[0].not_held")
	d.Save()
	if r := kept(d); r.Held != data.NotHeld || r.Questions[0].Answer != words || r.Questions[1].Answer != words {
		t.Errorf("kept as %+v", r)
	}
}

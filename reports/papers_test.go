package reports_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"almoner/data"
	"almoner/data/sample"
	"almoner/reports"
	"almoner/reports/document"
	"almoner/reports/realpapers"
	"almoner/reports/samplepapers"
)

func TestRealPapersSayWhatTheySaid(t *testing.T) {
	for _, c := range realpapers.All(t) {
		for _, line := range c.Missing(strings.Join(document.Lines(c.Document), " ")) {
			t.Errorf("%s does not say “%s”", c.Name, line)
		}
	}
}

// eachPaper visits every paper that can be made of the sample office, and looks that there is one of each kind.
func eachPaper(t *testing.T, visit func(name string, p reports.Paper, rec data.Record, doc document.Document)) {
	t.Helper()
	made := map[string]bool{}
	err := samplepapers.Each(0, func(p samplepapers.Paper) error {
		made[p.Kind.Name] = true
		visit(p.Name, p.Kind, p.Record, p.Document)
		return nil
	}, func(name, why string) {
		if !strings.HasSuffix(why, ".") || why[0] < 'A' {
			t.Errorf("%s: “%s” is no sentence", name, why)
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, kind := range reports.Papers() {
		if !made[kind.Name] {
			t.Errorf("the sample office makes no %s", kind.Name)
		}
	}
}

var leftStanding = regexp.MustCompile(`\{[a-z_]+(: [^}]*)?\}|\b1 January 1\b|%!`)

func TestEveryPaperOfTheSampleIsFinished(t *testing.T) {
	eachPaper(t, func(name string, p reports.Paper, _ data.Record, doc document.Document) {
		if doc.Title == "" || doc.Author == "" || doc.Subject == "" || doc.Language == "" || doc.Footer == "" && p.Name != "certificates" {
			t.Errorf("%s does not say what it is: %q %q %q %q %q", name, doc.Title, doc.Author, doc.Subject, doc.Language, doc.Footer)
		}
		for _, line := range append(document.Lines(doc), doc.Title, doc.Subject, doc.Footer) {
			if at := leftStanding.FindString(line); at != "" {
				t.Errorf("%s: %q is left standing in %q", name, at, line)
			}
		}
		for _, part := range doc.Parts {
			emptyHeadings(t, name, part.Blocks)
			if len(document.BlockLines(part.Blocks)) == 0 {
				t.Errorf("%s has a part without words", name)
			}
		}
	})
}

// emptyHeadings looks for headings that nothing stands below, before the next of their level.
func emptyHeadings(t *testing.T, name string, blocks []document.Block) {
	t.Helper()
	flat := flattened(blocks)
	for i, b := range flat {
		h, ok := b.(document.Heading)
		if !ok {
			continue
		}
		if document.Plain(h.Text) == "" {
			t.Errorf("%s has a heading without words", name)
		}
		if i+1 == len(flat) {
			t.Errorf("%s: nothing stands below “%s”", name, document.Plain(h.Text))
		} else if next, ok := flat[i+1].(document.Heading); ok && next.Level <= h.Level && h.Level > 1 {
			t.Errorf("%s: nothing stands below “%s”", name, document.Plain(h.Text))
		}
	}
}

func flattened(blocks []document.Block) []document.Block {
	var flat []document.Block
	for _, b := range blocks {
		if t, ok := b.(document.Together); ok {
			flat = append(flat, flattened(t.Blocks)...)
			continue
		}
		flat = append(flat, b)
	}
	return flat
}

// TestPublicPapersHoldNothingOfPartTwo walks through every paper for the public of an office with decisions that have one.
func TestPublicNoticeHoldsNothingOfPartTwo(t *testing.T) {
	exempt := 0
	eachPaper(t, func(name string, p reports.Paper, rec data.Record, doc document.Document) {
		d, ok := rec.(*data.Decision)
		if !ok || !p.Public {
			return
		}
		if d.Marking != data.Public {
			exempt++
		}
		all := strings.Join(append(document.Lines(doc), doc.Title, doc.Subject, doc.Footer, doc.Author, doc.Marking), "\n")
		for _, leak := range d.PartTwoIn(all) {
			t.Errorf("%s: %s", name, leak)
		}
		for _, s := range d.Sections {
			if s.Part != 2 {
				continue
			}
			for _, line := range document.BlockLines(document.Markdown(s.Body, 1)) {
				if strings.Contains(all, line) {
					t.Errorf("%s says %q, which is Part 2", name, line)
				}
			}
		}
	})
	if exempt < 2 {
		t.Errorf("only %d decisions have a Part 2", exempt)
	}
}

func TestTheFileCopyHoldsPartTwoAndSaysSo(t *testing.T) {
	eachPaper(t, func(name string, p reports.Paper, rec data.Record, doc document.Document) {
		if p.Name != "decision-file-copy" {
			return
		}
		if p.Public || !strings.Contains(doc.Marking, "NOT FOR PUBLICATION") {
			t.Errorf("%s is marked %q", name, doc.Marking)
		}
		all := strings.Join(document.Lines(doc), "\n")
		d := rec.(*data.Decision)
		for _, s := range d.Sections {
			for _, line := range document.BlockLines(document.Markdown(s.Body, 1)) {
				if !strings.Contains(all, line) {
					t.Errorf("%s does not say %q", name, line)
				}
			}
		}
	})
}

// TestNoPaperNamesTheApplicant walks through all papers, those about requests above all.
func TestNoPaperNamesTheApplicant(t *testing.T) {
	office, records := sample.Office()
	reg := data.NewRegister(append(records, office)...)
	asked := 0
	eachPaper(t, func(name string, _ reports.Paper, _ data.Record, doc document.Document) {
		all := strings.Join(append(document.Lines(doc), doc.Title, doc.Subject, doc.Footer), "\n")
		for _, r := range data.All[*data.FOIRequest](reg) {
			if r.Applicant == nil || r.Applicant.Name == "" {
				continue
			}
			asked++
			if strings.Contains(all, r.Applicant.Name) || r.Applicant.Email != "" && strings.Contains(all, r.Applicant.Email) {
				t.Errorf("%s names who asked in %s", name, r.Label())
			}
		}
	})
	if asked == 0 {
		t.Error("the sample office does not know who asked for anything")
	}
}

func TestRecommendationsStandSecondAndLast(t *testing.T) {
	p := &data.BoardPaper{
		Title: "Paper", Recommendations: []string{"That the board notes the report."},
		Sections: []data.Section{{Heading: "Purpose", Body: "To tell."}, {Heading: "Findings", Body: "First.\n\n- a\n- b\n\nSecond."}},
	}
	reg := data.NewRegister(&data.OfficeDetails{Stamp: data.Stamp{ID: data.OfficeID}, Name: "Office"})
	got := strings.Join(document.Lines(reports.BoardPaper(reg, p)), " / ")
	want := "Paper / 1. Purpose / 1.1 / To tell. / 2. Recommendations / 2.1 / That the board notes the report. / 3. Findings / 3.1 / First. / a / b / 3.2 / Second. / 4. Recommendations / 4.1 / That the board notes the report."
	if got != want {
		t.Errorf("the paper reads %s\nwant %s", got, want)
	}
}

func TestAnOfficeOrdersItsDecisionNoticeAsItWants(t *testing.T) {
	office := &data.OfficeDetails{Stamp: data.Stamp{ID: data.OfficeID}, Name: "Office", DecisionTemplate: data.DecisionSummary, Wording: map[string]string{
		"decision_form_summary": "# {title}\n\n## Money first\n\n{awards}\n\n## Nothing here\n\n{interests}\n\n## Short\n\n{section: Summary}\n\n## Names\n\n{unknown}\n\n{signature}",
	}}
	reg := data.NewRegister(office)
	d := data.PublicDecision{
		Title: "Refuge", Sections: []data.PublicSection{{Heading: "Risks", Body: "Few."}, {Heading: "Summary", Body: "A refuge."}},
		Awards: []data.PublicAward{{Recipient: "Harbour", Amount: data.Pounds(5)}}, Interests: "",
	}
	got := strings.Join(document.Lines(reports.Decision(reg, d)), " / ")
	for _, want := range []string{"Refuge / Money first / Recipient", "Short / A refuge. / Names / {unknown} / Risks / Few. / Signature"} {
		if !strings.Contains(got, want) {
			t.Errorf("the notice does not read %q: %s", want, got)
		}
	}
	if strings.Contains(got, "Nothing here") {
		t.Errorf("a heading with nothing below it stands: %s", got)
	}
}

func TestChangesOfASpecificationAreSaidInWords(t *testing.T) {
	reg := data.NewRegister(
		&data.OfficeDetails{Stamp: data.Stamp{ID: data.OfficeID}, Name: "Office"},
		&data.Specification{Stamp: data.Stamp{ID: "old"}, Title: "Outreach", Version: "1", Body: "## Hours\n\nThe line is open for two hours a day.\n\nIt is free.\n\n## Ends\n\nIn March."},
	)
	now := &data.Specification{Stamp: data.Stamp{ID: "new"}, Title: "Outreach", Version: "2", Supersedes: "old", Body: "## Hours\n\nThe line is open for six hours a day.\n\n## Staff\n\nTwo.\n\n## Ends\n\nIn March."}
	got := strings.Join(document.Lines(reports.SpecificationChanges(reg, now)), " / ")
	for _, want := range []string{"Hours / Changed: The line is open for [was: two] six hours a day.", "Removed: It is free.", "Staff / This heading is new. / Added: Two."} {
		if !strings.Contains(got, want) {
			t.Errorf("it does not say %q: %s", want, got)
		}
	}
	if strings.Contains(got, "In March") {
		t.Errorf("what stayed is shown: %s", got)
	}
}

func TestAChangeStandsUnderTheHeadingThatItBelongsTo(t *testing.T) {
	for name, c := range map[string]struct{ before, after, want string }{
		"the first passage of a section is taken out":        {"## A\n\na\n\n## B\n\none\n\ntwo", "## A\n\nx y\n\n## B\n\ntwo", "A / Removed: a / Added: x y / B / Removed: one"},
		"a section is taken out":                             {"## A\n\na\n\n## B\n\nb\n\n## C\n\nc", "## A\n\na\n\n## C\n\nx", "B / This heading was taken out. / Removed: b / C / Removed: c / Added: x"},
		"a section takes the place of another":               {"## A\n\na\n\n## B\n\nb", "## A\n\na\n\n## X y z\n\nx", "B / This heading was taken out. / Removed: b / X y z / This heading is new. / Added: x"},
		"a heading is put into a section":                    {"## A\n\na\n\nb", "## A\n\na\n\n## B\n\nb", "B / This heading is new."},
		"a heading alone is taken out":                       {"## A\n\na\n\n## B\n\nb\n\nc", "## A\n\na\n\nb", "B / This heading was taken out. / Removed: c"},
		"a heading has other words":                          {"## A big one\n\na\n\nb", "## A small one\n\nb", "A small one / Changed: A [was: big] small one / Removed: a"},
		"two sections of one name":                           {"## A\n\na\n\n## A\n\nb", "## A\n\nx\n\n## A\n\ny", "A / Removed: a / Added: x / A / Removed: b / Added: y"},
		"before the first heading":                           {"a\n\n## A\n\nb", "x\n\n## A\n\nb", "Removed: a / Added: x"},
		"a heading comes between what stayed, and an end":    {"a\n\nb\n\nc", "a\n\n## A\n\nb", "A / This heading is new. / Outreach / Removed: c"},
		"marks of emphasis are no words of a heading":        {"## **A** line\n\na", "## **A** line\n\nx", "A line / Removed: a / Added: x"},
		"a number sign is no heading, nor is one of no word": {"#1 is best\n\n# \n\na", "#1 is worst of\n\n# \n\na", "Changed: #1 is [was: best] worst of"},
	} {
		reg := data.NewRegister(&data.OfficeDetails{Stamp: stamp(data.OfficeID), Name: "Office"}, &data.Specification{Stamp: stamp("old"), Title: "Outreach", Version: "1", Body: c.before})
		now := &data.Specification{Stamp: stamp("new"), Title: "Outreach", Version: "2", Supersedes: "old", Body: c.after}
		_, got, _ := strings.Cut(reads(reports.SpecificationChanges(reg, now)), "the word “was”. / ")
		if got != c.want {
			t.Errorf("%s: it reads %s\nwant %s", name, got, c.want)
		}
	}
}

func TestASpecificationSaysHowItStandsAndWhatItIsPartOf(t *testing.T) {
	reg := data.NewRegister(&data.OfficeDetails{Stamp: stamp(data.OfficeID), Name: "Office"}, &data.Organisation{Stamp: stamp("h"), Name: "Harbour"},
		&data.Grant{Stamp: stamp("g"), Title: "Helpline", Recipient: "h", Specification: "s"}, &data.Grant{Stamp: stamp("next"), Title: "Helpline", Recipient: "h", Specification: "s"}, &data.Grant{Stamp: stamp("o"), Title: "Refuge", Specification: "other"})
	sp := &data.Specification{
		Stamp: stamp("s"), Title: "Outreach", Version: "2", Effective: data.NewDate(2024, 4, 1), Status: data.SpecificationAgreed,
		Body: "Before.\n\n## Hours\n\nOpen.\n\n- days\n- nights\n\n### Winter\n\nLonger.\n\nDarker.\n\n### Summer\n\nShorter.\n\n## Staff\n\nTwo.\n\n### Who\n\nAnn.",
	}
	clauses := "Before. / 1. Hours / 1.1 / Open. / days / nights / 1.2 Winter / 1.2.1 / Longer. / 1.2.2 / Darker. / 1.3 Summer / 1.3.1 / Shorter. / 2. Staff / 2.1 / Two. / 2.2 Who / 2.2.1 / Ann."
	got := reads(reports.Specification(reg, sp))
	if want := "Outreach / Version / 2 / In force from / 1 April 2024 / Status / Agreed / Part of / Helpline, Harbour / " + clauses; got != want {
		t.Errorf("it reads %s\nwant %s", got, want)
	}
	sp.ScheduleLabel, sp.Status = "SCHEDULE 1", data.SpecificationDraft
	says(t, reports.Specification(reg, sp), "Status / Draft, not agreed yet", "Helpline, Harbour / SCHEDULE 1 / "+clauses)
}

func TestOnlyWhatTookThePlaceOfAnotherIsCompared(t *testing.T) {
	s := reports.Setting{Register: data.NewRegister(&data.OfficeDetails{Stamp: stamp(data.OfficeID), Name: "Office"},
		&data.Specification{Stamp: stamp("old"), Title: "Outreach", Effective: data.NewDate(2024, 4, 1), Body: "| Day | Hours |\n|---|---|\n| Monday | two |"})}
	now := &data.Specification{Stamp: stamp("new"), Title: "Outreach", Version: "2", Body: "| Day | Hours |\n|---|---|\n| Monday | six |\n\n| Place |\n|---|\n| here |"}
	if why := unfit(t, "specification-changes", s, now); !strings.Contains(why, "takes the place of no other") {
		t.Errorf("it is compared with nothing: %q", why)
	}
	now.Supersedes = "old"
	doc := reports.SpecificationChanges(s.Register, now)
	says(t, doc, "what is different in version 2 from version 1 April 2024.", "Changed: Monday – [was: two] six / Added: Place / Added: here")
	var marked []string
	for _, b := range doc.Parts[0].Blocks {
		if p, ok := b.(document.Paragraph); ok {
			for _, run := range p.Text {
				if run.Change != document.Unchanged {
					marked = append(marked, run.Text)
				}
				if (run.Change == document.Deleted) != strings.HasPrefix(run.Text, "[was:") {
					t.Errorf("%q is marked as %v", run.Text, run.Change)
				}
			}
		}
	}
	if got := strings.Join(marked, ", "); got != "[was: two], six, Place, here" {
		t.Errorf("marked are %s", got)
	}
	now.Body = "| Day | Hours |\n|---|---|\n| Monday | two |"
	says(t, reports.SpecificationChanges(s.Register, now), "Not one passage is different.")
}

func TestAReleaseTellsTheNewsAndWhomToAsk(t *testing.T) {
	reg := data.NewRegister(
		&data.OfficeDetails{Stamp: stamp(data.OfficeID), Name: "Office", Address: "Weir Hall", Phone: "01632 960003", Email: "o@elmshire.example", Website: "elmshire.example", PaperMarking: "OFFICIAL", PaperFoot: "Weir Hall"},
		&data.Organisation{Stamp: stamp("h"), Name: "Harbour", CharityNumber: "0123", CompanyNumber: "0456", Website: "www.harbour.example"},
		&data.Staff{Stamp: stamp("ann"), Name: "Ann Lee", JobTitle: "Press officer", Phone: "01632 960001", Email: "press@elmshire.example"},
		&data.Contact{Stamp: stamp("bo"), TitleOrRank: "Inspector", Name: "Bo Birch", Role: "Lead", Organisation: "h"},
		&data.Contact{Stamp: stamp("cy"), Name: "Cy Dale", Role: "Head of Harbour", Organisation: "h"},
		&data.Contact{Stamp: stamp("shy"), Name: "Shy Fern", DoNotPrint: true},
	)
	n := &data.NewsRelease{
		Headline: "A refuge opens", Date: data.NewDate(2025, 3, 4), Embargo: "noon", Body: "It has *ten* beds.", About: []data.ID{"h"}, Contact: "ann",
		Quotations: []data.Quotation{{Words: "At last.", Contact: "bo"}, {Words: "“Good.”", Contact: "cy"}, {Words: "Quiet.", Contact: "shy"}},
	}
	doc := reports.NewsRelease(reg, n)
	want := "Office / Weir Hall / 01632 960003 / o@elmshire.example / elmshire.example / NEWS RELEASE / 4 March 2025 · Not for publication before noon / A refuge opens / It has ten beds. / " +
		"“At last.” / – Inspector Bo Birch, Lead, Harbour / “Good.” / – Cy Dale, Head of Harbour / “Quiet.” / Ends / " +
		"Notes for editors / Harbour, registered charity 0123, company 0456: www.harbour.example / For further information / Ann Lee, Press officer / 01632 960001 · press@elmshire.example"
	if got := reads(doc); got != want {
		t.Errorf("it reads %s\nwant %s", got, want)
	}
	if doc.Marking != "" || doc.Footer != "News release · Weir Hall" {
		t.Errorf("a paper for everybody is marked %q, and below it stands %q", doc.Marking, doc.Footer)
	}
	links := map[string]string{}
	document.EachInline(doc.Parts[0].Blocks, func(r document.Inline) []document.Inline {
		if r.Link != "" {
			links[r.Text] = r.Link
		}
		return nil
	})
	if len(links) != 2 || links["www.harbour.example"] != "https://www.harbour.example" || links["press@elmshire.example"] != "mailto:press@elmshire.example" {
		t.Errorf("it leads to %q", links)
	}
	n.Embargo = ""
	saysNot(t, reports.NewsRelease(reg, n), "Not for publication")
}

func TestABoardPaperSaysForWhomAndWhatItRestsOn(t *testing.T) {
	reg := data.NewRegister(&data.OfficeDetails{Stamp: stamp(data.OfficeID), Name: "Office", PaperMarking: "OFFICIAL"},
		&data.Staff{Stamp: stamp("ann"), Name: "Ann Lee", JobTitle: "Grants officer", Email: "ann@elmshire.example"}, &data.Contact{Stamp: stamp("shy"), Name: "Shy Fern", DoNotPrint: true})
	p := &data.BoardPaper{
		Title: "Paper", Reference: "BP/1", To: "The board", From: "The chief executive", Meeting: "Quarterly", Date: data.NewDate(2025, 3, 4), Marking: "OFFICIAL: SENSITIVE",
		Recommendations: []string{"To note."}, SourceDocuments: []string{"The plan (https://elmshire.example/plan)."},
		ContactOfficers: []data.ID{"ann", "shy"}, Attachments: []data.Enclosure{{Label: "Map", Kind: "plan", Size: 2048}},
	}
	doc := reports.BoardPaper(reg, p)
	head := "Paper / To / The board / From / The chief executive / Meeting / Quarterly / Date / 4 March 2025 / Reference / BP/1 / "
	end := " / Source documents / The plan (https://elmshire.example/plan). / Attachments / Map (plan, 2kB) / Contact officers / Ann Lee, Grants officer / ann@elmshire.example"
	if got := reads(doc); got != head+"1. Recommendations / 1.1 / To note."+end {
		t.Errorf("it reads %s", got)
	}
	if doc.Marking != p.Marking || doc.Dated != p.Date.Time() {
		t.Errorf("it is marked %q and dated %v", doc.Marking, doc.Dated)
	}
	link := ""
	document.EachInline(doc.Parts[0].Blocks, func(r document.Inline) []document.Inline {
		link += r.Link + " "
		return nil
	})
	if !strings.Contains(link, " https://elmshire.example/plan ") {
		t.Errorf("it leads to %s", link)
	}
	p.Sections, p.Marking = []data.Section{{Heading: "Purpose", Body: "To tell.\n\n# Loud\n\nMore."}}, ""
	doc = reports.BoardPaper(reg, p)
	if got := reads(doc); got != head+"1. Purpose / 1.1 / To tell. / Loud / 1.2 / More. / 2. Recommendations / 2.1 / To note."+end || doc.Marking != "OFFICIAL" {
		t.Errorf("with one section it is marked %q and reads %s", doc.Marking, got)
	}
	if !strings.Contains(strings.Join(headings(doc), " / "), "## Purpose / ### Loud") {
		t.Errorf("a heading within a section is one beside it: %s", headings(doc))
	}
}

func TestAListSaysWhatItShowsAndHowItWasChosen(t *testing.T) {
	april := data.Date{Year: 2018, Month: 4, Day: 1, Precision: data.ToTheMonth}
	s := publishing(
		&data.Grant{Reference: "G/1", Title: "Refuge", Recipient: "h", Status: data.Active, AwardDate: data.NewDate(2024, 3, 5), Awards: inYear(2024, 500)},
		&data.Grant{Reference: "G/2", Title: "Helpline", Recipient: "a", Status: data.Closed, AwardDate: april, Awards: inYear(2024, 70)},
	)
	query := data.Query{Years: []data.FinancialYear{2024}, Themes: []string{"stalking"}, Recipients: []data.ID{"h", "a"}, Status: []data.GrantStatus{data.Active}, Text: " refuge "}
	view := s.Register.Grants().Find(data.Query{}, data.Sort{Field: "title"})
	lines := []data.GrantLine{view.At(0), view.At(1)}
	list := reports.NewList(s.Register, "Grants", data.GrantFields(), []string{"title", "amount", "award_date"}, lines)
	list.Filters, list.Totals = reports.QueryWords(s.Register, query), "2 of 2 grants"
	s.List = list
	doc := reports.RegisterExtract(s)
	says(t, doc, "Grants / This list is taken from the office’s register as it stood on 10 June 2025. / Chosen / "+
		"Financial year: 2024-25; Theme: stalking; Recipient: Harbour, Anchor; Status: Active; With the words “refuge” / In all / 2 of 2 grants")
	if got, want := rowsOf(doc), "Helpline | £70 | Apr 2018\nRefuge | £500 | 5 Mar 2024"; got != want {
		t.Errorf("it lists\n%s\nwant\n%s", got, want)
	}
	kinds := func(r document.Row) string {
		var all []string
		for _, c := range r.Cells {
			all = append(all, fmt.Sprint(c.Value.Kind))
		}
		return strings.Join(all, " ")
	}
	words, money, day := fmt.Sprint(document.Value{}.Kind), fmt.Sprint(document.Money), fmt.Sprint(document.Day)
	rows := document.Tables(doc)[0].Groups[0].Rows
	if first, second := kinds(rows[0]), kinds(rows[1]); first != words+" "+money+" "+words || second != words+" "+money+" "+day {
		t.Errorf("for a spreadsheet the cells are %s and %s", first, second)
	}
	if c := list.Columns; c[0].Align != document.Left || c[1].Align != document.Right || doc.Parts[0].Orientation != document.Portrait {
		t.Errorf("the columns are set %+v on %v", c, doc.Parts[0].Orientation)
	}
	s.List = reports.NewList(s.Register, "Grants", data.GrantFields(), []string{"reference", "title", "recipient", "amount", "award_date"}, lines)
	if doc = reports.RegisterExtract(s); doc.Parts[0].Orientation != document.Landscape {
		t.Error("a wide list stands on an upright page")
	}
	s.List.Rows = nil
	says(t, reports.RegisterExtract(s), "Nothing in the register fits what was chosen.")
}

func TestANumberInAListIsOneForASpreadsheet(t *testing.T) {
	fields := []data.Field[int]{{
		Key: "returns", Heading: "Returns", Text: func(_ *data.Register, n int) string { return fmt.Sprint(n) }, Value: func(_ *data.Register, n int) any { return n },
	}}
	list := reports.NewList(data.NewRegister(), "Returns", fields, []string{"returns"}, []int{7})
	if got, want := list.Rows[0].Cells[0], document.NumberCell("7", 7); got.Value != want.Value {
		t.Errorf("7 is %+v", got.Value)
	}
}

func TestHowRecordsWereChosenIsSaidInWords(t *testing.T) {
	c := data.CatalogueOf(data.KindFund, data.NewDate(2025, 6, 10))
	for want, got := range map[string][]string{
		"Status: Won; With the words “core”": reports.ChoiceWords(" core ", []string{"won"}, c),
		"Status: grey":                       reports.ChoiceWords("", []string{"grey"}, c),
		"":                                   reports.ChoiceWords(" ", nil, c),
	} {
		if got := strings.Join(got, "; "); got != want {
			t.Errorf("it says %q, want %q", got, want)
		}
	}
}

func TestASumThatNobodyPutDownIsNoNought(t *testing.T) {
	s, g := outreach()
	g.MatchFunding = []data.MatchFunding{{Contributor: "anchor", What: "Fuel"}}
	says(t, reports.GrantSchedule(s.Register, g), "Anchor / Fuel / Posts")
}

func TestALetterheadSaysHowToReachTheOffice(t *testing.T) {
	office := &data.OfficeDetails{Stamp: stamp(data.OfficeID), Name: "The Office", Address: " Weir Hall\nEly ", Logo: []byte("a picture")}
	p := reports.NewsRelease(data.NewRegister(office), &data.NewsRelease{Headline: "News"})
	if got := reads(p); !strings.HasPrefix(got, "Logo of the Office / The Office / Weir Hall / Ely / NEWS RELEASE") {
		t.Errorf("it reads %s", got)
	}
}

func TestWordsThatSeveralPapersShareAreTheOfficesOwnToo(t *testing.T) {
	office := &data.OfficeDetails{
		Stamp: stamp(data.OfficeID), Name: "The Office", Email: "a@b.example", Logo: []byte("a picture"), Wording: map[string]string{
			"several_logo": "Arms of {office}", "several_contact": "under {email}", "several_period": "{from} until {until}", "several_period_from": "since {from}",
			"several_version": "{title} ({version})", "several_nothing": "none", "several_chart": "Bars of {title}: {rows}", "foi_question": "No. {number}",
			"foi_title": "{request}, answered", "news_charity": "charity no. {number}",
		},
	}
	reg := data.NewRegister(office, &data.Organisation{Stamp: stamp("h"), Name: "Harbour", CharityNumber: "12"},
		&data.Specification{Stamp: stamp("s"), Title: "Outreach {today}", Version: "2"})
	s := reports.Setting{Register: reg, Today: data.NewDate(2024, 5, 1)}
	g := &data.Grant{
		Stamp: stamp("g"), Title: "Helpline", Recipient: "h", Specification: "s", PlannedStart: data.NewDate(2024, 4, 1), PlannedEnd: data.NewDate(2025, 3, 31), ActualStart: data.NewDate(2024, 4, 2),
		Variations: []data.Variation{{Number: 1, Changes: []data.VariationChange{
			{Term: data.VariedArea, Text: "Fenland"}, {Term: data.VariedEnd, Date: data.NewDate(2025, 6, 30)},
		}}},
	}
	says(t, reports.GrantSchedule(reg, g), "1 April 2024 until 31 March 2025", "since 2 April 2024",
		"Not applied yet. / Area: none → Fenland / End: 31 March 2025 → 30 June 2025")
	says(t, reports.VariationLetter(s, g), "Arms of Office / The Office")
	says(t, reports.AwardLetter(s, g), "Outreach {today} (2)")
	says(t, reports.FundStatement(s, &data.Fund{Programme: "Safer", Status: data.Won}), "Bars of ")
	says(t, reports.NewsRelease(reg, &data.NewsRelease{Headline: "News", About: []data.ID{"h"}}), "Harbour, charity no. 12")
	reply := reports.FOIReply(reg, data.Reply{Reference: "FOI/1", Questions: []data.FOIQuestion{{Text: "How much?", Answer: "£5."}}})
	says(t, reply, "No. 1 / How much?", " under a@b.example")
	if reply.Title != "FOI/1, answered" {
		t.Errorf("the reply is titled %q", reply.Title)
	}
}

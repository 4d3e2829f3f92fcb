package reports_test

import (
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
	for _, want := range []string{"Hours / Changed: The line is open for [was: two] six hours a day.", "Removed: It is free.", "Staff / This section is new. / Added: Two."} {
		if !strings.Contains(got, want) {
			t.Errorf("it does not say %q: %s", want, got)
		}
	}
	if strings.Contains(got, "In March") {
		t.Errorf("what stayed is shown: %s", got)
	}
}

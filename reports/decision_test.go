package reports_test

import (
	"strings"
	"testing"

	"almoner/data"
	"almoner/data/sample"
	"almoner/reports"
	"almoner/reports/document"
)

// eachForm visits the sample office with each form of a decision notice.
func eachForm(t *testing.T, visit func(form data.DecisionTemplate, s reports.Setting)) {
	t.Helper()
	office, records := sample.Office()
	for _, form := range data.DecisionTemplates() {
		o := data.Clone(office)
		o.DecisionTemplate = form
		visit(form, reports.Setting{Register: data.NewRegister(append(records, o)...), Today: data.NewDate(2025, 11, 21)})
	}
}

// everythingIn is all that a file of a paper says, before its first page and after its last.
func everythingIn(doc document.Document) string {
	return strings.Join(append(document.Lines(doc), doc.Title, doc.Subject, doc.Footer, doc.Author, doc.Marking), "\n")
}

func TestNoFormOfANoticeLetsOutPartTwo(t *testing.T) {
	secrets := 0
	eachForm(t, func(form data.DecisionTemplate, s reports.Setting) {
		for _, d := range data.All[*data.Decision](s.Register) {
			all := everythingIn(reports.Decision(s.Register, d.Public(s.Register)))
			for _, leak := range d.PartTwoIn(all) {
				t.Errorf("%s as %s: %s", d.Label(), form, leak)
			}
			for _, section := range d.Sections {
				if section.Part != 2 {
					continue
				}
				secrets++
				for _, line := range document.BlockLines(document.Markdown(section.Body, 1)) {
					if strings.Contains(all, line) {
						t.Errorf("%s as %s says %q, which is Part 2", d.Label(), form, line)
					}
				}
			}
		}
	})
	if secrets < 4 {
		t.Errorf("only %d sections are secret", secrets)
	}
}

// publicWords are the lines that a notice has to hold, whatever its form.
func publicWords(d data.PublicDecision) []string {
	lines := append([]string{d.Title, d.SignedBy}, d.Recommendations...)
	text := d.Interests
	for _, s := range d.Sections {
		text += "\n\n" + s.Body
		lines = append(lines, s.Heading)
	}
	if d.Marking == data.PartExempt || d.Marking == data.Exempt {
		text += "\n\n" + d.Exemption
	}
	lines = append(lines, document.BlockLines(document.Markdown(text, 1))...)
	for _, a := range d.Awards {
		lines = append(lines, a.Recipient, a.Title, a.Amount.String())
	}
	for _, e := range d.Attachments {
		lines = append(lines, e.Label)
	}
	for _, l := range d.Links {
		lines = append(lines, string(l.Reference))
	}
	return lines
}

func TestNothingOfADecisionIsLostInAnyForm(t *testing.T) {
	eachForm(t, func(form data.DecisionTemplate, s reports.Setting) {
		for _, own := range []string{"", "# {title}", "# {title}\n\nWe say {awards} of {interests}.\n\n{section: What is asked}\nand more"} {
			office := data.Clone(s.Register.Details())
			if own != "" {
				office.Wording = map[string]string{"decision_form_" + string(form): own}
			}
			s.Register.Put(office)
			for _, d := range data.All[*data.Decision](s.Register) {
				p := d.Public(s.Register)
				all := strings.Join(document.Lines(reports.Decision(s.Register, p)), "\n")
				for _, line := range publicWords(p) {
					if !strings.Contains(all, line) {
						t.Errorf("%s in the form %s %q does not say %q", d.Label(), form, own, line)
					}
				}
			}
		}
	})
}

// headings are those of a paper, each with a # for each level.
func headings(doc document.Document) []string {
	var all []string
	for _, part := range doc.Parts {
		for _, b := range flattened(part.Blocks) {
			if h, ok := b.(document.Heading); ok {
				all = append(all, strings.Repeat("#", h.Level)+" "+document.Plain(h.Text))
			}
		}
	}
	return all
}

func TestSectionsStandBelowTheHeadingThatIsTheirs(t *testing.T) {
	d := data.PublicDecision{
		Title: "Refuge", DecisionMaker: "The Commissioner", Marking: data.Public, Recommendations: []string{"To agree."},
		Sections: []data.PublicSection{{Heading: "Summary", Body: "A refuge."}, {Heading: "Executive summary", Body: "In short."}, {Heading: "Risks", Body: "## Money\n\nFew."}},
	}
	for form, want := range map[data.DecisionTemplate]string{
		data.DecisionProse:     "# Refuge / ## Summary / ## Executive summary / ## Risks / ### Money / ## Recommendations / ## Signature",
		data.DecisionTwoPart:   "# Decision: Refuge / ## Part 1: open to the public / ### Summary / ### Executive summary / ### Risks / #### Money / ### What is recommended / ## Public access / ## Signature",
		data.DecisionSummary:   "# Refuge / ## Summary / ## Decision / ## Particulars / ## Executive summary / ## Risks / ### Money / ## Access to information / ## Signature",
		data.DecisionExecutive: "# Refuge / ## Executive summary / ## Recommendation / ## Approval / ## Signature / ## Areas of consideration / ### Summary / ### Risks / #### Money / ## Public access",
	} {
		reg := data.NewRegister(&data.OfficeDetails{Stamp: data.Stamp{ID: data.OfficeID}, Name: "Office", DecisionTemplate: form})
		if got := strings.Join(headings(reports.Decision(reg, d)), " / "); got != want {
			t.Errorf("%s reads %s\nwant %s", form, got, want)
		}
	}
}

func TestPiecesOfAFormMayStandLineBelowLine(t *testing.T) {
	reg := data.NewRegister(&data.OfficeDetails{Stamp: data.Stamp{ID: data.OfficeID}, Name: "Office", Wording: map[string]string{
		"decision_form_prose": "# {title}\n\n{section: Risks}\n{nonsense}\n{interests}\n{signature}\n",
	}})
	got := strings.Join(document.Lines(reports.Decision(reg, data.PublicDecision{
		Title: "Refuge", Interests: "None.", Sections: []data.PublicSection{{Heading: "Risks", Body: "Few."}, {Heading: "Gains", Body: "Many."}},
	})), " / ")
	if want := "Refuge / Few. / {nonsense} / None. / Gains / Many. / Signature"; !strings.HasPrefix(got, want) {
		t.Errorf("the notice reads %s\nwant %s …", got, want)
	}
}

func TestNoTotalStandsWhereAnAwardIsWithheld(t *testing.T) {
	reg := data.NewRegister(&data.OfficeDetails{Stamp: data.Stamp{ID: data.OfficeID}, Name: "Office"})
	d := data.PublicDecision{Title: "Refuge", Marking: data.PartExempt, Awards: []data.PublicAward{
		{Recipient: "Harbour", Amount: data.Pounds(5)}, {Recipient: "Anchor", Amount: data.Pounds(7)},
	}}
	for withheld, want := range map[int]string{
		0: "£12",
		1: "One award or attachment of this decision is not shown here",
		3: "3 of the awards and attachments of this decision are not shown here",
	} {
		d.Withheld = withheld
		got := strings.Join(document.Lines(reports.Decision(reg, d)), " / ")
		if strings.Count(got, want) != 1 || strings.Contains(got, "£12") != (withheld == 0) || strings.Contains(got, "not shown here") != (withheld > 0) {
			t.Errorf("with %d withheld it reads %s", withheld, got)
		}
	}
}

func TestNobodyIsSaidToHaveApprovedWhatWasRefused(t *testing.T) {
	reg := data.NewRegister(&data.OfficeDetails{Stamp: data.Stamp{ID: data.OfficeID}, Name: "Office", DecisionTemplate: data.DecisionExecutive},
		&data.Organisation{Stamp: data.Stamp{ID: "h"}, Name: "Harbour"},
		&data.Grant{Stamp: data.Stamp{ID: "g"}, Title: "Refuge", Recipient: "h", Awards: []data.Award{{FinancialYear: 2024, Amount: data.Pounds(5)}}},
	)
	on := data.NewDate(2025, 3, 4)
	for _, c := range []struct {
		decision data.Decision
		want     string
		money    bool // whether the table stands without a word of warning
	}{
		{data.Decision{Status: data.DecisionSigned, DecidedOn: on}, "I approve what is recommended", true},
		{data.Decision{Status: data.DecisionRefused, DecidedOn: on}, "I refuse what was asked for", false},
		{data.Decision{Status: data.DecisionPublished, DecidedOn: on, Steps: []data.Step{{To: "refused"}, {To: "published"}}}, "I refuse what was asked for", false},
		{data.Decision{Status: data.DecisionDeferred, DecidedOn: on}, "put the decision off", false},
		{data.Decision{Status: data.DecisionPublished, DecidedOn: on}, "This decision has been taken.", true},
		{data.Decision{Status: data.DecisionDraft}, "The decision has not been taken yet.", true},
	} {
		d := c.decision
		d.Title, d.Grants, d.Awards = "Refuge", []data.ID{"g"}, []data.DecidedAward{{Recipient: "Harbour", Amount: data.Pounds(5)}}
		got := strings.Join(document.Lines(reports.Decision(reg, d.Public(reg))), " / ")
		if !strings.Contains(got, c.want) || strings.Contains(got, "I approve") != (d.Status == data.DecisionSigned) {
			t.Errorf("a decision that is %s reads %s", d.Status, got)
		}
		if strings.Contains(got, "Nothing in this table has been awarded") == c.money {
			t.Errorf("of the money, a decision that is %s reads %s", d.Status, got)
		}
	}
}

func TestADecisionWithAPartTwoHasAFileCopyHoweverItIsMarked(t *testing.T) {
	reg := data.NewRegister(&data.OfficeDetails{Stamp: data.Stamp{ID: data.OfficeID}, Name: "Office"})
	paper, _ := reports.PaperNamed("decision-file-copy")
	open := data.Section{Heading: "Open", Body: "Open words."}
	closed := data.Section{Heading: "Closed", Body: "Closed words.", Part: 2}
	for _, c := range []struct {
		marking  data.Marking
		sections []data.Section
		fit      bool
	}{
		{"", []data.Section{open, closed}, true},
		{data.PartExempt, []data.Section{open, closed}, true},
		{data.Exempt, []data.Section{open}, true},
		{"", []data.Section{open}, false},
		{data.Public, []data.Section{open}, false},
	} {
		d := &data.Decision{Title: "Refuge", Marking: c.marking, Sections: c.sections}
		s := reports.Setting{Register: reg}
		if why := paper.Unfit(s, d); (why == "") != c.fit {
			t.Errorf("marked %q with %d sections: %q", c.marking, len(c.sections), why)
		}
		if !c.fit {
			continue
		}
		if all := everythingIn(paper.Make(s, d)); !strings.Contains(all, c.sections[len(c.sections)-1].Body) || !strings.Contains(all, "NOT FOR PUBLICATION") {
			t.Errorf("the file copy marked %q reads %s", c.marking, all)
		}
		if all := everythingIn(reports.Decision(reg, d.Public(reg))); !strings.Contains(all, "not published") {
			t.Errorf("the notice marked %q does not say that something is not published: %s", c.marking, all)
		}
	}
}

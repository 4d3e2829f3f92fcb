package office

import (
	"fmt"
	"strings"

	"almoner/data"
	"almoner/ui/lang"
)

// paragraph is a standing paragraph and where it stands.
type paragraph struct{ name, label string }

// labels are what the editor calls the paragraphs whose names do not say by themselves where they stand.
//
//lang:words
var labels = map[string]string{
	// A reply to a request.
	"foi_draft":             "In the place of the date, until it is sent",
	"foi_salutation":        "Salutation",
	"foi_heading":           "Heading",
	"foi_title":             "Title of the file",
	"foi_opening":           "Opening",
	"foi_apology":           "After the opening, where a late reply says so",
	"foi_questions":         "Before the questions",
	"foi_question":          "Above each question that has no name of its own",
	"foi_answer":            "Above each answer",
	"foi_not_held":          "Where the information is not held",
	"foi_not_held_answer":   "Answer to a question about what is not held",
	"foi_not_held_advice":   "Advice on who may hold it, after that answer",
	"foi_partly_held":       "Where a part of it is held",
	"foi_withheld":          "Above what was kept back",
	"foi_withheld_part":     "Where something was kept back",
	"foi_withheld_all":      "Where everything was kept back",
	"foi_section":           "Before the number of a section or a regulation",
	"foi_absolute":          "On an exemption that is absolute",
	"foi_qualified":         "On an exemption that asks for the public interest",
	"foi_public_interest":   "Above the public interest test",
	"foi_unconfirmed":       "Above what is neither confirmed nor denied",
	"foi_unconfirmed_words": "On what is neither confirmed nor denied",
	"foi_excused":           "Above what need not be answered",
	"foi_excused_words":     "On what need not be answered",
	"foi_attached":          "In an appendix that is a file of its own",
	"foi_enclosed":          "Above the list of files sent with it",
	"foi_about":             "Above the last words of the letter",
	"foi_public":            "On what anybody may be given",
	"foi_review":            "On asking for a review",
	"foi_commissioner":      "On complaining to the Information Commissioner",
	"foi_close":             "Close",
	"foi_appendices":        "Above the list of appendices",

	// The other letters about a request.
	"acknowledgement_title":   "Acknowledgement: title of the file",
	"acknowledgement_heading": "Acknowledgement: heading",
	"acknowledgement_opening": "Acknowledgement: opening",
	"acknowledgement_due":     "Acknowledgement: by when we answer",
	"acknowledgement_end":     "Acknowledgement: last words",
	"clarification_title":     "Clarification: title of the file",
	"clarification_heading":   "Clarification: heading",
	"clarification_opening":   "Clarification: opening",
	"clarification_unclear":   "Clarification: before what is to be made clear",
	"clarification_clock":     "Clarification: on the time to answer",
	"clarification_end":       "Clarification: last words",
	"fees_title":              "Fees notice: title of the file",
	"fees_heading":            "Fees notice: heading",
	"fees_opening":            "Fees notice: opening",
	"fees_clock":              "Fees notice: on the time to answer",
	"extension_title":         "Extension: title of the file",
	"extension_heading":       "Extension: heading",
	"extension_opening":       "Extension: opening",
	"extension_exemptions":    "Extension: above the exemptions that are weighed",
	"extension_due":           "Extension: by when we answer",
	"review_title":            "Review: title of the file",
	"review_heading":          "Review: heading",
	"review_opening":          "Review: opening",
	"review_opening_undated":  "Review: opening, where a date is not known",
	"review_outcome":          "Review: above what it came to",
	"review_commissioner":     "Review: on complaining to the Information Commissioner",
	"log_title":               "Disclosure log: title",
	"log_subject":             "Disclosure log: what it is, for the file",
	"log_opening":             "Disclosure log: opening",
	"log_reference":           "Disclosure log: column of references",
	"log_received":            "Disclosure log: column of days received",
	"log_answered":            "Disclosure log: column of days answered",
	"log_asked":               "Disclosure log: column of what was asked",
	"log_outcome":             "Disclosure log: column of outcomes",
	"log_nothing":             "Disclosure log: where nothing was answered yet",

	// A decision notice.
	"decision_kind":             "What the notice is called",
	"decision_file_copy":        "What the file copy is called",
	"decision_file_marking":     "File copy: marking on each page",
	"decision_part_two":         "File copy: above Part 2",
	"decision_part_two_words":   "File copy: before Part 2",
	"decision_power":            "Label of the power",
	"decision_marking":          "Label of the marking",
	"decision_outcome":          "Label of the outcome",
	"decision_outcome_signed":   "Outcome, where it was signed",
	"decision_outcome_refused":  "Outcome, where it was refused",
	"decision_outcome_deferred": "Outcome, where it was put off",
	"decision_public_access":    "Above what is not published, in a form without {public_access}",
	"decision_withheld":         "Below the awards, where several are not shown",
	"decision_withheld_one":     "Below the awards, where one is not shown",
	"decision_access_public":    "Public access: open as a whole",
	"decision_access_part":      "Public access: Part 2 is not published",
	"decision_access_exempt":    "Public access: not published",
	"decision_approved":         "Approval, where it was signed",
	"decision_refused":          "Approval, where it was refused",
	"decision_deferred":         "Approval, where it was put off",
	"decision_taken":            "Approval, where only the day is known",
	"decision_not_yet":          "Approval, before it is taken",
	"decision_refused_awards":   "Below the awards, where it was refused",
	"decision_deferred_awards":  "Below the awards, where it was put off",
	"decision_signature":        "Above the signature",
	"decision_wet_copy":         "Where a copy signed by hand is held",
	"decision_electronic":       "Where it was signed electronically",
	"decision_form_prose":       "The form in running text",
	"decision_form_two_part":    "The form in two parts",
	"decision_form_summary":     "The form with a summary",
	"decision_form_executive":   "The form with an executive summary",

	// Several papers.
	"several_logo":             "Picture of the logo, in words",
	"several_contact":          "How to reach the office, within a sentence",
	"several_period":           "A period",
	"several_period_from":      "A period without an end",
	"several_period_until":     "A period without a beginning",
	"several_version":          "The name of a specification with its version",
	"several_nothing":          "Where a term of a grant was nothing, or is nothing now",
	"several_recipient_itself": "Who delivers a grant where nobody else does",
	"several_chart":            "A chart, in words",

	// A news release.
	"news_charity": "Number of a charity",
	"news_company": "Number of a company",
}

// laws end the names of paragraphs that are only for requests under another law, with what that makes of their labels.
//
//lang:words
var laws = []paragraph{
	{"_eir", "%s, under the Environmental Information Regulations"},
	{"_sar", "%s, for what is held about the person who asks"},
	{"_mixed", "%s, under more than one law"},
}

// labelsOf are what the editor calls the paragraphs of a paper. Where a file holds several papers, a paragraph that has no label of its own
// says which of them it is for: there is an opening in each.
func labelsOf(names []string) []paragraph {
	papers := map[string]bool{}
	for _, name := range names {
		papers[paperOf(name)] = true
	}
	called := make([]paragraph, len(names))
	for i, name := range names {
		called[i] = paragraph{name, labelOf(name, len(papers) > 1)}
	}
	return called
}

// paperOf is the paper that a paragraph is for, by its name: “grant” of “grant_opening”.
func paperOf(name string) string {
	paper, _, _ := strings.Cut(name, "_")
	return paper
}

// labelOf is what the editor calls a paragraph: of one that has no label of its own, its name, with or without the paper's.
func labelOf(name string, withPaper bool) string {
	for _, law := range laws {
		if of, ok := strings.CutSuffix(name, law.name); ok {
			return fmt.Sprintf(lang.L(law.label), labelOf(of, withPaper))
		}
	}
	if label, ok := labels[name]; ok {
		return lang.L(label)
	}
	paper, rest, found := strings.Cut(name, "_")
	label := strings.ReplaceAll(rest, "_", " ")
	if !found {
		label = paper
	} else if withPaper {
		label = paper + ": " + label
	}
	return data.UpperInitial(label)
}

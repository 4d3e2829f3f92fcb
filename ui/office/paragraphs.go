package office

import (
	"strings"

	"almoner/ui/lang"
)

// paragraph is a standing paragraph and where it stands.
type paragraph struct{ name, label string }

// labels are what the editor calls the paragraphs whose names do not say by themselves where they stand.
var labels = map[string]string{
	// A reply to a request.
	"foi_draft":             lang.L("In the place of the date, until it is sent"),
	"foi_salutation":        lang.L("Salutation"),
	"foi_heading":           lang.L("Heading"),
	"foi_title":             lang.L("Title of the file"),
	"foi_opening":           lang.L("Opening"),
	"foi_questions":         lang.L("Before the questions"),
	"foi_question":          lang.L("Above each question that has no name of its own"),
	"foi_answer":            lang.L("Above each answer"),
	"foi_not_held":          lang.L("Where the information is not held"),
	"foi_partly_held":       lang.L("Where a part of it is held"),
	"foi_withheld":          lang.L("Above what was kept back"),
	"foi_withheld_part":     lang.L("Where something was kept back"),
	"foi_withheld_all":      lang.L("Where everything was kept back"),
	"foi_section":           lang.L("Before the number of a section or a regulation"),
	"foi_absolute":          lang.L("On an exemption that is absolute"),
	"foi_qualified":         lang.L("On an exemption that asks for the public interest"),
	"foi_public_interest":   lang.L("Above the public interest test"),
	"foi_unconfirmed":       lang.L("Above what is neither confirmed nor denied"),
	"foi_unconfirmed_words": lang.L("On what is neither confirmed nor denied"),
	"foi_excused":           lang.L("Above what need not be answered"),
	"foi_excused_words":     lang.L("On what need not be answered"),
	"foi_attached":          lang.L("In an appendix that is a file of its own"),
	"foi_enclosed":          lang.L("Above the list of files sent with it"),
	"foi_public":            lang.L("On what anybody may be given"),
	"foi_review":            lang.L("On asking for a review"),
	"foi_commissioner":      lang.L("On complaining to the Information Commissioner"),
	"foi_close":             lang.L("Close"),
	"foi_appendices":        lang.L("Above the list of appendices"),

	// The other letters about a request.
	"acknowledgement_title":   lang.L("Acknowledgement: title of the file"),
	"acknowledgement_heading": lang.L("Acknowledgement: heading"),
	"acknowledgement_opening": lang.L("Acknowledgement: opening"),
	"acknowledgement_due":     lang.L("Acknowledgement: by when we answer"),
	"acknowledgement_end":     lang.L("Acknowledgement: last words"),
	"clarification_title":     lang.L("Clarification: title of the file"),
	"clarification_heading":   lang.L("Clarification: heading"),
	"clarification_opening":   lang.L("Clarification: opening"),
	"clarification_unclear":   lang.L("Clarification: before what is to be made clear"),
	"clarification_clock":     lang.L("Clarification: on the time to answer"),
	"clarification_end":       lang.L("Clarification: last words"),
	"fees_title":              lang.L("Fees notice: title of the file"),
	"fees_heading":            lang.L("Fees notice: heading"),
	"fees_opening":            lang.L("Fees notice: opening"),
	"fees_clock":              lang.L("Fees notice: on the time to answer"),
	"extension_title":         lang.L("Extension: title of the file"),
	"extension_heading":       lang.L("Extension: heading"),
	"extension_opening":       lang.L("Extension: opening"),
	"extension_exemptions":    lang.L("Extension: above the exemptions that are weighed"),
	"extension_due":           lang.L("Extension: by when we answer"),
	"review_title":            lang.L("Review: title of the file"),
	"review_heading":          lang.L("Review: heading"),
	"review_opening":          lang.L("Review: opening"),
	"review_opening_undated":  lang.L("Review: opening, where a date is not known"),
	"review_outcome":          lang.L("Review: above what it came to"),
	"review_commissioner":     lang.L("Review: on complaining to the Information Commissioner"),
	"log_title":               lang.L("Disclosure log: title"),
	"log_subject":             lang.L("Disclosure log: what it is, for the file"),
	"log_opening":             lang.L("Disclosure log: opening"),
	"log_reference":           lang.L("Disclosure log: column of references"),
	"log_received":            lang.L("Disclosure log: column of days received"),
	"log_answered":            lang.L("Disclosure log: column of days answered"),
	"log_asked":               lang.L("Disclosure log: column of what was asked"),
	"log_outcome":             lang.L("Disclosure log: column of outcomes"),
	"log_nothing":             lang.L("Disclosure log: where nothing was answered yet"),

	// A decision notice.
	"decision_kind":             lang.L("What the notice is called"),
	"decision_file_copy":        lang.L("What the file copy is called"),
	"decision_file_marking":     lang.L("File copy: marking on each page"),
	"decision_part_two":         lang.L("File copy: above Part 2"),
	"decision_part_two_words":   lang.L("File copy: before Part 2"),
	"decision_power":            lang.L("Label of the power"),
	"decision_marking":          lang.L("Label of the marking"),
	"decision_outcome":          lang.L("Label of the outcome"),
	"decision_outcome_signed":   lang.L("Outcome, where it was signed"),
	"decision_outcome_refused":  lang.L("Outcome, where it was refused"),
	"decision_outcome_deferred": lang.L("Outcome, where it was put off"),
	"decision_public_access":    lang.L("Above what is not published, in a form without {public_access}"),
	"decision_withheld":         lang.L("Below the awards, where several are not shown"),
	"decision_withheld_one":     lang.L("Below the awards, where one is not shown"),
	"decision_access_public":    lang.L("Public access: open as a whole"),
	"decision_access_part":      lang.L("Public access: Part 2 is not published"),
	"decision_access_exempt":    lang.L("Public access: not published"),
	"decision_approved":         lang.L("Approval, where it was signed"),
	"decision_refused":          lang.L("Approval, where it was refused"),
	"decision_deferred":         lang.L("Approval, where it was put off"),
	"decision_taken":            lang.L("Approval, where only the day is known"),
	"decision_not_yet":          lang.L("Approval, before it is taken"),
	"decision_refused_awards":   lang.L("Below the awards, where it was refused"),
	"decision_deferred_awards":  lang.L("Below the awards, where it was put off"),
	"decision_signature":        lang.L("Above the signature"),
	"decision_wet_copy":         lang.L("Where a copy signed by hand is held"),
	"decision_electronic":       lang.L("Where it was signed electronically"),
	"decision_form_prose":       lang.L("The form in running text"),
	"decision_form_two_part":    lang.L("The form in two parts"),
	"decision_form_summary":     lang.L("The form with a summary"),
	"decision_form_executive":   lang.L("The form with an executive summary"),

	// Several papers.
	"several_logo":         lang.L("Picture of the logo, in words"),
	"several_contact":      lang.L("How to reach the office, within a sentence"),
	"several_period":       lang.L("A period"),
	"several_period_from":  lang.L("A period without an end"),
	"several_period_until": lang.L("A period without a beginning"),
	"several_version":      lang.L("The name of a specification with its version"),
	"several_nothing":      lang.L("Where a term of a grant was nothing, or is nothing now"),
	"several_chart":        lang.L("A chart, in words"),

	// A news release.
	"news_charity": lang.L("Number of a charity"),
	"news_company": lang.L("Number of a company"),
}

// laws end the names of paragraphs that are only for requests under another law, with what their labels end with.
var laws = []paragraph{
	{"_eir", lang.L(", under the Environmental Information Regulations")},
	{"_sar", lang.L(", for what is held about the person who asks")},
	{"_mixed", lang.L(", under more than one law")},
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
			return labelOf(of, withPaper) + law.label
		}
	}
	if label, ok := labels[name]; ok {
		return label
	}
	paper, rest, found := strings.Cut(name, "_")
	label := strings.ReplaceAll(rest, "_", " ")
	if !found {
		label = paper
	} else if withPaper {
		label = paper + ": " + label
	}
	return strings.ToUpper(label[:1]) + label[1:]
}

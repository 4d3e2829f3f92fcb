package data

import "strings"

// FieldLabel is what people call a field of a kind of record: of "awards/k3f9x2ma/amount" it is "Amount". The path is that of a
// FieldChange.
func FieldLabel(kind Kind, path string) string {
	parts := strings.Split(path, "/")
	last, owner := parts[len(parts)-1], string(kind)
	switch {
	case len(parts)%2 == 0 && last == orderKey:
		return "Order of " + lowerInitial(labelOf(ownerOf(kind, parts[:len(parts)-1]), parts[len(parts)-2]))
	case len(parts)%2 == 0: // a row, or a text of a map
		return labelOf(ownerOf(kind, parts[:len(parts)-1]), parts[len(parts)-2])
	case len(parts) > 1:
		owner = parts[len(parts)-3]
	}
	return labelOf(owner, last)
}

// ownerOf is the list, or the kind of record, that the last part of a path is a field of.
func ownerOf(kind Kind, parts []string) string {
	if len(parts) < 3 {
		return string(kind)
	}
	return parts[len(parts)-3]
}

func labelOf(owner, key string) string {
	if label, ok := ownLabels[owner+"."+key]; ok {
		return label
	}
	if label, ok := labels[key]; ok {
		return label
	}
	return key // only what a newer program wrote has no label: TestEveryFieldHasALabel
}

func lowerInitial(label string) string {
	if len(label) > 1 && strings.ToUpper(label[:2]) != label[:2] {
		return strings.ToLower(label[:1]) + label[1:]
	}
	return label // "FTE"
}

// labels are what people call each field, by its name in the vocabulary.
var labels = map[string]string{
	"register": "What the register said",
	"about":    "About", "achieved": "Achieved", "actual_end": "Really ended", "actual_start": "Really started", "address": "Address",
	"aliases": "Other references", "allocation": "Allocation", "allocations": "Allocations", "amount": "Amount", "answer": "Answer",
	"answers": "Answers", "appendices": "Appendices", "appendix": "Appendix", "applicant": "Applicant", "applied": "Applied on", "area": "Area",
	"as_at": "As at", "attachments": "Attachments", "attendance": "Attendance", "attended": "Attended", "attendees": "Attendees",
	"audience": "Audience", "award_date": "Award date", "awards": "Awards", "base": "Base", "beneficiaries": "Beneficiaries",
	"bid_amount": "Bid", "bid_date": "Date of the bid", "body": "Text", "booked": "Booked", "budget": "Budget", "by": "By",
	"capacity": "Places", "cells": "Cells", "changes": "Changes", "channel": "Came in by", "charity_number": "Charity number",
	"chief_executive": "Chief executive", "chief_officer_approval": "Chief officer’s approval", "clarification": "What has to be made clear", "class": "Class", "clock": "Clock",
	"closes": "Closes", "collar_number": "Collar number", "columns": "Columns", "comment": "Comment", "comments": "Comments",
	"commissioner": "Commissioner", "company_number": "Company number", "conditions": "Conditions", "contact": "Contact",
	"contact_officers": "Contact officers", "content": "Content", "continuation_of": "Continues", "contributor": "Contributor", "date": "Date",
	"decided_on": "Decided on", "decision": "Decision", "decision_template": "Form of decision notices", "decision_maker": "Decision maker", "decision_type": "Type of decision",
	"delivered_by": "Delivered by", "description": "Description", "discussed_on": "Discussed on", "do_not_print": "Do not print",
	"due": "Due", "due_after": "Days until due", "due_on": "Due on", "effective": "Takes effect on", "email": "Email", "embargo": "Embargo",
	"end": "Ends", "ends": "Ends", "evaluation": "Evaluation", "event": "Event", "every": "Every", "exemption": "Exemption",
	"exemptions": "Exemptions", "except": "Left out", "explanation": "Explanation", "fees": "Fees", "field": "Field of the register", "file": "File",
	"financial_year": "Financial year", "financial_year_style": "Style of financial years", "footnotes": "Footnotes", "framework": "Outcomes framework",
	"from": "From", "fte": "Full-time equivalents", "fund": "Fund", "funder": "Funder", "funder_reference": "Funder’s reference", "funds": "Funds",
	"grant": "Grant", "grants": "Grants", "group_by": "Grouping", "groups": "Groups", "heading": "Heading", "headline": "Headline", "held": "Held",
	"holidays": "Holidays", "hosts": "Hosts", "in_kind": "In kind", "in_log": "In the disclosure log", "initials": "Initials",
	"instrument": "Instrument", "interests": "Interests declared", "introduction": "Introduction", "issued": "Papers issued", "job_title": "Job title",
	"keep_until": "Keep until", "key": "Key", "kind": "Kind", "label": "Label", "language": "Language of papers", "largest_award": "Largest award", "last_confirmed": "Last confirmed",
	"lawful_basis": "Lawful basis", "lead_officers": "Lead officers", "left": "Left on", "link": "Link", "links": "Links to decisions",
	"log_text": "Words in the disclosure log", "logo": "Logo", "mark": "Mark", "marking": "Marking", "marks": "Marks", "match_funding": "Match funding",
	"match_required": "Match required", "measure": "Measure", "measures": "Measures", "media_type": "Media type", "meeting": "Meeting",
	"monitoring": "Monitoring", "name": "Name", "narrative": "Narrative", "needs": "Needs", "neither_confirm_nor_deny": "Neither confirm nor deny", "none": "There is to be none",
	"notes": "Notes", "notice_published_on": "Notice published on", "number": "Number", "of": "Belongs to", "officer": "Officer", "on": "Date",
	"opening": "Opening words of the reply", "opens": "Opens", "org_id": "Organisation identifier", "organisation": "Organisation", "original_spend_by": "Originally spend by",
	"other_names": "Other names", "other_references": "Other references", "outcome": "Outcome", "outcomes": "Outcomes", "owner": "Owner",
	"paid_on": "Paid on", "paper": "Paper", "paper_foot": "Foot of each page", "paper_marking": "Protective marking", "part": "Part", "payments": "Payments", "period": "Period", "period_end": "Period ends",
	"period_start": "Period starts", "phone": "Phone", "planned_end": "Ends", "planned_start": "Starts", "police_area": "Police area",
	"postcode": "Postcode", "posts": "Posts", "power": "Power", "programme": "Programme", "provider": "Provider",
	"public_interest": "Public interest test", "published_on": "Published on", "purpose": "Purpose", "query": "Which grants", "question": "Question",
	"questions": "Questions", "quotations": "Quotations", "rag": "RAG rating", "raised_on": "Raised on", "reason": "Reason",
	"reasons": "How it secures crime reduction", "received": "Received", "recipient": "Recipient", "recipients": "Recipients",
	"recommendations": "Recommendations", "record": "Record", "reference": "Reference", "reference_schemes": "Reference schemes", "regime": "Law",
	"relation": "Relation", "responses": "Responses", "return_due": "Return due", "review": "Outcome of the review", "role": "Role", "rows": "Rows",
	"schedule_label": "Heading of the schedule", "section": "Section", "sections": "Sections", "services": "Services provided",
	"sessions": "Sessions", "sha256": "SHA-256", "short_name": "Short name", "signatory": "Signatory", "signature": "Signature",
	"signed_by": "Signed by", "signed_on": "Signed on", "size": "Size", "source": "Source", "source_documents": "Source documents",
	"specification": "Specification", "spend_by": "Spend by", "start": "Starts", "starts": "Starts", "stated_total": "Total stated in a paper",
	"status": "Status", "steps": "Steps", "subject": "Subject", "summary": "Summary", "supersedes": "Supersedes", "tables": "Tables",
	"target": "Target", "term": "What changes", "text": "Text", "theme": "Theme", "themes": "Themes", "title": "Title",
	"title_or_rank": "Title or rank", "to": "To", "unit": "Unit", "url": "Web address", "value": "Value", "values": "Values",
	"variations": "Variations", "venue": "Venue", "version": "Version", "was_amount": "Amount before", "was_date": "Date before",
	"was_record": "Record before", "was_text": "Text before", "website": "Website", "what": "What", "where": "Where",
	"withdrawn_on": "Withdrawn on", "wording": "Standing wording", "words": "Words", "years": "Financial years",
}

// ownLabels are the fields that people call otherwise in one kind of record, or in the rows of one list.
var ownLabels = map[string]string{
	"organisations.kind": "Kind of organisation", "training_events.kind": "Kind of event", "questions.wording": "Question",
	"grants.title": "Name of grant", "grants.programme": "Grant round", "funds.programme": "Name", "match_funding.what": "What it buys", "publications.what": "What was published",
	"evaluation.before": "Average before", "evaluation.after": "Average after", "evaluation.best": "Best possible score",
	"attachments.label": "Label", "steps.to": "Status", "steps.on": "On", "sections.part": "Part of the decision", "exemptions.section": "Section of the Act",
	"foi_requests.questions": "Questions asked", "query.text": "Words to be found", "query.status": "Statuses",
}

// rowLabels are what people call one row of a list, or one word of it, with its article.
var rowLabels = map[string]string{
	"about": "a subject", "aliases": "an other reference", "allocations": "an allocation", "answers": "an answer", "appendices": "an appendix",
	"attachments": "an attachment", "attendance": "an attendance", "attendees": "an attendee", "awards": "an award", "changes": "a change",
	"clock": "an event of the clock", "contact_officers": "a contact officer", "exemptions": "an exemption", "footnotes": "a footnote",
	"funds": "a fund", "grants": "a grant", "groups": "a group", "holidays": "a holiday", "hosts": "a host", "issued": "an issued paper",
	"lead_officers": "a lead officer", "links": "a link", "match_funding": "match funding", "measures": "a measure", "other_names": "an other name",
	"other_references": "an other reference", "outcomes": "an outcome", "payments": "a payment", "posts": "a post", "questions": "a question",
	"quotations": "a quotation", "recommendations": "a recommendation", "rows": "a row", "sections": "a section", "sessions": "a session",
	"source_documents": "a source document", "steps": "a step", "tables": "a table", "themes": "a theme", "values": "a value",
	"variations": "a variation",
}

// aRow is one row of a list, with its article: "an award".
func aRow(list string) string {
	if label, ok := rowLabels[list]; ok {
		return label
	}
	return "a row of " + list
}

// theRow is one row of a list that has been spoken of: "the award".
func theRow(list string) string {
	label := aRow(list)
	if _, noun, ok := strings.Cut(label, " "); ok && (strings.HasPrefix(label, "a ") || strings.HasPrefix(label, "an ")) {
		return "the " + noun
	}
	return "the " + label
}

package reports

import (
	"slices"

	"almoner/data"
	"almoner/reports/document"
)

// Setting is what papers are made from besides the record that they are of. Papers open no file and ask no clock, so whoever makes one
// gives them all of it.
type Setting struct {
	Register *data.Register
	// Today is the day on which the paper is made: as at which it reckons, and which it bears where it has no date of its own.
	Today data.Date
	// Year is the financial year of a paper that tells of one; none is the year of Today.
	Year data.FinancialYear
	// History is the changes of the record, latest first, for a paper that tells of them.
	History []data.Change
	// List is the list that a register extract shows.
	List List
}

// year is the financial year that a yearly paper tells of.
func (s Setting) year() data.FinancialYear {
	if s.Year != 0 {
		return s.Year
	}
	return data.FinancialYearOf(s.Today)
}

// Paper is one kind of paper that the office issues.
type Paper struct {
	Name  string    // as a command line calls it: "foi", "decision-file-copy"
	Title string    // as people call it: "Reply to the request"
	Of    data.Kind // what it is made of; empty where it tells of the whole office
	// Public is a paper that anybody may be given.
	Public bool
	// History is a paper that tells of the changes of its record, which the Setting has to bring.
	History bool
	// Unfit says, in a sentence, why no such paper can be made of a record; empty where one can. It may be nil.
	Unfit func(s Setting, rec data.Record) string
	Make  func(s Setting, rec data.Record) document.Document
}

// Papers are all kinds of papers, in the order in which people are offered them.
func Papers() []Paper {
	return []Paper{
		foiReplyPaper, acknowledgementPaper, clarificationPaper, feesPaper, extensionPaper, reviewPaper, foiLogPaper,
		decisionPaper, decisionFileCopyPaper,
		boardPaperPaper,
		newsReleasePaper,
		specificationPaper, specificationChangesPaper,
		grantPaper, awardLetterPaper, variationLetterPaper, monitoringSummaryPaper, dossierPaper,
		monitoringFormPaper,
		joiningPaper, attendanceSheetPaper, certificatesPaper, evaluationPaper,
		fundPaper,
		crimeGrantsPaper, spendPaper,
		registerPaper,
	}
}

// PapersOf are the papers that are made of one kind of record.
func PapersOf(kind data.Kind) []Paper {
	return slices.DeleteFunc(Papers(), func(p Paper) bool { return p.Of != kind })
}

// PaperNamed is the paper of a name.
func PaperNamed(name string) (Paper, bool) {
	all := Papers()
	i := slices.IndexFunc(all, func(p Paper) bool { return p.Name == name })
	if i < 0 {
		return Paper{}, false
	}
	return all[i], true
}

// makes is a Make of papers that are made of one type of record. A paper is offered for records of its own kind only.
func makes[R data.Record](of func(Setting, R) document.Document) func(Setting, data.Record) document.Document {
	return func(s Setting, rec data.Record) document.Document { return of(s, rec.(R)) } //nolint:forcetypeassert // see above
}

// unlessFit is an Unfit of papers that are made of one type of record.
func unlessFit[R data.Record](why func(Setting, R) string) func(Setting, data.Record) string {
	return func(s Setting, rec data.Record) string { return why(s, rec.(R)) } //nolint:forcetypeassert // see above
}

package ui

import (
	"almoner/data"
	"almoner/ui/desk"
	"almoner/ui/funds"
	"almoner/ui/office"
	"almoner/ui/partners"
)

// lesserPage is the page of a record of a kind that has no section of its own: it lies on a leaf of another. It is nil where the kind has
// none in the window.
func lesserPage(d desk.Desk, rec data.Record) desk.Page {
	switch rec := rec.(type) {
	case *data.Programme:
		return funds.NewRoundPage(d, rec)
	case *data.Contact:
		return partners.NewContactPage(d, rec)
	case *data.Staff:
		return office.NewStaffPage(d, rec)
	case *data.Question:
		return office.NewQuestionPage(d, rec)
	default:
		return nil
	}
}

// Package reports is what each paper of the office says: a file a paper, plain records in, a [document.Document] out.
//
// A paper is a pure function: it opens no file, asks no clock and knows no font, so equal records give equal papers. How a
// Document looks is the concern of the packages below it: layout places it on pages, pdf prints it.
package reports

import (
	"strings"

	"almoner/data"
	"almoner/reports/document"
)

// newPaper is a paper of the office before anything stands in it: who issues it, in which language, and what stands around each page.
// The foot says what the paper is, and what the office wants to stand at the foot of all of them.
func newPaper(office *data.OfficeDetails, title, subject, foot string) document.Document {
	if office.PaperFoot != "" {
		foot = strings.TrimPrefix(foot+" · "+office.PaperFoot, " · ")
	}
	return document.Document{
		Title: title, Author: office.Name, Subject: subject, Language: languageOf(office), Footer: foot, Marking: office.PaperMarking,
	}
}

func nonEmpty(texts ...string) []string {
	var kept []string
	for _, t := range texts {
		if strings.TrimSpace(t) != "" {
			kept = append(kept, t)
		}
	}
	return kept
}

// moneyCell is a sum as papers print it, and as a spreadsheet adds it up. A sum that nobody has put down is an empty cell, which is not
// nought.
func moneyCell(m data.Money) document.Cell {
	if m.IsZero() {
		return document.Cell{}
	}
	return document.MoneyCell(m.String(), m.Pence)
}

// dayCell is a day as papers print it. Only a whole day is one for a spreadsheet: "April 2018" stays words.
func dayCell(d data.Date) document.Cell {
	if d.Precision != data.ToTheDay || d.IsZero() {
		return document.TextCell(d.Long())
	}
	return document.DayCell(d.Long(), d.Time())
}

// para is a paragraph of plain words.
func para(text string) document.Paragraph { return document.Paragraph{Text: document.Text(text)} }

// field is a label with a value of plain words.
func field(label, text string) document.Field {
	return document.Field{Label: label, Blocks: []document.Block{para(text)}}
}

// fields are the rows that have something to say; a label without a value says nothing.
func fields(rows ...document.Field) document.Fields {
	var kept document.Fields
	for _, row := range rows {
		if row.Blank > 0 || len(row.Blocks) > 0 && strings.Join(document.BlockLines(row.Blocks), "") != "" {
			kept.Rows = append(kept.Rows, row)
		}
	}
	return kept
}

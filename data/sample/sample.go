// Package sample is a made-up office to try the program on: a commissioner's team in a county that no map shows, its grants over the
// five financial years 2021-22 to 2025-26, the funds that pay for them, and the requests for information that it was sent.
//
// Everybody in it is invented. Web and mail addresses end in .example, telephone numbers come from the range that Ofcom keeps for
// drama, charity and company numbers have the right shape but are far beyond those given out so far, and postcodes begin with letters
// that no post town has.
//
// The office is the same each time it is made, to the last row, so that papers printed from it can be compared. It stands still in
// November 2025: a grant that ends later is active, one that ended before is closed.
package sample

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"

	"almoner/data"
)

// today is the day on which the sample stands still.
var today = data.NewDate(2025, time.November, 21)

// Office is the sample's own details and its records, each kind after those that it points to. Whoever calls it may change them.
func Office() (*data.OfficeDetails, []data.Record) {
	details := office()
	var records []data.Record
	records = add(records, organisations())
	records = add(records, contacts())
	records = add(records, funds())
	records = add(records, questions())
	records = add(records, specifications())
	records = add(records, grants())
	records = add(records, requests(data.NewRegister(append(slices.Clone(records), details)...)))
	for _, rec := range records {
		nameRows(rec)
	}
	return details, records
}

func add[R data.Record](records []data.Record, more []R) []data.Record {
	for _, rec := range more {
		records = append(records, rec)
	}
	return records
}

func office() *data.OfficeDetails {
	return &data.OfficeDetails{
		Stamp:              data.Stamp{ID: data.OfficeID},
		Name:               "Office of the Police and Crime Commissioner for Elmshire",
		ShortName:          "OPCC",
		PoliceArea:         "Elmshire",
		Commissioner:       data.Commissioner{Name: "Rosalind Tarrant", Title: "Police and Crime Commissioner"},
		ChiefExecutive:     "Gareth Okonjo-Blythe",
		Address:            "Tannery House\n14 Weir Street\nRavensmere\nEL1 4QZ",
		Phone:              "01632 960100",
		Email:              "information@elmshire-pcc.example",
		Website:            "www.elmshire-pcc.example",
		FinancialYearStyle: data.YearDash,
		ReferenceSchemes: map[string]string{
			"foi_request": "FOI/{yy}-{seq:3}",
			"grant":       "{fy:2}/{fy+1:2} – {seq:4}",
		},
	}
}

// idOf is the ID of a record of the sample by its short name in these files. It has the form of those that data.NewID makes; its
// moment of making is that of the sample, one millisecond a kind, so that the kinds stand in order in a document.
func idOf(kind data.Kind, short string) data.ID {
	if short == "" {
		return ""
	}
	made := time.Date(today.Year, today.Month, today.Day, 9, 0, 0, slices.Index(data.Kinds(), kind)*int(time.Millisecond), time.UTC)
	sum := sha256.Sum256([]byte(string(kind) + " " + short))
	var u uuid.UUID
	copy(u[6:], sum[:])
	for i, ms := 5, made.UnixMilli(); i >= 0; i, ms = i-1, ms>>8 {
		u[i] = byte(ms)
	}
	u[6] = u[6]&0x0f | 0x70 // version 7
	u[8] = u[8]&0x3f | 0x80 // the variant of RFC 9562
	return data.ID(u.String())
}

func stamp(kind data.Kind, short string) data.Stamp { return data.Stamp{ID: idOf(kind, short)} }

func organisation(short string) data.ID  { return idOf(data.KindOrganisation, short) }
func fund(short string) data.ID          { return idOf(data.KindFund, short) }
func question(short string) data.ID      { return idOf(data.KindQuestion, short) }
func specification(short string) data.ID { return idOf(data.KindSpecification, short) }

func on(year int, month time.Month, day int) data.Date { return data.NewDate(year, month, day) }

// nameRows gives every row of a record an ID that follows from the record and the row's place, where data.NameRows would throw dice.
func nameRows(rec data.Record) {
	n := 0
	name := func(id *data.RowID) {
		n++
		sum := sha256.Sum256(fmt.Appendf(nil, "%s row %d", rec.Stamped().ID, n))
		*id = data.RowID(hex.EncodeToString(sum[:4]))
	}
	switch r := rec.(type) {
	case *data.Fund:
		for i := range r.Allocations {
			name(&r.Allocations[i].ID)
		}
	case *data.Grant:
		nameGrantRows(r, name)
	case *data.FOIRequest:
		nameRequestRows(r, name)
	default:
	}
}

func nameGrantRows(g *data.Grant, name func(*data.RowID)) {
	for i := range g.Awards {
		name(&g.Awards[i].ID)
		for k := range g.Awards[i].Funds {
			name(&g.Awards[i].Funds[k].ID)
		}
	}
	for i := range g.Outcomes {
		name(&g.Outcomes[i].ID)
	}
	for i := range g.Answers {
		name(&g.Answers[i].ID)
	}
}

func nameRequestRows(r *data.FOIRequest, name func(*data.RowID)) {
	for i := range r.Clock {
		name(&r.Clock[i].ID)
	}
	for i := range r.Questions {
		name(&r.Questions[i].ID)
	}
	for i := range r.Exemptions {
		name(&r.Exemptions[i].ID)
	}
	for i := range r.Appendices {
		a := &r.Appendices[i]
		name(&a.ID)
		for t := range a.Tables {
			nameTableRows(&a.Tables[t], name)
		}
		for f := range a.Footnotes {
			name(&a.Footnotes[f].ID)
		}
	}
}

func nameTableRows(t *data.Table, name func(*data.RowID)) {
	name(&t.ID)
	for g := range t.Groups {
		name(&t.Groups[g].ID)
		for r := range t.Groups[g].Rows {
			name(&t.Groups[g].Rows[r].ID)
		}
	}
}

// text takes the indentation of these files out of a longer text.
func text(s string) string {
	lines := strings.Split(strings.TrimSpace(s), "\n")
	for i, l := range lines {
		lines[i] = strings.TrimLeft(l, "\t")
	}
	return strings.Join(lines, "\n")
}

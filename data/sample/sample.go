// Package sample is a made-up office to try the program on: a commissioner's team in a county that no map shows, its grants over the
// five financial years 2021-22 to 2025-26, the funds that pay for them, and the requests for information that it was sent.
//
// Everybody in it is invented. Web and mail addresses end in .example, telephone numbers come from the range that Ofcom keeps for
// drama, charity and company numbers have the right shape but are far beyond those given out so far, and postcodes begin with letters
// that no post town has.
//
// It uses every kind of record and every field, so that whoever tries the program, or tests it, finds an example of each. A few things in
// it are wrong on purpose, to show how the program says so: one fund is promised beyond what it has, two papers state a total that their
// awards do not make, two payments are overdue, and some returns are late.
//
// The office is the same each time it is made, to the last row, so that papers printed from it can be compared. It stands still in
// November 2025: a grant that ends later is active, one that ended before is closed.
package sample

import (
	"crypto/sha256"
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"

	"almoner/data"
)

// Today is the day on which the sample stands still. On any later one all of it looks neglected.
func Today() data.Date { return today }

var today = data.NewDate(2025, time.November, 21)

// Office is the sample's own details and its records, each kind in the order of data.Kinds. Whoever calls it may change them.
func Office() (*data.OfficeDetails, []data.Record) {
	details := office()
	rounds, measured, given := programmes(), frameworks(), grants()
	arrange(given, rounds)
	asFirstAgreed(given)
	for _, g := range given {
		liveGrant(g)
	}
	var records []data.Record
	records = add(records, staff())
	records = add(records, organisations())
	records = add(records, contacts())
	records = add(records, funds())
	records = add(records, rounds)
	records = add(records, questions())
	records = add(records, specifications())
	records = add(records, measured)
	records = add(records, files())
	records = add(records, given)

	reg := data.NewRegister(append(slices.Clone(records), details)...)
	decided := decisions(reg, given, func() { vary(given) })
	intended(given)
	pay(given)
	reg.Put(asRecords(given)...)
	records = add(records, decided)
	records = add(records, trainingEvents(given))
	records = add(records, returns(given, measured))
	records = add(records, requests(reg, given))
	records = add(records, boardPapers())
	records = add(records, newsReleases(given))
	records = add(records, actions())
	records = add(records, publications(decided))
	for _, rec := range append(slices.Clone(records), details) {
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
		Language:           "en-GB",
		DecisionTemplate:   data.DecisionExecutive,
		PaperMarking:       "OFFICIAL",
		PaperFoot:          "Tannery House, 14 Weir Street, Ravensmere EL1 4QZ",
		ReferenceSchemes: map[string]string{
			"board_paper": "BP/{yyyy}/{seq:2}",
			"decision":    "DN/{fy:2}-{fy+1:2}/{seq:3}",
			"foi_request": "FOI/{yy}-{seq:3}",
			"grant":       "{fy:2}/{fy+1:2} – {seq:4}",
		},
		OrgID: "GB-LAE-ELM-PCC",
		Themes: []string{
			"Anti-social behaviour", "Children", "Counselling", "Criminal justice", "Disability", "Domestic abuse", "Drugs and alcohol", "Exploitation", "Fraud", "Hate crime", "Health",
			"Honour-based abuse", "Night-time economy", "Older people", "Online harm", "Perpetrators", "Reducing reoffending", "Restorative justice", "Road harm", "Rural crime",
			"Safer streets", "Serious violence", "Sexual violence", "Stalking", "Training", "Victims’ services", "Violence against women and girls", "Vulnerability", "Young people",
		},
		Holidays: []data.OfficeHoliday{{Date: on(2026, 6, 19), Name: "Elmshire Charter Day, 800 years"}},
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

// text takes the indentation of these files out of a longer text.
func text(s string) string {
	lines := strings.Split(strings.TrimSpace(s), "\n")
	for i, l := range lines {
		lines[i] = strings.TrimLeft(l, "\t")
	}
	return strings.Join(lines, "\n")
}

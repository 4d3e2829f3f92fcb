package sample_test

import (
	"bytes"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"almoner/data"
	"almoner/data/portable"
	"almoner/data/sample"
	"almoner/data/sqlite"
)

func register(t *testing.T) *data.Register {
	t.Helper()
	details, records := sample.Office()
	return data.NewRegister(append(records, details)...)
}

func TestEveryRecordCanBeSaved(t *testing.T) {
	details, records := sample.Office()
	for _, rec := range append(records, details) {
		for _, p := range rec.Problems() {
			t.Errorf("%s “%s”, %s: %s", rec.RecordKind().Label(), rec.Label(), p.Field, p.Sentence)
		}
	}
}

func TestEveryIDIsOursAndStandsOnce(t *testing.T) {
	_, records := sample.Office()
	seen := map[data.ID]string{}
	for _, rec := range records {
		id := rec.Stamped().ID
		if !id.Ours() {
			t.Errorf("the id %q of “%s” is not one that Almoner makes", id, rec.Label())
		}
		if other, taken := seen[id]; taken {
			t.Errorf("“%s” and “%s” have one id", rec.Label(), other)
		}
		seen[id] = rec.Label()
	}
}

func TestWhatRecordsPointToIsThere(t *testing.T) {
	reg := register(t)
	_, records := sample.Office()
	for _, rec := range records {
		data.EachReference(rec, func(field string, kind data.Kind, id *data.ID) {
			if _, ok := reg.Find(kind, *id); *id != "" && !ok {
				t.Errorf("“%s”, %s: there is no such %s", rec.Label(), field, kind.Label())
			}
		})
	}
}

func TestSampleIsTheSameEachTime(t *testing.T) {
	var first, second bytes.Buffer
	for _, w := range []*bytes.Buffer{&first, &second} {
		if err := portable.Write(w, register(t), portable.Options{Personal: true}); err != nil {
			t.Fatal(err)
		}
	}
	if diff := cmp.Diff(first.String(), second.String()); diff != "" {
		t.Error(diff)
	}
}

func TestSampleIsAnOfficeAtWork(t *testing.T) {
	reg := register(t)
	if years := reg.Years(); !slices.Equal(years, []data.FinancialYear{2025, 2024, 2023, 2022, 2021}) {
		t.Errorf("the awards are for %v", years)
	}
	services, statuses, recipients, upTo, pence, longer := map[string]bool{}, map[data.GrantStatus]int{}, map[data.ID]bool{}, 0, 0, 0
	for _, g := range data.All[*data.Grant](reg) {
		services[g.Services] = true
		statuses[g.Status]++
		recipients[g.Recipient] = true
		longer += min(len(g.Years())-1, 1)
		for _, a := range g.Awards {
			if a.Amount.Qualifier == data.UpTo {
				upTo++
			}
			if a.Amount.Pence%100 != 0 {
				pence++
			}
		}
	}
	for _, s := range data.GrantStatuses() {
		if statuses[s] == 0 && s != data.Agreed { // nothing agreed waits for April yet
			t.Errorf("no grant is %s", s.Label())
		}
	}
	for what, n := range map[string]int{
		"different services": len(services) - 59, "recipients": len(recipients) - 29, "awards up to an amount": upTo - 4,
		"awards with pence": pence - 4, "grants over several years": longer - 19, "grants": reg.Count(data.KindGrant) - 119,
		"contacts": reg.Count(data.KindContact) - 19, "requests": reg.Count(data.KindFOIRequest) - 7,
		"specifications": reg.Count(data.KindSpecification) - 3, "questions": reg.Count(data.KindQuestion) - 3, "funds": reg.Count(data.KindFund) - 11,
	} {
		if n < 1 {
			t.Errorf("there are %d too few %s", 1-n, what)
		}
	}
}

// What is wrong with the money on purpose, so that a tester sees how the program says so.
const overCommitted = "Rural crime pot"

// Pence that the awards make more than the paper states.
var slipped = map[string]int64{"Counselling after sexual violence": 450_00, "Treatment in place of court": 900_00}

// Each award is paid to the penny, from funds that were won and that have as much for that year.
func TestFundsPayForTheAwards(t *testing.T) {
	reg := register(t)
	type purse struct {
		fund data.ID
		year data.FinancialYear
	}
	spent := map[purse]int64{}
	for _, g := range data.All[*data.Grant](reg) {
		given := slices.Contains(data.AwardedStatuses(), g.Status)
		for _, a := range g.Awards {
			var paid int64
			for _, share := range a.Funds {
				paid += share.Amount.Pence
				spent[purse{share.Fund, a.FinancialYear}] += share.Amount.Pence
			}
			if given && paid != a.Amount.Pence || !given && paid != 0 {
				t.Errorf("%s, %s, %s: funds pay %d of %d pence", g.Title, g.Status.Label(), a.FinancialYear, paid, a.Amount.Pence)
			}
		}
		if slip := slipped[g.Title]; g.StatedDifference().Pence != slip && (slip == 0 || !g.StatedTotal.IsZero()) {
			t.Errorf("%s: the paper says %s, the awards make %s", g.Title, g.StatedTotal, g.Total())
		}
	}
	for _, f := range data.All[*data.Fund](reg) {
		for _, a := range f.Allocations {
			if left := a.Amount.Pence - spent[purse{f.ID, a.FinancialYear}]; left < 0 && f.Programme != overCommitted {
				t.Errorf("%s has promised %d pence too much for %s", f.Programme, -left, a.FinancialYear)
			}
			delete(spent, purse{f.ID, a.FinancialYear})
		}
		if f.Status != data.Won && (!f.Allocation.IsZero() || len(f.Allocations) > 0) {
			t.Errorf("%s was not won, and has money", f.Programme)
		}
	}
	for p, pence := range spent {
		t.Errorf("the fund %s has nothing for %s, and pays %d pence", p.fund, p.year, pence)
	}
}

func TestStatusesFitTheDates(t *testing.T) {
	today := data.NewDate(2025, 11, 21)
	for _, g := range data.All[*data.Grant](register(t)) {
		ended, begun := g.PlannedEnd.Before(today), !today.Before(g.PlannedStart)
		switch g.Status {
		case data.Closed:
			if !ended || g.Outcomes[0].Achieved == "" {
				t.Errorf("%s, %s: closed, though it ends on %s and achieved “%s”", g.Reference, g.Title, g.PlannedEnd, g.Outcomes[0].Achieved)
			}
		case data.Active:
			if ended || !begun {
				t.Errorf("%s, %s: active from %s to %s", g.Reference, g.Title, g.PlannedStart, g.PlannedEnd)
			}
		case data.Proposed, data.Approved, data.Agreed:
			if begun {
				t.Errorf("%s, %s: %s, though it began on %s", g.Reference, g.Title, g.Status.Label(), g.PlannedStart)
			}
		default:
		}
		if today.Before(g.AwardDate) || g.PlannedStart.Before(g.AwardDate) {
			t.Errorf("%s, %s: decided on %s, begins on %s", g.Reference, g.Title, g.AwardDate, g.PlannedStart)
		}
	}
}

func TestReferencesStandOnce(t *testing.T) {
	reg := register(t)
	for _, kind := range data.Kinds() {
		for _, rec := range reg.Records(kind) {
			n, numbered := rec.(data.Numbered)
			if !numbered {
				continue
			}
			own, others := n.Bears()
			for _, ref := range append([]data.Reference{*own}, others...) {
				if found := reg.ByReference(kind, string(ref)); len(found) != 1 || found[0] != rec {
					t.Errorf("%d records bear %s", len(found), ref)
				}
			}
		}
	}
}

func request(t *testing.T, reg *data.Register, ref string) *data.FOIRequest {
	t.Helper()
	found := reg.ByReference(data.KindFOIRequest, ref)
	if len(found) != 1 {
		t.Fatalf("%d requests are %s", len(found), ref)
	}
	return found[0].(*data.FOIRequest)
}

// What was sent is what the register said: read again as if it were a draft, the table is the same, cell by cell.
func TestSentTableSaysWhatTheRegisterSays(t *testing.T) {
	reg := register(t)
	sent := request(t, reg, "FOI/25-001")
	if !sent.Sent() || len(sent.Appendices) != 2 {
		t.Fatal("FOI/25-001 is not a reply that was sent with two appendices")
	}
	table := sent.Appendices[0].Tables[0]
	draft := data.Clone(sent)
	draft.Status = data.Drafted
	live := draft.Appendices[0].Tables[0]
	live.Groups = nil
	var pence int64
	rows := 0
	for i, g := range live.Fill(reg, draft) {
		if len(g.Rows) != len(table.Groups[i].Rows) {
			t.Fatalf("%s: %d rows were sent, the register has %d", g.Heading, len(table.Groups[i].Rows), len(g.Rows))
		}
		for k, r := range g.Rows {
			rows++
			frozen := table.Groups[i].Rows[k]
			for c := range r.Cells {
				if r.Cells[c].Text != frozen.Cells[c].Text || r.Cells[c].Text == "" {
					t.Errorf("%s, row %d, column %d: “%s” was sent, the register says “%s”", g.Heading, k, c, frozen.Cells[c].Text, r.Cells[c].Text)
				}
			}
			m, err := data.ParseMoney(frozen.Cells[1].Text)
			if err != nil {
				t.Fatal(err)
			}
			pence += m.Pence
		}
	}
	if total := table.AmountTotal(reg); rows < 8 || total.Pence != pence {
		t.Errorf("%d rows add up to %d pence, the register says %s", rows, pence, total)
	}
	for _, g := range table.Groups {
		if !slices.ContainsFunc(g.Rows, func(r data.Row) bool { return r.Cells[3].Appendix == 2 }) {
			t.Errorf("%s: no service points to the specification", g.Heading)
		}
	}
}

func TestDraftReadsTheRegister(t *testing.T) {
	reg := register(t)
	draft := request(t, reg, "foi 25 006")
	table := draft.Appendices[0].Tables[0]
	groups := table.Fill(reg, draft)
	if draft.Sent() || len(table.Groups) != 0 || len(groups) != 3 || len(groups[2].Rows) == 0 {
		t.Errorf("the draft's table holds %d groups of its own and reads %d", len(table.Groups), len(groups))
	}
}

func TestSampleGoesIntoAnOfficeAndOutAgain(t *testing.T) {
	details, records := sample.Office()
	path := filepath.Join(t.TempDir(), "o.almoner")
	office, err := sqlite.Create(t.Context(), path, details, sqlite.User{Name: "Test", Machine: "test"})
	if err != nil {
		t.Fatal(err)
	}
	defer office.Close() //nolint:errcheck // the file goes with the test
	if err := office.SaveAll(t.Context(), records, nil); err != nil {
		t.Fatal(err)
	}
	var want, got bytes.Buffer
	if err := portable.Write(&want, register(t), portable.Options{Personal: true}); err != nil {
		t.Fatal(err)
	}
	content := func(id data.ID) ([]byte, error) { return office.Content(t.Context(), id) }
	if err := portable.Write(&got, office.Register(), portable.Options{Personal: true, Content: content}); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want.String(), got.String()); diff != "" {
		t.Errorf("the office file changed what it was given:\n%s", diff)
	}
	doc, err := portable.Read(bytes.NewReader(got.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	if again, err := doc.Records(data.NewRegister()); err != nil || len(again) != len(records) {
		t.Errorf("%d of %d records come back: %v", len(again), len(records), err)
	}
}

// The figures that stand in the words of an answer are those of the register too.
func TestRefugeAnswerAddsUp(t *testing.T) {
	reg := register(t)
	answer := request(t, reg, "FOI/25-003").Questions[0].Answer
	refuge := reg.ByReference(data.KindOrganisation, "Tŷ Noddfa Refuge")[0].Stamped().ID
	for y := data.FinancialYear(2021); y <= 2024; y++ {
		q := data.Query{Years: []data.FinancialYear{y}, Recipients: []data.ID{refuge}, Status: data.AwardedStatuses()}
		row := "| " + y.String() + " | " + reg.Grants().Find(q, data.Sort{}).Total().String() + " |"
		if !strings.Contains(answer, row) {
			t.Errorf("the answer lacks %s", row)
		}
	}
}

// A tester must never ring or write to somebody who exists.
func TestNobodyRealCanBeReached(t *testing.T) {
	details, records := sample.Office()
	check := func(what, phone string, addresses ...string) {
		if phone != "" && !strings.HasPrefix(phone, "01632 960") {
			t.Errorf("%s: %s is not a number for drama", what, phone)
		}
		for _, a := range addresses {
			if a != "" && !strings.HasSuffix(a, ".example") {
				t.Errorf("%s: %s could be somebody’s", what, a)
			}
		}
	}
	check(details.Name, details.Phone, details.Email, details.Website)
	for _, rec := range records {
		switch r := rec.(type) {
		case *data.Organisation:
			check(r.Name, r.Phone, r.Email, r.Website)
		case *data.Contact:
			check(r.Name, r.Phone, r.Email)
		case *data.FOIRequest:
			check(string(r.Reference), "", r.Applicant.Email)
		case *data.Staff:
			check(r.Name, r.Phone, r.Email)
		case *data.TrainingEvent:
			for _, a := range r.Attendees {
				check(a.Name, "", a.Email)
			}
		case *data.Publication:
			site, _, _ := strings.Cut(strings.TrimPrefix(r.URL, "https://"), "/")
			check(r.Title, "", site)
		default:
		}
	}
}

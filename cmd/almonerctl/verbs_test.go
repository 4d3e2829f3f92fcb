package main

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"almoner/data"
	"almoner/data/sqlite"
)

// quay is a small office with one record of every kind, all of which have to do with one charity.
func quay(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "quay.almoner")
	details := &data.OfficeDetails{Name: "Quay", ReferenceSchemes: map[string]string{"grant": "{fy:2}/{fy+1:2} – {seq:4}"}}
	office, err := sqlite.Create(t.Context(), path, details, sqlite.User{Name: "Ann Smith", Machine: "LAPTOP-1"})
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := office.Close(); err != nil {
			t.Error(err)
		}
	}()
	id := func(name string) data.Stamp { return data.Stamp{ID: data.ID(name)} }
	file, err := data.NewAttachment("bid.txt", "text/plain", []byte("the bid\n"))
	if err != nil {
		t.Fatal(err)
	}
	file.Of = "g1"
	recs := []data.Record{
		&data.Staff{Stamp: id("s1"), Name: "Priya Nair", JobTitle: "Commissioning officer"},
		&data.Organisation{Stamp: id("o1"), Name: "Harbour", CharityNumber: "0123456"},
		&data.Organisation{Stamp: id("o2"), Name: "Harbour Trust", Email: "post@harbour.example"},
		&data.Contact{Stamp: id("c1"), Name: "Dan Brook", Organisation: "o1", Source: "Zeppelin letter", LawfulBasis: "Zeppelin task"},
		&data.Fund{Stamp: id("f1"), Programme: "Victims core", Funder: "o2", Status: data.Won, Allocation: data.Pounds(1000)},
		&data.Programme{Stamp: id("p1"), Title: "Small grants", FinancialYear: 2023, Budget: data.Pounds(900)},
		&data.Question{Stamp: id("q1"), Key: "open", Wording: "Is it open to all?"},
		&data.Specification{Stamp: id("sp1"), Title: "What Harbour does", Status: data.SpecificationDraft},
		&data.OutcomesFramework{Stamp: id("of1"), Title: "Victims’ outcomes", Measures: []data.Measure{{Title: "People helped"}}},
		file,
		&data.Grant{
			Stamp: id("g1"), Title: "Outreach", Reference: "23/24 – 0017", Recipient: "o1", Programme: "p1", Status: data.Active, Purpose: "Somebody beside them in court.",
			Awards: []data.Award{{FinancialYear: 2023, Amount: data.Money{Pence: 22_528_57}, Funds: []data.FundShare{{Fund: "f1", Amount: data.Pounds(100)}}}},
		},
		&data.Grant{
			Stamp: id("g2"), Title: "Night bus", Reference: "23/24 – 0018", Recipient: "o2", DeliveredBy: "o1", Status: data.Active,
			Awards:     []data.Award{{FinancialYear: 2023, Amount: data.Money{Pence: 10_00}}},
			Variations: []data.Variation{{Number: 1, Kind: data.Novate, Applied: data.NewDate(2024, 1, 5), Changes: []data.VariationChange{{Term: data.VariedRecipient, WasRecord: "o1", Record: "o2"}}}},
		},
		&data.Decision{Stamp: id("d1"), Reference: "PCC/2023/004", Title: "Outreach for a year", Grants: []data.ID{"g1"}, Status: data.DecisionDraft, Marking: data.Public},
		&data.TrainingEvent{
			Stamp: id("t1"), Title: "First responders", Start: data.NewDate(2024, 5, 2), Provider: "o1", Hosts: []data.ID{"o1", "o2"}, Grant: "g1",
			Attendees: []data.Attendee{{Name: "Zeppelin Smith"}}, Attendance: []data.Attendance{{Organisation: "o2", Booked: 9, Attended: 7}},
		},
		&data.MonitoringReturn{Stamp: id("r1"), Grant: "g1", Period: "Quarter 1, 2023-24", Due: data.NewDate(2023, 7, 31), Status: data.ReturnExpected},
		&data.FOIRequest{
			Stamp: id("q5"), Reference: "FOI/23-005", Subject: "Night buses", Received: data.NewDate(2024, 1, 2), Status: data.Searching,
			Applicant: &data.Applicant{Name: "Zeppelin Post"},
		},
		&data.BoardPaper{Stamp: id("bp1"), Title: "A year of outreach", Date: data.NewDate(2024, 6, 1)},
		&data.NewsRelease{Stamp: id("n1"), Headline: "Money for the quay", About: []data.ID{"o1"}},
		&data.Action{Stamp: id("z1"), Text: "Ring the charity", From: "d1", Owner: "s1", Due: data.NewDate(2024, 2, 1), Status: data.ActionOpen},
		&data.Publication{Stamp: id("pu1"), What: "d1", Where: "Decisions log", PublishedOn: data.NewDate(2024, 2, 2)},
	}
	if err := office.SaveAll(t.Context(), recs, nil); err != nil {
		t.Fatal(err)
	}
	return path
}

// cases are offices made of the papers of real offices.
func cases(t *testing.T) []string {
	t.Helper()
	docs, err := filepath.Glob(filepath.Join(filepath.Dir(shared(t, "000-foi-reply.json")), "*.json"))
	if err != nil || len(docs) < 5 {
		t.Fatalf("%v: %d documents", err, len(docs))
	}
	var offices []string
	for _, doc := range docs {
		office := filepath.Join(t.TempDir(), "case.almoner")
		must(t, "new", office)
		must(t, "load", office, doc)
		offices = append(offices, office)
	}
	return offices
}

// listed is how many of a kind are listed, in both ways.
func listed(t *testing.T, office, kind string) int {
	t.Helper()
	text := must(t, "list", office, kind, "--json")
	var v map[string]any
	if err := json.Unmarshal([]byte(text), &v); err != nil {
		t.Fatalf("%s: %v", kind, err)
	}
	rows, ok := v[kind].([]any)
	if !ok || float64(len(rows)) != v["count"] || v["count"] != v["of"] {
		t.Errorf("%s: %d rows, count %v of %v", kind, len(rows), v["count"], v["of"])
	}
	plain := must(t, "list", office, kind)
	if strings.Count(plain, "\n") != len(rows)+1 {
		t.Errorf("%s: %d lines for %d rows", kind, strings.Count(plain, "\n"), len(rows))
	}
	if strings.Contains(text+plain, "Zeppelin") {
		t.Errorf("%s tells what is personal", kind)
	}
	return len(rows)
}

func TestEveryKindHasANameOnTheCommandLine(t *testing.T) {
	for _, kind := range data.Kinds() {
		if kind == data.KindOffice {
			continue
		}
		name := nameOfKind(kind)
		for _, word := range []string{name, string(kind), kind.Label(), strings.ToUpper(name)} {
			if kind == data.KindStaff && word == kind.Label() {
				continue // “member of staff”
			}
			if got, err := kindNamed(word); err != nil || got != kind {
				t.Errorf("%q is %q: %v", word, got, err)
			}
		}
	}
}

func TestEveryKindOfAnOfficeIsListed(t *testing.T) {
	office := quay(t)
	for _, kind := range data.Kinds() {
		if kind == data.KindOffice {
			continue
		}
		if n := listed(t, office, nameOfKind(kind)); n == 0 || n != listed(t, office, string(kind)) {
			t.Errorf("%s: %d are listed", kind, n)
		}
		if _, out, _ := ctl(t, 80, "list", office, string(kind)); !strings.Contains(out, kind.Label()) && !strings.Contains(out, kind.Plural()) {
			t.Errorf("on a terminal, %s:\n%s", kind, out)
		}
	}
}

func TestEveryKindOfRealPapersIsListed(t *testing.T) {
	seen := 0
	for _, office := range cases(t) {
		for _, kind := range data.Kinds() {
			if kind != data.KindOffice {
				seen += listed(t, office, string(kind))
			}
		}
	}
	if seen < 40 {
		t.Errorf("%d records are listed", seen)
	}
}

func TestAListIsFoundByWhatItsRecordsPointTo(t *testing.T) {
	office := quay(t)
	for kind, holds := range map[string]string{
		"grants": "Outreach", "returns": "Quarter 1", "training": "First responders", "decisions": "PCC/2023/004", "files": "bid.txt", "releases": "Money for the quay",
	} {
		if out := must(t, "list", office, kind, "--find", "harbour"); !strings.Contains(out, holds) {
			t.Errorf("%s about Harbour:\n%s", kind, out)
		}
	}
	if out := must(t, "list", office, "returns", "--status", "late"); !strings.Contains(out, "\tLate\t") {
		t.Errorf("a return that nobody sent is not late:\n%s", out)
	}
	if out := must(t, "list", office, "returns", "--status", "Received"); strings.Count(out, "\n") != 1 {
		t.Errorf("a status keeps others:\n%s", out)
	}
}

func TestFindPutsTheBestFirst(t *testing.T) {
	office := quay(t)
	for _, spelling := range []string{"23/24 – 0017", "2324-0017", "23/24 17", "0017"} {
		out := must(t, append([]string{"find", office}, strings.Fields(spelling)...)...)
		if lines := strings.Split(out, "\n"); !strings.HasPrefix(lines[1], "grant\t23/24 – 0017\tOutreach") {
			t.Errorf("%s finds:\n%s", spelling, out)
		}
	}
	if out := must(t, "find", office, "beside", "court"); !strings.Contains(out, "Outreach\tPurpose: Somebody beside them in court.") {
		t.Errorf("in a text:\n%s", out)
	}
	var found foundRows
	if err := json.Unmarshal([]byte(must(t, "find", office, "harbour", "--limit", "2", "--json")), &found); err != nil || found.Count != 2 || found.Of < 8 || found.Found[0].Kind != data.KindOrganisation {
		t.Errorf("%v: %+v", err, found)
	}
	if code, out, said := ctl(t, 0, "find", office, "zeppelin"); code != exitNotFound || out != "" || !strings.Contains(said, "Nothing was found") {
		t.Errorf("a person is found: %d %s%s", code, out, said)
	}
}

func TestShowSaysAllOfARecord(t *testing.T) {
	office := quay(t)
	out := must(t, "show", office, "2324 17")
	for _, want := range []string{
		"Grant: Outreach", "Recipient                 Harbour", "2023-24", "£22,528.57", "Somebody beside them in court.", "Named by", "PCC/2023/004", "Saved by Ann Smith on",
	} {
		if !strings.Contains(out, want) {
			t.Errorf("“%s” is not in\n%s", want, out)
		}
	}
	var s shown
	if err := json.Unmarshal([]byte(must(t, "show", office, "2324 17", "--json")), &s); err != nil || s.Kind != data.KindGrant || len(s.NamedBy) != 4 || !strings.Contains(string(s.Record), `"23/24 – 0017"`) {
		t.Errorf("%v: %+v", err, s)
	}
	request := must(t, "show", office, "FOI/23-005")
	for _, want := range []string{"Received Tuesday 2 January 2024", "Day 20, due Tuesday 30 January 2024"} {
		if !strings.Contains(request, want) {
			t.Errorf("the clock does not say “%s”:\n%s", want, request)
		}
	}
}

func TestWhatIsPersonalIsShownOnlyWhenAskedFor(t *testing.T) {
	office := quay(t)
	change(t, office, "q5", func(r *data.FOIRequest) { r.Applicant.Email = "Zeppelin@post.example" })
	change(t, office, "t1", func(e *data.TrainingEvent) { e.Attendees[0].Needs = "Zeppelin parking" })
	change(t, office, "c1", func(c *data.Contact) { c.Source = "Zeppelin call" })
	for _, record := range []string{"FOI/23-005", "First responders", "Dan Brook"} {
		for _, form := range [][]string{nil, {"--json"}} {
			args := append([]string{"show", office, record}, form...)
			if out := must(t, args...); strings.Contains(out, "Zeppelin") {
				t.Errorf("%s: shown without asking:\n%s", record, out)
			}
			if out := must(t, append(args, "--personal")...); !strings.Contains(out, "Zeppelin") {
				t.Errorf("%s: not shown though asked for:\n%s", record, out)
			}
		}
		if out := must(t, "history", office, record) + must(t, "history", office, record, "--json"); strings.Contains(out, "Zeppelin") {
			t.Errorf("%s: the history tells what is personal:\n%s", record, out)
		} else if !strings.Contains(out, " changed\n") {
			t.Errorf("%s: the history does not say that it was changed:\n%s", record, out)
		}
	}
}

func TestShownLinesFitTheTerminal(t *testing.T) {
	office := sampleOffice(t)
	_, out, _ := ctl(t, 70, "show", office, "FOI/25-001")
	for line := range strings.Lines(out) {
		if n := len([]rune(strings.TrimRight(line, "\n"))); n > 70 {
			t.Errorf("%d characters on a line of 70: %s", n, line)
		}
	}
}

// change saves a record of an office as somebody else.
func change[R data.Record](t *testing.T, path string, id data.ID, edit func(R)) {
	t.Helper()
	office, err := sqlite.Open(t.Context(), path, sqlite.User{Name: "Ben Cole", Machine: "LAPTOP-2"})
	if err != nil {
		t.Fatal(err)
	}
	rec, _ := data.Get[R](office.Register(), id)
	rec = data.Clone(rec)
	edit(rec)
	_, err = office.Save(t.Context(), rec)
	if err := errors.Join(err, office.Close()); err != nil {
		t.Fatal(err)
	}
}

func TestAChangeIsToldUndoneAndPutBack(t *testing.T) {
	office := quay(t)
	change(t, office, "g1", func(g *data.Grant) { g.Title = "Outreach by night" })
	out := must(t, "history", office, "23/24 17")
	if !strings.Contains(out, "Ben Cole on LAPTOP-2") || !strings.Contains(out, "Name of grant from Outreach to Outreach by night") || !strings.Contains(out, "Made the grant.") {
		t.Errorf("history:\n%s", out)
	}
	last, _, _ := strings.Cut(out, " ")
	if all := must(t, "history", office, "--limit", "1"); !strings.HasPrefix(all, last+" ") || strings.Count(all, "\n") != 2 {
		t.Errorf("of the whole office:\n%s", all)
	}
	must(t, "undo", office, last)
	if out := must(t, "show", office, "23/24 17"); !strings.Contains(out, "Grant: Outreach\n") {
		t.Errorf("after undo:\n%s", out)
	}
	if code, _, said := ctl(t, 0, "undo", office, "9999"); code != exitFailed || !strings.Contains(said, "no change 9999") {
		t.Errorf("undo of nothing: %d %s", code, said)
	}
	change(t, office, "g1", func(g *data.Grant) { g.Title = "Something else" })
	if code, _, said := ctl(t, 0, "put-back", office, "23/24 17", "--as-of", "2001-01-01"); code != exitFailed || !strings.Contains(said, "was not there yet") {
		t.Errorf("putting back before it was: %d %s", code, said)
	}
	if code, _, said := ctl(t, 0, "put-back", office, "23/24 17", "--as-of", "31 Feb"); code != exitUsage || !strings.Contains(said, "is not a date") {
		t.Errorf("putting back no day: %d %s", code, said)
	}
	if code, _, said := ctl(t, 0, "put-back", office, "23/24 17", "--as-of", "today"); code != exitFailed || !strings.Contains(said, "is as it was then already") {
		t.Errorf("putting back today: %d %s", code, said)
	}
}

func TestWhatWasDeletedIsFoundInTheHistoryAndComesBack(t *testing.T) {
	office := quay(t)
	o, err := sqlite.Open(t.Context(), office, sqlite.User{Name: "Ben Cole", Machine: "LAPTOP-2"})
	if err != nil {
		t.Fatal(err)
	}
	saved, err := o.Save(t.Context(), &data.Grant{Stamp: data.Stamp{ID: "g3"}, Title: "Day bus", Reference: "23/24 – 0019"})
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(o.Delete(t.Context(), saved.Record), o.Close()); err != nil {
		t.Fatal(err)
	}
	if code, _, _ := ctl(t, 0, "show", office, "23/24 – 0019"); code != exitNotFound {
		t.Errorf("a deleted grant is shown: %d", code)
	}
	for _, name := range []string{"2324 0019", "day bus", "g3"} {
		if out := must(t, "history", office, name); !strings.Contains(out, "Deleted the grant.") {
			t.Errorf("history of %s:\n%s", name, out)
		}
	}
	var rows struct{ Changes []changeRow }
	if err := json.Unmarshal([]byte(must(t, "history", office, "day bus", "--json")), &rows); err != nil || len(rows.Changes) != 2 {
		t.Fatalf("%v: %+v", err, rows)
	}
	must(t, "undo", office, strconv.FormatInt(rows.Changes[0].Sequence, 10))
	if out := must(t, "show", office, "23/24 – 0019"); !strings.Contains(out, "Day bus") {
		t.Errorf("it did not come back:\n%s", out)
	}
}

func TestFilesGoInAndOut(t *testing.T) {
	office := quay(t)
	dir := t.TempDir()
	content := []byte("signed\x00 and sealed")
	if err := os.WriteFile(filepath.Join(dir, "agreement.pdf"), content, 0o600); err != nil {
		t.Fatal(err)
	}
	must(t, "attach", office, "2324 17", filepath.Join(dir, "agreement.pdf"), "--label", "The agreement")
	if out := must(t, "list", office, "files"); !strings.Contains(out, "agreement.pdf\tThe agreement\tOutreach\t18 bytes") {
		t.Errorf("files:\n%s", out)
	}
	for _, name := range []string{"agreement.pdf", "the agreement"} {
		if out := must(t, "extract", office, name, "-o", "-"); out != string(content) {
			t.Errorf("%s: %q", name, out)
		}
	}
	must(t, "extract", office, "agreement.pdf", "-o", t.TempDir())
	for name, c := range map[string]struct {
		args []string
		code int
		says string
	}{
		"no such file":   {[]string{"attach", office, "2324 17", filepath.Join(dir, "no.pdf")}, exitFailed, "There is no file"},
		"a folder":       {[]string{"attach", office, "2324 17", dir}, exitFailed, "is a folder"},
		"no such record": {[]string{"attach", office, "nobody", filepath.Join(dir, "agreement.pdf")}, exitNotFound, "is called “nobody”"},
		"no such name":   {[]string{"extract", office, "nothing.pdf", "-o", "-"}, exitNotFound, "No file is called"},
	} {
		if code, out, said := ctl(t, 0, c.args...); code != c.code || !strings.Contains(said, c.says) || out != "" || strings.Count(said, "\n") != 1 {
			t.Errorf("%s: %d %s%s", name, code, out, said)
		}
	}
	if err := os.Truncate(filepath.Join(dir, "agreement.pdf"), data.MaximumAttachment+1); err != nil {
		t.Fatal(err)
	}
	if code, _, said := ctl(t, 0, "attach", office, "2324 17", filepath.Join(dir, "agreement.pdf")); code != exitFailed || !strings.Contains(said, "25 MB at most") {
		t.Errorf("too large: %d %s", code, said)
	}
}

func TestADumpHoldsTheFilesThemselves(t *testing.T) {
	office := quay(t)
	first := must(t, "dump", office, "--personal")
	dir := t.TempDir()
	doc, other := filepath.Join(dir, "d.json"), filepath.Join(dir, "copy.almoner")
	if err := os.WriteFile(doc, []byte(first), 0o600); err != nil {
		t.Fatal(err)
	}
	must(t, "new", other)
	must(t, "load", other, doc)
	if out := must(t, "extract", other, "bid.txt", "-o", "-"); out != "the bid\n" {
		t.Errorf("the copy holds %q", out)
	}
	// An ID of the document's own is made anew, in the order of the document.
	if again := must(t, "dump", other, "--personal"); len(again) < len(first) {
		t.Errorf("%d bytes of %d came back", len(again), len(first))
	}
}

func TestOneBodyIsMadeOfTwoToThePenny(t *testing.T) {
	office := quay(t)
	before := listGrants(t, "list", office, "grants", "--json")
	_, _, said := ctl(t, 0, "merge-organisations", office, "0123456", "Harbour Trust")
	if !strings.Contains(said, "are one organisation now, Harbour.") {
		t.Fatal(said)
	}
	after := listGrants(t, "list", office, "grants", "--recipient", "Harbour", "--json")
	if after.Amount != before.Amount || after.Count != before.Count || before.Recipients != 2 || after.Recipients != 1 {
		t.Errorf("before %+v, after %+v", before, after)
	}
	if out := must(t, "list", office, "organisations", "--json"); !strings.Contains(out, "Harbour Trust") || !strings.Contains(out, "post@harbour.example") || !strings.Contains(out, `"count": 1`) {
		t.Errorf("organisations:\n%s", out)
	}
	if out := must(t, "history", office, "--limit", "7"); !strings.Contains(out, "organisation “Harbour Trust”\n    Deleted the organisation.") || !strings.Contains(out, "Recipient from ") {
		t.Errorf("history:\n%s", out)
	}
	must(t, "check", office)
	for _, args := range [][]string{{"Harbour", "Harbour"}, {"Harbour", "Nobody"}} {
		code, _, said := ctl(t, 0, "merge-organisations", office, args[0], args[1])
		if code == exitDone || strings.Count(said, "\n") != 1 {
			t.Errorf("%v: %d %s", args, code, said)
		}
	}
}

func TestSeveralOfOneNameAreToldApart(t *testing.T) {
	office := quay(t)
	code, out, said := ctl(t, 0, "show", office, "Night", "--kind", "grant")
	if code != exitDone || !strings.Contains(out, "Night bus") {
		t.Errorf("%d %s", code, said)
	}
	code, out, said = ctl(t, 0, "show", office, "out")
	if code != exitNotFound || out != "" || !strings.Contains(said, "23/24 – 0017") || !strings.Contains(said, "PCC/2023/004") || strings.Count(said, "\n") != 1 {
		t.Errorf("%d %s%s", code, out, said)
	}
	if code, _, said := ctl(t, 0, "show", office, "x", "--kind", "sweets"); code != exitUsage || !strings.Contains(said, "There are no records called") {
		t.Errorf("%d %s", code, said)
	}
}

func TestAttentionIsAsOnADay(t *testing.T) {
	office := quay(t)
	needs := func(args ...string) []data.Need {
		var v struct {
			On        string
			Attention []attentionRow
		}
		if err := json.Unmarshal([]byte(must(t, append([]string{"attention", office, "--json"}, args...)...)), &v); err != nil {
			t.Fatal(err)
		}
		var found []data.Need
		for _, a := range v.Attention {
			found = append(found, a.Need)
		}
		return found
	}
	early, later := needs("--on", "2023-07-01"), needs("--on", "2024-02-05")
	if slices.Contains(early, data.NeedsReturn) || !slices.Contains(later, data.NeedsReturn) || !slices.Contains(later, data.NeedsDoing) || !slices.Contains(later, data.NeedsAnswer) {
		t.Errorf("in July: %v; in February: %v", early, later)
	}
	if out := must(t, "attention", office, "--on", "5 Feb 2024"); !strings.Contains(out, "FOI/23-005") || !strings.HasPrefix(out, "urgent\ton\t") {
		t.Errorf("attention:\n%s", out)
	}
	if code, _, _ := ctl(t, 0, "attention", office, "--on", "2024"); code != exitUsage {
		t.Errorf("a year is no day: %d", code)
	}
}

func TestProgressIsShownOnlyWhereSomebodyWatches(t *testing.T) {
	var b strings.Builder
	show := terminal{err: &b, watched: true}.progress()
	for done := range 1001 {
		show(done, 1000)
	}
	if text := b.String(); strings.Count(text, "Saved") != 101 || !strings.HasSuffix(text, "Saved 1000 of 1000 records\r\x1b[K") {
		t.Errorf("%q", text)
	}
	if (terminal{err: &b}).progress() != nil {
		t.Error("a nightly job is shown progress")
	}
}

func TestTodayIsThatOfTheClockGiven(t *testing.T) {
	term := terminal{now: func() time.Time { return time.Date(2024, 2, 5, 23, 59, 0, 0, time.Local) }}
	if term.today() != data.NewDate(2024, 2, 5) {
		t.Error(term.today())
	}
}

func TestShowTellsHowMoneyStandsAndWhatDiffers(t *testing.T) {
	office := filepath.Join(t.TempDir(), "o.almoner")
	must(t, "new", office)
	must(t, "load", office, shared(t, "001-decision.json"))
	if out := must(t, "list", office, "funds"); !strings.Contains(out, "up to £22,528.57\tup to £22,528.57\t£0\t£0\t31 Mar 2024") {
		t.Errorf("the list of funds:\n%s", out)
	}
	var fund shown
	if err := json.Unmarshal([]byte(must(t, "show", office, "core uplift", "--kind", "funds", "--json")), &fund); err != nil {
		t.Fatal(err)
	}
	if n := len(fund.Balance); n != 2 || fund.Balance[n-1].Left.String() != "£0" || fund.Balance[0].Year != 2023 || len(fund.Warnings) != 0 {
		t.Errorf("%+v", fund)
	}
	office = sampleOffice(t)
	if out := must(t, "show", office, "Rural crime pot"); !strings.Contains(out, "How its money stands") || !strings.Contains(out, "is committed £1,200 more than it has") {
		t.Errorf("a fund that is committed twice:\n%s", out)
	}
	if out := must(t, "show", office, "A programme for people who stalk", "--kind", "decisions"); !strings.Contains(out, "What the register says otherwise now") {
		t.Errorf("a decision that the register has left behind:\n%s", out)
	}
}

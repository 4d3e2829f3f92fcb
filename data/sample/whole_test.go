package sample_test

import (
	"bytes"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"almoner/data"
	"almoner/data/portable"
	"almoner/data/sample"
)

var today = data.NewDate(2025, 11, 21)

// stepsOf are the steps of a record, by the field of that name.
func stepsOf(rec data.Record) []data.Step {
	steps, _ := reflect.ValueOf(rec).Elem().FieldByName("Steps").Interface().([]data.Step)
	return steps
}

// Each life is walked again from its first step, asking at each whether the next one may follow.
func TestLivesAreWalkedByTheirSteps(t *testing.T) {
	_, records := sample.Office()
	walked := 0
	for _, rec := range records {
		staged, ok := rec.(data.Staged)
		if !ok {
			continue
		}
		steps := stepsOf(rec)
		if len(steps) == 0 || steps[len(steps)-1].To != staged.Stage() {
			t.Errorf("%s “%s” is %s, and its steps are %v", rec.RecordKind().Label(), rec.Label(), staged.Stage(), steps)
			continue
		}
		again := reflect.New(reflect.TypeOf(rec).Elem())
		for i, s := range steps {
			walked++
			if s.On.IsZero() || s.By == "" || today.Before(s.On) || i > 0 && s.On.Before(steps[i-1].On) {
				t.Errorf("%s “%s” became %s on %q by %q, after %v", rec.RecordKind().Label(), rec.Label(), s.To, s.On, s.By, steps[:i])
			}
			if i > 0 && !slices.Contains(again.Interface().(data.Staged).NextStages(), s.To) {
				t.Errorf("%s “%s”: %s cannot follow %s", rec.RecordKind().Label(), rec.Label(), s.To, steps[i-1].To)
			}
			again.Elem().FieldByName("Status").SetString(s.To)
		}
	}
	if walked < 500 {
		t.Errorf("only %d steps were taken", walked)
	}
}

func TestNobodyActsAfterTheyLeft(t *testing.T) {
	reg := register(t)
	gone := map[string]data.Date{}
	for _, s := range data.All[*data.Staff](reg) {
		if !s.Left.IsZero() {
			gone[s.Name] = s.Left
		}
	}
	if len(gone) == 0 {
		t.Fatal("nobody has left")
	}
	_, records := sample.Office()
	for _, rec := range records {
		staged, ok := rec.(data.Staged)
		if !ok {
			continue
		}
		steps := stepsOf(staged)
		for _, s := range steps {
			if left, ok := gone[s.By]; ok && left.Before(s.On) {
				t.Errorf("%s “%s” became %s on %s by %s, who had left", rec.RecordKind().Label(), rec.Label(), s.To, s.On, s.By)
			}
		}
		data.EachReference(rec, func(field string, _ data.Kind, id *data.ID) {
			if s, ok := data.Get[*data.Staff](reg, *id); ok && !s.Left.IsZero() && s.Left.Before(steps[0].On) {
				t.Errorf("%s “%s”, %s: %s had left before it began", rec.RecordKind().Label(), rec.Label(), field, s.Name)
			}
		})
	}
}

func TestOnlyOneFundPromisesMoreThanItHas(t *testing.T) {
	reg := register(t)
	for _, f := range data.All[*data.Fund](reg) {
		if said := reg.Balance(f).Warnings(f); (f.Programme == overCommitted) != (len(said) > 0) {
			t.Errorf("%s: %v", f.Programme, said)
		}
	}
	nights := reg.ByReference(data.KindFund, "HO/SAD/25/1163")[0].(*data.Fund)
	if left := reg.Balance(nights).Left; left.Pence <= 0 || today.DaysUntil(nights.SpendBy) > 60 || nights.SpendBy.Before(today) {
		t.Errorf("%s is left to be spent by %s", left, nights.SpendBy)
	}
}

func TestPaymentsFitTheAwards(t *testing.T) {
	overdue, due, paid := 0, 0, 0
	reg := register(t)
	for _, g := range data.All[*data.Grant](reg) {
		byYear, references := map[data.FinancialYear]int64{}, map[data.Reference]bool{}
		for _, p := range g.Payments {
			byYear[p.Year()] += p.Amount.Pence
			switch {
			case !p.PaidOn.IsZero():
				paid++
				if p.PaidOn.Before(p.Due) || today.Before(p.PaidOn) || p.Reference == "" || references[p.Reference] {
					t.Errorf("%s: due on %s, paid on %s as %q", g.Title, p.Due, p.PaidOn, p.Reference)
				}
				references[p.Reference] = true
			case p.Due.Before(today.AddDays(-30)):
				overdue++
			default:
				due++
			}
		}
		for _, a := range g.Awards {
			whole := g.TotalIn([]data.FinancialYear{a.FinancialYear})
			if got := byYear[a.FinancialYear]; got > whole.Pence || got != whole.Pence && len(g.Payments) > 0 && whole.Qualifier != data.UpTo {
				t.Errorf("%s, %s: payments of %d pence for %s", g.Title, a.FinancialYear, got, whole)
			}
		}
		for _, w := range reg.FundWarnings(g) {
			if !strings.Contains(w, overCommitted) {
				t.Errorf("%s: %s", g.Title, w)
			}
		}
	}
	if overdue < 2 || due < 20 || paid < 300 {
		t.Errorf("%d payments are overdue, %d are to come, %d were made", overdue, due, paid)
	}
}

// What a decision says of its awards is what it decided, whatever became of the grants since.
func TestSettledDecisionsKeepTheirAwards(t *testing.T) {
	reg := register(t)
	differ := map[string]bool{}
	for _, d := range data.All[*data.Decision](reg) {
		if settled := d.Settled() != ""; settled != (len(d.Awards) > 0) {
			t.Errorf("%s is %s and keeps %d awards", d.Label(), d.Status, len(d.Awards))
		}
		if !d.StatedTotal.IsZero() && data.AwardedTotal(d.Awards).Pence != d.StatedTotal.Pence {
			t.Errorf("%s states %s of %s", d.Label(), d.StatedTotal, data.AwardedTotal(d.Awards))
		}
		for _, l := range d.Links {
			if to, held := data.Get[*data.Decision](reg, l.Decision); held && to.Reference != l.Reference {
				t.Errorf("%s prints %s for %s", d.Label(), l.Reference, to.Reference)
			}
		}
		if len(d.Differences(reg)) > 0 {
			differ[d.Title] = true
		}
	}
	if want := map[string]bool{"A programme for people who stalk": true}; !maps.Equal(differ, want) {
		t.Errorf("the grants differ now from %v", differ)
	}
}

func TestNumbersHaveNoGaps(t *testing.T) {
	reg := register(t)
	for _, kind := range []data.Kind{data.KindGrant, data.KindDecision, data.KindFOIRequest, data.KindBoardPaper} {
		scheme, err := reg.Details().Scheme(kind)
		if err != nil {
			t.Fatal(err)
		}
		numbers := map[string][]int{}
		for _, rec := range reg.Records(kind) {
			own, _ := rec.(data.Numbered).Bears()
			period, n, ok := scheme.Read(*own)
			if !ok {
				t.Errorf("%s is not by the scheme %s", *own, scheme)
			}
			numbers[period] = append(numbers[period], n)
		}
		for period, ns := range numbers {
			slices.Sort(ns)
			for i, n := range ns {
				if n != i+1 {
					t.Errorf("%s, %q: %d follows %v", kind, period, n, ns[:i])
					break
				}
			}
		}
	}
}

func TestReturnsAreThoseThatWereAskedFor(t *testing.T) {
	reg := register(t)
	late := 0
	for _, g := range data.All[*data.Grant](reg) {
		if missing := reg.MissingReturns(g); len(missing) > 0 {
			t.Errorf("%s: %d returns are asked for and not there", g.Title, len(missing))
		}
	}
	for _, m := range data.All[*data.MonitoringReturn](reg) {
		if m.LateOn(today) {
			late++
		}
		if m.LateOn(today) != (m.Status == data.ReturnLate) || m.Received.IsZero() != (len(m.Values) == 0) {
			t.Errorf("%s, due on %s, is %s, received on %q with %d figures", m.Period, m.Due, m.Status, m.Received, len(m.Values))
		}
	}
	if late < 2 {
		t.Errorf("%d returns are late", late)
	}
}

// A request's clock can be worked out, and only those that the sample means to be late are.
func TestClocksRun(t *testing.T) {
	reg := register(t)
	for _, r := range data.All[*data.FOIRequest](reg) {
		d, err := r.Deadline(reg.Calendar())
		if err != nil {
			t.Errorf("%s: %v", r.Reference, err)
			continue
		}
		answered := r.RespondedOn()
		if answered.IsZero() {
			answered = today
		}
		if !d.Due.IsZero() && d.Due.Before(answered) || len(d.Notes) > 0 {
			t.Errorf("%s: due on %s, answered on %s; %v", r.Reference, d.Due, r.RespondedOn(), d.Notes)
		}
	}
}

func TestProgrammesPayWhatTheySaid(t *testing.T) {
	reg := register(t)
	for _, p := range data.All[*data.Programme](reg) {
		var given int64
		n := 0
		for _, g := range data.All[*data.Grant](reg) {
			if g.Programme != p.ID {
				continue
			}
			n++
			if g.Status.Given() {
				given += g.Total().Pence
			}
			if g.Total().Pence > p.LargestAward.Pence || g.AwardDate.Before(p.Opens) {
				t.Errorf("%s: %s, on %s, from %s", p.Title, g.Total(), g.AwardDate, g.Title)
			}
		}
		if n < 3 || given == 0 || given > p.Budget.Pence {
			t.Errorf("%s: %d grants of %d pence", p.Title, n, given)
		}
	}
}

var gap = regexp.MustCompile(`[^\p{L}\p{N}]+`)

func plainWords(s string) string {
	return " " + strings.TrimSpace(gap.ReplaceAllString(data.Fold(s), " ")) + " "
}

// What real offices wrote stays theirs: no sentence of the papers that the program was modelled on stands in the sample.
func TestNoSentenceIsSomebodyElses(t *testing.T) {
	var papers []string
	for _, pattern := range []string{"seeds/*.txt", "cases/*.txt"} {
		found, err := filepath.Glob(filepath.Join("..", "..", "..", "shared", pattern))
		if err != nil {
			t.Fatal(err)
		}
		papers = append(papers, found...)
	}
	if len(papers) == 0 {
		t.Skip("the shared papers are not beside the repository")
	}
	var b bytes.Buffer
	if err := portable.Write(&b, register(t), portable.Options{Personal: true}); err != nil {
		t.Fatal(err)
	}
	ours := plainWords(strings.ReplaceAll(b.String(), `\n`, " "))
	compared := 0
	for _, p := range papers {
		text, err := os.ReadFile(p)
		if err != nil {
			t.Fatal(err)
		}
		for _, sentence := range regexp.MustCompile(`[.!?:;]\s|\n`).Split(string(text), -1) {
			if w := plainWords(sentence); len(strings.Fields(w)) >= 6 {
				compared++
				if strings.Contains(ours, w) {
					t.Errorf("%s: “%s”", filepath.Base(p), strings.TrimSpace(sentence))
				}
			}
		}
	}
	if compared < 100 {
		t.Errorf("only %d sentences were compared", compared)
	}
}

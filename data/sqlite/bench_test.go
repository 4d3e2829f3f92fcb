package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"almoner/data"
)

// benchOffice is an office of n grants with two awards of two funds, two themes, two outcomes and an answer each.
func benchOffice(b *testing.B, n int) string {
	b.Helper()
	ctx := context.Background()
	path := filepath.Join(b.TempDir(), "Office.almoner")
	o, err := Create(ctx, path, &data.OfficeDetails{Name: "Office"}, tester)
	if err != nil {
		b.Fatal(err)
	}
	funds := []*data.Fund{{Stamp: data.Stamp{ID: "f1"}, Programme: "Core"}, {Stamp: data.Stamp{ID: "f2"}, Programme: "Victims"}}
	recs := []data.Record{
		funds[0], funds[1], &data.Organisation{Stamp: data.Stamp{ID: "o1"}, Name: "A charity"},
		&data.Question{Stamp: data.Stamp{ID: "q1"}, Key: "men", Wording: "Is it open to men?"},
	}
	for i := range n {
		recs = append(recs, benchGrant(i))
	}
	if err := o.SaveAll(ctx, recs, nil); err != nil {
		b.Fatal(err)
	}
	if err := o.Close(); err != nil {
		b.Fatal(err)
	}
	return path
}

func benchGrant(i int) *data.Grant {
	g := &data.Grant{
		Stamp: data.Stamp{ID: data.NewID()}, Reference: data.Reference(fmt.Sprintf("23/24 – %05d", i)), Title: fmt.Sprintf("Support service %d", i),
		Recipient: "o1", Status: data.Active, Purpose: strings.Repeat("What it is for. ", 12), Services: strings.Repeat("What is done. ", 12),
		AwardDate: data.NewDate(2023, time.April, 1+i%300), Themes: []string{"stalking", "domestic abuse"},
		Outcomes: []data.Outcome{{Measure: "People helped", Achieved: "120"}, {Measure: "People safer", Achieved: "96%"}},
		Answers:  []data.Answer{{Question: "q1", Answer: data.Yes, Explanation: "To all."}},
	}
	for y := range 2 {
		g.Awards = append(g.Awards, data.Award{FinancialYear: data.FinancialYear(2022 + y), Amount: data.Pounds(5000), Funds: []data.FundShare{
			{Fund: "f1", Amount: data.Pounds(3000)}, {Fund: "f2", Amount: data.Pounds(2000)},
		}})
	}
	return g
}

// BenchmarkOpen opens 10,000 grants, beside reading the same rows of the same tables with database/sql into variables.
func BenchmarkOpen(b *testing.B) {
	path := benchOffice(b, 10_000)
	ctx := context.Background()
	var ours, raw time.Duration
	for b.Loop() {
		start := time.Now()
		scanAll(b, path)
		raw += time.Since(start)
		start = time.Now()
		o, err := Open(ctx, path, tester)
		if err != nil {
			b.Fatal(err)
		}
		ours += time.Since(start)
		if n := o.Register().Count(data.KindGrant); n != 10_000 {
			b.Fatalf("%d grants", n)
		}
		if err := o.Close(); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(ours)/float64(raw), "x-raw")
}

func scanAll(b *testing.B, path string) {
	b.Helper()
	db, err := connect(path, writing)
	if err != nil {
		b.Fatal(err)
	}
	defer db.Close() //nolint:errcheck // only read from
	for _, table := range []string{
		"funds", "organisations", "questions", "grants", "grant_aliases", "grant_themes", "grant_awards", "grant_award_funds", "grant_outcomes", "grant_answers",
	} {
		rows, err := db.DB.Query("SELECT * FROM " + table)
		if err != nil {
			b.Fatal(err)
		}
		if err := scanRows(rows); err != nil {
			b.Fatal(err)
		}
	}
}

func scanRows(rows *sql.Rows) error {
	columns, err := rows.ColumnTypes()
	if err != nil {
		return err
	}
	into := make([]any, len(columns))
	for i, c := range columns {
		if c.DatabaseTypeName() == "INTEGER" {
			into[i] = new(sql.NullInt64)
		} else {
			into[i] = new(sql.NullString)
		}
	}
	for rows.Next() {
		if err := rows.Scan(into...); err != nil {
			return err
		}
	}
	return rows.Err()
}

// BenchmarkSave saves one grant with a new amount, beside the statements that this takes, run with database/sql.
func BenchmarkSave(b *testing.B) {
	path := benchOffice(b, 1000)
	ctx := context.Background()
	o, err := Open(ctx, path, tester)
	if err != nil {
		b.Fatal(err)
	}
	defer o.Close() //nolint:errcheck // the benchmark is over
	mirror, err := connect(benchOffice(b, 1000), writing)
	if err != nil {
		b.Fatal(err)
	}
	defer mirror.Close() //nolint:errcheck // the benchmark is over
	id := data.All[*data.Grant](o.Register())[500].ID
	var other string
	if err := mirror.DB.QueryRow("SELECT id FROM grants LIMIT 1 OFFSET 500").Scan(&other); err != nil {
		b.Fatal(err)
	}
	var ours, raw time.Duration
	amount := int64(1)
	for b.Loop() {
		amount++
		g, _ := data.Get[*data.Grant](o.Register(), id)
		g = data.Clone(g)
		g.Awards[1].Amount = data.Pounds(amount)
		start := time.Now()
		if _, err := o.Save(ctx, g); err != nil {
			b.Fatal(err)
		}
		ours += time.Since(start)
		start = time.Now()
		if err := saveRaw(ctx, mirror.DB, other, amount); err != nil {
			b.Fatal(err)
		}
		raw += time.Since(start)
	}
	b.ReportMetric(float64(ours)/float64(raw), "x-raw")
}

// saveRaw is what a save has to do at the least: the record, the rows of the list that changed, the change and its field, the counter.
func saveRaw(ctx context.Context, db *sql.DB, id string, amount int64) error {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback() //nolint:errcheck // does nothing after a commit
	var sequence int64
	if err := tx.QueryRow("SELECT sequence FROM meta").Scan(&sequence); err != nil {
		return err
	}
	sequence++
	var hash string
	if err := tx.QueryRow("SELECT hash FROM changes WHERE sequence = ?", sequence-1).Scan(&hash); err != nil {
		return err
	}
	for _, s := range []struct {
		sql  string
		args []any
	}{
		{"UPDATE grants SET version = version + 1, saved_at = ?, saved_by = ? WHERE id = ?", []any{time.Now().Format(time.RFC3339Nano), "x", id}},
		{"DELETE FROM grant_awards WHERE record = ?", []any{id}},
		{"INSERT INTO grant_awards VALUES (?, 0, 'a', 2022, '', 500000, ''), (?, 1, 'b', 2023, '', ?, '')", []any{id, id, amount}},
		{"INSERT INTO grant_award_funds VALUES (?, 'a', 0, 'a', 'f1', 1, ''), (?, 'a', 1, 'b', 'f2', 1, ''), (?, 'b', 0, 'c', 'f1', 1, ''), (?, 'b', 1, 'd', 'f2', 1, '')", []any{id, id, id, id}},
		{"INSERT INTO changes VALUES (?, ?, ?, 'x', 'x', 'grants', ?, 'x', 'salt', '', ?, 'update', ?)", []any{sequence, fmt.Sprint("op", sequence), time.Now().Format(time.RFC3339Nano), id, sequence, hash}},
		{"INSERT INTO change_fields VALUES (?, 0, 'awards/b/amount', '1', '2', 'salt', '')", []any{sequence}},
		{"UPDATE meta SET sequence = ?", []any{sequence}},
	} {
		if _, err := tx.Exec(s.sql, s.args...); err != nil {
			return fmt.Errorf("%s: %w", s.sql, err)
		}
	}
	return tx.Commit()
}

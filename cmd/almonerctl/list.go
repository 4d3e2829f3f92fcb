package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"almoner/data"
	"almoner/data/sqlite"
)

type listVerb struct {
	Office string `arg:"" help:"The office file."`
	Kind   string `arg:"" help:"What to list: ${kinds}."`

	choice `embed:""`

	JSON bool `name:"json" help:"Write JSON, sums in pence."`
}

// choice is which records are wanted, and in which order.
type choice struct {
	Year       []yearFlag `help:"Grants with an award in this financial year, which alone is shown and counted. Written 2017, 2017-18 or 2017/18. May be given several times." placeholder:"YEAR"`
	Theme      []string   `sep:"none" help:"Grants with this theme. May be given several times." placeholder:"THEME"`
	Recipient  []string   `sep:"none" help:"Grants to, or delivered by, organisations whose name has these words. May be given several times." placeholder:"NAME"`
	Status     []string   `help:"Only records of this status. May be given several times." placeholder:"STATUS"`
	Find       string     `help:"Only records in which all these words are found." placeholder:"TEXT"`
	Sort       string     `help:"Sort by this column, named as in the first line of the list without a terminal." placeholder:"FIELD"`
	Descending bool       `help:"Sort the other way round."`
}

// yearFlag is a financial year as people write it on a command line.
type yearFlag data.FinancialYear

// UnmarshalText reads a year in any of the styles that offices print.
func (y *yearFlag) UnmarshalText(text []byte) error {
	year, err := data.ParseFinancialYear(string(text))
	*y = yearFlag(year)
	return err
}

// result is a list, for a person and for a program.
type result struct {
	table table
	json  any
}

// Run lists records.
func (v *listVerb) Run(ctx context.Context, term terminal) error {
	kind, err := kindNamed(v.Kind)
	if err != nil {
		return err
	}
	list := func(reg *data.Register) (result, error) { return v.records(reg, data.CatalogueOf(kind, term.today())) }
	if kind == data.KindGrant {
		list = v.grants
	} else if err := v.ofGrantsOnly(v.Kind); err != nil {
		return err
	}
	return term.with(ctx, v.Office, func(office *sqlite.Office) error {
		found, err := list(office.Register())
		if err != nil {
			return err
		}
		if v.JSON {
			return term.writeJSON(found.json)
		}
		return found.table.write(term)
	})
}

// ofGrantsOnly refuses what only grants can be chosen by.
func (v *choice) ofGrantsOnly(what string) error {
	if len(v.Year)+len(v.Theme)+len(v.Recipient) > 0 {
		return wrongUse("--year, --theme and --recipient choose among grants, not among %s.", what)
	}
	return nil
}

// statuses reads the values of --status as those of one kind of record.
func statuses(c data.Catalogue, given []string) ([]string, error) {
	var chosen []string
	for _, word := range given {
		if len(c.Statuses) == 0 {
			return nil, wrongUse("%s have no status.", data.UpperInitial(c.Many))
		}
		i := slices.IndexFunc(c.Statuses, func(s data.StatusWord) bool {
			return data.Fold(word) == s.Key || data.Fold(word) == data.Fold(s.Label)
		})
		if i < 0 {
			words := make([]string, len(c.Statuses))
			for k, s := range c.Statuses {
				words[k] = s.Key
			}
			return nil, wrongUse("There is no status “%s” here: it is one of %s.", word, strings.Join(words, ", "))
		}
		chosen = append(chosen, c.Statuses[i].Key)
	}
	return chosen, nil
}

// order is the order that was asked for, or the one that a kind stands in by itself.
func order[R any](v *choice, what string, fields []data.Field[R], otherwise data.Sort) (data.Sort, error) {
	if v.Sort == "" {
		if v.Descending {
			otherwise.Descending = !otherwise.Descending
		}
		return otherwise, nil
	}
	keys := make([]string, len(fields))
	for i, f := range fields {
		keys[i] = f.Key
	}
	if !slices.Contains(keys, v.Sort) {
		return data.Sort{}, wrongUse("%s cannot be sorted by “%s”; they can be by %s.", data.UpperInitial(what), v.Sort, strings.Join(keys, ", "))
	}
	return data.Sort{Field: v.Sort, Descending: v.Descending}, nil
}

// tabulate makes the table of some rows with the fields of some keys.
func tabulate[R any](reg *data.Register, fields []data.Field[R], keys []string, rows []R) table {
	var t table
	var shown []data.Field[R]
	for _, key := range keys {
		for _, f := range fields {
			if f.Key == key {
				shown = append(shown, f)
				t.columns = append(t.columns, column{key: f.Key, heading: f.Heading, figures: f.Figures})
			}
		}
	}
	for _, r := range rows {
		cells := make([]string, len(shown))
		for i, f := range shown {
			cells[i] = f.Text(reg, r)
		}
		t.rows = append(t.rows, cells)
	}
	return t
}

// totals is the line under a list: how many of how many.
func totals(shown, all int, one, many string) string {
	if all == 1 {
		many = one
	}
	return fmt.Sprintf("%d of %d %s", shown, all, many)
}

package main

import (
	"context"
	"fmt"

	"almoner/data/sqlite"
)

type checkVerb struct {
	Office string `arg:"" help:"The office file, or a backup of one."`
	JSON   bool   `name:"json" help:"Write what was found as JSON."`
}

type checked struct {
	Path     string   `json:"path"`
	Sound    bool     `json:"sound"`
	Records  int      `json:"records"`
	Changes  int      `json:"changes"`
	LastHash string   `json:"last_hash"`
	Problems []string `json:"problems"`
}

// Run checks an office.
func (v *checkVerb) Run(ctx context.Context, term terminal) error {
	report, err := sqlite.Check(ctx, v.Office)
	if err != nil {
		return err
	}
	if v.JSON {
		err = term.writeJSON(checked{
			Path: v.Office, Sound: report.Sound(), Records: report.Records, Changes: report.Changes, LastHash: report.LastHash,
			Problems: append([]string{}, report.Problems...),
		})
	} else {
		err = v.write(term, report)
	}
	if err == nil && !report.Sound() {
		return &failure{code: exitUnsound}
	}
	return err
}

func (v *checkVerb) write(term terminal, report sqlite.Report) error {
	lines := report.Sentences()
	if report.Sound() && report.LastHash != "" {
		lines = append(lines, "Seal of the last change: "+report.LastHash)
	}
	for _, line := range lines {
		if _, err := fmt.Fprintln(term.out, line); err != nil {
			return fmt.Errorf("write what was found: %w", err)
		}
	}
	return nil
}

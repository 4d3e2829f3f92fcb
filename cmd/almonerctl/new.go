package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"

	"almoner/data"
	"almoner/data/sample"
	"almoner/data/sqlite"
)

type newVerb struct {
	Office string `arg:"" help:"The office file to make."`
	Name   string `help:"Name of the office; that of the file if not given." placeholder:"NAME"`
	Sample bool   `help:"Fill it with a made-up office to try the program on."`
	JSON   bool   `name:"json" help:"Say what was made in JSON."`
}

type made struct {
	Path    string `json:"path"`
	Name    string `json:"name"`
	Records int    `json:"records"` // the office's own details apart
}

// Run makes an office.
func (v *newVerb) Run(ctx context.Context, term terminal) error {
	details := &data.OfficeDetails{Name: strings.TrimSuffix(filepath.Base(v.Office), filepath.Ext(v.Office))}
	var records []data.Record
	if v.Sample {
		details, records = sample.Office()
	}
	if v.Name != "" {
		details.Name = v.Name
	}
	if err := details.Problems().Err(); err != nil {
		return wrongUse("%s", err)
	}
	office, err := sqlite.Create(ctx, v.Office, details, term.saver())
	if err != nil {
		return err
	}
	err = errors.Join(office.SaveAll(ctx, records, nil), office.Close())
	if err != nil {
		return errors.Join(err, os.Remove(v.Office)) // half a sample is no office
	}
	if v.JSON {
		return term.writeJSON(made{Path: v.Office, Name: details.Name, Records: len(records)})
	}
	term.say("Made %s: %s, %s.", quoted(v.Office), details.Name, counted(len(records), "record", "records"))
	return nil
}

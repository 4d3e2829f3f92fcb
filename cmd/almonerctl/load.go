package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"almoner/data"
	"almoner/data/portable"
	"almoner/data/sqlite"
)

type loadVerb struct {
	Office string `arg:"" help:"The office file."`
	File   string `arg:"" help:"The document to load."`
	JSON   bool   `name:"json" help:"Say what was loaded in JSON."`
}

type loaded struct {
	Path    string `json:"path"`
	Records int    `json:"records"`
	Details string `json:"details"` // what became of the office's own: "loaded", "kept", or "none" in the document
}

// Run loads a document. The office's own details in it take the place of those in the file only while the office holds nothing
// else: later, somebody has set them as they should be.
func (v *loadVerb) Run(ctx context.Context, term terminal) error {
	doc, err := readDocument(v.File)
	if err != nil {
		return err
	}
	return term.with(ctx, v.Office, func(office *sqlite.Office) error {
		records, err := doc.Records(office.Register())
		if err != nil {
			return notLoaded(v.File, err)
		}
		result := loaded{Path: v.Office, Records: len(records), Details: "none"}
		switch {
		case doc.Office == nil:
		case isNew(office.Register()):
			details := data.Clone(doc.Office)
			details.Stamp = *office.Register().Details().Stamped()
			if err := details.Problems().Err(); err != nil {
				return notLoaded(v.File, err)
			}
			records, result.Details = append([]data.Record{details}, records...), "loaded"
		default:
			result.Details = "kept"
		}
		if err := office.SaveAll(ctx, records, term.progress()); err != nil {
			return err
		}
		return v.report(term, result)
	})
}

func (v *loadVerb) report(term terminal, result loaded) error {
	if v.JSON {
		return term.writeJSON(result)
	}
	term.say("Loaded %s from %s.", counted(result.Records, "record", "records"), quoted(v.File))
	if result.Details == "kept" {
		term.say("The office’s own name, address and wording were kept as they are: those in %s were not loaded.", quoted(v.File))
	}
	return nil
}

// isNew reports whether an office holds nothing but its own details.
func isNew(reg *data.Register) bool {
	for _, kind := range data.Kinds() {
		if kind != data.KindOffice && reg.Count(kind) > 0 {
			return false
		}
	}
	return true
}

func readDocument(path string) (_ *portable.Document, err error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, &data.Fault{Sentence: fmt.Sprintf("There is no file %s to load. Look for it, and name it with its folder.", quoted(path)), Cause: err}
	case err == nil && info.IsDir():
		return nil, sentence("%s is a folder. Name the document in it that is to be loaded.", quoted(path))
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, &data.Fault{Sentence: fmt.Sprintf("%s cannot be read. Is the drive connected, and may you read it?", quoted(path)), Cause: err}
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	doc, err := portable.Read(f)
	if err != nil {
		return nil, notLoaded(path, err)
	}
	return doc, nil
}

func notLoaded(path string, err error) error {
	reason := data.Explain(err)
	var problems data.Problems
	if errors.As(err, &problems) {
		reason = problems.Error()
	}
	return &data.Fault{Sentence: fmt.Sprintf("%s was not loaded. %s", quoted(path), reason), Cause: err}
}

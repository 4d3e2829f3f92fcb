package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"almoner/data"
	"almoner/data/wholefile"
)

// writeJSON writes a result for other programs.
func (t terminal) writeJSON(v any) error {
	e := json.NewEncoder(t.out)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	if err := e.Encode(v); err != nil {
		return fmt.Errorf("write the result: %w", err)
	}
	return nil
}

// plainJSON is a value in JSON, with & and < as they are.
func plainJSON(v any) (json.RawMessage, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimSpace(b.Bytes()), nil
}

// quoted is how people are told of a file.
func quoted(path string) string { return "“" + filepath.Base(path) + "”" }

// deliver writes a whole result to standard output or to a file. A file is written beside the old one and takes its place when it is
// whole, so that a failure leaves what was there.
func (t terminal) deliver(path string, mode fs.FileMode, write func(io.Writer) error) error {
	if path == "" || path == "-" {
		var b bytes.Buffer // nothing at all is better than half of it
		if err := write(&b); err != nil {
			return err
		}
		if _, err := t.out.Write(b.Bytes()); err != nil {
			return fmt.Errorf("write to standard output: %w", err)
		}
		return nil
	}
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return sentence("%s is a folder. Name the file that is to be written in it.", quoted(path))
	}
	var failed error // of what was to be written, which says itself what is wrong
	err := wholefile.Write(path, mode, func(w io.Writer) error {
		failed = write(w)
		return failed
	})
	var fault *data.Fault
	switch {
	case errors.As(failed, &fault):
		return failed
	case err != nil:
		return &data.Fault{Sentence: fmt.Sprintf("%s could not be written, and what was there before still is. Does its folder exist, is there room, and may you write there?", quoted(path)), Cause: err}
	}
	return nil
}

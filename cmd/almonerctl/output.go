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

// quoted is how people are told of a file.
func quoted(path string) string { return "“" + filepath.Base(path) + "”" }

// deliver writes a whole result to standard output or to a file. A file is written beside the old one and takes its place when it is
// whole, so that a failure leaves what was there.
func (t terminal) deliver(path string, write func(io.Writer) error) error {
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
	if err := replace(path, write); err != nil {
		return &data.Fault{Sentence: fmt.Sprintf("%s could not be written, and what was there before still is. Does its folder exist, is there room, and may you write there?", quoted(path)), Cause: err}
	}
	return nil
}

func replace(path string, write func(io.Writer) error) (err error) {
	mode := fs.FileMode(0o644)
	if old, err := os.Stat(path); err == nil {
		mode = old.Mode().Perm()
	}
	draft, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*")
	if err != nil {
		return fmt.Errorf("make a file beside it: %w", err)
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, draft.Close(), os.Remove(draft.Name()))
		}
	}()
	if err := write(draft); err != nil {
		return err
	}
	if err := draft.Chmod(mode); err != nil {
		return fmt.Errorf("give it the rights of the old one: %w", err)
	}
	if err := draft.Sync(); err != nil {
		return fmt.Errorf("bring it to the disk: %w", err)
	}
	if err := draft.Close(); err != nil {
		return fmt.Errorf("finish it: %w", err)
	}
	if err := os.Rename(draft.Name(), path); err != nil {
		return fmt.Errorf("put it in its place: %w", err)
	}
	return nil
}

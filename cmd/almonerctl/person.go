package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"

	"almoner/data"
	"almoner/data/sqlite"
	"almoner/data/wholefile"
)

type personVerb struct {
	Office string `arg:"" help:"The office file."`
	Name   string `arg:"" help:"The person’s name, in either order."`
	Out    string `short:"o" help:"The file to write; - or none is standard output." placeholder:"FILE"`
	JSON   bool   `name:"json" help:"Write JSON instead of text."`
	Remove bool   `help:"Take the person out of the office: out of records and change list, for good. What the law has an office keep stays, and is listed."`
	Yes    bool   `help:"Yes, for good. --remove does nothing without it."`
}

// Run shows what is held on a person, or removes the person.
func (v *personVerb) Run(ctx context.Context, term terminal) error {
	switch {
	case v.Yes && !v.Remove:
		return wrongUse("--yes goes with --remove. Nothing was changed.")
	case v.Remove && !v.Yes:
		return wrongUse("Removing a person cannot be undone. Nothing was changed; read first what is held, then give --remove --yes.")
	}
	return term.with(ctx, v.Office, func(office *sqlite.Office) error {
		if v.Remove {
			return v.remove(ctx, term, office)
		}
		changes, err := office.Mentions(ctx, v.Name)
		if err != nil {
			return err
		}
		held, err := data.HeldOn(office.Register(), changes, v.Name)
		if err != nil {
			return err
		}
		if err := term.deliver(v.Out, wholefile.Private, func(w io.Writer) error { return v.write(w, held, held.Write) }); err != nil {
			return err
		}
		if held.Empty() {
			return notFound("The office holds nothing on %s. A name that is spelt otherwise is another: almonerctl find looks for words.", held.Name)
		}
		return nil
	})
}

// write writes a result as JSON, or as text does.
func (v *personVerb) write(w io.Writer, result any, text func(io.Writer) error) error {
	if !v.JSON {
		return text(w)
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	if err := e.Encode(result); err != nil {
		return fmt.Errorf("write the result: %w", err)
	}
	return nil
}

func (v *personVerb) remove(ctx context.Context, term terminal, office *sqlite.Office) error {
	removed, err := office.RemovePerson(ctx, v.Name)
	if err != nil {
		return err
	}
	if err := term.deliver(v.Out, wholefile.Private, func(w io.Writer) error { return v.write(w, removed, removed.Write) }); err != nil {
		return err
	}
	if len(removed.Went) == 0 {
		return notFound("There was nothing of %s to remove.", removed.Name)
	}
	return nil
}

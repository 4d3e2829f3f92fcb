package main

import (
	"context"
	"io"

	"almoner/data"
	"almoner/data/portable"
	"almoner/data/sqlite"
	"almoner/data/wholefile"
)

type dumpVerb struct {
	Office   string `arg:"" help:"The office file."`
	Out      string `short:"o" help:"Write to this file; to standard output if not given." placeholder:"FILE"`
	Personal bool   `help:"Include who asked for information, and why and until when people’s details are held."`
}

// Run writes an office out.
func (v *dumpVerb) Run(ctx context.Context, term terminal) error {
	return term.with(ctx, v.Office, func(office *sqlite.Office) error {
		reg := office.Register()
		mode := wholefile.Usual
		if v.Personal {
			mode = wholefile.Private
		}
		err := term.deliver(v.Out, mode, func(w io.Writer) error {
			return portable.Write(w, reg, portable.Options{
				Personal: v.Personal, Content: func(id data.ID) ([]byte, error) { return office.Content(ctx, id) },
			})
		})
		if err != nil {
			return err
		}
		if applicants, contacts := personal(reg); !v.Personal && applicants+contacts > 0 {
			term.say("Left out as personal: who made %s, and why and until when the details of %s are held. --personal includes them.",
				counted(applicants, "request", "requests"), counted(contacts, "contact", "contacts"))
		}
		return nil
	})
}

// personal counts the records of which something is left out.
func personal(reg *data.Register) (applicants, contacts int) {
	for _, r := range data.All[*data.FOIRequest](reg) {
		if r.Applicant != nil {
			applicants++
		}
	}
	for _, c := range data.All[*data.Contact](reg) {
		if c.LawfulBasis != "" || c.Source != "" || !c.LastConfirmed.IsZero() || !c.KeepUntil.IsZero() {
			contacts++
		}
	}
	return applicants, contacts
}

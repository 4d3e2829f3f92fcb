package portable

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"almoner/data"
)

// Options say what a document is to hold.
type Options struct {
	// Personal includes who asked for information and why the office holds people's details. Without it they stay in the office.
	Personal bool
}

// Write writes a whole office, its records in the order in which they were made.
func Write(w io.Writer, reg *data.Register, o Options) error {
	details := data.Clone(reg.Details())
	details.ID = "" // there is only one
	d := document{
		Almoner:        format,
		Office:         details,
		Organisations:  collect[*data.Organisation](reg),
		Contacts:       collect[*data.Contact](reg),
		Funds:          collect[*data.Fund](reg),
		Questions:      collect[*data.Question](reg),
		Specifications: collect[*data.Specification](reg),
		Grants:         collect[*data.Grant](reg),
		FOIRequests:    collect[*data.FOIRequest](reg),
	}
	if !o.Personal {
		d.withoutPersonal()
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	if err := e.Encode(d); err != nil {
		return fmt.Errorf("write a portable document: %w", err)
	}
	return nil
}

func collect[R data.Record](reg *data.Register) []R {
	all := data.All[R](reg)
	slices.SortFunc(all, func(a, b R) int { return strings.Compare(string(a.Stamped().ID), string(b.Stamped().ID)) })
	return all
}

// withoutPersonal takes out what is never exported unless somebody asks for it. The register's own records stay as they are.
func (d *document) withoutPersonal() {
	for i, c := range d.Contacts {
		c = data.Clone(c)
		c.LawfulBasis, c.Source, c.LastConfirmed, c.KeepUntil = "", "", data.Date{}, data.Date{}
		d.Contacts[i] = c
	}
	for i, r := range d.FOIRequests {
		r = data.Clone(r)
		r.Applicant = nil
		d.FOIRequests[i] = r
	}
}

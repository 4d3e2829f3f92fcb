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
	// Content reads the bytes of a file, as Office.Content does. A document that is written without them cannot be loaded if the
	// office has files.
	Content func(data.ID) ([]byte, error)
}

// Write writes a whole office, its records in the order in which they were made.
func Write(w io.Writer, reg *data.Register, o Options) error {
	details := data.Clone(reg.Details())
	details.ID = "" // there is only one
	d := document{
		Almoner:            format,
		Office:             details,
		Staff:              collect[*data.Staff](reg),
		Organisations:      collect[*data.Organisation](reg),
		Contacts:           collect[*data.Contact](reg),
		Funds:              collect[*data.Fund](reg),
		Programmes:         collect[*data.Programme](reg),
		Questions:          collect[*data.Question](reg),
		Specifications:     collect[*data.Specification](reg),
		OutcomesFrameworks: collect[*data.OutcomesFramework](reg),
		Attachments:        collect[*data.Attachment](reg),
		Grants:             collect[*data.Grant](reg),
		Decisions:          collect[*data.Decision](reg),
		TrainingEvents:     collect[*data.TrainingEvent](reg),
		MonitoringReturns:  collect[*data.MonitoringReturn](reg),
		FOIRequests:        collect[*data.FOIRequest](reg),
		BoardPapers:        collect[*data.BoardPaper](reg),
		NewsReleases:       collect[*data.NewsRelease](reg),
		Actions:            collect[*data.Action](reg),
		Publications:       collect[*data.Publication](reg),
	}
	if !o.Personal {
		d.withoutPersonal()
	}
	if err := d.fetch(o.Content); err != nil {
		return fmt.Errorf("write a portable document: %w", err)
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

// fetch gives the files of the document their bytes. The register's own records stay as they are.
func (d *document) fetch(content func(data.ID) ([]byte, error)) error {
	for i, a := range d.Attachments {
		if a.Content != nil || content == nil {
			continue
		}
		b, err := content(a.ID)
		if err != nil {
			return err
		}
		a = data.Clone(a)
		a.Content = b
		d.Attachments[i] = a
	}
	return nil
}

// withoutPersonal takes out what is never exported unless somebody asks for it. The register's own records stay as they are.
func (d *document) withoutPersonal() {
	for i, c := range d.Contacts {
		c = data.Clone(c)
		c.LawfulBasis, c.Source, c.LastConfirmed, c.KeepUntil = "", "", data.Date{}, data.Date{}
		d.Contacts[i] = c
	}
	for i, e := range d.TrainingEvents {
		e = data.Clone(e)
		e.Attendees = nil
		d.TrainingEvents[i] = e
	}
	for i, r := range d.FOIRequests {
		r = data.Clone(r)
		r.Applicant = nil
		d.FOIRequests[i] = r
	}
}

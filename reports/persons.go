package reports

import (
	"strings"

	"almoner/data"
	"almoner/reports/document"
)

// person is somebody whom a paper names: one of the office's own staff, or a contact elsewhere.
type person struct {
	name, role, organisation string
	phone, email             string
}

// personOf is the person of an ID. A contact who is not to be printed is nobody, and so is an ID of no person.
func personOf(reg *data.Register, id data.ID) (person, bool) {
	if s, ok := data.Get[*data.Staff](reg, id); ok {
		return person{name: s.Name, role: s.JobTitle, phone: s.Phone, email: s.Email}, true
	}
	if c, ok := data.Get[*data.Contact](reg, id); ok && !c.DoNotPrint {
		name := strings.TrimSpace(c.TitleOrRank + " " + c.Name)
		return person{name: name, role: c.Role, organisation: reg.NameOf(c.Organisation), phone: c.Phone, email: c.Email}, true
	}
	return person{}, false
}

// line is the person with what they do, for a list: "Ada Lovelace, Chief Executive, Harbour". An organisation that the role names already
// is not said again.
func (p person) line() string {
	organisation := p.organisation
	if strings.Contains(data.Fold(p.role), data.Fold(organisation)) {
		organisation = ""
	}
	return strings.Join(nonEmpty(p.name, p.role, organisation), ", ")
}

// reach is how the person is reached, for a line under the name.
func (p person) reach() []document.Inline {
	var runs []document.Inline
	if p.phone != "" {
		runs = append(runs, document.Inline{Text: p.phone})
	}
	if p.email != "" {
		if len(runs) > 0 {
			runs = append(runs, document.Inline{Text: " · "})
		}
		runs = append(runs, document.Inline{Text: p.email, Link: "mailto:" + p.email})
	}
	return runs
}

// people are the persons of some IDs, each as a line.
func people(reg *data.Register, ids []data.ID) []string {
	var lines []string
	for _, id := range ids {
		if p, ok := personOf(reg, id); ok {
			lines = append(lines, p.line())
		}
	}
	return lines
}

// bullets are lines as a list; nothing where there are none.
func bullets(lines []string) []document.Block {
	lines = nonEmpty(lines...)
	if len(lines) == 0 {
		return nil
	}
	var list document.List
	for _, line := range lines {
		list.Items = append(list.Items, document.Item{Blocks: []document.Block{para(strings.TrimSpace(line))}})
	}
	return []document.Block{list}
}

// enclosures are the files that a paper names, each with its kind and size: "Harbour bid (application, 291kB)".
func enclosures(files []data.Enclosure) []string {
	var public []data.PublicEnclosure
	for _, e := range files {
		public = append(public, data.PublicEnclosure{Label: e.Label, Kind: e.Kind, Size: e.Size})
	}
	return enclosed(public)
}

func enclosed(files []data.PublicEnclosure) []string {
	var lines []string
	for _, e := range files {
		about := nonEmpty(e.Kind)
		if e.Size > 0 {
			about = append(about, data.FileSize(e.Size))
		}
		line := e.Label
		if len(about) > 0 {
			line += " (" + strings.Join(about, ", ") + ")"
		}
		lines = append(lines, line)
	}
	return lines
}

// headed is blocks under a heading, and nothing at all where there are no blocks.
func headed(level int, heading string, blocks ...document.Block) []document.Block {
	if strings.Join(document.BlockLines(blocks), "") == "" {
		return nil
	}
	return append([]document.Block{document.Heading{Level: level, Text: document.Text(heading)}}, blocks...)
}

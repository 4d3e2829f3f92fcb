// Package partners is the section of the window for the organisations that the office deals with - those it gives money to, gets
// money from and works with - and for the people at them.
package partners

import (
	"slices"
	"strings"

	"almoner/data"
	"almoner/ui/desk"
	"almoner/ui/lang"
	"almoner/ui/record"
)

// NewRegister is the organisations, and the people at them.
func NewRegister(d desk.Desk) desk.Page {
	return record.NewLeaves(
		desk.Partners,
		record.Leaf{Title: lang.L("Organisations"), Page: newOrganisations(d)},
		record.Leaf{Title: lang.L("People"), Page: newPeople(d)},
	)
}

func newOrganisations(d desk.Desk) desk.Page {
	return record.NewList(d, record.ListKind[*data.Organisation]{
		Section:  desk.Partners,
		Title:    lang.L("Organisations"),
		Name:     "partners",
		Singular: lang.L("organisation"),
		Plural:   lang.L("organisations"),
		Counted:  lang.Counted{One: "{n} organisation", Other: "{n} organisations"},
		Sort:     data.Sort{Field: "name"},
		Columns: []record.ListColumn[*data.Organisation]{
			record.Column("name", lang.L("Name"), 6, 170, (*data.Organisation).Label),
			record.Column("kind", lang.L("Kind"), 2, 110, func(o *data.Organisation) string { return lang.L(o.Kind.Label()) }).Filtered(),
			record.Column("charity_number", lang.L("Charity number"), 1, 110, func(o *data.Organisation) string { return o.CharityNumber }),
			record.Column("email", lang.L("E-mail"), 3, 120, func(o *data.Organisation) string { return o.Email }),
			record.Column("phone", lang.L("Phone"), 1, 110, func(o *data.Organisation) string { return o.Phone }),
		},
		Words: (&names{}).words,
		Fresh: func(desk.Desk) *data.Organisation { return &data.Organisation{Stamp: data.Stamp{ID: data.NewID()}} },
		Open:  NewPage,
	})
}

// names is the names of the contacts of each organisation, gathered once for each state of the register: the search asks for those
// of every organisation.
type names struct {
	from []data.Record // the contacts that at was made from
	at   map[data.ID][]string
}

func (n *names) of(reg *data.Register, organisation data.ID) []string {
	now := reg.Records(data.KindContact) // another slice after each change of a contact
	if n.at == nil || len(now) != len(n.from) || len(now) > 0 && &now[0] != &n.from[0] {
		n.from, n.at = now, map[data.ID][]string{}
		for _, c := range data.All[*data.Contact](reg) {
			n.at[c.Organisation] = append(n.at[c.Organisation], c.Name)
		}
	}
	return n.at[organisation]
}

// words are what people look for an organisation by: its older names, its numbers, its town, the people there.
func (n *names) words(reg *data.Register, o *data.Organisation) string {
	words := append(slices.Clone(o.OtherNames), lang.L(o.Kind.Label()), o.CharityNumber, o.CompanyNumber, o.Email, o.Phone, o.Website, o.Address, o.Postcode, o.Notes)
	return strings.Join(append(words, n.of(reg, o.ID)...), "\n")
}

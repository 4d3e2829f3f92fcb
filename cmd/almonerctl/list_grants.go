package main

import (
	"fmt"
	"slices"
	"strings"

	"almoner/data"
)

var grantColumns = []string{"reference", "title", "recipient", "year", "amount", "funds", "status"}

type grantRow struct {
	ID          data.ID              `json:"id"`
	Reference   data.Reference       `json:"reference"`
	Title       string               `json:"title"`
	Recipient   string               `json:"recipient"`
	DeliveredBy string               `json:"delivered_by"`
	Years       []data.FinancialYear `json:"years"`  // of the awards counted
	Amount      data.Money           `json:"amount"` // their sum
	Funds       []string             `json:"funds"`
	Themes      []string             `json:"themes"`
	Status      data.GrantStatus     `json:"status"`
	AwardDate   string               `json:"award_date"`
}

type grantRows struct {
	Grants     []grantRow `json:"grants"`
	Count      int        `json:"count"`
	Of         int        `json:"of"`
	Amount     data.Money `json:"amount"`    // of the grants that were given
	NotGiven   data.Money `json:"not_given"` // of those only proposed, declined or withdrawn
	Recipients int        `json:"recipients"`
}

// grantView is the grants that were chosen, in their order.
func (v *choice) grantView(reg *data.Register) (*data.GrantView, data.Query, error) {
	query, err := v.grantQuery(reg)
	if err != nil {
		return nil, query, err
	}
	by, err := order(v, "grants", data.GrantFields(), data.Sort{Field: "title"})
	if err != nil {
		return nil, query, err
	}
	return reg.Grants().Find(query, by), query, nil
}

// grantTotals is the line under some grants.
func grantTotals(reg *data.Register, view *data.GrantView) string {
	parts := []string{totals(view.Len(), reg.Grants().Len(), "grant", "grants"), view.Total().String(), counted(view.Recipients(), "recipient", "recipients")}
	if view.NotGiven().Pence != 0 {
		parts = append(parts, fmt.Sprintf("%s not awarded", view.NotGiven()))
	}
	return strings.Join(parts, " · ")
}

func (v *choice) grants(reg *data.Register) (result, error) {
	view, _, err := v.grantView(reg)
	if err != nil {
		return result{}, err
	}
	lines := make([]data.GrantLine, view.Len())
	out := grantRows{Grants: []grantRow{}, Count: view.Len(), Of: reg.Grants().Len(), Amount: view.Total(), NotGiven: view.NotGiven(), Recipients: view.Recipients()}
	for i := range lines {
		lines[i] = view.At(i)
		out.Grants = append(out.Grants, rowOf(reg, lines[i]))
	}
	t := tabulate(reg, data.GrantFields(), grantColumns, lines)
	t.total = grantTotals(reg, view)
	return result{t, out}, nil
}

func (v *choice) grantQuery(reg *data.Register) (data.Query, error) {
	query := data.Query{Text: v.Find}
	for _, y := range v.Year {
		query.Years = append(query.Years, data.FinancialYear(y))
	}
	themes := reg.Themes()
	for _, t := range v.Theme {
		if !slices.ContainsFunc(themes, func(known string) bool { return data.Fold(known) == data.Fold(t) }) {
			return query, notFound("No grant has the theme “%s”. There are: %s.", t, strings.Join(themes, ", "))
		}
		query.Themes = append(query.Themes, t)
	}
	for _, name := range v.Recipient {
		found := organisationsNamed(reg, name)
		if len(found) == 0 {
			return query, notFound("No organisation is called “%s”. almonerctl list OFFICE organisations shows those that there are.", name)
		}
		query.Recipients = append(query.Recipients, found...)
	}
	chosen, err := statuses(data.CatalogueOf(data.KindGrant, data.Date{}), v.Status)
	for _, s := range chosen {
		query.Status = append(query.Status, data.GrantStatus(s))
	}
	return query, err
}

// organisationsNamed are those of exactly that name or, if there is none, those with these words in one of their names.
func organisationsNamed(reg *data.Register, name string) []data.ID {
	var exact, some []data.ID
	wanted := data.Fold(strings.Join(strings.Fields(name), " "))
	for _, o := range data.All[*data.Organisation](reg) {
		for _, n := range append([]string{o.Name}, o.OtherNames...) {
			switch n = data.Fold(n); {
			case n == wanted:
				exact = append(exact, o.ID)
			case strings.Contains(n, wanted):
				some = append(some, o.ID)
			}
		}
	}
	if len(exact) > 0 {
		return exact
	}
	return some
}

func rowOf(reg *data.Register, l data.GrantLine) grantRow {
	g := l.Grant
	row := grantRow{
		ID: g.ID, Reference: g.Reference, Title: g.Title, Recipient: reg.NameOf(g.Recipient), DeliveredBy: reg.NameOf(g.DeliveredBy),
		Years: []data.FinancialYear{}, Amount: l.Amount, Funds: []string{}, Themes: append([]string{}, g.Themes...), Status: g.Status, AwardDate: g.AwardDate.ISO(),
	}
	for _, y := range g.Years() {
		if len(l.Years) == 0 || slices.Contains(l.Years, y) {
			row.Years = append(row.Years, y)
		}
	}
	for _, id := range g.Funds(l.Years) {
		if f, ok := data.Get[*data.Fund](reg, id); ok {
			row.Funds = append(row.Funds, f.Programme)
		}
	}
	return row
}

package data

import (
	"slices"
)

// Query says which grants a list or a table holds. An empty part of it asks for nothing in particular.
type Query struct {
	Years      []FinancialYear `json:"years,omitempty"` // with an award in one of them; only those awards are shown and counted
	Themes     []string        `json:"themes,omitempty"`
	Recipients []ID            `json:"recipients,omitempty"`
	Funds      []ID            `json:"funds,omitempty"`
	Status     []GrantStatus   `json:"status,omitempty"`
	Text       string          `json:"text,omitempty"`   // words that all have to be found
	Except     []ID            `json:"except,omitempty"` // grants left out by hand
}

// AwardedStatuses are the statuses of grants that were really given: what an answer to "which grants did you award?" counts.
func AwardedStatuses() []GrantStatus {
	return []GrantStatus{Approved, Agreed, Active, Closed, Terminated}
}

// Filtering reports whether anything but words is asked for.
func (q *Query) Filtering() bool {
	return len(q.Years)+len(q.Themes)+len(q.Recipients)+len(q.Funds)+len(q.Status)+len(q.Except) > 0
}

// clone is a copy that shares no list with the query.
func (q *Query) clone() Query {
	return Query{
		Years: slices.Clone(q.Years), Themes: slices.Clone(q.Themes), Recipients: slices.Clone(q.Recipients), Funds: slices.Clone(q.Funds),
		Status: slices.Clone(q.Status), Text: q.Text, Except: slices.Clone(q.Except),
	}
}

// Matches reports whether a grant meets the query, its words apart.
func (q *Query) Matches(g *Grant) bool { return q.matcher()(g) }

// matcher is Matches for many grants: what can be worked out beforehand is.
func (q *Query) matcher() func(*Grant) bool {
	themes := make([]string, len(q.Themes))
	for i, t := range q.Themes {
		themes[i] = Fold(t)
	}
	wanted := func(theme string) bool { return slices.Contains(themes, Fold(theme)) }
	return func(g *Grant) bool { return q.matches(g, wanted) }
}

func (q *Query) matches(g *Grant, theme func(string) bool) bool {
	return among(q.Status, g.Status) &&
		(len(q.Recipients) == 0 || among(q.Recipients, g.Recipient) || g.DeliveredBy != "" && among(q.Recipients, g.DeliveredBy)) &&
		(len(q.Years) == 0 || slices.ContainsFunc(g.Awards, func(a Award) bool { return among(q.Years, a.FinancialYear) })) &&
		(len(q.Themes) == 0 || slices.ContainsFunc(g.Themes, theme)) &&
		(len(q.Funds) == 0 || slices.ContainsFunc(g.Funds(q.Years), func(id ID) bool { return among(q.Funds, id) })) &&
		!slices.Contains(q.Except, g.ID)
}

func among[T comparable](wanted []T, v T) bool { return len(wanted) == 0 || slices.Contains(wanted, v) }

func (q *Query) references(path string, visit func(string, Kind, *ID)) {
	for i := range q.Recipients {
		visit(path+at("recipients", i), KindOrganisation, &q.Recipients[i])
	}
	for i := range q.Funds {
		visit(path+at("funds", i), KindFund, &q.Funds[i])
	}
	for i := range q.Except {
		visit(path+at("except", i), KindGrant, &q.Except[i])
	}
}

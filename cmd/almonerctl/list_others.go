package main

import (
	"strings"

	"almoner/data"
)

func textField[R any](key, heading string, text func(R) string) data.Field[R] {
	return data.Field[R]{Key: key, Heading: heading, Text: func(_ *data.Register, r R) string { return text(r) }}
}

func dayField[R any](key, heading string, day func(R) data.Date) data.Field[R] {
	f := textField(key, heading, func(r R) string { return day(r).String() })
	f.Rank = func(_ *data.Register, r R) float64 { return day(r).Rank() }
	return f
}

func moneyField[R any](key, heading string, money func(R) data.Money) data.Field[R] {
	f := textField(key, heading, func(r R) string {
		if m := money(r); !m.IsZero() {
			return m.String()
		}
		return ""
	})
	f.Figures = true
	f.Rank = func(_ *data.Register, r R) float64 { return float64(money(r).Pence) }
	return f
}

// kind is what can be listed of one kind of record, grants apart.
type kind[R data.Record, J any] struct {
	fields []data.Field[R]
	order  data.Sort
	words  func(*data.Register, R) string // that people find a record by, its name apart
	row    func(*data.Register, R) J      // as other programs read it; nothing personal stands there
	one    string
	many   string
}

// list lists the records of a kind that are kept. Its JSON is an object with the rows under the kind's name and how many they are.
func list[R data.Record, J any](v *listVerb, reg *data.Register, k kind[R, J], keep func(R) bool) (result, []R, error) {
	by, err := order(v, k.fields, k.order)
	if err != nil {
		return result{}, nil, err
	}
	listing := data.List(reg, k.fields, func(r R) string { return k.words(reg, r) })
	var shown []R
	rows := []J{}
	for _, i := range listing.Select(v.Find, keep, by) {
		shown = append(shown, listing.At(i))
		rows = append(rows, k.row(reg, listing.At(i)))
	}
	keys := make([]string, len(k.fields))
	for i, f := range k.fields {
		keys[i] = f.Key
	}
	t := tabulate(reg, k.fields, keys, shown)
	t.total = totals(len(shown), listing.Len(), k.one, k.many)
	return result{t, map[string]any{v.Kind: rows, "count": len(shown), "of": listing.Len()}}, shown, nil
}

// noStatus refuses --status where records have none.
func (v *listVerb) noStatus() error {
	if len(v.Status) > 0 {
		return wrongUse("%s have no status.", upperFirst(v.Kind))
	}
	return nil
}

type requestRow struct {
	ID        data.ID          `json:"id"`
	Reference data.Reference   `json:"reference"`
	Subject   string           `json:"subject"`
	Regime    data.Regime      `json:"regime"`
	Received  string           `json:"received"`
	Responded string           `json:"responded"`
	Status    data.FOIStatus   `json:"status"`
	Held      data.ShortAnswer `json:"held"`
	Outcome   string           `json:"outcome"`
}

func (v *listVerb) requests(reg *data.Register) (result, error) {
	wanted, err := statuses(v.Status, data.FOIStatuses(), data.FOIStatus.Label)
	if err != nil {
		return result{}, err
	}
	r, _, err := list(v, reg, kind[*data.FOIRequest, requestRow]{
		fields: []data.Field[*data.FOIRequest]{
			textField("reference", "Reference", func(r *data.FOIRequest) string { return string(r.Reference) }),
			dayField("received", "Received", func(r *data.FOIRequest) data.Date { return r.Received }),
			textField("subject", "Subject", func(r *data.FOIRequest) string { return r.Subject }),
			textField("status", "Status", func(r *data.FOIRequest) string { return r.Status.Label() }),
			dayField("responded", "Responded", (*data.FOIRequest).RespondedOn),
			textField("outcome", "Outcome", func(r *data.FOIRequest) string { return r.Outcome }),
		},
		order: data.Sort{Field: "received", Descending: true},
		words: func(_ *data.Register, r *data.FOIRequest) string {
			return strings.Join([]string{r.Subject, r.Outcome, r.Status.Label(), r.LogText}, "\n")
		},
		row: func(_ *data.Register, r *data.FOIRequest) requestRow {
			return requestRow{r.ID, r.Reference, r.Subject, r.Regime, r.Received.ISO(), r.RespondedOn().ISO(), r.Status, r.Held, r.Outcome}
		},
		one: "request", many: "requests",
	}, func(r *data.FOIRequest) bool { return among(wanted, r.Status) })
	return r, err
}

type organisationRow struct {
	ID            data.ID               `json:"id"`
	Name          string                `json:"name"`
	OtherNames    []string              `json:"other_names"`
	Kind          data.OrganisationKind `json:"kind"`
	CharityNumber string                `json:"charity_number"`
	CompanyNumber string                `json:"company_number"`
	OrgID         string                `json:"org_id"`
	Website       string                `json:"website"`
	Email         string                `json:"email"`
	Phone         string                `json:"phone"`
}

func (v *listVerb) organisations(reg *data.Register) (result, error) {
	if err := v.noStatus(); err != nil {
		return result{}, err
	}
	r, _, err := list(v, reg, kind[*data.Organisation, organisationRow]{
		fields: []data.Field[*data.Organisation]{
			textField("name", "Name", func(o *data.Organisation) string { return o.Name }),
			textField("kind", "Kind", func(o *data.Organisation) string { return o.Kind.Label() }),
			textField("charity_number", "Charity", func(o *data.Organisation) string { return o.CharityNumber }),
			textField("company_number", "Company", func(o *data.Organisation) string { return o.CompanyNumber }),
			textField("phone", "Telephone", func(o *data.Organisation) string { return o.Phone }),
			textField("email", "Mail", func(o *data.Organisation) string { return o.Email }),
		},
		order: data.Sort{Field: "name"},
		words: func(_ *data.Register, o *data.Organisation) string {
			return strings.Join(append([]string{o.Kind.Label(), o.CharityNumber, o.CompanyNumber, o.Postcode, o.Address}, o.OtherNames...), "\n")
		},
		row: func(_ *data.Register, o *data.Organisation) organisationRow {
			return organisationRow{o.ID, o.Name, append([]string{}, o.OtherNames...), o.Kind, o.CharityNumber, o.CompanyNumber, o.OrgID, o.Website, o.Email, o.Phone}
		},
		one: "organisation", many: "organisations",
	}, nil)
	return r, err
}

type contactRow struct {
	ID           data.ID `json:"id"`
	Name         string  `json:"name"`
	TitleOrRank  string  `json:"title_or_rank"`
	Role         string  `json:"role"`
	Organisation string  `json:"organisation"`
	Email        string  `json:"email"`
	Phone        string  `json:"phone"`
	DoNotPrint   bool    `json:"do_not_print"`
}

func (v *listVerb) contacts(reg *data.Register) (result, error) {
	if err := v.noStatus(); err != nil {
		return result{}, err
	}
	r, _, err := list(v, reg, kind[*data.Contact, contactRow]{
		fields: []data.Field[*data.Contact]{
			textField("name", "Name", func(c *data.Contact) string { return c.Name }),
			textField("role", "Role", func(c *data.Contact) string { return c.Role }),
			{Key: "organisation", Heading: "Organisation", Text: func(reg *data.Register, c *data.Contact) string { return reg.NameOf(c.Organisation) }},
			textField("phone", "Telephone", func(c *data.Contact) string { return c.Phone }),
			textField("email", "Mail", func(c *data.Contact) string { return c.Email }),
		},
		order: data.Sort{Field: "name"},
		words: func(reg *data.Register, c *data.Contact) string {
			return strings.Join([]string{c.TitleOrRank, c.Role, c.CollarNumber, c.Email, reg.NameOf(c.Organisation)}, "\n")
		},
		row: func(reg *data.Register, c *data.Contact) contactRow {
			return contactRow{c.ID, c.Name, c.TitleOrRank, c.Role, reg.NameOf(c.Organisation), c.Email, c.Phone, c.DoNotPrint}
		},
		one: "contact", many: "contacts",
	}, nil)
	return r, err
}

type fundRow struct {
	ID         data.ID         `json:"id"`
	Programme  string          `json:"programme"`
	Funder     string          `json:"funder"`
	Status     data.FundStatus `json:"status"`
	BidAmount  data.Money      `json:"bid_amount"`
	Allocation data.Money      `json:"allocation"`
	SpendBy    string          `json:"spend_by"`
	ReturnDue  string          `json:"return_due"`
}

func (v *listVerb) funds(reg *data.Register) (result, error) {
	wanted, err := statuses(v.Status, data.FundStatuses(), data.FundStatus.Label)
	if err != nil {
		return result{}, err
	}
	r, shown, err := list(v, reg, kind[*data.Fund, fundRow]{
		fields: []data.Field[*data.Fund]{
			textField("programme", "Programme", func(f *data.Fund) string { return f.Programme }),
			{Key: "funder", Heading: "Funder", Text: func(reg *data.Register, f *data.Fund) string { return reg.NameOf(f.Funder) }},
			textField("status", "Status", func(f *data.Fund) string { return f.Status.Label() }),
			moneyField("bid_amount", "Bid", func(f *data.Fund) data.Money { return f.BidAmount }),
			moneyField("allocation", "Allocation", func(f *data.Fund) data.Money { return f.Allocation }),
			dayField("spend_by", "Spend by", func(f *data.Fund) data.Date { return f.SpendBy }),
		},
		order: data.Sort{Field: "programme"},
		words: func(reg *data.Register, f *data.Fund) string {
			return strings.Join([]string{reg.NameOf(f.Funder), f.Status.Label(), f.Conditions}, "\n")
		},
		row: func(reg *data.Register, f *data.Fund) fundRow {
			return fundRow{f.ID, f.Programme, reg.NameOf(f.Funder), f.Status, f.BidAmount, f.Allocation, f.SpendBy.ISO(), f.ReturnDue.ISO()}
		},
		one: "fund", many: "funds",
	}, func(f *data.Fund) bool { return among(wanted, f.Status) })
	var won data.Money
	for _, f := range shown {
		if f.Status == data.Won { // a bid that is not won is no income
			won = won.Add(f.Allocation)
		}
	}
	r.table.total += " · " + won.String() + " won"
	return r, err
}

type questionRow struct {
	ID      data.ID `json:"id"`
	Key     string  `json:"key"`
	Wording string  `json:"wording"`
}

func (v *listVerb) questions(reg *data.Register) (result, error) {
	if err := v.noStatus(); err != nil {
		return result{}, err
	}
	r, _, err := list(v, reg, kind[*data.Question, questionRow]{
		fields: []data.Field[*data.Question]{
			textField("key", "Key", func(q *data.Question) string { return q.Key }),
			textField("wording", "Wording", func(q *data.Question) string { return q.Wording }),
		},
		order: data.Sort{Field: "key"},
		words: func(_ *data.Register, q *data.Question) string { return q.Key },
		row:   func(_ *data.Register, q *data.Question) questionRow { return questionRow{q.ID, q.Key, q.Wording} },
		one:   "question", many: "questions",
	}, nil)
	return r, err
}

type specificationRow struct {
	ID        data.ID                  `json:"id"`
	Title     string                   `json:"title"`
	Version   string                   `json:"version"`
	Effective string                   `json:"effective"`
	Status    data.SpecificationStatus `json:"status"`
}

func (v *listVerb) specifications(reg *data.Register) (result, error) {
	wanted, err := statuses(v.Status, data.SpecificationStatuses(), data.SpecificationStatus.Label)
	if err != nil {
		return result{}, err
	}
	r, _, err := list(v, reg, kind[*data.Specification, specificationRow]{
		fields: []data.Field[*data.Specification]{
			textField("title", "Title", func(s *data.Specification) string { return s.Title }),
			textField("version", "Version", func(s *data.Specification) string { return s.Version }),
			dayField("effective", "In force from", func(s *data.Specification) data.Date { return s.Effective }),
			textField("status", "Status", func(s *data.Specification) string { return s.Status.Label() }),
		},
		order: data.Sort{Field: "title"},
		words: func(_ *data.Register, s *data.Specification) string { return s.ScheduleLabel + "\n" + s.Body },
		row: func(_ *data.Register, s *data.Specification) specificationRow {
			return specificationRow{s.ID, s.Title, s.Version, s.Effective.ISO(), s.Status}
		},
		one: "specification", many: "specifications",
	}, func(s *data.Specification) bool { return among(wanted, s.Status) })
	return r, err
}

func among[T comparable](wanted []T, v T) bool {
	for _, w := range wanted {
		if w == v {
			return true
		}
	}
	return len(wanted) == 0
}

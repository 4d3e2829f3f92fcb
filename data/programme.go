package data

// Programme is a round of grants or a scheme that is open for applications.
type Programme struct {
	Stamp

	Title         string        `json:"title"`
	FinancialYear FinancialYear `json:"financial_year,omitzero"`
	Purpose       string        `json:"purpose,omitempty"` // Markdown: what it is for, and its priorities
	Budget        Money         `json:"budget,omitzero"`
	Opens         Date          `json:"opens,omitzero"`
	Closes        Date          `json:"closes,omitzero"`
	LargestAward  Money         `json:"largest_award,omitzero"`
}

// RecordKind is KindProgramme.
func (*Programme) RecordKind() Kind { return KindProgramme }

// Label is the title.
func (p *Programme) Label() string { return p.Title }

// Problems are what keeps the grant round from being saved.
func (p *Programme) Problems() Problems {
	var ps Problems
	ps.title("title", p.Title, "The grant round")
	ps.amount("budget", p.Budget, "The budget")
	ps.amount("largest_award", p.LargestAward, "The largest award")
	ps.period("closes", p.Opens, p.Closes, "The grant round")
	if p.FinancialYear != 0 {
		ps.year("financial_year", p.FinancialYear)
	}
	return ps
}

func (*Programme) references(func(string, Kind, *ID)) {}

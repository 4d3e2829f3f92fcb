package data

import "strings"

// OfficeDetails are the office's own name and address, its ways of printing and its standing words. An office file holds one.
type OfficeDetails struct {
	Stamp

	Name               string            `json:"name"`
	ShortName          string            `json:"short_name,omitempty"`
	PoliceArea         string            `json:"police_area,omitempty"`
	Commissioner       Commissioner      `json:"commissioner,omitzero"`
	ChiefExecutive     string            `json:"chief_executive,omitempty"`
	Address            string            `json:"address,omitempty"`
	Phone              string            `json:"phone,omitempty"`
	Email              string            `json:"email,omitempty"`
	Website            string            `json:"website,omitempty"`
	Logo               []byte            `json:"logo,omitempty"`
	OrgID              string            `json:"org_id,omitempty"`
	FinancialYearStyle YearStyle         `json:"financial_year_style,omitempty"`
	ReferenceSchemes   map[string]string `json:"reference_schemes,omitempty"` // by what is numbered, such as "foi_request"
	Wording            map[string]string `json:"wording,omitempty"`           // the office's own standing paragraphs, by name
	Themes             []string          `json:"themes,omitempty"`            // that the office sorts its grants by
	Holidays           []OfficeHoliday   `json:"holidays,omitempty"`          // that the program did not know of when it was made
	Language           string            `json:"language,omitempty"`          // of the standing words (BCP 47); empty is English
	DecisionTemplate   DecisionTemplate  `json:"decision_template,omitempty"` // in which form decision notices are printed
	PaperMarking       string            `json:"paper_marking,omitempty"`     // protective marking of papers that have none of their own
	PaperFoot          string            `json:"paper_foot,omitempty"`        // stands at the foot of each page
}

// DecisionTemplate is the form in which an office prints its decision notices.
type DecisionTemplate string

// The forms of a decision notice. They differ in what stands at the head, in which order, and under which headings; each office can reword
// its own.
const (
	DecisionProse     DecisionTemplate = "prose"     // one record in running text
	DecisionTwoPart   DecisionTemplate = "two_part"  // Part 1 and Part 2, with a statement on public access
	DecisionSummary   DecisionTemplate = "summary"   // summary, lead officer, status, interests, supporting information
	DecisionExecutive DecisionTemplate = "executive" // executive summary, recommendation, approval, areas of consideration
)

var decisionTemplates = terms[DecisionTemplate]{
	{DecisionProse, "Record in running text"},
	{DecisionTwoPart, "Part 1 and Part 2, with a statement on public access"},
	{DecisionSummary, "Summary, lead officer, interests, supporting information"},
	{DecisionExecutive, "Executive summary, recommendation, areas of consideration"},
}

// DecisionTemplates are all forms of a decision notice.
func DecisionTemplates() []DecisionTemplate { return decisionTemplates.values() }

// Label is how people read the form.
func (t DecisionTemplate) Label() string { return decisionTemplates.label(t) }

// UnmarshalText reads a form as the portable form writes it.
func (t *DecisionTemplate) UnmarshalText(text []byte) error {
	return decisionTemplates.unmarshal(t, text, "form of a decision notice")
}

// OfficeHoliday is a bank holiday that was proclaimed after the program was made, or a later year's.
type OfficeHoliday struct {
	ID   RowID  `json:"id,omitempty"`
	Date Date   `json:"date"`
	Name string `json:"name"`
}

// Commissioner is the elected person, with the title that goes with the name.
type Commissioner struct {
	Name  string `json:"name,omitempty"`
	Title string `json:"title,omitempty"`
}

// RecordKind is KindOffice.
func (*OfficeDetails) RecordKind() Kind { return KindOffice }

// Label is the name of the office.
func (o *OfficeDetails) Label() string { return o.Name }

// Year prints a financial year in the office's style.
func (o *OfficeDetails) Year(y FinancialYear) string { return y.Print(o.FinancialYearStyle) }

// Years prints several financial years, in their order, as ReadYears reads them: “2017-18, 2020-21 to 2023-24”.
func (o *OfficeDetails) Years(years []FinancialYear) string {
	return strings.Join(o.yearsOf(years, aPeriod), ", ")
}

// aPeriod is how many years that follow each other are named by their first and last, rather than one by one.
const aPeriod = 3

// yearsOf are the names of years, of at least so many that follow each other as one.
func (o *OfficeDetails) yearsOf(years []FinancialYear, period int) []string {
	var names []string
	for i := 0; i < len(years); {
		last := i
		for last+1 < len(years) && years[last+1] == years[last]+1 {
			last++
		}
		if last-i+1 >= period {
			names = append(names, o.Year(years[i])+" to "+o.Year(years[last]))
			i = last + 1
			continue
		}
		names = append(names, o.Year(years[i]))
		i++
	}
	return names
}

// Short is the name that the office goes by in running text.
func (o *OfficeDetails) Short() string {
	if o.ShortName != "" {
		return o.ShortName
	}
	return o.Name
}

// Problems are what keeps the details from being saved.
func (o *OfficeDetails) Problems() Problems {
	var ps Problems
	ps.title("name", o.Name, "The office")
	ps.schemes(o.ReferenceSchemes)
	for i, h := range o.Holidays {
		if h.Date.IsZero() || h.Date.Precision != ToTheDay {
			ps.add(row("holidays", i, "date"), "On which day is the holiday %s?", h.Name)
		}
	}
	return ps
}

func (*OfficeDetails) references(func(string, Kind, *ID)) {}

package data

// OutcomesFramework is a set of measures that providers report by, such as a ministry's.
type OutcomesFramework struct {
	Stamp

	Title    string    `json:"title"`
	URL      string    `json:"url,omitempty"`
	Measures []Measure `json:"measures,omitempty"`
}

// Measure is one thing that is counted.
type Measure struct {
	ID          RowID  `json:"id,omitempty"`
	Title       string `json:"title"`
	Unit        string `json:"unit,omitempty"` // "people", "sessions", "%"
	Description string `json:"description,omitempty"`
}

// RecordKind is KindOutcomesFramework.
func (*OutcomesFramework) RecordKind() Kind { return KindOutcomesFramework }

// Label is the title.
func (f *OutcomesFramework) Label() string { return f.Title }

// Problems are what keeps the framework from being saved.
func (f *OutcomesFramework) Problems() Problems {
	var ps Problems
	ps.title("title", f.Title, "The framework")
	for i, m := range f.Measures {
		if trimSpace(m.Title) == "" {
			ps.add(row("measures", i, "title"), "What does this measure count?")
		}
	}
	return ps
}

func (*OutcomesFramework) references(func(string, Kind, *ID)) {}

// ReturnStatus is how far a monitoring return has come.
type ReturnStatus string

// The life of a monitoring return.
const (
	ReturnExpected  ReturnStatus = "expected"
	ReturnLate      ReturnStatus = "late"
	ReturnReceived  ReturnStatus = "received"
	ReturnChecked   ReturnStatus = "checked"
	ReturnSubmitted ReturnStatus = "submitted" // passed on to the funder
)

var returnStatuses = terms[ReturnStatus]{
	{ReturnExpected, "Expected"},
	{ReturnLate, "Late"},
	{ReturnReceived, "Received"},
	{ReturnChecked, "Checked"},
	{ReturnSubmitted, "Submitted"},
}

var returnLife = life(
	from(ReturnExpected, ReturnLate, ReturnReceived),
	from(ReturnLate, ReturnReceived),
	from(ReturnReceived, ReturnChecked, ReturnExpected), // sent back
	from(ReturnChecked, ReturnSubmitted, ReturnReceived),
	from(ReturnSubmitted),
)

// ReturnStatuses are all steps in the life of a return.
func ReturnStatuses() []ReturnStatus { return returnStatuses.values() }

// Label is how people read the status.
func (s ReturnStatus) Label() string { return returnStatuses.label(s) }

// UnmarshalText reads a status as the portable form writes it.
func (s *ReturnStatus) UnmarshalText(text []byte) error {
	return returnStatuses.unmarshal(s, text, "status of a return")
}

// RAG is how a provider is doing, as a traffic light shows it.
type RAG string

// Red, amber and green.
const (
	Red   RAG = "red"
	Amber RAG = "amber"
	Green RAG = "green"
)

var rags = terms[RAG]{{Red, "Red"}, {Amber, "Amber"}, {Green, "Green"}}

// RAGs are the three lights.
func RAGs() []RAG { return rags.values() }

// Label is how people read the light.
func (r RAG) Label() string { return rags.label(r) }

// UnmarshalText reads a light as the portable form writes it.
func (r *RAG) UnmarshalText(text []byte) error { return rags.unmarshal(r, text, "rating") }

// MonitoringReturn is what a provider reports of a grant for one period.
type MonitoringReturn struct {
	Stamp

	Grant       ID             `json:"grant,omitempty"`
	Framework   ID             `json:"framework,omitempty"`
	Period      string         `json:"period,omitempty"` // in words: "Quarter 1, 2025-26"
	PeriodStart Date           `json:"period_start,omitzero"`
	PeriodEnd   Date           `json:"period_end,omitzero"`
	Due         Date           `json:"due,omitzero"`
	Received    Date           `json:"received,omitzero"`
	Values      []MeasureValue `json:"values,omitempty"`
	Narrative   string         `json:"narrative,omitempty"` // Markdown
	RAG         RAG            `json:"rag,omitempty"`
	Status      ReturnStatus   `json:"status,omitempty"`
	Steps       []Step         `json:"steps,omitempty"`
}

// MeasureValue is one figure of a return, with what was hoped for.
type MeasureValue struct {
	ID      RowID    `json:"id,omitempty"`
	Measure string   `json:"measure"`
	Value   *Decimal `json:"value,omitempty"` // nil is not reported, which is not nought
	Target  *Decimal `json:"target,omitempty"`
	Unit    string   `json:"unit,omitempty"`
	Comment string   `json:"comment,omitempty"`
}

// RecordKind is KindMonitoringReturn.
func (*MonitoringReturn) RecordKind() Kind { return KindMonitoringReturn }

// Label is the period, in words.
func (m *MonitoringReturn) Label() string {
	if m.Period != "" {
		return m.Period
	}
	return "Return due " + m.Due.Long()
}

// Stage is the status.
func (m *MonitoringReturn) Stage() string { return string(m.Status) }

// StageLabel is how people read a status.
func (*MonitoringReturn) StageLabel(stage string) string { return ReturnStatus(stage).Label() }

// NextStages are the statuses that may follow.
func (m *MonitoringReturn) NextStages() []string { return returnLife[m.Stage()] }

func (m *MonitoringReturn) setStage(stage string) { m.Status = ReturnStatus(stage) }
func (m *MonitoringReturn) taken() *[]Step        { return &m.Steps }

// Problems are what keeps the return from being saved.
func (m *MonitoringReturn) Problems() Problems {
	var ps Problems
	if m.Grant == "" {
		ps.add("grant", "Which grant does this return report on?")
	}
	if m.Due.IsZero() {
		ps.add("due", "By which day is the return due?")
	}
	ps.period("period_end", m.PeriodStart, m.PeriodEnd, "The period")
	for i, v := range m.Values {
		if trimSpace(v.Measure) == "" {
			ps.add(row("values", i, "measure"), "What does this figure measure?")
		}
	}
	return ps
}

func (m *MonitoringReturn) references(visit func(string, Kind, *ID)) {
	visit("grant", KindGrant, &m.Grant)
	visit("framework", KindOutcomesFramework, &m.Framework)
}

// LateOn reports whether the return had not come in although it was due before that day.
func (m *MonitoringReturn) LateOn(today Date) bool {
	waiting := m.Status == "" || m.Status == ReturnExpected || m.Status == ReturnLate
	return waiting && m.Received.IsZero() && !m.Due.IsZero() && m.Due.lastDay().Before(today)
}

// DaysLate is how many days the return is late on a day; 0 if it is not.
func (m *MonitoringReturn) DaysLate(today Date) int {
	if !m.LateOn(today) {
		return 0
	}
	return m.Due.lastDay().DaysUntil(today)
}

// StatusOn is the status that a screen shows on a day: an expected return whose day has gone by is late, without anybody saying so.
func (m *MonitoringReturn) StatusOn(today Date) ReturnStatus {
	if m.LateOn(today) {
		return ReturnLate
	}
	return m.Status
}

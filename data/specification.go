package data

// SpecificationStatus is how far a specification has come.
type SpecificationStatus string

// The life of a specification.
const (
	SpecificationDraft      SpecificationStatus = "draft"
	SpecificationAgreed     SpecificationStatus = "agreed"
	SpecificationSuperseded SpecificationStatus = "superseded"
)

var specificationStatuses = terms[SpecificationStatus]{
	{SpecificationDraft, "Draft"},
	{SpecificationAgreed, "Agreed"},
	{SpecificationSuperseded, "Superseded"},
}

var specificationLife = life(
	from(SpecificationDraft, SpecificationAgreed),
	from(SpecificationAgreed, SpecificationSuperseded),
	from(SpecificationSuperseded),
)

// SpecificationStatuses are all steps in the life of a specification.
func SpecificationStatuses() []SpecificationStatus { return specificationStatuses.values() }

// Label is how people read the status.
func (s SpecificationStatus) Label() string { return specificationStatuses.label(s) }

// UnmarshalText reads a status as the portable form writes it.
func (s *SpecificationStatus) UnmarshalText(text []byte) error {
	return specificationStatuses.unmarshal(s, text, "status of a specification")
}

// Specification is what a provider is paid to do, in words that become a schedule of the grant agreement.
type Specification struct {
	Stamp

	Title         string              `json:"title"`
	Version       string              `json:"version,omitempty"`
	ScheduleLabel string              `json:"schedule_label,omitempty"`
	Body          string              `json:"body,omitempty"` // Markdown
	Effective     Date                `json:"effective,omitzero"`
	Status        SpecificationStatus `json:"status,omitempty"`
	Supersedes    ID                  `json:"supersedes,omitempty"`
	Steps         []Step              `json:"steps,omitempty"`
}

// RecordKind is KindSpecification.
func (*Specification) RecordKind() Kind { return KindSpecification }

// Label is the title.
func (s *Specification) Label() string { return s.Title }

// Stage is the status.
func (s *Specification) Stage() string { return string(s.Status) }

// StageLabel is how people read a status.
func (*Specification) StageLabel(stage string) string { return SpecificationStatus(stage).Label() }

// NextStages are the statuses that may follow.
func (s *Specification) NextStages() []string { return specificationLife[s.Stage()] }

func (s *Specification) setStage(stage string) { s.Status = SpecificationStatus(stage) }
func (s *Specification) taken() *[]Step        { return &s.Steps }

// Problems are what keeps the specification from being saved.
func (s *Specification) Problems() Problems {
	var ps Problems
	ps.title("title", s.Title, "The specification")
	return ps
}

func (s *Specification) references(visit func(string, Kind, *ID)) {
	visit("supersedes", KindSpecification, &s.Supersedes)
}

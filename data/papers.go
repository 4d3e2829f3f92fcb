package data

// PaperStatus is how far a board paper or a news release has come.
type PaperStatus string

// The life of a paper.
const (
	PaperDraft     PaperStatus = "draft"
	PaperCleared   PaperStatus = "cleared" // whoever answers for it has agreed to it
	PaperPublished PaperStatus = "published"
	PaperWithdrawn PaperStatus = "withdrawn"
)

var paperStatuses = terms[PaperStatus]{
	{PaperDraft, "Draft"}, {PaperCleared, "Cleared"}, {PaperPublished, "Published"}, {PaperWithdrawn, "Withdrawn"},
}

var paperLife = life(
	from(PaperDraft, PaperCleared, PaperWithdrawn),
	from(PaperCleared, PaperPublished, PaperDraft, PaperWithdrawn),
	from(PaperPublished, PaperWithdrawn),
	from(PaperWithdrawn, PaperDraft),
)

// PaperStatuses are all steps in the life of a paper.
func PaperStatuses() []PaperStatus { return paperStatuses.values() }

// Label is how people read the status.
func (s PaperStatus) Label() string { return paperStatuses.label(s) }

// UnmarshalText reads a status as the portable form writes it.
func (s *PaperStatus) UnmarshalText(text []byte) error {
	return paperStatuses.unmarshal(s, text, "status of a paper")
}

// BoardPaper is a report to a board. The program numbers its paragraphs 1.1, 1.2; its recommendations are printed first and last
// from the same words.
type BoardPaper struct {
	Stamp

	Reference       Reference   `json:"reference,omitempty"`
	Title           string      `json:"title"`
	To              string      `json:"to,omitempty"`
	From            string      `json:"from,omitempty"`
	Meeting         string      `json:"meeting,omitempty"`
	Date            Date        `json:"date,omitzero"`
	Marking         string      `json:"marking,omitempty"` // as it is printed: "OFFICIAL"
	Sections        []Section   `json:"sections,omitempty"`
	Recommendations []string    `json:"recommendations,omitempty"`
	SourceDocuments []string    `json:"source_documents,omitempty"`
	ContactOfficers []ID        `json:"contact_officers,omitempty"`
	Attachments     []Enclosure `json:"attachments,omitempty"`
	Status          PaperStatus `json:"status,omitempty"`
	Steps           []Step      `json:"steps,omitempty"`
}

// RecordKind is KindBoardPaper.
func (*BoardPaper) RecordKind() Kind { return KindBoardPaper }

// Label is the title.
func (p *BoardPaper) Label() string { return p.Title }

// Stage is the status.
func (p *BoardPaper) Stage() string { return string(p.Status) }

// StageLabel is how people read a status.
func (*BoardPaper) StageLabel(stage string) string { return PaperStatus(stage).Label() }

// NextStages are the statuses that may follow.
func (p *BoardPaper) NextStages() []string { return paperLife[p.Stage()] }

func (p *BoardPaper) setStage(stage string) { p.Status = PaperStatus(stage) }
func (p *BoardPaper) taken() *[]Step        { return &p.Steps }

// Problems are what keeps the paper from being saved.
func (p *BoardPaper) Problems() Problems {
	var ps Problems
	ps.title("title", p.Title, "The paper")
	ps.sections(p.Sections)
	ps.enclosures(p.Attachments)
	return ps
}

func (p *BoardPaper) references(visit func(string, Kind, *ID)) {
	people("contact_officers", p.ContactOfficers, visit)
	enclosures(p.Attachments, visit)
}

// NewsRelease is what the office tells the press.
type NewsRelease struct {
	Stamp

	Headline   string      `json:"headline"`
	Date       Date        `json:"date,omitzero"`
	Embargo    string      `json:"embargo,omitempty"` // until when, in words
	Body       string      `json:"body,omitempty"`    // Markdown
	Quotations []Quotation `json:"quotations,omitempty"`
	About      []ID        `json:"about,omitempty"` // records of any kind
	Contact    ID          `json:"contact,omitempty"`
	Status     PaperStatus `json:"status,omitempty"`
	Steps      []Step      `json:"steps,omitempty"`
}

// Quotation is what somebody said, and who.
type Quotation struct {
	ID      RowID  `json:"id,omitempty"`
	Contact ID     `json:"contact,omitempty"`
	Words   string `json:"words"`
}

// RecordKind is KindNewsRelease.
func (*NewsRelease) RecordKind() Kind { return KindNewsRelease }

// Label is the headline.
func (n *NewsRelease) Label() string { return n.Headline }

// Stage is the status.
func (n *NewsRelease) Stage() string { return string(n.Status) }

// StageLabel is how people read a status.
func (*NewsRelease) StageLabel(stage string) string { return PaperStatus(stage).Label() }

// NextStages are the statuses that may follow.
func (n *NewsRelease) NextStages() []string { return paperLife[n.Stage()] }

func (n *NewsRelease) setStage(stage string) { n.Status = PaperStatus(stage) }
func (n *NewsRelease) taken() *[]Step        { return &n.Steps }

// Problems are what keeps the release from being saved.
func (n *NewsRelease) Problems() Problems {
	var ps Problems
	ps.title("headline", n.Headline, "The release")
	for i, q := range n.Quotations {
		if trimSpace(q.Words) == "" {
			ps.add(row("quotations", i, "words"), "What was said?")
		}
	}
	return ps
}

func (n *NewsRelease) references(visit func(string, Kind, *ID)) {
	for i := range n.Quotations {
		visit(row("quotations", i, "contact"), Person, &n.Quotations[i].Contact)
	}
	for i := range n.About {
		visit(at("about", i), AnyKind, &n.About[i])
	}
	visit("contact", Person, &n.Contact)
}

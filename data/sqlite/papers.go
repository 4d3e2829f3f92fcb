package sqlite

import (
	"fmt"

	"github.com/uptrace/bun"

	"almoner/data"
)

var boardPapers = func() shelf {
	s := keep[boardPaperRow, data.BoardPaper](
		rows[boardSectionRow](func(p *data.BoardPaper) *[]data.Section { return &p.Sections }),
		rows[boardRecommendationRow](func(p *data.BoardPaper) *[]string { return &p.Recommendations }),
		rows[boardSourceRow](func(p *data.BoardPaper) *[]string { return &p.SourceDocuments }),
		rows[boardContactRow](func(p *data.BoardPaper) *[]data.ID { return &p.ContactOfficers }),
		rows[boardAttachmentRow](func(p *data.BoardPaper) *[]data.Enclosure { return &p.Attachments }),
		rows[boardStepRow](func(p *data.BoardPaper) *[]data.Step { return &p.Steps }),
	)
	s.derive = func(row *boardPaperRow) { row.ReferenceKey = row.Reference.Key() }
	s.sole = func(p *data.BoardPaper) (key, field, sentence string) {
		return p.Reference.Key(), "reference",
			fmt.Sprintf("Another paper already has the reference %s: each paper needs one of its own.", p.Reference)
	}
	return s
}()

type boardPaperRow struct {
	bun.BaseModel `bun:"table:board_papers"`
	record

	Reference     data.Reference
	ReferenceKey  string `bun:",nullzero"`
	Title         string
	To            string
	From          string
	Meeting       string
	Date          string `bun:",nullzero"`
	DatePrecision string
	DateWording   string
	Marking       string
	Status        data.PaperStatus
}

type boardSectionRow struct {
	bun.BaseModel `bun:"table:board_paper_sections"`
	listed
	section
}

type boardRecommendationRow struct {
	bun.BaseModel `bun:"table:board_paper_recommendations"`
	listed

	Text string
}

type boardSourceRow struct {
	bun.BaseModel `bun:"table:board_paper_sources"`
	listed

	Text string
}

type boardContactRow struct {
	bun.BaseModel `bun:"table:board_paper_contacts"`
	listed

	Person data.ID
}

type boardAttachmentRow struct {
	bun.BaseModel `bun:"table:board_paper_attachments"`
	listed
	enclosure
}

type boardStepRow struct {
	bun.BaseModel `bun:"table:board_paper_steps"`
	listed
	step
}

var newsReleases = keep[newsReleaseRow, data.NewsRelease](
	rows[quotationRow](func(n *data.NewsRelease) *[]data.Quotation { return &n.Quotations }),
	rows[newsAboutRow](func(n *data.NewsRelease) *[]data.ID { return &n.About }),
	rows[newsStepRow](func(n *data.NewsRelease) *[]data.Step { return &n.Steps }),
)

type newsReleaseRow struct {
	bun.BaseModel `bun:"table:news_releases"`
	record

	Headline      string
	Date          string `bun:",nullzero"`
	DatePrecision string
	DateWording   string
	Embargo       string
	Body          string
	Contact       data.ID `bun:",nullzero"`
	Status        data.PaperStatus
}

type quotationRow struct {
	bun.BaseModel `bun:"table:news_quotations"`
	listed

	ID      data.RowID `bun:"id"`
	Contact data.ID    `bun:",nullzero"`
	Words   string
}

type newsAboutRow struct {
	bun.BaseModel `bun:"table:news_about"`
	listed

	Subject data.ID
}

type newsStepRow struct {
	bun.BaseModel `bun:"table:news_steps"`
	listed
	step
}

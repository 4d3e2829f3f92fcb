// Package boardpapers is the section of the window for what the office writes for others to read: papers for boards, and releases to the
// press.
package boardpapers

import (
	"slices"
	"strings"

	"almoner/data"
	"almoner/ui/desk"
	"almoner/ui/lang"
	"almoner/ui/record"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Register is the section: the board papers on one leaf, the news releases on the other, each with its own search.
type Register struct {
	boards, news leaf
	tabs         *container.AppTabs
}

// leaf is a list of one kind.
type leaf interface {
	desk.Page
	desk.Finder
	desk.Maker
}

var (
	_ desk.Page   = (*Register)(nil)
	_ desk.Finder = (*Register)(nil)
	_ desk.Maker  = (*Register)(nil)
	_ desk.Turner = (*Register)(nil)
)

// NewRegister is the section, with the board papers in front.
func NewRegister(d desk.Desk) desk.Page {
	r := &Register{boards: newBoards(d), news: newNews(d)}
	r.tabs = container.NewAppTabs(
		container.NewTabItem(lang.L("Board papers"), r.boards.Content()),
		container.NewTabItem(lang.L("News releases"), r.news.Content()),
	)
	r.tabs.OnSelected = func(*container.TabItem) { r.Arrived() }
	return r
}

// shown is the list in front.
func (r *Register) shown() leaf {
	if r.tabs.SelectedIndex() == 0 {
		return r.boards
	}
	return r.news
}

// Title is the name of the section.
func (r *Register) Title() string { return desk.Papers.Label() }

// Section is the section of the register.
func (r *Register) Section() desk.Section { return desk.Papers }

// Content is the page.
func (r *Register) Content() fyne.CanvasObject { return r.tabs }

// Arrived puts the cursor into the search box of the list in front.
func (r *Register) Arrived() { r.shown().Arrived() }

// Changed shows what was saved, here or elsewhere.
func (r *Register) Changed(rec data.Record) {
	r.boards.Changed(rec)
	r.news.Changed(rec)
}

// TurnBy goes to the other list.
func (r *Register) TurnBy(steps int) { record.TurnLeaves(r.tabs, steps) }

// Find puts the cursor into the search box of the list in front.
func (r *Register) Find() { r.shown().Find() }

// New begins one of what the list in front is of.
func (r *Register) New() { r.shown().New() }

// Makes is what New makes, whichever list is in front.
func (r *Register) Makes() string { return lang.L("paper") }

func newBoards(d desk.Desk) leaf {
	status := record.Column("status", lang.L("Status"), 1, 90, func(p *data.BoardPaper) string { return lang.L(p.Status.Label()) }).Filtered()
	status.Rank = func(_ *data.Register, p *data.BoardPaper) float64 { return rank(p.Status) }
	return record.NewList(d, record.ListKind[*data.BoardPaper]{
		Section:  desk.Papers,
		Name:     "boardpapers",
		Singular: lang.L("board paper"),
		Plural:   lang.L("board papers"),
		Counted:  lang.Counted{One: "{n} board paper", Other: "{n} board papers"},
		Sort:     data.Sort{Field: "date", Descending: true},
		Columns: []record.ListColumn[*data.BoardPaper]{
			record.Column("reference", lang.L("Reference"), 1, 100, func(p *data.BoardPaper) string { return string(p.Reference) }),
			record.Column("title", lang.L("Title"), 6, 190, (*data.BoardPaper).Label),
			record.Column("meeting", lang.L("Meeting"), 3, 120, func(p *data.BoardPaper) string { return p.Meeting }).Filtered(),
			record.Column("to", lang.L("To"), 3, 120, func(p *data.BoardPaper) string { return p.To }),
			record.DateColumn("date", lang.L("Date"), 1, 96, func(p *data.BoardPaper) data.Date { return p.Date }),
			status,
		},
		Words: boardWords,
		Fresh: func(d desk.Desk) *data.BoardPaper {
			return &data.BoardPaper{
				Stamp: data.Stamp{ID: data.NewID()}, Status: data.PaperDraft, Date: d.Today(), Marking: d.Office().Register().Details().PaperMarking,
			}
		},
		Open:  NewBoardPaperPage,
		Title: lang.L("Board papers"),
		Years: func(_ *data.Register, p *data.BoardPaper) []data.FinancialYear { return record.YearsOf(p.Date) },
		Steps: steps[*data.BoardPaper](),
	})
}

// steps are what can be done to several papers at once. What goes out to the public is looked at one by one.
func steps[R data.Staged]() []record.BulkStep[R] {
	step := func(to data.PaperStatus, will, did lang.Counted) record.BulkStep[R] {
		return record.StageStep(record.StageWords{
			Key: string(to), Label: verb(string(to)), To: string(to), Will: will, Did: did,
		}, record.Itself[R])
	}
	return []record.BulkStep[R]{
		step(data.PaperCleared,
			lang.Counted{One: "{n} paper will be cleared as of %s.", Other: "{n} papers will be cleared as of %s."},
			lang.Counted{One: "{n} paper cleared.", Other: "{n} papers cleared."}),
		step(data.PaperWithdrawn,
			lang.Counted{One: "{n} paper will be withdrawn as of %s.", Other: "{n} papers will be withdrawn as of %s."},
			lang.Counted{One: "{n} paper withdrawn.", Other: "{n} papers withdrawn."}),
	}
}

func boardWords(_ *data.Register, p *data.BoardPaper) string {
	words := []string{p.From, lang.L(p.Status.Label())}
	for _, s := range p.Sections {
		words = append(words, s.Heading, s.Body)
	}
	return strings.Join(slices.Concat(words, p.Recommendations, p.SourceDocuments), "\n")
}

func newNews(d desk.Desk) leaf {
	status := record.Column("status", lang.L("Status"), 1, 90, func(n *data.NewsRelease) string { return lang.L(n.Status.Label()) }).Filtered()
	status.Rank = func(_ *data.Register, n *data.NewsRelease) float64 { return rank(n.Status) }
	contact := record.Column("contact", lang.L("Contact"), 2, 120, (*data.NewsRelease).Label)
	contact.Text = func(reg *data.Register, n *data.NewsRelease) string { return labelOf(reg, data.Person, n.Contact) }
	return record.NewList(d, record.ListKind[*data.NewsRelease]{
		Section:  desk.Papers,
		Name:     "newsreleases",
		Singular: lang.L("news release"),
		Plural:   lang.L("news releases"),
		Counted:  lang.Counted{One: "{n} news release", Other: "{n} news releases"},
		Sort:     data.Sort{Field: "date", Descending: true},
		Columns: []record.ListColumn[*data.NewsRelease]{
			record.Column("headline", lang.L("Headline"), 6, 220, (*data.NewsRelease).Label),
			record.DateColumn("date", lang.L("Date"), 1, 96, func(n *data.NewsRelease) data.Date { return n.Date }),
			record.Column("embargo", lang.L("Embargo"), 3, 130, func(n *data.NewsRelease) string { return n.Embargo }),
			contact,
			status,
		},
		Words: newsWords,
		Fresh: func(d desk.Desk) *data.NewsRelease {
			return &data.NewsRelease{Stamp: data.Stamp{ID: data.NewID()}, Status: data.PaperDraft, Date: d.Today()}
		},
		Open:  NewNewsReleasePage,
		Title: lang.L("News releases"),
		Years: func(_ *data.Register, n *data.NewsRelease) []data.FinancialYear { return record.YearsOf(n.Date) },
		Steps: steps[*data.NewsRelease](),
	})
}

func newsWords(reg *data.Register, n *data.NewsRelease) string {
	words := []string{n.Body, lang.L(n.Status.Label())}
	for _, q := range n.Quotations {
		words = append(words, q.Words, labelOf(reg, data.Person, q.Contact))
	}
	for _, id := range n.About {
		words = append(words, labelOf(reg, data.AnyKind, id))
	}
	return strings.Join(words, "\n")
}

// labelOf is what people call a record of whichever kind; nothing if there is none.
func labelOf(reg *data.Register, kind data.Kind, id data.ID) string {
	if rec, ok := reg.Find(kind, id); ok {
		return rec.Label()
	}
	return ""
}

func rank(s data.PaperStatus) float64 { return float64(slices.Index(data.PaperStatuses(), s)) }

package record

import (
	"slices"
	"strings"

	"almoner/data"
	"almoner/ui/lang"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// SectionsOf is what is particular to the sections of one kind of paper.
type SectionsOf struct {
	List *[]data.Section
	// Usual are the headings that the office's papers usually have.
	Usual []string
	// Parted lets a section stand in Part 2, which the public is not given.
	Parted bool
}

// sections edits the headed parts of a paper in the order in which they are printed.
type sections struct {
	form  *widgets.Form
	of    SectionsOf
	rows  *Rows[data.Section]
	usual *widgets.Button
}

// NewSections is an editor of the sections of a paper; touch tells the page of each that comes, goes or moves.
func NewSections(form *widgets.Form, touch func(), of SectionsOf) fyne.CanvasObject {
	s := &sections{form: form, of: of}
	s.usual = widgets.NewButton(form.ID("sections.usual"), lang.L("Usual headings…"), theme.MenuDropDownIcon(), s.offer)
	s.rows = NewRows(form, touch, RowsOf[data.Section]{
		Key: "sections", List: of.List, Add: lang.L("Add a section"), Moves: true, Beside: s.usual,
		Fresh: func([]data.Section) data.Section { return headed("") },
		Row:   s.row,
	})
	return s.rows.Content
}

func headed(heading string) data.Section {
	return data.Section{ID: data.NewRowID(), Heading: heading, Part: 1}
}

func (s *sections) row(at string, section *data.Section) fyne.CanvasObject {
	heading := s.form.Text(at+"heading", lang.L("Heading"), "", &section.Heading)
	if s.of.Parted {
		parts := []int{1, 2}
		if section.Part == 0 {
			parts[0] = 0 // as good as 1, and to be left as it is
		}
		heading = widgets.Beside(heading, widgets.ChooseFrom(s.form, at+"part", lang.L("For"), parts, partLabel, &section.Part), partWidth)
	}
	return widgets.Stack(
		heading,
		s.form.Lines(at+"body", lang.L("Words"), lang.L("a dash begins a bullet"), sectionLines, &section.Body),
		widget.NewSeparator(),
	)
}

const (
	partWidth    = 190 // of the choice between the parts, in Fyne's units
	sectionLines = 6
)

func partLabel(part int) string {
	if part == 2 {
		return lang.L("Part 2, not published")
	}
	return lang.L("Part 1, the public")
}

// offer asks which of the usual headings is to be added, of those that the paper has not.
func (s *sections) offer() {
	missing := s.missing()
	if len(missing) == 0 {
		s.offerNone()
		return
	}
	items := []*fyne.MenuItem{fyne.NewMenuItem(lang.L("All of these"), func() { s.add(missing...) }), fyne.NewMenuItemSeparator()}
	for _, heading := range missing {
		items = append(items, fyne.NewMenuItem(heading, func() { s.add(heading) }))
	}
	widgets.MenuOver(s.usual, items...)
}

func (s *sections) offerNone() {
	none := fyne.NewMenuItem(lang.L("All of the usual headings are there"), nil)
	none.Disabled = true
	widgets.MenuOver(s.usual, none)
}

func (s *sections) missing() []string {
	return slices.DeleteFunc(slices.Clone(s.of.Usual), func(heading string) bool {
		return slices.ContainsFunc(*s.of.List, func(there data.Section) bool { return data.Fold(there.Heading) == data.Fold(heading) })
	})
}

func (s *sections) add(headings ...string) {
	fresh := make([]data.Section, len(headings))
	for i, heading := range headings {
		fresh[i] = headed(heading)
	}
	s.rows.Append(fresh...)
}

// NewTexts is an editor of a list of texts in their order, such as recommendations. What each of them is called is its label.
func NewTexts(form *widgets.Form, touch func(), key, label, add string, lines int, list *[]string) fyne.CanvasObject {
	return NewRows(form, touch, RowsOf[string]{
		Key: key, List: list, Add: add, Moves: true,
		Fresh: func([]string) string { return "" },
		Row: func(at string, text *string) fyne.CanvasObject {
			return form.Lines(strings.TrimSuffix(at, "."), label, "", lines, text)
		},
	}).Content
}

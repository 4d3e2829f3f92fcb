package reports

import (
	"fmt"
	"slices"
	"strings"

	"github.com/pmezard/go-difflib/difflib"

	"almoner/data"
	"almoner/reports/document"
)

var specificationPaper = Paper{
	Name: "specification", Title: "Service specification", Of: data.KindSpecification,
	Make: makes(func(s Setting, sp *data.Specification) document.Document { return Specification(s.Register, sp) }),
}

var specificationChangesPaper = Paper{
	Name: "specification-changes", Title: "Changes since the version before", Of: data.KindSpecification,
	Unfit: unlessFit(func(s Setting, sp *data.Specification) string {
		if _, ok := data.Get[*data.Specification](s.Register, sp.Supersedes); !ok {
			return "This specification takes the place of no other, so there is nothing to compare it with."
		}
		return ""
	}),
	Make: makes(func(s Setting, sp *data.Specification) document.Document { return SpecificationChanges(s.Register, sp) }),
}

// specification is a service specification as it stands in another paper, its title a heading of the given level.
func specification(s *data.Specification, level int) []document.Block {
	blocks := []document.Block{document.Heading{Level: level, Text: document.Text(s.Title)}}
	below := level + 1
	if s.ScheduleLabel != "" {
		blocks = append(blocks, document.Heading{Level: below, Text: document.Text(s.ScheduleLabel)})
		below++
	}
	return append(blocks, document.Markdown(s.Body, below)...)
}

// Specification is a service specification as a schedule of its own, its headings and clauses numbered, so that an agreement can name each.
func Specification(reg *data.Register, s *data.Specification) document.Document {
	office := reg.Details()
	w := wording{office: office}
	doc := specificationHead(reg, w, s, s.Title)
	part := &doc.Parts[0]
	if s.ScheduleLabel != "" {
		part.Add(document.Heading{Level: 2, Text: document.Text(s.ScheduleLabel)})
		part.Add(outlined(document.Markdown(s.Body, 3), 3)...)
		return doc
	}
	part.Add(outlined(document.Markdown(s.Body, 2), 2)...)
	return doc
}

func specificationHead(reg *data.Register, w wording, s *data.Specification, title string) document.Document {
	foot := s.Title
	if s.Version != "" {
		foot = fmt.Sprintf("%s, %s %s", s.Title, strings.ToLower(w.plain("specification_version")), s.Version)
	}
	doc := newPaper(reg.Details(), title, w.plain("specification_subject"), foot)
	doc.Dated = s.Effective.Time()
	status := s.Status.Label()
	if s.Status == data.SpecificationDraft {
		status = w.plain("specification_draft")
	}
	part := document.Part{}
	part.Add(
		document.Heading{Level: 1, Text: document.Text(title)},
		fields(
			field(w.plain("specification_version"), s.Version),
			field(w.plain("specification_effective"), s.Effective.Long()),
			field(w.plain("specification_status"), status),
			field(w.plain("specification_grants"), strings.Join(underSpecification(reg, s.ID), "; ")),
		),
	)
	doc.Parts = []document.Part{part}
	return doc
}

// underSpecification are the grants that a specification is part of.
func underSpecification(reg *data.Register, id data.ID) []string {
	var names []string
	for _, g := range data.All[*data.Grant](reg) {
		name := strings.Join(nonEmpty(g.Title, reg.NameOf(g.Recipient)), ", ")
		if g.Specification == id && !slices.Contains(names, name) { // a grant of each year may be called the same
			names = append(names, name)
		}
	}
	return names
}

// SpecificationChanges is what became of each passage since the version that a specification takes the place of. What is shown by lines
// under and through words is said in words too, for whoever hears the paper read.
func SpecificationChanges(reg *data.Register, s *data.Specification) document.Document {
	before, _ := data.Get[*data.Specification](reg, s.Supersedes)
	w := wording{office: reg.Details(), values: map[string]string{"before": versionName(before), "after": versionName(s)}}
	doc := specificationHead(reg, w, s, s.Title+": "+w.plain("specification_changes"))
	part := &doc.Parts[0]
	part.Add(w.blocks("specification_changes_opening")...)
	changes := changedPassages(w, s.Title, data.Compare(before.Body, s.Body))
	if len(changes) == 0 {
		part.Add(w.blocks("specification_no_changes")...)
	}
	part.Add(changes...)
	return doc
}

func versionName(s *data.Specification) string {
	switch {
	case s == nil:
		return ""
	case s.Version != "":
		return s.Version
	default:
		return s.Effective.Long()
	}
}

// changedPassages are the passages that changed, each under the heading that it stands below or, if it was taken out, that it stood below.
// Those before the first heading stand under the title.
func changedPassages(w wording, title string, passages []data.Passage) []document.Block {
	var blocks []document.Block
	top := &title
	now, before, shown := top, top, top // headings; two of them can have the same words
	for _, p := range passages {
		was, wasHeading := headingIn(p.Before)
		is, isHeading := headingIn(p.After)
		if isHeading {
			now = &is
		}
		switch {
		case isHeading && p.Change != data.PassageAdded:
			before = now
		case wasHeading:
			before = &was
		}
		if p.Change == data.PassageKept || plainWords(p.Before) == "" && plainWords(p.After) == "" {
			continue
		}
		under := now
		if p.Change == data.PassageRemoved {
			under = before
		}
		if under != shown {
			blocks = append(blocks, document.Heading{Level: 2, Text: document.Text(*under)})
			shown = under
		}
		var runs []document.Inline
		switch {
		case p.Change == data.PassageAdded && isHeading:
			blocks = append(blocks, w.blocks("specification_new_heading")...)
			continue
		case p.Change == data.PassageRemoved && wasHeading:
			blocks = append(blocks, w.blocks("specification_removed_heading")...)
			continue
		case p.Change == data.PassageAdded:
			runs = document.Join(document.Bold(w.plain("specification_added")+" "), changed(plainWords(p.After), document.Inserted))
		case p.Change == data.PassageRemoved:
			runs = document.Join(document.Bold(w.plain("specification_removed")+" "), changed(plainWords(p.Before), document.Deleted))
		default:
			runs = document.Join(document.Bold(w.plain("specification_changed")+" "), wordChanges(w, plainWords(p.Before), plainWords(p.After)))
		}
		blocks = append(blocks, document.Paragraph{Text: runs})
	}
	return blocks
}

// headingIn is the words of a passage that is a heading.
func headingIn(passage string) (words string, ok bool) {
	if !strings.HasPrefix(passage, "#") {
		return "", false
	}
	words, ok = strings.CutPrefix(strings.TrimLeft(passage, "#"), " ")
	return plainWords(passage), ok && words != ""
}

func changed(text string, change document.Change) []document.Inline {
	return []document.Inline{{Text: text, Change: change}}
}

// plainWords are the words of a passage of Markdown, without its marks.
func plainWords(passage string) string {
	if strings.HasPrefix(passage, "|") { // a row of a table by itself is none to Markdown
		var cells []string
		for cell := range strings.SplitSeq(strings.Trim(passage, "| "), "|") {
			if cell = strings.TrimSpace(cell); strings.Trim(cell, "-: ") != "" {
				cells = append(cells, cell)
			}
		}
		return strings.Join(cells, " – ")
	}
	return strings.Join(document.BlockLines(document.Markdown(passage, 1)), " ")
}

// wordChanges is a passage as it is now, with the words that went and those that came marked where they stand. Words that went are put in
// square brackets, so that nobody takes them for part of the text.
func wordChanges(w wording, before, after string) []document.Inline {
	was, is := strings.Fields(before), strings.Fields(after)
	var runs []document.Inline
	put := func(words []string, change document.Change) {
		if len(words) == 0 {
			return
		}
		if len(runs) > 0 {
			runs = append(runs, document.Inline{Text: " "})
		}
		text := strings.Join(words, " ")
		if change == document.Deleted {
			text = "[" + w.plain("specification_was") + " " + text + "]"
		}
		runs = append(runs, document.Inline{Text: text, Change: change})
	}
	for _, op := range difflib.NewMatcherWithJunk(was, is, false, nil).GetOpCodes() {
		if op.Tag == 'e' {
			put(is[op.J1:op.J2], document.Unchanged)
			continue
		}
		put(was[op.I1:op.I2], document.Deleted)
		put(is[op.J1:op.J2], document.Inserted)
	}
	return runs
}

package data

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/pmezard/go-difflib/difflib"
)

// NextVersion is a draft that is to supersede an agreed specification: its words, under the next number.
func (s *Specification) NextVersion() *Specification {
	return &Specification{
		Stamp: Stamp{ID: NewID()}, Title: s.Title, Version: nextNumber(s.Version), ScheduleLabel: s.ScheduleLabel, Body: s.Body,
		Status: SpecificationDraft, Supersedes: s.ID,
	}
}

var finalNumber = regexp.MustCompile(`\d+(\D*)$`)

// nextNumber counts the last number in a version up: "2" after "1", "1.4" after "1.3", "2" after nothing.
func nextNumber(version string) string {
	at := finalNumber.FindStringIndex(version)
	if at == nil {
		return strings.TrimSpace(version + " 2")
	}
	digits := strings.TrimRightFunc(version[at[0]:], func(c rune) bool { return c < '0' || c > '9' })
	n, err := strconv.Atoi(digits)
	if err != nil {
		return version + ".2"
	}
	return version[:at[0]] + strconv.Itoa(n+1) + version[at[0]+len(digits):]
}

// AgreeSpecification agrees to a draft from a day on; the version that it supersedes is superseded by that. The records are copies, to be
// saved at once.
func (reg *Register) AgreeSpecification(draft *Specification, on Date, by string) ([]Record, error) {
	agreed := Clone(draft)
	if err := Advance(agreed, string(SpecificationAgreed), on, by); err != nil {
		return nil, err
	}
	if agreed.Effective.IsZero() {
		agreed.Effective = on
	}
	records := []Record{agreed}
	old, ok := Get[*Specification](reg, draft.Supersedes)
	if !ok || old.Status == SpecificationSuperseded {
		return records, nil
	}
	old = Clone(old)
	if old.Status == SpecificationDraft {
		return nil, &Fault{Sentence: fmt.Sprintf("“%s” takes the place of a draft, version %s. Agree to that first, or take it out.", draft.Title, old.Version)}
	}
	if err := Advance(old, string(SpecificationSuperseded), on, by); err != nil {
		return nil, err
	}
	return append(records, old), nil
}

// PassageChange is what became of a paragraph.
type PassageChange string

// What can become of a paragraph.
const (
	PassageKept    PassageChange = "kept"
	PassageAdded   PassageChange = "added"
	PassageRemoved PassageChange = "removed"
	PassageChanged PassageChange = "changed"
)

// Passage is a paragraph, a heading or one entry of a list in two versions of a text, as Markdown.
type Passage struct {
	Change PassageChange
	Before string // empty where it was added
	After  string // empty where it was removed
}

// alikeEnough is the share of words that two paragraphs have in common, in order, for one to be another wording of the other.
const alikeEnough = 0.5

// Compare is one text beside another, paragraph by paragraph, in the order of the later; what was taken out comes before what came in its
// place. A paragraph of which at least half of the words stayed is shown as changed rather than as removed and added.
func Compare(before, after string) []Passage {
	was, is := passages(before), passages(after)
	var found []Passage
	for _, op := range difflib.NewMatcherWithJunk(was, is, false, nil).GetOpCodes() {
		switch op.Tag {
		case 'e':
			for i := range op.I2 - op.I1 {
				found = append(found, Passage{PassageKept, was[op.I1+i], is[op.J1+i]})
			}
		default:
			found = append(found, rewritten(was[op.I1:op.I2], is[op.J1:op.J2])...)
		}
	}
	return found
}

// rewritten pairs paragraphs that were taken out with those that came in their place, in order.
func rewritten(was, is []string) []Passage {
	var found, added []Passage
	until := func(pair int) {
		for _, gone := range was[:pair] {
			found = append(found, Passage{Change: PassageRemoved, Before: gone})
		}
		found, added = append(found, added...), nil
	}
	for _, after := range is {
		pair := -1
		for i, before := range was {
			if alikeWords(before, after) >= alikeEnough {
				pair = i
				break
			}
		}
		if pair < 0 {
			added = append(added, Passage{Change: PassageAdded, After: after})
			continue
		}
		until(pair)
		found = append(found, Passage{PassageChanged, was[pair], after})
		was = was[pair+1:]
	}
	until(len(was))
	return found
}

func alikeWords(a, b string) float64 {
	return difflib.NewMatcherWithJunk(strings.Fields(Fold(a)), strings.Fields(Fold(b)), false, nil).Ratio()
}

var listEntry = regexp.MustCompile(`^\s*([-*+]|\d+[.)])\s`)

// passages are the paragraphs, headings and list entries of a text. How its lines are broken is no difference.
func passages(text string) []string {
	var found, open []string
	end := func() {
		if len(open) > 0 {
			found = append(found, strings.Join(open, "\n"))
		}
		open = nil
	}
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, " \t\r\n")
		switch {
		case strings.TrimSpace(line) == "":
			end()
		case strings.HasPrefix(line, "#"):
			end()
			found = append(found, line)
		case listEntry.MatchString(line), strings.HasPrefix(line, "|"):
			end()
			open = []string{line}
		default:
			open = append(open, strings.TrimSpace(line))
		}
	}
	end()
	for i, p := range found {
		if !strings.HasPrefix(p, "|") {
			found[i] = strings.Join(strings.FieldsFunc(p, func(c rune) bool { return c == '\n' }), " ")
		}
	}
	return found
}

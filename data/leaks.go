package data

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// Leak is something in a text that only Part 2 of a decision says.
type Leak struct {
	Decision Reference // whose Part 2 it is
	Sort     LeakSort
	What     string // as it stands in the text
	Offset   int    // where, in bytes
	Excerpt  string // with some words around it
}

// LeakSort is what sort of thing leaked.
type LeakSort string

// What can leak: a run of words, an amount of money, a name.
const (
	LeakedWords  LeakSort = "words"
	LeakedAmount LeakSort = "amount"
	LeakedName   LeakSort = "name"
)

// String is the leak as a sentence without its full stop.
func (l Leak) String() string {
	what := map[LeakSort]string{LeakedWords: "The words", LeakedAmount: "The amount", LeakedName: "The name"}[l.Sort]
	verb := "stands"
	if l.Sort == LeakedWords {
		verb = "stand"
	}
	of := "the decision"
	if l.Decision != "" {
		of = string(l.Decision)
	}
	return fmt.Sprintf("%s “%s” %s only in Part 2 of %s: “%s”", what, shortened(l.What), verb, of, l.Excerpt)
}

// PartTwoIn finds in any text – a paper, a release, a title, the name of a file – what Part 2 of the decision says and Part 1 does not:
// five words or more in a row, amounts of money in any spelling, and names. Of a decision that is wholly exempt, all but what it is called
// counts as Part 2, the awards that it keeps with it.
func (d *Decision) PartTwoIn(text string) []Leak { return newPartTwo(d, d.Awards).in(text) }

// Leaks is PartTwoIn of all decisions of the office: where a text says what only a Part 2 says.
func (reg *Register) Leaks(text string) []Leak {
	said := newSaid(text)
	if len(said.words) == 0 {
		return nil
	}
	var leaks []Leak
	for _, d := range All[*Decision](reg) {
		if !d.HasPartTwo() {
			continue
		}
		var rows []DecidedAward
		if d.Marking == Exempt {
			rows = d.AwardRows(reg)
		}
		leaks = append(leaks, newPartTwo(d, rows).leaks(said)...)
	}
	slices.SortStableFunc(leaks, func(a, b Leak) int { return cmp.Compare(a.Offset, b.Offset) })
	return leaks
}

// partTwo is what a decision says in Part 2, and what it says in public.
type partTwo struct {
	reference      Reference
	secret, public []string
}

func newPartTwo(d *Decision, rows []DecidedAward) *partTwo {
	p := &partTwo{reference: d.Reference, public: []string{d.Title, d.Type, d.DecisionMaker, d.SignedBy, d.Exemption, d.Power}}
	if p.reference == "" {
		p.reference = Reference(d.Title)
	}
	add := func(public bool, texts ...string) {
		if public {
			p.public = append(p.public, texts...)
		} else {
			p.secret = append(p.secret, texts...)
		}
	}
	open := d.Marking != Exempt
	for _, s := range d.Sections {
		add(open && s.public(), s.Heading, s.Body)
	}
	add(open, d.Interests)
	add(open, d.Recommendations...)
	if !open {
		for _, e := range d.Attachments {
			add(false, e.Label)
		}
		for _, a := range rows {
			add(false, a.words())
		}
		if !d.StatedTotal.IsZero() {
			add(false, d.StatedTotal.String())
		}
	}
	return p
}

func (p *partTwo) in(text string) []Leak {
	if len(p.secret) == 0 || text == "" {
		return nil
	}
	return p.leaks(newSaid(text))
}

// said is a text that is looked through, made ready once for any number of decisions: it is short, and they are many.
type said struct {
	text    string
	words   []word
	number  map[string]int // of each word that the text says
	grams   map[gram][]int // where each run of words begins
	amounts []FoundAmount
	pence   map[int64]bool
	names   map[string]bool // words with a capital
}

// gram is a run of words by their numbers, as long as what counts as words taken from Part 2.
type gram [gramLength]int

const gramLength = 5

func newSaid(text string) *said {
	s := &said{
		text: text, words: wordsIn(text), number: map[string]int{}, grams: map[gram][]int{}, pence: map[int64]bool{}, names: map[string]bool{},
		amounts: AmountsIn(text),
	}
	for i, w := range s.words {
		if _, known := s.number[w.folded]; !known {
			s.number[w.folded] = len(s.number) + 1
		}
		if w.capital {
			s.names[w.folded] = true
		}
		if i+1 >= gramLength {
			g := s.gramOf(s.words[i+1-gramLength : i+1])
			s.grams[g] = append(s.grams[g], i+1-gramLength)
		}
	}
	for _, a := range s.amounts {
		s.pence[a.Pence] = true
	}
	return s
}

func (s *said) gramOf(words []word) gram {
	var g gram
	for i, w := range words {
		g[i] = s.number[w.folded]
	}
	return g
}

// eachGram visits the runs of a paper's words that the text says as well.
func (s *said) eachGram(words []word, visit func(gram)) {
	var g gram
	for _, w := range words {
		copy(g[:], g[1:])
		g[gramLength-1] = s.number[w.folded] // 0 if the text does not say it, which stands in no gram of the text
		if _, there := s.grams[g]; there {
			visit(g)
		}
	}
}

// common is what a text and some papers both say.
type common struct {
	grams map[gram]bool
	pence map[int64]bool
	names map[string]bool // true where one of them stands within a sentence, so that its capital means a name
	words map[string]bool
}

func (s *said) common(papers []string) common {
	c := common{map[gram]bool{}, map[int64]bool{}, map[string]bool{}, map[string]bool{}}
	for _, paper := range papers {
		words := wordsIn(paper)
		s.eachGram(words, func(g gram) { c.grams[g] = true })
		for _, w := range words {
			if s.number[w.folded] == 0 {
				continue
			}
			c.words[w.folded] = true
			if w.capital && s.names[w.folded] {
				c.names[w.folded] = c.names[w.folded] || !w.opens
			}
		}
		if len(s.pence) == 0 {
			continue // there is nothing to look for
		}
		for _, a := range AmountsIn(paper) {
			if s.pence[a.Pence] {
				c.pence[a.Pence] = true
			}
		}
	}
	return c
}

// leaks are what a text says of Part 2, in the order of the text.
func (p *partTwo) leaks(s *said) []Leak {
	secret := s.common(p.secret)
	if len(secret.grams)+len(secret.pence)+len(secret.names) == 0 {
		return nil
	}
	public := s.common(p.public)
	found := p.wordsOf(s, secret, public)
	covered := len(found)
	for _, l := range append(p.amountsOf(s, secret, public), p.namesOf(s, secret, public)...) {
		within := func(w Leak) bool { return w.Offset <= l.Offset && l.Offset+len(l.What) <= w.Offset+len(w.What) }
		if !slices.ContainsFunc(found[:covered], within) {
			found = append(found, l)
		}
	}
	slices.SortStableFunc(found, func(a, b Leak) int { return cmp.Compare(a.Offset, b.Offset) })
	return found
}

func (p *partTwo) leak(s *said, sort LeakSort, start, end int) Leak {
	return Leak{Decision: p.reference, Sort: sort, What: s.text[start:end], Offset: start, Excerpt: excerptAround(s.text, start, end)}
}

// wordsOf finds the runs of words: grams that follow each other are one run.
func (p *partTwo) wordsOf(s *said, secret, public common) []Leak {
	var starts []int
	for g := range secret.grams {
		if !public.grams[g] {
			starts = append(starts, s.grams[g]...)
		}
	}
	slices.Sort(starts)
	var leaks []Leak
	for i := 0; i < len(starts); {
		first, last := starts[i], starts[i]
		for i < len(starts) && starts[i] <= last+1 {
			last = starts[i]
			i++
		}
		leaks = append(leaks, p.leak(s, LeakedWords, s.words[first].start, s.words[last+gramLength-1].end))
	}
	return leaks
}

func (p *partTwo) amountsOf(s *said, secret, public common) []Leak {
	var leaks []Leak
	for _, a := range s.amounts {
		if secret.pence[a.Pence] && !public.pence[a.Pence] {
			leaks = append(leaks, p.leak(s, LeakedAmount, a.Start, a.End))
		}
	}
	return leaks
}

// unremarkable are words that papers write with a capital and that name nobody.
var unremarkable = wordSet(`the a an and or of in on at to for by with from this that these those it its we our they their he she his her i is are was
	were be as not no if when where which who all any each part section annex appendix table paper report decision exempt public confidential commercial
	monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december
	commissioner office officer police crime act year years grant grants award awards fund funds funding board chief executive
	cic cio ltd limited llp plc co company inc trust charity foundation association society council partnership group uk`) // what bodies are, not who

// namesOf finds names: words with a capital, in the text and in Part 2, that Part 1 does not say at all. The capital of a word that opens a
// sentence both times means nothing, unless another name follows.
func (p *partTwo) namesOf(s *said, secret, public common) []Leak {
	capital := func(w word) bool {
		_, there := secret.names[w.folded]
		return there && w.capital && !public.words[w.folded] && !unremarkable[w.folded] && w.folded[0] > '9'
	}
	var leaks []Leak
	for i := 0; i < len(s.words); i++ {
		from, name := i, false
		for ; i < len(s.words) && capital(s.words[i]) && (i == from || within(s.words[i].before, " \u00a0-–&.")); i++ {
			name = name || secret.names[s.words[i].folded] || !s.words[i].opens
		}
		if name {
			leaks = append(leaks, p.leak(s, LeakedName, s.words[from].start, s.words[i-1].end))
		}
		if i > from {
			i-- // the word that ended the name may begin the next
		}
	}
	return leaks
}

// FoundAmount is an amount of money in a text.
type FoundAmount struct {
	Start, End int // in bytes
	Pence      int64
}

// amountPattern is a figure that can be money: after a pound sign any; else one with its thousands parted, with pence, in thousands or
// millions, or of five digits or more, as tables under the heading “Amount (£)” have them.
var amountPattern = regexp.MustCompile(`(?i)£\s?\d[\d,]*(?:\.\d+)?(?:\s?(?:k|m|million|thousand)\b)?|` +
	`\b\d{1,3}(?:,\d{3})+(?:\.\d{2})?\b|\b\d+\.\d{2}\b|\b\d+(?:\.\d+)?\s?(?:k|m|million|thousand)\b|\b\d{5,}\b`)

var unitWords = strings.NewReplacer("million", "m", "thousand", "k")

// AmountsIn finds the amounts of money in a text, in any spelling: “£5,500”, “£600k”, “1.2 million”.
func AmountsIn(text string) []FoundAmount {
	if !strings.ContainsAny(text, "0123456789") {
		return nil
	}
	var found []FoundAmount
	for _, at := range amountPattern.FindAllStringIndex(text, -1) {
		figure := strings.TrimRight(text[at[0]:at[1]], ",")
		if m, err := ParseMoney(unitWords.Replace(strings.ToLower(figure))); err == nil && m.Pence != 0 {
			found = append(found, FoundAmount{at[0], at[0] + len(figure), m.Pence})
		}
	}
	return found
}

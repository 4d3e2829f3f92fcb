package data

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// traits are what a person can be known by in a text.
type traits struct {
	given   []string   // folded
	surname []string   // folded; of “van der Berg” three words, of “Quill-Marsh” two
	emails  []string   // folded
	phones  []string   // digits, as dialled within the country
	codes   []string   // postcodes, without their space
	lines   [][]string // of addresses, in folded words
	// surnames is that a surname alone counts, if it has three letters or more and a capital. Shorter ones are words of their own.
	surnames bool
}

// traitKind is by what a person was known.
type traitKind int

const (
	wholeName traitKind = iota
	initialled
	titledSurname // “Ms Quill”
	bareSurname
	emailAddress
	phoneNumber
	postcode
	addressLine
)

func (k traitKind) String() string {
	return [...]string{"name", "initials and surname", "surname", "surname", "e-mail address", "telephone number", "postcode", "address"}[k]
}

// removed is what stands in the place of what a person was known by.
func (k traitKind) removed() string {
	switch k {
	case emailAddress, phoneNumber, postcode, addressLine:
		return "[" + k.String() + " removed]"
	default:
		return "[name removed]"
	}
}

// trait is one place of a text by which a person can be known.
type trait struct {
	start, end int
	kind       traitKind
	// another is that the words about a surname make it somebody else’s, or something’s: “Tom Quill”, “the Quill Trust”.
	another bool
}

// honorifics stand before a name and are no part of it.
var honorifics = wordSet(`mr mrs ms miss mx dr prof professor sir dame lord lady rev revd cllr councillor officer pc dc ds di dci dsupt sgt sergeant
	inspector superintendent constable detective chief commissioner judge dear hon`)

// particles belong to the surname that follows them.
var particles = wordSet("van von der den de del della da di la le ter ten bin ibn al el st mac")

func wordSet(list string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(list) {
		set[w] = true
	}
	return set
}

// traitsOf are those of a name, in either order: “Ariadne Quill”, “Quill, Ariadne”.
func traitsOf(name string) *traits {
	if last, first, inverted := strings.Cut(name, ","); inverted && len(wordsIn(first)) > 0 {
		name = first + " " + last
	}
	words := wordsIn(name)
	for len(words) > 1 && honorifics[words[0].folded] {
		words = words[1:]
	}
	t := &traits{}
	if len(words) == 0 {
		return t
	}
	at := len(words) - 1
	for at > 1 && (isHyphen(words[at].before) || particles[words[at-1].folded]) {
		at--
	}
	for i, w := range words {
		if i < at {
			t.given = append(t.given, w.folded)
		} else {
			t.surname = append(t.surname, w.folded)
		}
	}
	return t
}

func isHyphen(between string) bool { return Fold(between) == "-" }

// learn takes in an e-mail address or a telephone number.
func (t *traits) learn(words string) {
	for _, at := range emailPattern.FindAllString(words, -1) {
		t.emails = append(t.emails, Fold(at))
	}
	for _, at := range phonePattern.FindAllString(words, -1) {
		if n := dialled(at); len(n) >= 7 {
			t.phones = append(t.phones, n)
		}
	}
}

// learnAddress takes in the first line of an address that tells it from others, its postcode, and what else stands there.
func (t *traits) learnAddress(address string) {
	t.learn(address)
	for _, code := range postcodePattern.FindAllString(address, -1) {
		t.codes = append(t.codes, plainCode(code))
	}
	parts := strings.FieldsFunc(address, func(c rune) bool { return c == '\n' || c == ',' || c == '\r' })
	for _, part := range parts[:min(len(parts), 2)] {
		line := foldedWords(part)
		if len(line) > 2 || len(line) == 2 && len(line[0])+len(line[1]) > 7 { // “Flat 2” tells nobody
			t.lines = append(t.lines, line)
			return
		}
	}
}

func (t *traits) none() bool {
	return len(t.surname)+len(t.emails)+len(t.phones)+len(t.codes)+len(t.lines) == 0
}

var (
	emailPattern    = regexp.MustCompile(`[\pL\pN._%+'’-]+@[\pL\pN-]+(?:\.[\pL\pN-]+)+`)
	phonePattern    = regexp.MustCompile(`\+?[(]?\d[\d ()\x{a0}-]{5,}\d`)
	postcodePattern = regexp.MustCompile(`(?i)\b[a-z]{1,2}\d[a-z\d]?[ \x{a0}]*\d[a-z]{2}\b`)
)

// dialled is a telephone number as one dials it in the United Kingdom.
func dialled(number string) string {
	digits := digitsOf(number)
	abroad := strings.HasPrefix(strings.TrimSpace(number), "+44") || strings.HasPrefix(digits, "0044")
	if _, own, ok := strings.Cut(digits, "44"); ok && abroad {
		return "0" + strings.TrimPrefix(own, "0")
	}
	return digits
}

func plainCode(code string) string {
	return strings.Map(func(c rune) rune {
		if unicode.IsSpace(c) {
			return -1
		}
		return unicode.ToUpper(c)
	}, code)
}

// in finds the person in a text, from its beginning to its end, nothing twice.
func (t *traits) in(text string) []trait {
	if text == "" || t.none() {
		return nil
	}
	var found []trait
	add := func(some ...trait) {
		for _, s := range some {
			overlaps := func(f trait) bool { return s.start < f.end && f.start < s.end }
			if !slices.ContainsFunc(found, overlaps) {
				found = append(found, s)
			}
		}
	}
	add(t.addressesIn(text)...)
	if len(t.surname)+len(t.lines) > 0 {
		words := wordsIn(text)
		add(t.linesIn(words)...)
		add(t.namesIn(words)...)
	}
	slices.SortFunc(found, func(a, b trait) int { return cmp.Compare(a.start, b.start) })
	return found
}

// addressesIn finds e-mail addresses, telephone numbers and postcodes. An e-mail address made of the name is the person’s, known or not.
func (t *traits) addressesIn(text string) []trait {
	var found []trait
	if strings.Contains(text, "@") {
		for _, at := range emailPattern.FindAllStringIndex(text, -1) {
			local, _, _ := strings.Cut(text[at[0]:at[1]], "@")
			named := len(t.given) > 0 && slices.ContainsFunc(t.namesIn(wordsIn(local)), func(n trait) bool { return n.kind == wholeName })
			if named || slices.Contains(t.emails, Fold(text[at[0]:at[1]])) {
				found = append(found, trait{start: at[0], end: at[1], kind: emailAddress})
			}
		}
	}
	if len(t.phones) > 0 {
		for _, at := range phonePattern.FindAllStringIndex(text, -1) {
			if slices.Contains(t.phones, dialled(text[at[0]:at[1]])) {
				found = append(found, trait{start: at[0], end: at[1], kind: phoneNumber})
			}
		}
	}
	if len(t.codes) > 0 {
		for _, at := range postcodePattern.FindAllStringIndex(text, -1) {
			if slices.Contains(t.codes, plainCode(text[at[0]:at[1]])) {
				found = append(found, trait{start: at[0], end: at[1], kind: postcode})
			}
		}
	}
	return found
}

func (t *traits) linesIn(words []word) []trait {
	var found []trait
	for _, line := range t.lines {
		for i := range words {
			if sayAt(words, i, line) {
				found = append(found, trait{start: words[i].start, end: words[i+len(line)-1].end, kind: addressLine})
			}
		}
	}
	return found
}

// sayAt reports whether some words stand at a place.
func sayAt(words []word, at int, said []string) bool {
	if at+len(said) > len(words) || len(said) == 0 {
		return false
	}
	for i, s := range said {
		if words[at+i].folded != s {
			return false
		}
	}
	return true
}

// namesIn finds the name by its surname, and looks about that for given names and initials.
func (t *traits) namesIn(words []word) []trait {
	var found []trait
	floor := 0
	for i := range words {
		if i < floor || !sayAt(words, i, t.surname) {
			continue
		}
		s := sighting{t: t, words: words, floor: floor, from: i, to: i + len(t.surname)}
		hit, ok := s.trait()
		if !ok {
			continue
		}
		found = append(found, hit)
		for floor < len(words) && words[floor].start < hit.end {
			floor++
		}
	}
	return found
}

// sighting is a surname in a text.
type sighting struct {
	t        *traits
	words    []word
	floor    int // the first word that is not part of a name that was found before
	from, to int // words[from:to] is the surname
}

// gap is what stands before a word, the end of the text included.
func (s sighting) gap(i int) string {
	if i >= len(s.words) {
		return "."
	}
	return s.words[i].before
}

func (s sighting) trait() (trait, bool) {
	if isHyphen(s.gap(s.to)) || s.from > 0 && isHyphen(s.gap(s.from)) && !slices.Contains(s.t.given, s.words[s.from-1].folded) {
		return trait{}, false // another surname: “Quill-Marsh”
	}
	if len(s.t.given) == 0 { // a name of one word
		return s.as(bareSurname, s.from, s.to), s.words[s.from].capital
	}
	if first, kind, ok := s.before(); ok {
		return s.as(kind, first, s.to), true
	}
	if last, kind, ok := s.after(); ok {
		return s.as(kind, s.from, last), true
	}
	capital := s.words[s.from].capital
	if s.titled(s.from) && capital {
		return s.as(titledSurname, s.from, s.to), true
	}
	long := utf8.RuneCountInString(strings.Join(s.t.surname, "")) > 2
	hit := s.as(bareSurname, s.from, s.to)
	hit.another = s.another()
	return hit, s.t.surnames && capital && long
}

// as is the words from first to last, with the honorifics before them.
func (s sighting) as(kind traitKind, first, last int) trait {
	for s.titled(first) {
		first--
	}
	return trait{start: s.words[first].start, end: s.words[last-1].end, kind: kind}
}

func (s sighting) titled(i int) bool {
	return i > s.floor && honorifics[s.words[i-1].folded] && s.words[i-1].capital && within(s.gap(i), " .\u00a0")
}

// within reports whether a gap is small and of some signs only.
func within(gap, signs string) bool {
	return utf8.RuneCountInString(gap) <= 3 && strings.Trim(gap, signs) == "" && gap != ""
}

// before looks for given names and initials before the surname; other given names may stand between.
func (s sighting) before() (first int, kind traitKind, ok bool) {
	const most = 4 // names before a surname
	for i := s.from - 1; i >= s.floor && s.from-i <= most && within(s.gap(i+1), " .\u00a0\n_-"); i-- {
		w := s.words[i]
		initial := utf8.RuneCountInString(w.folded) == 1
		switch {
		case slices.Contains(s.t.given, w.folded) && !initial:
			first, kind, ok = i, wholeName, true
		case initial && strings.HasPrefix(s.t.given[0], w.folded):
			if !ok {
				kind = initialled
			}
			first, ok = i, true
		case initial && w.capital || w.capital && !honorifics[w.folded] && !strings.Contains(s.gap(i+1), "."):
		default:
			return first, kind, ok
		}
	}
	return first, kind, ok
}

// after looks for a given name or initials behind the surname, as lists have them.
func (s sighting) after() (last int, kind traitKind, ok bool) {
	i := s.to
	if i >= len(s.words) {
		return 0, 0, false
	}
	comma := strings.HasPrefix(s.gap(i), ",")
	switch w := s.words[i]; {
	case !within(s.gap(i), " ,\u00a0\n_"):
		return 0, 0, false
	case slices.Contains(s.t.given, w.folded):
		last, kind = i+1, wholeName
	case comma && w.capital && utf8.RuneCountInString(w.folded) == 1 && strings.HasPrefix(s.t.given[0], w.folded):
		last, kind = i+1, initialled
	default:
		return 0, 0, false
	}
	for last < len(s.words) && within(s.gap(last), " .\u00a0") && (slices.Contains(s.t.given, s.words[last].folded) ||
		utf8.RuneCountInString(s.words[last].folded) == 1 && s.words[last].capital) {
		last++
	}
	return last, kind, true
}

// another reports whether a surname that stands without the given name is part of another name.
func (s sighting) another() bool {
	if s.from > 0 {
		w := s.words[s.from-1]
		if w.capital && !w.opens && !honorifics[w.folded] && within(s.gap(s.from), " \u00a0") {
			return true
		}
		if utf8.RuneCountInString(w.folded) == 1 && w.capital && within(s.gap(s.from), " .\u00a0") && w.folded != "i" {
			return true
		}
	}
	return s.to < len(s.words) && s.words[s.to].capital && within(s.gap(s.to), " \u00a0")
}

// without is a text without the person.
func (t *traits) without(text string) string { return blank(text, t.in(text)) }

// blank puts into the place of what was found in a text that it was removed.
func blank(text string, found []trait) string {
	if len(found) == 0 {
		return text
	}
	var b strings.Builder
	at := 0
	for _, f := range found {
		b.WriteString(text[at:f.start])
		b.WriteString(f.kind.removed())
		at = f.end
	}
	b.WriteString(text[at:])
	return b.String()
}

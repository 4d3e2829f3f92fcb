package data

import (
	"cmp"
	"maps"
	"reflect"
	"slices"
	"strings"
	"sync"
)

// GrantLine is one line of a list of grants: a grant and, of its awards, those of the years that were asked for.
type GrantLine struct {
	Grant  *Grant
	Years  []FinancialYear // nil is all
	Amount Money           // the sum of the awards of those years

	// Kept beside the grant, because adding up 100,000 lines must not look into as many grants.
	given     bool
	recipient int32 // its number among the recipients of the list; 0 is none
}

// GrantFields are what a list or a table can show of grants, in the order in which people are offered them.
func GrantFields() []Field[GrantLine] { return grantFields }

// GrantField is the field of that key.
func GrantField(key string) (Field[GrantLine], bool) {
	i := slices.IndexFunc(grantFields, func(f Field[GrantLine]) bool { return f.Key == key })
	if i < 0 {
		return Field[GrantLine]{}, false
	}
	return grantFields[i], true
}

var grantFields = []Field[GrantLine]{
	{Key: "title", Heading: "Name of grant", Text: func(_ *Register, l GrantLine) string { return l.Grant.Title }},
	{Key: "reference", Heading: "Reference", Text: func(_ *Register, l GrantLine) string { return string(l.Grant.Reference) }},
	{Key: "recipient", Heading: "Recipient", Text: func(reg *Register, l GrantLine) string { return reg.NameOf(l.Grant.Recipient) }},
	{Key: "delivered_by", Heading: "Delivered by", Text: func(reg *Register, l GrantLine) string {
		if l.Grant.DeliveredBy == "" {
			return reg.NameOf(l.Grant.Recipient)
		}
		return reg.NameOf(l.Grant.DeliveredBy)
	}},
	{
		Key: "year", Heading: "Year",
		Text: func(reg *Register, l GrantLine) string { return yearsText(reg.Details(), l.shownYears()) },
		Rank: func(_ *Register, l GrantLine) float64 { return yearsRank(l.shownYears()) },
	},
	{
		Key: "amount", Heading: "Amount", Figures: true,
		Text:  func(_ *Register, l GrantLine) string { return l.Amount.String() },
		Rank:  func(_ *Register, l GrantLine) float64 { return float64(l.Amount.Pence) },
		Value: func(_ *Register, l GrantLine) any { return l.Amount },
	},
	{Key: "funds", Heading: "Fund", Text: func(reg *Register, l GrantLine) string {
		return reg.namesOf(l.Grant.Funds(l.Years))
	}},
	{Key: "themes", Heading: "Themes", Text: func(_ *Register, l GrantLine) string { return strings.Join(l.Grant.Themes, ", ") }},
	{
		Key: "status", Heading: "Status",
		Text: func(_ *Register, l GrantLine) string { return l.Grant.Status.Label() },
		Rank: func(_ *Register, l GrantLine) float64 { return float64(slices.Index(GrantStatuses(), l.Grant.Status)) },
	},
	{Key: "instrument", Heading: "Instrument", Text: func(_ *Register, l GrantLine) string { return l.Grant.Instrument.Label() }},
	{Key: "services", Heading: "Services provided", Text: func(_ *Register, l GrantLine) string { return l.Grant.Services }},
	{Key: "purpose", Heading: "Purpose", Text: func(_ *Register, l GrantLine) string { return l.Grant.Purpose }},
	{Key: "outcomes", Heading: "Outcomes", Text: func(_ *Register, l GrantLine) string { return outcomesText(l.Grant.Outcomes, "") }},
	{Key: "conditions", Heading: "Conditions", Text: func(_ *Register, l GrantLine) string { return l.Grant.Conditions }},
	{Key: "reasons", Heading: "How it secures crime reduction", Text: func(_ *Register, l GrantLine) string { return l.Grant.Reasons }},
	{Key: "area", Heading: "Area", Text: func(_ *Register, l GrantLine) string { return l.Grant.Area }},
	{Key: "beneficiaries", Heading: "Beneficiaries", Text: func(_ *Register, l GrantLine) string { return l.Grant.Beneficiaries }},
	dateField("award_date", "Award date", func(g *Grant) Date { return g.AwardDate }),
	dateField("planned_start", "Starts", func(g *Grant) Date { return g.PlannedStart }),
	dateField("planned_end", "Ends", func(g *Grant) Date { return g.PlannedEnd }),
}

func dateField(key, heading string, date func(*Grant) Date) Field[GrantLine] {
	return Field[GrantLine]{
		Key: key, Heading: heading,
		Text:  func(_ *Register, l GrantLine) string { return date(l.Grant).String() },
		Rank:  func(_ *Register, l GrantLine) float64 { return date(l.Grant).Rank() },
		Value: func(_ *Register, l GrantLine) any { return date(l.Grant).ISO() },
	}
}

func (l GrantLine) shownYears() []FinancialYear {
	years := l.Grant.Years()
	if l.Years == nil {
		return years
	}
	return slices.DeleteFunc(years, func(y FinancialYear) bool { return !slices.Contains(l.Years, y) })
}

// yearsText prints years as one reads them: "2017-18", "2017-18 to 2019-20", and with a gap "2017-18, 2019-20".
func yearsText(office *OfficeDetails, years []FinancialYear) string {
	return strings.Join(office.yearsOf(years, 2), ", ")
}

func yearsRank(years []FinancialYear) float64 {
	if len(years) == 0 {
		return 0
	}
	return float64(years[0]) + float64(years[len(years)-1]-years[0])/1000
}

// outcomesText is the measures of some outcomes; of one theme, if it is named.
func outcomesText(outcomes []Outcome, theme string) string {
	var measures []string
	for _, o := range outcomes {
		if theme == "" || o.Theme == "" || Fold(o.Theme) == Fold(theme) {
			measures = append(measures, o.Measure)
		}
	}
	return strings.Join(measures, "; ")
}

// GrantList is all grants of an office, ready to be searched.
type GrantList struct {
	listing    *Listing[GrantLine]
	recipients map[ID]int32 // numbered from 1; a list keeps the numbers of the one before it

	mu     sync.Mutex
	sift   Query  // the filters that were asked for last
	sifted []bool // and which rows they leave
}

func newGrantList(reg *Register, grants []*Grant, old *GrantList) *GrantList {
	sortSameTitles(grants)
	rows := make([]GrantLine, len(grants))
	known, recipients := old.positions(), old.numbered()
	for i, g := range grants {
		if k, ok := known[g]; ok {
			rows[i] = old.listing.rows[k]
			continue
		}
		rows[i] = GrantLine{Grant: g, Amount: g.Total(), given: g.Status.Given(), recipient: numberOf(recipients, g.Recipient)}
	}
	// A list is shown before anybody searches it: its words are put together meanwhile.
	words := sync.OnceValues(func() (texts, keys []string) { return grantWords(reg, grants, old, known) })
	go words()
	return &GrantList{listing: newListing(reg, grantFields, rows, words), recipients: recipients}
}

// grantWords is what is searched of grants; old is a list that has it of those that are known.
func grantWords(reg *Register, grants []*Grant, old *GrantList, known map[*Grant]int) (texts, keys []string) {
	texts, keys = make([]string, len(grants)), make([]string, len(grants))
	var oldTexts, oldKeys []string
	if old != nil {
		oldTexts, oldKeys = old.listing.words()
	}
	for i, g := range grants {
		if k, ok := known[g]; ok {
			texts[i], keys[i] = oldTexts[k], oldKeys[k]
		} else {
			texts[i], keys[i] = grantSearch(reg, g)
		}
	}
	return texts, keys
}

// numbered is the numbers that the recipients of a list have, in a map that the next list may add to.
func (gl *GrantList) numbered() map[ID]int32 {
	if gl == nil {
		return map[ID]int32{}
	}
	return maps.Clone(gl.recipients)
}

// numberOf is the number of a recipient, a new one if it has none yet.
func numberOf(recipients map[ID]int32, id ID) int32 {
	if id == "" {
		return 0
	}
	if n, ok := recipients[id]; ok {
		return n
	}
	n := int32(len(recipients) + 1)
	recipients[id] = n
	return n
}

// sortSameTitles puts grants of one title, which are mostly one service funded again, in the order of their years. Those of
// different titles are in order already.
func sortSameTitles(grants []*Grant) {
	for i := 0; i < len(grants); {
		last := i + 1
		for last < len(grants) && grants[last].Title == grants[i].Title {
			last++
		}
		if last > i+1 {
			slices.SortStableFunc(grants[i:last], func(a, b *Grant) int { return cmp.Compare(yearsRank(a.Years()), yearsRank(b.Years())) })
		}
		i = last
	}
}

// positions is where each grant stands, so that after a save only the grant that was saved is made ready again.
func (gl *GrantList) positions() map[*Grant]int {
	if gl == nil {
		return nil
	}
	at := make(map[*Grant]int, len(gl.listing.rows))
	for i, l := range gl.listing.rows {
		at[l.Grant] = i
	}
	return at
}

// grantSearch is the words and the reference keys by which people look for a grant.
func grantSearch(reg *Register, g *Grant) (text, keys string) {
	words := []string{g.Title, string(g.Reference), g.Area, g.Status.Label(), g.Services, g.Purpose, reg.namesOf(g.Funds(nil))}
	words = append(words, g.Themes...)
	for _, id := range []ID{g.Recipient, g.DeliveredBy} {
		if o, ok := Get[*Organisation](reg, id); ok {
			words = append(append(words, o.Name), o.OtherNames...)
		}
	}
	var k strings.Builder
	for _, r := range append([]Reference{g.Reference}, g.Aliases...) {
		k.WriteString(" " + r.Key())
		words = append(words, string(r))
	}
	return Fold(strings.Join(words, "\n")), k.String()
}

// Len is how many grants there are, whatever is being searched for.
func (gl *GrantList) Len() int { return len(gl.listing.rows) }

// Find is the grants that meet a query, in order.
func (gl *GrantList) Find(q Query, by Sort) *GrantView {
	v := &GrantView{list: gl, query: q, rows: gl.listing.Among(gl.kept(q), q.Text, by)}
	if len(q.Years) > 0 && (by.Field == "amount" || by.Field == "year") {
		v.sortShown(by)
	}
	return v
}

// kept says which grants the filters of a query leave; nil is all. The last answer is remembered: while somebody types, the filters stay.
func (gl *GrantList) kept(q Query) []bool {
	if !q.Filtering() {
		return nil
	}
	q.Text = ""
	gl.mu.Lock()
	defer gl.mu.Unlock()
	if gl.sifted == nil || !reflect.DeepEqual(gl.sift, q) {
		matches := q.matcher()
		gl.sift, gl.sifted = q.clone(), gl.listing.Keep(func(l GrantLine) bool { return matches(l.Grant) })
	}
	return gl.sifted
}

// GrantView is the grants that a query found, as a screen shows them.
type GrantView struct {
	list  *GrantList
	query Query
	rows  []int32
	sums  *GrantSums // filled when first asked for
}

// Len is how many were found.
func (v *GrantView) Len() int { return len(v.rows) }

// At is line i.
func (v *GrantView) At(i int) GrantLine {
	l := v.list.listing.rows[v.rows[i]]
	if len(v.query.Years) > 0 {
		l.Years = v.query.Years
		l.Amount = l.Grant.TotalIn(l.Years)
	}
	return l
}

// Index is the line of a grant, or -1.
func (v *GrantView) Index(id ID) int {
	return slices.IndexFunc(v.rows, func(i int32) bool { return v.list.listing.rows[i].Grant.ID == id })
}

// GrantSums is what some lines add up to.
type GrantSums struct {
	Given      Money // of grants that were given
	NotGiven   Money // of those that were only proposed, were declined or were withdrawn: nobody's money
	Recipients int   // how many organisations they are for
}

func (s *GrantSums) add(l GrantLine) {
	if l.given {
		s.Given = s.Given.Add(l.Amount)
	} else {
		s.NotGiven = s.NotGiven.Add(l.Amount)
	}
}

// SumOfGrants adds up lines of one list.
func SumOfGrants(lines []GrantLine) GrantSums {
	var sums GrantSums
	recipients := map[int32]bool{}
	for _, l := range lines {
		sums.add(l)
		if l.recipient != 0 {
			recipients[l.recipient] = true
		}
	}
	sums.Recipients = len(recipients)
	return sums
}

// Total is the sum of the amounts shown of grants that were given. What was only proposed, was declined or was withdrawn is nobody's
// money and is not counted; it is NotGiven.
func (v *GrantView) Total() Money { return v.addedUp().Given }

// NotGiven is the sum of the amounts shown that Total does not count.
func (v *GrantView) NotGiven() Money { return v.addedUp().NotGiven }

// Recipients is how many organisations the grants shown are for.
func (v *GrantView) Recipients() int { return v.addedUp().Recipients }

// Sums are all of these at once.
func (v *GrantView) Sums() GrantSums { return *v.addedUp() }

func (v *GrantView) addedUp() *GrantSums {
	if v.sums != nil {
		return v.sums
	}
	var sums GrantSums
	seen := make([]bool, len(v.list.recipients)+1)
	for i := range v.rows {
		l := v.At(i)
		sums.add(l)
		if l.recipient != 0 && !seen[l.recipient] {
			seen[l.recipient] = true
			sums.Recipients++
		}
	}
	v.sums = &sums
	return v.sums
}

// sortShown orders by what is shown rather than by the whole grant: under a filter by year the two differ.
func (v *GrantView) sortShown(by Sort) {
	f, ok := GrantField(by.Field)
	if !ok {
		return
	}
	type ranked struct {
		row  int32
		rank float64
	}
	shown := make([]ranked, len(v.rows))
	for i, r := range v.rows {
		shown[i] = ranked{r, f.Rank(v.list.listing.reg, v.At(i))}
	}
	slices.SortStableFunc(shown, func(a, b ranked) int {
		if by.Descending {
			a, b = b, a
		}
		return cmp.Compare(a.rank, b.rank)
	})
	for i, s := range shown {
		v.rows[i] = s.row
	}
}

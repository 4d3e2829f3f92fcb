package grants

import (
	"fmt"
	"slices"
	"strings"

	"almoner/data"
	"almoner/reports"
	"almoner/ui/lang"
	"almoner/ui/record"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// variations is the leaf of what was changed of the agreement, or is to be: those to come with their fields, those that were applied as they
// were agreed.
type variations struct {
	page    *record.Page[*data.Grant]
	box     *fyne.Container
	changes map[data.RowID]*said
	none    *widget.Label
	content fyne.CanvasObject
}

// said are the words under the fields of a change.
type said struct {
	stands *widget.Label // what it makes of what
	unpaid *widget.Label // that a fund is to be named; nil where none can be
}

func newVariations(p *record.Page[*data.Grant]) *variations {
	v := &variations{page: p, box: widgets.Stack()}
	v.none = widgets.Note(lang.L("The grant stands as it was agreed. To extend it, change its money or hand it to another body, add a variation: it is applied once it is decided."))
	add := widgets.NewButton(p.Form.ID("variations.add"), lang.L("New variation"), theme.ContentAddIcon(), v.add)
	v.content = record.Sheet(v.none, v.box, container.NewHBox(add))
	v.build()
	return v
}

// build makes the cards anew, the latest first.
func (v *variations) build() {
	g := v.page.Record
	v.page.Form.Drop("variations[")
	v.changes = map[data.RowID]*said{}
	v.box.RemoveAll()
	for i := range slices.Backward(g.Variations) {
		if g.Variations[i].Applied.IsZero() {
			v.box.Add(v.open(i))
		} else {
			v.box.Add(v.applied(i))
		}
		v.box.Add(widget.NewSeparator())
	}
	v.none.Hidden = len(g.Variations) > 0
	v.box.Refresh()
	v.refresh()
}

// changed makes the cards anew, and tells the page.
func (v *variations) changed() {
	v.build()
	v.page.Touch()
}

func (v *variations) add() {
	g := v.page.Record
	g.Variations = append(g.Variations, g.NextVariation())
	v.changed()
	v.page.ShowField(fmt.Sprintf("variations[%d].kind", len(g.Variations)-1))
}

func (v *variations) remove(i int) {
	g := v.page.Record
	g.Variations = slices.Delete(g.Variations, i, i+1)
	v.changed()
}

// open is a variation that is not applied yet, with its fields.
func (v *variations) open(i int) fyne.CanvasObject {
	f, variation, at := v.page.Form, &v.page.Record.Variations[i], fmt.Sprintf("variations[%d].", i)
	remove := widgets.NewButton(f.ID(at+"remove"), "", theme.DeleteIcon(), func() { v.remove(i) })
	remove.Speak(lang.L("Remove this variation"))
	remove.Importance = widget.LowImportance
	kind := widgets.Choose(f, at+"kind", lang.L("What it mainly does"), data.VariationKinds(), &variation.Kind)
	v.follow(at+"kind", func() { v.suggest(variation) })
	fields := []fyne.CanvasObject{
		container.NewBorder(nil, nil, v.head(variation), remove),
		widgets.Columns(
			f.Count(at+"number", lang.L("Number"), "", &variation.Number),
			kind,
			f.Date(at+"effective", lang.L("Takes effect"), "", v.page.Desk.Today(), &variation.Effective),
		),
		f.Lines(at+"summary", lang.L("Summary"), lang.L("why, in a sentence or two"), 2, &variation.Summary),
		widgets.Note(lang.L("One variation may change several things, such as the amount and the end: add a change for each.")),
		v.terms(at, variation),
		f.Pick(at+"decision", lang.L("Decision"), "", record.Pick[*data.Decision](v.page.Desk, lang.L("Not decided yet")), &variation.Decision),
	}
	return widgets.Stack(append(fields, v.doings(at, variation))...)
}

// head is which variation it is and whether it is applied.
func (v *variations) head(variation *data.Variation) fyne.CanvasObject {
	words := lang.F("Variation %d, not applied yet", variation.Number)
	if !variation.Applied.IsZero() {
		words = lang.F("Variation %d: %s, applied on %s", variation.Number, lang.L(variation.Kind.Label()), variation.Applied.Long())
	}
	l := widget.NewLabel(words)
	l.TextStyle.Bold = true
	return l
}

// doings are what can be done with a variation that is not applied.
func (v *variations) doings(at string, variation *data.Variation) fyne.CanvasObject {
	f, id := v.page.Form, variation.ID
	row := container.NewHBox(widgets.NewButton(f.ID(at+"apply"), lang.L("Apply…"), theme.ConfirmIcon(), func() { v.askApply(id) }))
	if variation.Decision == "" {
		row.Add(widgets.NewButton(f.ID(at+"decide"), lang.L("New decision on this variation"), theme.ContentAddIcon(), func() { v.decide(id) }))
	} else {
		row.Add(v.toDecision(at, variation))
	}
	return row
}

// toDecision leads to the decision that a variation rests on.
func (v *variations) toDecision(at string, variation *data.Variation) fyne.CanvasObject {
	return record.NewCrossing(v.page.Desk, v.page.Form.ID(at+"decision.open"), data.KindDecision, &variation.Decision).Content
}

// follow calls then after a choice or a tick of the form was changed, and gives the keyboard back to it: then may make the cards anew.
func (v *variations) follow(key string, then func()) {
	after := func() {
		then()
		if _, focus := v.page.Form.Find(key); focus != nil {
			v.page.Desk.Window().Canvas().Focus(focus)
		}
	}
	switch control, _ := v.page.Form.Find(key); c := control.(type) {
	case *widgets.Choice:
		c.OnChanged = followed(c.OnChanged, after)
	case *widgets.Tick:
		c.OnChanged = followed(c.OnChanged, after)
	}
}

func followed[T any](keep func(T), then func()) func(T) {
	return func(value T) {
		keep(value)
		then()
	}
}

// suggest puts down the term that variations of the kind change as a rule.
func (v *variations) suggest(variation *data.Variation) {
	if term := variation.Kind.UsualTerm(); term != "" && len(variation.Changes) == 0 {
		variation.Changes = []data.VariationChange{v.fresh(variation, term)}
		v.changed()
	}
}

// fresh is a change of a term; of the amount, that of this year or the last that the grant has, or the first after it that the variation
// does not change yet.
func (v *variations) fresh(variation *data.Variation, term data.VariedTerm) data.VariationChange {
	c := data.VariationChange{ID: data.NewRowID(), Term: term}
	if term == data.VariedAmount {
		c.FinancialYear = data.FinancialYearOf(v.page.Desk.Today())
		if years := v.page.Record.Years(); len(years) > 0 && !slices.Contains(years, c.FinancialYear) {
			c.FinancialYear = years[len(years)-1]
		}
		for variation.ChangesAmountOf(c.FinancialYear) {
			c.FinancialYear++
		}
	}
	return c
}

// terms edits what a variation changes, each term with the fields that hold it.
func (v *variations) terms(at string, variation *data.Variation) fyne.CanvasObject {
	return record.NewRows(v.page.Form, v.page.Touch, record.RowsOf[data.VariationChange]{
		Key: at + "changes", List: &variation.Changes, Add: lang.L("Add a change"),
		Fresh: func([]data.VariationChange) data.VariationChange { return v.fresh(variation, variation.FurtherTerm()) },
		Row:   func(at string, c *data.VariationChange) fyne.CanvasObject { return v.term(at, variation, c) },
	}).Content
}

func (v *variations) term(at string, variation *data.Variation, c *data.VariationChange) fyne.CanvasObject {
	f := v.page.Form
	offered := func(t data.VariedTerm) bool { return variation.Offers(c.ID, t) }
	name := func(t data.VariedTerm) string { return lang.L(t.Label()) }
	fields := []fyne.CanvasObject{widgets.ChooseOffered(f, at+"term", lang.L("Changes"), data.VariedTerms(), name, offered, &c.Term)}
	v.follow(at+"term", func() { v.turn(variation, c) })
	words := &said{stands: widgets.Note("")}
	v.changes[c.ID] = words
	to := widgets.Stack(v.becomesField(at, c)...)
	switch c.Term.Holds() {
	case data.HoldsAmount:
		words.unpaid = widgets.Note("")
		fields = append(fields, f.Year(at+"financial_year", lang.L("Of the year"), v.page.Desk.Office().Register().Details(), &c.FinancialYear), to,
			widgets.Stack(f.Pick(at+"fund", lang.L("Fund that bears it"), "", record.PickFund(v.page.Desk, lang.L("The one that pays"), record.AnyFund), &c.Fund), words.unpaid))
	case data.HoldsWords:
		return widgets.Stack(widgets.Columns(append(fields, widget.NewLabel(""))...), to, words.stands)
	default:
		fields = append(fields, to)
	}
	return widgets.Stack(widgets.Columns(fields...), words.stands)
}

// becomesField is the field of what the term becomes, with the tick that there is to be none of it, which takes its place.
func (v *variations) becomesField(at string, c *data.VariationChange) []fyne.CanvasObject {
	f, d := v.page.Form, v.page.Desk
	var fields []fyne.CanvasObject
	switch {
	case c.None && c.Term.MayBeNone():
	case c.Term.Holds() == data.HoldsAmount:
		fields = append(fields, f.Money(at+"amount", lang.L("To"), lang.L("the whole year"), &c.Amount))
	case c.Term.Holds() == data.HoldsDate:
		fields = append(fields, f.Date(at+"date", lang.L("To"), "", d.Today(), &c.Date))
	case c.Term.Holds() == data.HoldsOrganisation:
		fields = append(fields, f.Pick(at+"record", lang.L("To"), "", record.PickOrganisation(d, lang.L("Choose")), &c.Record))
	case c.Term.Holds() == data.HoldsSpecification:
		fields = append(fields, f.Pick(at+"record", lang.L("To"), "", specifications(d), &c.Record))
	default:
		fields = append(fields, f.Lines(at+"text", lang.L("To"), "", 3, &c.Text))
	}
	if c.Term.MayBeNone() {
		fields = append(fields, v.noneTick(at, c))
	}
	return fields
}

// noneTick ticks that there is to be none of the term, which an empty field does not say.
func (v *variations) noneTick(at string, c *data.VariationChange) fyne.CanvasObject {
	words := lang.L("There is to be none")
	if c.Term.Holds() == data.HoldsAmount {
		words = lang.L("£0 for the year")
	}
	tick := func() fyne.CanvasObject { return v.page.Form.Tick(at+"none", lang.L("To"), words, &c.None) }
	var field fyne.CanvasObject
	if c.None {
		field = tick()
	} else {
		field = v.page.Form.Unlabelled(tick) // it stands under the field that it takes the place of
	}
	v.follow(at+"none", func() {
		*c = data.VariationChange{ID: c.ID, Term: c.Term, FinancialYear: c.FinancialYear, Fund: c.Fund, None: c.None}
		v.changed()
	})
	return field
}

// turn makes a change one of another term, which holds something else.
func (v *variations) turn(variation *data.Variation, c *data.VariationChange) {
	fresh := v.fresh(variation, c.Term)
	fresh.ID = c.ID
	*c = fresh
	v.changed()
}

// applied is a variation as it was agreed. It is not to be changed any more.
func (v *variations) applied(i int) fyne.CanvasObject {
	variation, at := &v.page.Record.Variations[i], fmt.Sprintf("variations[%d].", i)
	card := widgets.Stack(v.head(variation))
	for _, words := range []string{v.effect(variation), variation.Summary} {
		if words != "" {
			card.Add(wrapped(words))
		}
	}
	for _, c := range variation.Changes {
		card.Add(wrapped(v.becomes(variation, c)))
	}
	card.Add(v.toDecision(at, variation))
	v.page.Form.Place(fmt.Sprintf("variations[%d]", i), card, nil)
	return card
}

func (v *variations) effect(variation *data.Variation) string {
	if variation.Effective.IsZero() {
		return ""
	}
	return lang.F("It took effect on %s.", variation.Effective.Long())
}

func wrapped(words string) *widget.Label {
	l := widget.NewLabel(words)
	l.Wrapping = fyne.TextWrapWord
	return l
}

// becomes is what a change makes of what, or that nobody has said yet what it makes.
func (v *variations) becomes(variation *data.Variation, c data.VariationChange) string {
	term, before, after := v.page.Desk.Office().Register().VariedWords(v.page.Record.WithBefore(variation, c))
	if variation.Waits(c) {
		return lang.F("%s: %s now. “To” is empty: put down what it becomes.", term, orNone(c.Term, before))
	}
	return lang.F("%s: from %s to %s", term, orNone(c.Term, before), orNone(c.Term, after))
}

// orNone are the words of a term, or what is said of a grant that has none of it.
func orNone(term data.VariedTerm, words string) string {
	switch {
	case strings.TrimSpace(words) != "":
		return words
	case term == data.VariedDeliveredBy:
		return lang.L("the recipient itself")
	default:
		return lang.L("nothing")
	}
}

// refresh says under each change what it makes of what.
func (v *variations) refresh() {
	g := v.page.Record
	for i := range g.Variations {
		for _, c := range g.Variations[i].Changes {
			if words, ok := v.changes[c.ID]; ok {
				v.tell(words, &g.Variations[i], c)
			}
		}
	}
}

func (v *variations) tell(words *said, variation *data.Variation, c data.VariationChange) {
	importance := widget.LowImportance
	if variation.Waits(c) {
		importance = widget.WarningImportance
	}
	tell(words.stands, v.becomes(variation, c), importance)
	if words.unpaid == nil {
		return
	}
	unpaid := ""
	if v.page.Record.Unborne(c) {
		unpaid = lang.F("No fund pays for %s yet: name the one that will.", v.page.Desk.Office().Register().Details().Year(c.FinancialYear))
	}
	tell(words.unpaid, unpaid, widget.WarningImportance)
}

// find is a variation of the page by its ID.
func (v *variations) find(g *data.Grant, id data.RowID) *data.Variation {
	if i := slices.IndexFunc(g.Variations, func(one data.Variation) bool { return one.ID == id }); i >= 0 {
		return &g.Variations[i]
	}
	return nil
}

// askApply says what the variation changes, asks for the day, and changes the grant.
func (v *variations) askApply(id data.RowID) {
	g, today := v.page.Record, v.page.Desk.Today()
	tried := data.Clone(g)
	if err := tried.ApplyVariation(id, today, ""); err != nil {
		v.page.Desk.Explain("apply a variation", err)
		return
	}
	variation := v.find(g, id)
	v.page.AskStep(record.Asking[*data.Grant]{
		Verb: lang.F("Apply variation %d", variation.Number), Before: v.before(variation, tried),
		Take: func(g *data.Grant, on data.Date) error { return g.ApplyVariation(id, on, "") },
	})
}

// before is what there is to know before a variation is applied: what it changes, and what would be wrong with the funds afterwards.
func (v *variations) before(variation *data.Variation, tried *data.Grant) string {
	reg := v.page.Desk.Office().Register()
	said := []string{lang.L("The grant is changed as the variation says, and what was before is kept with it. This is what changes:")}
	for _, c := range variation.Changes {
		said = append(said, "• "+v.becomes(variation, c))
	}
	if tried.Status != v.page.Record.Status {
		said = append(said, lang.F("• Status: from %s to %s", lang.L(v.page.Record.Status.Label()), lang.L(tried.Status.Label())))
	}
	known := reg.FundWarnings(v.page.Record)
	for _, w := range reg.FundWarnings(tried) {
		if !slices.Contains(known, w) {
			said = append(said, lang.F("Look at this first: %s", w))
		}
	}
	if variation.Decision == "" {
		said = append(said, lang.L("No decision is named for it."))
	}
	return strings.Join(said, "\n")
}

// decide drafts a decision from a variation, saves it together with the grant as it is on the page, which names it from now on, and opens it.
func (v *variations) decide(id data.RowID) {
	p, office := v.page, v.page.Desk.Office()
	grant := data.Clone(p.Record)
	variation := v.find(grant, id)
	decision := reports.DraftVariationDecision(office.Register(), grant, variation, p.Desk.Today())
	variation.Decision = decision.ID
	store := record.Together(office, func(*data.Grant) ([]data.Record, error) { return []data.Record{decision}, nil })
	p.SaveAs(grant, store, func() {
		p.Reload()
		v.decided(decision.ID)
	})
}

// decided tells the other pages, and leads to the draft.
func (v *variations) decided(decision data.ID) {
	d := v.page.Desk
	if rec, ok := d.Office().Register().Find(data.KindDecision, decision); ok {
		d.Saved(rec)
	}
	record.OpenOrSay(d, data.KindDecision, decision)
}

package record

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"almoner/data"
	"almoner/ui/lang"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Shows is the record that the page is of.
func (p *Page[R]) Shows() data.RecordID { return data.IDOf(p.base) }

// onTheWay is what has become of the last save, if the file does not hold it yet.
func (p *Page[R]) onTheWay() string {
	switch p.Desk.Office().SaveState(p.Shows()) {
	case data.OnItsWay:
		return lang.L("Saving…")
	case data.InWait:
		return lang.L("Saved on this computer; waits for the office file")
	case data.InDoubt:
		return lang.L("Your version waits for you to choose")
	case data.InFile:
	}
	return ""
}

// Changed takes in what somebody else saved, and what has become of one’s own saves. What is typed stays typed, and the cursor where it
// is; what both changed is asked about when it is saved.
func (p *Page[R]) Changed(rec data.Record) {
	if data.IDOf(rec) == p.Shows() {
		if now, ok := rec.(R); ok && !now.Stamped().Same(p.base.Stamped()) && !p.saving {
			p.takeIn(now)
		}
		p.refresh()
	}
	p.around()
}

// takeIn takes a later state of the record into the page.
func (p *Page[R]) takeIn(now R) {
	fields, err := data.Diff(p.base, now)
	switch {
	case err != nil:
		return
	case len(fields) == 0: // it has reached the file as it was saved here
		p.base = now
		*p.Record.Stamped() = *now.Stamped()
		return
	case p.Form.Wrong() != "" || !now.Stamped().Saved(): // half typed, or deleted: saving says so
		return
	}
	if !p.Dirty() {
		p.base = now
		p.keepCursor(func() { p.show(data.Clone(now)) })
		p.note(now, fields)
		return
	}
	merged, clashes, err := data.Merge(p.base, p.Record, now)
	both, ok := merged.(R)
	if err != nil || !ok || len(clashes) > 0 {
		return
	}
	p.base = now
	p.keepCursor(func() { p.show(both) })
	p.note(now, fields)
	p.Desk.Say(lang.F("%s has changed this meanwhile: %s. It is on the page; what you typed stays.", now.Stamped().SavedBy, changedFields(now.RecordKind(), fields)), nil)
}

// note marks the fields that somebody else has changed.
func (p *Page[R]) note(now R, fields []data.FieldChange) {
	stamp := now.Stamped()
	for _, f := range fields {
		p.Form.Note(data.FieldAt(p.Record, f.Path), lang.F("%s changed this at %s.", stamp.SavedBy, stamp.SavedAt.Local().Format(hour)))
	}
}

// changedFields names fields that were changed, each once.
func changedFields(kind data.Kind, fields []data.FieldChange) string {
	text, told := "", map[string]bool{}
	for _, f := range fields {
		label := lang.L(data.FieldLabel(kind, f.Path))
		if told[label] {
			continue
		}
		if told[label] = true; text != "" {
			text += ", "
		}
		text += "“" + label + "”"
	}
	return text
}

// keepCursor makes the form anew and puts the cursor where it was.
func (p *Page[R]) keepCursor(work func()) {
	canvas := p.Desk.Window().Canvas()
	key := p.Form.KeyOf(canvas.Focused())
	before, _ := canvas.Focused().(*widgets.Entry)
	work()
	if key == "" {
		return
	}
	_, focus := p.Form.Find(key)
	if focus == nil {
		return
	}
	p.ShowField(key)
	if after, ok := focus.(*widgets.Entry); ok && before != nil {
		after.CursorRow, after.CursorColumn = before.CursorRow, before.CursorColumn
		after.Refresh()
	}
}

// askDoubts asks about own saves of the record that the file did not take, each once.
func (p *Page[R]) askDoubts() {
	for _, d := range p.Desk.Office().Doubts() {
		if data.IDOf(d.Mine) != p.Shows() || p.asked[d.Serial] {
			continue
		}
		if p.asked == nil {
			p.asked = map[int64]bool{}
		}
		p.asked[d.Serial] = true
		p.Doubt(d)
		return
	}
}

// Doubt asks what is to become of a save that the file did not take.
func (p *Page[R]) Doubt(d data.Doubt) {
	store := func(ctx context.Context, rec R) (data.Saved, error) {
		return p.Desk.Office().Settle(ctx, d.Serial, rec)
	}
	drop := func() {
		p.Desk.Run(
			func(ctx context.Context) error {
				_, err := p.Desk.Office().Settle(ctx, d.Serial, nil)
				return err
			},
			func(err error) {
				if err != nil {
					p.Desk.Explain("drop a save of "+d.Mine.Label(), err)
					return
				}
				if p.gone() {
					p.Desk.Say(lang.L("Your version was dropped."), nil)
				} else {
					p.Desk.Say(lang.L("Your version was dropped; the one in the file stays."), nil)
				}
				p.refresh()
			},
		)
	}
	if d.Conflict != nil && d.Conflict.Merged != nil {
		p.choose(d.Conflict, d.Why, store, drop)
		return
	}
	goOn := widgets.Answer{Label: lang.L("Put it into the form again"), Does: func() { p.again(d) }}
	if p.gone() {
		goOn = widgets.Answer{Label: lang.L("Save it as a new one"), Does: func() { p.anew(d.Mine, store) }}
	}
	widgets.Ask(p.Desk.Window(), lang.L("This was not taken"), lang.F("%s You saved it at %s.", d.Why, when(d.At, time.Now())),
		widgets.Answer{Label: lang.L("Decide later")}, goOn, widgets.Answer{Label: lang.L("Drop my version"), Harm: true, Does: drop},
	)
}

// anew saves a version of a record that somebody has deleted. It keeps its ID, so that what pointed at it does again.
func (p *Page[R]) anew(mine data.Record, store Store[R]) {
	rec, ok := mine.(R)
	if !ok {
		return
	}
	rec = data.Clone(rec)
	rec.Stamped().Version, rec.Stamped().Waiting = 0, 0
	p.SaveAs(rec, store, nil)
}

// again puts a version that was not taken into the form, to be mended and saved.
func (p *Page[R]) again(d data.Doubt) {
	mine, ok := d.Mine.(R)
	if !ok {
		return
	}
	mine = data.Clone(mine)
	*mine.Stamped() = *p.base.Stamped()
	p.show(mine)
	p.settles = d.Serial
}

// conflict asks what is to become of a save that another came before.
func (p *Page[R]) conflict(c *data.Conflict) {
	switch {
	case c.Theirs == nil:
		widgets.Ask(p.Desk.Window(), lang.L("Deleted meanwhile"), data.Explain(c),
			widgets.Answer{Label: lang.L("Decide later")},
			widgets.Answer{Label: lang.L("Save it as a new one"), Does: func() { p.anew(p.Record, nil) }},
		)
	case len(c.Clashes) > 0 && c.Merged != nil:
		p.choose(c, data.Explain(c), nil, func() { p.replace(c.Theirs) })
	default:
		widgets.Ask(p.Desk.Window(), lang.L("Somebody was quicker"), data.Explain(c),
			widgets.Answer{Label: lang.L("Decide later")},
			widgets.Answer{Label: lang.L("Save mine in its place"), Harm: true, Does: func() { p.overrule(c) }},
			widgets.Answer{Label: lang.L("Show theirs, drop mine"), Harm: true, Does: func() { p.replace(c.Theirs) }},
		)
	}
}

// choose lets somebody choose, field by field, between two versions, and saves what was chosen by way of store.
func (p *Page[R]) choose(c *data.Conflict, why string, store Store[R], drop func()) {
	form := widgets.NewForm("choose")
	who := c.Theirs.Stamped().SavedBy
	intro := widget.NewLabel(why + " " + lang.L("What only one of you changed is kept in any case."))
	intro.Wrapping = fyne.TextWrapWord
	rows := []fyne.CanvasObject{intro}
	var takes []func(map[string]json.RawMessage)
	for i, clash := range c.Clashes {
		sides := p.Desk.Office().Register().Sides(c.Mine.RecordKind(), c.Mine.Stamped().ID, clash)
		mine, theirs := version(lang.F("Mine: %s", oneLine(sides.Mine))), version(lang.F("%s’s: %s", who, oneLine(sides.Theirs)))
		values := map[version]json.RawMessage{mine: clash.Mine, theirs: clash.Theirs}
		options := []version{mine, theirs}
		if sides.Both != nil {
			both := version(lang.F("Both, %s’s first", who))
			options, values[both] = append(options, both), sides.Both
		}
		choice := mine
		takes = append(takes, func(chosen map[string]json.RawMessage) { chosen[clash.Path] = values[choice] })
		rows = append(rows, widgets.ChooseFrom(form, fmt.Sprintf("clash%d", i), sides.Label, options, version.words, &choice))
		if len([]rune(sides.Mine)) > shortSide || len([]rune(sides.Theirs)) > shortSide {
			whole := widget.NewLabel(lang.F("Mine:\n%s\n\n%s’s:\n%s", sides.Mine, who, sides.Theirs))
			whole.Wrapping = fyne.TextWrapWord
			whole.Importance = widget.LowImportance
			rows = append(rows, whole)
		}
	}
	done := func() {
		chosen := map[string]json.RawMessage{}
		for _, take := range takes {
			take(chosen)
		}
		p.saveChosen(c, chosen, store)
	}
	widgets.ShowForm(p.Desk.Window(), lang.L("Which shall stand?"), form, widgets.Stack(rows...), done,
		widgets.Answer{Label: lang.L("Drop my version"), Harm: true, Does: drop})
}

// version is one side of a choice, as it is offered.
type version string

// words are how it is offered.
func (v version) words() string { return string(v) }

// shortSide is how many letters of one side of a choice stand on its line.
const shortSide = 60

func oneLine(text string) string {
	line := []rune(text)
	for i, r := range line {
		if r == '\n' {
			line[i] = ' '
		}
	}
	if len(line) > shortSide {
		return string(line[:shortSide-1]) + "…"
	}
	return string(line)
}

func (p *Page[R]) saveChosen(c *data.Conflict, chosen map[string]json.RawMessage, store Store[R]) {
	both, err := c.Resolve(chosen)
	if err != nil {
		p.Desk.Explain("put two versions of "+c.Mine.Label()+" together", err)
		return
	}
	theirs, ok := c.Theirs.(R)
	rec, same := both.(R)
	if !ok || !same {
		return
	}
	*rec.Stamped() = *theirs.Stamped()
	p.base = theirs
	p.show(rec)
	p.SaveAs(p.Record, store, nil)
}

// overrule saves what is on the page although somebody else saved in between. What they wrote in the same fields stays in the change
// list; what they wrote in others stays in the record.
func (p *Page[R]) overrule(c *data.Conflict) {
	theirs, ok := c.Theirs.(R)
	if !ok {
		return
	}
	if c.Merged != nil {
		both, err := c.WithMine()
		if err != nil {
			p.Desk.Explain("save over "+theirs.Label(), err)
			return
		}
		if rec, ok := both.(R); ok {
			p.show(rec)
		}
	}
	p.base = theirs
	*p.Record.Stamped() = *theirs.Stamped()
	p.Save(nil)
}

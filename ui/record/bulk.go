package record

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"almoner/data"
	"almoner/ui/desk"
	"almoner/ui/lang"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// BulkStep is something that can be done to all records that are chosen in a list, as one act that can be undone.
type BulkStep[R any] struct {
	Key   string // its name in tests: "close"
	Label string // of its button: "Close"
	// Begin begins one use of it.
	Begin func(desk.Desk) Bulk[R]
}

// Bulk is one use of a step.
type Bulk[R any] struct {
	// Fields ask for what the step needs; nil asks for nothing.
	Fields func(*widgets.Form) fyne.CanvasObject
	// Lacks is what was left out of the fields, as a sentence; nil where nothing can be.
	Lacks func() string
	// Will is what is going to happen to so many, and Did what has happened, each in a sentence: "12 grants will be closed.", "12 grants closed."
	Will, Did func(n int) string
	// Take is a changed copy of the record of a row. An error says why it cannot be.
	Take func(R) (data.Record, error)
}

// handful is how many records are changed without asking.
const handful = 5

// StageWords are what a step in the life of records is called.
type StageWords struct {
	Key, Label string
	To         string // the status that it leads to
	// Will and Did are sentences about a number of records, Will with a place for the day: "{n} grants will be closed on %s.", "{n} grants closed."
	Will, Did lang.Counted
}

// StageStep takes records a step further in their life, on a day that is asked for; of is the record of a row.
func StageStep[R any, T data.Staged](words StageWords, of func(R) T) BulkStep[R] {
	return StageStepBy(words, of, func(rec T, on data.Date) error { return data.Advance(rec, words.To, on, "") })
}

// StageStepBy is StageStep where more belongs to the step than the status.
func StageStepBy[R any, T data.Record](words StageWords, of func(R) T, take func(rec T, on data.Date) error) BulkStep[R] {
	return BulkStep[R]{Key: words.Key, Label: words.Label, Begin: func(d desk.Desk) Bulk[R] {
		on := d.Today()
		return Bulk[R]{
			Fields: func(f *widgets.Form) fyne.CanvasObject { return f.Date("on", lang.L("On"), "", d.Today(), &on) },
			Lacks:  func() string { return lacksDay(on) },
			Will:   func(n int) string { return words.Will.Of(n, on.Long()) },
			Did:    func(n int) string { return words.Did.Of(n) },
			Take: func(row R) (data.Record, error) {
				rec := data.Clone(of(row))
				return rec, take(rec, on)
			},
		}
	}}
}

func lacksDay(on data.Date) string {
	if on.IsZero() {
		return lang.L("On which day was it done? The day was left empty.")
	}
	return ""
}

// Itself is the record of a row that is one.
func Itself[R any](row R) R { return row }

// bulk is a step on its way.
type bulk[R any] struct {
	list    *List[R]
	step    BulkStep[R]
	use     Bulk[R]
	changed []data.Record
	files   []data.Record // that are deleted with them
	refused []string      // sentences
}

// start asks for what a step needs and takes it.
func (l *List[R]) start(step BulkStep[R], of func(R) data.Record) {
	b := &bulk[R]{list: l, step: step, use: step.Begin(l.desk)}
	rows := l.list.Chosen()
	l.toList()
	if b.use.Fields == nil {
		b.weigh(rows, of)
		return
	}
	f := widgets.NewForm(l.kind.Name + ".step")
	f.Stops = b.use.Lacks
	widgets.ShowForm(l.desk.Window(), step.Label, f, b.use.Fields(f), func() { b.weigh(rows, of) })
}

// toList gives the keyboard to the rows, so that it comes back to them when a question has been answered.
func (l *List[R]) toList() { l.desk.Window().Canvas().Focus(l.list.List()) }

// weigh finds out what the step does to each record, and asks first where that is more than a handful or not all.
func (b *bulk[R]) weigh(rows []R, of func(R) data.Record) {
	already := 0
	for _, row := range rows {
		before := of(row)
		after, err := b.use.Take(row)
		if err == nil {
			err = after.Problems().Err()
		}
		if err != nil {
			b.refused = append(b.refused, refusal(before, err))
			continue
		}
		if fields, err := data.Diff(before, after); err == nil && len(fields) == 0 {
			already++
			continue
		}
		b.changed = append(b.changed, after)
	}
	l := b.list
	switch n := len(b.changed); {
	case n == 0 && len(b.refused) == 0:
		l.desk.Say(lang.L("Nothing was changed: that is how it is already."), nil)
	case n == 0:
		b.tell(lang.L("Nothing was changed"))
	case n > handful || len(b.refused) > 0:
		widgets.Ask(l.desk.Window(), b.use.Will(n), b.plan(already),
			widgets.Answer{Label: b.step.Label, Does: b.run},
			widgets.Answer{Label: lang.L("Stop")},
		)
	default:
		b.run()
	}
}

// refusal is why something was not done to a record. It begins with what the record is called, unless the reason does say it.
func refusal(rec data.Record, err error) string {
	why := reason(err)
	if strings.Contains(why, "“"+rec.Label()+"”") {
		return data.UpperInitial(why)
	}
	return fmt.Sprintf("“%s”: %s", rec.Label(), why)
}

// reason is an error as people read it, without the words about a save: nothing has been tried yet.
func reason(err error) string {
	var (
		step     *data.ForbiddenStep
		problems data.Problems
		inUse    *data.InUse
	)
	switch {
	case errors.As(err, &step):
		return step.Error() + "."
	case errors.As(err, &problems):
		return problems.Error()
	case errors.As(err, &inUse):
		return inUse.Error() + "."
	default:
		return data.Explain(err)
	}
}

// mostNamed is how many records a question names; what is left out is told afterwards.
const mostNamed = 6

// plan is what there is to know before, and what will not happen.
func (b *bulk[R]) plan(already int) string {
	lines := []string{lang.L("It can be undone as soon as it is done.")}
	if already > 0 {
		lines = append(lines, lang.N(already, "{n} other is so already.", "{n} others are so already."))
	}
	if n := len(b.refused); n > 0 {
		lines = append(lines, lang.N(n, "{n} other stays as before:", "{n} others stay as before:"))
		for _, r := range b.refused[:min(n, mostNamed)] {
			lines = append(lines, "• "+r)
		}
		if n > mostNamed {
			lines = append(lines, "• "+lang.N(n-mostNamed, "and {n} more, which is named afterwards", "and {n} more, which are named afterwards"))
		}
	}
	return strings.Join(lines, "\n")
}

// tell puts what could not be done in front of the window, item by item.
func (b *bulk[R]) tell(title string) {
	words := widget.NewLabel("• " + strings.Join(b.refused, "\n• "))
	words.Wrapping = fyne.TextWrapWord
	widgets.Show(b.list.desk.Window(), title, words, fyne.NewSize(620, 420))
}

// run saves all of them or none.
func (b *bulk[R]) run() {
	d := b.list.desk
	var done []int64
	d.Run(
		func(ctx context.Context) (err error) {
			if err := d.Office().SaveAll(ctx, b.changed, nil); err != nil {
				return err
			}
			done, err = lastChanges(ctx, d.Office(), b.changed)
			return err
		},
		func(err error) {
			if err != nil {
				d.Explain(b.step.Label, err)
				return
			}
			b.list.tellOf(b.changed)
			d.Say(b.use.Did(len(b.changed)), b.list.undoing(b.changed, done))
			if len(b.refused) > mostNamed {
				b.tell(lang.L("What stays as before"))
			}
		},
	)
}

// lastChanges are the numbers of the last change of each record.
func lastChanges(ctx context.Context, office data.Office, recs []data.Record) ([]int64, error) {
	var numbers []int64
	for _, rec := range recs {
		changes, err := office.History(ctx, rec.RecordKind(), rec.Stamped().ID)
		if err != nil {
			return nil, err
		}
		if len(changes) > 0 {
			numbers = append(numbers, changes[0].Sequence)
		}
	}
	return numbers, nil
}

// tellOf tells the other pages of records that were saved, and shows the list anew once.
func (l *List[R]) tellOf(recs []data.Record) {
	l.telling = true
	for _, rec := range recs {
		if now, ok := l.desk.Office().Register().Find(rec.RecordKind(), rec.Stamped().ID); ok {
			rec = now
		}
		l.desk.Saved(rec)
	}
	l.telling = false
	l.Changed(nil)
}

// undoing offers to take changes back, all of them.
func (l *List[R]) undoing(recs []data.Record, changes []int64) *desk.Doing {
	return &desk.Doing{Label: lang.L("Undo"), Do: func() { l.takeBack(recs, changes) }}
}

func isRecord(rec data.Record) func(data.Record) bool {
	id := data.IDOf(rec)
	return func(other data.Record) bool { return data.IDOf(other) == id }
}

// takeBack takes changes back, as one. What somebody has changed since stays, and is said.
func (l *List[R]) takeBack(recs []data.Record, changes []int64) {
	d, back := l.desk, 0
	d.Run(
		func(ctx context.Context) error {
			saved, err := d.Office().UndoAll(ctx, changes)
			back = len(slices.DeleteFunc(saved, func(s data.Saved) bool { return !slices.ContainsFunc(recs, isRecord(s.Record)) }))
			return err
		},
		func(err error) {
			l.tellOf(recs)
			if err != nil {
				d.Explain("take back what was done to several records", err)
				return
			}
			d.Say(lang.N(back, "Undone: %s is as before.", "Undone: %s are as before.", l.kind.Counted.Of(back)), nil)
		},
	)
}

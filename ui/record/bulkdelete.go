package record

import (
	"context"

	"almoner/data"
	"almoner/ui/lang"
	"almoner/ui/widgets"
)

// askDelete asks whether the records that are chosen are to go. What others point to, or what was issued, stays, and is named before.
func (l *List[R]) askDelete(of func(R) data.Record) {
	var recs []data.Record
	for _, row := range l.list.Chosen() {
		recs = append(recs, of(row))
	}
	l.toList()
	free, stay := l.desk.Office().Register().Deletable(recs)
	b := &bulk[R]{list: l, changed: free}
	for _, s := range stay {
		b.refused = append(b.refused, refusal(s.Record, s.Why))
	}
	if len(free) == 0 {
		b.tell(fmt.Sprintf("%s cannot be deleted", Plural(len(stay), l.kind.Singular, l.kind.Plural)))
		return
	}
	what := Plural(len(free), l.kind.Singular, l.kind.Plural)
	widgets.Ask(l.desk.Window(), fmt.Sprintf("Delete %s?", what),
		fmt.Sprintf("%s will go from every list. What they said stays in the office’s change list. %s", what, b.plan(0)),
		widgets.Answer{Label: "Delete them", Harm: true, Does: b.delete},
		widgets.Answer{Label: "Keep them"},
	)
}

// delete deletes all of them or none.
func (b *bulk[R]) delete() {
	l, d := b.list, b.list.desk
	var done []int64
	d.Run(
		func(ctx context.Context) (err error) {
			done, err = d.Office().DeleteAll(ctx, b.changed)
			return err
		},
		func(err error) {
			if err != nil {
				d.Explain("delete several records", err)
				return
			}
			l.tellOf(b.changed)
			d.Say(fmt.Sprintf("%s deleted.", Plural(len(b.changed), l.kind.Singular, l.kind.Plural)), l.undoing(b.changed, done))
			if len(b.refused) > mostNamed {
				b.tell("What stays as before")
			}
		},
	)
}

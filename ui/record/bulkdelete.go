package record

import (
	"context"

	"almoner/data"
	"almoner/ui/lang"
	"almoner/ui/widgets"
)

// askDelete asks whether the records that are chosen are to go. What others point to stays, and is said afterwards.
func (l *List[R]) askDelete(of func(R) data.Record) {
	var recs []data.Record
	for _, row := range l.list.Chosen() {
		recs = append(recs, of(row))
	}
	l.toList()
	what := Plural(len(recs), l.kind.Singular, l.kind.Plural)
	widgets.Ask(l.desk.Window(), lang.F("Delete %s?", what),
		lang.F("%s will go from every list. What they said stays in the office’s change list. What other records point to stays.", what),
		widgets.Answer{Label: lang.L("Delete them"), Harm: true, Does: func() { l.deleteAll(recs) }},
		widgets.Answer{Label: lang.L("Keep them")},
	)
}

func (l *List[R]) deleteAll(recs []data.Record) {
	d := l.desk
	b := &bulk[R]{list: l}
	var done []int64
	d.Run(
		func(ctx context.Context) (err error) {
			for _, rec := range recs {
				if err := d.Office().Delete(ctx, rec); err != nil {
					b.refused = append(b.refused, refusal(rec, err))
					continue
				}
				b.changed = append(b.changed, rec)
			}
			done, err = lastChanges(ctx, d.Office(), b.changed)
			return err
		},
		func(err error) {
			l.tellOf(b.changed)
			if err != nil {
				d.Explain("delete several records", err)
				return
			}
			if n := len(b.changed); n > 0 {
				d.Say(lang.F("%s deleted.", Plural(n, l.kind.Singular, l.kind.Plural)), l.undoing(b.changed, done))
			}
			if len(b.refused) > 0 {
				b.tell(lang.F("%s could not be deleted", Plural(len(b.refused), l.kind.Singular, l.kind.Plural)))
			}
		},
	)
}

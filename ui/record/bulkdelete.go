package record

import (
	"context"
	"slices"
	"strings"

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
	free, files, stay := l.desk.Office().Register().DeletableWithFiles(recs)
	b := &bulk[R]{list: l, changed: free, files: files}
	for _, s := range stay {
		b.refused = append(b.refused, refusal(s.Record, s.Why))
	}
	if len(free) == 0 {
		b.tell(lang.F("%s cannot be deleted", l.kind.Counted.Of(len(stay))))
		return
	}
	what := l.kind.Counted.Of(len(free))
	words := []string{lang.F("%s will go from every list. What they said stays in the office’s change list.", what), withFiles(len(files)), b.plan(0)}
	widgets.Ask(l.desk.Window(), lang.F("Delete %s?", what), strings.TrimSpace(strings.Join(words, " ")),
		widgets.Answer{Label: lang.L("Delete them"), Harm: true, Does: b.delete},
		widgets.Answer{Label: lang.L("Keep them")},
	)
}

// withFiles says how many files go with what is deleted; empty if none does.
func withFiles(n int) string {
	if n == 0 {
		return ""
	}
	return lang.N(n, "{n} file goes with it.", "{n} files go with it.")
}

// delete deletes all of them or none.
func (b *bulk[R]) delete() {
	l, d := b.list, b.list.desk
	var done []int64
	d.Run(
		func(ctx context.Context) (err error) {
			done, err = d.Office().DeleteAll(ctx, append(slices.Clone(b.changed), b.files...))
			return err
		},
		func(err error) {
			if err != nil {
				d.Explain("delete several records", err)
				return
			}
			l.tellOf(b.changed)
			d.Say(lang.F("%s deleted.", l.kind.Counted.Of(len(b.changed))), l.undoing(b.changed, done))
			if len(b.refused) > mostNamed {
				b.tell(lang.L("What stays as before"))
			}
		},
	)
}

package ui

import (
	"context"
	"strings"

	"almoner/data"
	"almoner/ui/lang"
	"almoner/ui/widgets"
)

// bringBack lists what was deleted, latest first, and brings back what is chosen.
func (s *shell) bringBack() {
	var gone []data.Change
	var files map[data.ID][]data.Change
	s.Run(
		func(ctx context.Context) error {
			deletions, err := s.office.Gone(ctx)
			gone, files = data.WithFilesGone(deletions)
			return err
		},
		func(err error) {
			switch {
			case err != nil:
				s.Explain("read what was deleted", err)
			case len(gone) == 0:
				widgets.Tell(s.program.window, lang.L("Nothing to bring back"), lang.L("No record of this office has been deleted."))
			default:
				s.choose("gone", lang.L("What it was called, or who deleted it"), [...]string{lang.L("Deleted"), lang.L("What it was"), lang.L("When, and by whom")},
					func(words string) (choices, string) { return s.goneWith(gone, files, words) })
			}
		},
	)
}

// goneWith are the deletions that hold some words.
func (s *shell) goneWith(gone []data.Change, files map[data.ID][]data.Change, words string) (choices, string) {
	var found choices
	for _, c := range gone {
		line := choice{what: c.Label, kind: data.UpperInitial(lang.L(c.Kind.Label())), where: c.By(), do: func() { s.undoDeletion(c, files[c.Record]) }}
		if strings.Contains(data.Fold(line.what+" "+line.kind+" "+line.where), data.Fold(words)) {
			found = append(found, line)
		}
	}
	if len(found) == 0 {
		return found, lang.L("Nothing that was deleted has these words.")
	}
	return found, lang.L("Enter brings the first back; the arrows choose; Escape goes back.")
}

// undoDeletion brings a record back, with the files that went with it.
func (s *shell) undoDeletion(c data.Change, files []data.Change) {
	sequences := []int64{c.Sequence}
	for _, file := range files {
		sequences = append(sequences, file.Sequence)
	}
	var saved []data.Saved
	s.Run(
		func(ctx context.Context) (err error) {
			saved, err = s.office.UndoAll(ctx, sequences)
			return err
		},
		func(err error) {
			for _, back := range saved {
				s.Saved(back.Record)
			}
			if err != nil {
				s.Explain("bring back "+c.Label, err)
				return
			}
			s.Say(lang.F("“%s” is back.", c.Label), nil)
			s.openFound(data.Hit{Record: saved[0].Record})
		},
	)
}

package ui

import (
	"context"
	"strings"

	"almoner/data"
	"almoner/ui/lang"
	look "almoner/ui/theme"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// standing shows how things stand with the office file: at the foot of the window who else is here and whether all is saved, and above
// the page, in a strip of its own, what keeps one from saving or waits for a choice.
type standing struct {
	shell  *shell
	people *widget.Label
	saves  *widget.Label
	where  *widget.Label // the name of the file
	foot   fyne.CanvasObject

	words  *widget.Label
	decide *widgets.Button
	ground *canvas.Rectangle
	edge   *canvas.Rectangle
	banner *fyne.Container
}

func newStanding(s *shell) *standing {
	st := &standing{shell: s, people: widget.NewLabel(""), saves: widget.NewLabel(""), words: widget.NewLabel("")}
	st.people.Importance = widget.LowImportance
	st.where = widget.NewLabel(name(s.office.Path()))
	st.where.Importance = widget.LowImportance
	st.foot = container.NewHBox(st.people, st.saves, st.where)
	st.words.Wrapping = fyne.TextWrapWord
	st.decide = widgets.NewButton("standing.decide", lang.L("Choose…"), nil, st.choose)
	st.ground, st.edge = canvas.NewRectangle(nil), canvas.NewRectangle(nil)
	st.edge.SetMinSize(fyne.NewSize(4, 4))
	st.recolour()
	st.banner = container.NewStack(st.ground, container.NewBorder(nil, nil, container.NewHBox(st.edge, widget.NewIcon(theme.WarningIcon())), container.NewCenter(st.decide), st.words))
	st.banner.Hide()
	return st
}

// recolour follows a change from light to dark.
func (st *standing) recolour() {
	st.ground.FillColor, st.edge.FillColor = theme.Color(look.ColorStripe), theme.Color(theme.ColorNameWarning)
	st.ground.Refresh()
	st.edge.Refresh()
}

// show shows how things stand now.
func (st *standing) show(now data.Standing) {
	st.people.SetText(st.here(now.Others))
	text, importance := savesText(now)
	if st.saves.Text != text || st.saves.Importance != importance {
		st.saves.Importance = importance
		st.saves.SetText(text)
	}
	st.foot.Refresh()
	words := ""
	st.decide.Hide()
	switch {
	case now.Blocked != "":
		words = now.Blocked
		if now.Waiting > 0 {
			words += " " + lang.N(now.Waiting, "{n} change waits on this computer.", "{n} changes wait on this computer.")
		}
	case now.Doubted > 0:
		words = doubtText(now.Doubted)
		st.decide.Show()
	case now.Holding != "":
		words = now.Holding
	case now.Offline != "":
		words = now.Offline
		if now.Waiting > 0 {
			words += " " + lang.N(now.Waiting,
				"{n} change waits on this computer, and will be saved as soon as the file can be reached.",
				"{n} changes wait on this computer, and will be saved as soon as the file can be reached.")
		}
	}
	if shown := words != ""; shown != st.banner.Visible() {
		st.banner.Hidden = !shown
		st.shell.content.Refresh()
	}
	st.words.SetText(words)
}

func savesText(now data.Standing) (string, widget.Importance) {
	switch {
	case now.Blocked != "":
		return lang.L("Read only"), widget.WarningImportance
	case now.Offline != "" && now.Waiting > 0:
		return lang.N(now.Waiting, "Offline: {n} change waits", "Offline: {n} changes wait"), widget.WarningImportance
	case now.Offline != "":
		return lang.L("Offline"), widget.WarningImportance
	case now.Doubted > 0:
		return lang.N(now.Doubted, "{n} to choose", "{n} to choose"), widget.WarningImportance
	case now.Saving > 0:
		return lang.L("Saving…"), widget.MediumImportance
	default:
		return lang.L("All saves are in the file"), widget.LowImportance
	}
}

func doubtText(n int) string {
	return lang.N(n,
		"One of your changes was not taken, because a colleague has changed the same meanwhile. Both versions are kept until you have chosen.",
		"{n} of your changes were not taken, because colleagues have changed the same meanwhile. All versions are kept until you have chosen.")
}

// here says who else has the office open, and first who is in the record that is shown.
func (st *standing) here(others []data.Colleague) string {
	var with, names []string
	shown, _ := shownBy(st.shell.current())
	for _, c := range others {
		who := c.Name
		if who == "" {
			who = c.Machine
		}
		switch {
		case shown.Kind != "" && c.In == shown && c.Editing:
			with = append(with, lang.F("%s is changing this too", who))
		case shown.Kind != "" && c.In == shown:
			with = append(with, lang.F("%s is looking at this too", who))
		default:
			names = append(names, who)
		}
	}
	switch {
	case len(with) > 0:
		return strings.Join(with, ", ")
	case len(names) == 0:
		return ""
	case len(names) == 1:
		return lang.F("%s is here", names[0])
	case len(names) <= 3:
		return lang.F("%s and %s are here", strings.Join(names[:len(names)-1], ", "), names[len(names)-1])
	default:
		return lang.N(len(names), "{n} colleague is here", "{n} colleagues are here")
	}
}

// choose leads to the first record about which somebody has to choose.
func (st *standing) choose() {
	doubts := st.shell.office.Doubts()
	if len(doubts) == 0 {
		return
	}
	first := doubts[0]
	id := data.IDOf(first.Mine)
	shown, _ := shownBy(st.shell.current())
	if asker, ok := st.shell.current().(interface{ Doubt(data.Doubt) }); ok && shown == id {
		asker.Doubt(first)
		return
	}
	if !st.shell.OpenRecord(id.Kind, id.ID, "") {
		st.settleHere(first)
	}
}

// settleHere asks about a save of a record that has no page any more.
func (st *standing) settleHere(d data.Doubt) {
	s := st.shell
	settle := func(rec data.Record) func() {
		return func() {
			s.Run(
				func(ctx context.Context) error {
					_, err := s.office.Settle(ctx, d.Serial, rec)
					return err
				},
				func(err error) {
					if err != nil {
						s.Explain("settle a save", err)
					}
				},
			)
		}
	}
	fresh := data.Clone(d.Mine)
	fresh.Stamped().Version, fresh.Stamped().Waiting = 0, 0
	answers := []widgets.Answer{{Label: lang.L("Decide later")}}
	if _, held := s.office.Register().Find(d.Mine.RecordKind(), d.Mine.Stamped().ID); !held {
		answers = append(answers, widgets.Answer{Label: lang.L("Save it as a new one"), Does: settle(fresh)})
	}
	answers = append(answers, widgets.Answer{Label: lang.L("Drop my version"), Harm: true, Does: settle(nil)})
	s.program.ask(lang.L("This was not taken"), lang.F("The %s “%s”: %s", lang.L(d.Mine.RecordKind().Label()), d.Mine.Label(), d.Why), answers...)
}

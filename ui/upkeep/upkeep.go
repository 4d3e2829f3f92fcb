// Package upkeep is what a person sees and does about the file of an office, whether it can be opened or not: is it sound, which backups
// are there, what else is known of it, and which of all that to go on with.
package upkeep

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"almoner/data"
	"almoner/ui/lang"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Host is the window that the panel lies in: an open office, or the first page where none could be opened.
type Host interface {
	Window() fyne.Window
	// Run does work away from the window; what takes long can be stopped at its foot.
	Run(work func(context.Context) error, done func(error))
	Care() data.FileCare
	// OpenOffice closes the office that is open, does something first, and opens the office at a path; said is then said.
	OpenOffice(path string, first func(context.Context) (said string, err error))
	// OpenCopy opens a copy of an office, which the next start does not go on with.
	OpenCopy(path string)
}

// Panel is the file of an office with what there is of it.
type Panel struct {
	Content fyne.CanvasObject

	host    Host
	path    string
	checked *widget.Label // when it was looked through last
	told    *widget.Label // what was found or done last
	list    *widgets.Register[data.FileState]
	foot    *widget.Label
	// advised is the state whose changes are best brought back into the file; empty if there is none.
	advised string
}

// New is the panel of the office at a path; more stands between what is said of the file and the list, and may be nil.
func New(host Host, path string, more fyne.CanvasObject) *Panel {
	p := &Panel{host: host, path: path, checked: widgets.Note(""), told: widget.NewLabel(""), foot: widgets.Note("")}
	p.told.Wrapping = fyne.TextWrapWord
	p.told.Hide()
	where := widget.NewLabel(path)
	where.Wrapping = fyne.TextWrapBreak
	where.Selectable = true
	p.list = widgets.NewRegister("upkeep.list", columns())
	p.list.Still()
	p.list.OnOpen = p.open
	fields := widgets.Stack(
		widgets.Section(lang.L("Where the office file lies"), where, p.checked),
		container.NewHBox(
			widgets.NewButton("upkeep.check", lang.L("Check it now"), theme.SearchIcon(), p.Check),
			widgets.NewButton("upkeep.backup", lang.L("Back up now"), theme.DocumentSaveIcon(), p.backUp),
			widgets.NewButton("upkeep.recover", lang.L("Look for all copies"), theme.HistoryIcon(), p.Recover),
		),
		p.told,
	)
	if more != nil {
		fields.Add(more)
	}
	p.Content = container.NewPadded(widgets.Over(fields, container.NewBorder(nil, p.foot, nil, nil, p.list)))
	p.sayChecked()
	return p
}

func columns() []widgets.Column[data.FileState] {
	return []widgets.Column[data.FileState]{
		{Key: "when", Heading: lang.L("As it was"), Share: 2, Least: 160, Text: func(s data.FileState) string { return clock(s.When) }},
		{Key: "what", Heading: lang.L("What it is"), Share: 3, Least: 180, Text: func(s data.FileState) string { return s.What }},
		{Key: "change", Heading: lang.L("Last change"), Share: 1, Least: 100, Figures: true, Text: change},
		{Key: "size", Heading: lang.L("Size"), Share: 1, Least: 80, Figures: true, Text: func(s data.FileState) string { return data.FileSize(s.Size) }},
		{Key: "found", Heading: lang.L("Is it sound"), Share: 4, Least: 140, Text: sound},
	}
}

func change(s data.FileState) string {
	if s.Change == 0 {
		return ""
	}
	return fmt.Sprint(s.Change)
}

// sound is what a look into a state has found, in short.
func sound(s data.FileState) string {
	switch {
	case s.Wrong != "":
		return s.Wrong
	case s.Found == "":
		return lang.L("Not looked into yet")
	default:
		return lang.L("Sound")
	}
}

func clock(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Local().Format("2 January 2006, 15:04")
}

type states []data.FileState

func (s states) Len() int                { return len(s) }
func (s states) At(i int) data.FileState { return s[i] }

func (p *Panel) sayChecked() {
	last := p.host.Care().LastChecked(p.path)
	if last.IsZero() {
		p.checked.SetText(lang.L("It is not known when it was last looked through on this computer."))
		return
	}
	p.checked.SetText(lang.F("It was last looked through on this computer on %s, and was sound.", clock(last)))
}

// tell says what was found or done.
func (p *Panel) tell(importance widget.Importance, words string) {
	p.told.Importance = importance
	p.told.SetText(words)
	p.told.Show()
	p.Content.Refresh()
}

// Check looks through the whole file.
func (p *Panel) Check() {
	p.tell(widget.MediumImportance, lang.L("The file is looked through. With a large one that takes a while; you can go on working meanwhile."))
	var report data.FileReport
	p.host.Run(
		func(ctx context.Context) (err error) {
			report, err = p.host.Care().Check(ctx, p.path)
			return err
		},
		func(err error) {
			switch {
			case err != nil:
				p.tell(widget.DangerImportance, data.Explain(err))
			case report.Sound:
				p.tell(widget.SuccessImportance, strings.Join(report.Sentences, " "))
			default:
				p.tell(widget.DangerImportance, strings.Join(report.Sentences, "\n"))
				p.Recover()
			}
			p.sayChecked()
		},
	)
}

func (p *Panel) backUp() {
	var made data.FileState
	p.host.Run(
		func(ctx context.Context) (err error) {
			made, err = p.host.Care().BackUp(ctx, p.path)
			return err
		},
		func(err error) {
			if err != nil {
				p.tell(widget.DangerImportance, data.Explain(err))
				return
			}
			p.tell(widget.SuccessImportance, lang.F("Backed up, as it was at change %d: “%s”.", made.Change, filepath.Base(made.Path)))
			p.Backups()
		},
	)
}

// Backups lists the backups.
func (p *Panel) Backups() {
	var found []data.FileState
	p.host.Run(
		func(ctx context.Context) (err error) {
			found, err = p.host.Care().Backups(ctx, p.path)
			return err
		},
		func(err error) {
			switch {
			case err != nil:
				p.show(nil, data.Explain(err))
			case len(found) == 0:
				p.show(nil, lang.L("There is no backup yet. One is made about every hour while somebody works."))
			default:
				p.show(found, lang.N(len(found), "{n} backup. Open it to put it back, or to look at a copy of it.", "{n} backups. Open one to put it back, or to look at a copy of it."))
			}
		},
	)
}

// Recover looks into all that there is of the office, and says what is best done.
func (p *Panel) Recover() {
	var r data.FileRecovery
	p.foot.SetText(lang.L("All that this computer knows of the office is looked through…"))
	p.host.Run(
		func(ctx context.Context) (err error) {
			r, err = p.host.Care().Recovery(ctx, p.path)
			return err
		},
		func(err error) {
			if err != nil {
				p.tell(widget.DangerImportance, data.Explain(err))
				p.Backups()
				return
			}
			importance := widget.MediumImportance
			if r.From >= 0 {
				importance = widget.WarningImportance
			}
			if p.advised = ""; r.BringBack && r.From >= 0 {
				p.advised = r.States[r.From].Path
			}
			p.tell(importance, strings.Join(r.Sentences, " "))
			p.show(r.States, lang.L("The freshest good one comes first. Open one to put it back, or to look at a copy of it."))
		},
	)
}

func (p *Panel) show(found []data.FileState, foot string) {
	p.list.Reload(states(found))
	p.foot.SetText(foot)
}

// open says what a state is, and offers what can be done with it.
func (p *Panel) open(s data.FileState) {
	words := s.Found
	if words == "" {
		words = lang.F("%s. It was not looked into yet; it is before anything is done with it.", s.What)
	}
	title := lang.F("The office as it was on %s", clock(s.When))
	if s.When.IsZero() {
		title = s.What
	}
	if s.Wrong != "" || s.Itself {
		widgets.Tell(p.host.Window(), title, words+"\n\n"+s.Path)
		return
	}
	to := p.copyPath(s)
	words += "\n\n" + lang.F("“Open a copy” makes the file “%s” beside the office and opens it. It is an office of its own: what you change in it stays in it.", filepath.Base(to)) +
		"\n\n" + lang.L("“Put it back” makes the office what it was then. The file as it is now is kept among the backups, and colleagues who have it open follow. What was saved since then is not in it, and people who were taken out since then are in it again.")
	answers := []widgets.Answer{{Label: lang.L("Open a copy"), Does: func() { p.copyOut(s, to) }}, {Label: lang.L("Put it back"), Harm: true, Does: func() { p.restore(s) }}}
	if s.Path == p.advised {
		words += "\n\n" + lang.L("“Bring back” keeps the file, and merges into it what it lacks.")
		answers = append([]widgets.Answer{{Label: lang.L("Bring back"), Does: func() { p.bringBack(s) }}}, answers...)
	}
	widgets.Ask(p.host.Window(), title, words, append(answers, widgets.Answer{Label: lang.L("Leave all as it is")})...)
}

// copyPath is where a copy of a state goes: a name that is not taken, in the folder of the office.
func (p *Panel) copyPath(s data.FileState) string {
	stem := strings.TrimSuffix(p.path, filepath.Ext(p.path))
	as := s.What
	if !s.When.IsZero() {
		as = "as on " + s.When.Local().Format("2 January 2006 15.04") //lang:no a file name
	}
	for n := 1; ; n++ {
		path := fmt.Sprintf("%s, %s.almoner", stem, as)
		if n > 1 {
			path = fmt.Sprintf("%s, %s, copy %d.almoner", stem, as, n) //lang:no a file name
		}
		if _, err := os.Lstat(path); err != nil {
			return path
		}
	}
}

func (p *Panel) copyOut(s data.FileState, to string) {
	p.host.Run(
		func(ctx context.Context) error { return p.host.Care().CopyOut(ctx, s.Path, to) },
		func(err error) {
			if err != nil {
				p.tell(widget.DangerImportance, data.Explain(err))
				return
			}
			p.host.OpenCopy(to)
		},
	)
}

func (p *Panel) restore(s data.FileState) {
	care, path := p.host.Care(), p.path
	p.host.OpenOffice(path, func(ctx context.Context) (string, error) {
		kept, err := care.Restore(ctx, path, s.Path)
		switch {
		case err != nil:
			return "", err
		case kept == "":
			return lang.L("The office is back."), nil
		default:
			return lang.F("The office is back. The file as it was before is kept as “%s”.", filepath.Base(kept)), nil
		}
	})
}

func (p *Panel) bringBack(s data.FileState) {
	care, path := p.host.Care(), p.path
	p.host.OpenOffice(path, func(ctx context.Context) (string, error) { return care.BringBack(ctx, path, s.Path) })
}

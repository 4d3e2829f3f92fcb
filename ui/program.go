// Package ui is the window: what people look at all day. Program is the window itself; a folder is a section of it; widgets is
// what every section uses; desk is what a page may ask of the window.
package ui

import (
	"context"
	"errors"
	"log/slog"
	"path/filepath"
	"time"

	"almoner/data"
	"almoner/ui/desk"
	"almoner/ui/lang"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
)

// Files is how the window comes by an office file.
type Files interface {
	// Open opens an office; progress is told how far the first copy of it to this computer has come, in bytes.
	Open(ctx context.Context, path string, progress func(done, total int64)) (data.Office, error)
	Create(ctx context.Context, path string, details *data.OfficeDetails) (data.Office, error)
	// Sample opens the sample office, and makes it first if it is not there.
	Sample(ctx context.Context) (data.Office, error)
}

// Options are what the window is given by whoever starts it.
type Options struct {
	Files Files
	// Papers is the folder that papers are put into; it is made when it is first asked for.
	Papers func() (string, error)
	// Show opens a file with the program that the person has for it.
	Show func(file string) error
	// Printing sends papers to printers.
	Printing desk.Printing
	// Care is what can be done about the file of an office.
	Care data.FileCare
	// Today is the day that an office is shown on: today, but for the sample, which stands still.
	Today func(office string) data.Date
	Log   *slog.Logger
	// End ends the program, once its office is put away; nil is to quit the app.
	End func()
	// Go starts work away from the window; nil is a goroutine. Tests have it done at once.
	Go func(work func())
	// Do has work done on the window's goroutine; nil is fyne.Do, which a test's driver takes for leave to do it on any.
	Do func(work func())
}

// Program is the window with what is open in it.
type Program struct {
	app     fyne.App
	window  fyne.Window
	options Options
	ctx     context.Context //nolint:containedctx // the life of the window, which has no call to hand it down
	cancel  context.CancelFunc
	office  data.Office
	shell   *shell
	working *working
	filled  bool // something has been put into the window
	after   func(time.Duration, func()) (cancel func())
	// unsubscribe ends the news of the office that is open.
	unsubscribe func()
}

// programName is what the program is called in any language.
const programName = "Almoner" //lang:no a name

const lastOffice = "last office" //lang:no the name of a setting

// New is a window with nothing in it yet: what it begins with is up to Reopen, Open or Sample.
func New(app fyne.App, options Options) *Program {
	if options.Do == nil {
		options.Do = fyne.Do
	}
	if options.End == nil {
		options.End = app.Quit
	}
	after := never
	if options.Go == nil {
		options.Go, after = func(work func()) { go work() }, later(options.Do)
	}
	p := &Program{app: app, window: app.NewWindow(programName), options: options, after: after}
	p.dress()
	p.ctx, p.cancel = context.WithCancel(context.Background())
	p.working = newWorking(after)
	p.window.Resize(sizeKept(app.Preferences()))
	p.window.SetMaster()
	p.window.Canvas().SetOnTypedKey(func(e *fyne.KeyEvent) { widgets.FunctionKeyIn(p.window, e) })
	for _, plus := range plusKeys() {
		p.window.Canvas().AddShortcut(plus, func(fyne.Shortcut) { p.scale(1) })
	}
	p.window.SetCloseIntercept(p.Quit)
	app.Lifecycle().SetOnEnteredForeground(p.refresh)
	app.Settings().AddListener(func(fyne.Settings) { p.options.Do(p.recolour) })
	return p
}

// Window is the window, for whoever shows it.
func (p *Program) Window() fyne.Window { return p.window }

// LastOffice is the office that was open last in an app; empty if there was none.
func LastOffice(app fyne.App) string { return app.Preferences().String(lastOffice) }

// Reopen opens the office that was open last, if there is one, or else offers the ways to begin.
func (p *Program) Reopen() {
	path := LastOffice(p.app)
	if path == "" {
		p.start("")
		return
	}
	p.Open(path)
}

// Open opens an office file.
func (p *Program) Open(path string) {
	p.OpenOffice(path, nil)
}

// OpenOffice does something first, which may say a sentence, and opens an office file then.
func (p *Program) OpenOffice(path string, first func(context.Context) (said string, err error)) {
	said := ""
	p.takeThen(
		path, path,
		func(ctx context.Context) (_ data.Office, err error) {
			if first != nil {
				if said, err = first(ctx); err != nil {
					return nil, err
				}
			}
			return p.options.Files.Open(ctx, path, p.copying(name(path)))
		},
		func() {
			if said != "" {
				p.shell.Say(said, nil)
			}
		},
	)
}

// copying says how far the first copy of an office to this computer has come.
func (p *Program) copying(what string) func(done, total int64) {
	shown := int64(-1)
	return func(done, total int64) {
		percent := done * 100 / max(total, 1)
		if percent == shown || total < 2<<20 { // which takes a moment
			return
		}
		shown = percent
		fyne.Do(func() {
			if p.office == nil && p.ctx.Err() == nil {
				p.start(lang.F("Copying “%s” to this computer: %d %% of %s…", what, percent, data.FileSize(total)))
			}
		})
	}
}

// Sample opens the sample office.
func (p *Program) Sample() {
	p.takeThen(lang.L("the sample office"), "", p.options.Files.Sample, p.sayMadeUp)
}

// sayMadeUp says that the sample stands still, and offers to show it.
func (p *Program) sayMadeUp() {
	p.shell.offerTour()
	p.shell.Say(lang.F("This office is made up, and shown as on %s.", p.shell.Today().String()), nil)
}

// create makes a new office file and opens it.
func (p *Program) create(path, name string) {
	p.take(path, func(ctx context.Context) (data.Office, error) {
		return p.options.Files.Create(ctx, path, &data.OfficeDetails{Stamp: data.Stamp{ID: data.OfficeID}, Name: name, FinancialYearStyle: data.YearDash})
	})
}

// OpenCopy opens a copy of an office as it was. The next start does not go on with it, but with the office that was open before.
func (p *Program) OpenCopy(path string) {
	before := LastOffice(p.app)
	p.takeThen(
		path, path,
		func(ctx context.Context) (data.Office, error) {
			return p.options.Files.Open(ctx, path, p.copying(name(path)))
		},
		func() {
			p.app.Preferences().SetString(lastOffice, before)
			p.shell.Say(lang.L("This is a copy of the office as it was. What you change in it does not reach the office itself."), nil)
		},
	)
}

// take comes by an office away from the window, and shows it, or says why it cannot.
func (p *Program) take(what string, open func(context.Context) (data.Office, error)) {
	p.takeThen(what, "", open, func() {})
}

// takeThen is take, and something once the office is shown. Where there is a path, the first page offers help with what lies there if it
// cannot be opened.
func (p *Program) takeThen(what, path string, open func(context.Context) (data.Office, error), then func()) {
	p.leave(func() {
		opened := p.opening(lang.F("Opening %s…", what))
		var office data.Office
		p.run(
			func(ctx context.Context) (err error) {
				office, err = open(ctx)
				return err
			},
			func(err error) {
				opened()
				if errors.Is(err, context.Canceled) {
					p.start("")
					return
				}
				if err != nil {
					p.options.Log.Error("open an office", "what", what, "error", err)
					p.startAfter(data.Explain(err), path)
					return
				}
				p.show(office)
				then()
			},
		)
	})
}

// opening says what is being opened, until the function that it returns is called. A program that has just been started says so after a
// moment only: by then most offices are there, and drawing a page that nobody can read takes a fifth of that time.
func (p *Program) opening(words string) (opened func()) {
	if !p.filled {
		return p.after(untilShown, func() { p.start(words) })
	}
	p.start(words)
	return func() {}
}

func (p *Program) show(office data.Office) {
	p.filled = true
	p.office = office
	p.app.Preferences().SetString(lastOffice, office.Path())
	p.shell = newShell(p)
	p.window.SetMainMenu(p.menu())
	p.window.SetContent(p.shell.content)
	p.window.SetOnDropped(p.shell.dropped)
	p.entitle()
	p.shell.recall()
	p.shell.count()
	p.shell.standing.show(office.Standing())
	p.unsubscribe = office.Subscribe(func(n data.News) {
		p.options.Do(func() {
			if p.office == office {
				p.shell.news(n)
			}
		})
	})
}

// recolour has what is painted once follow the colours that were chosen, here or in the system.
func (p *Program) recolour() {
	if p.shell != nil {
		p.shell.sidebar.recolour()
		p.shell.standing.recolour()
	}
}

// entitle names the window after the office that is open.
func (p *Program) entitle() {
	if title := lang.F("Almoner – %s", p.office.Register().Details().Short()); p.window.Title() != title {
		p.window.SetTitle(title)
	}
}

// close puts the open office away.
func (p *Program) close() {
	if p.office == nil {
		return
	}
	p.unsubscribe()
	if err := p.office.Close(); err != nil {
		p.options.Log.Error("close the office", "error", err)
	}
	p.office, p.shell = nil, nil
}

// leave asks what is to become of unsaved changes, closes the office, and then goes on.
func (p *Program) leave(then func()) {
	if p.shell == nil {
		then()
		return
	}
	p.shell.guard(func() {
		p.close()
		then()
	})
}

// Quit ends the program, once nothing unsaved would be lost.
func (p *Program) Quit() {
	end := func() {
		keepSize(p.app.Preferences(), p.window.Canvas().Size())
		p.window.Hide() // saves that are on their way may take some seconds more
		p.close()
		p.cancel()
		p.options.End()
	}
	if p.shell == nil {
		end()
		return
	}
	p.shell.guard(end)
}

// run does work away from the window; done runs on the window's goroutine, unless the window has gone meanwhile. Work that takes longer is
// spoken of, and can be stopped.
func (p *Program) run(work func(context.Context) error, done func(error)) {
	ctx, stop := context.WithCancel(p.ctx)
	ended := p.working.begin(stop)
	p.options.Go(func() {
		err := work(ctx)
		fyne.Do(func() {
			stop()
			ended()
			if p.ctx.Err() == nil {
				done(err)
			}
		})
	})
}

// refresh reads what others have saved since somebody last looked at the window.
func (p *Program) refresh() {
	office := p.office
	if office == nil {
		return
	}
	p.run(
		func(ctx context.Context) error {
			_, err := office.Refresh(ctx) // what it takes in comes as news
			return err
		},
		func(err error) {
			if p.office != office {
				return
			}
			if err != nil && !errors.Is(err, context.Canceled) { // the foot of the window says so
				p.options.Log.Warn("read what others saved", "error", err)
			}
			p.shell.standing.show(office.Standing())
		},
	)
}

// start shows the first page: what one can begin with, and how the last attempt went.
func (p *Program) start(said string) { p.startAfter(said, "") }

// startAfter is start after an office could not be opened, which help is offered with; its path may be empty.
func (p *Program) startAfter(said, failed string) {
	first := newStart(p, said, failed)
	p.outside(container.NewCenter(first.content))
	p.window.Canvas().Focus(first.first)
}

// outside shows a page while no office is open.
func (p *Program) outside(page fyne.CanvasObject) {
	p.filled = true
	p.window.SetMainMenu(p.startMenu())
	p.window.SetTitle(programName)
	p.window.SetContent(container.NewBorder(nil, container.NewHBox(layout.NewSpacer(), p.working.content), nil, nil, page))
}

// ask puts a question in front of the window.
func (p *Program) ask(title, message string, answers ...widgets.Answer) {
	widgets.Ask(p.window, title, message, answers...)
}

// name is how a file is called in a sentence.
func name(path string) string { return filepath.Base(path) }

package ui

import (
	"context"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"almoner/data"
	"almoner/data/anyrecord"
	"almoner/data/sample"
	"almoner/data/sqlite"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"pgregory.net/rapid"
)

var (
	walks = flag.Int("walks", 2, "how many people wander about the window")
	steps = flag.Int("steps", 120, "how many things each of them does")
	first = flag.Uint64("first", 1, "which of them is the first: each always does the same")
)

// wanderer does whatever can be done in a window, with no aim: taps what can be tapped, types where one can type, takes commands of the
// menu. What it did is told by whom it is and in what order.
type wanderer struct {
	t    *testing.T
	p    *Program
	rand *rand.Rand
	did  []string
	// meanwhile is what comes to the window between two steps.
	meanwhile func()
}

// typed is what people type into fields, meant for them or not.
var typed = []string{
	"", " ", "Harbour House", "12,500", "£1,000.50", "-5", "0", "99999999999999999999", "1e9", "31 February 2026", "30/11/2025", "1.4.25", "2024-25",
	"since 2022", "%s %d", "Ŵŷ – “quoted” 🙂", "a\nb\n\n- c\n# d", "…'; DROP TABLE grants; --", strings.Repeat("long words ", 300), "ann@example", "50%",
}

var pressed = []fyne.KeyName{
	fyne.KeyReturn, fyne.KeyEscape, fyne.KeyUp, fyne.KeyDown, fyne.KeyLeft, fyne.KeyRight, fyne.KeyHome, fyne.KeyEnd, fyne.KeyPageUp,
	fyne.KeyPageDown, fyne.KeySpace, fyne.KeyDelete, fyne.KeyBackspace, fyne.KeyF1,
}

// broken are words that no person should ever be shown.
var broken = regexp.MustCompile(`%!|<nil>|\bNaN\b|runtime error|\[0x|SQL logic error|That did not work, and nothing was changed`)

func (w *wanderer) note(format string, places ...any) {
	w.did = append(w.did, fmt.Sprintf(format, places...))
}

// inSight are the objects that a person could point at, of those that fit.
func (w *wanderer) inSight(fits func(fyne.CanvasObject) bool) (found []fyne.CanvasObject) {
	c := w.p.window.Canvas()
	root := c.Content()
	if top := c.Overlays().Top(); top != nil {
		root = top
	}
	walk(root, func(o fyne.CanvasObject) {
		if d, ok := o.(fyne.Disableable); ok && d.Disabled() {
			return
		}
		at := middle(o)
		if fits(o) && at.X >= 0 && at.Y >= 0 && at.X < c.Size().Width && at.Y < c.Size().Height {
			found = append(found, o)
		}
	})
	return found
}

func middle(o fyne.CanvasObject) fyne.Position {
	return fyne.CurrentApp().Driver().AbsolutePositionForObject(o).AddXY(o.Size().Width/2, o.Size().Height/2)
}

func (w *wanderer) step() {
	switch n := w.rand.IntN(20); {
	case n < 9:
		w.tap()
	case n < 13:
		w.write()
	case n < 16:
		w.press()
	case n < 18:
		w.command()
	case n == 18:
		w.p.window.Canvas().FocusNext()
		w.note("next field")
	default:
		w.elsewhere()
	}
}

func (w *wanderer) tap() {
	things := w.inSight(func(o fyne.CanvasObject) bool { _, ok := o.(fyne.Tappable); return ok })
	if len(things) == 0 {
		return
	}
	o := things[w.rand.IntN(len(things))]
	w.note("tap %s", called(o))
	test.TapCanvas(w.p.window.Canvas(), middle(o))
}

func (w *wanderer) write() {
	fields := w.inSight(func(o fyne.CanvasObject) bool { _, ok := o.(field); return ok })
	if len(fields) == 0 {
		return
	}
	o := fields[w.rand.IntN(len(fields))]
	text := typed[w.rand.IntN(len(typed))]
	w.note("write %.20q into %s", text, called(o))
	f := o.(field)
	w.p.window.Canvas().Focus(f)
	f.TypedShortcut(&fyne.ShortcutSelectAll{})
	fyne.CurrentApp().Clipboard().SetContent(text)
	f.TypedShortcut(&fyne.ShortcutPaste{Clipboard: fyne.CurrentApp().Clipboard()})
}

// field is what one types into.
type field interface {
	fyne.Focusable
	fyne.Shortcutable
	SelectedText() string
}

func (w *wanderer) press() {
	key, c := &fyne.KeyEvent{Name: pressed[w.rand.IntN(len(pressed))]}, w.p.window.Canvas()
	w.note("press %s", key.Name)
	if on := c.Focused(); on != nil {
		on.TypedKey(key)
		return
	}
	if take := c.OnTypedKey(); take != nil {
		take(key)
	}
}

// command takes a command of the menu, but for those that leave the office, where a dialog of files is Fyne's own.
func (w *wanderer) command() {
	if w.p.window.Canvas().Overlays().Top() != nil {
		return // a question stands before the menu
	}
	menus := w.p.window.MainMenu().Items[1:]
	menu := menus[w.rand.IntN(len(menus))]
	item := menu.Items[w.rand.IntN(len(menu.Items))]
	if item.Action == nil || item.Disabled {
		return
	}
	w.note("take %s of %s", item.Label, menu.Label)
	item.Action()
}

func (w *wanderer) elsewhere() {
	c := w.p.window.Canvas()
	switch w.rand.IntN(6) {
	case 4, 5:
		w.open()
	case 0:
		size := fyne.NewSize(900+float32(w.rand.IntN(900)), 500+float32(w.rand.IntN(500)))
		w.note("window %.0f x %.0f", size.Width, size.Height)
		w.p.window.Resize(size)
	case 1, 2:
		at := fyne.NewPos(w.rand.Float32()*c.Size().Width, w.rand.Float32()*c.Size().Height)
		w.note("wheel at %v", at)
		test.Scroll(c, at, 0, float32(w.rand.IntN(800)-500))
	default:
		if c.Overlays().Top() == nil {
			w.note("section")
			w.p.shell.section(sections[w.rand.IntN(len(sections))].name)
		}
	}
}

// open opens some record of the office, if no question stands before the window.
func (w *wanderer) open() {
	kinds := data.Kinds()
	records := w.p.office.Register().Records(kinds[w.rand.IntN(len(kinds))])
	if len(records) == 0 || w.p.window.Canvas().Overlays().Top() != nil {
		return
	}
	rec := records[w.rand.IntN(len(records))]
	w.note("open %s %s", rec.RecordKind(), rec.Label())
	w.p.shell.OpenRecord(rec.RecordKind(), rec.Stamped().ID, "")
}

func called(o fyne.CanvasObject) string {
	name := fmt.Sprintf("%T", o)
	if n, ok := o.(interface{ InspectName() string }); ok {
		name += " " + n.InspectName()
	}
	if s, ok := o.(interface{ InspectText() string }); ok {
		name += fmt.Sprintf(" %.30q", s.InspectText())
	}
	return name
}

// look fails the test if the window shows what nobody should see.
func (w *wanderer) look() {
	c := w.p.window.Canvas()
	for _, root := range append([]fyne.CanvasObject{c.Content()}, c.Overlays().List()...) {
		walk(root, func(o fyne.CanvasObject) {
			if text, ok := o.(*canvas.Text); ok && broken.MatchString(text.Text) {
				w.t.Errorf("the window says %q", text.Text)
			}
		})
	}
}

// wander does so many things, and looks at what is left of the office.
func (w *wanderer) wander(steps int) {
	path := w.p.office.Path()
	w.walkOn(steps)
	w.p.close()
	report, err := sqlite.Check(w.t.Context(), path)
	if err != nil || !report.Sound() {
		w.t.Errorf("the office is left unsound: %v, %v", report.Sentences(), err)
		w.tell()
	}
}

func (w *wanderer) walkOn(steps int) {
	defer func() {
		if broke := recover(); broke != nil {
			w.t.Errorf("the program ended: %v", broke)
			w.tell()
			panic(broke)
		}
	}()
	for range steps {
		w.step()
		if w.p.shell == nil {
			return // somebody left the office
		}
		w.meanwhile()
		w.look()
		if w.t.Failed() {
			w.tell()
			return
		}
	}
}

func (w *wanderer) tell() { w.t.Logf("what was done:\n%s", strings.Join(w.did, "\n")) }

// sampleFiles are office files whose sample is the whole one.
type sampleFiles struct{ realFiles }

func (f sampleFiles) Sample(ctx context.Context) (data.Office, error) {
	path := filepath.Join(f.folder, "Sample.almoner")
	if _, err := os.Stat(path); err == nil {
		return f.Open(ctx, path, nil)
	}
	details, records := sample.Office()
	o, err := sqlite.Create(ctx, path, details, me)
	if err != nil {
		return nil, err
	}
	if err := o.SaveAll(ctx, records, nil); err != nil {
		return nil, err
	}
	return o, nil
}

// noPrinter is a computer without a printer.
type noPrinter struct{}

func (noPrinter) Printers(context.Context) ([]string, error)       { return nil, nil }
func (noPrinter) Print(context.Context, string, string, int) error { return nil }

// Whatever is done in the window, in whatever order, it goes on, shows no innards, and leaves a sound office.
func TestWhateverIsDoneTheWindowGoesOn(t *testing.T) {
	if testing.Short() {
		t.Skip("beside a colleague there are more goroutines: that is where races are looked for")
	}
	eachWalk(t, func(t *testing.T, who uint64) {
		p := window(t)
		p.options.Files = sampleFiles{p.options.Files.(realFiles)}
		p.options.Today = func(string) data.Date { return sample.Today() }
		p.Sample()
		newWanderer(t, p, who).wander(*steps)
	})
}

// So it is while a colleague changes records, also those that are open, to whatever can be saved.
func TestWhateverIsDoneBesideAColleagueTheWindowGoesOn(t *testing.T) {
	eachWalk(t, func(t *testing.T, who uint64) {
		p, bryn := sharingOf(t, func(folder string) Files { return sampleFiles{realFiles{folder}} })
		w := newWanderer(t, p.Program, who)
		w.meanwhile = func() {
			if w.rand.IntN(3) == 0 {
				w.colleague(bryn)
			}
			for len(p.queue) > 0 {
				(<-p.queue)()
			}
		}
		w.wander(*steps)
	})
}

func eachWalk(t *testing.T, walk func(t *testing.T, who uint64)) {
	t.Helper()
	for who := *first; who < *first+uint64(*walks); who++ {
		t.Run(strconv.FormatUint(who, 10), func(t *testing.T) {
			t.Setenv("HOME", t.TempDir()) // where a dialog of files begins
			walk(t, who)
		})
	}
}

func newWanderer(t *testing.T, p *Program, who uint64) *wanderer {
	t.Helper()
	p.options.Printing = noPrinter{}
	p.shell.endTour()
	w := &wanderer{t: t, p: p, rand: rand.New(rand.NewPCG(who, who)), meanwhile: func() {}}
	w.open()
	return w
}

// colleague saves a random change of some record.
func (w *wanderer) colleague(bryn data.Office) {
	reg := bryn.Register()
	pool := anyrecord.Pool{}
	for _, kind := range data.Kinds() {
		for _, rec := range reg.Records(kind) {
			pool[kind] = append(pool[kind], rec.Stamped().ID)
		}
	}
	kind := data.Kinds()[w.rand.IntN(len(data.Kinds()))]
	records := reg.Records(kind)
	if len(records) == 0 {
		return
	}
	rec := records[w.rand.IntN(len(records))]
	if tabs := w.p.shell.pages.tabs; len(tabs) > 0 && w.rand.IntN(2) == 0 {
		id := tabs[w.rand.IntN(len(tabs))].id
		if open, ok := reg.Find(id.Kind, id.ID); ok {
			rec = open
		}
	}
	edited := rapid.Custom(func(t *rapid.T) data.Record { return anyrecord.EditValid(t, rec, pool) }).Example(w.rand.IntN(1 << 30))
	_, err := bryn.Save(w.t.Context(), edited)
	w.note("meanwhile: %s %s, %v", rec.RecordKind(), rec.Label(), err)
}

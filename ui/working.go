package ui

import (
	"context"
	"time"

	"almoner/ui/lang"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// How long a piece of work goes on before the foot of the window speaks of it, and before it can be stopped there.
const (
	untilShown     = 300 * time.Millisecond
	untilStoppable = 2 * time.Second
)

// working follows what is done away from the window, and says so at its foot where that takes longer than people wait without asking
// themselves whether anything happens. It belongs to the window's goroutine.
type working struct {
	after   func(time.Duration, func()) (cancel func()) // calls on the window's goroutine
	words   *widget.Label
	stop    *widgets.Button
	content *fyne.Container
	jobs    map[*job]bool
}

// job is one piece of work.
type job struct {
	stop    context.CancelFunc
	age     age
	stopped bool
}

// age is how long a job goes on.
type age int

const (
	young age = iota
	shown
	stoppable
)

func newWorking(after func(time.Duration, func()) (cancel func())) *working {
	w := &working{after: after, words: widget.NewLabel(""), jobs: map[*job]bool{}}
	w.words.Importance = widget.LowImportance
	w.stop = widgets.NewButton("working.stop", lang.L("Stop"), theme.MediaStopIcon(), w.stopAll)
	w.content = container.NewHBox(w.words, w.stop)
	w.content.Hide()
	return w
}

// begin follows a piece of work until the function that it returns is called.
func (w *working) begin(stop context.CancelFunc) (ended func()) {
	j := &job{stop: stop}
	w.jobs[j] = true
	first := w.after(untilShown, func() { w.grown(j, shown) })
	second := w.after(untilStoppable, func() { w.grown(j, stoppable) })
	return func() {
		first()
		second()
		delete(w.jobs, j)
		w.show()
	}
}

// later calls a function on the window's goroutine after a while. Once that goroutine has cancelled it, it is not called any more, even where
// its time had come and it was waiting for its turn there.
func later(do func(func())) func(time.Duration, func()) (cancel func()) {
	return func(while time.Duration, what func()) (cancel func()) {
		cancelled := false
		timer := time.AfterFunc(while, func() {
			do(func() {
				if !cancelled {
					what()
				}
			})
		})
		return func() {
			cancelled = true
			timer.Stop()
		}
	}
}

// never is later for a program whose work is done at once.
func never(time.Duration, func()) (cancel func()) { return func() {} }

func (w *working) grown(j *job, to age) {
	if w.jobs[j] {
		j.age = to
		w.show()
	}
}

func (w *working) show() {
	oldest, stopping := young, false
	for j := range w.jobs {
		if j.age >= oldest {
			oldest, stopping = j.age, j.stopped
		}
	}
	words := lang.L("Working…")
	if stopping {
		words = lang.L("Stopping…")
	}
	w.words.SetText(words)
	w.stop.Hidden = oldest < stoppable || stopping
	if w.content.Hidden = oldest == young; w.content.Visible() {
		w.content.Refresh()
	}
}

// stopAll stops what can be stopped. What is about to be done anyhow comes to its end.
func (w *working) stopAll() {
	for j := range w.jobs {
		if j.age == stoppable {
			j.stopped = true
			j.stop()
		}
	}
	w.show()
}

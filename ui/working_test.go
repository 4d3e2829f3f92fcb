package ui

import (
	"context"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"
)

// clock is a time that a test lets pass.
type clock struct {
	now   time.Duration
	waits []wait
}

type wait struct {
	until time.Duration
	what  func()
}

func (c *clock) after(while time.Duration, what func()) (cancel func()) {
	c.waits = append(c.waits, wait{c.now + while, what})
	mine := len(c.waits) - 1
	return func() { c.waits[mine].what = func() {} }
}

func (c *clock) pass(while time.Duration) {
	c.now += while
	for i, w := range c.waits {
		if w.until <= c.now {
			c.waits[i].what = func() {}
			w.what()
		}
	}
}

func TestWorkThatTakesLongIsSaidAndCanBeStopped(t *testing.T) {
	test.NewTempApp(t)
	c := &clock{}
	w := newWorking(c.after)
	ctx, stop := context.WithCancel(t.Context())
	ended := w.begin(stop)
	w.begin(func() { t.Error("what has just begun was stopped") })()
	c.pass(200 * time.Millisecond)
	if w.content.Visible() {
		t.Error("it is said too early")
	}
	c.pass(200 * time.Millisecond)
	if !w.content.Visible() || w.words.Text != "Working…" || w.stop.Visible() {
		t.Errorf("after 400 ms it says %q, shown %v, to be stopped %v", w.words.Text, w.content.Visible(), w.stop.Visible())
	}
	c.pass(2 * time.Second)
	if !w.stop.Visible() {
		t.Error("it cannot be stopped")
	}
	young := w.begin(func() { t.Error("what has just begun was stopped") })
	test.Tap(w.stop)
	if ctx.Err() == nil || w.words.Text != "Stopping…" || w.stop.Visible() {
		t.Errorf("stopped: %v, it says %q", ctx.Err(), w.words.Text)
	}
	ended()
	young()
	if w.content.Visible() {
		t.Error("it goes on speaking of what has ended")
	}
}

func TestWhatIsCancelledIsNotDoneThoughItsTimeHadCome(t *testing.T) {
	queue := make(chan func(), 2) // what waits for the window's goroutine
	after := later(func(what func()) { queue <- what })
	done := 0
	cancel := after(time.Millisecond, func() { done++ })
	waiting := <-queue
	cancel()
	waiting()
	if done != 0 {
		t.Error("it was done although it had been cancelled")
	}
	after(time.Millisecond, func() { done++ })
	(<-queue)()
	if done != 1 {
		t.Errorf("what was not cancelled was done %d times", done)
	}
}

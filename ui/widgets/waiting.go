package widgets

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Patience is how long people wait without asking themselves whether anything happens. Tests in which work is done at once have more of
// it: their driver has no goroutine of its own for the window, and a timer would draw into what they draw.
var Patience = 300 * time.Millisecond

// Waiting says what is being done, if it takes longer than a moment. It belongs to the window's goroutine.
type Waiting struct {
	Content fyne.CanvasObject

	words *widget.Label
	bar   *widget.ProgressBarInfinite
	timer *time.Timer
}

// NewWaiting waits for nothing yet.
func NewWaiting() *Waiting {
	w := &Waiting{words: widget.NewLabel(""), bar: widget.NewProgressBarInfinite()}
	w.words.Truncation = fyne.TextTruncateEllipsis
	w.bar.Stop()
	w.Content = container.NewVBox(w.words, w.bar)
	w.Content.Hide()
	return w
}

// For says what is waited for from now on.
func (w *Waiting) For(words string) {
	w.words.SetText(words)
	if w.timer != nil {
		return
	}
	var timer *time.Timer
	timer = time.AfterFunc(Patience, func() { fyne.Do(func() { w.appear(timer) }) })
	w.timer = timer
}

// appear shows the words, unless the work that the timer was set for is done.
func (w *Waiting) appear(timer *time.Timer) {
	if w.timer == timer {
		w.bar.Start()
		w.Content.Show()
	}
}

// Done is called when there is nothing to wait for any more.
func (w *Waiting) Done() {
	if w.timer != nil {
		w.timer.Stop()
		w.timer = nil
	}
	w.bar.Stop()
	w.Content.Hide()
}

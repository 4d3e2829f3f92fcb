package widgets

import (
	"sync/atomic"

	"fyne.io/fyne/v2"
)

// Latest runs work away from the window and keeps only the newest result: what an older filter finds late never takes the place of
// what a newer one found.
type Latest struct{ asked atomic.Int64 }

// Do runs work on a goroutine of its own; show runs on the window's, unless something newer has been asked for meanwhile.
func (l *Latest) Do(work func() error, show func(error)) {
	mine := l.asked.Add(1)
	go func() {
		err := work()
		fyne.Do(func() {
			if l.asked.Load() == mine {
				show(err)
			}
		})
	}()
}

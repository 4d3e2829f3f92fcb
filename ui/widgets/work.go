package widgets

import "context"

// Runner does work away from the window, and what is done with its result on the window's goroutine: a desk's Run.
type Runner func(work func(context.Context) error, done func(error))

// Latest keeps only the newest result of several pieces of work: what an older filter finds late never takes the place of what a
// newer one found. It belongs to the window's goroutine.
type Latest struct{ asked int }

// Do runs work; show gets its result, unless something newer has been asked for meanwhile.
func (l *Latest) Do(run Runner, work func(context.Context) error, show func(error)) {
	l.asked++
	mine := l.asked
	run(work, func(err error) {
		if l.asked == mine {
			show(err)
		}
	})
}

package main

import (
	"log/slog"
	"os"
	"time"

	"fyne.io/fyne/v2"
)

// longestEnd is how long the window may take to let the process go, once everything is saved and closed.
const longestEnd = 3 * time.Second

// end ends the program. Once in some hundred times Fyne 2.8.1 does not come back from its loop: the last event of the program's life is
// handed to that loop just after it has stopped taking any, and Lifecycle.WaitForEvents waits for it for ever. Nobody would
// see the process that is left. Whoever calls this has put the office away, so it may go.
func end(a fyne.App, log *slog.Logger) func() {
	return func() {
		endWithin(longestEnd, a.Quit, func() {
			log.Warn("the window did not come to its end")
			os.Exit(0) //nolint:forbidigo // main waits for Fyne and does not get to it
		})
	}
}

// endWithin quits, and exits if that has not ended the process after a while.
func endWithin(while time.Duration, quit, exit func()) {
	time.AfterFunc(while, exit)
	quit()
}

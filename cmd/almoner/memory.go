package main

import (
	"math"
	"runtime/debug"
	"time"
)

const (
	startTime  = 2 * time.Second
	startLimit = 400 << 20 // bytes
	usual      = 100       // percent, Go's own
)

// startFree lets the first seconds go without collecting garbage: nearly all that a start makes is there to stay, and looking it through again
// and again takes a quarter of the time until the register is shown. An office that needs more memory than that is collected as ever.
// Afterwards the memory that is not needed goes back to the system.
func startFree() {
	debug.SetGCPercent(-1)
	debug.SetMemoryLimit(startLimit)
	time.AfterFunc(startTime, func() {
		debug.SetGCPercent(usual)
		debug.SetMemoryLimit(math.MaxInt64)
		debug.FreeOSMemory()
	})
}

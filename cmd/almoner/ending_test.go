package main

import (
	"testing"
	"time"
)

func TestTheProcessGoesThoughTheWindowDoesNotComeToItsEnd(t *testing.T) {
	gone := make(chan bool)
	asked := false
	endWithin(time.Millisecond, func() { asked = true }, func() { close(gone) })
	select {
	case <-gone:
	case <-time.After(10 * time.Second):
		t.Fatal("it stays")
	}
	if !asked {
		t.Error("the window was not asked to end")
	}
}

package main

import (
	"os"

	"golang.org/x/sys/windows"
)

// widthOf is how many columns a terminal has, or 0 for what is not a terminal.
func widthOf(f *os.File) int {
	var info windows.ConsoleScreenBufferInfo
	if err := windows.GetConsoleScreenBufferInfo(windows.Handle(f.Fd()), &info); err != nil {
		return 0
	}
	return int(info.Window.Right-info.Window.Left) + 1
}

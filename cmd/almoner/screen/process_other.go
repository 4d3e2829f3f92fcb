//go:build !linux

package screen

import "os/exec"

// dieWithParent has no equal outside Linux; there a program is ended only by Stop.
func dieWithParent(*exec.Cmd) {}

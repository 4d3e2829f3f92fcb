//go:build !linux

package filelock

func notReused() int { return 0 }

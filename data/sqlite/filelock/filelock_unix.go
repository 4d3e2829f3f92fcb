//go:build unix

package filelock

import (
	"errors"
	"io"
	"os"

	"golang.org/x/sys/unix"
)

func lock(f *os.File, exclusive bool) error {
	how := unix.LOCK_SH
	if exclusive {
		how = unix.LOCK_EX
	}
	for {
		err := unix.Flock(int(f.Fd()), how|unix.LOCK_NB) //nolint:gosec // a file descriptor is small
		switch {
		case errors.Is(err, unix.EINTR):
			continue
		case errors.Is(err, unix.EWOULDBLOCK), errors.Is(err, unix.EACCES): // the SMB client passes the server's STATUS_LOCK_NOT_GRANTED on as EACCES
			return ErrHeld
		default:
			return err
		}
	}
}

func unlock(f *os.File) error { return unix.Flock(int(f.Fd()), unix.LOCK_UN) } //nolint:gosec // a file descriptor is small

// highDescriptor is above those that a program has open at one time as a rule.
const highDescriptor = 900

// keepToTheLast is a second descriptor of a lock. The system closes those of a program that was killed in the order of their numbers, and
// a lock ends with the last: so what the program had written by then is on its way before anybody else has the lock. It is nil where there
// is none to be had.
func keepToTheLast(f *os.File) io.Closer {
	high, err := unix.FcntlInt(f.Fd(), unix.F_DUPFD_CLOEXEC, highDescriptor)
	if err != nil {
		return nil
	}
	return os.NewFile(uintptr(high), f.Name())
}

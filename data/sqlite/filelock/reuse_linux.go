package filelock

import (
	"os"
	"sync/atomic"
	"syscall"
)

var opened atomic.Int64

// notReused are flags that mean nothing to a file that is only locked, other ones each time. The SMB client closes a file a second late
// and hands what is still open to the next who asks with the same flags; a lock taken on that was seen not to reach the server.
func notReused() int {
	n := int64(os.Getpid()) + opened.Add(1)
	flags := 0
	for i, f := range []int{os.O_APPEND, syscall.O_DSYNC, syscall.O_NONBLOCK} {
		if n>>i&1 == 1 {
			flags |= f
		}
	}
	return flags
}

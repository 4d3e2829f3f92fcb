package sqlite

import "errors"

// A client of a file server keeps what it has read of a file for as long as it has a lease on it, and is told when another writes to the
// file. Samba tells it from another process than the one that grants locks, and does not wait: so for a moment after the lock was had, what
// the client has kept may be what the file held before the last save. It was seen on the rig, once in some 800 visits, and two saves had the
// same number. So whoever has just taken the lock makes sure that what is read from then on comes from the server.

// errStale is that the client of a file server still shows what a file held before somebody saved to it.
var errStale = errors.New("the file is shown as it was before the last save")

// freshFile makes sure that what is read of a file from now on is what it holds now.
func freshFile(path string) error {
	f, err := openToWatch(path)
	if err != nil {
		return err
	}
	return errors.Join(fresh(f), f.Close())
}

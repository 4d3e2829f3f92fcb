package outbox

import "golang.org/x/sys/windows"

// rename comes back when the new name is on the disk, which Windows otherwise promises of nothing but a file's content.
func rename(from, to string) error {
	old, err := windows.UTF16PtrFromString(from)
	if err != nil {
		return err
	}
	name, err := windows.UTF16PtrFromString(to)
	if err != nil {
		return err
	}
	return windows.MoveFileEx(old, name, windows.MOVEFILE_REPLACE_EXISTING|windows.MOVEFILE_WRITE_THROUGH)
}

// syncFolder has nothing to do: a folder cannot be flushed on Windows, and rename writes through.
func syncFolder(string) error { return nil }

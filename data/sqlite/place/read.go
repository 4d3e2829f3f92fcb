package place

import (
	"io"
	"io/fs"
	"os"
)

// A settings file of a client is some kilobytes; a folder of more names than this is no place where a client's sign could be missed for
// long, as the folders above it are looked at too.
const (
	mostOfFile   = 1 << 20
	mostOfFolder = 20_000
)

// theseFiles is the part of a computer that every system answers alike.
func theseFiles(s system) computer {
	home, err := os.UserHomeDir()
	if err != nil {
		home = "" // then nothing is at home
	}
	return computer{
		system:   s,
		home:     home,
		env:      os.Getenv,
		registry: func() []setting { return nil },
		mounts:   func(string) []mount { return nil },
		read:     readFile,
		list:     listFolder,
		resolve:  resolve,
		signs:    func(location) signs { return signs{} },
	}
}

func readFile(path string) []byte {
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() { // a pipe would never end
		return nil
	}
	f, err := os.Open(path)
	if err != nil {
		return nil
	}
	defer f.Close() //nolint:errcheck // only read from
	text, err := io.ReadAll(io.LimitReader(f, mostOfFile))
	if err != nil {
		return nil
	}
	return text
}

func listFolder(path string) []fs.DirEntry {
	info, err := os.Stat(path)
	if err != nil || !info.IsDir() {
		return nil
	}
	f, err := os.Open(path)
	if err != nil {
		return nil // who may not look into a folder above the office may still keep the office there
	}
	defer f.Close() //nolint:errcheck // only read from
	entries, err := f.ReadDir(mostOfFolder)
	if err != nil {
		return nil
	}
	return entries
}

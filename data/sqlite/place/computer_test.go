package place

import (
	"io/fs"
	"strings"
	"testing"
	"time"
)

// paper is a computer of any system that is made up for a test. A file whose path ends with a separator is a folder.
type paper struct {
	system   system
	home     string
	env      map[string]string
	registry []setting
	mounts   []mount
	files    map[string]string
	links    map[string]string // from the folder that is a link to where it leads
	signs    map[string]signs
}

func (p paper) computer() computer {
	return computer{
		system:   p.system,
		home:     p.home,
		env:      func(name string) string { return p.env[name] },
		registry: func() []setting { return p.registry },
		mounts:   func(string) []mount { return p.mounts },
		read:     func(path string) []byte { return []byte(p.files[path]) },
		list:     p.list,
		resolve:  p.resolve,
		signs:    func(of location) signs { return p.signs[of.String()] },
	}
}

type paperEntry struct {
	name string
	dir  bool
}

func (e paperEntry) Name() string               { return e.name }
func (e paperEntry) IsDir() bool                { return e.dir }
func (e paperEntry) Type() fs.FileMode          { return 0 }
func (e paperEntry) Info() (fs.FileInfo, error) { return nil, fs.ErrInvalid }

func (p paper) list(folder string) []fs.DirEntry {
	var entries []fs.DirEntry
	at := p.system.locate(folder)
	for path := range p.files {
		if l := p.system.locate(path); l.in(at) && len(l.parts) > len(at.parts) {
			dir := len(l.parts) > len(at.parts)+1 || strings.HasSuffix(path, p.system.separator())
			entries = append(entries, paperEntry{l.parts[len(at.parts)], dir})
		}
	}
	return entries
}

func (p paper) resolve(path string) string {
	l := p.system.locate(path)
	for from, to := range p.links {
		if link := p.system.locate(from); l.in(link) {
			return p.system.locate(to).join(l.parts[len(link.parts):]...).String()
		}
	}
	return path
}

// seen is what is found of a path: the place, its service and its root in a line.
func (p paper) seen(path string) string {
	return p.computer().examine(path, time.Minute).line()
}

func (p Place) line() string {
	return strings.TrimSpace(strings.Join([]string{p.Sort.String(), p.Service, p.Root}, "|"))
}

type found struct{ path, want string }

func (p paper) wants(t *testing.T, table []found) {
	t.Helper()
	for _, c := range table {
		if !strings.Contains(c.want, "|") {
			c.want += "||"
		}
		if got := p.seen(c.path); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.path, got, c.want)
		}
	}
}

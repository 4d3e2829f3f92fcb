package place

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// system is whose rules a path follows.
type system int

const (
	onLinux system = iota
	onWindows
	onMac
)

func (s system) separator() string {
	if s == onWindows {
		return `\`
	}
	return "/"
}

// same compares two names as the system's file systems do. Windows and macOS ignore case; macOS may write ŵ as w and a circumflex.
func (s system) same(a, b string) bool {
	if s == onLinux {
		return a == b
	}
	return strings.EqualFold(norm.NFC.String(a), norm.NFC.String(b))
}

// begins is for prefixes in ASCII.
func (s system) begins(text, prefix string) bool {
	return len(text) >= len(prefix) && s.same(text[:len(prefix)], prefix)
}

// location is a path that can be compared.
type location struct {
	system system
	volume string // "C:", `\\server\share` or, on Unix, "/"; empty for what is no whole path
	parts  []string
}

// locate takes a path apart. It asks no disk, so .. undoes the name before it.
func (s system) locate(path string) location {
	if s == onWindows {
		return locateOnWindows(path)
	}
	l := location{system: s}
	if strings.HasPrefix(path, "/") {
		l.volume = "/"
	}
	l = l.join(strings.Split(path, "/")...)
	if s == onMac && l.begins("System", "Volumes", "Data") {
		l.parts = l.parts[3:] // the same folder as without, by a firmlink
	}
	return l
}

func locateOnWindows(path string) location {
	path = strings.ReplaceAll(path, "/", `\`)
	for _, prefix := range []string{`\\?\UNC\`, `\\.\UNC\`, `\??\UNC\`} {
		if onWindows.begins(path, prefix) {
			path = `\\` + path[len(prefix):]
		}
	}
	for _, prefix := range []string{`\\?\`, `\\.\`, `\??\`} {
		path = strings.TrimPrefix(path, prefix)
	}
	l := location{system: onWindows}
	switch {
	case strings.HasPrefix(path, `\\`):
		server, rest, _ := strings.Cut(strings.TrimLeft(path, `\`), `\`)
		share, rest, _ := strings.Cut(strings.TrimLeft(rest, `\`), `\`)
		if server == "" || server == "." || server == "?" {
			return l // a device, which is no file's place
		}
		l.volume, path = strings.TrimRight(`\\`+server+`\`+share, `\`), rest
	case len(path) >= 2 && path[1] == ':':
		if len(path) == 2 || path[2] == '\\' {
			l.volume = path[:2]
		}
		path = path[2:]
	default:
		if name, rest, _ := strings.Cut(path, `\`); onWindows.begins(name, "Volume{") {
			l.volume, path = name, rest // a volume without a letter
		}
	}
	return l.join(strings.Split(path, `\`)...)
}

// join goes on from a location. Windows does not see spaces and dots at the end of a name.
func (l location) join(names ...string) location {
	parts := append([]string(nil), l.parts...)
	for _, name := range names {
		if name == ".." {
			parts = parts[:max(0, len(parts)-1)]
			continue
		}
		if l.system == onWindows {
			name = strings.TrimRight(name, " .")
		}
		if name != "" && name != "." {
			parts = append(parts, name)
		}
	}
	l.parts = parts
	return l
}

func (l location) whole() bool { return l.volume != "" }

func (l location) onServer() bool { return strings.HasPrefix(l.volume, `\\`) }

// in is whether a location is a folder or lies in it, by whole names: OneDriveBackup is not in OneDrive.
func (l location) in(folder location) bool {
	return l.whole() && l.system.same(l.volume, folder.volume) && l.begins(folder.parts...)
}

func (l location) begins(names ...string) bool {
	if len(l.parts) < len(names) {
		return false
	}
	for i, name := range names {
		if !l.system.same(l.parts[i], name) {
			return false
		}
	}
	return true
}

// first is the folder that the first n names lead to.
func (l location) first(n int) location {
	l.parts = l.parts[:n:n]
	return l
}

// String is the path as the system writes it.
func (l location) String() string {
	names := strings.Join(l.parts, l.system.separator())
	if l.system != onWindows {
		return l.volume + names
	}
	if l.onServer() && len(l.parts) == 0 {
		return l.volume
	}
	return l.volume + `\` + names
}

package place

import (
	"io/fs"
	"time"
)

// computer is what the rules ask of a computer. The first functions answer at once, the later ones may have to wait for a disk.
type computer struct {
	system   system
	home     string
	env      func(name string) string
	registry func() []setting
	mounts   func(volume string) []mount // of Windows the one that has the letter

	read    func(path string) []byte          // a small file; nil if it cannot be read
	list    func(folder string) []fs.DirEntry // what is in a folder, or the beginning of it
	resolve func(path string) string          // through every link; as far as it is there, and the rest as it stands
	signs   func(of location) signs           // what the file system says of a file or a folder
}

// root is a folder that is synchronised.
type root struct {
	folder  location
	service string
}

func (c computer) examine(path string, wait time.Duration) Place {
	asked := c.forms(path)
	told := c.told()
	byName := c.judge(asked, told)
	if byName.Sort == Sync {
		return byName
	}
	looked := make(chan Place, 1)
	go func() { looked <- c.look(path, asked, told) }()
	timer := time.NewTimer(wait)
	defer timer.Stop()
	select {
	case place := <-looked:
		return place
	case <-timer.C:
		return byName
	}
}

// look is the part of examine that asks a disk.
func (c computer) look(path string, asked []location, told []root) Place {
	roots := append(told[:len(told):len(told)], c.kept()...)
	for _, r := range roots {
		if !c.remote(r.folder) { // one of a server that is away would keep all the others waiting
			roots = c.with(roots, r.service, c.resolve(r.folder.String()))
		}
	}
	forms := asked
	for _, l := range c.forms(c.resolve(path)) {
		if l.String() != forms[len(forms)-1].String() {
			forms = append(forms[:len(forms):len(forms)], l)
		}
	}
	place := c.judge(forms, roots)
	if place.Sort == Sync {
		return place
	}
	for _, l := range forms {
		if found := c.marked(l); found.Sort == Sync {
			return found
		}
	}
	return place
}

// with adds a folder to those that are synchronised. A whole disk is none: a setting that says so is a mistake, or not understood.
func (c computer) with(roots []root, service, path string) []root {
	if l := c.locate(path); l.whole() && len(l.parts) > 0 {
		return append(roots, root{l, service})
	}
	return roots
}

func (c computer) locate(path string) location { return c.system.locate(path) }

// forms are the ways in which a path can be written without following links: a drive of Windows may stand for a folder of a server or,
// by subst, of another drive. The last is the truest.
func (c computer) forms(path string) []location {
	l := c.locate(path)
	forms := []location{l}
	for range 4 { // a drive that stands for a folder of a drive that stands for …; Windows has no end to it, people do
		m := c.mountOf(l)
		source := c.locate(m.source)
		if c.system != onWindows || !source.whole() {
			break
		}
		l = source.join(l.parts...)
		forms = append(forms, l)
	}
	return forms
}

// judge weighs what paths say.
func (c computer) judge(forms []location, roots []root) Place {
	for _, l := range forms {
		for _, rule := range []func(location) Place{c.onTheWeb, c.mounted, c.namedAfterService} {
			if p := rule(l); p.Sort == Sync {
				return p
			}
		}
		if r := deepest(l, roots); r.folder.whole() {
			return Place{Sync, r.service, r.folder.String()}
		}
	}
	last := forms[len(forms)-1]
	if last.onServer() {
		return Place{Sort: Share}
	}
	return Place{Sort: c.mountOf(last).sort(c.system)}
}

// remote is whether only a server can say more of a location.
func (c computer) remote(l location) bool {
	return l.onServer() || c.mountOf(l).sort(c.system) == Share
}

// deepest is the nearest of the synchronised folders that a location lies in. Of two that are the same the first names the service.
func deepest(l location, roots []root) root {
	var found root
	for _, r := range roots {
		if l.in(r.folder) && (!found.folder.whole() || len(r.folder.parts) > len(found.folder.parts)) {
			found = r
		}
	}
	return found
}

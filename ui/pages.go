package ui

import (
	"slices"

	"almoner/data"
	"almoner/ui/desk"
)

// mostTabs is how many records stay open beside a register. Of more, the one that was looked at longest ago and has nothing unsaved is closed.
const mostTabs = 12

// pages are the pages that are open, as a browser has them: the register of a section, records in tabs beside it, and the way that one has
// come.
type pages struct {
	register desk.Page // the first tab
	tabs     []*tab
	shown    desk.Page
	past     []desk.Page // that were shown before, latest last
	ahead    []desk.Page // that one has gone back from, nearest last
}

// tab is a record that is open. Its page is made when it is first looked at.
type tab struct {
	id    data.RecordID
	title string
	page  desk.Page
}

// turn shows a page that is open.
func (ps *pages) turn(to desk.Page) {
	if to == ps.shown {
		return
	}
	if ps.shown != nil {
		ps.past = append(ps.past, ps.shown)
	}
	ps.ahead = nil
	ps.shown = to
}

// add opens a page in a tab of its own, unless the record has one, whose page is returned.
func (ps *pages) add(p desk.Page) desk.Page {
	id, _ := shownBy(p)
	if i := ps.of(id); i >= 0 {
		t := ps.tabs[i]
		if t.page == nil {
			t.page = p
		}
		t.title = t.page.Title() // the page that is not needed has said its own
		return t.page
	}
	ps.tabs = append(ps.tabs, &tab{id: id, title: p.Title(), page: p})
	if len(ps.tabs) > mostTabs {
		ps.closeOldest()
	}
	return p
}

// of is the tab of a record, -1 if there is none.
func (ps *pages) of(id data.RecordID) int {
	return slices.IndexFunc(ps.tabs, func(t *tab) bool { return id.ID != "" && t.id == id })
}

// at is the tab of a page, -1 if it has none.
func (ps *pages) at(p desk.Page) int {
	return slices.IndexFunc(ps.tabs, func(t *tab) bool { return p != nil && t.page == p })
}

func (ps *pages) closeOldest() {
	oldest, seen := -1, len(ps.past)
	for i, t := range ps.tabs[:len(ps.tabs)-1] {
		if dirty(t.page) || t.page != nil && t.page == ps.shown {
			continue
		}
		if last := slices.Index(ps.past, t.page); last < seen {
			oldest, seen = i, last
		}
	}
	if oldest >= 0 {
		ps.forget(oldest)
	}
}

// forget takes a tab away, and its page from the way that one has come.
func (ps *pages) forget(i int) {
	p := ps.tabs[i].page
	ps.tabs = slices.Delete(ps.tabs, i, i+1)
	if p == nil {
		return
	}
	is := func(other desk.Page) bool { return other == p }
	ps.past, ps.ahead = slices.DeleteFunc(ps.past, is), slices.DeleteFunc(ps.ahead, is)
	if ps.shown == p {
		ps.shown = nil
		if !ps.back() {
			ps.shown = ps.register
		}
	}
}

// back shows the page that was shown before, and reports whether there was one.
func (ps *pages) back() bool { return ps.step(&ps.past, &ps.ahead) }

// forward takes back one step back.
func (ps *pages) forward() bool { return ps.step(&ps.ahead, &ps.past) }

func (ps *pages) step(from, to *[]desk.Page) bool {
	for n := len(*from); n > 0; n-- {
		p := (*from)[n-1]
		*from = (*from)[:n-1]
		if p == ps.shown {
			continue
		}
		if ps.shown != nil {
			*to = append(*to, ps.shown)
		}
		ps.shown = p
		return true
	}
	return false
}

// beside is the page of the tab that lies by steps to the right of the one shown, around the ends; the register is the first.
func (ps *pages) beside(steps int) int {
	n := len(ps.tabs) + 1
	return (ps.at(ps.shown)+1+steps+n)%n - 1
}

// unsaved are the pages with something to save.
func (ps *pages) unsaved() []desk.Editor {
	var found []desk.Editor
	for _, t := range ps.tabs {
		if e, ok := t.page.(desk.Editor); ok && e.Dirty() {
			found = append(found, e)
		}
	}
	return found
}

func dirty(p desk.Page) bool {
	e, ok := p.(desk.Editor)
	return ok && e.Dirty()
}

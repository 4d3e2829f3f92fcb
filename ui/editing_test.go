package ui

import (
	"strings"
	"testing"

	"almoner/ui/desk"
	"almoner/ui/widgets"
)

// choose takes a command of the main menu.
func choose(t *testing.T, p *Program, menu, command string) {
	t.Helper()
	for _, m := range p.window.MainMenu().Items {
		for _, item := range m.Items {
			if m.Label == menu && item.Label == command {
				item.Action()
				return
			}
		}
	}
	t.Fatalf("the menu has no %s: %s", menu, command)
}

func TestTheMenuTakesBackOnThePageOrInTheSearch(t *testing.T) {
	p := window(t)
	p.Sample()
	firstGrant(t, p)
	title := find[*widgets.Entry](t, p, "grant.title")
	before := title.Text
	p.window.Canvas().Focus(title)
	for _, r := range "My " {
		title.TypedRune(r)
	}
	choose(t, p, "Edit", "Undo")
	choose(t, p, "Edit", "Undo")
	if got := find[*widgets.Entry](t, p, "grant.title").Text; got != before {
		t.Errorf("taken back, the title is %q, was %q", got, before)
	}
	choose(t, p, "Edit", "Redo")
	if got := find[*widgets.Entry](t, p, "grant.title").Text; got != "My"+before {
		t.Errorf("done again, the title is %q", got)
	}

	p.shell.section(desk.Grants)
	search := find[*widgets.Entry](t, p, "grants.search")
	p.window.Canvas().Focus(search)
	for _, r := range "refuge" {
		search.TypedRune(r)
	}
	choose(t, p, "Edit", "Undo")
	if search.Text != "" {
		t.Errorf("the search is %q", search.Text)
	}
	wantTabs(t, p, "[Grants] | My"+before+" •")
}

func TestTheMenuCopiesAndPastesInTheFieldThatHasTheKeyboard(t *testing.T) {
	p := window(t)
	p.Sample()
	firstGrant(t, p)
	title := find[*widgets.Entry](t, p, "grant.title")
	before := title.Text
	p.window.Canvas().Focus(title)
	choose(t, p, "Edit", "Select all")
	choose(t, p, "Edit", "Cut")
	if title.Text != "" {
		t.Fatalf("the title is %q", title.Text)
	}
	choose(t, p, "Edit", "Paste")
	choose(t, p, "Edit", "Paste")
	if title.Text != before+before {
		t.Errorf("the title is %q", title.Text)
	}
	title.Disable()
	choose(t, p, "Edit", "Select all")
	choose(t, p, "Edit", "Cut")
	if title.Text != before+before {
		t.Error("what cannot be changed was cut")
	}
}

func TestTheKeysOfTheEditMenuAreListed(t *testing.T) {
	p := window(t)
	p.Sample()
	p.keys()
	for _, keys := range []string{"Ctrl+Z", "Ctrl+Y", "Ctrl+A"} {
		if !strings.Contains(words(p), keys) {
			t.Errorf("%s is not in the list of keys", keys)
		}
	}
}

package screen

import (
	"image"
	"image/color"
	"slices"
	"strings"
	"testing"

	"almoner/ui/inspect/tree"
)

func TestTopmostDialogIsFoundFirst(t *testing.T) {
	w := tree.Window{Nodes: []tree.Node{
		{Type: "widget.Label", Text: "Save", X: 1},
		{Type: "widget.Button", Text: "Save", X: 2},
		{Type: "widget.Button", Text: "Save", X: 3, Layer: 1, Disabled: true},
		{Type: "widget.Button", Text: "Save", X: 4, Layer: 1},
		{Type: "grants.Entry", Name: "grants.search", Placeholder: "Search grants…", Focused: true, X: 5},
	}}
	for _, c := range []struct {
		all  []Match
		want int // X of the node, 0 for none
	}{
		{[]Match{Text("Save")}, 3},
		{[]Match{Text("Save"), Enabled()}, 4},
		{[]Match{Text("Save"), Type("Label")}, 1},
		{[]Match{Type("widget.Button")}, 3},
		{[]Match{Type("Butto")}, 0},
		{[]Match{Text("save")}, 0},
		{[]Match{Like("(?i)^sav"), Type("Label")}, 1},
		{[]Match{Name("grants.search"), Focused()}, 5},
		{[]Match{Placeholder("Search grants…")}, 5},
	} {
		n, found := find(w, c.all)
		if n.X != c.want || found != (c.want != 0) {
			t.Errorf("%s: found node %d, %v; want %d", describe(c.all), n.X, found, c.want)
		}
	}
}

func TestPersonalSettingsStayOut(t *testing.T) {
	t.Setenv("XDG_CONFIG_HOME", "/home/someone/.config")
	t.Setenv("FYNE_SCALE", "2")
	t.Setenv("WAYLAND_DISPLAY", "wayland-0")
	t.Setenv("GOFLAGS", "-buildvcs=false")
	env := (&Display{Name: ":7"}).Environ("/tmp/home")
	for _, e := range env {
		if strings.Contains(e, "someone") || strings.HasPrefix(e, "FYNE_SCALE") || strings.HasPrefix(e, "WAYLAND") {
			t.Errorf("the program is told %s", e)
		}
	}
	for _, want := range []string{"DISPLAY=:7", "HOME=/tmp/home", "XDG_CONFIG_HOME=/tmp/home/config", "GOFLAGS=-buildvcs=false", "FYNE_THEME=light"} {
		if !slices.Contains(env, want) {
			t.Errorf("the program is not told %s", want)
		}
	}
}

func TestEmptyWindowIsNotTakenForDrawn(t *testing.T) {
	img := image.NewRGBA(image.Rect(0, 0, 40, 40))
	if got := shades(img, 9); got != 1 {
		t.Errorf("an empty picture has %d shades", got)
	}
	for i := range 40 {
		img.Set(i, i, color.RGBA{R: uint8(6 * i), A: 255})
	}
	if got := shades(img, 9); got < 9 {
		t.Errorf("a picture with a gradient has %d shades", got)
	}
}

func TestKeyboardHasAKeyForEachCharacter(t *testing.T) {
	if runes, keys := []rune(beyondASCII), spareKeys(); len(runes)%2 != 0 || len(runes) > 2*len(keys) {
		t.Fatalf("%d characters, two a key, do not fit on %d keys", len(runes), len(keys))
	}
	if r := untypable("£22,528.57 – ŵ"); r != 0 {
		t.Errorf("there is no key for %q", r)
	}
	if r := untypable("a漢"); r != '漢' {
		t.Errorf("the character without a key is %q", r)
	}
	if !strings.Contains(layout(), "[ U0175, U0174 ]") {
		t.Error("small and capital w with circumflex do not share a key")
	}
}

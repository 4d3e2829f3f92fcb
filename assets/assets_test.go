package assets_test

import (
	"strings"
	"testing"

	"golang.org/x/image/font/sfnt"

	"almoner/assets"
)

func TestEveryFaceIsTheOneItsNameSays(t *testing.T) {
	for _, c := range []struct {
		bold, italic bool
		want         string
	}{
		{false, false, "Liberation Sans"},
		{true, false, "Liberation Sans Bold"},
		{false, true, "Liberation Sans Italic"},
		{true, true, "Liberation Sans Bold Italic"},
	} {
		f, err := sfnt.Parse(assets.Sans(c.bold, c.italic))
		if err != nil {
			t.Fatalf("%s: %v", c.want, err)
		}
		if name, err := f.Name(nil, sfnt.NameIDFull); err != nil || name != c.want {
			t.Errorf("bold %v, italic %v is %q (%v), want %q", c.bold, c.italic, name, err, c.want)
		}
	}
}

func TestChangingOneCopyOfAFaceLeavesTheNextAlone(t *testing.T) {
	spoilt := assets.Sans(false, false)
	clear(spoilt)
	if _, err := sfnt.Parse(assets.Sans(false, false)); err != nil {
		t.Errorf("the next copy is spoilt too: %v", err)
	}
}

func TestTheLicenceTravelsWithTheFonts(t *testing.T) {
	for _, words := range []string{"SIL OPEN FONT LICENSE Version 1.1", "Reserved Font Name Liberation", "DISCLAIMER"} {
		if !strings.Contains(assets.FontLicence, words) {
			t.Errorf("the licence lacks %q", words)
		}
	}
}

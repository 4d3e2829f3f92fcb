package theme

import (
	"bytes"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

func TestAnIconHasTheColourOfTheLookThatIsChosen(t *testing.T) {
	a := test.NewTempApp(t)
	var before []byte
	for _, look := range []Look{Light, Dark, Light} {
		a.Settings().SetTheme(Theme{Look: look})
		resource := theme.ContentAddIcon()
		if _, ok := resource.(fyne.ThemedResource); !ok {
			t.Fatal("the icon cannot be given the colour of what it stands on")
		}
		got, want := resource.Content(), theme.NewThemedResource(theme.DefaultTheme().Icon(theme.IconNameContentAdd)).Content()
		if !bytes.Equal(got, want) || bytes.Equal(got, before) {
			t.Errorf("%s: the icon is\n%s, not\n%s", look, got, want)
		}
		before = got
		if again := resource.Content(); &again[0] != &got[0] {
			t.Error("the icon is coloured anew though nothing changed")
		}
	}
}

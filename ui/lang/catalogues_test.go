package lang

import (
	"testing"
	"testing/fstest"

	translations "fyne.io/fyne/v2/lang"
)

func TestAFileInWordsIsALanguage(t *testing.T) {
	t.Cleanup(func() {
		translated = false
		_ = translations.AddTranslationsForLocale([]byte(`{"Save": "Save"}`), "en")
	})
	t.Setenv("LC_ALL", "gd")
	catalogues := fstest.MapFS{
		"words/gd.json": {Data: []byte(`{"Save": "Sàbhail"}`)},
		"words/en.json": {Data: []byte(`{"Save": "Save"}`)},
	}
	if err := speak(catalogues); err != nil {
		t.Fatal(err)
	}
	if got := L("Save"); got != "Sàbhail" {
		t.Errorf("%q", got)
	}
	if err := speak(fstest.MapFS{"words/gd.json": {Data: []byte("{")}}); err == nil {
		t.Error("a file that is cut short was read")
	}
}

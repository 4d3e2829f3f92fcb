package lang_test

import (
	"encoding/json"
	"os"
	"regexp"
	"testing"

	"almoner/ui/lang"

	"fyne.io/fyne/v2"
	translations "fyne.io/fyne/v2/lang"
)

// english has the tests that follow speak the language of the system again.
func english(t *testing.T) {
	t.Helper()
	t.Cleanup(func() { _ = translations.AddTranslationsForLocale([]byte(`{"Save": "Save"}`), "en") })
}

// speak has the system of a person be in a language, with a catalogue of it.
func speak(t *testing.T, locale fyne.Locale, catalogue string) {
	t.Helper()
	english(t)
	t.Setenv("LC_ALL", string(locale))
	if err := translations.AddTranslationsForLocale([]byte(catalogue), locale); err != nil {
		t.Fatal(err)
	}
}

func TestWordsAreInTheLanguageOfThePerson(t *testing.T) {
	if got := lang.L("Save"); got != "Save" {
		t.Errorf("in English: %q", got)
	}
	speak(t, "cy", `{
		"Save": "Cadw",
		"the word Description": "Disgrifiad",
		"%s is here": "Mae %s yma",
		"%s of %s": "%[2]s: %[1]s",
		"{n} grants": {"zero": "dim grant", "one": "{n} grant", "two": "dau grant", "few": "{n} grant (ychydig)", "many": "{n} grant (llawer)", "other": "{n} o grantiau"}
	}`)
	for want, got := range map[string]string{
		"Cadw":               lang.L("Save"),
		"Disgrifiad":         lang.L("Description"),
		"Mae Ann yma":        lang.F("%s is here", "Ann"),
		"12: 3":              lang.F("%s of %s", "3", "12"),
		"dim grant":          lang.N(0, "{n} grant", "{n} grants"),
		"1 grant":            lang.N(1, "{n} grant", "{n} grants"),
		"dau grant":          lang.Counted{One: "{n} grant", Other: "{n} grants"}.Of(2),
		"3 grant (ychydig)":  lang.N(3, "{n} grant", "{n} grants"),
		"1,200 o grantiau":   lang.N(1200, "{n} grant", "{n} grants"),
		"not translated yet": lang.L("not translated yet"),
	} {
		if got != want {
			t.Errorf("%q, not %q", got, want)
		}
	}
}

func TestANumberOfThingsIsSaidRightWhereTheLanguageHasNoCatalogue(t *testing.T) {
	english(t)
	t.Setenv("LC_ALL", "pl")
	if err := translations.AddTranslationsForLocale([]byte(`{"Quit": "Zakończ"}`), "pl"); err != nil {
		t.Fatal(err)
	}
	for want, got := range map[string]string{
		"1 grant closed on 4 May": lang.N(1, "{n} grant closed on %s", "{n} grants closed on %s", "4 May"),
		"2 grants":                lang.N(2, "{n} grant", "{n} grants"),
		"Close this tab":          lang.L("Close this tab"),
	} {
		if got != want {
			t.Errorf("%q, not %q", got, want)
		}
	}
}

// places are those of fmt, and that of the number.
var places = regexp.MustCompile(`%(\[\d\])?[sdqv]|\{n\}`)

func TestEveryLanguageHasTheIdsAndThePlacesOfEnglish(t *testing.T) {
	english := read(t, "en.json")
	files, err := os.ReadDir("words")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		for id, message := range read(t, f.Name()) {
			if _, known := english[id]; !known {
				t.Errorf("%s translates %q, which the window does not say", f.Name(), id)
			}
			for _, said := range forms(message) {
				if len(places.FindAllString(said, -1)) > len(places.FindAllString(id, -1)) {
					t.Errorf("%s: %q has more places than %q", f.Name(), said, id)
				}
			}
		}
	}
}

func read(t *testing.T, name string) map[string]any {
	t.Helper()
	content, err := os.ReadFile("words/" + name)
	if err != nil {
		t.Fatal(err)
	}
	var messages map[string]any
	if err := json.Unmarshal(content, &messages); err != nil {
		t.Fatal(err)
	}
	return messages
}

// forms are what a message says: a text, or one for each number.
func forms(message any) []string {
	switch m := message.(type) {
	case string:
		return []string{m}
	case map[string]any:
		var said []string
		for _, form := range m {
			said = append(said, forms(form)...)
		}
		return said
	}
	return nil
}

func BenchmarkWords(b *testing.B) {
	for b.Loop() {
		lang.L("Save")
	}
}

func TestNothingIsNothingInAnyLanguage(t *testing.T) {
	if got := lang.L(""); got != "" {
		t.Errorf("%q", got)
	}
}

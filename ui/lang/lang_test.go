package lang

import (
	"bytes"
	"encoding/json"
	"log"
	"os"
	"regexp"
	"testing"
	"testing/fstest"

	translations "fyne.io/fyne/v2/lang"
)

// inLanguage has the system of a person be in a language, and a catalogue beside that of English.
func inLanguage(t *testing.T, locale, of, catalogue string) {
	t.Helper()
	t.Cleanup(func() { // once the system's language is again what it was
		translated = false
		_ = translations.AddTranslationsForLocale([]byte(`{"Save": "Save"}`), "en")
	})
	t.Setenv("LC_ALL", locale)
	english, err := os.ReadFile("words/en.json")
	if err != nil {
		t.Fatal(err)
	}
	if err := speak(fstest.MapFS{"words/en.json": {Data: english}, "words/" + of + ".json": {Data: []byte(catalogue)}}); err != nil {
		t.Fatal(err)
	}
}

func TestWordsAreInTheLanguageOfThePerson(t *testing.T) {
	if got := L("Save"); got != "Save" {
		t.Errorf("in English: %q", got)
	}
	inLanguage(t, "cy", "cy", `{
		"Save": "Cadw",
		"the word Description": "Disgrifiad",
		"%s is here": "Mae %s yma",
		"%s of %s": "%[2]s: %[1]s",
		"{n} grants": {"zero": "dim grant", "one": "{n} grant", "two": "dau grant", "few": "{n} grant (ychydig)", "many": "{n} grant (llawer)", "other": "{n} o grantiau"}
	}`)
	for want, got := range map[string]string{
		"Cadw":               L("Save"),
		"Disgrifiad":         L("Description"),
		"Mae Ann yma":        F("%s is here", "Ann"),
		"12: 3":              F("%s of %s", "3", "12"),
		"dim grant":          N(0, "{n} grant", "{n} grants"),
		"1 grant":            N(1, "{n} grant", "{n} grants"),
		"dau grant":          Counted{One: "{n} grant", Other: "{n} grants"}.Of(2),
		"3 grant (ychydig)":  N(3, "{n} grant", "{n} grants"),
		"1,200 o grantiau":   N(1200, "{n} grant", "{n} grants"),
		"not translated yet": L("not translated yet"),
	} {
		if got != want {
			t.Errorf("%q, not %q", got, want)
		}
	}
}

func TestANumberOfThingsIsSaidRightWhereTheLanguageHasNoSuchSentence(t *testing.T) {
	inLanguage(t, "pl", "pl", `{"Quit": "Zakończ"}`)
	for want, got := range map[string]string{
		"1 grant closed on 4 May": N(1, "{n} grant closed on %s", "{n} grants closed on %s", "4 May"),
		"2 grants":                N(2, "{n} grant", "{n} grants"),
		"Close this tab":          L("Close this tab"),
	} {
		if got != want {
			t.Errorf("%q, not %q", got, want)
		}
	}
}

func TestNothingIsAmissWithEnglish(t *testing.T) {
	var said bytes.Buffer
	log.SetOutput(&said)
	t.Cleanup(func() { log.SetOutput(os.Stderr) })
	check := func() {
		t.Helper()
		if got := N(1, "One thing to see to", "{n} things to see to"); got != "One thing to see to" || said.Len() > 0 {
			t.Errorf("%q; the log says %q", got, said.String())
		}
	}
	check()
	inLanguage(t, "en_GB.UTF-8", "cy", `{"{n} things to see to": {"one": "{n} peth", "other": "{n} o bethau"}}`)
	check()
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
		L("Save")
	}
}

func TestNothingIsNothingInAnyLanguage(t *testing.T) {
	if got := L(""); got != "" {
		t.Errorf("%q", got)
	}
}

// Package lang has the words of the window in the language of the person who sits before it: each is looked up by its English words in
// one catalogue. A language is added by a file in words, such as cy.json for Welsh, with the ids of words/en.json; that one is for
// whoever translates. As long as there is no other the program reads none, as it would find there what its source says.
//
// What belongs to the office is not looked up: records, the papers that it prints and the wording of those.
package lang

import (
	"embed"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"fyne.io/fyne/v2"
	translations "fyne.io/fyne/v2/lang"

	"almoner/data"
)

//go:generate go test -tags ci,migrated_fynedo ./gather -run TestTheCatalogueHasAllWordsOfTheWindow -write

//go:embed words
var words embed.FS

// source is the catalogue of what the source says.
const source = "en.json"

func init() {
	if err := speak(words); err != nil {
		fyne.LogError("The catalogue of words cannot be read", err)
	}
}

// translated tells that there is another language than that of the source.
var translated bool

// speak adds the languages of the catalogues in the folder words, if there are several.
func speak(catalogues fs.ReadDirFS) error {
	files, err := catalogues.ReadDir("words")
	if err != nil {
		return err
	}
	if len(files) == 1 && files[0].Name() == source {
		return nil
	}
	for _, f := range files {
		content, err := fs.ReadFile(catalogues, path.Join("words", f.Name()))
		if err != nil {
			return err
		}
		if err := Add(strings.TrimSuffix(f.Name(), ".json"), content); err != nil {
			return fmt.Errorf("read %s: %w", f.Name(), err)
		}
	}
	return nil
}

// Add lets the window speak a language, by its catalogue.
func Add(language string, catalogue []byte) error {
	translated = true
	return translations.AddTranslationsForLocale(catalogue, fyne.Locale(language))
}

// L is a text in the person's language.
func L(text string) string {
	if text == "" || !translated {
		return text
	}
	return translations.X(ID(text), text)
}

// F is a sentence in the person's language, with its places filled in as fmt.Sprintf does. A translation may put them in another
// order: %[2]s is the second.
func F(sentence string, places ...any) string {
	if false {
		_ = fmt.Sprintf(sentence, places...) // tells vet that this is such a sentence
	}
	return fmt.Sprintf(L(sentence), places...)
}

// N is a sentence about a number of things in the person's language. It has {n} where the number stands, and places as those of F.
// English has one sentence for one and another for any other number; Welsh has six.
func N(n int, one, other string, places ...any) string {
	sentence := other
	if translated {
		sentence = translations.XN(ID(other), other, n)
	}
	if n == 1 && sentence == other {
		sentence = one // in a language that has no such sentence yet
	}
	if len(places) > 0 {
		sentence = fmt.Sprintf(sentence, places...)
	}
	return strings.ReplaceAll(sentence, "{n}", Number(n))
}

// Counted is a sentence about a number of things that is said later: see N.
type Counted struct{ One, Other string }

// Of is the sentence for so many.
func (c Counted) Of(n int, places ...any) string { return N(n, c.One, c.Other, places...) }

// Number is a whole number as British people write it: 1,200.
func Number(n int) string { return strings.TrimPrefix(data.Pounds(int64(n)).Figure(), "£") }

// ID is the name that a text has in the catalogue: itself, but for words that the catalogue's format keeps for itself.
func ID(text string) string {
	switch strings.ToLower(text) {
	case "id", "description", "hash", "leftdelim", "rightdelim", "zero", "one", "two", "few", "many", "other", "translation":
		return "the word " + text
	}
	return text
}

package reports

import (
	"regexp"
	"strings"
	"sync"

	"almoner/assets"
	"almoner/data"
	"almoner/reports/document"
)

// fallback is the language of words that another language does not have yet.
const fallback = "en"

// wordsIn are the standing words in a language, by the name of its folder; none where there is no such folder.
var wordsIn = func() func(folder string) map[string]string {
	var kept sync.Map
	return func(folder string) map[string]string {
		if words, ok := kept.Load(folder); ok {
			return words.(map[string]string)
		}
		words, err := assets.Wording(folder)
		if err != nil && folder == fallback {
			panic(err) // the words are part of the program: a build without them is no build
		}
		kept.Store(folder, words)
		return words
	}
}()

// languageOf is the language that the papers of an office are in (BCP 47): the one it has chosen, if the program has words in it.
func languageOf(office *data.OfficeDetails) string {
	if folder := folderOf(office.Language); folder != fallback && len(wordsIn(folder)) > 0 {
		return office.Language
	}
	return "en-GB"
}

// folderOf is the folder of wording for a language: "en" for "en-GB".
func folderOf(language string) string {
	folder, _, _ := strings.Cut(strings.ToLower(language), "-")
	if folder == "" {
		return fallback
	}
	return folder
}

// wording gives the standing paragraphs of one paper: the office's own where it has written them, otherwise the program's in the
// office's language, with their blanks filled in.
type wording struct {
	office *data.OfficeDetails
	values map[string]string
}

var blank = regexp.MustCompile(`\{[a-z_]+\}`)

// raw is a standing paragraph with its blanks standing.
func (w wording) raw(name string) string {
	if words := w.office.Wording[name]; strings.TrimSpace(words) != "" {
		return words
	}
	if words, ok := wordsIn(folderOf(w.office.Language))[name]; ok {
		return words
	}
	return wordsIn(fallback)[name]
}

// plain is a standing paragraph as plain words.
func (w wording) plain(name string) string { return w.fill(w.raw(name)) }

// fill fills in the blanks of some words.
func (w wording) fill(words string) string {
	return blank.ReplaceAllStringFunc(words, func(b string) string {
		if value, ok := w.values[strings.Trim(b, "{}")]; ok {
			return value
		}
		return b // left standing, to be seen before the paper goes out
	})
}

// blocks is a standing paragraph as the blocks that its Markdown makes.
func (w wording) blocks(name string) []document.Block { return document.Markdown(w.plain(name), 2) }

package reports

import (
	"maps"
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

// say is a standing paragraph as plain words, with values for its own blanks: their names, each followed by the value.
func (w wording) say(name string, blanks ...string) string {
	values := map[string]string{}
	maps.Copy(values, w.values)
	for i := 0; i+1 < len(blanks); i += 2 {
		values[blanks[i]] = blanks[i+1]
	}
	w.values = values
	return w.plain(name)
}

// period is a stretch of time in words: "1 April 2024 to 31 March 2025".
func (w wording) period(from, until data.Date) string {
	switch {
	case from.IsZero() && until.IsZero():
		return ""
	case from == until:
		return from.Long()
	case until.IsZero():
		return w.say("several_period_from", "from", from.Long())
	case from.IsZero():
		return w.say("several_period_until", "until", until.Long())
	default:
		return w.say("several_period", "from", from.Long(), "until", until.Long())
	}
}

// contact is how to reach the office, for the middle of a sentence.
func (w wording) contact() string {
	if w.office.Email == "" {
		return ""
	}
	return " " + w.say("several_contact", "email", w.office.Email)
}

// letterhead is the head of a letter of the office.
func (w wording) letterhead() document.Letterhead {
	head := document.Letterhead{Name: w.office.Name}
	lines := append(strings.Split(strings.TrimSpace(w.office.Address), "\n"), w.office.Phone, w.office.Email, w.office.Website)
	for _, line := range nonEmpty(lines...) {
		head.Lines = append(head.Lines, strings.TrimSpace(line))
	}
	if len(w.office.Logo) > 0 {
		head.Logo = document.Picture{Content: w.office.Logo, Alt: w.say("several_logo", "office", strings.TrimPrefix(w.office.Name, "The "))}
	}
	return head
}

// chart is what a chart shows, in words.
func (w wording) chart(title string, c *document.Chart) string {
	var rows []string
	for _, row := range c.Rows {
		var bars []string
		for i, b := range row.Bars {
			text := b.Text
			if i < len(c.Series) && len(c.Series) > 1 && !b.Missing {
				text = c.Series[i] + " " + text
			}
			bars = append(bars, text)
		}
		rows = append(rows, row.Label+": "+strings.Join(nonEmpty(bars...), ", "))
	}
	return w.say("several_chart", "title", title, "rows", strings.Join(rows, "; "))
}

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

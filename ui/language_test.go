package ui

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"almoner/data"
	"almoner/ui/desk"
	"almoner/ui/lang"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
)

// roofs puts a circumflex on the vowels of a text, but not on its places.
func roofs(text string) string {
	return outsideBraces.ReplaceAllStringFunc(text, func(s string) string {
		if strings.HasPrefix(s, "{") || strings.HasPrefix(s, "%") {
			return s
		}
		return strings.NewReplacer("a", "â", "e", "ê", "i", "î", "o", "ô", "u", "û").Replace(s)
	})
}

var outsideBraces = regexp.MustCompile(`\{n\}|%(\[\d\])?[a-z]|[^%{]+|.`)

// roofed is a language whose words are those of English with a roof on each vowel.
func roofed(t *testing.T) []byte {
	t.Helper()
	content, err := os.ReadFile("lang/words/en.json")
	if err != nil {
		t.Fatal(err)
	}
	var messages map[string]any
	if err := json.Unmarshal(content, &messages); err != nil {
		t.Fatal(err)
	}
	for id, message := range messages {
		switch m := message.(type) {
		case string:
			messages[id] = roofs(m)
		case map[string]any:
			messages[id] = map[string]any{"other": roofs(m["other"].(string)), "one": roofs(m["one"].(string))}
		}
	}
	content, err = json.Marshal(messages)
	if err != nil {
		t.Fatal(err)
	}
	return content
}

// speakEnglish has the window speak the language of the system again.
func speakEnglish() { _ = lang.Add("en", []byte(`{"Save": "Save"}`)) }

// past are words of English that are shown past the catalogue, each once.
func past(p *Program) []string {
	var found []string
	for _, root := range append([]fyne.CanvasObject{p.window.Content()}, p.window.Canvas().Overlays().List()...) {
		walk(root, func(o fyne.CanvasObject) {
			if t, ok := o.(*canvas.Text); ok && english.MatchString(known.ReplaceAllString(t.Text, "")) && !slices.Contains(found, t.Text) {
				found = append(found, t.Text)
			}
		})
	}
	return found
}

var (
	english = regexp.MustCompile(`[aeiou]`)
	// known is what the window shows as it is: days, names, keys, forms with braces, and the sentences of rules and papers, which are in the
	// language of the papers.
	known = regexp.MustCompile(`^(` + strings.Join([]string{
		`X\.almoner`, `Police and Crime Commissioner`, `English`, `.* Ann on DESK-1`, `(Ctrl|Alt|Shift)\+.*`, `.*\{yy.*`, `.*\{fy.*`,
		`20 working days left, due .*`, `The request has no reference yet; .*`, `Question 1 (has|is) .*`, `Say what the request is about, .*`,
		`Nothing is booked, and .*`, `Made the office\.`, `/.*/X\.almoner`,
	}, "|") + `)$|\b(January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec|(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b|Almoner`)
)

// The window says nothing that a translation could not say: no word stands in the source alone, and no sentence is glued from parts.
func TestEverythingThatTheWindowSaysCanBeTranslated(t *testing.T) {
	t.Cleanup(speakEnglish)
	t.Setenv("LC_ALL", "cy")
	if err := lang.Add("cy", roofed(t)); err != nil {
		t.Fatal(err)
	}
	p := window(t)
	check := func(where string) {
		for _, words := range past(p) {
			t.Errorf("%s says %q past the catalogue", where, words)
		}
	}
	check("the first page")
	path := filepath.Join(t.TempDir(), "X.almoner")
	o, err := realFiles{}.Create(context.Background(), path, &data.OfficeDetails{Stamp: data.Stamp{ID: data.OfficeID}, Name: "XYZ"})
	if err != nil {
		t.Fatal(err)
	}
	if err := o.Close(); err != nil {
		t.Fatal(err)
	}
	p.Open(path)
	for _, s := range sections {
		p.shell.section(s.name)
		check(string(s.name))
		turn(p, func(leaf string) { check(string(s.name) + ", " + leaf) })
		if m, ok := p.shell.current().(desk.Maker); ok && m.Makes() != "" {
			m.New()
			check("a new " + m.Makes())
			turn(p, func(leaf string) { check("a new " + m.Makes() + ", " + leaf) })
		}
	}
	for _, menu := range p.window.MainMenu().Items {
		for _, item := range menu.Items {
			if label := known.ReplaceAllString(menu.Label+item.Label, ""); english.MatchString(label) {
				t.Errorf("the menu says %q past the catalogue", item.Label)
			}
		}
	}
	p.shell.findAnything()
	check("the search for anything")
	p.keys()
	check("the keys")
}

// turn turns to each leaf of the page that is shown.
func turn(p *Program, see func(leaf string)) {
	var tabs []*container.AppTabs
	walk(p.window.Content(), func(o fyne.CanvasObject) {
		if t, ok := o.(*container.AppTabs); ok {
			tabs = append(tabs, t)
		}
	})
	for _, t := range tabs {
		for _, leaf := range t.Items {
			t.Select(leaf)
			if leaf.Text != lang.L("Standing words") { // they are the papers' own
				see(leaf.Text)
			}
		}
		t.SelectIndex(0)
	}
}

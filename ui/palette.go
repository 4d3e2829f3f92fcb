package ui

import (
	"slices"
	"strings"

	"almoner/data"
	"almoner/ui/lang"

	"fyne.io/fyne/v2"
)

// choice is a line that can be chosen.
type choice struct {
	what, kind, where string
	do                func()
}

type choices []choice

func (f choices) Len() int        { return len(f) }
func (f choices) At(i int) choice { return f[i] }

// mostFinds is how many records are listed at once: more than anybody reads.
const mostFinds = 50

// findAnything finds anything from anywhere: a record by a reference, a name or words in it, and every command of the menu.
func (s *shell) findAnything() {
	commands := commandsOf(s.program.window.MainMenu())
	s.choose("palette", lang.L("A reference, a name, words, or a command"), [...]string{lang.L("Found"), lang.L("What it is"), lang.L("Whose, or where the words are")},
		func(words string) (choices, string) { return s.anything(words, commands) })
}

// anything is what fits the words, with a sentence for the foot; without words, what is open and all commands.
func (s *shell) anything(words string, commands []choice) (found choices, foot string) {
	if words == "" {
		found = s.open()
	}
	hits, all := s.office.Register().Search(words, mostFinds)
	for _, h := range hits {
		found = append(found, s.found(h))
	}
	for _, c := range commands {
		if words == "" || strings.Contains(data.Fold(c.what), data.Fold(words)) {
			found = append(found, c)
		}
	}
	switch {
	case all > len(hits):
		return found, lang.L("The first 50 records of those found. Type another word to find fewer.")
	case len(found) == 0:
		return found, lang.L("Nothing has these words. Try fewer of them, or a part of a word.")
	default:
		return found, lang.L("Enter opens the first; the arrows choose; Escape goes back.")
	}
}

// open are the records that are open.
func (s *shell) open() choices {
	var found choices
	for i, t := range s.pages.tabs {
		found = append(found, choice{what: trimMark(t.title), kind: lang.L("Open"), do: func() { s.turnTo(i) }})
	}
	return found
}

func (s *shell) found(h data.Hit) choice {
	kind := h.Record.RecordKind()
	f := choice{what: h.Record.Label(), kind: data.UpperInitial(lang.L(kind.Label())), do: func() { s.openFound(h) }}
	f.where = about(s.office.Register(), h.Record)
	if h.Field != "" {
		f.where = h.Field + ": " + h.Excerpt
	}
	return f
}

// about tells a record from others that are called the same: whose it is and of which years, or how far it has come.
func about(reg *data.Register, rec data.Record) string {
	var words []string
	if g, ok := rec.(*data.Grant); ok {
		words = append(words, years(g.Awards), reg.NameOf(g.Recipient)) // the years first: grants of one name and recipient have those
	}
	if staged, ok := rec.(data.Staged); ok && staged.Stage() != "" {
		words = append(words, lang.L(staged.StageLabel(staged.Stage())))
	}
	return strings.Join(slices.DeleteFunc(words, func(w string) bool { return w == "" }), ", ")
}

// years are the first and the last year of some awards.
func years(awards []data.Award) string {
	var first, last data.FinancialYear
	for _, a := range awards {
		if first == 0 || a.FinancialYear < first {
			first = a.FinancialYear
		}
		last = max(last, a.FinancialYear)
	}
	switch {
	case last == 0:
		return ""
	case first == last:
		return last.String()
	default:
		return lang.F("%s to %s", first.String(), last.String())
	}
}

// openFound shows a record where the words were found, or what it is a part of.
func (s *shell) openFound(h data.Hit) {
	rec := h.Record
	if s.OpenRecord(rec.RecordKind(), rec.Stamped().ID, h.At) {
		return
	}
	for _, other := range s.office.Register().UsedBy(rec) {
		if s.OpenRecord(other.RecordKind(), other.Stamped().ID, "") {
			return
		}
	}
	s.Say(lang.F("“%s” has no page of its own.", rec.Label()), nil)
}

// commandsOf are the items of a menu that do something now.
func commandsOf(menu *fyne.MainMenu) []choice {
	var found []choice
	for _, m := range menu.Items {
		for _, item := range m.Items {
			if item.Action == nil || item.Disabled || item.IsSeparator || item.Label == findAnything() {
				continue
			}
			label := item.Label
			if m.Label == lang.L("Go") && isSection(label) {
				label = lang.F("Go to %s", label)
			}
			found = append(found, choice{what: label, kind: lang.L("Command"), where: keysOf(item), do: item.Action})
		}
	}
	return found
}

func isSection(name string) bool {
	for _, sec := range sections {
		if sec.name.Label() == name {
			return true
		}
	}
	return false
}

// keysOf are the keys of a command, as they are written.
func keysOf(item *fyne.MenuItem) string {
	key, ok := item.Shortcut.(fyne.KeyboardShortcut)
	if !ok {
		return ""
	}
	keys := ""
	for _, m := range []struct {
		modifier fyne.KeyModifier
		name     string
	}{{fyne.KeyModifierControl, "Ctrl+"}, {fyne.KeyModifierSuper, "Cmd+"}, {fyne.KeyModifierAlt, "Alt+"}, {fyne.KeyModifierShift, "Shift+"}} {
		if key.Mod()&m.modifier != 0 {
			keys += m.name
		}
	}
	switch key.Key() {
	case fyne.KeyPageDown:
		return keys + lang.L("Page Down")
	case fyne.KeyPageUp:
		return keys + lang.L("Page Up")
	default:
		return keys + string(key.Key())
	}
}

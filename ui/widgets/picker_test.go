package widgets

import (
	"fmt"
	"slices"
	"testing"

	"almoner/data"
	"almoner/ui/uitest"

	"fyne.io/fyne/v2"
)

// pickOrganisation is a picker of three organisations, in a form, that can make a fourth.
func pickOrganisation(t *testing.T) (s *uitest.Screen, chosen *data.ID, made *[]string) {
	t.Helper()
	options := []Option{{"c", "Cambridge Council"}, {"h", "Harbour"}, {"t", "Tŷ Gwyn Trust"}}
	chosen, made = new(data.ID), new([]string)
	p := NewPicker("Nobody yet", func() []Option { return options })
	p.What = "organisation"
	p.Make = func(name string, done func(data.ID)) {
		*made = append(*made, name)
		options = append(options, Option{"new", name})
		done("new")
	}
	f := NewForm("f")
	s = uitest.NewScreen(t, Stack(f.Pick("who", "Who", "", p, chosen)))
	return s, chosen, made
}

// offered is what the open list of the picker offers.
func offered(s *uitest.Screen) []string {
	all := []string{"Nobody yet", "Cambridge Council", "Harbour", "Tŷ Gwyn Trust"}
	var shown []string
	for _, w := range s.Words() {
		if slices.Contains(all, w) || len(w) > 1 && w[0] == '+' {
			if !slices.Contains(shown, w) { // a label and the text that it is painted with
				shown = append(shown, w)
			}
		}
	}
	return shown
}

func TestTypingNarrowsAndEnterTakesTheFirst(t *testing.T) {
	s, chosen, made := pickOrganisation(t)
	if s.Value("f.who") != "Nobody yet" {
		t.Errorf("it shows %q", s.Value("f.who"))
	}
	s.Focus("f.who")
	s.Press(fyne.KeyReturn)
	if got := offered(s); !slices.Equal(got, []string{"Cambridge Council", "Harbour", "Tŷ Gwyn Trust"}) {
		t.Errorf("it offers %q", got)
	}
	s.Keys("trust ty")
	if got := offered(s); !slices.Equal(got, []string{"Tŷ Gwyn Trust", "+ New organisation “trust ty”"}) {
		t.Errorf("after typing it offers %q", got)
	}
	s.Press(fyne.KeyReturn)
	if *chosen != "t" || s.Asked() || s.Focused() != "f.who" || s.Value("f.who") != "Tŷ Gwyn Trust" || len(*made) != 0 {
		t.Errorf("chosen %q, still open %v, the keyboard is with %q, made %q", *chosen, s.Asked(), s.Focused(), *made)
	}
}

func TestEscapeLeavesThePickAndGivesTheKeyboardBack(t *testing.T) {
	s, chosen, _ := pickOrganisation(t)
	*chosen = "h"
	s.Focus("f.who")
	s.Press(fyne.KeyReturn)
	s.Keys("council")
	s.Press(fyne.KeyEscape)
	if *chosen != "h" || s.Asked() || s.Focused() != "f.who" {
		t.Errorf("chosen %q, still open %v, the keyboard is with %q", *chosen, s.Asked(), s.Focused())
	}
}

func TestTheArrowsGoIntoTheList(t *testing.T) {
	s, chosen, _ := pickOrganisation(t)
	s.Tap("f.who")
	s.Press(fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
	if *chosen != "h" {
		t.Errorf("chosen %q", *chosen)
	}
}

func TestAnOrganisationThatIsMissingIsMade(t *testing.T) {
	s, chosen, made := pickOrganisation(t)
	s.Pick("f.who", "Lighthouse")
	if *chosen != "new" || !slices.Equal(*made, []string{"Lighthouse"}) || s.Value("f.who") != "Lighthouse" {
		t.Errorf("chosen %q, made %q, shown %q", *chosen, *made, s.Value("f.who"))
	}
}

func TestAPickIsTakenBack(t *testing.T) {
	s, chosen, _ := pickOrganisation(t)
	s.Pick("f.who", "harbour")
	s.Tap("f.who")
	if got := offered(s); len(got) != 4 || got[0] != "Nobody yet" {
		t.Errorf("it offers %q", got)
	}
	s.Press(fyne.KeyReturn)
	if *chosen != "" || s.Value("f.who") != "Nobody yet" {
		t.Errorf("chosen %q, shown %q", *chosen, s.Value("f.who"))
	}
}

func TestWhatIsSaidOfARecordStandsUnderItAndIsSpoken(t *testing.T) {
	chosen, asked := data.ID("f"), map[data.ID]int{}
	options := []Option{{"e", "Empty"}, {"f", "Full"}}
	for i := range 200 {
		options = append(options, Option{data.ID(fmt.Sprint("o", i)), fmt.Sprint("Other ", i)})
	}
	p := NewPicker("No fund", func() []Option { return options })
	p.Hint = func(id data.ID) string {
		asked[id]++
		return map[data.ID]string{"e": "£0 left", "f": "£50 left"}[id]
	}
	s := uitest.NewScreen(t, Stack(NewForm("f").Pick("fund", "Paid from", "", p, &chosen)))
	if got := p.AccessibilityLabel(); got != "Paid from: Full, £50 left" || s.Value("f.fund") != "Full" {
		t.Errorf("it is spoken %q and shows %q", got, s.Value("f.fund"))
	}
	s.Focus("f.fund")
	s.Press(fyne.KeyReturn)
	s.Must("Empty", "£0 left", "Full", "£50 left")
	if len(asked) > 50 {
		t.Errorf("it was asked of %d records", len(asked))
	}
	s.Press(fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn) // past “No fund”
	if chosen != "e" || p.AccessibilityLabel() != "Paid from: Empty, £0 left" {
		t.Errorf("chosen %q, spoken %q", chosen, p.AccessibilityLabel())
	}
	line := newOptionLine(true)
	line.set("Full", "£50 left")
	plain := newOptionLine(false)
	plain.set("Full", "")
	if line.AccessibilityLabel() != "Full, £50 left" || plain.AccessibilityLabel() != "Full" || line.MinSize().Height <= plain.MinSize().Height {
		t.Errorf("lines are spoken %q and %q", line.AccessibilityLabel(), plain.AccessibilityLabel())
	}
}

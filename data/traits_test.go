package data

import (
	"strings"
	"testing"
)

func TestAPersonIsKnownInEveryFormOfTheName(t *testing.T) {
	p := traitsOf("Dr Séan Rachel O’Griffin-Marsh")
	if len(p.given) != 2 || strings.Join(p.surname, " ") != "ogriffin marsh" {
		t.Fatalf("given %q, surname %q", p.given, p.surname)
	}
	r := traitsOf("Griffin, Rachel")
	r.surnames = true
	for text, want := range map[string]string{
		"Ask Rachel Griffin today":              "Ask [name removed] today",
		"RACHEL GRIFFIN":                        "[name removed]",
		"rachel griffin wrote":                  "[name removed] wrote",
		"Griffin, Rachel":                       "[name removed]",
		"Griffin Rachel":                        "[name removed]",
		"Griffin, R.":                           "[name removed].",
		"by R. Griffin and":                     "by [name removed] and",
		"R Griffin":                             "[name removed]",
		"Ms Rachel A. Griffin":                  "[name removed]",
		"Rachel Anne Griffin":                   "[name removed]",
		"Râchél Griffin’s bid":                  "[name removed]’s bid",
		"Ms Griffin said":                       "[name removed] said",
		"what Griffin said":                     "what [name removed] said",
		"Rachel Griffin Rachel Griffin":         "[name removed] [name removed]",
		"Griffin, Rachel Griffin":               "[name removed] [name removed]",
		"Rachel\nGriffin":                       "[name removed]",
		"rachel_griffin.pdf":                    "[name removed].pdf",
		"write to rachel.griffin@trust.example": "write to [e-mail address removed]",
		"a griffin on the shield":               "a griffin on the shield",
		"Marsh-Griffin spoke":                   "Marsh-Griffin spoke",
		"Rachel Griffin-Jones":                  "Rachel Griffin-Jones",
		"Griffins and Rachels":                  "Griffins and Rachels",
		"Rachel Griffiths":                      "Rachel Griffiths",
		"":                                      "",
	} {
		if got := r.without(text); got != want {
			t.Errorf("%q becomes %q, want %q", text, got, want)
		}
	}
	for text, another := range map[string]bool{
		"asked Tom Griffin": true, "the Griffin Trust": true, "T. Griffin": true, "asked Griffin": false, "With Griffin": false, "at home. Griffin": false,
	} {
		if found := r.in(text); len(found) != 1 || found[0].another != another {
			t.Errorf("%q: %+v", text, found)
		}
	}
	if short := traitsOf("Mei Li"); short.in("Li went") != nil || len(short.in("Mei Li went")) != 1 {
		t.Error("a surname of two letters is a word of its own")
	}
	dutch := traitsOf("Anna van der Berg")
	if len(dutch.in("van der Berg, Anna")) != 1 || len(dutch.in("A. van der Berg")) != 1 || dutch.in("Anna Berg") != nil {
		t.Error("particles belong to the surname")
	}
}

func TestAPersonIsKnownByAddress(t *testing.T) {
	p := &traits{}
	p.learn("Quill@Example.org")
	p.learnAddress("Flat 2, 9 Elm Row\nNetherwick EM1 2AB\n01632 960 123")
	for text, want := range map[string]string{
		"to quill@example.org.":          "to [e-mail address removed].",
		"ring +44 1632 960123 or call":   "ring [telephone number removed] or call",
		"01632 960 123":                  "[telephone number removed]",
		"in em12ab now":                  "in [postcode removed] now",
		"at 9, Elm\nRow":                 "at [address removed]",
		"other@example.org 01632 960124": "other@example.org 01632 960124",
		"Flat 2 of EM1 2AC":              "Flat 2 of EM1 2AC",
	} {
		if got := p.without(text); got != want {
			t.Errorf("%q becomes %q, want %q", text, got, want)
		}
	}
}

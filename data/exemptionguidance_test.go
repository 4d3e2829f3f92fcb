package data

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestEverySectionHasItsGuidance(t *testing.T) {
	for _, regime := range Regimes() {
		for _, law := range LawsUnder(regime) {
			e := Exemption{Section: law.Section}
			got, known := e.Law(regime)
			if !known || got.Title != law.Title {
				t.Errorf("%s of %s is read as %q", law.Section, regime, got.Title)
			}
			if n := strings.Count(e.Guidance(regime), "."); n < 1 {
				t.Errorf("%s of %s has no guidance", law.Section, regime)
			}
		}
	}
	if (Exemption{Section: "99"}).Guidance(RegimeFOI) != "" || LawsUnder(RegimeSAR) != nil {
		t.Error("there is guidance for what is no section")
	}
	if got := (Exemption{Section: "s. 36(2)(b)(i)"}).Guidance(RegimeFOI); !strings.Contains(got, "qualified person") {
		t.Errorf("section 36 says %q", got)
	}
}

func TestOnlyProperClassesHaveALabel(t *testing.T) {
	for _, law := range append(ExemptionLaws(), LawsUnder(RegimeEIR)...) {
		if law.Class.Label() == "" {
			t.Errorf("%s is of no class", law.Section)
		}
	}
}

func TestAPublicInterestTestIsKeptAsOneText(t *testing.T) {
	p := PublicInterest{For: "Openness about money.", Against: "The next tender.\n\n- and its price", Balance: "It lies with withholding."}
	want := "**For disclosing it**\n\nOpenness about money.\n\n**For keeping it back**\n\nThe next tender.\n\n- and its price\n\n**Where the balance lies**\n\nIt lies with withholding."
	if got := p.String(); got != want {
		t.Errorf("it is kept as %q", got)
	}
	if got := PublicInterestOf(want); got != p {
		t.Errorf("it is read as %+v", got)
	}
	if got := PublicInterestOf("We weighed it."); got != (PublicInterest{Balance: "We weighed it."}) || got.String() != "We weighed it." {
		t.Errorf("words without parts are read as %+v", got)
	}
}

func TestAPublicInterestTestComesBackAsItWasWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`(?:[A-Za-z*]+[ .]?(?:\n\n- )?){0,4}`)
		p := PublicInterest{strings.TrimSpace(text.Draw(t, "for")), strings.TrimSpace(text.Draw(t, "against")), strings.TrimSpace(text.Draw(t, "balance"))}
		if got := PublicInterestOf(p.String()); got != p {
			t.Errorf("%+v came back as %+v", p, got)
		}
	})
}

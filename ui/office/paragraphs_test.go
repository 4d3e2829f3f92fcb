package office

import (
	"testing"

	"almoner/assets"
)

func TestNoTwoParagraphsOfAPaperAreCalledTheSame(t *testing.T) {
	papers, err := assets.WordingPapers("en")
	if err != nil {
		t.Fatal(err)
	}
	for _, paper := range papers {
		called := map[string]string{}
		for _, p := range labelsOf(paper.Names) {
			if other, taken := called[p.label]; taken {
				t.Errorf("%s: %s and %s are both called %q", paper.Title, p.name, other, p.label)
			}
			called[p.label] = p.name
		}
	}
}

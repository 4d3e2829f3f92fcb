package gather

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const root = "../../.."

var write = flag.Bool("write", false, "write the catalogue")

func TestTheCatalogueHasAllWordsOfTheWindow(t *testing.T) {
	want, err := Catalogue(root)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(root, "ui", "lang", "words", "en.json")
	if *write {
		if err := os.WriteFile(path, want, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Error("ui/lang/words/en.json is not what the source says: run go generate ./ui/lang")
	}
}

// gathered is what is found in a source file.
func gathered(t *testing.T, body string) *gathering {
	t.Helper()
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "page.go"), []byte("package page\n\n"+body), 0o600); err != nil {
		t.Fatal(err)
	}
	g, err := gather(folder)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func TestWordsAreGathered(t *testing.T) {
	g := gathered(t, `
//lang:words
const leaf = "Leaf"

//lang:words
var sorts = map[string]string{".doc": "Word document"}

func f() {
	lang.L("Save" + " it")
	lang.F("%s of %d %%", a, 3)
	lang.N(n, "{n} grant", "{n} grants", lang.L("Inside"))
	later(lang.Counted{One: "{n} fund", Other: "{n} funds"})
	lang.L("Description")
}`)
	want := map[string]any{
		"Leaf": "Leaf", "Word document": "Word document", "Save it": "Save it", "%s of %d %%": "%s of %d %%", "Inside": "Inside",
		"{n} grants": plural{"{n} grant", "{n} grants"}, "{n} funds": plural{"{n} fund", "{n} funds"}, "the word Description": "Description",
	}
	if diff := cmp.Diff(want, g.messages); diff != "" {
		t.Error(diff)
	}
	if err := g.complaints(); err != nil {
		t.Error(err)
	}
}

func TestWordsPastTheCatalogueAreComplainedOf(t *testing.T) {
	for _, said := range []string{`"Save"`, `"Nothing was saved."`, `fmt.Sprintf("%s of it", a)`, `"3 grants"`, `"E-mail"`, `who + " is here"`, `"Mine:\n" + a`, `who + "’s:\n"`} {
		err := gathered(t, "func f() { show("+said+") }").complaints()
		if err == nil || !strings.Contains(err.Error(), "page.go:3:") {
			t.Errorf("%s: %v", said, err)
		}
	}
}

func TestWhatNobodyReadsIsLeftAlone(t *testing.T) {
	g := gathered(t, `
//lang:no the name of a setting
const kept = "Window width"

func f() {
	show("grants.search", "application/pdf", 'x', words["Some key"], a == "Some word", t.Format("2 January 2006"))
	show("It becomes the name") //lang:no for the paper
	strings.Contains(a, "Some words")
	desk.Explain("save the grant "+name, err)
	p.options.Log.Error("open an office", "error", err)
	panic("a broken program")
}`)
	if err := g.complaints(); err != nil {
		t.Error(err)
	}
	if len(g.messages) > 0 {
		t.Errorf("%v", g.messages)
	}
}

func TestASentenceWhosePlacesDoNotFitIsComplainedOf(t *testing.T) {
	for _, said := range []string{`lang.F("%s of %s", a)`, `lang.F("All of it", a)`, `lang.F(sentence, a)`, `lang.N(n, one, "{n} grants")`, `lang.N(n, "{n} grant")`} {
		if err := gathered(t, "func f() { show("+said+") }").complaints(); err == nil {
			t.Error(said)
		}
	}
}

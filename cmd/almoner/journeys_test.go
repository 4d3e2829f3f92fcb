//go:build windowtest

package main

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"almoner/cmd/almoner/screen"
	"almoner/data"
	"almoner/data/sample"
	"almoner/data/sqlite"
	"almoner/ui/inspect/tree"
)

// sampleFile is the sample office in a file of its own, which does not stand still.
func sampleFile(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "Office.almoner")
	details, records := sample.Office()
	o, err := sqlite.Create(t.Context(), path, details, sqlite.CurrentUser())
	if err != nil {
		t.Fatal(err)
	}
	if err := o.SaveAll(t.Context(), records, nil); err != nil {
		t.Fatal(err)
	}
	if err := o.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

// search goes to a section and looks for words in its list, until the first line begins as it should.
func search(p *screen.Program, section, list, words, first string) {
	p.Click(screen.Name("section." + section))
	p.Replace(words, screen.Name(list+".search"))
	p.WaitFor("“"+first+"” at the top of the list", func(w tree.Window) bool { return strings.HasPrefix(firstLine(w), first) })
}

func TestTwoWindowsOnOneOfficeShowEachOthersSavesAndAskWhenBothChangeTheSame(t *testing.T) {
	office := sampleFile(t)
	ann, bryn := start(t, t.TempDir(), office), start(t, t.TempDir(), office)
	title := data.All[*data.Grant](registerOf(t, office))[0].Title
	for _, p := range []*screen.Program{ann, bryn} {
		search(p, "Grants", "grants", title, title)
		p.Key("Return")
		p.Find(screen.Name("grant.title"))
	}
	for _, p := range []*screen.Program{ann, bryn} {
		p.WaitFor("the colleague", shown(`is looking at this too$`))
	}
	ann.Replace("Changed by Ann", screen.Name("grant.title"))
	ann.Key("ctrl+s")
	ann.WaitFor("Ann’s save", shown(`^Saved \d`))
	bryn.WaitFor("what Ann saved", func(w tree.Window) bool { return named(w, "grant.title").Text == "Changed by Ann" })
	bryn.WaitFor("the mark beside it", shown(`changed this at \d\d:\d\d\.$`))
	bryn.Screenshot("window-colleague")

	bryn.Replace("Changed by Bryn", screen.Name("grant.title"))
	ann.Replace("Changed by Ann again", screen.Name("grant.title"))
	ann.Key("ctrl+s")
	ann.WaitFor("Ann’s second save", shown(`^Saved \d`))
	bryn.Key("ctrl+s")
	bryn.WaitFor("the question which shall stand", shown(`^Which shall stand\?$`))
	bryn.Screenshot("window-conflict")
	bryn.Click(screen.Name("answer.Done"))
	bryn.WaitFor("Bryn’s save", shown(`^Saved \d`))
	ann.WaitFor("what Bryn chose", func(w tree.Window) bool { return named(w, "grant.title").Text == "Changed by Bryn" })
	ann.Close()
	bryn.Close()
	kept := data.All[*data.Grant](registerOf(t, office))
	if !slices.ContainsFunc(kept, func(g *data.Grant) bool { return g.Title == "Changed by Bryn" }) {
		t.Error("the file does not hold what Bryn chose")
	}
}

// registerOf is what an office file holds.
func registerOf(t *testing.T, path string) *data.Register {
	t.Helper()
	o, err := sqlite.Open(t.Context(), path, sqlite.CurrentUser())
	if err != nil {
		t.Fatal(err)
	}
	defer o.Close() //nolint:errcheck // it was only read
	return o.Register()
}

// named is the node of that name.
func named(w tree.Window, name string) tree.Node {
	for _, n := range w.Nodes {
		if n.Name == name {
			return n
		}
	}
	return tree.Node{}
}

func TestWhatIsTypedIsTakenBackByKeys(t *testing.T) {
	p := start(t, t.TempDir(), "--sample")
	p.Click(screen.Name("section.Grants"))
	p.WaitFor("the grants", func(w tree.Window) bool { return firstLine(w) != "" })
	p.Key("Down", "Return")
	before := p.Find(screen.Name("grant.title")).Text
	p.Click(screen.Name("grant.title"))
	p.Key("End")
	p.Type(" by night")
	p.Key("ctrl+z")
	p.WaitFor("the last word to be gone", func(w tree.Window) bool { return named(w, "grant.title").Text == before+" by" })
	p.Key("ctrl+z")
	p.WaitFor("all to be as it was", func(w tree.Window) bool { return named(w, "grant.title").Text == before })
	p.Key("ctrl+y")
	p.Type("!")
	if got := p.Find(screen.Name("grant.title")).Text; got != before+" by!" {
		t.Errorf("done again and typed on, the title is %q", got)
	}
	p.Key("ctrl+z", "ctrl+z")
	p.Close()
}

func TestARecordIsDeletedAndPutBack(t *testing.T) {
	p := start(t, t.TempDir(), "--sample")
	p.Click(screen.Name("section.Actions"))
	p.Click(screen.Name("actions.quick.text"))
	p.Type("Ring the auditor")
	p.Key("Return")
	p.WaitFor("the new action", shown(`Put down “Ring the auditor”\.$`))
	p.Key("ctrl+k")
	p.Type("Ring the auditor")
	p.Key("Return")
	p.Find(screen.Name("action.text"))
	p.Click(screen.Text("Record"))
	p.Click(screen.Text("Delete…"))
	p.Click(screen.Text("Delete it"))
	p.WaitFor("the deletion", shown(`Deleted “Ring the auditor”\.$`))
	p.Click(screen.Text("Put it back"))
	p.WaitFor("the action to be back", shown(`“Ring the auditor” is back\.$`))
	p.Close()
}

func TestAnythingIsFoundByKeysAndTheWayBackToo(t *testing.T) {
	p := start(t, t.TempDir(), "--sample")
	g := data.All[*data.Grant](data.NewRegister(sampleRecords()...))[3]
	p.Key("ctrl+k")
	p.Type(g.Title)
	p.WaitFor("the grant to be found", shown(regexp.QuoteMeta(g.Title)))
	p.Screenshot("window-find")
	p.Key("Return")
	p.WaitFor("the page of the grant", func(w tree.Window) bool { return named(w, "grant.title").Text == g.Title })
	p.Key("alt+Left")
	p.WaitFor("the page before", shown("^Needs attention today$"))
	p.Key("alt+Right")
	p.WaitFor("the grant again", func(w tree.Window) bool { return named(w, "grant.title").Text == g.Title })
	p.Key("ctrl+w")
	p.WaitGone(screen.Name("grant.title"))
	p.Key("ctrl+5")
	p.Find(screen.Name("requests.search"))
	p.Key("F1")
	p.WaitFor("help on requests", shown(`(?i)request`))
	p.Screenshot("window-help")
	p.Close()
}

func sampleRecords() []data.Record {
	_, records := sample.Office()
	return records
}

func TestAnAttendanceSheetIsPrinted(t *testing.T) {
	home := t.TempDir()
	p := start(t, home, "--sample")
	p.Click(screen.Name("section.Training"))
	p.WaitFor("the events", func(w tree.Window) bool { return firstLine(w) != "" })
	p.Screenshot("window-training")
	p.Key("Return") // from the search, the first of the list
	p.Find(screen.Name("event.title"))
	p.Click(screen.Name("event.paper.choice"))
	p.Click(screen.Text("Attendance sheet"))
	p.Click(screen.Name("event.print"))
	p.WaitFor("the sheet to be made", shown(`Made “.*Attendance sheet\.pdf”`))
	if opened := p.WaitOpened(); len(opened) != 1 {
		t.Errorf("opened is %q", opened)
	}
	p.Screenshot("window-attendance")
	p.Close()
}

// secretPrice is what only Part 2 of a decision says.
const secretPrice = "A place costs £3,417, which is the provider’s secret."

func TestADecisionIsDraftedSignedAndCannotBeChanged(t *testing.T) {
	office := sampleFile(t)
	draft := withPartTwo(t, office, unsigned(t, registerOf(t, office)))
	p := start(t, t.TempDir(), office)
	search(p, "Decisions", "decisions", string(draft.Reference), string(draft.Reference))
	p.Key("Return")
	p.Find(screen.Name("decision.title"), screen.Enabled())
	p.Screenshot("window-decision")
	p.Click(screen.Name("decision.step.signed"))
	p.Replace("Ceri Howell", screen.Name("decision.step.signed_by"))
	p.Screenshot("window-signing")
	p.Click(screen.Name("answer.Done"))
	p.WaitFor("the decision to be signed", shown(`^This decision was signed on .* and stays as it is`))
	for _, name := range []string{"title", "reference", "decision_maker", "power"} {
		if n := p.Find(screen.Name("decision." + name)); !n.Disabled {
			t.Errorf("%s can be changed on the signed decision", name)
		}
	}
	p.Click(screen.Name("decision.title"))
	p.Type(" changed")
	if n := p.Find(screen.Name("decision.title")); n.Text != draft.Title {
		t.Errorf("typed on, the title of the signed decision is %q", n.Text)
	}
	p.Screenshot("window-signed")
	p.Click(screen.Text("Files"))
	p.WaitFor("both printed forms", func(w tree.Window) bool {
		return shown(`^decision notice, .* · SHA-256 `)(w) && shown(`^file copy, with Part 2, .* · SHA-256 `)(w)
	})
	p.Screenshot("window-issued")
	publishPartOne(t, p)
	p.Close()
	checkPublished(t, office, draft)
}

// publishPartOne makes the web page of the signed decision that is open, and puts down that the public was given it.
func publishPartOne(t *testing.T, p *screen.Program) {
	t.Helper()
	p.Click(screen.Name("decision.paper.html"))
	opened := p.WaitOpened()
	made, err := os.ReadFile(opened[len(opened)-1])
	if err != nil || !bytes.Contains(made, []byte("Ceri Howell")) {
		t.Errorf("the web page of the signed decision does not say who signed it: %v", err)
	}
	if bytes.Contains(made, []byte(secretPrice)) {
		t.Error("the web page gives Part 2 away")
	}
	p.Click(screen.Text("Decision"))
	p.Click(screen.Name("decision.step.published"))
	p.Replace("Website, decisions", screen.Name("decision.step.where"))
	p.Replace("www.westshire-pcc.gov.uk/decisions/6", screen.Name("decision.step.url"))
	p.Screenshot("window-publishing")
	p.Click(screen.Name("answer.Done"))
	p.WaitFor("the decision to be published", shown(`^Published · `))
	p.Screenshot("window-published")
}

// checkPublished looks up in the office file that the decision stands there as it was signed and published.
func checkPublished(t *testing.T, office string, draft *data.Decision) {
	t.Helper()
	reg := registerOf(t, office)
	kept, ok := data.Get[*data.Decision](reg, draft.ID)
	if !ok || kept.Status != data.DecisionPublished || kept.SignedBy != "Ceri Howell" || kept.SignedOn.IsZero() || kept.PublishedOn.IsZero() {
		t.Fatalf("the file holds %+v", kept)
	}
	if kept.Title != draft.Title || len(kept.Issued) != 2 {
		t.Errorf("the file holds the title %q and %d printed forms", kept.Title, len(kept.Issued))
	}
	if len(kept.Grants) > 0 && len(kept.Awards) == 0 {
		t.Error("the awards are not kept as they were signed")
	}
	if !slices.ContainsFunc(data.All[*data.Publication](reg), func(p *data.Publication) bool {
		return p.What == draft.ID && p.Where == "Website, decisions" && p.PublishedOn == kept.PublishedOn
	}) {
		t.Error("the file does not hold that the public was given the notice")
	}
}

// unsigned is a decision of the sample that may be signed next.
func unsigned(t *testing.T, reg *data.Register) *data.Decision {
	t.Helper()
	for _, d := range data.All[*data.Decision](reg) {
		for _, next := range d.NextStages() {
			if next == string(data.DecisionSigned) && d.Reference != "" {
				return d
			}
		}
	}
	t.Fatal("no decision of the sample is to be signed")
	return nil
}

// withPartTwo gives the decision in the office file a part that the public may not read.
func withPartTwo(t *testing.T, office string, d *data.Decision) *data.Decision {
	t.Helper()
	o, err := sqlite.Open(t.Context(), office, sqlite.CurrentUser())
	if err != nil {
		t.Fatal(err)
	}
	d = data.Clone(d)
	d.Marking, d.Exemption = data.PartExempt, "Part 2 gives the provider’s price (section 43 of the Freedom of Information Act)."
	d.Sections = append(d.Sections, data.Section{ID: data.NewRowID(), Heading: "Price", Body: secretPrice, Part: 2})
	if _, err := o.Save(t.Context(), d); err != nil {
		t.Fatal(err)
	}
	if err := o.Close(); err != nil {
		t.Fatal(err)
	}
	return d
}

// Every section at the sizes and in the colours that people have, to be looked at.
func TestEverySectionIsDrawn(t *testing.T) {
	for _, look := range []struct {
		name, size string
		env        []string
	}{
		{"light-1280", "1280x720", nil},
		{"dark-1280", "1280x720", []string{"FYNE_THEME=dark"}},
		{"light-1920", "1920x1080", nil},
		{"light-150", "1920x1080", []string{"FYNE_SCALE=1.5"}},
	} {
		t.Run(look.name, func(t *testing.T) {
			p := screen.Run(t, screen.Build(t, "cmd/almoner"), screen.Options{Args: []string{"--sample"}, Env: look.env, Size: look.size})
			p.Find(screen.Name("section.Home"))
			p.Maximise()
			for i, section := range []string{
				"Home", "Grants", "Funds", "Decisions", "Requests", "Specifications", "Training", "Partners", "Papers", "Monitoring", "Actions", "Publish", "Office",
			} {
				p.Click(screen.Name("section." + section))
				p.Settle()
				p.Screenshot(fmt.Sprintf("look-%s-%02d-%s", look.name, i, strings.ToLower(section)))
				for _, n := range p.Tree().Nodes {
					if strings.Contains(n.Text, "%!") {
						t.Errorf("%s says %q", section, n.Text)
					}
				}
			}
			p.Click(screen.Name("section.Grants"))
			p.WaitFor("the grants", func(w tree.Window) bool { return firstLine(w) != "" })
			p.Key("Down", "Return")
			p.WaitFor("its paper", shown(`^Nothing to correct in the paper$|to see to$`))
			p.Screenshot(fmt.Sprintf("look-%s-13-grant", look.name))
			p.Close()
		})
	}
}

func TestAnEmptyOfficeIsMadeAndItsFirstGrantByKeysAlone(t *testing.T) {
	home := t.TempDir()
	p := start(t, home)
	p.Find(screen.Name("start.empty"))
	p.Key("Tab", "space") // from the sample's button to the one below
	p.WaitFor("the question what it is called", shown(`^What is the office called\?$`))
	p.Key("ctrl+a")
	p.Type("Office of the Police and Crime Commissioner for Westshire")
	p.Key("Return")
	p.WaitFor("the question where it is to lie", shown(`^Where is the office file to lie\?$`))
	p.Screenshot("window-save-as")
	p.Click(screen.Text("Save"))
	p.WaitFor("the office", shown(`^All saves are in the file$`))
	p.Key("ctrl+2", "ctrl+n")
	p.Find(screen.Name("grant.title"))
	p.Type("Helpline")
	p.Key("ctrl+s")
	p.WaitFor("the grant to be saved", shown(`^Saved \d`))
	p.Close()
	made, err := filepath.Glob(filepath.Join(home, "*.almoner"))
	if deeper, _ := filepath.Glob(filepath.Join(home, "*", "*.almoner")); len(deeper) > 0 {
		made = append(made, deeper...)
	}
	if err != nil || len(made) != 1 {
		entries, _ := os.ReadDir(home)
		t.Fatalf("made were %q of %v: %v", made, entries, err)
	}
	if grants := data.All[*data.Grant](registerOf(t, made[0])); len(grants) != 1 || grants[0].Title != "Helpline" {
		t.Errorf("the file holds %d grants", len(grants))
	}
}

func TestAListThatWasOutOfSightIsInTheLookAndTheSizeThatWereChosen(t *testing.T) {
	p := start(t, t.TempDir(), "--sample")
	choose := func(look string) {
		p.Click(screen.Text("View"))
		p.Click(screen.Text(look))
		p.Settle()
	}
	choose("Light")
	p.Click(screen.Name("section.Grants"))
	p.WaitFor("the grants", func(w tree.Window) bool { return firstLine(w) != "" })
	const clearly = 100
	if got := arrowStandsOut(p); got < clearly {
		t.Errorf("in the light look, the arrow of a filter differs by %d shades from its ground", got)
	}
	p.Click(screen.Name("section.Funds"))
	choose("Dark")
	p.Key("ctrl+plus") // while the keyboard is in the search
	p.WaitFor("the larger words", shown(`Everything is shown at 110 %\.$`))
	p.Click(screen.Name("section.Grants"))
	p.WaitFor("the grants again", func(w tree.Window) bool { return firstLine(w) != "" })
	p.Settle()
	p.Screenshot("window-look")
	if got := arrowStandsOut(p); got < clearly {
		t.Errorf("in the dark look, the arrow of a filter differs by %d shades from its ground", got)
	}
	p.Close()
}

// arrowStandsOut is by how much the arrow of a filter differs from what is around it, of the 255 shades that there are.
func arrowStandsOut(p *screen.Program) (most int) {
	n, picture := p.Find(screen.Name("grants.filter.year")), p.Picture()
	left := n.X + n.W - n.H
	ground := shade(picture, left, n.Y+n.H/2)
	for x := left; x < n.X+n.W-n.H/4; x++ {
		for y := n.Y + n.H/3; y < n.Y+n.H*2/3; y++ {
			differs := shade(picture, x, y) - ground
			most = max(most, differs, -differs)
		}
	}
	return most
}

// shade is how light a point of a picture is, from 0 to 255.
func shade(picture image.Image, x, y int) int {
	return int(color.GrayModel.Convert(picture.At(x, y)).(color.Gray).Y) //nolint:forcetypeassert // that is what the model makes
}

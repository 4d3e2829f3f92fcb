package help

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"almoner/data"
	"almoner/ui/desk"
	"almoner/ui/uitest"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// sectionDesk is a desk that can be asked for a section.
type sectionDesk struct {
	*uitest.Desk

	asked []desk.Section
}

func (d *sectionDesk) ShowSection(s desk.Section) { d.asked = append(d.asked, s) }

// follow taps the first link of the page that is read with those words.
func follow(t *testing.T, p *Page, words string) {
	t.Helper()
	var link *widget.Hyperlink
	uitest.Walk(p.Content(), func(o fyne.CanvasObject) {
		if l, ok := o.(*widget.Hyperlink); ok && l.Text == words && link == nil {
			link = l
		}
	})
	if link == nil {
		t.Fatalf("there is no link %q", words)
	}
	link.OnTapped()
}

func TestHelpIsSearchedAndReadWithTheKeyboard(t *testing.T) {
	d := uitest.NewDesk(t)
	p := NewPage(d)
	d.Open(p)
	if n := len(p.found); n != len(names) || p.Shown() != Start || d.Lines("help.list")[0] != "The program in one page" {
		t.Fatalf("it begins with %d pages at %q", n, p.Shown())
	}
	d.Keys("missing returns") // the search has the keyboard
	d.Press(fyne.KeyReturn)
	if p.Shown() != "monitoring" {
		t.Errorf("Enter opens %q", p.Shown())
	}
	second := p.found[1]
	d.Press(fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn) // into the list, to its second line
	if p.Shown() != second.Name {
		t.Errorf("in the list Enter opens %q, want %q", p.Shown(), second.Name)
	}
	d.Type("help.search", "zeppelin")
	d.Must("No page has these words. Try fewer of them, or another word.")
	if p.Shown() != second.Name {
		t.Error("the page that is read goes away")
	}
	d.Focus("help.search")
	d.Press(fyne.KeyEscape)
	if n := len(p.found); n != len(names) {
		t.Errorf("Escape leaves %d pages", n)
	}
}

func TestLinksLeadToPagesAndSections(t *testing.T) {
	d := &sectionDesk{Desk: uitest.NewDesk(t)}
	p := NewPage(d)
	d.Open(p)
	follow(t, p, "put down a grant")
	if p.Shown() != "grants" {
		t.Errorf("a link opens %q", p.Shown())
	}
	follow(t, p, "Grants") // within a numbered step
	if !slices.Equal(d.asked, []desk.Section{desk.Grants}) {
		t.Errorf("a link asks for %q", d.asked)
	}
	plain := NewPage(d.Desk)
	plain.Show("grants")
	d.Open(plain)
	follow(t, plain, "Grants")
	if d.LastSaid() != "“Grants” is in the list of sections at the left." {
		t.Errorf("said %q", d.LastSaid())
	}
	if plain.Show("nowhere") || plain.Shown() != "grants" {
		t.Error("a page that is not there is shown")
	}
}

func TestAPageIsScrolledWithTheKeyboard(t *testing.T) {
	d := uitest.NewDesk(t)
	p := NewPage(d)
	d.Open(p)
	d.Window().Canvas().Focus(p.reader)
	d.Press(fyne.KeyEnd)
	end := p.reader.scroll.Offset.Y
	if most := p.reader.column.MinSize().Height - p.reader.scroll.Size().Height; end <= 0 || end != most {
		t.Errorf("End scrolls to %v of %v", end, most)
	}
	d.Press(fyne.KeyUp)
	if now := p.reader.scroll.Offset.Y; now >= end {
		t.Errorf("Up scrolls from %v to %v", end, now)
	}
	p.Show("requests")
	if now := p.reader.scroll.Offset.Y; now != 0 {
		t.Errorf("another page begins at %v", now)
	}
}

func TestLinesAreNoLongerThanCanBeRead(t *testing.T) {
	d := uitest.NewDesk(t)
	p := NewPage(d)
	d.Window().Resize(fyne.NewSize(2000, 740))
	d.Open(p)
	letter := fyne.MeasureText("n", 14, fyne.TextStyle{}).Width
	for _, o := range p.reader.column.Objects {
		if letters := o.Size().Width / letter; letters > 90 {
			t.Errorf("a part of the page is %v letters wide", letters)
		}
	}
	d.Window().Resize(fyne.NewSize(700, 500))
	for _, o := range p.reader.column.Objects {
		if right := o.Position().X + o.Size().Width; right > p.reader.Size().Width {
			t.Errorf("a part of the page ends at %v, and the page at %v", right, p.reader.Size().Width)
		}
	}
}

// tourOffice is an office with something to show.
func tourOffice(t *testing.T) (d *uitest.Desk, grant, request data.ID) {
	t.Helper()
	fund := &data.Fund{Stamp: data.Stamp{ID: data.NewID()}, Programme: "Core", Status: data.Won}
	award := data.Award{ID: data.NewRowID(), FinancialYear: 2025, Amount: data.Pounds(100), Funds: []data.FundShare{{ID: data.NewRowID(), Fund: fund.ID, Amount: data.Pounds(100)}}}
	old := &data.Grant{Stamp: data.Stamp{ID: data.NewID()}, Title: "Long ago", Status: data.Closed}
	now := &data.Grant{Stamp: data.Stamp{ID: data.NewID()}, Title: "Helpline", Status: data.Active, Awards: []data.Award{award}}
	asked := &data.FOIRequest{
		Stamp: data.Stamp{ID: data.NewID()}, Subject: "Grants", Received: data.NewDate(2025, time.June, 2), Status: data.Received, Regime: data.RegimeFOI,
		Questions:  []data.FOIQuestion{{ID: data.NewRowID(), Label: "1."}},
		Appendices: []data.Appendix{{ID: data.NewRowID(), Number: 1, Kind: data.AppendixTable, Title: "Grants awarded", Tables: []data.Table{{ID: data.NewRowID(), Columns: []data.Column{{Heading: "Amount", Field: "amount"}}}}}},
	}
	return uitest.NewDesk(t, fund, old, now, asked), now.ID, asked.ID
}

func TestTheTourShowsFourThingsAndDoesNotComeBack(t *testing.T) {
	d, grant, request := tourOffice(t)
	done := 0
	strip := NewTour(d, func() { done++ })
	d.Screen.Window.SetContent(strip)
	d.Must("1 of 4: Find a grant", "Press Ctrl+K anywhere, type a few letters of “Helpline” and press Enter.")
	for range 3 {
		d.Tap("tour.show")
		d.Screen.Window.SetContent(strip) // it is above whatever was opened
		d.Tap("tour.next")
	}
	d.Must("4 of 4: Answer a request from the register")
	d.Tap("tour.show")
	want := []string{
		"grants " + string(grant) + " ", "grants " + string(grant) + " awards[0].funds",
		"foi_requests " + string(request) + " appendices[0].title",
	}
	if !slices.Equal(d.Led, want) {
		t.Errorf("led to %q, want %q", d.Led, want)
	}
	if !strings.HasPrefix(d.LastSaid(), "Made “Helpline.pdf”") || d.Page().Title() != "Helpline" {
		t.Errorf("said %q, explained %q, shown is %q", d.Said, d.Explained, d.Page().Title())
	}
	d.Tap("tour.next")
	if done != 1 || strip.Visible() || NewTour(d, nil) != nil {
		t.Errorf("it was closed %d times, is it visible: %v", done, strip.Visible())
	}
}

func TestTheTourIsClosedAtAnyTime(t *testing.T) {
	d, _, _ := tourOffice(t)
	strip := NewTour(d, nil)
	d.Screen.Window.SetContent(strip)
	d.Tap("tour.close")
	if strip.Visible() || NewTour(d, nil) != nil {
		t.Error("it stays")
	}
}

func TestWhatTheTourNamesIsInTheWindow(t *testing.T) {
	d, _, _ := tourOffice(t)
	known, quoted := literals(t), regexp.MustCompile("“([^”]+)”")
	tour := &tour{desk: d}
	for _, step := range tour.stepsOf(d.Office().Register()) {
		for _, m := range quoted.FindAllStringSubmatch(step.words, -1) {
			if m[1] != "Helpline" && !known[m[1]] {
				t.Errorf("%s: nothing in the window is called %q", step.title, m[1])
			}
		}
	}
}

func TestAnEmptyOfficeHasNoTour(t *testing.T) {
	if NewTour(uitest.NewDesk(t), nil) != nil {
		t.Error("there is a tour of nothing")
	}
}

func TestThePageIsShownInFull(t *testing.T) {
	d := uitest.NewDesk(t)
	p := NewPage(d)
	d.Open(p)
	for _, topic := range Topics() {
		p.Show(topic.Name)
		var shown strings.Builder
		uitest.Walk(p.reader, func(o fyne.CanvasObject) {
			if words, ok := o.(*canvas.Text); ok {
				shown.WriteString(words.Text + " ")
			}
		})
		said := strings.Join(strings.Fields(shown.String()), "")
		for line := range strings.Lines(topic.Text) {
			if drawn.MatchString(line) {
				continue
			}
			plain := Topic{Text: strings.TrimLeft(line, "#-0123456789. ")}.words()
			if want := strings.Join(strings.Fields(plain), ""); !strings.Contains(said, want) {
				t.Errorf("%s does not show %q", topic.Name, plain)
			}
		}
		if strings.Contains(said, "**") || strings.Contains(said, "](") {
			t.Errorf("%s shows the marks of Markdown", topic.Name)
		}
	}
}

package office

import (
	"maps"
	"slices"
	"strings"

	"almoner/assets"
	"almoner/data"
	"almoner/ui/lang"
	"almoner/ui/record"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// words edits the standing words, one paper at a time. An office keeps only what it has worded itself: where it says what the program
// says, it follows the program, and gets the better words of a later one.
type words struct {
	page     *page
	standard map[string]string
	papers   []assets.WordingPaper
	choice   *widgets.Choice
	texts    map[string]*string
	box      *fyne.Container
	backs    []func() // show or hide the buttons that put the standard words back
}

// newWords is the leaf on which they are edited.
func newWords(p *page) (fyne.CanvasObject, *words) {
	w := &words{page: p, texts: map[string]*string{}, box: widgets.Stack()}
	var err error
	if w.standard, err = assets.Wording("en"); err == nil {
		w.papers, err = assets.WordingPapers("en")
	}
	if err != nil {
		p.Desk.Explain("read the standing words", err)
		return container.NewStack(), w
	}
	titles := make([]string, len(w.papers))
	for i, paper := range w.papers {
		titles[i] = data.UpperInitial(strings.TrimPrefix(paper.Title, "The standing words of "))
	}
	w.choice = widgets.NewChoice("office.wording.paper", titles, func(title string) { w.show(w.papers[slices.Index(titles, title)]) })
	w.turn("wording[foi_opening]")
	p.Form.OnChange(w.gather)
	return record.Sheet(
		widgets.Note(lang.L("What papers say by themselves. What stands in braces, such as {received}, is filled in when a paper is made. Choose the paper:")),
		w.choice, w.box,
	), w
}

// turn shows the paper that a field is for, if it is one of the words.
func (w *words) turn(field string) {
	name := strings.TrimSuffix(strings.TrimPrefix(field, "wording["), "]")
	i := slices.IndexFunc(w.papers, func(p assets.WordingPaper) bool { return slices.Contains(p.Names, name) })
	if i >= 0 && w.choice.Selected != w.choice.Options[i] {
		w.choice.SetSelected(w.choice.Options[i])
	}
}

// show makes the fields of one paper. What was typed into those of another is kept.
func (w *words) show(paper assets.WordingPaper) {
	w.page.Form.Drop("wording[")
	w.backs = nil
	w.box.RemoveAll()
	for _, p := range labelsOf(paper.Names) {
		w.box.Add(w.field(p))
	}
	w.box.Refresh()
}

func (w *words) field(p paragraph) fyne.CanvasObject {
	standard := w.standard[p.name]
	if w.texts[p.name] == nil {
		text := standard
		if own := w.page.Record.Wording[p.name]; strings.TrimSpace(own) != "" {
			text = own
		}
		w.texts[p.name] = &text
	}
	text := w.texts[p.name]
	f := w.page.Form
	key := "wording[" + p.name + "]"
	entry := func() fyne.CanvasObject { return f.Lines(key, p.label, "", lines(*text), text) }
	field := container.NewStack(entry())
	back := widgets.NewButton(f.ID(key+".standard"), lang.L("Back to the standard words"), theme.ContentUndoIcon(), func() {
		*text = standard
		f.Drop(key)
		field.Objects = []fyne.CanvasObject{entry()}
		field.Refresh()
		w.gather()
		w.page.Touch()
	})
	back.Importance = widget.LowImportance
	w.backs = append(w.backs, func() {
		if own(*text, standard) {
			back.Show()
		} else {
			back.Hide()
		}
	})
	w.backs[len(w.backs)-1]()
	return widgets.Stack(field, container.NewHBox(back))
}

// own reports whether a text is the office's own; one that was emptied is not, because papers then say the standard words.
func own(text, standard string) bool {
	text = strings.TrimSpace(text)
	return text != "" && text != strings.TrimSpace(standard)
}

// gather puts the office's own words into the record.
func (w *words) gather() {
	o := w.page.Record
	kept := maps.Clone(o.Wording)
	if kept == nil {
		kept = map[string]string{}
	}
	for name, text := range w.texts {
		delete(kept, name)
		if own(*text, w.standard[name]) {
			kept[name] = *text
		}
	}
	o.Wording = kept
	for _, show := range w.backs {
		show()
	}
}

// lines is how many lines a text gets: what it takes at some ninety letters each, and never one only, so that it can be seen to be
// a paragraph.
func lines(text string) int {
	n := 1
	for _, line := range strings.Split(text, "\n") {
		n += 1 + len(line)/90
	}
	return min(n, 8)
}

package partners

import (
	"context"
	"slices"
	"strings"

	"almoner/data"
	"almoner/reports"
	"almoner/reports/document"
	"almoner/ui/desk"
	"almoner/ui/lang"
	"almoner/ui/paper"
	"almoner/ui/record"
	look "almoner/ui/theme"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

func heldLabel() string { return lang.L("What we hold on this person") }

// heldOn is the page of what the office holds on one person, and, once the person was taken out, of what became of it.
type heldOn struct {
	desk    desk.Desk
	title   string
	name    string
	parts   []data.DossierPart
	plan    data.Forgetting // how the person would go out
	removed bool
	content *fyne.Container
}

// found is what was gathered on a person, away from the window.
type found struct {
	dossier data.Dossier
	plan    data.Forgetting
}

func find(ctx context.Context, office data.Office, name string) (f found, err error) {
	changes, err := office.Mentions(ctx, name)
	if err != nil {
		return f, err
	}
	if f.dossier, err = data.HeldOn(office.Register(), changes, name); err != nil {
		return f, err
	}
	f.plan, err = data.WouldForget(office.Register(), changes, name)
	return f, err
}

// showHeldOn gathers what is held on a person, and opens the page of it.
func showHeldOn(d desk.Desk, name string) {
	var f found
	d.Run(
		func(ctx context.Context) (err error) {
			f, err = find(ctx, d.Office(), name)
			return err
		},
		func(err error) {
			if err != nil {
				d.Explain("gather what is held on a person", err)
				return
			}
			d.Open(newHeldOn(d, f))
		},
	)
}

func newHeldOn(d desk.Desk, f found) *heldOn {
	h := &heldOn{desk: d, title: f.dossier.Title(), name: f.dossier.Name, parts: f.dossier.Parts(), plan: f.plan, content: container.NewStack()}
	h.lay()
	return h
}

// Title is what the page is called.
func (h *heldOn) Title() string { return h.title }

// Section is Partners.
func (h *heldOn) Section() desk.Section { return desk.Partners }

// Content is the page.
func (h *heldOn) Content() fyne.CanvasObject { return h.content }

// Arrived does nothing: the page says what was held when it was asked for.
func (h *heldOn) Arrived() {}

// Changed does nothing, for the same reason.
func (h *heldOn) Changed(data.Record) {}

// lay makes the page anew.
func (h *heldOn) lay() {
	title := widget.NewLabel(h.title)
	title.SizeName = look.SizeTitle
	title.TextStyle.Bold = true
	title.Truncation = fyne.TextTruncateEllipsis
	buttons := container.NewHBox(
		widgets.NewButton("held.copy", lang.L("Copy"), theme.ContentCopyIcon(), h.copy),
		paper.NewPersonal(h.desk, "held.file", h.paper),
	)
	if !h.removed {
		out := widgets.NewButton("held.remove", lang.L("Take this person out…"), theme.DeleteIcon(), h.askRemove)
		buttons.Add(out)
	}
	body := widgets.Stack()
	for _, part := range h.parts {
		body.Add(h.part(part))
	}
	h.content.Objects = []fyne.CanvasObject{container.NewBorder(
		container.NewBorder(nil, nil, nil, container.NewCenter(buttons), title), nil, nil, nil,
		record.Sheet(body),
	)}
	h.content.Refresh()
}

// mostLines is how many lines of a part stand on the page. A copy and a file have all of them.
const mostLines = 200

func (h *heldOn) part(p data.DossierPart) fyne.CanvasObject {
	box := widgets.Tight()
	if p.Heading != "" {
		head := widget.NewLabel(p.Heading)
		head.TextStyle.Bold = true
		head.Wrapping = fyne.TextWrapWord
		box.Add(h.led(head, p.About))
	}
	var together []string // lines that lead nowhere stand close under each other
	for _, l := range p.Lines[:min(len(p.Lines), mostLines)] {
		words := strings.Join(append([]string{"• " + l.Words}, l.Under...), "\n    – ")
		if l.About.ID == "" {
			together = append(together, words)
			continue
		}
		box.Add(h.led(line(words), l.About))
	}
	if len(together) > 0 {
		box.Add(line(strings.Join(together, "\n")))
	}
	if more := len(p.Lines) - mostLines; more > 0 {
		box.Add(widgets.Note(lang.N(more, "There is {n} more line. A copy and a file have it.", "There are {n} more lines. A copy and a file have all of them.")))
	}
	if p.Words != "" {
		box.Add(widgets.Note(p.Words))
	}
	return box
}

func line(words string) *widget.Label {
	l := widget.NewLabel(words)
	l.Wrapping = fyne.TextWrapWord
	return l
}

// led are words with a button beside them that opens the record that they are about, where there is such a record still.
func (h *heldOn) led(words *widget.Label, to data.RecordID) fyne.CanvasObject {
	if _, held := h.desk.Office().Register().Find(to.Kind, to.ID); !held {
		return words
	}
	open := widgets.NewButton("held.open."+string(to.ID), lang.L("Open"), theme.NavigateNextIcon(), func() { record.OpenOrSay(h.desk, to.Kind, to.ID) })
	open.Importance = widget.LowImportance
	return container.NewBorder(nil, nil, nil, container.NewVBox(open), words)
}

// copy puts all of it where it can be pasted from.
func (h *heldOn) copy() {
	var text strings.Builder
	if err := data.WriteDossierParts(&text, h.title, h.parts); err != nil {
		h.desk.Explain("copy what is held", err)
		return
	}
	fyne.CurrentApp().Clipboard().SetContent(text.String())
	h.desk.Say(lang.L("Copied. It is personal data: paste it only where the person, or whoever answers the person, reads it."), nil)
}

func (h *heldOn) paper() document.Document {
	return reports.HeldOnPerson(reports.Setting{Register: h.desk.Office().Register(), Today: h.desk.Today()}, h.title, h.parts)
}

// mostStaying is how many of the places where a person stays a question names.
const mostStaying = 5

// askRemove says what goes and what stays before a person is taken out for good.
func (h *heldOn) askRemove() {
	gone := len(h.plan.Delete) + len(h.plan.Change)
	lines := []string{
		lang.N(gone,
			"{n} record will be deleted or changed, and the name and the addresses go out of the change list. This cannot be undone.",
			"{n} records will be deleted or changed, and the name and the addresses go out of the change list. This cannot be undone."),
		lang.L("Money stays as it is to the penny. Decisions that were signed, papers that were sent and variations that were applied stay as they are: they are the legal record of how public money was spent (UK GDPR, article 17(3)). So does who made which change."),
	}
	if gone == 0 {
		lines[0] = lang.L("No record has to be changed. The name and the addresses go out of the change list. This cannot be undone.")
	}
	if stays := h.plan.StaysAndWhy(); len(stays) > 0 {
		lines = append(lines, "• "+strings.Join(stays[:min(len(stays), mostStaying)], "\n• "))
		if more := len(stays) - mostStaying; more > 0 {
			lines = append(lines, "• "+lang.N(more, "and {n} more, which is named afterwards", "and {n} more, which are named afterwards"))
		}
	}
	widgets.Ask(h.desk.Window(), lang.F("Take %s out of the office?", h.name), strings.Join(lines, "\n\n"),
		widgets.Answer{Label: lang.L("Keep everything")},
		widgets.Answer{Label: lang.L("Take the person out"), Harm: true, Does: h.remove},
	)
}

func (h *heldOn) remove() {
	var removed data.Removed
	h.desk.Run(
		func(ctx context.Context) (err error) {
			removed, err = h.desk.Office().RemovePerson(ctx, h.name)
			return err
		},
		func(err error) {
			if err == nil {
				h.title, h.parts, h.removed = lang.F("What became of %s", removed.Name), removed.Parts(), true
				h.lay()
			}
			h.tellOthers() // some of it may be done
			if err != nil {
				h.desk.Explain("take a person out", err)
				return
			}
			h.desk.Say(lang.L("The person was taken out. What stays, and why, stands on this page."), nil)
		},
	)
}

// tellOthers shows the other pages what became of the records.
func (h *heldOn) tellOthers() {
	reg := h.desk.Office().Register()
	for _, rec := range slices.Concat(h.plan.Change, h.plan.Delete) {
		if now, held := reg.Find(rec.RecordKind(), rec.Stamped().ID); held {
			h.desk.Saved(now)
		} else if gone, err := data.New(rec.RecordKind()); err == nil {
			gone.Stamped().ID = rec.Stamped().ID
			h.desk.Saved(gone)
		}
	}
}

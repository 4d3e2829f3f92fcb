package paper

import (
	"context"
	"errors"
	"strconv"

	"almoner/data"
	"almoner/reports/forms"
	"almoner/ui/desk"
	"almoner/ui/lang"
	"almoner/ui/printing"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

func (p *Pane) printButton() fyne.CanvasObject {
	b := widgets.NewButton(p.name+".printer", lang.L("Print…"), theme.DocumentPrintIcon(), p.PrintOut)
	b.Importance = widget.HighImportance
	return b
}

// printOut makes the file that is printed, which stays among the papers, and asks which printer is meant.
func (p *Pane) printOut(m *made, form forms.Form, folder string) {
	file := p.fileOf(m, form, folder)
	writeThen(p.desk, file, form, func() *made { return m }, func() {
		o := &printOut{desk: p.desk, file: file, title: lang.L(m.paper.Title), pages: len(m.laid.Pages), copies: "1"}
		o.ask()
	})
}

// printOut is a paper on its way to a printer.
type printOut struct {
	desk     desk.Desk
	file     string
	title    string
	pages    int
	printers []string
	printer  string
	copies   string
}

// ask finds the printers and asks for one; where the system offers no choice, for the number of copies only.
func (o *printOut) ask() {
	o.desk.Run(
		func(ctx context.Context) (err error) {
			o.printers, err = o.desk.Printing().Printers(ctx)
			return err
		},
		func(err error) {
			if err != nil {
				o.failed(err)
				return
			}
			o.show()
		},
	)
}

func (o *printOut) show() {
	f := widgets.NewForm("printout")
	f.Check = o.problems
	fields := widgets.Stack()
	if len(o.printers) > 0 {
		o.printer = o.printers[0]
		choice := widgets.NewChoice("printout.printer", o.printers, func(name string) { o.printer = name })
		choice.SetSelected(o.printer)
		fields.Add(widgets.Section(lang.L("Printer"), choice))
	}
	fields.Add(f.Text("copies", lang.L("Copies"), lang.N(o.pages, "of {n} page", "of {n} pages"), &o.copies))
	widgets.ShowForm(o.desk.Window(), lang.F("Print: %s", o.title), f, fields, o.send)
}

// mostCopies is a bound that nobody means to pass.
const mostCopies = 999

func (o *printOut) number() (int, bool) {
	n, err := strconv.Atoi(o.copies)
	return n, err == nil && n > 0 && n <= mostCopies
}

func (o *printOut) problems() data.Problems {
	if _, ok := o.number(); ok {
		return nil
	}
	return data.Problems{{Field: "copies", Sentence: lang.F("How many copies? A number from 1 to %d.", mostCopies)}}
}

func (o *printOut) send() {
	copies, ok := o.number()
	if !ok {
		o.desk.Say(lang.F("Not printed: %s", o.problems()[0].Sentence), nil)
		return
	}
	o.desk.Run(
		func(ctx context.Context) error { return o.desk.Printing().Print(ctx, o.file, o.printer, copies) },
		func(err error) {
			if err != nil {
				o.failed(err)
				return
			}
			o.desk.Say(o.printing(copies), nil)
		},
	)
}

// printing is what is on its way, and to where.
func (o *printOut) printing(copies int) string {
	if o.printer == "" {
		return lang.N(copies, "Printing {n} copy of “%s”.", "Printing {n} copies of “%s”.", o.title)
	}
	return lang.N(copies, "Printing {n} copy of “%s” on %s.", "Printing {n} copies of “%s” on %s.", o.title, o.printer)
}

// failed opens the paper where this computer cannot print it by itself, and explains anything else.
func (o *printOut) failed(err error) {
	if !errors.Is(err, printing.ErrNone) {
		o.desk.Explain("print "+o.file, &data.Fault{Sentence: lang.L("The paper was not printed. Is the printer switched on and connected? The PDF is in the folder for papers."), Cause: err})
		return
	}
	o.desk.Say(lang.L("This computer has no printer that Almoner can use. The paper is opened instead: print it from there."), nil)
	if err := o.desk.Show(o.file); err != nil {
		o.desk.Say(lang.F("No printer is set up, and no program on this computer opens %s.", o.file), nil)
	}
}

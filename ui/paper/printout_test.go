package paper_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	window "almoner/ui/desk"
	"almoner/ui/printing"
)

// printers are the printers of a desk; what is sent to them is written down.
type printers struct {
	*desk

	names []string
	lacks error // of any printer
	fails error
	sent  []string
	file  string
}

func (p *printers) Printing() window.Printing { return p }

func (p *printers) Printers(context.Context) ([]string, error) { return p.names, p.lacks }

func (p *printers) Print(_ context.Context, file, printer string, copies int) error {
	p.file = file
	p.sent = append(p.sent, fmt.Sprintf("%s: %d", printer, copies))
	return p.fails
}

// pressing is the press of the button that prints the reply to a request.
func pressing(t *testing.T, p *printers) func() {
	t.Helper()
	r := request()
	p.desk = newDesk(t, r)
	return p.paneOn(p, r).PrintOut
}

func TestAPaperIsPrintedOnAPrinterThatIsChosen(t *testing.T) {
	p := &printers{names: []string{"Office", "Attic"}}
	press := pressing(t, p)
	press()
	p.Must("Print: Reply to the request", "of 1 page")
	p.Answer("Done")
	if b, err := os.ReadFile(p.file); err != nil || !bytes.HasPrefix(b, []byte("%PDF-")) || len(p.opened) > 0 {
		t.Errorf("printed is %s: %v; opened %q", p.file, err, p.opened)
	}
	if said := p.LastSaid(); said != "Printing 1 copy of “Reply to the request” on Office." {
		t.Errorf("said %q", said)
	}
	press()
	p.Choose("printout.printer", "Attic")
	p.Type("printout.copies", "lots")
	p.Must("How many copies? A number from 1 to 999.")
	p.Type("printout.copies", "12")
	p.Answer("Done")
	press()
	p.Type("printout.copies", "0")
	p.Answer("Done")
	press()
	p.Answer("Cancel")
	if !slices.Equal(p.sent, []string{"Office: 1", "Attic: 12"}) {
		t.Errorf("printed %q; said %q", p.sent, p.LastSaid())
	}
}

func TestWhereTheSystemChoosesThePrinterOnlyTheCopiesAreAsked(t *testing.T) {
	p := &printers{}
	pressing(t, p)()
	if p.Has("printout.printer") {
		t.Error("there is a choice of no printer")
	}
	p.Answer("Done")
	if !slices.Equal(p.sent, []string{": 1"}) || p.LastSaid() != "Printing 1 copy of “Reply to the request”." {
		t.Errorf("printed %q; said %q", p.sent, p.LastSaid())
	}
}

func TestAPaperThatCannotBePrintedIsOpenedOrItIsSaidWhy(t *testing.T) {
	p := &printers{lacks: printing.ErrNone}
	pressing(t, p)()
	if len(p.opened) != 1 || !strings.HasPrefix(p.LastSaid(), "This computer has no printer that Almoner can use.") {
		t.Errorf("opened %q, said %q", p.opened, p.LastSaid())
	}
	p = &printers{names: []string{"Office"}, fails: errors.New("lp: no")}
	pressing(t, p)()
	p.Answer("Done")
	if len(p.Explained) != 1 || !strings.HasPrefix(p.Explained[0], "The paper was not printed. Is the printer switched on") {
		t.Errorf("explained %q", p.Explained)
	}
}

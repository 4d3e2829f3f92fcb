package partners

import (
	"fmt"
	"net/mail"
	"strings"

	"almoner/data"
	"almoner/ui/desk"
	"almoner/ui/mailing"
	"almoner/ui/record"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// round is an e-mail to several people, none of whom sees who else gets it.
type round struct {
	desk      desk.Desk
	addresses []string
	left      []string // out, each with why
}

// mostNamed is how many of those left out a question names; all are named afterwards.
const mostNamed = 8

// writeTo begins an e-mail to people, once it is said who is left out.
func writeTo(d desk.Desk, people []*data.Contact) {
	r := &round{desk: d}
	known := map[string]bool{}
	for _, c := range people {
		at, why := reach(c, d.Today())
		switch key := strings.ToLower(at); {
		case why != "":
			r.left = append(r.left, ranked(c)+": "+why)
		case !known[key]: // several may share one
			known[key] = true
			r.addresses = append(r.addresses, at)
		}
	}
	switch {
	case len(r.addresses) == 0:
		r.tell("Nobody can be written to")
	case len(r.left) > 0:
		r.ask()
	default:
		r.begin()
	}
}

// reach is the address of a person, or why the person is not to be written to.
func reach(c *data.Contact, today data.Date) (address, why string) {
	switch text := strings.TrimSpace(c.Email); {
	case c.Name == data.PersonRemoved:
		return "", "the person was taken out of the office."
	case c.Expired(today):
		return "", fmt.Sprintf("the details were to be kept until %s, and are not to be used any more.", c.KeepUntil.Long())
	case text == "":
		return "", "no e-mail address is put down."
	default:
		read, err := mail.ParseAddress(text)
		if err != nil {
			return "", fmt.Sprintf("“%s” is no e-mail address.", text)
		}
		return read.Address, ""
	}
}

func (r *round) ask() {
	named := r.left
	if len(named) > mostNamed {
		more := fmt.Sprintf("and %s more, who are named afterwards", record.Number(len(named)-mostNamed))
		named = append(append([]string{}, named[:mostNamed]...), more)
	}
	widgets.Ask(r.desk.Window(), fmt.Sprintf("Write to %s?", record.Plural(len(r.addresses), "address", "addresses")),
		fmt.Sprintf("%s left out:\n• %s", record.Plural(len(r.left), "person is", "people are"), strings.Join(named, "\n• ")),
		widgets.Answer{Label: "Write to the others", Does: r.beginAndName},
		widgets.Answer{Label: "Stop"},
	)
}

// beginAndName begins the e-mail, and names all who are left out where the question did not.
func (r *round) beginAndName() {
	r.begin()
	if len(r.left) > mostNamed {
		r.tell("Left out")
	}
}

// tell names those who are left out.
func (r *round) tell(title string) {
	words := widget.NewLabel("• " + strings.Join(r.left, "\n• "))
	words.Wrapping = fyne.TextWrapWord
	widgets.Show(r.desk.Window(), title, words, fyne.NewSize(620, 420))
}

func (r *round) begin() {
	m := mailing.Mail{Bcc: r.addresses}
	n := record.Plural(len(r.addresses), "address", "addresses")
	if m.TooLong() {
		mailing.Copied(r.addresses)
		r.desk.Say(fmt.Sprintf("%s are more than a mail program takes at once. They are copied: begin an e-mail and paste them into “Bcc”.", n), nil)
		return
	}
	if err := m.Begin(); err != nil {
		mailing.Copied(r.addresses)
		r.desk.Say("No program on this computer writes e-mails. The addresses are copied: paste them into “Bcc” where you write e-mails.", nil)
		return
	}
	r.desk.Say(fmt.Sprintf("The e-mail to %s is begun. They stand in “Bcc”, so nobody sees who else gets it.", n), nil)
}

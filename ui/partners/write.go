package partners

import (
	"net/mail"
	"strings"

	"almoner/data"
	"almoner/ui/desk"
	"almoner/ui/lang"
	"almoner/ui/mailing"
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
		r.tell(lang.L("Nobody can be written to"))
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
		return "", lang.L("the person was taken out of the office.")
	case c.Expired(today):
		return "", lang.F("the details were to be kept until %s, and are not to be used any more.", c.KeepUntil.Long())
	case text == "":
		return "", lang.L("no e-mail address is put down.")
	default:
		read, err := mail.ParseAddress(text)
		if err != nil {
			return "", lang.F("“%s” is no e-mail address.", text)
		}
		return read.Address, ""
	}
}

func (r *round) ask() {
	named := r.left
	if len(named) > mostNamed {
		more := lang.N(len(named)-mostNamed, "and {n} more, who is named afterwards", "and {n} more, who are named afterwards")
		named = append(append([]string{}, named[:mostNamed]...), more)
	}
	widgets.Ask(r.desk.Window(), lang.N(len(r.addresses), "Write to {n} address?", "Write to {n} addresses?"),
		lang.N(len(r.left), "{n} person is left out:", "{n} people are left out:")+"\n• "+strings.Join(named, "\n• "),
		widgets.Answer{Label: lang.L("Write to the others"), Does: r.beginAndName},
		widgets.Answer{Label: lang.L("Stop")},
	)
}

// beginAndName begins the e-mail, and names all who are left out where the question did not.
func (r *round) beginAndName() {
	r.begin()
	if len(r.left) > mostNamed {
		r.tell(lang.L("Left out"))
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
	n := len(r.addresses)
	if m.TooLong() {
		mailing.Copied(r.addresses)
		r.desk.Say(lang.N(n,
			"{n} address is more than a mail program takes at once. It is copied: begin an e-mail and paste it into “Bcc”.",
			"{n} addresses are more than a mail program takes at once. They are copied: begin an e-mail and paste them into “Bcc”."), nil)
		return
	}
	if err := m.Begin(); err != nil {
		mailing.Copied(r.addresses)
		r.desk.Say(lang.L("No program on this computer writes e-mails. The addresses are copied: paste them into “Bcc” where you write e-mails."), nil)
		return
	}
	r.desk.Say(lang.N(n,
		"The e-mail to {n} address is begun. It stands in “Bcc”.",
		"The e-mail to {n} addresses is begun. They stand in “Bcc”, so nobody sees who else gets it."), nil)
}

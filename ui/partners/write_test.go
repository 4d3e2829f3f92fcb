package partners

import (
	"errors"
	"fmt"
	"net/url"
	"strings"
	"testing"
	"time"

	"almoner/data"
	"almoner/ui/uitest"

	"fyne.io/fyne/v2"
)

// mailer is an app that notes which links it was given, as a computer with or without a mail program.
type mailer struct {
	fyne.App
	opened []*url.URL
	none   bool
}

func (m *mailer) OpenURL(u *url.URL) error {
	if m.none {
		return errors.New("no program for mailto")
	}
	m.opened = append(m.opened, u)
	return nil
}

// withMail puts such an app in the place of the test's.
func withMail(t *testing.T) *mailer {
	t.Helper()
	before := fyne.CurrentApp()
	m := &mailer{App: before}
	fyne.SetCurrentApp(m)
	t.Cleanup(func() { fyne.SetCurrentApp(before) })
	return m
}

func at(c *data.Contact, email string) *data.Contact {
	c.Email, c.LawfulBasis = email, "Public task"
	return c
}

func people(d *uitest.Desk) {
	d.Open(NewRegister(d))
	d.Turn("People")
}

func TestThoseWhoAreSelectedAreWrittenToAndNobodySeesTheOthers(t *testing.T) {
	harbour := organisation("Harbour")
	d := uitest.NewDesk(t, harbour, at(contact("Ann Gray", harbour), "ann+work@harbour.example"), at(contact("Bo Lee", harbour), "Bo@harbour.example"),
		at(contact("Cy Dee", harbour), "bo@harbour.example"), at(contact("Di Poe", harbour), "di@harbour.example"))
	m := withMail(t)
	people(d)
	for i := range 3 {
		d.Tap(fmt.Sprintf("people.list.select[%d]", i))
	}
	d.Tap("people.chosen.write")
	if len(m.opened) != 1 || m.opened[0].String() != "mailto:?bcc=ann%2Bwork@harbour.example,Bo@harbour.example" {
		t.Fatalf("the mail program got %v; said %q", m.opened, d.Said)
	}
	if !strings.HasPrefix(d.LastSaid(), "The e-mail to 2 addresses is begun.") || d.Asked() {
		t.Errorf("said %q", d.LastSaid())
	}
}

func TestWhoIsLeftOutOfAnEMailIsSaidBeforeItIsBegun(t *testing.T) {
	harbour := organisation("Harbour")
	old := at(contact("Cy Dee", harbour), "cy@harbour.example")
	old.KeepUntil = data.NewDate(2025, time.June, 9)
	d := uitest.NewDesk(t, harbour, at(contact("Ann Gray", harbour), "ann@harbour.example"), contact("Bo Lee", harbour), old, at(contact("Di Poe", harbour), "di at harbour"))
	m := withMail(t)
	people(d)
	d.Tap("people.list.select.all")
	d.Tap("people.chosen.write")
	d.Must("Write to 1 address?", "3 people are left out:", "Bo Lee: no e-mail address is put down.",
		"Cy Dee: the details were to be kept until 9 June 2025, and are not to be used any more.", "Di Poe: “di at harbour” is no e-mail address.")
	d.Answer("Stop")
	if len(m.opened) != 0 {
		t.Fatal("the e-mail was begun all the same")
	}
	d.Tap("people.chosen.write")
	d.Answer("Write to the others")
	if len(m.opened) != 1 || m.opened[0].RawQuery != "bcc=ann@harbour.example" {
		t.Errorf("the mail program got %v", m.opened)
	}
}

func TestNobodyIsWrittenToWhereNobodyHasAnAddress(t *testing.T) {
	harbour := organisation("Harbour")
	d := uitest.NewDesk(t, harbour, contact("Ann Gray", harbour))
	m := withMail(t)
	d.Open(NewPage(d, harbour))
	d.Turn("Contacts")
	d.Tap("organisation.contact.write")
	d.Must("Nobody can be written to", "Ann Gray: no e-mail address is put down.")
	if len(m.opened) != 0 {
		t.Error("an e-mail to nobody was begun")
	}
}

func TestMoreAddressesThanAMailProgramTakesAreCopied(t *testing.T) {
	harbour := organisation("Harbour")
	records := []data.Record{harbour}
	for i := range 80 {
		records = append(records, at(contact(fmt.Sprintf("Person %02d", i), harbour), fmt.Sprintf("person.number.%02d@harbour.example", i)))
	}
	d := uitest.NewDesk(t, records...)
	m := withMail(t)
	people(d)
	d.Tap("people.list.select.all")
	d.Tap("people.chosen.write")
	copied := strings.Split(fyne.CurrentApp().Clipboard().Content(), "; ")
	if len(m.opened) != 0 || len(copied) != 80 || copied[79] != "person.number.79@harbour.example" {
		t.Errorf("opened %v, copied %d", m.opened, len(copied))
	}
	if !strings.HasPrefix(d.LastSaid(), "80 addresses are more than a mail program takes at once. They are copied") {
		t.Errorf("said %q", d.LastSaid())
	}
}

func TestWithoutAMailProgramTheAddressesAreCopied(t *testing.T) {
	harbour := organisation("Harbour")
	d := uitest.NewDesk(t, harbour, at(contact("Ann Gray", harbour), "ann@harbour.example"))
	withMail(t).none = true
	people(d)
	d.Tap("people.list.select[0]")
	d.Tap("people.chosen.write")
	if got := fyne.CurrentApp().Clipboard().Content(); got != "ann@harbour.example" || !strings.HasPrefix(d.LastSaid(), "No program on this computer writes e-mails.") {
		t.Errorf("copied %q, said %q", got, d.LastSaid())
	}
}

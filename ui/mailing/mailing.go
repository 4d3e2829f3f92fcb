// Package mailing begins e-mails in the program that a person writes e-mails with.
package mailing

import (
	"net/url"
	"strings"

	"fyne.io/fyne/v2"
)

// Mail is an e-mail before anybody has written it.
type Mail struct {
	To  string   // an address; none is left to whoever writes
	Bcc []string // addresses that do not see each other
	// Subject and Body are what it begins with; either may be empty.
	Subject, Body string
}

// mostOfLink is how long a link to an e-mail may be. Windows hands a program no more than 2,083 characters of one.
const mostOfLink = 2000

// Link is the link that a mail program begins the e-mail from (RFC 6068).
func (m Mail) Link() *url.URL {
	var parts []string
	if len(m.Bcc) > 0 {
		bcc := make([]string, len(m.Bcc))
		for i, at := range m.Bcc {
			bcc[i] = address(at)
		}
		parts = append(parts, "bcc="+strings.Join(bcc, ","))
	}
	if m.Subject != "" {
		parts = append(parts, "subject="+words(m.Subject))
	}
	if m.Body != "" {
		parts = append(parts, "body="+words(m.Body))
	}
	link := &url.URL{Scheme: "mailto", Opaque: address(m.To), RawQuery: strings.Join(parts, "&")}
	return link
}

// TooLong reports whether no mail program can be handed the e-mail.
func (m Mail) TooLong() bool { return len(m.Link().String()) > mostOfLink }

// Begin opens the e-mail in the person's program for them. An error is that there is none.
func (m Mail) Begin() error { return fyne.CurrentApp().OpenURL(m.Link()) } //nolint:wrapcheck // whoever asks says what to do instead

// Copied puts addresses where they can be pasted from, as every mail program takes them.
func Copied(addresses []string) {
	fyne.CurrentApp().Clipboard().SetContent(strings.Join(addresses, "; "))
}

// words are words as a link to an e-mail takes them: a plus would stay a plus there.
func words(w string) string { return strings.ReplaceAll(url.QueryEscape(w), "+", "%20") }

// address is an address as such a link takes it. Commas part addresses there, and signs that mean something to links may stand in one.
func address(at string) string { return strings.ReplaceAll(words(at), "%40", "@") }

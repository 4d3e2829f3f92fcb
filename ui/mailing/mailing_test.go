package mailing

import (
	"fmt"
	"net/url"
	"strings"
	"testing"
)

func TestALinkCarriesAddressesAndWordsUnharmed(t *testing.T) {
	bcc := []string{"ann+gray@harbour.example", "o'neil&sons@harbour.example", "\"a, b\"@harbour.example"}
	m := Mail{To: "us@office.example", Bcc: bcc, Subject: "Grants & more", Body: "Dear all\n\n5 + 5"}
	read, err := url.Parse(m.Link().String())
	if err != nil {
		t.Fatal(err)
	}
	if read.Scheme != "mailto" || read.Opaque != m.To {
		t.Errorf("it goes to %q by %q", read.Opaque, read.Scheme)
	}
	if strings.Contains(read.RawQuery, "+") {
		t.Errorf("a mail program would show a plus for a space: %q", read.RawQuery)
	}
	parts := strings.Split(read.RawQuery, "&")
	if len(parts) != 3 {
		t.Fatalf("the parts are %q", parts)
	}
	for i, at := range strings.Split(strings.TrimPrefix(parts[0], "bcc="), ",") {
		if got, err := url.PathUnescape(at); err != nil || i >= len(bcc) || got != bcc[i] {
			t.Errorf("address %d is %q, %v", i, got, err)
		}
	}
	for i, want := range []string{"subject=" + m.Subject, "body=" + m.Body} {
		if got, err := url.PathUnescape(parts[i+1]); err != nil || got != want {
			t.Errorf("read as %q, want %q", got, want)
		}
	}
}

func TestALinkIsNoLongerThanProgramsTake(t *testing.T) {
	var many []string
	for i := range 100 {
		many = append(many, fmt.Sprintf("person.number.%d@partner.example", i))
	}
	if (Mail{Bcc: many[:20]}).TooLong() {
		t.Error("twenty people are too many")
	}
	if !(Mail{Bcc: many}).TooLong() {
		t.Error("a hundred people go into one link")
	}
}

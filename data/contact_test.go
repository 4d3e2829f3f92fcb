package data

import (
	"strings"
	"testing"
	"time"
)

func TestContactsAreReviewedForAReason(t *testing.T) {
	today := NewDate(2026, time.March, 31)
	reg := NewRegister()
	for name, c := range map[string]Contact{
		"A kept":        {LawfulBasis: "Public task", LastConfirmed: NewDate(2024, time.March, 31), KeepUntil: today},
		"B past":        {LawfulBasis: "Public task", KeepUntil: today.AddDays(-1)},
		"C unconfirmed": {LawfulBasis: "Public task", LastConfirmed: NewDate(2024, time.March, 30)},
		"D no basis":    {LawfulBasis: " "},
		"E this month":  {LawfulBasis: "Public task", KeepUntil: Date{Year: 2026, Month: time.March, Day: 1, Precision: ToTheMonth}},
		"F everything":  {KeepUntil: NewDate(2020, time.January, 1), LastConfirmed: NewDate(2020, time.January, 1)},
		PersonRemoved:   {},
	} {
		c.ID, c.Name = ID(name), name
		reg.Put(&c)
	}
	var got []string
	for _, r := range reg.ContactsToReview(today) {
		got = append(got, r.Contact.Name+": "+strings.Join(r.Reasons, " "))
	}
	want := []string{
		"B past: The details were to be kept until 30 March 2026.",
		"C unconfirmed: Nobody has confirmed the details since 30 March 2024, more than two years ago.",
		"D no basis: There is no lawful basis put down for keeping the details.",
		"F everything: The details were to be kept until 1 January 2020. Nobody has confirmed the details since 1 January 2020, more than two years ago. " +
			"There is no lawful basis put down for keeping the details.",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s", strings.Join(got, "\n"))
	}
}

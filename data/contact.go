package data

// Contact is a person at an organisation. Why the office holds the person's details, and for how long, is never printed or
// exported unless somebody asks for it (UK GDPR).
type Contact struct {
	Stamp

	Organisation  ID     `json:"organisation,omitempty"`
	Name          string `json:"name"`
	TitleOrRank   string `json:"title_or_rank,omitempty"`
	CollarNumber  string `json:"collar_number,omitempty"`
	Role          string `json:"role,omitempty"`
	Email         string `json:"email,omitempty"`
	Phone         string `json:"phone,omitempty"`
	DoNotPrint    bool   `json:"do_not_print,omitempty"`
	LawfulBasis   string `json:"lawful_basis,omitempty"`
	Source        string `json:"source,omitempty"`
	LastConfirmed Date   `json:"last_confirmed,omitzero"`
	KeepUntil     Date   `json:"keep_until,omitzero"`
}

// RecordKind is KindContact.
func (*Contact) RecordKind() Kind { return KindContact }

// Label is the person's name.
func (c *Contact) Label() string { return c.Name }

// Problems are what keeps the contact from being saved.
func (c *Contact) Problems() Problems {
	var ps Problems
	ps.title("name", c.Name, "The contact")
	return ps
}

func (c *Contact) references(visit func(string, Kind, *ID)) {
	visit("organisation", KindOrganisation, &c.Organisation)
}

// ContactReview is a contact whose details somebody has to look at, and why, in sentences.
type ContactReview struct {
	Contact *Contact
	Reasons []string
}

// confirmedFor is for how many years details that somebody has confirmed are taken to be right.
const confirmedFor = 2

// ContactsToReview are the contacts whose details the office may not, or not without a look, keep as they are (UK GDPR, article 5(1)(d)
// and (e)): the day until which they are kept has passed, nobody has confirmed them for two years, or there is no lawful basis. Those who were
// taken out of the office are not among them.
func (reg *Register) ContactsToReview(today Date) []ContactReview {
	var due []ContactReview
	for _, c := range All[*Contact](reg) {
		if reasons := c.ReasonsForReview(today); len(reasons) > 0 {
			due = append(due, ContactReview{c, reasons})
		}
	}
	return due
}

// ReasonsForReview are why somebody has to look at the details of a contact, in sentences; see ContactsToReview.
func (c *Contact) ReasonsForReview(today Date) []string {
	if c.Name == PersonRemoved {
		return nil
	}
	var reasons []string
	if c.Expired(today) {
		reasons = append(reasons, "The details were to be kept until "+c.KeepUntil.Long()+".")
	}
	if d := c.LastConfirmed; !d.IsZero() && DateOf(d.lastDay().Time().AddDate(confirmedFor, 0, 0)).Before(today) {
		reasons = append(reasons, "Nobody has confirmed the details since "+d.Long()+", more than two years ago.")
	}
	if trimSpace(c.LawfulBasis) == "" {
		reasons = append(reasons, "There is no lawful basis put down for keeping the details.")
	}
	return reasons
}

// Expired reports whether the day until which the details were to be kept has passed. They are not to be used any more.
func (c *Contact) Expired(today Date) bool {
	return !c.KeepUntil.IsZero() && c.KeepUntil.lastDay().Before(today)
}

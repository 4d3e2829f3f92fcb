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

package data

import (
	"regexp"
	"strings"
)

// OrganisationKind is what sort of body an organisation is.
type OrganisationKind string

// The sorts of bodies that offices deal with. A CIC is a community interest company.
const (
	Charity     OrganisationKind = "charity"
	Company     OrganisationKind = "company"
	CIC         OrganisationKind = "cic"
	Council     OrganisationKind = "council"
	Police      OrganisationKind = "police"
	NHS         OrganisationKind = "nhs"
	Government  OrganisationKind = "government"
	Partnership OrganisationKind = "partnership"
	OtherBody   OrganisationKind = "other"
)

var organisationKinds = terms[OrganisationKind]{
	{Charity, "Charity"},
	{Company, "Company"},
	{CIC, "Community interest company"},
	{Council, "Council"},
	{Police, "Police"},
	{NHS, "NHS body"},
	{Government, "Government department"},
	{Partnership, "Partnership"},
	{OtherBody, "Other"},
}

// OrganisationKinds are all sorts of bodies.
func OrganisationKinds() []OrganisationKind { return organisationKinds.values() }

// Label is how people read the sort of body.
func (k OrganisationKind) Label() string { return organisationKinds.label(k) }

// UnmarshalText reads a sort of body as the portable form writes it.
func (k *OrganisationKind) UnmarshalText(text []byte) error {
	return organisationKinds.unmarshal(k, text, "kind of organisation")
}

// Organisation is a body that the office gives money to, gets money from or works with.
type Organisation struct {
	Stamp

	Name          string           `json:"name"`
	OtherNames    []string         `json:"other_names,omitempty"`
	Kind          OrganisationKind `json:"kind,omitempty"`
	CharityNumber string           `json:"charity_number,omitempty"` // text: leading zeros matter
	CompanyNumber string           `json:"company_number,omitempty"`
	OrgID         string           `json:"org_id,omitempty"`
	Website       string           `json:"website,omitempty"`
	Email         string           `json:"email,omitempty"`
	Phone         string           `json:"phone,omitempty"`
	Address       string           `json:"address,omitempty"`
	Postcode      string           `json:"postcode,omitempty"`
	Notes         string           `json:"notes,omitempty"`
}

// RecordKind is KindOrganisation.
func (*Organisation) RecordKind() Kind { return KindOrganisation }

// Label is the organisation's name.
func (o *Organisation) Label() string { return o.Name }

// Charity numbers are six or seven digits, of a linked charity with a suffix (England and Wales), or SC and NIC with six digits
// (Scotland, Northern Ireland). Company numbers are eight digits, or two letters and six digits.
var (
	charityNumber = regexp.MustCompile(`^(\d{6,7}(-\d{1,3})?|SC\d{6}|NIC\d{6})$`)
	companyNumber = regexp.MustCompile(`^(\d{8}|[A-Z]{2}\d{6})$`)
)

// Problems are what keeps the organisation from being saved.
func (o *Organisation) Problems() Problems {
	var ps Problems
	ps.title("name", o.Name, "The organisation")
	if o.CharityNumber != "" && !charityNumber.MatchString(o.CharityNumber) {
		ps.add("charity_number", "%s is not a charity number: it has six or seven digits, or SC or NIC and six digits.", o.CharityNumber)
	}
	if o.CompanyNumber != "" && !companyNumber.MatchString(o.CompanyNumber) {
		ps.add("company_number", "%s is not a company number: it has eight digits, or two letters and six digits.", o.CompanyNumber)
	}
	return ps
}

// Identifier is how other registers name the organisation (org-id.guide, as 360Giving asks): what was put down or, where nothing was, what
// follows from its numbers: GB-CHC- and the number of the Charity Commission, GB-SC- of the Scottish regulator, GB-NIC- of that of
// Northern Ireland, GB-COH- and the number of Companies House. Empty where there is none.
func (o *Organisation) Identifier() string {
	number, linked, _ := strings.Cut(o.CharityNumber, "-") // a linked charity goes by its parent's number
	switch {
	case o.OrgID != "":
		return o.OrgID
	case strings.HasPrefix(number, "SC"):
		return "GB-SC-" + number
	case strings.HasPrefix(number, "NIC"):
		return "GB-NIC-" + strings.TrimPrefix(number, "NIC")
	case number != "" && linked == "":
		return "GB-CHC-" + number
	case o.CompanyNumber != "":
		return "GB-COH-" + o.CompanyNumber
	case number != "":
		return "GB-CHC-" + number
	default:
		return ""
	}
}

func (*Organisation) references(func(string, Kind, *ID)) {}

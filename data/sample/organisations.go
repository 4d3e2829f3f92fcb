package sample

import "almoner/data"

// body is an organisation under the short name that the other files use for it.
type body struct {
	short, name string
	kind        data.OrganisationKind
	charity     string
	company     string
	site        string // of its web and mail addresses, before .example
	phone       string // the last three digits
	address     string
	postcode    string
	others      []string
	notes       string
}

var bodies = []body{
	{short: "moj", name: "Ministry of Justice", kind: data.Government, others: []string{"MoJ"}},
	{short: "ho", name: "Home Office", kind: data.Government},
	{short: "police", name: "Elmshire Police", kind: data.Police, site: "elmshire-police", phone: "101", address: "Force Headquarters, Quarry Road, Ravensmere", postcode: "EL3 7PA"},
	{short: "county", name: "Elmshire County Council", kind: data.Council, site: "elmshire-council", phone: "110", address: "Shire Hall, Castle Green, Ravensmere", postcode: "EL1 1AA"},
	{short: "city", name: "Ravensmere City Council", kind: data.Council, site: "ravensmere-city", phone: "112", address: "The Guildhall, Corn Market, Ravensmere", postcode: "EL1 2BD"},
	{short: "stour", name: "Stourhaven Borough Council", kind: data.Council, site: "stourhaven-borough", phone: "114", address: "Quayside Offices, Fish Street, Stourhaven", postcode: "EL8 1HJ"},
	{short: "marrow", name: "Marrowby District Council", kind: data.Council, site: "marrowby-district", phone: "116", address: "Civic Centre, Station Approach, Marrowby", postcode: "EL6 3LT"},
	{short: "nhs", name: "Elmshire Healthcare NHS Foundation Trust", kind: data.NHS, site: "elmshire-healthcare", phone: "120", address: "Ravensmere General Hospital, Beech Hill, Ravensmere", postcode: "EL2 9GH"},
	{short: "icb", name: "Elmshire Integrated Care Board", kind: data.NHS, site: "elmshire-icb", phone: "122", address: "Beech Hill House, Ravensmere", postcode: "EL2 9GB"},
	{short: "fire", name: "Elmshire Fire and Rescue Service", kind: data.OtherBody, site: "elmshire-fire", phone: "124", address: "Brigade House, Ring Road, Ravensmere", postcode: "EL4 2FR"},
	{short: "university", name: "University of Ravensmere", kind: data.OtherBody, site: "ravensmere-university", phone: "126", address: "Abbey Campus, Ravensmere", postcode: "EL1 6UR"},
	{
		short: "stillwater", name: "Stillwater Stalking Advocacy", kind: data.Charity, charity: "1990412", site: "stillwater", phone: "130", address: "Unit 6, The Maltings, Cobbleford", postcode: "EL5 2DW",
		others: []string{"Stillwater"}, notes: "Writes its quarterly return within a week of the quarter’s end. Lease at the Maltings runs to June 2027.",
	},
	{short: "lantern", name: "The Lantern House Trust", kind: data.Charity, charity: "1990587", company: "99104418", site: "lanternhouse", phone: "132", address: "3 Priory Row, Ravensmere", postcode: "EL1 5NS", others: []string{"Lantern House"}},
	{short: "noddfa", name: "Tŷ Noddfa Refuge", kind: data.Charity, charity: "1990633", site: "tynoddfa", phone: "134", postcode: "EL9 2WB", notes: "The address of the refuge is not to be printed or given over the telephone.", others: []string{"Ty Noddfa"}},
	{short: "harbour", name: "Safe Mooring Stourhaven", kind: data.Charity, charity: "1990701", site: "safemooring", phone: "136", address: "The Old Customs House, Fish Street, Stourhaven", postcode: "EL8 1HK"},
	{short: "victims", name: "Elmshire Victim Care CIC", kind: data.CIC, company: "99120077", site: "elmshire-victimcare", phone: "138", address: "Second Floor, Tannery House, Ravensmere", postcode: "EL1 4QZ"},
	{short: "circle", name: "Mending Circle CIC", kind: data.CIC, company: "99120465", site: "mendingcircle", phone: "140", address: "22 Bakehouse Lane, Cobbleford", postcode: "EL5 1RP"},
	{short: "kinfolk", name: "Kinfolk Young People’s Project", kind: data.Charity, charity: "1990844", site: "kinfolk", phone: "142", address: "The Signal Box, Station Approach, Marrowby", postcode: "EL6 3LX"},
	{short: "boxing", name: "Marrowby Boxing and Youth Club", kind: data.Charity, charity: "1990869", site: "marrowbyboxing", phone: "144", address: "Drill Hall, Mafeking Street, Marrowby", postcode: "EL6 4AQ"},
	{short: "rovers", name: "Stourhaven Rovers in the Community", kind: data.Charity, charity: "1990905", site: "stourhavenrovers", phone: "146", address: "The Shingle Ground, Stourhaven", postcode: "EL8 3SR"},
	{short: "kite", name: "The Kite Tree", kind: data.Charity, charity: "1990938", site: "kitetree", phone: "148", address: "41 Orchard Way, Tillingworth", postcode: "EL7 2KT"},
	{short: "rural", name: "Netherwick Vale Rural Watch", kind: data.Partnership, site: "netherwickwatch", phone: "150", address: "Corn Exchange, Tillingworth", postcode: "EL7 1AB"},
	{short: "afterroad", name: "After the Road", kind: data.Charity, charity: "1991020", site: "aftertheroad", phone: "152", address: "8 Chapel Court, Ravensmere", postcode: "EL1 3CC"},
	{short: "common", name: "Common Ground Elmshire", kind: data.Charity, charity: "1991074", site: "commonground", phone: "154", address: "Unity Hall, Brewer Street, Ravensmere", postcode: "EL1 7UH"},
	{short: "spectrum", name: "Elmshire Spectrum", kind: data.Charity, charity: "1991102", site: "elmshirespectrum", phone: "156", address: "17 Brewer Street, Ravensmere", postcode: "EL1 7UJ"},
	{short: "travellers", name: "Open Lane Travellers’ Support", kind: data.Charity, charity: "1991145", site: "openlane", phone: "158", address: "The Forge, Marrowby", postcode: "EL6 5OL"},
	{short: "deaf", name: "Elmshire Deaf People’s Association", kind: data.Charity, charity: "1991188", site: "elmshiredeaf", address: "Hanover House, Cobbleford", postcode: "EL5 3HH"},
	{short: "age", name: "Elmshire Age Companions", kind: data.Charity, charity: "1991230", site: "agecompanions", phone: "160", address: "Almshouse Court, Tillingworth", postcode: "EL7 2AC"},
	{short: "guardwell", name: "Guardwell Scam Support CIC", kind: data.CIC, company: "99131902", site: "guardwell", phone: "162", address: "5 Corn Market, Ravensmere", postcode: "EL1 2BF"},
	{short: "advice", name: "Tillingworth Advice Centre", kind: data.Charity, charity: "1991301", site: "tillingworthadvice", phone: "164", address: "Corn Exchange, Tillingworth", postcode: "EL7 1AB"},
	{short: "course", name: "Changing Course CIC", kind: data.CIC, company: "99132254", site: "changingcourse", phone: "166", address: "Unit 2, Lock Industrial Estate, Ravensmere", postcode: "EL4 8LK"},
	{short: "turning", name: "The Turning Stone", kind: data.Charity, charity: "1991377", site: "turningstone", phone: "168", address: "60 Weir Street, Ravensmere", postcode: "EL1 4TS"},
	{short: "night", name: "Ravensmere Night Friends", kind: data.Charity, charity: "1991402", site: "nightfriends", phone: "170", address: "St Aldhelm’s Church, Corn Market, Ravensmere", postcode: "EL1 2CH"},
	{short: "mediation", name: "Elmshire Neighbour Mediation", kind: data.Charity, charity: "1991438", site: "neighbourmediation", phone: "172", address: "11 Orchard Way, Tillingworth", postcode: "EL7 2KN"},
	{short: "steady", name: "Steady Ground", kind: data.Charity, charity: "1991466", site: "steadyground", phone: "174", address: "9 Priory Row, Ravensmere", postcode: "EL1 5NT"},
	{short: "jasmine", name: "Jasmine and Thread Women’s Network", kind: data.Charity, charity: "1991512", site: "jasmineandthread", phone: "176", address: "Unity Hall, Brewer Street, Ravensmere", postcode: "EL1 7UH"},
	{short: "lamplight", name: "Lamplight Outreach", kind: data.Charity, charity: "1991560", site: "lamplight", phone: "178", address: "Harbour Mission, Stourhaven", postcode: "EL8 1LM"},
}

func organisations() []*data.Organisation {
	all := make([]*data.Organisation, 0, len(bodies))
	for _, b := range bodies {
		o := &data.Organisation{
			Stamp: stamp(data.KindOrganisation, b.short), Name: b.name, OtherNames: b.others, Kind: b.kind,
			CharityNumber: b.charity, CompanyNumber: b.company, Address: b.address, Postcode: b.postcode, Notes: b.notes,
		}
		switch {
		case b.charity != "":
			o.OrgID = "GB-CHC-" + b.charity
		case b.company != "":
			o.OrgID = "GB-COH-" + b.company
		}
		if b.site != "" {
			o.Website = "https://www." + b.site + ".example"
			o.Email = "office@" + b.site + ".example"
		}
		if b.phone != "" {
			o.Phone = "01632 960" + b.phone
		}
		all = append(all, o)
	}
	return all
}

package sample

import (
	"strings"

	"almoner/data"
)

func contacts() []*data.Contact {
	people := []struct{ at, name, rank, collar, role, mail, phone string }{
		{"stillwater", "Ottilie Brannock", "", "", "Chief executive", "ottilie@stillwater.example", "200"},
		{"stillwater", "Desmond Achterberg", "", "", "Senior advocate", "desmond@stillwater.example", "201"},
		{"lantern", "Fenella Marsh-Idowu", "Dr", "", "Director", "director@lanternhouse.example", "202"},
		{"harbour", "Kirsty Vandenbosch", "", "", "Manager, adviser service", "kirsty@safemooring.example", "203"},
		{"noddfa", "Angharad Lloyd-Pascoe", "", "", "Refuge manager", "angharad@tynoddfa.example", "204"},
		{"victims", "Tobias Quennell", "", "", "Contract manager", "tobias@elmshire-victimcare.example", "205"},
		{"circle", "Marguerite Osei-Dunne", "", "", "Lead facilitator", "marguerite@mendingcircle.example", "206"},
		{"kinfolk", "Jarek Whitlow", "", "", "Youth work manager", "jarek@kinfolk.example", "207"},
		{"course", "Priscilla Thornquist", "", "", "Programme lead", "priscilla@changingcourse.example", "208"},
		{"afterroad", "Emrys Fairweather", "", "", "Founder", "emrys@aftertheroad.example", "209"},
		{"common", "Nadira Hollis", "", "", "Casework manager", "nadira@commonground.example", "210"},
		{"guardwell", "Leopold Strand", "", "", "Director", "leopold@guardwell.example", "211"},
		{"police", "Imogen Castellane", "Detective Superintendent", "0471", "Head of protecting vulnerable people", "imogen.castellane@elmshire-police.example", "212"},
		{"police", "Rufus Abernethy-Cole", "Inspector", "1186", "Stalking coordinator", "rufus.abernethy-cole@elmshire-police.example", "213"},
		{"county", "Bronwen Eastlake", "", "", "Commissioning manager, community safety", "bronwen.eastlake@elmshire-council.example", "214"},
		{"city", "Hamish Oduya", "", "", "Community safety officer", "hamish.oduya@ravensmere-city.example", "215"},
		{"icb", "Saskia Pemberley", "", "", "Head of partnership commissioning", "saskia.pemberley@elmshire-icb.example", "216"},
		{"nhs", "Cornelius Wray", "Mr", "", "Consultant, emergency medicine", "cornelius.wray@elmshire-healthcare.example", "217"},
		{"university", "Yolanda Kestrel", "Professor", "", "Dean of students", "yolanda.kestrel@ravensmere-university.example", "218"},
		{"rural", "Philippa Tregarth", "", "", "Chair", "chair@netherwickwatch.example", "219"},
	}
	all := make([]*data.Contact, 0, len(people))
	for i, p := range people {
		c := &data.Contact{
			Stamp: stamp(data.KindContact, p.name), Organisation: organisation(p.at), Name: p.name, TitleOrRank: p.rank, CollarNumber: p.collar,
			Role: p.role, Email: p.mail, Phone: "01632 960" + p.phone,
			LawfulBasis: "Public task", Source: "Grant agreement", LastConfirmed: on(2025, 4, 1).AddDays(9 * i), KeepUntil: on(2027, 3, 31),
		}
		if strings.HasSuffix(p.mail, "@elmshire-police.example") {
			c.Source = "Force directory"
		}
		c.DoNotPrint = p.at == "noddfa"
		all = append(all, c)
	}
	return all
}

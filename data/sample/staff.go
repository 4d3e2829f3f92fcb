package sample

import "almoner/data"

func staff() []*data.Staff {
	people := []struct {
		short, name, initials, job, phone string
		left                              data.Date
	}{
		{"gareth", "Gareth Okonjo-Blythe", "GOB", "Chief Executive and Monitoring Officer", "180", data.Date{}},
		{"ludmila", "Ludmila Harcastle", "LH", "Chief Finance Officer", "181", data.Date{}},
		{"harriet", "Harriet Delacombe", "HD", "Head of Governance", "182", data.Date{}},
		{"miriam", "Miriam Threlkeld", "MT", "Head of Commissioning", "183", data.Date{}},
		{"callum", "Callum Varga", "CV", "Commissioning Manager, victims’ services", "184", data.Date{}},
		{"delphine", "Delphine Aske", "DA", "Commissioning Manager, prevention", "185", data.Date{}},
		{"tamsin", "Tamsin Quayle-Reed", "TQR", "Communications Officer", "186", data.Date{}},
		{"percival", "Percival Dunmore", "PD", "Grants Officer", "187", on(2024, 9, 30)},
	}
	all := make([]*data.Staff, 0, len(people))
	for _, p := range people {
		all = append(all, &data.Staff{
			Stamp: stamp(data.KindStaff, p.short), Name: p.name, Initials: p.initials, JobTitle: p.job,
			Email: p.short + "@elmshire-pcc.example", Phone: "01632 960" + p.phone, Left: p.left,
		})
	}
	return all
}

// The team, as steps name whoever took them.
const (
	commissioner = "Rosalind Tarrant"
	chief        = "Gareth Okonjo-Blythe"
	governance   = "Harriet Delacombe"
	commissions  = "Miriam Threlkeld"
	victimsLead  = "Callum Varga"
	prevention   = "Delphine Aske"
	press        = "Tamsin Quayle-Reed"
	grantsClerk  = "Percival Dunmore"
)

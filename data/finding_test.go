package data

import (
	"slices"
	"testing"
)

func labelsOf(found []Record) []string {
	labels := []string{}
	for _, rec := range found {
		labels = append(labels, string(rec.Stamped().ID))
	}
	slices.Sort(labels)
	return labels
}

func TestRecordsAreFoundByPartsOfTheirReferences(t *testing.T) {
	details := &OfficeDetails{Stamp: Stamp{ID: OfficeID}, ReferenceSchemes: map[string]string{
		"foi_request": "FOI/OPCC/{yy}-{seq:3}", "grant": "{fy:2}/{fy+1:2} – {seq:4}", "decision": "{seq}.{fy}-{fy+1:2}",
	}}
	request := func(id ID, ref Reference, others ...Reference) Record {
		return &FOIRequest{Stamp: Stamp{ID: id}, Reference: ref, OtherReferences: others, Subject: "Subject of " + string(id)}
	}
	grant := func(id ID, ref Reference, aliases ...Reference) Record {
		return &Grant{Stamp: Stamp{ID: id}, Title: "Grant 2019 " + string(id), Reference: ref, Aliases: aliases}
	}
	reg := NewRegister(
		details,
		request("r3", "FOI/OPCC/20-003"), request("r13", "FOI/OPCC/20-013", "IR/25/02"), request("r3b", "FOI/OPCC/21-003"), request("none", ""),
		grant("g17", "23/24 – 0017"), grant("g117", "23/24 – 0117"), grant("g18", "24/25 – 0018", "WPCC4-0042"), grant("g99", "99/00 – 1234"),
		grant("g12", "23/24 – 0012"), grant("exactly12", "12"),
		&Decision{Stamp: Stamp{ID: "d1084"}, Title: "Decision", Reference: "1084.2015-16"},
		&Decision{Stamp: Stamp{ID: "old"}, Title: "Old", Reference: "DRF 07708"},
		&Fund{Stamp: Stamp{ID: "f"}, Programme: "Core", FunderReference: "MoJ-2024-0091"},
	)
	for _, c := range []struct {
		kind Kind
		text string
		want []ID
	}{
		{KindFOIRequest, "FOI/OPCC/20-003", []ID{"r3"}},
		{KindFOIRequest, "foiopcc20003", []ID{"r3"}},
		{KindFOIRequest, "foi 20 003", []ID{"r3"}},
		{KindFOIRequest, "FOI/20-003", []ID{"r3"}},
		{KindFOIRequest, "20-3", []ID{"r3"}},
		{KindFOIRequest, "20003", []ID{"r3"}},
		{KindFOIRequest, "3", []ID{"r3", "r3b"}},
		{KindFOIRequest, "003", []ID{"r3", "r3b"}},
		{KindFOIRequest, "13", []ID{"r13"}},
		{KindFOIRequest, "20", []ID{"r13", "r3"}},
		{KindFOIRequest, "FOI/OPCC/20", []ID{"r13", "r3"}},
		{KindFOIRequest, "ir 25/2", []ID{}}, // of no scheme of ours, so its zeros count
		{KindFOIRequest, "ir 25/02", []ID{"r13"}},
		{KindFOIRequest, "25/02", []ID{"r13"}},
		{KindFOIRequest, "EIR 20-003", []ID{}}, // its letters are not there
		{KindFOIRequest, "FOI/OPCC", []ID{}},
		{KindFOIRequest, "", []ID{}},
		{KindFOIRequest, " – ", []ID{}},
		{KindFOIRequest, "subject of R13", []ID{"r13"}},
		{KindGrant, "0017", []ID{"g17"}},
		{KindGrant, "17", []ID{"g17"}},
		{KindGrant, "2324-17", []ID{"g17"}},
		{KindGrant, "2324-0017", []ID{"g17"}},
		{KindGrant, "24 17", []ID{"g17"}},
		{KindGrant, "25 17", []ID{}},
		{KindGrant, "117", []ID{"g117"}},
		{KindGrant, "12", []ID{"exactly12"}},
		{KindGrant, "012", []ID{"g12"}},
		{KindGrant, "23/24", []ID{"g117", "g12", "g17"}},
		{KindGrant, "42", []ID{"g18"}},
		{KindGrant, "wpcc4 0042", []ID{"g18"}},
		{KindGrant, "34", []ID{}}, // stands in the middle of a number only
		{KindGrant, "grant 2019 G17", []ID{"g17"}},
		{KindDecision, "1084", []ID{"d1084"}},
		{KindDecision, "1084 2015", []ID{"d1084"}},
		{KindDecision, "1084 2016", []ID{}},
		{KindDecision, "2015-16", []ID{"d1084"}},
		{KindDecision, "old", []ID{"old"}},
		{KindDecision, "7708", []ID{"old"}},
		{KindDecision, "drf 07708", []ID{"old"}},
		{KindFund, "moj 0091", []ID{"f"}},
		{KindOrganisation, "17", []ID{}},
	} {
		want := []string{}
		for _, id := range c.want {
			want = append(want, string(id))
		}
		if got := labelsOf(reg.ByReference(c.kind, c.text)); !slices.Equal(got, want) {
			t.Errorf("%s %q finds %q, want %q", c.kind, c.text, got, want)
		}
	}
	for text, want := range map[string][]string{
		"17":                    {"g17"},
		"1084":                  {"d1084"},
		"3":                     {"r3", "r3b"},
		"0042":                  {"g18"},
		"20":                    {"d1084", "f", "r13", "r3"}, // begins a year in each
		"2324-0017":             {"g17"},
		"grant 2019 G17":        {}, // a title is no reference
		"nothing of the kind 5": {},
		"FOI":                   {},
	} {
		if got := labelsOf(reg.FindReference(text)); !slices.Equal(got, want) {
			t.Errorf("among all kinds %q finds %q, want %q", text, got, want)
		}
	}
}

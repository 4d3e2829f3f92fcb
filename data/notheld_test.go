package data

import "testing"

func TestAnAnswerThatNothingIsHeldSaysWhatIsHeldOfTheWhole(t *testing.T) {
	const words = "We do not hold it.\n\nThe force may."
	for name, c := range map[string]struct {
		held           ShortAnswer
		answers        []string
		want, wantHeld string
	}{
		"the only question":             {"", []string{""}, words, "Not held"},
		"one of two":                    {"", []string{"", "It is £5."}, words, "Partly"},
		"the last of two":               {Partly, []string{"", words}, words, "Not held"},
		"the last, its advice reworded": {Partly, []string{"", "We do not hold it.\n\nAsk the council."}, words, "Not held"},
		"something is given before it":  {Yes, []string{"It is £5."}, "It is £5.\n\n" + words, "Partly"},
		"said already":                  {"", []string{words}, words, "Not held"},
		"an officer’s own word":         {NotHeld, []string{"", "It is £5."}, words, "Not held"},
	} {
		r := &FOIRequest{Held: c.held}
		for _, a := range c.answers {
			r.Questions = append(r.Questions, FOIQuestion{ID: NewRowID(), Answer: a})
		}
		r.AnswerNotHeld(r.Questions[0].ID, words)
		if got := r.Questions[0].Answer; got != c.want || r.Held.Label() != c.wantHeld {
			t.Errorf("%s: answered %q, held: %q", name, got, r.Held.Label())
		}
	}
}

func TestThePoliceForceIsTheOneThatIsKnown(t *testing.T) {
	body := func(name string, kind OrganisationKind) *Organisation {
		return &Organisation{Stamp: Stamp{ID: ID(name)}, Name: name, Kind: kind}
	}
	elm, rail, council := body("Elmshire Police", Police), body("Railway Constabulary", Police), body("Elmshire Council", Council)
	for name, c := range map[string]struct {
		area  string
		known []Record
		want  string
	}{
		"nothing is known":     {"", []Record{council}, ""},
		"the only one":         {"", []Record{council, rail}, "Railway Constabulary"},
		"that of the area":     {"Elmshire", []Record{rail, elm}, "Elmshire Police"},
		"several, but no area": {"", []Record{rail, elm}, ""},
		"the area alone":       {"Elmshire", []Record{council}, "the police force for Elmshire"},
	} {
		reg := NewRegister(append(c.known, &OfficeDetails{Stamp: Stamp{ID: OfficeID}, Name: "Office", PoliceArea: c.area})...)
		if got := reg.PoliceForce(); got != c.want {
			t.Errorf("%s: %q", name, got)
		}
	}
}

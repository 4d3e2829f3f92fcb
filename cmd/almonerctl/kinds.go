package main

import (
	"strings"

	"almoner/data"
)

// kindNames are what people call the kinds of records on a command line, in the order in which they are told of them. The name that the
// portable form has for a kind is always understood too.
var kindNames = []struct {
	name string
	kind data.Kind
}{
	{"grants", data.KindGrant},
	{"funds", data.KindFund},
	{"grant-rounds", data.KindProgramme},
	{"organisations", data.KindOrganisation},
	{"contacts", data.KindContact},
	{"staff", data.KindStaff},
	{"decisions", data.KindDecision},
	{"requests", data.KindFOIRequest},
	{"specifications", data.KindSpecification},
	{"training", data.KindTrainingEvent},
	{"returns", data.KindMonitoringReturn},
	{"frameworks", data.KindOutcomesFramework},
	{"papers", data.KindBoardPaper},
	{"releases", data.KindNewsRelease},
	{"actions", data.KindAction},
	{"publications", data.KindPublication},
	{"files", data.KindAttachment},
	{"questions", data.KindQuestion},
}

// kindNamed is the kind that somebody named, in the plural or the singular.
func kindNamed(word string) (data.Kind, error) {
	said := nameOnLine(word)
	for _, k := range kindNames {
		if name := nameOnLine(k.name); said == name || said == string(k.kind) || said+"s" == name || said+"s" == string(k.kind) {
			return k.kind, nil
		}
	}
	return "", wrongUse("There are no records called “%s”: there are %s.", word, andList(namesOfKinds()))
}

// nameOnLine is a word as names of kinds are compared: “Grant rounds”, “grant-rounds” and “grant_rounds” are the same.
func nameOnLine(word string) string {
	return data.Fold(strings.NewReplacer("-", "_", " ", "_").Replace(word))
}

func namesOfKinds() []string {
	names := make([]string, len(kindNames))
	for i, k := range kindNames {
		names[i] = k.name
	}
	return names
}

// nameOfKind is what people call a kind on a command line.
func nameOfKind(kind data.Kind) string {
	for _, k := range kindNames {
		if k.kind == kind {
			return k.name
		}
	}
	return string(kind)
}

// andList is "a", "a and b", "a, b and c".
func andList(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " and " + words[len(words)-1]
}

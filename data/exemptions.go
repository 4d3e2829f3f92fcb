package data

import "strings"

// ExemptionClass is what the law asks before something may be withheld.
type ExemptionClass string

// The classes. A qualified exemption holds only where the public interest in keeping it outweighs that in disclosing the information
// (section 2(2)(b) of the Act); an absolute one holds by itself (section 2(3)). Procedural ones are no exemptions but reasons not to comply.
const (
	AbsoluteExemption   ExemptionClass = "absolute"
	QualifiedExemption  ExemptionClass = "qualified"
	ProceduralExemption ExemptionClass = "procedural"
)

// ExemptionLaw is a section of the Freedom of Information Act 2000 under which an office may refuse.
type ExemptionLaw struct {
	Section string
	Title   string
	Class   ExemptionClass
}

// exemptionLaws are the sections of the Act with the names and classes that the Ministry of Justice's statistics give them.
var exemptionLaws = []ExemptionLaw{
	{"1(3)", "Clarification required", ProceduralExemption},
	{"8(1)", "Not a valid request", ProceduralExemption},
	{"12(1)", "Cost of finding the information above the limit", ProceduralExemption},
	{"12(2)", "Cost of finding out whether it is held above the limit", ProceduralExemption},
	{"14(1)", "Vexatious", ProceduralExemption},
	{"14(2)", "Repeated request", ProceduralExemption},
	{"21", "Information accessible by other means", AbsoluteExemption},
	{"22", "Information intended for future publication", QualifiedExemption},
	{"22A", "Research intended for future publication", QualifiedExemption},
	{"23", "Security bodies", AbsoluteExemption},
	{"24", "National security", QualifiedExemption},
	{"26", "Defence", QualifiedExemption},
	{"27", "International relations", QualifiedExemption},
	{"28", "Relations within the United Kingdom", QualifiedExemption},
	{"29", "The economy", QualifiedExemption},
	{"30", "Investigations and proceedings of public authorities", QualifiedExemption},
	{"31", "Law enforcement", QualifiedExemption},
	{"32", "Court records", AbsoluteExemption},
	{"33", "Audit functions", QualifiedExemption},
	{"34", "Parliamentary privilege", AbsoluteExemption},
	{"35", "Formulation of government policy", QualifiedExemption},
	{"36", "Prejudice to the effective conduct of public affairs", QualifiedExemption},
	{"37", "Communications with His Majesty, and honours", QualifiedExemption},
	{"38", "Health and safety", QualifiedExemption},
	{"39", "Environmental information", QualifiedExemption},
	{"40", "Personal information", AbsoluteExemption},
	{"41", "Information provided in confidence", AbsoluteExemption},
	{"42", "Legal professional privilege", QualifiedExemption},
	{"43", "Commercial interests", QualifiedExemption},
	{"44", "Prohibitions on disclosure", AbsoluteExemption},
}

// ExemptionLaws are all sections under which an office may refuse, in the order of the Act.
func ExemptionLaws() []ExemptionLaw { return append([]ExemptionLaw{}, exemptionLaws...) }

// LawOf is the section that an exemption claims, however it is written: “s36(2)(b)(i)”, “Section 36”, “43(2)”. Where the Act's own number
// has a subsection (12(1)), that counts.
func LawOf(section string) (ExemptionLaw, bool) {
	s := strings.ToUpper(strings.Join(strings.Fields(section), ""))
	s = strings.TrimPrefix(strings.TrimPrefix(s, "SECTION"), "S")
	s = strings.TrimPrefix(s, ".")
	best, found := ExemptionLaw{}, false
	for _, law := range exemptionLaws {
		rest, ok := strings.CutPrefix(s, strings.ToUpper(law.Section))
		if ok && (rest == "" || rest[0] == '(') && len(law.Section) > len(best.Section) {
			best, found = law, true
		}
	}
	return best, found
}

// NeedsPublicInterest reports whether an exemption holds only after the public interest was weighed. Under the Environmental Information
// Regulations that is so of every exception (regulation 12(1)(b)).
func (e Exemption) NeedsPublicInterest(law Regime) bool {
	if law == RegimeEIR {
		return true
	}
	claimed, ok := LawOf(e.Section)
	return ok && claimed.Class == QualifiedExemption
}

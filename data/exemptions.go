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

// exceptionLaws are the exceptions of the Environmental Information Regulations 2004: regulation 12(4) and (5). Personal data are not
// among them. They are withheld under regulations 12(3) and 13, which have their own conditions, and not under the test of 12(1)(b).
var exceptionLaws = []ExemptionLaw{
	{"12(3)", "Personal data", AbsoluteExemption},
	{"12(4)(a)", "Information not held", QualifiedExemption},
	{"12(4)(b)", "Manifestly unreasonable", QualifiedExemption},
	{"12(4)(c)", "Too general", QualifiedExemption},
	{"12(4)(d)", "Material still being completed", QualifiedExemption},
	{"12(4)(e)", "Internal communications", QualifiedExemption},
	{"12(5)(a)", "International relations, defence, national security or public safety", QualifiedExemption},
	{"12(5)(b)", "The course of justice", QualifiedExemption},
	{"12(5)(c)", "Intellectual property rights", QualifiedExemption},
	{"12(5)(d)", "Confidentiality of proceedings", QualifiedExemption},
	{"12(5)(e)", "Confidentiality of commercial or industrial information", QualifiedExemption},
	{"12(5)(f)", "Interests of whoever provided the information", QualifiedExemption},
	{"12(5)(g)", "Protection of the environment", QualifiedExemption},
	{"13", "Personal data", AbsoluteExemption},
}

// prefixes are what people put before the number of a section or a regulation, the longer ones first.
var prefixes = struct{ section, regulation []string }{
	section: []string{"SECTION", "SEC.", "SEC", "S.", "S"}, regulation: []string{"REGULATION", "REG.", "REG", "R.", "R"},
}

// cutAny is a text without the first of the prefixes that it has.
func cutAny(s string, prefixes []string) (rest string, found bool) {
	for _, p := range prefixes {
		if len(s) >= len(p) && strings.EqualFold(s[:len(p)], p) {
			return strings.TrimSpace(s[len(p):]), true
		}
	}
	return s, false
}

// Under is the law that an exemption is claimed under, for a request under that regime. One under more than one law has sections of the
// Act, and regulations where they are said to be such: “regulation 12(5)(e)”.
func (e Exemption) Under(regime Regime) Regime {
	if regime != RegimeMixed {
		return regime
	}
	if _, regulation := cutAny(strings.TrimSpace(e.Section), prefixes.regulation); regulation {
		return RegimeEIR
	}
	return RegimeFOI
}

// Number is the bare number of the section or the regulation: “36(2)(b)(i)” of “Section 36(2)(b)(i)”.
func (e Exemption) Number() string {
	s := strings.TrimSpace(e.Section)
	if rest, ok := cutAny(s, prefixes.section); ok {
		return rest
	}
	rest, _ := cutAny(s, prefixes.regulation)
	return rest
}

// Law is the section of the Act, or the regulation, that an exemption claims for a request under that regime. The law on data protection
// has none here.
func (e Exemption) Law(regime Regime) (ExemptionLaw, bool) {
	switch e.Under(regime) {
	case RegimeEIR:
		return lawIn(exceptionLaws, e.Number())
	case RegimeSAR:
		return ExemptionLaw{}, false
	default:
		return LawOf(e.Section)
	}
}

// LawOf is the section of the Act that an exemption claims, however it is written: “s36(2)(b)(i)”, “Section 36”, “43(2)”. Where the Act's
// own number has a subsection (12(1)), that counts.
func LawOf(section string) (ExemptionLaw, bool) {
	number, _ := cutAny(strings.TrimSpace(section), prefixes.section)
	return lawIn(exemptionLaws, number)
}

func lawIn(laws []ExemptionLaw, number string) (ExemptionLaw, bool) {
	s := strings.ToUpper(strings.Join(strings.Fields(number), ""))
	for _, law := range laws { // no number of them goes on as another does
		if rest, ok := strings.CutPrefix(s, strings.ToUpper(law.Section)); ok && (rest == "" || rest[0] == '(') {
			return law, true
		}
	}
	return ExemptionLaw{}, false
}

// NeedsPublicInterest reports whether an exemption holds only after the public interest was weighed. Under the Environmental Information
// Regulations that is so of every exception but that for personal data (regulation 12(1)(b) and (3)).
func (e Exemption) NeedsPublicInterest(regime Regime) bool {
	law, known := e.Law(regime)
	if !known {
		return e.Under(regime) == RegimeEIR
	}
	return law.Class == QualifiedExemption
}

package data

import "strings"

// LawsUnder are the sections or regulations under which a request of that regime may be refused, in the order of the law. The law on data
// protection has none here.
func LawsUnder(regime Regime) []ExemptionLaw {
	switch regime {
	case RegimeSAR:
		return nil
	case RegimeEIR:
		return append([]ExemptionLaw{}, exceptionLaws...)
	case RegimeMixed:
		laws := ExemptionLaws()
		for _, law := range exceptionLaws {
			law.Section = "regulation " + law.Section
			laws = append(laws, law)
		}
		return laws
	default:
		return ExemptionLaws()
	}
}

var exemptionClasses = terms[ExemptionClass]{
	{AbsoluteExemption, "Absolute: the public interest is not weighed"},
	{QualifiedExemption, "Qualified: it holds only if the public interest is weighed and falls on its side"},
	{ProceduralExemption, "No exemption, but a reason not to comply with the request"},
}

// Label is how people read the class, with what follows from it.
func (c ExemptionClass) Label() string { return exemptionClasses.label(c) }

// Guidance is what the section covers and what the office has to show, in plain sentences. They tell the person who drafts what to look
// at; they are not the law, and no paper prints them.
func (e Exemption) Guidance(regime Regime) string {
	law, known := e.Law(regime)
	if !known {
		return ""
	}
	if e.Under(regime) == RegimeEIR {
		return exceptionGuidance[law.Section]
	}
	return exemptionGuidance[law.Section]
}

// exemptionGuidance is by the sections of the Act.
var exemptionGuidance = map[string]string{
	"1(3)": "The office cannot tell what is wanted, and has asked. Say what has to be made clear, and help the applicant to say it (section 16). " +
		"The time to answer begins again when the clarification comes.",
	"8(1)": "A request has to be in writing, with a real name and an address for the answer, and has to describe the information. Say which of these is missing, so that it can be put right.",
	"12(1)": "Finding, retrieving and extracting the information would cost more than the limit, which for an office like this is £450: 18 hours at £25. " +
		"Give a reasoned estimate, and say how the request could be narrowed to fall under it (section 16).",
	"12(2)": "Already finding out whether the information is held would cost more than the limit of £450, 18 hours at £25. Give a reasoned estimate, and say how the request could be narrowed.",
	"14(1)": "It is the request that has to be vexatious, and not the person. Weigh the burden, the motive, the value of the request and any harassment of staff, and keep a note of it.",
	"14(2)": "The same person has asked for the same or much the same before, the office answered that, and no reasonable time has passed since. Say when it was answered.",
	"21": "The applicant can reasonably get the information elsewhere, though it may cost a fee. Say exactly where: a page of a website, a publication, or a right to inspect. " +
		"It is no answer that it could be found by somebody who knew where to look.",
	"22": "When the request came in, the office already meant to publish the information, at some date. Keep the evidence of that plan, and show why it is reasonable to wait until then. " +
		"No harm has to be shown.",
	"22A": "The information comes from a programme of research that goes on, whose report is to be published. Show that publishing it early would harm the programme, those who take part in it, " +
		"or the interests of the office.",
	"23": "The information was supplied by, or relates to, one of the security bodies that the section lists. Nothing else has to be shown. A minister’s certificate is conclusive.",
	"24": "Withholding the information has to be required to safeguard national security: reasonably necessary, not merely convenient. Ask the police force’s advice before it is claimed.",
	"26": "Disclosure would, or would be likely to, prejudice the defence of these islands or the capability of the armed forces. Say what harm would follow and how.",
	"27": "Disclosure would, or would be likely to, prejudice relations with another state or an international body; or the information was given by one in confidence. Say what harm would follow.",
	"28": "Disclosure would, or would be likely to, prejudice relations between two administrations within the United Kingdom. A commissioner is not one of them, so it will seldom apply.",
	"29": "Disclosure would, or would be likely to, prejudice the economic interests of the country or of a part of it, or the finances of an administration in it. The office’s own finances do not count.",
	"30": "The information was held at some time for an investigation or proceedings that the office has a duty or the power to conduct, or relates to a confidential source. " +
		"For the office’s own records it will seldom apply: what the police investigate is the chief constable’s. No harm has to be shown.",
	"31": "Disclosure would, or would be likely to, prejudice preventing or detecting crime, catching or prosecuting offenders, the administration of justice, or another purpose that the section lists. " +
		"Say which of them, what harm would follow from disclosure, and how likely it is.",
	"32": "The office holds the information only because it is in a document that was filed with a court or an inquiry, or was made by or served in one. If it also has the information from elsewhere, this does not apply.",
	"33": "It is for bodies that audit the accounts of others or examine how well they use their resources, and disclosure would, or would be likely to, prejudice that. Show that the office has such a function here.",
	"34": "Withholding is required so that the privileges of Parliament are not infringed. It will seldom apply to a commissioner; a certificate of either House is conclusive.",
	"35": "It is for government departments and the Welsh Government only. An office of a commissioner cannot claim it: look at section 36 instead.",
	"36": "Disclosure would, or would be likely to, inhibit free and frank advice or the exchange of views, or otherwise prejudice the conduct of public affairs. " +
		"It needs the reasonable opinion of the qualified person, whom section 36(5) names: record who gave the opinion, its reasons and its day before the reply goes out.",
	"37": "It covers communications with the Sovereign, the heir and the second in line, which are absolute; and with others of the Royal Family and about honours, where the public interest is weighed. Say which limb applies.",
	"38": "Disclosure would, or would be likely to, endanger somebody’s physical or mental health or their safety. Say whose, and how the information leads to it: the address of a refuge is the usual case.",
	"39": "The information is environmental. It does not end the matter: answer under the Environmental Information Regulations, and claim their exceptions where one is needed.",
	"40": "If it is the applicant’s own personal data, answer as a subject access request (40(1)). If it is somebody else’s (40(2)), show that disclosure would be unlawful or unfair: " +
		"whether there is a legitimate interest, whether disclosure is necessary for it, and whether the person’s rights outweigh it. " +
		"Where it is the rights to object or of access that stand against it, the public interest is weighed after all.",
	"41": "The information came from somebody else, and to disclose it would be a breach of confidence for which they could sue. What two parties have agreed between them, such as a contract, was mostly not obtained from either. " +
		"Whether a court would find a public interest in disclosure is a part of the confidence itself.",
	"42": "It covers confidential communications between a lawyer and a client to give or get advice, and papers made mainly for litigation. No harm has to be shown, and the interest in privilege weighs heavily. " +
		"Check that the privilege has not been lost by telling others.",
	"43": "Either it is a trade secret (43(1)), or disclosure would, or would be likely to, prejudice somebody’s commercial interests (43(2)). Say whose and how. " +
		"If it is the interests of a provider, ask the provider; the office must not guess for it.",
	"44": "Another law, retained law or an order of a court forbids the disclosure. Name it, and say why it applies here.",
}

const personalDataGuidance = "If it is the applicant’s own personal data, answer as a subject access request. If it is somebody else’s, show that disclosure would be unlawful or unfair: " +
	"whether there is a legitimate interest, whether disclosure is necessary for it, and whether the person’s rights outweigh it."

// exceptionGuidance is by the Environmental Information Regulations. All but the two on personal data ask for the public interest, with a
// presumption in favour of disclosure (regulation 12(2)).
var exceptionGuidance = map[string]string{
	"12(3)":    personalDataGuidance,
	"12(4)(a)": "The office did not hold the information when the request came in. Say what was searched; if another authority has it, pass the request on or say who has it (regulation 10).",
	"12(4)(b)": "It covers what the Act calls vexatious, and requests that would take an unreasonable amount of work. There is no fixed limit of cost: show the work it would take, and help to narrow it.",
	"12(4)(c)": "The request is too general to be understood. Ask for more particulars within 20 working days, and help with them (regulation 9).",
	"12(4)(d)": "The material is still being completed, the documents are unfinished or the data are incomplete. No harm has to be shown. Say by when it will be complete, and who prepares it.",
	"12(4)(e)": "The request is for communications within the office. No harm has to be shown, but it does not cover what was sent outside. What matters is whether a safe space is still needed.",
	"12(5)(a)": "Disclosure would adversely affect international relations, defence, national security or public safety. Say how, and that it would, not only that it might.",
	"12(5)(b)": "Disclosure would adversely affect the course of justice, a fair trial or an inquiry. Legal advice falls under it.",
	"12(5)(c)": "Disclosure would adversely affect intellectual property rights. Say whose right it is, and what would be lost that the right does not protect.",
	"12(5)(d)": "Disclosure would adversely affect the confidentiality of proceedings that the law protects. It cannot be claimed for information on emissions (regulation 12(9)).",
	"12(5)(e)": "The information is commercial or industrial, the law protects its confidentiality, that protects a legitimate economic interest, and disclosure would adversely affect it. " +
		"It cannot be claimed for information on emissions (regulation 12(9)).",
	"12(5)(f)": "Somebody provided the information freely, need not have done so, has not agreed to disclosure, and would be adversely affected by it. It cannot be claimed for information on emissions (regulation 12(9)).",
	"12(5)(g)": "Disclosure would adversely affect the environment that the information is about, such as a nesting place. It cannot be claimed for information on emissions (regulation 12(9)).",
	"13":       personalDataGuidance,
}

// PublicInterest is how the public interest was weighed, in its three parts: what speaks for disclosing the information, what for keeping it
// back, and where the balance lies. An Exemption keeps it as one text with a bold line above each part, which is how it prints.
type PublicInterest struct {
	For, Against, Balance string // Markdown
}

// publicInterestHeads are the lines above the parts.
var publicInterestHeads = [...]string{"For disclosing it", "For keeping it back", "Where the balance lies"}

func (p *PublicInterest) parts() [3]*string { return [3]*string{&p.For, &p.Against, &p.Balance} }

// PublicInterestOf reads the parts of a test. A text that was not written in parts is where the balance lies.
func PublicInterestOf(test string) PublicInterest {
	var p PublicInterest
	part := &p.Balance
	for line := range strings.Lines(test) {
		if next := p.under(line); next != nil {
			part = next
			continue
		}
		*part += line
	}
	for _, text := range p.parts() {
		*text = strings.TrimSpace(*text)
	}
	return p
}

// under is the part that begins with a line, or nil.
func (p *PublicInterest) under(line string) *string {
	for i, head := range publicInterestHeads {
		if strings.TrimSpace(line) == "**"+head+"**" {
			return p.parts()[i]
		}
	}
	return nil
}

// String is the test as an Exemption keeps it. With nothing but a balance it has no lines above its parts.
func (p PublicInterest) String() string {
	if strings.TrimSpace(p.For) == "" && strings.TrimSpace(p.Against) == "" {
		return strings.TrimSpace(p.Balance)
	}
	var parts []string
	for i, text := range p.parts() {
		if t := strings.TrimSpace(*text); t != "" {
			parts = append(parts, "**"+publicInterestHeads[i]+"**", t)
		}
	}
	return strings.Join(parts, "\n\n")
}

package reports

import (
	"strings"

	"almoner/data"
	"almoner/reports/document"
)

// held says that there is nothing to give, or not all of it; section 1(1)(a) of the Act gives a right to be told. Where the office does not
// confirm of some part that it holds anything, it must not say it of the whole either.
func (p foiReply) held() []document.Block {
	for _, e := range p.r.Exemptions {
		if e.NeitherConfirmNorDeny {
			return nil
		}
	}
	switch p.r.Held {
	case data.No, data.NotHeld:
		return p.words.blocks(p.underLaw("foi_not_held"))
	case data.Partly:
		return p.words.blocks("foi_partly_held")
	default:
		return nil
	}
}

// withheld says which exemptions were applied and why (section 17 of the Act asks for both), and where the exemption is a qualified one
// how the public interest was weighed. Three things stand apart: what the office keeps back, what it does not even confirm that it holds,
// and what it need not look for at all, where the law says so of the request and not of the information (sections 12 and 14).
func (p foiReply) withheld() []document.Block {
	var kept, unconfirmed, excused []document.Block
	for _, e := range p.r.Exemptions {
		law, _ := e.Law(p.r.Regime)
		switch {
		case law.Class == data.ProceduralExemption:
			excused = append(excused, p.exemption(e)...)
		case e.NeitherConfirmNorDeny:
			unconfirmed = append(unconfirmed, p.exemption(e)...)
		default:
			kept = append(kept, p.exemption(e)...)
		}
	}
	opening := "foi_withheld_part"
	if !p.answers() {
		opening = "foi_withheld_all"
	}
	blocks := p.reasons("foi_withheld", opening, kept)
	blocks = append(blocks, p.reasons("foi_unconfirmed", "foi_unconfirmed_words", unconfirmed)...)
	return append(blocks, p.reasons("foi_excused", "foi_excused_words", excused)...)
}

// reasons are exemptions of one sort under their heading; nothing where there are none.
func (p foiReply) reasons(heading, opening string, exemptions []document.Block) []document.Block {
	if len(exemptions) == 0 {
		return nil
	}
	return headed(2, p.words.plain(heading), append(p.words.blocks(p.underLaw(opening)), exemptions...)...)
}

// answers reports whether the reply gives anything at all, or may: whether the words of an answer give something or refuse it, only its
// reader can tell.
func (p foiReply) answers() bool {
	for _, q := range p.r.Questions {
		if strings.TrimSpace(q.Answer) != "" {
			return true
		}
	}
	return len(p.r.Appendices) > 0 || len(p.r.Enclosed) > 0
}

// exemption is one reason for withholding something: the section with its class, why it applies, and the public interest test.
func (p foiReply) exemption(e data.Exemption) []document.Block {
	blocks := []document.Block{document.Heading{Level: 3, Text: document.Text(p.exemptionName(e))}}
	law, known := e.Law(p.r.Regime)
	switch {
	case known && law.Class == data.AbsoluteExemption:
		blocks = append(blocks, p.words.blocks(p.words.under("foi_absolute", e.Under(p.r.Regime)))...)
	case known && law.Class == data.QualifiedExemption, e.NeedsPublicInterest(p.r.Regime):
		blocks = append(blocks, p.words.blocks(p.words.under("foi_qualified", e.Under(p.r.Regime)))...)
	}
	blocks = append(blocks, document.Markdown(e.Reason, 4)...)
	return append(blocks, headed(4, p.words.plain("foi_public_interest"), document.Markdown(e.PublicInterest, 5)...)...)
}

// exemptionName is the section, or the regulation, with what it is about: “Section 43(2) – commercial interests”. The law on data
// protection is named as the office writes it.
func (p foiReply) exemptionName(e data.Exemption) string {
	under := e.Under(p.r.Regime)
	name := p.words.plain(p.words.under("foi_section", under)) + " " + e.Number()
	if under == data.RegimeSAR {
		name = strings.TrimSpace(e.Section)
	}
	about := e.Class
	if law, known := e.Law(p.r.Regime); known && about == "" {
		about = strings.ToLower(law.Title[:1]) + law.Title[1:]
	}
	return strings.Join(nonEmpty(name, about), " – ")
}

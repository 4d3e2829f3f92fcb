package sample

import (
	"crypto/sha256"
	"encoding/hex"

	"almoner/data"
)

// files lie inside the office: short texts, so that a tester can open them anywhere.
func files() []*data.Attachment {
	kept := []struct{ short, name, title, text string }{
		{"profile letter", "Home Office letter 2024-01-31.txt", "Letter agreeing the new profile", profileLetter},
		{"users said", "What users said, February 2025.txt", "What users of the services said", usersSaid},
		{"correction", "Help for families, correction.txt", "Decision as issued", correctionText},
		{"flights", "FOI 25-002 reply.txt", "Reply as issued", flightsReply},
		{"wardens", "Wardens, terms of May 2024.txt", "What was agreed with the borough", wardensTerms},
		{"scores", "Panel scores, navigator grant.txt", "", scoreSheet},
	}
	of := map[string]data.ID{
		"profile letter": decision("reprofile"), "users said": decision("victims"), "correction": decision("correction"),
		"flights": idOf(data.KindFOIRequest, "25-002"), "scores": idOf(data.KindFOIRequest, "25-004"), "wardens": decision("wardens"),
	}
	all := make([]*data.Attachment, 0, len(kept))
	for _, k := range kept {
		a, err := data.NewAttachment(k.name, "text/plain; charset=utf-8", []byte(k.text))
		must(err)
		a.ID, a.Title, a.Of = file(k.short), k.title, of[k.short]
		all = append(all, a)
	}
	return all
}

// sum is the SHA-256 of a text, in hexadecimal.
func sum(s string) string {
	h := sha256.Sum256([]byte(s))
	return hex.EncodeToString(h[:])
}

const profileLetter = `Dear Mr Varga

Thank you for your letter of 15 January. We agree that £8,000 may be spent in 2024-25
instead of 2023-24. Please show the change in your return for March.

Interventions team
`

const usersSaid = `Fourteen people talked to us in February, in three rooms and on the telephone.

"She rang when she said she would. That was the whole of it, some weeks."
"I did not know that what he was doing had a name."
"Evenings. Whatever you do, keep the evenings."
`

const correctionText = `Help for families bereaved by homicide: correction

The grant stands for up to ninety hours, for the same money.

Rosalind Tarrant, 18 September 2025
`

const flightsReply = `FOI/25-002

We do not hold this information. The commissioner has not travelled by police helicopter.

28 February 2025
`

const wardensTerms = `Wardens in Stourhaven, June 2024 to March 2026

Four wardens, every day but Sunday, from ten to six.
The borough pays the uniforms. The office pays the wages, quarter by quarter, and not in advance
of an invoice.
`

const scoreSheet = `Navigator grant 2025-26: one application

Need 9 of 10. Plan 8. People 9. Value 7. Learning 8. Together 41 of 50.
`

package paper

import (
	"almoner/data"
	"almoner/reports"
)

// ToSeeTo is what there is to see to in a paper of a record before it goes out, in sentences, the most harmful first. Name is that of the
// paper, as reports names it.
func ToSeeTo(reg *data.Register, today data.Date, name string, rec data.Record) []string {
	paper, ok := reports.PaperNamed(name)
	if !ok {
		return nil
	}
	var sentences []string
	for _, r := range harmful(makePaper(reports.Setting{Register: reg, Today: today}, paper, rec).remarks) {
		sentences = append(sentences, r.Sentence)
	}
	return sentences
}

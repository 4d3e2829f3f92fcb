package reports

import (
	"fmt"

	"almoner/data"
	"almoner/reports/document"
)

// HeldOnPerson is what the office holds on a person, or what became of it, as the person may be given it (UK GDPR, article 15). It says
// what it says in English, as the records and the change list do.
func HeldOnPerson(s Setting, title string, parts []data.DossierPart) document.Document {
	office := s.Register.Details()
	doc := newPaper(office, title, "Personal data held by the office", office.Short()+" · Personal data")
	doc.Dated, doc.Language = s.Today.Time(), "en-GB"
	var page document.Part
	page.Add(document.Heading{Level: 1, Text: document.Text(title)})
	page.Add(para(fmt.Sprintf("Taken from the records of %s as they stood on %s.", office.Name, s.Today.Long())))
	for _, part := range parts {
		if part.Heading != "" {
			page.Add(document.Heading{Level: 2, Text: document.Text(part.Heading)})
		}
		if len(part.Lines) > 0 {
			page.Add(dossierList(part.Lines))
		}
		if part.Words != "" {
			page.Add(para(part.Words))
		}
	}
	doc.Parts = []document.Part{page}
	return doc
}

func dossierList(lines []data.DossierLine) document.List {
	var list document.List
	for _, l := range lines {
		item := document.Item{Blocks: []document.Block{para(l.Words)}}
		if len(l.Under) > 0 {
			var under document.List
			for _, words := range l.Under {
				under.Items = append(under.Items, document.Item{Blocks: []document.Block{para(words)}})
			}
			item.Blocks = append(item.Blocks, under)
		}
		list.Items = append(list.Items, item)
	}
	return list
}

package reports

import (
	"strings"

	"almoner/data"
	"almoner/reports/document"
)

var newsReleasePaper = Paper{
	Name: "news-release", Title: "News release", Of: data.KindNewsRelease, Public: true,
	Make: makes(func(s Setting, n *data.NewsRelease) document.Document { return NewsRelease(s.Register, n) }),
}

// NewsRelease is what the office tells the press: the news, what people said of it, and whom to ask.
func NewsRelease(reg *data.Register, n *data.NewsRelease) document.Document {
	office := reg.Details()
	w := wording{office: office, values: map[string]string{"office": office.Name, "embargo": n.Embargo}}
	doc := newPaper(office, n.Headline, w.plain("news_kind"), w.plain("news_kind"))
	doc.Dated = n.Date.Time()
	doc.Marking = "" // it is for everybody
	var part document.Part
	part.Add(w.letterhead(), document.Paragraph{Text: document.Bold(strings.ToUpper(w.plain("news_kind"))), Tight: true})
	release := n.Date.Long()
	if n.Embargo != "" {
		release = strings.Join(nonEmpty(release, w.plain("news_embargo")), " · ")
	}
	if release != "" {
		part.Add(para(release))
	}
	part.Add(document.Heading{Level: 1, Text: document.Text(n.Headline)})
	part.Add(document.Markdown(n.Body, 2)...)
	for _, q := range n.Quotations {
		part.Add(quotation(reg, q))
	}
	part.Add(document.Paragraph{Text: document.Bold(w.plain("news_ends"))})
	part.Add(headed(2, w.plain("news_about"), aboutWhom(reg, w, n)...)...)
	if who, ok := personOf(reg, n.Contact); ok {
		contact := []document.Block{document.Paragraph{Text: document.Text(who.line()), Tight: true}}
		if reach := who.reach(); len(reach) > 0 {
			contact = append(contact, document.Paragraph{Text: reach})
		}
		part.Add(document.Together{Blocks: headed(2, w.plain("news_contact"), contact...)})
	}
	doc.Parts = []document.Part{part}
	return doc
}

func quotation(reg *data.Register, q data.Quotation) document.Block {
	words := strings.TrimSpace(q.Words)
	if !strings.HasPrefix(words, "“") && !strings.HasPrefix(words, "\"") && !strings.HasPrefix(words, "‘") {
		words = "“" + words + "”"
	}
	quoted := document.Quotation{Blocks: document.Markdown(words, 3)}
	if who, ok := personOf(reg, q.Contact); ok {
		quoted.By = document.Text("– " + who.line())
	}
	return quoted
}

// aboutWhom says of each organisation that the release is about what it is and where it is found. What the release is about otherwise is
// known from its words.
func aboutWhom(reg *data.Register, w wording, n *data.NewsRelease) []document.Block {
	var list document.List
	for _, id := range n.About {
		o, ok := data.Get[*data.Organisation](reg, id)
		if !ok {
			continue
		}
		words := strings.Join(nonEmpty(o.Name, numbers(w, o)), ", ")
		runs := document.Text(words)
		if o.Website != "" {
			runs = document.Join(runs, document.Text(": "), linkAddresses(o.Website))
		}
		list.Items = append(list.Items, document.Item{Blocks: []document.Block{document.Paragraph{Text: runs}}})
	}
	if len(list.Items) == 0 {
		return nil
	}
	return []document.Block{list}
}

// numbers are the numbers under which an organisation is registered.
func numbers(w wording, o *data.Organisation) string {
	var parts []string
	if o.CharityNumber != "" {
		parts = append(parts, w.say("news_charity", "number", o.CharityNumber))
	}
	if o.CompanyNumber != "" {
		parts = append(parts, w.say("news_company", "number", o.CompanyNumber))
	}
	return strings.Join(parts, ", ")
}

package data

func paperCatalogue(c *Catalogue) {
	c.Fields = []Field[Record]{
		wordsField("reference", "Reference", func(p *BoardPaper) string { return string(p.Reference) }),
		dayField("date", "Date", func(p *BoardPaper) Date { return p.Date }),
		wordsField("title", "Title", func(p *BoardPaper) string { return p.Title }),
		wordsField("to", "To", func(p *BoardPaper) string { return p.To }),
		wordsField("from", "From", func(p *BoardPaper) string { return p.From }),
		wordsField("meeting", "Meeting", func(p *BoardPaper) string { return p.Meeting }),
		wordsField("marking", "Marking", func(p *BoardPaper) string { return p.Marking }),
		c.statusField(),
	}
	c.Shown = []string{"date", "title", "to", "meeting", "marking", "status"}
	c.Order = Sort{Field: "date", Descending: true}
}

func releaseCatalogue(c *Catalogue) {
	c.Fields = []Field[Record]{
		dayField("date", "Date", func(n *NewsRelease) Date { return n.Date }),
		wordsField("headline", "Headline", func(n *NewsRelease) string { return n.Headline }),
		wordsField("embargo", "Embargo", func(n *NewsRelease) string { return n.Embargo }),
		c.statusField(),
		namesField("contact", "Contact", func(reg *Register, n *NewsRelease) string { return reg.nameOf(Person, n.Contact) }),
		severalField("about", "About", func(reg *Register, n *NewsRelease) []string {
			names := make([]string, len(n.About))
			for i, id := range n.About {
				names[i] = reg.nameOf(AnyKind, id)
			}
			return names
		}),
	}
	c.Shown = []string{"date", "headline", "embargo", "status", "contact"}
	c.Order = Sort{Field: "date", Descending: true}
}

func publicationCatalogue(c *Catalogue) {
	c.Fields = []Field[Record]{
		dayField("published_on", "Published", func(p *Publication) Date { return p.PublishedOn }),
		namesField("what", "What", func(reg *Register, p *Publication) string {
			if p.Title != "" {
				return p.Title
			}
			return reg.nameOf(AnyKind, p.What)
		}),
		wordsField("where", "Where", func(p *Publication) string { return p.Where }),
		wordsField("url", "Web address", func(p *Publication) string { return p.URL }),
		dayField("withdrawn_on", "Withdrawn", func(p *Publication) Date { return p.WithdrawnOn }),
	}
	c.Shown = []string{"published_on", "what", "where", "url", "withdrawn_on"}
	c.Order = Sort{Field: "published_on", Descending: true}
}

func attachmentCatalogue(c *Catalogue) {
	c.Fields = []Field[Record]{
		wordsField("name", "Name", func(a *Attachment) string { return a.Name }),
		wordsField("label", "Label", func(a *Attachment) string { return a.Title }),
		namesField("of", "Belongs to", func(reg *Register, a *Attachment) string { return reg.nameOf(AnyKind, a.Of) }),
		sizeField(),
		wordsField("media_type", "Media type", func(a *Attachment) string { return a.MediaType }),
		wordsField("sha256", "SHA-256", func(a *Attachment) string { return a.SHA256 }),
	}
	c.Shown = []string{"name", "label", "of", "size"}
	c.Order = Sort{Field: "name"}
}

// sizeField is printed as papers do, and read by other programs in bytes.
func sizeField() Field[Record] {
	size := func(r Record) int64 { return as[*Attachment](r).Size }
	return Field[Record]{
		Key: "size", Heading: "Size", Figures: true,
		Text:  func(_ *Register, r Record) string { return FileSize(size(r)) },
		Rank:  func(_ *Register, r Record) float64 { return float64(size(r)) },
		Value: func(_ *Register, r Record) any { return size(r) },
	}
}

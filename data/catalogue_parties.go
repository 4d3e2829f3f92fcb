package data

func staffCatalogue(c *Catalogue) {
	c.Fields = []Field[Record]{
		wordsField("name", "Name", func(s *Staff) string { return s.Name }),
		wordsField("initials", "Initials", func(s *Staff) string { return s.Initials }),
		wordsField("job_title", "Job title", func(s *Staff) string { return s.JobTitle }),
		wordsField("phone", "Telephone", func(s *Staff) string { return s.Phone }),
		wordsField("email", "Mail", func(s *Staff) string { return s.Email }),
		dayField("left", "Left on", func(s *Staff) Date { return s.Left }),
	}
	c.Shown = []string{"name", "initials", "job_title", "phone", "email", "left"}
	c.Order = Sort{Field: "name"}
}

func organisationCatalogue(c *Catalogue) {
	c.Fields = []Field[Record]{
		wordsField("name", "Name", func(o *Organisation) string { return o.Name }),
		severalField("other_names", "Other names", func(_ *Register, o *Organisation) []string { return o.OtherNames }),
		termField("kind", "Kind", organisationKinds, func(o *Organisation) OrganisationKind { return o.Kind }),
		wordsField("charity_number", "Charity", func(o *Organisation) string { return o.CharityNumber }),
		wordsField("company_number", "Company", func(o *Organisation) string { return o.CompanyNumber }),
		wordsField("org_id", "Identifier", func(o *Organisation) string { return o.OrgID }),
		wordsField("phone", "Telephone", func(o *Organisation) string { return o.Phone }),
		wordsField("email", "Mail", func(o *Organisation) string { return o.Email }),
		wordsField("website", "Website", func(o *Organisation) string { return o.Website }),
		wordsField("postcode", "Postcode", func(o *Organisation) string { return o.Postcode }),
	}
	c.Shown = []string{"name", "kind", "charity_number", "company_number", "phone", "email"}
	c.Order = Sort{Field: "name"}
}

func contactCatalogue(c *Catalogue) {
	c.Fields = []Field[Record]{
		wordsField("name", "Name", func(p *Contact) string { return p.Name }),
		wordsField("title_or_rank", "Title or rank", func(p *Contact) string { return p.TitleOrRank }),
		wordsField("role", "Role", func(p *Contact) string { return p.Role }),
		namesField("organisation", "Organisation", func(reg *Register, p *Contact) string { return reg.NameOf(p.Organisation) }),
		wordsField("phone", "Telephone", func(p *Contact) string { return p.Phone }),
		wordsField("email", "Mail", func(p *Contact) string { return p.Email }),
		yesField("do_not_print", "Do not print", func(p *Contact) bool { return p.DoNotPrint }),
	}
	c.Shown = []string{"name", "role", "organisation", "phone", "email"}
	c.Order = Sort{Field: "name"}
}

func questionCatalogue(c *Catalogue) {
	c.Fields = []Field[Record]{
		wordsField("key", "Key", func(q *Question) string { return q.Key }),
		wordsField("wording", "Wording", func(q *Question) string { return q.Wording }),
	}
	c.Shown = []string{"key", "wording"}
	c.Order = Sort{Field: "key"}
}

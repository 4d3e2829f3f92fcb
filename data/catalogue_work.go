package data

import "strings"

func frameworkCatalogue(c *Catalogue) {
	c.Fields = []Field[Record]{
		wordsField("title", "Title", func(f *OutcomesFramework) string { return f.Title }),
		countField("measures", "Measures", true, func(f *OutcomesFramework) int { return len(f.Measures) }),
		wordsField("url", "Web address", func(f *OutcomesFramework) string { return f.URL }),
	}
	c.Shown = []string{"title", "measures", "url"}
	c.Order = Sort{Field: "title"}
}

func returnCatalogue(c *Catalogue) {
	c.Fields = []Field[Record]{
		namesField("grant", "Grant", func(reg *Register, m *MonitoringReturn) string { return reg.nameOf(KindGrant, m.Grant) }),
		namesField("provider", "Provider", (*Register).provider),
		wordsField("period", "Period", (*MonitoringReturn).Label),
		dayField("due", "Due", func(m *MonitoringReturn) Date { return m.Due }),
		dayField("received", "Received", func(m *MonitoringReturn) Date { return m.Received }),
		c.statusField(),
		termField("rag", "RAG", rags, func(m *MonitoringReturn) RAG { return m.RAG }),
		namesField("framework", "Outcomes framework", func(reg *Register, m *MonitoringReturn) string {
			return reg.nameOf(KindOutcomesFramework, m.Framework)
		}),
	}
	c.Shown = []string{"grant", "provider", "period", "due", "received", "status", "rag"}
	c.Order = Sort{Field: "due"}
}

// provider is whoever does the work of the grant that a return reports on.
func (reg *Register) provider(m *MonitoringReturn) string {
	g, ok := Get[*Grant](reg, m.Grant)
	if !ok {
		return ""
	}
	if g.DeliveredBy != "" {
		return reg.NameOf(g.DeliveredBy)
	}
	return reg.NameOf(g.Recipient)
}

func trainingCatalogue(c *Catalogue) {
	c.Fields = []Field[Record]{
		dayField("start", "Starts", func(e *TrainingEvent) Date { return e.Start }),
		dayField("end", "Ends", func(e *TrainingEvent) Date { return e.End }),
		wordsField("title", "Title", func(e *TrainingEvent) string { return e.Title }),
		termField("kind", "Kind", eventKinds, func(e *TrainingEvent) EventKind { return e.Kind }),
		namesField("provider", "Provider", func(reg *Register, e *TrainingEvent) string { return reg.NameOf(e.Provider) }),
		severalField("hosts", "Hosts", func(reg *Register, e *TrainingEvent) []string {
			names := make([]string, len(e.Hosts))
			for i, id := range e.Hosts {
				names[i] = reg.NameOf(id)
			}
			return names
		}),
		wordsField("venue", "Venue", func(e *TrainingEvent) string { return e.Venue }),
		wordsField("audience", "Audience", func(e *TrainingEvent) string { return e.Audience }),
		c.statusField(),
		countField("capacity", "Places", false, func(e *TrainingEvent) int { return e.Capacity }),
		countField("booked", "Booked", false, (*TrainingEvent).Booked),
		countField("attended", "Attended", false, (*TrainingEvent).Attended),
	}
	c.Shown = []string{"start", "title", "provider", "status", "booked", "attended"}
	c.Order = Sort{Field: "start", Descending: true}
}

func requestCatalogue(c *Catalogue) {
	c.Fields = []Field[Record]{
		wordsField("reference", "Reference", func(r *FOIRequest) string { return string(r.Reference) }),
		dayField("received", "Received", func(r *FOIRequest) Date { return r.Received }),
		wordsField("subject", "Subject", func(r *FOIRequest) string { return r.Subject }),
		termField("regime", "Law", regimes, func(r *FOIRequest) Regime { return r.Regime }),
		c.statusField(),
		c.dueField(),
		namesField("clock", "Clock", func(reg *Register, r *FOIRequest) string {
			deadline, err := r.Deadline(reg.Calendar())
			if err != nil {
				return ""
			}
			return deadline.Sentence(c.Today)
		}),
		dayField("responded", "Responded", (*FOIRequest).RespondedOn),
		termField("held", "Held", answers, func(r *FOIRequest) ShortAnswer { return r.Held }),
		wordsField("outcome", "Outcome", func(r *FOIRequest) string { return r.Outcome }),
		namesField("officer", "Officer", func(reg *Register, r *FOIRequest) string { return reg.nameOf(Person, r.Officer) }),
	}
	c.Shown = []string{"reference", "received", "subject", "status", "due", "responded", "outcome"}
	c.Order = Sort{Field: "received", Descending: true}
}

// dueField is the day by which a request has to be answered; nothing while its clock waits, or when it cannot be known.
func (c *Catalogue) dueField() Field[Record] {
	due := func(reg *Register, rec Record) Date {
		deadline, err := as[*FOIRequest](rec).Deadline(reg.Calendar())
		if err != nil {
			return Date{}
		}
		return deadline.Due
	}
	return Field[Record]{
		Key: "due", Heading: "Due",
		Text:  func(reg *Register, r Record) string { return due(reg, r).String() },
		Rank:  func(reg *Register, r Record) float64 { return due(reg, r).Rank() },
		Value: func(reg *Register, r Record) any { return due(reg, r).ISO() },
	}
}

func actionCatalogue(c *Catalogue) {
	c.Fields = []Field[Record]{
		dayField("due", "Due", func(a *Action) Date { return a.Due }),
		wordsField("text", "What is to be done", func(a *Action) string { return strings.Join(strings.Fields(a.Text), " ") }),
		namesField("owner", "Owner", func(reg *Register, a *Action) string { return reg.nameOf(AnyParty, a.Owner) }),
		namesField("from", "From", func(reg *Register, a *Action) string { return reg.nameOf(AnyKind, a.From) }),
		c.statusField(),
		yesField("overdue", "Overdue", func(a *Action) bool { return a.OverdueOn(c.Today) }),
	}
	c.Shown = []string{"due", "text", "owner", "from", "status"}
	c.Order = Sort{Field: "due"}
}

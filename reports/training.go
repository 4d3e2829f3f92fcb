package reports

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"almoner/data"
	"almoner/reports/document"
)

var joiningPaper = Paper{
	Name: "joining-instructions", Title: "Joining instructions", Of: data.KindTrainingEvent,
	Unfit: unlessFit(func(_ Setting, e *data.TrainingEvent) string {
		if e.Status == data.EventCancelled {
			return fmt.Sprintf("“%s” was cancelled: nobody is to come.", e.Title)
		}
		return ""
	}),
	Make: makes(func(s Setting, e *data.TrainingEvent) document.Document { return JoiningInstructions(s.Register, e) }),
}

var attendanceSheetPaper = Paper{
	Name: "attendance-sheet", Title: "Attendance sheet", Of: data.KindTrainingEvent,
	Make: makes(func(s Setting, e *data.TrainingEvent) document.Document { return AttendanceSheet(s.Register, e) }),
}

var certificatesPaper = Paper{
	Name: "certificates", Title: "Certificates of attendance", Of: data.KindTrainingEvent,
	Unfit: unlessFit(func(_ Setting, e *data.TrainingEvent) string {
		if len(attended(e)) == 0 {
			return fmt.Sprintf("Nobody on the list of “%s” is marked as having attended, so there is nobody to certify.", e.Title)
		}
		return ""
	}),
	Make: makes(func(s Setting, e *data.TrainingEvent) document.Document { return Certificates(s.Register, e) }),
}

var evaluationPaper = Paper{
	Name: "training-evaluation", Title: "Evaluation", Of: data.KindTrainingEvent,
	Unfit: unlessFit(func(_ Setting, e *data.TrainingEvent) string {
		if v := e.Evaluation; v.Responses == 0 && v.Before == nil && v.After == nil && v.Comments == "" {
			return fmt.Sprintf("Nothing was put down yet of what people thought of “%s”.", e.Title)
		}
		return ""
	}),
	Make: makes(func(s Setting, e *data.TrainingEvent) document.Document { return TrainingEvaluation(s.Register, e) }),
}

// eventWriter writes what the office knows of a training event.
type eventWriter struct {
	reg   *data.Register
	words wording
	e     *data.TrainingEvent
}

func newEventWriter(reg *data.Register, e *data.TrainingEvent) eventWriter {
	office := reg.Details()
	w := wording{office: office}
	w.values = map[string]string{
		"office": office.Name, "event": e.Title, "when": when(e), "venue": e.Venue, "contact": w.contact(),
		"responses": fmt.Sprint(e.Evaluation.Responses), "best": fmt.Sprint(e.Evaluation.Best), "people": fmt.Sprint(e.Attended()),
	}
	return eventWriter{reg, w, e}
}

// when is the days of an event, as it was put down: "4 December 2025", "April and May 2018".
func when(e *data.TrainingEvent) string {
	switch {
	case e.Start.IsZero():
		return ""
	case e.End.IsZero() || e.End == e.Start || e.Start.Precision != data.ToTheDay:
		return e.Start.Long()
	default:
		return e.Start.Long() + " to " + e.End.Long()
	}
}

// title is what a paper about the event is called: "A day on stalking: attendance sheet".
func (w eventWriter) title(kind string) string {
	title := w.words.plain(kind)
	return w.e.Title + ": " + strings.ToLower(title[:1]) + title[1:]
}

func (w eventWriter) paper(kind string) document.Document {
	doc := newPaper(w.reg.Details(), w.title(kind), w.words.plain(kind), w.e.Title)
	doc.Dated = w.e.Start.Time()
	return doc
}

func (w eventWriter) particulars(more ...document.Field) document.Block {
	var hosts []string
	for _, id := range w.e.Hosts {
		hosts = append(hosts, w.reg.NameOf(id))
	}
	rows := []document.Field{
		field(w.words.plain("training_when"), when(w.e)),
		field(w.words.plain("training_venue"), w.e.Venue),
		field(w.words.plain("training_provider"), w.reg.NameOf(w.e.Provider)),
		field(w.words.plain("training_hosts"), strings.Join(hosts, ", ")),
		field(w.words.plain("training_audience"), w.e.Audience),
	}
	return fields(append(rows, more...)...)
}

func (w eventWriter) sessions() []document.Block {
	t := w.words.table(w.words.plain("training_sessions"), "training_session", "training_date", "training_times", "training_venue")
	for _, s := range w.e.Sessions {
		venue := s.Venue
		if venue == "" {
			venue = w.e.Venue
		}
		addRow(&t, document.TextCell(s.Title), dayCell(s.On), document.TextCell(strings.Join(nonEmpty(s.Starts, s.Ends), " – ")), document.TextCell(venue))
	}
	return filled(t)
}

// JoiningInstructions tell those who come what it is, when, where, and what to let the office know.
func JoiningInstructions(reg *data.Register, e *data.TrainingEvent) document.Document {
	w := newEventWriter(reg, e)
	doc, part := w.paper("training_joining"), document.Part{}
	part.Add(w.words.letterhead(), document.Heading{Level: 1, Text: document.Text(e.Title)})
	part.Add(w.words.blocks("training_joining_opening")...)
	part.Add(w.particulars())
	part.Add(headed(2, w.words.plain("training_purpose"), document.Markdown(e.Purpose, 3)...)...)
	part.Add(headed(2, w.words.plain("training_sessions"), w.sessions()...)...)
	part.Add(headed(2, w.words.plain("training_needs"), w.words.blocks("training_needs_words")...)...)
	part.Add(document.Together{Blocks: headed(2, w.words.plain("training_change"), w.words.blocks("training_change_words")...)})
	doc.Parts = []document.Part{part}
	return doc
}

// spareRows are empty lines on an attendance sheet, for those who come unannounced.
const spareRows = 4

// signatureLines is the height of a row in which somebody signs.
const signatureLines = 2.2

// AttendanceSheet is the list that lies at the door: one for each session, with a box for each to sign in. It names the attendees, so it is
// made when somebody asks for it and for nothing else.
func AttendanceSheet(reg *data.Register, e *data.TrainingEvent) document.Document {
	w := newEventWriter(reg, e)
	doc := w.paper("training_attendance")
	sessions := e.Sessions
	if len(sessions) == 0 {
		sessions = []data.Session{{On: e.Start, Venue: e.Venue}}
	}
	for _, s := range sessions {
		doc.Parts = append(doc.Parts, w.sheet(s))
	}
	return doc
}

func (w eventWriter) sheet(s data.Session) document.Part {
	var part document.Part
	part.Add(document.Heading{Level: 1, Text: document.Text(w.title("training_attendance"))})
	venue := s.Venue
	if venue == "" {
		venue = w.e.Venue
	}
	part.Add(fields(
		field(w.words.plain("training_session"), s.Title),
		field(w.words.plain("training_date"), s.On.Long()),
		field(w.words.plain("training_times"), strings.Join(nonEmpty(s.Starts, s.Ends), " – ")),
		field(w.words.plain("training_venue"), venue),
		field(w.words.plain("training_provider"), w.reg.NameOf(w.e.Provider)),
		document.Field{Label: w.words.plain("training_trainer"), Blank: 1.6},
	))
	t := w.words.table(w.words.plain("training_attendance"), "training_number", "training_name", "training_organisation", "training_signature")
	t.Grid = true
	t.Columns[0].Weight, t.Columns[1].Weight, t.Columns[2].Weight, t.Columns[3].Weight = 0.5, 2.4, 2.4, 2.7
	people := slices.Clone(w.e.Attendees)
	slices.SortStableFunc(people, func(a, b data.Attendee) int { return cmp.Compare(lastName(a.Name), lastName(b.Name)) })
	row := func(n int, name, organisation string) {
		t.Groups[0].Rows = append(t.Groups[0].Rows, document.Row{
			Cells: []document.Cell{document.NumberCell(fmt.Sprint(n), float64(n)), document.TextCell(name), document.TextCell(organisation), {}}, Lines: signatureLines,
		})
	}
	for i, a := range people {
		row(i+1, a.Name, w.reg.NameOf(a.Organisation))
	}
	spare := spareRows
	if len(people) == 0 {
		spare = max(min(cmp.Or(s.Capacity, w.e.Capacity), 30), 12)
	}
	for i := range spare {
		row(len(people)+i+1, "", "")
	}
	part.Add(t)
	part.Add(w.words.blocks("training_privacy")...)
	return part
}

func lastName(name string) string {
	words := strings.Fields(data.Fold(name))
	if len(words) == 0 {
		return ""
	}
	return words[len(words)-1] + " " + strings.Join(words, " ")
}

func attended(e *data.TrainingEvent) []data.Attendee {
	return slices.DeleteFunc(slices.Clone(e.Attendees), func(a data.Attendee) bool { return !a.Attended })
}

// Certificates are one page for each who came, with the name and the event.
func Certificates(reg *data.Register, e *data.TrainingEvent) document.Document {
	w := newEventWriter(reg, e)
	doc := w.paper("training_certificates")
	doc.Marking, doc.Footer = "", ""
	people := attended(e)
	slices.SortStableFunc(people, func(a, b data.Attendee) int { return cmp.Compare(lastName(a.Name), lastName(b.Name)) })
	for _, a := range people {
		part := document.Part{Orientation: document.Landscape, Framed: true}
		part.Add(document.Heading{Level: 1, Text: document.Text(w.words.plain("training_certificate"))})
		part.Add(w.words.blocks("training_certify")...)
		part.Add(document.Heading{Level: 2, Text: document.Text(a.Name)})
		part.Add(w.words.blocks("training_took_part")...)
		part.Add(document.Heading{Level: 2, Text: document.Text(e.Title)})
		if day := when(e); day != "" {
			part.Add(para(strings.Join(nonEmpty(day, e.Venue), ", ")))
		}
		part.Add(document.Gap{Lines: 3}, para(strings.Join(nonEmpty(reg.NameOf(e.Provider), reg.Details().Name), " · ")))
		doc.Parts = append(doc.Parts, part)
	}
	return doc
}

// TrainingEvaluation is who came and what they said of it: their own mark of what they knew before and after, as a chart and in figures.
func TrainingEvaluation(reg *data.Register, e *data.TrainingEvent) document.Document {
	w := newEventWriter(reg, e)
	doc, part := w.paper("training_evaluation"), document.Part{}
	part.Add(document.Heading{Level: 1, Text: document.Text(doc.Title)}, w.particulars(
		field(w.words.plain("training_booked"), count(e.Booked())),
		field(w.words.plain("training_attended"), count(e.Attended())),
	))
	part.Add(headed(2, w.words.plain("training_who"), w.attendance()...)...)
	part.Add(headed(2, w.words.plain("training_marks"), w.marks()...)...)
	part.Add(headed(2, w.words.plain("training_comments"), document.Markdown(e.Evaluation.Comments, 3)...)...)
	doc.Parts = []document.Part{part}
	return doc
}

func count(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprint(n)
}

func (w eventWriter) attendance() []document.Block {
	t := w.words.table(w.words.plain("training_who"), "training_organisation", "training_audience", "training_booked>", "training_attended>")
	for _, a := range w.e.Attendance {
		addRow(&t, document.TextCell(w.reg.NameOf(a.Organisation)), document.TextCell(a.Audience),
			document.NumberCell(fmt.Sprint(a.Booked), float64(a.Booked)), document.NumberCell(fmt.Sprint(a.Attended), float64(a.Attended)))
	}
	if len(w.e.Attendance) > 1 {
		sums := []document.Cell{
			document.TextCell(w.words.plain("training_total")),
			{},
			document.NumberCell(fmt.Sprint(w.e.Booked()), float64(w.e.Booked())), document.NumberCell(fmt.Sprint(w.e.Attended()), float64(w.e.Attended())),
		}
		t.Groups[0].Rows = append(t.Groups[0].Rows, document.Row{Cells: sums, Total: true})
	}
	return filled(t)
}

// marks are the averages before and after.
func (w eventWriter) marks() []document.Block {
	v := w.e.Evaluation
	if v.Before == nil && v.After == nil {
		return nil
	}
	chart := &document.Chart{}
	bar := func(name string, mark *data.Decimal) {
		b := document.Bar{Missing: true, Text: w.words.plain("training_not_asked")}
		if mark != nil {
			b = document.Bar{Length: mark.Float(), Text: mark.String()}
		}
		chart.Rows = append(chart.Rows, document.ChartRow{Label: w.words.plain(name), Bars: []document.Bar{b}})
	}
	bar("training_before", v.Before)
	bar("training_after", v.After)
	if v.Best > 0 { // the chart ends where the scale does
		chart.Rows = append(chart.Rows, document.ChartRow{Label: w.words.plain("training_best"), Bars: []document.Bar{{Length: float64(v.Best), Text: fmt.Sprint(v.Best)}}})
	}
	opening := "training_marks_opening"
	if v.Responses == 0 || v.Best == 0 {
		opening = "training_marks_plain"
	}
	return append(w.words.blocks(opening), document.Figure{Alt: w.words.chart(w.words.plain("training_marks"), chart), Chart: chart})
}

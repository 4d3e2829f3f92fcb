package data

import (
	"regexp"
	"slices"
	"strings"
)

// Enrolment is one line of a list of people, as it was pasted from an e-mail or a spreadsheet.
type Enrolment struct {
	Name         string
	Organisation string
	Email        string
	Needs        string // whatever stood after the other three
}

var (
	emailIn    = regexp.MustCompile(`<?[^\s<>,;"()]+@[^\s<>,;"()]+\.[^\s<>,;"()]+>?`)
	listNumber = regexp.MustCompile(`^(?:\d{1,3}[.)]|[-–•*])\s+`)
)

// ReadEnrolments reads a list of people, one a line: a name, then, with commas, semicolons or tabs between, the organisation, the e-mail address
// and what else there is to know. The address may stand anywhere; bullets, numbers and a line of headings are left out.
func ReadEnrolments(text string) []Enrolment {
	var list []Enrolment
	for line := range strings.Lines(text) {
		if p, ok := readEnrolment(line); ok {
			list = append(list, p)
		}
	}
	return list
}

func readEnrolment(line string) (Enrolment, bool) {
	var p Enrolment
	separator := ","
	for _, other := range []string{"\t", ";"} {
		if strings.Contains(line, other) && separator == "," {
			separator = other
		}
	}
	line = listNumber.ReplaceAllString(strings.TrimSpace(line), "")
	if at := emailIn.FindString(line); at != "" {
		p.Email = strings.Trim(at, "<>.")
		line = strings.Replace(line, at, separator, 1)
	}
	var parts []string
	for part := range strings.SplitSeq(line, separator) {
		if part = strings.Trim(trimSpace(part), `"`); part != "" {
			parts = append(parts, part)
		}
	}
	switch {
	case len(parts) == 0 && p.Email == "":
		return p, false
	case len(parts) == 0:
		p.Name = p.Email // somebody who gave no more
		return p, true
	case Fold(parts[0]) == "name":
		return p, false
	}
	p.Name = parts[0]
	if len(parts) > 1 {
		p.Organisation, p.Needs = parts[1], strings.Join(parts[2:], ", ")
	}
	return p, true
}

// Unknown are the organisations of a list of people that the register does not have under that name or another, each once.
func (reg *Register) Unknown(list []Enrolment) []string {
	var unknown []string
	known := reg.organisationsByName()
	for _, p := range list {
		name := Fold(p.Organisation)
		if name == "" || known[name] != "" || slices.ContainsFunc(unknown, func(u string) bool { return Fold(u) == name }) {
			continue
		}
		unknown = append(unknown, p.Organisation)
	}
	return unknown
}

func (reg *Register) organisationsByName() map[string]ID {
	names := map[string]ID{}
	for _, o := range All[*Organisation](reg) {
		for _, name := range append([]string{o.Name}, o.OtherNames...) {
			if name = Fold(trimSpace(name)); name != "" && names[name] == "" {
				names[name] = o.ID
			}
		}
	}
	return names
}

// Enrol puts people on the list of an event, at the organisations that the register has under those names, and returns how many it was. Who is on
// the list already, by address or by name at the same organisation, is left as it is.
func (e *TrainingEvent) Enrol(reg *Register, list []Enrolment) int {
	known, added := reg.organisationsByName(), 0
	for _, p := range list {
		a := Attendee{ID: NewRowID(), Name: p.Name, Organisation: known[Fold(p.Organisation)], Email: p.Email, Needs: p.Needs}
		if !slices.ContainsFunc(e.Attendees, a.sameAs) {
			e.Attendees = append(e.Attendees, a)
			added++
		}
	}
	return added
}

func (a Attendee) sameAs(o Attendee) bool {
	if a.Email != "" && o.Email != "" {
		return Fold(a.Email) == Fold(o.Email)
	}
	return Fold(trimSpace(a.Name)) == Fold(trimSpace(o.Name)) && a.Organisation == o.Organisation
}

// CountAttendees brings the attendance by organisation up to date from the list of people, and returns how many rows that changed. Where an
// organisation has several rows, one for each audience, the list does not say who belongs to which: those organisations are returned and stay
// as they were. How many attended is counted only once somebody is marked as having come. A number that is higher than the list's, as of people
// who booked by telephone, becomes lower only if lower says so.
func (e *TrainingEvent) CountAttendees(lower bool) (changed int, several []ID) {
	type counts struct{ booked, attended int }
	var order []ID
	people, anybody := map[ID]*counts{}, false
	for _, a := range e.Attendees {
		c := people[a.Organisation]
		if c == nil {
			c = &counts{}
			people[a.Organisation] = c
			order = append(order, a.Organisation)
		}
		c.booked++
		if a.Attended {
			c.attended++
			anybody = true
		}
	}
	for _, id := range order {
		rows := e.attendanceOf(id)
		if len(rows) > 1 {
			several = append(several, id)
			continue
		}
		if len(rows) == 0 {
			e.Attendance = append(e.Attendance, Attendance{ID: NewRowID(), Organisation: id})
			rows = []int{len(e.Attendance) - 1}
		}
		row := &e.Attendance[rows[0]]
		before := *row
		row.Booked = people[id].booked
		if anybody {
			row.Attended = people[id].attended
		}
		if !lower {
			row.Booked, row.Attended = max(row.Booked, before.Booked), max(row.Attended, before.Attended)
		}
		if *row != before {
			changed++
		}
	}
	return changed, several
}

// Uncounted is how many people of the list the attendance by organisation leaves out: of those booked, and of those who came. Organisations
// with several rows are left aside, as CountAttendees leaves them.
func (e *TrainingEvent) Uncounted() (booked, came int) {
	counted := Clone(e)
	counted.CountAttendees(true)
	for i, row := range counted.Attendance {
		var before Attendance // a row that was not there yet
		if i < len(e.Attendance) {
			before = e.Attendance[i]
		}
		booked += max(0, row.Booked-before.Booked)
		came += max(0, row.Attended-before.Attended)
	}
	return booked, came
}

// Lowered are the rows of the attendance of which more is put down than the list of people has, each with what it would become.
func (e *TrainingEvent) Lowered() (before, after []Attendance) {
	counted := Clone(e)
	counted.CountAttendees(true)
	for i, row := range e.Attendance {
		if to := counted.Attendance[i]; to.Booked < row.Booked || to.Attended < row.Attended {
			before, after = append(before, row), append(after, to)
		}
	}
	return before, after
}

// attendanceOf is which rows of the attendance are of an organisation.
func (e *TrainingEvent) attendanceOf(organisation ID) []int {
	var rows []int
	for i, a := range e.Attendance {
		if a.Organisation == organisation {
			rows = append(rows, i)
		}
	}
	return rows
}

package data

// Staff is a member of the office's own team: who is at the keyboard, who leads on a decision, who owns an action.
type Staff struct {
	Stamp

	Name     string `json:"name"`
	Initials string `json:"initials,omitempty"`
	JobTitle string `json:"job_title,omitempty"`
	Email    string `json:"email,omitempty"`
	Phone    string `json:"phone,omitempty"`
	Left     Date   `json:"left,omitzero"` // the day on which the person left the office
}

// RecordKind is KindStaff.
func (*Staff) RecordKind() Kind { return KindStaff }

// Label is the person's name.
func (s *Staff) Label() string { return s.Name }

// Problems are what keeps the member of staff from being saved.
func (s *Staff) Problems() Problems {
	var ps Problems
	ps.title("name", s.Name, "A member of staff")
	return ps
}

func (*Staff) references(func(string, Kind, *ID)) {}

package data

import "strings"

// AnswerNotHeld answers a question with words that say that the office does not hold what it asks for; what the answer said already stays
// before them. Where such words begin every answer, nothing is held of the whole; otherwise a part of it is.
func (r *FOIRequest) AnswerNotHeld(question RowID, words string) {
	said, _, _ := strings.Cut(words, "\n\n")
	nothing := true
	for i := range r.Questions {
		q := &r.Questions[i]
		if q.ID == question && !strings.Contains(q.Answer, said) {
			q.Answer = strings.TrimSpace(q.Answer + "\n\n" + words)
		}
		nothing = nothing && strings.HasPrefix(q.Answer, said)
	}
	switch {
	case r.Held == No || r.Held == NotHeld:
	case nothing:
		r.Held = NotHeld
	default:
		r.Held = Partly
	}
}

// PoliceForce is the force that the office’s commissioner holds to account, as far as it is known: the one police body of the register, or of
// several the one that is named after the office’s area; otherwise what the area’s force can be called. Empty where nobody has said.
func (reg *Register) PoliceForce() string {
	area := trimSpace(reg.Details().PoliceArea)
	var forces []string
	for _, o := range All[*Organisation](reg) {
		if o.Kind != Police {
			continue
		}
		if area != "" && strings.Contains(Fold(o.Name), Fold(area)) {
			return o.Name
		}
		forces = append(forces, o.Name)
	}
	switch {
	case len(forces) == 1:
		return forces[0]
	case area != "":
		return "the police force for " + area
	default:
		return ""
	}
}

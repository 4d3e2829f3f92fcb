package data

import (
	"fmt"
	"strings"
)

// EvaluationWords say what those who came said of an event, and where its figures cannot be right.
func (e *TrainingEvent) EvaluationWords() string {
	v, came := e.Evaluation, e.Attended()
	var said []string
	switch {
	case v.Responses > 0 && came == 0:
		said = append(said, countOf(v.Responses, "form", "forms")+" came back.")
	case v.Responses > came:
		said = append(said, countOf(v.Responses, "form", "forms")+" came back, and only "+fmt.Sprint(came)+" attended: one of the two is not right.")
	case v.Responses > 0:
		said = append(said, fmt.Sprintf("%s came back from %d who attended: %d per cent.", countOf(v.Responses, "form", "forms"), came, (200*v.Responses+came)/(2*came)))
	}
	scale := "."
	if v.Best > 0 {
		scale = fmt.Sprintf(", where %d is the best mark.", v.Best)
	}
	switch {
	case v.Before != nil && v.After != nil:
		said = append(said, fmt.Sprintf("On average people put themselves at %s before and at %s after%s %s", v.Before, v.After, scale, v.change()))
	case v.Before != nil:
		said = append(said, fmt.Sprintf("On average people put themselves at %s before%s What they knew after was not put down.", v.Before, scale))
	case v.After != nil:
		said = append(said, fmt.Sprintf("On average people put themselves at %s after%s What they knew before was not put down.", v.After, scale))
	}
	if most := v.highest(); v.Best > 0 && most > Decimal(v.Best)*100 {
		said = append(said, most.String()+" is more than the best mark.")
	}
	return strings.Join(said, " ")
}

// highest is the higher of the two averages.
func (v Evaluation) highest() Decimal {
	var most Decimal
	for _, mark := range []*Decimal{v.Before, v.After} {
		if mark != nil {
			most = max(most, *mark)
		}
	}
	return most
}

// change is how far the average mark moved.
func (v Evaluation) change() string {
	switch d := *v.After - *v.Before; {
	case d > 0:
		return "That is " + d.String() + " higher."
	case d < 0:
		return "That is " + (-d).String() + " lower."
	default:
		return "That is no change."
	}
}

package data

// Question is one entry of the question bank: asked once by one requester, answered for every grant, reused for the next.
type Question struct {
	Stamp

	Key     string `json:"key"`
	Wording string `json:"wording"`
}

// RecordKind is KindQuestion.
func (*Question) RecordKind() Kind { return KindQuestion }

// Label is the question itself.
func (q *Question) Label() string { return q.Wording }

// Problems are what keeps the question from being saved.
func (q *Question) Problems() Problems {
	var ps Problems
	ps.title("key", q.Key, "The question")
	if trimSpace(q.Wording) == "" {
		ps.add("wording", "The question needs its words.")
	}
	return ps
}

func (*Question) references(func(string, Kind, *ID)) {}

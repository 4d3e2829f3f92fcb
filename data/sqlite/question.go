package sqlite

import (
	"fmt"

	"github.com/uptrace/bun"

	"almoner/data"
)

var questions = func() shelf {
	s := keep[questionRow, data.Question]()
	s.sole = func(q *data.Question) (key, field, sentence string) {
		return q.Key, "key", fmt.Sprintf("The question bank already has a question with the key %s: choose another key, or use that question.", q.Key)
	}
	return s
}()

type questionRow struct {
	bun.BaseModel `bun:"table:questions"`
	record

	Key     string
	Wording string
}

package foi

import (
	"fmt"
	"strings"
	"testing"

	"almoner/data"
)

func TestTheQuestionBeforeSendingSaysWhereTheApplicantStands(t *testing.T) {
	r := &data.FOIRequest{Applicant: &data.Applicant{Name: "Ariadne Quill"}, Questions: []data.FOIQuestion{{Answer: "Dear Ms Quill, there are none."}}}
	if said := beforeSending(r); !strings.Contains(said, "• The answer to question 1 holds the applicant’s surname: “Dear Ms Quill, there are none.”\n") {
		t.Errorf("it reads: %s", said)
	}
	r.Questions[0].Answer = "There are none."
	if said := beforeSending(r); said != "" {
		t.Errorf("without cause it says: %s", said)
	}
	for i := range mostMentions + 3 {
		r.Questions = append(r.Questions, data.FOIQuestion{Text: fmt.Sprintf("Quill %d", i)})
	}
	if said := beforeSending(r); strings.Count(said, "•") != mostMentions+1 || !strings.Contains(said, "• and 3 more\n") {
		t.Errorf("it reads: %s", said)
	}
}

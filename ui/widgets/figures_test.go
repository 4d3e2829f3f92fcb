package widgets

import (
	"testing"

	"almoner/data"
	"almoner/ui/uitest"
)

func TestFiguresAreUnderstoodAsPeopleTypeThem(t *testing.T) {
	var (
		places int
		mark   *data.Decimal
		starts string
		other  string
	)
	f := NewForm("f")
	s := uitest.NewScreen(t, Stack(
		f.Count("places", "Places", "", &places), f.Decimal("mark", "Mark", "", &mark), f.Time("starts", "From", "", &starts), f.Text("other", "Other", "", &other),
	))
	for _, c := range []struct{ field, typed, tidy, wrong string }{
		{"places", "1,200", "1200", ""},
		{"places", "12.5", "", "“12.5” is not a whole number; write it like 40."},
		{"places", "99999999999", "", "“99999999999” is not a whole number; write it like 40."},
		{"places", "", "", ""},
		{"mark", "3.850", "", "“3.850” is not a number with at most two places; write it like 3.85."},
		{"mark", "3.80", "3.8", ""},
		{"starts", "9.30 am", "09:30", ""},
		{"starts", "25:00", "", "“25:00” is not a time of the day; write it like 09:30 or 2pm."},
		{"starts", "2pm", "14:00", ""},
	} {
		s.Type("f."+c.field, c.typed)
		s.Focus("f.other")
		switch {
		case c.wrong != "":
			s.Must(c.wrong)
			if s.Value("f."+c.field) != c.typed {
				t.Errorf("%q was replaced by %q", c.typed, s.Value("f."+c.field))
			}
		case s.Value("f."+c.field) != c.tidy || f.Wrong() != "":
			t.Errorf("%q, left, shows %q, want %q; the form says %q", c.typed, s.Value("f."+c.field), c.tidy, f.Wrong())
		}
	}
	if places != 0 || mark == nil || *mark != 380 || starts != "14:00" {
		t.Errorf("places %d, mark %v, from %q", places, mark, starts)
	}
	s.Type("f.mark", "")
	if mark != nil {
		t.Errorf("a mark that was taken out is %v", mark)
	}
}

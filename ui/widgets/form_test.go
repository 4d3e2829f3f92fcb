package widgets

import (
	"slices"
	"testing"
	"time"

	"almoner/data"
	"almoner/ui/uitest"

	"fyne.io/fyne/v2"
)

var today = data.NewDate(2025, time.June, 10)

func TestMoneyIsUnderstoodAsPeopleTypeIt(t *testing.T) {
	var amount data.Money
	f := NewForm("f")
	other := ""
	s := uitest.NewScreen(t, Stack(f.Money("amount", "Amount", "", &amount), f.Text("other", "Other", "", &other)))
	for _, c := range []struct {
		typed string
		want  data.Money
		tidy  string
	}{
		{"5500", data.Pounds(5500), "£5,500"},
		{"22,528.57", data.Money{Pence: 2252857}, "£22,528.57"},
		{"22.5k", data.Pounds(22500), "£22,500"},
		{"up to 600k", data.Money{Pence: 60000000, Qualifier: data.UpTo}, "up to £600,000"},
		{"", data.Money{}, ""},
	} {
		s.Type("f.amount", c.typed)
		if amount != c.want || s.Value("f.amount") != c.typed {
			t.Errorf("%q is %v, and shows %q while one types", c.typed, amount, s.Value("f.amount"))
		}
		s.Focus("f.other")
		if s.Value("f.amount") != c.tidy || amount != c.want {
			t.Errorf("%q, left, shows %q and is %v; want %q", c.typed, s.Value("f.amount"), amount, c.tidy)
		}
	}
}

func TestWhatIsNotMoneyIsSaidAndNothingIsReplaced(t *testing.T) {
	amount := data.Pounds(5500)
	f := NewForm("f")
	changed := 0
	f.Changed = func() { changed++ }
	other := ""
	s := uitest.NewScreen(t, Stack(f.Money("amount", "Amount", "", &amount), f.Text("other", "Other", "", &other)))
	const said = "“a lot” is not an amount; write it like £5,500, 22.5k or up to £22,528.57."
	s.Type("f.amount", "a lot")
	s.Must(said)
	s.Focus("f.other")
	s.Must(said)
	if s.Value("f.amount") != "a lot" || f.Wrong() != said {
		t.Errorf("it shows %q, the form says %q", s.Value("f.amount"), f.Wrong())
	}
	if changed == 0 {
		t.Error("the page is not told")
	}
	s.Type("f.amount", "6k")
	s.MustNot("is not an amount")
	if f.Wrong() != "" || amount != data.Pounds(6000) {
		t.Errorf("mended, the form says %q and the value is %v", f.Wrong(), amount)
	}
}

func TestDatesAreUnderstoodAndWhatIsNoneKeepsTheOldOne(t *testing.T) {
	when := data.NewDate(2023, time.October, 4)
	other := ""
	f := NewForm("f")
	s := uitest.NewScreen(t, Stack(f.Date("when", "When", "", today, &when), f.Text("other", "Other", "", &other)))
	if s.Value("f.when") != "4 Oct 2023" {
		t.Errorf("it shows %q", s.Value("f.when"))
	}
	s.Type("f.when", "31/02/2018")
	s.Must("is not a date", "write it like 4 Oct 2023 or 4/10/23.")
	s.Focus("f.other")
	if when != data.NewDate(2023, time.October, 4) || s.Value("f.when") != "31/02/2018" {
		t.Errorf("the value is %v, the text %q", when, s.Value("f.when"))
	}
	for typed, want := range map[string]data.Date{"4/10/24": data.NewDate(2024, time.October, 4), "today": today, "1 apr 2026": data.NewDate(2026, time.April, 1)} {
		s.Type("f.when", typed)
		s.Focus("f.other")
		if when != want || s.Value("f.when") != want.String() {
			t.Errorf("%q is %v and shows %q", typed, when, s.Value("f.when"))
		}
	}
	s.MustNot("is not a date")
}

func TestTheWordsOfADateOnPaperStay(t *testing.T) {
	when := data.Date{Year: 2018, Month: time.April, Day: 1, Precision: data.ToTheMonth, Wording: "April and May 2018"}
	was := when
	other := ""
	f := NewForm("f")
	s := uitest.NewScreen(t, Stack(f.Date("when", "When", "", today, &when), f.Text("other", "Other", "", &other)))
	s.Focus("f.when")
	s.Keys("x")
	s.Press(fyne.KeyBackspace)
	s.Focus("f.other")
	if s.Value("f.when") == "" || when != was {
		t.Errorf("it shows %q and is %#v", s.Value("f.when"), when)
	}
}

func TestYearsAndWordsAreListsWithCommas(t *testing.T) {
	years := []data.FinancialYear{2017}
	words := []string{"stalking"}
	office := &data.OfficeDetails{FinancialYearStyle: data.YearSlash}
	f := NewForm("f")
	s := uitest.NewScreen(t, Stack(f.Years("years", "Years", "", office, today, &years), f.Words("words", "Words", "", &words)))
	if s.Value("f.years") != "2017/18" || s.Value("f.words") != "stalking" {
		t.Errorf("they show %q and %q", s.Value("f.years"), s.Value("f.words"))
	}
	s.Type("f.years", "2018-19, 2019,, ")
	s.Type("f.words", " domestic   abuse ,, stalking,")
	if !slices.Equal(years, []data.FinancialYear{2018, 2019}) || !slices.Equal(words, []string{"domestic abuse", "stalking"}) {
		t.Errorf("understood as %v and %q", years, words)
	}
	if s.Value("f.years") != "2018/19, 2019/20" {
		t.Errorf("left, the years show %q", s.Value("f.years"))
	}
	s.Must("2 years: 2018/19, 2019/20")
	s.Type("f.years", "soon, 2018")
	if f.Wrong() == "" || !slices.Equal(years, []data.FinancialYear{2018, 2019}) {
		t.Errorf("“soon” is no year; the form says %q, the value is %v", f.Wrong(), years)
	}
}

func TestSavingShowsAllThatIsWrongAndGoesToTheFirst(t *testing.T) {
	name, key := "", ""
	f := NewForm("f")
	f.Check = func() (ps data.Problems) {
		if key == "" {
			ps = append(ps, data.Problem{Field: "key", Sentence: "It needs a key."})
		}
		if name == "" {
			ps = append(ps, data.Problem{Field: "name", Sentence: "It needs a name."})
		}
		return ps
	}
	s := uitest.NewScreen(t, Stack(f.Text("name", "Name", "", &name), f.Text("key", "Key", "", &key)))
	s.MustNot("It needs")
	s.Type("f.key", "x")
	s.Press(fyne.KeyBackspace)
	s.Must("It needs a key.")
	s.MustNot("It needs a name.")
	if !f.ShowAll(s.Canvas()) || s.Focused() != "f.name" {
		t.Errorf("the keyboard goes to %q", s.Focused())
	}
	s.Must("It needs a key.", "It needs a name.")
	s.Keys("Ann")
	s.MustNot("It needs a name.")
	if !f.ShowAll(s.Canvas()) || s.Focused() != "f.key" {
		t.Errorf("then the keyboard goes to %q", s.Focused())
	}
	s.Keys("a")
	if f.ShowAll(s.Canvas()) {
		t.Error("nothing is wrong, and something is shown")
	}
}

func TestRowsThatAreMadeAnewLeaveNothingBehind(t *testing.T) {
	var amount, kept data.Money
	f := NewForm("f")
	s := uitest.NewScreen(t, Stack(f.Money("rows[0].amount", "A", "", &amount), f.Money("total", "B", "", &kept)))
	s.Type("f.rows[0].amount", "none")
	if f.Wrong() == "" {
		t.Fatal("“none” is an amount")
	}
	f.Drop("rows[")
	if f.Wrong() != "" || f.ShowAll(s.Canvas()) {
		t.Errorf("a row that is gone still says %q", f.Wrong())
	}
	s.Type("f.total", "none")
	if f.Wrong() == "" {
		t.Error("a field that stayed says nothing any more")
	}
}

func TestATickIsPutAndTaken(t *testing.T) {
	ticked := false
	f := NewForm("f")
	s := uitest.NewScreen(t, f.Tick("keep", "Keep", "Keep it", &ticked))
	s.Focus("f.keep")
	s.Press(fyne.KeyReturn)
	if !ticked {
		t.Error("Enter does not tick it")
	}
	s.Keys(" ")
	if ticked {
		t.Error("the space bar does not take the tick away")
	}
}

func TestAHintIsThereWhereThereIsRoomForAllOfIt(t *testing.T) {
	value := ""
	f := NewForm("f")
	s := uitest.NewScreen(t, f.Text("name", "Name", "as it stands at the head of a letter", &value))
	for _, c := range []struct {
		width float32
		there bool
	}{{600, true}, {200, false}, {600, true}} {
		s.Window.Resize(fyne.NewSize(c.width, 300))
		if there := slices.Contains(s.Words(), "as it stands at the head of a letter"); there != c.there || !slices.Contains(s.Words(), "Name") {
			t.Errorf("in a width of %v the words are %q", c.width, s.Words())
		}
	}
}

package office

import (
	"bytes"
	"image"
	"image/png"
	"io"
	"strings"
	"testing"

	"almoner/assets"
	"almoner/data"
	"almoner/ui/desk"
	"almoner/ui/uitest"

	"fyne.io/fyne/v2"
)

func details(t *testing.T, d *uitest.Desk) *data.OfficeDetails {
	t.Helper()
	return d.Colleague().Register().Details()
}

func TestTheOfficeSaysWhoItIs(t *testing.T) {
	d := uitest.NewDesk(t)
	d.Open(NewPage(d))
	d.Type("office.name", "Office of the Commissioner for Eastshire")
	d.Type("office.short_name", "Eastshire OPCC")
	d.Type("office.police_area", "Eastshire")
	d.Type("office.commissioner.name", "Ceri Howell")
	d.Type("office.commissioner.title", "Police and Crime Commissioner")
	d.Type("office.chief_executive", "Dee Price")
	d.Type("office.address", "2 Bridge Street\nEastham")
	d.Type("office.phone", "01632 960003")
	d.Type("office.email", "foi@eastshire.example")
	d.Type("office.website", "https://eastshire.example")
	d.Focus("office.financial_year_style")
	d.Press(fyne.KeyDown)
	d.Save()
	o := details(t, d)
	if o.Name != "Office of the Commissioner for Eastshire" || o.ShortName != "Eastshire OPCC" || o.PoliceArea != "Eastshire" ||
		o.Commissioner != (data.Commissioner{Name: "Ceri Howell", Title: "Police and Crime Commissioner"}) || o.ChiefExecutive != "Dee Price" ||
		o.Address != "2 Bridge Street\nEastham" || o.Phone != "01632 960003" || o.Email != "foi@eastshire.example" ||
		o.Website != "https://eastshire.example" || o.FinancialYearStyle != data.YearSlash {
		t.Errorf("kept as %+v; explained %q", o, d.Explained)
	}
	if len(o.Wording) != 0 {
		t.Errorf("words that nobody changed are kept as the office's own: %v", o.Wording)
	}
}

func TestAnOfficeIsNotDeletedOrPrinted(t *testing.T) {
	d := uitest.NewDesk(t)
	d.Open(NewPage(d))
	if _, ok := d.Page().(desk.Remover); ok {
		t.Error("the menu offers to delete the office")
	}
	if _, ok := d.Page().(desk.Printer); ok {
		t.Error("the menu offers a paper that there is not")
	}
	if _, ok := d.Page().(desk.Editor); !ok {
		t.Error("the office cannot be saved")
	}
}

func TestTheOfficeKeepsOnlyItsOwnWords(t *testing.T) {
	standard, err := assets.Wording("en")
	if err != nil {
		t.Fatal(err)
	}
	d := uitest.NewDesk(t)
	d.Open(NewPage(d))
	d.Turn("Standing words")
	const field = "office.wording[foi_close]"
	if got := d.Value(field); got != standard["foi_close"] {
		t.Errorf("the page shows %q, the program says %q", got, standard["foi_close"])
	}
	if d.Has(field + ".standard") {
		t.Error("there is a way back to the standard words, which are there already")
	}
	d.Type(field, "With good wishes")
	d.Save()
	if own := details(t, d).Wording; len(own) != 1 || own["foi_close"] != "With good wishes" {
		t.Fatalf("kept %v", own)
	}

	d.Tap(field + ".standard")
	if got := d.Value(field); got != standard["foi_close"] {
		t.Errorf("back at the standard words the page shows %q", got)
	}
	d.Save()
	if own := details(t, d).Wording; len(own) != 0 {
		t.Errorf("kept %v", own)
	}

	d.Type(field, " ")
	d.Save()
	if own := details(t, d).Wording; len(own) != 0 {
		t.Errorf("an empty text is kept as the office's own: %v", own)
	}
}

func TestWordsOfOtherPapersStay(t *testing.T) {
	d := uitest.NewDesk(t)
	mine := data.Clone(d.Office().Register().Details())
	mine.Wording = map[string]string{"decision_opening": "I have decided", "foi_close": "Yours truly"}
	if _, err := d.Office().Save(t.Context(), mine); err != nil {
		t.Fatal(err)
	}
	d.Open(NewPage(d))
	d.Turn("Standing words")
	if got := d.Value("office.wording[foi_close]"); got != "Yours truly" {
		t.Errorf("the page shows %q", got)
	}
	d.Type("office.wording[foi_answer]", "What we found")
	d.Save()
	own := details(t, d).Wording
	if len(own) != 3 || own["decision_opening"] != "I have decided" || own["foi_close"] != "Yours truly" || own["foi_answer"] != "What we found" {
		t.Errorf("kept %v", own)
	}
}

func TestEveryStandingParagraphHasAPlaceAndALabel(t *testing.T) {
	standard, err := assets.Wording("en")
	if err != nil {
		t.Fatal(err)
	}
	for name := range labels {
		if standard[name] == "" {
			t.Errorf("there is no standing paragraph %s", name)
		}
	}
	papers, err := assets.WordingPapers("en")
	if err != nil {
		t.Fatal(err)
	}
	placed := 0
	for _, p := range papers {
		placed += len(p.Names)
		for _, named := range labelsOf(p.Names) {
			if label := named.label; label == "" || label[0] < 'A' || label[0] > 'Z' {
				t.Errorf("%s is called %q", named.name, label)
			}
		}
	}
	if placed != len(standard) {
		t.Errorf("%d paragraphs have a place, there are %d", placed, len(standard))
	}
}

func TestTheWordsOfAnyPaperAreTheOffices(t *testing.T) {
	d := uitest.NewDesk(t)
	d.Open(NewPage(d))
	d.Turn("Standing words")
	d.Type("office.wording[foi_close]", "Yours truly")
	d.Choose("office.wording.paper", "A news release")
	d.Type("office.wording[news_ends]", "That is all")
	d.Choose("office.wording.paper", "A reply to a request for information")
	if got := d.Value("office.wording[foi_close]"); got != "Yours truly" {
		t.Errorf("what was typed before is %q", got)
	}
	d.Turn("Papers")
	d.Choose("office.decision_template", data.DecisionExecutive.Label())
	d.Type("office.paper_marking", "OFFICIAL")
	d.Save()
	own := details(t, d)
	if own.Wording["foi_close"] != "Yours truly" || own.Wording["news_ends"] != "That is all" || own.DecisionTemplate != data.DecisionExecutive || own.PaperMarking != "OFFICIAL" || own.Language != "" {
		t.Errorf("kept %+v", own)
	}
}

func TestAQuestionIsMadeFoundChangedAndDeleted(t *testing.T) {
	asked := &data.Question{Stamp: data.Stamp{ID: data.NewID()}, Key: "men", Wording: "Is it open to men?"}
	d := uitest.NewDesk(t, asked, &data.Grant{
		Stamp: data.Stamp{ID: data.NewID()}, Title: "Helpline",
		Answers: []data.Answer{{ID: data.NewRowID(), Question: asked.ID, Answer: data.Yes}},
	})
	d.Open(NewPage(d))
	d.Turn("Question bank")
	d.Tap("office.question.new")
	d.Keys("Do you work in Welsh?")
	d.Type("question.key", "men")
	d.Save()
	if len(d.Explained) != 1 {
		t.Errorf("a second question of one short name: explained %q", d.Explained)
	}
	d.Type("question.key", "welsh")
	d.Save()
	if q := uitest.KeptAs[*data.Question](d, "Do you work in Welsh?"); q.Key != "welsh" {
		t.Errorf("kept as %+v", q)
	}
	d.Back()
	if lines := d.Lines("office.questions"); len(lines) != 2 || lines[0] != "Do you work in Welsh? | welsh | 0" || lines[1] != "Is it open to men? | men | 1" {
		t.Fatalf("the bank shows %q", lines)
	}
	d.TapLine("office.questions", "Welsh")
	d.Type("question.wording", "Is the service given in Welsh?")
	d.Save()
	d.Delete()
	if lines := d.Lines("office.questions"); len(lines) != 1 || len(uitest.Kept[*data.Question](d)) != 1 {
		t.Errorf("the bank shows %q", lines)
	}
}

func TestTheOfficeSaysHowItNumbersAndWhichHolidaysItKeeps(t *testing.T) {
	d := uitest.NewDesk(t)
	d.Open(NewPage(d))
	d.Turn("Numbers, themes, holidays")
	d.Type("office.reference_schemes.decision", "PCC/{yyyy}")
	d.Save()
	d.Must("there is no number")
	if len(details(t, d).ReferenceSchemes) != 0 {
		t.Error("a scheme that cannot number was saved")
	}
	d.Type("office.reference_schemes.decision", "PCC/{yyyy}/{seq:3}")
	d.Type("office.reference_schemes.foi_request", "FOI/{yy}-{seq:3}")
	d.Type("office.themes", "stalking, hate crime")
	d.Tap("office.holidays.add")
	d.Type("office.holidays[0].date", "15/6/26")
	d.Type("office.holidays[0].name", "Day after the final")
	d.Save()
	o := details(t, d)
	if len(o.ReferenceSchemes) != 2 || o.ReferenceSchemes["decision"] != "PCC/{yyyy}/{seq:3}" || len(o.Themes) != 2 ||
		len(o.Holidays) != 1 || o.Holidays[0].Date.ISO() != "2026-06-15" || o.Holidays[0].Name != "Day after the final" {
		t.Errorf("kept as %+v; explained %q, said %q", o, d.Explained, d.Said)
	}
	d.Type("office.reference_schemes.foi_request", "")
	d.Save()
	if o := details(t, d); len(o.ReferenceSchemes) != 1 {
		t.Errorf("a scheme that was taken out is kept: %v", o.ReferenceSchemes)
	}
	if next, err := d.Office().Register().NextReference(data.KindDecision, data.NewDate(2026, 1, 5)); err != nil || next != "PCC/2026/001" {
		t.Errorf("the next decision is %q, %v", next, err)
	}
}

func TestARemarkOnTheWordsOfAPaperLeadsToThatPaper(t *testing.T) {
	d := uitest.NewDesk(t)
	page := NewPage(d)
	d.Open(page)
	shower, ok := page.(desk.Shower)
	if !ok || !shower.ShowField("wording[news_ends]") {
		t.Fatal("there is no way to the field")
	}
	if got := d.Focused(); got != "office.wording[news_ends]" {
		t.Errorf("the keyboard is with %q", got)
	}
	d.Type("office.wording[news_ends]", "That is all")
	shower.ShowField("wording[news_ends]")
	if d.Value("office.wording[news_ends]") != "That is all" {
		t.Error("what was typed is gone")
	}
}

// picture is a PNG of one dot.
func picture(t *testing.T) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 1, 1))); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestWhatStandsAroundEveryPaperIsKept(t *testing.T) {
	d := uitest.NewDesk(t)
	o := data.Clone(d.Office().Register().Details())
	o.Language, o.Logo = "xx", picture(t)
	if _, err := d.Office().Save(t.Context(), o); err != nil {
		t.Fatal(err)
	}
	d.Open(NewPage(d))
	d.Turn("Papers")
	d.MustNot("No logo yet")
	d.Type("office.paper_foot", "Weir Hall")
	d.Type("office.paper_marking", "OFFICIAL")
	d.Save()
	if o := details(t, d); o.PaperFoot != "Weir Hall" || o.PaperMarking != "OFFICIAL" || o.Language != "xx" || len(o.Logo) == 0 {
		t.Errorf("kept %q, %q, %q and %d bytes of a logo", o.PaperFoot, o.PaperMarking, o.Language, len(o.Logo))
	}
	d.Choose("office.language", "English")
	d.Tap("office.logo.remove")
	d.Must("No logo yet", "Changed, not saved yet")
	d.Save()
	if o := details(t, d); o.Language != "en" || len(o.Logo) != 0 {
		t.Errorf("kept the language %q and %d bytes of a logo", o.Language, len(o.Logo))
	}
}

func TestALogoIsAPictureThatIsNotTooLarge(t *testing.T) {
	for name, c := range map[string]struct {
		content []byte
		wrong   string
	}{
		"a picture":          {picture(t), ""},
		"as large as it may": {append(picture(t), make([]byte, mostLogo-len(picture(t)))...), ""},
		"a byte larger":      {append(picture(t), make([]byte, mostLogo+1-len(picture(t)))...), "larger than 1 MB"},
		"a text":             {[]byte("Dear Sir or Madam"), "no PNG or JPEG picture"},
		"nothing":            {nil, "no PNG or JPEG picture"},
	} {
		got, err := readLogo(io.NopCloser(bytes.NewReader(c.content)))
		if c.wrong == "" && (err != nil || !bytes.Equal(got, c.content)) || c.wrong != "" && (err == nil || !strings.Contains(data.Explain(err), c.wrong)) {
			t.Errorf("%s: %d bytes of %d, %v", name, len(got), len(c.content), err)
		}
	}
}

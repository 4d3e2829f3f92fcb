package portable

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"almoner/data"
	"almoner/data/anyrecord"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// shared is a file of the papers that real offices published, which are not part of the repository.
func shared(t *testing.T, name string) []byte {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("..", "..", "..", "shared", name))
	if err != nil {
		t.Skipf("the shared papers are not beside the repository: %v", err)
	}
	return b
}

func load(t *testing.T, text []byte) *data.Register {
	t.Helper()
	doc, err := Read(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	reg := data.NewRegister()
	recs, err := doc.Records(reg)
	if err != nil {
		t.Fatal(err)
	}
	reg.Put(recs...)
	if doc.Office != nil {
		doc.Office.ID = data.OfficeID
		reg.Put(doc.Office)
	}
	return reg
}

func dump(t *testing.T, reg *data.Register, o Options) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, reg, o); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestCasesLoadAndComeBackWithEveryValue(t *testing.T) {
	for _, name := range []string{"000-foi-reply", "001-decision", "002-news-release", "003-board-paper", "004-board-paper"} {
		t.Run(name, func(t *testing.T) { comesBack(t, shared(t, "cases/"+name+".json")) })
	}
}

func comesBack(t *testing.T, text []byte) {
	t.Helper()
	written := dump(t, load(t, text), Options{Personal: true})
	var want, got map[string]any
	if err := json.Unmarshal(text, &want); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(written, &got); err != nil {
		t.Fatal(err)
	}
	ids := map[string]string{}
	pair(want, got, ids)
	if len(ids) == 0 {
		t.Fatal("no record was compared")
	}
	if diff := cmp.Diff(rename(want, ids), without(got, want)); diff != "" {
		t.Errorf("what was loaded (-) and what was written (+):\n%s", diff)
	}
}

// pair notes which id of the document that was read became which of the one that was written.
func pair(want, got map[string]any, ids map[string]string) {
	for kind, list := range want {
		records, ok := list.([]any)
		if !ok {
			continue
		}
		others, _ := got[kind].([]any)
		for i := range min(len(records), len(others)) {
			a, _ := records[i].(map[string]any)["id"].(string)
			b, _ := others[i].(map[string]any)["id"].(string)
			ids[a] = b
		}
	}
}

// rename puts new ids in the place of old ones, and words in the place of a cell that is nothing but words.
func rename(v any, ids map[string]string) any {
	switch v := v.(type) {
	case map[string]any:
		if text, ok := v["text"]; ok && len(v) == 1 {
			return text
		}
		c := map[string]any{}
		for k, e := range v {
			if c[k] = e; k != "kind" { // which may be the same word as somebody's id
				c[k] = rename(e, ids)
			}
		}
		return c
	case []any:
		c := make([]any, len(v))
		for i, e := range v {
			c[i] = rename(e, ids)
		}
		return c
	case string:
		if id, ok := ids[v]; ok {
			return id
		}
		return v
	default:
		return v
	}
}

// without leaves out the ids of rows and empty references, which the document that was read did not have.
func without(got, want any) any {
	switch got := got.(type) {
	case map[string]any:
		w, _ := want.(map[string]any)
		c := map[string]any{}
		for k, e := range got {
			if _, known := w[k]; known || k != "id" && e != "" {
				c[k] = without(e, w[k])
			}
		}
		return c
	case []any:
		w, _ := want.([]any)
		c := make([]any, len(got))
		for i, e := range got {
			var other any
			if i < len(w) {
				other = w[i]
			}
			c[i] = without(e, other)
		}
		return c
	default:
		return got
	}
}

// TestMoneyOfThePapersAddsUp works out from the loaded papers what they say themselves.
func TestMoneyOfThePapersAddsUp(t *testing.T) {
	reply := load(t, shared(t, "cases/000-foi-reply.json"))
	for pounds, years := range map[int64][]data.FinancialYear{18_114: {2018}, 7_437: {2017}, 25_551: {2017, 2018}} {
		if got := reply.Grants().Find(data.Query{Years: years, Themes: []string{"stalking"}}, data.Sort{}).Total(); got != data.Pounds(pounds) {
			t.Errorf("grants of %v add up to %s, the reply says £%d", years, got, pounds)
		}
	}
	decision := load(t, shared(t, "cases/001-decision.json"))
	uplift := data.All[*data.Fund](decision)[0]
	b := decision.Balance(uplift)
	if b.Allocated.String() != "up to £22,528.57" || b.Committed != b.Allocated || b.Left.String() != "£0" || uplift.SpendBy.Long() != "31 March 2024" ||
		len(b.Years) != 1 || b.Years[0].Year != 2023 || b.Years[0].Committed != b.Allocated || len(b.Warnings(uplift)) != 0 {
		t.Errorf("the uplift: %+v, %q", b, b.Warnings(uplift))
	}
	d := data.All[*data.Decision](decision)[0]
	if rows := d.AwardRows(decision); len(rows) != 1 || data.AwardedTotal(rows) != b.Allocated {
		t.Errorf("the decision awards %+v", rows)
	}
	bids := load(t, shared(t, "cases/004-board-paper.json"))
	var income, bid data.Money
	for _, f := range data.All[*data.Fund](bids) {
		income, bid = income.Add(bids.Balance(f).Allocated), bid.Add(f.BidAmount)
	}
	if income != data.Pounds(622_000) || bid != data.Pounds(280_000) {
		t.Errorf("%s came in, %s was bid for", income, bid)
	}
}

// TestRandomOfficesSurviveThePortableForm sends whole random offices, records of every kind pointing at each other, there and back.
func TestRandomOfficesSurviveThePortableForm(t *testing.T) {
	for range 2 { // rapid makes 100
		rapid.Check(t, func(rt *rapid.T) {
			recs := anyrecord.Office(rt)
			first := dump(t, data.NewRegister(recs...), Options{Personal: true})
			reg := load(t, first)
			for _, rec := range recs {
				now, ok := reg.Find(rec.RecordKind(), rec.Stamped().ID)
				if !ok {
					rt.Fatalf("the %s %s is gone", rec.RecordKind().Label(), rec.Stamped().ID)
				}
				if diff, err := data.Diff(rec, now); err != nil || len(diff) > 0 {
					rt.Fatalf("%v, the %s is another: %s", err, rec.RecordKind().Label(), diff)
				}
			}
			if second := dump(t, reg, Options{Personal: true}); !bytes.Equal(first, second) {
				rt.Fatal(cmp.Diff(string(first), string(second)))
			}
		})
	}
}

func TestFileBesideALabelBecomesAFileOfTheOffice(t *testing.T) {
	reg := load(t, []byte(`{"almoner": 1, "decisions": [{"id": "d", "reference": "D/1", "title": "A decision",
		"attachments": [{"label": "Bid", "kind": "application", "content": "V2UgYmlkLg=="}]}]}`))
	files := data.All[*data.Attachment](reg)
	if len(files) != 1 || string(files[0].Content) != "We bid." {
		t.Fatalf("%+v", files)
	}
	d := data.All[*data.Decision](reg)[0]
	if a := d.Attachments[0]; a.File != files[0].ID || a.Size != 7 || a.Content != nil || files[0].Of != d.ID {
		t.Errorf("%+v of %s", a, files[0].Of)
	}
	if load(t, dump(t, reg, Options{})).Count(data.KindAttachment) != 1 {
		t.Error("the file is lost on its way")
	}
}

func TestDumpLoadDumpGivesTheSameBytes(t *testing.T) {
	first := dump(t, load(t, shared(t, "cases/000-foi-reply.json")), Options{Personal: true})
	second := dump(t, load(t, first), Options{Personal: true})
	if diff := cmp.Diff(string(first), string(second)); diff != "" {
		t.Error(diff)
	}
}

func TestPersonalDetailsStayUnlessAskedFor(t *testing.T) {
	reg := load(t, []byte(small))
	if open := dump(t, reg, Options{}); bytes.Contains(open, []byte("Ariadne")) || bytes.Contains(open, []byte("consent")) {
		t.Errorf("the document names who asked, or why a person is known:\n%s", open)
	}
	if full := dump(t, reg, Options{Personal: true}); !bytes.Contains(full, []byte("Ariadne")) || !bytes.Contains(full, []byte("consent")) {
		t.Errorf("the document was asked to be whole and is not:\n%s", full)
	}
	if r := data.All[*data.FOIRequest](reg)[0]; r.Applicant == nil {
		t.Error("writing took the applicant out of the register")
	}
}

const small = `{"almoner": 1,
 "office": {"name": "Office of the Commissioner for Elmshire"},
 "organisations": [{"id": "harbour", "name": "Harbour"}],
 "contacts": [{"id": "c", "name": "Bo Lund", "organisation": "harbour", "lawful_basis": "consent"}],
 "grants": [{"id": "g", "reference": "", "title": "Outreach", "recipient": "harbour",
   "awards": [{"financial_year": 2024, "amount": {"pence": 100}}]}],
 "foi_requests": [{"id": "r", "reference": "FOI/1", "received": "2025-01-02", "applicant": {"name": "Ariadne Quill"}}]}`

func TestWhatIsWrongIsNamedWithItsPlace(t *testing.T) {
	for name, c := range map[string]struct {
		change [2]string
		says   []string
	}{
		"a key that is not known":       {[2]string{`"title": "Outreach"`, `"titel": "Outreach"`}, []string{"Line 5", "grants[0].titel", "is not a key"}},
		"a kind that is not known":      {[2]string{`"contacts"`, `"people"`}, []string{"Line 4", "people", "is not a key"}},
		"a key deep inside":             {[2]string{`"pence": 100`, `"pounds": 1`}, []string{"Line 6", "grants[0].awards[0].amount.pounds"}},
		"a key twice":                   {[2]string{`"title": "Outreach"`, `"title": "A", "title": "Outreach"`}, []string{"grants[0].title", "twice"}},
		"an id of nothing":              {[2]string{`"recipient": "harbour"`, `"recipient": "harbours"`}, []string{"grants[0]", "Outreach", "recipient", "harbours", "organisations"}},
		"an id of another kind":         {[2]string{`"recipient": "harbour"`, `"recipient": "c"`}, []string{"grants[0]", "recipient", "contact"}},
		"an id twice":                   {[2]string{`"id": "c"`, `"id": "harbour"`}, []string{"contacts[0]", "harbour", "once"}},
		"a word that is not on a list":  {[2]string{`"title": "Outreach"`, `"title": "Outreach", "status": "won"`}, []string{"Line 5", "grants[0].status", "proposed"}},
		"a date that is none":           {[2]string{`2025-01-02`, `2025-02-30`}, []string{"Line 7", "foi_requests[0].received", "2025-02-30"}},
		"money in pounds and pence":     {[2]string{`"pence": 100`, `"pence": 1.5`}, []string{"grants[0].awards[0].amount.pence"}},
		"a record that cannot be saved": {[2]string{`"title": "Outreach"`, `"title": " "`}, []string{"grants[0]", "title", "needs a name"}},
		"no number of the form":         {[2]string{`"almoner": 1,`, ``}, []string{"portable form"}},
		"a newer form":                  {[2]string{`"almoner": 1`, `"almoner": 2`}, []string{"newer", "Update"}},
		"half a document":               {[2]string{`"Ariadne Quill"}}]}`, `"Ari`}, []string{"Line 7", "not JSON"}},
	} {
		t.Run(name, func(t *testing.T) {
			text := strings.Replace(small, c.change[0], c.change[1], 1)
			if text == small {
				t.Fatal("the test changes nothing")
			}
			doc, err := Read(strings.NewReader(text))
			if err == nil {
				_, err = doc.Records(data.NewRegister())
			}
			if err == nil {
				t.Fatal("it was read")
			}
			said := data.Explain(err)
			for _, part := range c.says {
				if !strings.Contains(said, part) {
					t.Errorf("%q does not say %q", said, part)
				}
			}
		})
	}
}

func TestTheSameRecordsAreNotLoadedTwice(t *testing.T) {
	reg := load(t, []byte(small))
	doc, err := Read(bytes.NewReader(dump(t, reg, Options{})))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := doc.Records(reg); err == nil || !strings.Contains(data.Explain(err), "already") {
		t.Errorf("loading an office into itself: %v", err)
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(small))
	f.Add([]byte(`{"almoner": 1}`))
	f.Add([]byte(`{"almoner": 1, "grants": [null]}`))
	f.Fuzz(func(t *testing.T, text []byte) {
		doc, err := Read(bytes.NewReader(text))
		if err != nil {
			if said := data.Explain(err); said == "" {
				t.Fatalf("%v is not explained", err)
			}
			return
		}
		if recs, err := doc.Records(data.NewRegister()); err == nil && len(recs) != doc.Len() {
			t.Fatal(fmt.Sprint(len(recs), " records of ", doc.Len()))
		}
	})
}

func TestFilesOfEveryPaperAreKeptAndNoneIsReplaced(t *testing.T) {
	reg := load(t, []byte(`{"almoner": 1,
		"foi_requests": [{"id": "r", "reference": "FOI/1", "received": "2025-01-02", "attachments": [{"label": "Letter", "content": "V2UgYmlkLg=="}]}],
		"board_papers": [{"id": "b", "title": "A paper", "attachments": [{"label": "Annex", "content": "V2UgYmlkLg=="}]}]}`))
	if n := reg.Count(data.KindAttachment); n != 2 {
		t.Errorf("%d files", n)
	}
	for _, a := range data.All[*data.Attachment](reg) {
		if a.Of == "" || string(a.Content) != "We bid." {
			t.Errorf("%+v", a)
		}
	}
	_, err := Read(strings.NewReader(`{"almoner": 1, "board_papers": [{"id": "b", "title": "A paper", "attachments": [{"label": "Annex", "file": "f", "content": "V2UgYmlkLg=="}]}]}`))
	if err == nil || !strings.Contains(data.Explain(err), "also names the file “f”") {
		t.Errorf("a file was put in the place of another: %v", err)
	}
}

package outbox

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/google/uuid"
	"pgregory.net/rapid"

	"almoner/data"
	"almoner/data/anyrecord"
)

// wantRecord fails unless two records say the same. Both may be nil.
func wantRecord(t tb, what string, want, got data.Record) {
	t.Helper()
	if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
		t.Fatalf("%s (-want +got):\n%s", what, diff)
	}
}

// wantBack puts a save down, reads the line of it and holds its records against those that were saved.
func wantBack(t tb, mine, base data.Record) {
	t.Helper()
	before := data.Clone(mine)
	e, err := New(mine, base, uuid.NewString(), monday)
	if err != nil {
		t.Fatal(err)
	}
	wantRecord(t, "what the caller gave", before, mine)
	text, err := line{Number: 1, Come: &e}.bytes()
	if err != nil {
		t.Fatal(err)
	}
	l, _, ok := lineAt(text)
	if !ok {
		t.Fatalf("the line cannot be read again: %s", text)
	}
	if diff := cmp.Diff(e, *l.Come); diff != "" {
		t.Fatalf("the entry (-put down +read):\n%s", diff)
	}
	was, is, err := l.Come.Records()
	if err != nil {
		t.Fatal(err)
	}
	wantRecord(t, "mine", mine, is)
	if base == nil {
		if was != nil {
			t.Fatalf("made from nothing, and read as made from %v", was)
		}
		return
	}
	wantRecord(t, "base", base, was)
}

// versions are a record of a kind as four people may have it, all with one ID.
type versions struct{ empty, full, edited, other data.Record }

func drawVersions(t *rapid.T, kind data.Kind) versions {
	empty, err := data.New(kind)
	if err != nil {
		t.Fatal(err)
	}
	full, other := anyrecord.Record(t, kind, anyrecord.Nowhere()), anyrecord.Record(t, kind, anyrecord.Nowhere())
	full.Stamped().ID, other.Stamped().ID = empty.Stamped().ID, empty.Stamped().ID
	return versions{empty, full, anyrecord.Edit(t, full, anyrecord.Nowhere()), other}
}

func wantAllBack(t tb, v versions) {
	t.Helper()
	wantBack(t, v.full, nil)
	wantBack(t, v.empty, nil)
	for _, version := range []int64{0, 7} { // a record may be saved again before the shared file had it
		for _, rec := range []data.Record{v.empty, v.full, v.edited, v.other} {
			rec.Stamped().Version = version
		}
		wantBack(t, v.full, v.empty)   // filled
		wantBack(t, v.edited, v.full)  // changed
		wantBack(t, v.other, v.full)   // written anew
		wantBack(t, v.empty, v.edited) // emptied
		wantBack(t, v.full, v.full)    // left as it was
	}
}

func TestASaveOfEveryKindComesBackAsItWas(t *testing.T) {
	for _, kind := range data.Kinds() {
		of := rapid.Custom(func(t *rapid.T) versions { return drawVersions(t, kind) })
		filled := false
		for seed := range 8 {
			v := of.Example(seed)
			wantAllBack(t, v)
			fields, err := data.Diff(v.full, v.other)
			wantNil(t, err)
			filled = filled || len(fields) > 1
		}
		if !filled {
			t.Errorf("no %s was changed", kind.Label())
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		wantAllBack(t, drawVersions(t, rapid.SampledFrom(data.Kinds()).Draw(t, "kind")))
	})
}

func TestAFileComesBackWithItsContent(t *testing.T) {
	a, err := data.NewAttachment("Harbour bid.docx", "", []byte("PK\x03\x04\x00\xff\n\""))
	wantNil(t, err)
	wantBack(t, a, nil)
	renamed := data.Clone(a) // whose content the office keeps
	renamed.Version, renamed.Content, renamed.Title = 1, nil, "Application"
	base := data.Clone(renamed)
	base.Title = ""
	wantBack(t, renamed, base)
}

func TestPenceThatNoFloatHoldsStayAsTheyAre(t *testing.T) {
	for _, pence := range []int64{9_007_199_254_740_993, 99_999_999_999_999_999, 1<<63 - 1, -9_007_199_254_740_993} {
		g := &data.Grant{Stamp: data.Stamp{ID: "g"}, Title: "<b>&amp;</b>\u2028", Awards: []data.Award{{ID: "a", Amount: data.Money{Pence: pence}}}}
		wantBack(t, g, nil)
	}
}

func TestRowsAndRecordsWithoutNamesAreNamed(t *testing.T) {
	g := &data.Grant{Title: "Outreach", Awards: []data.Award{{FinancialYear: 2024}, {FinancialYear: 2025}}}
	e, err := New(g, nil, uuid.NewString(), monday)
	wantNil(t, err)
	if g.ID != "" || g.Awards[0].ID != "" {
		t.Errorf("the caller's record was changed: %+v", g)
	}
	_, mine, err := e.Records()
	wantNil(t, err)
	named, ok := mine.(*data.Grant)
	if !ok || !named.ID.Ours() || len(named.Awards) != 2 || named.Awards[0].ID == "" || named.Awards[0].ID == named.Awards[1].ID || named.Awards[1].FinancialYear != 2025 {
		t.Errorf("named: %+v", mine)
	}
}

func TestWhatASaveWasMadeFromHasToFit(t *testing.T) {
	g := &data.Grant{Stamp: data.Stamp{ID: "g", Version: 3}, Title: "Outreach"}
	for name, base := range map[string]data.Record{
		"nothing, though it was saved": nil,
		"another record":               &data.Grant{Stamp: data.Stamp{ID: "h", Version: 3}},
		"another kind of record":       &data.Fund{Stamp: data.Stamp{ID: "g", Version: 3}},
	} {
		if e, err := New(g, base, uuid.NewString(), monday); err == nil {
			t.Errorf("made from %s: %+v", name, e)
		}
	}
}

func TestTheHourIsTheSameAfterReading(t *testing.T) {
	o := open(t, t.TempDir())
	e := grant(t, "One")
	e.At = time.Now().In(time.FixedZone("BST", 3600))
	added := add(t, o, e)
	if !added.At.Equal(e.At) {
		t.Errorf("saved at %v, put down as %v", e.At, added.At)
	}
	wantAgain(t, o, added)
}

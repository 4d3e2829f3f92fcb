package presence

import (
	"bytes"
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func cards(t *rapid.T) card {
	text := rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{"", "Siân ‘the pen’ O’Neill", `"\`, "\x00\x1f", "\xff\xfe", "\u2028", string(bytes.Repeat([]byte{'"'}, 5000))}))
	c := card{
		Nonce: random(), Run: random(), Name: text.Draw(t, "name"), Machine: text.Draw(t, "machine"),
		Joined:  time.Unix(rapid.Int64Range(-1<<40, 1<<40).Draw(t, "joined"), 0),
		At:      Where{text.Draw(t, "kind"), text.Draw(t, "record"), text.Draw(t, "label"), rapid.Bool().Draw(t, "editing")},
		Holding: rapid.Bool().Draw(t, "holding"),
	}
	if rapid.Bool().Draw(t, "broken") {
		c.Broken = &culprit{text.Draw(t, "client"), text.Draw(t, "his name"), text.Draw(t, "his machine")}
	}
	return c
}

func TestACardIsReadAsItWasWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := cards(t)
		b, err := c.encode()
		if err != nil || len(b) != cardSize {
			t.Fatalf("%d bytes, %v", len(b), err)
		}
		got, err := decode(b)
		if err != nil {
			t.Fatal(err)
		}
		want := c.clean()
		want.Version, want.Again = cardVersion, c.Nonce
		if diff := cmp.Diff(want, got); diff != "" {
			t.Error(diff)
		}
	})
}

func TestNobodySeesHalfACard(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		one, two := cards(t), cards(t)
		a, err := one.encode()
		if err != nil {
			t.Fatal(err)
		}
		b, err := two.encode()
		if err != nil {
			t.Fatal(err)
		}
		seam := rapid.IntRange(0, cardSize).Draw(t, "seam")
		got, err := decode(append(bytes.Clone(a[:seam]), b[seam:]...))
		switch {
		case errors.Is(err, errCard):
		case err != nil:
			t.Fatal(err)
		case !cmp.Equal(got, mustDecode(t, a)) && !cmp.Equal(got, mustDecode(t, b)):
			t.Fatalf("half of one and half of the other: %+v", got)
		}
	})
}

func mustDecode(t *rapid.T, b []byte) card {
	c, err := decode(b)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func FuzzACardOfAnybody(f *testing.F) {
	good, err := card{Nonce: "n", Run: "r", Name: "Ann"}.encode()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(good)
	f.Add([]byte(`{"version":1,"nonce":"n","run":"r","again":"n","joined":"9999-12-31T23:59:59-14:00","broken":{}}`))
	f.Add([]byte(`{"version":1,"nonce":"n","run":"r","again":"n","joined":"0000-01-01T00:00:00+14:00"}`))
	f.Add([]byte(`[[[[`))
	f.Fuzz(func(t *testing.T, b []byte) {
		if len(b) < cardSize { // so that most of them are of the right size
			b = append(b, bytes.Repeat([]byte{' '}, cardSize-len(b))...)
		}
		c, err := decode(b)
		if err != nil {
			if !errors.Is(err, errCard) {
				t.Errorf("what is no card is %v", err)
			}
			return
		}
		again, err := c.encode()
		if err != nil {
			t.Fatalf("a card that was read cannot be written: %v", err)
		}
		if got, err := decode(again); err != nil || !cmp.Equal(got, c) {
			t.Errorf("%v: %s", err, cmp.Diff(c, got))
		}
	})
}

package widgets

import (
	"context"
	"errors"
	"testing"
)

// someday is a Runner whose work is done when the test says so.
type someday []func()

func (s *someday) run(work func(context.Context) error, done func(error)) {
	*s = append(*s, func() { done(work(context.Background())) })
}

func TestAnOlderResultNeverTakesThePlaceOfANewerOne(t *testing.T) {
	var latest Latest
	var pending someday
	var shown []string
	for _, name := range []string{"old", "new"} {
		latest.Do(pending.run, func(context.Context) error { return nil }, func(error) { shown = append(shown, name) })
	}
	pending[1]()
	pending[0]()
	if len(shown) != 1 || shown[0] != "new" {
		t.Errorf("shown: %q", shown)
	}
}

func TestEachResultIsShownWhereNoneIsOvertaken(t *testing.T) {
	var latest Latest
	var pending someday
	broken := errors.New("broken")
	var shown []error
	for i, err := range []error{nil, broken} {
		latest.Do(pending.run, func(context.Context) error { return err }, func(err error) { shown = append(shown, err) })
		pending[i]()
	}
	if len(shown) != 2 || shown[0] != nil || !errors.Is(shown[1], broken) {
		t.Errorf("shown: %v", shown)
	}
}

package widgets

import (
	"errors"
	"testing"
	"testing/synctest"
)

func TestAnOlderResultNeverTakesThePlaceOfANewerOne(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var latest Latest
		var shown []string
		slow := make(chan struct{})
		latest.Do(func() error { <-slow; return nil }, func(error) { shown = append(shown, "old") })
		latest.Do(func() error { return nil }, func(error) { shown = append(shown, "new") })
		synctest.Wait()
		if len(shown) != 1 || shown[0] != "new" {
			t.Fatalf("shown while the older one is at work: %q", shown)
		}
		close(slow)
		synctest.Wait()
		if len(shown) != 1 {
			t.Errorf("shown in the end: %q", shown)
		}
	})
}

func TestEachResultIsShownWhereNoneIsOvertaken(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var latest Latest
		broken := errors.New("broken")
		var shown []error
		for _, err := range []error{nil, broken} {
			latest.Do(func() error { return err }, func(err error) { shown = append(shown, err) })
			synctest.Wait()
		}
		if len(shown) != 2 || shown[0] != nil || !errors.Is(shown[1], broken) {
			t.Errorf("shown: %v", shown)
		}
	})
}

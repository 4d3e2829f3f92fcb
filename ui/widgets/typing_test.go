package widgets

import "testing"

func TestWhatIsOneThingToTakeBack(t *testing.T) {
	for _, c := range []struct {
		texts  []string
		begins int
	}{
		{[]string{"", "a", "ab", "abc"}, 1},
		{[]string{"ab", "ab ", "ab c", "ab cd"}, 1},
		{[]string{"", "a", "a ", "a b"}, 2},
		{[]string{"abc", "ab", "a"}, 1},
		{[]string{"abc", "abcd", "abc", "abcd"}, 3},
		{[]string{"long words", "R", "Re", "Ref"}, 1},
		{[]string{"a", "a pasted text", "a pasted text!"}, 2},
		{[]string{"aa", "aaa", "aaaa"}, 1},
	} {
		fd := &field{control: NewEntry("f"), text: c.texts[0]}
		typed, begins := typing{}, 0
		for _, text := range c.texts[1:] {
			fd.control.(*Entry).Text = text //nolint:forcetypeassert // made above
			if typed.begins(fd) {
				begins++
			}
		}
		if begins != c.begins {
			t.Errorf("%q is %d things to take back, want %d", c.texts, begins, c.begins)
		}
	}
}

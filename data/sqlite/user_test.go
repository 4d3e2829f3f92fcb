package sqlite

import "testing"

func TestPeopleAreCalledByTheirNames(t *testing.T) {
	for _, c := range []struct{ name, login, want string }{
		{"Ann Mensah", `ELMSHIRE\a.mensah`, "Ann Mensah"},
		{" ", `ELMSHIRE\a.mensah`, "a.mensah"},
		{"", "ann", "ann"},
	} {
		if got := personName(c.name, c.login); got != c.want {
			t.Errorf("%q, %q is called %q, want %q", c.name, c.login, got, c.want)
		}
	}
	if u := CurrentUser(); u.Name == "" || u.Machine == "" {
		t.Errorf("a save would not say whose it is: %+v", u)
	}
}

package sqlite

import (
	"os"
	"os/user"
	"strings"
)

// CurrentUser is the person whose account the program runs under, by the name that colleagues know if the account has one, and the
// machine. The change list says so of every save.
func CurrentUser() User {
	u := User{Name: "unknown", Machine: "unknown"}
	if host, err := os.Hostname(); err == nil {
		u.Machine = host
	}
	if account, err := user.Current(); err == nil {
		u.Name = personName(account.Name, account.Username)
	}
	return u
}

// personName is the full name of an account, or else its login without the domain that Windows puts before it.
func personName(name, login string) string {
	if name = strings.TrimSpace(name); name != "" {
		return name
	}
	return login[strings.LastIndexByte(login, '\\')+1:]
}

package document

import (
	"net/url"
	"strings"
)

// Target is the full address that a link outside of a paper leads to, and whether it may: to the web, or to a mail or telephone address.
// What a link to a file or to a script would do depends on the reader's machine, so no paper holds one, nor one that is no address.
func Target(link string) (address string, ok bool) {
	to := strings.TrimSpace(link)
	if strings.ContainsAny(to, " \t\r\n\"<>\\^`{|}") {
		return "", false
	}
	scheme, rest, found := strings.Cut(to, ":")
	switch {
	case !found && strings.Contains(to, "@"):
		scheme, rest, to = "mailto", to, "mailto:"+to
	case !found && strings.HasPrefix(to, "www."):
		scheme, to = "https", "https://"+to
	}
	switch strings.ToLower(scheme) {
	case "http", "https":
		u, err := url.Parse(to)
		ok = err == nil && u.Hostname() != ""
	case "mailto":
		name, host, _ := strings.Cut(rest, "@")
		ok = name != "" && host != "" && !strings.Contains(host, "@")
	case "tel":
		ok = rest != ""
	}
	if !ok {
		return "", false
	}
	return to, true
}

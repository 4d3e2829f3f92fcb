package document

import (
	"slices"
	"strings"
)

// Target is the full address that a link outside of a paper leads to, and whether it may: to the web, or to a mail or telephone address.
// What a link to a file or to a script would do depends on the reader's machine, so no paper holds one.
func Target(link string) (address string, ok bool) {
	to := strings.TrimSpace(link)
	scheme, _, found := strings.Cut(to, ":")
	switch {
	case strings.ContainsAny(to, " \t\r\n\"<>\\^`{|}"):
		return "", false
	case found && slices.Contains([]string{"http", "https", "mailto", "tel"}, strings.ToLower(scheme)):
		return to, true
	case !found && strings.Contains(to, "@"):
		return "mailto:" + to, true
	case !found && strings.HasPrefix(to, "www."):
		return "https://" + to, true
	}
	return "", false
}

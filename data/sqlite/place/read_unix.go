//go:build unix

package place

import (
	"os"
	"strings"
	"sync"
)

// resolve follows every link of a path, also the last one if it leads to a file that is not there yet: SQLite would make that file
// where the link leads.
func resolve(path string) string {
	done := "/"
	todo := strings.Split(path, "/")
	for links := 0; len(todo) > 0; {
		name := todo[0]
		todo = todo[1:]
		if name == "" || name == "." {
			continue
		}
		next := strings.TrimSuffix(done, "/") + "/" + name
		target, err := os.Readlink(next)
		if err != nil || links == 40 { // no link (a .. is none either), or not there; Linux gives up after as many
			done = next
			continue
		}
		links++
		if strings.HasPrefix(target, "/") {
			done = "/"
		}
		todo = append(strings.Split(target, "/"), todo...)
	}
	return done
}

// once asks for the table of mounts a single time, as every rule wants it.
func once(mounts func() []mount) func(string) []mount {
	ask := sync.OnceValue(mounts)
	return func(string) []mount { return ask() }
}

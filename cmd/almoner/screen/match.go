package screen

import (
	"regexp"
	"strings"

	"almoner/ui/inspect/tree"
)

// Match says what a node must be. Several together must all hold.
type Match struct {
	what string
	ok   func(tree.Node) bool
}

// Name matches the node that calls itself name (its InspectName).
func Name(name string) Match {
	return Match{"named " + name, func(n tree.Node) bool { return n.Name == name }}
}

// Text matches a node that shows exactly this.
func Text(text string) Match {
	return Match{"showing “" + text + "”", func(n tree.Node) bool { return n.Text == text }}
}

// Like matches a node whose text the regular expression matches somewhere.
func Like(expression string) Match {
	re := regexp.MustCompile(expression)
	return Match{"showing something like " + expression, func(n tree.Node) bool { return re.MatchString(n.Text) }}
}

// Placeholder matches an entry by the words it shows while it is empty.
func Placeholder(text string) Match {
	return Match{"with placeholder “" + text + "”", func(n tree.Node) bool { return n.Placeholder == text }}
}

// Type matches a Go type, with or without its package: "Button", "widget.Button".
func Type(name string) Match {
	return Match{"of type " + name, func(n tree.Node) bool {
		return n.Type == name || strings.HasSuffix(n.Type, "."+name)
	}}
}

// Focused matches the node that takes what is typed.
func Focused() Match {
	return Match{"with the focus", func(n tree.Node) bool { return n.Focused }}
}

// Enabled matches a node that is not greyed out.
func Enabled() Match {
	return Match{"enabled", func(n tree.Node) bool { return !n.Disabled }}
}

func describe(all []Match) string {
	words := make([]string, len(all))
	for i, m := range all {
		words[i] = m.what
	}
	return "a node " + strings.Join(words, ", ")
}

func matches(n tree.Node, all []Match) bool {
	for _, m := range all {
		if !m.ok(n) {
			return false
		}
	}
	return true
}

// find returns the first node that matches, looking at the topmost dialog first,
// as a person does, because that is the one that a click reaches.
func find(w tree.Window, all []Match) (tree.Node, bool) {
	var best tree.Node
	found := false
	for _, n := range w.Nodes {
		if (!found || n.Layer > best.Layer) && matches(n, all) {
			best, found = n, true
		}
	}
	return best, found
}

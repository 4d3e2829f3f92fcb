// Package help explains the program inside its own window: a page for each task, which can be searched, and a tour of the sample office for
// whoever sees the program for the first time.
package help

import (
	"embed"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"strings"

	"almoner/ui/desk"
)

//go:embed pages/*.md
var texts embed.FS

//go:embed pictures/*.png
var pictures embed.FS

// Start is the name of the page that Help begins with.
const Start = "start"

// Topic is one page of the help.
type Topic struct {
	// Name is what links call the page: help:NAME.
	Name  string
	Title string
	// Text is the page in Markdown, without its title.
	Text string
}

// names are the pages in the order in which they are listed: the program first, then the sections from the top of the window to its foot,
// then what all sections have in common.
var names = []string{
	Start, "home", "grants", "payments", "decisions", "funds", "requests", "specifications", "training", "partners", "papers", "monitoring", "actions", "publish",
	"printing", "lists", "several", "together", "undo", "backups", "office", "keys",
}

// Topics are all pages of the help, in the order in which they are listed.
func Topics() []Topic {
	topics := make([]Topic, len(names))
	for i, name := range names {
		text, err := fs.ReadFile(texts, path.Join("pages", name+".md"))
		if err != nil {
			panic(fmt.Sprintf("help: %v", err)) // the pages are a part of the program
		}
		first, rest, _ := strings.Cut(string(text), "\n")
		topics[i] = Topic{Name: name, Title: strings.TrimPrefix(first, "# "), Text: strings.TrimSpace(rest)}
	}
	return topics
}

// For is the name of the page about a section; of a section that has none, the page that Help begins with.
func For(section desk.Section) string {
	name := strings.ToLower(string(section))
	for _, known := range names {
		if known == name {
			return name
		}
	}
	return Start
}

// words is what a page says, without the marks of Markdown and what is behind its links.
func (t Topic) words() string {
	return marks.Replace(address.ReplaceAllString(t.Text, "]"))
}

var (
	address = regexp.MustCompile(`\]\([^)]*\)`)
	marks   = strings.NewReplacer("**", "", "](", "", "![", "", "[", "", "]", "", "`", "")
)

// headings are the headings within a page.
func (t Topic) headings() string {
	var found []string
	for line := range strings.Lines(t.Text) {
		if strings.HasPrefix(line, "#") {
			found = append(found, strings.Trim(line, "# \n"))
		}
	}
	return strings.Join(found, "\n")
}

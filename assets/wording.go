package assets

import (
	"embed"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"strings"
)

//go:embed wording
var wordingFiles embed.FS

// Wording is the standing paragraphs of the office's papers in a language, by name. A language is a folder of wording, such as
// "en"; a paper is a Markdown file in it, and each of its second-level headings names the paragraph below.
func Wording(language string) (map[string]string, error) {
	files, err := fs.Glob(wordingFiles, path.Join("wording", language, "*.md"))
	if err != nil || len(files) == 0 {
		return nil, fmt.Errorf("there is no standing wording in the language %q", language)
	}
	words := map[string]string{}
	for _, file := range files {
		text, err := wordingFiles.ReadFile(file)
		if err != nil {
			return nil, fmt.Errorf("read the standing wording: %w", err)
		}
		for name, paragraph := range paragraphs(string(text)) {
			words[name] = paragraph
		}
	}
	return words, nil
}

// paragraphName is the heading that names the paragraph below it. A heading of the paragraph itself is no name: it has a capital.
var paragraphName = regexp.MustCompile(`(?m)^## ([a-z][a-z0-9_]*)\r?$`)

// WordingPaper is the standing paragraphs of one paper, or of several that belong together.
type WordingPaper struct {
	Title string   // "The standing words of a decision notice"
	Names []string // of its paragraphs, in their order
}

// WordingPapers are the papers that there are standing words for in a language, in the order of their files.
func WordingPapers(language string) ([]WordingPaper, error) {
	files, err := fs.Glob(wordingFiles, path.Join("wording", language, "*.md"))
	if err != nil || len(files) == 0 {
		return nil, fmt.Errorf("there is no standing wording in the language %q", language)
	}
	var papers []WordingPaper
	for _, file := range files {
		text, err := wordingFiles.ReadFile(file)
		if err != nil {
			return nil, fmt.Errorf("read the standing wording: %w", err)
		}
		title, _, _ := strings.Cut(strings.TrimPrefix(string(text), "# "), "\n")
		p := WordingPaper{Title: strings.TrimSpace(title)}
		for _, m := range paragraphName.FindAllStringSubmatch(string(text), -1) {
			p.Names = append(p.Names, m[1])
		}
		papers = append(papers, p)
	}
	return papers, nil
}

// paragraphs are the named paragraphs of a file.
func paragraphs(text string) map[string]string {
	words := map[string]string{}
	found := paragraphName.FindAllStringSubmatchIndex(text, -1)
	for i, m := range found {
		end := len(text)
		if i+1 < len(found) {
			end = found[i+1][0]
		}
		words[text[m[2]:m[3]]] = strings.TrimSpace(text[m[1]:end])
	}
	return words
}

// Languages are the languages that there are standing words in, by the names of their folders: "en".
func Languages() []string {
	entries, err := fs.ReadDir(wordingFiles, "wording")
	if err != nil {
		panic(err) // the folder is part of the program
	}
	var names []string
	for _, e := range entries {
		if e.IsDir() {
			names = append(names, e.Name())
		}
	}
	return names
}

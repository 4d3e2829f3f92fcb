package assets

import (
	"embed"
	"fmt"
	"io/fs"
	"path"
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
		for _, section := range strings.Split(string(text), "\n## ")[1:] {
			name, paragraph, _ := strings.Cut(section, "\n")
			words[strings.TrimSpace(name)] = strings.TrimSpace(paragraph)
		}
	}
	return words, nil
}

// Command gather writes the catalogue of the window's English words, words/en.json, from the source of the window.
package main

import (
	"bytes"
	"encoding/json"
	"log"
	"os"
	"path/filepath"
)

func main() {
	if err := run("../.."); err != nil {
		log.Fatal(err)
	}
}

func run(root string) error {
	catalogue, err := catalogue(root)
	if err != nil {
		return err
	}
	return os.WriteFile(catalogueFile(root), catalogue, 0o644)
}

func catalogueFile(root string) string { return filepath.Join(root, "ui", "lang", "words", "en.json") }

// catalogue is what the file of the English words has to hold.
func catalogue(root string) ([]byte, error) {
	g, err := gather(filepath.Join(root, "ui"))
	if err != nil {
		return nil, err
	}
	if err := g.terms(filepath.Join(root, "data")); err != nil {
		return nil, err
	}
	g.names()
	if err := g.complaints(); err != nil {
		return nil, err
	}
	var b bytes.Buffer
	to := json.NewEncoder(&b)
	to.SetEscapeHTML(false)
	to.SetIndent("", "  ")
	if err := to.Encode(g.messages); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

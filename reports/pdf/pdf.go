// Package pdf prints a paper as a tagged PDF file: one that a screen reader can read, that says its language and title, and that a
// public body may publish (PDF/UA-1, ISO 14289-1).
//
// Maroto paints the pages that package layout has laid out, and embeds the fonts. It does not know what the words mean, so one pass
// over each page then marks which words belong to which element, and a structure tree is written beside the pages. The pass compares
// each word that maroto wrote with the word that was laid out: a file whose tags could be wrong is never written.
//
// Equal papers give byte-equal files: nothing in one comes from the clock, the machine or the order of a map.
package pdf

import (
	"bufio"
	"fmt"
	"io"

	"almoner/reports/document"
	"almoner/reports/layout"
)

// Write lays out a document and writes it as a PDF file.
func Write(w io.Writer, doc document.Document) error { return Render(w, layout.Lay(doc)) }

// Render writes a paper that is laid out already. Whoever wants to know what could not be printed as it was written lays the paper
// out first, reads its Missing and Remarks, and then calls Render.
func Render(w io.Writer, paper *layout.Paper) error {
	painted, err := paint(paper)
	if err != nil {
		return fmt.Errorf("paint %q: %w", paper.Title, err)
	}
	if err := tag(w, painted, paper); err != nil {
		return fmt.Errorf("tag %q: %w", paper.Title, err)
	}
	return nil
}

// tag makes the file out of a drawing and what its words mean.
func tag(w io.Writer, drawing []byte, paper *layout.Paper) error {
	src, err := open(drawing)
	if err != nil {
		return err
	}
	pages, err := tagPages(src, paper)
	if err != nil {
		return err
	}
	buffered := bufio.NewWriterSize(w, 1<<16)
	b := &builder{file: newFile(buffered), paper: paper, src: src, pages: pages}
	if err := b.build(); err != nil {
		return err
	}
	return buffered.Flush()
}

// Package docx writes a paper as a Word file (Office Open XML, ECMA-376), for an office that has to change what it prints: headings,
// lists, tables and footers are Word's own, so that its navigation pane, its styles and a screen reader know them for what they are.
//
// The writer is our own. Of the Go libraries for Word files, those we found were abandoned, at their first versions, unfinished or under
// the LGPL, and none says that equal papers give equal bytes, or writes a long table without holding all of it. What a paper needs is
// little beyond what archive/zip does. The order of elements is the schema's: Word refuses a file that has them in another.
//
// Equal papers give byte-equal files: nothing in one comes from the clock, the machine or the order of a map.
package docx

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"time"

	"almoner/reports/document"
)

// Write writes a document as a Word file. A table of more columns than Word can hold is an error that names the table.
func Write(w io.Writer, doc document.Document) error {
	if err := fits(doc); err != nil {
		return fmt.Errorf("write %q for Word: %w", doc.Title, err)
	}
	p := &pack{zip: zip.NewWriter(w), dated: zipTime(doc.Dated)}
	p.write(doc)
	if p.err == nil {
		p.err = p.zip.Close()
	}
	if p.err != nil {
		return fmt.Errorf("write %q for Word: %w", doc.Title, p.err)
	}
	return nil
}

// mostColumns is how many columns a table can have in Word, which calls a file with more of them damaged.
const mostColumns = 63

// fits says whether Word can hold the tables of a document.
func fits(doc document.Document) error {
	for _, t := range document.Tables(doc) {
		if n := columnCount(t.Table); n > mostColumns {
			return fmt.Errorf("the table “%s” has %d columns, and Word can hold %d: print the paper as PDF, or its table as a spreadsheet",
				tableName(t.Table, t.Under), n, mostColumns)
		}
	}
	return nil
}

// pack is the zip file that a Word file is. Its parts are written one after another; the first error ends it.
type pack struct {
	zip   *zip.Writer
	dated time.Time
	err   error
}

// zipTime is the time that the parts of the file bear: the day of the paper as far as a zip file can say it, which is from 1980 on.
func zipTime(dated time.Time) time.Time {
	y, m, d := dated.Date()
	if y < 1980 || y > 2107 {
		y, m, d = 1980, time.January, 1
	}
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
}

// create begins a part.
func (p *pack) create(name string, method uint16) io.Writer {
	if p.err != nil {
		return io.Discard
	}
	w, err := p.zip.CreateHeader(&zip.FileHeader{Name: name, Method: method, Modified: p.dated})
	if err != nil {
		p.err = err
		return io.Discard
	}
	return w
}

// part writes one part of XML.
func (p *pack) part(name string, fill func(*markup)) {
	m := &markup{to: p.create(name, zip.Deflate)}
	m.raw(xmlHead)
	fill(m)
	m.flush()
	if p.err == nil {
		p.err = m.err
	}
}

func (p *pack) write(doc document.Document) {
	sections := newSections(doc)
	p.part("[Content_Types].xml", sections.contentTypes)
	p.part("_rels/.rels", packageRelations)
	p.part("docProps/core.xml", func(m *markup) { coreProperties(m, doc) })
	p.part("docProps/app.xml", func(m *markup) { appProperties(m, doc) })
	b := newBody(doc, sections)
	p.part("word/document.xml", b.write)
	p.part("word/_rels/document.xml.rels", b.relations.write)
	p.part("word/styles.xml", func(m *markup) { styles(m, languageOf(doc)) })
	p.part("word/numbering.xml", b.lists.write)
	p.part("word/settings.xml", func(m *markup) { settings(m, languageOf(doc)) })
	p.part("word/fontTable.xml", fontTable)
	sections.writeParts(p)
	for _, picture := range b.relations.media {
		w := p.create("word/media/"+picture.name, zip.Store) // a PNG or JPEG is compressed already
		if _, err := io.Copy(w, bytes.NewReader(picture.content)); err != nil && p.err == nil {
			p.err = err
		}
	}
}

// languageOf is the language of a paper; one that does not say is in British English, as its readers are.
func languageOf(doc document.Document) string {
	if doc.Language == "" {
		return "en-GB"
	}
	return doc.Language
}

package sheet

import (
	"archive/zip"
	"bufio"
	"encoding/xml"
	"fmt"
	"io"
	"strconv"
	"strings"

	"almoner/reports/document"
)

const odsType = "application/vnd.oasis.opendocument.spreadsheet"

// ODS writes the tables of a paper as an OpenDocument spreadsheet (ISO 26300), the form that the government asks public bodies to share
// documents in. It fails with ErrNoTable where there is no table. Equal documents give byte-equal files.
func ODS(w io.Writer, doc document.Document) error {
	b, err := newBook(doc)
	if err != nil {
		return err
	}
	z := zip.NewWriter(w)
	// The type comes first and is not compressed, so that programs find it at a fixed place (part 3, 2.2.4).
	kind, err := z.CreateHeader(&zip.FileHeader{Name: "mimetype", Method: zip.Store})
	if err == nil {
		_, err = io.WriteString(kind, odsType)
	}
	for _, f := range []struct {
		name  string
		write func(*ods)
	}{{"META-INF/manifest.xml", (*ods).manifest}, {"meta.xml", (*ods).meta}, {"settings.xml", (*ods).settings}, {"styles.xml", (*ods).looks}, {"content.xml", (*ods).content}} {
		if err != nil {
			break
		}
		var file io.Writer
		if file, err = z.CreateHeader(&zip.FileHeader{Name: f.name, Method: zip.Deflate}); err == nil {
			o := &ods{book: b, w: bufio.NewWriter(file), formats: map[string]int{}}
			f.write(o)
			err = o.w.Flush()
		}
	}
	if err == nil {
		err = z.Close()
	}
	if err != nil {
		return fmt.Errorf("write the spreadsheet: %w", err)
	}
	return nil
}

// ods is one file of the spreadsheet under way. Errors of the writer come back from its Flush.
type ods struct {
	*book

	w       *bufio.Writer
	formats map[string]int // the ways in which values are shown, by the number of their style
}

func (o *ods) raw(parts ...string) {
	for _, s := range parts {
		_, _ = o.w.WriteString(s) // Flush tells
	}
}

func esc(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a Builder takes every write
	return b.String()
}

const xmlHead = `<?xml version="1.0" encoding="UTF-8"?>` + "\n"

const odsNames = ` xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"` +
	` xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"` +
	` xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"` +
	` xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"` +
	` xmlns:config="urn:oasis:names:tc:opendocument:xmlns:config:1.0" office:version="1.3"`

func (o *ods) manifest() {
	o.raw(xmlHead, `<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">`,
		`<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="`, odsType, `"/>`)
	for _, name := range []string{"meta.xml", "settings.xml", "styles.xml", "content.xml"} {
		o.raw(`<manifest:file-entry manifest:full-path="`, name, `" manifest:media-type="text/xml"/>`)
	}
	o.raw("</manifest:manifest>")
}

func (o *ods) language() (lang, country string) {
	lang, country, _ = strings.Cut(o.doc.Language, "-")
	if lang == "" {
		lang = "en"
	}
	if country == "" {
		country = "GB"
	}
	return lang, country
}

func (o *ods) meta() {
	lang, country := o.language()
	o.raw(xmlHead, "<office:document-meta", odsNames, "><office:meta><meta:generator>Almoner</meta:generator><dc:title>", esc(clean(o.doc.Title)), "</dc:title><dc:subject>",
		esc(clean(o.doc.Subject)), "</dc:subject><dc:creator>", esc(clean(o.doc.Author)), "</dc:creator><dc:language>", esc(lang), "-", esc(country), "</dc:language>")
	if !o.doc.Dated.IsZero() {
		day := o.doc.Dated.Format("2006-01-02T15:04:05")
		o.raw("<meta:creation-date>", day, "</meta:creation-date><dc:date>", day, "</dc:date>")
	}
	o.raw("</office:meta></office:document-meta>")
}

// settings keep the row of headings where it is when one scrolls.
func (o *ods) settings() {
	o.raw(xmlHead, "<office:document-settings", odsNames, `><office:settings><config:config-item-set config:name="ooo:view-settings">`,
		`<config:config-item-map-indexed config:name="Views"><config:config-item-map-entry><config:config-item-map-named config:name="Tables">`)
	for _, g := range o.sheets {
		o.raw(`<config:config-item-map-entry config:name="`, esc(g.name), `"><config:config-item config:name="VerticalSplitMode" config:type="short">2</config:config-item>`,
			`<config:config-item config:name="VerticalSplitPosition" config:type="int">1</config:config-item><config:config-item config:name="ActiveSplitRange" config:type="short">2</config:config-item>`,
			`<config:config-item config:name="PositionBottom" config:type="int">1</config:config-item></config:config-item-map-entry>`)
	}
	o.raw("</config:config-item-map-named></config:config-item-map-entry></config:config-item-map-indexed></config:config-item-set></office:settings></office:document-settings>")
}

// looks are the language, the paper and what stands around each page.
func (o *ods) looks() {
	lang, country := o.language()
	o.raw(xmlHead, "<office:document-styles", odsNames, `><office:styles><style:default-style style:family="table-cell"><style:text-properties style:font-name="Arial" fo:font-family="Arial" fo:font-size="10pt" fo:language="`,
		esc(lang), `" fo:country="`, esc(country), `"/></style:default-style><style:style style:name="Default" style:family="table-cell"/></office:styles><office:automatic-styles>`)
	for _, p := range []struct{ name, width, height, way string }{{"upright", "210mm", "297mm", "portrait"}, {"sideways", "297mm", "210mm", "landscape"}} {
		o.raw(`<style:page-layout style:name="`, p.name, `"><style:page-layout-properties fo:page-width="`, p.width, `" fo:page-height="`, p.height, `" style:print-orientation="`, p.way,
			`" fo:margin="15mm" style:scale-to-X="1" style:scale-to-Y="0" style:first-page-number="continue"/><style:header-style><style:header-footer-properties fo:min-height="7mm" fo:margin-bottom="2mm"/></style:header-style><style:footer-style><style:header-footer-properties fo:min-height="7mm" fo:margin-top="2mm"/></style:footer-style></style:page-layout>`)
	}
	o.raw("</office:automatic-styles><office:master-styles>")
	for _, name := range []string{"upright", "sideways"} {
		o.raw(`<style:master-page style:name="`, name, `" style:page-layout-name="`, name, `"><style:header><text:p>`, esc(clean(o.doc.Marking)), `</text:p></style:header><style:footer><text:p>`,
			esc(clean(o.doc.Title)), ` – Page <text:page-number>1</text:page-number> of <text:page-count>1</text:page-count></text:p></style:footer></style:master-page>`)
	}
	o.raw("</office:master-styles></office:document-styles>")
}

func (o *ods) content() {
	o.raw(xmlHead, "<office:document-content", odsNames, "><office:automatic-styles>")
	o.cellStyles()
	for i, g := range o.sheets {
		for c, width := range g.widths() {
			o.raw(fmt.Sprintf(`<style:style style:name="co%d-%d" style:family="table-column"><style:table-column-properties style:column-width="%.1fmm"/></style:style>`, i, c, width*1.9))
		}
		master := "upright"
		if g.landscape {
			master = "sideways"
		}
		o.raw(fmt.Sprintf(`<style:style style:name="ta%d" style:family="table" style:master-page-name="`, i), master, `"><style:table-properties table:display="true"/></style:style>`)
	}
	o.raw("</office:automatic-styles><office:body><office:spreadsheet>")
	for i := range o.sheets {
		o.sheet(i)
	}
	o.raw(`<table:table table:name="`, aboutName, `" table:style-name="taabout"><table:table-column table:style-name="about0"/><table:table-column table:style-name="about1"/>`)
	for _, line := range o.about() {
		o.raw("<table:table-row>")
		o.words(line[0], "bold-left")
		o.words(line[1], "left")
		o.raw("</table:table-row>")
	}
	o.raw("</table:table>")
	o.ranges()
	o.raw("</office:spreadsheet></office:body></office:document-content>")
}

// cellStyles are what cells look like: for each way in which values are shown, a style of its own.
func (o *ods) cellStyles() {
	style := func(name, format, weight, side string) {
		o.raw(`<style:style style:name="`, name, `" style:family="table-cell" style:parent-style-name="Default"`)
		if format != "" {
			o.raw(` style:data-style-name="`, format, `"`)
		}
		apart := "0mm"
		if side == "end" { // or figures would touch the words of the next column
			apart = "2mm"
		}
		o.raw(`><style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="top" fo:padding-right="`, apart, `"/><style:paragraph-properties fo:text-align="`, side, `"/><style:text-properties fo:font-weight="`, weight, `"/></style:style>`)
	}
	for _, g := range o.sheets {
		for _, r := range g.rows {
			for _, c := range r.cells {
				if c.kind == document.Words || o.formats[c.format()] != 0 {
					continue
				}
				o.formats[c.format()] = len(o.formats) + 1
				name, side := o.styleOf(c), "end"
				o.format("n-"+name, c)
				if c.kind == document.Day {
					side = "start"
				}
				style(name, "n-"+name, "normal", side)
				style("bold-"+name, "n-"+name, "bold", side)
			}
		}
	}
	for _, bold := range []struct{ prefix, weight string }{{"", "normal"}, {"bold-", "bold"}} {
		style(bold.prefix+"left", "", bold.weight, "start")
		style(bold.prefix+"right", "", bold.weight, "end")
	}
	for _, head := range []struct{ name, side, apart string }{{"head", "start", "0mm"}, {"head-right", "end", "2mm"}} {
		o.raw(`<style:style style:name="`, head.name, `" style:family="table-cell" style:parent-style-name="Default"><style:table-cell-properties fo:background-color="#e4e8ee" fo:border-bottom="1pt solid #5a626e" fo:wrap-option="wrap" fo:padding-right="`,
			head.apart, `"/><style:paragraph-properties fo:text-align="`, head.side, `"/><style:text-properties fo:font-weight="bold"/></style:style>`)
	}
	o.raw(`<style:style style:name="about0" style:family="table-column"><style:table-column-properties style:column-width="27mm"/></style:style>`,
		`<style:style style:name="about1" style:family="table-column"><style:table-column-properties style:column-width="150mm"/></style:style>`,
		`<style:style style:name="taabout" style:family="table" style:master-page-name="upright"><style:table-properties table:display="true"/></style:style>`)
}

// styleOf is the name of the style of a value.
func (o *ods) styleOf(c cell) string { return "v" + strconv.Itoa(o.formats[c.format()]) }

// format is how a value is shown, with the words that stand about it. A value below nought has a format of its own, in which its minus stands
// behind the words.
func (o *ods) format(name string, c cell) {
	words := func(s string) {
		if s != "" {
			o.raw("<number:text>", esc(s), "</number:text>")
		}
	}
	if c.kind == document.Day {
		o.raw(`<number:date-style style:name="`, name, `">`)
		words(c.before)
		o.raw(`<number:day/><number:text> </number:text><number:month number:style="long" number:textual="true"/><number:text> </number:text><number:year number:style="long"/>`)
		words(c.after)
		o.raw("</number:date-style>")
		return
	}
	tag, places, commas := "number:number-style", c.places, c.commas
	if c.kind == document.Money {
		tag, places, commas = "number:currency-style", 2, true
	}
	one := func(name, sign, mapping string) {
		o.raw("<", tag, ` style:name="`, name, `">`)
		words(c.before + sign)
		if c.kind == document.Money {
			o.raw(`<number:currency-symbol number:language="en" number:country="GB">£</number:currency-symbol>`)
		}
		o.raw(fmt.Sprintf(`<number:number number:decimal-places="%d" number:min-decimal-places="%d" number:min-integer-digits="1" number:grouping="%t"/>`, places, places, commas))
		words(c.after)
		o.raw(mapping, "</", tag, ">")
	}
	one(name+"-below", "-", "")
	one(name, "", `<style:map style:condition="value()&lt;0" style:apply-style-name="`+name+`-below"/>`)
}

func (o *ods) sheet(i int) {
	g := &o.sheets[i]
	o.raw(`<table:table table:name="`, esc(g.name), fmt.Sprintf(`" table:style-name="ta%d">`, i))
	for c := range g.heads {
		o.raw(fmt.Sprintf(`<table:table-column table:style-name="co%d-%d"/>`, i, c))
	}
	o.raw("<table:table-header-rows><table:table-row>")
	for c, h := range g.heads {
		if g.figures[c] {
			o.words(h, "head-right")
		} else {
			o.words(h, "head")
		}
	}
	o.raw("</table:table-row></table:table-header-rows>")
	for _, r := range g.rows {
		o.raw("<table:table-row>")
		for c, cell := range r.cells {
			o.cell(cell, r.total, g.figures[c])
		}
		o.raw("</table:table-row>")
	}
	o.raw("</table:table>")
}

func (o *ods) words(s, style string) {
	if s == "" {
		o.raw(`<table:table-cell table:style-name="`, style, `"/>`)
		return
	}
	o.raw(`<table:table-cell table:style-name="`, style, `" office:value-type="string">`)
	for line := range strings.SplitSeq(s, "\n") {
		o.raw("<text:p>", esc(line), "</text:p>")
	}
	o.raw("</table:table-cell>")
}

func (o *ods) cell(c cell, bold, figure bool) {
	prefix := ""
	if bold {
		prefix = "bold-"
	}
	value := func(kind, attribute, v string) {
		o.raw(`<table:table-cell table:style-name="`, prefix, o.styleOf(c), `" office:value-type="`, kind, `"`, attribute, `="`, v, `"><text:p>`, esc(c.words), "</text:p></table:table-cell>")
	}
	switch c.kind {
	case document.Money:
		value("currency", ` office:currency="GBP" office:value`, strconv.FormatFloat(c.number, 'f', 2, 64))
	case document.Number:
		value("float", " office:value", strconv.FormatFloat(c.number, 'f', -1, 64))
	case document.Day:
		value("date", " office:date-value", c.day.Format("2006-01-02"))
	default:
		style := "left"
		if figure {
			style = "right"
		}
		o.words(c.words, prefix+style)
	}
}

// ranges let each table be filtered by its headings, but for its rows of sums.
func (o *ods) ranges() {
	o.raw("<table:database-ranges>")
	for i, g := range o.sheets {
		last := 1
		for r := range g.rows {
			if !g.rows[r].total {
				last = r + 2
			}
		}
		o.raw(fmt.Sprintf(`<table:database-range table:name="table%d" table:target-range-address="`, i+1),
			esc(fmt.Sprintf("$'%s'.$A$1:$'%s'.$%s$%d", g.name, g.name, columnName(len(g.heads)), last)), `" table:display-filter-buttons="true"/>`)
	}
	o.raw("</table:database-ranges>")
}

// columnName counts A … Z, AA, AB …
func columnName(n int) string {
	name := ""
	for ; n > 0; n = (n - 1) / 26 {
		name = string(rune('A'+(n-1)%26)) + name
	}
	return name
}

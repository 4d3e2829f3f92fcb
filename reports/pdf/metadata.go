package pdf

import (
	"bytes"
	"encoding/xml"
	"fmt"
)

// producer is the program that made the file.
const producer = "Almoner"

// writeMetadata writes who made the paper, what it is called and which date it bears: once for old readers (Info) and once as XMP,
// which is also where the file says that it keeps to PDF/UA-1, for who cannot see it, and to PDF/A-2a, for who opens it in fifty years. The
// date is the paper's own, to the day; no clock is looked at.
func (b *builder) writeMetadata() {
	p := b.paper
	info, dates := "", ""
	if !p.Dated.IsZero() {
		info = fmt.Sprintf(" /CreationDate (D:%[1]s) /ModDate (D:%[1]s)", p.Dated.Format("20060102"))
		dates = fmt.Sprintf("<xmp:CreateDate>%[1]s</xmp:CreateDate><xmp:ModifyDate>%[1]s</xmp:ModifyDate>", p.Dated.Format("2006-01-02"))
	}
	for _, field := range []struct{ key, value string }{{"Title", p.Title}, {"Author", p.Author}, {"Subject", p.Subject}} {
		if field.value != "" {
			info += " /" + field.key + " " + textString(field.value)
		}
	}
	b.putf(b.info, "<</Producer (%s)%s>>", producer, info)

	var x bytes.Buffer
	x.WriteString("<?xpacket begin=\"\ufeff\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
		`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` +
		`<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"` +
		` xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">` +
		`<pdfuaid:part>1</pdfuaid:part><pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdf:Producer>` + producer + `</pdf:Producer>`)
	x.WriteString(dates)
	alternative(&x, "dc:title", "rdf:Alt", ` xml:lang="x-default"`, p.Title)
	alternative(&x, "dc:description", "rdf:Alt", ` xml:lang="x-default"`, p.Subject)
	alternative(&x, "dc:creator", "rdf:Seq", "", p.Author)
	alternative(&x, "dc:language", "rdf:Bag", "", p.Language)
	x.WriteString("</rdf:Description>" + uaSchema + "</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>")
	// Not compressed: programs that look for metadata search the file for it.
	b.file.stream(b.metadata, []byte("/Type /Metadata /Subtype /XML"), x.Bytes())
}

// uaSchema says what pdfuaid:part is: PDF/A asks for that of all that its own standard does not know.
const uaSchema = `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"` +
	` xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">` +
	`<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA</pdfaSchema:schema>` +
	`<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>` +
	`<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>` +
	`<pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>` +
	`<pdfaProperty:description>The part of ISO 14289 that the file keeps to</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property>` +
	`</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>`

// alternative writes a property whose values stand in a container.
func alternative(x *bytes.Buffer, property, container, attributes, value string) {
	if value == "" {
		return
	}
	fmt.Fprintf(x, "<%s><%s><rdf:li%s>", property, container, attributes)
	_ = xml.EscapeText(x, []byte(value)) // a Buffer takes every write
	fmt.Fprintf(x, "</rdf:li></%s></%s>", container, property)
}

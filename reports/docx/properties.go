package docx

import (
	"time"

	"almoner/reports/document"
)

// The names that the parts of a Word file are written under (ECMA-376, the transitional form, which every Word since 2007 reads).
const (
	nsWord          = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	nsRelations     = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	nsPackage       = "http://schemas.openxmlformats.org/package/2006/relationships"
	nsContentTypes  = "http://schemas.openxmlformats.org/package/2006/content-types"
	nsCore          = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
	nsCoreRelation  = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
	nsExtended      = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
	nsPlacedDrawing = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
	nsDrawing       = "http://schemas.openxmlformats.org/drawingml/2006/main"
	nsPicture       = "http://schemas.openxmlformats.org/drawingml/2006/picture"

	typeOf = "application/vnd.openxmlformats-officedocument."
)

func packageRelations(m *markup) {
	m.start("Relationships", "xmlns", nsPackage)
	m.leaf("Relationship", "Id", "rId1", "Type", nsRelations+"/officeDocument", "Target", "word/document.xml")
	m.leaf("Relationship", "Id", "rId2", "Type", nsCoreRelation, "Target", "docProps/core.xml")
	m.leaf("Relationship", "Id", "rId3", "Type", nsRelations+"/extended-properties", "Target", "docProps/app.xml")
	m.end("Relationships")
}

// coreProperties are what Word shows of a file under "Info". The dates are those of the paper: when the file was made is nobody's
// business, and would make two equal papers differ.
func coreProperties(m *markup, doc document.Document) {
	m.start("cp:coreProperties", "xmlns:cp", nsCore, "xmlns:dc", "http://purl.org/dc/elements/1.1/",
		"xmlns:dcterms", "http://purl.org/dc/terms/", "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
	for _, p := range []struct{ name, words string }{
		{"dc:title", doc.Title},
		{"dc:subject", doc.Subject},
		{"dc:creator", doc.Author},
		{"dc:language", languageOf(doc)},
	} {
		if p.words != "" {
			m.element(p.name, p.words)
		}
	}
	if !doc.Dated.IsZero() {
		day := time.Date(doc.Dated.Year(), doc.Dated.Month(), doc.Dated.Day(), 0, 0, 0, 0, time.UTC).Format(time.RFC3339)
		m.element("dcterms:created", day, "xsi:type", "dcterms:W3CDTF")
		m.element("dcterms:modified", day, "xsi:type", "dcterms:W3CDTF")
	}
	m.end("cp:coreProperties")
}

func appProperties(m *markup, doc document.Document) {
	m.start("Properties", "xmlns", nsExtended)
	m.element("Application", "Almoner")
	if doc.Author != "" {
		m.element("Company", doc.Author)
	}
	m.end("Properties")
}

// settings say that the file is one of Word 2013 or later, so that Word does not open it in compatibility mode. Nothing in it is
// brought up to date by itself: a paper says what it said.
func settings(m *markup, language string) {
	m.start("w:settings", "xmlns:w", nsWord)
	m.leaf("w:zoom", "w:percent", "100")
	m.number("w:defaultTabStop", 720)
	m.value("w:characterSpacingControl", "doNotCompress")
	m.start("w:compat")
	for _, s := range []struct{ name, value string }{
		{"compatibilityMode", "15"},
		{"overrideTableStyleFontSizeAndJustification", "1"},
		{"enableOpenTypeFeatures", "1"},
		{"doNotFlipMirrorIndents", "1"},
		{"differentiateMultirowTableHeaders", "1"},
	} {
		m.leaf("w:compatSetting", "w:name", s.name, "w:uri", "http://schemas.microsoft.com/office/word", "w:val", s.value)
	}
	m.end("w:compat")
	m.value("w:themeFontLang", language)
	m.value("w:decimalSymbol", ".")
	m.value("w:listSeparator", ",")
	m.end("w:settings")
}

func fontTable(m *markup) {
	m.start("w:fonts", "xmlns:w", nsWord)
	m.start("w:font", "w:name", fontName)
	m.value("w:altName", "Liberation Sans")
	m.value("w:panose1", "020B0604020202020204")
	m.value("w:charset", "00")
	m.value("w:family", "swiss")
	m.value("w:pitch", "variable")
	m.end("w:font")
	m.end("w:fonts")
}

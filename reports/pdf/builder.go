package pdf

import (
	"fmt"
	"strconv"
	"unicode/utf16"

	"almoner/reports/layout"
)

// builder writes the finished file: the tagged pages, the fonts, the structure tree, links, outlines and metadata.
type builder struct {
	file  *file
	paper *layout.Paper
	src   *source
	pages []taggedPage

	catalog, pageTree, info, metadata, resources int // object numbers
	firstPage, firstContent                      int
	structRoot, firstElement                     int
	outlines                                     int // 0 where the paper has no headings
	colours                                      int // the profile of its colours
	links                                        links
	places                                       []spot // by element, for headings and what links lead to
	buf                                          []byte
}

// spot is a place that a link can lead to.
type spot struct {
	page int
	top  float64 // from the foot of the page
	set  bool
}

func (b *builder) build() error {
	f := b.file
	b.catalog, b.pageTree, b.info, b.metadata, b.resources = f.reserve(1), f.reserve(1), f.reserve(1), f.reserve(1), f.reserve(1)
	b.firstPage, b.firstContent = f.reserve(len(b.pages)), f.reserve(len(b.pages))
	b.structRoot, b.firstElement = f.reserve(1), f.reserve(b.paper.Count)
	b.findPlaces()
	b.findLinks()
	if err := b.writeResources(); err != nil {
		return err
	}
	b.writePages()
	b.writeLinks()
	b.writeStructure()
	b.writeOutlines()
	b.writeMetadata()
	b.writeColours()
	b.writeCatalog()
	return f.finish(b.catalog, b.info)
}

func (b *builder) element(e *layout.Element) int { return b.firstElement + e.Index }

// putf writes an object without a stream.
func (b *builder) putf(n int, format string, args ...any) {
	b.buf = fmt.Appendf(b.buf[:0], format, args...)
	b.file.object(n, b.buf)
}

// findPlaces notes where each heading and all else that links lead to begins.
func (b *builder) findPlaces() {
	b.places = make([]spot, b.paper.Count)
	for i := range b.paper.Pages {
		p := &b.paper.Pages[i]
		var last *layout.Element
		for k := range p.Words {
			w := &p.Words[k]
			if w.Element == last {
				continue
			}
			last = w.Element
			for e := last; e != nil; e = e.Parent {
				if (e.Role == layout.Heading || e.Anchor != "") && !b.places[e.Index].set {
					b.places[e.Index] = spot{page: i, top: p.Height - w.Y + w.Size + 6, set: true}
				}
			}
		}
	}
}

// destination is where a link or an outline entry leads.
func (b *builder) destination(s spot) string {
	return fmt.Sprintf("[%d 0 R /XYZ 0 %s null]", b.firstPage+s.page, points(s.top))
}

// points writes a length with at most two decimals.
func points(x float64) string {
	if x < 0 {
		return string(appendHundredths(nil, -int(-x*100+0.5)))
	}
	return string(appendHundredths(nil, int(x*100+0.5)))
}

func (b *builder) writePages() {
	f := b.file
	for i := range b.pages {
		f.stream(b.firstContent+i, []byte(" /Filter /FlateDecode"), b.pages[i].content)
	}
	kids := fmt.Appendf(nil, "<</Type /Pages /Count %d /Kids [", len(b.pages))
	for i := range b.pages {
		p := &b.paper.Pages[i]
		kids = append(strconv.AppendInt(kids, int64(b.firstPage+i), 10), " 0 R "...)
		page := fmt.Appendf(nil, "<</Type /Page /Parent %d 0 R /MediaBox [0 0 %s %s] /Resources %d 0 R /Contents %d 0 R /StructParents %d /Tabs /S",
			b.pageTree, points(p.Width), points(p.Height), b.resources, b.firstContent+i, i)
		if annots := b.links.byPage[i]; len(annots) > 0 {
			page = append(page, " /Annots ["...)
			for _, a := range annots {
				page = append(strconv.AppendInt(page, int64(b.links.first+a), 10), " 0 R "...)
			}
			page = append(page, ']')
		}
		f.object(b.firstPage+i, append(page, ">>"...))
	}
	f.object(b.pageTree, append(kids, "]>>"...))
}

func (b *builder) writeCatalog() {
	lang := b.paper.Language
	if lang == "" {
		lang = "en-GB"
	}
	more := ""
	if b.outlines != 0 {
		more = fmt.Sprintf(" /Outlines %d 0 R /PageMode /UseOutlines", b.outlines)
	}
	b.putf(b.catalog, "<</Type /Catalog /Pages %d 0 R /Lang %s /MarkInfo <</Marked true>> /StructTreeRoot %d 0 R /Metadata %d 0 R"+
		" /ViewerPreferences <</DisplayDocTitle true>> /OutputIntents [<</Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (%s) /DestOutputProfile %d 0 R>>]%s>>",
		b.pageTree, textString(lang), b.structRoot, b.metadata, srgbName, b.colours, more)
}

// writeColours writes what the colours of the paper mean.
func (b *builder) writeColours() {
	b.colours = b.file.reserve(1)
	b.file.packed(b.colours, []byte("/N 3"), srgbProfile())
}

// textString writes words for a reader: as they are where they are plain ASCII, otherwise in UTF-16.
func textString(s string) string {
	plain := true
	for i := 0; i < len(s) && plain; i++ {
		plain = s[i] >= ' ' && s[i] < 0x7F
	}
	if plain {
		return literal(s)
	}
	out := []byte("<FEFF")
	for _, u := range utf16.Encode([]rune(s)) {
		out = fmt.Appendf(out, "%04X", u)
	}
	return string(append(out, '>'))
}

// literal writes a string of ASCII.
func literal(s string) string {
	out := []byte{'('}
	for i := range len(s) {
		if s[i] == '(' || s[i] == ')' || s[i] == '\\' {
			out = append(out, '\\')
		}
		out = append(out, s[i])
	}
	return string(append(out, ')'))
}

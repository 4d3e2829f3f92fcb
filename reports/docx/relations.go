package docx

import (
	"bytes"
	"image"
	_ "image/jpeg" // the two kinds of picture that papers hold
	_ "image/png"
	"net/url"
	"strconv"
	"strings"

	"almoner/reports/document"
)

// relations are what document.xml points to outside itself: the other parts, pictures, addresses.
type relations struct {
	sections  sections
	addresses []string
	media     []media
	byAddress map[string]string
	byContent map[string]media
}

// media is a picture in the file. The same picture is in it once.
type media struct {
	id, name      string
	content       []byte
	width, height int // pixels
}

func (r *relations) write(m *markup) {
	m.start("Relationships", "xmlns", nsPackage)
	for _, part := range []string{"fontTable", "numbering", "settings", "styles"} {
		m.leaf("Relationship", "Id", "rId"+part, "Type", nsRelations+"/"+part, "Target", part+".xml")
	}
	r.sections.relate(m)
	for _, picture := range r.media {
		m.leaf("Relationship", "Id", picture.id, "Type", nsRelations+"/image", "Target", "media/"+picture.name)
	}
	for _, address := range r.addresses {
		m.leaf("Relationship", "Id", r.byAddress[address], "Type", nsRelations+"/hyperlink", "Target", address, "TargetMode", "External")
	}
	m.end("Relationships")
}

// address is the number by which words lead to an address.
func (r *relations) address(to string) string {
	if id, known := r.byAddress[to]; known {
		return id
	}
	if r.byAddress == nil {
		r.byAddress = map[string]string{}
	}
	r.addresses = append(r.addresses, to)
	id := "rIdLink" + strconv.Itoa(len(r.addresses))
	r.byAddress[to] = id
	return id
}

// picture puts a picture into the file. It returns false for what is neither PNG nor JPEG, or has no size.
func (r *relations) picture(content []byte) (media, bool) {
	if known, ok := r.byContent[string(content)]; ok {
		return known, true
	}
	config, kind, err := image.DecodeConfig(bytes.NewReader(content))
	if err != nil || kind != "png" && kind != "jpeg" || config.Width < 1 || config.Height < 1 {
		return media{}, false
	}
	number := strconv.Itoa(len(r.media) + 1)
	m := media{id: "rIdPicture" + number, name: "picture" + number + "." + kind, content: content, width: config.Width, height: config.Height}
	if r.byContent == nil {
		r.byContent = map[string]media{}
	}
	r.media = append(r.media, m)
	r.byContent[string(content)] = m
	return m, true
}

// external is the address that a link leads to, as a Word file may hold it, and "" where it leads to nothing that a paper may lead to (see
// document.Target).
func external(link string) string {
	to, ok := document.Target(link)
	if !ok {
		return ""
	}
	u, err := url.Parse(encode(to))
	if err != nil { // it would be a damaged file to Word
		return ""
	}
	return u.String()
}

// encode writes an address with the characters that one may have (RFC 3986); Word calls a file damaged that has others in an address.
func encode(address string) string {
	const allowed = "-._~:/?#[]@!$&'()*+,;=%"
	var b strings.Builder
	for i := range len(address) {
		c := address[i]
		switch {
		case c == '%' && (i+2 >= len(address) || !hex(address[i+1]) || !hex(address[i+2])):
			b.WriteString("%25")
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c >= '0' && c <= '9', strings.IndexByte(allowed, c) >= 0:
			b.WriteByte(c)
		default:
			const digits = "0123456789ABCDEF"
			b.Write([]byte{'%', digits[c>>4], digits[c&15]})
		}
	}
	return b.String()
}

func hex(c byte) bool { return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F' }

// anchors are the places of a document that words in it lead to, as bookmarks. A bookmark has a name of letters, digits and lines, of 40
// characters at most, that no other has, in whatever case.
type anchors struct {
	names  map[string]string // by anchor
	taken  map[string]bool
	placed map[string]bool
}

func newAnchors(doc document.Document) *anchors {
	a := &anchors{names: map[string]string{}, taken: map[string]bool{}, placed: map[string]bool{}}
	for _, anchor := range document.Anchors(doc) {
		a.add(anchor)
	}
	return a
}

func (a *anchors) add(anchor string) {
	var b strings.Builder
	for _, r := range anchor {
		if b.Len() == 30 {
			break
		}
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' {
			b.WriteRune(r)
		} else {
			b.WriteByte('_')
		}
	}
	name := b.String()
	if c := name[0]; c == '_' || c >= '0' && c <= '9' {
		name = "a" + name
	}
	one := name
	for n := 2; a.taken[strings.ToLower(one)]; n++ {
		one = name + "_" + strconv.Itoa(n)
	}
	a.taken[strings.ToLower(one)] = true
	a.names[anchor] = one
}

package docx_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"slices"
	"strings"
	"testing"

	. "almoner/reports/document"
)

// node is an element of XML, with the prefixes as they were written.
type node struct {
	name  string
	attrs map[string]string
	text  string
	kids  []*node
}

// parts are the parts of a Word file by name.
func parts(t testing.TB, file []byte) map[string][]byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	all := map[string][]byte{}
	for _, f := range z.File {
		if all[f.Name] != nil {
			t.Errorf("the file holds %s twice", f.Name)
		}
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if all[f.Name], err = io.ReadAll(r); err != nil {
			t.Fatal(err)
		}
		if err := r.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if z.File[0].Name != "[Content_Types].xml" {
		t.Errorf("the file begins with %s", z.File[0].Name)
	}
	return all
}

// parse reads XML strictly, so that what is not well-formed is found.
func parse(t testing.TB, name string, content []byte) *node {
	t.Helper()
	d := xml.NewDecoder(bytes.NewReader(content))
	root := &node{}
	open := []*node{root}
	for {
		token, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		top := open[len(open)-1]
		switch token := token.(type) {
		case xml.StartElement:
			n := &node{name: join(token.Name), attrs: map[string]string{}}
			for _, a := range token.Attr {
				if _, twice := n.attrs[join(a.Name)]; twice {
					t.Fatalf("%s: %s has %s twice", name, n.name, join(a.Name))
				}
				n.attrs[join(a.Name)] = a.Value
			}
			top.kids = append(top.kids, n)
			open = append(open, n)
		case xml.EndElement:
			if join(token.Name) != top.name {
				t.Fatalf("%s: %s ends with %s", name, top.name, join(token.Name))
			}
			open = open[:len(open)-1]
		case xml.CharData:
			top.text += string(token)
		}
	}
	if len(open) != 1 || len(root.kids) != 1 {
		t.Fatalf("%s is not one element", name)
	}
	return root.kids[0]
}

func join(n xml.Name) string {
	if n.Space == "" {
		return n.Local
	}
	return n.Space + ":" + n.Local
}

// each visits a node and all below it.
func (n *node) each(visit func(*node)) {
	visit(n)
	for _, k := range n.kids {
		k.each(visit)
	}
}

func (n *node) all(name string) []*node {
	var found []*node
	n.each(func(k *node) {
		if k.name == name {
			found = append(found, k)
		}
	})
	return found
}

func (n *node) val() string { return n.attrs["w:val"] }

// spoken are the words of a document as somebody hears them: those of its paragraphs, and of pictures what they show.
func spoken(n *node) string {
	var b strings.Builder
	var walk func(*node)
	walk = func(n *node) {
		switch n.name {
		case "w:t":
			b.WriteString(n.text)
		case "w:tab", "w:br":
			b.WriteByte(' ')
		case "wp:docPr":
			b.WriteString(" " + n.attrs["descr"] + " ")
		case "w:pPr":
			return
		}
		for _, k := range n.kids {
			walk(k)
		}
		if n.name == "w:p" {
			b.WriteByte('\n')
		}
	}
	walk(n)
	return folded(b.String())
}

// folded is text as it is compared: without the characters that XML cannot hold, each run of white space one space.
func folded(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < ' ' && !strings.ContainsRune("\t\n\r\v\f", r) || r == 0xFFFE || r == 0xFFFF {
			return -1
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}

// inOrder checks that the lines of a document stand in a text, one after another.
func inOrder(t testing.TB, doc Document, text string) {
	t.Helper()
	at := 0
	for _, line := range Lines(doc) {
		if line = folded(line); line == "" {
			continue
		}
		i := strings.Index(text[at:], line)
		if i < 0 {
			rest := text[at:]
			t.Fatalf("%.200q does not stand where it should; the text goes on with %.200q", line, rest)
		}
		at += i + len(line)
	}
}

// check looks through a file for what Word would refuse, and returns its document.
func check(t testing.TB, doc Document, file []byte) *node {
	t.Helper()
	all := parts(t, file)
	trees := map[string]*node{}
	for name, content := range all {
		if strings.HasSuffix(name, ".xml") || strings.HasSuffix(name, ".rels") {
			trees[name] = parse(t, name, content)
			checkOrder(t, name, trees[name])
		}
	}
	document := trees["word/document.xml"]
	checkTypes(t, all, trees)
	checkRelations(t, all, trees)
	checkStyles(t, trees)
	checkNumbers(t, trees)
	checkNames(t, document)
	checkTables(t, document)
	inOrder(t, doc, spoken(document))
	return document
}

func checkTypes(t testing.TB, all map[string][]byte, trees map[string]*node) {
	t.Helper()
	known, endings := map[string]bool{}, map[string]bool{}
	for _, k := range trees["[Content_Types].xml"].kids {
		if k.name == "Override" {
			known[k.attrs["PartName"]] = true
			if all[strings.TrimPrefix(k.attrs["PartName"], "/")] == nil {
				t.Errorf("%s has a type and is not there", k.attrs["PartName"])
			}
		} else {
			endings[k.attrs["Extension"]] = true
		}
	}
	for name := range all {
		ending := strings.TrimPrefix(path.Ext(name), ".")
		if name != "[Content_Types].xml" && !known["/"+name] && (!endings[ending] || ending == "xml") {
			t.Errorf("%s has no type", name)
		}
	}
}

func checkRelations(t testing.TB, all map[string][]byte, trees map[string]*node) {
	t.Helper()
	ids := map[string]bool{}
	for _, r := range trees["word/_rels/document.xml.rels"].kids {
		if ids[r.attrs["Id"]] {
			t.Errorf("%s stands for two things", r.attrs["Id"])
		}
		ids[r.attrs["Id"]] = true
		if r.attrs["TargetMode"] != "External" && all["word/"+r.attrs["Target"]] == nil {
			t.Errorf("%s is pointed to and not there", r.attrs["Target"])
		}
	}
	trees["word/document.xml"].each(func(n *node) {
		for _, a := range []string{"r:id", "r:embed"} {
			if id, has := n.attrs[a]; has && !ids[id] {
				t.Errorf("%s points to %s, which is nothing", n.name, id)
			}
		}
	})
}

func checkStyles(t testing.TB, trees map[string]*node) {
	t.Helper()
	known := map[string]bool{}
	for _, s := range trees["word/styles.xml"].all("w:style") {
		if id := s.attrs["w:styleId"]; known[id] {
			t.Errorf("the style %s stands twice", id)
		}
		known[s.attrs["w:styleId"]] = true
	}
	for name, tree := range trees {
		tree.each(func(n *node) {
			if slices.Contains([]string{"w:pStyle", "w:rStyle", "w:tblStyle", "w:basedOn", "w:next"}, n.name) && !known[n.val()] {
				t.Errorf("%s: there is no style %s", name, n.val())
			}
		})
	}
}

func checkNumbers(t testing.TB, trees map[string]*node) {
	t.Helper()
	ways, known := map[string]bool{}, map[string]bool{}
	for _, k := range trees["word/numbering.xml"].kids {
		switch k.name {
		case "w:abstractNum":
			ways[k.attrs["w:abstractNumId"]] = true
			if len(known) > 0 {
				t.Error("the ways of numbering have to stand before the lists")
			}
			if n := len(k.all("w:lvl")); n != 9 {
				t.Errorf("a way of numbering has %d levels", n)
			}
		case "w:num":
			if known[k.attrs["w:numId"]] {
				t.Errorf("the list %s stands twice", k.attrs["w:numId"])
			}
			known[k.attrs["w:numId"]] = true
			if way := k.kids[0].val(); !ways[way] {
				t.Errorf("there is no way of numbering %s", way)
			}
		}
	}
	for name, tree := range trees {
		for _, n := range tree.all("w:numPr") {
			for _, k := range n.kids {
				if k.name == "w:numId" && !known[k.val()] {
					t.Errorf("%s: there is no list %s", name, k.val())
				}
				if k.name == "w:ilvl" && (len(k.val()) != 1 || k.val() > "8") {
					t.Errorf("a list has the level %s", k.val())
				}
			}
		}
	}
}

func checkNames(t testing.TB, document *node) {
	t.Helper()
	seen := map[string]bool{}
	once := func(kind, name string) {
		if seen[kind+" "+name] {
			t.Errorf("two %ss are %q", kind, name)
		}
		seen[kind+" "+name] = true
	}
	document.each(func(n *node) {
		switch n.name {
		case "w:bookmarkStart":
			once("bookmark", strings.ToLower(n.attrs["w:name"]))
			once("bookmark number", n.attrs["w:id"])
			if len(n.attrs["w:name"]) > 40 {
				t.Errorf("%q is too long for a bookmark", n.attrs["w:name"])
			}
		case "wp:docPr":
			once("object", n.attrs["id"])
		case "w:sdtPr":
			once("object", n.all("w:id")[0].val())
		}
	})
	for _, link := range document.all("w:hyperlink") {
		if to, inside := link.attrs["w:anchor"]; inside && !seen["bookmark "+strings.ToLower(to)] {
			t.Errorf("a link leads to %q, which is nowhere", to)
		}
	}
}

func checkTables(t testing.TB, document *node) {
	t.Helper()
	for _, table := range document.all("w:tbl") {
		columns := len(table.all("w:gridCol"))
		rows := table.all("w:tr")
		if len(rows) == 0 || columns == 0 {
			t.Errorf("a table has %d columns and %d rows", columns, len(rows))
		}
		for _, r := range rows {
			width := 0
			for _, cell := range r.all("w:tc") {
				width++
				for _, span := range cell.all("w:gridSpan") {
					if atoi(span.val()) < 2 {
						t.Errorf("a cell spans %s columns", span.val())
					}
					width += atoi(span.val()) - 1
				}
				if last := cell.kids[len(cell.kids)-1]; last.name != "w:p" {
					t.Errorf("a cell ends with %s", last.name)
				}
			}
			if width != columns {
				t.Errorf("a row has cells over %d columns in a table of %d", width, columns)
			}
		}
	}
	body := document.kids[0]
	for i, k := range body.kids {
		if k.name == "w:tbl" && body.kids[i+1].name != "w:p" {
			t.Errorf("%s stands right below a table", body.kids[i+1].name)
		}
	}
	if last := body.kids[len(body.kids)-1]; last.name != "w:sectPr" {
		t.Errorf("the document ends with %s", last.name)
	}
}

func atoi(s string) int {
	n := 0
	for _, c := range s {
		n = n*10 + int(c-'0')
	}
	return n
}

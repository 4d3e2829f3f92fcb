package pdf

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"sort"
	"strconv"

	"almoner/reports/layout"
)

// faceName is the name of a face on the pages.
func faceName(f layout.Face) string { return "/F" + strconv.Itoa(int(f)+1) }

// fontNames are what the faces are called in the file. Six letters before a name say that only part of the font is embedded.
var fontNames = [layout.Faces]string{
	"ALMNRA+LiberationSans", "ALMNRB+LiberationSans-Bold", "ALMNRC+LiberationSans-Italic", "ALMNRD+LiberationSans-BoldItalic",
}

// writeResources copies the fonts that maroto embedded, with the tables that say which characters their glyphs are, and the pictures.
func (b *builder) writeResources() error {
	faces, err := b.src.faces()
	if err != nil {
		return err
	}
	used := b.characters()
	names := make([]string, 0, len(faces))
	for name, face := range faces {
		if len(used[face]) > 0 {
			names = append(names, name)
		}
	}
	sort.Slice(names, func(i, j int) bool { return faces[names[i]] < faces[names[j]] })
	resources := []byte("<</ProcSet [/PDF /Text /ImageB /ImageC] /Font <<")
	for _, name := range names {
		face := faces[name]
		c := &copier{builder: b, numbers: map[int]int{}, face: face}
		root := b.src.fonts[name]
		if err := c.replaceToUnicode(root, used[face]); err != nil {
			return err
		}
		n, err := c.copy(root)
		if err != nil {
			return fmt.Errorf("copy font %s: %w", fontNames[face], err)
		}
		resources = fmt.Appendf(resources, "%s %d 0 R ", faceName(face), n)
	}
	resources = append(resources, ">>"...)
	if len(b.src.images) > 0 {
		var err error
		if resources, err = b.copyImages(append(resources, " /XObject <<"...)); err != nil {
			return err
		}
		resources = append(resources, ">>"...)
	}
	b.file.object(b.resources, append(resources, ">>"...))
	return nil
}

// copyImages copies the pictures, each once however often it is drawn, in the order of their names, which come from what they hold.
func (b *builder) copyImages(resources []byte) ([]byte, error) {
	c := &copier{builder: b, numbers: map[int]int{}}
	for _, name := range slices.Sorted(maps.Keys(b.src.images)) {
		n, err := c.copy(b.src.images[name])
		if err != nil {
			return nil, fmt.Errorf("copy a picture: %w", err)
		}
		resources = fmt.Appendf(resources, "%s %d 0 R ", name, n)
	}
	return resources, nil
}

// characters lists, in order, what the paper sets in each face.
func (b *builder) characters() [layout.Faces][]rune {
	var seen [layout.Faces][0x10000]bool
	for i := range b.paper.Pages {
		for k := range b.paper.Pages[i].Words {
			w := &b.paper.Pages[i].Words[k]
			for _, r := range w.Text {
				seen[w.Face][r&0xFFFF] = true
			}
		}
	}
	var used [layout.Faces][]rune
	for face := range seen {
		for r := range seen[face] {
			if seen[face][r] {
				used[face] = append(used[face], rune(r))
			}
		}
	}
	return used
}

// copier copies an object of the drawing with all that it refers to.
type copier struct {
	*builder

	numbers map[int]int // in the file, by the number in the drawing
	face    layout.Face
}

func (c *copier) copy(n int) (int, error) {
	if to, done := c.numbers[n]; done {
		return to, nil
	}
	to := c.file.reserve(1)
	c.numbers[n] = to
	dict, content, err := c.src.stream(n)
	if err != nil {
		return 0, err
	}
	dict = bytes.ReplaceAll(dict, []byte(paintedName(c.face)+"\n"), []byte("/"+fontNames[c.face]+"\n"))
	if dict, err = c.renumber(dict); err != nil {
		return 0, err
	}
	if content == nil {
		c.file.object(to, dict)
		return to, nil
	}
	keys := bytes.TrimSuffix(bytes.TrimPrefix(dict, []byte("<<")), []byte(">>"))
	c.file.stream(to, dropLength(keys), content)
	return to, nil
}

// dropLength removes the length from the keys of a stream: it is written anew.
func dropLength(keys []byte) []byte {
	before, after, _ := bytes.Cut(keys, []byte("/Length "))
	_, after = integer(after)
	return slices.Concat(before, bytes.TrimLeft(after, " \n"))
}

// renumber copies what a dictionary refers to, and puts the new numbers in.
func (c *copier) renumber(dict []byte) ([]byte, error) {
	var out []byte
	for i := 0; i < len(dict); {
		n, after := integer(dict[i:])
		rest := bytes.TrimPrefix(after, []byte(" 0 R"))
		digit := dict[i] >= '0' && dict[i] <= '9'
		switch {
		case digit && len(rest) < len(after):
			to, err := c.copy(n)
			if err != nil {
				return nil, err
			}
			out = fmt.Appendf(out, "%d 0 R", to)
			i = len(dict) - len(rest)
		case digit:
			out = append(out, dict[i:len(dict)-len(after)]...)
			i = len(dict) - len(after)
		default:
			out = append(out, dict[i])
			i++
		}
	}
	return out, nil
}

// replaceToUnicode writes which characters the font holds. The table that maroto embeds claims all 65,536 of them, also those that
// stand for nothing, which PDF/UA forbids (7.21.7).
func (c *copier) replaceToUnicode(font int, used []rune) error {
	dict, err := c.src.dict(font)
	if err != nil {
		return err
	}
	_, after, found := bytes.Cut(dict, []byte("/ToUnicode "))
	if !found {
		return fmt.Errorf("font %s has no ToUnicode", fontNames[c.face])
	}
	old, _ := integer(after)
	n := c.file.reserve(1)
	c.numbers[old] = n
	m := []byte("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	for part := range slices.Chunk(used, 100) { // a section may hold a hundred
		m = fmt.Appendf(m, "%d beginbfchar\n", len(part))
		for _, r := range part {
			m = fmt.Appendf(m, "<%04X> <%04X>\n", r, r)
		}
		m = append(m, "endbfchar\n"...)
	}
	m = append(m, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"...)
	c.file.packed(n, nil, m)
	return nil
}

package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"

	"almoner/reports/layout"
)

// source is the file that maroto wrote, as far as it is needed: the drawing of each page and the fonts.
type source struct {
	data    []byte
	offsets []int
	pages   []int          // object numbers
	fonts   map[string]int // object number by the name that the pages use, such as /F1a2b
	images  map[string]int // likewise
}

// open finds its way about a file through its table of offsets.
func open(data []byte) (*source, error) {
	s := &source{data: data}
	tail := data[max(0, len(data)-64):]
	i := bytes.LastIndex(tail, []byte("startxref"))
	if i < 0 {
		return nil, errors.New("the drawing has no startxref")
	}
	start, _ := integer(tail[i+len("startxref"):])
	if start <= 0 || start >= len(data) || !bytes.HasPrefix(data[start:], []byte("xref")) {
		return nil, errors.New("the drawing has no table of offsets where it says")
	}
	if err := s.readOffsets(data[start+len("xref"):]); err != nil {
		return nil, err
	}
	pages, err := s.dict(1)
	if err != nil {
		return nil, err
	}
	kids := between(pages, "/Kids [", "]")
	for len(bytes.TrimSpace(kids)) > 0 {
		n, rest := integer(kids)
		_, rest = integer(rest)
		s.pages = append(s.pages, n)
		kids = bytes.TrimPrefix(bytes.TrimSpace(rest), []byte("R"))
	}
	resources, err := s.dict(2)
	if err != nil {
		return nil, err
	}
	s.fonts, s.images = named(between(resources, "/Font <<", ">>")), named(between(resources, "/XObject <<", ">>"))
	return s, nil
}

// named reads a list of names with the objects that they stand for.
func named(list []byte) map[string]int {
	all := map[string]int{}
	for {
		list = bytes.TrimSpace(list)
		name, rest, found := bytes.Cut(list, []byte(" "))
		if !found {
			return all
		}
		n, rest := integer(rest)
		_, rest = integer(rest)
		all[string(name)] = n
		list = bytes.TrimPrefix(bytes.TrimSpace(rest), []byte("R"))
	}
}

func (s *source) readOffsets(table []byte) error {
	first, rest := integer(table)
	count, rest := integer(rest)
	if first != 0 || count <= 0 || count > len(table)/20+1 {
		return errors.New("the drawing's table of offsets is damaged")
	}
	s.offsets = make([]int, count)
	for i := range s.offsets {
		s.offsets[i], rest = integer(rest)
		_, rest = integer(rest)
		rest = bytes.TrimSpace(rest)[1:] // n or f
	}
	return nil
}

// integer reads a whole number after white space, and returns what follows it.
func integer(b []byte) (int, []byte) {
	i := 0
	for i < len(b) && (b[i] == ' ' || b[i] == '\n' || b[i] == '\r') {
		i++
	}
	j := i
	for j < len(b) && b[j] >= '0' && b[j] <= '9' {
		j++
	}
	n, _ := strconv.Atoi(string(b[i:j]))
	return n, b[j:]
}

// between is what stands between two marks.
func between(b []byte, from, to string) []byte {
	_, b, ok := bytes.Cut(b, []byte(from))
	if !ok {
		return nil
	}
	b, _, _ = bytes.Cut(b, []byte(to))
	return b
}

// dict returns the dictionary of an object.
func (s *source) dict(n int) ([]byte, error) {
	if n <= 0 || n >= len(s.offsets) || s.offsets[n] >= len(s.data) {
		return nil, fmt.Errorf("the drawing has no object %d", n)
	}
	head := strconv.Itoa(n) + " 0 obj"
	b := s.data[s.offsets[n]:]
	if !bytes.HasPrefix(b, []byte(head)) {
		return nil, fmt.Errorf("object %d of the drawing is not where its table says", n)
	}
	b = bytes.TrimLeft(b[len(head):min(len(b), len(head)+1<<20)], "\n ")
	depth := 0
	for i := 0; i+1 < len(b); i++ {
		switch {
		case b[i] == '<' && b[i+1] == '<':
			depth++
			i++
		case b[i] == '>' && b[i+1] == '>':
			depth--
			i++
			if depth == 0 {
				return b[: i+1 : i+1], nil
			}
		}
	}
	return nil, fmt.Errorf("object %d of the drawing has no end", n)
}

// stream returns the dictionary and the content of an object; the content is nil where it has none.
func (s *source) stream(n int) (dict, content []byte, err error) {
	if dict, err = s.dict(n); err != nil {
		return nil, nil, err
	}
	start := bytes.Index(s.data[s.offsets[n]:], dict) + s.offsets[n] + len(dict)
	rest := s.data[start:]
	if !bytes.HasPrefix(rest, []byte("\nstream\n")) {
		return dict, nil, nil
	}
	_, after, _ := bytes.Cut(dict, []byte("/Length "))
	length, _ := integer(after)
	rest = rest[len("\nstream\n"):]
	if length > len(rest) || !bytes.HasPrefix(rest[length:], []byte("\nendstream")) {
		return nil, nil, fmt.Errorf("object %d of the drawing is not as long as it says", n)
	}
	return dict, rest[:length], nil
}

// drawing is the content of a page.
func (s *source) drawing(page int) ([]byte, error) {
	d, err := s.dict(s.pages[page])
	if err != nil {
		return nil, err
	}
	_, after, _ := bytes.Cut(d, []byte("/Contents "))
	n, _ := integer(after)
	_, content, err := s.stream(n)
	return content, err
}

// faces says which face each font name on the pages stands for.
func (s *source) faces() (map[string]layout.Face, error) {
	all := map[string]layout.Face{}
	for name, n := range s.fonts {
		d, err := s.dict(n)
		if err != nil {
			return nil, err
		}
		base := string(bytes.TrimSpace(between(d, "/BaseFont ", "\n")))
		known := false
		for face := range layout.Faces {
			if base == paintedName(layout.Face(face)) {
				all[name], known = layout.Face(face), true
			}
		}
		if !known {
			return nil, fmt.Errorf("the drawing has a font %s that nobody asked for", base)
		}
	}
	return all, nil
}

// paintedName is what maroto calls a face.
func paintedName(f layout.Face) string { return "/utf8" + family + string(styles[f]) }

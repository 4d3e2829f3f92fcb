package reports

import (
	"fmt"
	"strings"

	"almoner/reports/document"
)

// clauses numbers the paragraphs of a section: 1.1, 1.2. A list or a table belongs to the paragraph before it; one before the first
// paragraph stands by itself. A heading within the section is a heading below the section's.
func clauses(section string, level int, blocks []document.Block) []document.Block {
	var numbered []document.Block
	n := 0
	for _, b := range blocks {
		last := len(numbered) - 1
		switch b := b.(type) {
		case document.Paragraph:
			n++
			numbered = append(numbered, document.Clause{Number: fmt.Sprintf("%s.%d", section, n), Blocks: []document.Block{b}})
			continue
		case document.Heading:
			b.Level = max(b.Level, level+1)
			numbered = append(numbered, b)
			continue
		case document.List:
			if last >= 0 {
				if c, ok := numbered[last].(document.Clause); ok {
					c.Blocks = append(c.Blocks, b)
					numbered[last] = c
					continue
				}
			}
		}
		numbered = append(numbered, b)
	}
	return numbered
}

// outline numbers a text by its headings: 1, 1.1 for headings below, and the paragraphs of each section after it. The paragraphs before
// the first heading, and the bullets, have no number.
type outline struct {
	counts [6]int
	depth  int // of the section under way; 0 before the first
	top    int // level of the highest headings
}

// outlined numbers blocks whose highest heading is of the given level.
func outlined(blocks []document.Block, level int) []document.Block {
	o := &outline{top: level}
	numbered := make([]document.Block, 0, len(blocks))
	for _, b := range blocks {
		switch b := b.(type) {
		case document.Heading:
			b.Number = o.heading(b.Level)
			numbered = append(numbered, b)
		case document.Paragraph:
			numbered = append(numbered, o.paragraph(b))
		case document.List:
			if last := len(numbered) - 1; last >= 0 {
				if c, ok := numbered[last].(document.Clause); ok {
					c.Blocks = append(c.Blocks, b)
					numbered[last] = c
					continue
				}
			}
			numbered = append(numbered, b)
		default:
			numbered = append(numbered, b)
		}
	}
	return numbered
}

func (o *outline) heading(level int) string {
	o.depth = min(max(level-o.top, 0)+1, len(o.counts))
	o.counts[o.depth-1]++
	clear(o.counts[o.depth:])
	if o.depth == 1 {
		return o.number() + "."
	}
	return o.number()
}

// paragraph numbers a paragraph within its section. Its number must not be that of a heading below: sections with headings below them
// count their own paragraphs first.
func (o *outline) paragraph(p document.Paragraph) document.Block {
	if o.depth == 0 || o.depth == len(o.counts) {
		return p
	}
	o.counts[o.depth]++
	return document.Clause{Number: fmt.Sprintf("%s.%d", o.number(), o.counts[o.depth]), Blocks: []document.Block{p}}
}

// number is that of the section under way.
func (o *outline) number() string {
	parts := make([]string, 0, o.depth)
	for _, n := range o.counts[:o.depth] {
		parts = append(parts, fmt.Sprint(n))
	}
	return strings.Join(parts, ".")
}

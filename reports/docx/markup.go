package docx

import (
	"io"
	"strconv"
	"unicode/utf8"
)

const xmlHead = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

// spill is how much markup gathers before it is passed on, in bytes. Whole documents are never held in memory.
const spill = 1 << 16

// markup writes XML, either on to a writer or, where it has none, into its buffer.
type markup struct {
	buf []byte
	to  io.Writer
	err error
}

func (m *markup) flush() {
	if m.to == nil || len(m.buf) == 0 {
		return
	}
	if m.err == nil {
		_, m.err = m.to.Write(m.buf)
	}
	m.buf = m.buf[:0]
}

// raw puts markup as it is.
func (m *markup) raw(s string) {
	m.buf = append(m.buf, s...)
	if len(m.buf) > spill {
		m.flush()
	}
}

// start opens an element. Its attributes are names and values by turns.
func (m *markup) start(name string, attributes ...string) {
	m.tag(name, attributes)
	m.raw(">")
}

// leaf is an element with nothing in it.
func (m *markup) leaf(name string, attributes ...string) {
	m.tag(name, attributes)
	m.raw("/>")
}

func (m *markup) tag(name string, attributes []string) {
	m.buf = append(append(m.buf, '<'), name...)
	for i := 0; i+1 < len(attributes); i += 2 {
		m.buf = append(append(append(m.buf, ' '), attributes[i]...), '=', '"')
		m.buf = escape(m.buf, attributes[i+1])
		m.buf = append(m.buf, '"')
	}
}

func (m *markup) end(name string) { m.raw("</" + name + ">") }

// element is an element that holds words.
func (m *markup) element(name, words string, attributes ...string) {
	m.start(name, attributes...)
	m.words(words)
	m.end(name)
}

func (m *markup) words(s string) {
	m.buf = escape(m.buf, s)
	m.raw("")
}

// value is an element that is nothing but its w:val.
func (m *markup) value(name, value string) { m.leaf(name, "w:val", value) }

func (m *markup) number(name string, value int) { m.leaf(name, "w:val", strconv.Itoa(value)) }

// on is a property that is switched on where it stands.
func (m *markup) on(name string, is bool) {
	if is {
		m.leaf(name)
	}
}

// escape appends text as XML 1.0 can hold it: without the characters that it forbids (section 2.2), which no writer of a paper can
// have meant, and with a mark in the place of bytes that are no text.
func escape(b []byte, s string) []byte {
	for _, r := range s {
		switch {
		case r == '&':
			b = append(b, "&amp;"...)
		case r == '<':
			b = append(b, "&lt;"...)
		case r == '>':
			b = append(b, "&gt;"...)
		case r == '"':
			b = append(b, "&quot;"...)
		case r == '\n' || r == '\r' || r == '\t':
			b = append(append(append(b, "&#"...), strconv.Itoa(int(r))...), ';')
		case r < ' ' || r == 0xFFFE || r == 0xFFFF:
		default:
			b = utf8.AppendRune(b, r)
		}
	}
	return b
}

package docx

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"almoner/reports/document"
)

// runs adds words to the paragraph in hand. White space is folded as on the printed paper; neighbours that lead to one place are one
// link.
func (f *flow) runs(runs []document.Inline) {
	m := &f.words
	linked := ""
	open := false // a word has been set, so a space may follow
	for _, run := range runs {
		text := foldRun(run.Text, open)
		if text == "" {
			continue
		}
		open = !strings.HasSuffix(text, " ") && !strings.HasSuffix(text, "\n")
		if to := f.target(run); to != linked {
			if linked != "" {
				m.end("w:hyperlink")
			}
			f.openLink(to)
			linked = to
		}
		f.run(run, text, linked != "")
	}
	if linked != "" {
		m.end("w:hyperlink")
	}
}

// target is where a run leads, and "" where it leads nowhere.
func (f *flow) target(run document.Inline) string {
	to := run.Link
	if run.Note != "" {
		to = "#" + run.Note
	}
	anchor, inside := strings.CutPrefix(to, "#")
	switch {
	case to == "":
		return ""
	case !inside:
		return external(to)
	case f.anchors.names[anchor] != "":
		return to
	}
	return ""
}

func (f *flow) openLink(to string) {
	if to == "" {
		return
	}
	if anchor, inside := strings.CutPrefix(to, "#"); inside {
		f.words.start("w:hyperlink", "w:anchor", f.anchors.names[anchor], "w:history", "1")
		return
	}
	f.words.start("w:hyperlink", "r:id", f.relations.address(to), "w:history", "1")
}

func (b *body) bookmark(anchor string) {
	id := strconv.Itoa(b.marks)
	b.marks++
	b.words.leaf("w:bookmarkStart", "w:id", id, "w:name", b.anchors.names[anchor])
	b.words.leaf("w:bookmarkEnd", "w:id", id)
}

// run writes one run, its properties in the order of CT_RPr (ECMA-376 part 1, 17.3.2.28).
func (f *flow) run(run document.Inline, text string, linked bool) {
	m := &f.words
	m.raw("<w:r>")
	from := len(m.buf)
	m.raw("<w:rPr>")
	empty := len(m.buf)
	if linked && run.Note == "" {
		m.value("w:rStyle", "Hyperlink")
	}
	bold(m, run.Bold)
	italic(m, run.Italic)
	m.on("w:strike", run.Change == document.Deleted)
	if f.size > 0 {
		sizes(m, f.size)
	}
	if run.Change == document.Inserted {
		m.value("w:u", "single")
	}
	if run.Superscript && strings.Trim(text, "* ") != "" { // an asterisk is raised as it is
		m.value("w:vertAlign", "superscript")
	}
	m.on("w:rtl", document.RightToLeft([]document.Inline{run}))
	if len(m.buf) == empty {
		m.buf = m.buf[:from]
	} else {
		m.raw("</w:rPr>")
	}
	for i, line := range strings.Split(text, "\n") {
		if i > 0 {
			m.raw("<w:br/>")
		}
		if line != "" {
			m.raw(`<w:t xml:space="preserve">`)
			m.words(line)
			m.raw("</w:t>")
		}
	}
	m.raw("</w:r>")
}

// fold is words with each run of white space made one space, and none at the ends.
func fold(s string) string { return strings.Join(strings.Fields(s), " ") }

// foldRun makes each run of white space one space or one line break, and drops it where no word stands before it. A space that must
// not be broken stays.
func foldRun(s string, open bool) string {
	if open && tidy(s) {
		return s
	}
	out := make([]byte, 0, len(s))
	var gap byte // the space or the line break that waits for the next word
	fill := func() {
		if open && gap != 0 {
			out = append(out, gap)
		}
		gap = 0
	}
	for _, r := range s {
		switch {
		case breaksLine(r):
			gap = '\n'
		case r == ' ' || r == '\t' || r == '\r' || unicode.Is(unicode.Zs, r) && r != 0xA0 && r != 0x202F:
			if gap == 0 { // a break stays one, whatever spaces stand about it
				gap = ' '
			}
		case r < ' ' || r == 0xFFFE || r == 0xFFFF: // XML cannot hold it
		default:
			fill()
			open = true
			out = utf8.AppendRune(out, r)
		}
	}
	fill()
	return string(out)
}

func breaksLine(r rune) bool {
	return r == '\n' || r == '\v' || r == '\f' || r == '\u2028' || r == '\u2029'
}

// tidy says whether text has nothing to be folded, as most has.
func tidy(s string) bool {
	space := false
	for i := range len(s) {
		c := s[i]
		if c < ' ' || c >= 0x80 || c == ' ' && space {
			return false
		}
		space = c == ' '
	}
	return true
}

package proof

import "regexp"

// unfilled are the marks that people leave where something is still to come: a blank of the standing wording, something in square brackets
// that asks for itself, a row of the same letter, and the abbreviations for "not yet".
var unfilled = regexp.MustCompile(`\{[a-z][a-z_]*(?:: ?[^{}]*)?\}` +
	`|(?i:\[\s*(?:insert|add|enter|name|date|amount|title|tbc|tba|to be|xx?|\.\.\.|…|\?)[^\]\n]{0,60}\])` +
	`|\b(?:TBC|TBA|TODO|XX+|xx+/xx+|xxx+)\b` +
	`|\b(?i:lorem ipsum)\b|\?\?\?+|_{4,}|£(?:X+|x+|_+|\?+)`)

// placeholders finds what is still to be filled in.
func (r *reader) placeholders() {
	for _, line := range r.lines {
		for _, mark := range unfilled.FindAllString(line, -1) {
			at, place := r.where(mark)
			at.Sort, at.Sentence = Placeholder, "“"+mark+"” stands "+place+" and is still to be filled in."
			r.add(at)
		}
	}
}

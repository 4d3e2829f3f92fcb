package data

import (
	"cmp"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"unicode/utf8"
)

// Sentences are a change as people read it, a line for each thing that changed: "Amount for 2023-24 from £5,500 to £6,100". IDs are
// told as the names that their records have in the register now.
func (reg *Register) Sentences(c Change) []string {
	switch c.Action {
	case Created:
		return []string{"Made the " + c.Kind.Label() + "."}
	case Deleted:
		return []string{"Deleted the " + c.Kind.Label() + "."}
	case Erased:
		if len(c.Fields) == 1 {
			return []string{"Took a person out of one place of the change list."}
		}
		return []string{fmt.Sprintf("Took a person out of %d places of the change list.", len(c.Fields))}
	default:
	}
	lines := make([]string, 0, len(c.Fields))
	for _, f := range c.Fields {
		lines = append(lines, reg.FieldSentences(c.Kind, c.Record, f)...)
	}
	return lines
}

// By is who made a change, when and on which computer: "4 October 2023, 10:42 · Ann Smith on LAPTOP-1".
func (c Change) By() string {
	return fmt.Sprintf("%s · %s on %s", c.When.Local().Format("2 January 2006, 15:04"), c.Who, c.Machine)
}

// FieldSentences are one field of a change as people read it.
func (reg *Register) FieldSentences(kind Kind, record ID, f FieldChange) []string {
	w := wording{reg: reg, kind: kind}
	if rec, ok := reg.Find(kind, record); ok {
		w.now = reflect.ValueOf(rec).Elem()
	}
	parts := strings.Split(f.Path, "/")
	t := typeAt(kind, parts)
	switch {
	case t == nil:
		return []string{FieldLabel(kind, f.Path) + " changed"} // a field that only another version of the program has
	case len(parts)%2 == 0 && parts[len(parts)-1] == orderKey:
		return w.order(f)
	case len(parts)%2 == 0 && t.Kind() == reflect.Struct:
		return []string{w.rowSentence(parts, t, f)}
	case isWords(t):
		return w.words(parts, t, f)
	case len(parts)%2 == 0: // a text of a map
		return []string{w.changed(fmt.Sprintf("%s “%s”", FieldLabel(kind, f.Path), strings.ReplaceAll(keyInPath.Replace(parts[len(parts)-1]), "_", " ")), t, f)}
	default:
		return []string{w.changed(FieldLabel(kind, f.Path)+w.of(parts), t, f)}
	}
}

// typeAt is the type of what a path leads to; nil if no record of the kind has it.
func typeAt(kind Kind, parts []string) reflect.Type {
	rec, err := New(kind)
	if err != nil {
		return nil
	}
	t := reflect.TypeOf(rec).Elem()
	for i, part := range parts {
		if i%2 == 1 {
			switch {
			case t.Kind() == reflect.Map, isRows(t):
				t = t.Elem()
			default:
				return nil
			}
			continue
		}
		if t.Kind() != reflect.Struct {
			return nil
		}
		at := slices.IndexFunc(reflect.VisibleFields(t), func(f reflect.StructField) bool { return len(f.Index) == 1 && fieldKey(f) == part })
		if at < 0 {
			return nil
		}
		t = reflect.VisibleFields(t)[at].Type
	}
	return t
}

// wording writes sentences about records of a kind.
type wording struct {
	reg  *Register
	kind Kind
	now  reflect.Value // the record as the register has it; no value if it is gone
}

func (w wording) order(f FieldChange) []string {
	var before, after []string
	if json.Unmarshal(f.Before, &before) != nil || json.Unmarshal(f.After, &after) != nil {
		return nil
	}
	kept := func(list, other []string) []string {
		return without(list, func(id string) bool { return !slices.Contains(other, id) })
	}
	if slices.Equal(kept(before, after), kept(after, before)) {
		return nil // rows that came or went, of which there are sentences already
	}
	list, _ := strings.CutSuffix(f.Path, "/"+orderKey)
	return []string{FieldLabel(w.kind, list) + " put in another order"}
}

func (w wording) rowSentence(parts []string, t reflect.Type, f FieldChange) string {
	list, row := parts[len(parts)-2], reflect.New(t).Elem()
	if string(f.After) != "null" {
		if decode(row, f.After) != nil {
			return "Added " + aRow(list)
		}
		return "Added " + aRow(list) + w.rowText(row)
	}
	if decode(row, f.Before) != nil {
		return "Removed " + aRow(list)
	}
	return "Removed " + theRow(list) + w.rowText(row)
}

// rowText tells rows of a list apart, by what people look for in them: " of £5,500 for 2017-18", " “People helped”".
func (w wording) rowText(row reflect.Value) string {
	text := ""
	if title := w.rowTitle(row); title != "" {
		text = " “" + title + "”"
	}
	if amount := row.FieldByName("Amount"); amount.IsValid() && !amount.IsZero() {
		text += " of " + w.text(amount)
	}
	return text + w.rowYear(row)
}

func (w wording) rowYear(row reflect.Value) string {
	year := row.FieldByName("FinancialYear")
	if !year.IsValid() || year.IsZero() {
		return ""
	}
	text := " for " + w.text(year)
	if part := row.FieldByName("Part"); part.IsValid() && part.Kind() == reflect.String && part.String() != "" {
		text += " (" + part.String() + ")"
	}
	return text
}

// titleFields are where the rows of lists have what they are called, best first.
var titleFields = []string{
	"Title", "Name", "Label", "Heading", "Measure", "Mark", "Number", "Section", "Event", "To", "Fund", "Question", "Organisation", "Contributor", "Decision",
	"Reference", "Grant", "Term", "Relation", "Paper", "Date", "Due", "Text", "What", "Words",
}

func (w wording) rowTitle(row reflect.Value) string {
	for _, name := range titleFields {
		if f := row.FieldByName(name); f.IsValid() && !f.IsZero() {
			return shortened(w.text(f))
		}
	}
	return ""
}

// of says which row a field belongs to.
func (w wording) of(parts []string) string {
	if len(parts) < 3 {
		return ""
	}
	list := parts[len(parts)-3]
	row := w.rowAt(parts[:len(parts)-1])
	if !row.IsValid() {
		return " of " + aRow(list) + " that is no longer there"
	}
	if year := w.rowYear(row); year != "" {
		return year
	}
	if title := w.rowTitle(row); title != "" {
		return " of " + theRow(list) + " “" + title + "”" + w.of(parts[:len(parts)-2])
	}
	return " of " + aRow(list)
}

// rowAt is a row of the record as it is now; no value if it is gone.
func (w wording) rowAt(parts []string) reflect.Value {
	v := w.now
	for i := 0; i+1 < len(parts) && v.IsValid(); i += 2 {
		at := slices.IndexFunc(reflect.VisibleFields(v.Type()), func(f reflect.StructField) bool { return len(f.Index) == 1 && fieldKey(f) == parts[i] })
		v = rowsByID(v.FieldByIndex(reflect.VisibleFields(v.Type())[at].Index))[parts[i+1]]
	}
	return v
}

// words tells which words came into a list and which went.
func (w wording) words(parts []string, t reflect.Type, f FieldChange) []string {
	before, after := reflect.New(t).Elem(), reflect.New(t).Elem()
	if decode(before, f.Before) != nil || decode(after, f.After) != nil {
		return []string{FieldLabel(w.kind, f.Path) + " changed"}
	}
	list, of := parts[len(parts)-1], w.of(parts)
	texts := func(v reflect.Value) []string {
		var texts []string
		for i := range v.Len() {
			texts = append(texts, shortened(w.text(v.Index(i))))
		}
		return texts
	}
	was, is := texts(before), texts(after)
	var lines []string
	for _, word := range was {
		if !slices.Contains(is, word) {
			lines = append(lines, "Removed "+theRow(list)+" "+word+of)
		}
	}
	for _, word := range is {
		if !slices.Contains(was, word) {
			lines = append(lines, "Added "+theRow(list)+" "+word+of)
		}
	}
	if len(lines) == 0 {
		lines = []string{FieldLabel(w.kind, f.Path) + of + " put in another order"}
	}
	return lines
}

// changed is the sentence about one value.
func (w wording) changed(what string, t reflect.Type, f FieldChange) string {
	before, after := reflect.New(t).Elem(), reflect.New(t).Elem()
	if decode(before, f.Before) != nil || decode(after, f.After) != nil {
		return what + " changed"
	}
	was, is := w.text(before), w.text(after)
	switch {
	case t.Kind() == reflect.Bool:
		return what + " from " + was + " to " + is
	case t.Kind() == reflect.Slice || was == is: // a picture, or something that has no words
		return what + " changed"
	case isLong(was) || isLong(is):
		was, is = excerpts(was, is)
		return fmt.Sprintf("Text of %s changed%s", what, fromTo(was, is))
	case was == "":
		return what + " set to " + is
	case is == "":
		return what + " cleared; it was " + was
	default:
		return what + " from " + was + " to " + is
	}
}

func fromTo(was, is string) string {
	switch {
	case was == "":
		return ": put in “" + is + "”"
	case is == "":
		return ": took out “" + was + "”"
	default:
		return ": “" + was + "” became “" + is + "”"
	}
}

// text is a value as people read it.
func (w wording) text(v reflect.Value) string {
	if v.IsZero() && v.Kind() != reflect.Bool {
		return ""
	}
	switch value := v.Interface().(type) {
	case Date:
		return value.Long()
	case FinancialYear:
		return w.reg.Details().Year(value)
	case ID:
		return w.reg.nameOfAny(value)
	case interface{ Label() string }:
		return value.Label()
	case fmt.Stringer:
		return value.String()
	}
	switch v.Kind() {
	case reflect.Bool:
		if v.Bool() {
			return "yes"
		}
		return "no"
	case reflect.Pointer:
		return w.text(v.Elem())
	case reflect.Struct:
		return w.parts(v)
	case reflect.Slice:
		if v.Type().Elem().Kind() == reflect.Uint8 {
			return ""
		}
		items := make([]string, 0, v.Len())
		for i := range v.Len() {
			items = append(items, w.text(v.Index(i)))
		}
		return strings.Join(items, ", ")
	default:
		return fmt.Sprint(v.Interface())
	}
}

// parts are the fields of a struct that is one value.
func (w wording) parts(v reflect.Value) string {
	var texts []string
	for i := range v.NumField() {
		if fieldKey(v.Type().Field(i)) == "" {
			continue
		}
		if text := w.text(v.Field(i)); text != "" {
			texts = append(texts, text)
		}
	}
	return strings.Join(texts, ", ")
}

// nameOfAny is what people call the record with an ID, of whichever kind it is.
func (reg *Register) nameOfAny(id ID) string {
	for _, kind := range Kinds() {
		if rec, ok := reg.Find(kind, id); ok {
			return cmp.Or(rec.Label(), "a "+kind.Label()+" without a name")
		}
	}
	return "a record that is no longer there"
}

// longText is how many letters a text may have that is told whole.
const longText = 60

func isLong(s string) bool { return utf8.RuneCountInString(s) > longText || strings.Contains(s, "\n") }

func shortened(s string) string {
	s = trimSpace(s)
	if runes := []rune(s); len(runes) > longText {
		return string(runes[:longText-1]) + "…"
	}
	return s
}

// wholeWords are the first words of a text, as many as so many letters hold.
func wholeWords(s string, letters int) string {
	s = trimSpace(s)
	runes := []rune(s)
	if len(runes) <= letters {
		return s
	}
	words := string(runes[:letters])
	if end := strings.LastIndex(words, " "); end > 0 {
		words = words[:end]
	}
	return strings.TrimRight(words, " ,;:–-") + "…"
}

// excerpts are the words of two texts from the first that differs to the last, with two words around them.
func excerpts(before, after string) (was, is string) {
	const around = 2
	a, b := strings.Fields(before), strings.Fields(after)
	start := 0
	for start < len(a) && start < len(b) && a[start] == b[start] {
		start++
	}
	end := 0
	for end < len(a)-start && end < len(b)-start && a[len(a)-1-end] == b[len(b)-1-end] {
		end++
	}
	if len(a) > 0 && len(b) > 0 {
		start, end = max(start-around, 0), max(end-around, 0)
	}
	cut := func(words []string) string {
		words = words[start : len(words)-end]
		if len(words) > 20 { // the middle of a long passage says least
			words = slices.Concat(words[:10], []string{"…"}, words[len(words)-8:])
		}
		text := strings.Join(words, " ")
		if start > 0 && text != "" {
			text = "…" + text
		}
		if end > 0 && text != "" {
			text += "…"
		}
		return text
	}
	return cut(a), cut(b)
}

package data

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// Asked is what a letter or an e-mail asks, read out of its words: a proposal, which somebody looks through before it is taken over.
type Asked struct {
	Subject   string
	Received  Date // that the letter bears; no date where it bears none
	Channel   string
	Applicant Applicant
	Questions []FOIQuestion
	// Joined is how many questions the last one holds, where there are more than MostQuestions.
	Joined int
	// LeftOut are the words that went nowhere, in the order of the letter: greetings, signatures, what was said about the law.
	LeftOut []string
}

// MostQuestions is how many questions a letter is taken apart into. Further ones stay together in the last.
const MostQuestions = 100

// ReadAsked reads a request as it was pasted, with the heads of an e-mail or without. Numbered paragraphs are a question each; bullets are
// one each where each of them asks something, and else belong to the sentence above them; of other paragraphs, each sentence that asks
// begins a question.
func ReadAsked(letter string, today Date) Asked {
	l := &letterReader{today: today}
	lines := l.heads(letterLines(letter))
	lines = l.opening(lines)
	lines = l.closing(lines)
	l.read(letterBlocks(lines))
	l.finish()
	return l.Asked
}

// TakeAsked puts what was asked into a request. What the request says already of its subject and of who asked gives way; questions that have
// words or an answer stay, before the new ones.
func (r *FOIRequest) TakeAsked(a Asked) {
	r.Subject = cmp.Or(trimSpace(a.Subject), r.Subject)
	r.Channel = cmp.Or(a.Channel, r.Channel)
	if !a.Received.IsZero() {
		r.Received = a.Received
	}
	if a.Applicant != (Applicant{}) {
		applicant := a.Applicant
		r.Applicant = &applicant
	}
	if len(a.Questions) > 0 { // else the one that waits to be written stays
		r.Questions = slices.DeleteFunc(r.Questions, func(q FOIQuestion) bool { return trimSpace(q.Text) == "" && trimSpace(q.Answer) == "" })
	}
	for _, q := range a.Questions {
		if q.ID == "" {
			q.ID = NewRowID()
		}
		r.Questions = append(r.Questions, q)
	}
}

// letterReader is a letter while it is read.
type letterReader struct {
	Asked
	today Date
}

func (l *letterReader) leaveOut(words ...string) {
	for _, w := range words {
		if w = trimSpace(w); w != "" {
			l.LeftOut = append(l.LeftOut, w)
		}
	}
}

// letterLines are the lines of a letter without what programs put around them.
func letterLines(letter string) []string {
	letter = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u00a0", " ", "\u200b", "", "\ufeff", "", "\t", " ").Replace(letter)
	lines := strings.Split(letter, "\n")
	for i, line := range lines {
		line = strings.TrimSpace(line)
		for strings.HasPrefix(line, ">") {
			line = strings.TrimSpace(line[1:])
		}
		lines[i] = line
	}
	return lines
}

var (
	mailHead      = regexp.MustCompile(`(?i)^\*?(from|sent|date|received|to|cc|bcc|subject|reply-to|importance|attachments)\s*:\*?\s*(.*)$`)
	replyPrefix   = regexp.MustCompile(`(?i)^((re|fw|fwd)\s*:\s*)+`)
	requestPrefix = regexp.MustCompile(`(?i)^(freedom of information|foi)( act)?( 2000)?( request)?\s*[–—:-]\s*`)
	aboutLine     = regexp.MustCompile(`(?i)^(?:re|ref|subject|about)\s*:\s*(.+)$`)
	mailedDay     = regexp.MustCompile(`(?i)\b\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?[a-z]{3,9}\.?,?\s+\d{4}\b|\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b`)
	monthFirst    = regexp.MustCompile(`(?i)\b([a-z]{3,9})\s+(\d{1,2})(?:(?:st|nd|rd|th),?|,)\s+(\d{4})\b`)
	sendersName   = regexp.MustCompile(`^"?([^"<\[(]+?)"?\s*(?:[<\[(].*)?$`)
)

// heads reads the last heads of an e-mail, which are those of whoever asked where a colleague passed it on, and gives what follows them.
func (l *letterReader) heads(lines []string) []string {
	for end := len(lines) - 1; end > 0; end-- {
		if !mailHead.MatchString(lines[end]) {
			continue
		}
		first := end
		for first > 0 && mailHead.MatchString(lines[first-1]) {
			first--
		}
		if first == end {
			continue
		}
		l.leaveOut(lines[:first]...)
		for _, line := range lines[first : end+1] {
			m := mailHead.FindStringSubmatch(line)
			l.head(strings.ToLower(m[1]), m[2])
		}
		return lines[end+1:]
	}
	return lines
}

func (l *letterReader) head(name, value string) {
	switch name {
	case "from":
		l.Channel = "e-mail"
		l.Applicant.Email = emailPattern.FindString(value)
		if m := sendersName.FindStringSubmatch(strings.TrimSpace(value)); len(m) > 1 && !strings.Contains(m[1], "@") {
			l.Applicant.Name = trimSpace(m[1])
		}
	case "sent", "date", "received":
		l.Received = l.dayIn(value)
	case "subject":
		l.Subject = trimSpace(requestPrefix.ReplaceAllString(replyPrefix.ReplaceAllString(value, ""), ""))
	}
}

// daysInWords are the days of a month as a formal letter has them: “the first of October 2025”.
var (
	daysInWords = strings.Fields("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth " +
		"eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first")
	dayInWords = regexp.MustCompile(`(?i)\b(?:twenty-|thirty-)?(?:` + strings.Join(daysInWords[:20], "|") + `|thirtieth)\b`)
)

// dayIn is the day that stands in a line, or no date.
func (l *letterReader) dayIn(line string) Date {
	if m := monthFirst.FindStringSubmatch(line); m != nil {
		line = m[2] + " " + m[1] + " " + m[3]
	}
	line = dayInWords.ReplaceAllStringFunc(line, func(word string) string { return fmt.Sprint(1 + slices.Index(daysInWords, strings.ToLower(word))) })
	d, err := ParseDate(strings.Replace(strings.ToLower(mailedDay.FindString(line)), " of ", " ", 1), l.today)
	if err != nil || d.Precision != ToTheDay {
		return Date{}
	}
	return d
}

var (
	thanks     = regexp.MustCompile(`(?i)^(many )?thank`)
	postscript = regexp.MustCompile(`(?i)^p\.?\s?s\.?[\s:–-]`)
	greeting   = regexp.MustCompile(`(?i)^(dear|hi|hello|good (morning|afternoon|evening)|to whom|fao|for the attention of)\b[^.?]{0,70}$`)
	farewell   = regexp.MustCompile(`(?i)^(yours (sincerely|faithfully|truly|ever)|(kind|kindest|best|warm|many)?\s*(regards|wishes)|(many |with )?thanks( and regards| in advance)?|thank you( very much)?( in advance)?|sincerely|cheers)[\s,.!]*$`)
)

// opening reads what stands above the letter's greeting: the day, the address, what it is about.
func (l *letterReader) opening(lines []string) []string {
	at := slices.IndexFunc(lines, greeting.MatchString)
	if at < 0 {
		return lines
	}
	var address []string
	postcoded := false
	for _, line := range lines[:at] {
		day := l.dayIn(line)
		switch {
		case line == "":
			if !postcoded {
				address = nil // another block
			}
		case !day.IsZero() && len(strings.Fields(line)) <= 6:
			if l.Received.IsZero() {
				l.Received = day
			}
		case aboutLine.MatchString(line):
			l.about(line)
		case !postcoded && l.Applicant.Address == "":
			address = append(address, line)
			postcoded = postcodePattern.MatchString(line)
		}
		l.leaveOut(line)
	}
	if postcoded {
		l.Applicant.Address = strings.Join(address, "\n")
	}
	l.leaveOut(lines[at])
	rest := lines[at+1:]
	for i, line := range rest {
		if line == "" {
			continue
		}
		if aboutLine.MatchString(line) {
			l.about(line)
			return rest[i+1:]
		}
		break
	}
	return rest
}

func (l *letterReader) about(line string) {
	if l.Subject == "" {
		l.Subject = trimSpace(aboutLine.FindStringSubmatch(line)[1])
	}
}

// closing reads the signature: who asked, and where they can be written to.
func (l *letterReader) closing(lines []string) []string {
	at := slices.IndexFunc(lines, farewell.MatchString)
	if at < 0 {
		return lines
	}
	if next := slices.IndexFunc(lines[at+1:], farewell.MatchString); next >= 0 && thanks.MatchString(lines[at]) {
		at += 1 + next // the thanks were for something in the letter
	}
	body := lines[:at:at]
	if more := slices.IndexFunc(lines[at:], postscript.MatchString); more >= 0 {
		body = append(append(body, ""), lines[at+more:]...)
		lines = lines[:at+more]
	}
	l.leaveOut(lines[at:]...)
	signed := slices.DeleteFunc(slices.Clone(lines[at+1:]), func(s string) bool { return s == "" })
	if len(signed) > 0 && l.Applicant.Name == "" && isName(signed[0]) {
		l.Applicant.Name = strings.TrimRight(signed[0], ",.")
	}
	if l.Applicant.Email == "" {
		l.Applicant.Email = emailPattern.FindString(strings.Join(signed, "\n"))
	}
	code := slices.IndexFunc(signed, postcodePattern.MatchString)
	if code > 0 && l.Applicant.Address == "" {
		from := slices.IndexFunc(signed, func(s string) bool { return !isName(s) || strings.ContainsAny(s, "0123456789") })
		l.Applicant.Address = strings.Join(signed[min(max(from, 0), code):code+1], "\n")
	}
	return body
}

// isName reports whether a line can be somebody's name: a few words, and no figures.
func isName(line string) bool {
	n := len(strings.Fields(line))
	return n > 0 && n <= 5 && !strings.ContainsAny(line, "0123456789@:/?")
}

// letterBlock is a paragraph of a letter, or an item of a list.
type letterBlock struct {
	sort  blockSort
	label string // of a numbered one, as it was written: "1."
	text  string
}

type blockSort int

const (
	plainBlock blockSort = iota
	bulletBlock
	numberBlock
)

var (
	bulletLine  = regexp.MustCompile(`^(?:[•·\x{25aa}\x{25cf}\x{25e6}\x{25cb}\x{2023}\x{2219}*\x{f0b7}\x{f0a7}–—-]|o )\s*(\S.*)$`)
	numberLine  = regexp.MustCompile(`^(?i)((?:q(?:uestion)?\s*)?\(?(?:\d{1,2}|[a-h]|[ivx]{1,4})[.):]|q(?:uestion)?\s*\d{1,2}[.):]?)\s+(\S.*)$`)
	closeNumber = regexp.MustCompile(`^(\d{1,2}[.):])([\pL“"].*)$`) // with no room between
)

// letterBlocks are the blocks of a letter. Lines that were broken by a program are put together again.
func letterBlocks(lines []string) []letterBlock {
	var blocks []letterBlock
	open := false
	for _, line := range lines {
		number, bullet := numberLine.FindStringSubmatch(line), bulletLine.FindStringSubmatch(line)
		if number == nil {
			number = closeNumber.FindStringSubmatch(line)
		}
		switch {
		case line == "":
			open = false
			continue
		case number != nil:
			blocks = append(blocks, letterBlock{numberBlock, trimSpace(number[1]), number[2]})
		case bullet != nil:
			blocks = append(blocks, letterBlock{bulletBlock, "", bullet[1]})
		case open:
			last := &blocks[len(blocks)-1]
			last.text = joinLines(last.text, line)
		default:
			blocks = append(blocks, letterBlock{plainBlock, "", line})
		}
		open = true
	}
	return blocks
}

// joinLines puts a line behind another; after a hyphen that broke a word there is no room.
func joinLines(text, line string) string {
	if strings.HasSuffix(text, "-") && !strings.HasSuffix(text, " -") {
		return text + line
	}
	return text + " " + line
}

var (
	askingWords = regexp.MustCompile(`(?i)\b(please\b.{0,40}\b(provide|send|supply|give|list|state|confirm|indicate|tell|say|let me|disclose|answer|release|advise|include|break|set out|share|forward)|` +
		`(could|can|would) you|i (would|should) like|i(?:['’]d| would) like|i (want|wish|request|am requesting|seek|am seeking|am asking)|we (would like|request|seek))\b`)
	askingStart  = regexp.MustCompile(`(?i)^(how|what|which|when|who|whom|whose|where|why|does|do|did|is|are|was|were|has|have|had|will|please|could|can|would|list|provide|give|confirm|copies|a copy|a list|details|the (number|amount|total|name|names|date|dates|cost))\b`)
	asksPlainly  = regexp.MustCompile(`(?i)^(?:(?:and|also|then|finally|next),?\s+)*(?:list|provide|supply|disclose|state|explain|give me|send me|tell me)\b`)
	aboutTheLaw  = regexp.MustCompile(`(?i)\b(freedom of information|foi|foia|environmental information regulations|eir)\b`)
	lawAlone     = regexp.MustCompile(`(?i)\b(make|making|submit|submitting|write|writing|made|request(ing)? (the following )?(information )?under|this is a|following (information|request)|a request)\b`)
	theFollowing = regexp.MustCompile(`(?i)\b(the following|as follows|(the )?(questions|points|information|items) (below|that follow))\b`)
	formOfAnswer = regexp.MustCompile(`(?i)\b(answer|answers|reply|response|information|it|them|this|data)\b.{0,9}\b(by (e-?mail|post)|in (an? )?(electronic|digital|machine[ -]readable|excel|csv|word|pdf)\b.{0,20}|electronically)[.]?$`)
	courtesy     = regexp.MustCompile(`(?i)^(please (acknowledge|do not hesitate|contact me|let me know if|confirm receipt|confirm that you have received|feel free)|could you (please )?(acknowledge|confirm receipt)|` +
		`i look forward|thank you|many thanks|thanks|i would be grateful if you could (acknowledge|confirm receipt)|if you (have any|need|require)|i understand (that )?you|i hope)`)
)

// asks reports whether a sentence asks for something, rather than saying under which law, or being polite.
func asks(sentence string) bool {
	s := strings.TrimSpace(sentence)
	switch {
	case courtesy.MatchString(s):
		return false
	case strings.HasSuffix(s, "?"):
		return true
	case formOfAnswer.MatchString(s) && len(strings.Fields(s)) < 16: // how they want it, not what
		return false
	case aboutTheLaw.MatchString(s) && lawAlone.MatchString(s) && (strings.HasSuffix(s, ":") || len(strings.Fields(s)) < 22):
		return false
	default:
		return askingWords.MatchString(s) || asksPlainly.MatchString(s)
	}
}

// asksAlone reports whether the item of a list asks by itself, and is not a part of what the sentence above it asks.
func asksAlone(b letterBlock) bool {
	return strings.HasSuffix(b.text, "?") || askingStart.MatchString(b.text) && len(strings.Fields(b.text)) > 4 || asks(b.text)
}

// read takes the questions out of the blocks.
func (l *letterReader) read(blocks []letterBlock) {
	numbered := slices.ContainsFunc(blocks, func(b letterBlock) bool { return b.sort == numberBlock })
	for i := 0; i < len(blocks); {
		next := i + 1
		for next < len(blocks) && blocks[next].sort == bulletBlock {
			next++
		}
		b, bullets := blocks[i], blocks[i+1:next]
		switch {
		case b.sort == numberBlock:
			l.ask(b.label, b.text, bullets)
		case b.sort == bulletBlock: // with nothing above them
			l.each(append([]letterBlock{b}, bullets...))
		case len(bullets) == 0 && numbered && leadsToNumbers(b.text):
			l.leaveOut(b.text)
		case len(bullets) == 0:
			l.sentences(b.text)
		case l.leads(b, bullets):
			l.leaveOut(b.text)
			l.each(bullets)
		default:
			l.ask("", b.text, bullets)
		}
		i = next
	}
}

// leadsToNumbers reports whether a paragraph only says that what is asked follows, under its numbers.
func leadsToNumbers(paragraph string) bool {
	return strings.HasSuffix(paragraph, ":") || theFollowing.MatchString(paragraph) && !strings.Contains(paragraph, "?")
}

// leads reports whether a sentence only leads to the bullets under it, each of which asks by itself.
func (l *letterReader) leads(b letterBlock, bullets []letterBlock) bool {
	if asks(b.text) && !strings.HasSuffix(b.text, ":") {
		return false
	}
	return !slices.ContainsFunc(bullets, func(b letterBlock) bool { return !asksAlone(b) })
}

func (l *letterReader) each(blocks []letterBlock) {
	for _, b := range blocks {
		l.ask("", b.text, nil)
	}
}

// ask adds a question, with the bullets that belong to it.
func (l *letterReader) ask(label, text string, bullets []letterBlock) {
	var b strings.Builder
	b.WriteString(text)
	for i, item := range bullets {
		if i == 0 {
			b.WriteString("\n")
		}
		b.WriteString("\n- " + item.text)
	}
	l.Questions = append(l.Questions, FOIQuestion{ID: NewRowID(), Label: label, Text: b.String()})
}

var sentenceEnd = regexp.MustCompile(`[.?!][)”"’']?\s+`)

// sentences takes the questions out of a paragraph: each sentence that asks begins one, to which those that follow belong.
func (l *letterReader) sentences(paragraph string) {
	asking := ""
	for rest := paragraph; rest != ""; {
		sentence := rest
		if at := l.end(rest); at > 0 {
			sentence = rest[:at]
		}
		rest = strings.TrimSpace(rest[len(sentence):])
		sentence = strings.TrimSpace(sentence)
		switch {
		case asks(sentence):
			l.add(asking)
			asking = sentence
		case asking == "" || courtesy.MatchString(sentence):
			l.leaveOut(sentence)
		default:
			asking += " " + sentence
		}
	}
	l.add(asking)
}

func (l *letterReader) add(question string) {
	if question != "" {
		l.ask("", question, nil)
	}
}

// abbreviated are the ends of words that are no ends of sentences.
var abbreviated = regexp.MustCompile(`(?i)(\be\.g|\bi\.e|\betc|\bno|\bmr|\bmrs|\bms|\bdr|\bst|\bvs|\bapprox|\bincl)\.\s*$`)

// end is where the first sentence of a text ends.
func (l *letterReader) end(text string) int {
	for from := 0; ; {
		m := sentenceEnd.FindStringIndex(text[from:])
		if m == nil {
			return 0
		}
		end := from + m[1]
		if !abbreviated.MatchString(text[max(from, end-longestAbbreviation):end]) {
			return end
		}
		from = end
	}
}

// longestAbbreviation is how many letters before the end of a sentence are looked at for one: all of them would take a minute in a long text.
const longestAbbreviation = 16

// finish names the questions that bear no number, and says what the request is about where the letter does not.
func (l *letterReader) finish() {
	if len(l.Questions) == 0 && len(l.LeftOut) > 0 { // nothing was understood as a question: nothing may be lost
		l.ask("", strings.Join(l.LeftOut, "\n\n"), nil)
		l.LeftOut = nil
	}
	for i := range l.Questions {
		if l.Questions[i].Label == "" {
			l.Questions[i].Label = fmt.Sprintf("Q%d.", i+1)
		}
	}
	l.join()
	if l.Subject == "" && len(l.Questions) > 0 {
		first, _, _ := strings.Cut(l.Questions[0].Text, "\n")
		l.Subject = wholeWords(first, longText)
	}
}

// join puts the questions that are too many into the last one.
func (l *letterReader) join() {
	if len(l.Questions) <= MostQuestions {
		return
	}
	last, more := &l.Questions[MostQuestions-1], l.Questions[MostQuestions:]
	var all strings.Builder
	all.WriteString(last.Text)
	for _, q := range more {
		all.WriteString("\n\n" + q.Label + " " + q.Text)
	}
	last.Text, l.Joined, l.Questions = all.String(), len(more)+1, l.Questions[:MostQuestions]
}

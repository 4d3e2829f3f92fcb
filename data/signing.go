package data

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// AwardsNow are the rows of a decision's table of awards as the register stands: those of its grants, and where it names funds only
// what those funds pay.
func (d *Decision) AwardsNow(reg *Register) []DecidedAward {
	var rows []DecidedAward
	for _, id := range d.Grants {
		g, ok := Get[*Grant](reg, id)
		if !ok {
			continue
		}
		for _, a := range g.Awards {
			amount, concerned := a.Amount, true
			if len(d.Funds) > 0 && len(a.Funds) > 0 {
				amount, concerned = a.paidBy(d.Funds)
			}
			if concerned {
				rows = append(rows, DecidedAward{
					ID: NewRowID(), Grant: id, Recipient: reg.NameOf(g.Recipient), Title: g.Title, FinancialYear: a.FinancialYear, Part: a.Part, Amount: amount,
					Themes: strings.Join(g.Themes, ", "), Area: g.Area,
				})
			}
		}
	}
	return rows
}

// paidBy is what some funds pay of an award, and whether they pay any of it.
func (a Award) paidBy(funds []ID) (Money, bool) {
	var sum Money
	pays := false
	for _, s := range a.Funds {
		if slices.Contains(funds, s.Fund) {
			sum, pays = sum.Add(s.Amount), true
		}
	}
	return sum, pays
}

// AwardRows are the rows that the decision prints: as it was signed or, until then, as the register stands.
func (d *Decision) AwardRows(reg *Register) []DecidedAward {
	if d.keepsAwards() {
		return d.Awards
	}
	return d.AwardsNow(reg)
}

// keepsAwards reports whether the decision was issued with its awards kept, be it that there were none. One that was signed before the
// office had this program, and was loaded without them, has only those of the register.
func (d *Decision) keepsAwards() bool {
	return d.issuedWords() != "" && (len(d.Awards) > 0 || tookStep(d, string(DecisionSigned)))
}

// AwardedTotal is the sum of some rows.
func AwardedTotal(rows []DecidedAward) Money {
	var sum Money
	for _, r := range rows {
		sum = sum.Add(r.Amount)
	}
	return sum
}

// Sign takes a submitted decision to signed and keeps its awards as they stand. Nobody has signed anything on a day after today. What it
// prints has to be kept with Issue, and both have to be saved together. The decision stays as it is if the error is not nil.
func (d *Decision) Sign(reg *Register, by string, on, today Date, how Signature) error {
	if since := d.issuedWords(); since != "" {
		return &Fault{Sentence: fmt.Sprintf("The decision “%s” %s already.", d.Label(), since)}
	}
	if trimSpace(by) == "" {
		return &Fault{Sentence: "Who signed the decision? Put down the name of the decision maker."}
	}
	if today.Before(on) {
		return &Fault{Sentence: fmt.Sprintf("The decision cannot have been signed on %s: that day is still to come. Put down the day on which it was signed.", on.Long())}
	}
	if rows := d.AwardsNow(reg); !d.StatedTotal.IsZero() && AwardedTotal(rows).Pence != d.StatedTotal.Pence {
		return &Fault{Sentence: fmt.Sprintf("The awards total %s, but the decision states %s. Put one of them right before it is signed.", AwardedTotal(rows), d.StatedTotal)}
	}
	signed := Clone(d)
	signed.Awards = d.AwardsNow(reg)
	signed.SignedBy, signed.SignedOn, signed.Signature = by, on, how
	if signed.DecidedOn.IsZero() {
		signed.DecidedOn = on
	}
	if err := settledInOrder(signed); err != nil {
		return err
	}
	if err := Advance(signed, string(DecisionSigned), on, by); err != nil {
		return err
	}
	*d = *signed
	return nil
}

// Send takes a request to answered: its tables are kept as they stand, and the day of the reply ends the clock. Steps that nobody took on
// the way, such as the reply's approval, are taken on that day. What it prints has to be kept with Issue, and both saved together. A reply
// that Check stops is not sent; the request stays as it is if the error is not nil.
func (r *FOIRequest) Send(reg *Register, on Date, by string) error {
	if r.Sent() {
		return &Fault{Sentence: fmt.Sprintf("The reply to %s %s already.", r.Label(), strings.Replace("was answered"+onDay(r.RespondedOn()), "answered", "sent", 1))}
	}
	if found := r.Check(reg, on); len(found) > 0 && found[0].Stops {
		return &Fault{Sentence: found[0].Sentence}
	}
	sent := Clone(r)
	sent.freezeTables(reg)
	for sent.Status != Responded {
		next := Searching
		switch sent.Status {
		case Searching:
			next = Drafted
		case Drafted:
			next = ReplyApproved
		case ReplyApproved:
			next = Responded
		default:
		}
		if err := Advance(sent, string(next), on, by); err != nil {
			return err
		}
	}
	if sent.RespondedOn().IsZero() { // somebody may have put the day down already
		sent.Clock = append(sent.Clock, ClockRow{ID: NewRowID(), Event: ClockResponded, On: on})
	}
	NameRows(sent)
	*r = *sent
	return nil
}

// KeepAsIssued keeps in a paper that has just come to be signed or sent what it says of the register, if whoever took the step has
// not: who did has its printed form, which says what it keeps.
func KeepAsIssued(before, after Record, reg *Register) {
	switch is := after.(type) {
	case *FOIRequest:
		if was, ok := before.(*FOIRequest); ok && !was.Sent() && is.Sent() && len(is.Issued) == len(was.Issued) {
			is.freezeTables(reg)
			NameRows(is)
		}
	case *Decision:
		issued := is.Status == DecisionSigned || is.Status == DecisionRefused
		if was, ok := before.(*Decision); ok && issued && was.Status != is.Status && len(is.Awards) == 0 {
			is.Awards = is.AwardsNow(reg)
		}
	}
}

// Issue keeps the printed form of a paper that went out: as a file of the office, and in the record with its SHA-256. Save both at once.
func Issue(rec Record, paper, filename, mediaType string, printed []byte, on Date, by string) (*Attachment, error) {
	var issued *[]Issued
	switch r := rec.(type) {
	case *Decision:
		issued = &r.Issued
	case *FOIRequest:
		issued = &r.Issued
	default:
		return nil, fmt.Errorf("issue the %s %q: nothing is kept of such papers", rec.RecordKind().Label(), rec.Label())
	}
	file, err := NewAttachment(filename, mediaType, printed)
	if err != nil {
		return nil, err
	}
	file.Of, file.Title = rec.Stamped().ID, UpperInitial(paper)+" as issued"
	*issued = append(*issued, Issued{ID: NewRowID(), Paper: paper, On: on, By: by, SHA256: file.SHA256, File: file.ID})
	return file, nil
}

// Difference is something that a frozen paper says and the register says otherwise now.
type Difference struct {
	Where string // "Harbour, Outreach, 2023-24", "Appendix 1, 2017-18, Outreach"
	What  string // "Amount"
	Sent  string // what the paper says; empty where it says nothing of it
	Now   string // what the register says; empty where it has nothing of it any more
}

// String is the difference as a sentence.
func (d Difference) String() string {
	switch {
	case d.Sent == "":
		return fmt.Sprintf("%s: %s is %s now, and was not there", d.Where, d.What, d.Now)
	case d.Now == "":
		return fmt.Sprintf("%s: %s was %s, and is not there now", d.Where, d.What, d.Sent)
	default:
		return fmt.Sprintf("%s: %s was %s, and is %s now", d.Where, d.What, d.Sent, d.Now)
	}
}

// Differences are what a settled decision says of its awards and the register says otherwise now; none while it is not settled.
func (d *Decision) Differences(reg *Register) []Difference {
	if !d.keepsAwards() {
		return nil
	}
	same := func(a, b DecidedAward) bool {
		return a.Grant == b.Grant && a.FinancialYear == b.FinancialYear && a.Part == b.Part
	}
	var found []Difference
	left := d.AwardsNow(reg)
	for _, was := range d.Awards {
		where := was.where(reg)
		i := slices.IndexFunc(left, func(is DecidedAward) bool { return same(was, is) })
		if i < 0 {
			found = append(found, Difference{where, "The award", was.Amount.String(), ""})
			continue
		}
		is := left[i]
		left = slices.Delete(left, i, i+1)
		for _, pair := range [][3]string{
			{"Recipient", was.Recipient, is.Recipient},
			{"Title", was.Title, is.Title},
			{"Amount", was.Amount.String(), is.Amount.String()},
			{"Themes", was.Themes, is.Themes},
			{"Area", was.Area, is.Area},
		} {
			if pair[1] != pair[2] {
				found = append(found, Difference{where, pair[0], pair[1], pair[2]})
			}
		}
	}
	for _, is := range left {
		found = append(found, Difference{is.where(reg), "The award", "", is.Amount.String()})
	}
	return found
}

func (a DecidedAward) where(reg *Register) string {
	parts := []string{a.Recipient, a.Title, reg.Details().Year(a.FinancialYear), a.Part}
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), ", ")
}

// Differences are what the tables of a sent reply say and the register says otherwise now; none while it is not sent. Words that somebody
// chose by hand are compared by what the register said in their place.
func (r *FOIRequest) Differences(reg *Register) []Difference {
	if !r.Sent() {
		return nil
	}
	var found []Difference
	for _, a := range r.Appendices {
		for i := range a.Tables {
			found = append(found, r.tableDifferences(reg, fmt.Sprintf("Appendix %d", a.Number), &a.Tables[i])...)
		}
	}
	return found
}

func (r *FOIRequest) tableDifferences(reg *Register, where string, t *Table) []Difference {
	left := t.unwritten(reg, r)
	var found []Difference
	for _, g := range t.Groups {
		now := groupHeaded(left, g.Heading)
		for _, sent := range g.Rows {
			if sent.Grant == "" {
				continue // a row that was written by hand
			}
			at := where + ", " + inGroup(g.Heading, sent)
			if now == nil {
				found = append(found, Difference{at, "The row", firstWords(sent), ""})
				continue
			}
			i := slices.IndexFunc(now.Rows, func(is Row) bool { return is.Grant == sent.Grant })
			if i < 0 {
				found = append(found, Difference{at, "The row", firstWords(sent), ""})
				continue
			}
			found = append(found, cellDifferences(at, t.Columns, sent, now.Rows[i])...)
			now.Rows = slices.Delete(now.Rows, i, i+1)
		}
	}
	for _, g := range left {
		for _, is := range g.Rows {
			found = append(found, Difference{where + ", " + inGroup(g.Heading, is), "The row", "", firstWords(is)})
		}
	}
	return found
}

func cellDifferences(where string, columns []Column, sent, now Row) []Difference {
	var found []Difference
	for c, col := range columns {
		if col.Field == "" && col.Question == "" || c >= len(sent.Cells) {
			continue // words that a person writes
		}
		was, is := cmp.Or(sent.Cells[c].Register, sent.Cells[c].Text), now.Cells[c].Text
		if was == registerSilent {
			was = ""
		}
		if was != is {
			found = append(found, Difference{where, col.Heading, was, is})
		}
	}
	return found
}

func groupHeaded(groups []Group, heading string) *Group {
	for i := range groups {
		if groups[i].Heading == heading {
			return &groups[i]
		}
	}
	return nil
}

func inGroup(heading string, r Row) string {
	if heading == "" {
		return firstWords(r)
	}
	return heading + ", " + firstWords(r)
}

func firstWords(r Row) string {
	if len(r.Cells) == 0 {
		return "a row"
	}
	return r.Cells[0].Text
}

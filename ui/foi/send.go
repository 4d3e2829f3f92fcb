package foi

import (
	"bytes"
	"fmt"
	"net/url"
	"strings"

	"almoner/data"
	"almoner/reports"
	"almoner/reports/layout"
	"almoner/reports/pdf"
	"almoner/ui/paper"
	"almoner/ui/record"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// sending is the last step: what came of the request, what the disclosure log says, and the reply that goes out.
func sending(p *page) fyne.CanvasObject {
	f, r := p.Form, p.Record
	fields := []fyne.CanvasObject{outcome(p)}
	if r.Sent() {
		fields = append(fields, sent(p)...)
	} else {
		fields = append(fields, widgets.Note("Send the reply first, or make its PDF to send with a letter; then record here that it went. Its tables are kept as they are, and so is the letter."), toSend(p))
	}
	fields = append(fields, logged(p))
	if r.Status == data.UnderReview || r.Status == data.RequestClosed || r.Review != "" {
		fields = append(fields, f.Lines("review", "Outcome of the internal review", "for the letter that tells it", 5, &r.Review))
	}
	return record.Sheet(fields...)
}

// outcome is in the office's own words, with the usual ones at hand.
func outcome(p *page) fyne.CanvasObject {
	var usual *widgets.Button
	usual = widgets.NewButton(p.Form.ID("outcome.usual"), "Usual outcomes", theme.MenuDropDownIcon(), func() { offerOutcomes(p, usual) })
	return widgets.Stack(
		p.Form.Text("outcome", "What came of it", "disclosed in full, withheld…", &p.Record.Outcome),
		container.NewHBox(usual),
	)
}

func offerOutcomes(p *page, under fyne.CanvasObject) {
	var items []*fyne.MenuItem
	for _, words := range data.UsualOutcomes() {
		items = append(items, fyne.NewMenuItem(words, func() { write(p, "outcome", words) }))
	}
	widgets.Menu(under, items...)
}

// write puts words into a line of the form, as if they had been typed.
func write(p *page, key, words string) {
	control, _ := p.Form.Find(key)
	if e, ok := control.(*widgets.Entry); ok {
		e.SetText(words)
	}
}

// logged is what the disclosure log says of the request.
func logged(p *page) fyne.CanvasObject {
	r := p.Record
	propose := widgets.NewButton(p.Form.ID("log_text.propose"), "Propose the words", theme.DocumentCreateIcon(), func() {
		write(p, "log_text", r.ProposedLogText())
	})
	return widgets.Section("The disclosure log",
		p.Form.Tick("in_log", "Publish", "The request stands in the office’s disclosure log", &r.InLog),
		p.Form.Lines("log_text", "What the log says", "the subject, if left empty", 2, &r.LogText),
		container.NewHBox(propose),
	)
}

func toSend(p *page) fyne.CanvasObject {
	return container.NewHBox(
		p.PaperButton(reports.ReplyPaper, "Make the PDF"),
		widgets.NewMainButton("request.send", "Record as sent…", theme.MailSendIcon(), func() { askSent(p) }),
	)
}

// sent is what there is to do once the reply has been frozen.
func sent(p *page) []fyne.CanvasObject {
	r := p.Record
	buttons := container.NewHBox()
	if id := issuedReply(r); id != "" {
		buttons.Add(widgets.NewButton("request.open_sent", "Open the reply as it was sent", theme.DocumentIcon(), func() { record.OpenFile(p.Desk, id) }))
	}
	if r.Applicant != nil && r.Applicant.Email != "" {
		buttons.Add(widgets.NewButton("request.email", "Write the e-mail", theme.MailComposeIcon(), func() { writeMail(p) }))
	}
	return []fyne.CanvasObject{
		widgets.Note(fmt.Sprintf("The reply was sent on %s. Its tables stay as they were sent, whatever the register says later.", r.RespondedOn().Long())),
		buttons,
	}
}

// issuedReply is the file that keeps the reply as it was printed.
func issuedReply(r *data.FOIRequest) data.ID {
	var id data.ID
	for _, i := range r.Issued {
		id = i.File
	}
	return id
}

// writeMail begins an e-mail to the applicant in the person's own program. What is attached to it is up to them: such a link can attach nothing.
func writeMail(p *page) {
	u, err := url.Parse(mailTo(p.Record, p.Desk.Office().Register().Details()))
	if err == nil {
		err = fyne.CurrentApp().OpenURL(u)
	}
	if err != nil {
		p.Desk.Explain("begin an e-mail to the applicant", err)
		return
	}
	p.Desk.Say("The e-mail is begun in your e-mail program. Attach the reply to it: “Open the reply as it was sent” shows where it lies.", nil)
}

// mailTo is the link that begins the e-mail.
func mailTo(r *data.FOIRequest, office *data.OfficeDetails) string {
	subject := fmt.Sprintf("Our reply to your request for information %s", r.Reference)
	body := fmt.Sprintf("Thank you for your request for information, which we received on %s. Our reply, %s, is attached to this e-mail.\n\n%s", r.Received.Long(), r.Label(), office.Name)
	return fmt.Sprintf("mailto:%s?subject=%s&body=%s", url.PathEscape(r.Applicant.Email), escaped(strings.TrimSpace(subject)), escaped(body))
}

// escaped writes a space as %20: programs for e-mail take a plus for a plus.
func escaped(words string) string {
	return strings.ReplaceAll(url.QueryEscape(strings.ReplaceAll(words, "\n", "\r\n")), "+", "%20")
}

// mostMentions is how many places a question lists; a dialog with more could not be read.
const mostMentions = 6

// askSent asks on which day the reply went out, once nothing stands in its way any more.
func askSent(p *page) {
	reg, today := p.Desk.Office().Register(), p.Desk.Today()
	if stops := p.Record.Stops(reg, today); len(stops) > 0 {
		widgets.Tell(p.Desk.Window(), "The reply cannot be sent yet", fmt.Sprintf("Mend this first; “%s” leads to each place.\n\n%s", leafCheck, listed(stops)))
		return
	}
	p.AskStep("Record as sent", beforeSending(p.Record)+"The reply bears the day on which it is sent, and its tables are kept as they are now. This cannot be taken back.", nil,
		func(r *data.FOIRequest, on data.Date) error { return r.Send(reg, on, "") }, keepSent(p))
}

// listed is sentences under each other, no more than can be read.
func listed(sentences []string) string {
	var b strings.Builder
	for _, s := range sentences[:min(len(sentences), mostMentions)] {
		b.WriteString("• " + s + "\n")
	}
	if more := len(sentences) - mostMentions; more > 0 {
		fmt.Fprintf(&b, "• and %d more\n", more)
	}
	return b.String()
}

// beforeSending says where the reply may give away who asked.
func beforeSending(r *data.FOIRequest) string {
	var sentences []string
	for _, m := range r.ApplicantIn() {
		sentences = append(sentences, m.String())
	}
	if len(sentences) == 0 {
		return ""
	}
	return fmt.Sprintf("Look at this first: the reply or the log may say who asked.\n\n%s\n", listed(sentences))
}

// keepSent saves a sent reply together with its printed form.
func keepSent(p *page) record.Store[*data.FOIRequest] {
	reg := p.Desk.Office().Register()
	return record.Together(p.Desk.Office(), func(r *data.FOIRequest) ([]data.Record, error) {
		var printed bytes.Buffer
		if err := pdf.Render(&printed, layout.Lay(reports.FOIReply(reg, r.Blind()))); err != nil {
			return nil, fmt.Errorf("print the reply: %w", err)
		}
		file, err := data.Issue(r, "reply", paper.FileName(r.Label())+".pdf", "application/pdf", printed.Bytes(), r.RespondedOn(), "")
		if err != nil {
			return nil, err
		}
		return []data.Record{file}, nil
	})
}

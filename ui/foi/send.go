package foi

import (
	"bytes"
	"fmt"

	"almoner/data"
	"almoner/reports"
	"almoner/reports/layout"
	"almoner/reports/pdf"
	"almoner/ui/lang"
	"almoner/ui/mailing"
	"almoner/ui/paper"
	"almoner/ui/record"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// send is where a reply becomes one that has been sent, and what goes with that: the e-mail, and the entry in the disclosure log.
type send struct {
	page    *page
	content fyne.CanvasObject
}

func newSend(a *answering) *send {
	s := &send{page: a.page}
	f, r := s.page.Form, s.page.Record
	log := widgets.Stack(
		f.Tick("in_log", lang.L("The disclosure log"), lang.L("Put this request into the log"), &r.InLog),
		widgets.Beside(f.Text("log_text", lang.L("What the log says of it"), lang.L("never who asked"), &r.LogText), f.Text("outcome", lang.L("Outcome"), "", &r.Outcome), 180),
		container.NewHBox(widgets.NewButton("request.log.propose", lang.L("Propose the words"), theme.ContentPasteIcon(), s.propose)),
	)
	first := s.before()
	if r.Sent() {
		first = s.after()
	}
	s.content = record.Sheet(first, log)
	return s
}

// before is what there is to do while the reply is not sent.
func (s *send) before() fyne.CanvasObject {
	return widgets.Section(lang.L("The reply"),
		widgets.Note(lang.L("Record the reply as sent first: that puts its day on it and keeps it as it is, whatever the register says later. Then make the file, attach it to the e-mail and send it. What is made before that is a draft, and says so.")),
		container.NewHBox(
			widgets.NewMainButton("request.send", lang.L("Record as sent…"), theme.MailSendIcon(), s.ask),
			s.page.PaperButton(reports.ReplyPaper, lang.L("Make a draft")),
		),
	)
}

// after is what there is to do once it is.
func (s *send) after() fyne.CanvasObject {
	r := s.page.Record
	buttons := container.NewHBox()
	if n := len(r.Issued); n > 0 {
		file := r.Issued[n-1].File
		buttons.Add(widgets.NewButton("request.reply.open", lang.L("Open the reply as it was sent"), theme.DocumentIcon(), func() { record.OpenFile(s.page.Desk, file) }))
	}
	buttons.Add(s.page.PaperButton(reports.ReplyPaper, lang.L("Make the file to attach")))
	buttons.Add(widgets.NewButton("request.email", lang.L("Write the e-mail"), theme.MailComposeIcon(), s.email))
	said := lang.F("The reply bears the day %s. Its tables stay as they are now, whatever the register says later.", r.RespondedOn().Long())
	if r.RespondedOn().IsZero() {
		said = lang.L("The request is closed, and no day of a reply is put down.")
	}
	return widgets.Section(lang.L("The reply"), widgets.Note(said), buttons)
}

// propose puts the request into the log, in words that do not say who asked.
func (s *send) propose() {
	r := s.page.Record
	r.InLog, r.LogText, r.Outcome = true, r.ProposedLogText(), r.ProposedOutcome()
	s.page.Anew()
}

// ask asks for the day on which the reply was sent, unless something stands in its way.
func (s *send) ask() {
	p := s.page
	found := p.Record.Check(p.Desk.Office().Register(), p.Desk.Today())
	if stops := stopping(found); len(stops) > 0 {
		widgets.Ask(p.Desk.Window(), lang.L("The reply is not ready"), verdict(len(stops), 0)+"\n\n"+stops[0].Sentence,
			widgets.Answer{Label: lang.L("See what it is"), Does: func() { p.Turn(lang.L(stepCheck)) }},
			widgets.Answer{Label: lang.L("Not now")},
		)
		return
	}
	before := lang.L("The reply bears the day on which it was sent, and its tables are kept as they are now. This cannot be taken back.")
	if len(found) > 0 {
		before = verdict(0, len(found)) + " " + lang.F("They stand under “%s”.", lang.L(stepCheck)) + "\n\n" + before
	}
	p.AskStep(record.Asking[*data.FOIRequest]{
		Verb: lang.L("Record as sent"), Before: before, Take: s.take, Store: record.Together(p.Desk.Office(), s.printed),
	})
}

func (s *send) take(r *data.FOIRequest, on data.Date) error {
	return r.Send(s.page.Desk.Office().Register(), on, "")
}

// printed is the reply as it was sent, as a file of the office.
func (s *send) printed(r *data.FOIRequest) ([]data.Record, error) {
	var printed bytes.Buffer
	if err := pdf.Render(&printed, layout.Lay(reports.FOIReply(s.page.Desk.Office().Register(), r.Blind()))); err != nil {
		return nil, fmt.Errorf("print the reply: %w", err)
	}
	file, err := data.Issue(r, "reply", paper.FileName(r.Label())+".pdf", "application/pdf", printed.Bytes(), r.RespondedOn(), "")
	if err != nil {
		return nil, err
	}
	return []data.Record{file}, nil
}

// email begins an e-mail to the applicant in the program that the person writes e-mails with. The file is put to it by hand: no link can do
// that.
func (s *send) email() {
	r := s.page.Record
	if r.Applicant == nil || r.Applicant.Email == "" {
		s.page.Desk.Say(lang.L("No e-mail address of the applicant is put down. It stands at the foot of the first step."), nil)
		return
	}
	if err := coveringMail(s.page.Desk.Office().Register().Details(), r).Begin(); err != nil {
		s.page.Desk.Say(lang.L("No program on this computer writes e-mails. Send the reply from the website that you write them on."), nil)
		return
	}
	s.page.Desk.Say(lang.L("The e-mail is begun in your program for e-mails. Attach the reply before you send it."), nil)
}

// What is written in the e-mail that the reply goes with.
//
//lang:no it goes to the applicant, in the language of the papers
const (
	mailSubject = "Your request for information: %s"
	mailBody    = "Dear applicant\n\nPlease find attached our reply to your request of %s. Please quote %s if you write to us about it.\n\nYours faithfully\n\n%s"
)

// coveringMail is the e-mail that the reply goes with. Beyond the address it does not say who asked.
func coveringMail(office *data.OfficeDetails, r *data.FOIRequest) mailing.Mail {
	subject := fmt.Sprintf(mailSubject, r.Blind().Label())
	body := fmt.Sprintf(mailBody, r.Received.Long(), r.Blind().Label(), office.Name)
	return mailing.Mail{To: r.Applicant.Email, Subject: subject, Body: body}
}

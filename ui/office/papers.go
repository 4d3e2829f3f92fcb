package office

import (
	"bytes"
	"fmt"
	"image"
	_ "image/jpeg" // a logo is one of these two
	_ "image/png"
	"io"

	"almoner/assets"
	"almoner/data"
	"almoner/ui/lang"
	"almoner/ui/record"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/theme"
)

// language is a language that papers can be in.
type language string

// Label is what people call the language.
func (l language) Label() string {
	switch l {
	case "cy":
		return "Cymraeg" //lang:no in any language
	default:
		return "English" //lang:no in any language
	}
}

// papers edits what the office's papers look like: the form of its decision notices, their language, what stands around every page, the logo.
func papers(p *page) fyne.CanvasObject {
	f, o := p.Form, p.Record
	var languages []language
	for _, folder := range assets.Languages() {
		languages = append(languages, language(folder))
	}
	chosen := language(o.Language)
	if o.Language == "" || o.Language == "en-GB" {
		chosen = "en"
	}
	f.OnChange(func() {
		if o.Language != "" && language(o.Language) == chosen || chosen == "en" && (o.Language == "" || o.Language == "en-GB") {
			return
		}
		o.Language = string(chosen)
	})
	return record.Sheet(
		widgets.Choose(f, "decision_template", lang.L("Form of decision notices"), data.DecisionTemplates(), &o.DecisionTemplate),
		widgets.Columns(
			widgets.Choose(f, "language", lang.L("Language of papers"), languages, &chosen),
			f.Text("paper_marking", lang.L("Protective marking"), lang.L("OFFICIAL; papers for the public bear none"), &o.PaperMarking),
		),
		f.Text("paper_foot", lang.L("At the foot of each page"), lang.L("beside what the paper is"), &o.PaperFoot),
		logo(p),
	)
}

// mostLogo is how large a logo may be, in bytes: it goes into every letter.
const mostLogo = 1 << 20

// logo shows the logo, and lets another be chosen or the one there is be taken out.
func logo(p *page) fyne.CanvasObject {
	o := p.Record
	shown := container.NewStack()
	var remove *widgets.Button
	show := func() {
		shown.RemoveAll()
		remove.Hide()
		if len(o.Logo) > 0 {
			remove.Show()
			picture := canvas.NewImageFromReader(bytes.NewReader(o.Logo), "logo")
			picture.FillMode = canvas.ImageFillContain
			picture.SetMinSize(fyne.NewSize(180, 80))
			shown.Add(container.NewHBox(picture))
		} else {
			shown.Add(widgets.Note(lang.L("No logo yet. A PNG or JPEG file stands at the head of letters and notices.")))
		}
		shown.Refresh()
	}
	take := func(content []byte) {
		o.Logo = content
		show()
		p.Touch()
	}
	choose := widgets.NewButton("office.logo.choose", lang.L("Choose a logo…"), theme.FileImageIcon(), func() { askLogo(p, take) })
	remove = widgets.NewButton("office.logo.remove", lang.L("Take it out"), theme.DeleteIcon(), func() { take(nil) })
	show()
	return widgets.Stack(widgets.Note(lang.L("Logo")), shown, container.NewHBox(choose, remove))
}

func askLogo(p *page, take func([]byte)) {
	d := dialog.NewFileOpen(func(file fyne.URIReadCloser, err error) {
		if err != nil {
			p.Desk.Explain("open the logo", err)
			return
		}
		if file == nil {
			return
		}
		content, err := readLogo(file)
		if err != nil {
			p.Desk.Explain("read the logo", err)
			return
		}
		take(content)
	}, p.Desk.Window())
	d.SetFilter(storage.NewExtensionFileFilter([]string{".png", ".jpg", ".jpeg"}))
	d.Show()
}

// readLogo reads a picture that papers can print.
func readLogo(file io.ReadCloser) ([]byte, error) {
	defer func() { _ = file.Close() }() // it was only read
	content, err := io.ReadAll(io.LimitReader(file, mostLogo+1))
	if err != nil {
		return nil, fmt.Errorf("read the picture: %w", err)
	}
	if len(content) > mostLogo {
		return nil, &data.Fault{Sentence: lang.L("This picture is larger than 1 MB, and it would be in every letter. Save it smaller: 600 dots across are enough.")}
	}
	if _, _, err := image.DecodeConfig(bytes.NewReader(content)); err != nil {
		return nil, &data.Fault{Sentence: lang.L("This file is no PNG or JPEG picture. Choose another."), Cause: err}
	}
	return content, nil
}

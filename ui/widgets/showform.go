package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"almoner/ui/lang"
	look "almoner/ui/theme"
)

// ShowForm puts a form in front of the window, with Done and Cancel under its fields and any other answers at the left. Enter in a
// line, or Ctrl+Enter anywhere, is Done; Escape is Cancel. The first field gets the keyboard, and gives it back. While something is wrong,
// Done says what, and the form stays with all that was typed.
func ShowForm(w fyne.Window, title string, form *Form, fields fyne.CanvasObject, done func(), others ...Answer) {
	canvas := w.Canvas()
	before := canvas.Focused()
	var popup *widget.PopUp
	scroll := container.NewVScroll(container.NewPadded(fields))
	gone := putInFront(scroll)
	closed := func(then func()) func() {
		return func() {
			popup.Hide()
			gone()
			canvas.RemoveShortcut(ctrlEnter)
			if before != nil {
				canvas.Focus(before)
			}
			if then != nil {
				then()
			}
		}
	}
	row := container.NewHBox()
	for _, o := range others {
		row.Add(newAnswerButton(o.Label, closed(o.Does), closed(nil)))
	}
	row.Add(layout.NewSpacer())
	row.Add(newAnswerButton(lang.L("Cancel"), closed(nil), closed(nil)))
	stopped := widget.NewLabel("")
	stopped.Importance = widget.DangerImportance
	stopped.Wrapping = fyne.TextWrapWord
	stopped.Hide()
	finish := func() {
		if form.ShowAll(canvas) {
			return
		}
		if form.Stops != nil {
			if why := form.Stops(); why != "" {
				stopped.SetText(why)
				stopped.Show()
				return
			}
		}
		closed(done)()
	}
	ok := newAnswerButton(lang.L("Done"), finish, closed(nil))
	ok.Importance = widget.HighImportance
	row.Add(ok)
	head := widget.NewLabel(title)
	head.TextStyle.Bold = true
	head.SizeName = theme.SizeNameSubHeadingText
	popup = widget.NewModalPopUp(container.NewPadded(container.NewBorder(head, container.NewVBox(stopped, row), nil, nil, scroll)), canvas)
	room := canvas.Size()
	width := min(room.Width-60, look.Grown(820))
	fields.Resize(fyne.NewSize(width-6*theme.Padding(), fields.MinSize().Height)) // how high text is that wraps depends on its width
	popup.Resize(fyne.NewSize(width, min(room.Height-60, fields.MinSize().Height+look.Grown(150))))
	popup.Show()
	canvas.AddShortcut(ctrlEnter, func(fyne.Shortcut) { ok.OnTapped() })
	form.Enter, form.Escape = finish, closed(nil)
	if first := form.First(); first != nil {
		canvas.Focus(first)
	} else {
		canvas.Focus(ok)
	}
}

var ctrlEnter = &desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierShortcutDefault}

// Show puts something to read in front of the window until it has been read.
func Show(w fyne.Window, title string, content fyne.CanvasObject, size fyne.Size) {
	canvas := w.Canvas()
	before := canvas.Focused()
	var popup *widget.PopUp
	closed := func() {
		popup.Hide()
		if before != nil {
			canvas.Focus(before)
		}
	}
	button := newAnswerButton(lang.L("Close"), closed, closed)
	head := widget.NewLabel(title)
	head.TextStyle.Bold = true
	head.SizeName = theme.SizeNameSubHeadingText
	row := container.NewHBox(layout.NewSpacer(), button)
	popup = widget.NewModalPopUp(container.NewPadded(container.NewBorder(head, row, nil, nil, container.NewVScroll(content))), canvas)
	room := canvas.Size()
	popup.Resize(fyne.NewSize(min(room.Width-60, look.Grown(size.Width)), min(room.Height-60, look.Grown(size.Height))))
	popup.Show()
	canvas.Focus(button)
}

// AskText asks for one line of text.
func AskText(w fyne.Window, title, text string, done func(string)) {
	f := NewForm("ask")
	field := f.Text("text", title, "", &text)
	if entry, ok := f.First().(*Entry); ok {
		entry.CursorColumn = len([]rune(text)) // one goes on with what is there
	}
	ShowForm(w, title, f, field, func() { done(text) })
}

// Menu opens a menu under an object, and MenuOver one above it, for what lies at the foot of the window. The arrow keys move in both.
func Menu(under fyne.CanvasObject, items ...*fyne.MenuItem) {
	openMenu(under, items, func(fyne.Size) float32 { return under.Size().Height })
}

// MenuOver is said with Menu.
func MenuOver(over fyne.CanvasObject, items ...*fyne.MenuItem) {
	openMenu(over, items, func(menu fyne.Size) float32 { return -menu.Height })
}

func openMenu(by fyne.CanvasObject, items []*fyne.MenuItem, down func(menu fyne.Size) float32) {
	canvas := fyne.CurrentApp().Driver().CanvasForObject(by)
	if canvas == nil {
		return
	}
	pop := widget.NewPopUpMenu(fyne.NewMenu("", items...), canvas)
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(by).AddXY(0, down(pop.MinSize()))
	at.Y = max(0, min(at.Y, canvas.Size().Height-pop.MinSize().Height)) // all of it is in sight
	pop.ShowAtPosition(at)
	canvas.Focus(pop)
}

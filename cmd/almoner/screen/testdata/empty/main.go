// Command empty is a window with one word in it: what Fyne itself costs, beside which the program is measured.
package main

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/widget"

	"almoner/ui/inspect"
)

func main() {
	a := app.NewWithID("uk.almoner.empty")
	w := a.NewWindow("Empty")
	w.SetContent(widget.NewLabel("Empty"))
	w.Resize(fyne.NewSize(1240, 740))
	inspect.Serve(w)
	w.ShowAndRun()
}

package record

import (
	"context"

	"almoner/data"
	"almoner/ui/lang"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Together saves a record with others that are made of it: all of them or none.
func Together[R data.Record](office data.Office, others func(R) ([]data.Record, error)) Store[R] {
	return func(ctx context.Context, rec R) (data.Saved, error) {
		more, err := others(rec)
		if err != nil {
			return data.Saved{}, err
		}
		if err := office.SaveAll(ctx, append(more, rec), nil); err != nil {
			return data.Saved{}, err
		}
		now, held := office.Register().Find(rec.RecordKind(), rec.Stamped().ID)
		if !held { // somebody has deleted it since
			now = rec
		}
		return data.Saved{Record: now}, nil
	}
}

// Numbered is the entry for a reference and, while the record has none and the office numbers its kind, a button that saves the record
// and gives it the next. Nobody else gets the same one, however many are numbering at that moment.
func Numbered[R data.Numbered](p *Page[R], entry fyne.CanvasObject) fyne.CanvasObject {
	own, _ := p.Record.Bears()
	today := p.Desk.Today()
	next, err := p.Desk.Office().Register().ReferenceFor(p.Record, today)
	if *own != "" || err != nil {
		return entry
	}
	number := widgets.NewButton(p.Form.ID("number"), lang.F("Number it, %s", string(next)), theme.ContentAddIcon(), func() {
		p.SaveAs(p.Record, func(ctx context.Context, rec R) (data.Saved, error) { return p.Desk.Office().Number(ctx, rec, today) }, nil)
	})
	number.Importance = widget.LowImportance
	day := p.Record.NumberedOn()
	p.Form.OnChange(func() {
		if now := p.Record.NumberedOn(); now != day { // the year that it counts in may be another
			day = now
			if next, err := p.Desk.Office().Register().ReferenceFor(p.Record, today); err == nil {
				number.SetText(lang.F("Number it, %s", string(next)))
			}
		}
	})
	return widgets.Stack(entry, container.NewHBox(number))
}

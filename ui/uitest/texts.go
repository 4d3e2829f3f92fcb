package uitest

import (
	"reflect"

	"fyne.io/fyne/v2"
)

// entryText and buttonText read the field Text that Fyne's entries and buttons have, also where a widget of ours embeds one: Fyne has
// no interface for it.
func entryText(o any) string { return textField(o) }

func buttonText(o fyne.CanvasObject) string {
	if _, ok := o.(fyne.Tappable); !ok {
		return ""
	}
	return textField(o)
}

func textField(o any) string {
	v := reflect.ValueOf(o)
	if v.Kind() != reflect.Pointer || v.Elem().Kind() != reflect.Struct {
		return ""
	}
	if f := v.Elem().FieldByName("Text"); f.IsValid() && f.Kind() == reflect.String {
		return f.String()
	}
	return ""
}

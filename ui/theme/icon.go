package theme

import (
	"image/color"
	"sync"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// icon is an icon of Fyne's that is coloured once: its own is coloured anew whenever something that shows it is laid out, which took a
// quarter of the time in which a record is opened.
type icon struct {
	fyne.ThemedResource
	mu      sync.Mutex
	in      color.Color
	content []byte
}

var (
	iconsMu sync.Mutex
	icons   = map[fyne.ThemeIconName]fyne.Resource{}
)

// Icon is Fyne's own icon of that name.
func (Theme) Icon(name fyne.ThemeIconName) fyne.Resource {
	iconsMu.Lock()
	defer iconsMu.Unlock()
	if known, ok := icons[name]; ok {
		return known
	}
	resource := theme.DefaultTheme().Icon(name)
	if themed, ok := resource.(fyne.ThemedResource); ok {
		resource = &icon{ThemedResource: themed}
	}
	icons[name] = resource
	return resource
}

// Content is the picture in the colour that it has now.
func (i *icon) Content() []byte {
	in := theme.Color(i.ThemeColorName())
	i.mu.Lock()
	defer i.mu.Unlock()
	if i.content == nil || in != i.in {
		i.in, i.content = in, i.ThemedResource.Content()
	}
	return i.content
}

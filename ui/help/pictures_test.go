package help

import (
	"bytes"
	"flag"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"almoner/data"
	"almoner/data/sample"
	"almoner/ui/decisions"
	"almoner/ui/desk"
	"almoner/ui/foi"
	"almoner/ui/funds"
	"almoner/ui/grants"
	"almoner/ui/uitest"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
)

//go:generate go test -tags ci,migrated_fynedo -run TestDrawThePictures -draw .

var draw = flag.Bool("draw", false, "draw the pictures of the help anew, from the pages of the window over the sample office")

// TestDrawThePictures draws them when it is asked to.
func TestDrawThePictures(t *testing.T) {
	if !*draw {
		t.Skip("go generate ./ui/help draws the pictures")
	}
	_, records := sample.Office()
	for name, p := range map[string]struct {
		page func(desk.Desk) desk.Page
		size fyne.Size
		do   func(*uitest.Desk)
	}{
		"grant": {page: func(d desk.Desk) desk.Page {
			return grants.NewPage(d, example(data.All[*data.Grant](d.Office().Register()), shownWell))
		}, size: fyne.NewSize(1180, 600)},
		"decision": {page: func(d desk.Desk) desk.Page {
			return decisions.NewPage(d, example(data.All[*data.Decision](d.Office().Register()), func(r *data.Decision) bool { return r.Status == data.DecisionSubmitted }))
		}, size: fyne.NewSize(900, 330), do: func(d *uitest.Desk) { d.NoPreview = true }},
		"fund": {page: func(d desk.Desk) desk.Page {
			return funds.NewPage(d, example(data.All[*data.Fund](d.Office().Register()), func(f *data.Fund) bool { return f.Status == data.Won && !f.SpendBy.IsZero() }))
		}, size: fyne.NewSize(900, 470), do: func(d *uitest.Desk) { d.NoPreview = true }},
		"request": {page: func(d desk.Desk) desk.Page {
			return foi.NewPage(d, example(data.All[*data.FOIRequest](d.Office().Register()), toAnswer))
		}, size: fyne.NewSize(900, 470), do: func(d *uitest.Desk) { d.NoPreview = true }},
		"list": {page: func(d desk.Desk) desk.Page { return grants.NewRegister(d) }, size: fyne.NewSize(900, 400)},
	} {
		d := uitest.NewDesk(t, records...)
		d.Window().Resize(p.size)
		if p.do != nil {
			p.do(d)
		}
		d.Open(p.page(d))
		switch name {
		case "request":
			d.Turn("3 Answer")
		case "list":
			d.Choose("grants.filter.year", "2025-26")
		}
		d.Window().SetContent(framed(d.Page().Content()))
		d.Window().Resize(p.size)
		d.Window().Canvas().Unfocus()
		keep(t, name, d.Window().Canvas().Capture())
	}
}

// framed puts room and an edge around what is drawn.
func framed(page fyne.CanvasObject) fyne.CanvasObject {
	edge := canvas.NewRectangle(theme.Color(theme.ColorNameBackground))
	edge.StrokeColor, edge.StrokeWidth = theme.Color(theme.ColorNameSeparator), 1
	return container.New(layout.NewCustomPaddedLayout(-4, -4, -4, -4), container.NewStack(edge, container.New(layout.NewCustomPaddedLayout(10, 10, 14, 14), page)))
}

// keep writes a picture with the 256 colours that it has most of, which is a third of the size.
func keep(t *testing.T, name string, img image.Image) {
	t.Helper()
	count := map[color.RGBA]int{}
	b := img.Bounds()
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			count[rgba(img.At(x, y))]++
		}
	}
	var all []color.RGBA
	for c := range count {
		all = append(all, c)
	}
	slices.SortFunc(all, func(a, b color.RGBA) int {
		if count[a] != count[b] {
			return count[b] - count[a]
		}
		return int(a.R)<<16 + int(a.G)<<8 + int(a.B) - int(b.R)<<16 - int(b.G)<<8 - int(b.B)
	})
	var palette color.Palette
	for _, c := range all[:min(len(all), 256)] {
		palette = append(palette, c)
	}
	few := image.NewPaletted(b, palette)
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			few.Set(x, y, img.At(x, y))
		}
	}
	var out bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.BestCompression}
	if err := encoder.Encode(&out, few); err != nil {
		t.Fatal(err)
	}
	t.Logf("%s: %d colours, %d bytes", name, len(count), out.Len())
	if err := os.WriteFile(filepath.Join("pictures", name+".png"), out.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}

func rgba(c color.Color) color.RGBA {
	r, g, b, _ := c.RGBA()
	return color.RGBA{R: uint8(r >> 8), G: uint8(g >> 8), B: uint8(b >> 8), A: 255}
}

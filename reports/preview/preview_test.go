package preview_test

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"almoner/data"
	"almoner/data/sample"
	"almoner/reports"
	"almoner/reports/document"
	"almoner/reports/layout"
	"almoner/reports/pdf"
	"almoner/reports/preview"
	"almoner/reports/witness"
)

// reply is the reply of the sample office with an appendix on its side.
func reply(t testing.TB) document.Document {
	t.Helper()
	office, records := sample.Office()
	reg := data.NewRegister(append(records, office)...)
	for _, r := range data.All[*data.FOIRequest](reg) {
		if len(r.Appendices) > 0 {
			return reports.FOIReply(reg, r.Blind())
		}
	}
	t.Fatal("the sample office has no reply with an appendix")
	return document.Document{}
}

// chartAndPicture is a paper with what a reply has not: bars, a picture, a frame.
func chartAndPicture() document.Document {
	img := image.NewNRGBA(image.Rect(0, 0, 60, 40))
	for i := range img.Pix {
		img.Pix[i] = uint8(i * 7)
	}
	var logo bytes.Buffer
	if err := png.Encode(&logo, img); err != nil {
		panic(err)
	}
	rows := []document.ChartRow{{Label: "Knowledge", Bars: []document.Bar{{Length: 2, Text: "2.0"}, {Length: 4, Text: "4.0"}}}}
	part := document.Part{Framed: true, Orientation: document.Landscape}
	part.Add(document.Heading{Level: 1, Text: document.Text("Certificate")}, document.Figure{Alt: "Logo", Picture: document.Picture{Content: logo.Bytes()}})
	first := document.Part{}
	first.Add(document.Letterhead{Name: "Office", Lines: []string{"Weir Street"}, Logo: document.Picture{Content: logo.Bytes(), Alt: "Logo"}},
		document.Figure{Alt: "Chart", Chart: &document.Chart{Series: []string{"Before", "After"}, Rows: rows}}, document.Blank{Label: "Notes", Lines: 3})
	return document.Document{Title: "Chart", Marking: "OFFICIAL", Parts: []document.Part{first, part}}
}

// TestThePreviewShowsThePageThatIsPrinted holds each page of papers against the picture that a viewer makes of the PDF.
func TestThePreviewShowsThePageThatIsPrinted(t *testing.T) {
	const dpi = 96
	for name, doc := range map[string]document.Document{"reply": reply(t), "chart": chartAndPicture()} {
		paper := layout.Lay(doc)
		painter := preview.New()
		for i, printed := range printedPages(t, paper, dpi) {
			shown := painter.Page(&paper.Pages[i], dpi/72.0)
			if d := difference(shown, printed); d > 0.02 || math.IsNaN(d) {
				t.Errorf("%s, page %d: the preview differs from the printed page by %.3f of its ink, seen at a sixth of its sharpness", name, i+1, d)
			}
		}
	}
}

// TestADifferenceIsNoticed makes sure that the comparison sees a line that is missing.
func TestADifferenceIsNoticed(t *testing.T) {
	paper := layout.Lay(reply(t))
	painter := preview.New()
	whole := painter.Page(&paper.Pages[0], 96/72.0)
	less := paper.Pages[0]
	less.Words = less.Words[:len(less.Words)-6]
	moved := paper.Pages[0]
	moved.Words = append([]layout.Words(nil), moved.Words...)
	for i := range moved.Words {
		moved.Words[i].X += 4
	}
	for what, page := range map[string]layout.Page{"words that are missing": less, "words four points to the right": moved} {
		if d := difference(painter.Page(&page, 96/72.0), whole); d < 0.02 {
			t.Errorf("%s make a difference of %.4f only", what, d)
		}
	}
}

func printedPages(t *testing.T, paper *layout.Paper, dpi int) []image.Image {
	t.Helper()
	dir := t.TempDir()
	file := filepath.Join(dir, "paper.pdf")
	var b bytes.Buffer
	if err := pdf.Render(&b, paper); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command(witness.Program(t, "pdftoppm"), "-r", fmt.Sprint(dpi), "-png", file, filepath.Join(dir, "page")).CombinedOutput(); err != nil {
		t.Fatalf("pdftoppm: %v\n%s", err, out)
	}
	names, err := filepath.Glob(filepath.Join(dir, "page*.png"))
	if err != nil || len(names) != len(paper.Pages) {
		t.Fatalf("%d pages were laid out, %d printed: %v", len(paper.Pages), len(names), err)
	}
	var pages []image.Image
	for _, name := range names { // Glob sorts them, and pdftoppm writes all numbers with as many digits
		f, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		img, err := png.Decode(f)
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
		if err != nil {
			t.Fatal(err)
		}
		pages = append(pages, img)
	}
	return pages
}

// difference is how much of the ink of two pictures does not stand at the same place, at a sixth of their sharpness: two programs smooth the
// edges of letters each in its own way, but put as much ink into each small square.
func difference(a, b image.Image) float64 {
	const square = 6
	ink := func(img image.Image, x0, y0 int) (sum float64) {
		for y := y0; y < y0+square; y++ {
			for x := x0; x < x0+square; x++ {
				if image.Pt(x, y).In(img.Bounds()) {
					r, g, b, _ := img.At(x, y).RGBA()
					sum += 1 - float64(r+g+b)/3/0xFFFF
				}
			}
		}
		return sum
	}
	if sa, sb := a.Bounds().Size(), b.Bounds().Size(); max(sa.X-sb.X, sb.X-sa.X, sa.Y-sb.Y, sb.Y-sa.Y) > 1 {
		return math.NaN()
	}
	var apart, all float64
	for y := 0; y < a.Bounds().Dy(); y += square {
		for x := 0; x < a.Bounds().Dx(); x += square {
			ia, ib := ink(a, x, y), ink(b, x, y)
			apart += math.Max(math.Abs(ia-ib)-square, 0) // a line on the edge of two squares may fall into either
			all += math.Max(ia, ib)
		}
	}
	if all == 0 {
		return 0
	}
	return apart / all
}

func TestEqualPagesArePaintedAlike(t *testing.T) {
	paper := layout.Lay(chartAndPicture())
	a := preview.New().Page(&paper.Pages[0], 2)
	p := preview.New()
	p.Page(&paper.Pages[1], 1.5)
	if b := p.Page(&paper.Pages[0], 2); !bytes.Equal(a.Pix, b.Pix) {
		t.Error("what was painted before changes a page")
	}
}

// BenchmarkFirstPage is what happens at a keystroke: the whole reply is laid out, and its first page painted. It shall take at most 50 ms,
// and the time from record to bytes of the PDF stands beside it.
func BenchmarkFirstPage(b *testing.B) {
	painter, doc := preview.New(), reply(b)
	for b.Loop() {
		paper := layout.Lay(doc)
		painter.Page(&paper.Pages[0], 96/72.0)
	}
}

func BenchmarkPageTwiceAsSharp(b *testing.B) {
	painter, paper := preview.New(), layout.Lay(reply(b))
	for b.Loop() {
		painter.Page(&paper.Pages[0], 2*96/72.0)
	}
}

func TestAChartIsPaintedAsItIsPrinted(t *testing.T) {
	rows := func(n int) *document.Chart {
		c := &document.Chart{Series: []string{"Reported", "Target"}}
		for i := range n {
			c.Rows = append(c.Rows, document.ChartRow{Label: fmt.Sprintf("Quarter %d", i), Bars: []document.Bar{{Length: float64(i), Text: fmt.Sprint(i)}, {Missing: true, Text: "not reported"}}})
		}
		return c
	}
	one := preview.New().Chart(rows(3), document.Portrait, 2)
	if len(one) != 1 {
		t.Fatalf("a short chart is %d pictures", len(one))
	}
	b := one[0].Bounds()
	if b.Dx() < 500 || b.Dy() < 100 || b.Dy() > 400 {
		t.Errorf("the picture is %v", b)
	}
	edge, inside := 0, 0
	for x := b.Min.X; x < b.Max.X; x++ {
		for y := b.Min.Y; y < b.Max.Y; y++ {
			if r, g, b2, _ := one[0].At(x, y).RGBA(); r+g+b2 < 3*0xF000 {
				inside++
				if x == b.Min.X || x == b.Max.X-1 || y == b.Min.Y {
					edge++
				}
			}
		}
	}
	if inside < 500 || edge > 0 {
		t.Errorf("%d dots have ink, %d of them at the edge, where something was cut off", inside, edge)
	}
	if n := len(preview.New().Chart(rows(80), document.Portrait, 1)); n < 2 {
		t.Errorf("a chart of 80 rows is %d pictures", n)
	}
	if n := len(preview.New().Chart(rows(0), document.Landscape, 1)); n != 0 {
		t.Errorf("a chart of nothing is %d pictures", n)
	}
}

func TestInkHasItsColourAndLiesOnWhatIsBeneath(t *testing.T) {
	quarters := image.NewNRGBA(image.Rect(0, 0, 40, 40)) // one of them can be seen through
	for y := range 40 {
		for x := range 40 {
			quarters.Set(x, y, [2][2]color.Color{{color.NRGBA{R: 250, A: 255}, color.NRGBA{G: 240, A: 255}}, {color.NRGBA{B: 230, A: 255}, color.NRGBA{}}}[y/20][x/20])
		}
	}
	var picture bytes.Buffer
	if err := png.Encode(&picture, quarters); err != nil {
		t.Fatal(err)
	}
	page := &layout.Page{
		Width: 200, Height: 100,
		Pictures: []layout.Picture{{X: 10, Y: 10, Width: 40, Height: 40, Content: picture.Bytes()}, {X: 60, Y: 10, Width: 9, Height: 9}, {X: 60, Y: 10, Width: 9, Height: 9, Content: []byte("none")}},
		Boxes: []layout.Box{
			{X: 40, Y: 10, Width: 10, Height: 10, Colour: layout.Colour{R: 200, G: 10, B: 30}},
			{X: 10, Y: 80, Width: 100, Height: 0.1, Colour: layout.Colour{R: 1, G: 2, B: 3}},
			{X: 120, Y: 10, Width: 70, Height: 40, Colour: layout.Colour{R: 40, G: 40, B: 40}},
		},
		Words: []layout.Words{{X: 130, Y: 40, Text: "IMI", Face: layout.Bold, Size: 28, Colour: layout.Colour{R: 20, G: 220, B: 255}}},
	}
	img := preview.New().Page(page, 2)
	if img.Rect.Dx() != 400 || img.Rect.Dy() != 200 {
		t.Fatalf("the picture of the page is %v", img.Rect)
	}
	for what, c := range map[string]struct {
		x, y int
		want color.RGBA
	}{
		"the paper": {5, 5, color.RGBA{255, 255, 255, 255}}, "the first quarter": {40, 40, color.RGBA{250, 0, 0, 255}}, "the second": {70, 55, color.RGBA{0, 240, 0, 255}},
		"the third": {40, 80, color.RGBA{0, 0, 230, 255}}, "what shows through": {80, 80, color.RGBA{255, 255, 255, 255}}, "a box on the picture": {90, 30, color.RGBA{200, 10, 30, 255}},
		"a thin line": {100, 160, color.RGBA{1, 2, 3, 255}}, "the box beneath words": {250, 30, color.RGBA{40, 40, 40, 255}},
	} {
		if got := img.RGBAAt(c.x, c.y); got != c.want {
			t.Errorf("%s is %v, want %v", what, got, c.want)
		}
	}
	full := 0
	for y := 20; y < 100; y++ {
		for x := 240; x < 380; x++ {
			if img.RGBAAt(x, y) == (color.RGBA{20, 220, 255, 255}) {
				full++
			}
		}
	}
	if full < 200 {
		t.Errorf("only %d dots have the colour of the words", full)
	}
	for x := range 400 {
		if above, below := img.RGBAAt(x, 159), img.RGBAAt(x, 161); above != (color.RGBA{255, 255, 255, 255}) || below != above {
			t.Fatalf("the thin line is wider than a dot at %d", x)
		}
	}
}

// TestEachColourIsThePrintedOne counts the dots of each colour that a page has much of, in the preview and in the PDF.
func TestEachColourIsThePrintedOne(t *testing.T) {
	const dpi = 192
	doc := chartAndPicture()
	doc.Parts[0].Blocks = doc.Parts[0].Blocks[1:] // a picture has any number of colours
	doc.Parts[0].Add(document.Heading{Level: 1, Text: document.Text("Heading")}, document.Paragraph{Text: document.Join(document.Link("the office of the commissioner", "https://elmshire.example"), []document.Inline{{Text: " new words", Change: document.Inserted}, {Text: " gone words", Change: document.Deleted}})},
		document.Table{Columns: []document.Column{{Heading: document.Text("Grant")}}, Groups: []document.Group{{Heading: document.Text("May"), Rows: []document.Row{{Cells: []document.Cell{document.TextCell("Lamps")}}}}}})
	count := func(img image.Image) map[color.RGBA]int {
		dots := map[color.RGBA]int{}
		for y := range img.Bounds().Dy() {
			for x := range img.Bounds().Dx() {
				if c := color.RGBAModel.Convert(img.At(x, y)).(color.RGBA); c.R|c.G|c.B != 255 {
					dots[c]++
				}
			}
		}
		return dots
	}
	paper, painter := layout.Lay(doc), preview.New()
	printed := count(printedPages(t, paper, dpi)[0])
	seen := 0
	for c, dots := range count(painter.Page(&paper.Pages[0], dpi/72.0)) {
		if dots < 100 || c.R == c.G && c.G == c.B { // what smooths edges has few dots of each colour
			continue
		}
		seen++
		if n := printed[c]; n < dots/2 || n > dots*2 {
			t.Errorf("the preview has %d dots of %v, and the printed page %d", dots, c, n)
		}
	}
	if seen < 7 {
		t.Errorf("the page shows only %d colours", seen)
	}
}

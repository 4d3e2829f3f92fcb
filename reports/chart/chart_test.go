package chart_test

import (
	"bytes"
	"image"
	"image/png"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"almoner/reports/chart"
	"almoner/reports/document"
)

func felt() document.Chart {
	return document.Chart{Series: []string{"Before", "After"}, Rows: []document.ChartRow{
		{Label: "Feels safe", Bars: []document.Bar{{Length: 20, Text: "20%"}, {Length: 40, Text: "40%"}}},
		{Label: "Sleeps well", Bars: []document.Bar{{Missing: true, Length: 99, Text: "not asked"}, {Length: 80, Text: "80%"}}},
	}}
}

func encode(t *testing.T, im image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, im); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func grey(im image.Image, x, y int) int {
	r, g, b, _ := im.At(x, y).RGBA()
	return int(299*r+587*g+114*b) / 1000 >> 8
}

// run is a stretch of a line of dots that has no white in it: the top edge of a bar.
type run struct{ y, from, to int }

// edges are the top edges of the bars that begin at nought, the legend's apart.
func edges(im image.Image) []run {
	b := im.Bounds()
	nought := 0 // the column of the longest unbroken dark line
	longest := 0
	for x := range b.Dx() {
		n := 0
		for y := range b.Dy() {
			if grey(im, x, y) < 60 {
				n++
			}
		}
		if n > longest {
			nought, longest = x, n
		}
	}
	var all []run
	above := false
	for y := range b.Dy() {
		if grey(im, nought, y) > 60 {
			continue
		}
		to := nought + 1
		for to < b.Dx() && grey(im, to, y) < 200 {
			to++
		}
		is := to-nought > 12
		if is && !above {
			all = append(all, run{y, nought, to})
		}
		above = is && to-nought > 3
	}
	return all
}

func TestBarsAreAsLongAsWhatTheySay(t *testing.T) {
	pictures := chart.Draw(felt(), chart.Size{Width: 600, Scale: 1})
	if len(pictures) != 1 || pictures[0].Bounds().Dx() != 600 {
		t.Fatalf("%d pictures", len(pictures))
	}
	if folder := os.Getenv("ALMONER_LOOK"); folder != "" { // to look at it
		if err := os.WriteFile(filepath.Join(folder, "chart.png"), encode(t, pictures[0]), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	one := document.Chart{Rows: []document.ChartRow{
		{Bars: []document.Bar{{Length: 20, Text: "20%"}}},
		{Bars: []document.Bar{{Length: 40, Text: "40%"}}},
		{Bars: []document.Bar{{Length: 99, Missing: true}}},
		{Bars: []document.Bar{{Length: 80, Text: "80%"}}},
	}}
	var lengths []float64
	for _, e := range edges(chart.Draw(one, chart.Size{Width: 600, Scale: 1})[0]) {
		lengths = append(lengths, float64(e.to-e.from))
	}
	if len(lengths) != 3 {
		t.Fatalf("there are %d bars, want 3: one is missing", len(lengths))
	}
	for i, want := range []float64{0.25, 0.5, 1} {
		if got := lengths[i] / lengths[2]; math.Abs(got-want) > 0.01 {
			t.Errorf("bar %d is %.3f of the longest, want %.2f", i, got, want)
		}
	}
}

// ink counts the dots of a picture that are not white.
func ink(im image.Image) int {
	n := 0
	for y := range im.Bounds().Dy() {
		for x := range im.Bounds().Dx() {
			if grey(im, x, y) < 250 {
				n++
			}
		}
	}
	return n
}

func TestMissingBarSaysWhy(t *testing.T) {
	c := felt()
	with := ink(chart.Draw(c, chart.Size{Width: 600, Scale: 1})[0])
	c.Rows[1].Bars[0].Text = ""
	if without := ink(chart.Draw(c, chart.Size{Width: 600, Scale: 1})[0]); with-without < 100 {
		t.Errorf("the words of a missing bar leave %d dots", with-without)
	}
}

func TestSeriesDifferOnABlackAndWhiteCopy(t *testing.T) {
	one := func(series int) float64 {
		bars := make([]document.Bar, series+1)
		bars[series] = document.Bar{Length: 1}
		im := chart.Draw(document.Chart{Rows: []document.ChartRow{{Bars: bars}}}, chart.Size{Width: 300, Scale: 1})[0]
		sum, n := 0, 0
		for y := range im.Bounds().Dy() {
			if grey(im, 150, y) < 255 { // within the bar, and nowhere else
				for x := 60; x < 240; x++ {
					sum += grey(im, x, y)
					n++
				}
			}
		}
		return float64(sum) / float64(max(n, 1))
	}
	var shades []float64
	for i := range 4 {
		s := one(i)
		for k, other := range shades {
			if math.Abs(s-other) < 12 {
				t.Errorf("series %d and %d look alike: %.0f and %.0f of 255", k, i, other, s)
			}
		}
		shades = append(shades, s)
	}
}

func TestSecondSeriesIsHatched(t *testing.T) {
	im := chart.Draw(document.Chart{Rows: []document.ChartRow{{Bars: []document.Bar{{}, {Length: 1}}}}}, chart.Size{Width: 300, Scale: 1})[0]
	most := 0
	for y := range im.Bounds().Dy() {
		lines := 0
		for x := 60; x < 240; x++ {
			if grey(im, x, y) < 120 && grey(im, x-1, y) > 200 {
				lines++
			}
		}
		most = max(most, lines)
	}
	if most != 30 { // 180 dots, a line at every sixth
		t.Errorf("%d lines cross the bar, want 30", most)
	}
}

func TestLongChartIsDividedAtTheSameScale(t *testing.T) {
	var c document.Chart
	for i := range 90 {
		c.Rows = append(c.Rows, document.ChartRow{Label: "A row", Bars: []document.Bar{{Length: float64(i%9 + 1), Text: "n"}}})
	}
	pictures := chart.Draw(c, chart.Size{Width: 500, Height: 600, Scale: 1})
	if len(pictures) < 3 {
		t.Fatalf("%d pictures", len(pictures))
	}
	bars := 0
	for _, im := range pictures {
		if h := im.Bounds().Dy(); h > 600 {
			t.Errorf("a picture is %d high", h)
		}
		longest := 0
		for _, e := range edges(im) {
			bars++
			longest = max(longest, e.to-e.from)
		}
		if first := edges(pictures[0]); longest != maxLength(first) {
			t.Errorf("the longest bar is %d dots in one picture and %d in another", longest, maxLength(first))
		}
	}
	if bars != len(c.Rows) {
		t.Errorf("%d bars of %d are drawn", bars, len(c.Rows))
	}
}

func maxLength(all []run) int {
	n := 0
	for _, e := range all {
		n = max(n, e.to-e.from)
	}
	return n
}

func TestSameChartIsTheSamePicture(t *testing.T) {
	size := chart.Size{Width: 400, Scale: 2}
	a, b := chart.Draw(felt(), size)[0], chart.Draw(felt(), size)[0]
	if !bytes.Equal(encode(t, a), encode(t, b)) {
		t.Error("one chart gave two pictures")
	}
	if a.Bounds().Dx() != 800 {
		t.Errorf("at twice the size it is %d wide", a.Bounds().Dx())
	}
}

func TestOddChartsAreDrawn(t *testing.T) {
	if got := chart.Draw(document.Chart{Series: []string{"a", "b"}}, chart.Size{Width: 300}); got != nil {
		t.Error("a chart without rows is a picture")
	}
	for name, c := range map[string]document.Chart{
		"no bars":      {Rows: []document.ChartRow{{}}},
		"no number":    {Rows: []document.ChartRow{{Bars: []document.Bar{{Length: math.NaN()}, {Length: math.Inf(1), Text: "endless"}, {Length: -4}}}}},
		"long words":   {Series: []string{strings.Repeat("x", 900), ""}, Rows: []document.ChartRow{{Label: strings.Repeat("wide", 300), Bars: []document.Bar{{Length: 1, Text: strings.Repeat("many words ", 40)}}}}},
		"other script": {Rows: []document.ChartRow{{Label: "שלום 🙂", Bars: []document.Bar{{Length: 1e-300, Text: "\xff"}, {Length: 1e300}}}}},
	} {
		for _, size := range []chart.Size{{}, {Width: 10, Height: 1, Scale: math.NaN()}, {Width: 300, Height: 50, Scale: 2}} {
			for _, im := range chart.Draw(c, size) {
				if im.Bounds().Empty() {
					t.Errorf("%s: an empty picture", name)
				}
			}
		}
	}
}

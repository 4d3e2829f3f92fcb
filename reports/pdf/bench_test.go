package pdf_test

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/phpdave11/gofpdf"

	d "almoner/reports/document"
	"almoner/reports/docx"
	"almoner/reports/layout"
	"almoner/reports/pdf"
	"almoner/reports/realpapers"
)

// appendix is a table of rows that differ from each other, six columns that all have to be wrapped now and then.
func appendix(rows int) (d.Document, [][6]string) {
	t := d.Table{Groups: []d.Group{{}}}
	for _, h := range [6]string{"Name of grant", "Amount", "Given to", "For what", "What it achieved", "Open to all"} {
		t.Columns = append(t.Columns, d.Column{Heading: d.Text(h), Weight: 1})
	}
	t.Columns[1].Align = d.Right
	var plain [][6]string
	for i := range rows {
		row := [6]string{
			fmt.Sprintf("Lamps for towpath number %d and its bridges", i), fmt.Sprintf("£%d,%03d.%02d", 1+i%90, i%1000, i%100),
			"Northbridge Borough Council and the parishes", fmt.Sprintf("%d lamps along the water, from the lock to the old bridge", i%40+1),
			"Measured by the county’s own list, once a year in the autumn", "Yes – everybody who walks there, by day and by night",
		}
		plain = append(plain, row)
		var r d.Row
		for _, c := range row {
			r.Cells = append(r.Cells, words(c))
		}
		t.Groups[0].Rows = append(t.Groups[0].Rows, r)
	}
	part := d.Part{Orientation: d.Landscape}
	part.Add(d.Heading{Level: 1, Text: d.Text("Appendix 1")}, t)
	return d.Document{Title: "Appendix", Language: "en-GB", Footer: "Benchmark", Parts: []d.Part{part}}, plain
}

// floor draws the same rows with fpdf alone: the same font embedded, the same widths, wrapping, rules and page feet, compressed, with
// measuring of its own, and nothing else: no tags, no links, no structure. Nobody who goes through fpdf can be faster by much.
func floor(w io.Writer, rows [][6]string) error {
	const size, lead, padX, padY, left, top, bottom = 9.5, 9.5 * 1.25, 4.5, 3.5, 56.7, 56.7, 530.0
	f := gofpdf.New("L", "pt", "A4", "")
	f.SetCompression(true)
	f.AddUTF8FontFromBytes("floor", "", layout.Regular.File())
	f.AddUTF8FontFromBytes("floor", "B", layout.Bold.File())
	f.SetFont("floor", "", size)
	var widths [0x3000]float64
	for r := ' '; r < 0x3000; r++ {
		widths[r] = float64(f.GetStringSymbolWidth(string(r))) * size / 1000
	}
	column := (841.89 - 2*left) / 6
	wrap := func(s string) (lines []string) {
		x, start, space := 0.0, 0, -1
		for i, r := range s {
			if r == ' ' {
				space = i
			}
			x += widths[r]
			if x > column-2*padX && space > start {
				lines = append(lines, s[start:space])
				start, x = space+1, 0
				for _, r := range s[start : i+1] {
					x += widths[r]
				}
			}
		}
		return append(lines, s[start:])
	}
	f.SetAutoPageBreak(false, 0)
	y, page := bottom, 0
	heading := func() {
		if page > 0 {
			f.Text(left, 555, fmt.Sprintf("Page %d", page))
		}
		f.AddPage()
		page++
		y = top
		f.SetFont("floor", "B", size)
		for i, h := range [6]string{"Name of grant", "Amount", "Given to", "For what", "What it achieved", "Open to all"} {
			f.Text(left+float64(i)*column+padX, y+padY+lead*0.8, h)
		}
		f.SetFont("floor", "", size)
		y += lead + 2*padY
	}
	for _, row := range rows {
		var cells [6][]string
		deep := 1
		for i, c := range row {
			cells[i] = wrap(c)
			deep = max(deep, len(cells[i]))
		}
		height := float64(deep)*lead + 2*padY
		if y+height > bottom {
			heading()
		}
		for i, lines := range cells {
			for k, l := range lines {
				f.Text(left+float64(i)*column+padX, y+padY+lead*(float64(k)+0.8), l)
			}
		}
		y += height
		f.Line(left, y, 841.89-left, y)
	}
	return f.Output(w)
}

// BenchmarkAppendix prints a table beside the floor, in turns, so that what else the machine does falls on both alike.
func BenchmarkAppendix(b *testing.B) {
	perRow := map[int]float64{}
	for _, rows := range []int{100, 1000, 10000} {
		b.Run(fmt.Sprint(rows), func(b *testing.B) {
			doc, plain := appendix(rows)
			var ours, theirs time.Duration
			var size int
			for b.Loop() {
				var out bytes.Buffer
				start := time.Now()
				if err := pdf.Write(&out, doc); err != nil {
					b.Fatal(err)
				}
				ours += time.Since(start)
				size = out.Len()
				out.Reset()
				start = time.Now()
				if err := floor(&out, plain); err != nil {
					b.Fatal(err)
				}
				theirs += time.Since(start)
			}
			perRow[rows] = float64(ours) / float64(b.N)
			b.ReportMetric(float64(ours)/float64(theirs), "x-floor")
			b.ReportMetric(float64(size)/1024, "KB")
			b.ReportMetric(float64(ours.Milliseconds())/float64(b.N), "ms-ours")
			if before := perRow[rows/10]; before > 0 {
				b.ReportMetric(perRow[rows]/before, "x-tenth")
			}
		})
	}
}

// BenchmarkLayout says how much of the time is the laying out.
func BenchmarkLayout(b *testing.B) {
	doc, _ := appendix(1000)
	for b.Loop() {
		if p := layout.Lay(doc); !strings.Contains(p.Title, "Appendix") {
			b.Fatal("no paper")
		}
	}
}

// BenchmarkRealReply is the first real paper, from its record to the bytes of the file: at most 60 ms.
func BenchmarkRealReply(b *testing.B) {
	c := realpapers.All(b)[0]
	for b.Loop() {
		if err := pdf.Write(io.Discard, c.Paper.Make(c.Setting, c.Record)); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkHeap is how much memory a table of 10,000 rows takes at once while it is printed: at most 250 MB.
func BenchmarkHeap(b *testing.B) {
	doc, _ := appendix(10000)
	for b.Loop() {
		runtime.GC()
		var before, now runtime.MemStats
		runtime.ReadMemStats(&before)
		peak, done := uint64(0), make(chan struct{})
		watched := make(chan struct{})
		go func() {
			defer close(watched)
			tick := time.NewTicker(10 * time.Millisecond)
			defer tick.Stop()
			for {
				select {
				case <-done:
					return
				case <-tick.C:
					runtime.ReadMemStats(&now)
					peak = max(peak, now.HeapInuse)
				}
			}
		}()
		if err := pdf.Write(io.Discard, doc); err != nil {
			b.Fatal(err)
		}
		close(done)
		<-watched
		b.ReportMetric(float64(peak-min(peak, before.HeapInuse))/(1<<20), "MB-heap")
	}
}

// BenchmarkBesideLibreOffice prints a table of 1,000 rows, and lets LibreOffice make a tagged PDF of the same table from its Word file: ours is
// to be at least 20 times faster.
func BenchmarkBesideLibreOffice(b *testing.B) {
	office, err := exec.LookPath("soffice")
	if err != nil {
		b.Skip("LibreOffice is not installed, so ours is not measured beside it")
	}
	doc, _ := appendix(1000)
	dir := b.TempDir()
	var word bytes.Buffer
	if err := docx.Write(&word, doc); err != nil {
		b.Fatal(err)
	}
	file := filepath.Join(dir, "appendix.docx")
	if err := os.WriteFile(file, word.Bytes(), 0o600); err != nil {
		b.Fatal(err)
	}
	var ours, theirs time.Duration
	for b.Loop() {
		start := time.Now()
		if err := pdf.Write(io.Discard, doc); err != nil {
			b.Fatal(err)
		}
		ours += time.Since(start)
		start = time.Now()
		out, err := exec.Command(office, "--headless", "-env:UserInstallation=file://"+dir+"/profile", "--convert-to",
			`pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}`, "--outdir", dir, file).CombinedOutput()
		if err != nil {
			b.Fatalf("%v: %s", err, out)
		}
		theirs += time.Since(start)
	}
	b.ReportMetric(float64(theirs)/float64(ours), "x-faster")
}

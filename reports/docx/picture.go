package docx

import (
	"bytes"
	"image/png"
	"math"
	"strconv"

	"almoner/reports/document"
)

const (
	emuPixel = 9525 // English metric units of a pixel at 96 to the inch
	emuTwip  = 635
	emuPoint = 12700

	logoWidth, logoHeight = 60 * 36000, 22 * 36000 // the most that a logo takes, in EMU

	chartScale = 3 // pixels of a chart for each point: 216 to the inch
)

// box is a size in EMU.
type box struct{ width, height int }

// within makes a size no larger than the given one, in its proportions.
func (b box) within(width, height int) box {
	scale := min(1, float64(width)/float64(b.width), float64(height)/float64(b.height))
	return b.scaled(scale)
}

func (b box) scaled(by float64) box {
	return box{max(int(float64(b.width)*by), 1), max(int(float64(b.height)*by), 1)}
}

// figure sets a chart or a picture with its caption. One that cannot be drawn is told in the words that it has for those who cannot
// see it.
func (f *flow) figure(fig document.Figure) {
	drawn := f.pictures(fig)
	alt := fig.Shows()
	if len(drawn) == 0 {
		if fold(alt) != "" {
			f.start("", document.Text(alt))
			f.runs(document.Text(alt))
		}
	}
	for i, p := range drawn {
		f.begin(f.props("Figure"))
		f.pending.keepNext = f.pending.keepNext || i == len(drawn)-1 && !wordless(fig.Caption)
		if i > 0 {
			alt = "…"
		}
		f.drawing(p.media, p.box, alt, false)
	}
	if wordless(fig.Caption) {
		return
	}
	f.start("Caption", fig.Caption)
	f.pending.after = styleOf("").after
	f.runs(fig.Caption)
}

// drawn is a picture at the size at which it stands.
type drawn struct {
	media

	box box
}

func (f *flow) pictures(fig document.Figure) []drawn {
	width, height := f.width*emuTwip, f.sheet.body()*emuTwip*8/10
	if fig.Chart == nil {
		p, ok := f.relations.picture(fig.Picture.Content)
		if !ok {
			return nil
		}
		b := box{p.width * emuPixel, p.height * emuPixel}
		if fig.Width > 0 {
			b = b.scaled(min(fig.Width, 1) * float64(width) / float64(b.width))
		}
		return []drawn{{p, b.within(width, height)}}
	}
	var all []drawn
	for _, picture := range f.painter.Chart(fig.Chart, f.sheet.way(), chartScale) {
		var b bytes.Buffer
		if png.Encode(&b, picture) != nil {
			continue
		}
		if p, ok := f.relations.picture(b.Bytes()); ok {
			all = append(all, drawn{p, box{p.width * emuPoint / chartScale, p.height * emuPoint / chartScale}.within(width, height)})
		}
	}
	return all
}

// logo puts the logo of a letterhead at the right edge of the words, and returns how high it stands there, in twips.
func (f *flow) logo(p media, alt string) int {
	size := box{p.width * emuPixel, p.height * emuPixel}.within(logoWidth, logoHeight)
	props := f.props("Letterhead")
	f.begin(props)
	f.drawing(p, size, alt, f.align != document.Centre)
	if f.align == document.Centre { // in the middle of a page it stands above the name
		f.flush()
		return 0
	}
	return int(math.Ceil(float64(size.height) / emuTwip))
}

// drawing puts a picture into the paragraph in hand: among its words, or at the right edge with the words beside it.
func (f *flow) drawing(p media, size box, alt string, right bool) {
	m := &f.words
	m.raw("<w:r><w:drawing>")
	cx, cy := strconv.Itoa(size.width), strconv.Itoa(size.height)
	kind := "wp:inline"
	if right {
		kind = "wp:anchor"
		m.start(kind, "distT", "0", "distB", "0", "distL", "114300", "distR", "0", "simplePos", "0", "relativeHeight", "1",
			"behindDoc", "0", "locked", "0", "layoutInCell", "1", "allowOverlap", "0")
		m.leaf("wp:simplePos", "x", "0", "y", "0")
		m.raw(`<wp:positionH relativeFrom="margin"><wp:align>right</wp:align></wp:positionH>`)
		m.raw(`<wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>`)
	} else {
		m.start(kind, "distT", "0", "distB", "0", "distL", "0", "distR", "0")
	}
	m.leaf("wp:extent", "cx", cx, "cy", cy)
	m.leaf("wp:effectExtent", "l", "0", "t", "0", "r", "0", "b", "0")
	if right {
		m.leaf("wp:wrapSquare", "wrapText", "left")
	}
	id := strconv.Itoa(f.object())
	about := []string{"id", id, "name", "Picture " + id, "descr", fold(alt)}
	m.leaf("wp:docPr", about...)
	m.start("wp:cNvGraphicFramePr")
	m.leaf("a:graphicFrameLocks", "noChangeAspect", "1")
	m.end("wp:cNvGraphicFramePr")
	m.start("a:graphic")
	m.start("a:graphicData", "uri", nsPicture)
	m.start("pic:pic")
	m.start("pic:nvPicPr")
	m.leaf("pic:cNvPr", "id", id, "name", p.name)
	m.leaf("pic:cNvPicPr")
	m.end("pic:nvPicPr")
	m.start("pic:blipFill")
	m.leaf("a:blip", "r:embed", p.id)
	m.raw("<a:stretch><a:fillRect/></a:stretch>")
	m.end("pic:blipFill")
	m.start("pic:spPr")
	m.raw(`<a:xfrm><a:off x="0" y="0"/>`)
	m.leaf("a:ext", "cx", cx, "cy", cy)
	m.raw(`</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>`)
	m.end("pic:spPr")
	m.end("pic:pic")
	m.end("a:graphicData")
	m.end("a:graphic")
	m.end(kind)
	m.raw("</w:drawing></w:r>")
}

package docx_test

import (
	"slices"
	"strings"
	"testing"
)

// sequences are the children of elements in the order in which ECMA-376 (part 4, the transitional schema) wants them.
var sequences = map[string][]string{
	"w:pPr": strings.Fields(`pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs
		suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind
		contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr
		pPrChange`),
	"w:rPr": strings.Fields(`rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish
		webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout
		specVanish oMath`),
	"w:tblPr": strings.Fields(`tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd
		tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription`),
	"w:trPr": strings.Fields(`cnfStyle divId gridBefore gridAfter wBefore wAfter cantSplit trHeight tblHeader tblCellSpacing jc hidden`),
	"w:tcPr": strings.Fields(`cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark`),
	"w:sectPr": strings.Fields(`headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType
		cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings`),
	"w:tblBorders": strings.Fields(`top left bottom right insideH insideV`),
	"w:tcBorders":  strings.Fields(`top left bottom right insideH insideV`),
	"w:pgBorders":  strings.Fields(`top left bottom right`),
	"w:tblCellMar": strings.Fields(`top left bottom right`),
	"w:sdtPr":      strings.Fields(`rPr alias tag id lock placeholder temporary showingPlcHdr dataBinding label tabIndex text`),
	"w:lvl":        strings.Fields(`start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr`),
	"w:style": strings.Fields(`name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked pPr rPr
		tblPr trPr tcPr tblStylePr`),
	"w:tblStylePr": strings.Fields(`pPr rPr tblPr trPr tcPr`),
	"w:tbl":        strings.Fields(`tblPr tblGrid tr`),
	"w:settings":   strings.Fields(`zoom defaultTabStop characterSpacingControl compat themeFontLang decimalSymbol listSeparator`),
	"w:font":       strings.Fields(`altName panose1 charset family notTrueType pitch sig`),
}

// repeated are the children that may stand more than once.
var repeated = []string{"w:tr", "w:tblStylePr", "w:headerReference", "w:footerReference"}

func checkOrder(t testing.TB, part string, tree *node) {
	t.Helper()
	tree.each(func(n *node) {
		sequence, known := sequences[n.name]
		if !known {
			return
		}
		last, seen := -1, map[string]bool{}
		for _, k := range n.kids {
			at := slices.Index(sequence, strings.TrimPrefix(k.name, "w:"))
			if at < 0 {
				t.Errorf("%s: %s may not hold %s", part, n.name, k.name)
			}
			if at < last || seen[k.name] && !slices.Contains(repeated, k.name) {
				t.Errorf("%s: %s stands out of order in %s", part, k.name, n.name)
			}
			last, seen[k.name] = at, true
		}
	})
}

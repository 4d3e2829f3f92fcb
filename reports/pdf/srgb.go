package pdf

import (
	"encoding/binary"
	"math"
)

// The colours of a paper are those of a screen, sRGB (IEC 61966-2-1). PDF/A asks for the profile that says so in the file itself, so that
// they are the same in fifty years. What it holds is published: the primaries and the white of the standard as seen under the light D50 of
// ICC.1:2010, and the curve of its clause 4.4.
var (
	srgbWhite     = []float64{0.96420, 1, 0.82491}
	srgbPrimaries = [3][]float64{{0.43607, 0.22249, 0.01392}, {0.38515, 0.71687, 0.09708}, {0.14307, 0.06061, 0.71410}}
	srgbCurve     = []float64{2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045} // ((x+0.055)/1.055)^2.4, and a straight line at the dark end
	srgbToD50     = []float64{1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01707, -0.00925, 0.01508, 0.75168}
)

// srgbName is what the profile is called.
const srgbName = "sRGB IEC61966-2.1"

// srgbProfile is the ICC profile of sRGB, of version 4.2.
func srgbProfile() []byte {
	tags := []struct {
		name string
		data []byte
	}{
		{"desc", iccText(srgbName)},
		{"cprt", iccText("Public domain")},
		{"wtpt", iccNumbers("XYZ ", srgbWhite)},
		{"chad", iccNumbers("sf32", srgbToD50)},
		{"rXYZ", iccNumbers("XYZ ", srgbPrimaries[0])},
		{"gXYZ", iccNumbers("XYZ ", srgbPrimaries[1])},
		{"bXYZ", iccNumbers("XYZ ", srgbPrimaries[2])},
		{"rTRC", iccCurve()},
		{"gTRC", iccCurve()},
		{"bTRC", iccCurve()},
	}
	const header = 128
	table := binary.BigEndian.AppendUint32(nil, uint32(len(tags)))
	var content []byte
	for _, t := range tags {
		table = append(table, t.name...)
		table = binary.BigEndian.AppendUint32(table, uint32(header+4+12*len(tags)+len(content)))
		table = binary.BigEndian.AppendUint32(table, uint32(len(t.data)))
		content = append(content, t.data...)
		content = append(content, make([]byte, -len(content)&3)...) // each begins at a multiple of four
	}
	p := make([]byte, header)
	binary.BigEndian.PutUint32(p, uint32(header+len(table)+len(content)))
	binary.BigEndian.PutUint32(p[8:], 0x04200000)
	copy(p[12:], "mntrRGB XYZ ")
	binary.BigEndian.PutUint16(p[24:], 2010) // the year, the month and the day of the profile: those of the standard that it keeps to
	binary.BigEndian.PutUint16(p[26:], 12)
	binary.BigEndian.PutUint16(p[28:], 1)
	copy(p[36:], "acsp")
	for i, x := range srgbWhite {
		copy(p[68+4*i:], iccFixed(x))
	}
	return append(append(p, table...), content...)
}

// iccFixed is a number as profiles hold it: 16 bits before the point and 16 after it.
func iccFixed(x float64) []byte {
	return binary.BigEndian.AppendUint32(nil, uint32(int32(math.Round(x*65536))))
}

func iccNumbers(kind string, numbers []float64) []byte {
	b := append([]byte(kind), 0, 0, 0, 0)
	for _, x := range numbers {
		b = append(b, iccFixed(x)...)
	}
	return b
}

// iccCurve is a curve of the fourth kind of the standard: a power above a point, and a straight line below it.
func iccCurve() []byte {
	b := []byte{'p', 'a', 'r', 'a', 0, 0, 0, 0, 0, 3, 0, 0}
	for _, x := range srgbCurve {
		b = append(b, iccFixed(x)...)
	}
	return b
}

// iccText is words in one language, as UTF-16.
func iccText(s string) []byte {
	b := append([]byte("mluc"), 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 12)
	b = append(b, "enGB"...)
	b = binary.BigEndian.AppendUint32(b, uint32(2*len(s)))
	b = binary.BigEndian.AppendUint32(b, 28)
	for _, r := range s {
		b = binary.BigEndian.AppendUint16(b, uint16(r))
	}
	return b
}

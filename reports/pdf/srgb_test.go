package pdf

import (
	"encoding/binary"
	"math"
	"testing"
)

// readFixed is a number of a profile.
func readFixed(b []byte) float64 { return float64(int32(binary.BigEndian.Uint32(b))) / 65536 }

// TestTheProfileOfColoursIsThatOfSRGB reads the profile as a program would that shows the paper, and holds it to what must be so of any screen:
// red, green and blue together are its white, and its curve has no step.
func TestTheProfileOfColoursIsThatOfSRGB(t *testing.T) {
	p := srgbProfile()
	if n := binary.BigEndian.Uint32(p); int(n) != len(p) || len(p)%4 != 0 || string(p[12:24]) != "mntrRGB XYZ " || string(p[36:40]) != "acsp" {
		t.Fatalf("the head says %d bytes of %d: %q", n, len(p), p[:40])
	}
	tags := map[string][]byte{}
	for i := range int(binary.BigEndian.Uint32(p[128:])) {
		entry := p[132+12*i:]
		from, size := binary.BigEndian.Uint32(entry[4:]), binary.BigEndian.Uint32(entry[8:])
		if from%4 != 0 {
			t.Errorf("%s begins at %d", entry[:4], from)
		}
		tags[string(entry[:4])] = p[from : from+size]
	}
	for i := range 3 {
		white, sum := readFixed(tags["wtpt"][8+4*i:]), 0.0
		for _, name := range []string{"rXYZ", "gXYZ", "bXYZ"} {
			sum += readFixed(tags[name][8+4*i:])
		}
		d65, seen := [3]float64{0.95046, 1, 1.08906}, 0.0 // the white of the standard, and as it is seen under D50
		for k := range 3 {
			seen += readFixed(tags["chad"][8+4*(3*i+k):]) * d65[k]
		}
		if math.Abs(white-sum) > 2e-4 || math.Abs(white-seen) > 2e-4 || math.Abs(white-readFixed(p[68+4*i:])) > 1e-9 {
			t.Errorf("part %d of the white is %.5f, of red, green and blue together %.5f, of the standard's white %.5f", i, white, sum, seen)
		}
	}
	for _, name := range []string{"rTRC", "gTRC", "bTRC"} {
		c := tags[name]
		n := func(i int) float64 { return readFixed(c[12+4*i:]) }
		curve := math.Pow(n(1)*n(4)+n(2), n(0))
		if string(c[:4]) != "para" || c[9] != 3 || math.Abs(curve-n(3)*n(4)) > 1e-4 || math.Abs(math.Pow(n(1)+n(2), n(0))-1) > 1e-3 {
			t.Errorf("%s is %v", name, c)
		}
	}
}

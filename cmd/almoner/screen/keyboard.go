package screen

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"unicode"
)

// beyondASCII are the characters that a British office writes and a British
// keyboard has no key of its own for: signs, then English, Welsh and borrowed
// letters, a small one before its capital.
const beyondASCII = "€†–—‘’“”…•·§°×½¼¾²éÉèÈêÊëËáÁàÀâÂäÄíÍìÌîÎïÏóÓòÒôÔöÖúÚùÙûÛüÜŵŴŷŶẃẂẁẀẅẄýÝỳỲçÇñÑ"

// onTheKeyboard are those it has.
const onTheKeyboard = "£¬¦"

// spareKeys are the names of keys that X knows and no office keyboard uses for
// letters, up to X's last; the four left out belong to the screen's brightness.
func spareKeys() []string {
	var names []string
	for n := 208; n <= 255; n++ {
		if n < 235 || n > 238 {
			names = append(names, fmt.Sprintf("<I%d>", n))
		}
	}
	return names
}

const systemLayouts = "/usr/share/X11/xkb"

// layouts makes a folder of keyboard layouts like the system's, but with ours as
// the one that Xvfb starts with. Two other ways fail: xdotool lends an unknown
// character a key for the moment of the stroke and takes it away before the
// program has looked (of “£5 – ŵ”, “5 ŵ ŵ” arrived), and a layout loaded later is
// dropped at the first key, because xdotool's keyboard is another device.
func layouts(dir string) error {
	symbols := filepath.Join(dir, "symbols")
	if err := os.MkdirAll(symbols, 0o755); err != nil {
		return fmt.Errorf("make a keyboard: %w", err)
	}
	err := errors.Join(
		link(systemLayouts, dir, "symbols"),
		link(filepath.Join(systemLayouts, "symbols"), symbols, "us", "inet"),
		os.WriteFile(filepath.Join(symbols, "us"), []byte(layout()), 0o644), // the one that X takes when it is told none
		// The multimedia keys, which would take the spare ones back.
		os.WriteFile(filepath.Join(symbols, "inet"), []byte("default xkb_symbols \"evdev\" { };\n"), 0o644),
	)
	if err != nil {
		return fmt.Errorf("make a keyboard: %w", err)
	}
	return nil
}

// link links everything in from into the folder to, except the names given.
func link(from, to string, except ...string) error {
	entries, err := os.ReadDir(from)
	if err != nil {
		return err
	}
	skip := map[string]bool{}
	for _, name := range except {
		skip[name] = true
	}
	for _, e := range entries {
		if skip[e.Name()] {
			continue
		}
		if err := os.Symlink(filepath.Join(from, e.Name()), filepath.Join(to, e.Name())); err != nil {
			return err
		}
	}
	return nil
}

// layout is a British keyboard with more keys: two of the characters on each, the
// second with Shift.
func layout() string {
	var b strings.Builder
	b.WriteString("default xkb_symbols \"basic\" {\n\tinclude \"gb(basic)\"\n")
	keys, runes := spareKeys(), []rune(beyondASCII)
	for i := 0; i+1 < len(runes); i += 2 {
		fmt.Fprintf(&b, "\tkey %s { [ U%04X, U%04X ] };\n", keys[i/2], runes[i], runes[i+1])
	}
	b.WriteString("};\n")
	return b.String()
}

// untypable is the first character of text that the keyboard has no key for, or 0.
func untypable(text string) rune {
	for _, r := range text {
		if r > unicode.MaxASCII && !strings.ContainsRune(beyondASCII+onTheKeyboard, r) {
			return r
		}
	}
	return 0
}

package screen

import (
	"strconv"
	"strings"

	"almoner/ui/inspect/tree"
)

// Click finds the node, waits until it stays where it is, and clicks its middle.
func (p *Program) Click(m ...Match) {
	p.t.Helper()
	p.ClickNode(p.still(m))
}

// DoubleClick clicks the node twice, fast.
func (p *Program) DoubleClick(m ...Match) {
	p.t.Helper()
	p.press(p.still(m), "click", "--repeat", "2", "--delay", "80", "1")
}

// RightClick clicks the node with the other button.
func (p *Program) RightClick(m ...Match) {
	p.t.Helper()
	p.press(p.still(m), "click", "3")
}

// ClickNode clicks the middle of a node that was found before.
func (p *Program) ClickNode(n tree.Node) {
	p.t.Helper()
	p.press(n, "click", "1")
}

// Hover moves the pointer onto the node.
func (p *Program) Hover(m ...Match) {
	p.t.Helper()
	p.press(p.still(m))
}

// Scroll turns the wheel over the node: down when notches is positive, else up.
func (p *Program) Scroll(notches int, m ...Match) {
	p.t.Helper()
	button := "5"
	if notches < 0 {
		button, notches = "4", -notches
	}
	p.press(p.still(m), "click", "--repeat", strconv.Itoa(notches), "--delay", "10", button)
}

// Type types text into whatever has the focus.
func (p *Program) Type(text string) {
	p.t.Helper()
	if r := untypable(text); r != 0 {
		p.t.Fatalf("the keyboard of the rig has no key for %q: add it to beyondASCII", r)
	}
	p.do("type", "--clearmodifiers", "--delay", "20", "--", text)
	p.Settle()
}

// Replace clicks an entry and types text in place of what it holds.
func (p *Program) Replace(text string, m ...Match) {
	p.t.Helper()
	p.Click(m...)
	p.Key("ctrl+a")
	p.Type(text)
}

// Key presses keys by their X names, one after the other: "ctrl+s", "Return", "Tab".
func (p *Program) Key(keys ...string) {
	p.t.Helper()
	p.do(append([]string{"key", "--clearmodifiers", "--delay", "20"}, keys...)...)
	p.Settle()
}

func (p *Program) press(n tree.Node, action ...string) {
	p.t.Helper()
	x, y := n.Centre()
	p.do(append([]string{"mousemove", "--window", p.window, strconv.Itoa(x), strconv.Itoa(y)}, action...)...)
	p.Settle()
}

func (p *Program) do(args ...string) {
	p.t.Helper()
	if _, err := p.display.xdotool(p.t.Context(), args...); err != nil {
		p.t.Fatalf("%v", err)
	}
}

// titleBar is how far above the window's content the middle of its title bar is, in pixels.
const titleBar = 10

// Maximise makes the window as large as the screen, by a double click on its title bar.
func (p *Program) Maximise() {
	p.t.Helper()
	screen, err := p.display.xdotool(p.t.Context(), "getdisplaygeometry")
	if err != nil {
		p.t.Fatalf("%v", err)
	}
	width, _, _ := strings.Cut(screen, " ")
	p.do("mousemove", "--window", p.window, "--", "200", strconv.Itoa(-titleBar), "click", "--repeat", "2", "--delay", "80", "1")
	p.WaitFor("the window to be as wide as the screen", func(w tree.Window) bool {
		return len(w.Nodes) > 0 && strconv.Itoa(w.Nodes[0].W) == width
	})
	p.Settle()
}

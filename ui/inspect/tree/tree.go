// Package tree says what a window test sees of a window: the visible objects,
// where they are and what they say. The program writes it (ui/inspect), the
// test reads it (cmd/almoner/screen), and neither needs the other's libraries.
package tree

// Window is one look at the program's window.
type Window struct {
	Title string `json:"title"`
	Nodes []Node `json:"nodes"` // parents before their children, the menu bar before the content, dialogs last
}

// Node is one visible object. Its rectangle is in pixels from the window's top
// left corner, cut to the part that can be seen.
type Node struct {
	Type        string `json:"type"`           // the Go type without the star: widget.Button
	Name        string `json:"name,omitempty"` // what the object calls itself for tests; never translated
	Text        string `json:"text,omitempty"`
	Placeholder string `json:"placeholder,omitempty"`
	X           int    `json:"x"`
	Y           int    `json:"y"`
	W           int    `json:"w"`
	H           int    `json:"h"`
	Focused     bool   `json:"focused,omitempty"`
	Disabled    bool   `json:"disabled,omitempty"`
	Checked     bool   `json:"checked,omitempty"`
	Layer       int    `json:"layer,omitempty"` // 0 the window itself, 1 the first dialog or pop-up over it, and so on
	Depth       int    `json:"depth"`           // how many objects it lies in
}

// Centre is the pixel that a person would aim at.
func (n Node) Centre() (x, y int) { return n.X + n.W/2, n.Y + n.H/2 }

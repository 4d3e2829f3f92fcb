package ui

import (
	"strings"
	"testing"

	"almoner/ui/desk"
)

// Whoever begins a record types its first field at once.
func TestANewRecordOfEachSectionTakesTheKeyboardInAFieldThatIsSeen(t *testing.T) {
	p := window(t)
	p.Sample()
	for _, s := range sections {
		p.shell.section(s.name)
		maker, ok := p.shell.current().(desk.Maker)
		if !ok || maker.Makes() == "" {
			continue
		}
		p.window.Canvas().Unfocus()
		maker.New()
		focused, ok := p.window.Canvas().Focused().(interface{ InspectName() string })
		if !ok || !strings.Contains(focused.InspectName(), ".") {
			t.Errorf("a new %s in %s has no field that takes the keyboard", maker.Makes(), s.name)
			continue
		}
		find[any](t, p, focused.InspectName())
	}
}

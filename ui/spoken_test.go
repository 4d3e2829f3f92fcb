package ui

import (
	"testing"

	"almoner/ui/desk"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
)

// A button with nothing but an icon says to a screen reader what it does, and not how its icon is called.
func TestEveryButtonWithoutWordsHasSomeToBeSpoken(t *testing.T) {
	p := window(t)
	p.Sample()
	checked := 0
	check := func() {
		walk(p.window.Content(), func(o fyne.CanvasObject) {
			b, ok := o.(*widgets.Button)
			if !ok || b.Text != "" {
				return
			}
			checked++
			if b.AccessibilityLabel() == b.Button.AccessibilityLabel() {
				t.Errorf("the button %s is spoken as %q", b.InspectName(), b.AccessibilityLabel())
			}
		})
	}
	for _, s := range sections {
		p.shell.section(s.name)
		check()
		if m, ok := p.shell.current().(desk.Maker); ok && m.Makes() != "" {
			m.New()
			check()
		}
	}
	if checked == 0 {
		t.Error("no button without words was seen")
	}
}

func TestAFieldIsSpokenWithItsLabelAndWhatItSays(t *testing.T) {
	p := window(t)
	p.Sample()
	firstGrant(t, p)
	if got := find[*widgets.Entry](t, p, "grant.title").AccessibilityLabel(); got != "Name of grant: Helpline" {
		t.Errorf("the name is spoken as %q", got)
	}
	if got := find[*widgets.Choice](t, p, "grant.status").AccessibilityLabel(); got != "Status: Active" {
		t.Errorf("the status is spoken as %q", got)
	}
}

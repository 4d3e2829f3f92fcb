package paper

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"almoner/reports/document"
	"almoner/reports/forms"
)

func TestAPaperThatIsStoppedLeavesNoFile(t *testing.T) {
	file := filepath.Join(t.TempDir(), "Paper.html")
	m := &made{doc: document.Document{Title: "Paper"}}
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if err := writeFile(ctx, file, m, formNamed(t, "html")); !errors.Is(err, context.Canceled) {
		t.Errorf("stopped, it says %v", err)
	}
	if _, err := os.Stat(file); err == nil {
		t.Error("half a paper is left")
	}
	if err := writeFile(t.Context(), file, m, formNamed(t, "html")); err != nil {
		t.Error(err)
	}
}

func formNamed(t *testing.T, name string) forms.Form {
	t.Helper()
	for _, f := range forms.All() {
		if f.Name == name {
			return f
		}
	}
	t.Fatalf("there is no form %q", name)
	return forms.Form{}
}

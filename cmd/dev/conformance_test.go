package main

import (
	"slices"
	"strings"
	"testing"
)

func TestWhatTheCheckersSayIsUnderstood(t *testing.T) {
	got := pdfFailures("a.pdf\t7.1\t3\tContent is not tagged\t12\na.pdf\tchecked\t100\n", []string{"a.pdf", "b.pdf"})
	if want := []string{"a.pdf breaks 7.1-3, 12 times: Content is not tagged", "b.pdf was not checked"}; !slices.Equal(got, want) {
		t.Errorf("of the PDF files it says %q", got)
	}
	found, err := pageFailures(`<html><pre id="axe-found">[{"id":"image-alt","help":"Images must have alternate text","nodes":["&lt;img src=\"x\"&gt;"]}]</pre></html>`)
	if err != nil || len(found) != 1 || !strings.Contains(found[0], "alternate text (image-alt), in 1 places, first <img") {
		t.Errorf("of the page it says %q, %v", found, err)
	}
	if found, err := pageFailures(`<pre id="axe-found">[]</pre>`); err != nil || len(found) != 0 {
		t.Errorf("of a page without fault it says %q, %v", found, err)
	}
	if _, err := pageFailures("<html></html>"); err == nil {
		t.Error("a page that was not checked passes")
	}
}

func TestEveryPaperIsMadeForTheCheckers(t *testing.T) {
	if err := makePapers(t.TempDir(), 1); err != nil {
		t.Error(err)
	}
}

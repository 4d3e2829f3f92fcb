package main

import (
	"bytes"
	"context"
	"embed"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"almoner/reports/forms"
	"almoner/reports/samplepapers"
)

type conformanceVerb struct {
	Most int    `help:"How many papers of each kind; 0 is all that the sample office makes." default:"3"`
	Out  string `help:"Folder for the papers; out/papers at the root of the repository if not given." placeholder:"DIR"`
}

// What the papers are checked with: veraPDF for PDF/UA-1 and PDF/A-2a, through Maven (its version stands in verapdf/pom.xml), and axe-core in a browser
// without a window for WCAG 2.2.
const axeVersion = "4.10.3"

//go:embed verapdf
var verapdf embed.FS

// Run makes every paper of the sample office as PDF and as web page, and holds them to the standards that public bodies have to keep.
func (v *conformanceVerb) Run(ctx context.Context, s *shop) error {
	dir := v.Out
	if dir == "" {
		dir = filepath.Join(s.root, "out", "papers")
	}
	if err := errors.Join(os.RemoveAll(dir), os.MkdirAll(dir, 0o755)); err != nil {
		return fmt.Errorf("make a folder for the papers: %w", err)
	}
	var lacking []string
	for _, p := range conformancePackages {
		if !onPath(program[p]) { // Java and Node.js often come from elsewhere than the system
			lacking = append(lacking, p)
		}
	}
	if len(lacking) > 0 {
		if err := s.need(ctx, lacking...); err != nil {
			return err
		}
	}
	return s.follow(ctx, []step{
		{"Making the papers of the sample office in " + dir, func(context.Context) error { return makePapers(dir, v.Most) }},
		{"PDF/UA-1 and PDF/A-2a (veraPDF)", func(ctx context.Context) error { return s.checkPDFs(ctx, dir) }},
		{"WCAG 2.2 AA (axe-core " + axeVersion + ")", func(ctx context.Context) error { return s.checkPages(ctx, dir) }},
	})
}

// makePapers writes each paper that the sample office can make, of each kind at most so many.
func makePapers(dir string, most int) error {
	made := map[string]int{}
	return samplepapers.Each(most, func(p samplepapers.Paper) error {
		made[p.Kind.Name]++
		for _, name := range []string{"pdf", "html"} {
			form, _ := forms.Named(name)
			var b bytes.Buffer
			if err := form.Write(&b, p.Document, nil); err != nil {
				return fmt.Errorf("make %s as %s: %w", p.Name, name, err)
			}
			if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%s-%d.%s", p.Kind.Name, made[p.Kind.Name], name)), b.Bytes(), 0o600); err != nil {
				return err
			}
		}
		return nil
	}, nil)
}

// checkPDFs holds the PDF files to PDF/UA-1 and PDF/A-2a.
func (s *shop) checkPDFs(ctx context.Context, dir string) error {
	work := filepath.Join(s.cache, "verapdf")
	if err := os.MkdirAll(work, 0o755); err != nil {
		return err
	}
	for _, name := range []string{"Check.java", "pom.xml"} {
		content, err := verapdf.ReadFile("verapdf/" + name)
		if err == nil {
			err = os.WriteFile(filepath.Join(work, name), content, 0o600)
		}
		if err != nil {
			return fmt.Errorf("lay out the checker: %w", err)
		}
	}
	list := filepath.Join(work, "classpath.txt")
	if err := s.run(ctx, command{name: "mvn", args: []string{"-q", "-B", "-f", filepath.Join(work, "pom.xml"), "dependency:build-classpath", "-Dmdep.outputFile=" + list}}); err != nil {
		return err
	}
	classpath, err := os.ReadFile(list)
	if err != nil {
		return err
	}
	files, err := filepath.Glob(filepath.Join(dir, "*.pdf"))
	if err != nil {
		return err
	}
	answer, err := s.ask(ctx, command{name: "java", args: append([]string{"-cp", string(classpath), filepath.Join(work, "Check.java")}, files...)})
	if err != nil {
		return fmt.Errorf("%w: %s", err, answer)
	}
	return s.verdict(pdfFailures(answer, files))
}

// pdfFailures reads what the checker printed: a sentence for each rule that a file breaks, and for each file that it did not get through.
func pdfFailures(answer string, files []string) []string {
	var failures []string
	checked := map[string]bool{}
	for line := range strings.Lines(answer) {
		f := strings.Split(strings.TrimSpace(line), "\t")
		switch {
		case len(f) == 3 && f[1] == "checked":
			checked[f[0]] = true
		case len(f) == 5:
			failures = append(failures, fmt.Sprintf("%s breaks %s-%s, %s times: %s", filepath.Base(f[0]), f[1], f[2], f[4], f[3]))
		}
	}
	for _, f := range files {
		if !checked[f] {
			failures = append(failures, filepath.Base(f)+" was not checked")
		}
	}
	return failures
}

// verdict lists what is wrong, if anything is.
func (s *shop) verdict(failures []string) error {
	for _, f := range failures {
		s.say("  %s", f)
	}
	if len(failures) > 0 {
		return fmt.Errorf("%d failures", len(failures))
	}
	return nil
}

// axeRun stands at the end of the copy of a page that is checked, after axe-core itself. What it finds is written into the page, from where the
// browser prints it.
const axeRun = `<script>axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}).then(function (r) {
var p = document.createElement('pre'); p.id = 'axe-found';
p.textContent = JSON.stringify(r.violations.map(function (v) { return {id: v.id, help: v.help, nodes: v.nodes.map(function (n) { return n.html; })}; }));
document.body.appendChild(p); });</script>`

// checkPages holds the web pages to WCAG 2.2 AA.
func (s *shop) checkPages(ctx context.Context, dir string) error {
	axe, err := s.axe(ctx)
	if err != nil {
		return err
	}
	files, err := filepath.Glob(filepath.Join(dir, "*.html"))
	if err != nil {
		return err
	}
	profile, err := os.MkdirTemp("", "almoner-browser-")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(profile) }() // what a browser leaves behind
	var failures []string
	for _, file := range files {
		page, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		tried := filepath.Join(profile, "page.html")
		copied := strings.Replace(string(page), "</body>", "<script>"+axe+"</script>"+axeRun+"</body>", 1)
		if err := os.WriteFile(tried, []byte(copied), 0o600); err != nil {
			return err
		}
		dom, err := s.ask(ctx, command{name: "chromium", args: []string{
			"--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
			"--user-data-dir=" + profile, "--virtual-time-budget=30000", "--dump-dom", "file://" + tried,
		}})
		if err != nil {
			return err
		}
		found, err := pageFailures(dom)
		if err != nil {
			return fmt.Errorf("%s: %w", filepath.Base(file), err)
		}
		for _, f := range found {
			failures = append(failures, filepath.Base(file)+": "+f)
		}
	}
	return s.verdict(failures)
}

// pageFailures reads what axe found out of a page: a sentence for each rule that it breaks.
func pageFailures(dom string) ([]string, error) {
	_, found, ok := strings.Cut(dom, `<pre id="axe-found">`)
	if !ok {
		return nil, errors.New("axe-core did not come to an end")
	}
	found, _, _ = strings.Cut(found, "</pre>")
	found = strings.NewReplacer("&lt;", "<", "&gt;", ">", "&nbsp;", " ", "&amp;", "&").Replace(found)
	var violations []struct {
		ID, Help string
		Nodes    []string
	}
	if err := json.Unmarshal([]byte(found), &violations); err != nil {
		return nil, fmt.Errorf("read what axe-core found: %w", err)
	}
	var failures []string
	for _, v := range violations {
		failures = append(failures, fmt.Sprintf("%s (%s), in %d places, first %.160s", v.Help, v.ID, len(v.Nodes), strings.Join(slices.Concat(v.Nodes, []string{""})[:1], "")))
	}
	return failures, nil
}

// axe is the source of axe-core, which npm fetches once.
func (s *shop) axe(ctx context.Context) (string, error) {
	dir := filepath.Join(s.cache, "axe-core-"+axeVersion)
	file := filepath.Join(dir, "node_modules", "axe-core", "axe.min.js")
	if _, err := os.Stat(file); errors.Is(err, os.ErrNotExist) {
		if err := os.MkdirAll(dir, 0o755); err != nil {
			return "", err
		}
		install := exec.CommandContext(ctx, "npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", dir, "axe-core@"+axeVersion)
		install.Stdout, install.Stderr = io.Discard, s.err
		if err := install.Run(); err != nil {
			return "", fmt.Errorf("fetch axe-core: %w", err)
		}
	}
	source, err := os.ReadFile(file)
	return string(source), err
}

package ui

import (
	"context"
	"io"
	"log/slog"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"almoner/data"
	"almoner/data/sqlite"
	"almoner/ui/desk"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

// realFiles are office files as the program uses them; the sample is a small one.
type realFiles struct{ folder string }

var me = sqlite.User{Name: "Ann", Machine: "DESK-1"}

func (f realFiles) Open(ctx context.Context, path string, _ func(done, total int64)) (data.Office, error) {
	o, err := sqlite.Open(ctx, path, me)
	if err != nil {
		return nil, err
	}
	return o, nil
}

func (f realFiles) Create(ctx context.Context, path string, d *data.OfficeDetails) (data.Office, error) {
	o, err := sqlite.Create(ctx, path, d, me)
	if err != nil {
		return nil, err
	}
	return o, nil
}

func (f realFiles) Sample(ctx context.Context) (data.Office, error) {
	o, err := sqlite.Create(ctx, filepath.Join(f.folder, "Sample.almoner"), &data.OfficeDetails{Stamp: data.Stamp{ID: data.OfficeID}, Name: "Elmshire"}, me)
	if err != nil {
		return nil, err
	}
	org := &data.Organisation{Stamp: data.Stamp{ID: data.NewID()}, Name: "Harbour"}
	err = o.SaveAll(ctx, []data.Record{
		org,
		&data.Grant{Stamp: data.Stamp{ID: data.NewID()}, Title: "Outreach worker", Recipient: org.ID, Status: data.Active, Themes: []string{"stalking"}, Awards: []data.Award{{FinancialYear: 2024, Amount: data.Pounds(5500)}}},
		&data.Grant{Stamp: data.Stamp{ID: data.NewID()}, Title: "Helpline", Recipient: org.ID, Status: data.Active, Awards: []data.Award{{FinancialYear: 2023, Amount: data.Pounds(100)}}},
		&data.FOIRequest{Stamp: data.Stamp{ID: data.NewID()}, Reference: "FOI/1", Received: data.NewDate(2025, time.May, 1), Subject: "Grants", Status: data.Drafted},
	}, nil)
	return o, err
}

// window is a program in the test driver, whose work is done at once.
func window(t *testing.T) *Program {
	t.Helper()
	folder := t.TempDir()
	p := New(test.NewTempApp(t), Options{
		Care:   sqlite.Care{User: me, Folder: t.TempDir()},
		Files:  realFiles{folder},
		Papers: func() (string, error) { return folder, nil },
		Show:   func(string) error { return nil },
		Today:  func(string) data.Date { return data.NewDate(2025, time.November, 22) },
		Log:    slog.New(slog.NewTextHandler(io.Discard, nil)),
		Go:     func(work func()) { work() },
	})
	t.Cleanup(p.close)
	p.Reopen()
	return p
}

// find is the visible widget that calls itself name.
func find[W any](t *testing.T, p *Program, name string) W {
	t.Helper()
	var found W
	var ok bool
	roots := append([]fyne.CanvasObject{p.window.Content()}, p.window.Canvas().Overlays().List()...)
	for _, root := range roots {
		walk(root, func(o fyne.CanvasObject) {
			if n, named := o.(interface{ InspectName() string }); named && n.InspectName() == name {
				if w, is := o.(W); is {
					found, ok = w, true
				}
			}
		})
	}
	if !ok {
		t.Fatalf("there is no %s in the window, which says:\n%s", name, words(p))
	}
	return found
}

func walk(o fyne.CanvasObject, visit func(fyne.CanvasObject)) {
	if o == nil || !o.Visible() {
		return
	}
	visit(o)
	switch o := o.(type) {
	case *fyne.Container:
		for _, c := range o.Objects {
			walk(c, visit)
		}
	case fyne.Widget:
		for _, c := range test.WidgetRenderer(o).Objects() {
			walk(c, visit)
		}
	}
}

// words are all words that are visible.
func words(p *Program) string {
	var b strings.Builder
	for _, root := range append([]fyne.CanvasObject{p.window.Content()}, p.window.Canvas().Overlays().List()...) {
		walk(root, func(o fyne.CanvasObject) {
			switch o := o.(type) {
			case *widget.Label:
				b.WriteString(o.Text + "\n")
			case interface{ InspectText() string }:
				b.WriteString(o.InspectText() + "\n")
			}
		})
	}
	return b.String()
}

func says(t *testing.T, p *Program, sentence string) {
	t.Helper()
	if all := words(p); !strings.Contains(all, sentence) {
		t.Errorf("the window does not say %q, but:\n%s", sentence, all)
	}
}

// answer taps an answer of the question in front of the window.
func answer(t *testing.T, p *Program, label string) {
	t.Helper()
	find[fyne.Tappable](t, p, "answer."+label).Tapped(nil)
}

func selectTab(t *testing.T, p *Program, title string) {
	t.Helper()
	walk(p.window.Content(), func(o fyne.CanvasObject) {
		if tabs, ok := o.(*container.AppTabs); ok {
			for i, item := range tabs.Items {
				if item.Text == title {
					tabs.SelectIndex(i)
				}
			}
		}
	})
}

// firstGrant opens the first grant of the list.
func firstGrant(t *testing.T, p *Program) {
	t.Helper()
	p.shell.section(desk.Grants)
	find[*widgets.Register[data.GrantLine]](t, p, "grants.list").First()
}

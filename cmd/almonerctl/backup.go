package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"time"

	"github.com/adrg/xdg"

	"almoner/data"
	"almoner/data/sqlite"
)

// deskFolder is where this computer keeps what it has of offices: the mirrors that the window reads from, and backups.
func deskFolder() string { return filepath.Join(xdg.StateHome, "almoner", "offices") }

// desk is the choice of the folder in which this computer keeps what it has of offices.
type desk struct {
	Folder string `help:"Where this computer keeps its copies of offices and its backups, if not in the usual place." placeholder:"FOLDER"`
}

// options are how a copy is made and where more is known of an office. A folder that is not there knows nothing, and is not made.
func (d desk) options(term terminal) sqlite.Options {
	o := sqlite.Options{Folder: d.Folder, Progress: term.copying()}
	if o.Folder == "" {
		o.Folder = deskFolder()
	}
	if info, err := os.Stat(o.Folder); err != nil || !info.IsDir() {
		o.Folder = ""
	}
	return o
}

// copying shows on a terminal how far a copy has come; it is nil where nobody watches.
func (t terminal) copying() func(done, total int64) {
	if !t.watched {
		return nil
	}
	shown := int64(-1)
	return func(done, total int64) {
		if percent := done * 100 / max(total, 1); percent != shown {
			shown = percent
			_, _ = fmt.Fprintf(t.err, "\r\x1b[KCopied %d%%", percent) // who closed standard error does not want to know
		}
		if done == total {
			_, _ = fmt.Fprint(t.err, "\r\x1b[K") // what is said next takes its place
		}
	}
}

type backupVerb struct {
	Office string `arg:"" help:"The office file."`
	Out    string `short:"o" help:"The folder to put the backup in, instead of the one beside the file. Nothing in it is ever cleared away." placeholder:"FOLDER"`
	JSON   bool   `name:"json" help:"Say what was done in JSON."`
}

type backupRow struct {
	Path   string          `json:"path"`
	Made   time.Time       `json:"made"`
	Change int64           `json:"change,omitzero"` // the last one in it
	Size   int64           `json:"size"`            // bytes
	Here   bool            `json:"here"`            // on this computer, and not beside the file
	Before sqlite.Occasion `json:"before,omitempty"`
	Sound  *bool           `json:"sound,omitempty"`
	Wrong  string          `json:"wrong,omitempty"`
}

func backupRowOf(b sqlite.Backup) backupRow {
	return backupRow{Path: b.Path, Made: b.Made, Change: b.Change, Size: b.Size, Here: b.Here, Before: b.Before}
}

// Run backs an office up.
func (v *backupVerb) Run(ctx context.Context, term terminal) error {
	b, err := sqlite.BackUp(ctx, v.Office, v.Out, sqlite.Options{Progress: term.copying()})
	if err != nil {
		return err
	}
	if v.JSON {
		return term.writeJSON(backupRowOf(b))
	}
	term.say("%s was backed up as it was at change %d, %s.", quoted(v.Office), b.Change, data.FileSize(b.Size))
	if _, err := fmt.Fprintln(term.out, b.Path); err != nil {
		return fmt.Errorf("write where the backup is: %w", err)
	}
	return nil
}

type backupsVerb struct {
	desk

	Office string `arg:"" help:"The office file."`
	Check  bool   `help:"Look through each for damage and for changes made other than through the program."`
	JSON   bool   `name:"json" help:"Write JSON."`
}

// Run lists the backups of an office.
func (v *backupsVerb) Run(ctx context.Context, term terminal) error {
	backups, err := sqlite.Backups(ctx, v.Office, v.options(term))
	if err != nil {
		return err
	}
	unsound := false
	rows := []backupRow{}
	for _, b := range backups {
		row := backupRowOf(b)
		if v.Check {
			if row.Wrong, err = wrongWith(ctx, b.Path); err != nil {
				return err
			}
			sound := row.Wrong == ""
			row.Sound = &sound
			unsound = unsound || !sound && b.Before != sqlite.BeforeRestoring // that is kept as it was, damaged or not
		}
		rows = append(rows, row)
	}
	if v.JSON {
		err = term.writeJSON(map[string]any{"backups": rows, "count": len(rows)})
	} else {
		err = backupTable(rows, v.Check).write(term)
	}
	if err == nil && unsound {
		return &failure{code: exitUnsound}
	}
	return err
}

// wrongWith is what is wrong with a backup, in a sentence; empty if it is sound.
func wrongWith(ctx context.Context, path string) (string, error) {
	report, err := sqlite.Check(ctx, path)
	switch {
	case ctx.Err() != nil:
		return "", err
	case err != nil:
		return data.Explain(err), nil
	case !report.Sound():
		return report.Problems[0], nil
	default:
		return "", nil
	}
}

func backupTable(rows []backupRow, checked bool) *table {
	t := &table{columns: []column{
		{key: "made", heading: "Made"},
		{key: "change", heading: "Change", figures: true},
		{key: "size", heading: "Size", figures: true},
		{key: "where", heading: "Where"},
		{key: "before", heading: "Why"},
	}}
	if checked {
		t.columns = append(t.columns, column{key: "sound", heading: "Sound"})
	}
	t.columns = append(t.columns, column{key: "path", heading: "File"})
	for _, r := range rows {
		where, change := "beside the file", "?"
		if r.Here {
			where = "this computer"
		}
		if r.Change > 0 {
			change = strconv.FormatInt(r.Change, 10)
		}
		cells := []string{r.Made.Local().Format("2006-01-02 15:04:05"), change, data.FileSize(r.Size), where, string(r.Before)}
		if checked {
			said := "sound"
			if r.Wrong != "" {
				said = r.Wrong
			}
			cells = append(cells, said)
		}
		t.rows = append(t.rows, append(cells, r.Path))
	}
	t.total = counted(len(rows), "backup", "backups")
	return t
}

type restoreVerb struct {
	desk

	Office string `arg:"" help:"The office file."`
	Backup string `arg:"" help:"The backup: its path, or its name as backups lists it."`
	JSON   bool   `name:"json" help:"Say what was done in JSON."`
}

type restoredRow struct {
	Office string `json:"office"`
	From   string `json:"from"`
	Change int64  `json:"change"` // the last one that the office holds now
	Epoch  int64  `json:"epoch"`
	Kept   string `json:"kept,omitempty"` // where the file is kept as it was
}

// Run restores an office from a backup.
func (v *restoreVerb) Run(ctx context.Context, term terminal) error {
	o := v.options(term)
	path, err := backupCalled(ctx, v.Office, v.Backup, o)
	if err != nil {
		return err
	}
	r, err := sqlite.RestoreFile(ctx, v.Office, path, term.saver(), o)
	if err != nil {
		return err
	}
	return term.tellRestored(v.Office, r, v.JSON)
}

func (t terminal) tellRestored(office string, r sqlite.Restored, asJSON bool) error {
	if asJSON {
		return t.writeJSON(restoredRow{office, r.From, r.Change, r.Epoch, r.Kept})
	}
	t.say("%s is as it was at change %d, from %s. Colleagues who have it open follow by themselves.", quoted(office), r.Change, quoted(r.From))
	if r.Kept != "" {
		t.say("The file as it was before is kept: %s", r.Kept)
	}
	return nil
}

// backupCalled is the path of a backup that somebody named by it or by its name alone.
func backupCalled(ctx context.Context, office, called string, o sqlite.Options) (string, error) {
	_, missing := os.Stat(called)
	if !errors.Is(missing, fs.ErrNotExist) || filepath.Base(called) != called {
		return called, nil
	}
	backups, err := sqlite.Backups(ctx, office, o)
	if err != nil {
		return "", err
	}
	for _, b := range backups {
		if filepath.Base(b.Path) == called {
			return b.Path, nil
		}
	}
	return "", notFound("There is no backup “%s”. almonerctl backups OFFICE lists those that there are.", called)
}

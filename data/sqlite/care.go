package sqlite

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/google/uuid"
	"github.com/uptrace/bun"

	"almoner/data"
	whereabouts "almoner/data/sqlite/place"
	"almoner/data/wholefile"
)

// Care is what a person at this computer can do about the file of an office; see data.FileCare.
type Care struct {
	Folder string // where this computer keeps what it has of offices
	User   User
	Log    *slog.Logger
}

var _ data.FileCare = Care{}

func (c Care) options() Options { return Options{Folder: c.Folder, Log: c.Log}.full() }

// LastChecked is when a whole copy of the file was last looked through here; see data.FileCare.
func (c Care) LastChecked(path string) (last time.Time) {
	absolute, err := filepath.Abs(path)
	if err != nil {
		return last
	}
	database := lastSeenAt(absolute, c.options())
	if database == "" {
		return last
	}
	office := desktop(c.Folder).office(database)
	marks, err := filepath.Glob(filepath.Join(office, "*", checkedMark))
	if err != nil {
		return last
	}
	for _, mark := range append(marks, filepath.Join(office, checkedMark)) {
		if info, err := os.Stat(mark); err == nil && info.ModTime().After(last) {
			last = info.ModTime()
		}
	}
	return last
}

// Check looks through a copy of the file, so that nobody waits for it to save; see data.FileCare.
func (c Care) Check(ctx context.Context, path string) (data.FileReport, error) {
	r, err := checkAside(ctx, path, c.options())
	if err != nil {
		return data.FileReport{}, fmt.Errorf("look through %s: %w", path, explained(err, path))
	}
	if absolute, err := filepath.Abs(path); err == nil && r.Sound() {
		if database := lastSeenAt(absolute, c.options()); database != "" {
			if err := markChecked(desktop(c.Folder).office(database), time.Now()); err != nil {
				c.options().Log.Warn("note that the file was checked", "error", err)
			}
		}
	}
	return data.FileReport{Sound: r.Sound(), Sentences: r.Sentences()}, nil
}

// checkAside is Check of a copy of the file on this computer.
func checkAside(ctx context.Context, path string, o Options) (report Report, err error) {
	report.Path = path
	h, err := inspect(path)
	if err != nil {
		return report, err
	}
	d, err := newDraft(o)
	if err != nil {
		return report, notDrafted(err)
	}
	defer d.remove()
	file := unread(path, User{}).truth
	defer func() { err = errors.Join(err, file.keeper.Close()) }()
	err = file.copyTo(ctx, d.path, nil)
	if err == nil {
		err = checkCopy(ctx, d.path, path)
	}
	if err == nil {
		err = d.with(ctx, func(db *bun.DB) error { return db.RunInTx(ctx, nil, report.checkAll) })
	}
	return report.concluded(h, err)
}

// Backups are those beside the file and on this computer; see data.FileCare.
func (c Care) Backups(ctx context.Context, path string) ([]data.FileState, error) {
	backups, err := Backups(ctx, path, c.options())
	if err != nil {
		return nil, fmt.Errorf("list the backups of %s: %w", path, err)
	}
	slices.SortStableFunc(backups, func(a, b Backup) int { return b.Made.Compare(a.Made) })
	states := make([]data.FileState, len(backups))
	for i, b := range backups {
		states[i] = b.state()
	}
	return states, nil
}

func (b Backup) state() data.FileState {
	what := "Backup beside the file"
	if b.Here {
		what = "Backup on this computer"
	}
	if b.Before != "" {
		what += ", made " + string(b.Before)
	}
	return data.FileState{Path: b.Path, What: what, When: b.Made, Change: b.Change, Size: b.Size}
}

// BackUp makes a backup beside the file; see data.FileCare.
func (c Care) BackUp(ctx context.Context, path string) (data.FileState, error) {
	b, err := BackUp(ctx, path, "", c.options())
	if err != nil {
		return data.FileState{}, err
	}
	return b.state(), nil
}

// Recovery looks at all that is known of an office; see data.FileCare.
func (c Care) Recovery(ctx context.Context, path string) (data.FileRecovery, error) {
	p, err := Recovery(ctx, path, c.options())
	if err != nil {
		return data.FileRecovery{}, err
	}
	r := data.FileRecovery{Sentences: p.Sentences(), From: -1, BringBack: p.Advice == BringItIn}
	if p.Advice == RestoreIt || p.Advice == BringItIn {
		r.From = p.From
	}
	for _, s := range p.Sources {
		r.States = append(r.States, s.state())
	}
	return r, nil
}

// whatIs is what a source is called on a line of its own.
var whatIs = map[Sort]string{
	TheFile: "The file itself", Mirror: "This computer’s copy", BackupHere: "Backup on this computer", BackupBeside: "Backup beside the file",
	CopyBeside: "Another file in the folder",
}

func (s Source) state() data.FileState {
	state := data.FileState{Path: s.Path, What: whatIs[s.Sort], When: s.When, Change: s.Sequence, Size: s.Size, Wrong: s.Wrong, Itself: s.Sort == TheFile}
	if !s.Named {
		state.Found = s.Sentence()
	}
	return state
}

// Restore puts another state in the place of the present one; see data.FileCare.
func (c Care) Restore(ctx context.Context, path, from string) (kept string, err error) {
	r, err := RestoreFile(ctx, path, from, c.User, c.options())
	return r.Kept, err
}

// BringBack brings changes back into the file; see data.FileCare.
func (c Care) BringBack(ctx context.Context, path, from string) (string, error) {
	p, err := Recovery(ctx, path, c.options())
	if err != nil {
		return "", err
	}
	i := slices.IndexFunc(p.Sources, func(s Source) bool { return s.Path == from })
	if i < 0 {
		return "", fault(nil, "%s is not there any more. Nothing was brought back: look again what there is.", name(from))
	}
	b, err := BringBackFrom(ctx, p, p.Sources[i], c.User, c.options())
	if err != nil {
		return "", err
	}
	left := 0
	for _, l := range b.Left {
		left += len(l.Changes)
	}
	if left == 0 {
		return fmt.Sprintf("Brought back: %s. The file as it was before is kept among the backups.", changesIn(int64(b.Back))), nil
	}
	return fmt.Sprintf("Brought back: %s. %s did not go together with what was saved since, and stay where they were. The file as it was before is kept among the backups.",
		changesIn(int64(b.Back)), upperFirst(changesIn(int64(left)))), nil
}

// CopyOut makes an office of its own of a state of one; see data.FileCare. It gets an identity of its own: two files of one office would
// each look like an older state of the other.
func (c Care) CopyOut(ctx context.Context, from, to string) error {
	if err := c.copyOut(ctx, from, to); err != nil {
		return fmt.Errorf("make %s of %s: %w", to, from, explained(err, to))
	}
	return nil
}

func (c Care) copyOut(ctx context.Context, from, to string) error {
	if _, err := os.Lstat(to); err == nil {
		return taken(to, nil)
	}
	if why := whereabouts.Examine(to).RefusalToMake(to); why != "" {
		return fault(nil, "%s", why)
	}
	d, err := newDraft(c.options())
	if err != nil {
		return notDrafted(err)
	}
	defer d.remove()
	if _, err := d.fill(ctx, from); err != nil {
		return explained(err, from)
	}
	err = d.with(ctx, func(db *bun.DB) error {
		_, err := db.ExecContext(ctx, "UPDATE meta SET database_id = ?, epoch = 1 WHERE id = 1", uuid.NewString())
		return err
	})
	if err != nil {
		return fmt.Errorf("give the copy an identity of its own: %w", err)
	}
	part := filepath.Join(filepath.Dir(to), "."+filepath.Base(to)+"."+uuid.NewString()+".new")
	if err = copyBytes(ctx, d.path, part, wholefile.Usual, nil); err == nil {
		err = publish(part, to)
	}
	if err != nil {
		return errors.Join(err, removeIfThere(part))
	}
	return nil
}

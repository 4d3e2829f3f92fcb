package sqlite

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"time"

	"github.com/uptrace/bun"

	"almoner/data"
	"almoner/data/wholefile"
)

// Source is a file on this computer, or in the folder of an office, that holds a state of it.
type Source struct {
	Path string
	Sort Sort
	Size int64 // bytes
	// Wrong is why nothing can be restored from it, in a sentence; empty if it is sound.
	Wrong string
	// Named is that it was not looked into, as reading it all over the network takes long, and that only its name was read.
	Named bool

	Sequence int64 // of the last change in it; 0 if that cannot be read
	Epoch    int64
	When     time.Time // the last change was made, or, of one that was only named, the backup
	Who      string    // made it

	// Lacks are the changes that the most complete sound source holds and this one does not, and Adds those that only this one holds;
	// oldest first, without what they did to fields. A change that was delivered to both is in neither, whatever came before it.
	Lacks, Adds []data.Change
}

// Sort is what a source is.
type Sort string

// The office file itself; a backup beside it; a backup on this computer; what the program keeps here to read from; and another file in the
// folder, which somebody has copied or a program that synchronises has made.
const (
	TheFile      Sort = "file"
	Mirror       Sort = "mirror"
	BackupHere   Sort = "backup here"
	BackupBeside Sort = "backup"
	CopyBeside   Sort = "copy"
)

// rank is which of two that hold the same comes first.
var rank = map[Sort]int{TheFile: 0, Mirror: 1, BackupHere: 2, BackupBeside: 3, CopyBeside: 4}

// Usable reports whether the office can be restored from it, as far as is known.
func (s Source) Usable() bool { return s.Wrong == "" && !s.Named }

// look is a source that is being looked into.
type look struct {
	Source
	database string
	schema   int
	at       string  // where it is read: the source itself, or a copy of it on this computer
	db       *bun.DB // nil if nothing can be read of it
	hashes   []string
	away     bool // it could not be read just now, which says nothing of what it holds
}

// looks are the sources of one office, and the copies of them that were made.
type looks struct {
	office string
	o      Options
	remote bool
	drafts []draft
	all    []*look
}

func newLooks(office string, o Options) *looks {
	return &looks{office: office, o: o, remote: onServer(office)}
}

func (ls *looks) close() {
	for _, l := range ls.all {
		if l.db != nil {
			_ = l.db.Close() // it was only read from
		}
	}
	for _, d := range ls.drafts {
		d.remove()
	}
}

// add looks into a file. Whatever is wrong with it is said of it; the error is that looking was broken off.
func (ls *looks) add(ctx context.Context, path string, what Sort) (*look, error) {
	l := &look{Source: Source{Path: path, Sort: what}, at: path}
	ls.all = append(ls.all, l)
	if info, err := os.Stat(path); err == nil {
		l.Size = info.Size()
	}
	h, err := inspect(path)
	if err != nil {
		var place *fs.PathError
		l.Wrong, l.away = data.Explain(err), errors.As(err, &place)
		return l, ctx.Err()
	}
	if l.schema = h.schema; l.schema > schemaVersion() { // which may have columns that this program does not know
		l.Wrong = newer(path)
		return l, nil
	}
	if err := ls.fetch(ctx, l); err != nil {
		l.Wrong, l.away = data.Explain(h.ruined(err, path)), !ruined(err)
		return l, ctx.Err()
	}
	mode := copying
	if first, err := firstBytes(l.at); err == nil && (header{first: first}).logs() {
		mode = peeking
	}
	if l.db, err = connect(l.at, mode); err != nil {
		return l, err
	}
	err = l.db.RunInTx(ctx, &sql.TxOptions{ReadOnly: true}, func(ctx context.Context, tx bun.Tx) error {
		looking := l.lookThrough(ctx, tx, mode == copying)
		return errors.Join(looking, l.learn(ctx, tx)) // of a damaged one as much as can be read
	})
	if err != nil {
		l.Wrong = data.Explain(h.ruined(err, path))
	}
	return l, ctx.Err()
}

// fetch copies what should not be read where it lies: the office file, which is locked for no longer than a copy takes, and what lies on a
// server.
func (ls *looks) fetch(ctx context.Context, l *look) error {
	if l.Sort != TheFile && (!ls.remote || l.Sort == Mirror || l.Sort == BackupHere) {
		return nil
	}
	d, err := newDraft(ls.o)
	if err != nil {
		return notDrafted(err)
	}
	ls.drafts = append(ls.drafts, d)
	l.at = d.path
	if l.Sort == TheFile {
		file := unread(l.Path, User{}).truth
		return errors.Join(file.copyTo(ctx, d.path, ls.o.Progress), file.keeper.Close())
	}
	return copyBytes(ctx, l.Path, d.path, wholefile.Private, ls.o.Progress)
}

func (l *look) lookThrough(ctx context.Context, tx bun.Tx, whole bool) error {
	if whole {
		if err := wholeFile(ctx, tx, l.at); err != nil {
			if errors.Is(err, errTooShort) {
				return fault(err, "%s", cutOff(l.Path))
			}
			return err
		}
	}
	return quickCheck(ctx, tx, l.Path)
}

// learn reads which office it is and how far its change list goes.
func (l *look) learn(ctx context.Context, tx bun.Tx) error {
	m, err := readMeta(ctx, tx)
	if err != nil {
		return err
	}
	l.database, l.Epoch = m.DatabaseID, m.Epoch
	var rows []struct {
		Sequence int64
		Hash     string
	}
	if err := tx.NewRaw("SELECT sequence, hash FROM changes ORDER BY sequence").Scan(ctx, &rows); err != nil {
		return fmt.Errorf("read the change list: %w", err)
	}
	for i, r := range rows {
		if r.Sequence != int64(i)+1 {
			return fault(nil, "The change list of %s has gaps: it was altered other than through the program. Choose another.", name(l.Path))
		}
		l.hashes = append(l.hashes, r.Hash)
	}
	l.Sequence = int64(len(rows))
	last, err := readEntries(ctx, tx, l.Sequence-1)
	if err == nil && len(last) > 0 {
		l.When, l.Who = last[0].When, last[0].Who
	}
	return err
}

// check looks through all of it, as almonerctl check does.
func (l *look) check(ctx context.Context) error {
	if l.Wrong != "" || l.db == nil || l.schema < schemaVersion() { // an older one is checked when it has been brought up to date
		return nil
	}
	report := Report{Path: l.Path}
	err := l.db.RunInTx(ctx, &sql.TxOptions{ReadOnly: true}, report.checkAll)
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case err != nil:
		l.Wrong = data.Explain(explained(err, l.Path))
	case !report.Sound():
		l.Wrong = report.Problems[0]
	}
	return nil
}

// readEntries is the change list after a change, without what each did to fields.
func readEntries(ctx context.Context, db bun.IDB, after int64) ([]data.Change, error) {
	var rows []changeRow
	if err := db.NewSelect().Model(&rows).Where("sequence > ?", after).Order("sequence").Scan(ctx); err != nil {
		return nil, fmt.Errorf("read the change list: %w", err)
	}
	changes := make([]data.Change, 0, len(rows))
	for _, r := range rows {
		c, err := r.change()
		if err != nil {
			return nil, err
		}
		changes = append(changes, c)
	}
	return changes, nil
}

// common is how many changes two have in common. Each hash is made from the one before: where two are the same, all before them are.
func (l *look) common(other *look) int64 {
	n := min(len(l.hashes), len(other.hashes))
	return int64(sort.Search(n, func(i int) bool { return l.hashes[i] != other.hashes[i] }))
}

// apart are the changes that only l holds, and those that only other holds.
func (l *look) apart(ctx context.Context, other *look) (own, others []data.Change, err error) {
	if l.db == nil || other.db == nil {
		return nil, nil, nil
	}
	n := l.common(other)
	if own, err = readEntries(ctx, l.db, n); err != nil {
		return nil, nil, err
	}
	if others, err = readEntries(ctx, other.db, n); err != nil {
		return nil, nil, err
	}
	return without(own, others), without(others, own), nil
}

// without is the changes whose operations were not delivered to another file too.
func without(changes, others []data.Change) []data.Change {
	there := map[string]bool{}
	for _, c := range others {
		there[operationOf(c)] = true
	}
	var left []data.Change
	for _, c := range changes {
		if !there[operationOf(c)] {
			left = append(left, c)
		}
	}
	return left
}

// operationOf is the operation that made a change, perhaps with others.
func operationOf(c data.Change) string {
	op, _, _ := strings.Cut(c.Operation, "/")
	return op
}

// fresher is the order of sources: those of which something can be made first, and of them the ones that hold most. Of two that hold the
// same the one comes first that takes the least to go on with.
func fresher(a, b *look) int {
	if a.Usable() != b.Usable() {
		if a.Usable() {
			return -1
		}
		return 1
	}
	return cmp.Or(cmp.Compare(b.Epoch, a.Epoch), cmp.Compare(b.Sequence, a.Sequence), cmp.Compare(rank[a.Sort], rank[b.Sort]), b.When.Compare(a.When), cmp.Compare(a.Path, b.Path))
}

// copiesBeside are the files in the folder of an office that may be copies of it, by their names.
func copiesBeside(office string) ([]string, error) {
	entries, err := os.ReadDir(filepath.Dir(office))
	if err != nil {
		return nil, err
	}
	var found []string
	for _, e := range entries {
		n := strings.ToLower(e.Name())
		switch {
		case !e.Type().IsRegular(), e.Name() == filepath.Base(office), !strings.Contains(n, extension):
		case strings.HasPrefix(n, "."), strings.HasSuffix(n, "-journal"), strings.HasSuffix(n, "-wal"), strings.HasSuffix(n, "-shm"), strings.HasSuffix(n, ".lock"):
		default:
			found = append(found, filepath.Join(filepath.Dir(office), e.Name()))
		}
	}
	return found, nil
}

// isBackup reports whether a file is a backup, by its name or by the folder that it lies in.
func isBackup(path string) bool {
	_, named := readBackupName(filepath.Base(path))
	return named || strings.HasSuffix(filepath.Dir(path), extension+".backups")
}

// checkCopied looks through a copy of a backup or a mirror.
func checkCopied(ctx context.Context, path string, h header) (Report, error) {
	d, err := newDraft(Options{})
	if err != nil {
		return Report{Path: path}, notDrafted(err)
	}
	defer d.remove()
	_, report, err := d.take(ctx, path, h)
	return report, err
}

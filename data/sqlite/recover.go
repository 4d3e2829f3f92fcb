package sqlite

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// Plan is what can be done for an office whose file is damaged, gone, or not what it was.
type Plan struct {
	Office   string // the path of its file
	Database string // which office it is; empty if nothing on this computer tells
	Advice   Advice
	// Sources are all that is known on this computer, the freshest good one first.
	Sources []Source
	// From is the source that the advice is about, or -1.
	From int

	file       int    // the file itself among the sources, or -1 if it is gone
	away       string // why the file cannot be looked at just now, in a sentence
	lacks, has int64  // how many changes of From the file lacks, and how many it holds that From lacks
}

// Advice is what is best done.
type Advice string

// Nothing, as the file is sound and holds all that is known; restoring the whole office from a source, of which the file holds a part, or
// nothing any more; bringing changes of a source back into the file, which has been worked on without them; giving another office that lies
// in its place another name first; looking elsewhere, as nothing here is of use; updating Almoner, which is older than the file; and trying again, as the file cannot be reached
// just now, or somebody holds it.
const (
	KeepIt     Advice = "keep"
	RestoreIt  Advice = "restore"
	BringItIn  Advice = "bring back"
	MoveAway   Advice = "another office"
	LookAround Advice = "nothing found"
	UpdateIt   Advice = "update"
	WaitForIt  Advice = "wait"
)

// Recovery looks at all that this computer knows of an office: the file itself, however damaged; the backups beside it; the backups and
// mirrors on this computer, whose folder for offices o names; and copies in the folder of the file. It changes nothing. Where the file lies
// on a server, of the backups beside it only as many are looked into as it takes to find a sound one.
func Recovery(ctx context.Context, office string, o Options) (Plan, error) {
	absolute, err := filepath.Abs(office)
	if err != nil {
		return Plan{}, err
	}
	r := &recovery{looks: newLooks(absolute, o.full()), plan: Plan{Office: absolute, From: -1, file: -1}}
	defer r.close()
	if err := r.run(ctx); err != nil {
		return Plan{}, fmt.Errorf("look what there is of %s: %w", office, explained(err, office))
	}
	return r.plan, nil
}

type recovery struct {
	*looks
	plan Plan
	file *look // nil if it is gone
}

func (r *recovery) run(ctx context.Context) error {
	if err := r.lookAtFile(ctx); err != nil {
		return err
	}
	r.plan.Database = r.expected(ctx)
	if err := r.lookHere(ctx); err != nil {
		return err
	}
	if err := r.lookBeside(ctx); err != nil {
		return err
	}
	r.sortOut()
	best, err := r.best(ctx)
	if err != nil {
		return err
	}
	if err := r.compare(ctx, best); err != nil {
		return err
	}
	if err := r.advise(ctx, best); err != nil {
		return err
	}
	for _, l := range r.all {
		r.plan.Sources = append(r.plan.Sources, l.Source)
	}
	return nil
}

func (r *recovery) lookAtFile(ctx context.Context) error {
	if _, err := os.Stat(r.office); errors.Is(err, fs.ErrNotExist) {
		if _, err := os.Stat(filepath.Dir(r.office)); err != nil {
			r.plan.away = fmt.Sprintf("The folder of %s cannot be reached. Is the drive, or the VPN, connected?", name(r.office))
		}
		return nil
	}
	l, err := r.add(ctx, r.office, TheFile)
	if err != nil {
		return err
	}
	if r.file = l; l.away {
		r.plan.away = l.Wrong
	}
	return l.check(ctx)
}

// expected is which office should be there: the one that this computer last had open there, or else the one that is.
func (r *recovery) expected(ctx context.Context) string {
	if database := lastSeenAt(r.office, r.o); database != "" {
		return database
	}
	if r.file != nil && r.file.database != "" {
		return r.file.database
	}
	beside, err := besideOf(r.office).list()
	if err != nil {
		return ""
	}
	for _, b := range beside {
		if m, err := peekMeta(ctx, b.Path); err == nil {
			return m.DatabaseID
		}
	}
	return ""
}

func (r *recovery) lookHere(ctx context.Context) error {
	d := desktop(r.o.Folder)
	if r.plan.Database == "" || r.o.Folder == "" {
		return nil
	}
	for _, path := range d.mirrors(r.plan.Database) {
		if _, err := r.add(ctx, path, Mirror); err != nil {
			return err
		}
	}
	backups, err := d.store(r.plan.Database).list()
	if err != nil {
		return err
	}
	for _, b := range backups {
		if _, err := r.add(ctx, b.Path, BackupHere); err != nil {
			return err
		}
	}
	return nil
}

func (r *recovery) lookBeside(ctx context.Context) error {
	backups, err := besideOf(r.office).list()
	if err != nil {
		r.o.Log.Warn("list the backups beside the file", "error", err)
	}
	found := false
	for _, b := range backups {
		if found && r.remote {
			r.all = append(r.all, &look{database: r.plan.Database, Source: Source{
				Path: b.Path, Sort: BackupBeside, Size: b.Size, Named: true, Sequence: b.Change, When: b.Made,
			}})
			continue
		}
		l, err := r.add(ctx, b.Path, BackupBeside)
		if err != nil {
			return err
		}
		found = found || l.Usable() && l.database == r.plan.Database
	}
	copies, err := copiesBeside(r.office)
	if err != nil {
		r.o.Log.Warn("list the folder of the file", "error", err)
	}
	for _, path := range copies {
		if _, err := r.add(ctx, path, CopyBeside); err != nil {
			return err
		}
	}
	return nil
}

// sortOut leaves out the copies of other offices, and says of other sources that they are.
func (r *recovery) sortOut() {
	r.all = slices.DeleteFunc(r.all, func(l *look) bool {
		if l.Sort != CopyBeside || l.database == r.plan.Database {
			return false
		}
		if l.db != nil {
			_ = l.db.Close() // it was only read from
		}
		return true
	})
	for _, l := range r.all {
		if l.Wrong == "" && l.database != r.plan.Database {
			l.Wrong = fmt.Sprintf("%s holds another office.", name(l.Path))
		}
	}
	slices.SortStableFunc(r.all, fresher)
}

// best is the most complete source that is sound through and through; nil if none is.
func (r *recovery) best(ctx context.Context) (*look, error) {
	for i := 0; i < len(r.all); {
		l := r.all[i]
		if !l.Usable() {
			break
		}
		if err := l.check(ctx); err != nil {
			return nil, err
		}
		if l.Usable() {
			return l, nil
		}
		slices.SortStableFunc(r.all, fresher) // it moves down; the next comes here
	}
	return nil, nil //nolint:nilnil // there need not be one
}

func (r *recovery) compare(ctx context.Context, best *look) error {
	if best == nil {
		return nil
	}
	for _, l := range r.all {
		if l == best || l.Named || l.database != best.database {
			continue
		}
		adds, lacks, err := l.apart(ctx, best)
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case err == nil:
			l.Adds, l.Lacks = adds, lacks
		case l.Wrong == "":
			return err
		}
	}
	return nil
}

// advise says what is best done.
func (r *recovery) advise(ctx context.Context, best *look) error {
	r.plan.file = r.at(r.file)
	usable := r.file != nil && r.file.Usable()
	switch {
	case r.plan.away != "":
		r.plan.Advice = WaitForIt
	case r.file != nil && r.file.database != "" && r.file.database != r.plan.Database:
		r.plan.Advice, r.plan.From = MoveAway, r.at(best)
	case r.file != nil && r.file.schema > schemaVersion():
		r.plan.Advice = UpdateIt
	case usable:
		return r.adviseForSound(ctx, best)
	case best == nil:
		r.plan.Advice = LookAround
	default:
		r.plan.Advice, r.plan.From = RestoreIt, r.at(best)
	}
	return nil
}

func (r *recovery) at(l *look) int { return slices.Index(r.all, l) }

// adviseForSound looks for sources that hold what a sound file lacks. A state that somebody chose by restoring it (a newer epoch) is not
// taken back for what it left out.
func (r *recovery) adviseForSound(ctx context.Context, best *look) error {
	r.plan.Advice, r.plan.From = KeepIt, r.at(r.file)
	for _, l := range slices.Clone(r.all) { // the freshest first
		if l == r.file || !l.Usable() || l.Epoch < r.file.Epoch {
			continue
		}
		adds, lacks, err := l.apart(ctx, r.file)
		if err != nil {
			return err
		}
		if int64(len(adds)) <= r.plan.lacks {
			continue
		}
		if err := l.check(ctx); err != nil {
			return err
		}
		if !l.Usable() {
			continue
		}
		r.plan.From, r.plan.lacks, r.plan.has = r.at(l), int64(len(adds)), int64(len(lacks))
		if r.plan.Advice = BringItIn; len(lacks) == 0 {
			r.plan.Advice = RestoreIt
		}
		if l == best {
			break
		}
	}
	return nil
}

// Sentences are what has happened to the office and what is best done, as a person reads it.
func (p Plan) Sentences() []string {
	var from Source
	if p.From >= 0 {
		from = p.Sources[p.From]
	}
	what := name(p.Office)
	switch p.Advice {
	case KeepIt:
		return []string{what + " is sound, and nothing that is known here should take its place. There is nothing to be done."}
	case WaitForIt:
		return []string{p.away, "What else there is of it is listed here. Nothing should be restored as long as it is not known what the file itself holds."}
	case UpdateIt:
		return []string{newer(p.Office)}
	case MoveAway:
		return []string{
			fmt.Sprintf("Another office lies where %s was.", what),
			"Give that file another name first. Then recover again: the right one can be put back.",
		}
	case LookAround:
		return []string{
			p.wrong(),
			"No sound copy of it is known on this computer. Recover on the computers of colleagues: each that has opened the office keeps a copy. Ask also whoever looks after the folder for an earlier version of the file. Leave the file as it is until then.",
		}
	case BringItIn:
		return []string{
			fmt.Sprintf("%s was put back to an older state, and has been worked on since: it lacks %s that are in %s, and holds %s that are not.", what, changesIn(p.lacks), from.called(), changesIn(p.has)),
			"Bring the missing ones back into the file: they are merged with what was saved since, and what does not go together is left for somebody to decide. Nothing is written over.",
		}
	default:
		happened := p.wrong()
		if p.file >= 0 && p.Sources[p.file].Usable() {
			happened = fmt.Sprintf("%s is older than %s by %s. Everything in it is there too.", what, from.called(), changesIn(p.lacks))
		}
		return []string{happened, fmt.Sprintf("Restore it from %s, as it was at change %d (%s, %s). The file as it is now is kept among the backups.",
			from.called(), from.Sequence, from.Who, clockOf(from.When))}
	}
}

func (p Plan) wrong() string {
	if p.file < 0 {
		return fmt.Sprintf("There is no file %s any more. If it was moved, open it from where it is now.", name(p.Office))
	}
	wrong := p.Sources[p.file].Wrong
	for _, alone := range []string{" Leave it as it is, and open the latest backup of it instead.", " If there should be one, open the latest backup of it.", " Choose another file."} {
		wrong = strings.TrimSuffix(wrong, alone) // what to do is said after it
	}
	return wrong
}

// called is what a source is to a person.
func (s Source) called() string {
	switch s.Sort {
	case TheFile:
		return "the file itself"
	case Mirror:
		return "this computer’s copy"
	case BackupHere:
		return "the backup " + name(s.Path) + " on this computer"
	case BackupBeside:
		return "the backup " + name(s.Path)
	default:
		return "the copy " + name(s.Path)
	}
}

// Sentence says what a source is, and what it would lose.
func (s Source) Sentence() string {
	said := upperFirst(s.called())
	switch {
	case s.Wrong != "":
		return said + ": " + s.Wrong
	case s.Named:
		return fmt.Sprintf("%s, made on %s; not looked into.", said, clockOf(s.When))
	}
	said += fmt.Sprintf(" is sound. Its last change is %d (%s, %s).", s.Sequence, s.Who, clockOf(s.When))
	if n := int64(len(s.Lacks)); n > 0 {
		said += fmt.Sprintf(" It lacks %s of the freshest.", changesIn(n))
	}
	if n := int64(len(s.Adds)); n > 0 {
		said += fmt.Sprintf(" It holds %s that the freshest lacks.", changesIn(n))
	}
	return said
}

func upperFirst(s string) string {
	if s == "" {
		return s
	}
	return string(s[0]-'a'+'A') + s[1:]
}

// RecoverFrom makes the office what a source of a plan holds, as RestoreFile does.
func RecoverFrom(ctx context.Context, p Plan, from Source, user User, o Options) (Restored, error) {
	if from.Sort == TheFile {
		return Restored{}, fault(nil, "%s cannot be restored from itself. Choose another of what is there.", name(p.Office))
	}
	return RestoreFile(ctx, p.Office, from.Path, user, o)
}

// clockOf is for sentences.
func clockOf(t time.Time) string { return t.Local().Format("2 January 2006, 15:04") }

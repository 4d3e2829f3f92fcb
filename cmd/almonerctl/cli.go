package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/alecthomas/kong"

	"almoner/data"
	"almoner/data/sqlite"
)

// What the program ends with, for scripts to go by.
const (
	exitDone     = 0
	exitFailed   = 1 // the work could not be done
	exitUsage    = 2 // the command line is wrong
	exitNotFound = 3 // nothing of that name, or several
	exitUnsound  = 4 // check found something wrong with the office, or with a backup
)

const description = `Works with an Almoner office file from a terminal or a nightly job.

Ends with 0 when the work is done, 1 when it could not be done, 2 when the command line is wrong, 3 when there is nothing of that name or more than one, and 4 when check, or backups --check, finds something that is not sound.`

type cli struct {
	By string `help:"Save under this name instead of the one of your account." placeholder:"NAME"`

	New  newVerb  `cmd:"" help:"Make an office file. It never writes over a file."`
	Load loadVerb `cmd:"" help:"Load a document in the portable form into an office: all of it, or nothing."`
	Dump dumpVerb `cmd:"" help:"Write a whole office as a document in the portable form."`
	List listVerb `cmd:"" help:"List records. On a terminal in columns that fit, elsewhere one line a record with tabs between the columns and nothing cut."`
	Show showVerb `cmd:"" help:"Show one record: all it says, what it names and what names it."`
	Find findVerb `cmd:"" help:"Look for words, names and references in records of every kind."`

	History historyVerb `cmd:"" help:"Show what was changed, when and by whom: in one record, or lately in the whole office."`
	Undo    undoVerb    `cmd:"" help:"Take one change back, as a change of its own."`
	PutBack putBackVerb `cmd:"" help:"Make a record what it was at the end of a day, as a change of its own. What was deleted comes back."`

	Attention attentionVerb `cmd:"" help:"List what needs somebody on a day: requests and returns due, money to be spent, grants ending, actions overdue."`

	MergeOrganisations mergeVerb `cmd:"" help:"Make one organisation of two that are the same body, in every record that names them."`

	Attach  attachVerb  `cmd:"" help:"Take a file into the office, with the record that it belongs to."`
	Extract extractVerb `cmd:"" help:"Write a file out of the office."`

	Person personVerb `cmd:"" help:"Show everything held on a person, or take the person out of the office for good."`

	Print printVerb `cmd:"" help:"Print a paper: as PDF, as a web page, for Word, or its tables as a spreadsheet."`
	Soak  soakVerb  `cmd:"" hidden:""`

	Check checkVerb `cmd:"" help:"Look through an office file, or a backup of one, for damage and for changes made other than through the program."`

	Backup  backupVerb  `cmd:"" help:"Back up an office: beside its file, where old backups are then cleared away, or in a folder. Nothing is written over."`
	Backups backupsVerb `cmd:"" help:"List the backups of an office, beside its file and on this computer."`
	Restore restoreVerb `cmd:"" help:"Make an office what a backup of it holds. The file is kept as it was; colleagues may have it open."`
	Recover recoverVerb `cmd:"" help:"Show what there is of an office whose file is damaged, gone or older than it was, and what is best done; with --from, do it."`
	Copies  copiesVerb  `cmd:"" help:"Compare an office with the copies of it in its folder, change by change."`
}

// terminal is where a command says what it has to say.
type terminal struct {
	out, err io.Writer
	width    int              // of the lines that fit; 0 where out is not a terminal
	watched  bool             // err is a terminal, at which somebody may be waiting
	now      func() time.Time // nil is time.Now
	user     string           // set by --by
}

// say tells a person something that is not the result, which alone goes to out.
func (t terminal) say(sentence string, args ...any) {
	_, _ = fmt.Fprintf(t.err, sentence+"\n", args...) // who closed standard error does not want to know
}

// progress shows on a terminal how far a long save has come; it is nil where nobody watches.
func (t terminal) progress() func(done, total int) {
	if !t.watched {
		return nil
	}
	shown := -1
	return func(done, total int) {
		percent := done * 100 / max(total, 1)
		if percent == shown && done < total {
			return
		}
		shown = percent
		_, _ = fmt.Fprintf(t.err, "\rSaved %d of %d records", done, total)
		if done == total {
			_, _ = fmt.Fprint(t.err, "\r\x1b[K") // what is said next takes its place
		}
	}
}

// today is the day on which the command runs.
func (t terminal) today() data.Date {
	if t.now == nil {
		return data.DateOf(time.Now())
	}
	return data.DateOf(t.now())
}

// failure is an error that ends the program with a number of its own.
type failure struct {
	code int
	err  error
}

func (f *failure) Error() string { return data.Explain(f.err) }
func (f *failure) Unwrap() error { return f.err }

func sentence(words string, args ...any) error {
	return &data.Fault{Sentence: fmt.Sprintf(words, args...)}
}

func wrongUse(words string, args ...any) error {
	return &failure{exitUsage, sentence(words, args...)}
}

func notFound(words string, args ...any) error {
	return &failure{exitNotFound, sentence(words, args...)}
}

// run does what the arguments ask and returns what the program ends with.
func run(ctx context.Context, args []string, term terminal) int {
	var (
		c     cli
		ended bool // kong has shown its help, and goes on parsing
	)
	parser, err := kong.New(&c,
		kong.Name("almonerctl"), kong.Description(description),
		kong.Writers(term.out, term.err), kong.Exit(func(int) { ended = true }),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true, WrapUpperBound: 100}),
		kong.Vars{"kinds": andList(namesOfKinds()), "papers": andList(namesOfPapers()), "forms": andList(namesOfForms())},
		kong.BindTo(ctx, (*context.Context)(nil)),
	)
	if err != nil {
		term.say("almonerctl was built wrongly: %v.", err)
		return exitFailed
	}
	command, err := parser.Parse(args)
	switch {
	case ended:
		return exitDone
	case err != nil:
		term.say("%v. almonerctl --help shows how it is used.", err)
		return exitUsage
	}
	term.user = c.By
	err = command.Run(term)
	var f *failure
	switch {
	case err == nil:
		return exitDone
	case errors.As(err, &f):
		if f.err != nil {
			term.say("%s", data.Explain(f.err))
		}
		return f.code
	default:
		term.say("%s", data.Explain(err))
		return exitFailed
	}
}

// saver is who a change is entered under: the name given with --by, or that of the account.
func (t terminal) saver() sqlite.User {
	who := sqlite.CurrentUser()
	if t.user != "" {
		who.Name = t.user
	}
	return who
}

// with opens an office for some work and closes it again.
func (t terminal) with(ctx context.Context, path string, work func(*sqlite.Office) error) (err error) {
	office, err := sqlite.Open(ctx, path, t.saver())
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, office.Close()) }()
	return work(office)
}

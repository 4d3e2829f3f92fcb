package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"sync"
	"time"

	"almoner/data"
	"almoner/data/sqlite"
	"almoner/data/sqlite/filelock"
)

// soakVerb tries out the sharing of one office file by several programs that are killed, cut off and stopped. It is for the tests of
// Almoner and no part of what people use: the help does not show it.
type soakVerb struct {
	New    soakNewVerb    `cmd:"" help:"Make an office to be worked on."`
	Work   soakWorkVerb   `cmd:"" help:"Work on an office as a busy person does, until the time is up or somebody kills this program."`
	Drain  soakDrainVerb  `cmd:"" help:"Open an office and wait until all that waits on this computer is in the file."`
	Verify soakVerifyVerb `cmd:"" help:"Hold an office against what those who worked on it were told is saved."`
	Run    soakRunVerb    `cmd:"" help:"Do all that with several programs on this computer, some of which are killed."`
	Hold   soakHoldVerb   `cmd:"" help:"Hold the lock of an office until somebody kills this program."`
	Cost   soakCostVerb   `cmd:"" help:"Count what the sharing costs: requests to the server and time."`
}

// The purses are two grants between which money is moved to and fro, both in one save: whoever sees another sum has seen half a save.
const (
	purseA    data.ID = "purse-a"
	purseB    data.ID = "purse-b"
	purseSum          = 1_000_000 // pence, of both together
	soakGrant         = "soak-"   // with a number: the grants that everybody works on
)

type soakNewVerb struct {
	Office string `arg:"" help:"The office file to be made."`
	Grants int    `default:"40" help:"How many grants everybody works on."`
	Filler int    `default:"0" help:"Of how many megabytes the office is to be, about."`
}

// Run makes an office to be worked on.
func (v *soakNewVerb) Run(ctx context.Context, term terminal) error {
	details := &data.OfficeDetails{Name: "Soak", ReferenceSchemes: map[string]string{"grant": "G/{yyyy}/{seq:4}"}, FinancialYearStyle: data.YearDash}
	office, err := sqlite.Create(ctx, v.Office, details, term.saver())
	if err != nil {
		return err
	}
	recs := []data.Record{purse(purseA, purseSum/2), purse(purseB, purseSum/2)}
	for i := range v.Grants {
		recs = append(recs, &data.Grant{Stamp: data.Stamp{ID: data.ID(fmt.Sprint(soakGrant, i))}, Title: fmt.Sprintf("Grant %d", i), Services: "As made."})
	}
	if err := office.SaveAll(ctx, recs, nil); err != nil {
		return errors.Join(err, office.Close())
	}
	for i := range v.Filler {
		content := make([]byte, 1<<20)
		for j := range content {
			content[j] = byte(rand.Uint32()) //nolint:gosec // no secret
		}
		file, err := data.NewAttachment(fmt.Sprintf("filler %d.bin", i), "application/octet-stream", content)
		if err != nil {
			return err
		}
		if _, err := office.Save(ctx, file); err != nil {
			return errors.Join(err, office.Close())
		}
	}
	return office.Close()
}

func purse(id data.ID, pence int64) *data.Grant {
	return &data.Grant{Stamp: data.Stamp{ID: id}, Title: "Purse " + string(id), Awards: []data.Award{{FinancialYear: 2024, Amount: data.Money{Pence: pence}}}}
}

type soakWorkVerb struct {
	Office string        `arg:"" help:"The office file."`
	Folder string        `required:"" help:"Where this computer keeps what it has of offices."`
	Ledger string        `required:"" help:"The file to which each save is added that was said to be done."`
	For    time.Duration `default:"30s" help:"How long to work."`
	Pause  time.Duration `default:"20ms" help:"How long to rest between two saves, at most."`
	Poll   time.Duration `default:"4s" help:"How often to look for what others saved."`
	Seed   uint64        `default:"0" help:"Of the work; 0 is another each time."`
	Check  int           `default:"0" help:"Look through the whole file after each so many saves: 0 never."`
	Whole  bool          `help:"Close the office at the end, and wait for what is on its way."`
}

// Run works.
func (v *soakWorkVerb) Run(ctx context.Context, term terminal) (err error) {
	ledger, err := os.OpenFile(v.Ledger, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, ledger.Close()) }()
	office, err := sqlite.Share(ctx, v.Office, term.saver(), sqlite.Options{Folder: v.Folder, Poll: v.Poll})
	if err != nil {
		return err
	}
	seed := v.Seed
	if seed == 0 {
		seed = uint64(time.Now().UnixNano()) ^ uint64(os.Getpid()) //nolint:gosec // positive
	}
	w := &soaker{office: office, ledger: ledger, random: rand.New(rand.NewPCG(seed, seed)), name: term.saver().Name} //nolint:gosec // no secret
	term.say("STARTED %s", time.Now().UTC().Format(time.RFC3339Nano))
	stop := office.Subscribe(w.told(term))
	defer stop()
	for end := time.Now().Add(v.For); time.Now().Before(end); {
		if err := w.step(ctx); err != nil {
			return err
		}
		w.done++
		if v.Check > 0 && w.done%v.Check == 0 {
			if err := w.lookThrough(ctx, v.Office); err != nil {
				return err
			}
		}
		if err := rest(ctx, time.Duration(w.random.Int64N(int64(v.Pause)+1))); err != nil {
			return err
		}
	}
	term.say("%s: %d acknowledged, %d refused, %d torn; %+v", w.name, w.acknowledged, w.refused, w.torn.Load(), office.Standing())
	if v.Whole {
		err = office.Close()
	}
	return errors.Join(err, w.verdict())
}

// rest waits as people do between two things.
func rest(ctx context.Context, d time.Duration) error {
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-time.After(d):
		return nil
	}
}

// soaker is a busy person.
type soaker struct {
	office       *sqlite.Shared
	ledger       *os.File
	random       *rand.Rand
	name         string
	done         int
	acknowledged int
	refused      int
	torn         counter
}

type counter struct {
	mu sync.Mutex
	n  int
}

func (c *counter) add() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.n++
}

// Load is how many there were.
func (c *counter) Load() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.n
}

func (w *soaker) verdict() error {
	if n := w.torn.Load(); n > 0 {
		return sentence("%s saw half a save %d times.", w.name, n)
	}
	return nil
}

// told looks at each state that the file was in: at none of them may money be missing. Saves of purses are never put off, so that what
// is shown of them is what the file holds.
func (w *soaker) told(term terminal) func(data.News) {
	said := ""
	return func(data.News) {
		w.count()
		if why := w.office.Standing().Blocked; why != said {
			term.say("BLOCKED %s %s", time.Now().UTC().Format(time.RFC3339Nano), why)
			said = why
		}
	}
}

func (w *soaker) count() {
	var sum int64
	for _, g := range data.All[*data.Grant](w.office.Register()) { // all as they were at one moment
		if g.ID == purseA || g.ID == purseB {
			sum += g.Awards[0].Amount.Pence
		}
	}
	if sum != purseSum {
		w.torn.add()
	}
}

func (w *soaker) note(verb, operation string) error {
	if operation == "" {
		return nil
	}
	_, err := fmt.Fprintf(w.ledger, "%s %s\n", verb, operation)
	return err
}

// step does one thing that people do.
func (w *soaker) step(ctx context.Context) error {
	var err error
	switch n := w.random.IntN(100); {
	case n < 60:
		err = w.edit(ctx)
	case n < 72:
		err = w.create(ctx)
	case n < 80:
		err = w.number(ctx)
	case n < 88:
		err = w.move(ctx)
	case n < 92:
		err = w.delete(ctx)
	case n < 96:
		err = w.attach(ctx)
	default:
		err = w.settle(ctx)
	}
	if err == nil {
		return nil
	}
	var (
		fault    *data.Fault
		conflict *data.Conflict
		problems data.Problems
		inUse    *data.InUse
	)
	if errors.As(err, &fault) || errors.As(err, &conflict) || errors.As(err, &problems) || errors.As(err, &inUse) {
		w.refused++ // somebody was told that it was not done
		return nil
	}
	return err
}

func (w *soaker) save(ctx context.Context, rec data.Record) error {
	saved, err := w.office.Save(ctx, rec)
	if err != nil {
		return err
	}
	w.acknowledged++
	return w.note("saved", saved.Operation)
}

// unique is a text that nobody else writes.
func (w *soaker) unique() string { return fmt.Sprintf("%s %s", w.name, data.NewID()) }

func (w *soaker) anyGrant() (*data.Grant, bool) {
	all := data.All[*data.Grant](w.office.Register())
	if len(all) == 0 {
		return nil, false
	}
	g := all[w.random.IntN(len(all))]
	return data.Clone(g), g.ID != purseA && g.ID != purseB
}

func (w *soaker) edit(ctx context.Context) error {
	g, ok := w.anyGrant()
	if !ok {
		return nil
	}
	switch w.random.IntN(5) {
	case 0:
		g.Title = w.unique()
	case 1:
		g.Purpose = w.unique()
	case 2:
		g.Services = w.unique() + "\n\n" + strings.Repeat("More of it. ", w.random.IntN(200))
	case 3:
		g.Themes = append(g.Themes, w.unique())
		if len(g.Themes) > 6 {
			g.Themes = g.Themes[3:]
		}
	default:
		g.Outcomes = append(g.Outcomes, data.Outcome{Measure: w.unique(), Achieved: "1"})
		if len(g.Outcomes) > 6 {
			g.Outcomes = g.Outcomes[3:]
		}
	}
	return w.save(ctx, g)
}

func (w *soaker) create(ctx context.Context) error {
	if w.random.IntN(2) == 0 {
		return w.save(ctx, &data.Organisation{Stamp: data.Stamp{ID: data.NewID()}, Name: w.unique()})
	}
	g := &data.Grant{Stamp: data.Stamp{ID: data.NewID()}, Title: w.unique(), Awards: []data.Award{{FinancialYear: 2024, Amount: data.Pounds(int64(w.random.IntN(1000)))}}}
	return w.save(ctx, g)
}

func (w *soaker) number(ctx context.Context) error {
	awarded := data.NewDate(2024, time.May, 1)
	saved, err := w.office.Number(ctx, &data.Grant{Stamp: data.Stamp{ID: data.NewID()}, Title: w.unique(), AwardDate: awarded}, awarded)
	if err != nil {
		return err
	}
	w.acknowledged++
	return w.note("saved", saved.Operation)
}

// move takes money from one purse to the other, in one save.
func (w *soaker) move(ctx context.Context) error {
	a, okA := data.Get[*data.Grant](w.office.Register(), purseA)
	b, okB := data.Get[*data.Grant](w.office.Register(), purseB)
	if !okA || !okB {
		return nil
	}
	pence := w.random.Int64N(1000) + 1
	if w.random.IntN(2) == 0 {
		pence = -pence
	}
	a, b = data.Clone(a), data.Clone(b)
	if a.Awards[0].Amount.Pence < pence || b.Awards[0].Amount.Pence < -pence {
		return nil
	}
	a.Awards[0].Amount.Pence -= pence
	b.Awards[0].Amount.Pence += pence
	return w.office.SaveAll(ctx, []data.Record{a, b}, nil)
}

func (w *soaker) delete(ctx context.Context) error {
	g, ok := w.anyGrant()
	if !ok || strings.HasPrefix(string(g.ID), soakGrant) {
		return nil
	}
	return w.office.Delete(ctx, g)
}

func (w *soaker) attach(ctx context.Context) error {
	g, _ := w.anyGrant()
	content := []byte(strings.Repeat(w.unique(), 1+w.random.IntN(300)))
	file, err := data.NewAttachment("note.txt", "text/plain", content)
	if err != nil || g == nil || g.Waiting > 0 && g.Version == 0 {
		return err
	}
	file.Of = g.ID
	return w.save(ctx, file)
}

// settle chooses, for a save that the file did not take, as people do: mine, theirs, or mine where both changed the same.
func (w *soaker) settle(ctx context.Context) error {
	doubts := w.office.Doubts()
	if len(doubts) == 0 {
		return nil
	}
	d := doubts[w.random.IntN(len(doubts))]
	for _, operation := range d.Operations { // before, so that a kill in between leaves nothing that nobody knows of
		if err := w.note("settled", operation); err != nil {
			return err
		}
	}
	if d.Conflict == nil || d.Conflict.Merged == nil || w.random.IntN(2) == 0 {
		_, err := w.office.Settle(ctx, d.Serial, nil)
		return err
	}
	both, err := d.Conflict.WithMine()
	if err != nil {
		return err
	}
	saved, err := w.office.Settle(ctx, d.Serial, both)
	if err != nil {
		return err
	}
	w.acknowledged++
	return w.note("saved", saved.Operation)
}

// lookThrough checks the whole file while others work: between two saves it has to be sound at every moment.
func (w *soaker) lookThrough(ctx context.Context, path string) error {
	report, err := sqlite.Check(ctx, path)
	if err != nil {
		w.refused++ // the lock could not be had, or the network is cut
		return nil  //nolint:nilerr // it says nothing of the file
	}
	if !report.Sound() {
		return sentence("The file is not sound: %s", strings.Join(report.Sentences(), " "))
	}
	return nil
}

type soakDrainVerb struct {
	Office string        `arg:"" help:"The office file."`
	Folder string        `required:"" help:"Where this computer keeps what it has of offices."`
	For    time.Duration `default:"60s" help:"How long to wait at most."`
}

// Run waits until all is in the file, and holds the mirror against it.
func (v *soakDrainVerb) Run(ctx context.Context, term terminal) (err error) {
	office, err := sqlite.Share(ctx, v.Office, term.saver(), sqlite.Options{Folder: v.Folder, Poll: 500 * time.Millisecond})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, office.Close()) }()
	for end := time.Now().Add(v.For); ; {
		now := office.Standing()
		if now.Saving+now.Waiting == 0 && now.Offline == "" {
			break
		}
		if time.Now().After(end) {
			return sentence("%d saves still wait after %s: %+v", now.Saving+now.Waiting, v.For, now)
		}
		if err := rest(ctx, 50*time.Millisecond); err != nil {
			return err
		}
	}
	report, err := office.Audit(ctx)
	if err != nil {
		return err
	}
	if !report.Sound() {
		return sentence("The mirror is not what it should be: %s", strings.Join(report.Sentences(), " "))
	}
	term.say("drained; %d in doubt; mirror sound at change %d", office.Standing().Doubted, report.Changes)
	return nil
}

type soakHoldVerb struct {
	Office string `arg:"" help:"The office file."`
}

// Run holds the lock.
func (v *soakHoldVerb) Run(ctx context.Context, term terminal) error {
	for {
		lock, err := filelock.Try(v.Office + ".lock")
		if err == nil {
			term.say("FROZEN soon: the lock is held")
			<-ctx.Done()
			return lock.Release()
		}
		if !errors.Is(err, filelock.ErrHeld) {
			return err
		}
		if err := rest(ctx, 5*time.Millisecond); err != nil {
			return err
		}
	}
}

type soakVerifyVerb struct {
	Office       string   `arg:"" help:"The office file."`
	Ledger       []string `required:"" sep:"none" help:"A ledger; may be given several times."`
	NothingAfter string   `help:"Nobody may have saved anything after that moment."`
	Waiting      bool     `help:"Saves may still wait on computers."`

	Folder []string `sep:"none" help:"A folder in which a computer keeps what it has of offices; may be given several times."`
}

// Run holds an office against ledgers.
func (v *soakVerifyVerb) Run(ctx context.Context, term terminal) error {
	report, err := sqlite.Check(ctx, v.Office)
	if err != nil {
		return err
	}
	if !report.Sound() {
		return &failure{exitUnsound, sentence("The file is not sound: %s", strings.Join(report.Sentences(), " "))}
	}
	office, err := sqlite.Open(ctx, v.Office, term.saver())
	if err != nil {
		return err
	}
	changes, err := office.Changes(ctx, report.Changes)
	if err != nil {
		return err
	}
	count, err := v.count(term, changes)
	if err != nil {
		return err
	}
	if v.NothingAfter != "" {
		limit, err := time.Parse(time.RFC3339Nano, v.NothingAfter)
		if err != nil {
			return err
		}
		for _, c := range changes {
			if c.When.After(limit) {
				return &failure{exitUnsound, sentence("Change %d was made at %s, after %s.", c.Sequence, c.When, limit)}
			}
		}
	}
	a, _ := data.Get[*data.Grant](office.Register(), purseA)
	b, _ := data.Get[*data.Grant](office.Register(), purseB)
	sum := a.Awards[0].Amount.Pence + b.Awards[0].Amount.Pence
	term.say("%d changes, chain whole, file sound; %d saves acknowledged, %d of them in doubt or settled otherwise, %d lost, %d doubled; purses hold %d of %d pence",
		report.Changes, count.acknowledged, count.inDoubt, count.lost, count.doubled, sum, purseSum)
	if count.lost+count.doubled > 0 || sum != purseSum {
		return &failure{exitUnsound, sentence("The office does not hold what people were told it does.")}
	}
	return nil
}

// soakCount is what became of the saves that were acknowledged.
type soakCount struct{ acknowledged, inDoubt, lost, doubled int }

// count looks each acknowledged save up.
func (v *soakVerifyVerb) count(term terminal, changes []data.Change) (soakCount, error) {
	times := map[string]int{}
	for _, c := range changes {
		if operation, part, several := strings.Cut(c.Operation, "/"); !several || part == "0" {
			times[operation]++
		}
	}
	kept := map[string]bool{}
	for _, folder := range v.Folder {
		operations, err := sqlite.Undelivered(folder)
		if err != nil {
			return soakCount{}, err
		}
		for _, o := range operations {
			kept[o] = true
		}
	}
	acknowledged, settled, err := readLedgers(v.Ledger)
	if err != nil {
		return soakCount{}, err
	}
	count := soakCount{acknowledged: len(acknowledged)}
	for operation := range acknowledged {
		switch {
		case times[operation] > 1:
			count.doubled++
		case times[operation] == 1:
		case kept[operation] || settled[operation]:
			count.inDoubt++
		default:
			count.lost++
			term.say("lost: %s", operation)
		}
	}
	return count, nil
}

// readLedgers is the operations that were acknowledged, and those that somebody has settled otherwise.
func readLedgers(paths []string) (acknowledged, settled map[string]bool, err error) {
	acknowledged, settled = map[string]bool{}, map[string]bool{}
	for _, path := range paths {
		f, err := os.Open(path)
		if err != nil {
			return nil, nil, err
		}
		lines := bufio.NewScanner(f)
		for lines.Scan() {
			switch verb, operation, _ := strings.Cut(lines.Text(), " "); {
			case len(operation) != len("01a0dcbf-0000-7000-8000-000000000000"): // cut off by a kill
			case verb == "saved":
				acknowledged[operation] = true
			case verb == "settled":
				settled[operation] = true
			}
		}
		if err := errors.Join(lines.Err(), f.Close()); err != nil {
			return nil, nil, err
		}
	}
	return acknowledged, settled, nil
}

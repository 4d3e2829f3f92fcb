package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"almoner/data"
	"almoner/data/sqlite"
)

type soakCostVerb struct {
	Office    string        `arg:"" help:"The office file, on a share that this computer has mounted."`
	Folder    string        `required:"" help:"Where this computer keeps what it has of offices."`
	Colleague bool          `help:"Do not measure, but save something now and then, for another who measures."`
	For       time.Duration `default:"60s" help:"How long a colleague works."`
	Verbose   bool          `help:"Say which requests they are."`
	Ready     string        `help:"A file to make when a colleague may begin to save; without it none is waited for."`
	Times     int           `default:"5" help:"How often each thing is measured; what is printed is the median."`
}

// Run measures.
func (v *soakCostVerb) Run(ctx context.Context, term terminal) error {
	if v.Colleague {
		return v.colleague(ctx, term)
	}
	m := costs{v: v, term: term}
	return m.all(ctx)
}

// colleague saves once in six seconds.
func (v *soakCostVerb) colleague(ctx context.Context, term terminal) error {
	office, err := sqlite.Share(ctx, v.Office, term.saver(), sqlite.Options{Folder: v.Folder})
	if err != nil {
		return err
	}
	for end := time.Now().Add(v.For); time.Now().Before(end); {
		if err := rest(ctx, 6*time.Second); err != nil {
			return err
		}
		g, _ := data.Get[*data.Grant](office.Register(), soakGrant+"1")
		g = data.Clone(g)
		g.Services = string(data.NewID())
		if _, err := office.Save(ctx, g); err != nil {
			return err
		}
	}
	return office.Close()
}

// costs is a measurement.
type costs struct {
	v    *soakCostVerb
	term terminal
}

func (m *costs) share(ctx context.Context) (*sqlite.Shared, error) {
	return sqlite.Share(ctx, m.v.Office, m.term.saver(), sqlite.Options{Folder: m.v.Folder})
}

// of prints the median of what something costs.
func (m *costs) of(what, budget string, requests []int, took []time.Duration) {
	slices.Sort(requests)
	slices.Sort(took)
	m.term.say("COST %-28s %4d requests %8s   (allowed: %s)", what, requests[len(requests)/2], took[len(took)/2].Round(100*time.Microsecond), budget)
}

// all measures opening, saving, taking in a colleague's save, and doing nothing.
func (m *costs) all(ctx context.Context) error {
	if err := m.copying(); err != nil {
		return err
	}
	began, before := time.Now(), requests()
	office, err := m.share(ctx)
	if err != nil {
		return err
	}
	info, err := os.Stat(m.v.Office)
	if err != nil {
		return err
	}
	m.of(fmt.Sprintf("first opening, %.1f MB", float64(info.Size())/(1<<20)), "2 x copy", []int{requests() - before}, []time.Duration{time.Since(began)})
	if err := office.Close(); err != nil {
		return err
	}
	if office, err = m.opening(ctx); err != nil {
		return err
	}
	if err := rest(ctx, 12*time.Second); err != nil { // until everybody knows that it is here
		return err
	}
	if err := m.saving(ctx, office); err != nil {
		return err
	}
	if err := m.idling(ctx); err != nil {
		return err
	}
	if m.v.Ready != "" {
		if err := os.WriteFile(m.v.Ready, nil, 0o600); err != nil {
			return err
		}
		if err := m.refreshing(ctx, office); err != nil {
			return err
		}
	}
	return office.Close()
}

// copying copies the file to this computer, as anybody would. It comes first, so that the client of the server has nothing of it yet.
func (m *costs) copying() (err error) {
	began, before := time.Now(), requests()
	from, err := os.Open(m.v.Office)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, from.Close()) }()
	to, err := os.CreateTemp(filepath.Dir(m.v.Folder), "copy-*")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, to.Close(), os.Remove(to.Name())) }()
	if _, err := io.CopyBuffer(to, struct{ io.Reader }{from}, make([]byte, 1<<20)); err != nil {
		return err
	}
	if err := to.Sync(); err != nil {
		return err
	}
	m.of("copying the file", "", []int{requests() - before}, []time.Duration{time.Since(began)})
	return nil
}

func (m *costs) opening(ctx context.Context) (*sqlite.Shared, error) {
	var counted []int
	var took []time.Duration
	for i := 0; ; i++ {
		if err := rest(ctx, 2*time.Second); err != nil { // until what was closed is closed on the server too
			return nil, err
		}
		began, before := time.Now(), requests()
		sorts := sent()
		office, err := m.share(ctx)
		if err != nil {
			return nil, err
		}
		if m.v.Verbose {
			m.term.say("  opening: %s", breakdown(sorts))
		}
		counted, took = append(counted, requests()-before), append(took, time.Since(began))
		if i == m.v.Times {
			m.of("opening with a warm mirror", "8", counted, took)
			return office, nil
		}
		if err := office.Close(); err != nil {
			return nil, err
		}
	}
}

func (m *costs) saving(ctx context.Context, office *sqlite.Shared) error {
	var counted []int
	var returned, delivered []time.Duration
	for range m.v.Times {
		g, _ := data.Get[*data.Grant](office.Register(), soakGrant+"0")
		g = data.Clone(g)
		g.Services = string(data.NewID())
		sorts := sent()
		began, before := time.Now(), requests()
		if _, err := office.Save(ctx, g); err != nil {
			return err
		}
		returned = append(returned, time.Since(began))
		for office.Standing().Saving > 0 {
			if err := rest(ctx, time.Millisecond); err != nil {
				return err
			}
		}
		delivered, counted = append(delivered, time.Since(began)), append(counted, requests()-before)
		if m.v.Verbose {
			m.term.say("  a save: %s", breakdown(sorts))
		}
		if now := office.Standing(); now.Offline != "" || now.Blocked != "" {
			return errors.New(now.Offline + now.Blocked)
		}
		if err := rest(ctx, time.Second); err != nil {
			return err
		}
	}
	m.of("Save returns", "20 ms", []int{0}, returned)
	m.of("a save delivered", "32, 1.3 s at 30 ms", counted, delivered)
	return nil
}

func (m *costs) refreshing(ctx context.Context, office *sqlite.Shared) error {
	var counted []int
	var took []time.Duration
	seen := make(chan time.Time, 100)
	stop := office.Subscribe(func(n data.News) {
		if len(n.Changes) > 0 {
			seen <- n.Changes[len(n.Changes)-1].When
		}
	})
	defer stop()
	<-seen
	for range m.v.Times {
		before, sorts := requests(), sent()
		select {
		case when := <-seen:
			took, counted = append(took, time.Since(when)), append(counted, requests()-before)
			if m.v.Verbose {
				m.term.say("  a refresh, with the looks before it: %s", breakdown(sorts))
			}
		case <-time.After(30 * time.Second):
			return errors.New("no colleague saves anything")
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	m.of("a colleague's save is seen", "16 requests, 6 s", counted, took)
	return nil
}

// idling counts what looking for saves costs while there are none.
func (m *costs) idling(ctx context.Context) error {
	if err := rest(ctx, 75*time.Second); err != nil { // until the backup that follows the first opening is made
		return err
	}
	sorts, before := sent(), requests()
	const long = time.Minute
	if err := rest(ctx, long); err != nil {
		return err
	}
	m.of("a minute of doing nothing", "15", []int{requests() - before}, []time.Duration{long})
	if m.v.Verbose {
		m.term.say("  of that: %s", breakdown(sorts))
	}
	return nil
}

// requests is how many requests this computer has sent to file servers, as Linux counts them.
func requests() int { return sent()["SMBs"] }

// sent is how many requests this computer has sent, of each sort.
func sent() map[string]int {
	counts := map[string]int{}
	f, err := os.Open("/proc/fs/cifs/Stats")
	if err != nil {
		return counts
	}
	defer f.Close() //nolint:errcheck // only read from
	for lines := bufio.NewScanner(f); lines.Scan(); {
		var n int
		name, rest, ok := strings.Cut(strings.TrimSpace(lines.Text()), ":")
		if _, err := fmt.Sscan(strings.TrimSpace(rest), &n); ok && err == nil {
			counts[name] += n
		}
	}
	return counts
}

// breakdown is what was sent since, by sorts.
func breakdown(before map[string]int) string {
	now := sent()
	var parts []string
	for _, name := range slices.Sorted(maps.Keys(now)) {
		if n := now[name] - before[name]; n > 0 && name != "SMBs" && !strings.HasPrefix(name, "Bytes") {
			parts = append(parts, fmt.Sprintf("%s %d", name, n))
		}
	}
	return strings.Join(parts, ", ")
}

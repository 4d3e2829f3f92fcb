package main

import (
	"bytes"
	"context"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strconv"
	"strings"
	"text/tabwriter"
	"time"

	"almoner/data/sqlite/filelock"
)

// rigVerb tries the sharing of an office on a real SMB share: a Samba server and several computers, each a Linux kernel of its own, on this
// one machine. The programs on them are killed, stopped and cut off, and in the end everything that anybody was told is saved has to be in
// the file, once.
type rigVerb struct {
	Trial []string `arg:"" optional:"" help:"Which; all if none is named. A wrong name lists them."`
	Quick bool     `help:"Two computers for 30 seconds, and no other trial: what every test run does."`
}

//go:embed rig/*.sh
var rigScripts embed.FS

// rigScript is the share, which lies outside the repository, with the papers that it is tested on.
const rigScript = "../shared/rigs/share/rig.sh"

// trial is one way to treat several computers that share an office.
type trial struct {
	name    string
	clients int
	script  string        // in rig/, run on each computer
	seconds int           // that the script works
	mount   string        // options of the mount
	delay   time.Duration // added to each round trip
	filler  int           // megabytes in the office
	times   int           // how often it is made, each time with a new office; 0 is once
	// meanwhile does something to the computers from outside while they work; it may be nil.
	meanwhile func(context.Context, *rig) error
	// judge looks at what they printed and what is in the file. Nil is that everything has to be there.
	judge func(context.Context, *rig, string) error
}

var trials = []trial{
	{name: "starts", clients: 3, script: "start.sh", seconds: 4, times: 15},
	{name: "kills2", clients: 2, script: "kill.sh", seconds: 120},
	{name: "kills3", clients: 3, script: "kill.sh", seconds: 120},
	{name: "kills5", clients: 5, script: "kill.sh", seconds: 150},
	{name: "cut", clients: 3, script: "steady.sh", seconds: 190, meanwhile: cutTwice},
	{name: "frozen", clients: 3, script: "frozen.sh", seconds: 75},
	{name: "nobrl", clients: 2, script: "nobrl.sh", seconds: 45, mount: "cache=strict,nobrl", judge: caught},
	{name: "cost", clients: 2, script: "cost.sh", seconds: 240, judge: printCosts},
	{name: "cost30ms", clients: 2, script: "cost.sh", seconds: 300, delay: 30 * time.Millisecond, filler: 20, judge: printCosts},
}

var quickTrial = trial{name: "quick", clients: 2, script: "kill.sh", seconds: 30}

func trialNames() string {
	var names []string
	for _, t := range trials {
		names = append(names, t.name)
	}
	return strings.Join(names, ", ")
}

// Run tries.
func (v *rigVerb) Run(ctx context.Context, s *shop) error {
	if why := s.noRig(); why != "" {
		return &missingError{"The trials on a real share cannot be made here: " + why + "."}
	}
	var chosen []trial
	for _, t := range trials {
		for _, name := range v.Trial {
			if t.name == name {
				chosen = append(chosen, t)
			}
		}
	}
	switch {
	case v.Quick:
		chosen = []trial{quickTrial}
	case len(v.Trial) == 0:
		chosen = trials
	case len(chosen) < len(v.Trial):
		return fmt.Errorf("there are these trials: %s", trialNames())
	}
	return s.tryOnShare(ctx, chosen)
}

// noRig is why there can be no trials here; empty if there can.
func (s *shop) noRig() string {
	switch {
	case runtime.GOOS != "linux":
		return "they need Linux"
	case os.Geteuid() != 0:
		return "they need root, for networks and a file server of their own"
	}
	if _, err := os.Stat("/etc/debian_version"); err != nil {
		return "they need Debian's packages"
	}
	if _, err := os.Stat(filepath.Join(s.root, rigScript)); err != nil {
		return rigScript + " is not there"
	}
	return ""
}

// rig is the share and the computers during a trial.
type rig struct {
	shop   *shop
	script string
	home   string
	app    string
	trial  trial
}

func (r *rig) office() string       { return filepath.Join(r.home, "srv", "share", "Office.almoner") }
func (r *rig) control(i int) string { return filepath.Join(r.home, "ctl"+strconv.Itoa(i)) }
func (r *rig) ledger(i int) string  { return filepath.Join(r.control(i), "ledger") }
func (r *rig) command(args ...string) command {
	return command{name: "bash", args: append([]string{r.script}, args...)}
}

// up starts the share in a session of its own: the file server, when it is stopped, ends whoever is in its process group.
func (r *rig) up() command {
	return command{name: "setsid", args: []string{"--wait", "bash", r.script, "up"}}
}

// tryOnShare sets the share up and makes trials, one after the other.
func (s *shop) tryOnShare(ctx context.Context, chosen []trial) error {
	cache, err := os.UserCacheDir()
	if err != nil {
		return fmt.Errorf("find a place for the share: %w", err)
	}
	r := &rig{shop: s, script: filepath.Join(s.root, rigScript), home: filepath.Join(cache, "share-rig"), app: filepath.Join(s.cache, "rig-almonerctl")}
	if err := os.MkdirAll(r.home, 0o755); err != nil {
		return err
	}
	lock, err := filelock.Try(filepath.Join(r.home, "busy"))
	if err != nil {
		return fmt.Errorf("the share is in use by another trial: %w", err)
	}
	defer lock.Release() //nolint:errcheck // ends with the program
	steps := []step{
		{"Setting up the share", s.doing(r.command("setup"))},
		{"Building almonerctl for its computers", s.doing(command{name: "go", args: []string{"build", "-o", r.app, "./cmd/almonerctl"}, env: []string{"CGO_ENABLED=0"}})},
		{"Starting the share", s.doing(r.up())},
	}
	for _, t := range chosen {
		for i := range max(t.times, 1) {
			steps = append(steps, step{title(t, i), func(ctx context.Context) error { return r.try(ctx, t) }})
		}
	}
	err = s.follow(ctx, steps)
	return errors.Join(err, s.run(context.WithoutCancel(ctx), r.command("down")))
}

func title(t trial, i int) string {
	if t.times > 1 {
		return fmt.Sprintf("Trial %s (%d): %d computers", t.name, i+1, t.clients)
	}
	return fmt.Sprintf("Trial %s: %d computers", t.name, t.clients)
}

// try makes one trial.
func (r *rig) try(ctx context.Context, t trial) error {
	r.trial = t
	if err := r.clear(); err != nil {
		return err
	}
	if err := r.soak(ctx, "new", r.office(), "--filler", strconv.Itoa(t.filler)); err != nil {
		return err
	}
	if err := r.open(); err != nil {
		return err
	}
	script := filepath.Join(r.shop.cache, "rig-"+t.script)
	text, err := rigScripts.ReadFile("rig/" + t.script)
	if err != nil {
		return err
	}
	text = append([]byte(fmt.Sprintf("SECONDS_TO_WORK=%d\n", t.seconds)), text...)
	if err := os.WriteFile(script, text, 0o600); err != nil {
		return err
	}
	if t.mount == "" {
		t.mount = "cache=strict"
	}
	run := r.command("run", strconv.Itoa(t.clients), r.app, script, t.mount, strconv.Itoa(t.seconds+240))
	run.env = []string{"DELAY=" + strconv.FormatInt(t.delay.Milliseconds(), 10)}
	var printed bytes.Buffer
	meddling := make(chan error, 1)
	go func() {
		if t.meanwhile == nil {
			meddling <- nil
			return
		}
		meddling <- t.meanwhile(ctx, r)
	}()
	if err := r.shop.runTo(ctx, run, &printed); err != nil {
		return err
	}
	if err := <-meddling; err != nil {
		return err
	}
	if t.judge != nil {
		return t.judge(ctx, r, printed.String())
	}
	r.shop.say("%s", told(printed.String()))
	if err := r.verify(ctx); err != nil {
		r.shop.say("%s", printed.String())
		return err
	}
	return nil
}

// clear takes away what an earlier trial left.
func (r *rig) clear() error {
	var old []string
	for _, pattern := range []string{"srv/share/*", "ctl*/ledger", "ctl*/desk", "ctl*/ready", "ctl*/said*"} {
		found, err := filepath.Glob(filepath.Join(r.home, pattern))
		if err != nil {
			return err
		}
		old = append(old, found...)
	}
	for _, path := range old {
		if err := os.RemoveAll(path); err != nil {
			return err
		}
	}
	return nil
}

// open lets everybody on the share write to the office.
func (r *rig) open() error {
	return filepath.WalkDir(filepath.Dir(r.office()), func(path string, _ fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		return os.Chmod(path, 0o777) //nolint:gosec // a share of a test
	})
}

func (r *rig) soak(ctx context.Context, args ...string) error {
	return r.shop.run(ctx, command{name: r.app, args: append([]string{"soak"}, args...)})
}

// verify holds the file against what was said on all computers to be saved.
func (r *rig) verify(ctx context.Context) error {
	args := []string{"verify", r.office()}
	for i := 1; i <= r.trial.clients; i++ {
		args = append(args, "--ledger", r.ledger(i), "--folder", filepath.Join(r.control(i), "desk"))
	}
	return r.soak(ctx, args...)
}

var worthTelling = regexp.MustCompile(`(?m)^\[\d+\] (c\d+ |drained|.*acknowledged|.*torn|.*not sound|.*panic|FROZEN|BLOCKED|.*wait after).*$`)

// told is what of the computers' words people want to read.
func told(printed string) string {
	lines := worthTelling.FindAllString(printed, -1)
	if len(lines) == 0 {
		return printed
	}
	return strings.Join(lines, "\n")
}

// ready waits until all computers have the share.
func (r *rig) ready(ctx context.Context) error {
	for i := 1; i <= r.trial.clients; {
		if _, err := os.Stat(filepath.Join(r.control(i), "ready")); err == nil {
			i++
			continue
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(200 * time.Millisecond):
		}
	}
	return nil
}

// cutTwice takes the first computer off the network for 25 seconds, and later for 90.
func cutTwice(ctx context.Context, r *rig) error {
	if err := r.ready(ctx); err != nil {
		return err
	}
	for _, c := range []struct{ after, cut time.Duration }{{15 * time.Second, 25 * time.Second}, {20 * time.Second, 90 * time.Second}} {
		for _, s := range []struct {
			wait time.Duration
			to   string
		}{{c.after, "down"}, {c.cut, "up"}} {
			select {
			case <-ctx.Done():
				return ctx.Err()
			case <-time.After(s.wait):
			}
			r.shop.say("  the network of computer 1 goes %s", s.to)
			if err := r.shop.run(ctx, command{name: "ip", args: []string{"-n", "sharerig", "link", "set", "tap1", s.to}}); err != nil {
				return err
			}
		}
	}
	return nil
}

var (
	startedAt = regexp.MustCompile(`(?m)^\[(\d+)\] STARTED (\S+)`)
	blockedAt = regexp.MustCompile(`(?m)^\[(\d+)\] BLOCKED (\S+) `)
)

// caught checks that computers whose locks are not honoured noticed it within ten seconds of the second one coming, and that neither wrote
// anything after that.
func caught(ctx context.Context, r *rig, printed string) error {
	moments := func(pattern *regexp.Regexp) (map[string]time.Time, error) {
		found := map[string]time.Time{}
		for _, m := range pattern.FindAllStringSubmatch(printed, -1) {
			at, err := time.Parse(time.RFC3339Nano, m[2])
			if err != nil {
				return nil, err
			}
			found[m[1]] = at
		}
		return found, nil
	}
	started, err := moments(startedAt)
	if err != nil {
		return err
	}
	blocked, err := moments(blockedAt)
	if err != nil {
		return err
	}
	if len(started) != 2 || len(blocked) != 2 {
		return fmt.Errorf("not both computers noticed that locks are not honoured:\n%s", printed)
	}
	last := started["2"]
	for computer, at := range blocked {
		took := at.Sub(started["2"])
		r.shop.say("  computer %s noticed it %s after the second had come", computer, took.Round(100*time.Millisecond))
		if took > 10*time.Second {
			return errors.New("that is too late")
		}
		if at.After(last) {
			last = at
		}
	}
	return r.soak(ctx, "verify", r.office(), "--ledger", r.ledger(1), "--folder", filepath.Join(r.control(1), "desk"),
		"--ledger", r.ledger(2), "--folder", filepath.Join(r.control(2), "desk"), "--nothing-after", last.Format(time.RFC3339Nano), "--waiting")
}

var costLine = regexp.MustCompile(`(?m)^\[1\] COST (.*)$`)

// printCosts prints what the first computer measured.
func printCosts(_ context.Context, r *rig, printed string) error {
	lines := costLine.FindAllStringSubmatch(printed, -1)
	if len(lines) < 6 {
		return fmt.Errorf("not everything was measured:\n%s", printed)
	}
	w := tabwriter.NewWriter(r.shop.out, 0, 0, 2, ' ', 0)
	for _, l := range lines {
		if _, err := fmt.Fprintln(w, "  "+l[1]); err != nil {
			return err
		}
	}
	return w.Flush()
}

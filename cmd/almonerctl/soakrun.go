package main

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"time"
)

type soakRunVerb struct {
	Folder    string        `arg:"" help:"An empty folder to work in: the office, and what each program keeps of it."`
	Processes int           `default:"3" help:"How many programs work at once."`
	Kills     int           `default:"10" help:"How often one of them is killed."`
	For       time.Duration `default:"20s" help:"How long to work; it goes on until all kills are made."`
	Pause     time.Duration `default:"20ms" help:"How long each rests between two saves, at most."`
}

// Run lets several programs work on one office, kills some of them again and again, and verifies that nothing was lost.
func (v *soakRunVerb) Run(ctx context.Context, term terminal) error {
	office := filepath.Join(v.Folder, "share", "Office.almoner")
	if err := os.MkdirAll(filepath.Dir(office), 0o755); err != nil {
		return err
	}
	if err := (&soakNewVerb{Office: office, Grants: 30}).Run(ctx, term); err != nil {
		return err
	}
	var (
		all      sync.WaitGroup
		mu       sync.Mutex
		failures []error
		kills    int
	)
	end := time.Now().Add(v.For)
	more := func() bool {
		mu.Lock()
		defer mu.Unlock()
		return ctx.Err() == nil && len(failures) == 0 && (time.Now().Before(end) || kills < v.Kills)
	}
	for i := range v.Processes {
		all.Go(func() {
			for more() {
				killed, err := v.work(ctx, office, i, term)
				mu.Lock()
				if killed {
					kills++
				}
				if err != nil {
					failures = append(failures, fmt.Errorf("program %d: %w", i, err))
				}
				mu.Unlock()
			}
		})
	}
	all.Wait()
	if len(failures) > 0 {
		return errors.Join(failures...)
	}
	term.say("%d kills", kills)
	verify := &soakVerifyVerb{Office: office}
	for i := range v.Processes {
		if err := (&soakDrainVerb{Office: office, Folder: v.desk(i), For: time.Minute}).Run(ctx, term); err != nil {
			return err
		}
		verify.Ledger = append(verify.Ledger, v.ledger(i))
		verify.Folder = append(verify.Folder, v.desk(i))
	}
	return verify.Run(ctx, term)
}

func (v *soakRunVerb) desk(i int) string {
	return filepath.Join(v.Folder, fmt.Sprintf("computer %d", i))
}

func (v *soakRunVerb) ledger(i int) string {
	return filepath.Join(v.Folder, fmt.Sprintf("ledger %d", i))
}

// work is one life of one program, which ends by a kill in the middle of whatever it does.
func (v *soakRunVerb) work(ctx context.Context, office string, i int, term terminal) (killed bool, err error) {
	life := time.Duration(300+rand.IntN(2200)) * time.Millisecond                                                                //nolint:gosec // no secret
	cmd := exec.CommandContext(ctx, os.Args[0], "--by", fmt.Sprint("Person ", i), "soak", "work", office, "--folder", v.desk(i), //nolint:gosec // itself
		"--ledger", v.ledger(i), "--for", "10m", "--pause", v.Pause.String(), "--poll", "200ms", "--check", "60")
	cmd.Stdout, cmd.Stderr = term.err, term.err
	if err := cmd.Start(); err != nil {
		return false, err
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	select {
	case err := <-ended:
		if err == nil {
			err = errors.New("it ended by itself")
		}
		return false, err
	case <-time.After(life):
	}
	if err := cmd.Process.Kill(); err != nil {
		return false, err
	}
	if err := <-ended; err == nil { // it was killed, which is an error
		return false, errors.New("it ended by itself")
	}
	return true, nil
}

package screen

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"sync"
	"syscall"
	"time"
)

// Process is a program that was started here and is ended here: at the latest
// when the process that started it dies, however it dies (on Linux).
type Process struct {
	cmd  *exec.Cmd
	said output
	done chan struct{}
	err  error // set before done is closed
}

// Start runs cmd. What the program says is kept unless cmd sends it elsewhere.
func Start(cmd *exec.Cmd) (*Process, error) {
	p := &Process{cmd: cmd, done: make(chan struct{})}
	if cmd.Stdout == nil {
		cmd.Stdout = &p.said
	}
	if cmd.Stderr == nil {
		cmd.Stderr = &p.said
	}
	dieWithParent(cmd)
	cmd.WaitDelay = 5 * time.Second // a grandchild may hold the pipe open
	if err := cmd.Start(); err != nil {
		return nil, fmt.Errorf("start %s: %w", cmd.Path, err)
	}
	go func() {
		p.err = cmd.Wait()
		close(p.done)
	}()
	return p, nil
}

// Last is the end of what the program has said, at most n bytes of it.
func (p *Process) Last(n int) string {
	b := p.said.bytes()
	return string(bytes.TrimSpace(b[max(0, len(b)-n):]))
}

// Running tells whether the program has not ended yet.
func (p *Process) Running() bool {
	select {
	case <-p.done:
		return false
	default:
		return true
	}
}

// Wait waits for the program to end by itself and returns its exit code.
func (p *Process) Wait(ctx context.Context) (int, error) {
	select {
	case <-p.done:
		return p.cmd.ProcessState.ExitCode(), nil
	case <-ctx.Done():
		return 0, fmt.Errorf("wait for %s to end: %w", p.cmd.Path, ctx.Err())
	}
}

// Stop asks the program to end, and ends it when it does not within five seconds.
func (p *Process) Stop() {
	_ = p.cmd.Process.Signal(syscall.SIGTERM) // fails only when it has ended already, or on Windows
	select {
	case <-p.done:
	case <-time.After(5 * time.Second):
		p.Kill()
	}
}

// Kill ends the program at once, as a power cut would.
func (p *Process) Kill() {
	_ = p.cmd.Process.Signal(os.Kill)
	<-p.done
}

// output keeps what a program says; it is read while the program still writes.
type output struct {
	mu  sync.Mutex
	buf bytes.Buffer
}

func (o *output) Write(b []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.buf.Write(b)
}

func (o *output) bytes() []byte {
	o.mu.Lock()
	defer o.mu.Unlock()
	return bytes.Clone(o.buf.Bytes())
}

// errEnded is what a wait comes to when the program it waits for is gone.
var errEnded = errors.New("the program has ended")

// until asks again and again, as long as p runs and ctx lasts, until the answer is yes.
func until(ctx context.Context, p *Process, yes func() (bool, error)) error {
	tick := time.NewTicker(look)
	defer tick.Stop()
	for {
		ok, err := yes()
		if ok {
			return nil
		}
		if !p.Running() {
			return fmt.Errorf("%w (%s): %s", errEnded, p.cmd.ProcessState, p.Last(2000))
		}
		if err != nil {
			return err
		}
		select {
		case <-tick.C:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

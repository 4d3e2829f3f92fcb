package screen

import (
	"bytes"
	"fmt"
	"os"
	"strconv"
	"time"

	"almoner/ui/inspect/tree"
)

// often is the time between two looks while something is timed. A look costs the program less than a millisecond.
const often = 5 * time.Millisecond

// Time is how long a program takes from its start until what is visible is as it should be. The program runs on, for as long as the test or
// benchmark does or until Quit.
func Time(t TB, binary string, o Options, ready func(tree.Window) bool) (*Program, time.Duration) {
	t.Helper()
	if o.Size == "" {
		o.Size = Size
	}
	p := newProgram(t)
	var err error
	if p.display, err = Open(t.Context(), o.Size); err != nil {
		t.Fatalf("%v", err)
	}
	t.Cleanup(p.end)
	began := time.Now()
	file, err := p.launch(binary, o)
	if err != nil {
		t.Fatalf("start %s: %v", binary, err)
	}
	for time.Since(began) < patience {
		if known, err := p.readAddress(file); known && err == nil {
			if w, err := p.tree(t.Context()); err == nil && ready(w) {
				return p, time.Since(began)
			}
		}
		if !p.Running() {
			break
		}
		time.Sleep(often) //nolint:forbidigo // it is the time that is measured
	}
	t.Fatalf("%s was not ready: %s", binary, p.Said(2000))
	return nil, 0
}

// Quit ends the program and its screen, before the test ends.
func (p *Program) Quit() {
	p.t.Helper()
	p.process.Stop()
	p.close()
}

// Busy is what part of one processor the program uses over a time, from 0 to 1 or, with several threads, more. It is known on Linux only.
func (p *Program) Busy(over time.Duration) float64 {
	p.t.Helper()
	before := p.ticks()
	time.Sleep(over) //nolint:forbidigo // what is used in that time is measured
	return float64(p.ticks()-before) / ticksPerSecond / over.Seconds()
}

// A program is quiet when it has used less than this part of a processor for this long, which is longer than any pause that it makes itself
// after its start.
const (
	quiet    = 0.1
	quietFor = 3 * time.Second
)

// WaitQuiet waits until the program is done with what it has begun, and only runs on. It is known on Linux only.
func (p *Program) WaitQuiet() {
	p.t.Helper()
	busy := 1.0
	for began := time.Now(); time.Since(began) < patience; {
		if busy = p.Busy(quietFor); busy < quiet {
			return
		}
	}
	p.t.Fatalf("wait until the program is quiet: it still uses %.0f %% of a processor", 100*busy)
}

// ticksPerSecond is in what Linux counts a program's time; it has been 100 on every architecture that Go knows.
const ticksPerSecond = 100

// ticks are the 14th and 15th field of /proc/PID/stat, counted behind the name in brackets, which is the second.
func (p *Program) ticks() int {
	p.t.Helper()
	const user, system = 11, 12
	stat := p.proc("stat")
	fields := bytes.Fields(stat[bytes.LastIndexByte(stat, ')')+1:])
	total := 0
	for _, i := range []int{user, system} {
		n, err := strconv.Atoi(string(fields[i]))
		if err != nil {
			p.t.Fatalf("read what the program has used: %v", err)
		}
		total += n
	}
	return total
}

// Memory is how many bytes of the computer's memory the program has (its resident set). It is known on Linux only.
func (p *Program) Memory() int {
	p.t.Helper()
	for line := range bytes.Lines(p.proc("status")) {
		var kilobytes int
		if _, err := fmt.Sscanf(string(line), "VmRSS: %d kB", &kilobytes); err == nil {
			return kilobytes << 10
		}
	}
	p.t.Fatalf("the system does not say how much memory the program has")
	return 0
}

func (p *Program) proc(name string) []byte {
	p.t.Helper()
	b, err := os.ReadFile(fmt.Sprintf("/proc/%d/%s", p.process.cmd.Process.Pid, name))
	if err != nil {
		p.t.Fatalf("read what the program has used: %v", err)
	}
	return b
}

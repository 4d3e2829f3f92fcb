package presence

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"testing"
	"time"
)

// helperOffice makes this test binary a colleague's program: it joins the office of that path and says so, and stays until it is killed
// or its standard input ends.
const (
	helperOffice = "ALMONER_TEST_PRESENCE_OFFICE"
	helperName   = "ALMONER_TEST_PRESENCE_NAME"
)

func help(office string) error {
	name := os.Getenv(helperName)
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	p, err := Join(ctx, office, Person{Client: name, Name: name, Machine: name + "'s computer"}, Options{Poll: quick})
	if err != nil {
		return err
	}
	v, err := p.Settled(ctx)
	if _, err := fmt.Fprintf(os.Stdout, "%s %t %v\n", v.State, p.OnlyLooks(), err); err != nil {
		return err
	}
	_, err = bufio.NewReader(os.Stdin).ReadString('\n')
	return errors.Join(p.Leave(), ignoreEOF(err))
}

func ignoreEOF(err error) error {
	if err != nil && err.Error() == "EOF" {
		return nil
	}
	return err
}

// colleague starts another program that has the office open; it is there when this returns, and said what it says.
func colleague(t *testing.T, office, name string, change func(*exec.Cmd)) (cmd *exec.Cmd, said string) {
	t.Helper()
	cmd = exec.CommandContext(t.Context(), os.Args[0])
	cmd.Env = append(os.Environ(), helperOffice+"="+office, helperName+"="+name)
	cmd.Stderr = os.Stderr
	if change != nil {
		change(cmd)
	}
	if _, err := cmd.StdinPipe(); err != nil { // open until this test ends
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = cmd.Process.Kill() // it may be over already
		_ = cmd.Wait()         // it was killed, which is an error
	})
	lines := bufio.NewScanner(out)
	if !lines.Scan() {
		t.Fatalf("%s did not join", name)
	}
	return cmd, lines.Text()
}

package screen

import (
	"os/exec"
	"syscall"
)

// dieWithParent has the kernel end cmd with us. A test that runs into its time
// limit ends without its clean-up, and would leave screens behind for ever.
func dieWithParent(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
}

package wholefile

import (
	"os"
	"path/filepath"
)

// LetColleagues lets the same people write to a new file or folder who may write in the folder that it is in, whatever this person's umask
// says. On a share the server has seen to that. Where it cannot be done, only its maker can change it or clear it away.
func LetColleagues(path string) {
	const others = 0o022
	in, err := os.Stat(filepath.Dir(path))
	if err != nil {
		return
	}
	if is, err := os.Stat(path); err == nil && in.Mode()&others&^is.Mode() != 0 {
		_ = os.Chmod(path, is.Mode()|in.Mode()&others)
	}
}

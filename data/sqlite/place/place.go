package place

import (
	"fmt"
	"os"
	"path/filepath"
	"time"
)

// Sort is what somebody has to know of a place before keeping an office there.
type Sort int

// A Disk is this computer's own; a Share is a folder of a server; a Removable is a stick or a card; a Sync is a folder that a program
// copies to and fro between computers, or one that is reached through the web.
const (
	Disk Sort = iota
	Share
	Removable
	Sync
)

func (s Sort) String() string {
	if s < Disk || s > Sync {
		return fmt.Sprintf("Sort(%d)", int(s))
	}
	return [...]string{"disk", "share", "removable", "sync"}[s]
}

// Place is where a file lies.
type Place struct {
	Sort    Sort
	Service string // whose Sync place it is, as people call it: "OneDrive", "SharePoint"; empty if that is not known
	Root    string // the folder of a Sync place that is synchronised
}

// patience is how long a disk may take to answer. Sound ones need milliseconds; the file of an unreachable server half a minute and more.
const patience = 3 * time.Second

// Examine says where a file lies, which need not be there yet. It never fails and writes nothing. A disk or a server that does not
// answer within three seconds is judged by its name alone.
func Examine(path string) Place {
	return thisComputer().examine(absolute(path), patience)
}

// absolute does not clean a path as filepath.Abs does on Unix, because what .. means depends on the links before it.
func absolute(path string) string {
	if filepath.IsAbs(path) {
		return path
	}
	if filepath.Separator == '/' {
		if folder, err := os.Getwd(); err == nil {
			return folder + "/" + path
		}
	}
	if whole, err := filepath.Abs(path); err == nil {
		return whole
	}
	return path
}

// Refusal is why an office must not be kept in a Sync place and what to do about it, for whoever opens it. It is empty for other places.
func (p Place) Refusal(path string) string {
	return p.refusal(path, "Move it to %s, then open it there.")
}

// RefusalToMake is the Refusal of an office that is not there yet.
func (p Place) RefusalToMake(path string) string {
	return p.refusal(path, "Make it in %s.")
}

const elsewhere = "a folder of the office's file server (or, for one person, this computer's own disk)"

func (p Place) refusal(path, advice string) string {
	if p.Sort != Sync {
		return ""
	}
	where := "a synchronised folder"
	if p.Service != "" {
		where = "a folder of " + p.Service
	}
	if p.Root != "" {
		where += " (" + p.Root + ")"
	}
	return fmt.Sprintf("%s is in %s, which is copied to and fro between computers: when two people save, the office would be torn or there would be two of it. "+advice,
		filepath.Base(path), where, elsewhere)
}

package place

import (
	"io/fs"
	"strings"
)

// signs are what a file system says of a file or a folder.
type signs struct {
	attributes uint32            // of Windows (winnt.h, FILE_ATTRIBUTE_*)
	tag        uint32            // of Windows, if it is a reparse point (IO_REPARSE_TAG_*)
	provider   string            // of Windows, who registered the folder with the Cloud Files API
	label      string            // of a drive of Windows
	extended   map[string]string // extended attributes of macOS
}

const (
	attributeDirectory          = 0x10
	attributeReparsePoint       = 0x400
	attributeRecallOnOpen       = 0x40000
	attributeRecallOnDataAccess = 0x400000

	tagCloud           = 0x9000001a // and the same with 1 to f at cloudVariants
	cloudVariants      = 0xf000
	tagOneDrive        = 0x80000021
	tagFilePlaceholder = 0x80000015 // of OneDrive in Windows 8.1

	providerAttribute = "com.apple.file-provider-domain-id"
	desktopAttribute  = "com.apple.icloud.desktop"
)

// service is whose a file or a folder is by its signs, which may be nobody's that is known.
func (s signs) service() (service string, found bool) {
	switch {
	case s.provider != "":
		return serviceNamed(s.provider, s.provider), true
	case s.extended[providerAttribute] != "":
		return serviceNamed(s.extended[providerAttribute], ""), true
	case s.extended[desktopAttribute] != "":
		return "iCloud Drive", true
	case s.attributes&attributeReparsePoint != 0 && s.tag == tagOneDrive, s.attributes&attributeReparsePoint != 0 && s.tag == tagFilePlaceholder:
		return "OneDrive", true
	case s.attributes&attributeReparsePoint != 0 && s.tag&^cloudVariants == tagCloud, s.recalled():
		return "", true
	case strings.Contains(s.label, "Google Drive"), strings.Contains(s.label, "@") && strings.Contains(s.label, " - Google"):
		return "Google Drive", true // with several accounts the address is before it, and what is too long is cut off
	case s.label == "pCloud Drive":
		return "pCloud", true
	}
	return "", false
}

// folder is whether they are of a folder. Of the files of macOS none are read.
func (s signs) folder() bool { return s.attributes&attributeDirectory != 0 || len(s.extended) > 0 }

// recalled is whether the contents are elsewhere. Of a folder it only says that the list of its files is.
func (s signs) recalled() bool {
	return s.attributes&(attributeRecallOnOpen|attributeRecallOnDataAccess) != 0
}

// marked looks at a location and every folder above it.
func (c computer) marked(l location) Place {
	var found Place
	for n := len(l.parts); n >= 0 && l.whole(); n-- {
		at := l.first(n)
		if service := c.markerIn(at); service != "" {
			return Place{Sync, service, at.String()}
		}
		if c.remote(l) {
			continue // what a server's file system says of its files is the server's business
		}
		s := c.signs(at)
		service, signed := s.service()
		if !signed && found.Sort == Sync {
			return found // the folder below was the highest that is synchronised
		}
		if signed {
			if service == "" {
				service = found.Service
			}
			if n > 0 && !s.folder() {
				at = l.first(n - 1)
			}
			found = Place{Sync, service, at.String()}
		}
	}
	return found
}

// markers are what clients leave in the folder that they synchronise. On Linux and macOS .dropbox is a folder too: Dropbox's own, at home.
var markers = []struct {
	name, service string
	folder        bool
}{
	{".dropbox.cache", "Dropbox", true},
	{".dropbox", "Dropbox", false},
	{".tmp.drivedownload", "Google Drive", true},
	{".tmp.driveupload", "Google Drive", true},
	{".owncloudsync.log", "ownCloud", false},
	{".nextcloudsync.log", "Nextcloud", false},
	{".SynologyWorkingDirectory", "Synology Drive", true},
	{".stfolder", "Syncthing", true},
	{".stfolder", "Syncthing", false},
}

// markerIn looks into a folder. Resilio Sync keeps its ID in a folder .sync, of which the name alone says little.
func (c computer) markerIn(folder location) string {
	entries := c.list(folder.String())
	if service := marker(entries); service != "" {
		return service
	}
	for _, entry := range entries {
		if entry.Name() == ".sync" && entry.IsDir() && c.has(folder.join(".sync").String(), "ID") {
			return "Resilio Sync"
		}
	}
	return ""
}

// marker is the service whose sign is in a folder; empty if none is.
func marker(entries []fs.DirEntry) string {
	journal := false
	for _, entry := range entries {
		for _, m := range markers {
			if entry.Name() == m.name && entry.IsDir() == m.folder {
				return m.service
			}
		}
		journal = journal || !entry.IsDir() && isJournal(entry.Name())
	}
	if journal {
		return "Nextcloud" // or ownCloud, whose newer versions leave nothing else either
	}
	return ""
}

// isJournal knows the journals of ownCloud and Nextcloud: .sync_ and twelve hexadecimal digits, before 2018 with a ._ in front.
func isJournal(name string) bool {
	name, older := strings.CutPrefix(name, "._sync_")
	if !older {
		var newer bool
		if name, newer = strings.CutPrefix(name, ".sync_"); !newer {
			return false
		}
	}
	digits, found := strings.CutSuffix(name, ".db")
	return found && len(digits) >= 8 && strings.Trim(digits, "0123456789abcdef") == ""
}

package place

import (
	"slices"
	"strings"
)

// services are what the names that programs and file providers go by contain, and what people call the service. Dropbox is before Box,
// whose name it contains.
var services = []struct{ contains, service string }{
	{"onedrive", "OneDrive"},
	{"sharepoint", "SharePoint"},
	{"dropbox", "Dropbox"},
	{"googledrive", "Google Drive"},
	{"google drive", "Google Drive"},
	{"drivefs", "Google Drive"},
	{"icloud", "iCloud Drive"},
	{"clouddocs", "iCloud Drive"},
	{"nextcloud", "Nextcloud"},
	{"owncloud", "ownCloud"},
	{"synology", "Synology Drive"},
	{"pcloud", "pCloud"},
	{"egnyte", "Egnyte"},
	{"protondrive", "Proton Drive"},
	{"box", "Box"},
}

// serviceNamed is what people call the service of something that is known to be of one; otherwise if its name says nothing.
func serviceNamed(name, otherwise string) string {
	name = strings.ToLower(name)
	for _, s := range services {
		if strings.Contains(name, s.contains) {
			return s.service
		}
	}
	return otherwise
}

// namedAfterService finds folders whose very place and name are a service's: nobody but a file provider makes a folder in
// Library/CloudStorage, and "OneDrive - Heddlu Gwent" in the folder of a person is of a colleague's account, if not of one's own.
func (c computer) namedAfterService(l location) Place {
	if c.system == onMac {
		for i := range len(l.parts) - 1 {
			switch tail := (location{system: c.system, parts: l.parts[i:]}); {
			case tail.begins("Library", "Mobile Documents"):
				return Place{Sync, "iCloud Drive", l.first(i + 2).String()}
			case tail.begins("Library", "CloudStorage") && len(tail.parts) > 2:
				service, _, _ := strings.Cut(tail.parts[2], "-")
				return Place{Sync, serviceNamed(service, service), l.first(i + 3).String()}
			}
		}
	}
	before := c.personal(l)
	if before < 0 || before >= len(l.parts) {
		return Place{}
	}
	for _, n := range personalFolders[c.system] {
		name := l.parts[before]
		if c.system.same(name, n.name) || n.owned != "" && c.system.begins(name, n.name+n.owned) {
			return Place{Sync, n.service, l.first(before + 1).String()}
		}
	}
	return Place{}
}

// personalFolders are folders in a person's own that a service makes under its name, with the account's after it where owned says how.
// There is no sign beside the name if the person is not the one who is logged in. On Linux each client says where its folder is.
var personalFolders = map[system][]struct{ name, owned, service string }{
	onWindows: {
		{"OneDrive", " - ", "OneDrive"},
		{"iCloudDrive", "", "iCloud Drive"},
		{"Dropbox", " (", "Dropbox"},
		{"Google Drive", "", "Google Drive"},
	},
	onMac: {
		{"OneDrive", " - ", "OneDrive"},
		{"Dropbox", " (", "Dropbox"},
		{"Google Drive", "", "Google Drive"},
	},
}

// personal is how many names lead to the folder of the person that a location lies in; -1 if it lies in none.
func (c computer) personal(l location) int {
	if home := c.locate(c.home); l.in(home) && len(home.parts) > 0 {
		return len(home.parts)
	}
	if c.system != onLinux && !l.onServer() && len(l.parts) > 2 && l.begins("Users") {
		return 2
	}
	return -1
}

// onTheWeb finds web folders that Windows shows as if they were shares, and the server that Egnyte's client makes up.
func (c computer) onTheWeb(l location) Place {
	if !l.onServer() {
		return Place{}
	}
	server, share, _ := strings.Cut(strings.TrimPrefix(l.volume, `\\`), `\`)
	host, port, atPort := strings.Cut(server, "@")
	switch {
	case c.system.same(host, "EgnyteDrive"):
		return Place{Sync, "Egnyte", l.volume}
	case c.system.same(share, "DavWWWRoot"), atPort && (c.system.begins(port, "SSL") || isNumber(port)):
		return Place{Sync, webService(host, l), l.volume}
	}
	return Place{}
}

// webService is whose a web folder is. Windows made them for SharePoint.
func webService(host string, l location) string {
	host = strings.ToLower(host)
	switch {
	case strings.HasSuffix(host, "docs.live.net"), strings.HasSuffix(host, "-my.sharepoint.com"):
		return "OneDrive"
	case slices.ContainsFunc(l.parts, func(name string) bool { return l.system.same(name, "remote.php") }):
		return serviceNamed(host, "Nextcloud")
	}
	return "SharePoint"
}

func isNumber(text string) bool {
	return text != "" && strings.Trim(text, "0123456789") == ""
}

package place

import (
	"encoding/json"
	"strings"
)

// setting is a value of the registry that is a text; of others the text is empty.
type setting struct{ key, name, text string }

// What the registry is read of: keys of the person who is logged in, and one of the computer.
const (
	accountsKey     = `Software\Microsoft\OneDrive\Accounts`
	librariesKey    = `Software\SyncEngines\Providers\OneDrive`
	googleKey       = `Software\Google\DriveFS`
	syncRootsKey    = `SOFTWARE\Microsoft\Windows\CurrentVersion\Explorer\SyncRootManager`
	connectionsKey  = `Network`
	registryDepth   = 4
	registryEntries = 5000 // of one key, so that a registry which has gone wild cannot hold anybody up
)

// told are the folders which the environment and the registry say are synchronised. Those that know a SharePoint library from a OneDrive
// are first.
func (c computer) told() []root {
	if c.system != onWindows {
		return nil
	}
	var roots []root
	settings := c.registry()
	for _, s := range settings {
		if _, ok := under(s.key, accountsKey); ok && onWindows.same(s.name, "UserFolder") {
			roots = c.with(roots, "OneDrive", s.text)
		}
	}
	for _, name := range []string{"OneDrive", "OneDriveCommercial", "OneDriveConsumer"} {
		roots = c.with(roots, "OneDrive", c.env(name))
	}
	roots = append(roots, c.libraries(settings)...)
	for _, s := range settings {
		if rest, ok := under(s.key, accountsKey); ok && strings.Contains(strings.ToLower(rest), `\tenants\`) {
			roots = c.with(roots, "SharePoint", s.name) // the OneDrive is among them too, but it has been named
		}
		if id, ok := under(s.key, syncRootsKey); ok && strings.HasSuffix(strings.ToLower(id), `\usersyncroots`) {
			provider, _, _ := strings.Cut(id, "!")
			roots = c.with(roots, serviceNamed(provider, provider), s.text)
		}
		if onWindows.same(s.key, googleKey) && onWindows.same(s.name, "PerAccountPreferences") {
			roots = append(roots, c.googleDrives(s.text)...)
		}
	}
	return roots
}

// under is what follows a key.
func under(key, parent string) (string, bool) {
	if !onWindows.begins(key, parent+`\`) {
		return "", false
	}
	return key[len(parent)+1:], true
}

// libraries are the folders that OneDrive tells Office of, each with the address that it is a copy of.
func (c computer) libraries(settings []setting) []root {
	var roots []root
	addresses := map[string]string{}
	for _, s := range settings {
		if onWindows.same(s.name, "UrlNamespace") {
			addresses[s.key] = strings.ToLower(s.text)
		}
	}
	for _, s := range settings {
		if _, ok := under(s.key, librariesKey); !ok || !onWindows.same(s.name, "MountPoint") {
			continue
		}
		service := "OneDrive"
		if address := addresses[s.key]; strings.Contains(address, ".sharepoint.") && !strings.Contains(address, "-my.sharepoint.") {
			service = "SharePoint"
		}
		roots = c.with(roots, service, s.text)
	}
	return roots
}

// googleDrives reads where Google Drive shows the files of each account: a letter, or a folder.
func (c computer) googleDrives(text string) []root {
	var preferences struct {
		Accounts []struct {
			Value struct {
				MountPoint string `json:"mount_point_path"`
			} `json:"value"`
		} `json:"per_account_preferences"`
	}
	if json.Unmarshal([]byte(text), &preferences) != nil {
		return nil
	}
	var roots []root
	for _, account := range preferences.Accounts {
		at := account.Value.MountPoint
		if len(at) == 1 {
			at += ":"
		}
		if l := c.locate(at); l.whole() && !l.onServer() && !c.holdsHome(l) {
			roots = append(roots, root{l, "Google Drive"}) // a whole drive, which is no mistake here
		}
	}
	return roots
}

// holdsHome keeps a setting that has gone stale from giving a computer's own disk to a service.
func (c computer) holdsHome(l location) bool { return c.locate(c.home).in(l) }

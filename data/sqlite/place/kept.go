package place

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"
)

// kept are the folders which programs' own files say are synchronised.
func (c computer) kept() []root {
	var roots []root
	for _, path := range c.dropboxFiles() {
		for _, folder := range parseDropbox(c.read(path)) {
			roots = c.with(roots, "Dropbox", folder)
		}
	}
	for _, client := range []string{"Nextcloud", "ownCloud"} {
		path := c.path(c.settings(), client, strings.ToLower(client)+".cfg")
		for _, folder := range parseOwnCloud(c.read(path)) {
			roots = c.with(roots, client, folder)
		}
	}
	switch c.system {
	case onLinux:
		roots = append(roots, c.abraunegg()...)
	case onWindows:
		roots = append(roots, c.besideClient()...)
	case onMac:
	}
	return roots
}

// path puts names behind a folder. Without a folder it leads nowhere rather than to the disk's root.
func (c computer) path(folder string, names ...string) string {
	l := c.locate(folder)
	if !l.whole() {
		return ""
	}
	return l.join(names...).String()
}

// settings is where programs of a system keep a person's settings.
func (c computer) settings() string {
	switch c.system {
	case onWindows:
		return c.env("APPDATA")
	case onMac:
		return c.path(c.home, "Library", "Preferences")
	case onLinux:
	}
	if folder := c.env("XDG_CONFIG_HOME"); c.locate(folder).whole() {
		return folder
	}
	return c.path(c.home, ".config")
}

func (c computer) dropboxFiles() []string {
	if c.system == onWindows {
		return []string{c.path(c.env("APPDATA"), "Dropbox", "info.json"), c.path(c.env("LOCALAPPDATA"), "Dropbox", "info.json")}
	}
	return []string{c.path(c.home, ".dropbox", "info.json")}
}

// parseDropbox reads info.json, an object with an account each for "personal" and "business"
// (https://help.dropbox.com/installs/locate-dropbox-folder). A team's root_path is above the person's own path.
func parseDropbox(text []byte) []string {
	var accounts map[string]json.RawMessage
	if json.Unmarshal(withoutMark(text), &accounts) != nil {
		return nil
	}
	var folders []string
	for _, raw := range accounts {
		var account struct {
			Path string `json:"path"`
			Root string `json:"root_path"`
		}
		if json.Unmarshal(raw, &account) != nil {
			continue // a later version's entry that is no account
		}
		for _, folder := range []string{account.Path, account.Root} {
			if folder != "" {
				folders = append(folders, folder)
			}
		}
	}
	slices.Sort(folders) // a map has no order, and what people are told should not change
	return slices.Compact(folders)
}

func withoutMark(text []byte) []byte {
	return []byte(strings.TrimPrefix(string(text), "\ufeff"))
}

// abraunegg are the folders of the OneDrive client that Linux distributions carry. One who synchronises a library of SharePoint too is
// told by its manual to give that a settings folder of its own, as a rule beside the first.
func (c computer) abraunegg() []root {
	var roots []root
	parent := c.settings()
	for _, entry := range c.list(parent) {
		if !strings.HasPrefix(strings.ToLower(entry.Name()), "onedrive") {
			continue
		}
		folder := parseOneDrive(c.read(c.path(parent, entry.Name(), "config")))
		if folder == "" && entry.Name() == "onedrive" && c.has(c.path(parent, entry.Name()), "refresh_token", "items.sqlite3") {
			folder = "~/OneDrive" // what is not set
		}
		if rest, ok := strings.CutPrefix(folder, "~/"); ok {
			folder = c.path(c.home, rest)
		}
		roots = c.with(roots, "OneDrive", folder)
	}
	return roots
}

// parseOneDrive reads sync_dir of abraunegg's settings (https://github.com/abraunegg/onedrive/blob/master/docs/application-config-options.md);
// empty if it is not set. The last of several counts.
func parseOneDrive(text []byte) string {
	var folder string
	for line := range strings.Lines(string(withoutMark(text))) {
		name, value, found := strings.Cut(line, "=")
		value = strings.TrimSpace(value)
		if found && strings.TrimSpace(name) == "sync_dir" && len(value) >= 2 && value[0] == '"' && value[len(value)-1] == '"' {
			folder = value[1 : len(value)-1]
		}
	}
	return folder
}

// parseOwnCloud reads where the clients of ownCloud and Nextcloud keep their folders: 0\Folders\1\localPath=/home/a/Nextcloud/ in a file
// of QSettings.
func parseOwnCloud(text []byte) []string {
	var folders []string
	for line := range strings.Lines(string(withoutMark(text))) {
		name, value, found := strings.Cut(strings.TrimSpace(line), "=")
		if found && strings.HasSuffix(name, `\localPath`) && value != "" {
			folders = append(folders, unquoteQt(value))
		}
	}
	return folders
}

// unquoteQt undoes what QSettings does to a text: quotation marks around it, and \x175 for ŵ (any number of hexadecimal digits).
func unquoteQt(text string) string {
	if len(text) >= 2 && text[0] == '"' && text[len(text)-1] == '"' {
		text = text[1 : len(text)-1]
	}
	var out strings.Builder
	for {
		before, after, found := strings.Cut(text, `\`)
		out.WriteString(before)
		if !found || after == "" {
			return out.String()
		}
		if after[0] != 'x' {
			out.WriteByte(after[0])
			text = after[1:]
			continue
		}
		digits := after[1:]
		digits = digits[:len(digits)-len(strings.TrimLeft(digits, "0123456789abcdefABCDEF"))]
		if code, err := strconv.ParseUint(digits, 16, 21); err == nil {
			out.WriteRune(rune(code))
		}
		text = after[1+len(digits):]
	}
}

// besideClient are folders with a name that anybody may give, so that the client's own files have to be there too.
func (c computer) besideClient() []root {
	var roots []root
	local := c.env("LOCALAPPDATA")
	for _, f := range []struct{ name, service, maker, client string }{
		{"Box", "Box", "Box", "Box"},
		{"Box Sync", "Box", "Box", "Box Sync"},
		{"My Drive", "Google Drive", "Google", "DriveFS"},
		{"pCloud Sync", "pCloud", "pCloud", ""},
	} {
		if c.home != "" && len(c.list(c.path(local, f.maker, f.client))) > 0 {
			roots = c.with(roots, f.service, c.path(c.home, f.name))
		}
	}
	return roots
}

// has is whether one of the names is in a folder.
func (c computer) has(folder string, names ...string) bool {
	for _, entry := range c.list(folder) {
		if slices.Contains(names, entry.Name()) {
			return true
		}
	}
	return false
}

package place

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestPathsAreComparedNameByName(t *testing.T) {
	for _, c := range []struct {
		system       system
		path, folder string
		in           bool
	}{
		{onLinux, "/home/x/OneDrive/a", "/home/x/OneDrive/", true},
		{onLinux, "/home/x/OneDrive", "/home/x/OneDrive", true},
		{onLinux, "/home/x/OneDriveBackup", "/home/x/OneDrive", false},
		{onLinux, "/home/x", "/home/x/OneDrive", false},
		{onLinux, "/home/x/onedrive/a", "/home/x/OneDrive", false},
		{onLinux, "home/x/OneDrive/a", "/home/x/OneDrive", false},
		{onLinux, "/home/x/OneDrive/../a", "/home/x/OneDrive", false},
		{onLinux, "/../home/x/OneDrive/a", "/home/x/OneDrive", true},
		{onLinux, "/home/x/One Drive /a", "/home/x/One Drive", false},
		{onMac, "/users/x/onedrive/a", "/Users/x/OneDrive", true},
		{onMac, "/Users/x/w\u0302/a", "/Users/x/Ŵ", true},
		{onMac, "/Users/x/w/a", "/Users/x/ŵ", false},
		{onWindows, `c:\users\x\onedrive\a`, `C:/Users/x/OneDrive`, true},
		{onWindows, `D:\Users\x\OneDrive\a`, `C:\Users\x\OneDrive`, false},
		{onWindows, `\Users\x\OneDrive\a`, `\Users\x\OneDrive`, false},
		{onWindows, `C:Users\x`, `C:\Users`, false},
		{onWindows, `\\.\C:\Users\x`, `C:\Users`, true},
		{onWindows, `\\?\Volume{0123}\x\y`, `\\?\volume{0123}\X`, true},
		{onWindows, `\\?\Volume{0123}\x\y`, `\\?\Volume{4567}\x`, false},
		{onWindows, `\\fs\grants\x`, `\\FS\Grants`, true},
		{onWindows, `\\fs\grants2\x`, `\\fs\grants`, false},
		{onWindows, `//fs/grants/x/..`, `\\fs\grants\`, true},
		{onWindows, `C:\a. \b`, `C:\a`, true},
	} {
		if got := c.system.locate(c.path).in(c.system.locate(c.folder)); got != c.in {
			t.Errorf("%s in %s is %v", c.path, c.folder, got)
		}
	}
}

func FuzzAPathIsTheSameOnceItHasBeenTakenApart(f *testing.F) {
	for _, path := range []string{"", "/", "/a/../b", `C:\a`, `C:`, `\\fs\g$\x y`, `\\?\UNC\fs\g`, `//`, `\\?\`, `\\\.\0`, `C:..\x`, "/System/Volumes/Data/x"} {
		for s := range 3 {
			f.Add(path, s)
		}
	}
	f.Fuzz(func(t *testing.T, path string, s int) {
		if s < 0 || s > 2 {
			return
		}
		l := system(s).locate(path)
		if !l.whole() {
			return
		}
		again := system(s).locate(l.String())
		if again.volume != l.volume || !slices.Equal(again.parts, l.parts) {
			t.Errorf("%q is %q, then %q", path, l, again)
		}
	})
}

func TestSettingsOfOwnCloudAreRead(t *testing.T) {
	text := "\ufeff[Accounts]\r\n0\\Folders\\1\\localPath=C:/Users/Si\\xe2n/Nextcloud/\r\n0\\Folders\\2\\localPath=\"/home/a, b/\\\"x\\\"\"\r\n" +
		"1\\Folders\\1\\localPath=/home/gŵyr/own\\x175\n0\\Folders\\1\\targetPath=/\n0\\Folders\\3\\localPath=\nlocalPath=/no\n"
	want := []string{"C:/Users/Siân/Nextcloud/", `/home/a, b/"x"`, "/home/gŵyr/ownŵ"}
	if got := parseOwnCloud([]byte(text)); !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}

func TestEveryAccountOfDropboxIsReadInOrder(t *testing.T) {
	text := "\ufeff" + `{"f": {"path": "/f"}, "c": {"path": "/c", "root_path": "/b"}, "e": {"path": ""}, "a": {"path": "/a"}, "d": 4, "x": {"path": "/a"}}`
	if got := parseDropbox([]byte(text)); !slices.Equal(got, []string{"/a", "/b", "/c", "/f"}) {
		t.Errorf("%q", got)
	}
}

func TestSettingsOfOneDriveAreRead(t *testing.T) {
	for text, want := range map[string]string{
		"\ufeffsync_dir = \"/a b\"\r\n":           "/a b",
		"sync_dir=\"/a\"\n sync_dir = \"/b=c#d\"": "/b=c#d",
		"sync_dir = \"/a\nsync_dir = /a\"\n":      "",
		"#sync_dir = \"/a\"\nsync_dir \"/a\"\n":   "",
		"sync_dir = \"\n":                         "",
	} {
		if got := parseOneDrive([]byte(text)); got != want {
			t.Errorf("%q says %q", text, got)
		}
	}
}

func TestTheTableOfMountsIsRead(t *testing.T) {
	text := `36 35 98:0 /mnt1 /a\040b\134c\011\043 rw,noatime master:1 shared:2 - fuse.rclone gwent\040x: rw` + "\n" +
		"36 35 98:0 / /no\n36 35 98:0 /\n - ext4 /dev/sda1 rw\n36 35 98:0 / /e\\04 rw - ext4 /dev/sda1\n"
	want := []mount{{"/a b\\c\t#", "fuse.rclone", "gwent x:"}, {`/e\04`, "ext4", "/dev/sda1"}}
	if got := parseMounts([]byte(text)); !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}

func FuzzTheTableOfMounts(f *testing.F) {
	f.Add([]byte("36 35 98:0 /mnt1 /a\\040b rw master:1 - cifs //fs/g rw\n"))
	f.Add([]byte("1 2 3 4 \\777\\ - x \\0"))
	f.Fuzz(func(t *testing.T, text []byte) {
		for _, m := range parseMounts(text) {
			if m.kind == "" || m.source == "" || m.folder == "" {
				t.Errorf("half a mount: %q", m)
			}
			c := paper{system: onLinux, mounts: []mount{m}}.computer()
			l := c.locate(m.folder + "/x")
			_ = c.judge([]location{l}, nil)
			if at := c.locate(m.folder); at.whole() && l.in(at) && c.mountOf(l) != m {
				t.Errorf("%q is not on %q", l, m)
			}
		}
	})
}

func FuzzInfoOfDropbox(f *testing.F) {
	f.Add([]byte(`{"personal": {"path": "/home/a/Dropbox", "root_path": "/home/a/Dropbox"}, "business": {"path": 3}, "x": null}`))
	f.Add([]byte("\ufeff{}"))
	f.Add([]byte(`{"a":[`))
	f.Fuzz(func(t *testing.T, text []byte) {
		folders := parseDropbox(text)
		if slices.Contains(folders, "") || !slices.IsSorted(folders) {
			t.Errorf("%q", folders)
		}
		p := paper{system: onLinux, home: "/home/a", files: map[string]string{"/home/a/.dropbox/info.json": string(text)}}
		for _, r := range p.computer().kept() {
			if r.service == "Dropbox" && len(r.folder.parts) == 0 {
				t.Errorf("the whole disk is synchronised: %q", r.folder)
			}
		}
	})
}

func FuzzSettingsOfOneDrive(f *testing.F) {
	f.Add([]byte("# x\nsync_dir = \"~/One Drive\"\r\nskip_dir=\"a|b\"\n"))
	f.Add([]byte("sync_dir=\""))
	f.Fuzz(func(t *testing.T, text []byte) {
		if folder := parseOneDrive(text); folder != "" && !strings.Contains(string(text), `"`+folder+`"`) {
			t.Errorf("%q is not in the file", folder)
		}
	})
}

func FuzzSettingsOfOwnCloud(f *testing.F) {
	f.Add([]byte("0\\Folders\\1\\localPath=/home/c\\x175mwl/\n"))
	f.Add([]byte("a\\localPath=\"\\x\\xffffffffffff\\"))
	f.Fuzz(func(t *testing.T, text []byte) {
		for _, folder := range parseOwnCloud(text) {
			if utf8.Valid(text) && !utf8.ValidString(folder) {
				t.Errorf("%q", folder)
			}
		}
	})
}

func FuzzPreferencesOfGoogleDrive(f *testing.F) {
	f.Add(`{"per_account_preferences":[{"key":"1","value":{"mount_point_path":"G"}},{"value":{"mount_point_path":"C"}}]}`)
	f.Fuzz(func(t *testing.T, text string) {
		c := paper{system: onWindows, home: `C:\Users\a`}.computer()
		for _, r := range c.googleDrives(text) {
			if !r.folder.whole() || c.locate(c.home).in(r.folder) {
				t.Errorf("%q", r.folder)
			}
		}
	})
}

package place

import (
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"
)

// folder makes a folder of the test's own, whose name has what names of offices have.
func folder(t *testing.T, names ...string) string {
	t.Helper()
	path := filepath.Join(append([]string{t.TempDir(), "Swyddfa # 100% Gŵyr"}, names...)...)
	if err := os.MkdirAll(path, 0o755); err != nil {
		t.Fatal(err)
	}
	return path
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func wantSync(t *testing.T, path, service, root string) {
	t.Helper()
	got := Examine(path)
	if got.Sort != Sync || got.Service != service || !sameFolder(t, got.Root, root) {
		t.Errorf("%s is %+v, not %s in %s", path, got, service, root)
	}
}

func sameFolder(t *testing.T, a, b string) bool {
	t.Helper()
	one, err := os.Stat(a)
	if err != nil {
		return false
	}
	other, err := os.Stat(b)
	if err != nil {
		t.Fatal(err)
	}
	return os.SameFile(one, other)
}

func wantNoSync(t *testing.T, path string) {
	t.Helper()
	if got := Examine(path); got.Sort == Sync || got.Service != "" || got.Root != "" {
		t.Errorf("%s is %+v", path, got)
	}
}

func TestWhatClientsLeaveInTheirFolderIsSeen(t *testing.T) {
	for _, c := range []struct{ leaves, service string }{
		{".dropbox", "Dropbox"},
		{".dropbox.cache/", "Dropbox"},
		{".tmp.drivedownload/", "Google Drive"},
		{".tmp.driveupload/", "Google Drive"},
		{".sync_0123456789ab.db", "Nextcloud"},
		{"._sync_0123456789ab.db", "Nextcloud"},
		{".nextcloudsync.log", "Nextcloud"},
		{".owncloudsync.log", "ownCloud"},
		{".SynologyWorkingDirectory/", "Synology Drive"},
		{".stfolder/", "Syncthing"},
		{".stfolder", "Syncthing"},
		{".sync/ID", "Resilio Sync"},
	} {
		t.Run(c.leaves, func(t *testing.T) {
			root := folder(t)
			office := filepath.Join(root, "Grantiau", "2026", "Gwent.almoner")
			wantNoSync(t, office)
			if name, dir := strings.CutSuffix(c.leaves, "/"); dir {
				write(t, filepath.Join(root, name, "file"), "")
			} else {
				write(t, filepath.Join(root, name), "")
			}
			wantSync(t, office, c.service, root) // whose folders are not there yet
			write(t, office, "")
			wantSync(t, office, c.service, root)
			wantSync(t, filepath.Join(root, "Gwent.almoner"), c.service, root)
			wantSync(t, root, c.service, root)
			wantNoSync(t, filepath.Join(filepath.Dir(root), "Gwent.almoner"))
		})
	}
}

func TestAJournalOfOwnCloudBesideItsLogIsOwnClouds(t *testing.T) {
	root := folder(t)
	write(t, filepath.Join(root, "._sync_0123456789ab.db"), "")
	write(t, filepath.Join(root, ".owncloudsync.log"), "")
	wantSync(t, filepath.Join(root, "Gwent.almoner"), "ownCloud", root)
}

func TestFilesThatMerelyLookLikeAClientsAreNoSign(t *testing.T) {
	for _, name := range []string{
		".dropbox/instance1/config.dbx", ".dropbox.cache", ".tmp.drivedownload", ".stignore", ".sync/notes.txt", ".sync", ".sync_.db",
		".sync_minutes.db", ".sync_0123456789ab", ".sync_of the minutes.db", ".sync_0123456789ab.db.txt", "sync_0123456789ab.db", ".sync_0123456789ab.db/x", ".SynologyWorkingDirectory",
		"Dropbox/notes.txt", "OneDrive/notes.txt", "desktop.ini", ".DS_Store", "stfolder/x", ".owncloudsync.log/x",
	} {
		root := folder(t)
		write(t, filepath.Join(root, filepath.FromSlash(name)), "")
		wantNoSync(t, filepath.Join(root, "Gwent.almoner"))
	}
}

func TestARelativePathIsSeenFromTheWorkingFolder(t *testing.T) {
	root := folder(t, "synced")
	write(t, filepath.Join(root, ".stfolder", "x"), "")
	plain := folder(t)
	t.Chdir(root)
	wantSync(t, "Gwent.almoner", "Syncthing", root)
	wantSync(t, filepath.Join(".", "Grantiau", "Gwent.almoner"), "Syncthing", root)
	t.Chdir(plain)
	wantNoSync(t, "Gwent.almoner")
}

func link(t *testing.T, to, from string) {
	t.Helper()
	if err := os.Symlink(to, from); err != nil {
		t.Skip("this person may make no links: ", err)
	}
}

func TestALinkIsFollowedIntoASynchronisedFolder(t *testing.T) {
	root, plain := folder(t, "synced"), folder(t)
	write(t, filepath.Join(root, ".stfolder", "x"), "")
	write(t, filepath.Join(root, "Grantiau", "There.almoner"), "")
	link(t, filepath.Join(root, "Grantiau"), filepath.Join(plain, "Cyswllt"))
	link(t, filepath.Join(plain, "Cyswllt"), filepath.Join(plain, "Dwbl"))
	link(t, filepath.Join("Cyswllt", "Not there.almoner"), filepath.Join(plain, "Dangling.almoner"))
	link(t, "Endless", filepath.Join(plain, "Endless"))
	for _, name := range []string{"Cyswllt/There.almoner", "Cyswllt/Not there.almoner", "Dwbl/There.almoner", "Dangling.almoner"} {
		wantSync(t, filepath.Join(plain, filepath.FromSlash(name)), "Syncthing", root)
	}
	wantNoSync(t, filepath.Join(plain, "Endless"))
	wantNoSync(t, filepath.Join(plain, "Gwent.almoner"))
	if filepath.Separator == '/' { // Windows undoes .. before it follows a link
		wantSync(t, plain+"/Cyswllt/../Gwent.almoner", "Syncthing", root)
		t.Chdir(plain)
		wantSync(t, "Cyswllt/../Gwent.almoner", "Syncthing", root)
	}
}

func TestALinkInACircleComesToAnEnd(t *testing.T) {
	plain := folder(t)
	link(t, "There", filepath.Join(plain, "Back"))
	link(t, "Back", filepath.Join(plain, "There"))
	ended := make(chan string, 1)
	go func() { ended <- resolve(filepath.Join(plain, "There", "Gwent.almoner")) }()
	select {
	case got := <-ended:
		if filepath.Base(got) != "Gwent.almoner" {
			t.Error(got)
		}
	case <-time.After(10 * time.Second):
		t.Error("it is still being followed")
	}
}

func TestALinkOutOfASynchronisedFolderStillLiesInIt(t *testing.T) {
	root, plain := folder(t, "synced"), folder(t)
	write(t, filepath.Join(root, ".stfolder", "x"), "")
	link(t, plain, filepath.Join(root, "Out"))
	wantSync(t, filepath.Join(root, "Out", "Gwent.almoner"), "Syncthing", root)
}

func TestClientsOfThisComputerAreRead(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("the readers of the registry are another system's")
	}
	home := folder(t, "home")
	t.Setenv("HOME", home)
	t.Setenv("XDG_CONFIG_HOME", "")
	behind := folder(t, "behind")
	link(t, behind, filepath.Join(home, "Dropbox"))
	write(t, filepath.Join(home, ".dropbox", "info.json"), `{"personal": {"path": "`+filepath.Join(home, "Dropbox")+`"}}`)
	write(t, filepath.Join(home, ".config", "onedrive", "config"), `sync_dir = "~/Un Gyriant"`)
	write(t, filepath.Join(home, "Un Gyriant", "x"), "")
	write(t, filepath.Join(home, "Dropbox things", "x"), "")
	wantSync(t, filepath.Join(home, "Dropbox", "Gwent.almoner"), "Dropbox", behind)
	wantSync(t, filepath.Join(behind, "Gwent.almoner"), "Dropbox", behind)
	wantSync(t, filepath.Join(home, "Un Gyriant", "Gwent.almoner"), "OneDrive", filepath.Join(home, "Un Gyriant"))
	wantNoSync(t, filepath.Join(home, "Dropbox things", "Gwent.almoner"))
	wantNoSync(t, filepath.Join(home, "Gwent.almoner"))
}

func TestTheMountsOfThisComputerAreRead(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("every system has its own")
	}
	c := thisComputer()
	if m := c.mountOf(c.locate("/proc/self")); m.kind != "proc" {
		t.Errorf("/proc is %+v", m)
	}
}

func TestLookingLeavesNothingBehind(t *testing.T) {
	root := folder(t)
	Examine(filepath.Join(root, "Grantiau", "Gwent.almoner"))
	if entries, err := os.ReadDir(root); err != nil || len(entries) != 0 {
		t.Errorf("left %v, %v", entries, err)
	}
}

func TestAPipeInPlaceOfAClientsSettingsIsNotWaitedFor(t *testing.T) {
	if got := readFile(os.DevNull); got != nil {
		t.Errorf("read %q from what is no file", got)
	}
	big := filepath.Join(folder(t), "config")
	write(t, big, strings.Repeat("x", mostOfFile+1))
	if got := readFile(big); len(got) != mostOfFile {
		t.Errorf("read %d bytes", len(got))
	}
}

func TestAServerThatDoesNotAnswerIsNotWaitedFor(t *testing.T) {
	away := make(chan struct{})
	defer close(away)
	c := laptopOfLlyr().computer()
	c.resolve = func(path string) string { <-away; return path }
	for path, want := range map[string]string{
		"/mnt/Grantiau # 1/Gwent.almoner": "share||",
		"/srv/Gwent.almoner":              "disk||",
		"/home/llŷr/Cwmwl/Gwent.almoner":  "sync|rclone|/home/llŷr/Cwmwl",
	} {
		began := time.Now()
		if got := c.examine(path, 20*time.Millisecond).line(); got != want {
			t.Errorf("%s is %s, not %s", path, got, want)
		}
		if took := time.Since(began); took > 2*time.Second {
			t.Errorf("%s took %s", path, took)
		}
	}
}

func TestWhatANameSaysIsNotLookedUp(t *testing.T) {
	for path, p := range map[string]paper{
		`C:\Users\Siân\OneDrive - SCHTh # Gwent\Gwent.almoner`: pcOfGwent(),
		"/home/llŷr/Cwmwl/Gwent.almoner":                       laptopOfLlyr(),
		"/Users/nia/Library/CloudStorage/Box/Gwent.almoner":    macOfNia(),
	} {
		c := p.computer()
		c.resolve = func(path string) string {
			t.Errorf("the disk was asked for %s", path)
			return path
		}
		if got := c.examine(path, time.Minute); got.Sort != Sync {
			t.Errorf("%s is %+v", path, got)
		}
	}
}

func TestTheSynchronisedFolderOfAServerThatIsAwayDoesNotHideTheOthers(t *testing.T) {
	laptop := laptopOfLlyr()
	laptop.files["/home/llŷr/.dropbox/info.json"] = `{"business": {"path": "/mnt/Grantiau # 1/Dropbox"}, "personal": {"path": "/home/llŷr/Dropbox"}}`
	c := laptop.computer()
	var asked []string
	c.resolve = func(path string) string {
		asked = append(asked, path)
		return laptop.resolve(path)
	}
	if got := c.examine("/srv/link/Gwent.almoner", time.Minute); got.Service != "Dropbox" {
		t.Errorf("it is %+v", got)
	}
	if slices.Contains(asked, "/mnt/Grantiau # 1/Dropbox") {
		t.Error("the server was asked for a folder that the office does not lie in")
	}
}

func TestWhoeverOpensAnOfficeInASynchronisedFolderIsToldWhatToDo(t *testing.T) {
	path := filepath.Join("a", "Gwent.almoner")
	got := Place{Sync, "SharePoint", `F:\Llyfrgell`}.Refusal(path)
	want := `Gwent.almoner is in a folder of SharePoint (F:\Llyfrgell), which is copied to and fro between computers: when two people save, the office would be torn or there would be two of it. ` +
		`Move it to a folder of the office's file server (or, for one person, this computer's own disk), then open it there.`
	if got != want {
		t.Errorf("\n got %s\nwant %s", got, want)
	}
	if got := (Place{Sort: Sync}).Refusal(path); !strings.HasPrefix(got, "Gwent.almoner is in a synchronised folder, which is copied") {
		t.Error(got)
	}
	if got := (Place{Sort: Sync}).RefusalToMake(path); !strings.HasSuffix(got, "two of it. Make it in "+elsewhere+".") {
		t.Error(got)
	}
}

func TestNobodyIsRefusedAShareOrADisk(t *testing.T) {
	for _, sort := range []Sort{Disk, Share, Removable} {
		p := Place{Sort: sort}
		if got := p.Refusal("Gwent.almoner") + p.RefusalToMake("Gwent.almoner"); got != "" {
			t.Errorf("%s: %s", sort, got)
		}
	}
}

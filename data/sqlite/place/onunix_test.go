package place

import "testing"

func laptopOfLlyr() paper {
	return paper{
		system: onLinux,
		home:   "/home/llŷr",
		mounts: parseMounts([]byte(`22 1 8:2 / / rw,relatime shared:1 - ext4 /dev/sda2 rw
30 22 0:40 / /mnt/Grantiau\040\043\0401 rw - cifs //gwent-fs1/grants$ rw
31 22 0:41 / /home/shared rw - nfs4 fs:/home rw
32 22 0:42 / /home/llŷr/Cwmwl rw master:3 - fuse.rclone gwent: rw
33 22 0:43 / /home/llŷr/gd rw - fuse google-drive-ocamlfuse rw
34 22 0:44 / /home/llŷr/od rw - fuse.onedriver onedriver rw
35 22 0:45 / /home/llŷr/pCloudDrive rw - fuse pCloud.fs rw
36 22 0:46 / /home/llŷr/dav rw - fuse https://cwmwl.example/nextcloud/remote.php rw
37 22 0:47 / /run/user/1000/gvfs rw - fuse.gvfsd-fuse gvfsd-fuse rw
45 22 8:20 / /run/media/llŷr/CARD rw - exfat /dev/sdd1 rw
38 22 8:17 / /media/llŷr/STICK rw - vfat /dev/sdb1 rw
39 22 8:18 / /mnt/windows rw - fuseblk /dev/sda3 rw
40 22 0:48 / /mnt/ssh rw - fuse.sshfs llyr@dropbox.example: rw
41 22 0:49 / /mnt/both rw - nfs fs:/both rw
42 41 8:19 / /mnt/both rw - ext4 /dev/sdc1 rw
43 22 0:50 / /mnt/pool rw - fuse.mergerfs pcloud:box rw
not a line of the table
44 22 - short
`)),
		files: map[string]string{
			"/home/llŷr/.dropbox/info.json":              `{"personal": {"path": "/home/llŷr/Dropbox"}, "later": 3}`,
			"/home/llŷr/.dropbox/":                       "",
			"/home/llŷr/.config/onedrive/config":         "# sync_dir = \"/srv/no\"\nsync_dir = \"~/One Drive\"\nold_sync_dir = \"/srv/no\"\n",
			"/home/llŷr/.config/onedrive-grants/config":  "sync_dir=\"/srv/Grants # 100%\"\n",
			"/home/llŷr/.config/other/config":            "sync_dir = \"/srv/other\"\n",
			"/home/llŷr/.config/Nextcloud/nextcloud.cfg": "[Accounts]\n0\\Folders\\1\\localPath=/srv/c\\x175mwl/\n",
		},
		links: map[string]string{"/srv/link": "/home/llŷr/Dropbox/Grants", "/srv/share": "/mnt/Grantiau # 1/x"},
	}
}

func TestServicesAreKnownOnLinux(t *testing.T) {
	laptopOfLlyr().wants(t, []found{
		{"/home/llŷr/Dropbox/Gwent.almoner", "sync|Dropbox|/home/llŷr/Dropbox"},
		{"/home/llŷr/Dropbox things/Gwent.almoner", "disk"},
		{"/home/llŷr/dropbox/Gwent.almoner", "disk"}, // another folder on Linux
		{"/home/llŷr/Gwent.almoner", "disk"},         // beside .dropbox, which is Dropbox's own
		{"/home/llŷr/One Drive/Gwent.almoner", "sync|OneDrive|/home/llŷr/One Drive"},
		{"/home/llŷr/OneDrive/Gwent.almoner", "disk"},
		{"/srv/Grants # 100%/Gwent.almoner", "sync|OneDrive|/srv/Grants # 100%"},
		{"/srv/no/Gwent.almoner", "disk"},
		{"/srv/other/Gwent.almoner", "disk"},
		{"/srv/cŵmwl/Gwent.almoner", "sync|Nextcloud|/srv/cŵmwl"},
		{"/srv/link/Gwent.almoner", "sync|Dropbox|/home/llŷr/Dropbox"},
		{"/srv/../home/llŷr/./Dropbox//Gwent.almoner", "sync|Dropbox|/home/llŷr/Dropbox"},
	})
}

func TestAbrauneggsOwnFolderIsKnownWithoutSettings(t *testing.T) {
	laptop := laptopOfLlyr()
	laptop.files = map[string]string{"/home/llŷr/.config/onedrive/refresh_token": "x"}
	laptop.wants(t, []found{{"/home/llŷr/OneDrive/Gwent.almoner", "sync|OneDrive|/home/llŷr/OneDrive"}})
	laptop.env = map[string]string{"XDG_CONFIG_HOME": "/etc/llŷr"}
	laptop.wants(t, []found{{"/home/llŷr/OneDrive/Gwent.almoner", "disk"}})
}

func TestSettingsAreNotTakenFromTheWorkingFolder(t *testing.T) {
	nobody := paper{system: onLinux, files: map[string]string{".dropbox/info.json": `{"personal": {"path": "/srv/Dropbox"}}`}}
	nobody.wants(t, []found{{"/srv/Dropbox/Gwent.almoner", "disk"}})
	nobody = paper{system: onWindows, files: map[string]string{`\Dropbox\info.json`: `{"personal": {"path": "C:\\Dropbox"}}`}}
	nobody.wants(t, []found{{`C:\Dropbox\Gwent.almoner`, "disk"}})
}

func TestMountsAreKnownOnLinux(t *testing.T) {
	laptopOfLlyr().wants(t, []found{
		{"/mnt/Grantiau # 1/Gwent.almoner", "share"},
		{"/mnt/Grantiau # 12/Gwent.almoner", "disk"},
		{"/srv/share/Gwent.almoner", "share"},
		{"/home/shared/Gwent.almoner", "share"},
		{"/mnt/ssh/Gwent.almoner", "share"},
		{"/mnt/both/Gwent.almoner", "disk"}, // mounted over the share
		{"/mnt/windows/Gwent.almoner", "disk"},
		{"/mnt/pool/Gwent.almoner", "disk"},
		{"/media/llŷr/STICK/Gwent.almoner", "removable"},
		{"/run/media/llŷr/CARD/Gwent.almoner", "removable"},
		{"/home/llŷr/Cwmwl/Gwent.almoner", "sync|rclone|/home/llŷr/Cwmwl"},
		{"/home/llŷr/gd/Gwent.almoner", "sync|Google Drive|/home/llŷr/gd"},
		{"/home/llŷr/od/Gwent.almoner", "sync|OneDrive|/home/llŷr/od"},
		{"/home/llŷr/pCloudDrive/Gwent.almoner", "sync|pCloud|/home/llŷr/pCloudDrive"},
		{"/home/llŷr/dav/Gwent.almoner", "sync|Nextcloud|/home/llŷr/dav"},
		{"/run/user/1000/gvfs/google-drive:host=gmail.com,user=a/Gwent.almoner", "sync|Google Drive|/run/user/1000/gvfs/google-drive:host=gmail.com,user=a"},
		{"/run/user/1000/gvfs/onedrive:host=live.com/Gwent.almoner", "sync|OneDrive|/run/user/1000/gvfs/onedrive:host=live.com"},
		{"/run/user/1000/gvfs/Gwent.almoner", "share"},
		{"/run/user/1000/gvfs", "share"},
		{"/run/user/1000/gvfs/davs:host=cwmwl.example,ssl=true/Gwent.almoner", "sync|WebDAV|/run/user/1000/gvfs/davs:host=cwmwl.example,ssl=true"},
		{"/run/user/1000/gvfs/smb-share:server=fs,share=grants/Gwent.almoner", "share"},
	})
}

func macOfNia() paper {
	return paper{
		system: onMac,
		home:   "/Users/nia",
		mounts: []mount{
			{"/System/Volumes/Data", "apfs", "/dev/disk1s2"},
			{"/Volumes/grants", "smbfs", "//nia@gwent-fs1/grants"},
			{"/Volumes/web", "webdav", "https://intranet.example/dav/"},
			{"/Volumes/STICK", "msdos", "/dev/disk4s1"},
			{"/Users/nia/pCloud Drive", "macfuse", "pCloud.fs@macfuse0"},
			{"/Volumes/GoogleDrive", "dfsfuse_DFS", "drivefs"},
			{"/", "apfs", "/dev/disk1s1"},
		},
		files: map[string]string{
			"/Users/nia/.dropbox/info.json":                              `{"business": {"path": "/Users/nia/Gwaith"}}`,
			"/Users/nia/Library/Preferences/Nextcloud/nextcloud.cfg":     "0\\Folders\\1\\localPath=/Users/nia/Cwmwl\n",
			"/Users/nia/Library/Application Support/Dropbox/nothing.txt": "",
		},
		links: map[string]string{"/Users/nia/Cyswllt": "/Users/nia/Library/CloudStorage/Dropbox/x"},
		signs: map[string]signs{
			"/Users/nia/Documents": {extended: map[string]string{providerAttribute: "com.apple.CloudDocs.iCloudDriveFileProvider/0123"}},
			"/Users/nia/Desktop":   {extended: map[string]string{desktopAttribute: "1"}},
			"/Users/nia/Unknown":   {extended: map[string]string{providerAttribute: "com.example.files/1"}},
			"/Users/nia/Plain":     {extended: map[string]string{"com.apple.quarantine": "1"}},
		},
	}
}

func TestServicesAreKnownOnMacOS(t *testing.T) {
	const cloud = "/Users/nia/Library/CloudStorage/"
	macOfNia().wants(t, []found{
		{cloud + "OneDrive-SCHThGwent/Gwent.almoner", "sync|OneDrive|" + cloud + "OneDrive-SCHThGwent"},
		{cloud + "GoogleDrive-nia@gwent.example/My Drive/Gwent.almoner", "sync|Google Drive|" + cloud + "GoogleDrive-nia@gwent.example"},
		{cloud + "Dropbox/Gwent.almoner", "sync|Dropbox|" + cloud + "Dropbox"},
		{cloud + "Box-Box/Gwent.almoner", "sync|Box|" + cloud + "Box-Box"},
		{cloud + "Tresor-nia/Gwent.almoner", "sync|Tresor|" + cloud + "Tresor-nia"},
		{"/users/NIA/library/cloudstorage/Egnyte-gwent/Gwent.almoner", "sync|Egnyte|/users/NIA/library/cloudstorage/Egnyte-gwent"},
		{"/System/Volumes/Data" + cloud + "Dropbox/Gwent.almoner", "sync|Dropbox|" + cloud + "Dropbox"},
		{"/Users/nia/Library/Mobile Documents/com~apple~CloudDocs/Gwent.almoner", "sync|iCloud Drive|/Users/nia/Library/Mobile Documents"},
		{"/Users/nia/Library/Gwent.almoner", "disk"},
		{"/Users/nia/Documents/Grants/Gwent.almoner", "sync|iCloud Drive|/Users/nia/Documents"},
		{"/Users/nia/Desktop/Gwent.almoner", "sync|iCloud Drive|/Users/nia/Desktop"},
		{"/Users/nia/Unknown/Gwent.almoner", "sync||/Users/nia/Unknown"},
		{"/Users/nia/Plain/Gwent.almoner", "disk"},
		{"/Users/nia/Gwaith/Gwent.almoner", "sync|Dropbox|/Users/nia/Gwaith"},
		{"/Users/nia/Cwmwl/Gwent.almoner", "sync|Nextcloud|/Users/nia/Cwmwl"},
		{"/Users/nia/Dropbox/Gwent.almoner", "sync|Dropbox|/Users/nia/Dropbox"},
		{"/Users/nia/Google Drive/Gwent.almoner", "sync|Google Drive|/Users/nia/Google Drive"},
		{"/Users/nia/Dropbox things/Gwent.almoner", "disk"},
		{"/Users/nia/Grants/Dropbox/Gwent.almoner", "disk"},
		{"/Users/nia/Cyswllt/Gwent.almoner", "sync|Dropbox|" + cloud + "Dropbox"},
	})
}

func TestMountsAreKnownOnMacOS(t *testing.T) {
	macOfNia().wants(t, []found{
		{"/Volumes/grants/Gwent.almoner", "share"},
		{"/Volumes/web/Gwent.almoner", "sync|WebDAV|/Volumes/web"},
		{"/Volumes/STICK/Gwent.almoner", "removable"},
		{"/Users/nia/pCloud Drive/Gwent.almoner", "sync|pCloud|/Users/nia/pCloud Drive"},
		{"/Volumes/GoogleDrive/My Drive/Gwent.almoner", "sync|Google Drive|/Volumes/GoogleDrive"},
		{"/Users/Shared/Gwent.almoner", "disk"},
	})
}

func TestWelshLettersAreTheSameHoweverMacOSWritesThem(t *testing.T) {
	mac := macOfNia()
	mac.files = map[string]string{"/Users/nia/.dropbox/info.json": `{"personal": {"path": "/Users/nia/C\u0175mwl"}}`}
	mac.wants(t, []found{{"/Users/nia/CW\u0302MWL/Gwent.almoner", "sync|Dropbox|/Users/nia/C\u0175mwl"}})
}

func TestASettingCannotMakeTheWholeComputerASynchronisedFolder(t *testing.T) {
	laptop := laptopOfLlyr()
	laptop.files["/home/llŷr/.config/onedrive/config"] = `sync_dir = "/"`
	laptop.files["/home/llŷr/.dropbox/info.json"] = `{"personal": {"path": "home"}}`
	laptop.wants(t, []found{{"/home/llŷr/Gwent.almoner", "disk"}})
}

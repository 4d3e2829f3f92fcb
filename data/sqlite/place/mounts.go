package place

import (
	"strconv"
	"strings"
)

// mount is a file system and the folder at which it is seen.
type mount struct {
	folder string
	kind   string // the type of the file system; of a drive of Windows one of the kinds below
	source string // the device, the server's folder or the program; of a drive of Windows what it stands for, if for a folder
}

const (
	driveFixed     = "fixed"
	driveRemote    = "remote"
	driveRemovable = "removable"
	driveOfFolder  = "subst"
)

// parseMounts reads /proc/self/mountinfo (proc_pid_mountinfo(5)). Lines that it does not understand it leaves out.
func parseMounts(text []byte) []mount {
	var mounts []mount
	for line := range strings.Lines(string(text)) {
		before, after, found := strings.Cut(line, " - ")
		head, tail := strings.Fields(before), strings.Fields(after)
		if !found || len(head) < 5 || len(tail) < 2 {
			continue
		}
		mounts = append(mounts, mount{unescapeOctal(head[4]), tail[0], unescapeOctal(tail[1])})
	}
	return mounts
}

// unescapeOctal undoes \040 for a space and its like, which the kernel writes into the table of mounts.
func unescapeOctal(text string) string {
	var out strings.Builder
	for i := 0; i < len(text); i++ {
		if text[i] == '\\' && i+3 < len(text) {
			if b, err := strconv.ParseUint(text[i+1:i+4], 8, 8); err == nil {
				out.WriteByte(byte(b))
				i += 3
				continue
			}
		}
		out.WriteByte(text[i])
	}
	return out.String()
}

// mountOf is the file system that a location is on. The last of two at one folder hides the first.
func (c computer) mountOf(l location) mount {
	var found mount
	depth := -1
	if !l.whole() || l.onServer() {
		return found
	}
	for _, m := range c.mounts(l.volume) {
		if folder := c.locate(m.folder); l.in(folder) && len(folder.parts) >= depth {
			found, depth = m, len(folder.parts)
		}
	}
	return found
}

var shareKinds = map[string]bool{
	driveRemote: true,
	"cifs":      true, "smb2": true, "smb3": true, "smbfs": true,
	"nfs": true, "nfs4": true,
	"afpfs": true, "afs": true, "ceph": true, "ncpfs": true, "lustre": true,
	"autofs":     true, // what is mounted once it is used is as a rule a server's
	"fuse.sshfs": true, "fuse.glusterfs": true, "fuse.smbnetfs": true, "fuse.gvfsd-fuse": true,
}

// sort is what a file system is, apart from the services.
func (m mount) sort(s system) Sort {
	if shareKinds[m.kind] {
		return Share
	}
	if m.kind == driveRemovable {
		return Removable
	}
	folder := s.locate(m.folder)
	if s == onLinux && (folder.begins("media") || folder.begins("run", "media")) || s == onMac && folder.begins("Volumes") {
		return Removable
	}
	return Disk
}

// cloudMounts are how the programs that show a service as a disk begin their name, in the type after "fuse." or in the source.
var cloudMounts = []struct{ begins, service string }{
	{"rclone", "rclone"},
	{"google-drive-ocamlfuse", "Google Drive"},
	{"gdfs", "Google Drive"},
	{"dfsfuse", "Google Drive"}, // Drive File Stream on macOS, before file providers
	{"drivefs", "Google Drive"},
	{"onedriver", "OneDrive"},
	{"pcloud", "pCloud"},
	{"s3fs", "S3"},
	{"gcsfuse", "Google Cloud Storage"},
	{"blobfuse", "Azure Storage"},
}

// mounted finds services that are shown as a disk. A file of theirs is sent as a whole once it is closed, and locks are kept by none.
func (c computer) mounted(l location) Place {
	m := c.mountOf(l)
	kind, fuse := strings.CutPrefix(strings.ToLower(m.kind), "fuse.")
	at := c.locate(m.folder)
	switch {
	case kind == "webdav", kind == "davfs", (fuse || kind == "fuse") && isURL(m.source):
		return Place{Sync, serviceNamed(m.source, "WebDAV"), at.String()}
	case kind == "gvfsd-fuse":
		return inGVfs(l, at)
	}
	for _, cloud := range cloudMounts {
		byKind := strings.HasPrefix(kind, cloud.begins)
		if byKind || isFuse(kind) && strings.HasPrefix(strings.ToLower(m.source), cloud.begins) {
			return Place{Sync, cloud.service, at.String()}
		}
	}
	return Place{}
}

// isFuse is whether a file system's type leaves open which program is behind it.
func isFuse(kind string) bool {
	return kind == "fuse" || kind == "macfuse" || kind == "osxfuse" || kind == "osxfusefs"
}

func isURL(text string) bool {
	return strings.HasPrefix(text, "http://") || strings.HasPrefix(text, "https://")
}

// inGVfs reads the name by which GNOME shows what somebody connected to, such as "google-drive:host=gmail.com,user=a".
func inGVfs(l, at location) Place {
	if len(l.parts) <= len(at.parts) {
		return Place{}
	}
	how, of, _ := strings.Cut(l.parts[len(at.parts)], ":")
	folder := l.first(len(at.parts) + 1).String()
	switch how {
	case "google-drive":
		return Place{Sync, "Google Drive", folder}
	case "onedrive":
		return Place{Sync, "OneDrive", folder}
	case "dav", "davs":
		return Place{Sync, serviceNamed(of, "WebDAV"), folder}
	}
	return Place{}
}

package place

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"unsafe"

	"golang.org/x/sys/windows"
)

var (
	connectionOf   = windows.NewLazySystemDLL("mpr.dll").NewProc("WNetGetConnectionW")
	syncRootOfPath = windows.NewLazySystemDLL("cldapi.dll").NewProc("CfGetSyncRootInfoByPath") // since Windows 10, 1709
)

func thisComputer() computer {
	c := theseFiles(onWindows)
	c.registry = readRegistry
	c.mounts = driveOf
	c.signs = signsOf
	return c
}

// driveOf is what a letter stands for. Windows knows it without asking the server.
func driveOf(volume string) []mount {
	root, err := windows.UTF16PtrFromString(volume + `\`)
	if err != nil || len(volume) != 2 {
		return nil
	}
	m := mount{folder: volume + `\`, kind: driveFixed}
	if folder := substituted(volume); folder != "" {
		m.kind, m.source = driveOfFolder, folder
		return []mount{m}
	}
	switch windows.GetDriveType(root) {
	case windows.DRIVE_REMOTE:
		m.kind, m.source = driveRemote, connected(volume)
	case windows.DRIVE_REMOVABLE:
		m.kind = driveRemovable
	case windows.DRIVE_UNKNOWN, windows.DRIVE_NO_ROOT_DIR:
		if source := connected(volume); source != "" { // a drive that is mapped and cut off
			m.kind, m.source = driveRemote, source
		}
	}
	return []mount{m}
}

// substituted is the folder that a letter was given by subst, which is a link in the list of devices.
func substituted(volume string) string {
	name, err := windows.UTF16PtrFromString(volume)
	if err != nil {
		return ""
	}
	target := make([]uint16, windows.MAX_LONG_PATH)
	if n, err := windows.QueryDosDevice(name, &target[0], uint32(len(target))); err != nil || n == 0 {
		return ""
	}
	device := windows.UTF16ToString(target)
	if !strings.HasPrefix(device, `\??\`) {
		return ""
	}
	return device
}

// connected is the server's folder of a mapped drive.
func connected(volume string) string {
	name, err := windows.UTF16PtrFromString(volume)
	if err != nil || connectionOf.Find() != nil {
		return ""
	}
	remote := make([]uint16, windows.MAX_LONG_PATH)
	size := uint32(len(remote))
	failed, _, _ := connectionOf.Call(uintptr(unsafe.Pointer(name)), uintptr(unsafe.Pointer(&remote[0])), uintptr(unsafe.Pointer(&size)))
	if failed == 0 {
		return windows.UTF16ToString(remote)
	}
	return rememberedConnection(volume[:1])
}

func signsOf(l location) signs {
	if l.onServer() {
		return signs{}
	}
	path := l.String()
	if len(l.parts) == 0 {
		return signs{label: labelOf(path)}
	}
	name, err := windows.UTF16PtrFromString(extendedPath(path))
	if err != nil {
		return signs{}
	}
	var found windows.Win32finddata
	search, err := windows.FindFirstFile(name, &found) // which opens nothing, and so calls nothing back from the cloud
	if err != nil {
		return signs{}
	}
	_ = windows.FindClose(search)
	s := signs{attributes: found.FileAttributes, tag: found.Reserved0}
	s.provider = providerOf(path)
	return s
}

func labelOf(root string) string {
	name, err := windows.UTF16PtrFromString(root)
	if err != nil {
		return ""
	}
	label := make([]uint16, windows.MAX_PATH+1)
	if windows.GetVolumeInformation(name, &label[0], uint32(len(label)), nil, nil, nil, nil, 0) != nil {
		return ""
	}
	return windows.UTF16ToString(label)
}

// providerInfo is CF_SYNC_ROOT_PROVIDER_INFO of cfapi.h.
type providerInfo struct {
	status  uint32
	name    [256]uint16
	version [256]uint16
}

// syncRootProvider is CF_SYNC_ROOT_INFO_PROVIDER, which asks for a providerInfo.
const syncRootProvider = 2

func providerOf(path string) string {
	name, err := windows.UTF16PtrFromString(path)
	if err != nil || syncRootOfPath.Find() != nil {
		return ""
	}
	var info providerInfo
	var size uint32
	failed, _, _ := syncRootOfPath.Call(uintptr(unsafe.Pointer(name)), syncRootProvider,
		uintptr(unsafe.Pointer(&info)), unsafe.Sizeof(info), uintptr(unsafe.Pointer(&size)))
	if failed != 0 {
		return ""
	}
	return windows.UTF16ToString(info.name[:])
}

// resolve asks for the name behind links, junctions and short names. Of what is not there yet it is the folder's name that counts.
func resolve(path string) string {
	l := onWindows.locate(path)
	if !l.whole() {
		return path
	}
	for range 40 { // a link to a file that is not there yet
		target, err := os.Readlink(l.String())
		if err != nil {
			break
		}
		to := onWindows.locate(target)
		if !to.whole() {
			to = onWindows.locate(filepath.Join(filepath.Dir(l.String()), target))
		}
		l = to
	}
	for n := len(l.parts); n >= 0; n-- {
		final, err := finalName(l.first(n).String())
		if err == nil {
			return onWindows.locate(final).join(l.parts[n:]...).String()
		}
		if !goesUp(err) {
			break
		}
	}
	return l.String()
}

// goesUp is whether the folder above can be asked instead. A server that does not answer does not answer there either.
func goesUp(err error) bool {
	return errors.Is(err, windows.ERROR_FILE_NOT_FOUND) || errors.Is(err, windows.ERROR_PATH_NOT_FOUND) || errors.Is(err, windows.ERROR_ACCESS_DENIED)
}

func finalName(path string) (string, error) {
	name, err := windows.UTF16PtrFromString(extendedPath(path))
	if err != nil {
		return "", err
	}
	const all = windows.FILE_SHARE_READ | windows.FILE_SHARE_WRITE | windows.FILE_SHARE_DELETE
	// No right is asked for, so that nobody's lock is in the way and nothing is called back from the cloud.
	file, err := windows.CreateFile(name, 0, all, nil, windows.OPEN_EXISTING, windows.FILE_FLAG_BACKUP_SEMANTICS, 0)
	if err != nil {
		return "", err
	}
	defer windows.CloseHandle(file) //nolint:errcheck // only asked
	final := make([]uint16, windows.MAX_LONG_PATH)
	n, err := windows.GetFinalPathNameByHandle(file, &final[0], uint32(len(final)), 0)
	if err != nil || n >= uint32(len(final)) {
		return "", errors.Join(err, windows.ERROR_PATH_NOT_FOUND)
	}
	return windows.UTF16ToString(final[:n]), nil
}

// extendedPath lifts the limit of 260 characters.
func extendedPath(path string) string {
	if strings.HasPrefix(path, `\\`) {
		return `\\?\UNC\` + path[2:]
	}
	return `\\?\` + path
}

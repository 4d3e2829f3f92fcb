package place

import "golang.org/x/sys/unix"

func thisComputer() computer {
	c := theseFiles(onMac)
	c.mounts = once(mountsOfMac)
	c.signs = func(of location) signs { return signs{extended: attributesOfFolder(of.String())} }
	return c
}

// mountsOfMac is what the kernel remembers; with MNT_NOWAIT it asks no server.
func mountsOfMac() []mount {
	n, err := unix.Getfsstat(nil, unix.MNT_NOWAIT)
	if err != nil || n == 0 {
		return nil
	}
	table := make([]unix.Statfs_t, n+8) // in case something is being mounted
	n, err = unix.Getfsstat(table, unix.MNT_NOWAIT)
	if err != nil {
		return nil
	}
	var mounts []mount
	for _, m := range table[:min(n, len(table))] {
		mounts = append(mounts, mount{
			folder: unix.ByteSliceToString(m.Mntonname[:]),
			kind:   unix.ByteSliceToString(m.Fstypename[:]),
			source: unix.ByteSliceToString(m.Mntfromname[:]),
		})
	}
	return mounts
}

// attributesOfFolder leaves files out, which take their attributes along when they are copied to a better place.
func attributesOfFolder(path string) map[string]string {
	var stat unix.Stat_t
	if err := unix.Lstat(path, &stat); err != nil || stat.Mode&unix.S_IFMT != unix.S_IFDIR {
		return nil
	}
	found := map[string]string{}
	for _, name := range []string{providerAttribute, desktopAttribute} {
		value := make([]byte, 1024)
		if n, err := unix.Lgetxattr(path, name, value); err == nil && n > 0 {
			found[name] = string(value[:n])
		}
	}
	return found
}

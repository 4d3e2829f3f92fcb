//go:build !linux && !darwin && !windows

package place

// thisComputer of a system that Almoner is not made for knows what Linux' files say, and no mounts.
func thisComputer() computer { return theseFiles(onLinux) }

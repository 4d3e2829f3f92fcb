package place

import "os"

func thisComputer() computer {
	c := theseFiles(onLinux)
	c.mounts = once(func() []mount {
		text, err := os.ReadFile("/proc/self/mountinfo") // the kernel's memory, so that it never has to be waited for
		if err != nil {
			return nil
		}
		return parseMounts(text)
	})
	return c
}

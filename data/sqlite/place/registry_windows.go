package place

import "golang.org/x/sys/windows/registry"

// readRegistry reads the keys that the rules know, with what is below them.
func readRegistry() []setting {
	var settings []setting
	for _, from := range []struct {
		root registry.Key
		path string
	}{
		{registry.CURRENT_USER, accountsKey},
		{registry.CURRENT_USER, librariesKey},
		{registry.CURRENT_USER, googleKey},
		{registry.LOCAL_MACHINE, syncRootsKey},
	} {
		most := len(settings) + registryEntries
		settings = readKey(settings, from.root, from.path, registryDepth, most)
	}
	return settings
}

func readKey(settings []setting, root registry.Key, path string, depth, most int) []setting {
	// Almoner may be a 32-bit program on 64-bit Windows, which would be shown another registry.
	key, err := registry.OpenKey(root, path, registry.READ|registry.WOW64_64KEY)
	if err != nil {
		return settings
	}
	defer key.Close() //nolint:errcheck // only read from
	names, _ := key.ReadValueNames(0)
	for _, name := range names {
		if len(settings) < most {
			settings = append(settings, setting{path, name, textOf(key, name)})
		}
	}
	if depth == 0 {
		return settings
	}
	below, _ := key.ReadSubKeyNames(0)
	for _, name := range below {
		if len(settings) < most {
			settings = readKey(settings, root, path+`\`+name, depth-1, most)
		}
	}
	return settings
}

// textOf is a value that is a text, with the environment's variables in it replaced; empty for any other.
func textOf(key registry.Key, name string) string {
	text, kind, err := key.GetStringValue(name)
	if err != nil {
		return ""
	}
	if kind != registry.EXPAND_SZ {
		return text
	}
	if whole, err := registry.ExpandString(text); err == nil {
		return whole
	}
	return text
}

// rememberedConnection is what Windows will connect a letter with again when the server is back.
func rememberedConnection(letter string) string {
	key, err := registry.OpenKey(registry.CURRENT_USER, connectionsKey+`\`+letter, registry.QUERY_VALUE)
	if err != nil {
		return ""
	}
	defer key.Close() //nolint:errcheck // only read from
	return textOf(key, "RemotePath")
}

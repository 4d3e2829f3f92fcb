// Package inspect lets a window test look into the running program. Only a build
// with the tag windowtest has it; in every other build Serve does nothing, and
// no port is ever opened.
//
// A widget of ours that a test must find says so with a method
//
//	InspectName() string // a stable name, such as "grants.search"; texts change with wording
//	InspectText() string // what it shows, where it is not in a field called Text or Selected
//
// and needs nothing from this package for it.
package inspect

// AddressFile is the environment variable that names the file into which the
// program writes the loopback address it answers on. Unset: it answers nobody.
const AddressFile = "ALMONER_WINDOWTEST"

// Package sqlite keeps an office in one SQLite file: it is the only place that knows SQL and the driver.
//
// [Create] makes an office file. [Open] reads one whole into a [data.Register] and returns an [Office], which works with the file itself, as
// a nightly job does. [Share] returns a [Shared], with which people work who have it open together: see there. [Check] looks for damage
// and for changes made behind the program's back.
//
// The file is touched in visits only (visit.go): under the lock beside it, after a look at the journal, over a connection that nobody used
// before. The mirror follows the file by its change list (mirror.go, catchup.go); saves wait in the outbox (putoff.go) until a goroutine
// has taken them into the file (work.go). What can go wrong with a file that others have too stands in the tests of sharedfault_test.go.
//
// How the file is laid out stands in schema/0001_office.sql, which is meant to be read. A kind of record is described once, in a
// file of its own (grant.go, fund.go …): its rows as bun sees them, and the lists inside it. Reading, writing and comparing go by
// that description; [copier] refuses, when it is first used, a description that forgets a field. To add a kind: a migration, row
// structs, one line in shelves.
//
// Every save is one transaction: the record, its entry in the change list and the counters go in together or not at all. The change
// list is also how several programs on one file learn of each other: whoever is about to write, or is asked to refresh, first takes
// in the changes after the last one seen. And it is where merging finds what two people started from, what is undone and restored,
// and what [Check] replays: so a person who must be forgotten leaves it by [Office.Blot] only, which keeps its seals.
package sqlite

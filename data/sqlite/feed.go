package sqlite

import (
	"context"
	"maps"
	"slices"
	"sync"

	"almoner/data"
)

// feed tells those who look at an office what is not any more as it was.
type feed struct {
	mu      sync.Mutex
	last    int
	tells   map[int]func(data.News)
	telling sync.Mutex // one piece of news at a time
}

func (f *feed) subscribe(tell func(data.News)) (stop func()) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.tells == nil {
		f.tells = map[int]func(data.News){}
	}
	f.last++
	id := f.last
	f.tells[id] = tell
	return func() {
		f.mu.Lock()
		defer f.mu.Unlock()
		delete(f.tells, id)
	}
}

func (f *feed) tell(n data.News) {
	f.telling.Lock()
	defer f.telling.Unlock()
	f.mu.Lock()
	var tells []func(data.News)
	for _, id := range slices.Sorted(maps.Keys(f.tells)) {
		tells = append(tells, f.tells[id])
	}
	f.mu.Unlock()
	for _, tell := range tells {
		tell(n)
	}
}

// Subscribe tells of what Refresh takes in; see data.Office.
func (o *Office) Subscribe(tell func(data.News)) (stop func()) { return o.feed.subscribe(tell) }

// Standing is how things stand with the file. Nothing waits: each Save has reached it.
func (o *Office) Standing() data.Standing { return data.Standing{Blocked: o.ReadOnly()} }

// SaveState is data.InFile: what Save has saved is in the file.
func (o *Office) SaveState(data.RecordID) data.SaveState { return data.InFile }

// Doubts are none: what the file does not take, Save says.
func (o *Office) Doubts() []data.Doubt { return nil }

// Settle has nothing to settle.
func (o *Office) Settle(context.Context, int64, data.Record) (data.Saved, error) {
	return data.Saved{}, fault(nil, "There is nothing to be settled.")
}

// Attend tells nobody: who only visits the file is not shown as being in it.
func (o *Office) Attend(data.RecordID, bool) {}

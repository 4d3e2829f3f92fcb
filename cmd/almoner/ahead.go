package main

import (
	"context"
	"sync/atomic"

	"almoner/data"
)

// ahead begins to open the office that was open last before there is a window, which takes about as long.
type ahead struct {
	files
	path   string
	taken  atomic.Bool
	stop   context.CancelFunc
	opened chan struct{}
	office data.Office
	err    error
	copied atomic.Pointer[func(done, total int64)] // who wants to know how far it is
}

// openAhead opens the office in that file, if it names one.
func openAhead(f files, path string) *ahead {
	ctx, stop := context.WithCancel(context.Background())
	a := &ahead{files: f, path: path, stop: stop, opened: make(chan struct{})}
	if path == "" {
		a.taken.Store(true)
		return a
	}
	go a.read(ctx)
	return a
}

func (a *ahead) read(ctx context.Context) {
	defer close(a.opened)
	a.office, a.err = a.files.Open(ctx, a.path, a.progress)
}

func (a *ahead) progress(done, total int64) {
	if tell := a.copied.Load(); tell != nil {
		(*tell)(done, total)
	}
}

// Open is the office that was opened ahead, once, or opens another.
func (a *ahead) Open(ctx context.Context, path string, progress func(done, total int64)) (data.Office, error) {
	if path != a.path || a.taken.Swap(true) {
		return a.files.Open(ctx, path, progress)
	}
	a.copied.Store(&progress)
	defer context.AfterFunc(ctx, a.stop)()
	<-a.opened
	return a.office, a.err
}

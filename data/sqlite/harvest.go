package sqlite

import (
	"context"
	"sync"

	"github.com/uptrace/bun"

	"almoner/data"
)

// harvest is tables that are to be read, each by itself: who holds what of them is seen to afterwards.
type harvest struct {
	only   []data.ID // the records that are read; nil is all
	tables []func(context.Context, bun.IDB) error
}

func (h *harvest) table(read func(context.Context, bun.IDB) error) { h.tables = append(h.tables, read) }

// from reads the tables, by several connections that see the same at once.
func (h *harvest) from(ctx context.Context, dbs ...bun.IDB) error {
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	next := make(chan func(context.Context, bun.IDB) error, len(h.tables))
	for _, read := range h.tables {
		next <- read
	}
	close(next)
	var readers sync.WaitGroup
	for _, db := range dbs {
		readers.Go(func() {
			for read := range next {
				if ctx.Err() != nil {
					return
				}
				if err := read(ctx, db); err != nil {
					stop(err) // the others need not go on
				}
			}
		})
	}
	readers.Wait()
	return context.Cause(ctx)
}

// readShelf is the records of a shelf that are named, or all.
func readShelf(ctx context.Context, db bun.IDB, s shelf, only []data.ID) ([]data.Record, error) {
	h := &harvest{only: only}
	records := s.read(h)
	if err := h.from(ctx, db); err != nil {
		return nil, err
	}
	return records(), nil
}

// everything is all records, kind by kind.
func everything(ctx context.Context, dbs ...bun.IDB) (map[data.Kind][]data.Record, error) {
	h := &harvest{}
	shelved := map[data.Kind]func() []data.Record{}
	for _, s := range shelves {
		shelved[s.kind()] = s.read(h)
	}
	if err := h.from(ctx, dbs...); err != nil {
		return nil, err
	}
	held := map[data.Kind][]data.Record{}
	for kind, records := range shelved {
		held[kind] = records()
	}
	return held, nil
}

package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"slices"

	"github.com/uptrace/bun"

	"almoner/data"
)

// shelves are where the file keeps each kind of record, in the order of data.Kinds: each after the kinds that it points to.
var shelves = []shelf{
	offices, staff, organisations, contacts, funds, programmes, questions, specifications, outcomesFrameworks, attachments, grants, decisions,
	trainingEvents, monitoringReturns, foiRequests, boardPapers, newsReleases, actions, publications,
}

func shelfOf(kind data.Kind) (shelf, error) {
	for _, s := range shelves {
		if s.kind() == kind {
			return s, nil
		}
	}
	return nil, fmt.Errorf("an office file keeps no records of the kind %q", kind)
}

// record is what the table of every kind of record begins with.
type record struct {
	ID      data.ID `bun:"id,pk"`
	Version int64   `bun:"version"`
	SavedAt string  `bun:"saved_at"`
	SavedBy string  `bun:"saved_by"`
}

// shelf is where the file keeps the records of one kind: a table, and tables of the lists in them.
type shelf interface {
	kind() data.Kind
	// read adds what it has to read, one query a table, and makes the records of it once all has been read.
	read(h *harvest) (records func() []data.Record)
	insert(ctx context.Context, db bun.IDB, recs []data.Record) error
	// update puts after in the place of before; it reports whether the file held before's version.
	update(ctx context.Context, db bun.IDB, before, after data.Record) (bool, error)
	// remove reports whether the file held the record's version.
	remove(ctx context.Context, db bun.IDB, rec data.Record) (bool, error)
	// unique is what no two records of the kind may share, the field it stands in, and how that is said; empty if there is nothing.
	unique(rec data.Record) (key, field, sentence string)
}

// recordPointer is a pointer to a record's struct.
type recordPointer[T any] interface {
	*T
	data.Record
}

// recordShelf keeps records T as rows R with lists.
type recordShelf[R, T any, PT recordPointer[T]] struct {
	copier copier[T, R]
	lists  []list[T]
	// derive fills columns that the record itself does not have; may be nil.
	derive func(*R)
	// sole is unique for records of this kind; may be nil.
	sole func(*T) (key, field, sentence string)
}

// keep describes a kind of record: R is its row, lists are the lists in it.
func keep[R, T any, PT recordPointer[T]](lists ...list[T]) *recordShelf[R, T, PT] {
	return &recordShelf[R, T, PT]{copier: newCopier[T, R](), lists: lists}
}

func (s *recordShelf[R, T, PT]) kind() data.Kind { return PT(new(T)).RecordKind() }

func (s *recordShelf[R, T, PT]) read(h *harvest) (records func() []data.Record) {
	var recs []data.Record
	owners := map[place]*T{}
	h.table(func(ctx context.Context, db bun.IDB) error {
		query := db.NewSelect().Model((*R)(nil))
		if h.only != nil {
			query.Where("id IN (?)", bun.List(h.only))
		}
		var items []T // which stay where they are: what is full is left, not grown
		err := each(ctx, query, func(row *R) error {
			if len(items) == cap(items) {
				items = make([]T, 0, min(max(8, 2*cap(items)), rowsAtOnce))
			}
			items = items[:len(items)+1]
			item := &items[len(items)-1]
			if err := s.copier.unpack(row, item); err != nil {
				return err
			}
			recs = append(recs, PT(item))
			owners[place{record: PT(item).Stamped().ID}] = item
			return nil
		})
		if err != nil {
			return fmt.Errorf("read %s: %w", s.kind(), err)
		}
		return nil
	})
	var lists []func(map[place]*T)
	for _, l := range s.lists {
		lists = append(lists, l.read(h))
	}
	return func() []data.Record {
		for _, give := range lists {
			give(owners)
		}
		return recs
	}
}

func (s *recordShelf[R, T, PT]) row(rec data.Record) R {
	var row R
	s.copier.pack((*T)(rec.(PT)), &row) //nolint:forcetypeassert // a shelf is given records of its own kind
	if s.derive != nil {
		s.derive(&row)
	}
	return row
}

func (s *recordShelf[R, T, PT]) collect(l list[T], rec data.Record, b *batch) {
	l.collect(place{record: rec.Stamped().ID}, (*T)(rec.(PT)), b) //nolint:forcetypeassert // a shelf is given records of its own kind
}

func (s *recordShelf[R, T, PT]) insert(ctx context.Context, db bun.IDB, recs []data.Record) error {
	for chunk := range slices.Chunk(recs, rowsAtOnce) {
		b := newBatch()
		own := rowsIn[R](b)
		for _, rec := range chunk {
			*own = append(*own, s.row(rec))
			for _, l := range s.lists {
				s.collect(l, rec, b)
			}
		}
		if err := b.insert(ctx, db); err != nil {
			return err
		}
	}
	return nil
}

func (s *recordShelf[R, T, PT]) update(ctx context.Context, db bun.IDB, before, after data.Record) (bool, error) {
	row := s.row(after)
	result, err := db.NewUpdate().Model(&row).WherePK().Where("version = ?", before.Stamped().Version).Exec(ctx)
	if held, err := oneRow(result, err); err != nil || !held {
		return held, err
	}
	for _, l := range s.lists {
		was, is := newBatch(), newBatch()
		s.collect(l, before, was)
		s.collect(l, after, is)
		if was.same(is) {
			continue
		}
		if len(was.tables) > 0 && !was.tables[0].empty() {
			if err := l.clear(ctx, db, after.Stamped().ID); err != nil {
				return false, err
			}
		}
		if err := is.insert(ctx, db); err != nil {
			return false, err
		}
	}
	return true, nil
}

func (s *recordShelf[R, T, PT]) remove(ctx context.Context, db bun.IDB, rec data.Record) (bool, error) {
	row := s.row(rec)
	return oneRow(db.NewDelete().Model(&row).WherePK().Where("version = ?", rec.Stamped().Version).Exec(ctx))
}

func (s *recordShelf[R, T, PT]) unique(rec data.Record) (key, field, sentence string) {
	if s.sole == nil {
		return "", "", ""
	}
	return s.sole((*T)(rec.(PT))) //nolint:forcetypeassert // a shelf is given records of its own kind
}

// oneRow reports whether a statement changed a row.
func oneRow(result sql.Result, err error) (bool, error) {
	if err != nil {
		return false, fmt.Errorf("change a record: %w", err)
	}
	n, err := result.RowsAffected()
	return n == 1, err
}

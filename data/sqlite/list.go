package sqlite

import (
	"context"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/uptrace/bun"

	"almoner/data"
)

// listed is what every row of a list in a record carries: whose it is and where it stands.
type listed struct {
	Record   data.ID `bun:"record,pk"`
	Position int     `bun:"position,pk"`
}

func (l *listed) place() place            { return place{record: l.Record} }
func (l *listed) put(at place, index int) { l.Record, l.Position = at.record, index }

// nested is what every row of a list in a row of a record carries.
type nested struct {
	Record   data.ID    `bun:"record,pk"`
	Parent   data.RowID `bun:"parent,pk"`
	Position int        `bun:"position,pk"`
}

func (n *nested) place() place            { return place{n.Record, n.Parent} }
func (n *nested) put(at place, index int) { n.Record, n.Parent, n.Position = at.record, at.row, index }

// place is a record or a row in one: what a list can be in.
type place struct {
	record data.ID
	row    data.RowID // empty for the record itself
}

// placed is a pointer to a row struct that embeds listed or nested.
type placed[R any] interface {
	*R
	place() place
	put(at place, index int)
}

// list is a list in a P, with a table of its own, and the lists in its rows.
type list[P any] interface {
	// read adds what it has to read, and gives it to those whose lists it is once all has been read.
	read(h *harvest) (give func(owners map[place]*P))
	// collect adds the list's rows to a batch.
	collect(at place, p *P, b *batch)
	// clear takes the list of a record out of the file, with the lists within it.
	clear(ctx context.Context, db bun.IDB, record data.ID) error
}

// rowList is a list of T, kept as rows R.
type rowList[R any, PR placed[R], P, T any] struct {
	copier copier[T, R]
	get    func(*P) []T
	set    func(*P, []T)
	id     func(*T) data.RowID
	within []list[T]
}

// rows is a list in a P, found by at, whose items are kept as rows R; within are the lists in each item.
func rows[R any, PR placed[R], P, T any](at func(*P) *[]T, within ...list[T]) list[P] {
	l := &rowList[R, PR, P, T]{
		copier: newCopier[T, R](),
		get:    func(p *P) []T { return *at(p) },
		set:    func(p *P, items []T) { *at(p) = items },
		within: within,
	}
	if len(within) > 0 {
		l.id = rowIDOf[T]()
	}
	return l
}

// entries is a list of what a P holds in another form, such as a map.
func entries[R any, PR placed[R], P, T any](get func(*P) []T, set func(*P, []T)) list[P] {
	return &rowList[R, PR, P, T]{copier: newCopier[T, R](), get: get, set: set}
}

// rowIDOf finds the ID that names an item's rows' parent.
func rowIDOf[T any]() func(*T) data.RowID {
	f, ok := reflect.TypeFor[T]().FieldByName("ID")
	if !ok {
		panic(fmt.Sprintf("sqlite: rows of %v have lists but no ID", reflect.TypeFor[T]()))
	}
	return func(item *T) data.RowID {
		return data.RowID(reflect.ValueOf(item).Elem().FieldByIndex(f.Index).String())
	}
}

func (l *rowList[R, PR, P, T]) read(h *harvest) (give func(owners map[place]*P)) {
	type list struct {
		at    place
		items []T
	}
	var lists []list
	h.table(func(ctx context.Context, db bun.IDB) error {
		query := db.NewSelect().Model((*R)(nil)).Order(orderOf[R]()...)
		if h.only != nil {
			query.Where("record IN (?)", bun.List(h.only))
		}
		var at place
		var found []T
		keep := func() {
			if len(found) > 0 {
				lists = append(lists, list{at, slices.Clone(found)})
			}
		}
		err := each(ctx, query, func(row *R) error {
			if next := PR(row).place(); next != at {
				keep()
				at, found = next, found[:0]
			}
			var item T
			if err := l.copier.unpack(row, &item); err != nil {
				return fmt.Errorf("of %s: %w", at.record, err)
			}
			found = append(found, item)
			return nil
		})
		if err != nil {
			return fmt.Errorf("read %s: %w", tableOf[R](), err)
		}
		keep()
		return nil
	})
	var within []func(map[place]*T)
	for _, w := range l.within {
		within = append(within, w.read(h))
	}
	return func(owners map[place]*P) {
		inner := map[place]*T{}
		for _, found := range lists {
			owner, ok := owners[found.at]
			if !ok {
				continue
			}
			if l.id != nil {
				for i := range found.items {
					inner[place{found.at.record, l.id(&found.items[i])}] = &found.items[i]
				}
			}
			l.set(owner, found.items)
		}
		for _, give := range within {
			give(inner)
		}
	}
}

func (l *rowList[R, PR, P, T]) collect(at place, p *P, b *batch) {
	items := l.get(p)
	packed := rowsIn[R](b)
	for i := range items {
		var row R
		l.copier.pack(&items[i], &row)
		PR(&row).put(at, i)
		*packed = append(*packed, row)
	}
	for _, w := range l.within {
		for i := range items {
			w.collect(place{at.record, l.id(&items[i])}, &items[i], b)
		}
	}
}

func (l *rowList[R, PR, P, T]) clear(ctx context.Context, db bun.IDB, record data.ID) error {
	if _, err := db.NewDelete().Model((*R)(nil)).Where("record = ?", record).Exec(ctx); err != nil {
		return fmt.Errorf("clear %s: %w", tableOf[R](), err)
	}
	return nil
}

// orderOf is the order of the rows of a list: that of its primary key, which SQLite reads without sorting.
func orderOf[R any]() []string {
	if _, ok := reflect.TypeFor[R]().FieldByName("Parent"); ok {
		return []string{"record", "parent", "position"}
	}
	return []string{"record", "position"}
}

// tableOf is the table that a row struct is mapped to.
func tableOf[R any]() string {
	base, _ := reflect.TypeFor[R]().FieldByName("BaseModel")
	return strings.TrimPrefix(base.Tag.Get("bun"), "table:")
}

// batch is rows on their way into the file, table by table, each table after those that its rows belong to.
type batch struct {
	tables []inserter
	byName map[string]inserter
}

type inserter interface {
	insert(ctx context.Context, db bun.IDB) error
	same(other inserter) bool
	empty() bool
}

func newBatch() *batch { return &batch{byName: map[string]inserter{}} }

// packedRows are rows of one table.
type packedRows[R any] struct{ rows []R }

// rowsIn is the rows of R's table in a batch.
func rowsIn[R any](b *batch) *[]R {
	name := tableOf[R]()
	if found, ok := b.byName[name]; ok {
		return &found.(*packedRows[R]).rows //nolint:forcetypeassert // a table has one row struct
	}
	added := &packedRows[R]{}
	b.byName[name] = added
	b.tables = append(b.tables, added)
	return &added.rows
}

func (b *batch) insert(ctx context.Context, db bun.IDB) error {
	for _, t := range b.tables {
		if err := t.insert(ctx, db); err != nil {
			return err
		}
	}
	return nil
}

// same reports whether two batches hold the same rows of the same tables.
func (b *batch) same(other *batch) bool {
	return slices.EqualFunc(b.tables, other.tables, inserter.same)
}

// rowsAtOnce keeps a statement within what SQLite parses fast; 500 rows of grants are about half a megabyte.
const rowsAtOnce = 500

func (p *packedRows[R]) insert(ctx context.Context, db bun.IDB) error {
	for chunk := range slices.Chunk(p.rows, rowsAtOnce) {
		if _, err := db.NewInsert().Model(&chunk).Exec(ctx); err != nil {
			return fmt.Errorf("write %s: %w", tableOf[R](), err)
		}
	}
	return nil
}

func (p *packedRows[R]) same(other inserter) bool {
	q, ok := other.(*packedRows[R])
	return ok && (len(p.rows) == 0 && len(q.rows) == 0 || reflect.DeepEqual(p.rows, q.rows))
}

func (p *packedRows[R]) empty() bool { return len(p.rows) == 0 }

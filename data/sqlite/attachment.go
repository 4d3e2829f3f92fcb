package sqlite

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"github.com/uptrace/bun"

	"almoner/data"
)

var attachments = keep[attachmentRow, data.Attachment](contents{})

type attachmentRow struct {
	bun.BaseModel `bun:"table:attachments"`
	record

	Name      string
	Label     string `from:"Title"`
	MediaType string
	Of        data.ID `bun:",nullzero"`
	Size      int64
	SHA256    string `bun:"sha256"`
}

type contentRow struct {
	bun.BaseModel `bun:"table:contents"`

	SHA256  string `bun:"sha256,pk"`
	Content []byte
}

// contents are the bytes of files. They stay in the office file: a register that held them would be as large as all of them together.
type contents struct{}

func (contents) read(*harvest) (give func(map[place]*data.Attachment)) {
	return func(map[place]*data.Attachment) {}
}

func (contents) collect(_ place, a *data.Attachment, b *batch) {
	if a.Content == nil {
		return
	}
	if _, ok := b.byName["contents"]; !ok {
		held := &heldContents{}
		b.byName["contents"] = held
		b.tables = append(b.tables, held)
	}
	held := b.byName["contents"].(*heldContents) //nolint:forcetypeassert // put there above
	held.rows = append(held.rows, contentRow{SHA256: a.SHA256, Content: a.Content})
}

// clear leaves the bytes, so that taking a file out can be undone.
func (contents) clear(context.Context, bun.IDB, data.ID) error { return nil }

// heldContents are bytes on their way into the file. Those that are there already stay, unless they were damaged: then adding the file
// again is what mends it.
type heldContents struct{ packedRows[contentRow] }

func (h *heldContents) insert(ctx context.Context, db bun.IDB) error {
	for i := range h.rows { // one by one: each may be 25 MB
		if _, err := db.NewInsert().Model(&h.rows[i]).On("CONFLICT (sha256) DO UPDATE").Set("content = EXCLUDED.content").
			Where("content_row.content <> EXCLUDED.content").Exec(ctx); err != nil {
			return fmt.Errorf("write the content of a file: %w", err)
		}
	}
	return nil
}

func (h *heldContents) same(other inserter) bool {
	q, ok := other.(*heldContents)
	return ok && len(h.rows) == len(q.rows)
}

// Content is the bytes of a file, as they were added. Bytes that are not are never given out for it.
func (o *Office) Content(ctx context.Context, id data.ID) ([]byte, error) {
	a, ok := data.Get[*data.Attachment](o.register, id)
	if !ok {
		return nil, fault(nil, "The office does not hold that file any more.")
	}
	row := contentRow{SHA256: a.SHA256}
	err := o.read(ctx, func(ctx context.Context, tx bun.Tx) error {
		return tx.NewSelect().Model(&row).WherePK().Scan(ctx)
	})
	if err != nil {
		return nil, fmt.Errorf("read the content of %s: %w", a.Name, explained(err, o.truth.path))
	}
	if sum := sha256.Sum256(row.Content); hex.EncodeToString(sum[:]) != a.SHA256 {
		return nil, fault(nil, "The file “%s” inside the office is not as it was added. If you have it elsewhere, add it again; if not, take it from a backup.", a.Name)
	}
	return row.Content, nil
}

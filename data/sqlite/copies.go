package sqlite

import (
	"context"
	"fmt"
	"path/filepath"

	"almoner/data"
)

// Copy is another file of the same office in its folder: one that somebody has copied, or that a program has made which synchronises.
type Copy struct {
	Path   string
	Wrong  string // why it cannot be compared, in a sentence
	Common int64  // the last change that both have; what came after it differs
	// Here are the changes that only the office holds, and There those that only the copy holds; oldest first, without what they did to
	// fields.
	Here, There []data.Change
}

// Copies finds the other files of the same office in its folder, and compares their change lists. It changes nothing.
func Copies(ctx context.Context, office string, o Options) ([]Copy, error) {
	found, err := copies(ctx, office, o.full())
	if err != nil {
		return nil, fmt.Errorf("look for copies of %s: %w", office, explained(err, office))
	}
	return found, nil
}

func copies(ctx context.Context, office string, o Options) ([]Copy, error) {
	absolute, err := filepath.Abs(office)
	if err != nil {
		return nil, err
	}
	ls := newLooks(absolute, o)
	defer ls.close()
	file, err := ls.add(ctx, absolute, TheFile)
	if err != nil {
		return nil, err
	}
	if file.database == "" {
		return nil, fault(nil, "%s", file.Wrong)
	}
	paths, err := copiesBeside(absolute)
	if err != nil {
		return nil, err
	}
	var found []Copy
	for _, path := range paths {
		l, err := ls.add(ctx, path, CopyBeside)
		if err != nil {
			return nil, err
		}
		if unreadable := l.database == "" && l.schema > 0; l.database != file.database && !unreadable {
			continue // which office one is that cannot be read nobody knows
		}
		c := Copy{Path: path, Wrong: l.Wrong, Common: file.common(l)}
		if c.Here, c.There, err = file.apart(ctx, l); err != nil && l.Wrong == "" {
			return nil, err
		}
		found = append(found, c)
	}
	return found, nil
}

// Sentence says how a copy and the office differ.
func (c Copy) Sentence() string {
	here, there := int64(len(c.Here)), int64(len(c.There))
	switch {
	case c.Wrong != "":
		return c.Wrong
	case here == 0 && there == 0:
		return fmt.Sprintf("%s holds what the office does.", name(c.Path))
	case there == 0:
		return fmt.Sprintf("%s is an older copy: it lacks %s, and holds nothing that the office lacks.", name(c.Path), changesIn(here))
	case here == 0:
		return fmt.Sprintf("%s is ahead of the office by %s.", name(c.Path), changesIn(there))
	default:
		return fmt.Sprintf("%s and the office were worked on apart after change %d: it holds %s that the office lacks, and lacks %s.", name(c.Path), c.Common, changesIn(there), changesIn(here))
	}
}

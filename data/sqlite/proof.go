package sqlite

import (
	"context"
	"errors"
	"fmt"

	"almoner/data/sqlite/presence"
)

// provedOnce looks, before the first save, who else has the office open, and whether locks keep them and this program apart.
func (o *Office) provedOnce(ctx context.Context) error {
	o.proof.Lock()
	defer o.proof.Unlock()
	if o.provedHere {
		return nil
	}
	_, v, err := presence.Look(ctx, o.truth.path, presence.Options{})
	switch {
	case err != nil && v.State != presence.Broken:
		return fault(err, "It cannot be told whether the place where %s lies keeps people’s saves apart. Nothing was saved: try again in a moment.", name(o.truth.path))
	case v.State == presence.Broken:
		return fault(nil, "%s", unlocked(o.truth.path, v.By.Name))
	}
	o.provedHere = true
	return nil
}

// upgradeAlone brings a file of an older program to this one's schema, if nobody else has it open; a backup is made first.
func (o *Office) upgradeAlone(ctx context.Context) error {
	if o.ReadOnly() != "" {
		return o.upgrade(ctx) // which says so
	}
	here, v, err := presence.Look(ctx, o.truth.path, presence.Options{})
	switch {
	case err != nil:
		return errors.Join(fault(err, "%s was made by an older Almoner and has to be brought up to date once. It cannot be told whether somebody has it open: try again in a moment.", name(o.truth.path)))
	case v.State == presence.Broken:
		return fault(nil, "%s", unlocked(o.truth.path, v.By.Name))
	case len(here) > 0:
		return fault(nil, "%s was made by an older Almoner and has to be brought up to date once, while nobody has it open. Ask %s to close it, then open it again.", name(o.truth.path), andWords(namesOf(here)))
	}
	if _, err := backUp(ctx, o.truth.path, "", BeforeUpdating, Options{}.full()); err != nil {
		return fmt.Errorf("back it up before it is brought up to date: %w", err)
	}
	return o.upgrade(ctx)
}

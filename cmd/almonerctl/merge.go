package main

import (
	"context"

	"almoner/data"
	"almoner/data/sqlite"
)

type mergeVerb struct {
	Office string `arg:"" help:"The office file."`
	Keep   string `arg:"" help:"Name, number or ID of the organisation that stays."`
	Drop   string `arg:"" help:"Name, number or ID of the one that is the same body and goes."`
	JSON   bool   `name:"json" help:"Say what was done in JSON."`
}

type mergedRow struct {
	Kept    data.ID `json:"kept"`
	Dropped data.ID `json:"dropped"`
	Name    string  `json:"name"`
	Changed int     `json:"changed"` // records that named the one that went
}

// Run makes one organisation of two.
func (v *mergeVerb) Run(ctx context.Context, term terminal) error {
	return term.with(ctx, v.Office, func(office *sqlite.Office) error {
		keep, err := organisationCalled(office.Register(), v.Keep)
		if err != nil {
			return err
		}
		drop, err := organisationCalled(office.Register(), v.Drop)
		if err != nil {
			return err
		}
		changed, err := office.MergeOrganisations(ctx, keep.ID, drop.ID)
		if err != nil {
			return err
		}
		if v.JSON {
			return term.writeJSON(mergedRow{keep.ID, drop.ID, keep.Name, changed})
		}
		term.say("%s and %s are one organisation now, %s. %s that named the other now name it; each is a change in the history.",
			drop.Name, keep.Name, keep.Name, data.UpperInitial(counted(changed, "record", "records")))
		return nil
	})
}

// organisationCalled is the organisation of that name, charity number or company number.
func organisationCalled(reg *data.Register, text string) (*data.Organisation, error) {
	for _, o := range data.All[*data.Organisation](reg) {
		if text != "" && (o.CharityNumber == text || o.CompanyNumber == text) {
			return o, nil
		}
	}
	rec, err := recordCalled(reg, text, "organisations")
	if err != nil {
		return nil, err
	}
	o, _ := data.Get[*data.Organisation](reg, rec.Stamped().ID)
	return o, nil
}

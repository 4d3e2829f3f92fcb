package widgets

import (
	"errors"

	"almoner/data"
	"almoner/ui/lang"

	"fyne.io/fyne/v2"
)

// Years are several financial years, as people say them; under the field stands how it was understood. Of what is not understood as a whole
// nothing counts: the years stay what they were before somebody began to type.
func (f *Form) Years(key, label, hint string, office *data.OfficeDetails, today data.Date, value *[]data.FinancialYear) fyne.CanvasObject {
	before := *value
	read := func(s string) ([]data.FinancialYear, error) { return readYears(s, today) }
	var fd *field
	p := newParsed(f.ID(key), *value, read, office.Years, func(years []data.FinancialYear, wrong string) {
		if wrong != "" {
			years = before
		}
		*value, fd.read = years, yearsRead(office, years)
		f.edited(fd, wrong)
	})
	p.OnLeave = func() {
		p.tidy()
		before = *value
	}
	fd = f.add(key, label, hint, p.Entry, p.Entry)
	fd.read = yearsRead(office, before)
	fd.say("")
	return fd.box
}

func readYears(s string, today data.Date) ([]data.FinancialYear, error) {
	years, err := data.ReadYears(s, today)
	if err != nil {
		return nil, errors.New(lang.F("%s; write them like 2022-23, 2022-23 to 2025-26, since 2022 or last three years", err.Error()))
	}
	return years, nil
}

func yearsRead(office *data.OfficeDetails, years []data.FinancialYear) string {
	if len(years) == 0 {
		return ""
	}
	return lang.N(len(years), "{n} year: %s", "{n} years: %s", office.Years(years))
}

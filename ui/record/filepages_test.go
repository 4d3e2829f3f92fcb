package record_test

import (
	"testing"

	"almoner/data"
	"almoner/ui/desk"
	"almoner/ui/foi"
	"almoner/ui/funds"
	"almoner/ui/grants"
	"almoner/ui/partners"
	"almoner/ui/specifications"
	"almoner/ui/uitest"
)

func stamp() data.Stamp { return data.Stamp{ID: data.NewID()} }

// asKept is a record as the office holds it.
func asKept[R data.Record](d desk.Desk, rec R) R {
	kept, _ := data.Get[R](d.Office().Register(), rec.Stamped().ID)
	return kept
}

func TestEachSectionKeepsFilesWithItsRecords(t *testing.T) {
	g, fund := grant("Helpline"), &data.Fund{Stamp: stamp(), Programme: "Core"}
	request := &data.FOIRequest{Stamp: stamp(), Subject: "Stalking", Received: uitest.Today, Status: data.Received}
	spec, org := &data.Specification{Stamp: stamp(), Title: "Helpline", Status: data.SpecificationDraft}, &data.Organisation{Stamp: stamp(), Name: "Harbour"}
	d := &fileDesk{Desk: uitest.NewDesk(t, g, fund, request, spec, org), papers: t.TempDir()}
	d.NoPreview = true
	for _, c := range []struct {
		rec  data.Record
		page desk.Page
	}{
		{g, grants.NewPage(d, asKept(d, g))},
		{fund, funds.NewPage(d, asKept(d, fund))},
		{request, foi.NewPage(d, asKept(d, request))},
		{spec, specifications.NewPage(d, asKept(d, spec))},
		{org, partners.NewPage(d, asKept(d, org))},
	} {
		kind := c.rec.RecordKind()
		d.Open(c.page)
		name := string(kind) + ".txt"
		if !d.drop(write(t, name, "of the "+kind.Label())) {
			t.Errorf("the page of a %s takes no files", kind.Label())
			continue
		}
		d.Must(name, "1 file, ")
		if file := uitest.KeptAs[*data.Attachment](d.Desk, name); file.Of != c.rec.Stamped().ID {
			t.Errorf("the file of the %s belongs to %q", kind.Label(), file.Of)
		}
	}
}

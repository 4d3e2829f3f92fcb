package grants

import (
	"almoner/data"
	"almoner/ui/lang"
	"almoner/ui/record"
)

// linked is the leaf of everything that the grant names and that names it, whichever way round; a row opens what it is about.
type linked struct {
	page *record.Page[*data.Grant]
	list *record.Beside[data.Link]
}

func newLinked(p *record.Page[*data.Grant]) *linked {
	l := &linked{page: p}
	column := record.NewBesideColumn[data.Link]
	l.list = record.NewBeside("grant.links", []record.BesideColumn[data.Link]{
		column("kind", lang.L("Kind"), 2, 110, func(k data.Link) string { return lang.L(k.Record.RecordKind().Label()) }),
		column("label", lang.L("Record"), 6, 160, func(k data.Link) string { return k.Record.Label() }),
		column("field", lang.L("Named as"), 3, 110, func(k data.Link) string { return k.Field }),
	}, nil, func(k data.Link) { record.OpenOrSay(p.Desk, k.Record.RecordKind(), k.Record.Stamped().ID) })
	return l
}

func linksTitle() string { return lang.L("Links") }

// refresh lists the links anew if they are looked at. To find them for the first time takes half a second where there are 10,000 grants.
func (l *linked) refresh() {
	if l.page.On(linksTitle()) {
		l.find()
	}
}

// find lists the links as the register and the page have them now.
func (l *linked) find() {
	to, from := l.page.Desk.Office().Register().Links(l.page.Record)
	all := append(to, from...)
	foot := ""
	if len(all) == 0 {
		foot = lang.L("The grant names no other record, and none names it.")
	}
	l.list.Show(all, foot)
}

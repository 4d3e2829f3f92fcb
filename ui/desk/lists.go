package desk

import "almoner/data"

// Lists is what a desk may offer beside its other methods: lists that are narrowed to what somebody asked to see, and the sections by name.
// A page asks whether its desk is one, and opens the whole list itself where it is not.
type Lists interface {
	// ShowGrants shows the grants that a query asks for.
	ShowGrants(data.Query)
	// ShowSection shows a section, as the sidebar does.
	ShowSection(Section)
}

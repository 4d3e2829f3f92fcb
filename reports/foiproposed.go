package reports

import "almoner/data"

// FOIApology is what a reply that is late can say of it, in the office's standing words: for somebody to change, who knows why.
func FOIApology(reg *data.Register, r data.Reply, due data.Date) string {
	return newFOIReply(reg, r).words.say("foi_apology", "due", due.Long())
}

package reports

import "almoner/data"

// FOIApology is what a reply that is late can say of it, in the office's standing words: for somebody to change, who knows why.
func FOIApology(reg *data.Register, r data.Reply, due data.Date) string {
	return newFOIReply(reg, r).words.say("foi_apology", "due", due.Long())
}

// FOINotHeld answers a question about what the office does not hold (section 1(1)(a) of the Act), and where a police force is known that may
// hold it, names it: that is the advice which section 16 asks for. A person who asks about what is held on them is not sent on.
func FOINotHeld(reg *data.Register, r data.Reply) string {
	reply := newFOIReply(reg, r)
	words := reply.words.plain(reply.underLaw("foi_not_held_answer"))
	force := reg.PoliceForce()
	if force == "" || r.Regime == data.RegimeSAR {
		return words
	}
	return words + "\n\n" + reply.words.say(reply.underLaw("foi_not_held_advice"), "force", data.UpperInitial(force))
}

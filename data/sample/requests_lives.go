package sample

import "almoner/data"

// finish walks a request to its status by the days of its clock. The tables of one that was answered are frozen first, as the office
// does before a reply goes out.
func finish(r *data.FOIRequest, reg *data.Register) {
	status := r.Status
	r.Status = ""
	if (&data.FOIRequest{Status: status}).Sent() {
		r.Freeze(reg)
	}
	live(r, requestSteps(r, status)...)
}

func requestSteps(r *data.FOIRequest, status data.FOIStatus) []data.Step {
	searching := r.Received.AddDays(3)
	path := []data.Step{taken(data.Received, r.Received, governance)}
	if sought := dayOf(r, data.ClarificationSought); !sought.IsZero() {
		path = append(path, taken(data.Clarifying, sought, governance))
		searching = dayOf(r, data.ClarificationReceived)
	}
	answered := r.RespondedOn()
	drafted, approved := answered.AddDays(-6), answered.AddDays(-2)
	if answered.IsZero() {
		drafted, approved = earlier(searching.AddDays(8), today), today
	}
	path = append(path,
		taken(data.Searching, earlier(searching, today), governance), taken(data.Drafted, drafted, governance),
		taken(data.ReplyApproved, approved, chief), taken(data.Responded, answered, governance))
	if asked := dayOf(r, data.ReviewAsked); !asked.IsZero() {
		path = append(path, taken(data.UnderReview, asked, chief), taken(data.RequestClosed, dayOf(r, data.ReviewAnswered), chief))
	} else {
		path = append(path, taken(data.RequestClosed, answered.AddDays(60), governance))
	}
	for i, s := range path {
		if s.To == string(status) {
			return path[:i+1]
		}
	}
	panic("make the sample: no way leads to a request that is " + status.Label())
}

// dayOf is the day of an event of the clock, or no date.
func dayOf(r *data.FOIRequest, e data.ClockEvent) data.Date {
	for _, c := range r.Clock {
		if c.Event == e {
			return c.On
		}
	}
	return data.Date{}
}

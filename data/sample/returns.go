package sample

import (
	"slices"

	"almoner/data"
)

// reporting is how a grant has reported so far: the figures of its first period, how they grow, and what was said.
type reporting struct {
	title   string
	year    data.FinancialYear
	under   string // the framework; empty: that of the grant's manager
	figures []figure
	last    data.ReturnStatus // of the period that ended in September 2025; empty: checked
	said    map[int]string    // by the number of the period, from 1
}

// figure is one measure over the periods of a grant, in whole units.
type figure struct {
	measure             int // its place in the framework
	first, step, target int
}

func reporters() []reporting {
	return []reporting{
		{
			title: "Stalking advocacy service", year: 2023, figures: []figure{{0, 48, 3, 45}, {1, 41, 3, 42}, {2, 6, 0, 5}, {3, 79, 1, 80}, {7, 4, 1, 5}},
			said: map[int]string{
				1: "The second advocate began on 17 April and has had her own cases since June. Referrals from the university have started.",
				3: "A long case came to court in November: six days, at which one of the two advocates sat with the client throughout. **Waiting went up for it**, and has come down again since.",
				6: "Three clients were stalked by the same man, and none of them knew of the others. The stalking clinic put the cases together; he is on remand.",
			},
		},
		{
			title: "Stalking advocacy service", year: 2025, figures: []figure{{0, 71, 3, 60}, {1, 66, 2, 62}, {2, 4, 0, 3}, {3, 85, 1, 80}, {7, 6, 2, 5}},
			said: map[int]string{
				1: "The busiest quarter that we have had. A third of those who came had read about the service in the reply to a request for information.",
				2: "Fewer people wait than in June, because the duty line is now answered by the senior advocate in the mornings. We should like to talk about the lease before Christmas.",
			},
		},
		{
			title: "Victim care hub", year: 2023, figures: []figure{{0, 1310, 22, 1300}, {1, 902, 14, 900}, {3, 71, 1, 75}, {4, 66, 1, 70}}, last: data.ReturnReceived,
			said: map[int]string{
				4:  "The telephone system failed for two days in February. Everybody whose call was lost was rung back within the week.",
				9:  "Burglary is down and fraud is up; the team has been moved about to follow it.",
				10: "Two of the 21 staff left in August for the new court hub in the next county. Posts are advertised.",
			},
		},
		{
			title: "Independent domestic violence advisers", year: 2025, figures: []figure{{0, 188, 6, 170}, {1, 160, 5, 160}, {3, 83, 0, 80}, {9, 1, 0, 0}}, last: data.ReturnReceived,
			said: map[int]string{2: "The hospital adviser’s post has been empty since 4 August. A second round of interviews is on 27 November."},
		},
		{title: "Independent sexual violence advisers", year: 2023, figures: []figure{{0, 121, 4, 110}, {1, 98, 4, 100}, {7, 34, 2, 20}}, said: map[int]string{8: "The list is the longest that it has been. Nobody on it goes without a call every four weeks."}},
		{title: "Restorative justice service", year: 2023, figures: []figure{{0, 52, 1, 50}, {1, 29, 1, 30}, {4, 88, 0, 80}}},
		{title: "Court support for domestic abuse cases", year: 2023, figures: []figure{{1, 41, 1, 40}, {5, 90, 0, 85}, {8, 30, 1, 32}}},
		{title: "Support after a death or serious injury on the road", year: 2023, under: "victims", figures: []figure{{0, 16, 0, 15}, {1, 14, 0, 14}}},
		{
			title: "Detached youth work in Marrowby", year: 2023, figures: []figure{{0, 88, 4, 90}, {1, 46, 0, 48}, {2, 2, 0, 0}, {5, 39, -1, 36}},
			said: map[int]string{
				5:  "The retail park has a new manager, who has asked the youth workers in for tea and lends them the staff room when it pours.",
				10: "Quiet for a summer. Two evenings were lost to the flood in Station Approach.",
			},
		},
		{title: "Stalking behaviour change programme", year: 2023, under: "prevention", figures: []figure{{0, 7, 1, 8}, {1, 11, 1, 12}}, last: data.ReturnReceived},
		{title: "Sexual assault referral centre: forensic examiner rota", year: 2024, figures: []figure{{0, 44, 1, 40}, {1, 44, 1, 40}}, last: data.ReturnLate},
		{
			title: "Perpetrator casework", year: 2024, under: "prevention", figures: []figure{{0, 19, 1, 20}, {1, 61, 3, 60}, {6, 24, -2, 26}, {7, 8, 1, 8}},
			said: map[int]string{6: "One man who had been in the casework since the first month was sent to prison for an assault on somebody whom nobody here knew of. The panel looked at it on 9 September, and its note is with the office."},
		},
		{title: "Treatment in place of court", year: 2024, figures: []figure{{0, 33, 1, 32}, {7, 21, 1, 20}}},
		{title: "Outreach to women who sell sex", year: 2024, under: "prevention", figures: []figure{{0, 27, 1, 25}, {4, 130, 5, 120}}, last: data.ReturnReceived},
		{title: "Wardens in Stourhaven’s High Street", year: 2024, figures: []figure{{1, 150, 2, 150}, {5, 61, -2, 55}}, last: data.ReturnLate},
		{title: "Refuge children’s worker", year: 2025, figures: []figure{{0, 11, 1, 10}, {1, 19, 1, 18}}},
		{title: "Counselling after sexual violence", year: 2025, figures: []figure{{0, 64, 2, 60}, {1, 49, 2, 50}, {7, 22, 3, 10}}},
		{title: "Scam victims’ home visits", year: 2025, figures: []figure{{0, 57, 3, 55}, {1, 50, 3, 50}}, last: data.ReturnLate},
		{title: "Hospital youth navigators", year: 2025, figures: []figure{{0, 38, 2, 36}, {3, 21, 1, 20}, {7, 17, 2, 15}}},
		{title: "Speak up: young victims’ worker", year: 2025, under: "victims", figures: []figure{{0, 54, 1, 50}, {1, 47, 1, 45}}},
		{title: "Hate crime casework", year: 2025, under: "victims", figures: []figure{{0, 31, 1, 30}, {1, 27, 1, 28}}},
		{title: "Therapy for children who were sexually abused", year: 2025, figures: []figure{{1, 18, 1, 20}, {7, 25, 1, 12}}},
		{title: "Rainbow listening line", year: 2024, figures: []figure{{0, 120, 9, 110}, {4, 310, 20, 300}}},
		{title: "Boxing at eight", year: 2025},
		{title: "Winter warm room for rough sleepers", year: 2025},
		{title: "Fly-tipping cameras", year: 2025},
	}
}

// reports is how a grant has reported, if the office holds returns of it.
func reports(g *data.Grant) (reporting, bool) {
	for _, r := range reporters() {
		if r.title == g.Title && r.year == g.Awards[0].FinancialYear {
			return r, true
		}
	}
	return reporting{}, false
}

func returns(grants []*data.Grant, frameworks []*data.OutcomesFramework) []*data.MonitoringReturn {
	var all []*data.MonitoringReturn
	for _, r := range reporters() {
		g := findGrant(grants, r.title, r.year)
		i := slices.IndexFunc(frameworks, func(f *data.OutcomesFramework) bool { return f.ID == g.Monitoring.Framework })
		for n, m := range g.ExpectedReturns() {
			m.ID = idOf(data.KindMonitoringReturn, string(g.ID)+" "+m.Period)
			r.tell(m, n, frameworks[i].Measures, managerOf(g), g.AwardDate)
			all = append(all, m)
		}
	}
	return all
}

// tell fills in what a return says, and takes it as far as it had come by today.
func (r *reporting) tell(m *data.MonitoringReturn, n int, measures []data.Measure, by string, since data.Date) {
	m.Status = ""
	live(m, taken(data.ReturnExpected, since, by))
	if !m.Due.Before(today) {
		return
	}
	latest := !m.PeriodEnd.Before(on(2025, 9, 30))
	delay := []int{-9, -4, -12, -2, 6}[n%5]
	if latest && r.last == data.ReturnLate {
		live(m, taken(data.ReturnLate, m.Due.AddDays(1), by))
		return
	}
	if latest {
		delay = -5
	}
	if delay > 0 {
		live(m, taken(data.ReturnLate, m.Due.AddDays(1), by))
	}
	m.Received = m.Due.AddDays(delay)
	live(m, taken(data.ReturnReceived, m.Received, by))
	m.Narrative = r.said[n+1]
	r.count(m, n, measures)
	if latest && r.last == data.ReturnReceived {
		return
	}
	live(m, taken(data.ReturnChecked, m.Received.AddDays(7), by))
	if sent := m.PeriodEnd.AddDays(60); sent.Before(today) {
		live(m, taken(data.ReturnSubmitted, sent, commissions))
	}
}

// count puts the figures of a period in, and the light: green where the first of them reached its target, amber within a tenth of it.
func (r *reporting) count(m *data.MonitoringReturn, n int, measures []data.Measure) {
	for k, f := range r.figures {
		swing := []int{0, 2, -3, 1}[(n+k)%4] * max(1, f.first/25)
		value, target := data.Decimal(100*max(0, f.first+f.step*n+swing)), data.Decimal(100*f.target)
		if measures[f.measure].Unit == "%" {
			value = min(value, 98_00)
		}
		if measures[f.measure].Unit == "days" {
			value += 40
		}
		v := data.MeasureValue{Measure: measures[f.measure].Title, Value: &value, Target: &target, Unit: measures[f.measure].Unit}
		if k == 3 && n == 2 {
			v.Value, v.Comment = nil, "Not counted this quarter: the survey was being changed."
		}
		m.Values = append(m.Values, v)
	}
	if len(m.Values) == 0 {
		return
	}
	switch value, target := int64(*m.Values[0].Value), int64(*m.Values[0].Target); {
	case value >= target:
		m.RAG = data.Green
	case value*10 >= target*9:
		m.RAG = data.Amber
	default:
		m.RAG = data.Red
	}
}

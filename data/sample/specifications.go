package sample

import "almoner/data"

func specifications() []*data.Specification {
	all := []*data.Specification{
		{
			Stamp: stamp(data.KindSpecification, "advocacy-1"),
			Title: "Service specification for stalking advocacy", Version: "1.2", ScheduleLabel: "SCHEDULE 2 – WHAT THE GRANT IS FOR",
			Effective: on(2021, 4, 1), Status: data.SpecificationSuperseded, Body: text(advocacyFirst),
		},
		{
			Stamp: stamp(data.KindSpecification, "advocacy-2"), Supersedes: specification("advocacy-1"),
			Title: "Service specification for the stalking advocacy service", Version: "2.0", ScheduleLabel: "SCHEDULE 2 – WHAT THE GRANT IS FOR",
			Effective: on(2023, 4, 1), Status: data.SpecificationAgreed, Body: text(advocacySecond),
		},
		{
			Stamp: stamp(data.KindSpecification, "idva"),
			Title: "Service specification for independent domestic violence advisers", Version: "3.1", ScheduleLabel: "SCHEDULE 1 – THE SERVICE",
			Effective: on(2021, 4, 1), Status: data.SpecificationAgreed, Body: text(idva),
		},
		{
			Stamp: stamp(data.KindSpecification, "isva"),
			Title: "Service specification for independent sexual violence advisers", Version: "2.4", ScheduleLabel: "SCHEDULE 1 – THE SERVICE",
			Effective: on(2021, 4, 1), Status: data.SpecificationAgreed, Body: text(isva),
		},
		{
			Stamp: stamp(data.KindSpecification, "advocacy-3"), Supersedes: specification("advocacy-2"),
			Title: "Service specification for early stalking advocacy", Version: "0.3", ScheduleLabel: "SCHEDULE 2 – WHAT THE GRANT IS FOR",
			Effective: on(2026, 4, 1), Status: data.SpecificationDraft, Body: text(advocacyPilot),
		},
	}
	liveSpecifications(all)
	return all
}

const advocacyPilot = `
	A pilot in two districts. An advocate is told of every report of stalking on the day on which it is made, and calls before the next morning.

	## To be settled

	- Whether the call is made where the person has not asked for it.
	- Who answers at weekends.
`

const advocacyFirst = `
	The grant pays for one full-time stalking advocate and for the training and supervision that the post needs.

	## Who may use the service

	- People aged 18 or over who live, work or study in Elmshire.
	- Referrals come from the police. Others are taken as far as time allows.

	## What the advocate does

	- Calls each client within five working days.
	- Assesses the risk and agrees a safety plan.
	- Tells the client how the investigation stands, at least every two weeks.

	## Reporting

	The provider sends its figures within a month of the end of each half-year.
`

const advocacySecond = `
	The grant pays for two full-time stalking advocates, a duty line on weekdays and the clinical supervision of both posts. It takes the place of version 1.2, which paid for one advocate and took referrals from the police alone.

	## Who may use the service

	The service is for anybody aged 16 or over who lives, works or studies in Elmshire and is being stalked. It is open to people

	- who were stalked by a former partner, a relative, a colleague, a neighbour, an acquaintance or a stranger;
	- who have not told the police, and to those who do not mean to;
	- whatever their sex, faith, nationality or right to remain in the country.

	Clients who are also at high risk of domestic abuse are supported together with the independent domestic violence advisers. One advocate leads, and the client is told which.

	## What the service does

	1. **First call.** A client is called within three working days of a referral, and on the next working day where the referrer or the screening tool finds a high risk.
	2. **Risk and safety.** Each client has a stalking risk assessment and a written safety plan, looked at again every eight weeks and whenever something changes.
	3. **Evidence.** Clients are shown how to keep a log, and what to leave alone on telephones and accounts until they have been looked at.
	4. **Through the case.** The advocate is the client’s one person to call, attends police interviews and court when asked, and speaks for the client when a stalking protection order is considered.
	5. **Closing.** A case is closed with the client’s agreement, with a plan for what to do if it begins again.

	## How the service works with others

	- It sits on the monthly stalking clinic led by Elmshire Police, and brings cases to it with the client’s consent.
	- It refers clients to the digital stalking clinic where a device may be watched.
	- It tells the office within one working day of any death or serious harm of a client.

	## Reporting and records

	Figures are sent within ten working days of the end of each quarter, with two accounts of how the service helped, told so that nobody can be recognised. Records are kept for six years after a case closes and then destroyed.

	## What is measured

	| Measure | Expected in each year |
	| --- | ---: |
	| New clients | 180 |
	| Clients called within three working days | 95 in 100 |
	| Clients who feel safer when their case closes | 80 in 100 |
	| Clients who stay with a prosecution that was started | 80 in 100 |
`

const idva = `
	The service is bought by Elmshire County Council for the whole county. The commissioner’s transfer pays for seven of its eleven advisers.

	## Purpose

	To reduce the risk to people at high risk of serious harm or death from domestic abuse, and to their children.

	## What the advisers do

	- Take up contact within two working days of a referral, by a way that the client has said is safe.
	- Speak for the client at the risk conference, and bring its actions back to them.
	- Support the client through the criminal and the family court.
	- Work with the housing officer of the client’s council from the first week.

	## Quality

	- Every adviser holds the national qualification or gains it within a year.
	- No adviser has more than thirty open cases.
	- Each adviser has supervision monthly with somebody who does not manage them.
`

const isva = `
	## Purpose

	To give people who have experienced sexual violence, at any time in their life, independent support and information, so that they can choose what to do and bear what follows from it.

	## The service

	- Five advisers, of whom one works with children and one with people with learning disabilities.
	- First contact within five working days, and within one day of a forensic examination.
	- Support before, during and after an investigation, and where there is none.
	- Visits to the court before a trial, and company on the day.

	## What the service is not

	Advisers do not discuss evidence. They are not counsellors, and they make sure that clients who want counselling know how to get it and how their notes are protected.

	## Measures

	1. Clients supported, by age band and sex.
	2. Working days from referral to first contact.
	3. Clients who withdraw from a case, with the reason they gave.
	4. What clients say of the support, asked when it ends and three months later.
`

-- An Almoner office: everything that a commissioning team keeps about the public money it gives.
--
-- Any SQLite program can read this file. Whoever writes to it must write a row of changes for each save, as Almoner does;
-- `almonerctl check` finds what was altered without one.
--
-- How to read the tables
--   * A record (a grant, a fund …) has an id that never changes, a version that grows by one at each save, and who saved it when.
--   * A list inside a record has a table of its own, named after both: grant_awards. Its rows say which record they belong to
--     (record), where in the list they stand (position, from 0) and, inside a list of a list, which row they belong to (parent).
--     Rows that people can point at have an id that is unique in their record.
--   * Money is whole pence, with how exactly it is known beside it: '' is exact.
--   * A date is ISO text. Its _precision is '' for the day, or month, quarter, year, where no more is known; its _wording is what
--     the paper said, such as "April and May 2018". No date is NULL.
--   * A financial year is the year it starts in: 2017 is April 2017 to March 2018.
--   * The file refuses to be written to while PRAGMA foreign_keys is off, as it is in SQLite's own shell at first. The triggers that do
--     so stand on every table and are made by the program; they are not on this page.
--   * Text that runs over lines is Markdown. No text is '', never NULL; a record that is not named is NULL.

-- Every record of every kind, so that no two share an id and a field may point at a record of any kind. The file fills it itself, by
-- triggers on the tables below.
CREATE TABLE records (
	id   TEXT PRIMARY KEY NOT NULL,
	kind TEXT NOT NULL -- the table that the record is in
) STRICT, WITHOUT ROWID;

-- The office itself: exactly one row.
CREATE TABLE office (
	id                   TEXT PRIMARY KEY CHECK (id = 'office'),
	version              INTEGER NOT NULL CHECK (version >= 1),
	saved_at             TEXT NOT NULL,
	saved_by             TEXT NOT NULL,
	name                 TEXT NOT NULL CHECK (name <> ''),
	short_name           TEXT NOT NULL,
	police_area          TEXT NOT NULL,
	commissioner_name    TEXT NOT NULL,
	commissioner_title   TEXT NOT NULL,
	chief_executive      TEXT NOT NULL,
	address              TEXT NOT NULL,
	phone                TEXT NOT NULL,
	email                TEXT NOT NULL,
	website              TEXT NOT NULL,
	logo                 BLOB,
	org_id               TEXT NOT NULL,
	financial_year_style TEXT NOT NULL CHECK (financial_year_style IN ('', '2017-18', '2017/18', '2017-2018'))
) STRICT;

-- How each kind of record is numbered: foi_request is "FOI/OPCC/{yy}-{seq:3}".
CREATE TABLE office_reference_schemes (
	record   TEXT NOT NULL REFERENCES office (id) ON DELETE CASCADE,
	position INTEGER NOT NULL CHECK (position >= 0),
	name     TEXT NOT NULL,
	text     TEXT NOT NULL,
	PRIMARY KEY (record, position),
	UNIQUE (record, name)
) STRICT, WITHOUT ROWID;

-- The standing paragraphs of the office's papers, in its own words.
CREATE TABLE office_wording (
	record   TEXT NOT NULL REFERENCES office (id) ON DELETE CASCADE,
	position INTEGER NOT NULL CHECK (position >= 0),
	name     TEXT NOT NULL,
	text     TEXT NOT NULL,
	PRIMARY KEY (record, position),
	UNIQUE (record, name)
) STRICT, WITHOUT ROWID;

-- What the office sorts its grants by.
CREATE TABLE office_themes (
	record   TEXT NOT NULL REFERENCES office (id) ON DELETE CASCADE,
	position INTEGER NOT NULL CHECK (position >= 0),
	theme    TEXT NOT NULL,
	PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;

-- Bank holidays that the program did not know of when it was made.
CREATE TABLE office_holidays (
	record        TEXT NOT NULL REFERENCES office (id) ON DELETE CASCADE,
	position      INTEGER NOT NULL CHECK (position >= 0),
	id            TEXT NOT NULL CHECK (id <> ''),
	day           TEXT CHECK (day IS date(day)),
	day_precision TEXT NOT NULL CHECK (day_precision IN ('', 'month', 'quarter', 'year')),
	day_wording   TEXT NOT NULL,
	name          TEXT NOT NULL,
	PRIMARY KEY (record, position),
	UNIQUE (record, id)
) STRICT, WITHOUT ROWID;

-- The office's own team.
CREATE TABLE staff (
	id                TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
	version           INTEGER NOT NULL CHECK (version >= 1),
	saved_at          TEXT NOT NULL,
	saved_by          TEXT NOT NULL,
	name              TEXT NOT NULL CHECK (name <> ''),
	initials          TEXT NOT NULL,
	job_title         TEXT NOT NULL,
	email             TEXT NOT NULL,
	phone             TEXT NOT NULL,
	left_on           TEXT CHECK (left_on IS date(left_on)),
	left_on_precision TEXT NOT NULL CHECK (left_on_precision IN ('', 'month', 'quarter', 'year')),
	left_on_wording   TEXT NOT NULL
) STRICT;

-- Bodies that the office gives money to, gets money from or works with.
CREATE TABLE organisations (
	id             TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
	version        INTEGER NOT NULL CHECK (version >= 1),
	saved_at       TEXT NOT NULL,
	saved_by       TEXT NOT NULL,
	name           TEXT NOT NULL CHECK (name <> ''),
	kind           TEXT NOT NULL CHECK (kind IN ('', 'charity', 'company', 'cic', 'council', 'police', 'nhs', 'government', 'partnership', 'other')),
	charity_number TEXT NOT NULL, -- text, as leading zeros matter
	company_number TEXT NOT NULL,
	org_id         TEXT NOT NULL, -- as 360Giving names bodies: GB-CHC-…, GB-COH-…
	website        TEXT NOT NULL,
	email          TEXT NOT NULL,
	phone          TEXT NOT NULL,
	address        TEXT NOT NULL,
	postcode       TEXT NOT NULL,
	notes          TEXT NOT NULL
) STRICT;

CREATE TABLE organisation_other_names (
	record   TEXT NOT NULL REFERENCES organisations (id) ON DELETE CASCADE,
	position INTEGER NOT NULL CHECK (position >= 0),
	name     TEXT NOT NULL,
	PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;

-- People at those bodies. Why their details are held, and until when, is what UK GDPR asks for; it is never printed.
CREATE TABLE contacts (
	id                       TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
	version                  INTEGER NOT NULL CHECK (version >= 1),
	saved_at                 TEXT NOT NULL,
	saved_by                 TEXT NOT NULL,
	organisation             TEXT REFERENCES organisations (id) ON DELETE RESTRICT,
	name                     TEXT NOT NULL CHECK (name <> ''),
	title_or_rank            TEXT NOT NULL,
	collar_number            TEXT NOT NULL,
	role                     TEXT NOT NULL,
	email                    TEXT NOT NULL,
	phone                    TEXT NOT NULL,
	do_not_print             INTEGER NOT NULL CHECK (do_not_print IN (0, 1)),
	lawful_basis             TEXT NOT NULL,
	source                   TEXT NOT NULL,
	last_confirmed           TEXT CHECK (last_confirmed IS date(last_confirmed)),
	last_confirmed_precision TEXT NOT NULL CHECK (last_confirmed_precision IN ('', 'month', 'quarter', 'year')),
	last_confirmed_wording   TEXT NOT NULL,
	keep_until               TEXT CHECK (keep_until IS date(keep_until)),
	keep_until_precision     TEXT NOT NULL CHECK (keep_until_precision IN ('', 'month', 'quarter', 'year')),
	keep_until_wording       TEXT NOT NULL
) STRICT;

-- Money coming in, or bid for. Only a fund that was won is income.
CREATE TABLE funds (
	id                          TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
	version                     INTEGER NOT NULL CHECK (version >= 1),
	saved_at                    TEXT NOT NULL,
	saved_by                    TEXT NOT NULL,
	funder                      TEXT REFERENCES organisations (id) ON DELETE RESTRICT,
	programme                   TEXT NOT NULL CHECK (programme <> ''),
	funder_reference            TEXT NOT NULL,
	status                      TEXT NOT NULL CHECK (status IN ('', 'considering', 'bid_submitted', 'won', 'lost', 'withdrawn')),
	bid_amount_pence            INTEGER NOT NULL CHECK (bid_amount_pence >= 0),
	bid_amount_qualifier        TEXT NOT NULL CHECK (bid_amount_qualifier IN ('', 'up_to', 'estimated', 'more_than', 'contribution')),
	bid_date                    TEXT CHECK (bid_date IS date(bid_date)),
	bid_date_precision          TEXT NOT NULL CHECK (bid_date_precision IN ('', 'month', 'quarter', 'year')),
	bid_date_wording            TEXT NOT NULL,
	allocation_pence            INTEGER NOT NULL CHECK (allocation_pence >= 0),
	allocation_qualifier        TEXT NOT NULL CHECK (allocation_qualifier IN ('', 'up_to', 'estimated', 'more_than', 'contribution')),
	match_required              TEXT NOT NULL,
	spend_by                    TEXT CHECK (spend_by IS date(spend_by)),
	spend_by_precision          TEXT NOT NULL CHECK (spend_by_precision IN ('', 'month', 'quarter', 'year')),
	spend_by_wording            TEXT NOT NULL,
	original_spend_by           TEXT CHECK (original_spend_by IS date(original_spend_by)),
	original_spend_by_precision TEXT NOT NULL CHECK (original_spend_by_precision IN ('', 'month', 'quarter', 'year')),
	original_spend_by_wording   TEXT NOT NULL,
	conditions                  TEXT NOT NULL,
	return_due                  TEXT CHECK (return_due IS date(return_due)),
	return_due_precision        TEXT NOT NULL CHECK (return_due_precision IN ('', 'month', 'quarter', 'year')),
	return_due_wording          TEXT NOT NULL
) STRICT;

-- What a funder gives for each financial year.
CREATE TABLE fund_allocations (
	record           TEXT NOT NULL REFERENCES funds (id) ON DELETE CASCADE,
	position         INTEGER NOT NULL CHECK (position >= 0),
	id               TEXT NOT NULL CHECK (id <> ''),
	financial_year   INTEGER NOT NULL CHECK (financial_year BETWEEN 1974 AND 2199),
	amount_pence     INTEGER NOT NULL CHECK (amount_pence >= 0),
	amount_qualifier TEXT NOT NULL CHECK (amount_qualifier IN ('', 'up_to', 'estimated', 'more_than', 'contribution')),
	PRIMARY KEY (record, position),
	UNIQUE (record, id)
) STRICT, WITHOUT ROWID;

-- When a fund came to which status, and by whom.
CREATE TABLE fund_steps (
	record           TEXT NOT NULL REFERENCES funds (id) ON DELETE CASCADE,
	position         INTEGER NOT NULL CHECK (position >= 0),
	id               TEXT NOT NULL CHECK (id <> ''),
	status           TEXT NOT NULL,
	on_day           TEXT CHECK (on_day IS date(on_day)),
	on_day_precision TEXT NOT NULL CHECK (on_day_precision IN ('', 'month', 'quarter', 'year')),
	on_day_wording   TEXT NOT NULL,
	by_whom          TEXT NOT NULL,
	PRIMARY KEY (record, position),
	UNIQUE (record, id)
) STRICT, WITHOUT ROWID;

-- Rounds of grants, and schemes that are open for applications.
CREATE TABLE programmes (
	id                      TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
	version                 INTEGER NOT NULL CHECK (version >= 1),
	saved_at                TEXT NOT NULL,
	saved_by                TEXT NOT NULL,
	title                   TEXT NOT NULL CHECK (title <> ''),
	financial_year          INTEGER CHECK (financial_year BETWEEN 1974 AND 2199),
	purpose                 TEXT NOT NULL,
	budget_pence            INTEGER NOT NULL CHECK (budget_pence >= 0),
	budget_qualifier        TEXT NOT NULL CHECK (budget_qualifier IN ('', 'up_to', 'estimated', 'more_than', 'contribution')),
	opens                   TEXT CHECK (opens IS date(opens)),
	opens_precision         TEXT NOT NULL CHECK (opens_precision IN ('', 'month', 'quarter', 'year')),
	opens_wording           TEXT NOT NULL,
	closes                  TEXT CHECK (closes IS date(closes)),
	closes_precision        TEXT NOT NULL CHECK (closes_precision IN ('', 'month', 'quarter', 'year')),
	closes_wording          TEXT NOT NULL,
	largest_award_pence     INTEGER NOT NULL CHECK (largest_award_pence >= 0),
	largest_award_qualifier TEXT NOT NULL CHECK (largest_award_qualifier IN ('', 'up_to', 'estimated', 'more_than', 'contribution'))
) STRICT;

-- The question bank: asked once by one requester, answered for every grant, reused for the next.
CREATE TABLE questions (
	id       TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
	version  INTEGER NOT NULL CHECK (version >= 1),
	saved_at TEXT NOT NULL,
	saved_by TEXT NOT NULL,
	key      TEXT NOT NULL UNIQUE CHECK (key <> ''),
	wording  TEXT NOT NULL
) STRICT;

-- What a provider is paid to do, in words that become a schedule of the agreement.
CREATE TABLE specifications (
	id                  TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
	version             INTEGER NOT NULL CHECK (version >= 1),
	saved_at            TEXT NOT NULL,
	saved_by            TEXT NOT NULL,
	title               TEXT NOT NULL CHECK (title <> ''),
	edition             TEXT NOT NULL, -- the version that the paper itself states
	schedule_label      TEXT NOT NULL,
	body                TEXT NOT NULL,
	effective           TEXT CHECK (effective IS date(effective)),
	effective_precision TEXT NOT NULL CHECK (effective_precision IN ('', 'month', 'quarter', 'year')),
	effective_wording   TEXT NOT NULL,
	status              TEXT NOT NULL CHECK (status IN ('', 'draft', 'agreed', 'superseded')),
	supersedes          TEXT REFERENCES specifications (id) ON DELETE RESTRICT
) STRICT;

-- When a specification came to which status, and by whom.
CREATE TABLE specification_steps (
	record           TEXT NOT NULL REFERENCES specifications (id) ON DELETE CASCADE,
	position         INTEGER NOT NULL CHECK (position >= 0),
	id               TEXT NOT NULL CHECK (id <> ''),
	status           TEXT NOT NULL,
	on_day           TEXT CHECK (on_day IS date(on_day)),
	on_day_precision TEXT NOT NULL CHECK (on_day_precision IN ('', 'month', 'quarter', 'year')),
	on_day_wording   TEXT NOT NULL,
	by_whom          TEXT NOT NULL,
	PRIMARY KEY (record, position),
	UNIQUE (record, id)
) STRICT, WITHOUT ROWID;

-- What providers report by, such as the measures of a ministry.
CREATE TABLE outcomes_frameworks (
	id       TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
	version  INTEGER NOT NULL CHECK (version >= 1),
	saved_at TEXT NOT NULL,
	saved_by TEXT NOT NULL,
	title    TEXT NOT NULL CHECK (title <> ''),
	url      TEXT NOT NULL
) STRICT;

CREATE TABLE framework_measures (
	record      TEXT NOT NULL REFERENCES outcomes_frameworks (id) ON DELETE CASCADE,
	position    INTEGER NOT NULL CHECK (position >= 0),
	id          TEXT NOT NULL CHECK (id <> ''),
	title       TEXT NOT NULL,
	unit        TEXT NOT NULL,
	description TEXT NOT NULL,
	PRIMARY KEY (record, position),
	UNIQUE (record, id)
) STRICT, WITHOUT ROWID;

-- The bytes of the files. A file that was deleted keeps its bytes, so that deleting it can be undone, until it is erased.
CREATE TABLE contents (
	sha256  TEXT PRIMARY KEY NOT NULL CHECK (length(sha256) = 64),
	content BLOB NOT NULL CHECK (length(content) BETWEEN 1 AND 26214400)
) STRICT;

-- Files inside the office. What is in them stands in contents, under its SHA-256: a file that two papers name is there once.
CREATE TABLE attachments (
	id         TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
	version    INTEGER NOT NULL CHECK (version >= 1),
	saved_at   TEXT NOT NULL,
	saved_by   TEXT NOT NULL,
	name       TEXT NOT NULL CHECK (name <> ''),
	label      TEXT NOT NULL,
	media_type TEXT NOT NULL,
	"of"       TEXT REFERENCES records (id) ON DELETE RESTRICT,
	size       INTEGER NOT NULL CHECK (size BETWEEN 1 AND 26214400), -- bytes; 25 MB at most
	sha256     TEXT NOT NULL REFERENCES contents (sha256) ON DELETE RESTRICT
) STRICT;

-- Money given, or proposed to be given, to one recipient for one purpose. What it is worth is the sum of its awards;
-- stated_total is what a paper says, kept beside them and never counted.
CREATE TABLE grants (
	id                      TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
	version                 INTEGER NOT NULL CHECK (version >= 1),
	saved_at                TEXT NOT NULL,
	saved_by                TEXT NOT NULL,
	reference               TEXT NOT NULL, -- as printed
	reference_key           TEXT UNIQUE,   -- its letters and digits alone, so that two spellings are one; NULL while there is none
	title                   TEXT NOT NULL CHECK (title <> ''),
	instrument              TEXT NOT NULL CHECK (instrument IN ('', 'grant', 'contract', 'service_level_agreement', 'transfer', 'in_house')),
	recipient               TEXT REFERENCES organisations (id) ON DELETE RESTRICT,
	delivered_by            TEXT REFERENCES organisations (id) ON DELETE RESTRICT, -- where the recipient passes the money on
	programme               TEXT REFERENCES programmes (id) ON DELETE RESTRICT,
	purpose                 TEXT NOT NULL,
	services                TEXT NOT NULL,
	conditions              TEXT NOT NULL,
	reasons                 TEXT NOT NULL, -- why it secures crime reduction, as the 2011 Order asks
	area                    TEXT NOT NULL,
	beneficiaries           TEXT NOT NULL,
	award_date              TEXT CHECK (award_date IS date(award_date)),
	award_date_precision    TEXT NOT NULL CHECK (award_date_precision IN ('', 'month', 'quarter', 'year')),
	award_date_wording      TEXT NOT NULL,
	planned_start           TEXT CHECK (planned_start IS date(planned_start)),
	planned_start_precision TEXT NOT NULL CHECK (planned_start_precision IN ('', 'month', 'quarter', 'year')),
	planned_start_wording   TEXT NOT NULL,
	planned_end             TEXT CHECK (planned_end IS date(planned_end)),
	planned_end_precision   TEXT NOT NULL CHECK (planned_end_precision IN ('', 'month', 'quarter', 'year')),
	planned_end_wording     TEXT NOT NULL,
	actual_start            TEXT CHECK (actual_start IS date(actual_start)),
	actual_start_precision  TEXT NOT NULL CHECK (actual_start_precision IN ('', 'month', 'quarter', 'year')),
	actual_start_wording    TEXT NOT NULL,
	actual_end              TEXT CHECK (actual_end IS date(actual_end)),
	actual_end_precision    TEXT NOT NULL CHECK (actual_end_precision IN ('', 'month', 'quarter', 'year')),
	actual_end_wording      TEXT NOT NULL,
	continuation_of         TEXT REFERENCES grants (id) ON DELETE RESTRICT,
	specification           TEXT REFERENCES specifications (id) ON DELETE RESTRICT,
	status                  TEXT NOT NULL CHECK (status IN ('', 'proposed', 'approved', 'agreed', 'active', 'closed', 'declined', 'withdrawn', 'terminated')),
	stated_total_pence      INTEGER NOT NULL,
	stated_total_qualifier  TEXT NOT NULL CHECK (stated_total_qualifier IN ('', 'up_to', 'estimated', 'more_than', 'contribution'))
) STRICT;

-- Other references, and other spellings of one, that papers use for the grant.
CREATE TABLE grant_aliases (
	record    TEXT NOT NULL REFERENCES grants (id) ON DELETE CASCADE,
	position  INTEGER NOT NULL CHECK (position >= 0),
	reference TEXT NOT NULL,
	PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE grant_themes (
	record   TEXT NOT NULL REFERENCES grants (id) ON DELETE CASCADE,
	position INTEGER NOT NULL CHECK (position >= 0),
	theme    TEXT NOT NULL,
	PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;

-- What is given for one financial year, or for the part of it that is named.
CREATE TABLE grant_awards (
	record           TEXT NOT NULL REFERENCES grants (id) ON DELETE CASCADE,
	position         INTEGER NOT NULL CHECK (position >= 0),
	id               TEXT NOT NULL CHECK (id <> ''),
	financial_year   INTEGER NOT NULL CHECK (financial_year BETWEEN 1974 AND 2199),
	part             TEXT NOT NULL,
	amount_pence     INTEGER NOT NULL CHECK (amount_pence >= 0),
	amount_qualifier TEXT NOT NULL CHECK (amount_qualifier IN ('', 'up_to', 'estimated', 'more_than', 'contribution')),
	PRIMARY KEY (record, position),
	UNIQUE (record, id)
) STRICT, WITHOUT ROWID;

-- Which fund pays how much of an award (parent).
CREATE TABLE grant_award_funds (
	record           TEXT NOT NULL,
	parent           TEXT NOT NULL,
	position         INTEGER NOT NULL CHECK (position >= 0),
	id               TEXT NOT NULL CHECK (id <> ''),
	fund             TEXT NOT NULL REFERENCES funds (id) ON DELETE RESTRICT,
	amount_pence     INTEGER NOT NULL CHECK (amount_pence >= 0),
	amount_qualifier TEXT NOT NULL CHECK (amount_qualifier IN ('', 'up_to', 'estimated', 'more_than', 'contribution')),
	PRIMARY KEY (record, parent, position),
	UNIQUE (record, id),
	FOREIGN KEY (record, parent) REFERENCES grant_awards (record, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- What others put beside the award; it is never added to it.
CREATE TABLE grant_match_funding (
	record           TEXT NOT NULL REFERENCES grants (id) ON DELETE CASCADE,
	position         INTEGER NOT NULL CHECK (position >= 0),
	id               TEXT NOT NULL CHECK (id <> ''),
	contributor      TEXT REFERENCES records (id) ON DELETE RESTRICT,
	amount_pence     INTEGER NOT NULL CHECK (amount_pence >= 0),
	amount_qualifier TEXT NOT NULL CHECK (amount_qualifier IN ('', 'up_to', 'estimated', 'more_than', 'contribution')),
	in_kind          INTEGER NOT NULL CHECK (in_kind IN (0, 1)),
	what             TEXT NOT NULL,
	PRIMARY KEY (record, position),
	UNIQUE (record, id)
) STRICT, WITHOUT ROWID;

-- Jobs that the grant pays for.
CREATE TABLE grant_posts (
	record   TEXT NOT NULL REFERENCES grants (id) ON DELETE CASCADE,
	position INTEGER NOT NULL CHECK (position >= 0),
	id       TEXT NOT NULL CHECK (id <> ''),
	title    TEXT NOT NULL,
	fte      INTEGER NOT NULL CHECK (fte >= 0), -- full-time equivalents, in hundredths
	base     TEXT NOT NULL,
	PRIMARY KEY (record, position),
	UNIQUE (record, id)
) STRICT, WITHOUT ROWID;

-- What a grant is measured by, and what came of it.
CREATE TABLE grant_outcomes (
	record   TEXT NOT NULL REFERENCES grants (id) ON DELETE CASCADE,
	position INTEGER NOT NULL CHECK (position >= 0),
	id       TEXT NOT NULL CHECK (id <> ''),
	theme    TEXT NOT NULL,
	measure  TEXT NOT NULL,
	achieved TEXT NOT NULL,
	PRIMARY KEY (record, position),
	UNIQUE (record, id)
) STRICT, WITHOUT ROWID;

-- Money paid, or due to be. No financial_year is the one that it is paid in; no fund is the funds of that award in proportion.
CREATE TABLE grant_payments (
	record            TEXT NOT NULL REFERENCES grants (id) ON DELETE CASCADE,
	position          INTEGER NOT NULL CHECK (position >= 0),
	id                TEXT NOT NULL CHECK (id <> ''),
	due               TEXT CHECK (due IS date(due)),
	due_precision     TEXT NOT NULL CHECK (due_precision IN ('', 'month', 'quarter', 'year')),
	due_wording       TEXT NOT NULL,
	amount_pence      INTEGER NOT NULL,
	amount_qualifier  TEXT NOT NULL CHECK (amount_qualifier IN ('', 'up_to', 'estimated', 'more_than', 'contribution')),
	paid_on           TEXT CHECK (paid_on IS date(paid_on)),
	paid_on_precision TEXT NOT NULL CHECK (paid_on_precision IN ('', 'month', 'quarter', 'year')),
	paid_on_wording   TEXT NOT NULL,
	reference         TEXT NOT NULL,
	financial_year    INTEGER CHECK (financial_year BETWEEN 1974 AND 2199),
	fund              TEXT REFERENCES funds (id) ON DELETE RESTRICT,
	PRIMARY KEY (record, position),
	UNIQUE (record, id)
) STRICT, WITHOUT ROWID;

-- Changes of what was agreed. Once one is applied, its changes say what was before.
CREATE TABLE grant_variations (
	record              TEXT NOT NULL REFERENCES grants (id) ON DELETE CASCADE,
	position            INTEGER NOT NULL CHECK (position >= 0),
	id                  TEXT NOT NULL CHECK (id <> ''),
	number              INTEGER NOT NULL CHECK (number >= 0),
	kind                TEXT NOT NULL CHECK (kind IN ('', 'extend', 'uplift', 'reduce', 'reprofile', 'scope', 'novate', 'terminate')),
	effective           TEXT CHECK (effective IS date(effective)),
	effective_precision TEXT NOT NULL CHECK (effective_precision IN ('', 'month', 'quarter', 'year')),
	effective_wording   TEXT NOT NULL,
	summary             TEXT NOT NULL,
	decision            TEXT REFERENCES decisions (id) ON DELETE RESTRICT,
	applied             TEXT CHECK (applied IS date(applied)),
	applied_precision   TEXT NOT NULL CHECK (applied_precision IN ('', 'month', 'quarter', 'year')),
	applied_wording     TEXT NOT NULL,
	PRIMARY KEY (record, position),
	UNIQUE (record, id)
) STRICT, WITHOUT ROWID;

-- The terms that a variation (parent) changes: before, and after.
CREATE TABLE grant_variation_changes (
	record               TEXT NOT NULL,
	parent               TEXT NOT NULL,
	position             INTEGER NOT NULL CHECK (position >= 0),
	id                   TEXT NOT NULL CHECK (id <> ''),
	term                 TEXT NOT NULL CHECK (term IN ('', 'amount', 'planned_start', 'planned_end', 'actual_end', 'recipient', 'delivered_by', 'specification', 'purpose', 'services', 'conditions', 'area', 'beneficiaries')),
	financial_year       INTEGER CHECK (financial_year BETWEEN 1974 AND 2199),
	fund                 TEXT REFERENCES funds (id) ON DELETE RESTRICT,
	was_amount_pence     INTEGER NOT NULL CHECK (was_amount_pence >= 0),
	was_amount_qualifier TEXT NOT NULL CHECK (was_amount_qualifier IN ('', 'up_to', 'estimated', 'more_than', 'contribution')),
	amount_pence         INTEGER NOT NULL CHECK (amount_pence >= 0),
	amount_qualifier     TEXT NOT NULL CHECK (amount_qualifier IN ('', 'up_to', 'estimated', 'more_than', 'contribution')),
	was_date             TEXT CHECK (was_date IS date(was_date)),
	was_date_precision   TEXT NOT NULL CHECK (was_date_precision IN ('', 'month', 'quarter', 'year')),
	was_date_wording     TEXT NOT NULL,
	date                 TEXT CHECK (date IS date(date)),
	date_precision       TEXT NOT NULL CHECK (date_precision IN ('', 'month', 'quarter', 'year')),
	date_wording         TEXT NOT NULL,
	was_record           TEXT REFERENCES records (id) ON DELETE RESTRICT,
	record_is            TEXT REFERENCES records (id) ON DELETE RESTRICT,
	was_text             TEXT NOT NULL,
	text                 TEXT NOT NULL,
	PRIMARY KEY (record, parent, position),
	UNIQUE (record, id),
	FOREIGN KEY (record, parent) REFERENCES grant_variations (record, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- When returns are expected; at most one row a grant.
CREATE TABLE grant_monitoring (
	record    TEXT NOT NULL REFERENCES grants (id) ON DELETE CASCADE,
	position  INTEGER NOT NULL CHECK (position = 0),
	every     TEXT NOT NULL CHECK (every IN ('', 'monthly', 'quarterly', 'half_yearly', 'yearly', 'end')),
	due_after INTEGER NOT NULL CHECK (due_after BETWEEN 0 AND 366), -- days after the end of a period
	framework TEXT REFERENCES outcomes_frameworks (id) ON DELETE RESTRICT,
	PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;

-- When a grant came to which status, and by whom.
CREATE TABLE grant_steps (
	record           TEXT NOT NULL REFERENCES grants (id) ON DELETE CASCADE,
	position         INTEGER NOT NULL CHECK (position >= 0),
	id               TEXT NOT NULL CHECK (id <> ''),
	status           TEXT NOT NULL,
	on_day           TEXT CHECK (on_day IS date(on_day)),
	on_day_precision TEXT NOT NULL CHECK (on_day_precision IN ('', 'month', 'quarter', 'year')),
	on_day_wording   TEXT NOT NULL,
	by_whom          TEXT NOT NULL,
	PRIMARY KEY (record, position),
	UNIQUE (record, id)
) STRICT, WITHOUT ROWID;

-- A grant's answers to the question bank.
CREATE TABLE grant_answers (
	record          TEXT NOT NULL REFERENCES grants (id) ON DELETE CASCADE,
	position        INTEGER NOT NULL CHECK (position >= 0),
	id              TEXT NOT NULL CHECK (id <> ''),
	question        TEXT NOT NULL REFERENCES questions (id) ON DELETE RESTRICT,
	answer          TEXT NOT NULL CHECK (answer IN ('', 'y', 'n', 'partly', 'not_held')),
	explanation     TEXT NOT NULL,
	as_at           TEXT CHECK (as_at IS date(as_at)),
	as_at_precision TEXT NOT NULL CHECK (as_at_precision IN ('', 'month', 'quarter', 'year')),
	as_at_wording   TEXT NOT NULL,
	PRIMARY KEY (record, position),
	UNIQUE (record, id)
) STRICT, WITHOUT ROWID;

-- Formal decisions of the commissioner. A signed one stays as it was signed.
CREATE TABLE decisions (
	id                            TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
	version                       INTEGER NOT NULL CHECK (version >= 1),
	saved_at                      TEXT NOT NULL,
	saved_by                      TEXT NOT NULL,
	reference                     TEXT NOT NULL, -- as printed
	reference_key                 TEXT UNIQUE, -- its letters and digits alone, so that two spellings are one; NULL while there is none
	title                         TEXT NOT NULL CHECK (title <> ''),
	decision_type                 TEXT NOT NULL,
	decision_maker                TEXT NOT NULL,
	chief_officer_approval        TEXT NOT NULL,
	notice_published_on           TEXT CHECK (notice_published_on IS date(notice_published_on)),
	notice_published_on_precision TEXT NOT NULL CHECK (notice_published_on_precision IN ('', 'month', 'quarter', 'year')),
	notice_published_on_wording   TEXT NOT NULL,
	due_on                        TEXT CHECK (due_on IS date(due_on)),
	due_on_precision              TEXT NOT NULL CHECK (due_on_precision IN ('', 'month', 'quarter', 'year')),
	due_on_wording                TEXT NOT NULL,
	raised_on                     TEXT CHECK (raised_on IS date(raised_on)),
	raised_on_precision           TEXT NOT NULL CHECK (raised_on_precision IN ('', 'month', 'quarter', 'year')),
	raised_on_wording             TEXT NOT NULL,
	discussed_on                  TEXT CHECK (discussed_on IS date(discussed_on)),
	discussed_on_precision        TEXT NOT NULL CHECK (discussed_on_precision IN ('', 'month', 'quarter', 'year')),
	discussed_on_wording          TEXT NOT NULL,
	decided_on                    TEXT CHECK (decided_on IS date(decided_on)),
	decided_on_precision          TEXT NOT NULL CHECK (decided_on_precision IN ('', 'month', 'quarter', 'year')),
	decided_on_wording            TEXT NOT NULL,
	published_on                  TEXT CHECK (published_on IS date(published_on)),
	published_on_precision        TEXT NOT NULL CHECK (published_on_precision IN ('', 'month', 'quarter', 'year')),
	published_on_wording          TEXT NOT NULL,
	marking                       TEXT NOT NULL CHECK (marking IN ('', 'public', 'part_exempt', 'exempt')),
	exemption                     TEXT NOT NULL,
	power                         TEXT NOT NULL,
	interests                     TEXT NOT NULL,
	signature                     TEXT NOT NULL CHECK (signature IN ('', 'signed', 'wet_copy_held', 'electronic')),
	signed_by                     TEXT NOT NULL,
	signed_on                     TEXT CHECK (signed_on IS date(signed_on)),
	signed_on_precision           TEXT NOT NULL CHECK (signed_on_precision IN ('', 'month', 'quarter', 'year')),
	signed_on_wording             TEXT NOT NULL,
	stated_total_pence            INTEGER NOT NULL,
	stated_total_qualifier        TEXT NOT NULL CHECK (stated_total_qualifier IN ('', 'up_to', 'estimated', 'more_than', 'contribution')),
	status                        TEXT NOT NULL CHECK (status IN ('', 'draft', 'advised', 'submitted', 'signed', 'refused', 'deferred', 'published'))
) STRICT;

-- Other references, and other spellings of one, that papers use for the decision.
CREATE TABLE decision_aliases (
	record    TEXT NOT NULL REFERENCES decisions (id) ON DELETE CASCADE,
	position  INTEGER NOT NULL CHECK (position >= 0),
	reference TEXT NOT NULL,
	PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE decision_lead_officers (
	record   TEXT NOT NULL REFERENCES decisions (id) ON DELETE CASCADE,
	position INTEGER NOT NULL CHECK (position >= 0),
	person   TEXT NOT NULL REFERENCES records (id) ON DELETE RESTRICT,
	PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE decision_contact_officers (
	record   TEXT NOT NULL REFERENCES decisions (id) ON DELETE CASCADE,
	position INTEGER NOT NULL CHECK (position >= 0),
	person   TEXT NOT NULL REFERENCES records (id) ON DELETE RESTRICT,
	PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;

-- The paper itself. Part 2 is never published; 1, and 0 where nobody said, are.
CREATE TABLE decision_sections (
	record   TEXT NOT NULL REFERENCES decisions (id) ON DELETE CASCADE,
	position INTEGER NOT NULL CHECK (position >= 0),
	id       TEXT NOT NULL CHECK (id <> ''),
	heading  TEXT NOT NULL,
	body     TEXT NOT NULL,
	part     INTEGER NOT NULL CHECK (part BETWEEN 0 AND 2),
	PRIMARY KEY (record, position),
	UNIQUE (record, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE decision_recommendations (
	record   TEXT NOT NULL REFERENCES decisions (id) ON DELETE CASCADE,
	position INTEGER NOT NULL CHECK (position >= 0),
	text     TEXT NOT NULL,
	PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;

-- Other decisions that this one has to do with, by the reference that it prints; the office may hold them, or not.
CREATE TABLE decision_links (
	record    TEXT NOT NULL REFERENCES decisions (id) ON DELETE CASCADE,
	position  INTEGER NOT NULL CHECK (position >= 0),
	id        TEXT NOT NULL CHECK (id <> ''),
	relation  TEXT NOT NULL CHECK (relation IN ('', 'read_with', 'supersedes', 'varies', 'extends', 'implements', 'rescinds')),
	reference TEXT NOT NULL,
	decision  TEXT REFERENCES decisions (id) ON DELETE RESTRICT,
	PRIMARY KEY (record, position),
	UNIQUE (record, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE decision_grants (
	record   TEXT NOT NULL REFERENCES decisions (id) ON DELETE CASCADE,
	position INTEGER NOT NULL CHECK (position >= 0),
	"grant"  TEXT NOT NULL REFERENCES grants (id) ON DELETE RESTRICT,
	PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE decision_funds (
	record   TEXT NOT NULL REFERENCES decisions (id) ON DELETE CASCADE,
	position INTEGER NOT NULL CHECK (position >= 0),
	fund     TEXT NOT NULL REFERENCES funds (id) ON DELETE RESTRICT,
	PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;

-- The awards as they stood when the decision was signed, whatever the grants say later.
CREATE TABLE decision_awards (
	record           TEXT NOT NULL REFERENCES decisions (id) ON DELETE CASCADE,
	position         INTEGER NOT NULL CHECK (position >= 0),
	id               TEXT NOT NULL CHECK (id <> ''),
	"grant"          TEXT REFERENCES grants (id) ON DELETE RESTRICT,
	recipient        TEXT NOT NULL,
	title            TEXT NOT NULL,
	financial_year   INTEGER CHECK (financial_year BETWEEN 1974 AND 2199),
	part             TEXT NOT NULL,
	amount_pence     INTEGER NOT NULL,
	amount_qualifier TEXT NOT NULL CHECK (amount_qualifier IN ('', 'up_to', 'estimated', 'more_than', 'contribution')),
	themes           TEXT NOT NULL,
	area             TEXT NOT NULL,
	PRIMARY KEY (record, position),
	UNIQUE (record, id)
) STRICT, WITHOUT ROWID;

-- Files that the paper names with label and size. The office may hold them (file), or only know of them.
CREATE TABLE decision_attachments (
	record   TEXT NOT NULL REFERENCES decisions (id) ON DELETE CASCADE,
	position INTEGER NOT NULL CHECK (position >= 0),
	id       TEXT NOT NULL CHECK (id <> ''),
	label    TEXT NOT NULL,
	kind     TEXT NOT NULL,
	size     INTEGER NOT NULL CHECK (size >= 0), -- bytes
	file     TEXT REFERENCES attachments (id) ON DELETE RESTRICT,
	PRIMARY KEY (record, position),
	UNIQUE (record, id)
) STRICT, WITHOUT ROWID;

-- When a decision came to which status, and by whom.
CREATE TABLE decision_steps (
	record           TEXT NOT NULL REFERENCES decisions (id) ON DELETE CASCADE,
	position         INTEGER NOT NULL CHECK (position >= 0),
	id               TEXT NOT NULL CHECK (id <> ''),
	status           TEXT NOT NULL,
	on_day           TEXT CHECK (on_day IS date(on_day)),
	on_day_precision TEXT NOT NULL CHECK (on_day_precision IN ('', 'month', 'quarter', 'year')),
	on_day_wording   TEXT NOT NULL,
	by_whom          TEXT NOT NULL,
	PRIMARY KEY (record, position),
	UNIQUE (record, id)
) STRICT, WITHOUT ROWID;

-- What went out, with the SHA-256 of its printed form, which lies in the file.
CREATE TABLE decision_issued (
	record           TEXT NOT NULL REFERENCES decisions (id) ON DELETE CASCADE,
	position         INTEGER NOT NULL CHECK (position >= 0),
	id               TEXT NOT NULL CHECK (id <> ''),
	paper            TEXT NOT NULL,
	on_day           TEXT CHECK (on_day IS date(on_day)),
	on_day_precision TEXT NOT NULL CHECK (on_day_precision IN ('', 'month', 'quarter', 'year')),
	on_day_wording   TEXT NOT NULL,
	by_whom          TEXT NOT NULL,
	sha256           TEXT NOT NULL CHECK (length(sha256) = 64),
	file             TEXT REFERENCES attachments (id) ON DELETE RESTRICT,
	PRIMARY KEY (record, position),
	UNIQUE (record, id)
) STRICT, WITHOUT ROWID;

-- Training that the office pays for or arranges.
CREATE TABLE training_events (
	id                   TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
	version              INTEGER NOT NULL CHECK (version >= 1),
	saved_at             TEXT NOT NULL,
	saved_by             TEXT NOT NULL,
	title                TEXT NOT NULL CHECK (title <> ''),
	kind                 TEXT NOT NULL CHECK (kind IN ('', 'session', 'window', 'campaign', 'conference')),
	start                TEXT CHECK (start IS date(start)),
	start_precision      TEXT NOT NULL CHECK (start_precision IN ('', 'month', 'quarter', 'year')),
	start_wording        TEXT NOT NULL,
	"end"                TEXT CHECK ("end" IS date("end")),
	end_precision        TEXT NOT NULL CHECK (end_precision IN ('', 'month', 'quarter', 'year')),
	end_wording          TEXT NOT NULL,
	venue                TEXT NOT NULL,
	provider             TEXT REFERENCES organisations (id) ON DELETE RESTRICT,
	audience             TEXT NOT NULL,
	capacity             INTEGER NOT NULL CHECK (capacity >= 0),
	"grant"              TEXT REFERENCES grants (id) ON DELETE RESTRICT,
	fund                 TEXT REFERENCES funds (id) ON DELETE RESTRICT,
	purpose              TEXT NOT NULL,
	status               TEXT NOT NULL CHECK (status IN ('', 'planned', 'dated', 'delivered', 'evaluated', 'cancelled'))
) STRICT;

CREATE TABLE training_hosts (
	record       TEXT NOT NULL REFERENCES training_events (id) ON DELETE CASCADE,
	position     INTEGER NOT NULL CHECK (position >= 0),
	organisation TEXT NOT NULL REFERENCES organisations (id) ON DELETE RESTRICT,
	PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE training_sessions (
	record           TEXT NOT NULL REFERENCES training_events (id) ON DELETE CASCADE,
	position         INTEGER NOT NULL CHECK (position >= 0),
	id               TEXT NOT NULL CHECK (id <> ''),
	title            TEXT NOT NULL,
	on_day           TEXT CHECK (on_day IS date(on_day)),
	on_day_precision TEXT NOT NULL CHECK (on_day_precision IN ('', 'month', 'quarter', 'year')),
	on_day_wording   TEXT NOT NULL,
	starts           TEXT NOT NULL,
	ends             TEXT NOT NULL,
	venue            TEXT NOT NULL,
	capacity         INTEGER NOT NULL CHECK (capacity >= 0),
	PRIMARY KEY (record, position),
	UNIQUE (record, id)
) STRICT, WITHOUT ROWID;

-- How many came from each body.
CREATE TABLE training_attendance (
	record       TEXT NOT NULL REFERENCES training_events (id) ON DELETE CASCADE,
	position     INTEGER NOT NULL CHECK (position >= 0),
	id           TEXT NOT NULL CHECK (id <> ''),
	organisation TEXT REFERENCES organisations (id) ON DELETE RESTRICT,
	audience     TEXT NOT NULL,
	booked       INTEGER NOT NULL CHECK (booked >= 0),
	attended     INTEGER NOT NULL CHECK (attended >= 0),
	PRIMARY KEY (record, position),
	UNIQUE (record, id)
) STRICT, WITHOUT ROWID;

-- Who came. Personal: never printed or exported unless somebody asks.
CREATE TABLE training_attendees (
	record       TEXT NOT NULL REFERENCES training_events (id) ON DELETE CASCADE,
	position     INTEGER NOT NULL CHECK (position >= 0),
	id           TEXT NOT NULL CHECK (id <> ''),
	name         TEXT NOT NULL,
	organisation TEXT REFERENCES organisations (id) ON DELETE RESTRICT,
	email        TEXT NOT NULL,
	needs        TEXT NOT NULL,
	attended     INTEGER NOT NULL CHECK (attended IN (0, 1)),
	PRIMARY KEY (record, position),
	UNIQUE (record, id)
) STRICT, WITHOUT ROWID;

-- What those who came said; at most one row an event.
CREATE TABLE training_evaluation (
	record    TEXT NOT NULL REFERENCES training_events (id) ON DELETE CASCADE,
	position  INTEGER NOT NULL CHECK (position = 0),
	responses INTEGER NOT NULL CHECK (responses >= 0),
	best      INTEGER NOT NULL CHECK (best >= 0), -- the best mark there is
	before    INTEGER, -- average marks, in hundredths
	after     INTEGER,
	comments  TEXT NOT NULL,
	PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;

-- When an event came to which status, and by whom.
CREATE TABLE training_steps (
	record           TEXT NOT NULL REFERENCES training_events (id) ON DELETE CASCADE,
	position         INTEGER NOT NULL CHECK (position >= 0),
	id               TEXT NOT NULL CHECK (id <> ''),
	status           TEXT NOT NULL,
	on_day           TEXT CHECK (on_day IS date(on_day)),
	on_day_precision TEXT NOT NULL CHECK (on_day_precision IN ('', 'month', 'quarter', 'year')),
	on_day_wording   TEXT NOT NULL,
	by_whom          TEXT NOT NULL,
	PRIMARY KEY (record, position),
	UNIQUE (record, id)
) STRICT, WITHOUT ROWID;

-- What providers report of their grants.
CREATE TABLE monitoring_returns (
	id                     TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
	version                INTEGER NOT NULL CHECK (version >= 1),
	saved_at               TEXT NOT NULL,
	saved_by               TEXT NOT NULL,
	"grant"                TEXT NOT NULL REFERENCES grants (id) ON DELETE RESTRICT,
	framework              TEXT REFERENCES outcomes_frameworks (id) ON DELETE RESTRICT,
	period                 TEXT NOT NULL,
	period_start           TEXT CHECK (period_start IS date(period_start)),
	period_start_precision TEXT NOT NULL CHECK (period_start_precision IN ('', 'month', 'quarter', 'year')),
	period_start_wording   TEXT NOT NULL,
	period_end             TEXT CHECK (period_end IS date(period_end)),
	period_end_precision   TEXT NOT NULL CHECK (period_end_precision IN ('', 'month', 'quarter', 'year')),
	period_end_wording     TEXT NOT NULL,
	due                    TEXT CHECK (due IS date(due)),
	due_precision          TEXT NOT NULL CHECK (due_precision IN ('', 'month', 'quarter', 'year')),
	due_wording            TEXT NOT NULL,
	received               TEXT CHECK (received IS date(received)),
	received_precision     TEXT NOT NULL CHECK (received_precision IN ('', 'month', 'quarter', 'year')),
	received_wording       TEXT NOT NULL,
	narrative              TEXT NOT NULL,
	rag                    TEXT NOT NULL CHECK (rag IN ('', 'red', 'amber', 'green')),
	status                 TEXT NOT NULL CHECK (status IN ('', 'expected', 'late', 'received', 'checked', 'submitted'))
) STRICT;

-- The figures; NULL is not reported, which is not nought.
CREATE TABLE return_values (
	record   TEXT NOT NULL REFERENCES monitoring_returns (id) ON DELETE CASCADE,
	position INTEGER NOT NULL CHECK (position >= 0),
	id       TEXT NOT NULL CHECK (id <> ''),
	measure  TEXT NOT NULL,
	value    INTEGER, -- in hundredths
	target   INTEGER, -- in hundredths
	unit     TEXT NOT NULL,
	comment  TEXT NOT NULL,
	PRIMARY KEY (record, position),
	UNIQUE (record, id)
) STRICT, WITHOUT ROWID;

-- When a return came to which status, and by whom.
CREATE TABLE return_steps (
	record           TEXT NOT NULL REFERENCES monitoring_returns (id) ON DELETE CASCADE,
	position         INTEGER NOT NULL CHECK (position >= 0),
	id               TEXT NOT NULL CHECK (id <> ''),
	status           TEXT NOT NULL,
	on_day           TEXT CHECK (on_day IS date(on_day)),
	on_day_precision TEXT NOT NULL CHECK (on_day_precision IN ('', 'month', 'quarter', 'year')),
	on_day_wording   TEXT NOT NULL,
	by_whom          TEXT NOT NULL,
	PRIMARY KEY (record, position),
	UNIQUE (record, id)
) STRICT, WITHOUT ROWID;

-- Requests for information, and the office's replies.
CREATE TABLE foi_requests (
	id                 TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
	version            INTEGER NOT NULL CHECK (version >= 1),
	saved_at           TEXT NOT NULL,
	saved_by           TEXT NOT NULL,
	reference          TEXT NOT NULL, -- as printed
	reference_key      TEXT UNIQUE,   -- its letters and digits alone, so that two spellings are one; NULL while there is none
	received           TEXT CHECK (received IS date(received)),
	received_precision TEXT NOT NULL CHECK (received_precision IN ('', 'month', 'quarter', 'year')),
	received_wording   TEXT NOT NULL,
	channel            TEXT NOT NULL,
	subject            TEXT NOT NULL,
	regime             TEXT NOT NULL CHECK (regime IN ('', 'FOI', 'EIR', 'SAR', 'mixed')),
	status             TEXT NOT NULL CHECK (status IN ('', 'received', 'clarifying', 'searching', 'drafted', 'approved', 'responded', 'review', 'closed')),
	held               TEXT NOT NULL CHECK (held IN ('', 'y', 'n', 'partly', 'not_held')),
	outcome            TEXT NOT NULL,
	officer            TEXT REFERENCES records (id) ON DELETE RESTRICT, -- who deals with it
	fees_pence         INTEGER NOT NULL CHECK (fees_pence >= 0),
	fees_qualifier     TEXT NOT NULL CHECK (fees_qualifier IN ('', 'up_to', 'estimated', 'more_than', 'contribution')),
	review             TEXT NOT NULL,
	signatory          TEXT NOT NULL,
	in_log             INTEGER NOT NULL CHECK (in_log IN (0, 1)),
	log_text           TEXT NOT NULL
) STRICT;

-- Who asked. Apart from the request, because replies must be blind to it.
CREATE TABLE foi_applicants (
	record   TEXT NOT NULL REFERENCES foi_requests (id) ON DELETE CASCADE,
	position INTEGER NOT NULL CHECK (position = 0),
	name     TEXT NOT NULL,
	email    TEXT NOT NULL,
	address  TEXT NOT NULL,
	PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE foi_other_references (
	record    TEXT NOT NULL REFERENCES foi_requests (id) ON DELETE CASCADE,
	position  INTEGER NOT NULL CHECK (position >= 0),
	reference TEXT NOT NULL,
	PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;

-- What starts, stops and ends the twenty working days.
CREATE TABLE foi_clock (
	record       TEXT NOT NULL REFERENCES foi_requests (id) ON DELETE CASCADE,
	position     INTEGER NOT NULL CHECK (position >= 0),
	id           TEXT NOT NULL CHECK (id <> ''),
	event        TEXT NOT NULL CHECK (event IN ('', 'received', 'clarification_sought', 'clarification_received', 'fees_notice', 'fees_paid',
	                                            'extended', 'responded', 'review_asked', 'review_answered', 'ico')),
	on_day           TEXT CHECK (on_day IS date(on_day)),
	on_day_precision TEXT NOT NULL CHECK (on_day_precision IN ('', 'month', 'quarter', 'year')),
	on_day_wording   TEXT NOT NULL,
	PRIMARY KEY (record, position),
	UNIQUE (record, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE foi_questions (
	record   TEXT NOT NULL REFERENCES foi_requests (id) ON DELETE CASCADE,
	position INTEGER NOT NULL CHECK (position >= 0),
	id       TEXT NOT NULL CHECK (id <> ''),
	label    TEXT NOT NULL,
	text     TEXT NOT NULL,
	answer   TEXT NOT NULL,
	PRIMARY KEY (record, position),
	UNIQUE (record, id)
) STRICT, WITHOUT ROWID;

-- Why information is withheld: the section of the Act, and the public interest test where it has one.
CREATE TABLE foi_exemptions (
	record          TEXT NOT NULL REFERENCES foi_requests (id) ON DELETE CASCADE,
	position        INTEGER NOT NULL CHECK (position >= 0),
	id              TEXT NOT NULL CHECK (id <> ''),
	section         TEXT NOT NULL,
	class           TEXT NOT NULL,
	reason          TEXT NOT NULL,
	public_interest TEXT NOT NULL,
	neither_confirm_nor_deny INTEGER NOT NULL CHECK (neither_confirm_nor_deny IN (0, 1)),
	PRIMARY KEY (record, position),
	UNIQUE (record, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE foi_appendices (
	record        TEXT NOT NULL REFERENCES foi_requests (id) ON DELETE CASCADE,
	position      INTEGER NOT NULL CHECK (position >= 0),
	id            TEXT NOT NULL CHECK (id <> ''),
	number        INTEGER NOT NULL CHECK (number >= 1),
	kind          TEXT NOT NULL CHECK (kind IN ('', 'table', 'specification', 'attachment')),
	title         TEXT NOT NULL,
	introduction  TEXT NOT NULL,
	specification TEXT REFERENCES specifications (id) ON DELETE RESTRICT,
	file          TEXT REFERENCES attachments (id) ON DELETE RESTRICT,
	PRIMARY KEY (record, position),
	UNIQUE (record, id)
) STRICT, WITHOUT ROWID;

-- The tables of an appendix (parent). Until the reply is sent they are filled from the register.
CREATE TABLE foi_tables (
	record   TEXT NOT NULL,
	parent   TEXT NOT NULL,
	position INTEGER NOT NULL CHECK (position >= 0),
	id       TEXT NOT NULL CHECK (id <> ''),
	group_by TEXT NOT NULL CHECK (group_by IN ('', 'none')), -- '' is by financial year
	PRIMARY KEY (record, parent, position),
	UNIQUE (record, id),
	FOREIGN KEY (record, parent) REFERENCES foi_appendices (record, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- The columns of a table (parent): a field of the register, the answers to a question, or words that a person writes.
CREATE TABLE foi_columns (
	record   TEXT NOT NULL,
	parent   TEXT NOT NULL,
	position INTEGER NOT NULL CHECK (position >= 0),
	heading  TEXT NOT NULL,
	field    TEXT NOT NULL,
	question TEXT REFERENCES questions (id) ON DELETE RESTRICT,
	PRIMARY KEY (record, parent, position),
	FOREIGN KEY (record, parent) REFERENCES foi_tables (record, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- Which grants fill a table (parent), one thing that is asked of them in each row: a year, a theme, a recipient, a fund, a status,
-- words, or a grant that is left out.
CREATE TABLE foi_queries (
	record         TEXT NOT NULL,
	parent         TEXT NOT NULL,
	position       INTEGER NOT NULL CHECK (position >= 0),
	part           TEXT NOT NULL CHECK (part IN ('year', 'theme', 'recipient', 'fund', 'status', 'text', 'except')),
	financial_year INTEGER CHECK (financial_year BETWEEN 1974 AND 2199),
	words          TEXT NOT NULL,
	recipient      TEXT REFERENCES organisations (id) ON DELETE RESTRICT,
	fund           TEXT REFERENCES funds (id) ON DELETE RESTRICT,
	"grant"        TEXT REFERENCES grants (id) ON DELETE RESTRICT,
	CHECK ((part = 'year') = (financial_year IS NOT NULL)),
	CHECK ((part = 'recipient') = (recipient IS NOT NULL)),
	CHECK ((part = 'fund') = (fund IS NOT NULL)),
	CHECK ((part = 'except') = ("grant" IS NOT NULL)),
	PRIMARY KEY (record, parent, position),
	FOREIGN KEY (record, parent) REFERENCES foi_tables (record, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- Runs of rows in a table (parent) under a heading, such as a financial year.
CREATE TABLE foi_groups (
	record   TEXT NOT NULL,
	parent   TEXT NOT NULL,
	position INTEGER NOT NULL CHECK (position >= 0),
	id       TEXT NOT NULL CHECK (id <> ''),
	heading  TEXT NOT NULL,
	PRIMARY KEY (record, parent, position),
	UNIQUE (record, id),
	FOREIGN KEY (record, parent) REFERENCES foi_tables (record, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- The rows of a group (parent), as they were sent or as somebody worded them by hand.
CREATE TABLE foi_rows (
	record   TEXT NOT NULL,
	parent   TEXT NOT NULL,
	position INTEGER NOT NULL CHECK (position >= 0),
	id       TEXT NOT NULL CHECK (id <> ''),
	"grant"  TEXT REFERENCES grants (id) ON DELETE RESTRICT,
	PRIMARY KEY (record, parent, position),
	UNIQUE (record, id),
	FOREIGN KEY (record, parent) REFERENCES foi_groups (record, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- The cells of a row (parent), from the first column on. An empty cell of a reply that is not sent says what the register says.
CREATE TABLE foi_cells (
	record   TEXT NOT NULL,
	parent   TEXT NOT NULL,
	position INTEGER NOT NULL CHECK (position >= 0),
	text     TEXT NOT NULL,
	appendix INTEGER NOT NULL CHECK (appendix >= 0), -- the number of the appendix that the words point to; 0 is none
	marks    TEXT CHECK (marks IS NULL OR json_valid(marks)), -- its footnotes' marks, as a JSON array
	register TEXT NOT NULL, -- what the register said when the reply was sent, where a person had chosen other words
	PRIMARY KEY (record, parent, position),
	FOREIGN KEY (record, parent) REFERENCES foi_rows (record, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- What the marks in an appendix (parent) stand for.
CREATE TABLE foi_footnotes (
	record   TEXT NOT NULL,
	parent   TEXT NOT NULL,
	position INTEGER NOT NULL CHECK (position >= 0),
	id       TEXT NOT NULL CHECK (id <> ''),
	mark     TEXT NOT NULL,
	text     TEXT NOT NULL,
	link     TEXT NOT NULL,
	PRIMARY KEY (record, parent, position),
	UNIQUE (record, id),
	FOREIGN KEY (record, parent) REFERENCES foi_appendices (record, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- Files that the paper names with label and size. The office may hold them (file), or only know of them.
CREATE TABLE foi_attachments (
	record   TEXT NOT NULL REFERENCES foi_requests (id) ON DELETE CASCADE,
	position INTEGER NOT NULL CHECK (position >= 0),
	id       TEXT NOT NULL CHECK (id <> ''),
	label    TEXT NOT NULL,
	kind     TEXT NOT NULL,
	size     INTEGER NOT NULL CHECK (size >= 0), -- bytes
	file     TEXT REFERENCES attachments (id) ON DELETE RESTRICT,
	PRIMARY KEY (record, position),
	UNIQUE (record, id)
) STRICT, WITHOUT ROWID;

-- When a request came to which status, and by whom.
CREATE TABLE foi_steps (
	record           TEXT NOT NULL REFERENCES foi_requests (id) ON DELETE CASCADE,
	position         INTEGER NOT NULL CHECK (position >= 0),
	id               TEXT NOT NULL CHECK (id <> ''),
	status           TEXT NOT NULL,
	on_day           TEXT CHECK (on_day IS date(on_day)),
	on_day_precision TEXT NOT NULL CHECK (on_day_precision IN ('', 'month', 'quarter', 'year')),
	on_day_wording   TEXT NOT NULL,
	by_whom          TEXT NOT NULL,
	PRIMARY KEY (record, position),
	UNIQUE (record, id)
) STRICT, WITHOUT ROWID;

-- What went out, with the SHA-256 of its printed form, which lies in the file.
CREATE TABLE foi_issued (
	record           TEXT NOT NULL REFERENCES foi_requests (id) ON DELETE CASCADE,
	position         INTEGER NOT NULL CHECK (position >= 0),
	id               TEXT NOT NULL CHECK (id <> ''),
	paper            TEXT NOT NULL,
	on_day           TEXT CHECK (on_day IS date(on_day)),
	on_day_precision TEXT NOT NULL CHECK (on_day_precision IN ('', 'month', 'quarter', 'year')),
	on_day_wording   TEXT NOT NULL,
	by_whom          TEXT NOT NULL,
	sha256           TEXT NOT NULL CHECK (length(sha256) = 64),
	file             TEXT REFERENCES attachments (id) ON DELETE RESTRICT,
	PRIMARY KEY (record, position),
	UNIQUE (record, id)
) STRICT, WITHOUT ROWID;

-- Reports to a board.
CREATE TABLE board_papers (
	id             TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
	version        INTEGER NOT NULL CHECK (version >= 1),
	saved_at       TEXT NOT NULL,
	saved_by       TEXT NOT NULL,
	reference      TEXT NOT NULL, -- as printed
	reference_key  TEXT UNIQUE, -- its letters and digits alone, so that two spellings are one; NULL while there is none
	title          TEXT NOT NULL CHECK (title <> ''),
	"to"           TEXT NOT NULL,
	"from"         TEXT NOT NULL,
	meeting        TEXT NOT NULL,
	date           TEXT CHECK (date IS date(date)),
	date_precision TEXT NOT NULL CHECK (date_precision IN ('', 'month', 'quarter', 'year')),
	date_wording   TEXT NOT NULL,
	marking        TEXT NOT NULL,
	status         TEXT NOT NULL CHECK (status IN ('', 'draft', 'cleared', 'published', 'withdrawn'))
) STRICT;

CREATE TABLE board_paper_sections (
	record   TEXT NOT NULL REFERENCES board_papers (id) ON DELETE CASCADE,
	position INTEGER NOT NULL CHECK (position >= 0),
	id       TEXT NOT NULL CHECK (id <> ''),
	heading  TEXT NOT NULL,
	body     TEXT NOT NULL,
	part     INTEGER NOT NULL CHECK (part BETWEEN 0 AND 2),
	PRIMARY KEY (record, position),
	UNIQUE (record, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE board_paper_recommendations (
	record   TEXT NOT NULL REFERENCES board_papers (id) ON DELETE CASCADE,
	position INTEGER NOT NULL CHECK (position >= 0),
	text     TEXT NOT NULL,
	PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;

-- The documents that a paper draws on.
CREATE TABLE board_paper_sources (
	record   TEXT NOT NULL REFERENCES board_papers (id) ON DELETE CASCADE,
	position INTEGER NOT NULL CHECK (position >= 0),
	text     TEXT NOT NULL,
	PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;

-- Whom to ask.
CREATE TABLE board_paper_contacts (
	record   TEXT NOT NULL REFERENCES board_papers (id) ON DELETE CASCADE,
	position INTEGER NOT NULL CHECK (position >= 0),
	person   TEXT NOT NULL REFERENCES records (id) ON DELETE RESTRICT,
	PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;

-- Files that the paper names with label and size. The office may hold them (file), or only know of them.
CREATE TABLE board_paper_attachments (
	record   TEXT NOT NULL REFERENCES board_papers (id) ON DELETE CASCADE,
	position INTEGER NOT NULL CHECK (position >= 0),
	id       TEXT NOT NULL CHECK (id <> ''),
	label    TEXT NOT NULL,
	kind     TEXT NOT NULL,
	size     INTEGER NOT NULL CHECK (size >= 0), -- bytes
	file     TEXT REFERENCES attachments (id) ON DELETE RESTRICT,
	PRIMARY KEY (record, position),
	UNIQUE (record, id)
) STRICT, WITHOUT ROWID;

-- When a paper came to which status, and by whom.
CREATE TABLE board_paper_steps (
	record           TEXT NOT NULL REFERENCES board_papers (id) ON DELETE CASCADE,
	position         INTEGER NOT NULL CHECK (position >= 0),
	id               TEXT NOT NULL CHECK (id <> ''),
	status           TEXT NOT NULL,
	on_day           TEXT CHECK (on_day IS date(on_day)),
	on_day_precision TEXT NOT NULL CHECK (on_day_precision IN ('', 'month', 'quarter', 'year')),
	on_day_wording   TEXT NOT NULL,
	by_whom          TEXT NOT NULL,
	PRIMARY KEY (record, position),
	UNIQUE (record, id)
) STRICT, WITHOUT ROWID;

-- What the office tells the press.
CREATE TABLE news_releases (
	id             TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
	version        INTEGER NOT NULL CHECK (version >= 1),
	saved_at       TEXT NOT NULL,
	saved_by       TEXT NOT NULL,
	headline       TEXT NOT NULL CHECK (headline <> ''),
	date           TEXT CHECK (date IS date(date)),
	date_precision TEXT NOT NULL CHECK (date_precision IN ('', 'month', 'quarter', 'year')),
	date_wording   TEXT NOT NULL,
	embargo        TEXT NOT NULL,
	body           TEXT NOT NULL,
	contact        TEXT REFERENCES records (id) ON DELETE RESTRICT,
	status         TEXT NOT NULL CHECK (status IN ('', 'draft', 'cleared', 'published', 'withdrawn'))
) STRICT;

CREATE TABLE news_quotations (
	record   TEXT NOT NULL REFERENCES news_releases (id) ON DELETE CASCADE,
	position INTEGER NOT NULL CHECK (position >= 0),
	id       TEXT NOT NULL CHECK (id <> ''),
	contact  TEXT REFERENCES records (id) ON DELETE RESTRICT,
	words    TEXT NOT NULL,
	PRIMARY KEY (record, position),
	UNIQUE (record, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE news_about (
	record   TEXT NOT NULL REFERENCES news_releases (id) ON DELETE CASCADE,
	position INTEGER NOT NULL CHECK (position >= 0),
	subject  TEXT NOT NULL REFERENCES records (id) ON DELETE RESTRICT,
	PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;

-- When a release came to which status, and by whom.
CREATE TABLE news_steps (
	record           TEXT NOT NULL REFERENCES news_releases (id) ON DELETE CASCADE,
	position         INTEGER NOT NULL CHECK (position >= 0),
	id               TEXT NOT NULL CHECK (id <> ''),
	status           TEXT NOT NULL,
	on_day           TEXT CHECK (on_day IS date(on_day)),
	on_day_precision TEXT NOT NULL CHECK (on_day_precision IN ('', 'month', 'quarter', 'year')),
	on_day_wording   TEXT NOT NULL,
	by_whom          TEXT NOT NULL,
	PRIMARY KEY (record, position),
	UNIQUE (record, id)
) STRICT, WITHOUT ROWID;

-- What somebody has to do, and what it comes from.
CREATE TABLE actions (
	id            TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
	version       INTEGER NOT NULL CHECK (version >= 1),
	saved_at      TEXT NOT NULL,
	saved_by      TEXT NOT NULL,
	"from"        TEXT REFERENCES records (id) ON DELETE RESTRICT,
	text          TEXT NOT NULL CHECK (text <> ''),
	owner         TEXT REFERENCES records (id) ON DELETE RESTRICT,
	due           TEXT CHECK (due IS date(due)),
	due_precision TEXT NOT NULL CHECK (due_precision IN ('', 'month', 'quarter', 'year')),
	due_wording   TEXT NOT NULL,
	status        TEXT NOT NULL CHECK (status IN ('', 'open', 'done', 'dropped'))
) STRICT;

-- When an action came to which status, and by whom.
CREATE TABLE action_steps (
	record           TEXT NOT NULL REFERENCES actions (id) ON DELETE CASCADE,
	position         INTEGER NOT NULL CHECK (position >= 0),
	id               TEXT NOT NULL CHECK (id <> ''),
	status           TEXT NOT NULL,
	on_day           TEXT CHECK (on_day IS date(on_day)),
	on_day_precision TEXT NOT NULL CHECK (on_day_precision IN ('', 'month', 'quarter', 'year')),
	on_day_wording   TEXT NOT NULL,
	by_whom          TEXT NOT NULL,
	PRIMARY KEY (record, position),
	UNIQUE (record, id)
) STRICT, WITHOUT ROWID;

-- What the public has been given, where and when.
CREATE TABLE publications (
	id                     TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
	version                INTEGER NOT NULL CHECK (version >= 1),
	saved_at               TEXT NOT NULL,
	saved_by               TEXT NOT NULL,
	what                   TEXT REFERENCES records (id) ON DELETE RESTRICT,
	title                  TEXT NOT NULL,
	"where"                TEXT NOT NULL,
	url                    TEXT NOT NULL,
	published_on           TEXT CHECK (published_on IS date(published_on)),
	published_on_precision TEXT NOT NULL CHECK (published_on_precision IN ('', 'month', 'quarter', 'year')),
	published_on_wording   TEXT NOT NULL,
	withdrawn_on           TEXT CHECK (withdrawn_on IS date(withdrawn_on)),
	withdrawn_on_precision TEXT NOT NULL CHECK (withdrawn_on_precision IN ('', 'month', 'quarter', 'year')),
	withdrawn_on_wording   TEXT NOT NULL
) STRICT;

-- Everything that was ever done in this file, one row a save of a record, without a gap. Each hash is made from the one before, so
-- that a row altered or taken out later shows.
CREATE TABLE changes (
	sequence  INTEGER PRIMARY KEY CHECK (sequence >= 1),
	operation TEXT NOT NULL UNIQUE CHECK (operation <> ''), -- the save that made it: the same save delivered twice is one change
	at        TEXT NOT NULL,                                -- by the clock of that computer; order is sequence, never this
	who       TEXT NOT NULL,
	machine   TEXT NOT NULL,
	kind      TEXT NOT NULL,
	record    TEXT NOT NULL,
	label     TEXT NOT NULL,                                -- what the record was called then
	label_salt   TEXT NOT NULL,                             -- as salt and digest of change_fields
	label_digest TEXT NOT NULL CHECK (length(label_digest) IN (0, 64)),
	version   INTEGER NOT NULL CHECK (version >= 1 OR action = 'erase' AND version = 0), -- of the record, after the change
	action    TEXT NOT NULL CHECK (action IN ('create', 'update', 'delete', 'erase')),
	hash      TEXT NOT NULL CHECK (length(hash) = 64)       -- SHA-256, in hexadecimal
) STRICT;

CREATE INDEX changes_by_record ON changes (kind, record, sequence);

-- What each change changed, field by field, as JSON; null is what was not there. A change's hash is made from a digest of each row
-- with a random salt, not from the row itself: so a person can be taken out of a row later (UK GDPR, article 17) and the chain still
-- holds. Such a row has a new salt and keeps the digest that it had before; a change with the action 'erase' vouches for it.
CREATE TABLE change_fields (
	sequence INTEGER NOT NULL REFERENCES changes (sequence) ON DELETE RESTRICT,
	position INTEGER NOT NULL CHECK (position >= 0),
	path     TEXT NOT NULL,
	before   TEXT NOT NULL,
	after    TEXT NOT NULL,
	salt     TEXT NOT NULL,
	digest   TEXT NOT NULL CHECK (length(digest) IN (0, 64)), -- SHA-256 of what stood here, once it was erased; '' otherwise
	PRIMARY KEY (sequence, position)
) STRICT, WITHOUT ROWID;

-- What the program must know about the file itself: exactly one row.
CREATE TABLE meta (
	id           INTEGER PRIMARY KEY CHECK (id = 1),
	database_id  TEXT NOT NULL CHECK (database_id <> ''), -- of this file and its copies; never of another office
	schema       INTEGER NOT NULL CHECK (schema >= 1),    -- the last of the files in data/sqlite/schema that was applied
	least_writer INTEGER NOT NULL CHECK (least_writer >= 1), -- the oldest schema whose programs may still write here
	epoch        INTEGER NOT NULL CHECK (epoch >= 1),     -- grows when a backup is put in the place of the file
	sequence     INTEGER NOT NULL CHECK (sequence >= 0)   -- of the last change
) STRICT;

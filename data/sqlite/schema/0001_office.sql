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
--   * Text that runs over lines is Markdown. No text is '', never NULL; a record that is not named is NULL.

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

-- Money given, or proposed to be given, to one recipient for one purpose. What it is worth is the sum of its awards;
-- stated_total is what a paper says, kept beside them and never counted.
CREATE TABLE grants (
	id                      TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
	version                 INTEGER NOT NULL CHECK (version >= 1),
	saved_at                TEXT NOT NULL,
	saved_by                TEXT NOT NULL,
	reference               TEXT NOT NULL,
	title                   TEXT NOT NULL CHECK (title <> ''),
	instrument              TEXT NOT NULL CHECK (instrument IN ('', 'grant', 'contract', 'service_level_agreement', 'transfer', 'in_house')),
	recipient               TEXT REFERENCES organisations (id) ON DELETE RESTRICT,
	delivered_by            TEXT REFERENCES organisations (id) ON DELETE RESTRICT, -- where the recipient passes the money on
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

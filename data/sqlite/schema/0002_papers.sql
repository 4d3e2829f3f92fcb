-- How the office's papers look: the language of their standing words, which form its decision notices have, the protective marking that
-- papers bear if nobody says otherwise, and the line at the foot of each page.
ALTER TABLE office ADD COLUMN language TEXT NOT NULL DEFAULT '';
ALTER TABLE office ADD COLUMN decision_template TEXT NOT NULL DEFAULT ''
	CHECK (decision_template IN ('', 'prose', 'two_part', 'summary', 'executive'));
ALTER TABLE office ADD COLUMN paper_marking TEXT NOT NULL DEFAULT '';
ALTER TABLE office ADD COLUMN paper_foot TEXT NOT NULL DEFAULT '';

-- What the applicant was asked to make clear (Freedom of Information Act 2000, section 1(3)): Markdown.
ALTER TABLE foi_requests ADD COLUMN clarification TEXT NOT NULL DEFAULT '';

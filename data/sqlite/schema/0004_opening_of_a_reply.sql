-- What one reply says after the office's standing opening, such as that it is sorry to be late: Markdown.
ALTER TABLE foi_requests ADD COLUMN opening TEXT NOT NULL DEFAULT '';

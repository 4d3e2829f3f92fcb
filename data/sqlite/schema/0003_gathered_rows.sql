-- The rows of a reply's table stand under financial years (''), recipients or themes, or under nothing.
ALTER TABLE foi_tables ADD COLUMN gathered_by TEXT NOT NULL DEFAULT '' CHECK (gathered_by IN ('', 'recipient', 'theme', 'none'));
UPDATE foi_tables SET gathered_by = group_by;
ALTER TABLE foi_tables DROP COLUMN group_by;
ALTER TABLE foi_tables RENAME COLUMN gathered_by TO group_by;

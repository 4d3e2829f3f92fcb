-- Whether the grant is to have none of the term, which tells that from a value that nobody has put down yet.
ALTER TABLE grant_variation_changes ADD COLUMN none INTEGER NOT NULL DEFAULT 0 CHECK (none IN (0, 1));

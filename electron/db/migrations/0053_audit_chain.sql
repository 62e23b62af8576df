-- The change log, chained: each row has a link that holds the hash of what the row says and of the link before it, so
-- that a row edited, taken out or slipped in outside of the program is found.
CREATE TABLE audit_link (
  audit_id INTEGER PRIMARY KEY,
  -- Keeps a short value from being guessed from its hash; gone with what a person's anonymising takes out of the row.
  salt BLOB CHECK (salt IS NULL OR length(salt) = 16),
  -- SHA-256 of the salt and of what the row says before and after
  content BLOB NOT NULL CHECK (length(content) = 32),
  -- SHA-256 of the link before, the row's facts and `content`
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  -- 1 only inside the transaction that makes somebody anonymous
  touched INTEGER NOT NULL DEFAULT 0 CHECK (touched IN (0, 1))
) STRICT;

-- What a row says after an anonymising; `by_id` is the row that tells of it and holds the hash over all of them.
CREATE TABLE audit_scrub (
  by_id INTEGER NOT NULL REFERENCES audit (id),
  audit_id INTEGER NOT NULL REFERENCES audit (id),
  content BLOB NOT NULL CHECK (length(content) = 32),
  PRIMARY KEY (by_id, audit_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX audit_scrub_row ON audit_scrub (audit_id, by_id);

CREATE TRIGGER audit_scrubbed AFTER UPDATE ON audit
BEGIN UPDATE audit_link SET salt = NULL, touched = 1 WHERE audit_id = OLD.id; END;
CREATE TRIGGER audit_link_kept_update BEFORE UPDATE ON audit_link
WHEN NOT EXISTS (SELECT 1 FROM anonymising)
  OR OLD.audit_id IS NOT NEW.audit_id OR OLD.content IS NOT NEW.content OR OLD.hash IS NOT NEW.hash
BEGIN SELECT RAISE(ABORT, 'the change log is not edited'); END;
CREATE TRIGGER audit_link_kept_delete BEFORE DELETE ON audit_link BEGIN SELECT RAISE(ABORT, 'the change log is not edited'); END;
CREATE TRIGGER audit_scrub_kept_update BEFORE UPDATE ON audit_scrub BEGIN SELECT RAISE(ABORT, 'the change log is not edited'); END;
CREATE TRIGGER audit_scrub_kept_delete BEFORE DELETE ON audit_scrub BEGIN SELECT RAISE(ABORT, 'the change log is not edited'); END;
